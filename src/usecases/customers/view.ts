// What the sidebar is shown of one customer, of the search for customers, and of promises and disputes.
import * as v from 'valibot';
import type { Channel } from '../../dunning/policy/channels';

/** Something that stops reminders to a customer, or a part of them, and what ends it. */
export interface RunningView {
  kind:
    | 'everybody'
    | 'do-not-contact'
    | 'direct-debit'
    | 'insolvent'
    | 'assigned'
    | 'consumer'
    | 'unconfirmed'
    | 'replied'
    | 'bounced'
    | 'hold'
    | 'promise'
    | 'dispute'
    | 'handed-over';
  /** What it is, a sentence. */
  text: string;
  /** What ends it, a sentence. */
  lifts: string;
  /** What a person may press. */
  action:
    | 'lift-hold'
    | 'cancel-promise'
    | 'resolve-dispute'
    | 'resume'
    | 'take-back'
    | 'may-contact'
    | 'remind-assigned'
    | 'insolvency-asked'
    | 'end-insolvency'
    | '';
  /** The row of its tab, for the actions on rows. */
  row: number;
  /** As the row says; of assigned invoices the assignee. */
  seen: string;
}

/** An open invoice with what is decided about it today. */
export interface CustomerInvoiceView {
  key: string;
  invoice: string;
  /** ISO day, '' without one. */
  due: string;
  /** The due date before it was moved, from which figures and interest count; left out where it was not. */
  dueBefore?: string;
  daysPastDue: number;
  /** Decimal with its currency, in words. */
  balance: string;
  currency: string;
  decision: 'remind' | 'wait' | 'blocked' | 'not-chased' | 'needs-fix';
  why: string;
  /** ISO day on which that changes by itself; '' when it does not. */
  nextDate: string;
  row: number;
  credit: boolean;
  /** Whether the sheet links to its document: it can be sent once more. */
  document: boolean;
}

/** An event of the log in words. */
export interface HistoryLineView {
  /** `YYYY-MM-DD HH:mm:ss`. */
  at: string;
  who: string;
  what: string;
  /** On what: invoices, amounts, addresses, note. */
  facts: string;
  /** Id of the reminder that may be taken back here; '' for none. */
  takesBack: string;
  /** Id of the message of the mailbox it came from, where that can be taken back; '' else. */
  message: string;
}

/** The card of a customer. */
export interface CustomerView {
  key: string;
  name: string;
  id: string;
  asOf: string;
  /** A line per currency; amounts in words, '' for nothing. */
  balances: { currency: string; open: string; overdue: string; credits: string; disputed: string }[];
  /** What a collector wants to know, in words. */
  facts: { label: string; value: string }[];
  contact: {
    contact: string;
    email: string;
    cc: string;
    escalationEmail: string;
    phone: string;
    language: string;
    country: string;
    owner: string;
    notes: string;
  };
  doNotContact: boolean;
  /** What changed since the customer was last asked; null when that never was. */
  changes: { since: string; lines: string[]; more: number } | null;
  running: RunningView[];
  waiting: { id: string; state: string; stage: string; channel: Channel; amounts: string; why: string } | null;
  invoices: CustomerInvoiceView[];
  history: HistoryLineView[];
  /** Older events than the ones in `history`. */
  historyMore: number;
  canHandOver: boolean;
  /** Currencies of what is open. */
  currencies: string[];
  sheet: string;
  /** Why customers dispute or ask, as AR Reasons has it. */
  reasons: string[];
}

/** An open invoice, or a credit, of a hand-over file; amounts in words, '' for none. */
export interface HandOverLine {
  invoice: string;
  orderNumber: string;
  issued: string;
  due: string;
  daysPastDue: number;
  amount: string;
  open: string;
  disputed: string;
  /** Whether it is with somebody else now. */
  away: boolean;
}

/** All that whoever takes a customer over asks for first. Days are ISO. */
export interface HandOverFileView {
  asOf: string;
  company: string;
  customer: string;
  contact: { label: string; value: string }[];
  balances: CustomerView['balances'];
  invoices: HandOverLine[];
  /** A sentence each. */
  promises: string[];
  disputes: string[];
  /** When it was handed over and taken back, the note saying to whom and under which reference. */
  placed: { on: string; what: string; note: string }[];
  /** What came in since on what is handed over, in words; '' for nothing. */
  recovered: string;
  /** How the debt was pursued, the oldest first. */
  history: { on: string; what: string; facts: string }[];
}

/** Customers that were found. */
export interface CustomersView {
  asOf: string;
  customers: {
    key: string;
    name: string;
    id: string;
    /** In words, '' for nothing. */
    overdue: string;
    open: string;
    /** Why it was found where the name does not say so: `Invoice 1001`. */
    match: string;
    /** As AR Customers has it; '' for nobody. */
    owner: string;
  }[];
  /** How many more there are. */
  more: number;
  /** What is overdue of each owner's customers, '' for those of nobody. */
  owners: { owner: string; overdue: string }[];
}

/** Customers of whom the owner changes, each with the owner they were seen with. */
export const ownerChanges = v.pipe(
  v.array(v.object({ key: v.string(), from: v.string(), to: v.string() })),
  v.maxLength(500),
);
export type OwnerChange = v.InferOutput<typeof ownerChanges>[number];

/** What erasing a person's details would do. */
export interface ErasureView {
  customer: string;
  /** Entries of the log that would lose words. */
  entries: number;
  /** Whether the name stays, as the invoice sheet has it. */
  keepsName: boolean;
  /** What goes and what stays, sentences. */
  goes: string;
  stays: string;
}

/** Customers whose personal details have been kept long enough. */
export interface ErasableView {
  /** Months that they are kept; 0 where there is no limit. */
  months: number;
  /** ISO day of today. */
  asOf: string;
  /** `last` is the ISO day of the last entry about them. */
  customers: { key: string; name: string; last: string }[];
}
