// What the fields of a text are called by people, and in which cases an optional part is written.
import { PLACEHOLDER_NAMES, type PlaceholderName } from '../../dunning/letter/placeholders';

/**
 * Each field and what it stands for; where it needs more words than that, when a part that hangs on it is written and when its
 * opposite is.
 */
const NAMES: Record<PlaceholderName, readonly [name: string, meaning: string, shown?: string, unless?: string]> = {
  greeting: ['greeting', 'The salutation: "Dear Anna Weber,", or "Hello," when no contact is known'],
  contact: ['contact’s name', 'The name of the contact written to; empty when none is known'],
  customer: ['customer’s name', "The customer's name"],
  company: ['our company', 'Our company; the sender where none is set'],
  sender: ['sender’s name', 'The name of the person who sends'],
  signature: ['signature', 'The signature from AR Settings, else the sender and the company'],
  reference: ['our reference', 'The short reference by which this reminder is found again: "Ref DS-7F3K2"'],
  invoices: ['table of invoices', 'The invoice tables, one per currency (a line of its own, in the body only)'],
  'invoice list': ['list of invoices', 'The invoices asked for, one short line each, for messages without tables'],
  no: ['invoice number', 'The number of the invoice the letter is mainly about'],
  'order no': ['order number', "The customer's order number of that invoice; empty when unknown"],
  'due date': ['due date', 'The due date of that invoice'],
  days: ['days overdue', 'How many days past due that invoice is; empty when it is not yet due'],
  age: ['time overdue', 'The same with its unit: "1 day", "15 days"', 'when it is overdue', 'when it is not overdue'],
  n: ['number of invoices', 'How many invoices are asked for'],
  one: [
    'one invoice',
    'Only a case: when exactly one invoice is asked for',
    'when one invoice is open',
    'when not just one invoice is open',
  ],
  several: [
    'several invoices',
    'Only a case: when more than one invoice is asked for',
    'when several invoices are open',
    'when not several invoices are open',
  ],
  documents: [
    'invoices to open',
    'Only a case: when each invoice asked for has a link to its document, so that nobody needs a copy',
    'when each invoice has its link',
    'when an invoice has no link',
  ],
  total: ['amount due', 'The sum asked for, per currency, disputed amounts and credits left out'],
  balance: ['balance', 'What is still open of the sum asked for, the same figure as total'],
  overdue: [
    'overdue amount',
    'The overdue sum per currency, disputed amounts left out; empty when nothing is overdue',
    'when something is overdue',
    'when nothing is overdue',
  ],
  'not due': [
    'amount not yet due',
    'The sum not yet due per currency; empty when there is none',
    'when something is not yet due',
    'when nothing else falls due',
  ],
  open: [
    'account balance',
    'The balance of all lines shown per currency: overdue, not yet due and disputed, less credits',
    'when a balance is open',
    'when the account is balanced',
  ],
  disputed: [
    'disputed amount',
    'The disputed amounts per currency; empty when there are none',
    'when something is disputed',
    'when nothing is disputed',
  ],
  credits: [
    'credits',
    'The credits and unapplied payments per currency; empty when there are none',
    'when there are credits',
    'when there are no credits',
  ],
  net: [
    'amount less credits',
    'What then remains to be paid, per currency, where credits are set against the oldest invoices; empty where none are, or where a dispute leaves open what they belong to',
    'when credits are taken off',
    'when no credits are taken off',
  ],
  'age bands': ['balance by age', 'The balance per currency by age: not yet due, 1-30 days, 31-60 days, ...'],
  'payment link': ['payment link', 'Where the invoices can be paid online; empty when no link is known'],
  'answer link': [
    'link to answer',
    'The link by which the customer answers in two clicks: your form, else a mail with a ready-made subject; a line of its own',
    'when a customer can answer by a click',
    'when no customer can answer by a click',
  ],
  'bank details': [
    'bank details',
    'The payment instructions of the currencies asked for, with a heading each; empty when none are set',
  ],
  'as of': [
    'day of the figures',
    'The day up to which payments are in; while nobody confirmed one, the sentence that names it is left out',
    'when a day is confirmed',
    'when no day is confirmed',
  ],
  'reply by': ['answer by', 'The day by which we ask for an answer'],
  deadline: ['pay by', 'The day by which we ask for payment'],
  'next step': [
    'next step',
    'What you do after the deadline, in the language of the letter, as it follows “before”; empty when not set',
  ],
  'release terms': ['terms of release', 'What has to happen before new orders are delivered again; empty when not set'],
  terms: ['payment terms', 'The payment terms agreed with the customer; empty when unknown'],
  promises: [
    'promises so far',
    'The promises to pay so far, one line each; empty when there were none',
    'when there were promises',
    'when there were no promises',
  ],
  month: ['month', 'The month of the figures: "November 2026"'],
  'promised amount': ['promised amount', 'The amount that was promised; empty when the promise named none'],
  'promised date': ['promised day', 'The day that was promised'],
  instalments: [
    'instalments',
    'What is still to come of a payment plan, one line each; empty without one',
    'when a payment plan runs',
    'when no payment plan runs',
  ],
  received: [
    'amount received',
    'What has been received; empty when nothing has',
    'when money came in',
    'when no money came in',
  ],
  'received date': ['day it was received', 'The day it was received; empty when unknown'],
  'late charges': [
    'late charges',
    'Interest and compensation for late payment, mentioned or claimed as AR Settings says; else empty',
  ],
  outcome: ['outcome of the dispute', 'The outcome of a dispute'],
  'new date': [
    'new due date',
    'The new date after a dispute, where a person agreed to one; else empty',
    'when a new due date was agreed',
    'when no new due date was agreed',
  ],
  discount: ['discount', 'The discount that can still be taken'],
  'discount date': ['last day of the discount', 'The last day of the discount'],
  'due kept': [
    'due date kept',
    'Only a case: when the due date is still the one the customer knows',
    'when the due date stays',
    'when the due date moved',
  ],
  'reminder dates': [
    'days of earlier reminders',
    'The days of the latest reminders of that invoice since it fell due, by the log; empty with fewer than two',
    'when there were earlier reminders',
    'when there were none',
  ],
  unanswered: [
    'no answer so far',
    'Only a case: when there were such reminders and nothing has come back since',
    'when earlier reminders had no answer',
    'when somebody answered',
  ],
  'last contact': [
    'day of the last contact',
    'The day of the last contact; empty when there was none',
    'when there was an earlier contact',
    'when there was no contact yet',
  ],
  history: [
    'contacts so far',
    'The contacts so far, one line each; empty when there were none',
    'when there were earlier contacts',
    'when there was no contact yet',
  ],
  owner: ['account owner', 'Our account owner of the customer; empty when none is set'],
  phone: ['customer’s phone', "The customer's telephone number; empty when unknown"],
  'senior contact': ['senior contact', "The customer's escalation address; empty when unknown"],
  'planned date': ['day it is planned for', 'The day a step is planned for; empty when unknown'],
  'planned subject': [
    'subject that is planned',
    'The subject of the mail that is planned, for the heads-up; empty when unknown',
  ],
  'reminder link': [
    'link to the reminder',
    'Where the reminder stands in the workbook, for the heads-up',
    'when there is a link to the reminder',
    'when there is no link',
  ],
  objections: [
    'what you may hear',
    'For calls: the texts whose name begins with Objection, a line each with its answer',
    'when there are objections to speak of',
    'when there are no objections to speak of',
  ],
  portal: [
    'portal of the customer',
    'Where the customer takes invoices, from Portal in AR Customers; empty when there is none',
  ],
  notes: [
    'notes on the customer',
    'The notes on the customer from AR Customers; empty when there are none',
    'when there are notes',
    'when there are no notes',
  ],
};

const BY_NAME: ReadonlyMap<string, (typeof NAMES)[PlaceholderName]> = new Map(Object.entries(NAMES));

/** Fields that say nothing by themselves: a part hangs on them. */
const CASES: readonly string[] = ['one', 'several', 'documents', 'due kept', 'unanswered'] satisfies PlaceholderName[];

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

/** What a field stands for, in a line; '' for one that nobody knows. */
export function fieldMeaning(name: string): string {
  return BY_NAME.get(name)?.[1] ?? '';
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
  const [, , shown, unless] = BY_NAME.get(name) ?? [];
  const usual = `${isUnless ? 'without' : 'with'} ${fieldName(name)}`;
  return (isUnless ? unless : shown) ?? usual;
}

/** A sentence with the fields it names in people's words. @example inPeoplesWords('Use {{total}}.') // 'Use “amount due”.' */
export function inPeoplesWords(sentence: string): string {
  return sentence.replace(/\{\{\s*[#^/]?\s*([^{}]*?)\s*\}\}/g, (_, name: string) => `“${fieldName(name)}”`);
}
