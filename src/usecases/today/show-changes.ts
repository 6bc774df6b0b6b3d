// What changed since yesterday: what plans, sending and people did since the last plan of the day before, in words.
import { reasonInShort } from '../../dunning/decision/reasons';
import { type EventKind, type LogEvent, NO_STATEMENT } from '../../dunning/history/events';
import type { History } from '../../dunning/history/history';
import { messageToUndo } from '../../dunning/history/mail-threads';
import { type Day, dayFromIso, isBusinessDay, isoOf, shortDay } from '../../receivables/day';
import type { ChangeItem, ChangesView } from './view';

/** How many items are listed. */
export const LISTED = 200;

/** What a plan writes down; its last event of an earlier day is where "since yesterday" begins. */
const BY_PLAN: readonly EventKind[] = ['planned', 'refreshed', 'needs-fix', 'cancelled', 'episode-ended', 'segments'];

/** How a kind of event is told: in the list, and counted in the summary (one, several; '' where it is not counted). */
type Words = readonly [told: string, one?: string, several?: string];

const WORDS: Partial<Record<EventKind, Words>> = {
  planned: ['New reminder', 'new'],
  returned: ['Back to review', 'back to review'],
  refreshed: ['Amounts changed', 'with changed amounts'],
  'needs-fix': ['Needs fixing', 'needs fixing', 'need fixing'],
  sent: ['Sent', 'sent'],
  failed: ['Could not be sent', 'failed'],
  unconfirmed: ['Outcome not known', 'with an outcome not known'],
  done: ['Done by hand', 'done by hand'],
  skipped: ['Step skipped', 'step skipped', 'steps skipped'],
  snoozed: ['Put off', 'put off'],
  voided: ['Reminder taken back', 'reminder taken back', 'reminders taken back'],
  'episode-ended': [
    'Nothing overdue any more',
    'customer with nothing overdue any more',
    'customers with nothing overdue any more',
  ],
  'promise-noted': ['Promise noted', 'promise noted', 'promises noted'],
  'dispute-added': ['Dispute opened', 'dispute opened', 'disputes opened'],
  'dispute-resolved': ['Dispute closed', 'dispute closed', 'disputes closed'],
  'hold-added': ['Reminders paused', 'pause added', 'pauses added'],
  'hold-lifted': ['Pause ended', 'pause ended', 'pauses ended'],
  replied: ['They replied', 'reply', 'replies'],
  answered: ['Answered by the form', 'answer by the form', 'answers by the form'],
  'answer-decided': ['Answer decided about', 'answer decided about', 'answers decided about'],
  noticed: ['Seen in the mailbox'],
  bounced: ['Mail came back', 'mail came back', 'mails came back'],
  resumed: ['Taken up again', 'taken up again'],
  'handed-over': ['Handed over', 'handed over'],
  'taken-back': ['Hand-over taken back', 'hand-over taken back', 'hand-overs taken back'],
  'contact-changed': ['Contact changed', 'contact changed', 'contacts changed'],
  insolvency: ['Insolvency'],
  assignment: ['Assignment'],
  'segment-changed': ['Segment changed', 'segment changed', 'segments changed'],
  'customers-joined': ['Joined into one customer', 'customer joined', 'customers joined'],
  'customers-apart': ['Kept apart'],
  'lines-read': ['Bank lines read'],
  'line-decided': ['Bank line decided', 'bank line decided', 'bank lines decided'],
  'line-undone': ['Bank line taken back', 'bank line taken back', 'bank lines taken back'],
  'payer-forgotten': ['Payer forgotten'],
  booked: ['Payments found in the books'],
  'difference-asked': ['A difference to explain'],
  'difference-settled': ['A difference explained'],
  'marks-followed': ['Another name or number', 'under another name or number'],
  onboarded: ['Beginning chosen'],
  'ask-first': ['Old balance: ask first'],
  'payments-confirmed': ['Payments confirmed'],
  'set-up': ['Set up'],
  sender: ['Sender changed'],
  'send-as-confirmed': ['Shared address confirmed'],
  live: ['Went live'],
  preview: ['Back to Preview'],
  'automatic-on': ['Automatic turned on'],
  'automatic-off': ['Automatic turned off'],
  'table-accepted': ['Invoice table accepted'],
  'log-accepted': ['Log accepted'],
  moved: ['Moved here'],
  left: ['Duesheet taken off'],
  'setting-changed': ['Setting changed'],
  'details-changed': ['Payment details changed'],
  'details-confirmed': ['Payment details confirmed'],
  erased: ['Personal details erased'],
  'year-moved': ['Closed year of the log moved'],
  'month-closed': ['Month closed', 'month closed', 'months closed'],
  'written-off': ['Write-off approved', 'write-off approved', 'write-offs approved'],
  'write-off-undone': ['Write-off taken back', 'write-off taken back', 'write-offs taken back'],
  upgraded: ['Duesheet brought up to date'],
};

