// What Today is shown: may anything be sent, what waits, who sends, is the schedule alive; and what changed.
import type { MoneyView } from '../../dunning/outlook/open-money';
import type { SendingHalt } from '../../workbook/halt';
import type { ProblemView } from '../../workbook/problems';

export type { MoneyView } from '../../dunning/outlook/open-money';

/** What a person should see to although it does not stop every mail, with what may be pressed. */
export interface Alert extends SendingHalt {
  /** `bad` is red: something that should happen does not. */
  tone: 'bad' | 'warn';
}

/** The Today view: may anything be sent, what waits, who sends, is the schedule alive. */
export interface TodayView {
  /** False before set-up: then only `stops` counts. */
  ready: boolean;
  asOf: string;
  /** The day in the sheet's zone; differs from `asOf` when the as-of cell was not brought up to date. */
  today: string;
  company: string;
  stops: SendingHalt[];
  /** What else wants a person, the gravest first. */
  alerts: Alert[];
  payments: { upTo: string; businessDaysOld: number };
  waiting: {
    toReview: number;
    approved: number;
    callsAndTasks: number;
    /** Answers by the form that a person has to decide about. */
    answers: number;
    needsFix: number;
    failed: number;
    unconfirmed: number;
  };
  /** Whom the day's number of new customers leaves for later, and until when, a sentence; '' for nobody. */
  later: string;
  /** How many of the customers with something overdue heard from you before. */
  reached: number;
  /** What is open, per currency in alphabetical order. */
  money: MoneyView[];
  /** Of the approved mails: how many may leave as things stand, and the first day, `YYYY-MM-DD`, for another one; '' for none. */
  leaves: { now: number; next: string };
  /** `apart`: what is overdue and not ours to ask for, by the reason, in no other figure: `own company 300.00 EUR`; '' for nothing. */
  overdue: { customers: number; invoices: number; totals: string; apart: string };
  /** `isOffered`: whether you are offered to send instead. */
  sender: { email: string; isYou: boolean; you: string; isOffered: boolean };
  switches: { live: boolean; automatic: boolean };
  budget: { used: number; limit: number };
  window: { from: string; to: string; openNow: boolean; nextOpening: string };
  heartbeat: { at: string; by: string; did: string; wrong: string } | null;
  /** Read problems of the invoice sheet and the tabs: how many, and the first ones. */
  problems: { count: number; first: ProblemView[] };
  workbook: { name: string; sheet: string };
  /** What is overdue and on no ladder: a sentence, and the customers, each with the sum and why. */
  unchased: ChangesView;
  /** What is out of the ordinary. */
  alarms: AlarmsView;
  /** What happened since the last plan of the day before. */
  changes: ChangesView;
  /** Whether the workbook was ever live: before that, going live is offered. */
  everLive: boolean;
}

/** Something that is so, or that happened since the last plan of the day before. */
export interface ChangeItem {
  /** `YYYY-MM-DD HH:mm`; '' for what stands since no moment. */
  at: string;
  /** What happened, in words: `Cancelled (paid)`. */
  what: string;
  /** '' for what is about the workbook. */
  customer: string;
  /** Why, in a sentence; '' when nothing was said. */
  why: string;
  /** Key of the customer, where their card is the way on. */
  key?: string;
  /** Id of the message of the mailbox it came from, where that can be taken back. */
  message?: string;
}

/** Something out of the ordinary, and the page on which it is seen to. */
export interface AlarmItem extends ChangeItem {
  page: 'customer' | 'review' | 'policy' | 'risk' | 'answers';
}

/** The alarms of the day: one line for all, '' for none, who is chased by nobody among them; and those beside them. */
export interface AlarmsView {
  summary: string;
  items: AlarmItem[];
}

/** A sentence, and behind it a list: what changed since yesterday, or who is chased by nobody. */
export interface ChangesView {
  /** `Since yesterday: 5 new, 3 cancelled (paid), 1 promise broken`; '' when nothing did. */
  summary: string;
  /** The latest 200, the latest first. */
  items: ChangeItem[];
}
