// The History of a customer: every event of the log that is about them, in words.

import type { EventKind, LogEvent } from '../../dunning/history/events';
import type { History } from '../../dunning/history/history';
import { messageToUndo } from '../../dunning/history/mail-threads';
import { CHANNELS } from '../../dunning/policy/channels';
import { type Day, dayFromIso, shortDay } from '../../receivables/day';
import { type CompletionOrder, completionOrder, whyNotVoid } from '../review/void-reminder';
import type { HistoryLineView } from './view';

/** So many events are shown. */
const MOST_LINES = 100;

const WHAT: Partial<Record<EventKind, string>> = {
  planned: 'Reminder planned',
  refreshed: 'Reminder brought up to date',
  edited: 'Mail changed by hand',
  approved: 'Approved',
  seconded: 'Approved by a second person',
  returned: 'Back to review',
  snoozed: 'Put off',
  skipped: 'Treated as done',
  'needs-fix': 'Needs fixing',
  cancelled: 'Taken out of the queue',
  sending: 'Sending begun',
  sent: 'Sent',
  failed: 'Could not be sent',
  unconfirmed: 'Not known whether it left',
  done: 'Done',
  voided: 'Reminder taken back',
  'test-sent': 'Test to oneself',
  'heads-up': 'Account owner told ahead',
  'weekly-note': 'Weekly note sent',
  'episode-ended': 'Round of reminders ended',
  'hold-added': 'Reminders paused',
  'hold-lifted': 'Pause ended',
  'promise-noted': 'Promise noted',
  'promise-ended': 'Promise ended',
  'dispute-added': 'Dispute recorded',
  'dispute-resolved': 'Dispute resolved',
  replied: 'They replied',
  answered: 'They answered by the form',
  'answer-decided': 'Answer decided about',
  bounced: 'A mail bounced',
  noticed: 'Seen in the mailbox',
  resumed: 'Reply and bounce lifted',
  'handed-over': 'Handed over',
  'taken-back': 'Hand-over taken back',
  'contact-changed': 'Contact changed',
  insolvency: 'Insolvency',
  assignment: 'Assignment',
  erased: 'Personal details erased',
  onboarded: 'Taken over with a step',
  'ask-first': 'To be asked first about an old balance',
  segments: 'First segment',
  'segment-pending': 'Another segment computed',
  'segment-kept': 'Segment stays',
  'segment-changed': 'Segment changed',
  'customers-joined': 'Joined with another spelling',
  'customers-apart': 'Kept apart from another customer',
  'line-decided': 'Bank line decided about',
  'line-undone': 'Decision about a bank line taken back',
  'payer-forgotten': 'A payer is asked about again',
  'marks-followed': 'Another name or number: what was noted counts on',
  'details-changed': 'Changed, to be confirmed',
  'details-confirmed': 'Change confirmed',
  'log-accepted': 'Log accepted as it is',
  'month-closed': 'Month closed',
  'written-off': 'Write-off approved',
  'write-off-undone': 'Write-off taken back',
};

const WHO: ReadonlyMap<string, string> = new Map([
  ['schedule', 'The hourly run'],
  ['mailbox', 'Noticed in the mailbox'],
  ['policy', 'AR Policy (automatic)'],
  ['AR Queue', 'The column Decide of AR Queue'],
]);

/** Who did something, in words. @example whoInWords('AR Holds') // 'Somebody in the tab AR Holds' */
export function whoInWords(actor: string): string {
  return WHO.get(actor) ?? (actor.startsWith('AR ') ? `Somebody in the tab ${actor}` : actor);
}

/** What an event is, in words. @example eventInWords('replied') // 'They replied' */
export function eventInWords(kind: EventKind): string {
  return WHAT[kind] ?? kind;
}

/**
 * The events about a customer, newest first.
 * @param customer key and name
 * @param asOf days are written beside this one
 * @returns the first 100, and how many more there are
 */
export function historyOf(
  events: readonly LogEvent[],
  history: History,
  customer: { key: string; name: string },
  asOf: Day,
): { lines: HistoryLineView[]; more: number } {
  const own = events.filter((event) => isAbout(event, history, customer));
  const latest = own.slice(-MOST_LINES).reverse();
  const order = completionOrder(own);
  const lines = latest.map((event) => ({
    ...lineOf(event, history, customer.key, asOf),
    takesBack: takesBack(event, history, order, asOf),
    message: messageToUndo(event.facts, history.noticed),
  }));
  return { lines, more: own.length - latest.length };
}

/** Whether an event is about a customer. */
export function isAbout(event: LogEvent, history: History, { key, name }: { key: string; name: string }): boolean {
  const now = (told: string): string => history.aliases.get(told) ?? told;
  if (event.reminder !== '') return history.reminders.get(event.reminder)?.facts.customerKey === key;
  const { customerKey, keys, segments, steps } = event.facts;
  if (customerKey !== undefined) return now(customerKey) === key;
  if (segments) return Object.values(segments).some((firsts) => firsts.some((first) => now(first) === key));
  if (steps) return steps.some((step) => step.key.startsWith(`${key}|`));
  // Customers that were joined or kept apart are named by key; what was written before keys were, by name.
  return (keys ?? []).includes(key) || (event.customer !== '' && event.customer === name);
}

/** The reminder that may be taken back here: where it was sent or done, while nothing came after it. */
function takesBack(event: LogEvent, history: History, order: CompletionOrder, asOf: Day): string {
  const reminder = history.reminders.get(event.reminder);
  if (!reminder || order.get(reminder.id) !== event) return '';
  return whyNotVoid(reminder, history, order, asOf) === null ? reminder.id : '';
}

function lineOf(
  event: LogEvent,
  history: History,
  key: string,
  asOf: Day,
): Omit<HistoryLineView, 'takesBack' | 'message'> {
  const { at, actor, kind, stage, facts } = event;
  const reminder = history.reminders.get(event.reminder);
  const channel =
    reminder && kind === 'done' ? `${CHANNELS[reminder.facts.channel].title}: ${facts.outcome ?? 'done'}` : '';
  const until = kind === 'snoozed' ? untilInWords(facts.until ?? '', asOf) : '';
  const first = kind === 'segments' ? `: ${segmentOf(event, key, history)}` : '';
  const what = channel || `${eventInWords(kind)}${until}${first}`;
  const named = stage === '' ? what : `${what} (${stage})`;
  return { at, who: whoInWords(actor), what: named, facts: kind === 'segments' ? '' : factsOf(event) };
}

function untilInWords(iso: string, asOf: Day): string {
  const day = dayFromIso(iso);
  return day === null ? '' : ` until ${shortDay(day, asOf)}`;
}

function segmentOf({ facts }: LogEvent, key: string, { aliases }: History): string {
  const found = Object.entries(facts.segments ?? {}).find(([, keys]) =>
    keys.some((one) => (aliases.get(one) ?? one) === key),
  );
  return found?.[0] ?? '';
}

function factsOf({ invoices, amounts, to, note }: LogEvent): string {
  return [note, invoices, amounts, to === '' ? '' : `to ${to}`].filter((part) => part !== '').join(' · ');
}
