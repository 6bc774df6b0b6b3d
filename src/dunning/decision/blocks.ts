// What stops a reminder although money is due: holds, promises, disputes, replies, bounces, do not contact, an unconfirmed mail.

import { addUnder } from '../../receivables/cash/grouped';
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { splitAddresses } from '../mail/address';
import { type AnswerStops, answerStops } from './answers/answer-stops';
import { isBarred } from './debtor/kinds';
import { agreedDate, disputed, disputedPart, sharesOfCustomerWide } from './disputes';
import type { Dispute, Facts, Hold, PromiseToPay } from './facts';
import { renamedStop } from './identity/renamed';
import { type MoneyStops, moneyStops } from './money/money-stops';
import { isOf } from './owed';
import { numberKey, type PromiseStanding, promiseStandings } from './promises';
import { type Verdict, verdict } from './reasons';

/** The blocks of a book, looked up by customer and by invoice. Each gives the verdict that stops, or null. */
export interface Blocks {
  /** Blocks whatever the invoice is: a stop row that cannot be matched to anybody. */
  everybody: Verdict | null;
  /** Whether the customer may be written to at all. */
  contact(customerKey: string): Verdict | null;
  /** Whether it is known what became of the last mail. */
  outcome(customerKey: string): Verdict | null;
  /** A hold over all of a customer. */
  customerHold(customerKey: string): Verdict | null;
  /** What keeps back one customer of those another pays for: of the rest that one is asked. */
  debtor(invoice: Invoice): Verdict | null;
  hold(invoice: Invoice): Verdict | null;
  reply(customerKey: string): Verdict | null;
  bounce(customerKey: string): Verdict | null;
  dispute(invoice: Invoice): Verdict | null;
  promise(invoice: Invoice): Verdict | null;
  /** What money at the bank stops. */
  money: MoneyStops;
  /** What answers by the form stop. */
  answers: AnswerStops;
  /** The part of an invoice's open amount that is under dispute, minor units. */
  disputedPart(invoice: Invoice): number;
  /** The day up to which a person gave them time when a dispute was closed: reminders count from it. */
  newDate(invoice: Invoice): Day | null;
  /** The promises of a customer, each as it stands. */
  promisesOf(customerKey: string): readonly PromiseStanding[];
}

interface Scoped {
  customerKey: string;
  invoice: string;
}

/** Stop rows by the invoice number they name, those that name none by their customer. */
interface ByTarget<T> {
  customer: Map<string, T[]>;
  invoice: Map<string, T[]>;
}

const NO_ROWS: readonly never[] = [];

function byTarget<T extends Scoped>(rows: readonly T[]): ByTarget<T> {
  const customer = new Map<string, T[]>();
  const invoice = new Map<string, T[]>();
  for (const row of rows) {
    const [map, key] = row.invoice ? [invoice, numberKey(row.invoice)] : [customer, row.customerKey];
    addUnder(map, key, row);
  }
  return { customer, invoice };
}

/**
 * Whether a stop row with an invoice number is about an invoice. The number says enough where the customer was left
 * blank, is nobody known, or has no invoice of that number: a misspelt name may not lift a block.
 */
function concerns(row: Scoped, invoice: Invoice, facts: Facts, owned: ReadonlySet<string>): boolean {
  const { customerKey } = row;
  if (customerKey === '' || isOf(invoice, customerKey)) return true;
  return !facts.customers.has(customerKey) || !owned.has(ownedKey(customerKey, row.invoice));
}

/** Which numbers each customer has. */
function numbersOwned(facts: Facts): ReadonlySet<string> {
  const owned = new Set<string>();
  for (const { customerKey, debtorKey, invoice } of facts.invoices) {
    owned.add(ownedKey(customerKey, invoice));
    if (debtorKey !== undefined) owned.add(ownedKey(debtorKey, invoice));
  }
  return owned;
}

function ownedKey(customerKey: string, invoice: string): string {
  return `${customerKey}|${numberKey(invoice)}`;
}

function firstOf<T>(rows: readonly T[] | undefined, judge: (row: T) => Verdict | null): Verdict | null {
  for (const row of rows ?? []) {
    const found = judge(row);
    if (found) return found;
  }
  return null;
}

/**
 * Prepares the blocks of a day for quick look-up.
 * @param facts everything a decision is made from
 */
