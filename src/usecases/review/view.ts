// What the Review and Problems pages are shown: waiting reminders as lines, one opened, what failed.

import type { ReminderState } from '../../dunning/history/reminder';
import type { Channel } from '../../dunning/policy/channels';
import type { ProblemView } from '../../workbook/problems';
import type { WithoutReminder } from '../explain/view';
import type { MailTexts } from '../letters/mail-texts';
import type { SecondApprovalView } from './second-approval';

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
  /** Stage in words: `3 of 6, firm`. */
  stage: string;
  channel: Channel;
  amounts: string;
  oldestDaysPastDue: number;
  invoices: number;
  plannedOn: string;
  /** One sentence: why it is here (or why it cannot go out). */
  why: string;
  /** Empty when nothing special; else why a person should look (`first contact`, `firm or above`, ...). */
  look: string;
  /** The list it is reviewed in; `routine` are planned mails with nothing to look at, and nothing else. */
  list: ReviewList;
  /** When it leaves once approved, in words; '' where nothing leaves, as for a call. */
  leaves: string;
  /** Who approved it: one person, or two. */
  approvedBy: string;
  snoozedUntil: string;
}

/** The Review view. */
export interface ReviewView {
  asOf: string;
  /** By the gravest reason to look, then the largest first. */
  lines: ReminderLine[];
  /** Invoices that are overdue without a reminder, per reason in words, most first. */
  withoutReminder: WithoutReminder[];
}

/** One reminder, opened. */
export interface ReminderView extends ReminderLine {
  /** The ordered reasons, in a collector's sentences. */
  reasons: string[];
  invoiceLines: {
    invoice: string;
    due: string;
    daysPastDue: number;
    balance: string;
    currency: string;
    /** `lead`, `due`, `listed`, `credit`, `disputed` */
    role: string;
    note: string;
    row: number;
  }[];
  mail: {
    to: string;
    cc: string;
    subject: string;
    text: string;
    html: string;
    edited: boolean;
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
  /** For a WhatsApp message: the link that opens it filled in, or why there is none; null for other channels. */
  whatsApp: { link: string; problem: string } | null;
}

/** The Problems view: failed and unconfirmed reminders, what needs fixing, rows that could not be read. */
export interface ProblemsView {
  failed: (ReminderLine & { error: string; attempts: number })[];
  unconfirmed: (ReminderLine & { to: string; startedAt: string })[];
  needsFix: ReminderLine[];
  rows: ProblemView[];
}
