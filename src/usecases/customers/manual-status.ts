// What people note about a customer by hand: they replied, a mail bounced, handed over, do not contact, another address.
import * as v from 'valibot';
import { blocksOf } from '../../dunning/decision/blocks';
import type { Facts } from '../../dunning/decision/facts';
import { addressesInSheet } from '../../dunning/decision/identity/other-address';
import { isChaseable, isHandedOver, isOverdue } from '../../dunning/decision/owed';
import { partsForCells } from '../../dunning/history/cell-parts';
import { customerEvent, type NewEvent } from '../../dunning/history/events';
import { contactForbidden } from '../../dunning/history/stops';
import { checkAddress, readAddresses, smallAddresses, splitAddresses } from '../../dunning/mail/address';
import { customerKeyOf } from '../../receivables/customer';
import type { Invoice } from '../../receivables/invoice';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { newCustomerRow } from '../../workbook/tabs/customers';
import type { TabRow } from '../../workbook/tabs/records';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { type CustomerChange, changeCustomer, type OpenCustomer } from '../agreements/customer-change';
import type { ChangeResult } from '../waiting/change-result';

/** "They replied": nothing is sent for five business days, so that a person can answer. */
export function markReplied(ports: Ports, customerKey: string, note: string): ChangeResult {
  return changeCustomer(ports, customerKey, (open) => addReply(open, note));
}

/** Notes in an opened workbook that somebody replied. */
export function addReply({ customer, user }: OpenCustomer, note: string): CustomerChange {
  return {
    events: [customerEvent('replied', customer, user, note.trim() || 'They replied.')],
    tell: (facts) => `${customer.name}: ${messageOf(blocksOf(facts).reply(customer.key))}`,
  };
}

/**
 * "Bounced": nothing is sent until the address in AR Customers is another one.
 * @param addresses the ones that mail came back from, as written; '' for the customer's present ones
 */
export function markBounced(ports: Ports, customerKey: string, addresses: string): ChangeResult {
  const named = smallAddresses(addresses);
  const fault = named.map(checkAddress).find((problem) => problem !== null);
  if (fault) throw Refusal.of(fault);
  return changeCustomer(ports, customerKey, (open) => {
    const { customer, invoices } = open;
    const present = smallAddresses(customer.email || (invoices[0]?.email ?? ''));
    const dead = named.length > 0 ? named : present;
    if (dead.length === 0) throw new Refusal('no-address', `${customer.name} has no address that could bounce.`);
    return addBounce(open, dead);
  });
}

/** Notes in an opened workbook that mail came back. @param dead addresses in small letters @param why said behind it */
export function addBounce({ customer, user }: OpenCustomer, dead: readonly string[], why = ''): CustomerChange {
  const note = `Mail to ${dead.join(', ')} came back. ${why}`.trim();
  return {
    events: [customerEvent('bounced', customer, user, note, { addresses: [...dead] })],
    tell: (after) => {
      const stop = blocksOf(after).bounce(customer.key);
      if (stop) return `${customer.name}: ${messageOf(stop)}`;
      return `Noted. ${dead.join(', ')} is not an address reminders to ${customer.name} go to, so nothing is stopped.`;
    },
  };
}

/** Lifts "They replied" and "Bounced". Queues what is due, sends nothing. */
export function resumeCustomer(ports: Ports, customerKey: string): ChangeResult {
  return changeCustomer(ports, customerKey, ({ customer, invoices, facts, user }) => {
    const { replied, bounced } = facts.history;
    const isStopped = replied.has(customer.key) || bounced.has(customer.key) || blocksOf(facts).bounce(customer.key);
    if (!isStopped)
      throw new Refusal('nothing-to-lift', `Neither a reply nor a bounce stops reminders to ${customer.name}.`);
    const { email, cc, escalationEmail } = customer;
    const own = splitAddresses([email || (invoices[0]?.email ?? ''), cc, escalationEmail].join(';'));
    const addresses = [...new Set(own.map((address) => address.toLowerCase()))];
    return {
      events: [customerEvent('resumed', customer, user, 'Reply and bounce are settled.', { addresses })],
      tell: () => `${customer.name}: reminders are queued again as they fall due; nothing was sent.`,
    };
  });
}

/**
 * Hands invoices over to somebody else (a lawyer, an agency): nobody is reminded of them any more.
 * @param invoiceKeys keys of open invoices; none for all that are overdue
 */