const WITHOUT_STATEMENT: Words = ['Sent without its statement', 'sent without its statement'];

/** A change before it is cut to what is shown. */
interface Change {
  event: LogEvent;
  told: string;
  one: string;
  several: string;
}

/**
 * What changed since the last plan of the day before. Of a reminder the last thing that became of it counts.
 * @param events the log, oldest first
 * @param today the day in the workbook's zone
 * @param holidays days that are no business days
 * @param noticed messages of the mailbox, of which some may be taken back
 */
export function changesSince(
  events: readonly LogEvent[],
  today: Day,
  holidays: ReadonlySet<Day>,
  noticed: History['noticed'] = new Map(),
): ChangesView {
  const from = beginning(events, today, holidays);
  const changes = changesOf(events.slice(from));
  if (changes.length === 0) return { summary: '', items: [] };
  const before = events[from - 1];
  const sum = summed(changes);
  return {
    summary: sum === '' ? '' : `${sinceInWords(before, today)}: ${sum}`,
    items: changes
      .slice(-LISTED)
      .reverse()
      .map((change) => ({ ...itemOf(change), ...takesBack(change.event, noticed) })),
  };
}

/** Where in the log it begins: behind the last plan of an earlier day, but not before the last business day. */
function beginning(events: readonly LogEvent[], today: Day, holidays: ReadonlySet<Day>): number {
  const date = isoOf(today);
  let business = today - 1;
  while (!isBusinessDay(business, holidays)) business -= 1;
  const earliest = isoOf(business);
  for (let at = events.length; at > 0; at -= 1) {
    const event = events[at - 1];
    if (!event || event.at.slice(0, 10) < earliest) return at;
    if (event.at.slice(0, 10) < date && BY_PLAN.includes(event.kind)) return at;
  }
  return 0;
}

function sinceInWords(before: LogEvent | undefined, today: Day): string {
  const day = dayFromIso(before?.at.slice(0, 10) ?? '');
  if (day === null) return 'Since set-up';
  return day >= today - 1 ? 'Since yesterday' : `Since ${shortDay(day, today)}`;
}

function changesOf(events: readonly LogEvent[]): Change[] {
  const changes = new Map<string, Change>();
  for (const event of events) {
    const change = changeOf(event);
    if (!change) continue;
    const key = event.reminder || `#${event.seq}`;
    // A new one whose figures moved since is still a new one.
    if (changes.get(key)?.event.kind === 'planned' && event.kind === 'refreshed') continue;
    changes.delete(key);
    changes.set(key, change);
  }
  return [...changes.values()];
}

