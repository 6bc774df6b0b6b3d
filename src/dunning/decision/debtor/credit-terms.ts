// What a customer may owe us: the limit with its security and days, and what is used of it, each currency for itself.
import { addUnder } from '../../../receivables/cash/grouped';
import type { Day } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { isOwed } from '../../../receivables/invoice-status';
import { addTo, formatMoney, formatTotals, type Totals, toMinor } from '../../../receivables/money';
import type { Facts } from '../facts';

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
    return `A limit of ${formatMoney(limit, 'XXX')} without a currency: ${beside} is open. Fill in Limit currency.`;
  const percent = share === null ? '' : ` (${Math.round(share * 100)} %)`;
  const uses = `${formatMoney(used, currency || 'XXX')} of a limit of ${formatMoney(limit, currency || 'XXX')} is used${percent}.`;
  return beside === '' ? uses : `${uses} ${beside} is open beside it: another currency, not counted.`;
}

/** Whose credit is looked at, with what is open: their own, and of who pays for others theirs too. */
export interface CreditAccount {
  key: string;
  terms: CreditTerms;
  /** Owed, the oldest due first. */
  invoices: Invoice[];
  open: Totals;
  /** How many customers it pays for, of those who owe something. */
  pays: number;
}

const noted = new WeakMap<Facts['customers'], ReadonlyMap<string, CreditTerms>>();

/** The customers of whom AR Customers says something of credit; looked up once for all days of a look ahead. */
export function creditTermsIn(customers: Facts['customers']): ReadonlyMap<string, CreditTerms> {
  const known = noted.get(customers);
  if (known) return known;
  const found = new Map<string, CreditTerms>();
  for (const { key, credit, isOwnCompany } of customers.values()) if (credit && !isOwnCompany) found.set(key, credit);
  noted.set(customers, found);
  return found;
}

/**
 * The customers with a limit, a security or a day, each with what is open. The limit of who pays for others is for all of them; who is
 * paid for by another may have one of its own beside it.
 * @example creditAccounts(facts)[0]?.open // { EUR: 6240000 }
 */
export function creditAccounts({ customers, invoices }: Pick<Facts, 'customers' | 'invoices'>): CreditAccount[] {
  const all = creditTermsIn(customers);
  if (all.size === 0) return [];
  const owed = new Map<string, Invoice[]>();
  for (const invoice of invoices) {
    const { customerKey, debtorKey } = invoice;
    const isPaidFor = debtorKey !== undefined && debtorKey !== customerKey;
    if ((!all.has(customerKey) && !(isPaidFor && all.has(debtorKey))) || !isOwed(invoice)) continue;
    addUnder(owed, customerKey, invoice);
    if (isPaidFor) addUnder(owed, debtorKey, invoice);
  }
  return [...all].map(([key, terms]) => {
    const theirs = (owed.get(key) ?? []).sort((a, b) => (a.due ?? 0) - (b.due ?? 0) || (a.key < b.key ? -1 : 1));
    const open: Totals = {};
    for (const { currency, open: minor } of theirs) addTo(open, currency, minor);
    const others = theirs.flatMap(({ debtorKey }) => (debtorKey === undefined || debtorKey === key ? [] : debtorKey));
    return { key, terms, invoices: theirs, open, pays: new Set(others).size };
  });
}
