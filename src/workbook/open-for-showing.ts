// A workbook opened to be looked at: the invoices and everything our tabs say, or the halt that forbids it.

import type { Day } from '../receivables/day';
import { readFacts, type WorkbookFacts } from './facts';
import type { SendingHalt } from './halt';
import { damagedTab, haltsPlanning, tableHalt, workbookHalts } from './halts';
import { halfLoaded, type InvoiceTable, readInvoiceTable } from './invoices';
import type { Ports } from './ports';
import { Refusal } from './refusal';
import { WorkbookSession } from './session';

/** Everything a view reads of a workbook that may be shown; `stop` where the invoices cannot be read. */
export type Shown = { book: InvoiceTable; gathered: WorkbookFacts } | { stop: SendingHalt };

/** Reads the workbook for showing, without changing anything. */
export function readForShowing(ws: WorkbookSession, day: Day): Shown {
  try {
    const book = readInvoiceTable(ws, day);
    const doubt = halfLoaded(book, ws.state.openKeys);
    const stop = doubt ? tableHalt(doubt.sentence, doubt.acceptable) : damagedTab(ws);
    if (stop) return { stop };
    return { book, gathered: readFacts(ws, book, day) };
  } catch (error) {
    if (error instanceof Refusal) return { stop: tableHalt(error.message, false) };
    throw error;
  }
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
  const stop = workbookHalts(ws, day).find(haltsPlanning);
  if (stop) throw new Refusal(stop.code, stop.message);
  const shown = readForShowing(ws, day);
  if ('stop' in shown) throw new Refusal(shown.stop.code, shown.stop.message);
  return { ws, book: shown.book, gathered: shown.gathered, day };
}
