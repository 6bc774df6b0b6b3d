// Writes into AR Promises what became of promises: kept, partly kept or broken.

import type { Facts } from '../../dunning/decision/facts';
import { promiseStandings } from '../../dunning/decision/promises';
import { customerEvent, type NewEvent } from '../../dunning/history/events';
import { formatTotals } from '../../receivables/money';
import type { Cell } from '../../sheet/grid';
import type { WorkbookSession } from '../../workbook/session';
import { PROMISES_TAB } from '../../workbook/tabs/own-tabs';

/**
 * Writes the state of every promise that is no longer open, in one go, and returns the events that say so.
 * @param facts promises as read, history with what each covered
 */
export function endPromises(ws: WorkbookSession, facts: Facts, actor: string): NewEvent[] {
  const ended = promiseStandings(facts).filter(({ promise, state }) => promise.state === 'open' && state !== 'open');
  if (ended.length === 0) return [];
  writeStates(ws, new Map(ended.map(({ promise, state }) => [promise.row, state])));
  return ended.map(({ state, customerKey, received, id }) => {
    const came = Object.keys(received).length > 0 ? ` ${formatTotals(received)} came in.` : '';
    const customer = { key: customerKey, name: facts.customers.get(customerKey)?.name ?? '' };
    return customerEvent('promise-ended', customer, actor, `The promise is ${state}.${came}`, {
      code: state,
      promise: { id, lines: [] },
    });
  });
}

/** One write over the rows from the first to the last that changes; the cells between keep what they say. */
function writeStates(ws: WorkbookSession, states: ReadonlyMap<number, string>): void {
  const table = ws.needTable(PROMISES_TAB);
  const column = table.columns.get('State');
  if (column === undefined) return;
  const rows = [...states.keys()];
  const first = Math.min(...rows);
  const written = new Map(table.rows.map((row) => [row.row, row.cell('State')]));
  const cells: Cell[][] = [];
  for (let row = first; row <= Math.max(...rows); row += 1) cells.push([states.get(row) ?? written.get(row) ?? '']);
  ws.ports.workbook.write(ws.needSheet(PROMISES_TAB), first, column + 1, cells);
  ws.forget(PROMISES_TAB);
}
