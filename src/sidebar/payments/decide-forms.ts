// Deciding about a line by hand: on which invoices its money goes, what the rest is, or on whose account.
import type { CandidateView, MoneyPlace, PaymentLineView } from '../../entry/sidebar-calls';
import { isoOf } from '../../receivables/day';
import { formatMoney, toDecimal, toMinor } from '../../receivables/money';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { choice, complain } from '../shell/agreement-fields';
import { button, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { dateInWords } from '../shell/format';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { change } from '../today/today-sending';
import { numbersIn, readAdvice } from './advice';
import { gapFault } from './gap-fault';
import { moneyText } from './to-book';

/** Where a form stands. */
export interface FormPlace {
  shell: Shell;
  /** Today, ISO. */
  asOf: string;
  again: () => Promise<void>;
}

/** A line and the invoices it may be for. */
export interface NearLine {
  line: PaymentLineView;
  near: readonly CandidateView[];
}

type Gap = NonNullable<MoneyPlace['gap']>['as'];

/** What the rest of an invoice may be. */
const RESTS: readonly (readonly [Gap | '', string])[] = [
  ['', 'stays open'],
  ['discount', 'is the discount, granted'],
  ['bank charge', 'is a bank charge'],
  ['withholding', 'is withholding tax, certificate awaited'],
  ['deduction', 'is deducted: opens a dispute'],
];

interface Row {
  invoice: CandidateView;
  box: HTMLInputElement;
  amount: HTMLInputElement;
  rest: HTMLSelectElement;
  element: HTMLElement;
}

/** What is written for an invoice, minor units; null where it is no amount. */
function writtenIn({ amount, invoice }: Row): number | null {
  const read = amountOfCell(amount.value).amount;
  return read === null ? null : toMinor(read, invoice.currency);
}

/** What is left of an invoice that is paid less, minor units. */
function restOf(row: Row): number {
  const written = writtenIn(row) ?? 0;
  return row.box.checked && written > 0 ? Math.max(0, row.invoice.open - written) : 0;
}

/** The amount of a place and what its rest is. */
function placeOf(row: Row): MoneyPlace {
  const { key, currency } = row.invoice;
  const [as, rest] = [row.rest.value as Gap | '', restOf(row)];
  const gap = as === '' || rest === 0 ? null : { as, amount: toDecimal(rest, currency) };
  return { key, amount: toDecimal(writtenIn(row) ?? 0, currency), gap };
}

/** Invoices to choose, each with an amount and what its rest is; others are looked up, or read from a remittance advice. */
export function placeForm({ line, near }: NearLine, { shell, again, asOf }: FormPlace): InlineForm {
  const rows: Row[] = [];
  const list = el('ul', { class: 'candidates' });
  const left = el('p', { role: 'status', class: 'muted' });
  /** In the currency of the invoices, as far as the bank states it. */
  const free = (): [minor: number, currency: string] => {
    const [first] = rows.filter(({ box }) => box.checked);
    const { amount, currency, original } = line;
    const other = first && original && original[1] === first.invoice.currency ? original : null;
    const [money, of] = other ?? [amount, currency];
    return [rows.reduce((sum, row) => (row.box.checked ? sum - (writtenIn(row) ?? 0) : sum), money), of];
  };
  const tell = (): void => {
    for (const row of rows) {
      const rest = restOf(row);
      const label = row.rest.closest('label');
      if (label) label.hidden = rest === 0;
      label?.firstElementChild?.replaceChildren(`The other ${moneyText(rest, row.invoice.currency)}`);
    }
    const [minor, currency] = free();
    left.replaceChildren(`Left of the line: ${moneyText(minor, currency)}${minor > 0 ? ' (goes on account)' : ''}`);
  };
  const add = (invoice: CandidateView): Row => {
    const known = rows.find((one) => one.invoice.key === invoice.key);
    if (known) return known;
    const row = placeRow(invoice, asOf);
    rows.push(row);
    list.append(row.element);
    row.box.addEventListener('change', () => {
      // What fits of what is still left, so that nothing is typed in the usual case.
      const fits = Math.min(invoice.open, free()[0] + (row.box.checked ? (writtenIn(row) ?? 0) : 0));
      row.amount.value = row.box.checked ? String(toDecimal(fits, invoice.currency)) : '';
      tell();
    });
    row.amount.addEventListener('input', () => {
      row.box.checked = row.amount.value !== '';
      tell();
    });
    return row;
  };
  for (const invoice of near) add(invoice);
  tell();
  const find = async (part: string): Promise<void> => {
    const found = await shell.ask('findMoneyPlaces', part, []);
    for (const one of found?.invoices ?? []) add(one);
    if (found?.invoices.length === 0) shell.alert(`No open invoice has “${part}” in its number or customer.`);
  };
  const advice = el('textarea', { rows: 4, spellcheck: 'false' });
  const take = async (): Promise<void> => {
    const found = await shell.ask('findMoneyPlaces', '', numbersIn(advice.value));
    if (!found) return;
    const places = readAdvice(advice.value, found.invoices, line.amount, line.currency);
    if (typeof places === 'string') {
      complain(shell, places, advice);
      return;
    }
    for (const { amount } of rows) amount.value = '';
    for (const { invoice, amount, gap } of places) {
      const row = add(invoice);
      row.amount.value = String(toDecimal(amount, invoice.currency));
      row.rest.value = (amount < invoice.open && gap) || '';
    }
    for (const { box, amount } of rows) box.checked = amount.value !== '';
    tell();
  };
  return {
    title: 'Which invoices?',
    fields: [
      list,
      left,
      ...finder('Find an invoice by number or customer', find),
      el(
        'details',
        {},
        el('summary', {}, 'Paste the remittance advice'),
        field(
          'Numbers and amounts',
          advice,
          'One invoice a line. Its sum must be the line’s; then it is filled in above.',
        ),
        button('Read it', take),
      ),
    ],
    hint: '',
    submit: 'Put it there',
    act: async () => {
      const chosen = rows.filter(({ box }) => box.checked);
      const box = rows[0]?.box ?? advice;
      if (chosen.length === 0) return complain(shell, 'Choose at least one invoice.', box) !== null;
      const wrong = chosen.find((row) => writtenIn(row) === null);
      if (wrong) return complain(shell, 'Write the amount in figures, such as 1200.50.', wrong.amount) !== null;
      const places = chosen.map(placeOf);
      for (const [at, { gap }] of places.entries()) {
        const row = chosen[at];
        const fault = gap && row ? gapFault(gap, row.invoice, line.on) : '';
        if (row && fault !== '') return complain(shell, fault, row.rest) !== null;
      }
      return change(shell, again, 'placeLine', line.id, places);
    },
  };
}

/** A field to look something up, by its button or the key Enter. */
function finder(label: string, find: (part: string) => Promise<void>): HTMLElement[] {
  const search = textInput('', { type: 'search' });
  const ask = async (): Promise<void> => {
    const part = search.value.trim();
    if (part !== '') await find(part);
  };
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void ask();
  });
  return [el('div', { class: 'find' }, field(label, search), button('Find', ask, { name: label }))];
}

