// Opening a workbook: for a change, refused under the halts that the change names; or to be looked at, with all it says.

import type { Day } from '../receivables/day';
import { readFacts, type WorkbookFacts } from './facts';
import type { SendingHalt } from './halt';
import { damagedTab, haltAmong, tableHalt, type WorkbookHalt } from './halts';
import { halfLoaded, type InvoiceTable, readInvoiceTable } from './invoices';
import type { Ports } from './ports';
import { Refusal } from './refusal';
import { WorkbookSession } from './session';

/** No change where nothing is set up, in a copy, or beside a log that is not whole. */
export const NO_CHANGE: readonly WorkbookHalt[] = ['not-set-up', 'copied', 'log-mismatch'];

/** Changes of reminders write into several of our tabs: all of them must be there. */
export const NO_REMINDER_CHANGE: readonly WorkbookHalt[] = [...NO_CHANGE, 'tab-missing'];

/** Where a person finds what lifts a halt: a refusal has no buttons. */
const WHERE: Readonly<Record<string, string>> = {
  'not-set-up': ' Choose Duesheet > Set up.',
  copied: ' Both buttons stand under Today.',
};

/**
 * Opens a workbook.
 * @param refusedUnder the halts that forbid what is to be done
 * @throws Refusal with the code of the first of them that holds
 * @example openUnless(ports, ['copied']) // for what is allowed before set-up, and beside a broken log
 */
export function openUnless(ports: Ports, refusedUnder: readonly WorkbookHalt[]): WorkbookSession {
  const ws = new WorkbookSession(ports);
  const halt = haltAmong(ws, refusedUnder);
  if (halt) throw Refusal.of({ code: halt.code, message: `${halt.message}${WHERE[halt.code] ?? ''}` });
  return ws;
}

/** The invoices, or the halt where they or a tab that stops reminders cannot be relied on. */
export function readWhole(ws: WorkbookSession, day: Day): { book: InvoiceTable } | { stop: SendingHalt } {
  try {
    const book = readInvoiceTable(ws, day);
    const doubt = halfLoaded(book, ws.state.openKeys);
    const stop = doubt ? tableHalt(doubt.sentence, doubt.acceptable) : damagedTab(ws);
    return stop ? { stop } : { book };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'half-loaded') return { stop: tableHalt(error.message, false) };
    throw error;
  }
}

/** Everything a view reads of a workbook that may be shown; `stop` where the invoices cannot be read. */
export type Shown = { book: InvoiceTable; gathered: WorkbookFacts } | { stop: SendingHalt };

/** Reads the workbook for showing, without changing anything. */
export function readForShowing(ws: WorkbookSession, day: Day): Shown {
  try {
    const read = readWhole(ws, day);
    return 'stop' in read ? read : { ...read, gathered: readFacts(ws, read.book, day) };
  } catch (error) {
    if (error instanceof Refusal) return { stop: tableHalt(error.message, false) };
    throw error;
  }
}

/** Reads the workbook for a change, under the lock. @throws Refusal where the invoices cannot be relied on */
export function readForChange(ws: WorkbookSession): { day: Day; gathered: WorkbookFacts } {
  const { day } = ws.ports.clock.now();
  const whole = readWhole(ws, day);
  if ('stop' in whole) throw Refusal.of(whole.stop);
  return { day, gathered: readFacts(ws, whole.book, day, new Map()) };
}

/** A workbook opened for showing. */
export interface Opened {
  ws: WorkbookSession;
  book: InvoiceTable;
  gathered: WorkbookFacts;
  day: Day;
}

/**
 * Opens a workbook for showing.
 * @param ws given where it is open already
 * @throws Refusal with the stop that forbids it
 */
export function openForShowing(ports: Ports, ws: WorkbookSession = new WorkbookSession(ports)): Opened {
  const { day } = ports.clock.now();
  // Who sends, and whether they may, is not asked for a look.
  const stop = haltAmong(ws);
  if (stop) throw Refusal.of(stop);
  const shown = readForShowing(ws, day);
  if ('stop' in shown) throw Refusal.of(shown.stop);
  return { ws, book: shown.book, gathered: shown.gathered, day };
}