export function handOver(
  ports: Ports,
  customerKey: string,
  invoiceKeys: readonly string[],
  note: string,
): ChangeResult {
  return changeCustomer(ports, customerKey, ({ customer, invoices, facts, user }) => {
    const open = invoices.filter((invoice) => isChaseable(invoice) && !isHandedOver(facts, invoice));
    const chosen =
      invoiceKeys.length > 0 ? open.filter(({ key }) => invoiceKeys.includes(key)) : open.filter(isOverdue);
    if (chosen.length === 0)
      throw new Refusal('nothing-open', `${customer.name} has no such open invoice that could be handed over.`);
    const what = invoicesInWords(chosen);
    return {
      events: aboutInvoices('handed-over', { customer, user }, chosen, note.trim() || `Handed over: ${what}.`),
      tell: () =>
        `${what} of ${customer.name} handed over: nobody is reminded of that until you take it back. What falls due later stays with us.`,
    };
  });
}

/** Takes handed-over invoices back. @param invoiceKeys none for all of the customer. Queues what is due, sends nothing. */
export function takeBack(ports: Ports, customerKey: string, invoiceKeys: readonly string[] = []): ChangeResult {
  return changeCustomer(ports, customerKey, ({ customer, invoices, facts, user }) => {
    const away = invoices.filter((invoice) => isChaseable(invoice) && isHandedOver(facts, invoice));
    const chosen = invoiceKeys.length > 0 ? away.filter(({ key }) => invoiceKeys.includes(key)) : away;
    if (chosen.length === 0)
      throw new Refusal('nothing-to-lift', `No open invoice of ${customer.name} is handed over.`);
    const what = invoicesInWords(chosen);
    return {
      events: aboutInvoices('taken-back', { customer, user }, chosen, `Taken back: ${what}.`),
      tell: () => `${what} of ${customer.name} taken back: reminders are queued as they fall due; nothing was sent.`,
    };
  });
}

function aboutInvoices(
  kind: 'handed-over' | 'taken-back',
  { customer, user }: Pick<OpenCustomer, 'customer' | 'user'>,
  chosen: readonly Invoice[],
  note: string,
): NewEvent[] {
  const byKey = new Map(chosen.map((invoice) => [invoice.key, invoice]));
  return partsForCells([...byKey.keys()]).map((keys) => {
    const part = keys.flatMap((key) => byKey.get(key) ?? []);
    const event = customerEvent(kind, customer, user, note, { keys });
    return { ...event, invoices: numbersOf(part), amounts: formatTotals(openOf(part)) };
  });
}

function numbersOf(invoices: readonly Invoice[]): string {
  return invoices.map(({ invoice, key }) => invoice || key).join(', ');
}

function openOf(invoices: readonly Invoice[]): Totals {
  const totals: Totals = {};
  for (const { currency, open } of invoices) addTo(totals, currency, open);
  return totals;
}

/** @example '2 invoices (1,200.00 EUR)' */
function invoicesInWords(invoices: readonly Invoice[]): string {
  const [first] = invoices;
  const what = invoices.length === 1 && first ? `Invoice ${first.invoice || first.key}` : `${invoices.length} invoices`;
  return `${what} (${formatTotals(openOf(invoices))})`;
}

/** Marks a customer as one nobody writes to, or lifts that. */
export function setDoNotContact(ports: Ports, customerKey: string, on: boolean): ChangeResult {
  return changeCustomer(ports, customerKey, (open) => {
    const { ws, customer, user } = open;
    writeCells(ws.tabs, CUSTOMERS_TAB, rowOfCustomer(open).row, { 'Do not contact': on ? 'yes' : '' });
    if (!on) emptyElsewhere(open, ['Do not contact']);
    return {
      events: [contactForbidden(customer, user, on)],
      tell: () =>
        on
          ? `Nobody writes to ${customer.name} until "Do not contact" is lifted.`
          : `${customer.name} may be contacted again: reminders are queued as they fall due; nothing was sent.`,
    };
  });
}

/** What may be changed of a customer's contact; what is left out stays. */
export const contactChange = v.partial(
  v.object({
    contact: v.string(),
    email: v.string(),
    cc: v.string(),
    escalationEmail: v.string(),
    phone: v.string(),
    language: v.string(),
    country: v.string(),
    owner: v.string(),
    notes: v.string(),
  }),
);
export type ContactChange = v.InferOutput<typeof contactChange>;

const CONTACT_COLUMNS: readonly [keyof ContactChange, string][] = [
  ['contact', 'Contact'],
  ['email', 'Email'],
  ['cc', 'CC'],
  ['escalationEmail', 'Escalation email'],
  ['phone', 'Phone'],
  ['language', 'Language'],
  ['country', 'Country'],
  ['owner', 'Owner'],
  ['notes', 'Notes'],
];
const ADDRESSES: readonly (keyof ContactChange)[] = ['email', 'cc', 'escalationEmail'];

