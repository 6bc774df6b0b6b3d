// The English WhatsApp texts, call sheets and task notes a new workbook starts with.
import { type TemplateRow, textIn } from './row';

const text = textIn('en');

// A message is read on a telephone: no table, no bank details, one question.
const MESSAGE_END = `{{#payment link}}
Pay online: {{payment link}}
{{/payment link}}
{{signature}}
{{reference}}`;

const WHATSAPP: readonly TemplateRow[] = [
  text(
    'WhatsApp friendly',
    'Message to {{customer}}: {{total}}',
    '{{greeting}}',
    `{{#overdue}}
A short reminder: our books still show {{total}} as unpaid.
{{/overdue}}
{{^overdue}}
A short note: {{total}} falls due on {{due date}}. May we count on it?
{{/overdue}}
{{invoice list}}`,
    'If it is already on its way, thank you, and please disregard this.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp personal',
    'Message to {{customer}}: {{total}}',
    '{{greeting}}',
    'May I ask when we can expect {{total}}?\n{{invoice list}}',
    'If you are missing something, a copy for instance, just write back and I will send it.',
    MESSAGE_END,
  ),
  text(
    'WhatsApp firm',
    'Message to {{customer}}: {{total}} overdue',
    '{{greeting}}',
    'Our books show {{total}} as overdue:\n{{invoice list}}',
    'Please let us know by {{reply by}} on which day it will be paid. If you dispute an invoice, please tell us which one and why. If you have already paid, thank you.',
    MESSAGE_END,
  ),
];

const WHO = `Call: {{#contact}}{{contact}}, {{/contact}}{{customer}}
{{#phone}}Telephone: {{phone}}{{/phone}}
{{#owner}}Account owner: {{owner}}{{/owner}}
{{#last contact}}Last contact: {{last contact}}{{/last contact}}`;

const FACTS = `Asked for: {{total}}
{{#terms}}Payment terms: {{terms}}{{/terms}}
{{#disputed}}In dispute, leave it out: {{disputed}}{{/disputed}}
{{#credits}}Credits to be allocated: {{credits}}{{/credits}}
{{#received}}Received lately: {{received}}{{#received date}} on {{received date}}{{/received date}}{{/received}}`;

const OBJECTIONS = `What you may hear, and a good answer:
- "We did not get the invoice." Check the address, send a copy while you are on the line, and ask for the payment run it can still go into.
- "It is not approved yet", "the order number is missing": Who approves it, and by when? Offer to send what is missing today; call again on the day they name.
- "We do not have the money just now." What can be paid today, and on which days does the rest follow? Take dates and amounts, not "soon".
- "We dispute it." Which invoice, which amount, and why? Record the dispute, say who will answer, and ask for the part that is not disputed.
- "The payment is on its way." Thank them, and ask for the day, the amount and the payment reference. Note it as a promise.
- "The person responsible is away." Until when, and who stands in? Otherwise agree on a day for the next call.`;

const BACKGROUND = `{{#promises}}
Promises so far:
{{promises}}

{{/promises}}
{{#history}}
Contacts so far:
{{history}}

{{/history}}
{{#notes}}
Notes:
{{notes}}

{{/notes}}
Figures as of {{as of}}. {{reference}}`;

const RECORD = 'Write down: whom you spoke to, what was agreed, the day and the amount of any promise.';

function call(template: string, subject: string, ...questions: string[]): TemplateRow {
  return text(template, subject, WHO, FACTS, '{{invoices}}', ...questions, OBJECTIONS, RECORD, BACKGROUND);
}

