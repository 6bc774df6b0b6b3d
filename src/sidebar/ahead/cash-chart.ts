// The weeks to come as a picture: what is expected with its range, what of it was promised, the goal; and the same as a table.
import { type Day, isoOf } from '../../receivables/day';
import type { CashWeek } from '../../receivables/forecast/expected-cash';
import { toDecimal, toMinor } from '../../receivables/money';
import { shortValue, stepsFor } from '../figures/scale';
import { el, svg } from '../shell/dom';
import { dateInWords, grouped } from '../shell/format';

/** What a picture shows. Minor units. */
export interface CashPicture {
  currency: string;
  weeks: readonly CashWeek[];
  /** A line over all weeks. */
  goal: number | null;
  /** What would be expected instead, a week each. */
  instead: readonly number[] | null;
  /** ISO day that days are written beside. */
  asOf: string;
}

const HEIGHT = 190;
const FOOT = 20;
const TOP = 8;
const LEFT = 44;

/** The picture. @param width in units of the drawing, about a pixel each */
export function cashChart(picture: CashPicture, width: number): SVGElement {
  const { currency, weeks, goal, instead, asOf } = picture;
  const highest = Math.max(goal ?? 0, ...weeks.map(({ high }) => high), ...(instead ?? []));
  const steps = stepsFor(0, toDecimal(Math.round(highest), currency));
  const most = toMinor(steps[steps.length - 1] ?? 1, currency);
  const y = (minor: number): number => TOP + (HEIGHT - TOP - FOOT) * (1 - minor / most);
  const step = (width - LEFT) / Math.max(1, weeks.length);
  const drawn = svg('svg', { class: 'cash-chart', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img' });
  drawn.setAttribute('aria-label', `Expected cash by week in ${currency}; the table below has the figures.`);
  for (const value of steps) {
    const at = y(toMinor(value, currency));
    drawn.append(
      svg('line', { class: 'cash-grid', x1: LEFT, x2: width, y1: at, y2: at }),
      words(shortValue(value, 'money'), { x: LEFT - 4, y: at + 4, 'text-anchor': 'end' }),
    );
  }
  const every = Math.ceil(46 / step);
  for (const [index, week] of weeks.entries()) {
    const x = LEFT + index * step;
    const [left, wide, middle] = [x + step * 0.18, step * 0.64, x + step / 2];
    const bar = svg('g', {});
    const told = svg('title', {});
    told.textContent = weekInWords(week, currency, asOf);
    bar.append(
      told,
      svg('rect', { class: 'cash-hover', x, y: TOP, width: step, height: HEIGHT - TOP - FOOT }),
      svg('rect', rectOf('cash-expected', left, wide, y(week.expected), y(week.promised))),
      svg('rect', rectOf('cash-promised', left, wide, y(week.promised), y(0))),
      svg('path', {
        class: 'cash-range',
        d: `M${middle - 4} ${y(week.high)}h8m-4 0V${y(week.low)}m-4 0h8`,
      }),
    );
    const other = instead?.[index];
    if (other !== undefined)
      bar.append(svg('line', { class: 'cash-slip', x1: x + 2, x2: x + step - 2, y1: y(other), y2: y(other) }));
    if (index % every === 0)
      bar.append(words(dateInWords(isoOf(week.from), isoOf(week.from)), { x: left, y: HEIGHT - 5 }));
    drawn.append(bar);
  }
  if (goal !== null) drawn.append(svg('line', { class: 'cash-goal', x1: LEFT, x2: width, y1: y(goal), y2: y(goal) }));
  return drawn;
}

function rectOf(name: string, x: number, width: number, top: number, bottom: number): Record<string, string | number> {
  return { class: name, x, width, y: top, height: Math.max(0, bottom - top) };
}

function words(text: string, attributes: Record<string, string | number>): SVGElement {
  const element = svg('text', attributes);
  element.textContent = text;
  return element;
}

function weekInWords({ from, to, expected, low, high, promised }: CashWeek, currency: string, asOf: string): string {
  const money = (minor: number): string => roundMoney(minor, currency);
  const days = weekDays({ from, to }, asOf);
  const of = promised > 0 ? `, ${money(promised)} of it promised` : '';
  return `${days}: ${money(expected)} expected, 6 in 10 between ${money(low)} and ${money(high)}${of}`;
}

/** A sum that is expected: nobody knows its cents. @example roundMoney(1234567, 'EUR') // '12,346 EUR' */
export function roundMoney(minor: number, currency: string): string {
  return `${grouped(Math.round(toDecimal(Math.round(minor), currency)))} ${currency}`;
}

/** The days of a week. @example weekDays(week, '2026-11-30') // '1 Dec to 7 Dec' */
export function weekDays({ from, to }: { from: Day; to: Day }, asOf: string): string {
  return `${dateInWords(isoOf(from), asOf)} to ${dateInWords(isoOf(to), isoOf(from))}`;
}

/** What the colours mean. */
export function cashLegend({ goal, instead, weeks }: CashPicture): HTMLElement {
  const keys: [name: string, label: string, isShown: boolean][] = [
    ['cash-expected', 'Expected', true],
    ['cash-promised', 'Promised', weeks.some(({ promised }) => promised > 0)],
    ['cash-range', '6 weeks in 10 lie between', true],
    ['cash-goal', 'Goal', goal !== null],
    ['cash-slip', 'If they pay later', instead !== null],
  ];
  const shown = keys.filter(([, , isShown]) => isShown);
  return el(
    'p',
    { class: 'small muted cash-legend', 'aria-hidden': 'true' },
    ...shown.map(([name, label]) => el('span', {}, el('span', { class: `cash-key ${name}` }), label)),
  );
}

/** The same as a table. */
export function cashTable({ currency, weeks, asOf }: CashPicture): HTMLElement {
  const money = (minor: number): string => roundMoney(minor, currency);
  const heads = ['Week', 'Expected', 'Low', 'High', 'Promised'];
  return el(
    'div',
    { class: 'cash-table', tabindex: '0', role: 'group', 'aria-label': `Expected cash by week in ${currency}` },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, `Expected cash by week in ${currency}`),
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el(
        'tbody',
        {},
        ...weeks.map(({ from, to, expected, low, high, promised }) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, weekDays({ from, to }, asOf)),
            ...[money(expected), money(low), money(high), promised > 0 ? money(promised) : ''].map((text) =>
              el('td', {}, text),
            ),
          ),
        ),
      ),
    ),
  );
}
