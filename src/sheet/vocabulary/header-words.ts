// What a header may mean by its words: each language's words are brought to English ones, and those to a field.

import type { Field } from '../fields';
import { currencyOfHeader, isCurrencyWord } from './currencies';
import { englishOf, type Meaning, meaningsOfKey } from './dictionary';
import { headerTokens, keyOf } from './header-tokens';

/** What the cells of a column may hold for a meaning to be possible. */
export type Evidence = 'dates' | 'amounts' | 'words' | 'links' | 'statuses' | 'terms' | 'currencies' | 'ids' | 'any';

/** What the cells must look like. */
export const EVIDENCE: Record<Field, Evidence> = {
  customer: 'words',
  customerId: 'ids',
  invoice: 'ids',
  issued: 'dates',
  due: 'dates',
  terms: 'terms',
  amount: 'amounts',
  paid: 'amounts',
  balance: 'amounts',
  currency: 'currencies',
  status: 'statuses',
  paidOn: 'dates',
  disputed: 'any',
  email: 'words',
  language: 'words',
  owner: 'words',
  region: 'any',
  businessUnit: 'any',
  product: 'any',
  insolventSince: 'dates',
  assignedTo: 'words',
  paymentMethod: 'any',
  debtorKind: 'words',
  paymentLink: 'words',
  orderNumber: 'any',
  invoiceDocument: 'links',
  deliveryProof: 'links',
  orderDocument: 'links',
  credited: 'amounts',
  writtenOff: 'amounts',
  withheld: 'amounts',
  retained: 'amounts',
  discountTaken: 'amounts',
  deposit: 'amounts',
  retainedUntil: 'dates',
  documentType: 'words',
  sign: 'words',
  credit: 'amounts',
  lineItem: 'any',
  quantity: 'amounts',
  unitPrice: 'amounts',
};

export type { Meaning };

/** Words that make something else of a header: a span of days, a part of the amount, an event that is not the invoice's. */
const DECOYS = new Set(
  'days day overdue late tax discount rate percent count delivery service ship shipping quantity unit price created interest fee reminder line item forecast expected promise promised sale start end period'.split(
    ' ',
  ),
);

/**
 * The words of a header in one form: signs and case gone, camelCase and snake_case split, other languages in English, sorted.
 * @example headerKey('*InvoiceNumber') // 'invoice number'
 * @example headerKey('Rechnungs-Nr.') // 'invoice number'
 * @example headerKey('due_in_date') // 'date due'
 */
export function headerKey(header: string): string {
  return keyOf(englishOf(headerTokens(header)));
}

const read = new Map<string, readonly Meaning[]>();
const MOST_REMEMBERED = 4000;

/**
 * What a header may mean, by its words alone. A currency in it (`Amount (EUR)`), a hint how to type it (`Due date (dd/mm/yyyy)`) and
 * the same in a second language do not matter.
 * @example meaningsOf('Due Date') // [{ field: 'due', score: 1 }]
 * @example meaningsOf('Fälligkeit / Due date') // [{ field: 'due', score: 1 }]
 */
export function meaningsOf(header: string): readonly Meaning[] {
  const known = read.get(header);
  if (known) return known;
  const found = look(header);
  if (read.size >= MOST_REMEMBERED) read.clear();
  read.set(header, found);
  return found;
}

function look(header: string): readonly Meaning[] {
  const written = headerTokens(header);
  const words = englishOf(written);
  if (words.length === 0) return [];
  const named = currencyOfHeader(header).toLowerCase();
  const plain = written.filter((word) => word !== named && !isCurrencyWord(word) && !FORMAT_HINT.test(word));
  const others = plain.length === written.length ? words : englishOf(plain);
  const whole = meaningsOfKey(keyOf(words)) ?? meaningsOfKey(keyOf(others));
  return whole ?? halves(header, words) ?? instalment(others) ?? byCore(words);
}

const OF_INSTALMENTS: readonly Field[] = ['amount', 'paid', 'balance', 'due', 'paidOn'];

