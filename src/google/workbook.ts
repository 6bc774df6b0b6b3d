// The spreadsheet behind the port Workbook: blocks read and written in one call each, texts kept as texts.
import { type Day, isoOf } from '../receivables/day';
import type { Cell, Grid } from '../sheet/grid';
import { isDayCell } from '../sheet/grid';
import type { SheetInfo, Workbook } from '../workbook/ports';
import { Refusal } from '../workbook/refusal';
import { dateWriter, dayReader, isDate } from './days';
import { keepTexts, keptTexts } from './kept-texts';
import { DATE_FORMAT, FORMATS, layOutColumns, layOutTab, newTabs } from './tab-layout';
import { cosmetic, putValues, refusalOf, takesLooks, unlessTyped, type Written } from './typed-columns';

/** Rows added at a time when a tab is full. */
const ROWS_TO_ADD = 500;

/** The active spreadsheet. @throws Refusal when the script is not bound to one */
export function activeSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet) return spreadsheet;
  throw new Refusal('no-spreadsheet', 'Duesheet runs inside a spreadsheet only. Open it from the menu of your sheet.');
}

/** The port over the active spreadsheet. */
export function googleWorkbook(): Workbook {
  const spreadsheet = activeSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const dayCell = dayReader(zone);
  const dateOf = dateWriter(zone);
  const sheets = new Map<number, GoogleAppsScript.Spreadsheet.Sheet>();
  const rowsOf = new Map<number, number>();
  // What was read is there: writing within it needs no look at the size of the grid.
  const rowsRead = new Map<number, number>();
  const columnsOf = new Map<number, number>();
  // Google keeps what is written in a buffer; there is nothing to flush while that is empty.
  let isWritten = false;
  let refused: Refusal | null = null;
  const sheetOf = (info: SheetInfo): GoogleAppsScript.Spreadsheet.Sheet => {
    const sheet = sheets.get(info.id);
    if (!sheet) throw new Refusal('sheet-missing', `The sheet "${info.name}" is gone. Reload the workbook.`);
    return sheet;
  };
  const read = (info: SheetInfo): Grid => {
    const values = sheetOf(info).getDataRange().getValues();
    rowsRead.set(info.id, values.length);
    return { sheet: info.name, firstRow: 1, values: cellsOf(values, dayCell), display: null };
  };
  const readDisplay = (info: SheetInfo): string[][] => sheetOf(info).getDataRange().getDisplayValues();
  return {
    id: () => spreadsheet.getId(),
    name: () => spreadsheet.getName(),
    sheets: () =>
      spreadsheet.getSheets().map((sheet) => {
        const info = { id: sheet.getSheetId(), name: sheet.getName() };
        sheets.set(info.id, sheet);
        return info;
      }),
    read,
    readDisplay,
    readFrom: (info, row, columns) => {
      const sheet = sheetOf(info);
      const rows = maxRows(sheet, info, rowsOf) - row + 1;
      if (rows < 1) return [];
      const values = sheet.getRange(row, 1, rows, columns).getValues();
      while (values[values.length - 1]?.every((value) => value === '')) values.pop();
      return cellsOf(values, dayCell);
    },
    readBlock: (info, row, column, rows, columns) => {
      const sheet = sheetOf(info);
      const last = Math.min(row + rows - 1, maxRows(sheet, info, rowsOf));
      const width = Math.min(columns, maxColumns(sheet, info, columnsOf) - column + 1);
      if (last < row || width < 1) return [];
      const values = sheet.getRange(row, column, last - row + 1, width).getValues();
      return cellsOf(values, dayCell);
    },
    write: (info, row, column, cells) => {
      const width = cells[0]?.length ?? 0;
      if (width === 0) return;
      const sheet = sheetOf(info);
      isWritten = true;
      const last = row + cells.length - 1;
      if (last > (rowsRead.get(info.id) ?? 0)) makeRoom(sheet, info, last, rowsOf);
      const range = sheet.getRange(row, column, cells.length, width);
      putValues(
        range,
        asTexts(
          range,
          cells.map((line) => line.map((cell) => writtenAs(cell, dateOf))),
        ),
      );
      const single = cells.length === 1 && width === 1 ? cells[0]?.[0] : undefined;
      if (!isDayCell(single) || showsDates(range)) return;
      // A lone date goes into a column of mixed texts (AR Settings), whose text format swallows it. A typed column keeps
      // its own format: there it is a text that reads the same in every locale.
      const isTaken = takesLooks(() => range.setNumberFormat(DATE_FORMAT));
      putValues(range, [[isTaken ? dateOf(single.day) : isoOf(single.day)]]);
    },
    append: (info, cells, seenAt) => {
      const sheet = sheetOf(info);
      isWritten = true;
      makeRoom(sheet, info, seenAt, rowsOf);
      const values = cells.map((cell) => (isDayCell(cell) ? dateOf(cell.day) : asText(cell)));
      if (unlessTyped(() => sheet.appendRow(values))) return;
      const row = sheet.getLastRow() + 1;
      makeRoom(sheet, info, row, rowsOf);
      putValues(sheet.getRange(row, 1, 1, values.length), [values]);
    },
    lastRow: (info) => sheetOf(info).getLastRow(),
    createTabs: (tabs) => {
      isWritten = true;
      const made = newTabs(spreadsheet, tabs, (cell) => writtenAs(cell, dateOf));
      return made.sheets.map((sheet, at) => {
        const info = { id: sheet.getSheetId(), name: tabs[at]?.name ?? '' };
        sheets.set(info.id, sheet);
        rowsOf.set(info.id, made.rows);
        return info;
      });
    },
    removeTab: (info) => {
      isWritten = true;
      spreadsheet.deleteSheet(sheetOf(info));
      sheets.delete(info.id);
    },
    layOutTab: (info, spec) => {
      isWritten = true;
      layOutTab(sheetOf(info), spec.columns);
    },
    addColumn: (info, headerRow, column, spec) => {
      isWritten = true;
      layOutColumns(sheetOf(info), headerRow, column, [spec]);
    },
    formatColumns: (info, headerRow, columns) => {
      isWritten = true;
      const sheet = sheetOf(info);
      const rows = maxRows(sheet, info, rowsOf) - headerRow;
      if (rows < 1) return;
      for (const { column, kind } of columns)
        unlessTyped(() => sheet.getRange(headerRow + 1, column, rows, 1).setNumberFormat(FORMATS[kind]));
    },
    noteCell: (info, row, column, note) => {
      const cell = sheetOf(info).getRange(row, column);
      if (cell.getNote() !== '') return false;
      isWritten = true;
      cosmetic(() => cell.setNote(note));
      return true;
    },
    moveRows: (info, row, count, before) => {
      isWritten = true;
      const sheet = sheetOf(info);
      let isMoved = false;
      cosmetic(() => {
        sheet.moveRows(sheet.getRange(row, 1, count, 1), before);
        isMoved = true;
      });
      return isMoved;
    },
    deleteRow: (info, row, count = 1) => {
      isWritten = true;
      const sheet = sheetOf(info);
      const rows = sheet.getMaxRows();
      // The last row that is not frozen cannot be deleted.
      if (rows < row + count && row <= sheet.getFrozenRows() + 1) sheet.insertRowsAfter(rows, 1);
      sheet.deleteRows(row, count);
      rowsOf.delete(info.id);
      rowsRead.delete(info.id);
    },
    named: (name) => placeOf(spreadsheet, name),
    nameCell: (name, info, row, column) => {
      isWritten = true;
      const range = sheetOf(info).getRange(row, column);
      const known = spreadsheet.getNamedRanges().find((one) => one.getName() === name);
      if (known) known.setRange(range);
      else spreadsheet.setNamedRange(name, range);
      if (!showsDates(range)) takesLooks(() => range.setNumberFormat(DATE_FORMAT));
    },
    kept: (name) => keptTexts(spreadsheet, name),
    keep: (name, texts) => {
      isWritten = true;
      keepTexts(spreadsheet, name, texts);
    },
    flush: () => {
      // What was lost once is not there for what comes after it either.
      if (refused) throw refused;
      if (!isWritten) return;
      refused = refusalOf(() => SpreadsheetApp.flush());
      if (refused) throw refused;
      isWritten = false;
    },
    insertFormula: (formula) => {
      const cell = spreadsheet.getCurrentCell();
      if (!cell) throw new Refusal('no-cell', 'No cell is selected. Click into an empty cell of the sheet first.');
      const address = `${cell.getSheet().getName()}!${cell.getA1Notation()}`;
      if (!cell.isBlank()) return { cell: address, inserted: false };
      const taken = refusalOf(() => cell.setFormula(formula));
      if (taken) throw taken;
      return { cell: address, inserted: true };
    },
    cursor: () => {
      // Null in a run that has no screen, such as a trigger's.
      const cell = spreadsheet.getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null;
      if (!cell) return null;
      const sheet = cell.getSheet();
      return { sheet: { id: sheet.getSheetId(), name: sheet.getName() }, row: cell.getRow() };
    },
    show: (info, row) => {
      const sheet = sheetOf(info);
      sheet.activate();
      // A row that was deleted meanwhile leaves the last one.
      if (row > 0) sheet.getRange(Math.min(row, sheet.getMaxRows()), 1).activate();
    },
  };
}