function changeOf(event: LogEvent): Change | null {
  const { kind, facts } = event;
  // A person who takes an approval back changes nothing that others need to hear of.
  if (kind === 'returned' && !facts.reminder) return null;
  if (kind === 'cancelled') {
    const why = reasonOf(event);
    const words = why === '' ? 'cancelled' : `cancelled (${why})`;
    return { event, told: `C${words.slice(1)}`, one: words, several: words };
  }
  if (kind === 'promise-ended') {
    const state = facts.code ?? 'ended';
    return { event, told: `Promise ${state}`, one: `promise ${state}`, several: `promises ${state}` };
  }
  const words = kind === 'sent' && facts.code === NO_STATEMENT ? WITHOUT_STATEMENT : WORDS[kind];
  if (!words) return null;
  const [told, one = '', several = one] = words;
  return { event, told, one, several };
}

/** So many kinds of change are counted in the summary, and so many reasons of a cancellation. */
const KINDS_COUNTED = 5;
const REASONS_COUNTED = 2;

/** `5 new, 3 cancelled (paid), 1 promise broken`, the most first. */
function summed(changes: readonly Change[]): string {
  const cancelled = changes.filter(({ event }) => event.kind === 'cancelled');
  const seen = changes.filter(isSeen);
  const others = changes.filter((one) => one.event.kind !== 'cancelled' && one.one !== '' && !isSeen(one));
  const parts = counted(others).map(({ number, change: { one, several } }) => ({
    number,
    text: `${number} ${number === 1 ? one : several}`,
  }));
  if (cancelled.length > 0) parts.push({ number: cancelled.length, text: cancelledInWords(cancelled) });
  parts.sort((a, b) => b.number - a.number);
  // What came by itself stands in front: nobody else has told of it.
  if (seen.length > 0) parts.unshift({ number: seen.length, text: `${seen.length} noticed in the mailbox` });
  const more = parts.length > KINDS_COUNTED ? ' and more' : '';
  return `${parts
    .slice(0, KINDS_COUNTED)
    .map(({ text }) => text)
    .join(', ')}${more}`;
}

/** Whether it is a message of the mailbox that was noticed. */
function isSeen({ event: { facts } }: Change): boolean {
  return facts.noticed !== undefined && !facts.noticed.undone;
}

/** `3 cancelled (paid)`, `6 cancelled (2 paused, 2 promised, 2 others)`. */
function cancelledInWords(cancelled: readonly Change[]): string {
  const reasons = counted(cancelled);
  const [only] = reasons;
  if (only && reasons.length === 1) return `${only.number} ${only.change.one}`;
  const named = reasons.slice(0, REASONS_COUNTED);
  const rest = cancelled.length - named.reduce((sum, { number }) => sum + number, 0);
  const words = named.map(({ number, change }) => `${number} ${reasonOf(change.event) || 'without a word'}`);
  if (rest > 0) words.push(`${rest} ${rest === 1 ? 'other' : 'others'}`);
  return `${cancelled.length} cancelled (${words.join(', ')})`;
}

/** Changes that are told in the same words, with their number, the most first. */
function counted(changes: readonly Change[]): { number: number; change: Change }[] {
  const counts = new Map<string, { number: number; change: Change }>();
  for (const change of changes) {
    const known = counts.get(change.one);
    if (known) known.number += 1;
    else counts.set(change.one, { number: 1, change });
  }
  return [...counts.values()].sort((a, b) => b.number - a.number);
}

/** Why a reminder was cancelled, in a word or two; '' when nobody said. */
function reasonOf({ facts: { code = '' } }: LogEvent): string {
  return reasonInShort(code);
}

/** The message of the mailbox that the event came from, where that can be taken back. */
function takesBack({ facts }: LogEvent, noticed: History['noticed']): Pick<ChangeItem, 'message'> {
  const message = messageToUndo(facts, noticed);
  return message === '' ? {} : { message };
}

function itemOf({ event, told }: Change): ChangeItem {
  const { at, customer, note, facts } = event;
  const why = note || (facts.reminder?.reasons[0] ?? '');
  return { at: at.slice(0, 16), what: told, customer, why };
}
