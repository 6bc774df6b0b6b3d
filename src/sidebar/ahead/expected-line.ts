// The line on Today about what is expected: a week and four, by currency; it comes when it was worked out, and leads to Cash.

import type { CurrencyAhead } from '../expected/ahead-book';
import { aheadIfAny, aheadIfRead } from '../expected/read-ahead';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { cashView } from './cash';
import { roundMoney } from './cash-chart';

/**
 * A place that fills itself; it stays empty where there is no forecast. Beside the sheet, where Today is opened all day, the book is
 * not read a second time for a line: what Cash read lately is told, else the way there.
 */
export function expectedLine(shell: Shell): HTMLElement {
  const place = el('div', { class: 'expected-line' });
  const read = aheadIfRead();
  if (read) place.append(...lineOf(expectedInWords(read.currencies), shell));
  else if (!shell.isWide) place.append(...lineOf('What is expected in the weeks to come', shell));
  else
    void aheadIfAny().then((ahead) => {
      if (ahead && place.isConnected) place.replaceChildren(...lineOf(expectedInWords(ahead.currencies), shell));
    });
  return place;
}

function lineOf(text: string, shell: Shell): HTMLElement[] {
  if (text === '') return [];
  const mark = el('span', { 'aria-hidden': 'true' }, '›');
  const line = el('button', { type: 'button', class: 'card changes-line' }, text, mark);
  line.addEventListener('click', () => shell.openPage(cashView, shell.backTo('today')));
  return [line];
}

/** More currencies than these are told on the page alone. */
const TOLD = 2;

/**
 * What is expected soon, in a sentence; '' where the due dates were as near.
 * @example expectedInWords(currencies) // 'Expected: 1,438 EUR in a week (6 in 10: 1,100 EUR to 1,700 EUR), 4,399 EUR in four weeks.'
 */
export function expectedInWords(currencies: readonly CurrencyAhead[]): string {
  const known = currencies.filter(({ isShown, cash }) => isShown && cash.open > 0);
  const parts = known.slice(0, TOLD).map(({ currency, cash: { weeks } }) => {
    const money = (minor: number): string => roundMoney(minor, currency);
    const [first] = weeks;
    const four = weeks.slice(0, 4).reduce((sum, { expected }) => sum + expected, 0);
    if (!first) return '';
    return `${money(first.expected)} in a week (6 in 10: ${money(first.low)} to ${money(first.high)}), ${money(four)} in four weeks`;
  });
  return parts.length === 0
    ? ''
    : `Expected: ${parts.join('; ')}.${known.length > TOLD ? ' Further currencies stand under Cash.' : ''}`;
}
