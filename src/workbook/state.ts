// What the script remembers of a workbook beside its tabs: switches, sender, end of the log, last good read.
import { EMPTY_LOG, type LogHead } from '../dunning/history/event-chain';
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
  /** Keys of the invoices that were open at the last run, of many a sample: found again, they show that the sheet is whole. */
  openKeys: string[];
  heartbeat: Heartbeat | null;
  /** ISO day on which the owner was last told that a person is needed. */
  notifiedOn: string;
}

const KEY = 'duesheet';
const OPEN_KEY = 'duesheet.open';

const FRESH: WorkbookState = {
  workbook: '',
  tabs: {},
  invoiceSheet: -1,
  sender: '',
  live: false,
  automatic: false,
  log: EMPTY_LOG,
  openKeys: [],
  heartbeat: null,
  notifiedOn: '',
};

/** Reads the state: one service call. */
export function readState(properties: Properties): WorkbookState {
  const texts = properties.readAll();
  const state = texts[KEY] ? (JSON.parse(texts[KEY]) as Partial<WorkbookState>) : {};
  const openKeys = texts[OPEN_KEY] ? (JSON.parse(texts[OPEN_KEY]) as string[]) : [];
  return { ...FRESH, tabs: {}, ...state, openKeys };
}

/** Writes the state: one service call. The keys stand apart, because a property holds 9 KB at most. */
export function writeState(properties: Properties, state: WorkbookState): void {
  const { openKeys, ...rest } = state;
  properties.write({ [KEY]: JSON.stringify(rest), [OPEN_KEY]: JSON.stringify(openKeys) });
}