export function blocksOf(facts: Facts): Blocks {
  const holds = byTarget(facts.holds);
  const disputes = byTarget(facts.disputes);
  const unreadable = byTarget(facts.promises.filter((row) => row.unreadable !== ''));
  const promises = new Map<string, PromiseStanding[]>();
  const promisesOfCustomer = new Map<string, PromiseStanding[]>();
  for (const standing of promiseStandings(facts)) {
    addUnder(promisesOfCustomer, standing.customerKey, standing);
    for (const { key } of standing.covered) addUnder(promises, key, standing);
  }
  const stopsByNumber = [holds, disputes, unreadable].some(({ invoice }) => invoice.size > 0);
  const owned: ReadonlySet<string> = stopsByNumber ? numbersOwned(facts) : new Set();
  const own = <T extends Scoped>(rows: ByTarget<T>, invoice: Invoice): readonly T[] =>
    rows.invoice.size === 0
      ? NO_ROWS
      : (rows.invoice.get(numberKey(invoice.invoice)) ?? NO_ROWS).filter((row) => concerns(row, invoice, facts, owned));
  const both =
    <T extends Scoped>(rows: ByTarget<T>) =>
    (invoice: Invoice): readonly T[] => {
      const byNumber = own(rows, invoice);
      const ofCustomer = rows.customer.get(invoice.customerKey);
      const ofDebtor = invoice.debtorKey === undefined ? undefined : rows.customer.get(invoice.debtorKey);
      return ofCustomer || ofDebtor ? [...byNumber, ...(ofCustomer ?? []), ...(ofDebtor ?? [])] : byNumber;
    };
  const answers = answerStops(facts);
  const shares = sharesOfCustomerWide(facts);
  const disputesOf = both(disputes);
  const unreadableOf = both(unreadable);
  return {
    everybody: untargeted(facts),
    contact: (key) => (renamedStop(facts, key) ? null : doNotContact(facts, key)) ?? unaskedConsumer(facts, key),
    outcome: unconfirmed(facts),
    customerHold: (key) => firstOf(holds.customer.get(key), (row) => held(row, facts.asOf)),
    debtor: ({ debtorKey }) =>
      debtorKey === undefined
        ? null
        : (doNotContact(facts, debtorKey) ??
          unaskedConsumer(facts, debtorKey) ??
          firstOf(holds.customer.get(debtorKey), (row) => held(row, facts.asOf)) ??
          replied(facts, debtorKey) ??
          answers.customer(debtorKey)),
    hold: (invoice) => firstOf(own(holds, invoice), (row) => held(row, facts.asOf)),
    reply: (key) => replied(facts, key),
    bounce: bouncedOf(facts),
    dispute: (invoice) => disputed(invoice, disputesOf(invoice), shares, facts),
    money: moneyStops(facts),
    answers,
    promise: (invoice) =>
      firstOf(unreadableOf(invoice), unreadablePromise) ??
      firstOf(promises.get(invoice.key), (standing) => promised(standing, facts.asOf)),
    disputedPart: (invoice) => disputedPart(invoice, disputesOf(invoice), shares),
    newDate: (invoice) => agreedDate(invoice, disputesOf(invoice)),
    promisesOf: (key) => promisesOfCustomer.get(key) ?? NO_ROWS,
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
  const customer = facts.customers.get(key);
  const [unread] = customer?.unreadable ?? [];
  if (unread !== undefined)
    return verdict(
      'blocked',
      'unreadable-block',
      `The cell "${unread}" in AR Customers cannot be read; mend it or leave it empty.`,
    );
  const state = customer?.doNotContact ?? 'no';
  if (state === 'no') return null;
  if (state === 'yes') return verdict('blocked', 'do-not-contact', 'Marked "Do not contact" in AR Customers.');
  if (state === 'erased')
    return verdict(
      'blocked',
      'do-not-contact',
      'Asked not to be written to before their details were erased. Duesheet knows the address again.',
    );
  return verdict(
    'blocked',
    'unreadable-block',
    'The cell "Do not contact" in AR Customers cannot be read; write yes or leave it empty.',
  );
}

function unaskedConsumer({ customers, settings }: Facts, key: string): Verdict | null {
  const kind = customers.get(key)?.kind;
  if (!kind || settings.invoicesConsumers || !isBarred(kind, 'unasked')) return null;
  const message =
    'A consumer, and nobody has said yet that you invoice consumers: answer under Settings, "We invoice consumers".';
  return verdict('blocked', 'consumer', message);
}

/** Business days without reminders after a customer answered, so that a person can answer back. */
const DAYS_AFTER_REPLY = 5;

function replied({ history, settings, asOf }: Facts, key: string): Verdict | null {
  const on = history.replied.get(key);
  if (on === undefined) return null;
  const until = plusBusinessDays(on, DAYS_AFTER_REPLY, settings.holidays);
  if (until <= asOf) return null;
  const message = `They replied on ${shortDay(on, asOf)}; nothing is sent before ${shortDay(until, asOf)}. Answer them first.`;
  return verdict('blocked', 'replied', message, until);
}

/** Who cannot be reached: a dead mailbox is dead for everybody who has it. */
function bouncedOf({ history, customers, invoices, asOf }: Facts): (key: string) => Verdict | null {
  const dead = new Map([...history.bounced.values()].flatMap(({ on, addresses }) => addresses.map((one) => [one, on])));
  if (dead.size === 0) return () => null;
  const inSheet = new Map(
    [...invoices].reverse().flatMap(({ customerKey, email }) => (email === '' ? [] : [[customerKey, email]])),
  );
  return (key) => {
    const known = customers.get(key);
    const email = known?.email || inSheet.get(key) || '';
    const all = splitAddresses([email, known?.escalationEmail ?? '', known?.cc ?? ''].join(';'));
    const address = all.find((one) => dead.has(one.toLowerCase()));
    if (address === undefined) return null;
    const on = shortDay(dead.get(address.toLowerCase()) ?? asOf, asOf);
    const message = `Mail to ${address} came back on ${on}; nothing is sent until the address in AR Customers is changed.`;
    return verdict('blocked', 'bounced', message);
  };
}

/** A mail of which nobody knows holds up whoever it went to, and whoever owes or pays what stands on it by now. */
function unconfirmed({ history, invoices }: Facts): (key: string) => Verdict | null {
  const lost = [...history.waiting.values(), ...history.doubles].filter(
    ({ state }) => state === 'unconfirmed' || state === 'sending',
  );
  if (lost.length === 0) return () => null;
  const ids = new Map<string, string>();
  const byInvoice = new Map(lost.flatMap(({ id, facts: { lines } }) => lines.map(({ key }) => [key, id])));
  for (const { key, customerKey, debtorKey } of invoices) {
    const id = byInvoice.get(key);
    for (const one of [customerKey, debtorKey]) if (id && one !== undefined) ids.set(one, id);
  }
  for (const { id, facts } of lost) ids.set(facts.customerKey, id);
  return (key) => {
    const id = ids.get(key);
    const message = `It is not known whether ${id} went out: look for it in Sent and answer under Problems first.`;
    return id === undefined ? null : verdict('blocked', 'unconfirmed', message);
  };
}

function held(hold: Hold, today: Day): Verdict | null {
  if (hold.unreadable)
    return verdict('blocked', 'unreadable-block', `AR Holds row ${hold.row} cannot be read: ${hold.unreadable}.`);
  if (hold.until !== null && hold.until < today) return null;
  const reason = hold.reason ? `: ${hold.reason}` : '';
  if (hold.until === null) return verdict('blocked', 'held', `Paused until a person ends it${reason}.`);
  return verdict(
    'blocked',
    'held',
    `Paused up to and including ${shortDay(hold.until, today)}${reason}.`,
    hold.until + 1,
  );
}

function unreadablePromise(promise: PromiseToPay): Verdict {
  return verdict(
    'blocked',
    'unreadable-block',
    `AR Promises row ${promise.row} cannot be read: ${promise.unreadable}.`,
  );
}

function promised({ promise, state, protectedTo }: PromiseStanding, today: Day): Verdict | null {
  if (state !== 'open' || protectedTo < today) return null;
  const message = `Promised for ${shortDay(promise.promisedOn ?? protectedTo, today)}; nothing is asked for up to and including ${shortDay(protectedTo, today)}.`;
  return verdict('blocked', 'promised', message, protectedTo + 1);
}
