// The English mails a new workbook starts with. Paragraphs between {{#name}} and {{/name}} vanish when there is nothing to say.
import { type TemplateRow, textIn } from './row';

const text = textIn('en');

const APART = `{{#disputed}}
The amounts in dispute ({{disputed}}) are left out of this total; we will come back to you about them separately.

{{/disputed}}
{{#credits}}
Your account also shows credits of {{credits}}. Please let us know which invoices you would like them set against.

{{/credits}}`;

const RECEIVED = `{{#received}}
We received {{received}}{{#received date}} on {{received date}}{{/received date}}, thank you; it is already taken into account.

{{/received}}`;

const HOW_TO_PAY = `{{#payment link}}
You can pay online here:
{{payment link}}

{{/payment link}}
{{bank details}}`;

const CROSSED =
  'Payments are taken into account up to {{as of}}. If yours has crossed with this message, please disregard it, and thank you.';

const HISTORY = `{{#history}}
What we have done so far:
{{history}}

{{/history}}`;

const CLOSING = `Kind regards
{{signature}}

{{reference}}`;

function mail(template: string, subject: string, ...paragraphs: string[]): TemplateRow {
  return text(template, subject, '{{greeting}}', ...paragraphs, CLOSING);
}

const BEFORE_DUE = mail(
  'Before due',
  '{{#one}}Invoice {{no}} falls due on {{due date}}{{/one}}{{#several}}{{n}} invoices: {{no}} falls due on {{due date}}{{/several}}',
  '{{#one}}A short note ahead of time: invoice {{no}} for {{total}} falls due on {{due date}}.{{/one}}{{#several}}A short note ahead of time: invoice {{no}} falls due on {{due date}}. The table shows everything concerned, {{total}} in all.{{/several}}',
  '{{invoices}}',
  `{{#order no}}
The invoice carries your order number {{order no}}. If that is not right, or if you need anything else to release it, please tell us now and we will put it right at once.
{{/order no}}
{{^order no}}
If you need an order number on the invoice, a copy, or anything else to release it, please tell us now and we will put it right at once.
{{/order no}}`,
  APART,
  HOW_TO_PAY,
  'If the payment is already scheduled, there is nothing more to do. Thank you.',
);

const PROMISE_ASK = mail(
  'Promise ask',
  'When can we expect {{total}}?',
  '{{#one}}Invoice {{no}} for {{total}}{{/one}}{{#several}}The table below lists {{n}} invoices, {{total}} in all; invoice {{no}}{{/several}} falls due on {{due date}}. So that we can plan, would you let us know on which day you expect to pay?',
  '{{invoices}}',
  'A one-line answer with the date is all we need. If something stands in the way, such as a missing document, a wrong order number or a query about the delivery, please tell us that as well and we will take care of it.',
  APART,
  HOW_TO_PAY,
);

