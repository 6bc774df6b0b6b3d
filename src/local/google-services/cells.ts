// Cells as scripts see them: stored values to JavaScript values and back, with the rules of typing.
import { a1Notation } from './a1';
import type { Book, Rect } from './book';
import { fail } from './exception';
import type { Host } from './host';
import { Instant, isDate } from './instant';
import { NO_FORMATS } from './looks';
import { defaultDateFormat, GENERAL, isDateFormat, seenThrough } from './number-format';
import type { StoredCell, StoredValue } from './state';
import { violation } from './validation-rules';
import { serialOf, wallText } from './wall-clock';

/** A cell value as a script has it. */
export type ScriptValue = string | number | boolean | Date;

const BLANK: StoredCell = { value: { kind: 'empty' } };

/** The value a script reads: a Date is the instant of the wall clock in the spreadsheet's zone. */
export function scriptValue(host: Host, stored: StoredValue, zone = host.draft.facts.timeZone): ScriptValue {
  switch (stored.kind) {
    case 'empty':
      return '';
    case 'date':
      return new Instant(host.instantOfWall(zone, stored.wall));
    default:
      return stored.value;
  }
}

/** The values of a block, as scripts read them; a function a row, which the engine makes quick once and not anew for each block. */
export function scriptValues(book: Book, rect: Rect): ScriptValue[][] {
  const { host } = book;
  const { draft } = host;
  const zone = draft.facts.timeZone;
  const end = rect.column + rect.columns;
  const rowOf = draft.rows(rect.sheetId);
  return Array.from({ length: rect.rows }, (_, index) => {
    const row = rect.row + index;
    const cells = rowOf(row);
    const line: ScriptValue[] = [];
    for (let column = rect.column; column < end; column++) {
      const cell = cells?.get(column);
      if (cell === undefined) line.push('');
      else {
        const value = cell.formula ? draft.value(rect.sheetId, row, column) : cell.value;
        line.push(scriptValue(host, seenThrough(value, cell.numberFormat), zone));
      }
    }
    return line;
  });
}

/** The wall-clock time of an instant in the spreadsheet's zone. */
export function wallAt(host: Host, instant: number): string {
  return wallText(instant + host.offsetAt(host.draft.facts.timeZone, instant));
}

/** What a cell holds, seen through its number format. */
export function valueAt(book: Book, sheetId: number, row: number, column: number): StoredValue {
  const { draft } = book.host;
  const cell = draft.cell(sheetId, row, column);
  return cell ? seenThrough(draft.value(sheetId, row, column), cell.numberFormat) : { kind: 'empty' };
}

/** The texts the cells of a block show. */
export function displayTexts(book: Book, rect: Rect): string[][] {
  const { draft } = book.host;
  const end = rect.column + rect.columns;
  const rowOf = draft.rows(rect.sheetId);
  return Array.from({ length: rect.rows }, (_, index) => {
    const row = rect.row + index;
    const cells = rowOf(row);
    const line: string[] = [];
    for (let column = rect.column; column < end; column++) {
      const cell = cells?.get(column);
      line.push(cell ? shown(book.host, cell, () => draft.value(rect.sheetId, row, column)) : '');
    }
    return line;
  });
}

function shown(host: Host, cell: StoredCell, calculate: () => StoredValue): string {
  const value = cell.formula ? calculate() : cell.value;
  // The text a file brought along holds as long as the value does.
  if (cell.displayed !== undefined && value === cell.value) return cell.displayed;
  return value.kind === 'text' && !cell.numberFormat ? value.value : host.display(value, cell.numberFormat);
}

/** Reads a property of each cell of a block as an array of rows. */
export function mapRect<T>(rect: Rect, read: (row: number, column: number) => T): T[][] {
  const result: T[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const line: T[] = [];
    for (let column = rect.column; column < rect.column + rect.columns; column++) line.push(read(row, column));
    result.push(line);
  }
  return result;
}

/** Changes some properties of a cell. */
export function change(book: Book, sheetId: number, row: number, column: number, patch: Partial<StoredCell>): void {
  const old = book.host.draft.cell(sheetId, row, column) ?? BLANK;
  book.host.draft.put(sheetId, row, column, { ...old, ...patch });
}

interface Content {
  value: StoredValue;
  formula?: string;
  format?: string;
}

