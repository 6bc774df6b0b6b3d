// What lowers an invoice beside what was paid: credit notes, write-offs, tax withheld, discounts, deposits; and what is kept back for later.
import type { InvoiceRow, Lowered } from '../../receivables/invoice';
import { isReceivable } from '../../receivables/invoice-status';
import { formatMoney, toMinor } from '../../receivables/money';
import type { LoweringField } from '../fields';
import type { LoweringColumns } from './lowering-columns';
import { shareOf } from './paid-column';
import type { TableRow } from './table-row';

/**
 * What lowers the invoice of a row; null where nothing does. A credit note of -50 lowers it by 50, as one of 50 does.
 * @param charged the invoice amount as decimal number: a share (5 %) is of it
 */
export function loweredIn(
  row: TableRow,
  columns: LoweringColumns,
  charged: number | null,
  currency: string,
): Lowered | null {
  const minor = (field: LoweringField): number => {
    const share = shareOf(row.cell(field), row.shown(field), 'money');
    const value = share === null ? row.amount(field).value : share * (charged ?? 0);
    return toMinor(Math.abs(value ?? 0), currency);
  };
  const retained = row.table.detection.columns.retained ? minor('retained') : 0;
  const lowered: Lowered = {
    settled: 0,
    withheld: 0,
    retained,
    until: retained > 0 ? row.date('retainedUntil') : null,
  };
  for (const field of columns.settling) {
    const amount = minor(field);
    lowered.settled += amount;
    if (field === 'withheld') lowered.withheld = amount;
  }
  if (lowered.withheld > 0) {
    const sentence = `tax of ${formatMoney(lowered.withheld, currency)} was withheld and is not owed. See that the customer's certificate for it has come.`;
    row.report('withheld', 'certificate-outstanding', sentence);
  }
  if (retained > 0 && lowered.until === null) nameUndated(row);
  return lowered.settled > 0 || retained > 0 ? lowered : null;
}

// Named once: what lacks is a column, or its cells.
function nameUndated(row: TableRow): void {
  if (row.table.toldOnce.has('retained')) return;
  row.table.toldOnce.add('retained');
  const sentence =
    'no day says until when it is kept back, here and in every row like it: it stays apart and is not asked for. Say the day of release in a column of its own.';
  row.report('retained', 'retention-undated', sentence);
}

/** Minor units: roundings of a cent per line are no difference. */
const ROUNDING = 5;

/**
 * Takes off what lowers each invoice, where no balance has done so, and makes what is kept back a row of its own.
 * @param header of the column of what is kept back
 * @example lessLowered([{ ...row, amount: 100000, lowered: { settled: 10000, withheld: 10000, retained: 0, until: null } }], columns, '')[0].balance // 90000
 */
export function lessLowered(rows: readonly InvoiceRow[], columns: LoweringColumns, header: string): InvoiceRow[] {
  return rows.flatMap((row) => {
    const { lowered, amount, balance } = row;
    if (!lowered || (amount ?? balance ?? 0) <= 0 || row.status === 'credit') return [row];
    return parted(row, lowered, columns, header);
  });
}

function parted(row: InvoiceRow, lowered: Lowered, columns: LoweringColumns, header: string): InvoiceRow[] {
  const { amount, paid, balance, payments } = row;
  const isIn = columns.isRetentionInAmount;
  const rest = amount === null ? (balance ?? 0) : restOf(amount, paid ?? 0, lowered.settled);
  const open = balance === null || payments ? rest : balance;
  // A balance that is already less what is kept back.
  const isOut = !isIn || Math.abs(open - (rest - lowered.retained)) <= ROUNDING;
  const kept = isOut && (open !== rest || !isIn) ? lowered.retained : Math.min(lowered.retained, Math.max(0, open));
  const due = isOut && (open !== rest || !isIn) ? open : open - kept;
  // The word "paid" or a day of payment alone settles what was due; whether what is kept back came with it is not told.
  const isSettled = balance === null && paid === null && (row.status === 'paid' || row.paidOn !== null);
  const main: InvoiceRow = {
    ...row,
    amount: amount === null || !isIn ? amount : amount - kept,
    balance: isSettled ? null : due,
    ...(payments && lowered.settled > 0 ? { payments: [...payments, { amount: lowered.settled, on: null }] } : {}),
  };
  if (kept === 0) return [main];
  return [main, retention(row, kept, lowered, isSettled ? header : '')];
}

// What was taken off may be among what was paid: no more can be settled than the invoice.
function restOf(amount: number, paid: number, settled: number): number {
  return paid <= amount ? Math.max(0, amount - paid - settled) : amount - paid;
}

function retention(row: InvoiceRow, kept: number, { until }: Lowered, doubt: string): InvoiceRow {
  const { payments: _payments, lowered: _lowered, ...rest } = row;
  const unreadable = [...(row.unreadable ?? []), ...(doubt === '' ? [] : [doubt])];
  return {
    ...rest,
    key: `${row.key}~retention`,
    due: until,
    terms: '',
    amount: kept,
    paid: null,
    balance: kept,
    paidOn: null,
    status: isReceivable(row) ? 'retained' : row.status,
    disputed: row.disputed || row.status === 'disputed',
    ...(unreadable.length > 0 ? { unreadable } : {}),
  };
}
