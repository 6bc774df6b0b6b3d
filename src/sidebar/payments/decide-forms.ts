// Deciding about a line by hand: on which invoices its money goes, what the rest is, or on whose account.
import type { CandidateView, MoneyPlace, PaymentLineView } from '../../entry/sidebar-calls';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { choice, complain } from '../shell/agreement-fields';
import { button, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { dateInWords } from '../shell/format';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { change } from '../today/today-sending';
import { numbersIn, readAdvice } from './advice';
import { moneyText } from './to-book';

/** Where a form stands. */
export interface FormPlace {
  shell: Shell;
  /** Today, ISO. */
  asOf: string;
  again: () => Promise<void>;
}

type Gap = NonNullable<MoneyPlace['gap']>['as'];

/** What the rest of an invoice may be; the limits are the server's to hold. */
const RESTS: readonly (readonly [Gap | '', string])[] = [
  ['', 'stays open'],
  ['discount', 'is the discount, granted'],
  ['bank charge', 'is a bank charge'],
  ['withholding', 'is withholding tax, certificate awaited'],
  ['deduction', 'is deducted: opens a dispute'],
];

interface Row {
  candidate: CandidateView;
  box: HTMLInputElement;
  amount: HTMLInputElement;
  rest: HTMLSelectElement;
  element: HTMLElement;
  /** Shows what the rest may be, where there is one. */
  tell: () => void;
}

const EXACT = 1000;
const exact = (amount: number): number => Math.round(amount * EXACT);
const moneyIn = ({ amount }: Row): number => amountOfCell(amount.value).amount ?? 0;

/** Invoices to choose, each with an amount and what its rest is; others are looked up, or read from a remittance advice. */
export function placeForm(line: PaymentLineView, { shell, again, asOf }: FormPlace): InlineForm {
  const rows: Row[] = [];
  const list = el('ul', { class: 'candidates' });
  const left = el('p', { role: 'status', class: 'muted' });
  const free = (): number =>
    rows.reduce((sum, row) => (row.box.checked ? sum - exact(moneyIn(row)) : sum), exact(line.money)) / EXACT;
  const tell = (): void => {
    for (const row of rows) row.tell();
    left.replaceChildren(
      `Left of the line: ${moneyText(free(), line.currency)}${free() > 0 ? ' (goes on account)' : ''}`,
    );
  };
  const add = (candidate: CandidateView): Row => {
    const known = rows.find((one) => one.candidate.key === candidate.key);
    if (known) return known;
    const row = placeRow(candidate, asOf);
    rows.push(row);
    list.append(row.element);
    row.box.addEventListener('change', () => {
      // What fits of what is still left, so that nothing is typed in the usual case.
      const fits = Math.min(candidate.open, free() + (row.box.checked ? moneyIn(row) : 0));
      row.amount.value = row.box.checked ? String(fits) : '';
      tell();
    });
    row.amount.addEventListener('input', () => {
      row.box.checked = row.amount.value !== '';
      tell();
    });
    return row;
  };
  for (const candidate of line.candidates) add(candidate);
  tell();
  const search = textInput('', { type: 'search' });
  const find = async (): Promise<void> => {
    if (search.value.trim() === '') return;
    const found = await shell.ask('findMoneyPlaces', [search.value.trim()]);
    if (!found) return;
    for (const one of found.invoices) add(one);
    if (found.invoices.length === 0)
      shell.alert(`No open invoice has “${search.value.trim()}” in its number or customer.`);
  };
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void find();
  });
  const advice = el('textarea', { rows: 4, spellcheck: 'false' });
  const take = async (): Promise<void> => {
    const found = await shell.ask('findMoneyPlaces', ['', ...numbersIn(advice.value)]);
    if (!found) return;
    const places = readAdvice(advice.value, found.invoices, line.money, line.currency);
    if (typeof places === 'string') {
      complain(shell, places, advice);
      return;
    }
    for (const row of rows) row.amount.value = '';
    for (const { invoice, amount, gap } of places) {
      const row = add(invoice);
      row.amount.value = String(amount);
      if (amount < invoice.open) row.rest.value = gap ?? '';
    }
    for (const row of rows) row.box.checked = row.amount.value !== '';
    tell();
  };
  return {
    title: 'Which invoices?',
    fields: [
      list,
      left,
      el('div', { class: 'find' }, field('Another invoice: number or customer', search), button('Find', find)),
      el(
        'details',
        {},
        el('summary', {}, 'Paste the remittance advice'),
        field(
          'Numbers and amounts',
          advice,
          'One invoice a line. Its sum must be the line’s; then the fields above are filled.',
        ),
        button('Read it', take),
      ),
    ],
    hint: '',
    submit: 'Put it there',
    act: async () => {
      const chosen = rows.filter(({ box }) => box.checked);
      if (chosen.length === 0) return complain(shell, 'Choose at least one invoice.', rows[0]?.box ?? search) !== null;
      const wrong = chosen.find(({ amount }) => amountOfCell(amount.value).amount === null);
      if (wrong) return complain(shell, 'Write the amount in figures, such as 1200.50.', wrong.amount) !== null;
      return change(shell, again, 'placeLine', line.id, chosen.map(placeOf));
    },
  };
}

