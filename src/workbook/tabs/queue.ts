// The tab AR Queue: the waiting reminders as rows, and what people wrote into its Decide column.

import { waitsForSecond } from '../../dunning/approval/second-approval';
import { type PaymentsKnown, waitsForPayments } from '../../dunning/decision/payments-in';
import { customerEvent, type NewEvent, reminderEvent } from '../../dunning/history/events';
import type { History } from '../../dunning/history/history';
import { mayTake, type Reminder, WAITING } from '../../dunning/history/reminder';
import { headInWords, stepInWords } from '../../dunning/letter/headline';
import { type Day, dayFromIso, isoOf, plusBusinessDays } from '../../receivables/day';
import type { Cell } from '../../sheet/grid';
import { dayOfCell } from '../../sheet/read/typed-cells';
import { HOLDS_TAB, QUEUE_TAB } from '../tab-specs';
import type { OwnTabs } from './own-tabs';
import { writeProjection } from './projection';
import type { TabRow } from './records';

/** A cell holds 50,000 characters; a list of invoices is cut long before. */
const MAX_WORDS = 5_000;

/** So much of what somebody wrote is quoted. */
const SHOWN = 60;

/** Days a reminder put off in the grid waits when the person gave no day. */
const DEFAULT_SNOOZE_DAYS = 7;

/** What people wrote into the Decide column: the events it makes, and which word stood beside which reminder. */
export interface GridDecisions {
  events: NewEvent[];
  /** Reminder id to word: those may be taken off the grid now. */
  seen: ReadonlyMap<string, string>;
  /** Whether cells lost their format for texts: what stands beside them cannot be compared, and waits. */
  lostFormats: boolean;
  /** What stands there and is no decision, and beside which reminder: it keeps an approved mail from leaving. */
  unknown: readonly { row: number; word: string; id: string }[];
  /** How many words "approve" stand beside what two people have to approve: who wrote them cannot be known. */
  needTwo: number;
}

const KINDS = {
  approve: 'approved',
  'not now': 'snoozed',
  'treat as done': 'skipped',
  'hold back': 'cancelled',
} as const;

/** Business days for which an account owner may hold reminders to a customer back. */
const VETO_DAYS = 10;

/**
 * What people decided in the grid since the last run. Words that are no decision are left for them to see.
 * @param day today
 */
export function gridDecisions(tabs: OwnTabs, { reminders }: History, day: Day): GridDecisions {
  const seen = new Map<string, string>();
  const events: NewEvent[] = [];
  let needTwo = 0;
  const { rows } = tabs.needTable(QUEUE_TAB);
  for (const row of rows) {
    const word = decisionOf(row);
    const reminder = reminders.get(row.text('Reminder'));
    if (!word || !reminder || seen.has(reminder.id)) continue;
    if (word === 'approve' && hasLostFormat(row)) continue;
    if (word === 'approve' && reminder.facts.second) {
      needTwo += 1;
      continue;
    }
    seen.set(reminder.id, word);
    const asked = dayOfCell(row.cell('Snoozed until')).day;
    const until = (asked ?? 0) > day ? asked : null;
    // Whatever became of this mail, no further one is to follow.
    if (word === 'hold back' && WAITING.includes(reminder.state))
      events.push(heldBack(tabs, reminder, Math.min(until ?? day + 99, plusBusinessDays(day, VETO_DAYS))));
    if (!mayTake(reminder.state, KINDS[word]) || (word === 'approve' && isStale(row, reminder))) continue;
    const facts =
      word === 'not now'
        ? { until: isoOf(until ?? day + DEFAULT_SNOOZE_DAYS) }
        : word === 'hold back'
          ? { code: 'held' }
          : {};
    events.push(reminderEvent(KINDS[word], reminder.id, reminder.facts, 'AR Queue', 'Decided in the grid.', facts));
  }
  return { events, seen, unknown: rows.flatMap(wordNotUnderstood), needTwo, lostFormats: hasLostFormats(tabs) };
}

function wordNotUnderstood(row: TabRow): GridDecisions['unknown'] {
  const word = row.text('Decide');
  return word === '' || decisionOf(row) ? [] : [{ row: row.row, word, id: row.text('Reminder') }];
}

/**
 * The words that are no decision, by the reminder they stand beside: whoever wrote "stop" or "warten" there means something,
 * so an approved mail waits until the cell is empty or says one of the four words.
 */
export function wordsThatHold(unknown: GridDecisions['unknown']): ReadonlyMap<string, string> {
  return new Map(unknown.map(({ id, word }) => [id, word]));
}

/** Those of the tab as it stands. */
export function heldInTheGrid(tabs: OwnTabs): ReadonlyMap<string, string> {
  return wordsThatHold((tabs.table(QUEUE_TAB)?.rows ?? []).flatMap(wordNotUnderstood));
}

/** Why a mail waits for the word beside it, a sentence. @param customer whose mail it is */
export function heldInWords(customer: string, word: string): string {
  return `“${word.slice(0, SHOWN)}” stands beside ${customer} in AR Queue and is not understood: the mail waits. Empty the cell, or choose approve, not now, treat as done or hold back.`;
}

/** The veto of the account owner: a pause with an end, in AR Holds and in the log. */
function heldBack(tabs: OwnTabs, { facts: { customer, customerKey } }: Reminder, until: Day): NewEvent {
  const Reason = 'Held back by the account owner';
  tabs.addRows(HOLDS_TAB, [{ Customer: customer, Until: { day: until }, Reason, By: 'AR Queue' }]);
  return customerEvent('hold-added', { key: customerKey, name: customer }, 'AR Queue', `${Reason}.`, {
    until: isoOf(until),
  });
}

