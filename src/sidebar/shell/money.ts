// The money Today opens with: per currency what is overdue, a bar by age, and what of it nobody chases.

import type { TodayView } from '../../entry/sidebar-calls';
import { bucketLabels } from '../../receivables/aging';
import { formatMoney } from '../../receivables/money';
import { el, svg } from './dom';
import { count } from './format';

type Money = TodayView['money'][number];

const AGES = bucketLabels().map((label, at) => (at === 0 ? 'Not due yet' : label));

/** More currencies than these stand in a line each, so that the next step stays in sight. */
const MANY = 2;

/** What is there to be seen at least is so many hundredths of a bar wide. */
const LEAST = 1.5;

/** What is overdue, per currency; nothing before invoices were read. */
export function moneySection({ money, overdue }: TodayView): HTMLElement[] {
  const told = overdue.apart === '' ? '' : `Apart from that: ${overdue.apart}.`;
  const apart = told === '' ? [] : [el('p', { class: 'hint' }, told)];
  if (money.length === 0) return apart;
  const isLate = overdue.invoices > 0;
  const whose = isLate
    ? `Overdue: ${count(overdue.invoices, 'invoice')} of ${count(overdue.customers, 'customer')}`
    : 'Nothing is overdue';
  return [
    el(
      'section',
      { class: 'money', 'aria-label': 'Overdue by currency' },
      el('p', { class: 'money-whose' }, whose),
      el(
        'div',
        { class: `money-list${money.length > MANY ? ' many' : ''}`, 'aria-hidden': 'true' },
        ...money.map((one) => currencyBar(one, money.length <= MANY)),
      ),
      legend(money),
      ...(money.length > MANY ? weekAgoDrawer(money) : []),
      figures(money),
      ...apart,
    ),
  ];
}

/** What is overdue of a currency, in minor units. */
function lateOf({ byAge }: Money): number {
  return byAge.slice(1).reduce((sum, one) => sum + one, 0);
}

function currencyBar(money: Money, isAlone: boolean): HTMLElement {
  const { currency, byAge, unchased } = money;
  const late = lateOf(money);
  const whole = late + (byAge[0] ?? 0);
  const beside = late === 0 ? `${formatMoney(whole, currency)} open` : `of ${formatMoney(whole, currency)} open`;
  return el(
    'div',
    { class: 'money-currency' },
    el(
      'p',
      { class: 'money-sums' },
      late > 0 && el('span', { class: 'money-late' }, formatMoney(late, currency)),
      el('span', { class: 'small muted' }, beside),
    ),
    ageBar(money),
    isAlone && weekAgoLine(money),
    unchased > 0 && el('p', { class: 'small' }, `${formatMoney(unchased, currency)} chased by nobody`),
  );
}

/** What was overdue a week ago, and what came in since, where the sheet tells. */
function weekAgoLine({ currency, weekAgo, cameIn = 0 }: Money): HTMLElement | null {
  if (weekAgo === undefined) return null;
  const words = `A week ago ${formatMoney(weekAgo, currency)}; ${formatMoney(cameIn, currency)} came in since.`;
  return el('p', { class: 'small muted' }, words);
}

/** The same of many currencies, to be opened: the next step stays in sight. */
function weekAgoDrawer(money: readonly Money[]): HTMLElement[] {
  const lines = money.flatMap((one) => weekAgoLine(one) ?? []);
  if (lines.length === 0) return [];
  return [el('details', { class: 'more' }, el('summary', {}, 'A week ago, and what came in since'), ...lines)];
}

/** A bar in parts by age, drawn to the width there is. */
function ageBar({ currency, byAge }: Money): SVGElement {
  const whole = byAge.reduce((sum, one) => sum + one, 0);
  const wide = byAge.map((minor) => (minor > 0 ? Math.max(LEAST, (100 * minor) / whole) : 0));
  const scale = 100 / wide.reduce((sum, one) => sum + one, 0);
  const bar = svg('svg', { class: 'age-bar', width: '100%', height: '14' });
  let at = 0;
  for (const [age, width] of wide.entries()) {
    if (width === 0) continue;
    const part = svg('rect', { class: `age-${age}`, x: `${at * scale}%`, width: `${width * scale}%`, height: '14' });
    const title = svg('title', {});
    title.textContent = `${AGES[age] ?? ''}: ${formatMoney(byAge[age] ?? 0, currency)}`;
    part.append(title);
    bar.append(part);
    at += width;
  }
  return bar;
}

/** What the parts of the bars mean; ages that are nowhere are left out. */
function legend(money: readonly Money[]): HTMLElement {
  const ages = AGES.map((label, age) => ({ label, age })).filter(({ age }) =>
    money.some(({ byAge }) => (byAge[age] ?? 0) > 0),
  );
  return el(
    'p',
    { class: 'small muted age-legend', 'aria-hidden': 'true' },
    ...ages.map(({ label, age }) => el('span', {}, el('span', { class: `age-key age-${age}` }), label)),
  );
}

/** The same as a table, for who hears it. */
function figures(money: readonly Money[]): HTMLElement {
  const past: [string, (one: Money) => number][] = money.some(({ weekAgo }) => weekAgo !== undefined)
    ? [
        ['Overdue a week ago', ({ weekAgo = 0 }) => weekAgo],
        ['Came in since', ({ cameIn = 0 }) => cameIn],
      ]
    : [];
  const cells = (tag: 'th' | 'td', texts: readonly string[]): HTMLElement[] =>
    texts.map((text) => el(tag, tag === 'th' ? { scope: 'col' } : {}, text));
  return el(
    'div',
    { class: 'unseen' },
    el(
      'table',
      {},
      el('caption', {}, 'Open invoices by currency and age'),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...cells('th', [
            'Currency',
            'Overdue',
            ...AGES,
            'Overdue and chased by nobody',
            ...past.map(([head]) => head),
          ]),
        ),
      ),
      el(
        'tbody',
        {},
        ...money.map((one) => {
          const said = [lateOf(one), ...one.byAge, one.unchased, ...past.map(([, of]) => of(one))].map((minor) =>
            formatMoney(minor, one.currency),
          );
          return el('tr', {}, el('th', { scope: 'row' }, one.currency), ...cells('td', said));
        }),
      ),
    ),
  );
}
