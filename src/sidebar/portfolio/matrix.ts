// The follow-up matrix: per segment and size what is owed, who follows up how often, and whether the time goes where the money is.
import type { LadderView, MatrixView } from '../../entry/sidebar-calls';
import { shownCurrency } from '../../receivables/metrics/aging-report';
import { formatMoney, toDecimal } from '../../receivables/money';
import { segmentWords } from '../../receivables/segment-words';
import { hoursInWords } from '../ahead/load';
import { policyOf } from '../policy/policy';
import { button, field, pill } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell, View } from '../shell/shell';
import { percentOf } from './figures';
import { currenciesOf, gapsInWords, type MatrixLine, matrixOf, nameOf, workInWords } from './matrix-figures';

/** The currency that is shown; kept while the page is left. */
let shown = '';

/** Draws the matrix. */
export const matrixView: View = async (host, shell) => {
  const view = await shell.load(host, 'Looking four weeks ahead…', matrixView, 'getMatrix');
  if (view) draw(host, view, shell);
};

function draw(host: HTMLElement, view: MatrixView, shell: Shell): void {
  const currencies = currenciesOf(view);
  if (!currencies.includes(shown)) shown = currencies[0] ?? '';
  const results = el('div', { class: 'portfolio matrix', 'aria-live': 'polite' });
  const fill = (): void => results.replaceChildren(...resultsOf(view, shell));
  const choice = el(
    'select',
    {},
    ...currencies.map((code) => el('option', { value: code }, shownCurrency(code) || 'None known')),
  );
  choice.value = shown;
  choice.addEventListener('change', () => {
    shown = choice.value;
    fill();
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Follow-up matrix')),
    el(
      'p',
      { class: 'hint' },
      'Who is followed up how, in the next four weeks if nobody pays, and whether the time goes where the money is. Minutes are those of Load.',
    ),
    ...(currencies.length > 1 ? [field('Currency', choice)] : []),
    results,
  );
  fill();
}

function resultsOf(view: MatrixView, shell: Shell): HTMLElement[] {
  const lines = matrixOf(view, shown);
  if (lines.length === 0) return [el('p', { class: 'empty' }, 'Nothing is open and nothing is planned.')];
  const gaps = gapsInWords(lines);
  const hasTime = lines.some(({ time }) => time !== null);
  const verdict = hasTime ? ['Time and money go together.'] : ['Nothing is planned for the next four weeks.'];
  const name = `matrix-${view.asOf}${shown === '' ? '' : `-${shown}`}.csv`;
  const save = (): void => {
    saveFile(name, csvText(rowsOf(view, lines)));
    shell.say(`Saved ${name}.`);
  };
  return [
    el('ul', { class: 'card figure-lines' }, ...(gaps.length > 0 ? gaps : verdict).map((words) => el('li', {}, words))),
    shell.isWide ? table(view, lines, shell) : list(view, lines, shell),
    el(
      'p',
      { class: 'hint' },
      'Automatic: mails that leave without a click. Account manager: steps that go to the Owner or copy them. Collector: all others. A contact about two currencies counts in each.',
    ),
    el('div', { class: 'actions' }, button('Save as CSV', save)),
  ];
}

const BY: Record<NonNullable<MatrixLine['by']>, string> = {
  automatic: 'Automatic',
  collector: 'Collector',
  'account manager': 'Account manager',
};

const MATCH: Record<MatrixLine['match'], string> = {
  fits: '',
  'money without time': 'too little time',
  'time without money': 'much time',
};

function ladderFor({ ladders }: MatrixView, { cell }: MatrixLine): LadderView | undefined {
  return ladders.find(({ segment }) => segment === cell.segment);
}

/** A ladder in words. @example '6 steps, days 3 to 58; 2 by themselves' */
function ladderInWords({ steps }: LadderView): string {
  const days = steps.map(([day]) => day);
  const own = steps.filter(([, , isAutomatic]) => isAutomatic).length;
  const when = steps.length > 1 ? `, days ${Math.min(...days)} to ${Math.max(...days)}` : '';
  return `${count(steps.length, 'step')}${when}${own > 0 ? `; ${own} automatic` : ''}`;
}

function ladderLink(view: MatrixView, line: MatrixLine, shell: Shell): HTMLElement | string {
  const ladder = ladderFor(view, line);
  if (!ladder || ladder.steps.length === 0) return 'no steps';
  const back = { ...shell.backTo('more'), label: 'Follow-up matrix', press: () => shell.openPage(matrixView) };
  return button(ladderInWords(ladder), () => shell.openPage(policyOf(ladder.rowsOf), back), {
    kind: 'quiet',
    name: `Steps of ${segmentWords(ladder.rowsOf)} in Policy: ${ladderInWords(ladder)}`,
  });
}

function perMonth({ perMonth: number }: MatrixLine): string {
  return number === null ? '' : number.toFixed(1);
}

function plain(minor: number, currency: string): string {
  return formatMoney(minor, currency).replace(` ${currency}`, '');
}

function shareWord(lines: readonly MatrixLine[]): string {
  return lines.some(({ cell }) => cell.overdue > 0) ? 'Share of overdue' : 'Share of open';
}

function table(view: MatrixView, lines: readonly MatrixLine[], shell: Shell): HTMLElement {
  const numbers = ['Customers', 'Open', 'Overdue', shareWord(lines), 'Share of time', 'A customer, a month'];
  const heads = ['Segment and size', ...numbers, 'Next 4 weeks', 'Mostly by', 'Steps'];
  const right = (...parts: (HTMLElement | string | null)[]): HTMLElement => el('td', { class: 'right' }, ...parts);
  const spent = ({ time, cell }: MatrixLine): string =>
    cell.minutes === 0 ? '' : `${percentOf(time)} (${hoursInWords(cell.minutes)})`;
  return el(
    'div',
    { class: 'card wide', tabindex: 0, role: 'region', 'aria-label': `Follow-up matrix, ${shownCurrency(shown)}` },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, 'Customers by segment and size'),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...heads.map((words) => el('th', { scope: 'col', class: numbers.includes(words) ? 'right' : null }, words)),
        ),
      ),
      el(
        'tbody',
        {},
        ...lines.map((line) => {
          const { cell, money, time, by, match } = line;
          return el(
            'tr',
            {},
            el(
              'th',
              { scope: 'row', dir: 'auto' },
              nameOf(cell),
              ...(match === 'fits' ? [] : [el('br', {}), pill(MATCH[match], 'warn')]),
            ),
            right(String(cell.customers)),
            right(plain(cell.open, cell.currency)),
            right(plain(cell.overdue, cell.currency)),
            right(percentOf(money), bar(money)),
            right(spent(line), bar(time)),
            right(perMonth(line)),
            el('td', {}, workInWords(cell).replace(/(\d) /g, '$1\u00a0')),
            el('td', {}, by === null ? '' : BY[by]),
            el('td', {}, ladderLink(view, line, shell)),
          );
        }),
      ),
    ),
  );
}

