// What the fields of a text are called by people, and in which cases an optional part is written.
import { PLACEHOLDER_NAMES, type PlaceholderName } from '../../dunning/letter/placeholders';

/** Each field, and where it needs more words than that, when a part that hangs on it is written and when its opposite is. */
const NAMES: Record<PlaceholderName, readonly [name: string, shown?: string, unless?: string]> = {
  greeting: ['greeting'],
  contact: ['contact’s name'],
  customer: ['customer’s name'],
  company: ['our company'],
  sender: ['sender’s name'],
  signature: ['signature'],
  reference: ['our reference'],
  invoices: ['table of invoices'],
  'invoice list': ['list of invoices'],
  no: ['invoice number'],
  'order no': ['order number'],
  'due date': ['due date'],
  days: ['days overdue'],
  age: ['time overdue', 'when it is overdue', 'when it is not overdue'],
  n: ['number of invoices'],
  one: ['one invoice', 'when one invoice is open', 'when not just one invoice is open'],
  several: ['several invoices', 'when several invoices are open', 'when not several invoices are open'],
  total: ['amount due'],
  balance: ['balance'],
  overdue: ['overdue amount', 'when something is overdue', 'when nothing is overdue'],
  'not due': ['amount not yet due', 'when something is not yet due', 'when nothing else falls due'],
  open: ['account balance', 'when a balance is open', 'when the account is balanced'],
  disputed: ['disputed amount', 'when something is disputed', 'when nothing is disputed'],
  credits: ['credits', 'when there are credits', 'when there are no credits'],
  net: ['amount less credits', 'when credits are taken off', 'when no credits are taken off'],
  'age bands': ['balance by age'],
  'payment link': ['payment link'],
  'bank details': ['bank details'],
  'as of': ['day of the figures'],
  'reply by': ['answer by'],
  deadline: ['pay by'],
  'next step': ['next step'],
  'release terms': ['terms of release'],
  terms: ['payment terms'],
  promises: ['promises so far', 'when there were promises', 'when there were no promises'],
  month: ['month'],
  'promised amount': ['promised amount'],
  'promised date': ['promised day'],
  received: ['amount received', 'when money came in', 'when no money came in'],
  'received date': ['day it was received'],
  'late charges': ['late charges'],
  outcome: ['outcome of the dispute'],
  'new date': ['new due date', 'when a new due date was agreed', 'when no new due date was agreed'],
  discount: ['discount'],
  'discount date': ['last day of the discount'],
  'due kept': ['due date kept', 'when the due date stays', 'when the due date moved'],
  'reminder dates': ['days of earlier reminders', 'when there were earlier reminders', 'when there were none'],
  unanswered: ['no answer so far', 'when earlier reminders had no answer', 'when somebody answered'],
  'last contact': ['day of the last contact', 'when there was an earlier contact', 'when there was no contact yet'],
  history: ['contacts so far', 'when there were earlier contacts', 'when there was no contact yet'],
  owner: ['account owner'],
  phone: ['customer’s phone'],
  'senior contact': ['senior contact'],
  'planned date': ['day it is planned for'],
  'planned subject': ['subject that is planned'],
  notes: ['notes on the customer', 'when there are notes', 'when there are no notes'],
};

const BY_NAME: ReadonlyMap<string, (typeof NAMES)[PlaceholderName]> = new Map(Object.entries(NAMES));

/** Fields that say nothing by themselves: a part hangs on them. */
const CASES: readonly string[] = ['one', 'several', 'due kept', 'unanswered'] satisfies PlaceholderName[];

/** The fields that are put into a text, by what people call them. */
export const FIELDS: readonly (readonly [name: string, words: string])[] = PLACEHOLDER_NAMES.filter(
  (name) => !CASES.includes(name),
)
  .map((name) => [name, fieldName(name)] as const)
  .sort(([, a], [, b]) => a.localeCompare(b));

/** Those that are wanted most. */
export const USUAL_FIELDS: readonly PlaceholderName[] = [
  ...(['greeting', 'customer', 'no', 'total', 'due date'] as const),
  ...(['reply by', 'invoices', 'signature'] as const),
];

/** What people call a field; of one that nobody knows its own name. @example fieldName('total') // 'amount due' */
export function fieldName(name: string): string {
  return BY_NAME.get(name)?.[0] ?? name;
}

/** Whether there is such a field. @example isField('contcat') // false */
export function isField(name: string): boolean {
  return BY_NAME.has(name);
}

/**
 * When an optional part is written.
 * @param isUnless whether it is the opposite
 * @example whenWritten('one', false) // 'when one invoice is open'
 * @example whenWritten('order no', true) // 'without order number'
 */
export function whenWritten(name: string, isUnless: boolean): string {
  const [, shown, unless] = BY_NAME.get(name) ?? [];
  const usual = `${isUnless ? 'without' : 'with'} ${fieldName(name)}`;
  return (isUnless ? unless : shown) ?? usual;
}

/** A sentence with the fields it names in people's words. @example inPeoplesWords('Use {{total}}.') // 'Use “amount due”.' */
export function inPeoplesWords(sentence: string): string {
  return sentence.replace(/\{\{\s*[#^/]?\s*([^{}]*?)\s*\}\}/g, (_, name: string) => `“${fieldName(name)}”`);
}
