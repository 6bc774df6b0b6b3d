// What is out of the ordinary today: many more mails than usual, one address written to twice, mail that comes back.
import { type Day, dayFromIso, isBusinessDay, isoOf, shortDay } from '../../receivables/day';
import type { LogEvent, ReminderFacts } from '../history/events';
import type { History } from '../history/history-state';
import { isSentByUs } from '../policy/channels';

/** The usual day is the median business day of so many calendar days, of which so many are needed to tell. */
const LOOKED_BACK = 28;
const NEEDED = 5;

/** Unusual is more than so many times the usual day, and so many mails more. */
const TIMES = 3;
const MORE = 10;

/**
 * Says that unusually many mails are planned or sent today; '' where there are not, or too few days to tell.
 * @param holidays days on which no business is done
 * @example unusualVolume(history, asOf, holidays) // '58 mails are planned or sent today; about 12 are usual.'
 */
export function unusualVolume({ contacts, waiting }: History, asOf: Day, holidays: ReadonlySet<Day>): string {
  const sent = new Map<Day, number>();
  for (const own of contacts.values())
    for (const { on, channel } of own) if (isSentByUs(channel)) sent.set(on, (sent.get(on) ?? 0) + 1);
  let first = asOf;
  for (const on of sent.keys()) if (on < first) first = on;
  const days: number[] = [];
  for (let day = Math.max(first, asOf - LOOKED_BACK); day < asOf; day += 1)
    if (isBusinessDay(day, holidays)) days.push(sent.get(day) ?? 0);
  if (days.length < NEEDED) return '';
  const usual = days.sort((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0;
  let today = sent.get(asOf) ?? 0;
  for (const { state, plannedOn, facts } of waiting.values())
    if ((state === 'planned' || state === 'approved') && plannedOn === isoOf(asOf) && isSentByUs(facts.channel))
      today += 1;
  if (today <= TIMES * usual || today < usual + MORE) return '';
  return `${today} mails are planned or sent today; about ${usual} ${usual === 1 ? 'is' : 'are'} usual.`;
}

/** An address that was written to more than once in seven days. */
export interface Twice {
  address: string;
  /** Of whom the last mail was. */
  customerKey: string;
  customer: string;
  /** `Acme on Thu 19 Nov, Beta on Mon 23 Nov`. */
  said: string;
}

const WEEK = 7;

/**
 * The addresses that reminders went to more than once in seven days, in the order of their first mail.
 * @param events of the log, oldest first
 */
export function writtenTwice(events: readonly LogEvent[], asOf: Day): Twice[] {
  const from = isoOf(asOf - WEEK + 1);
  const mails = new Map<string, { facts: ReminderFacts; on: string }[]>();
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const event = events[at];
    if (!event || event.at.slice(0, 10) < from) break;
    const { reminder: facts } = event.facts;
    if (event.kind !== 'sent' || !facts) continue;
    const on = event.at.slice(0, 10);
    for (const address of new Set(facts.to.map((one) => one.toLowerCase()))) {
      const known = mails.get(address);
      if (known) known.unshift({ facts, on });
      else mails.set(address, [{ facts, on }]);
    }
  }
  return [...mails].reverse().flatMap(([address, own]): Twice[] => {
    const last = own[own.length - 1]?.facts;
    if (!last || own.length < 2) return [];
    const said = own.map(({ facts, on }) => `${facts.customer} on ${shortDay(dayFromIso(on) ?? asOf, asOf)}`);
    return [{ address, customerKey: last.customerKey, customer: last.customer, said: said.join(', ') }];
  });
}
