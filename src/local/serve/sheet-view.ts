// What the page is shown of a sheet: displayed texts, formulas and remarks, cell by cell.
import type { WorkbookFormulas } from '../formulas/workbook-formulas';
import { type StoredChart, storedCharts } from '../google-services/chart-state';
import type { StoredCell, StoredSheet } from '../google-services/state';
import { isRule } from '../google-services/validation-rules';
import { displayed } from '../workbook/display';
import { contentSize, shownCells } from '../workbook/stored-cells';

/** A cell for the page; short names, because there are many. */
export interface CellView {
  /** Displayed text. */
  t: string;
  /** What the formula bar shows when it differs from the text: the formula or the full value. */
  f?: string;
  /** Shown to the right: numbers and dates. */
  r?: 1;
  /** Bold. */
  b?: 1;
  /** Background colour. */
  bg?: string;
  /** The host does not calculate this formula: the file's cached value, greyed. */
  g?: 1;
  /** An error. */
  e?: 1;
  /** A sentence about the cell: an error's message, a note. */
  m?: string;
  /** Address of the formula that spilled into this cell. */
  s?: string;
  /** The words its drop-down offers. */
  c?: string[];
}

/** A chart as the page draws it: what stands in its cells now. */
export interface ChartView {
  id: number;
  title: string;
  /** As Google names it: `BAR`. */
  type: string;
  /** `percent`, true or false. */
  stacked: boolean | 'percent';
  series: { name: string; values: (number | null)[] }[];
  labels: string[];
}

export interface SheetView {
  id: number;
  name: string;
  frozenRows: number;
  columns: number;
  widths: Record<number, number>;
  /** Rows with content and some below, each a sparse list: column to cell. */
  rows: Record<number, CellView>[];
  charts: ChartView[];
}

/** Two decimals tell an amount from a number that names something. */
const AMOUNT = /^-?\d[\d.,' ]*[.,]\d\d$/;
const SPARE_ROWS = 30;
const LEAST_COLUMNS = 14;

/**
 * The view of a sheet.
 *
 * @param formulas the workbook's live formulas, for remarks and spilled cells
 * @param locale of the spreadsheet
 */
export function sheetView(
  sheet: StoredSheet,
  formulas: Pick<WorkbookFormulas, 'remark' | 'spilledFrom'>,
  locale: string,
): SheetView {
  const size = contentSize(sheet);
  const rowCount = Math.min(sheet.maxRows, Math.max(size.rows + SPARE_ROWS, 60));
  const columns = Math.min(sheet.maxColumns, Math.max(size.columns + 2, LEAST_COLUMNS));
  const rows: Record<number, CellView>[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const cells: Record<number, CellView> = {};
    for (const [column, cell] of shownCells(sheet, row)) {
      cells[column] = cellView(sheet, row, column, cell, formulas, locale);
    }
    rows.push(cells);
  }
  const { id, name, frozenRows, columnWidths } = sheet;
  const charts = storedCharts(sheet.extras).map((chart) => chartView(sheet, chart, locale));
  return { id, name, frozenRows, columns, widths: columnWidths, rows, charts };
}

/** Rows without anything in them draw nothing, as on Google. */
function chartView(sheet: StoredSheet, chart: StoredChart, locale: string): ChartView {
  const { id, type, options } = chart;
  const [{ row, column, rows, columns } = { row: 0, column: 0, rows: 0, columns: 0 }] = chart.ranges;
  const cell = (r: number, c: number): StoredCell | undefined => sheet.cells.get(row + r)?.get(column + c);
  const first = Math.max(0, chart.headers);
  const lines = Array.from({ length: Math.max(0, rows - first) }, (_, at) => first + at).filter((r) =>
    Array.from({ length: columns }, (_, c) => cell(r, c)).some(
      (one) => one !== undefined && one.value.kind !== 'empty',
    ),
  );
  const numberIn = (r: number, c: number): number | null => {
    const value = cell(r, c)?.value;
    return value?.kind === 'number' ? value.value : null;
  };
  const stacked = options['isStacked'];
  return {
    ...{ id, type, title: String(options['title'] ?? '') },
    stacked: stacked === 'percent' ? 'percent' : stacked === true,
    labels: lines.map((r) => displayed(cell(r, 0), locale)),
    series: Array.from({ length: Math.max(0, columns - 1) }, (_, c) => ({
      name: first > 0 ? displayed(cell(0, c + 1), locale) : '',
      values: lines.map((r) => numberIn(r, c + 1)),
    })),
  };
}

function cellView(
  sheet: StoredSheet,
  row: number,
  column: number,
  cell: StoredCell,
  formulas: Pick<WorkbookFormulas, 'remark' | 'spilledFrom'>,
  locale: string,
): CellView {
  const view: CellView = { t: displayed(cell, locale) };
  const { value } = cell;
  if (cell.formula) view.f = cell.formula;
  else if (value.kind === 'number' && String(value.value) !== view.t) view.f = String(value.value);
  // An amount that is kept as text stands under the others.
  if (value.kind === 'number' || value.kind === 'date' || AMOUNT.test(view.t)) view.r = 1;
  const { validation } = cell;
  if (isRule(validation) && validation.criteria === 'VALUE_IN_LIST' && Array.isArray(validation.values[0]))
    view.c = validation.values[0].map(String);
  if (cell.fontWeight === 'bold') view.b = 1;
  if (cell.background && /^#[0-9a-f]{3,8}$/i.test(cell.background)) view.bg = cell.background;
  if (value.kind === 'error') view.e = 1;
  const remark = formulas.remark(sheet, row, column);
  if (remark?.cached) view.g = 1;
  const message = remark?.message ?? cell.note ?? '';
  if (message !== '') view.m = message;
  const anchor = formulas.spilledFrom(sheet, row, column);
  if (anchor !== undefined) view.s = anchor;
  return view;
}
