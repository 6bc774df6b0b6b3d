// Whose credit is looked at: the customers with a limit, a security or a day, each with what is open.
import { addUnder } from '../../../receivables/cash/grouped';
import type { CreditTerms } from '../../../receivables/credit/credit-limit';
import type { Invoice } from '../../../receivables/invoice';
import { isOwed } from '../../../receivables/invoice-status';
import { addTo, type Totals } from '../../../receivables/money';
import type { Facts } from '../facts';

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
