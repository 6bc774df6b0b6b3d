// An address that the invoice sheet has and AR Customers does not: the person who is written to may have changed.

import type { Invoice } from '../../../receivables/invoice';
import { isOwed } from '../../../receivables/invoice-status';
import type { History } from '../../history/history';
import { smallAddresses, splitAddresses } from '../../mail/address';
import type { Customer } from '../facts';

/**
 * The addresses of a customer in the invoice sheet where one of them is not known: neither in AR Customers, nor one beside which a person
 * kept that. Without an address in AR Customers those of the sheet are used, and nothing is to be asked.
 * @param invoices the customer's
 * @example otherAddress(acme, invoices, history).join(', ') // 'new.ap@acme.example'
 */
export function otherAddress(
  customer: Customer | undefined,
  invoices: readonly Invoice[],
  { keptAddresses }: Pick<History, 'keptAddresses'>,
): string[] {
  if (!customer || customer.email === '') return [];
  const { key, email, cc, escalationEmail } = customer;
  // Nearly every cell says just what AR Customers does.
  const open = invoices.filter((invoice) => invoice.email !== '' && invoice.email !== email && isOwed(invoice));
  if (open.length === 0) return [];
  const known = new Set([...smallAddresses([email, cc, escalationEmail].join(';')), ...(keptAddresses.get(key) ?? [])]);
  const other = open.find((invoice) => smallAddresses(invoice.email).some((address) => !known.has(address)));
  return other ? splitAddresses(other.email) : [];
}

/** Every address of a customer in the invoice sheet, in small letters. */
export function addressesInSheet(invoices: readonly Invoice[]): string[] {
  return [...new Set(invoices.flatMap(({ email }) => smallAddresses(email)))];
}
