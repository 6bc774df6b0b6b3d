// The events of the log: what was decided, done and sent, each with the facts it was decided on.

import type { Day } from '../../receivables/day';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { Channel } from '../policy/channels';
import type { Attachment, PolicyAnchor } from '../policy/policy';
import type { Purpose } from '../policy/purposes';
import type { AnswerFacts } from './answer-facts';
import type { BankFileFacts, BookedFacts, DifferenceFacts, LineDecisionFacts, ReadLineFacts } from './payment-facts';

/** A line of a reminder as it was when planned, approved or sent. Amounts are minor units. */
export interface ReminderLineFacts {
  /** Key of the invoice row. */
  key: string;
  invoice: string;
  currency: string;
  open: number;
  /** The part of `open` under dispute. */
  disputed: number;
  /** ISO day, '' without one. */
  due: string;
  /** The invoice's own stage that sending completes; null when it is only listed. */
  stage: { stage: number; days: number } | null;
}

/** What a reminder is, frozen in the event that planned or refreshed it. */
export interface ReminderFacts {
  customerKey: string;
  customer: string;
  segment: string;
  /** What the stage counts from. */
  anchor: PolicyAnchor;
  /** What else than invoices it is about: the promise (`promiseId`), the month (`2026-11`), the invoice key of a discount; '' for `due`. */
  subject: string;
  /** The stage: number and days of its policy row; the lead's, where it is about due invoices. */
  stage: number;
  days: number;
  /** How many stages the ladder has, for "3 of 6". */
  stages: number;
  tone: string;
  channel: Channel;
  template: string;
  /** What its row is for, where that is more than a reminder. */
  purpose?: Purpose;
  /** What comes along with its mail. */
  attach?: Attachment[];
  /** The files of Drive among that, each by the end of its id. */
  files?: string[];
  /** To whom its invoices were assigned, and how that one is paid: then nobody is to pay us. */
  payTo?: string;
  /** Whether two people have to approve it, by the settings. */
  second?: true;
  language: string;
  sending: 'review' | 'auto';
  to: string[];
  cc: string[];
  leadKey: string;
  lines: ReminderLineFacts[];
  /** Keys of the lines whose stage comes again, as AR Policy says by Repeat every or because the invoice itself came back. */
  again?: string[];
  /** Why it is here, sentences in order. */
  reasons: string[];
  /** What a person should look at; '' when routine. */
  look: string;
  /** What keeps it from going out; '' when nothing. */
  fix: string;
  fixCode: string;
}

/** A person's own words for one mail. */
export interface ReminderEdit {
  to: string;
  cc: string;
  subject: string;
  body: string;
  /** Name of the text it began from, where a person chose another than the policy's. */
  text?: string;
}

export type EventKind =
  | 'planned'
  | 'refreshed'
  | 'edited'
  | 'approved'
  | 'seconded'
  | 'returned'
  | 'snoozed'
  | 'skipped'
  | 'needs-fix'
  | 'cancelled'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'unconfirmed'
  | 'done'
  | 'voided'
  | 'test-sent'
  | 'episode-ended'
  | 'payments-confirmed'
  | 'set-up'
  | 'sender'
  | 'send-as-confirmed'
  | 'live'
  | 'preview'
  | 'automatic-on'
  | 'automatic-off'
  | 'table-accepted'
  | 'log-accepted'
  | 'moved'
  | 'left'
  | 'hold-added'
  | 'hold-lifted'
  | 'promise-noted'
  | 'promise-ended'
  | 'dispute-added'
  | 'dispute-resolved'
  | 'replied'
  | 'answered'
  | 'answer-decided'
  | 'noticed'
  | 'mail-id'
  | 'bounced'
  | 'resumed'
  | 'handed-over'
  | 'taken-back'
  | 'contact-changed'
  | 'insolvency'
  | 'assignment'
  | 'onboarded'
  | 'ask-first'
  | 'heads-up'
  | 'weekly-note'
  | 'segments'
  | 'segment-pending'
  | 'segment-kept'
  | 'segment-changed'
  | 'setting-changed'
  | 'customers-joined'
  | 'customers-apart'
  | 'invoices-noted'
  | 'marks-followed'
  | 'details-changed'
  | 'details-confirmed'
  | 'erased'
  | 'lines-read'
  | 'line-decided'
  | 'line-undone'
  | 'payer-forgotten'
  | 'booked'
  | 'difference-asked'
  | 'difference-settled'
  | 'year-moved'
  | 'month-closed'
  | 'written-off'
  | 'write-off-undone'
  | 'upgraded';