const CALLS: readonly TemplateRow[] = [
  call(
    'Call promise ask',
    'Call {{customer}}: when will {{total}} be paid?',
    `1. Have the invoices arrived, and are they released?
2. On which day will they be paid? Note it as a promise.
3. Is anything missing: an order number, a delivery note, a copy?`,
  ),
  call(
    'Call documents',
    'Call {{customer}}: does anything stand in the way of {{total}}?',
    `1. Are the invoices in their system and matched with the order?{{#order no}} Order number on {{no}}: {{order no}}.{{/order no}}
2. Which documents are missing? Offer to send them today.
3. In which payment run will they be paid?`,
  ),
  call(
    'Call personal',
    'Call {{customer}} about {{total}}',
    `1. Did our messages arrive, and at the right person?
2. Is there a query about an invoice or a delivery? If so, record a dispute.
3. When will the amount be paid? Note it as a promise.`,
  ),
  call(
    'Call firm',
    'Call {{customer}}: {{total}} overdue',
    `1. Name the amount{{#age}} and how long it has been due: {{no}} for {{age}}{{/age}}.
2. Ask for payment today, or for a fixed day not later than {{reply by}}.
3. If they cannot pay at once: agree on instalments with dates, and confirm them in writing.
4. If they dispute part of it: the rest remains due.`,
    'Say only what we are going to do. No consequences that have not been decided.',
  ),
  call(
    'Call promise reminder',
    'Call {{customer}}: does the payment on {{promised date}} stand?',
    `1. They said they would pay{{#promised amount}} {{promised amount}}{{/promised amount}} on {{promised date}}. Does that stand?
2. If not: which day instead, and why? Record the new promise.`,
  ),
  call(
    'Call promise missed',
    'Call {{customer}}: payment planned for {{promised date}} not received',
    `1. {{#promised amount}}{{promised amount}} was{{/promised amount}}{{^promised amount}}Payment was{{/promised amount}} promised for {{promised date}}{{#received}}; {{received}} has come{{/received}}{{^received}}; nothing has come{{/received}}.
2. What came in between? Is the payment on its way? Ask for its reference.
3. Which day now? Record the new promise.`,
  ),
];

const ABOUT = `Customer: {{customer}}
{{#owner}}Account owner: {{owner}}{{/owner}}
{{#open}}Open: {{open}}{{/open}}
{{#overdue}}Overdue: {{overdue}}{{/overdue}}
{{#disputed}}In dispute: {{disputed}}{{/disputed}}
{{#credits}}Credits not yet allocated: {{credits}}{{/credits}}
{{#terms}}Payment terms: {{terms}}{{/terms}}`;

function task(template: string, subject: string, ...todo: string[]): TemplateRow {
  return text(template, subject, ABOUT, ...todo, '{{invoices}}', BACKGROUND);
}

const TASKS: readonly TemplateRow[] = [
  task(
    'Task statement',
    'Statement of account for {{customer}}, {{month}}',
    `1. Are payments, credits and disputes booked up to today?
2. Send the statement to the person who compares it with their books, and ask for lines that differ.
3. Follow up on every line they do not know or do not agree with.`,
  ),
  task(
    'Task reconcile',
    'Reconcile the account of {{customer}} and arrange a meeting',
    `1. Compare our list with theirs, line by line: invoices they lack, payments we lack, deductions.
2. Allocate credits and payments that are not yet set against invoices.
3. Arrange a meeting about what is left, with a date for every line.`,
  ),
  task(
    'Task hold',
    'Credit hold for {{customer}}?',
    `Decide with sales: stop new orders and deliveries until {{total}} is settled?
1. Which orders are open, and what would a stop cost us? Are we bound to deliver?
2. What has to be paid before we deliver again?
3. If it is yes: tell sales and the customer, and set the hold in the order system.`,
  ),
  task(
    'Task hold review',
    'Credit hold and sales review of {{customer}}',
    `1. Speak to sales: what do they know, and what is planned with this customer?
2. Decide whether new orders go on hold, and on which terms they are released.
3. Decide who speaks to their management, and when.`,
  ),
  task(
    'Task guarantee',
    'Hold and guarantee for {{customer}}',
    `1. Decide whether new orders go on hold.
2. Ask for security: a guarantee, a payment plan in writing, or payment in advance.
3. Check the credit limit and, where there is one, the duty to notify the credit insurer.`,
  ),
  task(
    'Task hand-over',
    'Hand over {{customer}}: {{total}}',
    `The last reminder has gone out. Decide: legal steps, collection agency, payment plan or write-off.
1. Check that nothing is disputed, promised or just paid.
2. Put together invoices, proof of delivery, terms and the messages so far.
3. Mark the invoices as handed over: from then on nothing is sent about them.`,
  ),
  task(
    'Task review',
    'Review {{customer}} before anything more is sent',
    `1. What has changed since the last message: payments, promises, queries, contacts?
2. Is the segment right, or should it be overridden in AR Customers?
3. Approve, postpone or treat the waiting step as done.`,
  ),
];

/** The English WhatsApp texts, call sheets and task notes. */
export const ENGLISH_SHEETS: readonly TemplateRow[] = [...WHATSAPP, ...CALLS, ...TASKS];
