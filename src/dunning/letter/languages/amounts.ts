// Amounts as a language writes them: its own marks, the currency's decimals, its code behind.
import { minorDigits, NO_CURRENCY, type Totals } from '../../../receivables/money';

/** How a language writes numbers and joins sums. */
export interface AmountMarks {
  /** Between groups of three digits. */
  group: string;
  /** Before the decimals. */
  decimal: string;
  /** Between the number and the currency. */
  gap: string;
  /** Between the last two sums, e.g. `und`. */
  and: string;
}

/**
 * An amount with the marks of a language.
 * @param minor minor units, negative for a credit
 * @param currency ISO 4217 code; `XXX` leaves the number alone
 * @example amountIn(480000, 'EUR', { group: '.', decimal: ',', gap: ' ', and: 'und' }) // '4.800,00 EUR'
 */
export function amountIn(minor: number, currency: string, marks: AmountMarks): string {
  const digits = minorDigits(currency);
  const [whole = '0', decimals] = (Math.abs(minor) / 10 ** digits).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.group);
  const number = `${minor < 0 ? '-' : ''}${grouped}${decimals ? marks.decimal + decimals : ''}`;
  return currency === NO_CURRENCY ? number : `${number}${marks.gap}${currency}`;
}

/**
 * Sums per currency in words, currencies in alphabetical order; two currencies are never added.
 * @example totalsIn({ GBP: 120000, EUR: 90000 }, ...) // '900,00 EUR und 1.200,00 GBP'
 */
export function totalsIn(totals: Totals, marks: AmountMarks): string {
  const parts = Object.keys(totals)
    .sort()
    .map((currency) => amountIn(totals[currency] ?? 0, currency, marks));
  if (parts.length < 2) return parts[0] ?? amountIn(0, NO_CURRENCY, marks);
  return `${parts.slice(0, -1).join(', ')} ${marks.and} ${parts[parts.length - 1]}`;
}
