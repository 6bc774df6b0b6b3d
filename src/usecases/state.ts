// What the script remembers of a workbook beside its tabs: switches, sender, end of the log, last good read.
import { EMPTY_LOG, type LogHead } from '../dunning/log';
import type { Properties } from './ports';

/** What the last hourly run did. */
export interface Heartbeat {
  /** `YYYY-MM-DD HH:mm:ss`. */
  at: string;
  by: string;
  did: string;
  wrong: string;
}

/** The remembered state; '' and 0 mean "not yet". */
export interface WorkbookState {
  /** Id of the workbook that was set up; another id means that this one is a copy. */
  workbook: string;
  /** Sheet id of each of our tabs, and of the invoice sheet. */
  tabs: Record<string, number>;
  invoiceSheet: number;
  sender: string;
  live: boolean;
  automatic: boolean;
  log: LogHead;
  /** Open invoices found by the last run that changed anything; -1 before the first. */
  openInvoices: number;
  heartbeat: Heartbeat | null;
  /** ISO day on which the owner was last told that a person is needed. */
  notifiedOn: string;
}

const KEY = 'duesheet';

const FRESH: WorkbookState = {
  workbook: '',
  tabs: {},
  invoiceSheet: -1,
  sender: '',
  live: false,
  automatic: false,
  log: EMPTY_LOG,
  openInvoices: -1,
  heartbeat: null,
  notifiedOn: '',
};

/** Reads the state: one service call. */
export function readState(properties: Properties): WorkbookState {
  const text = properties.readAll()[KEY];
  return text ? { ...FRESH, ...(JSON.parse(text) as Partial<WorkbookState>) } : { ...FRESH };
}

/** Writes the state: one service call. */
export function writeState(properties: Properties, state: WorkbookState): void {
  properties.write({ [KEY]: JSON.stringify(state) });
}