const FRIENDLY = mail(
  'Friendly',
  '{{#one}}Invoice {{no}}: a short reminder{{/one}}{{#several}}{{n}} invoices: a short reminder{{/several}}',
  `{{#one}}
This is a short reminder of invoice {{no}}, due on {{due date}}: our books still show {{total}} of it as unpaid. Perhaps it was simply overlooked.
{{/one}}
{{#several}}
This is a short reminder of {{n}} invoices that our books still show as unpaid, {{total}} in all. Perhaps they were simply overlooked.
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  HOW_TO_PAY,
  'If you need a copy of an invoice, or if anything about it is unclear, please just answer this mail.',
  CROSSED,
);

const PERSONAL = mail(
  'Personal',
  '{{#contact}}{{contact}}, may I ask about {{total}}?{{/contact}}{{^contact}}May I ask about {{total}}?{{/contact}}',
  `{{#overdue}}
{{#one}}Invoice {{no}} was due on {{due date}}, and {{total}} of it is still open in our books.{{/one}}{{#several}}The {{n}} invoices below, {{total}} in all, are still open in our books.{{/several}}{{#last contact}} We were last in touch on {{last contact}}.{{/last contact}} May I ask when you expect to pay?
{{/overdue}}
{{^overdue}}
{{#one}}Invoice {{no}} for {{total}} falls due on {{due date}}.{{/one}}{{#several}}The {{n}} invoices below, {{total}} in all, are open; {{no}} falls due on {{due date}}.{{/several}} May I ask whether the payment is scheduled, and for which day?
{{/overdue}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'If there is a reason why payment has to wait, please tell me what it is. Most things can be sorted out quickly once we know of them.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM = mail(
  'Firm',
  'Overdue: {{total}}{{#age}}, {{age}}{{/age}}',
  `{{#one}}
Invoice {{no}} was due on {{due date}}, and {{total}} of it remains unpaid.{{#last contact}} We were last in touch on {{last contact}}.{{/last contact}}
{{/one}}
{{#several}}
The {{n}} invoices below, {{total}} in all, are past their due dates and remain unpaid.{{#last contact}} We were last in touch on {{last contact}}.{{/last contact}}
{{/several}}`,
  '{{invoices}}',
  RECEIVED,
  APART,
  'Please pay the overdue amount now, or tell us by {{reply by}} on which day it will be paid. If you dispute any part of it, please name the invoice and the reason by the same day, so that we can look into it.',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_SENIOR = mail(
  'Firm senior',
  '{{customer}}: {{total}} needs your attention',
  'I am writing to you directly because our messages to your accounts department have not led to payment. {{#one}}Invoice {{no}} was due on {{due date}}{{#age}}, {{age}} ago{{/age}}, and {{total}} of it is still open.{{/one}}{{#several}}{{n}} invoices, {{total}} in all, are overdue{{#age}}; invoice {{no}} has been due for {{age}}{{/age}}.{{/several}}',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'We value working with you and would like to settle this without further steps. Could you see to it that the amount is paid, or let me know by {{reply by}} when it will be and whom I should speak to?',
  HOW_TO_PAY,
  CROSSED,
);

const FIRM_DEADLINE = mail(
  'Firm deadline',
  '{{customer}}: {{total}} to be paid by {{deadline}}',
  'Despite several messages, {{#one}}{{total}} of invoice {{no}}, due on {{due date}}, is{{/one}}{{#several}}the {{n}} invoices below, {{total}} in all, are{{/several}} still unpaid.',
  '{{invoices}}',
  HISTORY,
  RECEIVED,
  APART,
  'Please make sure that the amount reaches our account by {{deadline}}. If that is not possible, please call us before then, so that we can agree on a date together.',
  HOW_TO_PAY,
  CROSSED,
);

const HOLD_NOTICE = mail(
  'Hold notice',
  'New orders on hold until {{total}} is settled',
  '{{#one}}Of invoice {{no}}, due on {{due date}}, {{total}} is still unpaid.{{/one}}{{#several}}{{n}} invoices, {{total}} in all, are still unpaid.{{/several}} We have therefore put new orders from {{customer}} on hold.',
  '{{invoices}}',
  RECEIVED,
  APART,
  `{{#release terms}}
We will lift the hold under these terms:
{{release terms}}
{{/release terms}}
{{^release terms}}
We will lift the hold as soon as the overdue amount has reached our account.
{{/release terms}}`,
  'If an order is urgent, please call us: we will gladly look for a way together.',
  HOW_TO_PAY,
  CROSSED,
);

const FINAL = mail(
  'Final',
  'Final reminder{{#next step}} before {{next step}} on {{deadline}}{{/next step}}{{^next step}}: {{total}} by {{deadline}}{{/next step}}',
  'In spite of our earlier reminders, {{#one}}{{total}} of invoice {{no}}, due on {{due date}}, has{{/one}}{{#several}}the {{n}} invoices below, {{total}} in all, have{{/several}} not been paid.',
  '{{invoices}}',
  RECEIVED,
  APART,
  'This is our final reminder. Please make sure that the amount reaches our account by {{deadline}}.{{#next step}} If it has not been paid by then, and we have not heard from you, the next step on our side is {{next step}}.{{/next step}}',
  'If you cannot pay the whole amount at once, or if you dispute part of it, please contact us before that day. We would much rather agree on a solution with you.',
  HOW_TO_PAY,
  CROSSED,
);

const STATEMENT = mail(
  'Statement',
  'Statement of account, {{month}}',
  'Please find below the statement of your account as of {{as of}}.',
  '{{invoices}}',
  `{{#open}}
Balance of your account: {{open}}
{{/open}}
{{^open}}
The account is balanced: nothing is left to pay.
{{/open}}
{{#overdue}}
Of this overdue: {{overdue}}
{{/overdue}}
{{#not due}}
Not yet due: {{not due}}
{{/not due}}
{{#disputed}}
In dispute: {{disputed}}
{{/disputed}}
{{#credits}}
Credits not yet set against invoices: {{credits}}
{{/credits}}`,
  'Please compare it with your records and let us know if an invoice is missing, if you need a copy, or if you do not agree with a line. Otherwise no answer is needed.',
  HOW_TO_PAY,
  'Payments that reached us after {{as of}} are not yet included.',
);

const OLD_BALANCE = mail(
  'Old balance',
  'Please confirm your balance with us',
  'We are going through the older items in our books and would like to make sure that yours agree with ours. This is what we show for {{customer}} as of {{as of}}:',
  '{{invoices}}',
  `{{#age bands}}
By age:
{{age bands}}
{{/age bands}}`,
  'Would you please confirm the balance by {{reply by}}, or tell us which lines you have already paid or do not agree with? If you have paid, the date and the reference of the payment help us to find it.',
  HOW_TO_PAY,
);

const PROMISE_REMINDER = mail(
  'Promise reminder',
  'Your payment{{#promised amount}} of {{promised amount}}{{/promised amount}} planned for {{promised date}}',
  'Thank you for telling us when you would pay. We have noted your payment{{#promised amount}} of {{promised amount}}{{/promised amount}} for {{promised date}}, and only want to confirm that this still stands.',
  '{{invoices}}',
  RECEIVED,
  'If the date has changed, please let us know the new one. Otherwise there is nothing more to do.',
  HOW_TO_PAY,
);

const PROMISE_MISSED = mail(
  'Promise missed',
  'Payment planned for {{promised date}} not received',
  'We had noted your payment{{#promised amount}} of {{promised amount}}{{/promised amount}} for {{promised date}}. {{#received}}So far {{received}} has reached us{{#received date}}, on {{received date}}{{/received date}}; thank you for that. This leaves {{total}} open.{{/received}}{{^received}}It has not reached our account, which leaves {{total}} open.{{/received}}',
  '{{invoices}}',
  APART,
  'Has something come in between? Please let us know by {{reply by}} when we can expect the payment, or send us the reference if it is already on its way.',
  HOW_TO_PAY,
  CROSSED,
);

const PART_PAYMENT = mail(
  'Part payment',
  'Thank you; {{balance}} still open',
  '{{#received}}Thank you for your payment of {{received}}{{#received date}}, which reached us on {{received date}}{{/received date}}.{{/received}}{{^received}}Thank you for your payment.{{/received}} This leaves {{balance}} open:',
  '{{invoices}}',
  APART,
  'Was the difference intended? If you have deducted something, please tell us what it is for. Otherwise we would be glad to receive the rest, or to hear on which day you will pay it.',
  HOW_TO_PAY,
  'Payments are taken into account up to {{as of}}.',
);

const DISPUTE_CLOSED = mail(
  'Dispute closed',
  'Outcome of your query on {{no}}',
  `Thank you for your patience. We have looked into your query on invoice {{no}}.{{#outcome}} This is the outcome:
{{outcome}}{{/outcome}}`,
  '{{invoices}}',
  '{{#new date}}The due date is now {{new date}}; {{total}} is open.{{/new date}}{{^new date}}The amount of {{total}} is now due for payment.{{/new date}} If you see it differently, please answer this mail and we will talk it over.',
  HOW_TO_PAY,
);

const DISCOUNT = mail(
  'Discount',
  '{{discount}} available until {{discount date}}',
  'If you pay invoice {{no}} by {{discount date}}, you can deduct the agreed discount of {{discount}}.',
  '{{invoices}}',
  HOW_TO_PAY,
  'If your payment is already on its way, there is nothing more to do. Thank you.',
);

// To our own account owner, so without the salutation of the customer.
const HEADS_UP = text(
  'Heads-up',
  'Heads-up: we are about to write to the management of {{customer}}',
  'Hello,',
  '{{#planned date}}On {{planned date}}{{/planned date}}{{^planned date}}Shortly{{/planned date}} I am going to write to the senior contact of {{customer}}{{#senior contact}} ({{senior contact}}){{/senior contact}} about {{total}}{{#age}}; invoice {{no}} is {{age}} past due{{/age}}.{{#planned subject}} The subject will be: "{{planned subject}}".{{/planned subject}}',
  '{{invoices}}',
  HISTORY,
  `{{#promises}}
Promises so far:
{{promises}}

{{/promises}}
{{#notes}}
Notes:
{{notes}}

{{/notes}}`,
  'Please answer if I should wait, if you would rather speak to them first, or if you know of something that I do not. Without an answer it goes out as planned.',
  'Payments are taken into account up to {{as of}}.',
  CLOSING,
);

/** The English mails, in the order in which a collector meets them; the last goes to our own account owner. */
export const ENGLISH_MAILS: readonly TemplateRow[] = [
  BEFORE_DUE,
  PROMISE_ASK,
  FRIENDLY,
  PERSONAL,
  FIRM,
  FIRM_SENIOR,
  FIRM_DEADLINE,
  HOLD_NOTICE,
  FINAL,
  STATEMENT,
  OLD_BALANCE,
  PROMISE_REMINDER,
  PROMISE_MISSED,
  PART_PAYMENT,
  DISPUTE_CLOSED,
  DISCOUNT,
  HEADS_UP,
];
