// The invoice table of a formula that reports on all of it: every row, or one error that names the first that cannot be read.
import { FormulaError } from '../../receivables/formula-error';
import type { InvoiceRow } from '../../receivables/invoice';
import { isReceivable } from '../../receivables/invoice-status';
import type { ConfirmedTable, Detection } from '../fields';
import type { Grid, Problem } from '../grid';
import { readInvoices } from '../read/read-invoices';
import { ordinal } from './formula-arguments';
import { columnsOf } from './segment-lookup';

/** An invoice table that was read whole. */
export interface WholeTable {
  grid: Grid;
  detection: Detection;
  rows: InvoiceRow[];
}

// What is said about a row that can be counted on all the same.
const HARMLESS = [
  ...['duplicate-invoice', 'status-unknown', 'status-disagrees', 'payment-disagrees', 'amounts-disagree'],
  ...[
    'date-placeholder',
    'customer-from-above',
    'part-payment-unknown',
    'certificate-outstanding',
    'retention-undated',
  ],
  ...['kind-unknown', 'column-unread'],
];

/**
 * Reads a formula's invoice table.
 * @param grid the table with its header row
 * @param confirmed what AR Settings says of the table; its columns are used where the same headers are there
 * @throws FormulaError when the columns cannot be told, or `bad-cells` when a row cannot be read
 */
export function wholeTable(grid: Grid, confirmed: ConfirmedTable): WholeTable {
  const detection = columnsOf(grid, confirmed);
  const { rows, problems } = readInvoices(grid, detection, { defaultCurrency: confirmed.defaultCurrency });
  // Whether an invoice is disputed is of no concern to what it owes.
  const disputed = detection.columns.disputed?.header;
  const bad = problems.filter(({ code, column }) => !HARMLESS.includes(code) && column !== disputed);
  const [first] = bad;
  if (first) throw badRows(first, new Set(bad.map(({ row }) => row)).size);
  return { grid, detection, rows };
}

/**
 * Refuses a table in which a claim has no invoice date: nobody can say in which period it was sold.
 * @throws FormulaError `column-missing` or `bad-cells`
 */
export function requireIssueDates({ detection, rows }: WholeTable): void {
  const { issued } = detection.columns;
  if (!issued) {
    const sentence = 'there is no column with the invoice date, which tells the sales of the period. Add one.';
    throw new FormulaError('column-missing', `invoices: ${sentence}`);
  }
  const undated = rows.filter((row) => row.issued === null && isReceivable(row) && row.amount !== 0);
  const [first] = undated;
  if (!first) return;
  const message = `Row ${first.row}, ${issued.header}: the cell is empty. Fill in the invoice date.`;
  throw badRows({ row: first.row, message }, undated.length);
}

/** The error for rows of the table: names the first and says how many there are. */
export function badRows({ row, message }: Pick<Problem, 'row' | 'message'>, count: number): FormulaError {
  const sentence = message.replace(/^Row \d+/, `invoices, ${ordinal(row)} row`);
  return new FormulaError('bad-cells', count === 1 ? sentence : `${sentence} (${count} such rows)`);
}
