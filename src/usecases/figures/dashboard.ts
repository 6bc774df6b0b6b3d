// The tab AR Dashboard: blocks of constants, one below the other, each with a chart of Google's beside it.
import type { NeverAsked } from '../../dunning/outlook/never-asked';
import { bookAsOf } from '../../receivables/book';
import { longDay } from '../../receivables/day';
import { dayFigures } from '../../receivables/figures/day-figures';
import { type Goal, goalInWords } from '../../receivables/figures/goals';
import { kpiMonths, ratesPicture } from '../../receivables/figures/kpis';
import { monthCover } from '../../receivables/figures/month-cover';
import {
  fromFirst,
  MONTHS,
  MOST_CURRENCIES,
  MOST_SEGMENTS,
  type Picture,
  type PictureId,
  picturesOf,
  TOP,
  WEEKS,
} from '../../receivables/figures/pictures';
import { type FiguresBook, monthPoints, REBUILT } from '../../receivables/figures/points';
import { ceiInWords, dayOfDsoInWords, overdueInWords } from '../../receivables/figures/sentences';
import { isOwed } from '../../receivables/invoice-status';
import { shownCurrency } from '../../receivables/metrics/aging-report';
import { addTo, type Totals, toDecimal } from '../../receivables/money';
import type { Cell } from '../../sheet/grid';
import { textOf } from '../../sheet/read/typed-cells';
import type { ChartSpec, SheetInfo } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { DASHBOARD_TAB } from '../../workbook/tab-specs';
import type { FiguresFacts } from './figures-facts';

/** Columns of the blocks: a label, and as many series as any picture has, two goals among them. */
const COLUMNS = 7;
const LABEL_WIDTH = 210;
const WIDTH = 95;

/** The column in which the charts stand. */
const CHARTS_AT = 9;

/** Rows of the head, and of a block with its title, note and names of series; a chart needs some room as well. */
const HEAD = 4;
const ABOVE = 3;
const BLOCK = 19;

/** So many rows each picture may have. */
const ROWS: Readonly<Record<PictureId, number>> = {
  aging: MOST_CURRENCIES,
  'overdue-weeks': WEEKS,
  days: MONTHS,
  cei: MONTHS,
  debtors: TOP,
  segments: MOST_SEGMENTS,
  promises: MONTHS,
  cohorts: MONTHS,
  'past-aging': 6,
  rates: MONTHS,
  'never-asked': TOP,
};

const FORMATS: Readonly<Record<Picture['unit'], string>> = { money: '#,##0.00', days: '0.0', share: '0%', count: '0' };

/** Behind the label of a point that nobody lived through. */
const MARK = ' *';

/** What the tab is to hold. */
interface Dashboard {
  head: string[];
  pictures: readonly Picture[];
}

/** The dashboard of the facts, in the currency with most open invoices. */
function dashboardOf(facts: FiguresFacts, goals: readonly Goal[], neverAsked: readonly NeverAsked[]): Dashboard {
  const { rows, asOf, history, promises } = facts;
  const currency = mainCurrency(facts);
  const own = rows.filter((row) => row.currency === currency);
  const lines = history.filter((line) => line.currency === currency && line.segment === '');
  const book: FiguresBook = { ...facts, rows: own, currency, history: lines, cover: monthCover(rows, asOf), goals };
  const now = dayFigures(book, asOf)[0];
  const sentences = now
    ? [overdueInWords(now), ceiInWords(now.cei, 'this month so far'), dayOfDsoInWords(now)]
    : ['Nothing is open.'];
  const months = monthPoints(book, MONTHS);
  const whole = `As of ${longDay(asOf)}, in ${shownCurrency(currency)}. Figures of one segment, owner or other currency: the desk, page Figures.`;
  return {
    head: [DASHBOARD_TAB.name, whole, sentences.filter((one) => one !== '').join(' '), ''],
    pictures: [
      ...picturesOf(book, rows, promises, months).map(withGoals),
      ratesPicture(kpiMonths(book, months)),
      neverAskedPicture(currency, neverAsked),
    ],
  };
}

