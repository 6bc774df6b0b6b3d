// The panel of key figures by month and by segment, and the overdue that nobody asked for, each with its file.
import type { FiguresView } from '../../entry/sidebar-calls';
import { isoOf } from '../../receivables/day';
import type { Goal } from '../../receivables/figures/goals';
import { KPI_COLUMNS, type KpiLine, type KpiUnit, kpiSegments } from '../../receivables/figures/kpis';
import { type FiguresBook, REBUILT } from '../../receivables/figures/points';
import { shownCurrency } from '../../receivables/metrics/aging-report';
import { formatMoney, toDecimal } from '../../receivables/money';
import { segmentAtStart } from '../../receivables/segment-words';
import { button } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import { wholeValue } from './scale';

const NOTE =
  'DSO, ADD and days to pay look back 90 days, turnover a year; the rest is of the month. CEI: of what could be collected, the share that was. Collection rate: of what was overdue when the month began, the share that came in as money. Bad debt: of the sales of the month, the share written off. The last two go by the invoices’ own dates.';

const NEVER_NOTE =
  'No mail, message, letter or call to the customer since it fell due; steps taken over when you began count as asked.';

/** A table to read and to save. */
interface Table {
  name: string;
  note: string;
  /** Name of its file. */
  file: string;
  heads: readonly string[];
  rows: { cells: string[]; plain: string[]; why?: string; isRebuilt?: boolean }[];
}

/**
 * The cards of the key figures.
 * @param months the latest first
 * @param withSegments whether segments stand beside each other
 */
export function kpiCards(book: FiguresBook, months: readonly KpiLine[], withSegments: boolean): HTMLElement[] {
  const segments = withSegments ? kpiSegments(book) : [];
  const shown = segments.map((line) => ({ ...line, label: segmentAtStart(line.label) }));
  return [
    card(panel(book, { title: 'Key figures by month', rowsAre: 'Month', note: NOTE }, months)),
    ...(segments.length < 2
      ? []
      : [
          card(
            panel(
              book,
              { title: 'Key figures by segment', rowsAre: 'Segment', note: 'Today, and of this month so far.' },
              shown,
            ),
          ),
        ]),
  ];
}

function named(title: string, { currency }: Pick<FiguresBook, 'currency'>): string {
  return currency === '' ? title : `${title}, ${shownCurrency(currency)}`;
}

/** A line a target or benchmark, then the lines. */
function panel(
  book: FiguresBook,
  { title, rowsAre, note }: { title: string; rowsAre: string; note: string },
  lines: readonly KpiLine[],
): Table {
  const { currency, asOf, goals = [] } = book;
  const rowOf = (label: string, values: (number | null)[], why: string, isRebuilt: boolean): Table['rows'][number] => ({
    cells: [label, ...values.map((value, at) => inWords(value, KPI_COLUMNS[at]?.unit ?? 'days', currency))],
    plain: [label, ...values.map((value) => (value === null ? '' : String(value))), why],
    ...{ why, isRebuilt },
  });
  const decimal = (value: number | null, unit: KpiUnit): number | null =>
    value !== null && unit === 'money' ? toDecimal(value, currency) : value;
  return {
    ...{ name: named(title, book), note, file: `${title.toLowerCase().replace(/ /g, '-')}-${isoOf(asOf)}.csv` },
    heads: [rowsAre, ...KPI_COLUMNS.map(({ label }) => label)],
    rows: [
      ...goals.map((one: Goal) =>
        rowOf(
          one.name,
          KPI_COLUMNS.map(({ goal }) => (goal === one.figure ? one.value : null)),
          '',
          false,
        ),
      ),
      ...lines.map((line) =>
        rowOf(
          line.label,
          KPI_COLUMNS.map(({ value, unit }) => decimal(value(line), unit)),
          line.figures === null ? line.why : line.isRebuilt ? REBUILT : '',
          line.isRebuilt,
        ),
      ),
    ],
  };
}

function inWords(value: number | null, unit: KpiUnit, currency: string): string {
  if (value === null) return '';
  if (unit === 'money')
    return formatMoney(Math.round(value * 10 ** decimalsOf(currency)), currency).replace(/ \D+$/, '');
  return wholeValue(value, unit === 'times' ? 'days' : unit);
}

