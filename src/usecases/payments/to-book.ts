// What is accepted and not in the books yet, as rows that are pasted into the ledger.
import type { Facts } from '../../dunning/decision/facts';
import type { PaymentLine } from '../../dunning/history/payments';
import { isoOf } from '../../receivables/day';
import { minorDigits, toDecimal } from '../../receivables/money';

const HEADERS = ['Date', 'Customer', 'Invoice', 'Amount', 'Currency', 'Discount', 'Other', 'Bank line'];

/**
 * The rows: one for each part of a line's money, none for what is booked.
 * @param lines in the order of the rows
 * @returns a row of headers first; empty where nothing is to be booked
 * @example toBook([line], facts)[1] // ['2026-11-09', 'Acme', 'LR-1', '980.00', 'EUR', '20.00', '', 'B1']
 */
export function toBook(lines: readonly PaymentLine[], { customers }: Pick<Facts, 'customers'>): string[][] {
  const rows = lines.flatMap(({ id, on, decision }) =>
    (decision?.parts ?? [])
      .filter(({ bookedOn }) => bookedOn === null)
      .map(({ customerKey, invoice, amount, currency, gaps = [] }) => {
        const money = (minor: number): string => toDecimal(minor, currency).toFixed(minorDigits(currency));
        const discount = gaps.reduce((sum, [as, gap]) => (as === 'discount' ? sum + gap : sum), 0);
        const others = gaps.flatMap(([as, gap]) => (as === 'discount' ? [] : [`${as} ${money(gap)}`]));
        return [
          ...[isoOf(on), asText(customers.get(customerKey)?.name ?? customerKey), asText(invoice || 'on account')],
          ...[money(amount), currency, discount === 0 ? '' : money(discount), others.join('; '), id],
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