/** What is overdue and nobody asked for, by the reason, the most first. */
function neverAskedPicture(currency: string, all: readonly NeverAsked[]): Picture {
  const sums: Totals = {};
  for (const one of all) if (one.currency === currency) addTo(sums, one.why, one.amount);
  const ranked = Object.entries(sums).sort(([, a], [, b]) => b - a);
  return {
    ...{ id: 'never-asked', title: 'Overdue, and nobody asked for it', kind: 'bars', unit: 'money', currency },
    note: 'Today: no mail, message, letter or call to the customer since it fell due, and why.',
    ...{ rowsAre: 'Why', series: ['Overdue'] },
    rows: ranked.slice(0, TOP).map(([why, minor]) => ({
      label: `${why.charAt(0).toUpperCase()}${why.slice(1)}`,
      values: [toDecimal(minor, currency)],
    })),
  };
}

/** Goals as further series, the same in each row: a chart of Google's draws them as lines. */
function withGoals(picture: Picture): Picture {
  const goals = picture.goals ?? [];
  return {
    ...picture,
    series: [...picture.series, ...goals.map(goalInWords)],
    rows: picture.rows.map((row) =>
      row.values.length === 0 ? row : { ...row, values: [...row.values, ...goals.map(({ value }) => value)] },
    ),
  };
}

/** The currency of most open invoices. */
function mainCurrency({ rows, asOf }: Pick<FiguresFacts, 'rows' | 'asOf'>): string {
  const counts = new Map<string, number>();
  for (const { currency, ...invoice } of bookAsOf(rows, asOf))
    counts.set(currency, (counts.get(currency) ?? 0) + (isOwed(invoice) ? 1 : 0));
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most?.[0] ?? '';
}

/** Where the block of a picture begins, 1-based, where nobody moved it. */
function rowOf(at: number): number {
  return HEAD + 1 + at * BLOCK;
}

/** The cells of a picture's block. */
function blockOf(picture: Picture): Cell[][] {
  const { title, note, rowsAre, series, currency, id } = picture;
  const { rows } = fromFirst(picture);
  const isMarked = rows.some(({ isRebuilt }) => isRebuilt);
  const why = picture.rows.find((row) => row.why !== undefined)?.why ?? '';
  const said = [note, isMarked ? `* ${REBUILT}.` : '', why === '' ? '' : `What is blank or left out: ${why}`].filter(
    (one) => one !== '',
  );
  const lines: Cell[][] = [
    [currency === '' ? title : `${title}, ${shownCurrency(currency)}`],
    [said.join(' ')],
    [rowsAre, ...series],
    ...rows.map(({ label, values, isRebuilt }): Cell[] => [
      `${label}${isRebuilt ? MARK : ''}`,
      ...values.map((value) => value ?? ''),
    ]),
  ];
  const height = Math.max(BLOCK, ABOVE + ROWS[id] + 1);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: COLUMNS }, (__, column) => lines[row]?.[column] ?? ''),
  );
}

function headOf({ head }: Dashboard): Cell[][] {
  return head.map((line) => Array.from({ length: COLUMNS }, (_, column) => (column === 0 ? line : '')));
}

function cellsOf(dashboard: Dashboard): Cell[][] {
  return [...headOf(dashboard), ...dashboard.pictures.flatMap(blockOf)];
}

/** The charts as they stand beside their blocks. */
function chartsOf({ pictures }: Dashboard): ChartSpec[] {
  return pictures.map(({ id, title, kind, series, goals = [] }, at) => ({
    title,
    kind,
    lines: goals.length,
    block: { row: rowOf(at) + ABOVE - 1, column: 1, rows: ROWS[id] + 1, columns: series.length + 1 },
    at: { row: rowOf(at), column: CHARTS_AT },
  }));
}

/** The tab; null where there is none. It has no headers to be found by. */
function tabOf({ tabs, state }: WorkbookSession): SheetInfo | null {
  const { name } = DASHBOARD_TAB;
  const id = state.tabs[name];
  return (
    tabs.sheets.find((sheet) => sheet.id === id) ?? tabs.sheets.find((sheet) => sheet.name.trim() === name) ?? null
  );
}