/** A share, to be seen. */
function bar(share: number | null): HTMLElement {
  const part = el('span', {});
  part.style.width = `${100 * (share ?? 0)}%`;
  return el('span', { class: 'share-bar', 'aria-hidden': 'true' }, part);
}

function list(view: MatrixView, lines: readonly MatrixLine[], shell: Shell): HTMLElement {
  const what = shareWord(lines).toLowerCase();
  return el(
    'ul',
    { class: 'portfolio-lines' },
    ...lines.map((line) => {
      const { cell, money, time, by, match } = line;
      const { currency, customers, open, overdue, minutes } = cell;
      const work = workInWords(cell);
      return el(
        'li',
        {},
        el(
          'div',
          { class: 'row-head' },
          el('h3', { dir: 'auto' }, nameOf(cell)),
          match === 'fits' ? null : pill(MATCH[match], 'warn'),
        ),
        el(
          'p',
          { class: 'small' },
          `${count(customers, 'customer')}, ${formatMoney(open, currency)} open, ${formatMoney(overdue, currency)} overdue`,
        ),
        el(
          'p',
          { class: 'small' },
          work === ''
            ? 'Nothing planned in four weeks.'
            : `${work} in four weeks (${perMonth(line) || '0'} a customer and month), ${hoursInWords(minutes)}${by === null ? '' : `; mostly ${BY[by].toLowerCase()}`}`,
        ),
        el(
          'p',
          { class: 'small muted' },
          `${what}: ${percentOf(money) || 'none'}; share of time: ${percentOf(time) || 'none'}`,
        ),
        ladderLink(view, line, shell),
      );
    }),
  );
}

/** The page as rows of a file; amounts, shares and minutes as plain numbers. */
function rowsOf(view: MatrixView, lines: readonly MatrixLine[]): string[][] {
  const heads = ['Currency', 'Customers', 'Open', 'Overdue', 'Steps', 'Automatic', 'Collector', 'Account manager'];
  const figure = (value: number | null): string => (value === null ? '' : String(value));
  return [
    ['Segment', 'Size', ...heads, 'A customer, a month', 'Disputes', 'Minutes', shareWord(lines), 'Share of time', ''],
    ...lines.map((line) => {
      const { cell, money, time, match } = line;
      const sum = (whose: MatrixLine['by']): string =>
        String(cell.contacts.reduce((all, [, by, number]) => (by === whose ? all + number : all), 0));
      return [
        ...[cell.segment, cell.size, shownCurrency(cell.currency), String(cell.customers)],
        ...[cell.open, cell.overdue].map((minor) => String(toDecimal(minor, cell.currency))),
        ...[String(ladderFor(view, line)?.steps.length ?? 0), sum('automatic'), sum('collector')],
        ...[sum('account manager'), perMonth(line), String(cell.disputes), String(cell.minutes)],
        ...[figure(money), figure(time), MATCH[match]],
      ];
    }),
  ];
}