function contentOf(host: Host, written: unknown, format: string | undefined): Content {
  if (written === null || written === undefined || written === '') return { value: { kind: 'empty' } };
  if (typeof written === 'number') {
    return { value: Number.isFinite(written) ? { kind: 'number', value: written } : { kind: 'error', value: '#NUM!' } };
  }
  if (typeof written === 'boolean') return { value: { kind: 'boolean', value: written } };
  if (isDate(written)) {
    const instant = written.getTime();
    if (Number.isNaN(instant)) return { value: { kind: 'error', value: '#NUM!' } };
    const wall = wallAt(host, instant);
    return { value: { kind: 'date', wall }, format: defaultDateFormat(wall, host.locale()) };
  }
  const text = typeof written === 'string' ? written : Object.prototype.toString.call(written);
  if (text.length > 50_000) fail('Your input contains more than the maximum of 50000 characters in a single cell.');
  if (format === '@') return { value: { kind: 'text', value: text } };
  const typed = host.typed(text);
  if (typed.kind === 'formula') return { value: { kind: 'empty' }, formula: typed.formula };
  return { value: typed.value, format: typed.format };
}

/**
 * What a cell is after a value was written into it: typed by the rules of the locale, unless its format is `@`.
 * @param old the cell as it is
 * @throws Exception when the text is too long or the cell's validation refuses it
 */
function writtenCell(
  book: Book,
  old: StoredCell | undefined,
  row: number,
  column: number,
  written: unknown,
): StoredCell {
  const content = contentOf(book.host, written, old?.numberFormat);
  const refused = old?.validation && !content.formula ? violation(old.validation, content.value) : null;
  if (refused !== null) {
    fail(
      `The data you entered in cell ${a1Notation(row, column, 1, 1)} violates the data validation rules set on this cell.${refused}`,
    );
  }
  const automatic = !old?.numberFormat || old.numberFormat === GENERAL;
  const cell: StoredCell = old ? { ...old, value: content.value } : { value: content.value };
  if (cell.formula !== undefined) delete cell.formula;
  if (cell.displayed !== undefined) delete cell.displayed;
  if (content.formula) cell.formula = content.formula;
  if (automatic && content.format) cell.numberFormat = content.format;
  if (
    !automatic &&
    content.value.kind === 'date' &&
    cell.numberFormat &&
    !isDateFormat(cell.numberFormat) &&
    cell.numberFormat !== '@'
  ) {
    cell.value = { kind: 'number', value: serialOf(content.value.wall) };
  }
  return cell;
}

/** The cells of a block after values were written into it, of which each row has as many as the block has columns. */
export function writtenCells(book: Book, rect: Rect, lines: readonly (readonly unknown[])[]): StoredCell[][] {
  const { draft } = book.host;
  const blank = draft.blanks(rect.sheetId);
  const rowOf = draft.rows(rect.sheetId);
  return lines.map((values, index) => {
    const row = rect.row + index;
    const kept = rowOf(row);
    const line: StoredCell[] = [];
    for (let at = 0; at < rect.columns; at++) {
      const column = rect.column + at;
      const there = kept?.get(column);
      const old = there ?? blank(row, column);
      const value = values[at];
      // Nothing written where nothing is leaves the look of the place.
      line.push(!there && value === '' ? (old ?? BLANK) : writtenCell(book, old, row, column, value));
    }
    return line;
  });
}

/** A cell without its formats; a date without its format is the number it is kept as. */
function withoutFormats(cell: StoredCell): StoredCell {
  const plain: StoredCell = { value: seenThrough(cell.value, cell.numberFormat) };
  if (plain.value.kind === 'date') plain.value = { kind: 'number', value: serialOf(plain.value.wall) };
  if (cell.formula) plain.formula = cell.formula;
  if (cell.note !== undefined) plain.note = cell.note;
  if (cell.validation !== undefined) plain.validation = cell.validation;
  return plain;
}

/** Which parts of cells a clearing takes away. */
export interface Clearing {
  contents?: boolean;
  formats?: boolean;
  notes?: boolean;
  validations?: boolean;
}

/** Clears parts of the cells of a block. */
export function clearCells(book: Book, rect: Rect, what: Clearing): void {
  const { draft } = book.host;
  const kept = draft.cellsIn(rect.sheetId, rect);
  const away = { ...(what.formats ? NO_FORMATS : {}), ...(what.validations ? { validation: undefined } : {}) };
  if (what.formats || what.validations) draft.changeLooks(rect.sheetId, rect, away);
  for (const [row, column, cell] of kept) {
    let next: StoredCell = { ...cell };
    if (what.contents) {
      next.value = { kind: 'empty' };
      delete next.formula;
      delete next.displayed;
    }
    if (what.formats) next = withoutFormats(next);
    if (what.notes) delete next.note;
    if (what.validations) delete next.validation;
    draft.put(rect.sheetId, row, column, next);
  }
}
