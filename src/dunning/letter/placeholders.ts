// The names a template may use, each with what it stands for: read by the policy check, the help and the letter.

/** A name that templates may use and its meaning in one line. */
export interface Placeholder {
  name: string;
  meaning: string;
}

const MEANINGS = {
  greeting: 'The salutation: "Dear Anna Weber,", or "Hello," when no contact is known',
  contact: 'The name of the contact written to; empty when none is known',
  customer: "The customer's name",
  company: 'Our company; the sender where none is set',
  sender: 'The name of the person who sends',
  signature: 'The signature from AR Settings, else the sender and the company',
  reference: 'The short reference by which this reminder is found again: "Ref DS-7F3K2"',
  invoices: 'The invoice tables, one per currency (a line of its own, in the body only)',
  'invoice list': 'The invoices asked for, one short line each, for messages without tables',
  no: 'The number of the invoice the letter is mainly about',
  'order no': "The customer's order number of that invoice; empty when unknown",
  'due date': 'The due date of that invoice',
  days: 'How many days past due that invoice is; empty when it is not yet due',
  age: 'The same with its unit: "1 day", "15 days"',
  n: 'How many invoices are asked for',
  one: 'Only as a section: shown when exactly one invoice is asked for',
  several: 'Only as a section: shown when more than one invoice is asked for',
  total: 'The sum asked for, per currency, disputed amounts and credits left out',
  balance: 'What is still open of the sum asked for, the same figure as total',
  overdue: 'The overdue sum per currency, disputed amounts left out; empty when nothing is overdue',
  'not due': 'The sum not yet due per currency; empty when there is none',
  open: 'The balance of all lines shown per currency: overdue, not yet due and disputed, less credits',
  disputed: 'The disputed amounts per currency; empty when there are none',
  credits: 'The credits and unapplied payments per currency; empty when there are none',
  net: 'What then remains to be paid, per currency, where credits are set against the oldest invoices; empty where none are, or where a dispute leaves open what they belong to',
  'age bands': 'The balance per currency by age: not yet due, 1-30 days, 31-60 days, ...',
  'payment link': 'Where the invoices can be paid online; empty when no link is known',
  'bank details': 'The payment instructions of the currencies asked for, with a heading each; empty when none are set',
  'as of': 'The day up to which the figures are known',
  'reply by': 'The day by which we ask for an answer',
  deadline: 'The day by which we ask for payment',
  'next step':
    'What you do after the deadline, in the language of the letter, as it follows “before”; empty when not set',
  'release terms': 'What has to happen before new orders are delivered again; empty when not set',
  terms: 'The payment terms agreed with the customer; empty when unknown',
  promises: 'The promises to pay so far, one line each; empty when there were none',
  month: 'The month of the figures: "November 2026"',
  'promised amount': 'The amount that was promised; empty when the promise named none',
  'promised date': 'The day that was promised',
  received: 'What has been received; empty when nothing has',
  'received date': 'The day it was received; empty when unknown',
  'late charges': 'Interest and compensation for late payment, mentioned or claimed as AR Settings says; else empty',
  outcome: 'The outcome of a dispute',
  'new date': 'The new date after a dispute, where a person agreed to one; else empty',
  discount: 'The discount that can still be taken',
  'discount date': 'The last day of the discount',
  'due kept': 'Only as a section: shown when the due date is still the one the customer knows',
  'reminder dates':
    'The days of the latest reminders of that invoice since it fell due, by the log; empty with fewer than two',
  unanswered: 'Only as a section: shown when there were such reminders and nothing has come back since',
  'last contact': 'The day of the last contact; empty when there was none',
  history: 'The contacts so far, one line each; empty when there were none',
  owner: 'Our account owner of the customer; empty when none is set',
  phone: "The customer's telephone number; empty when unknown",
  'senior contact': "The customer's escalation address; empty when unknown",
  'planned date': 'The day a step is planned for; empty when unknown',
  'planned subject': 'The subject of the mail that is planned, for the heads-up; empty when unknown',
  notes: 'The notes on the customer from AR Customers; empty when there are none',
};

/** A name that templates may use. */
export type PlaceholderName = keyof typeof MEANINGS;

/** Every name a template may use, with its meaning: the help and the policy check show this list. */
export const PLACEHOLDERS: readonly Placeholder[] = Object.entries(MEANINGS).map(([name, meaning]) => ({
  name,
  meaning,
}));

/** The names alone, for `checkTemplate`. */
export const PLACEHOLDER_NAMES: readonly string[] = Object.keys(MEANINGS);
