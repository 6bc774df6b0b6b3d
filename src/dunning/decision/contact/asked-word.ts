// A mail that a person asked for by a click and that asks for no money: an apology, thanks for a promise, a plan put in writing, an invoice once more. It completes no step.
import { type Day, dayFromIso, nextBusinessDay, plusBusinessDays } from '../../../receivables/day';
import type { Reminder } from '../../history/reminder';
import { MAIL } from '../../policy/channels';
import { ownStep } from '../../policy/policy';
import { type AskedWord, wordOf } from '../../policy/purposes';
import type { CustomerContext } from '../customer-context';
import { apart } from '../debtor/whose-debt';
import { byDue } from '../owed';
import { promisedInWords } from '../promises';
import { type Prospect, proposeStep } from '../propose';
import type { Verdict } from '../reasons';
import { hasDocument } from './deliveries';

/** A person who asked for it reads it within so many business days; later its occasion has passed. */
const READ_WITHIN = 5;

const NO_KEYS: ReadonlySet<string> = new Set();

/**
 * What stops such a mail: not a pause, a reply or a dispute, as a person answers those with it; all that forbids any mail.
 * @example stopOfWord(customer)?.reasons[0]?.code // 'do-not-contact'
 */
export function stopOfWord({ stops: { contact, outcome, bounce } }: CustomerContext): Verdict | null {
  return contact ?? outcome ?? bounce;
}

/**
 * The mail as it would be today.
 * @param asked which one
 * @param keys of the invoices that are sent once more
 * @param withCalendar whether the promised days come along as a calendar entry
 * @returns null where the customer has no invoice in the sheet, or no promise, plan or document that it could be about
 */
export function proposeWord(
  customer: CustomerContext,
  asked: AskedWord,
  keys: ReadonlySet<string> = NO_KEYS,
  withCalendar = false,
): Prospect | null {
  const { blocks, key, facts, invoices, segment } = customer;
  const isAboutPromise = asked === 'Promise noted' || asked === 'Plan agreed';
  const open = blocks
    .promisesOf(key)
    .filter(({ state, promise }) => state === 'open' && (asked !== 'Plan agreed' || promise.plan !== ''));
  const covered = (isAboutPromise && open[open.length - 1]?.covered) || [];
  const copied = asked === 'Invoice copy' ? invoices.filter((one) => keys.has(one.key) && hasDocument(one)) : [];
  const about = [...covered, ...copied].filter((one) => one.customerKey === key && !apart(facts, one)).sort(byDue);
  const lead = asked === 'Apology' ? invoices[0] : about[0];
  if (!lead) return null;
  // As a word before a promised day: it keeps no gap and does not count among the contacts of a month.
  const row = ownStep({
    ...{ segment, anchor: 'promise', days: -1, channel: MAIL, minimumGap: 0 },
    ...{ template: asked, to: ['billing'], tone: 'neutral' },
    ...(isAboutPromise && withCalendar
      ? { attach: ['calendar'] }
      : asked === 'Invoice copy'
        ? { attach: ['documents'] }
        : {}),
  });
  // Thanks for another day or sum are not those that a person read: the reason tells them apart.
  const promised = isAboutPromise ? open.map((one) => promisedInWords(facts, one.promise)) : [];
  const asks = [`Somebody asked for the mail “${asked}”. It asks for nothing and completes no step.`, ...promised];
  const step = { row, dueOn: facts.asOf, steps: 1, reason: asks.join(' '), look: 'somebody asked for it' };
  return proposeStep(customer, { ...step, subject: `word:${asked}`, invoices: about }, [lead]);
}

/** The mail that waits because somebody asked for it, as it is today; null where none does, or not today. */
export function askedWord(customer: CustomerContext): Prospect | null {
  const { facts, key, closed } = customer;
  const waiting = facts.history.waiting.get(key);
  const asked = waiting ? wordOf(waiting.facts) : null;
  if (!waiting || !asked || isOver(waiting, facts.asOf, facts.settings.holidays)) return null;
  const isOpen = nextBusinessDay(facts.asOf, closed) === facts.asOf;
  const keys = new Set(waiting.facts.lines.map((line) => line.key));
  const withCalendar = waiting.facts.attach?.includes('calendar');
  return isOpen && !stopOfWord(customer) ? proposeWord(customer, asked, keys, withCalendar) : null;
}

function isOver({ plannedOn, state }: Reminder, asOf: Day, holidays: ReadonlySet<Day>): boolean {
  const on = dayFromIso(plannedOn);
  if (on === null || !['planned', 'snoozed', 'needs-fix'].includes(state)) return false;
  return plusBusinessDays(on, READ_WITHIN, holidays) < asOf;
}
