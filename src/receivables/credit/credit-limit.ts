// A credit limit and what is used of it, each currency for itself; with its security and the days that come with it.
import type { Day } from '../day';
import { formatMoney, formatTotals, NO_CURRENCY, type Totals, toMinor } from '../money';

/** What AR Customers says of a customer's credit. */
export interface CreditTerms {
  /** Decimal, as typed; null without one. */
  limit: number | null;
  /** Code of its currency; '' where nobody said. */
  currency: string;
  /** Who gave the limit: an insurer, a bank, our own decision; '' where nobody said. */
  source: string;
  /** The day by which the limit is looked at again. */
  reviewBy: Day | null;
  /** A guarantee, a cover, a retention of title, as written. */
  security: string;
  /** The last day of that security. */
  securityUntil: Day | null;
  /** The day by which the insurer is told of what is overdue. */
  reportBy: Day | null;
}

/** When people are asked about a credit hold. */
export interface CreditRules {
  /** From this share of a limit on, 0.8 for 80 %; above 1 nobody asks for more than the limit itself. */
  fromShare: number;
  /** From so many days past due of the oldest invoice on; null: the ladder alone asks. */
  fromDays: number | null;
}

/** Where nobody set anything: over the limit. */
export const CREDIT_RULES: CreditRules = { fromShare: 1, fromDays: null };

/** What is used of a limit. Money is in minor units. */
export interface CreditUse {
  limit: number;
  /** The currency of the limit; '' where it is not said and cannot be told from the invoices. */
  currency: string;
  /** What is open in that currency. */
  used: number;
  /** The share of the limit that is used; null where it cannot be compared. */
  share: number | null;
  /** What is open in other currencies: it is neither converted nor added. */
  other: Totals;
}

/**
 * What is used of a limit, in its own currency alone.
 * @param open what is open by currency, minor units
 * @returns null where there is no limit
 * @example creditUse({ ...terms, limit: 500, currency: 'EUR' }, { EUR: 60000, USD: 100 })?.share // 1.2
 */
export function creditUse(
  { limit, currency: said }: Pick<CreditTerms, 'limit' | 'currency'>,
  open: Totals,
): CreditUse | null {
  if (limit === null) return null;
  const [only, second] = Object.keys(open);
  const currency = said || (second === undefined ? (only ?? '') : '');
  const { [currency]: used = 0, ...other } = open;
  const most = toMinor(limit, currency);
  const share = currency === '' ? (only === undefined ? 0 : null) : most > 0 ? used / most : used > 0 ? null : 0;
  return { limit: most, currency, used, share, other };
}

/** Whether people are asked about it: over the limit, or from the share on that they chose; a limit of 0 is passed by any sum. */
export function isPastLimit({ share, limit, used, currency }: CreditUse, { fromShare }: CreditRules): boolean {
  if (limit <= 0) return currency !== '' && used > 0;
  return share !== null && (share > 1 || (fromShare < 1 && share >= fromShare));
}

/**
 * The use of a limit in words, another currency said plainly.
 * @example useInWords(use) // '60,000.00 EUR of a limit of 50,000.00 EUR is used (120 %). 100.00 USD is open beside it: another currency, not counted.'
 */
export function useInWords({ limit, currency, used, share, other }: CreditUse): string {
  const beside = Object.keys(other).length === 0 ? '' : formatTotals(other);
  if (currency === '' && beside !== '')
    return `A limit of ${formatMoney(limit, NO_CURRENCY)} without a currency: ${beside} is open. Fill in Limit currency.`;
  const percent = share === null ? '' : ` (${Math.round(share * 100)} %)`;
  const code = currency || NO_CURRENCY;
  const uses = `${formatMoney(used, code)} of a limit of ${formatMoney(limit, code)} is used${percent}.`;
  return beside === '' ? uses : `${uses} ${beside} is open beside it: another currency, not counted.`;
}
