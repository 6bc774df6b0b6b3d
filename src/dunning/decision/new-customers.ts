// How many customers are contacted for the first time on a day: a firm that goes live does not write to all at once.
import { nextBusinessDay, shortDay } from '../../receivables/day';
import { askedTotals, type ReminderFacts } from '../history/events';
import { isContact } from '../policy/channels';
import type { Facts } from './facts';
import { type Verdict, verdict } from './reasons';

/** The first contacts that do not fit a day any more, and what is said of them. */
export interface BeyondCap {
  /** Customer keys. */
  late: ReadonlySet<string>;
  verdict: Verdict;
}

/**
 * The first contacts beyond the day's number: the largest go first. What waits in the queue already, or cannot go out
 * before something is mended, or is a task, keeps its place.
 * @param facts with `newCustomersPerDay`; null for any number
 * @returns null when all fit
 */
export function firstContactsBeyondCap(facts: Facts, proposals: readonly ReminderFacts[]): BeyondCap | null {
  const late = beyondCap(facts, proposals);
  if (late.size === 0) return null;
  const next = nextBusinessDay(facts.asOf + 1, facts.settings.holidays);
  const message = `${inWords(facts)} This one follows on ${shortDay(next, facts.asOf)} at the earliest.`;
  return { late, verdict: verdict('wait', 'daily-cap', message, next) };
}

function beyondCap(facts: Facts, proposals: readonly ReminderFacts[]): ReadonlySet<string> {
  const room = roomFor(facts, proposals);
  if (room === null) return new Set();
  // On the day of going live nobody new is written to, what was planned in Preview included.
  const isCalm = facts.history.calmOn === facts.asOf;
  const fresh = proposals.filter(
    (one) =>
      isFirstWord(one) && isNew(facts, one.customerKey) && (isCalm || !facts.history.waiting.has(one.customerKey)),
  );
  // An order, not a sum: the figure may be of any currency.
  const sizes = new Map(fresh.map((one) => [one.customerKey, Math.max(0, ...Object.values(askedTotals(one.lines)))]));
  const ordered = [...fresh].sort(
    (a, b) =>
      (sizes.get(b.customerKey) ?? 0) - (sizes.get(a.customerKey) ?? 0) || (a.customerKey < b.customerKey ? -1 : 1),
  );
  return new Set(ordered.slice(room).map(({ customerKey }) => customerKey));
}

/**
 * How many more first contacts fit today; null for any number. Of what waits counts what goes on waiting: what the day's
 * decision no longer proposes, or cannot send, leaves its place at once and not only after the next plan.
 */
function roomFor({ history, settings, asOf }: Facts, proposals: readonly ReminderFacts[]): number | null {
  if (history.calmOn === asOf) return 0;
  if (settings.newCustomersPerDay === null) return null;
  const canGo = new Set(proposals.filter(isFirstWord).map(({ customerKey }) => customerKey));
  let taken = 0;
  for (const on of history.firstContact.values()) if (on === asOf) taken += 1;
  for (const [key, { facts, state }] of history.waiting) {
    if (history.firstContact.has(key)) continue;
    const isOnItsWay = (state === 'sending' || state === 'unconfirmed') && isContact(facts.channel);
    if (isOnItsWay || canGo.has(key)) taken += 1;
  }
  return Math.max(0, settings.newCustomersPerDay - taken);
}

/** Whether a reminder would be a word to the customer that can leave as it is. */
function isFirstWord({ channel, fix }: ReminderFacts): boolean {
  return isContact(channel) && fix === '';
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
