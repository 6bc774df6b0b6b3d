// Charts in a sheet: builders, what is inserted, found again, changed and removed, with the traps of the live service.
import type { Book, RangeObject } from './book';
import { type MethodTable, named, serve } from './call';
import { type StoredChart, storedCharts } from './chart-state';
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, type EnumValue } from './enums';
import { fail } from './exception';
import type { Host } from './host';

const charts = new WeakMap<object, { book: Book; sheetId: number; chart: StoredChart }>();

function kept(object: object): { book: Book; sheetId: number; chart: StoredChart } {
  return charts.get(object) ?? fail('Invalid chart');
}

/** What a builder's methods change: a copy, so that a chart that was built stays as it is. */
function change(object: object, part: Partial<StoredChart>): void {
  const own = kept(object);
  charts.set(object, { ...own, chart: { ...own.chart, ...part } });
}

/** The options of a chart, as far as the service tells them. */
class ChartOptions {
  readonly #options: Record<string, unknown>;
  constructor(options: Record<string, unknown>) {
    this.#options = options;
  }
  get(name: string): unknown {
    return this.#options[name] ?? null;
  }
}

/** Where a chart stands. */
class ContainerInfo {
  readonly #at: StoredChart['at'];
  constructor(at: StoredChart['at']) {
    this.#at = at;
  }
  getAnchorRow(): number {
    return this.#at.row + 1;
  }
  getAnchorColumn(): number {
    return this.#at.column + 1;
  }
  getOffsetX(): number {
    return this.#at.x;
  }
  getOffsetY(): number {
    return this.#at.y;
  }
}

/** A chart that was built. */
export class EmbeddedChart {
  constructor(book: Book, sheetId: number, chart: StoredChart) {
    charts.set(this, { book, sheetId, chart });
  }
  /** Null before it is inserted. */
  getChartId(): number | null {
    return kept(this).chart.id || null;
  }
  getOptions(): ChartOptions {
    return new ChartOptions(kept(this).chart.options);
  }
  getRanges(): RangeObject[] {
    const { book, chart } = kept(this);
    return chart.ranges.map((range) => book.range(range));
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(kept(this).chart.at);
  }
  getNumHeaders(): number {
    return kept(this).chart.headers;
  }
  getHiddenDimensionStrategy(): EnumValue {
    return ChartHiddenDimensionStrategy[kept(this).chart.hidden as keyof typeof ChartHiddenDimensionStrategy];
  }
  modify(): EmbeddedChartBuilder {
    const { book, sheetId, chart } = kept(this);
    return new EmbeddedChartBuilder(book, sheetId, chart);
  }
}

/** Types of which the live service takes no strategy for hidden rows, whatever its reference says. */
const WITHOUT_STRATEGY = ['PIE', 'TABLE'];

/** The builder of a chart; `build()` gives a snapshot. */
export class EmbeddedChartBuilder {
  constructor(book: Book, sheetId: number, chart: StoredChart) {
    charts.set(this, { book, sheetId, chart });
  }
  addRange(range: object): this {
    const { book, chart } = kept(this);
    const rect = book.rectOf(range) ?? fail('Invalid range');
    change(this, { ranges: [...chart.ranges, { ...rect }] });
    return this;
  }
  clearRanges(): this {
    change(this, { ranges: [] });
    return this;
  }
  setChartType(type: EnumValue): this {
    change(this, { type: type.name() });
    return this;
  }
  setNumHeaders(headers: number): this {
    change(this, { headers });
    return this;
  }
  setPosition(row: number, column: number, x: number, y: number): this {
    const { book, sheetId } = kept(this);
    book.checked(sheetId, row, column, 1, 1);
    change(this, { at: { row: row - 1, column: column - 1, x, y } });
    return this;
  }
  setOption(name: string, value: unknown): this {
    change(this, { options: { ...kept(this).chart.options, [name]: value } });
    return this;
  }
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    if (WITHOUT_STRATEGY.includes(kept(this).chart.type)) fail('Unexpected error');
    change(this, { hidden: strategy.name() });
    return this;
  }
  setTransposeRowsAndColumns(isTransposed: boolean): this {
    change(this, { isTransposed });
    return this;
  }
  asColumnChart(): this {
    return this.setChartType(ChartType.COLUMN);
  }
  asBarChart(): this {
    return this.setChartType(ChartType.BAR);
  }
  asLineChart(): this {
    return this.setChartType(ChartType.LINE);
  }
  asAreaChart(): this {
    return this.setChartType(ChartType.AREA);
  }
  asPieChart(): this {
    return this.setChartType(ChartType.PIE);
  }
  asTableChart(): this {
    return this.setChartType(ChartType.TABLE);
  }
  /** The only one that has an axis range of its own for x: the others have no such method. */
  asScatterChart(): EmbeddedScatterChartBuilder {
    const { book, sheetId, chart } = kept(this);
    return new EmbeddedScatterChartBuilder(book, sheetId, { ...chart, type: 'SCATTER' });
  }
  build(): EmbeddedChart {
    const { book, sheetId, chart } = kept(this);
    return new EmbeddedChart(book, sheetId, chart);
  }
  toString(): string {
    return 'com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApiEmbeddedChartBuilder@local';
  }
}

