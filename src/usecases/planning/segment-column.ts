// The columns Segment and Segment since of AR Customers: the segment every view and every reminder goes by, written by the plan.
import type { DecisionContext } from '../../dunning/decision/customer-context';
import { customerKeyOf } from '../../receivables/customer';
import type { Cell } from '../../sheet/grid';
import type { WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';

/**
 * Brings the columns in line with what a customer counts as: an override, else the segment of a round of reminders that
 * runs, else the one that has held for a week. Only rows from the first to the last that differs are written.
 * @param known customers whose segment was known before this plan: since when theirs counts is not
 */
export function writeSegments(ws: WorkbookSession, context: DecisionContext, known: ReadonlySet<string>): void {
  const table = ws.tabs.table(CUSTOMERS_TAB);
  const segment = table?.columns.get('Segment');
  const since = table?.columns.get('Segment since');
  if (!table || segment === undefined || since === undefined) return;
  const told = new Map<number, [segment: Cell, since: Cell]>();
  let first = 0;
  let last = 0;
  for (const row of table.rows) {
    const key = customerKeyOf(row.text('Customer ID'), row.text('Customer'));
    const before = row.text('Segment');
    const now = key === '' ? before : context.customer(key).segment;
    const day: Cell = before === '' && known.has(key) ? '' : { day: context.facts.asOf };
    told.set(row.row, now === before ? [row.cell('Segment'), row.cell('Segment since')] : [now, day]);
    if (now === before) continue;
    first ||= row.row;
    last = row.row;
  }
  if (first === 0) return;
  const rows = Array.from({ length: last - first + 1 }, (_, at) => told.get(first + at) ?? ['', '']);
  const sheet = ws.tabs.needSheet(CUSTOMERS_TAB);
  const { workbook } = ws.ports;
  if (since === segment + 1) workbook.write(sheet, first, segment + 1, rows);
  else {
    workbook.write(
      sheet,
      first,
      segment + 1,
      rows.map(([name]) => [name]),
    );
    workbook.write(
      sheet,
      first,
      since + 1,
      rows.map(([, day]) => [day]),
    );
  }
  ws.tabs.forget(CUSTOMERS_TAB);
}
