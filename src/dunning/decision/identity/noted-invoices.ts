// Which invoices are noted in the log, so that what stops a reminder finds them again under another name or number.

import { numberKey } from '../../../receivables/invoice-number';
import { isOwed } from '../../../receivables/invoice-status';
import { type InvoiceTrace, traceOf } from '../../history/moved-invoices';
import { liveLines, type Payments } from '../../history/payments';
import type { Customer, Facts } from '../facts';
import { isHandedOver } from '../owed';

/** A reply and a contact are looked back on for so many days. */
const DAYS_BACK = 60;

/**
 * The open invoices of every customer about whom something is noted, or to whom something was sent or is to be, as far as the log does not
 * know them as they are today.
 * @param planned keys of the customers with a new reminder
 * @example invoicesToNote(facts, new Set(['acme'])).map(({ invoice }) => invoice)
 */
export function invoicesToNote(facts: Facts, planned: ReadonlySet<string>): InvoiceTrace[] {
  const { history, invoices } = facts;
  const withMoney = moneyKeys(history.payments);
  const isMarked = markedIn(facts, planned);
  return invoices.flatMap((invoice) => {
    // It stands under who owes it in the invoice sheet, whoever pays.
    const { customerKey: payer, debtorKey: customerKey = payer } = invoice;
    const isNamed = withMoney.has(invoice.key);
    if (!isNamed && !isOwed(invoice)) return [];
    const isAbout = isNamed || isMarked(payer) || (customerKey !== payer && isMarked(customerKey));
    if (!isAbout && !isHandedOver(facts, invoice)) return [];
    const amount = invoice.amount ?? invoice.bank?.inSheet ?? invoice.open;
    const trace: InvoiceTrace = { ...traceOf(invoice), customerKey, amount };
    const known = history.traces.get(invoice.key);
    return known && isSame(known, trace) ? [] : [trace];
  });
}

/** Invoices of which money is at the bank and not in the books, or may be. */
function moneyKeys(payments: Payments): ReadonlySet<string> {
  const lines = liveLines(payments).map(({ proposal, candidates }) => [
    ...candidates,
    ...proposal.map(({ key }) => key),
  ]);
  return new Set([...payments.bases.keys(), ...payments.returned.keys(), ...lines.flat()]);
}

function isSame(a: InvoiceTrace, b: InvoiceTrace): boolean {
  return (
    a.customerKey === b.customerKey &&
    a.invoice === b.invoice &&
    a.issued === b.issued &&
    a.due === b.due &&
    a.amount === b.amount &&
    a.currency === b.currency
  );
}

/** Whether something is noted about a customer, by key. */
function markedIn(facts: Facts, planned: ReadonlySet<string>): (customerKey: string) => boolean {
  const { history, customers, holds, promises, disputes, invoices, asOf } = facts;
  const rows = [
    ...holds.filter(({ until }) => until === null || until >= asOf),
    ...promises.filter(({ state, unreadable }) => state === 'open' || unreadable !== ''),
    ...disputes.filter(({ resolved }) => resolved === null || resolved > asOf - DAYS_BACK),
  ];
  const named = new Set(rows.map(({ customerKey }) => customerKey));
  const numbers = new Set(rows.flatMap(({ invoice }) => (invoice === '' ? [] : [numberKey(invoice)])));
  if (numbers.size > 0)
    for (const { invoice, customerKey } of invoices) if (numbers.has(numberKey(invoice))) named.add(customerKey);
  return (key) =>
    named.has(key) ||
    planned.has(key) ||
    history.waiting.has(key) ||
    history.lastContact.has(key) ||
    history.replied.has(key) ||
    history.askFirst.has(key) ||
    isStopped(customers.get(key));
}

/** Whether AR Customers keeps reminders back, or says who is written to. */
function isStopped(customer: Customer | undefined): boolean {
  if (!customer) return false;
  const { doNotContact, paymentMethod, paidBy, kind, insolventSince, assignedTo, unreadable } = customer;
  return (
    doNotContact !== 'no' ||
    `${paymentMethod}${paidBy}${assignedTo}` !== '' ||
    kind !== 'business' ||
    insolventSince !== null ||
    unreadable.length > 0
  );
}
