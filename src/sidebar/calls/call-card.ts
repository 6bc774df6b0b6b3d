// One call: whom to ask for and how, what is asked for, the invoices as cards, what was before, what to say.
import type { CallFacts, CallLine, ReminderView } from '../../entry/sidebar-calls';
import { button, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { dateInWords, lateness, lineLateness } from '../shell/format';
import type { Shell } from '../shell/shell';
import { localTime } from './local-time';
import { type ObjectionActs, scriptCard, scriptOf } from './script';

/** So many invoices stand open; the others are folded. */
const OPEN_INVOICES = 3;

/** The parts of a call, in order. @param now for the customer's time */
export function callParts(
  { line, reminder, call }: { line: CallLine; reminder: ReminderView; call: CallFacts },
  shell: Shell,
  asOf: string,
  now: Date,
  acts: ObjectionActs,
): { head: HTMLElement; rest: HTMLElement[] } {
  const { customer, amounts, beside, daysLate, mail, look } = reminder;
  const heading = el('h3', { class: 'customer-name', dir: 'auto' }, customer);
  const time = localTime(call.country, now);
  const head = el(
    'section',
    { class: 'card call-head' },
    heading,
    el('p', { class: 'muted' }, line.why),
    phoneOf(call.phone),
    factList([
      { label: 'Ask for', value: call.contact },
      { label: 'Their time', value: time === '' ? '' : `${time} (${call.country})` },
    ]),
    el('p', { class: 'amount-large' }, el('strong', {}, amounts), ' asked for'),
    el('p', { class: 'muted small' }, [lateness(daysLate), beside].filter((part) => part !== '').join(' · ')),
    look !== '' && el('p', {}, pill(`Look: ${look}`, 'warn')),
  );
  const before = [...call.contacts, ...call.promises];
  const known = (text: string): boolean => before.some((one) => text.trim() === one || text.includes(one));
  const script = mail ? scriptOf(mail.text, known) : { lines: [], objections: [] };
  return {
    head,
    rest: [
      scriptCard(script, call.objections, acts),
      invoicesOf(reminder, shell, asOf),
      listCard('Last contacts', call.contacts, 'Nobody has spoken or written to them yet.'),
      ...(call.promises.length > 0 ? [listCard('Promises', call.promises, '')] : []),
      ...factsOf(reminder),
    ],
  };
}

function phoneOf(phone: string): HTMLElement {
  const number = phone.replace(/\(\s*0\s*\)/g, '').replace(/[^+\d]/g, '');
  if (number.length < 5) return el('p', { class: 'wrong' }, `${phone || 'No number'}: add Phone in AR Customers.`);
  const link = { class: 'call-phone', href: `tel:${number}`, target: '_blank', rel: 'noopener', dir: 'ltr' };
  return el('p', {}, el('a', link, phone));
}

function invoicesOf({ invoiceLines }: ReminderView, shell: Shell, asOf: string): HTMLElement {
  const cards = invoiceLines.map((line) => invoiceCard(line, shell, asOf));
  const rest = cards.slice(OPEN_INVOICES);
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, `Invoices (${invoiceLines.length})`),
    el('div', { class: 'call-invoices' }, ...cards.slice(0, OPEN_INVOICES)),
    rest.length > 0 &&
      el('details', {}, el('summary', {}, `${rest.length} more`), el('div', { class: 'call-invoices' }, ...rest)),
  );
}

function invoiceCard(line: ReminderView['invoiceLines'][number], shell: Shell, asOf: string): HTMLElement {
  const { invoice, due, balance, role, note, row, more } = line;
  const sheet = shell.today?.workbook.sheet ?? '';
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', sheet, row);
    if (result) shell.say(result.message);
  };
  const mark = role === 'credit' ? pill('Credit', 'good') : role === 'disputed' ? pill('Disputed', 'warn') : null;
  return el(
    'div',
    { class: 'call-invoice' },
    el(
      'p',
      {},
      sheet !== '' && row > 0
        ? button(invoice, show, { kind: 'quiet', name: `Show invoice ${invoice} in the sheet` })
        : el('span', {}, invoice),
      mark,
    ),
    el('p', { class: 'figure' }, balance),
    el(
      'p',
      { class: 'hint' },
      [due === '' ? '' : `due ${dateInWords(due, asOf)}`, lineLateness(line)].filter(Boolean).join(' · '),
    ),
    note !== '' && el('p', { class: 'hint' }, note),
    factList(more),
  );
}

function listCard(title: string, lines: readonly string[], none: string): HTMLElement {
  const list = el('ul', {}, ...lines.map((line) => el('li', { dir: 'auto' }, line)));
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, title),
    lines.length > 0 ? list : el('p', { class: 'muted' }, none),
  );
}

function factsOf({ customerFacts }: ReminderView): HTMLElement[] {
  const facts = customerFacts.filter(({ label }) => label !== 'Phone' && label !== 'Last contact');
  return facts.length === 0 ? [] : [el('section', { class: 'card' }, el('h3', {}, 'Customer'), factList(facts))];
}
