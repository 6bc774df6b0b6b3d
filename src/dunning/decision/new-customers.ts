// How many customers are contacted for the first time on a day: a firm that goes live does not write to all at once.
import { businessDaysBetween, type Day, nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { eachKey } from '../history/packed/packed-map';
import { CHANNELS, isContact } from '../policy/channels';
import type { Facts } from './facts';
import type { Prospect } from './propose';
import { type Verdict, verdict } from './reasons';

/** For so many business days from the first contact on the number of the settings holds; then so many times it. */
const CAREFUL_DAYS = 5;
const LATER_TIMES = 3;

/** What a first contact counts on a day: whoever counts more goes first. */
export type Weight = (asOf: Day) => number;

/** The first contacts that do not fit a day any more, and what is said of them. */
export interface BeyondCap {
  /** By customer key, each with what it counts. */
  late: ReadonlyMap<string, Weight>;
  verdict: Verdict;
}

/**
 * The first contacts beyond the day's number: who owes much for long goes first. What waits in the queue already, or
 * cannot go out before something is mended, or is a task, keeps its place.
 * @param facts with `newCustomersPerDay`; null for any number
 * @returns null when all fit
 */
export function firstContactsBeyondCap(facts: Facts, prospects: readonly Prospect[]): BeyondCap | null {
  const beyond = beyondCap(facts, prospects);
  if (beyond.length === 0) return null;
  const { asOf, settings } = facts;
  const next = nextBusinessDay(asOf + 1, settings.holidays);
  const why = inWords(facts);
  const message = () => `${why} This one follows on ${shortDay(next, asOf)} at the earliest.`;
  return {
    late: new Map(beyond.map(({ prospect, weight }) => [prospect.customerKey, weight])),
    verdict: verdict('wait', isCalm(facts) ? 'live-today' : 'daily-cap', message, next),
  };
}

function beyondCap(facts: Facts, prospects: readonly Prospect[]): { prospect: Prospect; weight: Weight }[] {
  const room = roomFor(facts, prospects);
  if (room === null) return [];
  // On the day of going live nobody new is written to, what was planned in Preview included.
  const isToday = isCalm(facts);
  const fresh = prospects.filter(
    (one) =>
      isFirstWord(one) && isNew(facts, one.customerKey) && (isToday || !facts.history.waiting.has(one.customerKey)),
  );
  if (fresh.length <= room) return [];
  const weighed = new Map(
    fresh.map((prospect) => [prospect.customerKey, { prospect, weight: weightOf(prospect, facts.asOf) }]),
  );
  const ranked = heaviestFirst(
    [...weighed].map(([key, { weight }]): [string, Weight] => [key, weight]),
    facts.asOf,
  );
  return ranked.slice(room).flatMap((key) => weighed.get(key) ?? []);
}

/** Whether the workbook went live today: nobody is written to for the first time on that day. */
function isCalm({ history, asOf }: Pick<Facts, 'history' | 'asOf'>): boolean {
  return history.calmOn === asOf;
}

/**
 * The order of first contacts: by the money asked for times the days it is overdue on average, of equals the customer's
 * key. An order, not a sum: the figure may be of any currency.
 */
function heaviestFirst(weights: readonly (readonly [string, Weight])[], asOf: Day): string[] {
  return weights
    .map(([key, weight]): Sized => [key, weight(asOf)])
    .sort(bySize)
    .map(([key]) => key);
}

/** A customer with what it counts on a day. */
type Sized = readonly [key: string, size: number];

function bySize([a, size]: Sized, [b, other]: Sized): number {
  return other - size || (a < b ? -1 : 1);
}

/** The first of that order, in any. @param most how many of them */
export function heaviestOf(weights: readonly (readonly [string, Weight])[], asOf: Day, most: number): string[] {
  // A few of thousands: all others need no order among each other.
  const first: Sized[] = [];
  for (const [key, weight] of weights) {
    const one: Sized = [key, weight(asOf)];
    const last = first[first.length - 1];
    if (first.length >= most && (!last || bySize(last, one) < 0)) continue;
    let at = first.length;
    while (at > 0 && bySize(first[at - 1] ?? one, one) > 0) at -= 1;
    first.splice(at, 0, one);
    if (first.length > most) first.pop();
  }
  return first.map(([key]) => key);
}

/** What is asked for in a currency, and what is open of the lines by age: those past their due date grow by what is open a day. */
interface Weighed {
  sum: number;
  open: number;
  late: { open: number; openTimesDue: number };
  others: { open: number; due: Day }[];
}

/** @param from the first day of which the weight is asked */
function weightOf(prospect: Prospect, from: Day): Weight {
  const listed = prospect.listed();
  const asked = Object.entries(prospect.asked()).flatMap(([code, sum]): Weighed[] => {
    const weighed: Weighed = { sum, open: 0, late: { open: 0, openTimesDue: 0 }, others: [] };
    for (const { open, due, currency } of listed) {
      if (open <= 0 || currency !== code) continue;
      weighed.open += open;
      if (due === null || due >= from) weighed.others.push({ open, due: due ?? Number.POSITIVE_INFINITY });
      else {
        weighed.late.open += open;
        weighed.late.openTimesDue += open * due;
      }
    }
    return weighed.open === 0 ? [] : [weighed];
  });
  return (asOf) => {
    let most = 0;
    for (const { sum, open, late, others } of asked) {
      let weighed = late.open * asOf - late.openTimesDue;
      for (const one of others) weighed += one.open * Math.max(1, asOf - one.due);
      most = Math.max(most, (sum * weighed) / open);
    }
    return most;
  };
}

/**
 * How many customers may be contacted for the first time on a day: the number of the settings for five business days from
 * the very first contact on, then three times as many; null for any number.
 */
export function mostOnDay({ history, settings, asOf }: Pick<Facts, 'history' | 'settings' | 'asOf'>): number | null {
  return mostSince(firstContactOn(history, asOf), settings, asOf);
}

/** The day of the very first contact; today where there was none. */
export function firstContactOn({ firstContact }: Facts['history'], asOf: Day): Day {
  let first = asOf;
  for (const on of firstContact.values()) if (on < first) first = on;
  return first;
}

function mostSince(
  first: Day,
  { newCustomersPerDay, holidays }: Pick<Facts['settings'], 'newCustomersPerDay' | 'holidays'>,
  asOf: Day,
): number | null {
  if (newCustomersPerDay === null) return null;
  const day = businessDaysBetween(Math.max(first - 1, asOf - 4 * CAREFUL_DAYS), asOf, holidays);
  return day <= CAREFUL_DAYS ? newCustomersPerDay : newCustomersPerDay * LATER_TIMES;
}

/**
 * How many more first contacts fit today; null for any number. Of what waits counts what goes on waiting: what the day's
 * decision no longer proposes, or cannot send, leaves its place at once and not only after the next plan. A statement is
 * no contact, but who was written to by one today keeps the place it took.
 */
function roomFor(facts: Facts, prospects: readonly Prospect[]): number | null {
  const { history, asOf } = facts;
  if (isCalm(facts)) return 0;
  const most = mostOnDay(facts);
  if (most === null) return null;
  const canGo = new Set(prospects.filter(isFirstWord).map(({ customerKey }) => customerKey));
  let taken = 0;
  for (const on of history.firstContact.values()) if (on === asOf) taken += 1;
  for (const key of eachKey(history.contacts)) {
    if (history.firstContact.has(key)) continue;
    const contacts = history.contacts.get(key) ?? [];
    if (contacts.some(({ on, channel }) => on === asOf && CHANNELS[channel].reaches === 'surely')) taken += 1;
  }
  for (const { facts: about, state } of history.waiting.values()) {
    const key = about.customerKey;
    if (history.firstContact.has(key)) continue;
    const isOnItsWay = (state === 'sending' || state === 'unconfirmed') && isContact(about.channel);
    if (isOnItsWay || canGo.has(key)) taken += 1;
  }
  return Math.max(0, most - taken);
}

/** Whether a reminder would be a word to the customer that can leave as it is. */
function isFirstWord({ channel, fix }: Prospect): boolean {
  return isContact(channel) && fix === null;
}

function isNew({ history }: Facts, customerKey: string): boolean {
  return !history.firstContact.has(customerKey);
}

function inWords(facts: Facts): string {
  const { settings } = facts;
  if (isCalm(facts)) return 'The workbook went live today; nobody is written to for the first time on that day.';
  const most = mostOnDay(facts) ?? 0;
  const isCareful = most === settings.newCustomersPerDay && most > 0;
  const later = isCareful ? `; after the first ${CAREFUL_DAYS} business days it is ${most * LATER_TIMES}` : '';
  return `At most ${most} ${most === 1 ? 'customer is' : 'customers are'} contacted for the first time on one day${later}.`;
}

/**
 * How many customers the day's number leaves for later, and until when, in words.
 * @param late customers who wait for that alone
 * @param most the number a day in the first five business days; three times as many follow on each later one
 * @param begun the day of the very first contact
 * @example laterInWords(30, 20, asOf, holidays) // '30 customers who never heard from you wait: 20 new ones a day (60 after the first 5 business days), the last on Tue 1 Dec at the earliest.'
 */
export function laterInWords(
  late: number,
  most: number | null,
  asOf: Day,
  holidays: ReadonlySet<Day>,
  begun: Day = asOf,
): string {
  if (late === 0 || !most) return '';
  const on = (day: Day): number => mostSince(begun, { newCustomersPerDay: most, holidays }, day) ?? late;
  let last = asOf;
  for (let left = late; left > 0; left -= on(last)) last = nextBusinessDay(last + 1, holidays);
  const who =
    late === 1 ? '1 customer who never heard from you waits' : `${late} customers who never heard from you wait`;
  const later = on(asOf) === most ? ` (${most * LATER_TIMES} after the first ${CAREFUL_DAYS} business days)` : '';
  const left = late === 1 ? '' : ', the last';
  return `${who}: ${on(asOf)} new ones a day${later}${left} on ${shortDay(last, asOf)} at the earliest.`;
}

/** Whether a first contact waits for a later day alone. */
function isBeyondCap(code: string | undefined): boolean {
  return code === 'daily-cap' || code === 'live-today';
}

/** The customers of whom the day's number alone keeps a reminder back. */
export function keptByCap(decisions: readonly { invoice: Invoice; reasons: readonly { code: string }[] }[]): number {
  const late = decisions.filter(({ reasons }) => isBeyondCap(reasons[0]?.code));
  return new Set(late.map(({ invoice }) => invoice.customerKey)).size;
}
