// How a tab of ours is laid out: new ones made alike in few calls; one that is there already gets its data first, then its looks.
import { type Cell, isDayCell } from '../sheet/grid';
import type { ColumnKind, NewTab, TabColumn } from '../workbook/tab-specs';
import { cosmetic, putValues, takesLooks, unlessTyped, type Written } from './typed-columns';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const DATE_FORMAT = 'yyyy-mm-dd';

/** The cell format of each kind of column. */
export const FORMATS: Record<ColumnKind, string> = { text: '@', number: 'general', date: DATE_FORMAT };

/** Pixels of a column that has no width of its own. */
const USUAL_WIDTH = 150;

/**
 * Makes tabs with their headers and rows behind the others. Headers, frozen row and usual width are given to the first and
 * come along with the copies that the others begin as. No column of a new tab is typed, and a text that lands in a cell
 * without its format may become a formula, so formats come before the values.
 * @param tabs their names are free; the rows are as wide as the headers
 * @param writtenAs what a cell is written with
 * @returns the sheets in the order of the tabs, and how many rows each has
 */
export function newTabs(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tabs: readonly NewTab[],
  writtenAs: (cell: Cell) => Written,
): { sheets: Sheet[]; rows: number } {
  const sheets: Sheet[] = [];
  const place = spreadsheet.getSheets().length;
  // A tab that is made comes to the front; the person stays where they were. A run without a screen shows none.
  const shown = spreadsheet.getActiveSheet() as Sheet | null;
  let rows = 0;
  for (const { name } of tabs) {
    const [template] = sheets;
    const sheet = template
      ? spreadsheet.insertSheet(name, place + sheets.length, { template })
      : spreadsheet.insertSheet(name, place);
    if (!template) rows = firstOf(sheet, tabs);
    sheets.push(sheet);
  }
  for (const [at, { columns, rows: cells = [] }] of tabs.entries()) {
    const sheet = sheets[at];
    if (!sheet) continue;
    const usual = columns.map(({ kind }) => FORMATS[kind]);
    // A header like 1-30 would become a date as well.
    const formats = Array.from({ length: rows }, (_, row) =>
      row === 0 ? usual.map(() => FORMATS.text) : (cells[row - 1]?.map(formatAs(usual)) ?? usual),
    );
    unlessTyped(() => sheet.getRange(1, 1, rows, columns.length).setNumberFormats(formats));
    const lines = [columns.map(({ header }) => header), ...cells.map((line) => line.map(writtenAs))];
    putValues(sheet.getRange(1, 1, lines.length, columns.length), lines);
    giveWidths(sheet, 1, columns);
    giveNotes(sheet, 1, 1, columns);
    giveChoices(sheet, 1, 1, rows, columns);
  }
  shown?.activate();
  return { sheets, rows };
}

/** A day in a column of mixed texts keeps the look of a day. */
function formatAs(usual: readonly string[]): (cell: Cell, column: number) => string {
  return (cell, column) => (isDayCell(cell) ? DATE_FORMAT : (usual[column] ?? FORMATS.text));
}

/** The looks that all new tabs share, and room for the longest. @returns how many rows the sheet has */
function firstOf(sheet: Sheet, tabs: readonly NewTab[]): number {
  const rows = sheet.getMaxRows();
  const needed = Math.max(...tabs.map((tab) => tab.rows?.length ?? 0)) + 1;
  const columns = Math.max(...tabs.map((tab) => tab.columns.length));
  if (needed > rows) sheet.insertRowsAfter(rows, needed - rows);
  makeWide(sheet, columns);
  cosmetic(() => sheet.getRange('1:1').setFontWeight('bold').setBackground('#e8eaed'));
  cosmetic(() => sheet.setFrozenRows(1));
  cosmetic(() => sheet.setColumnWidths(1, columns, USUAL_WIDTH));
  return Math.max(rows, needed);
}

/** A new sheet has 26 columns; a tab of ours may have more. */
function makeWide(sheet: Sheet, columns: number): void {
  const there = sheet.getMaxColumns();
  if (columns > there) sheet.insertColumnsAfter(there, columns - there);
}

/** Gives a tab without headers its headers, formats, widths, notes and drop-downs. */
export function layOutTab(sheet: Sheet, columns: readonly TabColumn[]): void {
  layOutColumns(sheet, 1, 1, columns);
  cosmetic(() => sheet.setFrozenRows(1));
}

/** Headers of columns that lie side by side, then formats, widths and drop-downs, as far as a Table takes them. */
export function layOutColumns(sheet: Sheet, headerRow: number, first: number, columns: readonly TabColumn[]): void {
  const headers = columns.map(({ header }) => header);
  makeWide(sheet, first + headers.length - 1);
  const rows = sheet.getMaxRows();
  const names = sheet.getRange(headerRow, first, 1, headers.length);
  putValues(names, [headers]);
  takesLooks(() => {
    cosmetic(() => names.setFontWeight('bold').setBackground('#e8eaed'));
    columns.forEach(({ kind }, index) => {
      const cells = sheet.getRange(headerRow + 1, first + index, rows - headerRow, 1);
      unlessTyped(() => cells.setNumberFormat(FORMATS[kind]));
    });
    cosmetic(() => sheet.setColumnWidths(first, columns.length, USUAL_WIDTH));
    giveWidths(sheet, first, columns);
    giveNotes(sheet, headerRow, first, columns);
    giveChoices(sheet, headerRow, first, rows, columns);
  });
}

/** Widths where they are not the usual one, those of neighbours at once. */
function giveWidths(sheet: Sheet, first: number, columns: readonly TabColumn[]): void {
  let from = 0;
  while (from < columns.length) {
    const width = columns[from]?.width;
    let to = from + 1;
    while (to < columns.length && columns[to]?.width === width) to += 1;
    const [start, count] = [first + from, to - from];
    if (width !== undefined) cosmetic(() => sheet.setColumnWidths(start, count, width));
    from = to;
  }
}

/** Notes on headers whose cells do not speak for themselves. */
function giveNotes(sheet: Sheet, headerRow: number, first: number, columns: readonly TabColumn[]): void {
  for (const [at, { note }] of columns.entries())
    if (note) cosmetic(() => sheet.getRange(headerRow, first + at).setNote(note));
}

/** Drop-downs of a whole tab in one call: columns without one lie between. */
function giveChoices(
  sheet: Sheet,
  headerRow: number,
  first: number,
  rows: number,
  columns: readonly TabColumn[],
): void {
  const from = columns.findIndex(({ choices }) => choices);
  if (from < 0) return;
  const to = columns.reduce((last, { choices }, index) => (choices ? index : last), from);
  const rules = columns.slice(from, to + 1).map(({ choices }) =>
    choices
      ? SpreadsheetApp.newDataValidation()
          .requireValueInList([...choices], true)
          .setAllowInvalid(true)
          .build()
      : null,
  );
  const cells = sheet.getRange(headerRow + 1, first + from, rows - headerRow, rules.length);
  cosmetic(() => cells.setDataValidations(Array.from({ length: rows - headerRow }, () => rules)));
}
