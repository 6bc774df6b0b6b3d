// Who in a workbook looks like one customer, and whom people said are two.

import type { Customer } from '../dunning/decision/facts';
import type { LogEvent } from '../dunning/history/events';
import type { History } from '../dunning/history/history';
import { domainOf, isFreemail, readAddresses } from '../dunning/mail/address';
import { isoOf } from '../receivables/day';
import type { Invoice } from '../receivables/invoice';
import { type CustomerSpelling, proposeSameCustomers, type SameCustomer } from '../receivables/same-customer';

/**
 * The groups of customers that look like one and that nobody has decided about.
 * @param invoices under the keys their customers have now
 * @param customers those of AR Customers and of the invoices, by key
 * @param apart see `keptApart`
 * @param renamed customers who count as another one of before until somebody says so
 */
export function likelySame(
  invoices: readonly Invoice[],
  customers: ReadonlyMap<string, Customer>,
  apart: readonly (readonly string[])[],
  renamed: History['renamed'] = new Map(),
): SameCustomer[] {
  const found = proposeSameCustomers(spellings(invoices, customers), apart);
  const followed = [...renamed].map(([keep, { on, keys }]) => {
    const names = keys.map((key) => `“${customers.get(key)?.name ?? key}”`).join(' and ');
    return { keep, others: [...keys], why: `Their invoices stood under ${names} before ${isoOf(on)}` };
  });
  return [...followed, ...found.filter(({ keep, others }) => ![keep, ...others].some((key) => renamed.has(key)))];
}

/**
 * The keys of customers that people said are different ones, in groups.
 * @param aliases keys that belong to another one by now
 */
export function keptApart(events: readonly LogEvent[], aliases: ReadonlyMap<string, string>): string[][] {
  return events
    .filter(({ kind }) => kind === 'customers-apart')
    .map(({ facts }) => (facts.keys ?? []).map((key) => aliases.get(key) ?? key));
}

/** A customer who is only listed counts too: a hold of theirs must not be lost under another spelling. */
function spellings(invoices: readonly Invoice[], customers: ReadonlyMap<string, Customer>): CustomerSpelling[] {
  const found = new Map<string, CustomerSpelling & { addresses: string[] }>();
  const companyAddresses = addressReader();
  for (const { key, id, name, email } of customers.values()) {
    found.set(key, { key, id, name, invoices: 0, row: 0, addresses: companyAddresses(email) });
  }
  for (const { customerKey: key, customer: name, customerId: id, email, row } of invoices) {
    let known = found.get(key);
    if (!known) {
      known = { key, id, name: name || id, invoices: 0, row, addresses: companyAddresses(email) };
      found.set(key, known);
    }
    known.invoices += 1;
    known.row = known.row === 0 ? row : Math.min(known.row, row);
  }
  return [...found.values()].filter(({ key }) => key !== '');
}

/** Company addresses of a cell; each text is read once. */
function addressReader(): (email: string) => string[] {
  const known = new Map<string, string[]>();
  return (email) => {
    let addresses = known.get(email);
    if (!addresses) {
      const small = readAddresses(email).addresses.map((address) => address.toLowerCase());
      addresses = small.filter((address) => !isFreemail(domainOf(address)));
      known.set(email, addresses);
    }
    return addresses;
  };
}
