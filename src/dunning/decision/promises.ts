// How promises to pay stand: what each covers, what has come in since, and whether it was kept.
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import { addTo, NO_CURRENCY, type Totals, toMinor, typedMoney } from '../../receivables/money';
import { partsForCells } from '../history/cell-parts';
import { customerEvent, type NewEvent, type NotedPromise } from '../history/events';
import { liveLines } from '../history/payments';
import type { Facts, PromiseState, PromiseToPay } from './facts';
import { asPlans, type Instalment, isSamePlan, type Received } from './money/payment-plans';
import { byPayerAndDebtor, isChaseable, isOf, isWithinTolerance } from './owed';

export { numberKey };

/** A promise with what became of it up to the day. */
export interface PromiseStanding extends Instalment {
  id: string;
  /** What it covers and is still in the book. */
  covered: Invoice[];
  /** Paid on what it covers since it was first seen, minor units by currency. */
  received: Totals;
  /** Last day on which the customer is left alone for it. */
  protectedTo: Day;
}

/** By what a promise is known again, wherever its row stands. */
function promiseId({ customerKey, invoice, promisedOn, amount }: PromiseToPay): string {
  return `${customerKey}|${invoice.trim().toLowerCase()}|${promisedOn ?? ''}|${amount ?? ''}`;
}

/** Whether an amount of a stop is in another currency than the invoice; one without a known currency is meant all the same. */
export function isOtherCurrency(currency: string, invoice: Invoice): boolean {
  return currency !== '' && invoice.currency !== NO_CURRENCY && currency !== invoice.currency;
}

/** All promises that can be read and name somebody, each with how it stands today. */
export function promiseStandings(facts: Facts): PromiseStanding[] {
  if (facts.promises.length === 0) return [];
  const byKey = new Map(facts.invoices.map((invoice) => [invoice.key, invoice]));
  const books = { byCustomer: byPayerAndDebtor(facts.invoices), byNumber: byNumber(facts.invoices), byKey };
  const standings = facts.promises
    .filter(({ unreadable, promisedOn }) => unreadable === '' && promisedOn !== null)
    // What names nobody is neither kept nor broken: a state written beside it would stay when the row is taken back.
    .filter(({ customerKey, invoice }) => customerKey !== '' || invoice !== '')
    .map((promise) => standingOf(facts, promise, books));
  const known = new Set(standings.map(({ id }) => id));
  const gone = [...facts.history.promises.values()].filter(({ id, ended }) => ended === 'kept' && !known.has(id));
  return asPlans(standings, gone, facts.asOf, facts.settings.tolerance);
}

/** The invoices, each prepared once for looking up. */
interface Books {
  byCustomer: ReadonlyMap<string, readonly Invoice[]>;
  byNumber: ReadonlyMap<string, readonly Invoice[]>;
  byKey: ReadonlyMap<string, Invoice>;
}

function byNumber(invoices: readonly Invoice[]): Map<string, Invoice[]> {
  const groups = new Map<string, Invoice[]>();
  for (const invoice of invoices) {
    const number = numberKey(invoice.invoice);
    const group = groups.get(number);
    if (group) group.push(invoice);
    else groups.set(number, [invoice]);
  }
  return groups;
}

function standingOf(facts: Facts, promise: PromiseToPay, books: Books): PromiseStanding {
  const id = promiseId(promise);
  const noted = notedFor(facts, id, promise);
  const covered = coveredBy(facts, promise, noted, books);
  const lines = receivedSince(noted, covered);
  const received: Totals = {};
  for (const [, currency, amount] of lines) addTo(received, currency, amount);
  const account = onAccountFor(facts, promise);
  for (const [currency, amount] of Object.entries(account)) addTo(received, currency, amount);
  const protectedTo = plusBusinessDays(promise.promisedOn ?? 0, facts.settings.promiseGrace, facts.settings.holidays);
  // What a customer promised whose invoices another pays is spoken of with that one.
  const paid = covered.find(({ debtorKey }) => debtorKey !== undefined && debtorKey === promise.customerKey);
  const customerKey = paid?.customerKey ?? (promise.customerKey || (covered[0]?.customerKey ?? ''));
  const isPaid = covered.length > 0 && Object.keys(account).length > 0 && coversAll(covered, account);
  const known = covered.length > 0 || noted !== undefined;
  // Rows that are all gone may come back: until its day nothing is written down about them.
  const isGone = covered.length === 0 && facts.asOf <= protectedTo;
  const isDone = covered.every((invoice) => !isChaseable(invoice) || isWithinTolerance(facts, invoice));
  const isSettled = isPaid || (known && isDone && !isGone);
  const isBack = covered.some((invoice) => cameBack(facts, promise, invoice, noted));
  const standing = {
    ...{ promise, id, customerKey, covered, received, protectedTo, isSettled },
    ...{ came: { lines, account }, notedOn: noted ? (noted.on ?? 0) : null, cameBack: isBack },
  };
  const isUndone = PAID.includes(promise.state) && isBack;
  const state = promise.state === 'open' ? becomeOf(facts, standing) : isUndone ? 'broken' : promise.state;
  return { ...standing, state };
}

