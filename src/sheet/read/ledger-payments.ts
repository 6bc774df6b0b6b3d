// Payments and credits that stand in rows of their own and name their invoice: they become its history.

import { addUnder } from '../../receivables/cash/grouped';
import type { InvoiceRow, Payment } from '../../receivables/invoice';
import { isReceivable } from '../../receivables/invoice-status';
import type { MergedRows } from './merge-rows';
import type { SkippedRow } from './table-row';

/**
 * Takes each payment to the one invoice of its customer that has its number. A payment stays a row of its own, lowering what the
 * customer owes, where no invoice or several have the number, or where the payments are more than the invoice.
 * @param credits sheet rows that are a payment or a credit note rather than an invoice
 * @example a row `INV-17, debit 120` and a row `INV-17, credit 50` // one invoice of 120 with 50 paid on the second row's date
 */
export function settleByNumber(rows: readonly InvoiceRow[], credits: ReadonlySet<number>): MergedRows {
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
    const whole = withPayments(invoice, invoice.amount, group);
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

function keyOf({ customerKey, invoice, currency }: InvoiceRow): string {
  return `${customerKey}|${invoice}|${currency}`;
}

function withPayments(invoice: InvoiceRow, amount: number, credits: readonly InvoiceRow[]): InvoiceRow | null {
  const own: Payment[] = invoice.paid ? [{ amount: invoice.paid, on: invoice.paidOn }] : [];
  const payments = own.concat(
    credits.map((row) => ({
      amount: Math.abs(row.amount ?? 0),
      on: row.paidOn ?? row.issued,
      ...(row.status === 'credit' ? { isCredit: true as const } : {}),
    })),
  );
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid > amount) return null;
  const unreadable = [...new Set([invoice, ...credits].flatMap((row) => row.unreadable ?? []))];
  return { ...invoice, paid, balance: amount - paid, payments, ...(unreadable.length > 0 ? { unreadable } : {}) };
}