function placeRow(invoice: CandidateView, asOf: string): Row {
  const { currency, customer, open, due } = invoice;
  const box = el('input', { type: 'checkbox' });
  const amount = textInput('', { inputmode: 'decimal', 'aria-label': `Amount for ${invoice.invoice}` });
  const on = due === null ? '' : `, due ${dateInWords(isoOf(due), asOf)}`;
  const rest = choice(RESTS);
  const element = el(
    'li',
    {},
    el('label', { title: customer }, box, ` ${invoice.invoice}, ${formatMoney(open, currency)}${on}`),
    amount,
    el('label', { class: 'rest', hidden: true }, el('span', {}), rest),
  );
  return { invoice, box, amount, rest, element };
}

/** Whose account it is: near ones first, others by a part of their name. */
export function accountForm({ line, near }: NearLine, { shell, again }: FormPlace): InlineForm {
  const likely = new Map(near.map(({ customerKey, customer }) => [customerKey, customer]));
  const who = choice([['', 'Choose a customer'] as const, ...likely]);
  const find = async (part: string): Promise<void> => {
    const found = await shell.ask('findMoneyPlaces', part, []);
    if (!found) return;
    if (found.customers.length === 0) {
      shell.alert(`No customer has “${part}” in the name.`);
      return;
    }
    who.replaceChildren(...choice(found.customers).children);
    who.focus();
  };
  return {
    title: 'On whose account?',
    fields: [...finder('Find a customer', find), field('Customer', who)],
    hint: 'It is set against what the customer owes, and no invoice is closed by it.',
    submit: 'Put it on account',
    act: async () => {
      if (who.value === '') return complain(shell, 'Choose the customer whose money it is.', who) !== null;
      return change(shell, again, 'lineOnAccount', line.id, who.value);
    },
  };
}
