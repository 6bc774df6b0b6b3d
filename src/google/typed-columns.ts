// Typed columns of Google's Tables: they refuse formats and rules, and perhaps values. What is refused never stops a write of data.
import { Refusal } from '../workbook/refusal';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What a cell is written with. */
export type Written = string | number | boolean | Date;

/** A header stands among the first rows of a tab. */
const HEADER_ROWS = 10;

/** Google's words for what a typed column refuses: "...cells in a typed column", "...cells in typed columns". */
function isTypedRefusal(error: unknown): boolean {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return /\btyped columns?\b/i.test(String(message));
}

/** Does what is refused in typed columns only. @returns false where it was. @throws any other error */
export function unlessTyped(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (isTypedRefusal(error)) return false;
    throw error;
  }
}

/**
 * Changes formats or rules of cells that may be typed. Google may tell of a refusal only when everything is made final, and
 * then lose the lot: so what was written before is made final first, and the change by itself.
 * @returns false where it was refused
 */
export function takesLooks(act: () => unknown): boolean {
  SpreadsheetApp.flush();
  return unlessTyped(() => {
    act();
    SpreadsheetApp.flush();
  });
}

/**
 * Does what only makes a tab easier to read (colours, widths, drop-downs); an error changes nothing of what was written.
 * @example cosmetic(() => sheet.setFrozenRows(1))
 */
export function cosmetic(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    console.warn(error);
  }
}

/**
 * Writes values; what a typed column refuses in a block is tried again cell by cell. All or nothing: where a cell is still
 * refused, what stood there before stands there again.
 * @throws Refusal `typed-column`, with tab and column
 */
export function putValues(range: Range, values: Written[][]): void {
  if (unlessTyped(() => range.setValues(values))) return;
  const formulas = range.getFormulas();
  const before = range.getValues().map((line, row) => line.map((value, column) => formulas[row]?.[column] || value));
  const width = values[0]?.length ?? 0;
  const written: number[] = [];
  const refused: number[] = [];
  // From the right: a row of the log counts by its first cell.
  for (let column = width - 1; column >= 0; column -= 1) {
    written.push(column);
    if (!putColumn(range, values, column)) refused.unshift(column);
  }
  if (refused.length === 0) return;
  for (const column of written.reverse()) putColumn(range, before, column);
  throw refusalFor(range, refused);
}

function putColumn(range: Range, values: readonly (readonly Written[])[], column: number): boolean {
  const cells = values.map((line) => [line[column] ?? '']);
  const place = range.offset(0, column, cells.length, 1);
  if (unlessTyped(() => place.setValues(cells))) return true;
  return cells.every(([value], row) => unlessTyped(() => range.getCell(row + 1, column + 1).setValue(value)));
}

/** What to do about typed columns, wherever it was noticed. */
const REMEDY =
  'Nothing was written there. Click the arrow beside the name of the column, choose Edit column type > None, then try again.';

function refusalFor(range: Range, columns: readonly number[]): Refusal {
  const sheet = range.getSheet();
  const names = columns.map((column) => nameOf(sheet, range.getColumn() + column));
  const which = names.length === 1 ? `the column ${names[0]}` : `the columns ${names.join(', ')}`;
  return new Refusal(
    'typed-column',
    `The tab "${sheet.getName()}" was made a Table, and ${which} of it ${names.length === 1 ? 'takes' : 'take'} nothing from Duesheet. ${REMEDY}`,
  );
}

/** @example nameOf(sheet, 2) // '"Value" (B)' */
function nameOf(sheet: GoogleAppsScript.Spreadsheet.Sheet, column: number): string {
  const letters = sheet.getRange(1, column).getA1Notation().replace(/\d/g, '');
  const cells = sheet.getRange(1, column, Math.min(HEADER_ROWS, sheet.getMaxRows()), 1).getValues();
  const header = cells.flat().find((cell) => typeof cell === 'string' && cell.trim() !== '');
  return header === undefined ? letters : `"${String(header).trim()}" (${letters})`;
}

/**
 * Does what a typed column may refuse where it cannot be told which one.
 * @returns the refusal; null when it was taken
 * @example refusalOf(() => SpreadsheetApp.flush())
 */
export function refusalOf(act: () => unknown): Refusal | null {
  if (unlessTyped(act)) return null;
  return new Refusal(
    'typed-column',
    `A tab of this workbook was made a Table, and a typed column of it takes nothing from Duesheet. ${REMEDY}`,
  );
}
