// The words of English letters.
import { civilOf, longDay } from '../../../../receivables/day';
import type { AmountMarks } from '../amounts';
import type { LanguageWords } from '../language-pack';

const MARKS: AmountMarks = { group: ',', decimal: '.', gap: ' ', and: 'and' };
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** English: `2 November 2026`, `4,800.00 EUR`. */
export const ENGLISH_WORDS: LanguageWords = {
  marks: MARKS,
  longDate: longDay,
  shortDate: (day) => {
    const date = civilOf(day);
    return `${date.day} ${SHORT_MONTHS[date.month - 1]} ${date.year}`;
  },
  month: (day) => longDay(day).replace(/^\d+ /, ''),
  greeting: (contact) => (contact === '' ? 'Hello,' : `Dear ${contact},`),
  reference: (reference) => `Ref ${reference}`,
  objection: ({ heard, answer }) => `- "${heard}" ${answer}`,
  listed: (invoice, due, amount) => (due === '' ? `${invoice}: ${amount}` : `${invoice}, due ${due}: ${amount}`),
  age: (days) => (days === 1 ? '1 day' : `${days} days`),
  received: (amount) => `${amount} received so far, thank you`,
  heading: (currency) => `Invoices in ${currency}`,
  bankDetails: (currency) => (currency === '' ? 'Our bank details:' : `Our bank details for payments in ${currency}:`),
  answer: {
    ask: 'Tell us in two clicks',
    choices: {
      promise: 'We will pay on this day:',
      paid: 'We have already paid',
      dispute: 'Something is not right',
      contact: 'Please write to somebody else',
    },
  },
  columns: {
    invoice: 'Invoice',
    order: 'Your PO / order no.',
    due: 'Due date',
    days: 'Days overdue',
    balance: 'Balance',
  },
  documents: { invoice: 'Open the invoice', delivery: 'Proof of delivery', order: 'Your order' },
  attached: 'attached',
  noNumber: 'without number',
  noDueDate: 'on receipt',
  notYetDue: 'not yet due',
  inDispute: 'in dispute',
  partInDispute: 'part in dispute, left out here',
  newDate: (day) => `new date agreed: ${day}`,
  overdue: 'Total overdue',
  notDue: 'Not yet due',
  disputed: 'In dispute, not asked for here',
  credit: 'credit',
  credits: 'Credits not yet set against invoices',
  bands: ['not yet due', '1-30 days', '31-60 days', '61-90 days', 'over 90 days'],
  nextStep: 'handing the account over for collection',
  lateRights: 'We reserve our legal rights, among them interest and compensation for late payment.',
  lateClaims: (sum) => `Beside the sum above we claim for late payment ${sum}, as the law gives it:`,
  lateClaim: (invoice, age, interest, compensation) =>
    `${invoice}: ${[interest && `${interest} interest for ${age}`, compensation && `${compensation} compensation`].filter((part) => part !== '').join(' and ')}`,
  channels: { email: 'e-mail', call: 'call', whatsapp: 'WhatsApp message', letter: 'letter', task: 'internal task' },
  outcomes: {
    answered: 'answered',
    'no answer': 'no answer',
    'wrong contact': 'wrong contact',
    done: 'done',
    promised: 'promised',
    disputes: 'disputes',
    'will call back': 'will call back',
    paid: 'paid',
    'left a message': 'left a message',
    'wants copies': 'wants copies',
    'asks for a plan': 'asks for a payment plan',
    refuses: 'refuses to pay',
    'no longer trading': 'no longer trading',
  },
  payment: 'payment',
  promises: { open: 'open', kept: 'kept', 'partly kept': 'partly kept', broken: 'not kept', cancelled: 'cancelled' },
  disputes: {
    accepted: 'We agree with you',
    'partly accepted': 'We agree with you in part',
    rejected: 'The invoice stands as it is',
  },
  statement: {
    title: 'Statement of account',
    file: 'Statement',
    attached: 'The statement of your account is attached.',
    customerNumber: 'Customer number',
    balance: 'Balance',
    openItems: 'Open items',
    nothingOpen: 'Nothing is open.',
    activity: (from) => `Account activity since ${from}`,
    broughtForward: 'Brought forward',
    columns: { date: 'Date', what: 'What', amount: 'Amount', balance: 'Balance' },
    movements: {
      invoice: 'Invoice',
      credit: 'Credit',
      payment: 'Payment, thank you',
      returned: 'Payment returned',
      undated: 'Payments and credits without a date',
    },
  },
  calendar: (company) => `Payment to ${company}`,
};
