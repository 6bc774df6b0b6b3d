// The line on Today about what is expected: a week and four, by currency; it comes when it was worked out, and leads to Cash.

import type { CurrencyAhead } from '../expected/ahead-book';
import { aheadIfAny } from '../expected/read-ahead';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { cashView } from './cash';
import { roundMoney } from './cash-chart';

/** A place that fills itself; it stays empty where there is no forecast. */
export function expectedLine(shell: Shell): HTMLElement {
  const place = el('div', { class: 'expected-line' });
  void aheadIfAny().then((ahead) => {
    const text = ahead ? expectedInWords(ahead.currencies) : '';
    if (text === '' || !place.isConnected) return;
    const line = el(
      'button',
      { type: 'button', class: 'card changes-line' },
      text,
      el('span', { 'aria-hidden': 'true' }, '›'),
    );
    line.addEventListener('click', () => shell.openPage(cashView, shell.backTo('today')));
    place.replaceChildren(line);
  });
  return place;
}

/** More currencies than these are told on the page alone. */
const TOLD = 2;

/**
 * What is expected soon, in a sentence; '' where the due dates were as near.
 * @example expectedInWords(currencies) // 'Expected: 1,438 EUR in a week (6 in 10: 1,100 EUR to 1,700 EUR), 4,399 EUR in four.'
 */
export function expectedInWords(currencies: readonly CurrencyAhead[]): string {
  const told = currencies.filter(({ isShown, cash }) => isShown && cash.open > 0).slice(0, TOLD);
  const parts = told.map(({ currency, cash: { weeks } }) => {
    const money = (minor: number): string => roundMoney(minor, currency);
    const [first] = weeks;
    const four = weeks.slice(0, 4).reduce((sum, { expected }) => sum + expected, 0);
    if (!first) return '';
    return `${money(first.expected)} in a week (6 in 10: ${money(first.low)} to ${money(first.high)}), ${money(four)} in four`;
  });
  return parts.length === 0 ? '' : `Expected: ${parts.join('; ')}.`;
}
