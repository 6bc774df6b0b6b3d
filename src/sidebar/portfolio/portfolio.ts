// The Portfolio page: pick a dimension, see money, lateness and days of each group, and click through to customers and rows.
import type { PortfolioView } from '../../entry/sidebar-calls';
import { type PortfolioLine, UNBILLED_LABEL, type UnbilledLine } from '../../receivables/metrics/portfolio';
import { formatMoney, NO_CURRENCY, toDecimal } from '../../receivables/money';
import { button, field } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';
import { COLUMNS, daysOf, inSentences, percentOf } from './figures';
import { openGroup } from './group';

/** The dimension that is shown; kept while the page is left. */
let shownBy = '';

/** Draws the portfolio. */
export const portfolioView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading the portfolio…', portfolioView, 'getPortfolio', shownBy);
  if (view) draw(host, view, shell);
};

function draw(host: HTMLElement, view: PortfolioView, shell: Shell): void {
  shownBy = view.by;
  const results = el('div', { class: 'portfolio', 'aria-live': 'polite' });
  const choice = choiceOf(view);
  choice.addEventListener('change', async () => {
    const { value } = choice;
    const missing = view.dimensions.find(({ by }) => by === value)?.missing ?? '';
    if (missing !== '') {
      results.replaceChildren(el('p', { class: 'empty' }, missing));
      return;
    }
    results.setAttribute('aria-busy', 'true');
    const found = await shell.ask('getPortfolio', value);
    results.removeAttribute('aria-busy');
    if (!results.isConnected || choice.value !== value) return;
    if (!found) {
      choice.value = shownBy;
      return;
    }
    shownBy = found.by;
    results.replaceChildren(...resultsOf(found, shell));
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Portfolio')),
    el('p', { class: 'hint' }, 'What is open, how late it is and how much hangs on it, each currency by itself.'),
    field('Cut by', choice),
    results,
  );
  results.replaceChildren(...resultsOf(view, shell));
}

function choiceOf({ dimensions, columns, by }: PortfolioView): HTMLSelectElement {
  const practice = dimensions.slice(0, TEN);
  const option = (value: string, words: string): HTMLElement => el('option', { value }, words);
  const choice = el(
    'select',
    {},
    el(
      'optgroup',
      { label: 'Segmentations of practice' },
      ...practice.map((one) => option(one.by, one.missing === '' ? one.name : `${one.name} (no column)`)),
    ),
    el('optgroup', { label: 'Worked out' }, ...dimensions.slice(TEN).map((one) => option(one.by, one.name))),
    el('optgroup', { label: 'Columns of your sheet' }, ...columns.map((header) => option(`column:${header}`, header))),
  );
  choice.value = by;
  return choice;
}

/** So many of the dimensions are the segmentations of practice. */
const TEN = 10;

function resultsOf(view: PortfolioView, shell: Shell): HTMLElement[] {
  const { dimensions, by, totals, unbilled, notes, formula, more, asOf } = view;
  const from = dimensions.find((one) => one.by === by)?.from ?? `The column “${view.title}”.`;
  const currencies = [...new Set([...totals, ...unbilled].map(({ currency }) => currency))];
  const save = (): void => {
    saveFile(`portfolio-${asOf}.csv`, csvText(rowsOf(view)));
    shell.say(`Saved portfolio-${asOf}.csv.`);
  };
  return [
    el('p', { class: 'hint' }, from),
    ...(currencies.length === 0 ? [el('p', { class: 'empty' }, 'Nothing is open.')] : []),
    ...currencies.map((currency) => currencySection(currency, view, shell)),
    ...(more > 0 ? [el('p', { class: 'muted' }, `and ${grouped(more)} more lines, which are in the totals.`)] : []),
    ...(currencies.length === 0 ? [] : notes.map((note) => el('p', { class: 'hint' }, note))),
    ...(formula === '' ? [] : [el('p', { class: 'hint wrap' }, 'In a cell: ', el('code', {}, formula))]),
    ...(currencies.length === 0 ? [] : [el('div', { class: 'actions' }, button('Save as CSV', save))]),
  ];
}

function currencySection(currency: string, view: PortfolioView, shell: Shell): HTMLElement {
  const isOf = (one: { currency: string }): boolean => one.currency === currency;
  const lines = view.lines.filter(isOf);
  const total = view.totals.find(isOf);
  const hanging = view.concentration.find(isOf);
  const unbilled = view.unbilled.find(isOf);
  const name = currency === NO_CURRENCY ? 'Without a currency' : currency;
  const largest =
    hanging &&
    `The largest customer has ${percentOf(hanging.largest)} of it, the five largest ${percentOf(hanging.five)}. ${spreadInWords(hanging.hhi)}`;
  return el(
    'section',
    { class: 'card portfolio-currency', 'aria-label': name },
    el('h3', {}, total ? `${formatMoney(total.open, currency)} open` : name),
    total && el('p', { class: 'muted' }, sumsOf(total)),
    largest ? el('p', { class: 'muted' }, largest) : null,
    shell.isWide ? table(view, lines, total, shell) : list(view, lines, shell),
    unbilled ? unbilledLine(unbilled, view, shell) : null,
  );
}

/** What the index of concentration means: as many equal customers would give the same. */
function spreadInWords(hhi: number): string {
  const equal = Math.max(1, Math.round(10_000 / hhi));
  const index = `concentration index ${grouped(Math.round(hhi))} of 10,000`;
  return equal === 1
    ? `Nearly all of it hangs on one customer (${index}).`
    : `It is spread as if ${grouped(equal)} customers owed the same each (${index}, where 10,000 is a single customer).`;
}

function sumsOf({ overdue, open, currency, dso, beyondTerms, customers }: PortfolioLine): string {
  return [
    overdue > 0
      ? `${formatMoney(overdue, currency)} overdue (${percentOf(open > 0 ? overdue / open : null)})`
      : 'nothing overdue',
    count(customers, 'customer'),
    dso !== null && `DSO ${daysOf(dso)} days`,
    beyondTerms !== null && `${daysOf(beyondTerms)} days beyond terms`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

function wayBack(shell: Shell): WayBack {
  return { ...shell.backTo('more'), label: 'Portfolio', press: () => shell.openPage(portfolioView) };
}

function groupButton({ by, title }: PortfolioView, line: UnbilledLine, shell: Shell): HTMLButtonElement {
  const { label, key, currency } = line;
  const back = wayBack(shell);
  return button(label, () => openGroup({ by, key, currency, title: `${title}: ${label}` }, shell, back), {
    kind: 'quiet',
    name: `${label}: customers and invoices`,
  });
}

function unbilledLine(line: UnbilledLine, view: PortfolioView, shell: Shell): HTMLElement {
  const { currency, open, customers, invoices } = line;
  const own = { ...view, by: ':billed', title: 'Billed and unbilled' };
  const words = ` ${formatMoney(open, currency)}, ${count(invoices, 'row')} of ${count(customers, 'customer')}; in no other figure.`;
  return el('p', { class: 'portfolio-unbilled' }, groupButton(own, { ...line, label: UNBILLED_LABEL }, shell), words);
}

function table(
  view: PortfolioView,
  lines: readonly PortfolioLine[],
  total: PortfolioLine | undefined,
  shell: Shell,
): HTMLElement {
  const row = (line: PortfolioLine, head: HTMLElement | string, isTotal: boolean): HTMLElement =>
    el(
      'tr',
      isTotal ? { class: 'total' } : {},
      el('th', { scope: 'row', dir: 'auto' }, head),
      ...COLUMNS.map(([header, text]) =>
        header === 'Share' && !isTotal
          ? el('td', { class: 'right' }, shareBar(line), el('span', { class: 'share' }, text(line)))
          : el('td', { class: 'right' }, text(line)),
      ),
    );
  return el(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': `${view.title} in ${total?.currency ?? ''}` },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, `The portfolio by ${view.title.toLowerCase()}`),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, view.title),
          ...COLUMNS.map(([header]) => el('th', { scope: 'col', class: 'right' }, header)),
        ),
      ),
      el(
        'tbody',
        {},
        ...lines.map((line) => row(line, groupButton(view, line, shell), false)),
        total ? row(total, 'Total', true) : null,
      ),
    ),
  );
}

