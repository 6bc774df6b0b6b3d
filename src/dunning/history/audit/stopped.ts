// Whether a mail was begun although something the log tells of stood against it.
import { type Day, dayFromIso, plusBusinessDays } from '../../../receivables/day';
import { numberKey, numberStem } from '../../../receivables/invoice-number';
import { splitAddresses } from '../../mail/address';
import { wordOf } from '../../policy/purposes';
import { type Answer, pauses } from '../answers';
import type { LogEvent, ReminderFacts, ReminderLineFacts } from '../events';
import type { Reminder } from '../reminder';
import { protects, type StandingStop } from '../stops';
import { type Finding, type FindingCode, findingAt } from './finding';
import type { Known } from './known';

/** Business days without reminders after a reply: with holidays it is longer, never shorter. */
const DAYS_AFTER_REPLY = 5;

/** What stood against a mail on the day it was begun. */
export function stoppedBy(known: Known, reminder: Reminder, event: LogEvent): Finding[] {
  const { history, stops } = known;
  const day = event.at.slice(0, 10);
  const standing = [...stops.values()].filter((stop) => protects(stop, day) && isCovered(stop, reminder.facts));
  const on = dayFromIso(day);
  return [
    ...standing.map((stop) => whileStopped(stop, reminder, event)),
    ...(on === null ? [] : afterReply(history.replied.get(reminder.facts.customerKey), on, reminder, event)),
    ...(on === null ? [] : afterAnswer(history.answers, on, reminder, event)),
    ...toBounced(history.bounced.get(reminder.facts.customerKey)?.addresses ?? [], reminder, event),
    ...handedOver(history.handedOver, reminder, event),
  ];
}

/** Whether a stop is about what a mail asks for; a word before a promised day is about the promise itself. */
function isCovered(stop: StandingStop, facts: ReminderFacts): boolean {
  if (wordOf(facts) && stop.kind !== 'do-not-contact') return false;
  if (stop.kind === 'promise') {
    if (facts.anchor === 'promise' && facts.days < 0) return false;
    return askedLines(facts).some(({ key }) => stop.covers.includes(key));
  }
  if (stop.customerKey !== facts.customerKey) return false;
  return stop.invoice === '' || askedLines(facts).some(({ invoice }) => numberKey(invoice) === numberKey(stop.invoice));
}

/** What a mail asks for: a reminder lists more, and a statement shows the account and asks for nothing. */
function askedLines({ anchor, lines, leadKey, subject }: ReminderFacts): readonly ReminderLineFacts[] {
  if (anchor === 'month' || wordOf({ subject })) return [];
  return anchor === 'due' ? lines.filter(({ stage, key }) => stage !== null || key === leadKey) : lines;
}

const WHILE: Readonly<Record<StandingStop['kind'], [FindingCode, string]>> = {
  hold: ['while-paused', 'reminders were paused'],
  'do-not-contact': ['while-do-not-contact', '"Do not contact" was set'],
  dispute: ['while-disputed', 'it was in dispute'],
  promise: ['while-promised', 'payment was promised'],
};

function whileStopped(stop: StandingStop, { facts }: Reminder, event: LogEvent): Finding {
  const [code, what] = WHILE[stop.kind];
  const about = stop.invoice === '' ? '' : ` about invoice ${stop.invoice}`;
  const end = stop.until === '' ? 'nobody has ended that' : `up to ${stop.until}, and nobody has ended that`;
  const message = `${event.reminder} went to ${facts.customer}${about} although ${what} (entry ${stop.seq}, ${stop.at.slice(0, 10)}, by ${stop.actor}): ${end}.`;
  return findingAt(code, event, message, [stop.seq]);
}

function afterReply(on: Day | undefined, day: Day, { facts }: Reminder, event: LogEvent): Finding[] {
  if (on === undefined || wordOf(facts) || plusBusinessDays(on, DAYS_AFTER_REPLY) <= day) return [];
  const message = `${event.reminder} went to ${facts.customer} although they had replied ${day - on} days before, and nobody had said that the reply was settled.`;
  return [findingAt('after-a-reply', event, message)];
}

/** After an answer by the form nothing goes to the customer for some days, and nothing about what is said to be paid or not right. */
function afterAnswer(answers: ReadonlyMap<string, Answer>, day: Day, { facts }: Reminder, event: LogEvent): Finding[] {
  if (wordOf(facts) || (facts.anchor === 'promise' && facts.days < 0)) return [];
  const asked = new Set(askedLines(facts).map(({ key }) => key));
  return [...answers.values()].flatMap((answer) => {
    const isQuiet = answer.customerKey === facts.customerKey && (answer.quietTo ?? 0) >= day;
    if (!isQuiet && !(pauses(answer, day) && answer.keys.some((key) => asked.has(key)))) return [];
    const message = `${event.reminder} went to ${facts.customer} although they had answered ${answer.reference} by the form ${day - answer.takenOn} days before, and that still paused it.`;
    return [findingAt('after-a-reply', event, message)];
  });
}

/** An address that a person typed for this one mail is their own choice. */
function toBounced(addresses: readonly string[], { facts, edit }: Reminder, event: LogEvent): Finding[] {
  if (edit || addresses.length === 0) return [];
  const dead = splitAddresses(event.to).find((one) => addresses.includes(one.toLowerCase()));
  if (dead === undefined) return [];
  const message = `${event.reminder} to ${facts.customer} went to ${dead}, from which mail had come back.`;
  return [findingAt('to-a-bounced-address', event, message)];
}

function handedOver(away: ReadonlyMap<string, Day>, { facts }: Reminder, event: LogEvent): Finding[] {
  return askedLines(facts)
    .filter(({ key }) => away.has(numberStem(key)))
    .map(({ key, invoice }) => {
      const message = `${event.reminder} asks ${facts.customer} for invoice ${invoice || key}, which had been handed over.`;
      return findingAt('handed-over', event, message);
    });
}
