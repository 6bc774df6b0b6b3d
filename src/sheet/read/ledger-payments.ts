// Payments and credits that stand in rows of their own and name their invoice: they become its history.

import { addUnder } from '../../receivables/cash/grouped';
import { lastMoneyOn } from '../../receivables/dated-payments';
import type { InvoiceRow, Payment } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import { isReceivable } from '../../receivables/invoice-status';
import type { Detection } from '../fields';
import type { MergedRows } from './merge-rows';
import type { SkippedRow } from './table-row';

/**
 * Takes each payment to the one invoice of its customer that has its number. A payment stays a row of its own, lowering what the
 * customer owes, where no invoice or several have the number, or where the payments are more than the invoice.
 * @param credits which of the two a sheet row is that is no invoice
 * @example a row `INV-17, debit 120` and a row `INV-17, credit 50` // one invoice of 120 with 50 paid on the second row's date
 */
export function settleByNumber(
  rows: readonly InvoiceRow[],
  credits: ReadonlyMap<number, 'payment' | 'credit note'>,
): MergedRows {
  const payments = rows.filter(
    (row) => row.invoice !== '' && row.amount !== null && credits.has(row.row) && isReceivable(row),
  );
  if (payments.length === 0) return { rows: [...rows], skipped: [] };
  const settled = new Map<string, InvoiceRow[]>();
  for (const payment of payments) addUnder(settled, keyOf(payment), payment);
  const charged = new Map<string, InvoiceRow[]>();
  for (const row of rows)
    if (!credits.has(row.row) && settled.has(keyOf(row)) && isReceivable(row)) addUnder(charged, keyOf(row), row);
  const replaced = new Map<InvoiceRow, InvoiceRow | null>();
  const skipped: SkippedRow[] = [];
  for (const [key, group] of settled) {
    const [invoice, second] = charged.get(key) ?? [];
    if (!invoice || second || invoice.amount === null) continue;
    const whole = withPayments(
      invoice,
      invoice.amount,
      group.map((row) => [row, credits.get(row.row) === 'credit note'] as const),
    );
    if (!whole) continue;
    replaced.set(invoice, whole);
    for (const credit of group) {
      replaced.set(credit, null);
      skipped.push({ row: credit.row, why: `payment of row ${invoice.row}` });
    }
  }
  const kept = rows.flatMap((row) => {
    const other = replaced.get(row);
    return other === undefined ? [row] : other === null ? [] : [other];
  });
  return { rows: kept, skipped };
}

/**
 * Whether a table tells on which days money came: in a column, or by rows that are payments.
 * @example hasPaymentDates({ detection, rows: [{ ...row, payments: [{ amount: 5000, on: 20 }] }] }) // true
 */
export function hasPaymentDates(table: { detection: Detection; rows: readonly InvoiceRow[] }): boolean {
  return (
    table.detection.columns.paidOn !== undefined ||
    table.rows.some(({ payments }) => payments?.some(({ on }) => on !== null))
  );
}

function keyOf({ customerKey, invoice, currency }: InvoiceRow): string {
  return `${customerKey}|${numberKey(invoice)}|${currency}`;
}

function withPayments(
  invoice: InvoiceRow,
  amount: number,
  credits: readonly (readonly [row: InvoiceRow, isNote: boolean])[],
): InvoiceRow | null {
  const own: Payment[] = invoice.paid ? [{ amount: invoice.paid, on: invoice.paidOn }] : [];
  const payments = own.concat(
    credits.map(([row, isNote]) => ({
      amount: Math.abs(row.amount ?? 0),
      on: row.paidOn ?? row.issued,
      ...(isNote ? { isCredit: true as const } : {}),
    })),
  );
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid > amount) return null;
  const unreadable = [...new Set([invoice, ...credits.map(([row]) => row)].flatMap((row) => row.unreadable ?? []))];
  const sums = { paid, balance: amount - paid, payments, paidOn: lastMoneyOn(payments) };
  return { ...invoice, ...sums, ...(unreadable.length > 0 ? { unreadable } : {}) };
}
