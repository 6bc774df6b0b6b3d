// The rows of an export for auditors: every contact with who approved and changed it, and every stop that was set or lifted.
import type { EventKind, LogEvent } from '../../dunning/history/events';
import type { History } from '../../dunning/history/history';
import type { Reminder } from '../../dunning/history/reminder';
import { CHANNELS, isSentByUs } from '../../dunning/policy/channels';
import { numberKey } from '../../receivables/invoice-number';
import { eventInWords, whoInWords } from '../customers/history-lines';
import type { ExportRow } from './view';

/** What is exported of a log. */
export interface ExportChoice {
  /** Parts of names, or whole numbers or keys; none for all customers. */
  customers: readonly string[];
  /** Invoice numbers; none for all. */
  invoices: readonly string[];
  /** ISO days; '' without a limit. */
  from: string;
  to: string;
}

/** What stops reminders or lets them go on, and what customers said, beside contacts. */
const NOTED: readonly EventKind[] = [
  'hold-added',
  'hold-lifted',
  'dispute-added',
  'dispute-resolved',
  'promise-noted',
  'promise-ended',
  'contact-changed',
  'insolvency',
  'assignment',
  'replied',
  'answered',
  'answer-decided',
  'bounced',
  'resumed',
  'handed-over',
  'taken-back',
  'customers-joined',
  'marks-followed',
  'written-off',
  'write-off-undone',
];

/** What is about every customer: where all of them are told to pay, who approves, and what nobody knows any more. */
const FOR_ALL: readonly EventKind[] = ['details-changed', 'details-confirmed', 'log-accepted'];

const TRIED: readonly EventKind[] = ['sending', 'sent', 'done', 'skipped'];

/**
 * The rows of an export, the oldest first.
 * @param events the log, in order
 * @param history what it tells
 */
export function exportRows(events: readonly LogEvent[], history: History, choice: ExportChoice): ExportRow[] {
  const about = eventsByReminder(events);
  const contacts = [...about].flatMap(([id, own]) => {
    const reminder = history.reminders.get(id);
    const row = reminder && contactRow(reminder, own);
    return row && isChosen(row, reminder, choice) ? [{ row, reminder }] : [];
  });
  // A stop over all of a customer is about each of their invoices.
  const owners = new Set(contacts.map(({ reminder }) => reminder.facts.customerKey));
  const notes = events
    .filter(({ kind }) => NOTED.includes(kind))
    .filter((event) => isNoteChosen(event, history, choice, owners))
    .map(noteRow);
  const chosen = [...contacts.map(({ row }) => row), ...notes];
  const forAll = chosen.length === 0 ? [] : events.filter(({ kind }) => FOR_ALL.includes(kind)).map(noteRow);
  const rows = [...chosen, ...forAll].filter(({ day }) => isInPeriod(day, choice));
  return rows.sort((a, b) =>
    a.day + a.time < b.day + b.time ? -1 : a.day + a.time > b.day + b.time ? 1 : a.entry - b.entry,
  );
}

function eventsByReminder(events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const about = new Map<string, LogEvent[]>();
  for (const event of events) {
    if (event.reminder === '') continue;
    const own = about.get(event.reminder);
    if (own) own.push(event);
    else about.set(event.reminder, [event]);
  }
  return about;
}

/** A reminder that was begun, done or treated as done; what was only planned reached nobody. */
function contactRow(reminder: Reminder, events: readonly LogEvent[]): ExportRow | null {
  const { facts, edit } = reminder;
  // The last attempt is the one that counts: those before failed, or are not known to have left.
  const tried = events.filter(({ kind }) => TRIED.includes(kind));
  const begun = [...tried].reverse().find(({ kind }) => kind !== 'sent') ?? tried[0];
  if (!begun) return null;
  const sent = events.find(({ kind, facts: { messageId } }) => kind === 'sent' && messageId !== undefined);
  const approvals = events.filter(({ kind, seq }) => (kind === 'approved' || kind === 'seconded') && seq < begun.seq);
  const approval = approvals[approvals.length - 1];
  const edits = events.filter(({ kind }) => kind === 'edited');
  return {
    day: begun.at.slice(0, 10),
    time: begun.at.slice(11, 16),
    what: begun.kind === 'skipped' ? 'Treated as done' : 'Contact',
    customer: facts.customer,
    channel: CHANNELS[facts.channel].title,
    to: begun.kind === 'skipped' ? '' : isSentByUs(facts.channel) ? begun.to : '',
    stage: begun.stage,
    tone: facts.tone,
    invoices: begun.invoices,
    amounts: begun.amounts,
    subject: sent?.note ?? edit?.subject ?? '',
    reference: reminder.id,
    outcome: outcomeOf(reminder, events),
    approvedBy: [...new Set(approvals.map(({ actor }) => whoInWords(actor)))].join('; '),
    approvedOn: approval?.at.slice(0, 16) ?? '',
    editedBy: edits.map(({ actor, at }) => `${whoInWords(actor)} (${at.slice(0, 10)})`).join('; '),
    by: whoInWords(begun.actor),
    note: noteOf(begun, events),
    entry: begun.seq,
  };
}

