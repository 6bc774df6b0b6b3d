// What a replayed policy comes to: mails by week, how many were needless, what another one would have left out.
import type { Day } from '../../receivables/day';
import { countsOf, isContact, isSentByUs } from '../policy/channels';
import type { ForecastContact } from './rehearsal';

/** A policy over a span; shares are fractions. */
export interface ReplayFigures {
  mails: number;
  mailsBeforeDue: number;
  /** Monthly statements, in no other figure. */
  statements: number;
  calls: number;
  tasks: number;
  customersMailed: number;
  /** Invoices whose own stage a mail was about. */
  invoicesMailed: number;
  /** By ISO week over the whole span, weeks without a mail included; the lower of two medians. */
  mailsPerWeek: { mean: number; median: number; max: number };
  mostToOneCustomerInAWeek: number;
  mostToOneCustomerIn7Days: number;
  /** The share of the mails of which every invoice was paid one to three days later anyway; null without a mail. */
  needlessMails: number | null;
  /** The same of pairs of a mail and an invoice whose own stage was due. */
  needlessLines: number | null;
  lines: number;
  /** Mails, calls, messages and letters. */
  contacts: number;
  /** How many contacts fewer than the first policy, and by how many days later an invoice is first spoken of on average. */
  contactsAvoided: number;
  daysLater: number;
}

/** So many days after a mail a payment was coming anyway. */
export const COMING_ANYWAY = 3;
const WEEK = 7;

/**
 * The figures of a replay.
 * @param contacts what would have been sent and done
 * @param span first and last day
 * @param paidOn invoice key to the day it was paid
 * @param first the contacts of the policy it is held against
 * @example replayFigures(replay(past, from, to), { from, to }, paidOn).mails
 */
export function replayFigures(
  contacts: readonly ForecastContact[],
  span: { from: Day; to: Day },
  paidOn: ReadonlyMap<string, Day>,
  first: readonly ForecastContact[] = contacts,
): ReplayFigures {
  const spoken = contacts.filter(isSpoken);
  const mails = spoken.filter(({ channel }) => isSentByUs(channel));
  const lines = mails.flatMap(({ about, day }) => dueKeys(about).map((key) => ({ key, day })));
  const isNeedless = (key: string, day: Day): boolean => {
    const after = (paidOn.get(key) ?? Number.POSITIVE_INFINITY) - day;
    return after >= 1 && after <= COMING_ANYWAY;
  };
  const needless = mails.filter(({ about, day }) => {
    const keys = dueKeys(about);
    return keys.length > 0 && keys.every((key) => isNeedless(key, day));
  });
  const weeks = countsByWeek(mails, span);
  const counts = countsOf((channel) => contacts.filter((one) => one.channel === channel && !isStatement(one)).length);
  return {
    mails: mails.length,
    mailsBeforeDue: mails.filter(({ about: { anchor, days } }) => anchor === 'due' && days < 0).length,
    statements: contacts.filter(isStatement).length,
    calls: counts.calls,
    tasks: counts.tasks,
    customersMailed: new Set(mails.map(({ customerKey }) => customerKey)).size,
    invoicesMailed: new Set(lines.map(({ key }) => key)).size,
    mailsPerWeek: {
      mean: mails.length / weeks.length,
      median: [...weeks].sort((a, b) => a - b)[(weeks.length - 1) >> 1] ?? 0,
      max: Math.max(0, ...weeks),
    },
    mostToOneCustomerInAWeek: mostToOne(spoken, ({ day }, other) => weekOf(day) === weekOf(other.day)),
    mostToOneCustomerIn7Days: mostToOne(spoken, ({ day }, other) => other.day >= day && other.day < day + WEEK),
    needlessMails: shareOf(needless.length, mails.length),
    needlessLines: shareOf(lines.filter(({ key, day }) => isNeedless(key, day)).length, lines.length),
    lines: lines.length,
    contacts: spoken.length,
    contactsAvoided: first.filter(isSpoken).length - spoken.length,
    daysLater: daysLater(spoken, first.filter(isSpoken)),
  };
}

function isStatement({ about }: ForecastContact): boolean {
  return about.anchor === 'month';
}

/** A word to the customer that is no statement. */
function isSpoken(contact: ForecastContact): boolean {
  return isContact(contact.channel) && !isStatement(contact);
}

/** The invoices whose own stage is done by it. */
function dueKeys({ lines }: ForecastContact['about']): string[] {
  return lines.filter(({ stage }) => stage !== null).map(({ key }) => key);
}

/** The ISO week of a day, counted from a Monday before 1970. */
function weekOf(day: Day): number {
  return Math.floor((day + 3) / WEEK);
}

function countsByWeek(mails: readonly ForecastContact[], { from, to }: { from: Day; to: Day }): number[] {
  const counts = Array.from({ length: weekOf(to) - weekOf(from) + 1 }, () => 0);
  for (const { day } of mails) counts[weekOf(day) - weekOf(from)] = (counts[weekOf(day) - weekOf(from)] ?? 0) + 1;
  return counts;
}

/** The most contacts of a customer that belong together with one of them. */
function mostToOne(
  contacts: readonly ForecastContact[],
  belongs: (one: ForecastContact, other: ForecastContact) => boolean,
): number {
  const customers = new Map<string, ForecastContact[]>();
  for (const contact of contacts)
    customers.set(contact.customerKey, [...(customers.get(contact.customerKey) ?? []), contact]);
  let most = 0;
  for (const own of customers.values())
    for (const one of own) most = Math.max(most, own.filter((other) => belongs(one, other)).length);
  return most;
}

function shareOf(part: number, all: number): number | null {
  return all === 0 ? null : part / all;
}

/** By how many days later an invoice is first spoken of, over those that both policies speak of; 0 where there is none. */
function daysLater(contacts: readonly ForecastContact[], first: readonly ForecastContact[]): number {
  const [mine, theirs] = [firstDays(contacts), firstDays(first)];
  const delays = [...mine].flatMap(([key, day]) => {
    const before = theirs.get(key);
    return before === undefined ? [] : [day - before];
  });
  return delays.length === 0 ? 0 : delays.reduce((sum, days) => sum + days, 0) / delays.length;
}

function firstDays(contacts: readonly ForecastContact[]): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const { about, day } of contacts) for (const key of dueKeys(about)) if (!days.has(key)) days.set(key, day);
  return days;
}
