// The page Cash: what comes in week by week of what is open, how near such forecasts were, what one customer's delay would change.
import { isoOf } from '../../receivables/day';
import type { CashWeek } from '../../receivables/forecast/expected-cash';
import { slipOf } from '../../receivables/forecast/look-ahead';
import { silenceInWords, skillInWords } from '../../receivables/forecast/skill-words';
import { formatMoney, toDecimal, toMinor } from '../../receivables/money';
import type { Ahead, CurrencyAhead } from '../expected/ahead-book';
import { readAgain, readAhead } from '../expected/read-ahead';
import { button, field, textInput } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import type { Shell, View } from '../shell/shell';
import { type CashPicture, cashChart, cashLegend, cashTable, roundMoney, weekDays } from './cash-chart';

/** The setting of a goal, before its currency. */
const CASH_GOAL = 'Cash goal a week: ';
/** So many customers may be asked about. */
const LARGEST = 12;
const DELAYS = [2, 4, 8];
const WIDE = 640;
const NARROW = 276;

/** Draws the page. */
export const cashView: View = async (host, shell) => {
  const ahead = await readAhead(host, shell, cashView);
  if (ahead) draw(host, shell, ahead);
};

function draw(host: HTMLElement, shell: Shell, ahead: Ahead): void {
  const { currencies, leftOut } = ahead;
  const asOf = isoOf(ahead.asOf);
  const save = (): void => saveFile(`expected-cash-${asOf}.csv`, cashCsv(currencies));
  const hasWeeks = currencies.some(({ isShown }) => isShown);
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Cash'), el('span', { class: 'muted' }, dayInWords(asOf, ''))),
    el(
      'p',
      { class: 'hint' },
      'What comes in of what is open today, by how each customer paid before. Invoices yet to be written are not in it. For your team alone: no mail says any of it.',
    ),
    el('div', { class: 'actions' }, hasWeeks && button('Save as CSV', save), readAgain(host, shell, cashView)),
    ...(leftOut > 0
      ? [el('p', { class: 'hint' }, `${count(leftOut, 'settled invoice')} of long ago stayed out of it.`)]
      : []),
    ...(currencies.length === 0 ? [el('p', { class: 'empty' }, 'Nothing is open that could come in.')] : []),
    ...currencies.map((one) => currencyCard(ahead, one, shell)),
  );
}

function currencyCard(ahead: Ahead, one: CurrencyAhead, shell: Shell): HTMLElement {
  const { currency, cash, skill, isShown, apart } = one;
  const money = (minor: number): string => roundMoney(minor, currency);
  const title = el('h3', {}, currency === 'XXX' ? 'Without a currency' : currency);
  const name = `Expected cash in ${currency}`;
  const aside = apart > 0 ? `${money(apart)} stands apart: insolvent, assigned or of your own group.` : '';
  if (!isShown)
    return el(
      'section',
      { class: 'card', 'aria-label': name },
      title,
      el('p', {}, `${formatMoney(cash.open, currency)} is open.`),
      el('p', {}, skill ? silenceInWords(skill) : NOTHING_PAID),
      aside && el('p', { class: 'hint' }, aside),
    );
  const expected = cash.open - cash.beyond;
  const figures: [string, string][] = [
    ['Next 4 weeks', money(sumOf(cash.weeks.slice(0, 4)))],
    ['13 weeks', money(expected)],
    ['Not expected by then', money(cash.beyond)],
    ['Open', formatMoney(cash.open, currency)],
  ];
  const picture = el('div', { class: 'cash-picture' });
  const show = (instead: readonly number[] | null): void => {
    const drawn: CashPicture = {
      ...{ currency, weeks: cash.weeks, instead, asOf: isoOf(ahead.asOf) },
      goal: one.goal === null ? null : toMinor(one.goal, currency),
    };
    picture.replaceChildren(cashChart(drawn, shell.isWide ? WIDE : NARROW), cashLegend(drawn));
    table.replaceChildren(el('summary', {}, 'As a table'), cashTable(drawn));
  };
  const table = el('details', { class: 'more' });
  table.open = shell.isWide;
  show(null);
  return el(
    'section',
    { class: 'card cash-currency', 'aria-label': name },
    title,
    el(
      'dl',
      { class: 'cash-figures' },
      ...figures.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))),
    ),
    aside && el('p', { class: 'hint' }, aside),
    picture,
    table,
    el('p', {}, skill ? skillInWords(skill) : 'How near it is nobody can say yet: too little was paid here so far.'),
    ...pastWeeks(one, isoOf(ahead.asOf)),
    slipPart(ahead, one, show),
    goalPart(one, shell, () => show(null)),
  );
}

const NOTHING_PAID =
  'No forecast: nothing was paid here yet on a day that is known. Map the column with the day of payment.';

function sumOf(weeks: readonly CashWeek[]): number {
  return weeks.reduce((sum, { expected }) => sum + expected, 0);
}

/** The weeks that are over, as they would have been forecast. */
function pastWeeks({ currency, past }: CurrencyAhead, asOf: string): HTMLElement[] {
  if (past.length === 0) return [];
  const money = (minor: number): string => roundMoney(minor, currency);
  const within = past.filter(({ came, low, high }) => came >= low && came <= high).length;
  const heads = ['Week', 'Forecast', 'Range', 'Came'];
  return [
    el(
      'details',
      { class: 'more' },
      el('summary', {}, `The last ${count(past.length, 'week')}: ${within} within the range`),
      el(
        'p',
        { class: 'hint' },
        'Each as it was forecast on the evening before, against what came of what was open then. The range is right where 6 weeks in 10 lie in it.',
      ),
      el(
        'div',
        { class: 'cash-table', tabindex: '0', role: 'group', 'aria-label': `The last weeks in ${currency}` },
        el(
          'table',
          {},
          el('caption', { class: 'unseen' }, `The last weeks in ${currency}, forecast and come`),
          el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
          el(
            'tbody',
            {},
            ...[...past]
              .reverse()
              .map(({ from, to, expected, low, high, came }) =>
                el(
                  'tr',
                  {},
                  el('th', { scope: 'row' }, weekDays({ from, to }, asOf)),
                  el('td', {}, money(expected)),
                  el('td', {}, `${money(low)} to ${money(high)}`),
                  el('td', {}, money(came)),
                ),
              ),
          ),
        ),
      ),
    ),
  ];
}