function outcomeOf({ state, outcome, note }: Reminder, events: readonly LogEvent[]): string {
  const voided = events.find(({ kind }) => kind === 'voided');
  const taken = voided
    ? `; taken back on ${voided.at.slice(0, 10)} by ${whoInWords(voided.actor)}: ${voided.note}`
    : '';
  const sent = events.find(({ kind }) => kind === 'sent');
  if (sent) return `Sent${sent.facts.messageId === undefined ? ` (${sent.note})` : ''}${taken}`;
  if (outcome !== '') return `${outcome}${taken}`;
  if (state === 'skipped') return 'No contact: its step counts as done';
  if (state === 'unconfirmed' || state === 'sending') return 'Not known whether it left';
  return state === 'failed' ? `Could not be sent: ${note}` : `Not sent, ${state}: ${note}`;
}

/** What somebody wrote beside it; of a mail the note is its subject. */
function noteOf(begun: LogEvent, events: readonly LogEvent[]): string {
  const notes = events.filter(({ kind }) => kind === 'done' || kind === 'skipped' || kind === 'failed');
  return [...new Set([...notes.map(({ note }) => note), begun.kind === 'sending' ? '' : begun.note])]
    .filter((note) => note !== '')
    .join('; ');
}

/** A stop, a word of the customer's, or a change of how they are reached. */
function noteRow(event: LogEvent): ExportRow {
  const { at, seq, kind, customer, invoices, amounts, to, note, actor } = event;
  return {
    day: at.slice(0, 10),
    time: at.slice(11, 16),
    what: eventInWords(kind),
    customer,
    channel: '',
    to,
    stage: '',
    tone: '',
    invoices: invoices || coveredNumbers(event).join(', '),
    amounts,
    subject: '',
    reference: '',
    outcome: '',
    approvedBy: '',
    approvedOn: '',
    editedBy: '',
    by: whoInWords(actor),
    note,
    entry: seq,
  };
}

/** A promise names the invoices it covers by their keys, `customer|number`. */
function coveredNumbers({ facts }: LogEvent): string[] {
  return (facts.promise?.lines ?? []).map(([key]) => key.slice(key.indexOf('|') + 1));
}

function isInPeriod(day: string, { from, to }: ExportChoice): boolean {
  return (from === '' || day >= from) && (to === '' || day <= to);
}

function isChosen({ customer }: ExportRow, { facts }: Reminder, choice: ExportChoice): boolean {
  if (!isCustomer(choice, customer, facts.customerKey)) return false;
  const numbers = choice.invoices.map(numberKey);
  return numbers.length === 0 || facts.lines.some(({ invoice }) => numbers.includes(numberKey(invoice)));
}

function isCustomer({ customers }: ExportChoice, name: string, key: string): boolean {
  if (customers.length === 0) return true;
  return customers.some((part) => numberKey(part) === key || numberKey(name).includes(numberKey(part)));
}

function isNoteChosen(event: LogEvent, history: History, choice: ExportChoice, owners: ReadonlySet<string>): boolean {
  const told = event.facts.customerKey ?? '';
  const key = history.aliases.get(told) ?? told;
  if (!isCustomer(choice, event.customer, key)) return false;
  const numbers = choice.invoices.map(numberKey);
  if (numbers.length === 0) return true;
  const about = [...event.invoices.split(','), ...coveredNumbers(event)].map(numberKey).filter((one) => one !== '');
  return about.length === 0 ? owners.has(key) : about.some((one) => numbers.includes(one));
}