/** Changes how a customer is reached: cells of AR Customers and nothing else. */
export function changeContact(ports: Ports, customerKey: string, change: ContactChange): ChangeResult {
  for (const field of ADDRESSES) {
    const [fault] = readAddresses(change[field] ?? '').problems;
    if (fault) throw Refusal.of(fault);
  }
  return changeCustomer(ports, customerKey, (open) => {
    const { ws, customer } = open;
    const changed = CONTACT_COLUMNS.flatMap(([field, header]) => {
      const value = change[field]?.trim();
      return value === undefined || value === customer[field] ? [] : [{ header, value, before: customer[field] }];
    });
    if (changed.length === 0) return { events: [], tell: () => 'Nothing was different, so nothing was changed.' };
    const cells = Object.fromEntries(changed.map(({ header, value }) => [header, value]));
    writeCells(ws.tabs, CUSTOMERS_TAB, rowOfCustomer(open).row, cells);
    emptyElsewhere(
      open,
      changed.flatMap(({ header, value }) => (value === '' ? header : [])),
    );
    const names = changed.map(({ header }) => header).join(', ');
    return {
      events: [contactEvent(open, changed)],
      tell: (facts) => [`Changed in AR Customers: ${names}.`, liftedBounce(open, facts)].join(' ').trim(),
    };
  });
}

/** That cells of a customer's contact were changed, with what they said before. */
export function contactEvent(
  { customer, invoices, user }: OpenCustomer,
  changed: readonly { header: string; value: string; before: string }[],
): NewEvent {
  const note = changed.map(({ header, value, before }) => `${header}: ${before || 'empty'} → ${value || 'empty'}`);
  return customerEvent('contact-changed', customer, user, `${note.join('; ')}.`, {
    ...(changed.some(({ header }) => header === 'Email') ? { addresses: addressesInSheet(invoices) } : {}),
  });
}

/** Keeps the address of AR Customers beside another one in the invoice sheet: it is not asked about again. */
export function keepAddress(ports: Ports, customerKey: string): ChangeResult {
  return changeCustomer(ports, customerKey, ({ customer, invoices, user }) => {
    const addresses = addressesInSheet(invoices);
    const note = `Kept ${customer.email}; the invoice sheet has ${addresses.join(', ')}.`;
    return {
      events: [customerEvent('contact-changed', customer, user, note, { code: 'address-kept', addresses })],
      tell: () => `${customer.name} is written to at ${customer.email}; it is not asked again.`,
    };
  });
}

/** Another address ends a bounce; that queues, it does not send. */
function liftedBounce({ facts, customer }: OpenCustomer, after: Facts): string {
  const was = blocksOf(facts).bounce(customer.key);
  if (!was || blocksOf(after).bounce(customer.key)) return '';
  return 'The bounced address is gone: reminders are queued again as they fall due; nothing was sent.';
}

/** The customer's row in AR Customers; one who stands only in the invoices gets one. */
export function rowOfCustomer({ ws, customer }: OpenCustomer): TabRow {
  const find = (): TabRow | undefined =>
    ws.tabs
      .needTable(CUSTOMERS_TAB)
      .rows.find((row) => customerKeyOf(row.text('Customer ID'), row.text('Customer')) === customer.key);
  const known = find();
  if (known) return known;
  ws.tabs.addRows(CUSTOMERS_TAB, [newCustomerRow(customer)]);
  const added = find();
  if (!added) throw new Refusal('customer-unknown', `AR Customers has no row for ${customer.name}. Plan anew first.`);
  return added;
}

/** What is emptied in a customer's row must not count on by the row of another spelling. */
export function emptyElsewhere({ ws, facts, customer }: OpenCustomer, headers: readonly string[]): void {
  if (headers.length === 0) return;
  const { aliases } = facts.history;
  for (const row of ws.tabs.needTable(CUSTOMERS_TAB).rows) {
    const key = customerKeyOf(row.text('Customer ID'), row.text('Customer'));
    const filled = headers.filter((header) => row.text(header) !== '');
    if ((aliases.get(key) ?? key) !== customer.key || filled.length === 0) continue;
    writeCells(ws.tabs, CUSTOMERS_TAB, row.row, Object.fromEntries(filled.map((header) => [header, ''])));
  }
}

function messageOf(verdict: { reasons: { message: string }[] } | null): string {
  return verdict?.reasons[0]?.message ?? '';
}
