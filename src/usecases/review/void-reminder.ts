// Takes a sent mail or a finished call or task back: its stages are to be done again. What left has left.

import { decide, type InvoiceDecision } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import type { LogEvent } from '../../dunning/history/events';
import { type History, hasReached } from '../../dunning/history/history';
import { COMPLETING, type Reminder } from '../../dunning/history/reminder';
import { CHANNELS } from '../../dunning/policy/channels';
import { toneAndChannel } from '../../dunning/policy/tones';
import { dayFromIso, shortDay } from '../../receivables/day';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { changeIn } from '../agreements/customer-change';
import type { ChangeResult } from '../waiting/change-result';
import { eventFor, reminderOf } from './review';

/** At which place of the log a reminder was sent, done or treated as done. */
export type CompletionOrder = ReadonlyMap<string, LogEvent>;

/** The order in which reminders completed their stages. @param events all events of the log, in order */
export function completionOrder(events: readonly LogEvent[]): CompletionOrder {
  const order = new Map<string, LogEvent>();
  for (const event of events)
    if (event.kind === 'sent' || event.kind === 'done' || event.kind === 'skipped') order.set(event.reminder, event);
  return order;
}

/**
 * Takes back what the latest reminder about its invoices completed, and plans the day anew. The contact did happen: it
 * stays in the history and keeps counting for the gap.
 * @param note why; kept in the log
 * @throws Refusal without a reason; for a reminder that was neither sent nor done, that was taken back already, that
 * completed nothing, or behind which a later one completed something
 */
export function voidReminder(ports: Ports, id: string, note: string): ChangeResult {
  const reason = note.trim();
  if (reason === '') throw new Refusal('reason-missing', 'Say why it is taken back, so that others know.');
  return changeIn(ports, (ws, { facts }) => {
    const reminder = reminderOf(ws, id);
    const obstacle = whyNotVoid(reminder, facts.history, completionOrder(ws.log.events), facts.asOf);
    if (obstacle) throw Refusal.of(obstacle);
    return {
      key: reminder.facts.customerKey,
      events: [eventFor(ports, reminder, 'voided', reason)],
      tell: (after) => `${whatIsTakenBack(reminder)} ${whatStays(reminder)} ${whatComesAgain(reminder, after)}`,
    };
  });
}

/**
 * Why a reminder cannot be taken back: a stable code and a sentence; null when it can.
 * @param order of all reminders: `completionOrder`
 * @param asOf days are written beside this one
 */
export function whyNotVoid(
  reminder: Reminder,
  history: History,
  order: CompletionOrder,
  asOf: number,
): { code: string; message: string } | null {
  const { state, facts } = reminder;
  if (state === 'voided') return { code: 'voided-already', message: 'This reminder was taken back already.' };
  if (state !== 'sent' && state !== 'done')
    return {
      code: 'state-changed',
      message: `Only what was sent or done can be taken back; the reminder to ${facts.customer} is ${state}.`,
    };
  if (!completesSomething(reminder))
    return { code: 'nothing-completed', message: 'It completed no step, so there is nothing to take back.' };
  const waiting = history.waiting.get(facts.customerKey);
  if (waiting && (waiting.state === 'sending' || waiting.state === 'unconfirmed')) {
    const message = `It is not known whether the next mail to ${facts.customer} left. Say so under Problems first.`;
    return { code: 'unconfirmed', message };
  }
  const later = laterOf(reminder, history, order);
  return later && { code: 'later-stage', message: laterInWords(later, order, asOf) };
}

function completesSomething({ facts }: Reminder): boolean {
  return facts.anchor !== 'due' || facts.lines.some(({ stage }) => stage !== null);
}

/** The latest reminder that completed something about the same after this one. */
function laterOf(reminder: Reminder, { reminders }: History, order: CompletionOrder): Reminder | null {
  const placeOf = (one: Reminder): number => order.get(one.id)?.seq ?? 0;
  let latest: Reminder | null = null;
  for (const other of reminders.values()) {
    if (placeOf(other) <= placeOf(latest ?? reminder) || !COMPLETING.includes(other.state)) continue;
    if (completesSomething(other) && isAboutTheSame(reminder, other)) latest = other;
  }
  return latest;
}

/** A statement of the month lists all there is and belongs to no ladder: it stands only in the way of itself. */
function isAboutTheSame({ facts: a }: Reminder, { facts: b }: Reminder): boolean {
  if (a.anchor === 'month' || b.anchor === 'month') return a.anchor === b.anchor && a.subject === b.subject;
  const keys = new Set(a.lines.map(({ key }) => key));
  return b.lines.some(({ key }) => keys.has(key));
}

function laterInWords({ id, state }: Reminder, order: CompletionOrder, asOf: number): string {
  const on = dayFromIso(order.get(id)?.at.slice(0, 10) ?? '') ?? asOf;
  const day = shortDay(on, asOf);
  if (state === 'skipped')
    return `A later step of its invoices was treated as done on ${day}: taking this one back would bring nothing again.`;
  return `A later reminder about its invoices was ${state} on ${day} (${id}): take that one back first.`;
}

function whatIsTakenBack({ facts }: Reminder): string {
  const { anchor, stage, stages, tone, customer } = facts;
  const what = anchor === 'due' ? `step ${stage} of ${stages} (${tone})` : STEPS[anchor];
  return `Taken back for ${customer}: ${what}.`;
}

const STEPS = {
  promise: 'what was said about the promise',
  month: 'the statement of the month',
  discount: 'what was said about the discount',
  claim: 'the claim',
  limit: 'the question of a credit hold',
  review: 'the review of the limit',
  insurer: 'the report to the insurer',
  security: 'the end of the security',
  issue: 'the invoice that went out',
  assigned: 'the mail about assigned invoices',
} as const;

function whatStays({ facts, outcome }: Reminder): string {
  const contact = hasReached(facts, outcome)
    ? 'as a contact it still counts for the gap'
    : 'it was no contact, so no gap counts from it';
  return `${CHANNELS[facts.channel].stays}; ${contact}.`;
}

/** Which stage comes again and when, by the decision of the day. */
function whatComesAgain({ facts: reminder }: Reminder, facts: Facts): string {
  if (reminder.anchor !== 'due') return 'It comes again as soon as its day and the gap allow it.';
  const again = firstAgain(
    decide(facts).decisions.filter(
      ({ invoice }) => invoice.open > 0 && reminder.lines.some(({ key, stage }) => stage && key === invoice.key),
    ),
    reminder.leadKey,
  );
  if (!again) return 'Nothing of it is open any more, so nothing comes again.';
  const { invoice, stage, decision, nextDate, reasons } = again;
  const number = invoice.invoice || invoice.key;
  const what = stage ? `Step ${stage.stage} (${toneAndChannel(stage.tone, stage.channel)}) of invoice ${number}` : '';
  if (stage && decision === 'remind') return `${what} is due again now.`;
  if (stage && nextDate !== null) return `${what} comes again on ${shortDay(nextDate, facts.asOf)}.`;
  return `Invoice ${number} is not asked for again yet: ${reasons[0]?.message ?? decision}`;
}

/** The lead where it comes again; else the first that does. */
function firstAgain(decisions: readonly InvoiceDecision[], leadKey: string): InvoiceDecision | undefined {
  const leadFirst = [...decisions].sort((a, b) => rank(b, leadKey) - rank(a, leadKey));
  return leadFirst.find(({ stage }) => stage !== null) ?? leadFirst[0];
}

function rank({ invoice }: InvoiceDecision, leadKey: string): number {
  return invoice.key === leadKey ? 1 : 0;
}
