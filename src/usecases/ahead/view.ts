// What the pages that look ahead compute with: the book in columns, what our tabs tell beside it, and the work that waits.

import type { CustomerKind } from '../../dunning/decision/debtor/kinds';
import type { Channel } from '../../dunning/policy/channels';
import type { ToldRules } from '../../dunning/segments/segments-by-rules';
import type { CreditRules, CreditTerms } from '../../receivables/credit/credit-limit';
import type { AgreedPayment } from '../../receivables/forecast/expected-cash';
import type { PackedRows } from '../../receivables/forecast/packed-rows';
import type { Totals } from '../../receivables/money';
import type { SegmentSettings } from '../../receivables/segment-settings';

/** What is known of an open invoice beside the sheet; `row` is its row there. */
export interface BesideView {
  row: number;
  /** Why it is not for us to expect, a sentence. */
  apart?: string;
  /** Why nobody asks for it at present, a sentence. */
  paused?: string;
  agreed?: readonly AgreedPayment[];
}

/** What is known of a customer's credit. Money is in minor units, of the currency it stands under. */
export interface CreditView extends CreditTerms {
  key: string;
  name: string;
  /** As AR Customers has it. */
  owner: string;
  /** Whether it is a natural person: no chance of being late is told of one. */
  isPerson: boolean;
  /** As AR Customers says. */
  hold: 'no' | 'yes' | 'unreadable';
  /** What is open of theirs, and of those they pay for. */
  open: Totals;
  /** For how many others it pays, of those who owe something. */
  pays: number;
  /** Who pays for it; '' where it pays itself. */
  payer: string;
}

/** A book to look ahead in. */
export interface AheadView {
  asOf: string;
  /** What may stay open of a paid invoice, decimal. */
  tolerance: number;
  rows: PackedRows;
  /** How many settled invoices of long ago stayed behind. */
  leftOut: number;
  /** Rows of which the bank tells more than the sheet, and what is open of them; minor units. */
  open: [row: number, minor: number][];
  beside: BesideView[];
  /** Rows of which it is known when they were disputed. */
  disputed: number[];
  /** How segments are told, and of whom people say otherwise; kinds of debtor that are no business. */
  segmentation: SegmentSettings;
  /** Rules of AR Segments with what they look at; null where none counts. */
  rules: ToldRules | null;
  overrides: [key: string, segment: string][];
  kinds: [key: string, kind: CustomerKind][];
  /** Who has a limit, a security, a day of credit or a hold. */
  credit: CreditView[];
  /** From which share of a limit on, and from how many days past due on people are asked about a hold. */
  holdFrom: CreditRules;
  /** What should come in each week, decimal by currency, where the team set a goal. */
  goals: Record<string, number>;
  /** Null where it was not asked for. */
  work: WorkView | null;
}

/** What takes a person's time: reading a mail before it leaves, what is done by hand, a dispute. */
export type WorkKind = Channel | 'dispute';

/** Who owes something or waits for us. */
export interface WorkCustomer {
  key: string;
  name: string;
  /** As AR Customers has it; '' for nobody. */
  owner: string;
  /** Whether it is a natural person: no chance of being late is told of one. */
  isPerson: boolean;
}

/** A call or a task that waits. */
export interface WaitingWork {
  id: string;
  key: string;
  channel: Channel;
  /** Its text, which says what it is: `Call firm`, `Credit hold`. */
  template: string;
  /** What it asks for, minor units by currency. */
  asked: Totals;
  /** Rows of the invoices that it asks for. */
  rows: number[];
  daysLate: number;
  plannedOn: string;
  /** Day of the promise missed last, `YYYY-MM-DD`; '' without one. */
  missed: string;
}

/** The work of a team. */
export interface WorkView {
  customers: WorkCustomer[];
  /** Minutes that each kind takes. */
  minutes: Record<WorkKind, number>;
  /** Minutes that each owner has for it in a week; 0 where nobody has any. */
  weekMinutes: number;
  waiting: WaitingWork[];
  /** What the next five business days bring by customer and channel, what waits today included. */
  coming: [key: string, channel: Channel, number: number][];
  /** Open disputes by customer. */
  disputes: [key: string, number: number][];
  /** Contacts and tasks of the last thirty days by customer: how many were to be done, how many were within two business days. */
  kept: [key: string, due: number, done: number][];
  /** The day since which a customer's reminder waits longest, `YYYY-MM-DD`. */
  oldest: [key: string, since: string][];
}

/** What was asked of whom, for the page Effect. */
export interface EffectView {
  /** Contacts that reached somebody, the latest first: day, text, whose, rows that it asked for. */
  contacts: [on: string, step: string, key: string, rows: number[]][];
  /** How many earlier ones stayed behind. */
  leftOut: number;
  /** The day of the first contact that the log knows; '' before it. */
  firstOn: string;
  /** Days on which a mail came back, of addresses that still do. */
  bounces: string[];
}