// "Amount received of the instalment" says the same of one due date.
function instalment(words: readonly string[]): readonly Meaning[] | null {
  const others = words.filter((word) => word !== 'instalment');
  if (others.length === words.length) return null;
  const whole = meaningsOfKey(keyOf(others)) ?? [];
  const found = whole.filter(({ field }) => OF_INSTALMENTS.includes(field));
  return found.length > 0 ? found.map(({ field, score }) => ({ field, score: score * 0.95 })) : null;
}

/** Words beside "due date" that make an earlier one of it, or one that has not been agreed. */
const OTHER_DATES = [
  'previous',
  'old',
  'last',
  'first',
  'former',
  'next',
  'reminder',
  'tax',
  'rate',
  'days',
  'after',
  'past',
  'retention',
  'holdback',
  'release',
];

// "Rent due date", "Patient outstanding", "Deal currency": whatever is due or left, or in which currency.
function byCore(words: readonly string[]): readonly Meaning[] {
  const decoy = words.some((word) => DECOYS.has(word));
  const isRest = !decoy && words.length <= 4 && RESTS.some((word) => words.includes(word));
  if (isRest) return [{ field: 'balance', score: SOME_COLUMN }];
  const isCurrency = words.includes('currency') && !words.some((word) => OTHER_CURRENCIES.includes(word));
  if (isCurrency && words.length <= 4) return [{ field: 'currency', score: BY_CELLS_ONLY }];
  const isDue = words.includes('due') && words.includes('date') && words.length <= 4;
  if (!isDue || decoy || words.some((word) => OTHER_DATES.includes(word) || /^\d+$/.test(word))) return [];
  return [{ field: 'due', score: SOME_COLUMN }];
}

const RESTS = ['outstanding', 'remaining', 'residual'];
// The books' own currency is not the invoice's.
const OTHER_CURRENCIES = 'local company base home group reporting functional'.split(' ');
const SOME_COLUMN = 0.8;
/** So little that only filled cells make it a meaning. */
const BY_CELLS_ONLY = 0.45;

const FORMAT_HINT = /^([dmyjatg]{1,4}|yyyy|jjjj|aaaa|dd|mm|hh|ddmmyyyy|mmddyyyy|yyyymmdd|signed|iso8601)$/;

// "Invoice no. / Rechnungsnr." and "Balance (what is open)": each part alone, where the parts do not contradict each other.
function halves(header: string, words: readonly string[]): readonly Meaning[] | null {
  if (words.some((word) => DECOYS.has(word))) return null;
  const parts = header
    .split(/[/|()[\]:;\u2013\u2014\uff0f\uff1a\uff08\uff09\n]|\s-\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return null;
  const read = parts.map((part) => meaningsOfKey(keyOf(englishOf(headerTokens(part)))) ?? []);
  const told = read.filter((list) => list.length > 0);
  const [first] = told;
  if (!first) return null;
  const shared = first.filter(({ field }) => told.every((list) => list.some((one) => one.field === field)));
  if (shared.length === 0) return null;
  const doubt = told.length === read.length ? 1 : 0.9;
  return shared.map(({ field, score }) => ({ field, score: score * doubt }));
}

/** Whether a header has one of these English words, in any language. @example headerHas('Menge', ['quantity']) // true */
export function headerHas(header: string, words: readonly string[]): boolean {
  const said = englishOf(headerTokens(header));
  return words.some((word) => said.includes(word));
}

// Without the dictionary, which no reading of confirmed columns builds. "Lastschrift" is a direct debit.
const LAST_WORD = /(?<![A-Za-z])last(?!schrift)|Last(?!schrift)|LAST(?!SCHRIFT)/;
const LAST_ELSEWHERE = /latest|letzt|dernier|[uú]ltim[oa]|laatst|ostatni|most.?recent|最終|最後|直近/i;

/** Whether the header of a payment speaks of the last of several: it settles nothing by itself. @example saysLastPayment('Last payment date') // true */
export function saysLastPayment(header: string): boolean {
  return LAST_WORD.test(header) || LAST_ELSEWHERE.test(header);
}
