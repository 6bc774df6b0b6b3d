// How many customers are contacted for the first time on a day: a firm that goes live does not write to all at once.
import { businessDaysBetween, type Day, nextBusinessDay, shortDay } from '../../receivables/day';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import { CHANNELS, isContact } from '../policy/channels';
import type { Facts } from './facts';
import type { Prospect } from './propose';
import { type Verdict, verdict } from './reasons';

/** For so many business days from the first contact on the number of the settings holds; then so many times it. */
const CAREFUL_DAYS = 5;
const LATER_TIMES = 3;

/** What a first contact counts on a day: whoever counts more goes first. */
export type Weight = (asOf: Day) => number;

/** What the day's number leaves for later. */
export interface LeftForLater {
  customers: number;
  /** What they are asked for, minor units by currency. */
  asked: Totals;
  /** The day on which the last of them has its turn, where those before go out on theirs; null where nobody has one. */
  until: Day | null;
}

/** The first contacts that do not fit a day any more, and what is said of them. */
export interface BeyondCap {
  /** By customer key, each with what it counts. */
  late: ReadonlyMap<string, Weight>;
  left: LeftForLater;
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
  const asked: Totals = {};
  for (const { prospect } of beyond)
    for (const [currency, sum] of Object.entries(prospect.asked())) addTo(asked, currency, sum);
  const left = { customers: beyond.length, asked, until: lastTurn(facts, beyond.length) };
  const why = inWords(facts);
  const message = () => `${why} This one follows on ${shortDay(next, asOf)} at the earliest.`;
  return {
    late: new Map(beyond.map(({ prospect, weight }) => [prospect.customerKey, weight])),
    left,
    verdict: verdict('wait', 'daily-cap', message, next),
  };
}

/**
 * What is left for later, in a sentence.
 * @example leftInWords(facts, { customers: 21, asked: { EUR: 1_234_000 }, until })
 */
export function leftInWords(facts: Facts, { customers, asked, until }: LeftForLater): string {
  const who = customers === 1 ? '1 more customer waits' : `${customers} more customers wait`;
  const last =
    until === null
      ? ''
      : ` The last of them ${customers === 1 ? 'has its' : 'have their'} turn on ${shortDay(until, facts.asOf)}.`;
  return `${who} for a first reminder (${formatTotals(asked)}). ${inWords(facts)}${last}`;
}

function beyondCap(facts: Facts, prospects: readonly Prospect[]): { prospect: Prospect; weight: Weight }[] {
  const room = roomFor(facts, prospects);
  if (room === null) return [];
  // On the day of going live nobody new is written to, what was planned in Preview included.
  const isCalm = facts.history.calmOn === facts.asOf;
  const fresh = prospects.filter(
    (one) =>
      isFirstWord(one) && isNew(facts, one.customerKey) && (isCalm || !facts.history.waiting.has(one.customerKey)),
  );
  if (fresh.length <= room) return [];
  const weighed = new Map(fresh.map((prospect) => [prospect.customerKey, { prospect, weight: weightOf(prospect) }]));
  const ranked = heaviestFirst(
    [...weighed].map(([key, { weight }]): [string, Weight] => [key, weight]),
    facts.asOf,
  );
  return ranked.slice(room).flatMap((key) => weighed.get(key) ?? []);
}

/**
 * The order of first contacts: by the money asked for times the days it is overdue on average, of equals the customer's
 * key. An order, not a sum: the figure may be of any currency.
 */
export function heaviestFirst(weights: readonly (readonly [string, Weight])[], asOf: Day): string[] {
  return weights
    .map(([key, weight]): [string, number] => [key, weight(asOf)])
    .sort(([a, size], [b, other]) => other - size || (a < b ? -1 : 1))
    .map(([key]) => key);
}

function weightOf(prospect: Prospect): Weight {
  const asked = Object.entries(prospect.asked());
  const lines = prospect.listed().filter(({ open }) => open > 0);
  return (asOf) =>
    asked.reduce((most, [code, sum]) => {
      let open = 0;
      let weighed = 0;
      for (const line of lines) {
        if (line.currency !== code) continue;
        open += line.open;
        weighed += line.open * Math.max(1, asOf - (line.due ?? asOf));
      }
      return open === 0 ? most : Math.max(most, (sum * weighed) / open);
    }, 0);
}

/**
 * How many customers may be contacted for the first time on a day: the number of the settings for five business days from
 * the very first contact on, then three times as many; null for any number.
 */
export function mostOnDay({ history, settings, asOf }: Pick<Facts, 'history' | 'settings' | 'asOf'>): number | null {
  return mostSince(firstDay(history, asOf), settings, asOf);
}

/** The day of the very first contact; today where there was none. */
function firstDay({ firstContact }: Facts['history'], asOf: Day): Day {
  let first = asOf;
  for (const on of firstContact.values()) if (on < first) first = on;
  return first;
}

function mostSince(first: Day, { newCustomersPerDay, holidays }: Facts['settings'], asOf: Day): number | null {
  if (newCustomersPerDay === null) return null;
  const day = businessDaysBetween(Math.max(first - 1, asOf - 4 * CAREFUL_DAYS), asOf, holidays);
  return day <= CAREFUL_DAYS ? newCustomersPerDay : newCustomersPerDay * LATER_TIMES;
}

/** The day on which the last of so many has its turn; null where there is room for nobody on any day. */
function lastTurn({ asOf, settings, history }: Facts, count: number): Day | null {
  const { holidays } = settings;
  if (settings.newCustomersPerDay === 0) return null;
  const begins = history.calmOn === asOf ? nextBusinessDay(asOf + 1, holidays) : asOf;
  const first = history.firstContact.size === 0 ? begins : firstDay(history, asOf);
  let day = asOf;
  for (let left = count; left > 0; left -= mostSince(first, settings, day) ?? left)
    day = nextBusinessDay(day + 1, holidays);
  return day;
}

/**
 * How many more first contacts fit today; null for any number. Of what waits counts what goes on waiting: what the day's
 * decision no longer proposes, or cannot send, leaves its place at once and not only after the next plan. A statement is
 * no contact, but who was written to by one today keeps the place it took.
 */
function roomFor(facts: Facts, prospects: readonly Prospect[]): number | null {
  const { history, asOf } = facts;
  if (history.calmOn === asOf) return 0;
  const most = mostOnDay(facts);
  if (most === null) return null;
  const canGo = new Set(prospects.filter(isFirstWord).map(({ customerKey }) => customerKey));
  let taken = 0;
  for (const on of history.firstContact.values()) if (on === asOf) taken += 1;
  for (const [key, contacts] of history.contacts) {
    const isWritten = contacts.some(({ on, channel }) => on === asOf && CHANNELS[channel].reaches === 'surely');
    if (isWritten && !history.firstContact.has(key)) taken += 1;
  }
  for (const [key, { facts: about, state }] of history.waiting) {
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
  const { history, settings, asOf } = facts;
  if (history.calmOn === asOf)
    return 'The workbook went live today; nobody is written to for the first time on that day.';
  const most = mostOnDay(facts) ?? 0;
  const isCareful = most === settings.newCustomersPerDay && most > 0;
  const later = isCareful ? `; after the first ${CAREFUL_DAYS} business days it is ${most * LATER_TIMES}` : '';
  return `At most ${most} ${most === 1 ? 'customer is' : 'customers are'} contacted for the first time on one day${later}.`;
}