/** Targets and benchmarks as set; none before set-up. */
function goalsOf(ws: WorkbookSession): Goal[] {
  if (!ws.isSetUp()) return [];
  const { targets, benchmarks } = ws.settings();
  return [...targets, ...benchmarks];
}

/** Brings the constants up to date, where there is a dashboard; charts follow by themselves and are left alone. */
export function refreshDashboard(ws: WorkbookSession, facts: FiguresFacts, neverAsked: () => NeverAsked[]): void {
  const sheet = tabOf(ws);
  if (sheet) writeConstants(ws, sheet, dashboardOf(facts, goalsOf(ws), neverAsked()), false);
}

/** A block as it is planned, and the rows and columns of it that its picture may fill. */
interface Block {
  title: string;
  planned: number;
  cells: Cell[][];
  rows: number;
  columns: number;
}

function blocksOf(dashboard: Dashboard): Block[] {
  const [title = ''] = dashboard.head;
  return [
    { title, planned: 1, cells: headOf(dashboard), rows: HEAD - 1, columns: 1 },
    ...dashboard.pictures.map((picture, at) => ({
      ...{ title: picture.title, planned: rowOf(at), cells: blockOf(picture) },
      ...{ rows: ABOVE + ROWS[picture.id], columns: picture.series.length + 1 },
    })),
  ];
}

/**
 * Writes each block where its title stands: rows that people put in between move it. Everything at once where nothing was moved and the
 * blocks are ours alone; else each as far as its picture goes, so that what people wrote below or beside it stays. A block whose title is
 * gone is left out, or put where it was planned and nothing stands.
 * @param adds whether blocks that are not there are put there
 * @returns the titles of what was left out
 */
function writeConstants(
  { ports, state }: WorkbookSession,
  sheet: SheetInfo,
  dashboard: Dashboard,
  adds: boolean,
): ReadonlySet<string> {
  const { workbook } = ports;
  const grid = workbook.readBlock(sheet, 1, 1, rowOf(dashboard.pictures.length) + 200, COLUMNS);
  if ((grid[0]?.length ?? 0) < COLUMNS)
    throw new Refusal(
      'tab-damaged',
      `${DASHBOARD_TAB.name} has lost columns that it needs. Bring them back with Undo, or delete the tab and make it anew.`,
    );
  const column = grid.map(([cell]) => textOf(cell));
  const blocks = blocksOf(dashboard).map((block) => {
    const { planned } = block;
    const found = placeOf(column, block);
    const isFree = grid
      .slice(planned - 1, planned - 1 + block.cells.length)
      .flat()
      .every((cell) => textOf(cell) === '');
    const isNew = found === 0 && adds && isFree;
    const first = isNew ? planned : found;
    const there = grid.slice(Math.max(0, first - 1), first - 1 + block.cells.length);
    // A goal that was taken away leaves its column.
    const isGoal = (cell: Cell): boolean => /^(Target|Benchmark)/.test(textOf(cell));
    const columns = Math.max(block.columns, (there[ABOVE - 1] ?? []).map(isGoal).lastIndexOf(true) + 1);
    const isOurs = there.every((line, row) =>
      line.every((cell, at) => (row < block.rows && at < columns) || textOf(cell) === ''),
    );
    return { ...block, first, columns, isOurs, isNew };
  });
  if (blocks.every(({ first, planned, isOurs }) => first === planned && isOurs))
    workbook.write(sheet, 1, 1, cellsOf(dashboard));
  else
    for (const { first, cells, rows, columns } of blocks)
      if (first > 0)
        workbook.write(
          sheet,
          first,
          1,
          cells.slice(0, rows).map((line) => line.slice(0, columns)),
        );
  state.tabs[DASHBOARD_TAB.name] = sheet.id;
  if (blocks.some(({ isNew }) => isNew) && blocks.every(({ first, planned }) => first === planned))
    ports.charts.lookLike(sheet, formatsOf(dashboard), headingsOf(dashboard));
  return new Set(blocks.filter(({ first }) => first === 0).map(({ title }) => title));
}

/** The row of a title, 0 for none; of several the nearest to where it was put: a customer may be called as a picture is. */
function placeOf(column: readonly string[], { title, planned }: Pick<Block, 'title' | 'planned'>): number {
  const found = column.flatMap((text, at) => (text === title || text.startsWith(`${title}, `) ? [at + 1] : []));
  return found.sort((a, b) => Math.abs(a - planned) - Math.abs(b - planned))[0] ?? 0;
}

