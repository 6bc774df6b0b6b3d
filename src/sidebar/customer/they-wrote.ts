// "They wrote ...": a pasted mail is read by rules, and each thing it says becomes a form to confirm, change or leave.

import type { CustomerView } from '../../entry/sidebar-calls';
import { dayFromIso, isoOf, plusBusinessDays } from '../../receivables/day';
import { readReply } from '../../sheet/replies/read-reply';
import type { Intent } from '../../sheet/replies/reading';
import { complain, type Subjects } from '../shell/agreement-fields';
import { button, dateInput, field, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { dayInWords } from '../shell/format';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { sendAgain } from './customer-lists';
import { bouncedForm, type Changed, contactForm, disputeForm, holdForm, promiseForm, repliedForm } from './mark-forms';
import { planForm } from './plan-form';

/** So long what they say of a payment on its way is believed. */
const DAYS_ON_THE_WAY = 5;

/** What each thing is called, and what the reason of a dispute is in words. */
const TITLES: Readonly<Record<Intent['kind'], string>> = {
  promise: 'They will pay',
  paid: 'They say it is paid',
  dispute: 'They dispute it',
  copy: 'They want a copy',
  contact: 'Somebody else is in charge',
  instalments: 'They ask to pay in parts',
  call: 'They want a call',
  'out-of-office': 'Away',
  bounce: 'The mail did not arrive',
  insolvency: 'Insolvent',
  question: 'A question',
  thanks: 'Thanks, nothing else',
  stop: 'They want no more mails',
  unclear: 'Nothing that can be counted on',
};

const REASONS: Readonly<Record<NonNullable<Intent['reason']>, string>> = {
  'not-received': 'Invoice not received',
  quantity: 'Quantity',
  price: 'Price',
  damaged: 'Damaged goods',
  'missing-po': 'Order number missing',
  'credit-expected': 'Credit due',
  other: 'Other',
};

/** The form that takes their mail. */
export function theyWroteForm(customer: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const mail = el('textarea', { rows: 7, dir: 'auto' });
  const received = dateInput(customer.asOf, '', customer.asOf);
  const found = el('div', { class: 'they-wrote', 'aria-live': 'polite' });
  return {
    title: 'They wrote',
    hint: 'Paste their mail. What it says is shown to you, and nothing is noted unless you do it. English, German, French and Spanish are understood.',
    fields: [field('Their mail', mail), field('It came on', received), found],
    submit: 'Read it',
    act: async () => {
      const day = dayFromIso(received.value);
      if (mail.value.trim() === '') return complain(shell, 'Paste their mail first.', mail) ?? false;
      if (day === null || received.value > customer.asOf)
        return complain(shell, 'Choose the day it came: today or an earlier one.', received) ?? false;
      const invoices = customer.invoices
        .filter(({ credit }) => !credit)
        .map(({ invoice, currency }) => ({ number: invoice, amount: null, currency }));
      const intents = readReply(mail.value, day, invoices);
      found.replaceChildren(...foundParts(customer, intents, shell, changed));
      return false;
    },
  };
}

function foundParts(
  customer: CustomerView,
  intents: readonly Intent[],
  shell: Shell,
  changed: Changed,
): (HTMLElement | string)[] {
  if (intents.length === 0)
    return [el('p', { class: 'empty' }, 'Nothing of theirs was found in it, only quoted text.')];
  const done: string[] = [];
  const finish = button('Done', () => changed(done.join(' ') || 'Nothing was noted.'));
  return [
    ...intents.map((intent) => proposal(customer, intent, shell, (message) => done.push(message))),
    el('div', { class: 'actions' }, finish),
  ];
}

/** One thing they say with their words, and what can be made of it. */
function proposal(
  customer: CustomerView,
  intent: Intent,
  shell: Shell,
  noted: (message: string) => unknown,
): HTMLElement {
  const place = el('div', {});
  const after: Changed = async (message) => {
    noted(message);
    shell.say(message);
    place.replaceChildren(el('p', {}, pill('Noted', 'good'), ` ${message}`));
  };
  place.append(...waysOf(customer, intent, shell, after));
  return el(
    'section',
    { class: 'card', 'aria-label': TITLES[intent.kind] },
    el('h4', {}, titleOf(intent, customer.asOf)),
    el('blockquote', { dir: 'auto' }, el('mark', {}, intent.quote)),
    place,
  );
}

function titleOf({ kind, date, dateUnsure, condition, reason, invoices }: Intent, asOf: string): string {
  const day = date ? dayInWords(date, asOf) : dateUnsure ? 'no sure day' : '';
  const parts = [
    TITLES[kind] + (reason ? `: ${REASONS[reason]}` : ''),
    kind === 'out-of-office' && day ? `back ${day}` : day,
    condition ? 'once something has happened' : '',
    (invoices ?? []).join(', '),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The forms that fit, begun with what they wrote. */
function waysOf(customer: CustomerView, intent: Intent, shell: Shell, after: Changed): HTMLElement[] {
  const { kind, quote, contact = {} } = intent;
  const form = (label: string, make: () => InlineForm): HTMLElement => buttonRow(TITLES[kind], [{ label, form: make }]);
  const replied = (): HTMLElement => form('Note the reply…', () => repliedForm(customer, shell, after, quote));
  const invoice = invoiceOf(customer, intent);
  const hold = (label: string, until: string, reason: string): HTMLElement =>
    form(label, () => holdForm(customer, shell, after, { until, reason, invoice }));
  const onTheWay = isoOf(plusBusinessDays(dayFromIso(customer.asOf) ?? 0, DAYS_ON_THE_WAY));
  switch (kind) {
    case 'promise': {
      const { date = '' } = intent;
      const isDay = date >= customer.asOf;
      const begin: Partial<Subjects> = {
        begin: { invoice, ...sumOf(intent) },
        ...(isDay ? { promiseOn: date } : {}),
      };
      const unsure = el('p', { class: 'hint' }, 'Ask them for a day, or choose one: theirs is not clear.');
      const promise = form('Note the promise…', () => promiseForm(customer, shell, after, begin));
      return isDay ? [promise] : [unsure, promise, replied()];
    }
    case 'paid':
      return [hold('Wait for the money…', onTheWay, `They say it is paid: ${quote}`)];
    case 'dispute': {
      const reason = `${intent.reason ? REASONS[intent.reason] : 'disputed'}: ${quote}`;
      return [form('Note the dispute…', () => disputeForm(customer, shell, after, { begin: { invoice, reason } }))];
    }
    case 'contact': {
      const change = {
        ...(contact.name ? { contact: contact.name } : {}),
        ...(contact.email ? { email: contact.email } : {}),
        ...(contact.phone ? { phone: contact.phone } : {}),
      };
      return [form('Change the contact…', () => contactForm(customer, shell, after, change)), replied()];
    }
    case 'out-of-office':
      return [hold('Pause until then…', intent.date ?? '', `Away: ${quote}`)];
    case 'bounce':
      return [form('Note the bounce…', () => bouncedForm(customer, shell, after))];
    case 'insolvency':
      return [
        hold('Pause…', '', `Insolvent: ${quote}`),
        el('p', { class: 'hint' }, 'Write the day into Insolvent since of AR Customers: claims go by it.'),
      ];
    case 'stop': {
      const stop = async (): Promise<void> => {
        const result = await shell.ask('setDoNotContact', customer.key, true);
        if (result) await after(result.message);
      };
      return [el('div', { class: 'actions' }, button('Do not contact', stop, { busy: 'Saving…' }))];
    }
    case 'copy': {
      const named = (intent.invoices ?? []).filter((number) => customer.invoices.some((one) => isCopied(one, number)));
      const isAny = customer.invoices.some(({ document }) => document);
      const none = el('p', { class: 'hint' }, 'The sheet has no link to its document: attach it to your own answer.');
      return [isAny ? sendAgain(customer.key, named, shell, after) : none, replied()];
    }
    case 'instalments':
      return [form('Agree a plan…', () => planForm(customer, shell, after, quote)), replied()];
    case 'thanks':
      return [];
    default:
      return [replied()];
  }
}

function isCopied({ invoice, document }: CustomerView['invoices'][number], number: string): boolean {
  return document && invoice === number;
}

/** The invoice they name where it is one of the open ones; '' for several or none. */
function invoiceOf({ invoices }: CustomerView, { invoices: named = [] }: Intent): string {
  const [first] = named;
  return named.length === 1 && first && invoices.some(({ invoice, credit }) => invoice === first && !credit)
    ? first
    : '';
}

function sumOf({ amount, currency }: Intent): { amount?: number; currency?: string } {
  return { ...(amount === undefined ? {} : { amount }), ...(currency === undefined ? {} : { currency }) };
}