/** A spreadsheet may take an apostrophe in front ('t Hoen) for a mark and drop it; after a blank, which reading trims, it stays. */
function plain<T>(cell: T): T | string {
  return typeof cell === 'string' && cell.startsWith("'") ? ` ${cell}` : cell;
}

function showsDates(cell: GoogleAppsScript.Spreadsheet.Range): boolean {
  return /y/i.test(cell.getNumberFormat());
}

function writtenAs(cell: Cell, dateOf: (day: Day) => Date): Written {
  return isDayCell(cell) ? dateOf(cell.day) : plain(cell);
}

/** Texts of people that begin as a formula does stay texts, also where the format for texts was cleared. */
function asTexts(range: GoogleAppsScript.Spreadsheet.Range, lines: Written[][]): Written[][] {
  if (!lines.some((line) => line.some(beginsAsFormula))) return lines;
  const formats = range.getNumberFormats();
  return lines.map((line, row) => line.map((cell, at) => (formats[row]?.[at] === '@' ? cell : asText(cell))));
}

/** An appended row may land in cells without a format, where a text of a person would become a formula. */
function asText<T>(cell: T): T | string {
  return beginsAsFormula(cell) ? ` ${cell}` : plain(cell);
}

function beginsAsFormula(cell: unknown): boolean {
  return typeof cell === 'string' && cell.startsWith('=');
}

