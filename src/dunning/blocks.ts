// What stops a reminder although money is due: holds, promises, disputes, do not contact, an unconfirmed mail.
import { type Day, plusBusinessDays, shortDay } from '../receivables/day';
import type { Invoice } from '../receivables/invoice';
import { NO_CURRENCY, toMinor } from '../receivables/money';
import type { Dispute, Facts, Hold, PromiseToPay } from './facts';
import { type Verdict, verdict } from './reasons';

/** Business days without reminders after a dispute was closed, so that the customer can act on the outcome. */
const DAYS_AFTER_DISPUTE = 5;

/** The stops of a book, looked up by customer and by invoice number. */
export interface Stops {
  /** Blocks whatever the invoice is: a stop row that cannot be matched to anybody, or an unreadable one. */
  everybody: Verdict | null;
  ofCustomer(customerKey: string): Verdict | null;
  ofInvoice(invoice: Invoice): Verdict | null;
  /** The part of an invoice's open amount that is under dispute, minor units. */
  disputedPart(invoice: Invoice): number;
}

interface Scoped {
  customerKey: string;
  invoice: string;
}

function byTarget<T extends Scoped>(rows: readonly T[]): { customer: Map<string, T[]>; invoice: Map<string, T[]> } {
  const customer = new Map<string, T[]>();
  const invoice = new Map<string, T[]>();
  for (const row of rows) {
    const [map, key] = row.invoice ? [invoice, numberKey(row.invoice)] : [customer, row.customerKey];
    const rows = map.get(key);
    if (rows) rows.push(row);
    else map.set(key, [row]);
  }
  return { customer, invoice };
}

