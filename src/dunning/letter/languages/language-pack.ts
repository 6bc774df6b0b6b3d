// What a language must bring so that letters can be written in it: forgetting a part is a type error.

import type { Day } from '../../../receivables/day';
import type { DocumentName } from '../../../receivables/invoice';
import type { Movement } from '../../../receivables/metrics/account-activity';
import type { PromiseOutcome } from '../../../receivables/metrics/promises-kept';
import type { Totals } from '../../../receivables/money';
import type { AnswerKind } from '../../history/answer-facts';
import type { Channel } from '../../policy/channels';
import type { ContactOutcome, DisputeOutcome } from '../../policy/outcomes';
import type { CountryCode } from '../languages';
import type { AmountMarks } from './amounts';

/** Everything of one language, from its folder. */
export interface LanguagePack {
  /** Its name in English, as the list of the settings shows it. */
  name: string;
  /** The countries whose firms are written to in it where nothing else is said; each country in one language only. */
  countries: readonly CountryCode[];
  words: LanguageWords;
  pay: PayWords;
  /** Sets what the language sets of its own between words, such as blanks that do not break; `asWritten` for nothing. */
  typeset: (text: string) => string;
}

/** For languages that set nothing between words but blanks. @example asWritten('Rappel : 2') // 'Rappel : 2' */
export function asWritten(text: string): string {
  return text;
}

/** The words of the boxes that say what is asked for and how it is paid. */
export interface PayWords {
  /** Above the sum. */
  amount: string;
  /** Above the balance that a mail asks about. */
  balance: string;
  /** Above the ways to pay; the currency is '' when the letter has only one. */
  how: (currency: string) => string;
  /** Between a label and what it is of. */
  colon: string;
  /** On the button. */
  online: string;
  /** Before the holder of the account: banks compare the name with the account number. */
  holder: string;
  /** Before the reference that the payment should carry. */
  reference: string;
  /** Beside the code for banking apps. */
  scan: string;
  /** Against forged mails with other accounts. */
  unchanged: string;
  /** In place of the lines that are too many for the HTML part. */
  further: (lines: number) => string;
}

/** What can be said by a mail with nothing but a subject. */
export type MailedAnswer = Exclude<AnswerKind, 'other'>;

/** The words and formats of one language. */
export interface LanguageWords {
  marks: AmountMarks;
  longDate: (day: Day) => string;
  /** A date short enough for a table: `2 Nov 2026`. */
  shortDate: (day: Day) => string;
  month: (day: Day) => string;
  /** The salutation; needs no gender. */
  greeting: (contact: string) => string;
  reference: (reference: string) => string;
  /** A line of a call sheet: what one may hear, in quotation marks, and a good answer. */
  objection: (said: { heard: string; answer: string }) => string;
  /** One line of an invoice list. */
  listed: (invoice: string, due: string, amount: string) => string;
  /** A number of days with its unit. */
  age: (days: number) => string;
  received: (amount: string) => string;
  heading: (currency: string) => string;
  /** Above bank details; the currency is '' when the letter has only one. */
  bankDetails: (currency: string) => string;
  /** The invitation to answer by a click, and what one may say: with the form a link alone, else a mail each. */
  answer: { ask: string; choices: Record<MailedAnswer, string> };
  columns: { invoice: string; order: string; due: string; days: string; balance: string };
  /** What a link to a document of an invoice says. */
  documents: Record<DocumentName, string>;
  /** Behind it in brackets, where the document comes along as a file too. */
  attached: string;
  noNumber: string;
  noDueDate: string;
  notYetDue: string;
  inDispute: string;
  partInDispute: string;
  /** A line of the table: up to when it may be paid, agreed to when a dispute was closed. */
  newDate: (day: string) => string;
  overdue: string;
  notDue: string;
  disputed: string;
  credit: string;
  credits: string;
  bands: readonly string[];
  /** Handing over for collection, worded to fit the language's own text `Final`. */
  nextStep: string;
  /** That we reserve our rights to interest and compensation for late payment. */
  lateRights: string;
  /** Above what is claimed of them, with the sum. */
  lateClaims: (sum: string) => string;
  /** What is claimed for one invoice: interest for so long, compensation; '' for what is not. */
  lateClaim: (invoice: string, age: string, interest: string, compensation: string) => string;
  /** Earlier contacts, a line each: how they were made and what came of them. */
  channels: Record<Channel, string>;
  outcomes: Record<ContactOutcome, string>;
  /** Promises so far, a line each: what was promised where no amount was named, and what became of it. */
  payment: string;
  promises: Record<PromiseOutcome, string>;
  /** The end of a dispute as the customer is told it, a sentence without its full stop. */
  disputes: Record<DisputeOutcome, string>;
  statement: StatementWords;
  /** What the calendar entry of a promised day is called. */
  calendar: (company: string) => string;
}

/** The words of a statement of account. */
export interface StatementWords {
  title: string;
  /** What its file is called: letters of ASCII and hyphens. */
  file: string;
  /** In the mail it comes with, a sentence. */
  attached: string;
  customerNumber: string;
  balance: string;
  openItems: string;
  nothingOpen: string;
  activity: (from: string) => string;
  broughtForward: string;
  columns: { date: string; what: string; amount: string; balance: string };
  movements: Record<Movement, string>;
}

/** The words of a language with what follows from them. */
export interface LetterWords extends LanguageWords {
  pay: PayWords;
  /** BCP 47 tag for the HTML part; the two letters of the language. */
  tag: string;
  /** An amount in minor units with its currency behind; the number alone for `XXX`. */
  money: (minor: number, currency: string) => string;
  totals: (totals: Totals) => string;
}
