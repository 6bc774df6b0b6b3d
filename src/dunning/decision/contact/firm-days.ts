// On which days firm words go out: not on a Friday, nor on the day before a day off, when nobody is there to answer.
import { type Day, isBusinessDay, nextBusinessDay, weekdayOf } from '../../../receivables/day';
import { isContact } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import { asks, isFirm } from '../../policy/tones';
import type { CustomerContext } from '../customer-context';
import { isFirstWord } from './first-word';

const FRIDAY = 5;

/** Whether a firm word may go out on a day. @param closed days, weekends apart, on which nothing is sent */
export function isFirmDay(day: Day, closed: ReadonlySet<Day>): boolean {
  return isBusinessDay(day, closed) && weekdayOf(day) !== FRIDAY && !closed.has(day + 1);
}

/** The first day from one on on which a firm word may go out. @example nextFirmDay(friday, new Set()) // Monday */
export function nextFirmDay(from: Day, closed: ReadonlySet<Day>): Day {
  let day = nextBusinessDay(from, closed);
  while (!isFirmDay(day, closed)) day = nextBusinessDay(day + 1, closed);
  return day;
}

/** The days of a span, weekends apart, on which no firm word goes out, beside the closed ones. */
export function withoutFirmDays(from: Day, to: Day, closed: ReadonlySet<Day>): ReadonlySet<Day> {
  const days = new Set(closed);
  for (let day = from; day <= to; day += 1) if (!isFirmDay(day, closed)) days.add(day);
  return days;
}

/**
 * The first day from one on on which a step may go out to a customer.
 * @param row the step as it is for the customer
 * @example firstDayFor(customer, firmRow, friday) // Monday
 */
export function firstDayFor(customer: CustomerContext, row: PolicyRow, from: Day): Day {
  return (speaksFirmly(customer, row) ? nextFirmDay : nextBusinessDay)(from, customer.closed);
}

/** Why a firm word does not go out on a day, in a few words. */
export function whyNoFirmDay(day: Day): string {
  return weekdayOf(day) === FRIDAY ? 'Today is a Friday' : 'Tomorrow is a day off';
}

/** Whether a step speaks firmly: by its own tone, or because this round of reminders was firm already; a first word never is. */
export function speaksFirmly(customer: CustomerContext, { anchor, channel, tone }: PolicyRow): boolean {
  const { facts, episode } = customer;
  if (!facts.settings.contactRules || !isContact(channel)) return false;
  if (anchor !== 'due') return isFirm(tone);
  const isRaised = asks(tone) && episode !== null && isFirm(episode.tone);
  return (isFirm(tone) || isRaised) && !isFirstWord(customer);
}
