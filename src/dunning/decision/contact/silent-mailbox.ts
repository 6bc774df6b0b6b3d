// Mailboxes that also belong to somebody who may not be contacted.
import { smallAddresses } from '../../mail/address';
import type { Customer, Facts } from '../facts';
import { isOf } from '../owed';
import type { Recipients } from '../recipients';

const silentIn = new WeakMap<Facts, ReadonlyMap<string, Customer>>();

/** Who may not be contacted, by their addresses. */
function silentAt(facts: Facts): ReadonlyMap<string, Customer> {
  const known = silentIn.get(facts);
  if (known) return known;
  const silent = [...facts.customers.values()].filter(({ doNotContact }) => doNotContact !== 'no');
  const inSheet = (of: Customer): string => facts.invoices.find((one) => isOf(one, of.key))?.email ?? '';
  const found = new Map(
    silent.flatMap((one) =>
      smallAddresses([one.email || inSheet(one), one.cc, one.escalationEmail].join(';')).map((at) => [at, one]),
    ),
  );
  silentIn.set(facts, found);
  return found;
}

/**
 * The mailbox may be another customer's too, to whom nobody may write: only a person can tell who reads it.
 * @param key of the customer who is written to
 * @returns a doubt in words; none where no such customer has one of the addresses
 */
export function silentMailbox(facts: Facts, key: string, { to, cc }: Pick<Recipients, 'to' | 'cc'>): string[] {
  const silent = silentAt(facts);
  if (silent.size === 0) return [];
  const shared = [...to, ...cc].flatMap((address) => silent.get(address.toLowerCase()) ?? []);
  const other = shared.find((one) => one.key !== key);
  return other ? [`the address is also that of ${other.name}, marked "Do not contact"`] : [];
}