/** How much of all a line is, to be seen. */
function shareBar({ share }: PortfolioLine): HTMLElement {
  const part = el('span', {});
  part.style.width = `${100 * (share ?? 0)}%`;
  return el('span', { class: 'share-bar', 'aria-hidden': 'true' }, part);
}

function list(view: PortfolioView, lines: readonly PortfolioLine[], shell: Shell): HTMLElement {
  return el(
    'ul',
    { class: 'portfolio-lines' },
    ...lines.map((line) =>
      el(
        'li',
        {},
        groupButton(view, line, shell),
        shareBar(line),
        ...inSentences(line).map((words, at) => el('p', { class: at === 0 ? 'small' : 'small muted' }, words)),
      ),
    ),
  );
}

/** The page as rows of a file; amounts, shares and days as plain numbers. */
function rowsOf({ title, lines, totals, unbilled }: PortfolioView): string[][] {
  const heads = ['Currency', 'Customers', 'Invoices', 'Open', 'Overdue', 'Share of all', 'DSO', 'Days beyond terms'];
  const plain = (figure: number | null): string => (figure === null ? '' : String(figure));
  const row = (line: PortfolioLine): string[] => [
    ...[line.label, line.currency, String(line.customers), String(line.invoices)],
    ...[line.open, line.overdue].map((minor) => String(toDecimal(minor, line.currency))),
    ...[line.share, line.dso, line.beyondTerms].map(plain),
    String(toDecimal(line.disputed, line.currency)),
  ];
  return [
    [title, ...heads, 'Disputed'],
    ...lines.map(row),
    ...totals.map(row),
    ...unbilled.map(({ label, currency, customers, invoices, open }) => [
      ...[label, currency, String(customers), String(invoices), String(toDecimal(open, currency))],
      ...['', '', '', '', ''],
    ]),
  ];
}