/** What became of a dashboard. */
interface MadeDashboard {
  sheet: SheetInfo;
  isNew: boolean;
  /** Titles of charts that the tab did not take. */
  failed: string[];
}

/**
 * Makes the dashboard, or brings it up to date: constants first, then the charts that are missing. Charts that are there stay as they are, restyled
 * or moved; drawn anew on request, only ours go. A chart that cannot be made stops nothing.
 * @param anew whether our charts are drawn anew
 */
export function putDashboard(
  ws: WorkbookSession,
  facts: FiguresFacts,
  neverAsked: readonly NeverAsked[],
  anew: boolean,
): MadeDashboard {
  const dashboard = dashboardOf(facts, goalsOf(ws), neverAsked);
  const known = tabOf(ws);
  const sheet = known ?? created(ws, dashboard);
  const leftOut = known ? writeConstants(ws, sheet, dashboard, anew) : new Set<string>();
  // A chart over cells that are not there yet draws nothing.
  ws.ports.workbook.flush();
  return { sheet, isNew: !known, failed: putCharts(ws, sheet, dashboard, leftOut, anew) };
}

function created(ws: WorkbookSession, dashboard: Dashboard): SheetInfo {
  const { workbook, charts } = ws.ports;
  const [head = [], ...rows] = cellsOf(dashboard);
  const columns = head.map((cell, at) => ({
    header: textOf(cell),
    kind: at === 0 ? ('text' as const) : ('number' as const),
    width: at === 0 ? LABEL_WIDTH : WIDTH,
  }));
  const [sheet = { id: -1, name: '' }] = workbook.createTabs([{ name: DASHBOARD_TAB.name, columns, rows }]);
  ws.tabs.sheets.push(sheet);
  ws.state.tabs[DASHBOARD_TAB.name] = sheet.id;
  charts.lookLike(sheet, formatsOf(dashboard), headingsOf(dashboard));
  return sheet;
}

/** Number formats, cell by cell; labels are texts, so that none becomes a day. */
function formatsOf({ head, pictures }: Dashboard): string[][] {
  const row = (format: string): string[] =>
    Array.from({ length: COLUMNS }, (_, column) => (column === 0 ? '@' : format));
  return [
    ...head.map(() => row('@')),
    ...pictures.flatMap((picture) => blockOf(picture).map((_, at) => row(at < ABOVE ? '@' : FORMATS[picture.unit]))),
  ];
}

/** The rows with titles, 1-based. */
function headingsOf({ pictures }: Dashboard): number[] {
  return [1, ...pictures.flatMap((_, at) => [rowOf(at), rowOf(at) + ABOVE - 1])];
}

function putCharts(
  { ports, state }: WorkbookSession,
  sheet: SheetInfo,
  dashboard: Dashboard,
  leftOut: ReadonlySet<string>,
  anew: boolean,
): string[] {
  const { charts } = ports;
  const wanted = chartsOf(dashboard).filter(({ title }) => !leftOut.has(title));
  const ours = new Set(Object.values(state.charts));
  const there = charts.all(sheet);
  const gone = anew ? there.filter(({ id }) => ours.has(id)).map(({ id }) => id) : [];
  charts.remove(sheet, gone);
  const left = there.filter(({ id }) => !gone.includes(id));
  const isThere = ({ title }: ChartSpec): boolean =>
    left.some(({ id, title: own }) => id === state.charts[title] || own === title);
  const missing = wanted.filter((spec) => !isThere(spec));
  const failed = charts.insert(sheet, missing);
  const now = missing.length > 0 ? charts.all(sheet) : left;
  const known = Object.entries(state.charts).filter(([, id]) => left.some((one) => one.id === id));
  const titles = new Set(wanted.map(({ title }) => title));
  const made = now.filter(({ id, title }) => titles.has(title) && (!left.some((one) => one.id === id) || ours.has(id)));
  state.charts = Object.fromEntries([...known, ...made.map(({ id, title }) => [title, id] as const)]);
  return failed;
}
