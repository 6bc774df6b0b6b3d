// Figures: each picture of the receivables with its table and its file, for everybody or for one segment, owner, currency.
import type { FiguresView } from '../../entry/sidebar-calls';
import { civilOf, longDay, shortDay, startOfMonth } from '../../receivables/day';
import { dayFigures } from '../../receivables/figures/day-figures';
import { goalInWords } from '../../receivables/figures/goals';
import { badDebtOf, type KpiLine, kpiMonths } from '../../receivables/figures/kpis';
import { MONTHS, type Picture, picturesOf } from '../../receivables/figures/pictures';
import { type FiguresBook, monthPoints, pointAt, REBUILT } from '../../receivables/figures/points';
import {
  badDebtInWords,
  ceiInWords,
  collectionRateInWords,
  dayOfDsoInWords,
  overdueInWords,
} from '../../receivables/figures/sentences';
import { shownCurrency } from '../../receivables/metrics/aging-report';
import { formatMoney } from '../../receivables/money';
import { segmentAtStart } from '../../receivables/segment-words';
import { button, field } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import type { Shell, View } from '../shell/shell';
import { whose, whoseField } from '../shell/whose';
import { drawn, isEmpty, seriesClass } from './draw';
import { bookOf, type Chosen, type Unpacked, unpacked } from './figures-book';
import { kpiCards, neverAskedCard } from './kpi-panel';
import { wholeValue } from './scale';

/** How wide a picture is drawn, in pixels: two beside each other on the desk, one in the sidebar. */
const WIDE = 470;
const NARROW = 272;

/** What is said where a picture has nothing but noughts. */
const NOTHING: Partial<Record<Picture['id'], string>> = {
  'overdue-weeks': 'Nothing was overdue.',
  promises: 'No promise has come to its day.',
  cohorts: 'Nothing was still open so long after its due date.',
  cei: 'There was nothing to collect.',
};

/** What is chosen; kept while the page is left. */
let chosen: Omit<Chosen, 'owner'> = { currency: '', segment: undefined };

/** Draws Figures. */
export const figuresView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading the figures…', figuresView, 'getFigures');
  if (view) draw(host, shell, unpacked(view));
};

function draw(host: HTMLElement, shell: Shell, of: Unpacked): void {
  const { view, currencies, segments } = of;
  if (!currencies.includes(chosen.currency)) chosen = { ...chosen, currency: currencies[0] ?? '' };
  if (chosen.segment !== undefined && !segments.includes(chosen.segment)) chosen = { ...chosen, segment: undefined };
  const again = (): void => draw(host, shell, of);
  const focused = host.contains(document.activeElement) ? document.activeElement?.getAttribute('data-seek') : null;
  const { book, all, promises, isChosen } = bookOf(of, { ...chosen, owner: whose() });
  const points = monthPoints(book, MONTHS);
  const months = kpiMonths(book, points);
  const pictures = picturesOf(book, all, promises, points).map(inSegmentWords);
  const isRebuilt = pictures.some(({ rows }) => rows.some((row) => row.isRebuilt));
  const head = el('div', { class: 'view-head' }, el('h2', {}, 'Figures'));
  if (view.invoices.length === 0 && view.trouble === '') {
    const words =
      'There are no invoices yet. Put them below the headers of your invoice sheet, then open this page again.';
    host.replaceChildren(head, el('p', { class: 'empty' }, words));
    return;
  }
  host.replaceChildren(
    head,
    el('div', { class: 'figures-choice' }, ...choices(of, shell, again)),
    ...(view.trouble === '' ? [] : [el('p', { class: 'card question' }, view.trouble)]),
    sentences(view, book, months),
    ...(view.moved === '' ? [] : [el('p', { class: 'hint' }, view.moved)]),
    ...(isRebuilt ? [hatchKey()] : []),
    ...(view.invoices.length === 0 ? [] : kpiCards(book, months, chosen.segment === undefined)),
    ...neverAskedCard(view, book, isChosen),
    el('div', { class: 'pictures' }, ...pictures.map((picture) => pictureCard(picture, shell))),
  );
  if (focused) host.querySelector<HTMLElement>(`[data-seek="${focused}"]`)?.focus();
}

/** The names of segments as the key figures say them; the tabs keep the stored ones. */
function inSegmentWords(picture: Picture): Picture {
  if (picture.id !== 'segments') return picture;
  return { ...picture, rows: picture.rows.map((row) => ({ ...row, label: segmentAtStart(row.label) })) };
}

/** Segment, owner, currency: each where there is a choice. */
function choices(of: Unpacked, shell: Shell, again: () => void): HTMLElement[] {
  const pick = (
    label: string,
    seek: string,
    options: readonly [value: string, words: string][],
    value: string,
    take: (value: string) => void,
  ): HTMLElement[] => {
    if (options.length < 2) return [];
    const select = el(
      'select',
      { 'data-seek': seek },
      ...options.map(([own, words]) => el('option', { value: own }, words)),
    );
    select.value = value;
    select.addEventListener('change', () => {
      take(select.value);
      again();
    });
    return [field(label, select)];
  };
  const { currencies, segments, owners } = of;
  const owner = whoseField(owners, shell, again);
  return [
    ...pick(
      'Currency',
      'currency',
      currencies.map((code) => [code, shownCurrency(code) || 'None known']),
      chosen.currency,
      (currency) => {
        chosen = { ...chosen, currency };
      },
    ),
    ...pick(
      'Segment',
      'segment',
      segments.length < 2
        ? []
        : [['', 'Every segment'], ...segments.map((name): [string, string] => [`=${name}`, segmentAtStart(name)])],
      chosen.segment === undefined ? '' : `=${chosen.segment}`,
      (value) => {
        chosen = { ...chosen, segment: value === '' ? undefined : value.slice(1) };
      },
    ),
    ...(owner ? [owner] : []),
  ];
}

