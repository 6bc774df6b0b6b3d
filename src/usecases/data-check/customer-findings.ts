// What looks wrong about the customers of a book: no address, several currencies, not listed yet, several spellings.

import type { Customer } from '../../dunning/decision/facts';
import { byCustomer, isChaseable, isOverdue } from '../../dunning/decision/owed';
import { readAddresses } from '../../dunning/mail/address';
import type { Invoice } from '../../receivables/invoice';
import { addTo, formatTotals, NO_CURRENCY, type Totals, toDecimal } from '../../receivables/money';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { finding } from './row-findings';
import type { FindingView } from './view';

/** A customer with something open. */
export interface Debtor {
  key: string;
  name: string;
  email: string;
  open: readonly Invoice[];
  /** Where the customer can be mended: the row in AR Customers, else that of the first invoice. */
  place: { sheet: string; row: number };
  isListed: boolean;
  /** Whether somebody said who pays: they themselves, or another. */
  isAnswered: boolean;
}

/**
 * The customers with something open, in the order of the sheet.
 * @param listed rows of AR Customers by key; null where there is no such tab
 */
export function debtorsIn(
  invoices: readonly Invoice[],
  customers: ReadonlyMap<string, Customer>,
  sheet: string,
  listed: ReadonlyMap<string, number> | null,
): Debtor[] {
  return [...byCustomer(invoices.filter(isChaseable))].map(([key, open]) => {
    const row = listed?.get(key);
    return {
      key,
      name: customers.get(key)?.name || open[0]?.customer || key,
      email: customers.get(key)?.email ?? '',
      open,
      place: row === undefined ? { sheet, row: open[0]?.row ?? 0 } : { sheet: CUSTOMERS_TAB.name, row },
      isListed: listed === null || row !== undefined,
      isAnswered: (customers.get(key)?.paidBy ?? '') !== '',
    };
  });
}

/** What looks wrong about customers with something open. */
export function customerFindings(debtors: readonly Debtor[]): (FindingView | null)[] {
  const mixed = debtors.flatMap((debtor) => {
    const codes = new Set(debtor.open.map(({ currency }) => currency));
    codes.delete(NO_CURRENCY);
    return codes.size > 1 ? [{ ...debtor.place, text: `${debtor.name}: ${[...codes].sort().join(', ')}` }] : [];
  });
  return [
    finding(
      'no-address',
      'Customers without an address',
      'No mail can be written to them. Fill in Email in AR Customers, or a column with addresses in your sheet.',
      withoutAddress(debtors),
    ),
    finding(
      'address-shared',
      'One address at several customers',
      'If one of them pays for the others, write its name into Paid by of the others in AR Customers: it gets one mail for all. If each pays for itself, write "itself" there, and this is not asked again. If it is one of your own people, choose another column for the address.',
      sharedAddresses(debtors),
    ),
    finding(
      'currencies-mixed',
      'Customers with several currencies',
      'Right for many. A reminder has a table for each currency, and they are never added up.',
      mixed,
    ),
    finding(
      'not-listed',
      'Customers not in AR Customers yet',
      'The next plan adds them.',
      debtors.filter(({ isListed }) => !isListed).map(({ place, name }) => ({ ...place, text: name })),
    ),
  ];
}

/** So many customers of an address are named. */
const NAMED = 3;

function sharedAddresses(debtors: readonly Debtor[]): FindingView['rows'] {
  const byAddress = new Map<string, Debtor[]>();
  for (const debtor of debtors.filter(({ isAnswered }) => !isAnswered))
    for (const address of new Set(readAddresses(debtor.email).addresses.map((one) => one.toLowerCase())))
      byAddress.set(address, [...(byAddress.get(address) ?? []), debtor]);
  return [...byAddress].flatMap(([address, those]) => {
    const [first] = those;
    if (!first || those.length < 2) return [];
    const names = those.slice(0, NAMED).map(({ name }) => name);
    const more = those.length > NAMED ? ` and ${those.length - NAMED} more` : '';
    return [{ ...first.place, text: `${address}: ${names.join(', ')}${more}` }];
  });
}

/** Those with the most overdue first, in the currency that most of the book is in; the others after them. */
function withoutAddress(debtors: readonly Debtor[]): FindingView['rows'] {
  const main = mainCurrency(debtors);
  const rows = debtors.flatMap((debtor) => {
    const { addresses, problems } = readAddresses(debtor.email);
    if (addresses.length > 0) return [];
    const overdue: Totals = {};
    for (const invoice of debtor.open) if (isOverdue(invoice)) addTo(overdue, invoice.currency, invoice.open);
    const amounts = Object.entries(overdue).map(([code, minor]) => toDecimal(minor, code));
    const owes = amounts.length > 0 ? `owes ${formatTotals(overdue)} overdue` : 'owes nothing overdue yet';
    const fault = problems[0] ? ` ${problems[0].message}` : '';
    const place = { ...debtor.place, text: `${debtor.name} ${owes}.${fault}` };
    return [{ place, inMain: toDecimal(overdue[main] ?? 0, main), largest: Math.max(0, ...amounts) }];
  });
  rows.sort((a, b) => b.inMain - a.inMain || b.largest - a.largest);
  return rows.map(({ place }) => place);
}

function mainCurrency(debtors: readonly Debtor[]): string {
  const counts = new Map<string, number>();
  for (const { open } of debtors)
    for (const { currency } of open) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? NO_CURRENCY;
}