/** A promise as it stood when it was first seen: what it covers, and how much of that was open. */
export interface NotedPromise {
  id: string;
  /** Invoice key, currency, and what was open in minor units. */
  lines: [key: string, currency: string, open: number][];
  /** What an event said became of it: one noted under its name later is another. */
  ended?: string;
  /** The day of that event. */
  endedOn?: Day;
  /** Whether a debit for what it covers had come back before. */
  afterReturn?: true;
  /** The day it was noted. */
  on?: Day;
}

/** A stage that counts as completed without a reminder of ours, at onboarding. `on` is an ISO day. */
export interface TakenOverStage {
  key: string;
  stage: number;
  days: number;
  on: string;
}

/** An invoice by what it is found again where it is renamed or renumbered; a key of customer and number is left out. Days ISO. */
export type NotedInvoice = [
  key: string,
  customerKey: string,
  invoice: string,
  issued: string,
  due: string,
  amount: number | null,
  currency: string,
];

/** A month end as its tab was made. Amounts are minor units by currency. */
export interface ClosedMonthFacts {
  /** `2026-11` */
  month: string;
  tab: string;
  open: Totals;
  credits: Totals;
  /** Of the currencies with rates. */
  allowance: Totals;
  /** As typed, of the currencies for which it was. */
  ledger: Totals;
}

/** An item whose write-off was approved, minor units. */
export type WrittenOff = [key: string, currency: string, amount: number];

/** The message of the mailbox that an event came from. */
export interface NoticedFacts {
  /** Gmail's id of it. */
  id: string;
  /** What it is by its headers. */
  class: string;
  /** The event takes back what the message brought. */
  undone?: true;
}

/** What an event carries beside its columns, kept as JSON. */
export interface EventFacts {
  reminder?: ReminderFacts;
  edit?: ReminderEdit;
  /** Reason code of a cancellation, return or fix. */
  code?: string;
  /** ISO day: snoozed until, episode of, last written to before us. */
  until?: string;
  outcome?: string;
  /** To whom a customer's invoices are assigned; '' once they are ours again. */
  assignee?: string;
  messageId?: string;
  threadId?: string;
  /** The header Message-ID of a mail of ours, `<left@right>`. */
  mailId?: string;
  /** A mail below which a later friendly one goes on; earlier versions began each anew. */
  talk?: true;
  noticed?: NoticedFacts;
  /** The creditor reference that a mail asks to be quoted with the payment. */
  reference?: string;
  /** How many addresses a mail went to. */
  recipients?: number;
  customerKey?: string;
  segment?: string;
  /** Keys of invoices or customers the event is about. */
  keys?: string[];
  /** Addresses that mail came back from. */
  addresses?: string[];
  /** What was changed in a row of AR Policy or AR Templates: whose row, the column, what stood there, and what does now. */
  changed?: [row: string, header: string, old: string, now: string][];
  promise?: NotedPromise;
  noted?: NotedInvoice[];
  /** Keys of invoices that stand under another one now. */
  moved?: [from: string, to: string][];
  /** Stages taken over at onboarding. */
  steps?: TakenOverStage[];
  /** Customer keys by segment, as first seen. */
  segments?: Record<string, string[]>;
  /** Digest of what came before, where the log was accepted as it is. */
  digest?: string;
  /** The version of Duesheet that set the workbook up, or brought it up to date. */
  version?: string;
  /** What an approval is bound to: parts of the mail, each as a short digest. */
  content?: Readonly<Record<string, string>>;
  /** Lines of the bank as read, and from where: see payment-events.ts for how these are used. */
  lines?: ReadLineFacts[];
  file?: BankFileFacts;
  /** What was decided about a line; taken back, `keys` holds its id. */
  decision?: LineDecisionFacts;
  booked?: BookedFacts[];
  /** What a customer said by the form, and what was made of it; decided about, `keys` holds its row and `outcome` the decision. */
  answer?: AnswerFacts;
  differences?: DifferenceFacts[];
  /** A month that was closed; `digest` is over what its tab holds. */
  closed?: ClosedMonthFacts;
  /** What was approved to be written off, or is none any more. */
  writtenOff?: WrittenOff[];
  /** The tab of the month end by which it was proposed, or from which a person was erased; `digest` is over what was left. */
  month?: string;
  /** Events of which words were erased: Seq, and a digest of the text that was left. */
  erased?: [seq: number, digest: string][];
  /** Addresses nobody may write to any more, though nobody knows them: a salt, and the digest of salt and address. */
  silenced?: [salt: string, digest: string][];
}

