// What a letter is made of: the text, the people, the invoice lines, and what else its template may speak of.

import type { Day } from '../../receivables/day';
import type { Documents } from '../../receivables/invoice';
import type { Totals } from '../../receivables/money';
import type { Picture } from '../mail/picture';
import type { Purpose } from '../policy/purposes';

/** What a line is in the letter: it decides in which group it stands and whether it is asked for. */
export type LineRole = 'overdue' | 'not-due' | 'credit' | 'disputed';

/** An invoice, a credit or an unapplied payment as the letter shows it. Amounts are minor units of `currency`. */
export interface LetterLine {
  /** Invoice number as displayed; '' when the row has none. */
  invoice: string;
  /** The customer's order number; '' when unknown. */
  orderNumber: string;
  /** Who owes it, where the letter goes to somebody who pays for several; '' or absent otherwise. */
  debtor?: string;
  due: Day | null;
  currency: string;
  /** What is open; negative for a credit. */
  balance: number;
  role: LineRole;
  /** The part of the balance in dispute: shown apart and not asked for. 0 when none is. */
  disputed: number;
  /** The invoice the letter is mainly about; without one it is the oldest line asked for. */
  lead?: boolean;
  /** Paid on it so far, shown beside it. */
  received?: number;
  /** The day up to which it may be paid, agreed to when a dispute was closed; said beside it. */
  newDate?: Day;
  /** Where it can be paid online; used only when it is an http or https address. */
  paymentLink?: string;
  /** Where its documents are; used only where it is an http or https address. */
  documents?: Documents;
  /** The addresses of documents that come along as files. */
  attached?: ReadonlySet<string>;
}

/** What some templates speak of beside the invoices; what is not known stays out of the letter. */
export interface LetterAbout {
  /** Day by which we ask for an answer; else 3 business days after `asOf`. */
  replyBy?: Day;
  /** Day by which we ask for payment; else 7 business days after `asOf`. */
  deadline?: Day;
  /**
   * What happens after the deadline; in English it fits behind "before": `handing the account to our lawyers`.
   * `collection` takes the words of the letter's language for that; `-`, '', or leaving it out, keeps the letter silent
   * about it. Lines may be marked by language (`de: ...`), see `ownWords`.
   */
  nextStep?: string;
  /** What releases orders on hold; lines may be marked by language as well. */
  releaseTerms?: string;
  /** Payment terms agreed: `30 days net`. */
  terms?: string;
  /** Promises to pay so far, a line each. */
  promises?: readonly string[];
  promise?: { day: Day; amount: number | null; currency: string };
  /** What is still to come of a payment plan, the next first. */
  instalments?: readonly { day: Day; amount: number | null; currency: string }[];
  received?: { totals: Totals; on: Day | null };
  outcome?: string;
  /** The day up to which a person gave them time, the due date apart. */
  newDue?: Day;
  /** Whether the due date is still the one the customer knows. */
  dueKept?: boolean;
  discount?: { text: string; until: Day };
  lateCharges?: LateCharges;
  lastContact?: Day;
  /** The days of reminders about this very invoice, the oldest first; said only where there are several. */
  reminders?: readonly Day[];
  /** Whether nothing came back since the first of them. */
  unanswered?: boolean;
  /** Earlier contacts, a line each. */
  history?: readonly string[];
  owner?: string;
  phone?: string;
  seniorContact?: string;
  plannedOn?: Day;
  /** Subject of the mail that is planned, for the heads-up to our own account owner. */
  plannedSubject?: string;
  /** Where our own account owner finds the reminder in the workbook. */
  link?: string;
  notes?: string;
  /** The customer's portal for invoices. */
  portal?: string;
  /** For a call: what one may hear, with a good answer, as the texts say it. */
  objections?: readonly Objection[];
}

/** Something that one may hear on a call, and a good answer; both may speak of what a text may speak of. */
export interface Objection {
  /** Name of the text. */
  name: string;
  heard: string;
  answer: string;
}

/** What is claimed for one invoice that is paid late. Amounts are minor units of `currency`. */
export interface LateClaim {
  invoice: string;
  currency: string;
  /** Days past due. */
  days: number;
  interest: number;
  compensation: number;
}

/** What a letter says of late charges: that we reserve our rights, or what is claimed beside the sum asked for. */
export type LateCharges = 'reserved' | readonly LateClaim[];

/** An account that is paid to; '' for what is not set. */
export interface PayAccount {
  /** Letter for letter as the bank has it. */
  holder: string;
  /** Checked, without blanks. */
  iban: string;
  bic: string;
}

/** What mails look like. */
export interface LetterLook {
  /** Six hexadecimal digits: `#1f4e79`; '' for the usual one. */
  colour: string;
  /** A PNG file in base64; '' for none. */
  logo: string;
}

/** Everything a letter is made of. */
export interface LetterInput {
  /** Name, subject and body of the template; an edited subject or body takes the place of the template's. */
  template: { name: string; subject: string; body: string };
  /** What the mail is for, where it is no usual reminder. */
  purpose?: Purpose | undefined;
  /** Language of the texts, e.g. `en`, `de-AT`. */
  language: string;
  customer: string;
  /** Name of the person written to; '' when unknown. */
  contact: string;
  company: string;
  /** Name of the person who sends. */
  sender: string;
  /** Signature as set, several lines; '' for sender and company. */
  signature: string;
  lines: readonly LetterLine[];
  /** Payment instructions by currency, several lines each. */
  bankDetails: Readonly<Record<string, string>>;
  /** Who is paid instead of us, and how: then nothing of ours is told. */
  payTo?: string;
  /** For a mail or a letter to the customer: what its boxes are made of beside the sums. Left out for all other texts. */
  pay?: {
    /** By currency. */
    accounts: Readonly<Record<string, PayAccount>>;
    /** Whether it may be said that the bank details have not changed. */
    unchanged: boolean;
    look: LetterLook;
  };
  /** Today: days past due count up to it. */
  asOf: Day;
  /** The day up to which payments are known; absent where nobody confirmed one: what a text says of it is left out. */
  knownUpTo?: Day;
  /** For a page that is printed: whom it is addressed to, a line each. Left out for a mail. */
  addressee?: readonly string[];
  /** How the customer may answer: the link of a form with its token, else an address; left out where nobody is to answer by a click. */
  answer?: { form: string } | { mailTo: string };
  /** e.g. `DS-7F3K2`; '' for a text without a reference. */
  reference: string;
  /** Whether the statement of the account comes along as a file, which the letter then says. */
  hasStatement?: boolean;
  about?: LetterAbout;
}

/** A finished letter: one subject line, and a text and an HTML part (or the page to print) that say the same. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** What the HTML refers to as `cid:`. */
  pictures: readonly Picture[];
}

/** Why no letter could be made: a stable code and a sentence that says what to mend. */
export interface LetterProblem {
  code:
    | 'unknown-placeholder'
    | 'template-forbidden'
    | 'template-syntax'
    | 'empty-placeholder'
    | 'empty-text'
    | 'no-language';
  message: string;
}