/** What changes if a large customer pays later. */
function slipPart(
  { book, look, asOf }: Ahead,
  { currency, cash }: CurrencyAhead,
  show: (instead: readonly number[] | null) => void,
): HTMLElement {
  const largest = look.customers
    .filter((one) => one.currency === currency)
    .sort((a, b) => b.open - a.open)
    .slice(0, LARGEST);
  const money = (minor: number): string => roundMoney(minor, currency);
  const who = el(
    'select',
    {},
    el('option', { value: '' }, 'nobody'),
    ...largest.map(({ customerKey, customer, open }) =>
      el('option', { value: customerKey }, `${customer} (${money(open)} open)`),
    ),
  );
  const weeks = el('select', {}, ...DELAYS.map((one) => el('option', { value: one }, `${one} weeks`)));
  weeks.value = '4';
  const said = el('p', { 'aria-live': 'polite' });
  const work = (): void => {
    const name = largest.find(({ customerKey }) => customerKey === who.value)?.customer;
    if (name === undefined) {
      said.replaceChildren();
      show(null);
      return;
    }
    const change = slipOf(book, look, who.value, 7 * Number(weeks.value)).get(currency) ?? [];
    show(cash.weeks.map(({ expected }, at) => expected + (change[at] ?? 0)));
    said.textContent = slipInWords(
      name,
      Number(weeks.value),
      change,
      (at) => dayInWords(isoOf(asOf + 7 * (at + 1)), ''),
      money,
    );
  };
  who.addEventListener('change', work);
  weeks.addEventListener('change', work);
  return el(
    'details',
    { class: 'more' },
    el('summary', {}, 'What if a large customer pays later?'),
    el('div', { class: 'two' }, field('Who pays later', who), field('By how much', weeks)),
    said,
  );
}

/**
 * What a delay comes to, in a sentence.
 * @param change minor units a week
 * @param lastDay the last day of a week, in words
 */
export function slipInWords(
  name: string,
  weeks: number,
  change: readonly number[],
  lastDay: (at: number) => string,
  money: (minor: number) => string,
): string {
  let [sum, worst, at] = [0, 0, 0];
  for (const [index, one] of change.entries()) {
    sum += one;
    if (sum < worst) [worst, at] = [sum, index];
  }
  if (Math.round(worst) === 0) return `If ${name} paid ${weeks} weeks later, these weeks would stay as they are.`;
  const end = Math.round(sum) === 0 ? 'all of it comes within the 13 weeks' : `${money(-sum)} less within the 13 weeks`;
  return `If ${name} paid ${weeks} weeks later, you would have ${money(-worst)} less by ${lastDay(at)} than expected; ${end}.`;
}

/** The goal that the team typed, and how the weeks stand to it. */
function goalPart(one: CurrencyAhead, shell: Shell, redraw: () => void): HTMLElement {
  const { currency, cash } = one;
  const typed = textInput(one.goal === null ? '' : String(one.goal), { inputmode: 'decimal', maxlength: '20' });
  const state = el('p', { class: 'hint' });
  const tell = (): void => {
    const goal = one.goal === null ? null : toMinor(one.goal, currency);
    const below = goal === null ? 0 : cash.weeks.filter(({ expected }) => expected < goal).length;
    state.textContent =
      goal === null
        ? 'No goal yet.'
        : `${below} of ${grouped(cash.weeks.length)} weeks are expected below it, of what is open today.`;
  };
  tell();
  const save = async (): Promise<void> => {
    const result = await shell.ask('saveSetting', `${CASH_GOAL}${currency}`, typed.value.trim());
    if (!result) return;
    const amount = Number(typed.value.trim().replace(/,(?=\d{3}\b)/g, ''));
    one.goal = typed.value.trim() === '' || !Number.isFinite(amount) ? null : amount;
    redraw();
    tell();
    shell.say(result.message);
  };
  return el(
    'details',
    { class: 'more' },
    el('summary', {}, one.goal === null ? 'Set a goal a week' : 'The goal a week'),
    field(`What should come in each week, ${currency}`, typed, state),
    el('div', { class: 'actions' }, button('Save the goal', save, { busy: 'Saving…' })),
  );
}

/** The weeks as a file: decimal amounts, ISO days. @example cashCsv(currencies).split('\r\n')[0] */
export function cashCsv(currencies: readonly CurrencyAhead[]): string {
  const rows = currencies
    .filter(({ isShown }) => isShown)
    .flatMap(({ currency, cash }) => {
      const money = (minor: number): string => String(toDecimal(Math.round(minor), currency));
      return [
        ...cash.weeks.map(({ from, to, expected, low, high, promised }) => [
          ...[currency, isoOf(from), isoOf(to)],
          ...[expected, low, high, promised].map(money),
        ]),
        [currency, 'not expected', '', money(cash.beyond), '', '', ''],
      ];
    });
  return csvText([['Currency', 'From', 'To', 'Expected', 'Low', 'High', 'Promised'], ...rows]);
}