/** The code of a mail that left without the statement that should have come along. */
export const NO_STATEMENT = 'no-statement';

/** The code of a mail that came back to review because a document that should come along cannot be read. */
export const NO_DOCUMENT = 'document-unreadable';

/** An event before it has its place in the log. */
export interface NewEvent {
  kind: EventKind;
  /** Reminder id, '' for events about the workbook. */
  reminder: string;
  customer: string;
  /** Invoice numbers, for people. */
  invoices: string;
  stage: string;
  amounts: string;
  to: string;
  actor: string;
  note: string;
  facts: EventFacts;
}

/** An event in the log. */
export interface LogEvent extends NewEvent {
  seq: number;
  /** `YYYY-MM-DD HH:mm:ss` in the spreadsheet's zone. */
  at: string;
  hash: string;
}

/** An event with the text that is sealed of it: its cell Facts (JSON). */
export interface SealedEvent extends LogEvent {
  text: string;
}

/** An event about the workbook rather than a reminder. @example workbookEvent('live', 'ann@example.com', 'Going live') */
export function workbookEvent(kind: EventKind, actor: string, note: string, facts: EventFacts = {}): NewEvent {
  return { kind, reminder: '', customer: '', invoices: '', stage: '', amounts: '', to: '', actor, note, facts };
}

/**
 * What the lines of a reminder ask for by currency: without disputed parts, and net of credits where the mail sets them off, which
 * it does where nothing of the currency is disputed and they leave something to pay.
 */
function askedTotals(lines: readonly ReminderLineFacts[]): Totals {
  const asked: Totals = {};
  const credits: Totals = {};
  for (const { open, disputed, currency } of lines) {
    if (open > Math.max(0, disputed)) addTo(asked, currency, open - disputed);
    if (open < 0) addTo(credits, currency, -open);
    else if (disputed > 0) credits[currency] = Number.POSITIVE_INFINITY;
  }
  for (const currency of Object.keys(credits)) {
    const [sum = 0, credit = 0] = [asked[currency], credits[currency]];
    if (credit < sum) asked[currency] = sum - credit;
  }
  return asked;
}

/** The stage of a reminder as the log shows it. @example 'Timely 3 (firm)', 'Timely: promise 2' */
function stageInWords({ segment, stage, tone, anchor }: ReminderFacts): string {
  return anchor === 'due' ? `${segment} ${stage} (${tone})` : `${segment}: ${anchor} ${stage}`;
}

/** An event about a customer. @example customerEvent('replied', { key: 'acme', name: 'Acme' }, 'ann@example.com', '') */
export function customerEvent(
  kind: EventKind,
  customer: { key: string; name: string },
  actor: string,
  note: string,
  facts: EventFacts = {},
): NewEvent {
  return { ...workbookEvent(kind, actor, note, { customerKey: customer.key, ...facts }), customer: customer.name };
}

/** An event about a reminder that is never written down: nobody reads its columns. @example briefEvent('sent', id, facts) */
export function briefEvent(kind: EventKind, id: string, reminder: ReminderFacts, facts: EventFacts = {}): NewEvent {
  const blank = { invoices: '', amounts: '', to: '', actor: '', note: '' };
  return { kind, reminder: id, customer: reminder.customer, stage: stageInWords(reminder), ...blank, facts };
}

/** An event about a reminder, its columns filled from what the reminder is. */
export function reminderEvent(
  kind: EventKind,
  id: string,
  reminder: ReminderFacts,
  actor: string,
  note: string,
  facts: EventFacts = {},
): NewEvent {
  return {
    kind,
    reminder: id,
    customer: reminder.customer,
    invoices: reminder.lines.map(({ invoice, key }) => invoice || key).join(', '),
    stage: stageInWords(reminder),
    amounts: formatTotals(askedTotals(reminder.lines)),
    to: [...reminder.to, ...reminder.cc].join(', '),
    actor,
    note,
    facts,
  };
}
