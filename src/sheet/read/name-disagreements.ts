// Rows whose columns contradict each other: amounts and dates win, and the row is named.
import type { InvoiceRow } from '../../receivables/invoice';
import type { Detection, Field } from '../fields';
import type { Problem } from '../grid';
import { saysLastPayment } from '../vocabulary/header-words';

/** Minor units: roundings of a cent per line are no contradiction. */
const ROUNDING = 5;

const PAYMENT = {
  open: 'there is a payment date, but something is still open; that stays open. Correct one of them if it was paid in full.',
  paid: 'there is a payment date, but the amounts say that nothing was paid; the date decides. Correct one of them.',
} as const;

/** Names what in a row does not fit together. @param problems where the findings go */
export function nameDisagreements(row: InvoiceRow, { columns }: Detection, problems: Problem[]): void {
  const report = (field: Field, code: string, sentence: string): void => {
    const column = columns[field]?.header ?? '';
    problems.push({ row: row.row, column, code, message: `Row ${row.row}, ${column}: ${sentence}` });
  };
  const { status, amount, paid, balance, paidOn } = row;
  const difference = amount !== null && paid !== null ? amount - paid : null;
  const remainder = balance ?? difference;
  const settled = row.lowered?.settled ?? 0;
  if (columns.status && status === 'paid' && paidOn === null && remainder !== null && remainder > 0) {
    const sentence =
      'the status says paid, but the amounts say that something is open; the amounts decide. Correct one of them.';
    report('status', 'status-disagrees', sentence);
  }
  if (columns.status && (status === 'open' || status === 'disputed') && remainder === 0 && amount !== 0) {
    const sentence = `the status says ${status}, but nothing is open; the amounts decide. Correct one of them.`;
    report('status', 'status-disagrees', sentence);
  }
  if (
    columns.paidOn &&
    paidOn !== null &&
    amount !== null &&
    remainder !== null &&
    remainder > 0 &&
    status !== 'part-paid' &&
    !saysLastPayment(columns.paidOn.header)
  ) {
    report('paidOn', 'payment-disagrees', PAYMENT[balance !== null || remainder < amount ? 'open' : 'paid']);
  }
  if (
    columns.paidOn &&
    columns.status &&
    paidOn !== null &&
    status === 'open' &&
    remainder === null &&
    amount !== null
  ) {
    const sentence =
      'the status says that it is open, but there is a payment date; the date decides. Correct one of them.';
    report('status', 'status-disagrees', sentence);
  }
  const offs = difference === null ? [] : [difference, difference - settled];
  if (balance !== null && paid !== 0 && offs.length > 0 && offs.every((off) => Math.abs(balance - off) > ROUNDING)) {
    report(
      'balance',
      'amounts-disagree',
      'the balance is not the amount less what was paid; the balance decides. Correct one of them.',
    );
  }
}