/** Whether cells of the queue lost their format for texts. */
export function hasLostFormats(tabs: OwnTabs): boolean {
  return (tabs.table(QUEUE_TAB)?.rows ?? []).some(hasLostFormat);
}

function hasLostFormat(row: TabRow): boolean {
  return typeof row.cell('Updated') !== 'string';
}

/**
 * Whether an approval stands beside what is no longer so: a run that was cut off leaves the word there although it was
 * acted on. A mail that may have left is never approved by a word in a cell, and one that changed is looked at again.
 */
function isStale(row: TabRow, { state, updated }: Reminder): boolean {
  const written = row.text('Updated');
  return state === 'unconfirmed' || (written !== '' && written !== updated);
}

function decisionOf(row: TabRow): keyof typeof KINDS | undefined {
  // A veto counts however it is written.
  const written = row
    .text('Decide')
    .toLowerCase()
    .replace(/^hold.*/s, 'hold back');
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((word) => word === written);
}

/**
 * Brings the queue in line with the history; decisions nobody has acted on yet stay.
 * @param history what the log says
 * @param known the day, and up to which day payments are in
 * @param seen decisions that were acted on, and may go
 */
export function writeQueue(
  tabs: OwnTabs,
  history: History,
  known: PaymentsKnown,
  seen: ReadonlyMap<string, string> = new Map(),
): void {
  const wanted = new Map(
    [...history.waiting.values()].map((reminder) => [
      reminder.id,
      (before: TabRow | null) => recordOf(reminder, known, before, seen),
    ]),
  );
  writeProjection(tabs, { spec: QUEUE_TAB, id: 'Reminder', wanted, hasLostFormat });
}

function recordOf(
  reminder: Reminder,
  known: PaymentsKnown,
  before: TabRow | null,
  seen: ReadonlyMap<string, string>,
): Record<string, Cell> {
  const { facts, edit } = reminder;
  const head = headInWords(reminder, known.asOf);
  const stays = before && wordThatStays(before, reminder, seen.get(reminder.id));
  return {
    Decide: stays?.word ?? '',
    State: reminder.state,
    Customer: facts.customer,
    Segment: facts.segment,
    Stage: stepInWords(facts),
    Channel: facts.channel,
    Template: edit?.text || facts.template,
    To: edit?.to ?? facts.to.join(', '),
    CC: edit?.cc ?? facts.cc.join(', '),
    Invoices: numbersOf(facts),
    Amounts: head.asked,
    'Oldest days past due': head.daysLate,
    'Planned on': dayCell(reminder.plannedOn),
    Why: [before ? heldWhy(reminder, before) : '', whyOf(reminder, known)].join(' ').trim(),
    Subject: edit?.subject ?? '',
    Body: edit?.body ?? '',
    'Snoozed until': stays?.until ?? dayCell(reminder.until),
    Updated: reminder.updated,
    Reminder: reminder.id,
  };
}

/**
 * A word that was no decision, or that nobody has acted on yet, stays; the latter with its day. An approval goes where its row
 * is written anew with what nobody had seen who wrote it.
 * @param acted the word that was acted on
 */
function wordThatStays(before: TabRow, reminder: Reminder, acted: string | undefined): { word: string; until?: Cell } {
  const word = decisionOf(before);
  if (isOvertaken(before, reminder)) return { word: '' };
  if (word === undefined) return { word: before.text('Decide') };
  return acted === word ? { word: '' } : { word: before.text('Decide'), until: before.cell('Snoozed until') };
}

function numbersOf({ lines }: Reminder['facts']): string {
  const numbers = lines.map(({ invoice, key }) => invoice || key).join(', ');
  return numbers.slice(0, MAX_WORDS);
}

function dayCell(iso: string): Cell {
  const day = dayFromIso(iso);
  return day === null ? '' : { day };
}

/** Whether an approval that nobody acted on yet stands beside a reminder that changed since its row was written. */
function isOvertaken(before: TabRow, reminder: Reminder): boolean {
  return decisionOf(before) === 'approve' && !hasLostFormat(before) && isStale(before, reminder);
}

const OVERTAKEN = 'It changed after “approve” was chosen here: read it and choose again.';

function heldWhy(reminder: Reminder, before: TabRow): string {
  const { state, updated } = reminder;
  const isTold =
    before.text('Why').startsWith(OVERTAKEN) && before.text('Decide') === '' && before.text('Updated') === updated;
  if (state === 'planned' && (isTold || isOvertaken(before, reminder))) return OVERTAKEN;
  const isHeld = state === 'approved' && wordNotUnderstood(before).length > 0;
  return isHeld ? 'Waits: the word under Decide is not understood.' : '';
}

function whyOf(reminder: Reminder, known: PaymentsKnown): string {
  const { state, note, facts } = reminder;
  const waits = state === 'planned' || state === 'approved' ? waitsForPayments(facts, known) : '';
  return [secondInWords(reminder), waits, note || facts.fix || (facts.reasons[0] ?? '')].join(' ').trim();
}

function secondInWords(reminder: Reminder): string {
  const { state, facts } = reminder;
  if (state === 'approved') return waitsForSecond(reminder, facts);
  return state === 'planned' && facts.second
    ? 'Two people approve it in the sidebar; approve in this tab does not count.'
    : '';
}
