// What goes where of a line, in words; and what is accepted and not in the books yet, as rows that are pasted into the ledger.
import type { PaymentLineView } from '../../entry/sidebar-calls';
import { isoOf } from '../../receivables/day';
import { formatMoney, minorDigits, toDecimal } from '../../receivables/money';

const HEADERS = ['Date', 'Customer', 'Invoice', 'Amount', 'Currency', 'Discount', 'Other', 'Bank line'];

type Parts = PaymentLineView['proposal'];

/** An amount with the decimals of its currency. @example moneyText(1210, 'EUR') // '12.10' */
export function moneyText(minor: number, currency: string): string {
  return toDecimal(minor, currency).toFixed(minorDigits(currency));
}

/** What of a line goes where: as was decided, else as is proposed. */
export function partsOf({ decision, proposal }: Pick<PaymentLineView, 'decision' | 'proposal'>): Parts {
  return decision?.parts ?? proposal;
}

/** What goes where. @example placesInWords(parts) // 'LR-1 500.00 EUR; LR-2 12.10 EUR, discount 2.00 EUR' */
export function placesInWords(parts: Parts): string {
  return parts
    .map(({ invoice, amount, currency, gaps = [] }) =>
      [
        `${invoice || 'on account'} ${formatMoney(amount, currency)}`,
        ...gaps.map(([as, gap]) => `${as} ${formatMoney(gap, currency)}`),
      ].join(', '),
    )
    .join('; ');
}

/**
 * The rows: one for each part of a line's money, none for what is booked.
 * @param lines in the order of the rows
 * @param names of customers by key
 * @returns a row of headers first; empty where nothing is to be booked
 * @example toBook([line], names)[1] // ['2026-11-09', 'Acme', 'LR-1', '980.00', 'EUR', '20.00', '', 'B1']
 */
export function toBook(
  lines: readonly Pick<PaymentLineView, 'id' | 'on' | 'decision'>[],
  names: ReadonlyMap<string, string>,
): string[][] {
  const rows = lines.flatMap(({ id, on, decision }) =>
    (decision?.parts ?? [])
      .filter(({ bookedOn }) => bookedOn === null)
      .map(({ customerKey, invoice, amount, currency, gaps = [] }) => {
        const discount = gaps.reduce((sum, [as, gap]) => (as === 'discount' ? sum + gap : sum), 0);
        const others = gaps.flatMap(([as, gap]) => (as === 'discount' ? [] : [`${as} ${moneyText(gap, currency)}`]));
        return [
          ...[isoOf(on), asText(names.get(customerKey) ?? customerKey), asText(invoice || 'on account')],
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