/**
 * What was noted of a promise. One that says the same as one that has ended, or that was made after that was noted, is another: what came
 * in on that was not paid on this.
 */
function notedFor({ history, asOf }: Facts, id: string, { state, recorded }: PromiseToPay): NotedPromise | undefined {
  const noted = history.promises.get(id);
  // A day yet to come is a slip of the pen: by it a promise would be another one at every plan.
  const isLater = recorded !== null && recorded <= asOf && recorded > (noted?.on ?? recorded);
  const isOther = noted !== undefined && (noted.ended !== undefined || isLater);
  return isOther && state === 'open' ? undefined : noted;
}

/** A promise covers what was open when it was made: an invoice issued afterwards runs its own ladder. */
function coveredBy(facts: Facts, promise: PromiseToPay, noted: NotedPromise | undefined, books: Books): Invoice[] {
  const keys = noted && new Set(noted.lines.map(([key]) => key));
  if (promise.invoice) {
    const same = books.byNumber.get(numberKey(promise.invoice)) ?? [];
    // The number says enough where the customer was left blank or is nobody known: a misspelt name may not lift a block.
    if (promise.customerKey === '' || !facts.customers.has(promise.customerKey)) return [...same];
    const theirs = same.filter((invoice) => isOf(invoice, promise.customerKey));
    // A customer who has no such invoice, and never had: the number counts, as for a misspelt name.
    if (theirs.length > 0 || !keys) return theirs.length > 0 ? theirs : [...same];
  }
  // What was noted is known again under another number, and with another customer.
  if (keys) return [...keys].flatMap((key) => books.byKey.get(key) ?? []);
  const own = books.byCustomer.get(promise.customerKey) ?? [];
  return own.filter(
    (invoice) =>
      isChaseable(invoice) &&
      !isOtherCurrency(promise.currency, invoice) &&
      !(promise.recorded !== null && invoice.issued !== null && invoice.issued > promise.recorded),
  );
}

/** What has come in since the promise was first seen. An invoice that left the book was paid. */
function receivedSince(noted: NotedPromise | undefined, covered: readonly Invoice[]): Received[] {
  if (!noted) return [];
  const open = new Map(covered.map((invoice) => [invoice.key, invoice.open]));
  return noted.lines.flatMap(([key, currency, before]): Received[] => {
    const now = Math.max(0, open.get(key) ?? 0);
    return before > now ? [[key, currency, before - now]] : [];
  });
}

function becomeOf(
  { asOf, settings }: Facts,
  { promise, received, protectedTo, isSettled, cameBack: isBack }: Omit<PromiseStanding, 'state'>,
): PromiseState {
  if (isSettled || reaches(promise, received, settings.tolerance)) return 'kept';
  if (asOf <= protectedTo && !isBack) return 'open';
  return Object.values(received).some((amount) => amount > 0) ? 'partly kept' : 'broken';
}

/** Promises on which something came. */
const PAID: readonly PromiseState[] = ['kept', 'partly kept'];

/** A debit that comes back for want of funds breaks what was promised before, whatever day was named. */
function cameBack(
  { history, asOf }: Facts,
  { recorded }: PromiseToPay,
  { key, open }: Invoice,
  noted: NotedPromise | undefined,
): boolean {
  const back = history.payments.returned.get(key);
  if (back?.reason !== 'no-funds' || open <= 0 || back.on > asOf) return false;
  // What was agreed because a debit came back that day is no promise that the debit broke.
  const isBefore = noted !== undefined && !noted.afterReturn;
  return back.on > (recorded ?? -1) || (back.on === recorded && isBefore);
}

