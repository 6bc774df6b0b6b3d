// What changed since yesterday: what plans, sending and people did since the last plan of the day before, in words.
import type { EventKind, LogEvent } from '../dunning/events';
import { type Day, dayFromIso, isBusinessDay, isoOf, shortDay } from '../receivables/day';
import type { ChangeItem, ChangesView } from './views-why';

/** How many items are listed. */
const LISTED = 200;

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
  unconfirmed: ['Outcome not known', 'unconfirmed'],
  done: ['Done by hand', 'done by hand'],
  skipped: ['Treated as done', 'treated as done'],
  snoozed: ['Put off', 'put off'],
  voided: ['Voided', 'voided'],
  'episode-ended': [
    'Nothing overdue any more',
    'customer with nothing overdue any more',
    'customers with nothing overdue any more',
  ],
  'promise-noted': ['Promise noted', 'promise noted', 'promises noted'],
  'dispute-added': ['Dispute opened', 'dispute opened', 'disputes opened'],
  'dispute-resolved': ['Dispute closed', 'dispute closed', 'disputes closed'],
  'hold-added': ['Put on hold', 'hold added', 'holds added'],
  'hold-lifted': ['Hold lifted', 'hold lifted', 'holds lifted'],
  replied: ['They replied', 'reply', 'replies'],
  bounced: ['Mail came back', 'mail came back', 'mails came back'],
  resumed: ['Taken up again', 'taken up again'],
  'handed-over': ['Handed over', 'handed over'],
  'taken-back': ['Taken back', 'taken back'],
  'contact-changed': ['Contact changed', 'contact changed', 'contacts changed'],
  'segment-changed': ['Segment changed', 'segment changed', 'segments changed'],
  'customers-joined': ['Joined into one customer', 'customer joined', 'customers joined'],
  'customers-apart': ['Kept apart'],
  onboarded: ['Beginning chosen'],
  'ask-first': ['Old balance: ask first'],
  'payments-confirmed': ['Payments confirmed'],
  'set-up': ['Set up'],
  sender: ['Sender changed'],
  live: ['Went live'],
  preview: ['Back to Preview'],
  'automatic-on': ['Automatic turned on'],
  'automatic-off': ['Automatic turned off'],
  'table-accepted': ['Invoice table accepted'],
  'log-accepted': ['Log accepted'],
  moved: ['Moved here'],
  'setting-changed': ['Setting changed'],
};

const CODES: Record<string, string> = {
  held: 'on hold',
  gone: 'no longer in the sheet',
  'not-due-yet': 'not due yet',
  gap: 'too soon',
  'do-not-contact': 'do not contact',
  'below-minimum': 'too small',
  'net-credit': 'covered by credits',
  'allocate-first': 'credits to allocate',
  'ladder-finished': 'last stage done',
  'handed-over': 'handed over',
  'no-policy': 'no stage',
  'daily-cap': 'enough new customers',
  'unreadable-block': 'unreadable',
  double: 'a second one of the customer',
  failed: 'failed three times',
};

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
 */
export function changesSince(events: readonly LogEvent[], today: Day, holidays: ReadonlySet<Day>): ChangesView {
  const from = beginning(events, today, holidays);
  const changes = changesOf(events.slice(from));
  if (changes.length === 0) return { summary: '', items: [] };
  const before = events[from - 1];
  const counted = summed(changes);
  return {
    summary: counted === '' ? '' : `${sinceInWords(before, today)}: ${counted}`,
    items: changes.slice(-LISTED).reverse().map(itemOf),
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
  if (day === null) return 'So far';
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
    const code = facts.code ?? '';
    const why = CODES[code] ?? code.replace(/-/g, ' ');
    const words = why === '' ? 'cancelled' : `cancelled (${why})`;
    return { event, told: `C${words.slice(1)}`, one: words, several: words };
  }
  if (kind === 'promise-ended') {
    const state = facts.code ?? 'ended';
    return { event, told: `Promise ${state}`, one: `promise ${state}`, several: `promises ${state}` };
  }
  const words = WORDS[kind];
  if (!words) return null;
  const [told, one = '', several = one] = words;
  return { event, told, one, several };
}

function summed(changes: readonly Change[]): string {
  const counts = new Map<string, { number: number; change: Change }>();
  for (const change of changes) {
    if (change.one === '') continue;
    const known = counts.get(change.one);
    if (known) known.number += 1;
    else counts.set(change.one, { number: 1, change });
  }
  return [...counts.values()]
    .sort((a, b) => b.number - a.number)
    .map(({ number, change: { one, several } }) => `${number} ${number === 1 ? one : several}`)
    .join(', ');
}

function itemOf({ event, told }: Change): ChangeItem {
  const { at, customer, note, facts } = event;
  const why = note || (facts.reminder?.reasons[0] ?? '');
  return { at: at.slice(0, 16), what: told, customer, why };
}
