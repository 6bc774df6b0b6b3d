// The values formulas work with: texts, numbers, booleans, dates, errors and blocks of them.
import type { StoredValue } from '../google-services/state';
import { serialOf, wallOfSerial } from '../google-services/wall-clock';

/** A date in a formula: the serial number spreadsheets count by, kept apart from plain numbers. */
export class SheetDate {
  readonly serial: number;

  constructor(serial: number) {
    this.serial = serial;
  }
}

/** An error in a formula: its code as shown in the cell, and a sentence when there is one. */
export class FormulaError {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message = '') {
    this.code = code;
    this.message = message;
  }
}

/** A single value; an empty cell is ''. */
export type Single = string | number | boolean | SheetDate | FormulaError;
/** A block: rows of cells. */
export type Block = Single[][];
export type FormulaValue = Single | Block;

/** Thrown inside an evaluation when a value is an error; the formula's result is that error. */
export class FormulaFailure extends Error {
  readonly error: FormulaError;

  constructor(error: FormulaError) {
    super(error.message || error.code);
    this.error = error;
  }
}

/** A stored value as a formula sees it. */
export function fromStored(value: StoredValue | undefined): Single {
  if (!value || value.kind === 'empty') return '';
  if (value.kind === 'date') return new SheetDate(serialOf(value.wall));
  if (value.kind === 'error') return new FormulaError(value.value);
  return value.value;
}

/** A formula's value as it is stored in a cell. */
export function toStored(value: Single): StoredValue {
  if (value instanceof SheetDate) return { kind: 'date', wall: wallOfSerial(value.serial) };
  if (value instanceof FormulaError) return { kind: 'error', value: value.code };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return value === '' ? { kind: 'empty' } : { kind: 'text', value };
}

/**
 * A formula's result as a cell keeps it: numbers to the 15 digits a spreadsheet shows, and none that is infinite.
 *
 * @example settled(0.1 + 0.2) // 0.3
 */
export function settled(value: FormulaValue): FormulaValue {
  if (!isBlock(value)) return settledSingle(value);
  return value.length === 0 ? '' : value.map((row) => row.map(settledSingle));
}

function settledSingle(value: Single): Single {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : new FormulaError('#NUM!');
}

/** A formula's value for JSON: dates as `YYYY-MM-DD` (with a time when there is one), errors as their code. */
export function toJson(value: Single): string | number | boolean {
  if (value instanceof SheetDate) {
    const wall = wallOfSerial(value.serial);
    return wall.endsWith('T00:00:00.000') ? wall.slice(0, 10) : wall.slice(0, 19);
  }
  return value instanceof FormulaError ? value.code : value;
}

/** Whether a value is a block. */
export function isBlock(value: FormulaValue): value is Block {
  return Array.isArray(value);
}

/** The first cell of a value. */
export function first(value: FormulaValue): Single {
  return isBlock(value) ? (value[0]?.[0] ?? '') : value;
}

/** The cells of several values, row by row. */
export function cellsOf(values: FormulaValue[]): Single[] {
  return values.flatMap((value) => (isBlock(value) ? value.flat() : [value]));
}

/** A value as a block. */
export function blockOf(value: FormulaValue): Block {
  return isBlock(value) ? value : [[value]];
}

/** Whether a value counts as true in a condition; a text that is no number fails. */
export function truth(value: Single): boolean {
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return numberOf(value) !== 0;
}

/** A value as a number for arithmetic; a text that is none and an error fail. */
export function numberOf(value: Single): number {
  if (value instanceof FormulaError) throw new FormulaFailure(value);
  if (value instanceof SheetDate) return value.serial;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === '') return 0;
  const number = Number(value.replace(/,/g, ''));
  if (Number.isFinite(number)) return number;
  throw new FormulaFailure(new FormulaError('#VALUE!', `"${value}" is text, not a number.`));
}

/** Applies a function of two values cell by cell; a single value or a row or column of one is repeated. */
export function cellwise(a: FormulaValue, b: FormulaValue, apply: (x: Single, y: Single) => Single): FormulaValue {
  if (!isBlock(a) && !isBlock(b)) return apply(a, b);
  const left = blockOf(a);
  const right = blockOf(b);
  const rows = Math.max(left.length, right.length);
  const columns = Math.max(left[0]?.length ?? 0, right[0]?.length ?? 0);
  const result: Block = [];
  for (let row = 0; row < rows; row += 1) {
    const cells: Single[] = [];
    for (let column = 0; column < columns; column += 1) {
      const x = repeated(left, row, column);
      const y = repeated(right, row, column);
      cells.push(attempt(() => apply(x, y)));
    }
    result.push(cells);
  }
  return result;
}

/** The cell of a block at a place, its only row or column repeated; outside it is `#N/A`. */
export function repeated(block: Block, row: number, column: number): Single {
  const cells = block.length === 1 ? block[0] : block[row];
  const cell = cells?.length === 1 ? cells[0] : cells?.[column];
  return cell === undefined ? new FormulaError('#N/A', 'The ranges differ in size.') : cell;
}

/** Runs a calculation; a failure becomes an error that travels as a value, so that IFERROR may replace it. */
export function attempt<T extends FormulaValue>(calculate: () => T): T | FormulaError {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof FormulaFailure) return error.error;
    throw error;
  }
}