function restOf(row: Row): number {
  return row.box.checked ? (exact(row.candidate.open) - exact(moneyIn(row))) / EXACT : 0;
}

function placeOf(row: Row): MoneyPlace {
  const as = row.rest.value as Gap | '';
  const rest = restOf(row);
  const gap = as === '' || rest <= 0 ? null : { as, amount: rest };
  return { key: row.candidate.key, amount: moneyIn(row), gap };
}

function placeRow(candidate: CandidateView, asOf: string): Row {
  const { invoice, currency, customer } = candidate;
  const box = el('input', { type: 'checkbox' });
  const amount = textInput('', { inputmode: 'decimal', 'aria-label': `Amount for ${invoice}` });
  const due = candidate.due === '' ? '' : `, due ${dateInWords(candidate.due, asOf)}`;
  const rest = choice(RESTS);
  const words = el('span', {});
  const ask = el('label', { class: 'rest', hidden: true }, words, rest);
  const element = el(
    'li',
    {},
    el('label', { title: customer }, box, ` ${invoice}, ${candidate.openText}${due}`),
    amount,
    ask,
  );
  const row: Row = {
    ...{ candidate, box, amount, rest, element },
    tell: () => {
      const left = restOf(row);
      ask.hidden = !(left > 0 && moneyIn(row) > 0);
      words.replaceChildren(`The other ${moneyText(left, currency)}`);
    },
  };
  return row;
}

/** Whose account it is: near ones first, others by a part of their name. */
export function accountForm(line: PaymentLineView, { shell, again }: FormPlace): InlineForm {
  const near = new Map(line.candidates.map(({ customerKey, customer }) => [customerKey, customer]));
  const who = choice([['', 'Choose a customer'] as const, ...near]);
  const search = textInput('', { type: 'search' });
  const find = async (): Promise<void> => {
    const found = await shell.ask('findMoneyPlaces', [search.value.trim()]);
    if (!found) return;
    if (found.customers.length === 0) {
      shell.alert(`No customer has “${search.value.trim()}” in the name.`);
      return;
    }
    who.replaceChildren(...choice(found.customers).children);
    who.focus();
  };
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void find();
  });
  return {
    title: 'On whose account?',
    fields: [
      el('div', { class: 'find' }, field('Find a customer', search), button('Find', find)),
      field('Customer', who),
    ],
    hint: 'It is set against what the customer owes, and no invoice is closed by it.',
    submit: 'Put it on account',
    act: async () => {
      if (who.value === '') return complain(shell, 'Choose the customer whose money it is.', search) !== null;
      return change(shell, again, 'lineOnAccount', line.id, who.value);
    },
  };
}