function placeOf(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  name: string,
): { sheet: number; row: number; column: number } | null {
  try {
    const range = spreadsheet.getRangeByName(name);
    if (!range) return null;
    return { sheet: range.getSheet().getSheetId(), row: range.getRow(), column: range.getColumn() };
  } catch {
    // A name whose cells were deleted may give an error in place of nothing.
    return null;
  }
}

/** Cells in the place of the values that were read: lists made anew would be of two kinds to the engine, and all that reads them compiled twice. */
function cellsOf(values: unknown[][], dayCell: (date: Date) => Cell): Cell[][] {
  values.forEach((line) => {
    for (let column = 0; column < line.length; column += 1) line[column] = cellOf(line[column], dayCell);
  });
  return values as Cell[][];
}

function cellOf(value: unknown, dayCell: (date: Date) => Cell): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isDate(value) ? dayCell(value) : '';
}

function maxRows(sheet: GoogleAppsScript.Spreadsheet.Sheet, info: SheetInfo, known: Map<number, number>): number {
  const rows = known.get(info.id) ?? sheet.getMaxRows();
  known.set(info.id, rows);
  return rows;
}

function maxColumns(sheet: GoogleAppsScript.Spreadsheet.Sheet, info: SheetInfo, known: Map<number, number>): number {
  const columns = known.get(info.id) ?? sheet.getMaxColumns();
  known.set(info.id, columns);
  return columns;
}

/**
 * Adds rows at the end, formatted like the last one: a text in an unformatted cell would be read as a number or formula.
 * Typed columns of a Table format themselves.
 */
function makeRoom(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  info: SheetInfo,
  lastRow: number,
  known: Map<number, number>,
): void {
  const rows = maxRows(sheet, info, known);
  if (lastRow <= rows) return;
  const added = lastRow - rows + ROWS_TO_ADD;
  const columns = sheet.getMaxColumns();
  const [formats = []] = sheet.getRange(rows, 1, 1, columns).getNumberFormats();
  sheet.insertRowsAfter(rows, added);
  const block = sheet.getRange(rows + 1, 1, added, columns);
  if (!takesLooks(() => block.setNumberFormats(Array.from({ length: added }, () => formats))))
    formats.forEach((format, index) => {
      takesLooks(() => block.offset(0, index, added, 1).setNumberFormat(format));
    });
  known.set(info.id, rows + added);
}
