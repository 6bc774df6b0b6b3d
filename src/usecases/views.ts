// What the sidebar is shown: plain objects of texts, numbers and lists, dates as `YYYY-MM-DD`, amounts already in words.
import type { ReminderState } from '../dunning/history/reminder';
import type { ChangesView, WithoutReminder } from './views-why';

export type { ReminderState as ReminderStateName } from '../dunning/history/reminder';
export type * from './views-customer';
export type * from './views-data-check';
export type * from './views-going-live';
export type * from './views-policy';
export type * from './views-why';

/** The answer to every call of the sidebar: a value, or a sentence for the person with a stable code. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** A stop that keeps mails from leaving, and the one click that may lift it. */
export interface StopView {
  /** `stale-payments`, `half-loaded`, `copied`, `log-mismatch`, `not-sender`, `no-permission`, `not-set-up`, ... */
  code: string;
  message: string;
  /** What a person may press; `call` is the sidebar call that does it. */
  actions: {
    label: string;
    call: 'confirmPayments' | 'acceptTable' | 'acceptLog' | 'moveHere' | 'startAfresh' | 'becomeSender' | 'openSetup';
  }[];
}

/** The Today view: may anything be sent, what waits, who sends, is the schedule alive. */
export interface TodayView {
  /** False before set-up: then only `stops` counts. */
  ready: boolean;
  asOf: string;
  /** The day in the sheet's zone; differs from `asOf` when the as-of cell was not brought up to date. */
  today: string;
  company: string;
  stops: StopView[];
  payments: { upTo: string; businessDaysOld: number; stale: boolean };
  waiting: {
    toReview: number;
    approved: number;
    callsAndTasks: number;
    needsFix: number;
    failed: number;
    unconfirmed: number;
  };
  overdue: { customers: number; invoices: number; totals: string };
  sender: { email: string; isYou: boolean; you: string };
  switches: { live: boolean; automatic: boolean };
  budget: { used: number; limit: number };
  window: { from: string; to: string; openNow: boolean; nextOpening: string };
  heartbeat: { at: string; by: string; did: string; wrong: string } | null;
  /** Read problems of the invoice sheet and the tabs: how many, and the first ones. */
  problems: { count: number; first: ProblemView[] };
  workbook: { name: string; sheet: string };
  /** What happened since the last plan of the day before. */
  changes: ChangesView;
  /** Whether the workbook was ever live: before that, going live is offered. */
  everLive: boolean;
}

export interface ProblemView {
  sheet: string;
  row: number;
  column: string;
  code: string;
  message: string;
}

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
  channel: 'email' | 'call' | 'whatsapp' | 'task';
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
  /** For opening the customer's card. */
  customerKey: string;
  /** For a WhatsApp message: the link that opens it filled in, or why there is none; null for other channels. */
  whatsApp: { link: string; problem: string } | null;
}

/** The texts of AR Templates that a mail may be written in. */
export interface MailTexts {
  /** The name of the text that AR Policy names. */
  policy: string;
  /** The one it is written in: the policy's, unless a person chose another. */
  chosen: string;
  /** All mails in its language, in the order of the tab. */
  names: string[];
}

/** The Problems view: failed and unconfirmed reminders, what needs fixing, rows that could not be read. */
export interface ProblemsView {
  failed: (ReminderLine & { error: string; attempts: number })[];
  unconfirmed: (ReminderLine & { to: string; startedAt: string })[];
  needsFix: ReminderLine[];
  rows: ProblemView[];
}

/** The set-up screen: what was found, for the person to correct. */
export interface SetupView {
  alreadySetUp: boolean;
  sheets: { name: string; rows: number }[];
  sheet: string;
  headerRow: number;
  headers: string[];
  fields: { field: string; label: string; required: boolean; header: string; reason: string; sample: string[] }[];
  /** `kind: 'date-order'`: the candidates are two readings of a date, day first and month first. */
  questions: { field: string; message: string; candidates: string[]; kind?: 'date-order' }[];
  company: string;
  senderName: string;
  replyTo: string;
  problems: ProblemView[];
  rowsRead: number;
}

/** The formulas of Duesheet, ready for the team's own columns. */
export interface FormulasView {
  formulas: {
    name: string;
    /** One line. */
    meaning: string;
    /** Ready to be put into a cell; '' where the table lacks a column, or the formula takes totals of your own. */
    formula: string;
  }[];
}

/** What the person confirmed on the set-up screen. */
export interface SetupChoice {
  sheet: string;
  headerRow: number;
  /** Field to header as written; '' for a field the sheet does not have. */
  columns: Record<string, string>;
  /** How text dates are read, where a person was asked. */
  dateOrder?: 'day-first' | 'month-first';
  company: string;
  senderName: string;
  replyTo: string;
}

/** What set-up did, in sentences. */
export interface SetupResult {
  did: string[];
  problems: ProblemView[];
}

/** Progress of one sending step. */
export interface SendResult {
  sent: number;
  cancelled: number;
  backToReview: number;
  failed: number;
  /** Approved mails still to go. */
  remaining: number;
  /** Why it stopped while some remain: '' when the step was simply full and the caller should go on. */
  stopped: string;
  /** One sentence for the progress line. */
  message: string;
}

/** A change made to some reminders. */
export interface ChangeResult {
  changed: number;
  message: string;
}
