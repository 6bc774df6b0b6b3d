// The few words that letters need beside their templates, per language.
import { civilOf, type Day, longDay } from '../receivables/day';
import { formatMoney, formatTotals, type Totals } from '../receivables/money';

/** The words and formats of one language. */
export interface LetterWords {
  /** BCP 47 tag for the HTML part. */
  tag: string;
  longDate: (day: Day) => string;
  /** A date short enough for a table: `2 Nov 2026`. */
  shortDate: (day: Day) => string;
  month: (day: Day) => string;
  money: (minor: number, currency: string) => string;
  totals: (totals: Totals) => string;
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
}

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const ENGLISH: LetterWords = {
  tag: 'en',
  longDate: longDay,
  shortDate: (day) => {
    const date = civilOf(day);
    return `${date.day} ${SHORT_MONTHS[date.month - 1]} ${date.year}`;
  },
  month: (day) => longDay(day).replace(/^\d+ /, ''),
  money: formatMoney,
  totals: formatTotals,
  greeting: (contact) => (contact === '' ? 'Dear Sir or Madam,' : `Dear ${contact},`),
  reference: (reference) => `Ref ${reference}`,
  listed: (invoice, due, amount) => (due === '' ? `${invoice}: ${amount}` : `${invoice}, due ${due}: ${amount}`),
  age: (days) => (days === 1 ? '1 day' : `${days} days`),
  received: (amount) => `${amount} received so far, thank you`,
  heading: (currency) => `Invoices in ${currency}`,
  bankDetails: (currency) => (currency === '' ? 'Our bank details:' : `Our bank details for payments in ${currency}:`),
  columns: { invoice: 'Invoice', order: 'Your order', due: 'Due date', days: 'Days past due', balance: 'Balance' },
  noNumber: 'without number',
  noDueDate: 'on receipt',
  notYetDue: 'not yet due',
  inDispute: 'in dispute',
  partInDispute: 'part in dispute, left out here',
  overdue: 'Total overdue',
  notDue: 'Not yet due',
  disputed: 'In dispute, not asked for here',
  credit: 'credit',
  credits: 'Credits not yet set against invoices',
  bands: ['not yet due', '1-30 days', '31-60 days', '61-90 days', 'over 90 days'],
};

const WORDS: ReadonlyMap<string, LetterWords> = new Map([['en', ENGLISH]]);

/** The languages that letters can be written in. */
export const LETTER_LANGUAGES: readonly string[] = [...WORDS.keys()];

/** The words of a language (`en`, `en-GB`, `EN`), or null when letters cannot be written in it. */
export function wordsOf(language: string): LetterWords | null {
  return WORDS.get(language.trim().toLowerCase().split(/[-_]/)[0] ?? '') ?? null;
}
