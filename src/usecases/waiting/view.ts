// What the Review and Problems pages are shown: waiting reminders as lines, one opened, what failed.

import * as v from 'valibot';
import type { ReminderState } from '../../dunning/history/reminder';
import type { Channel } from '../../dunning/policy/channels';
import type { Attachment } from '../../dunning/policy/policy';
import type { Totals } from '../../receivables/money';
import type { ProblemView } from '../../workbook/problems';
import type { MailTexts } from '../letters/mail-texts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500));

/** The three lists of a morning: nothing to look at, to be read first, to be done by hand. */
export type ReviewList = 'routine' | 'look' | 'by-hand';

/** One waiting reminder in a list. */
export interface ReminderLine {
  id: string;
  /** Visible reference, e.g. `DS-7F3K2`. */
  reference: string;
  state: ReminderState;
  customer: string;
  segment: string;
  /** Step in words: `step 3 of 6, firm`. */
  stage: string;
  channel: Channel;
  amounts: string;
  /** Days past due of the invoice it is mainly about, as the mail tells them; not above 0 while that is not due. */
  daysLate: number;
  /** How many make the amounts. */
  invoices: number;
  plannedOn: string;
  /** One sentence: why it is here (or why it cannot go out). */
  why: string;
  /** Empty when nothing special; else why a person should look (`first contact`, `firm words`, ...). */
  look: string;
  /** The list it is reviewed in; `routine` are planned mails with nothing to look at, and nothing else. */
  list: ReviewList;
  /** When it leaves once approved, in words; '' where nothing leaves, as for a call. */
  leaves: string;
  /** Who approved it: one person, or two. */
  approvedBy: string;
  snoozedUntil: string;
}

/** All that waits for review. */
export interface ReviewView {
  asOf: string;
  /** By the gravest reason to look, then the largest first. */
  lines: ReminderLine[];
}

/** All that waits for review, each with what a list needs of it: thousands of them make a short answer. */
export interface ReviewListView {
  asOf: string;
  lines: Pick<
    ReminderLine,
    'id' | 'state' | 'customer' | 'channel' | 'list' | 'look' | 'stage' | 'amounts' | 'invoices'
  >[];
}

/** The groups of the Review page: the lists of a morning, what is approved, what was put off. */
export type ReviewGroup = 'routine' | 'look' | 'calls' | 'approved' | 'later';

/** A line of the Review page; what is empty is left out. */
export interface ReviewLine
  extends Pick<ReminderLine, 'id' | 'state' | 'customer' | 'channel' | 'stage' | 'amounts' | 'daysLate' | 'invoices'>,
    Partial<Pick<ReminderLine, 'look' | 'snoozedUntil'>> {
  /** When it leaves, where that is another time than its group's. */
  leaves?: string;
  /** By what the desk sorts, groups, counts and seeks. */
  by?: LineKeys;
}

/** What a wide list sorts, groups, counts and seeks by itself, without asking again. */
export interface LineKeys {
  segment: string;
  /** As AR Customers has it; '' for nobody. */
  owner: string;
  /** The text it is written in. */
  kind: string;
  /** What it asks for, minor units by currency. */
  asked: Totals;
  /** The numbers of its invoices, and its reference. */
  numbers: string;
}

/** A group of the Review page, or the part of it that was asked for. */
export interface ReviewGroupPage {
  name: ReviewGroup;
  /** How many stand in it, as sought. */
  total: number;
  /** When most of them leave, in words; '' where nothing leaves. */
  leaves: string;
  /** What all of them ask for, in words. */
  amounts: string;
  lines: ReviewLine[];
  /** Of those that are decided together, routine and approved ones: all that may be, as sought. */
  together: string[];
}

/** How the Review page is asked for. */
export const reviewRequest = v.object({
  sort: v.optional(v.picklist(['gravest', 'largest', 'oldest', 'customer']), 'gravest'),
  /** Words that customer, reference, invoice or amount have. */
  search: v.optional(v.string(), ''),
  segment: v.optional(v.string(), ''),
  /** Owner of the customer as AR Customers has it, '' for those of nobody; left out for everybody's. */
  owner: v.optional(v.string()),
  /** One group alone, from a line on; without it the first lines of each. */
  group: v.optional(v.picklist(['routine', 'look', 'calls', 'approved', 'later'])),
  from: v.optional(count, 0),
  /** Lines of a group, at most. */
  lines: v.optional(count, 40),
  /** How many reminders come opened: the first ones that a person has to read, from a line of the group on. */
  opened: v.optional(count, 0),
  /** Which reminders come opened, by reference, where it is not the first ones. */
  which: v.optional(v.array(v.string()), () => []),
  /** Whether it comes with what is overdue without a reminder. */
  without: v.optional(v.boolean(), false),
  /** Whether its lines come with what a wide list sorts and groups by. */
  keys: v.optional(v.boolean(), false),
});
export type ReviewRequest = v.InferOutput<typeof reviewRequest>;
/** The same as it is asked: what is left out has its default. */
export type ReviewAsked = v.InferInput<typeof reviewRequest>;

/** The Review page, or a part of it. */
export interface ReviewPageView {
  asOf: string;
  /** Number of the last entry of the log: an answer with a lower one is older. */
  seq: number;
  /** Waiting ones altogether, whatever is sought. */
  waiting: number;
  /** Those that wait in Problems. */
  inProblems: number;
  /** Segments to choose from. */
  segments: string[];
  /** Owners to choose from, '' for nobody. */
  owners: string[];
  /** Those that have lines, in the order in which they are worked through. */
  groups: ReviewGroupPage[];
  opened: ReminderView[];
  /** Invoices that are overdue without a reminder, per reason in words, most first; null where they were not asked for. */
  withoutReminder: WithoutReminder[] | null;
}

