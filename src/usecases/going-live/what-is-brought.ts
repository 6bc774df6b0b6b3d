// What people bring along when the work begins: who is with a lawyer, and columns of theirs that tell who was chased when.

import { isChaseable } from '../../dunning/decision/owed';
import { numberKey } from '../../dunning/decision/promises';
import type { ChasedBefore } from '../../dunning/going-live/going-live-events';
import type { Invoice } from '../../receivables/invoice';
import { type Cell, isBlank, isDayCell } from '../../sheet/grid';
import { dateOrderOf, dayOfNumber, dayOfText } from '../../sheet/read/read-dates';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';
import type { WorkbookFacts } from '../../workbook/facts';
import type { InvoiceTable } from '../../workbook/invoices';

/** A list of people and invoices, understood line by line. */
export interface LawyerList {
  /** Keys of the open invoices meant. */
  keys: string[];
  /** What each line was taken for: `Acme Ltd: 3 open invoices`. */
  matched: string[];
  /** Lines that name nobody and no invoice, as written. */
  unmatched: string[];
}

/**
 * Reads who is with a lawyer or an agency already.
 * @param text customer names, ids or invoice numbers, one a line
 */
export function lawyerList(text: string, { facts, customers }: WorkbookFacts): LawyerList {
  const found: LawyerList = { keys: [], matched: [], unmatched: [] };
  const open = facts.invoices.filter(isChaseable);
  const keys = new Set<string>();
  for (const written of new Set(text.split(/\r?\n/).map((line) => line.trim()))) {
    if (written === '') continue;
    const customerKey = customers.keyOf(written);
    const own = customerKey ? open.filter((one) => one.customerKey === customerKey) : withNumber(open, written);
    const owners = [...new Set(own.map((one) => nameOf(one, facts.customers)))];
    if (!customerKey && own.length === 0) found.unmatched.push(written);
    else if (owners.length > 1)
      found.unmatched.push(`${written} (an invoice of ${owners.join(' and of ')}: write the customer)`);
    else {
      const name = owners[0] ?? facts.customers.get(customerKey)?.name ?? written;
      const number = customerKey ? '' : `invoice ${own[0]?.invoice ?? written}, `;
      const told = `${name}: ${number}${own.length} open ${own.length === 1 ? 'invoice' : 'invoices'}`;
      if (!found.matched.includes(told)) found.matched.push(told);
      for (const { key } of own) keys.add(key);
    }
  }
  found.keys.push(...keys);
  return found;
}

function withNumber(open: readonly Invoice[], written: string): Invoice[] {
  return open.filter(({ invoice }) => invoice !== '' && numberKey(invoice) === numberKey(written));
}

function nameOf({ customerKey, customer }: Invoice, customers: ReadonlyMap<string, { name: string }>): string {
  return customers.get(customerKey)?.name ?? customer;
}

/** The headers of the invoice sheet that mean nothing to Duesheet: one of them may tell who was chased when. */
export function freeHeaders({ detection }: InvoiceTable): string[] {
  const taken = new Set(Object.values(detection.columns).map((column) => column?.header));
  return detection.headers.filter((header) => header.trim() !== '' && !taken.has(header));
}

/** What the two columns say, and what could not be read. */
export interface ChasedColumns {
  chased: Map<string, ChasedBefore>;
  /** Rows of the sheet whose cells could not be read, with what they hold. */
  unread: { row: number; text: string }[];
}

/**
 * Reads when open invoices were last chased, and at which stage.
 * @param chasedOn,lastStage headers of the sheet; '' for none
 * @param asOf a day later than that is a slip of the pen
 */
export function chasedColumns(
  book: InvoiceTable,
  invoices: readonly Invoice[],
  asOf: number,
  { chasedOn, lastStage }: { chasedOn: string; lastStage: string },
): ChasedColumns {
  const result: ChasedColumns = { chased: new Map(), unread: [] };
  const dayOf = reader(book, chasedOn, dayReader(book, chasedOn));
  const stageOf = reader(book, lastStage, stageNumber);
  if (!dayOf && !stageOf) return result;
  for (const invoice of invoices) {
    if (!isChaseable(invoice)) continue;
    const on = dayOf?.(invoice.row) ?? { value: null, text: '' };
    const stage = stageOf?.(invoice.row) ?? { value: null, text: '' };
    const isLater = on.value !== null && on.value > asOf;
    for (const { value, text } of [isLater ? { value: null, text: `${on.text} (still to come)` } : on, stage])
      if (value === null && text !== '') result.unread.push({ row: invoice.row, text });
    if ((on.value === null || isLater) && stage.value === null) continue;
    result.chased.set(invoice.key, { on: isLater ? null : on.value, stage: stage.value });
  }
  return result;
}

type Reading = { value: number | null; text: string };

/** Reads the cells of a column by sheet row; null without that column. */
function reader(
  { grid, detection }: InvoiceTable,
  header: string,
  read: (cell: Cell) => number | null,
): ((row: number) => Reading) | null {
  const column = header === '' ? -1 : detection.headers.indexOf(header);
  if (column < 0) return null;
  return (row) => {
    const cell = grid.values[row - grid.firstRow]?.[column] ?? '';
    return isBlank(cell) ? { value: null, text: '' } : { value: read(cell), text: textOf(cell) };
  };
}

/** A date in the order of its own column, else as the other dates of the sheet were confirmed to be. */
function dayReader({ grid, detection }: InvoiceTable, header: string): (cell: Cell) => number | null {
  const column = detection.headers.indexOf(header);
  const from = detection.headerRow - grid.firstRow + 1;
  const cells = grid.values.slice(from).map((row): Cell => row[column] ?? '');
  const order = dateOrderOf(cells).order ?? detection.dateOrder ?? null;
  return (cell) => {
    if (isDayCell(cell)) return cell.day;
    if (typeof cell === 'number') return dayOfNumber(cell);
    return typeof cell === 'string' ? dayOfText(cell.trim(), order) : null;
  };
}

/** `2`, `Stage 2`, `2nd reminder`. */
function stageNumber(cell: Cell): number | null {
  const { amount } = amountOfCell(cell);
  const number = amount ?? Number(/^\D*(\d{1,2})\D*$/.exec(textOf(cell))?.[1] ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 && number < 100 ? number : null;
}