/** Money of the customer on account that came since a promise; of several promises, but the instalments of a plan, nobody knows for which. */
function onAccountFor({ history, promises, asOf }: Facts, promise: PromiseToPay): Totals {
  const found: Totals = {};
  const { customerKey, recorded } = promise;
  if (recorded === null || history.payments.bases.size === 0) return found;
  const others = promises.filter((one) => one.customerKey === customerKey && one.state === 'open');
  if (others.some((one) => one !== promise && !isSamePlan(one, promise))) return found;
  for (const { decision, on } of liveLines(history.payments)) {
    if (!decision || on < recorded || on > asOf || decision.on > asOf) continue;
    for (const part of decision.parts)
      if (part.key === '' && part.customerKey === customerKey) addTo(found, part.currency, part.amount);
  }
  return found;
}

function coversAll(covered: readonly Invoice[], account: Totals): boolean {
  const open: Totals = {};
  for (const one of covered) addTo(open, one.currency, Math.max(0, one.open));
  return Object.entries(open).every(([currency, sum]) => (account[currency] ?? 0) >= sum);
}

/** Whether as much came in as was promised, to what nobody is asked for; without an amount all of it was. */
function reaches({ amount, currency }: PromiseToPay, received: Totals, tolerance: number): boolean {
  if (amount === null || amount === 0) return false;
  return Object.entries(received).some(
    ([code, minor]) =>
      (currency === '' || currency === code || code === NO_CURRENCY) &&
      minor + toMinor(tolerance, code) >= toMinor(amount, code),
  );
}

/** Whether the day and its grace have passed and not all came. */
export function isMissed({ state }: PromiseStanding): boolean {
  return state === 'broken' || state === 'partly kept';
}

/**
 * The promises that are spoken of in one word: those of one customer for the same day that are all open, or all missed.
 * Several invoices promised in one breath stand in several rows.
 * @param standing one of them
 * @param all of the customer
 */
export function saidTogether(standing: PromiseStanding, all: readonly PromiseStanding[]): PromiseStanding[] {
  return all.filter(
    (other) =>
      other.customerKey === standing.customerKey &&
      other.promise.promisedOn === standing.promise.promisedOn &&
      (other.state === 'open') === (standing.state === 'open') &&
      isMissed(other) === isMissed(standing),
  );
}

/** What came in on several promises, minor units by currency. */
export function receivedOn(standings: readonly PromiseStanding[]): Totals {
  const received: Totals = {};
  for (const standing of standings)
    for (const [currency, amount] of Object.entries(standing.received)) addTo(received, currency, amount);
  return received;
}

/** Notes of the promises that are open and were not seen before: what they cover, and how much of that is open today. */
export function notePromises(facts: Facts, actor: string): NewEvent[] {
  const known = new Set<string>();
  const events: NewEvent[] = [];
  for (const { promise, id, customerKey, covered, state, notedOn } of promiseStandings(facts)) {
    if (promise.state !== 'open' || state !== 'open' || notedOn !== null || known.has(id) || covered.length === 0)
      continue;
    known.add(id);
    const lines = covered
      .filter(isChaseable)
      .map(({ key, currency, open }): [string, string, number] => [key, currency, open]);
    const customer = { key: customerKey, name: facts.customers.get(customerKey)?.name ?? covered[0]?.customer ?? '' };
    const note = `${promisedInWords(facts, promise)} Covers ${lines.length === 1 ? '1 invoice' : `${lines.length} invoices`}. ${promise.note}`;
    for (const part of partsForCells(lines))
      events.push(customerEvent('promise-noted', customer, actor, note.trim(), { promise: { id, lines: part } }));
  }
  return events;
}

/** What was promised, a sentence. @example promisedInWords(facts, promise) // '500.00 EUR promised for Fri 13 Nov.' */
export function promisedInWords(facts: Facts, { amount, currency, promisedOn }: PromiseToPay): string {
  const day = promisedOn === null ? '' : ` for ${shortDay(promisedOn, facts.asOf)}`;
  return `${typedMoney(amount, currency) || 'Payment'} promised${day}.`;
}
