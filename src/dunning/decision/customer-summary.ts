// What a collector asks first about a customer: the last contact, the last payment, how many promises were kept.

import { paymentsOf } from '../../receivables/dated-payments';
import { type Day, shortDay } from '../../receivables/day';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { Contact } from '../history/history-state';
import { CHANNELS, isContact } from '../policy/channels';
import type { CustomerContext } from './customer-context';

/** The answers; null where there is none. */
export interface CustomerSummary {
  /** The last time we turned to the customer, with what came of it: a call that nobody answered says so; tasks are ours. */
  lastContact: Contact | null;
  /** All that came in on the last day on which something did, by the dates in the sheet. */
  lastPayment: { on: Day; totals: Totals } | null;
  /** Of the promises whose day and grace are over, or that were kept before: by the money, not by what a tab still says. */
  promises: { kept: number; ended: number } | null;
}

/** Sums up a customer. @example customerSummary(context.customer('acme')).promises // { kept: 2, ended: 3 } */
export function customerSummary({ facts, blocks, key, invoices }: CustomerContext): CustomerSummary {
  const ended = blocks.promisesOf(key).filter(({ state }) => state !== 'open' && state !== 'cancelled');
  const kept = ended.filter(({ state }) => state === 'kept').length;
  return {
    lastContact: lastOf(facts.history.contacts.get(key) ?? []),
    lastPayment: lastPaymentOf(invoices, facts.asOf),
    promises: ended.length === 0 ? null : { kept, ended: ended.length },
  };
}

/** A mail that was found in Sent later is noted behind what happened since, so the day counts, not the place. */
function lastOf(contacts: readonly Contact[]): Contact | null {
  return contacts
    .filter(({ channel }) => isContact(channel))
    .reduce<Contact | null>((last, contact) => (last && last.on > contact.on ? last : contact), null);
}

function lastPaymentOf(invoices: CustomerContext['invoices'], asOf: Day): CustomerSummary['lastPayment'] {
  const payments = invoices.flatMap((invoice) => paymentsOf(invoice, asOf));
  if (payments.length === 0) return null;
  const on = Math.max(...payments.map((payment) => payment.on));
  const totals: Totals = {};
  for (const payment of payments) if (payment.on === on) addTo(totals, payment.currency, payment.amount);
  return { on, totals };
}

/** The same as labels and values, in the order in which a card shows them; `''` where nothing is known. */
export function summaryInWords(
  { lastContact, lastPayment, promises }: CustomerSummary,
  today: Day,
): [string, string][] {
  const payment = lastPayment && `${formatTotals(lastPayment.totals)}, ${shortDay(lastPayment.on, today)}`;
  return [
    ['Last contact', lastContact ? `${shortDay(lastContact.on, today)}, ${contactInWords(lastContact)}` : 'none yet'],
    ['Last payment', payment ?? ''],
    ['Promises kept', promises ? `${promises.kept} of ${promises.ended}` : ''],
  ];
}

function contactInWords({ channel, outcome, tone }: Contact): string {
  return `${CHANNELS[channel].noun}${outcome ? `: ${outcome}` : tone === 'neutral' ? '' : ` (${tone})`}`;
}
