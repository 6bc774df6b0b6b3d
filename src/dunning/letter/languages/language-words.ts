// What a language must bring so that letters can be written in it.
import type { Day } from '../../../receivables/day';
import type { Totals } from '../../../receivables/money';

/** The words and formats of one language. */
export interface LetterWords {
  /** BCP 47 tag for the HTML part; the two letters of the language. */
  tag: string;
  longDate: (day: Day) => string;
  /** A date short enough for a table: `2 Nov 2026`. */
  shortDate: (day: Day) => string;
  month: (day: Day) => string;
  /** An amount in minor units with its currency behind; the number alone for `XXX`. */
  money: (minor: number, currency: string) => string;
  totals: (totals: Totals) => string;
  /** The salutation; needs no gender. */
  greeting: (contact: string) => string;
  reference: (reference: string) => string;
  /** One line of an invoice list. */
  listed: (invoice: string, due: string, amount: string) => string;
  /** A number of days with its unit. */
  age: (days: number) => string;
  received: (amount: string) => string;
  heading: (currency: string) => string;
  /** Above bank details; the currency is '' when the letter has only one. */
  bankDetails: (currency: string) => string;
  columns: { invoice: string; order: string; due: string; days: string; balance: string };
  noNumber: string;
  noDueDate: string;
  notYetDue: string;
  inDispute: string;
  partInDispute: string;
  overdue: string;
  notDue: string;
  disputed: string;
  credit: string;
  credits: string;
  bands: readonly string[];
  /** What follows a final reminder where nothing is set, worded to fit the language's own text `Final`. */
  nextStep: string;
}