/** The figures that people ask for first, in words. */
function sentences(view: FiguresView, book: FiguresBook, months: readonly KpiLine[]): HTMLElement {
  const { asOf, currency } = book;
  const [now] = dayFigures(book, asOf);
  if (!now) return el('p', { class: 'muted' }, 'Nothing is open or was invoiced here.');
  const last = pointAt(book, startOfMonth(asOf) - 1);
  const lastCei = last.figures?.cei ?? null;
  const unchased = view.unchased[currency] ?? 0;
  const isAll = chosen.segment === undefined && whose() === undefined;
  const lines = [
    overdueInWords(now),
    ceiInWords(now.cei, `this month so far${civilOf(asOf).day < 8 ? ', which is a few days' : ''}`),
    lastCei === null
      ? ''
      : ceiInWords(lastCei, `in ${longDay(last.day).replace(/^\d+ /, '')}${last.isRebuilt ? ` (${REBUILT})` : ''}`),
    now.collected === null ? '' : `${formatMoney(now.collected, currency)} came in this month.`,
    collectionRateInWords(months[0]?.collectionRate ?? null, shortDay(startOfMonth(asOf), asOf).replace(/^\w+ /, '')),
    badDebtInWords(badDebtOf(months), currency),
    dayOfDsoInWords(now),
    isAll && unchased > 0 ? `${formatMoney(unchased, currency)} of what is overdue is chased by nobody.` : '',
  ].filter((line) => line !== '');
  return el('ul', { class: 'card figure-lines' }, ...lines.map((line) => el('li', {}, line)));
}

function hatchKey(): HTMLElement {
  return el(
    'p',
    { class: 'small muted hatch-key' },
    el('span', { class: 'hatched', 'aria-hidden': 'true' }),
    `Hatched, hollow or dashed: ${REBUILT}. It is not what was seen on the day, so the two are not to be compared.`,
  );
}

function pictureCard(picture: Picture, shell: Shell): HTMLElement {
  const { title, note, series, currency, rows, unit } = picture;
  const name = currency === '' ? title : `${title}, ${shownCurrency(currency)}`;
  const why = rows.find((row) => row.why !== undefined)?.why ?? '';
  const hasLegend = series.length > 1;
  return el(
    'section',
    { class: 'card picture-card', 'aria-label': name },
    el('h3', {}, name),
    isEmpty(picture)
      ? el('p', { class: 'muted' }, why === '' ? (NOTHING[picture.id] ?? 'Nothing is open.') : why)
      : el('div', { class: 'drawing' }, drawn(picture, shell.isWide ? WIDE : NARROW)),
    hasLegend && !isEmpty(picture) && legend(picture),
    el(
      'p',
      { class: 'small muted' },
      [note, ...(picture.goals ?? []).map((goal) => `${goalInWords(goal)}.`)].join(' '),
    ),
    el(
      'details',
      { class: 'more' },
      el('summary', {}, unit === 'money' && currency === '' ? 'The amounts' : 'The figures'),
      tableOf(picture, name),
      button('Save as a file', () => saveFile(`${picture.id}.csv`, csvText(csvRows(picture))), {
        kind: 'quiet',
        name: `Save as a file: ${name}`,
      }),
    ),
  );
}

/** What the colours mean; what is nowhere in a pile is left out. */
function legend(picture: Picture): HTMLElement {
  const isPile = picture.kind !== 'lines' && picture.kind !== 'columns';
  return el(
    'p',
    { class: 'small muted age-legend', 'aria-hidden': 'true' },
    ...picture.series.map((name, at) =>
      isPile && !picture.rows.some(({ values }) => values[at])
        ? null
        : el('span', {}, el('span', { class: `age-key ${seriesClass(picture, at)}` }), name),
    ),
  );
}

function tableOf({ rowsAre, series, rows, unit }: Picture, name: string): HTMLElement {
  const heads = [rowsAre, ...series].map((words) => el('th', { scope: 'col' }, words));
  return el(
    'div',
    { class: 'table-room' },
    el(
      'table',
      { class: 'figures-table' },
      el('caption', { class: 'unseen' }, name),
      el('thead', {}, el('tr', {}, ...heads)),
      el(
        'tbody',
        {},
        ...rows.map(({ label, values, isRebuilt, why }) =>
          el(
            'tr',
            {},
            el(
              'th',
              { scope: 'row', dir: 'auto' },
              label,
              isRebuilt ? el('span', { class: 'muted' }, ' (rebuilt)') : '',
            ),
            ...(values.every((value) => value === null) && why !== undefined
              ? [el('td', { colspan: series.length, class: 'why-blank' }, why)]
              : series.map((_, at) => el('td', {}, wholeValue(values[at], unit)))),
          ),
        ),
      ),
    ),
  );
}

/** The table as a file: plain numbers, and a column that says what was rebuilt or why a line is blank. */
function csvRows({ rowsAre, series, rows }: Picture): string[][] {
  return [
    [rowsAre, ...series, 'Rebuilt'],
    ...rows.map(({ label, values, isRebuilt, why }) => [
      label,
      ...series.map((_, at) => (values[at] === null || values[at] === undefined ? '' : String(values[at]))),
      isRebuilt ? REBUILT : (why ?? ''),
    ]),
  ];
}