class EmbeddedScatterChartBuilder extends EmbeddedChartBuilder {
  setXAxisRange(start: number, end: number): this {
    return this.setOption('hAxis.viewWindow', { min: start, max: end });
  }
  setYAxisRange(start: number, end: number): this {
    return this.setOption('vAxis.viewWindow', { min: start, max: end });
  }
}

const NEW: StoredChart = {
  ...{ id: 0, type: 'COLUMN', ranges: [], at: { row: 0, column: 0, x: 0, y: 0 }, options: {}, headers: -1 },
  // Hidden and filtered rows vanish from a chart unless it is told otherwise.
  ...{ hidden: 'IGNORE_ROWS', isTransposed: false },
};

/** A builder for a sheet. */
export function newChart(book: Book, sheetId: number): EmbeddedChartBuilder {
  return new EmbeddedChartBuilder(book, sheetId, NEW);
}

/** The charts of a sheet, in the order in which they were inserted. */
export function chartsOf(book: Book, sheetId: number): EmbeddedChart[] {
  return storedCharts(book.facts(sheetId).extras).map((chart) => new EmbeddedChart(book, sheetId, chart));
}

function keep(book: Book, sheetId: number, list: readonly StoredChart[]): void {
  book.host.draft.setSheet(sheetId, { extras: { ...book.facts(sheetId).extras, charts: [...list] } });
}

function built(object: object): StoredChart {
  return object instanceof EmbeddedChart ? kept(object).chart : fail('Invalid chart');
}

/** Puts a chart into a sheet. @throws Exception for one that has no range */
export function insertChart(book: Book, sheetId: number, object: object): void {
  const chart = built(object);
  if (chart.ranges.length === 0) fail('Charts must have at least one range.');
  const { extras } = book.facts(sheetId);
  // An id is never given twice, so it begins another way in each sheet.
  const id = Number(extras['lastChart'] ?? 1_200_000_000 + (sheetId % 100_000)) + 100_003;
  book.host.draft.setSheet(sheetId, {
    extras: { ...extras, charts: [...storedCharts(extras), { ...chart, id }], lastChart: id },
  });
}

/** Puts a changed chart in the place of the one it was. @throws Exception where that one is gone */
export function updateChart(book: Book, sheetId: number, object: object): void {
  const chart = built(object);
  const list = storedCharts(book.facts(sheetId).extras);
  if (!list.some(({ id }) => id === chart.id)) fail('Chart not found.');
  keep(
    book,
    sheetId,
    list.map((one) => (one.id === chart.id ? chart : one)),
  );
}

/** Takes a chart away. @throws Exception where it is gone already */
export function removeChart(book: Book, sheetId: number, object: object): void {
  const { id } = built(object);
  const list = storedCharts(book.facts(sheetId).extras);
  if (!list.some((one) => one.id === id)) fail('Chart not found.');
  keep(
    book,
    sheetId,
    list.filter((one) => one.id !== id),
  );
}

/** The service Charts: the names that builders of embedded charts take. */
export function createCharts(): object {
  return { ChartType, ChartHiddenDimensionStrategy, ChartMergeStrategy, toString: () => 'Charts' };
}

const CHART: MethodTable = {
  getChartId: '- ',
  getOptions: '- ',
  getRanges: '- ',
  getContainerInfo: '- ',
  getNumHeaders: '- ',
  getHiddenDimensionStrategy: '- ',
  modify: '- ',
};

const BUILDER: MethodTable = {
  addRange: '- e',
  clearRanges: '- ',
  setChartType: '- e',
  setNumHeaders: '- n',
  setPosition: '- n,n,n,n',
  setOption: '- S,a',
  setHiddenDimensionStrategy: '- e',
  setTransposeRowsAndColumns: '- b',
  build: '- ',
};

/** Puts the calling rules around charts and their builders. */
export function serveCharts(host: Host): void {
  serve(host, EmbeddedChart.prototype, 'SpreadsheetApp.EmbeddedChart', 'EmbeddedChart', CHART);
  serve(host, EmbeddedChartBuilder.prototype, 'SpreadsheetApp.EmbeddedChartBuilder', 'EmbeddedChartBuilder', BUILDER);
  const options = { get: '- S' };
  serve(host, ChartOptions.prototype, 'Charts.ChartOptions', 'ChartOptions', options);
  for (const [target, name] of [
    [EmbeddedChart.prototype, 'EmbeddedChart'],
    [ChartOptions.prototype, 'ChartOptions'],
    [ContainerInfo.prototype, 'ContainerInfo'],
  ] as const)
    named(target, name);
}