/** What became of a reminder that a change touched. */
export interface ChangedLine extends Pick<ReminderLine, 'id' | 'state' | 'snoozedUntil'> {
  /** Null where Review has nothing to do with it any more. */
  group: ReviewGroup | null;
}

/** An invoice of a reminder. */
export interface ReminderInvoice {
  invoice: string;
  due: string;
  daysPastDue: number;
  balance: string;
  currency: string;
  /** `lead`, `due`, `listed`, `credit`, `disputed` */
  role: string;
  note: string;
  row: number;
  /** What the columns say that a team chose for calls; only of a call. */
  more: { label: string; value: string }[];
}

/** One reminder, opened. */
export interface ReminderView extends ReminderLine {
  /** The last entry of the log that it shows. */
  seq: number;
  /** What its mail shows beside what it asks for: `7,085.25 EUR not yet due · 7,079.00 EUR disputed`; '' for nothing. */
  beside: string;
  /** Whether it asks for a word on the balance, and for no payment. */
  confirms?: boolean;
  /** The ordered reasons, in a collector's sentences. */
  reasons: string[];
  invoiceLines: ReminderInvoice[];
  mail: {
    to: string;
    cc: string;
    subject: string;
    text: string;
    html: string;
    edited: boolean;
    /** What comes along with it, or came. */
    attach: readonly Attachment[];
    /** Whether documents may come along as files: else they go as links. */
    asFiles: boolean;
    /** What a person starts editing from: names written out, tables and sums still placeholders. */
    draft: { subject: string; body: string };
    texts: MailTexts;
  } | null;
  /** Why there is no mail to show: a sentence; '' when there is one. */
  problem: string;
  /** What treating it as done leads to: `next: firm, Thu 3 Dec`. */
  next: string;
  /** The customer in a few facts, each in words: last contact, last payment, promises kept of made. */
  customerFacts: { label: string; value: string }[];
  canEdit: boolean;
  /** What it still needs of two people. */
  second: SecondApprovalView;
  /** For opening the customer's card. */
  customerKey: string;
  /** The customer's addresses in the invoice sheet where AR Customers has others; '' where nothing is to be asked. */
  otherAddress: string;
  /** For a WhatsApp message: the link that opens it filled in, or why there is none; null for other channels. */
  whatsApp: { link: string; problem: string } | null;
  /** For a call: whom to ask for, and what was before; null for other channels. */
  call: CallFacts | null;
}

/** A file that comes along with a mail, made as it would be now. */
export interface EnclosureView {
  name: string;
  /** Its kind: `application/pdf`. */
  type: string;
  base64: string;
}

/** What a person needs to know for a call, beside the reminder itself. */
export interface CallFacts {
  contact: string;
  phone: string;
  email: string;
  country: string;
  /** The last contacts and promises in words, the latest first. */
  contacts: string[];
  promises: string[];
  /** What one may hear, with a good answer: the texts of AR Templates whose name begins with Objection. */
  objections: { name: string; heard: string; answer: string }[];
  /** ISO day to propose for a promise: a business day here and there. */
  promiseOn: string;
}

/** A call that waits, in the order in which they are made. */
export interface CallLine {
  id: string;
  customerKey: string;
  customer: string;
  contact: string;
  phone: string;
  owner: string;
  amounts: string;
  /** Why it stands where it stands, in one line. */
  why: string;
  /** Only where they were asked for, as for the printed list. */
  invoices?: ReminderInvoice[];
}

/** The Calls page. */
export interface CallsView {
  asOf: string;
  /** When it was read, in milliseconds since the beginning of 1970 in Greenwich. */
  instant: number;
  /** Those that are likely to bring most first. */
  calls: CallLine[];
  /** Headers of the invoice sheet that stand with each invoice, and all that may. */
  columns: { chosen: string[]; offered: string[] };
  /** What came of the calls of today. */
  tally: { calls: number; outcomes: Record<string, number>; promised: string };
}

/** The Problems view: failed and unconfirmed reminders, what needs fixing, rows that could not be read. */
export interface ProblemsView {
  failed: (ReminderLine & { error: string; attempts: number })[];
  unconfirmed: (ReminderLine & { to: string; startedAt: string })[];
  needsFix: ReminderLine[];
  rows: ProblemView[];
}

/** An invoice as something to choose: where it stands, and what it is about. */
export interface InvoiceLink {
  /** What `getWhyOf` takes. */
  key: string;
  invoice: string;
  customer: string;
  sheet: string;
  row: number;
  /** In words: `1,200.00 EUR`. */
  balance: string;
  /** In words: `12 days past due`; '' without a due date, or when nothing is open. */
  age: string;
  /** `YYYY-MM-DD` on which the decision could change; '' when time alone does not change it. */
  nextDate: string;
}

/** Overdue invoices without a reminder, for one reason. */
export interface WithoutReminder {
  reason: string;
  invoices: number;
  customers: number;
  /** The first 100, the largest first. */
  first: InvoiceLink[];
}

/** What an opened reminder says of its approvals. */
export interface SecondApprovalView {
  /** What is still needed, a sentence; '' for nothing. */
  needs: string;
  /** Whether the person looking may give the second approval. */
  mayApprove: boolean;
}
