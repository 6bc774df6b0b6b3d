// Whom a reminder goes to: billing, the senior contact, our account owner, and what keeps it from going there.
import type { Invoice } from '../../receivables/invoice';
import { checkAddress, isOwnDomain, splitAddresses } from '../mail/address';
import { CHANNELS } from '../policy/channels';
import type { PolicyRow, Recipient } from '../policy/policy';
import { isBarred } from './debtor/kinds';
import type { Customer } from './facts';

/** Whom a reminder goes to, and what is wrong with that. */
export interface Recipients {
  to: readonly string[];
  cc: readonly string[];
  notes: readonly string[];
  fix: { code: string; message: string } | null;
}

/**
 * Whom a step goes to.
 * @param customer as in AR Customers, if known there
 * @param lead the invoice the reminder is about: its own address serves where the customer has none
 * @param ownAddress the sender's address: no customer is written to at the sender's own domain
 */
export function recipientsOf(
  customer: Customer | undefined,
  lead: Invoice,
  stage: PolicyRow,
  ownAddress: string,
): Recipients {
  if (!customer) return whoGetsIt(customer, lead, stage, ownAddress);
  const ofCustomer = found.get(customer) ?? new Map<string, Recipients>();
  if (ofCustomer.size === 0) found.set(customer, ofCustomer);
  const { channel, to, cc } = stage;
  const asked = [channel, to.join(), cc.join(), customer.email ? '' : lead.email, ownAddress].join('\n');
  const known = ofCustomer.get(asked);
  if (known) return known;
  const recipients = whoGetsIt(customer, lead, stage, ownAddress);
  ofCustomer.set(asked, recipients);
  return recipients;
}

/** A look ahead asks the same of a customer on many days. */
const found = new WeakMap<Customer, Map<string, Recipients>>();

function whoGetsIt(customer: Customer | undefined, lead: Invoice, stage: PolicyRow, ownAddress: string): Recipients {
  const notes: string[] = [];
  const isAlone = customer !== undefined && isBarred(customer.kind, 'copies');
  const addresses = (role: Recipient): string[] => {
    if (role === 'owner')
      return splitAddresses(customer?.owner ?? '').filter(
        (address) => checkAddress(address) === null && !(isAlone && !isOwnDomain(address, ownAddress)),
      );
    const billing = splitAddresses(customer?.email || lead.email);
    if (role === 'billing' || isAlone) return billing;
    const senior = splitAddresses(customer?.escalationEmail ?? '');
    if (senior.length === 0) notes.push('No escalation address is known, so it goes to the billing contact.');
    return senior.length > 0 ? senior : billing;
  };
  const to = distinct(stage.to.flatMap(addresses));
  const ownCc = isAlone || stage.to.includes('owner') ? [] : splitAddresses(customer?.cc ?? '');
  const cc = distinct([to, stage.cc.flatMap(addresses), ownCc].flat()).slice(to.length);
  if (isAlone && (stage.to.includes('senior') || stage.cc.includes('senior')))
    notes.push(`A ${customer.kind}: nobody else of theirs is written to, so it goes to the billing contact.`);
  return { to, cc, notes, fix: addressFault(customer, stage, to, cc, ownAddress) };
}

/** Each address once, however it is capitalised. */
function distinct(addresses: readonly string[]): readonly string[] {
  if (addresses.length < 2) return addresses;
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

function addressFault(
  customer: Customer | undefined,
  stage: PolicyRow,
  to: readonly string[],
  cc: readonly string[],
  ownAddress: string,
): Recipients['fix'] {
  const name = customer?.name ?? 'the customer';
  const { needs } = CHANNELS[stage.channel];
  if (needs === 'phone' && !customer?.phone) {
    return { code: 'no-address', message: `${name} has no phone number. Fill in Phone in AR Customers.` };
  }
  if (needs !== 'address') return null;
  if (to.length === 0) {
    const column = stage.to.includes('billing') || stage.to.includes('senior') ? 'Email' : 'Owner';
    const what = column === 'Email' ? 'e-mail address' : 'account owner with an address';
    return { code: 'no-address', message: `${name} has no ${what}. Fill in ${column} in AR Customers.` };
  }
  const faulty = to.find(checkAddress) ?? cc.find(checkAddress);
  if (faulty !== undefined) return { code: 'bad-address', message: `${name}: ${checkAddress(faulty)?.message}` };
  const own = to.find((address) => isOwnDomain(address, ownAddress));
  return own === undefined ? null : ownAddressFault(customer, stage, to, ownAddress);
}

/** An account owner of ours may be written to; under an address of ours a customer is not. */
function ownAddressFault(
  customer: Customer | undefined,
  stage: PolicyRow,
  to: readonly string[],
  ownAddress: string,
): Recipients['fix'] {
  const owners = stage.to.includes('owner') ? splitAddresses(customer?.owner ?? '') : [];
  const own = to.find((address) => isOwnDomain(address, ownAddress) && !owners.includes(address));
  if (!own) return null;
  const name = customer?.name ?? 'the customer';
  const message = `${own} is an address of your own firm, not of ${name}. Correct Email in AR Customers.`;
  return { code: 'bad-address', message };
}
