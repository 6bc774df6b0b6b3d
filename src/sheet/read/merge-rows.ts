// Several rows that are one invoice: its line items are put together again, its payments become a history.
import type { InvoiceRow, Payment } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import type { Detection } from '../fields';
import type { Grid } from '../grid';
import { sharedBy } from './invoice-keys';
import { amountOf } from './read-amounts';
import { MONEY, type MoneyField, type SkippedRow } from './table-row';

/** Rows with one invoice each (or one instalment), and the rows that went into another. */
export interface MergedRows {
  rows: InvoiceRow[];
  skipped: SkippedRow[];
}

/**
 * Puts rows of one invoice together. Rows with other due dates stay apart: they are instalments. In a table of line items a column whose
 * values repeat within every invoice holds the invoice's own amount, one whose values differ is added up. In a table of payments each row
 * is one payment of the same invoice.
 * @param continued rows that go on with an invoice without repeating it, and the row it begins in: their amounts are added up
 */
export function mergeRows(
  rows: readonly InvoiceRow[],
  grid: Grid,
  detection: Detection,
  continued: ReadonlyMap<number, number>,
): MergedRows {
  const groups = groupsOf(rows, continued);
  if (groups.length === 0) return { rows: [...rows], skipped: [] };
  const areLines = isLineItemTable(detection) || continued.size > 0;
  const merge = areLines ? lineItems(groups, grid, detection, continued.size > 0) : paymentsOf(detection);
  const gone = new Map<InvoiceRow, InvoiceRow | null>();
  const skipped: SkippedRow[] = [];
  for (const group of groups) {
    const one = merge(group);
    const [first] = group;
    if (!one || !first) continue;
    gone.set(first, one.row);
    for (const row of group.slice(1)) {
      gone.set(row, null);
      skipped.push({ row: row.row, why: `${one.what} of row ${first.row}` });
    }
  }
  const kept = rows.flatMap((row) => {
    const other = gone.get(row);
    return other === undefined ? [row] : other === null ? [] : [other];
  });
  return { rows: kept, skipped };
}

type Merge = (group: readonly InvoiceRow[]) => { row: InvoiceRow; what: string } | null;

// Rows with the same customer, number, dates and currency; blank dates go with the others.
function groupsOf(rows: readonly InvoiceRow[], continued: ReadonlyMap<number, number>): InvoiceRow[][] {
  const begun = new Set(continued.values());
  const keys = rows.map((row) => {
    const first = begun.size === 0 ? 0 : (continued.get(row.row) ?? (begun.has(row.row) ? row.row : 0));
    // A row without a number goes with no other.
    if (row.invoice === '' && first === 0) return `~~${row.row}`;
    const number = row.invoice === '' ? `~${first}` : numberKey(row.invoice);
    return `${row.customerKey}|${number}|${row.due ?? ''}|${row.issued ?? ''}|${row.currency}`;
  });
  return [...sharedBy(rows, keys).values()];
}

/** Whether the table has one row per line item: a quantity, a unit price, an item. */
function isLineItemTable({ columns }: Detection): boolean {
  return Boolean(columns.lineItem ?? columns.quantity ?? columns.unitPrice);
}

function lineItems(groups: readonly InvoiceRow[][], grid: Grid, detection: Detection, isContinued: boolean): Merge {
  const adds = new Set(MONEY.filter((field) => isAdded(field, groups, grid, detection)));
  // What a line below the invoice's first row charges is its own.
  if (isContinued) adds.add('amount');
  return (group) => {
    const [first] = group;
    if (!first) return null;
    const row: InvoiceRow = { ...first };
    for (const field of MONEY) {
      const values = group.flatMap((line) => line[field] ?? []);
      row[field] = values.length === 0 ? null : adds.has(field) ? sum(values) : (values[0] ?? null);
    }
    return { row: { ...row, ...saidByAny(group) }, what: 'line item' };
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// What one line says of the whole invoice.
function saidByAny(group: readonly InvoiceRow[]): Partial<InvoiceRow> {
  const unreadable = [...new Set(group.flatMap((row) => row.unreadable ?? []))];
  const paid = group.flatMap(({ paidOn }) => paidOn ?? []);
  const debt = group.find((row) => row.debt)?.debt;
  return {
    ...firstTexts(group),
    disputed: group.some(({ disputed }) => disputed),
    paidOn: paid.length === 0 ? null : Math.max(...paid),
    ...(unreadable.length > 0 ? { unreadable } : {}),
    ...(debt ? { debt } : {}),
  };
}

const TEXTS = ['terms', 'region', 'businessUnit', 'product'] as const;

// What the first line leaves blank a later one may say.
function firstTexts(group: readonly InvoiceRow[]): Partial<InvoiceRow> {
  const texts: Partial<InvoiceRow> = {};
  for (const field of TEXTS) texts[field] = group.find((row) => row[field] !== '')?.[field] ?? '';
  return texts;
}

/** Of a hundred invoices, this many may show other values in their lines by a slip. */
const SLIPS_PER_HUNDRED = 5;

function isAdded(field: MoneyField, groups: readonly InvoiceRow[][], grid: Grid, detection: Detection): boolean {
  const { [field]: money, lineItem } = detection.columns;
  if (!money) return false;
  if (money.index === lineItem?.index) return true;
  const differing = groups.filter((group) => new Set(group.flatMap((row) => row[field] ?? [])).size > 1).length;
  if (differing * 100 > groups.length * SLIPS_PER_HUNDRED) return true;
  return field === 'amount' && differing === 0 && isQuantityTimesPrice(groups, grid, detection);
}

// Two lines of the same amount are still two lines where each is its quantity times its unit price, but not the whole.
function isQuantityTimesPrice(groups: readonly InvoiceRow[][], grid: Grid, { columns }: Detection): boolean {
  const { quantity, unitPrice, amount } = columns;
  if (!quantity || !unitPrice || !amount) return false;
  const rows = groups.flat().slice(0, 100);
  const fits = rows.filter(({ row }) => {
    const cells = grid.values[row - grid.firstRow] ?? [];
    const [count, each, whole] = [quantity, unitPrice, amount].map(({ index }) => amountOf(cells[index], null));
    return (
      count !== null && each !== null && whole !== null && Math.abs((count ?? 0) * (each ?? 0) - (whole ?? 0)) < 0.02
    );
  });
  return fits.length * 2 > rows.length;
}

function paymentsOf({ columns }: Detection): Merge {
  if (!columns.paid || !columns.paidOn || !columns.amount) return () => null;
  return (group) => {
    const [first] = group;
    const amount = first?.amount ?? null;
    const payments: Payment[] = group.map(({ paid, paidOn }) => ({ amount: paid ?? 0, on: paidOn }));
    const days = new Set(payments.map(({ on }) => on));
    const together = sum(payments.map((payment) => payment.amount));
    const oneInvoice = group.every((row) => row.amount === amount && row.paid !== null);
    // The same payment twice, or more than the invoice: not a history of payments.
    if (!first || amount === null || !oneInvoice || days.size < group.length || together > amount) return null;
    const row = { ...first, ...saidByAny(group), paid: together, balance: amount - together, payments };
    return { row, what: 'payment' };
  };
}