function decimalsOf(currency: string): number {
  return Math.round(-Math.log10(toDecimal(1, currency)));
}

/** The overdue that nobody asked for, by the reason; nothing where there is none. */
export function neverAskedCard(
  { neverAsked, customers, currencies }: FiguresView,
  book: FiguresBook,
  isChosen: (key: string) => boolean,
): HTMLElement[] {
  const { currency, asOf } = book;
  const reasons = new Map<string, { customers: number; invoices: number; amount: number }>();
  for (const [customer, code, amount, invoices, why] of neverAsked) {
    if (currencies[code] !== currency || !isChosen(customers[customer]?.[3] ?? '')) continue;
    const sum = reasons.get(why) ?? { customers: 0, invoices: 0, amount: 0 };
    reasons.set(why, sum);
    sum.customers += 1;
    sum.invoices += invoices;
    sum.amount += amount;
  }
  if (reasons.size === 0) return [];
  const ranked = [...reasons].sort(([, a], [, b]) => b.amount - a.amount);
  const all = ranked.reduce((sum, [, { amount }]) => sum + amount, 0);
  const rows = ranked.map(([why, sum]) => {
    const counts = [String(sum.customers), String(sum.invoices)];
    return {
      cells: [atStart(why), ...counts, formatMoney(sum.amount, currency)],
      plain: [why, ...counts, String(toDecimal(sum.amount, currency)), ''],
    };
  });
  return [
    card({
      name: named('Overdue, and nobody asked for it', book),
      note: `${formatMoney(all, currency)} in all. ${NEVER_NOTE}`,
      file: `nobody-asked-${isoOf(asOf)}.csv`,
      heads: ['Why', 'Customers', 'Invoices', 'Overdue'],
      rows,
    }),
  ];
}

function atStart(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function card({ name, note, file, heads, rows }: Table): HTMLElement {
  const isBlank = heads.map((_, at) => at > 0 && rows.every(({ cells: own }) => own[at] === ''));
  const blank = heads.filter((_, at) => isBlank[at]);
  // What no line has yet only pushes the others out of sight; where nothing is known at all the heads tell what will be.
  const isShort = blank.length > 0 && blank.length < heads.length - 1;
  const shown = <T>(all: readonly T[]): T[] => all.filter((_, at) => !isShort || !isBlank[at]);
  const cells = (texts: readonly string[]): HTMLElement[] => texts.map((text) => el('td', {}, text));
  return el(
    'section',
    { class: 'card kpi-card', 'aria-label': name },
    el('h3', {}, name),
    el('p', { class: 'small muted' }, note),
    el(
      'div',
      { class: 'table-room', tabindex: 0, role: 'group', 'aria-label': `Table: ${name}` },
      el(
        'table',
        { class: 'figures-table' },
        el('caption', { class: 'unseen' }, name),
        el('thead', {}, el('tr', {}, ...shown(heads).map((words) => el('th', { scope: 'col' }, words)))),
        el(
          'tbody',
          {},
          ...rows.map(({ cells: all, why = '', isRebuilt = false }) => {
            const [label = '', ...values] = shown(all);
            return el(
              'tr',
              {},
              el(
                'th',
                { scope: 'row', dir: 'auto' },
                label,
                isRebuilt && values.some((value) => value !== '') ? el('span', { class: 'muted' }, ' (rebuilt)') : '',
              ),
              ...(why !== '' && values.every((value) => value === '')
                ? [el('td', { colspan: values.length, class: 'why-blank' }, why)]
                : cells(values)),
            );
          }),
        ),
      ),
    ),
    isShort
      ? el('p', { class: 'small muted' }, `No figures yet: ${blank.join(', ')}. The file has these columns too.`)
      : null,
    button(
      'Save as a file',
      () => saveFile(file, csvText([[...heads, 'Rebuilt'], ...rows.map(({ plain }) => plain)])),
      {
        kind: 'quiet',
        name: `Save as a file: ${name}`,
      },
    ),
  );
}
