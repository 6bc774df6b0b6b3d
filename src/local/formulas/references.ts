// What references and names in a formula stand for: the one reading of cells, open ranges and named ranges.
import type { StoredNamedRange, StoredValue } from '../google-services/state';
import type { Area } from '../workbook/a1';
import type { FormulaSurroundings } from './evaluate';
import type { Moment } from './native-functions';
import { FormulaError, FormulaFailure, type FormulaValue, fromStored } from './values';

/** A sheet as formulas read it. */
export interface FormulaSheet {
  /** The value of a cell. @param row 0-based @param column 0-based */
  value(row: number, column: number): StoredValue | undefined;
  /** The formula of a cell, if it has one. @param row 0-based @param column 0-based */
  formula(row: number, column: number): string | undefined;
  /** Number of rows and columns up to the last content: where open ranges end. */
  size(): { rows: number; columns: number };
}

/** A spreadsheet as formulas read it, whether it lies open on the page or is a script's draft. */
export interface FormulaBook {
  sheetNamed(name: string): FormulaSheet | null;
  sheetOf(id: number): FormulaSheet | null;
  namedRanges(): readonly StoredNamedRange[];
  moment(): Moment;
}

/** What a formula may call and name besides what the spreadsheet holds. */
interface FormulaExtras extends Pick<FormulaSurroundings, 'custom' | 'callCustom'> {
  /** The value of a name, in upper case, that is no named range. */
  otherName(name: string): FormulaValue | null;
}

/**
 * The surroundings of the formulas of one sheet.
 *
 * @param own the sheet's id
 * @example evaluate('=SUM(B2:B)', surroundingsIn(book, 0, extras))
 */
export function surroundingsIn(book: FormulaBook, own: number, extras: FormulaExtras): FormulaSurroundings {
  const { custom, callCustom, otherName } = extras;
  return {
    custom,
    callCustom,
    moment: () => book.moment(),
    area: (name, area, passingOver) => {
      const sheet = name === null ? book.sheetOf(own) : book.sheetNamed(name);
      return sheet && cellsIn(sheet, area, passingOver);
    },
    named: (name) => {
      const wanted = name.toLowerCase();
      const range = book.namedRanges().find((candidate) => candidate.name.toLowerCase() === wanted);
      if (!range) return otherName(name.toUpperCase());
      const sheet = range.broken ? null : book.sheetOf(range.sheetId);
      if (!sheet) throw new FormulaFailure(new FormulaError('#REF!', `The cells of ${range.name} were deleted.`));
      const { row: top, column: left, rows, columns } = range;
      const single = rows === 1 && columns === 1;
      return cellsIn(sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1, single });
    },
  };
}

function cellsIn(sheet: FormulaSheet, area: Area, passingOver?: string): FormulaValue {
  const calls = (row: number, column: number) =>
    passingOver !== undefined && sheet.formula(row, column)?.toUpperCase().includes(`${passingOver}(`) === true;
  const cell = (row: number, column: number) => (calls(row, column) ? '' : fromStored(sheet.value(row, column)));
  if (area.single) return cell(area.top, area.left);
  const bottom = area.bottom ?? Math.max(area.top, sheet.size().rows - 1);
  const right = area.right ?? Math.max(area.left, sheet.size().columns - 1);
  const rows = [];
  for (let row = area.top; row <= bottom; row += 1) {
    const cells = [];
    for (let column = area.left; column <= right; column += 1) cells.push(cell(row, column));
    rows.push(cells);
  }
  return rows;
}
