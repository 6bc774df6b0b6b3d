// What goes where of a line, in words; and what is accepted and not in the books yet, as rows that are pasted into the ledger.
import type { PartView, PaymentLineView } from '../../entry/sidebar-calls';
import { minorDigits } from '../../receivables/money';

const HEADERS = ['Date', 'Customer', 'Invoice', 'Amount', 'Currency', 'Discount', 'Other', 'Bank line'];

/** An amount with the decimals of its currency. @example moneyText(12.1, 'EUR') // '12.10' */
export function moneyText(amount: number, currency: string): string {
  return amount.toFixed(minorDigits(currency));
}

/** What goes where. @example placesInWords(parts) // 'LR-1 500.00; LR-2 12.10 discount 2.00' */
export function placesInWords(parts: readonly PartView[]): string {
  return parts
    .map(({ invoice, amount, currency, gaps }) =>
      [
        `${invoice || 'on account'} ${moneyText(amount, currency)}`,
        ...gaps.map(([as, gap]) => `${as} ${moneyText(gap, currency)}`),
      ].join(' '),
    )
    .join('; ');
}

/** The customers of parts, each once. */
export function customersIn(parts: readonly PartView[]): string {
  return [...new Set(parts.map(({ customer }) => customer))].join(', ');
}

/**
 * The rows: one for each part of a line's money, none for what is booked.
 * @param lines in the order of the rows
 * @returns a row of headers first; empty where nothing is to be booked
 * @example toBook([line])[1] // ['2026-11-09', 'Acme', 'LR-1', '980.00', 'EUR', '20.00', '', 'B1']
 */
export function toBook(lines: readonly PaymentLineView[]): string[][] {
  const rows = lines.flatMap(({ id, date, parts }) =>
    parts
      .filter(({ isBooked }) => !isBooked)
      .map(({ customer, invoice, amount, currency, gaps }) => {
        const discount = gaps.reduce((sum, [as, gap]) => (as === 'discount' ? sum + gap : sum), 0);
        const others = gaps.flatMap(([as, gap]) => (as === 'discount' ? [] : [`${as} ${moneyText(gap, currency)}`]));
        return [
          ...[date, asText(customer), asText(invoice || 'on account')],
          ...[moneyText(amount, currency), currency, discount === 0 ? '' : moneyText(discount, currency)],
          ...[others.join('; '), id],
        ];
      }),
  );
  return rows.length === 0 ? [] : [HEADERS, ...rows];
}

/** One cell, and never a formula in the sheet that it is pasted into. */
function asText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[=+@-]/.test(line) ? `'${line}` : line;
}
