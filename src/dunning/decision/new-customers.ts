// How many customers are contacted for the first time on a day: a firm that goes live does not write to all at once.
import { type Day, nextBusinessDay, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { CHANNELS, isContact } from '../policy/channels';
import type { Facts } from './facts';
import type { Prospect } from './propose';
import { type Verdict, verdict } from './reasons';

/** The first contacts that do not fit a day any more, and what is said of them. */
export interface BeyondCap {
  /** By customer key, each with what it asks for: the largest go first. */
  late: ReadonlyMap<string, number>;
  verdict: Verdict;
}

/**
 * The first contacts beyond the day's number: the largest go first. What waits in the queue already, or cannot go out
 * before something is mended, or is a task, keeps its place.
 * @param facts with `newCustomersPerDay`; null for any number
 * @returns null when all fit
 */
export function firstContactsBeyondCap(facts: Facts, prospects: readonly Prospect[]): BeyondCap | null {
  const late = beyondCap(facts, prospects);
  if (late.size === 0) return null;
  const next = nextBusinessDay(facts.asOf + 1, facts.settings.holidays);
  const why = inWords(facts);
  const message = () => `${why} This one follows on ${shortDay(next, facts.asOf)} at the earliest.`;
  return { late, verdict: verdict('wait', 'daily-cap', message, next) };
}

function beyondCap(facts: Facts, prospects: readonly Prospect[]): ReadonlyMap<string, number> {
  const room = roomFor(facts, prospects);
  if (room === null) return new Map();
  // On the day of going live nobody new is written to, what was planned in Preview included.
  const isCalm = facts.history.calmOn === facts.asOf;
  const fresh = prospects.filter(
    (one) =>
      isFirstWord(one) && isNew(facts, one.customerKey) && (isCalm || !facts.history.waiting.has(one.customerKey)),
  );
  if (fresh.length <= room) return new Map();
  // An order, not a sum: the figure may be of any currency.
  const sized = fresh.map((one): [string, number] => [one.customerKey, Math.max(0, ...Object.values(one.asked()))]);
  return new Map(sized.sort(largestFirst).slice(room));
}

/** The order of first contacts: who is asked for the most, of equals the customer's key. */
export function largestFirst([a, size]: readonly [string, number], [b, other]: readonly [string, number]): number {
  return other - size || (a < b ? -1 : 1);
}

/**
 * How many more first contacts fit today; null for any number. Of what waits counts what goes on waiting: what the day's
 * decision no longer proposes, or cannot send, leaves its place at once and not only after the next plan. A statement is
 * no contact, but who was written to by one today keeps the place it took.
 */
function roomFor({ history, settings, asOf }: Facts, prospects: readonly Prospect[]): number | null {
  if (history.calmOn === asOf) return 0;
  if (settings.newCustomersPerDay === null) return null;
  const canGo = new Set(prospects.filter(isFirstWord).map(({ customerKey }) => customerKey));
  let taken = 0;
  for (const on of history.firstContact.values()) if (on === asOf) taken += 1;
  for (const [key, contacts] of history.contacts) {
    const isWritten = contacts.some(({ on, channel }) => on === asOf && CHANNELS[channel].reaches === 'surely');
    if (isWritten && !history.firstContact.has(key)) taken += 1;
  }
  for (const [key, { facts, state }] of history.waiting) {
    if (history.firstContact.has(key)) continue;
    const isOnItsWay = (state === 'sending' || state === 'unconfirmed') && isContact(facts.channel);
    if (isOnItsWay || canGo.has(key)) taken += 1;
  }
  return Math.max(0, settings.newCustomersPerDay - taken);
}

/** Whether a reminder would be a word to the customer that can leave as it is. */
function isFirstWord({ channel, fix }: Prospect): boolean {
  return isContact(channel) && fix === null;
}

function isNew({ history }: Facts, customerKey: string): boolean {
  return !history.firstContact.has(customerKey);
}

function inWords({ history, settings, asOf }: Facts): string {
  if (history.calmOn === asOf)
    return 'The workbook went live today; nobody is written to for the first time on that day.';
  const most = settings.newCustomersPerDay ?? 0;
  return `At most ${most} ${most === 1 ? 'customer is' : 'customers are'} contacted for the first time on one day.`;
}

/**
 * How many customers the day's number leaves for later, and until when, in words.
 * @param late customers who wait for that alone
 * @param most the number a day
 * @example laterInWords(30, 20, asOf, holidays) // '30 more customers follow, as at most 20 hear from you for the first time on one day: the last of them on Tue 1 Dec at the earliest.'
 */
export function laterInWords(late: number, most: number | null, asOf: Day, holidays: ReadonlySet<Day>): string {
  if (late === 0 || !most) return '';
  const last = shortDay(plusBusinessDays(asOf, Math.ceil(late / most), holidays), asOf);
  const who = late === 1 ? '1 more customer follows' : `${late} more customers follow`;
  return `${who}, as at most ${most} hear from you for the first time on one day: the last of them on ${last} at the earliest.`;
}

/** The customers of whom the day's number alone keeps a reminder back. */
export function keptByCap(decisions: readonly { invoice: Invoice; reasons: readonly { code: string }[] }[]): number {
  const late = decisions.filter(({ reasons }) => reasons[0]?.code === 'daily-cap');
  return new Set(late.map(({ invoice }) => invoice.customerKey)).size;
}
