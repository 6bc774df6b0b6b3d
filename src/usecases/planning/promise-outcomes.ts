// Writes into AR Promises what became of promises: kept, partly kept or broken.

import type { Facts } from '../../dunning/decision/facts';
import { endedPromises } from '../../dunning/decision/promise-endings';
import type { NewEvent } from '../../dunning/history/events';
import type { Cell } from '../../sheet/grid';
import type { WorkbookSession } from '../../workbook/session';
import { PROMISES_TAB } from '../../workbook/tab-specs';

/**
 * Writes the state of every promise that is no longer open, in one go, and returns the events that say so.
 * @param facts promises as read, history with what each covered
 */
export function endPromises(ws: WorkbookSession, facts: Facts, actor: string): NewEvent[] {
  const ended = endedPromises(facts, actor);
  if (ended.length === 0) return [];
  writeStates(ws, new Map(ended.map(({ promise, state }) => [promise.row, state])));
  return ended.map(({ event }) => event);
}

/** One write over the rows from the first to the last that changes; the cells between keep what they say. */
function writeStates(ws: WorkbookSession, states: ReadonlyMap<number, string>): void {
  const table = ws.tabs.needTable(PROMISES_TAB);
  const column = table.columns.get('State');
  if (column === undefined) return;
  const rows = [...states.keys()];
  const first = Math.min(...rows);
  const written = new Map(table.rows.map((row) => [row.row, row.cell('State')]));
  const cells: Cell[][] = [];
  for (let row = first; row <= Math.max(...rows); row += 1) cells.push([states.get(row) ?? written.get(row) ?? '']);
  ws.ports.workbook.write(ws.tabs.needSheet(PROMISES_TAB), first, column + 1, cells);
  ws.tabs.forget(PROMISES_TAB);
}