/** An invoice number as people write it a second time: `inv  1001` stands for `INV 1001`. */
export function numberKey(written: string): string {
  return written.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Whether a stop row with an invoice number is about an invoice. The number says enough where the customer was left
 * blank or is nobody known: a misspelt name may not lift a block.
 */
function concerns(row: Scoped, invoice: Invoice, facts: Facts): boolean {
  return row.customerKey === '' || row.customerKey === invoice.customerKey || !facts.customers.has(row.customerKey);
}

/**
 * Prepares the stops of a day for quick look-up.
 * @param facts everything a decision is made from
 */
export function stopsOf(facts: Facts): Stops {
  const holds = byTarget(facts.holds);
  const promises = byTarget(facts.promises);
  const disputes = byTarget(facts.disputes);
  const firstOf = <T>(rows: T[] | undefined, judge: (row: T) => Verdict | null): Verdict | null => {
    for (const row of rows ?? []) {
      const found = judge(row);
      if (found) return found;
    }
    return null;
  };
  const disputesOf = (invoice: Invoice): Dispute[] => [
    ...(disputes.invoice.get(numberKey(invoice.invoice)) ?? []).filter((row) => concerns(row, invoice, facts)),
    ...(disputes.customer.get(invoice.customerKey) ?? []),
  ];
  return {
    everybody: untargeted(facts),
    ofCustomer: (key) =>
      doNotContact(facts, key) ??
      unconfirmed(facts, key) ??
      firstOf(holds.customer.get(key), (row) => held(row, facts.asOf)),
    ofInvoice: (invoice) => {
      const own = <T extends Scoped>(rows: T[] | undefined): T[] =>
        (rows ?? []).filter((row) => concerns(row, invoice, facts));
      const number = numberKey(invoice.invoice);
      return (
        firstOf(own(holds.invoice.get(number)), (row) => held(row, facts.asOf)) ??
        disputed(invoice, disputesOf(invoice), facts) ??
        firstOf(own(promises.invoice.get(number)), (row) => promised(row, invoice, facts)) ??
        firstOf(promises.customer.get(invoice.customerKey), (row) => promised(row, invoice, facts))
      );
    },
    disputedPart: (invoice) => disputedPart(invoice, disputesOf(invoice)),
  };
}

function untargeted(facts: Facts): Verdict | null {
  const tabs: [string, readonly (Hold | PromiseToPay | Dispute)[]][] = [
    ['AR Holds', facts.holds],
    ['AR Promises', facts.promises],
    ['AR Disputes', facts.disputes],
  ];
  for (const [tab, rows] of tabs) {
    const lost = rows.find((row) => row.customerKey === '' && row.invoice === '');
    if (lost) {
      const what = lost.unreadable || 'it names neither a customer nor an invoice';
      return verdict(
        'blocked',
        'unreadable-block',
        `Nobody is contacted: ${tab} row ${lost.row} cannot be read (${what}). Complete or delete the row.`,
      );
    }
  }
  return null;
}

function doNotContact(facts: Facts, key: string): Verdict | null {
  const state = facts.customers.get(key)?.doNotContact ?? 'no';
  if (state === 'no') return null;
  if (state === 'yes') return verdict('blocked', 'do-not-contact', 'Marked "Do not contact" in AR Customers.');
  return verdict(
    'blocked',
    'unreadable-block',
    'The cell "Do not contact" in AR Customers cannot be read; write yes or leave it empty.',
  );
}

function unconfirmed(facts: Facts, key: string): Verdict | null {
  const waiting = facts.history.waiting.get(key);
  if (waiting?.state !== 'unconfirmed' && waiting?.state !== 'sending') return null;
  return verdict(
    'blocked',
    'unconfirmed',
    `It is not known whether ${waiting.id} went out: look for it in Sent and answer under Problems first.`,
  );
}

function held(hold: Hold, today: Day): Verdict | null {
  if (hold.unreadable)
    return verdict('blocked', 'unreadable-block', `AR Holds row ${hold.row} cannot be read: ${hold.unreadable}.`);
  if (hold.until !== null && hold.until < today) return null;
  const reason = hold.reason ? `: ${hold.reason}` : '';
  if (hold.until === null) return verdict('blocked', 'held', `On hold until lifted${reason}.`);
  return verdict(
    'blocked',
    'held',
    `On hold up to and including ${shortDay(hold.until, today)}${reason}.`,
    hold.until + 1,
  );
}

function promised(promise: PromiseToPay, invoice: Invoice, facts: Facts): Verdict | null {
  if (promise.unreadable) {
    return verdict(
      'blocked',
      'unreadable-block',
      `AR Promises row ${promise.row} cannot be read: ${promise.unreadable}.`,
    );
  }
  if (promise.state !== 'open' || promise.promisedOn === null) return null;
  // A promise covers what was open when it was made: an invoice issued afterwards runs its own ladder.
  if (!promise.invoice && promise.recorded !== null && invoice.issued !== null && invoice.issued > promise.recorded)
    return null;
  if (!promise.invoice && isOtherCurrency(promise.currency, invoice)) return null;
  const protectedTo = plusBusinessDays(promise.promisedOn, facts.settings.promiseGrace, facts.settings.holidays);
  if (protectedTo < facts.asOf) return null;
  const message = `Promised for ${shortDay(promise.promisedOn, facts.asOf)}; nothing is sent up to and including ${shortDay(protectedTo, facts.asOf)}.`;
  return verdict('blocked', 'promised', message, protectedTo + 1);
}

/** Whether a stop speaks of another currency than the invoice; an invoice without a known one is meant all the same. */
function isOtherCurrency(currency: string, invoice: Invoice): boolean {
  return currency !== '' && invoice.currency !== NO_CURRENCY && currency !== invoice.currency;
}

function disputed(invoice: Invoice, disputes: readonly Dispute[], facts: Facts): Verdict | null {
  const unreadable = disputes.find((row) => row.unreadable !== '');
  if (unreadable) {
    return verdict(
      'blocked',
      'unreadable-block',
      `AR Disputes row ${unreadable.row} cannot be read: ${unreadable.unreadable}.`,
    );
  }
  if (invoice.disputed || invoice.status === 'disputed')
    return verdict('blocked', 'disputed', 'Marked as disputed in the invoice sheet.');
  const open = disputes.filter((row) => row.resolved === null);
  if (open.length > 0 && disputedPart(invoice, disputes) >= invoice.open) {
    const reason = open[0]?.reason ? `: ${open[0].reason}` : '';
    return verdict('blocked', 'disputed', `In dispute${reason}.`);
  }
  return recentlyClosed(disputes, facts);
}

function recentlyClosed(disputes: readonly Dispute[], facts: Facts): Verdict | null {
  let protectedTo: Day | null = null;
  for (const { resolved } of disputes) {
    if (resolved === null) continue;
    const end = plusBusinessDays(resolved, DAYS_AFTER_DISPUTE, facts.settings.holidays);
    if (end > facts.asOf && (protectedTo === null || end > protectedTo)) protectedTo = end;
  }
  if (protectedTo === null) return null;
  return verdict(
    'blocked',
    'disputed',
    `Its dispute was closed lately; nothing is sent before ${shortDay(protectedTo, facts.asOf)}.`,
    protectedTo,
  );
}

function disputedPart(invoice: Invoice, disputes: readonly Dispute[]): number {
  let part = 0;
  for (const dispute of disputes) {
    if (dispute.resolved !== null || dispute.unreadable) continue;
    const isOther = isOtherCurrency(dispute.currency, invoice);
    if (isOther && !dispute.invoice) continue;
    // An amount in another currency than the invoice's says nothing about how much of it: then it is all of it.
    if (dispute.amount === null || isOther) return Math.max(0, invoice.open);
    part += Math.abs(toMinor(dispute.amount, invoice.currency));
  }
  return Math.min(Math.max(0, part), Math.max(0, invoice.open));
}
