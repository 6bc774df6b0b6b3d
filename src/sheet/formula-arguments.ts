// How formulas take their arguments: row by row, or added up; and how a bad cell is named.
import type { Day } from '../receivables/day';
import { BadCell, FormulaError } from '../receivables/formula-error';
import { type Cell, isBlank, isDayCell } from './grid';
import { dayOfNumber } from './read-dates';
import { isErrorText } from './read-words';

/** One argument of a formula: a single value or a range, its cells row by row. */
export interface Argument {
  /** The formula's parameter, e.g. `due_date`. */
  name: string;
  height: number;
  width: number;
  /** `height * width` cells, row by row. */
  cells: readonly Cell[];
}

/** What a formula returns: one value, or a value per row. */
export type FormulaResult = string | number | boolean | (string | number | boolean)[][];

/** 1900-01-01: what is before it is a time of day, not a date. */
const FIRST_DAY = -25_567;

/** Whether an argument is one value; a range of one cell is the same. */
export function isSingle(argument: Argument): boolean {
  return argument.height * argument.width <= 1;
}

/** The only cell of an argument that must be a single value. @throws FormulaError `not-single` */
export function singleCell(argument: Argument): Cell {
  if (!isSingle(argument)) {
    throw new FormulaError('not-single', `${argument.name} must be one value, not a range of ${sizeOf(argument)}.`);
  }
  return argument.cells[0] ?? '';
}

function sizeOf({ height, width }: Argument): string {
  return `${height} rows and ${width} columns`;
}

/**
 * A row formula: one result per row of its ranges, single values repeated; blank rows stay blank, a row with a bad cell gives
 * `⚠ <sentence>` and the others calculate.
 * @param compute the result of one row, given the row's cells in the order of `args`
 * @returns one value when all arguments are single, else a column
 * @throws FormulaError `wrong-shape` or `unequal-heights`
 */
export function mapRows(
  args: readonly Argument[],
  compute: (cells: readonly Cell[]) => string | number | boolean,
): FormulaResult {
  const ranges = args.filter((argument) => !isSingle(argument));
  const height = commonHeight(ranges);
  const row: Cell[] = args.map((argument) => argument.cells[0] ?? '');
  if (ranges.length === 0) return oneRow(args, row, 0, compute);
  const places = args.flatMap((argument, place) => (isSingle(argument) ? [] : [{ place, cells: argument.cells }]));
  const column: (string | number | boolean)[][] = [];
  for (let i = 0; i < height; i += 1) {
    let blank = true;
    for (const { place, cells } of places) {
      const cell = cells[i] ?? '';
      row[place] = cell;
      if (cell !== '') blank = false;
    }
    column.push([blank ? '' : oneRow(args, row, i, compute)]);
  }
  return column;
}

function commonHeight(ranges: readonly Argument[]): number {
  const [first] = ranges;
  if (!first) return 1;
  for (const range of ranges) {
    if (range.width !== 1) {
      throw new FormulaError('wrong-shape', `${range.name} must be one column, not a range of ${sizeOf(range)}.`);
    }
    if (range.height !== first.height) {
      throw new FormulaError(
        'unequal-heights',
        `${first.name} has ${first.height} rows and ${range.name} has ${range.height}: give ranges of equal height.`,
      );
    }
  }
  return first.height;
}

function oneRow(
  args: readonly Argument[],
  row: readonly Cell[],
  index: number,
  compute: (cells: readonly Cell[]) => string | number | boolean,
): string | number | boolean {
  try {
    return compute(row);
  } catch (error) {
    if (error instanceof BadCell) {
      const argument = args.find(({ name }) => name === error.argument);
      return `⚠ ${named(error, argument, index)}`;
    }
    if (error instanceof FormulaError) return `⚠ ${error.message}`;
    throw error;
  }
}

function named(error: BadCell, argument: Argument | undefined, index: number): string {
  if (!argument || isSingle(argument)) return `${error.argument}: ${error.finding}`;
  return `${error.argument}, ${ordinal(Math.floor(index / argument.width) + 1)} row: ${error.finding}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/**
 * The sum of an argument's numbers; blank cells count nothing.
 * @throws FormulaError `bad-cells` naming the first bad row of the argument and how many there are, `no-number` when all cells are blank
 */
export function totalOf(argument: Argument): number {
  let sum = 0;
  let numbers = 0;
  let bad = 0;
  let first = '';
  argument.cells.forEach((cell, i) => {
    try {
      const number = numberArgument(argument.name, cell);
      if (number === null) return;
      sum += number;
      numbers += 1;
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      if (bad === 0) first = named(error, argument, i);
      bad += 1;
    }
  });
  if (bad > 0) throw new FormulaError('bad-cells', bad === 1 ? first : `${first} (${bad} such cells)`);
  if (numbers === 0) throw new FormulaError('no-number', `${argument.name}: there is no number to calculate with.`);
  return Number(sum.toPrecision(15));
}

/**
 * A total formula: each argument added up to one number; row by row when the last optional argument is a range.
 * @param totals the arguments that are added up
 * @param last the last optional argument, blank when omitted
 * @param compute the figure, from the sums in their order and the last argument (null when omitted)
 */
export function totalOrRows(
  totals: readonly Argument[],
  last: Argument,
  compute: (sums: readonly number[], last: number | null) => number,
): FormulaResult {
  if (isSingle(last)) {
    return compute(totals.map(totalOf), singleNumber(last));
  }
  return mapRows([...totals, last], (cells) => {
    const sums = totals.map((argument, i) => needed(argument.name, numberArgument(argument.name, cells[i])));
    return compute(sums, numberArgument(last.name, cells[totals.length]));
  });
}

function singleNumber(argument: Argument): number | null {
  return numberArgument(argument.name, singleCell(argument));
}

/** A value that must be there. @throws BadCell `blank` */
export function needed<T>(argument: string, value: T | null): T {
  if (value === null) throw new BadCell('blank', argument, 'the cell is empty');
  return value;
}

/**
 * The day in a cell, null for a blank one. Dates written as text are refused, never guessed.
 * @throws BadCell `not-a-date`
 */
export function dayArgument(argument: string, cell: Cell | undefined): Day | null {
  if (cell === undefined || isBlank(cell)) return null;
  if (isDayCell(cell) && cell.day >= FIRST_DAY) return cell.day;
  const day = typeof cell === 'number' ? dayOfNumber(cell) : null;
  if (day === null) throw new BadCell('not-a-date', argument, findingOf(cell, 'a date'));
  return day;
}

/** The number in a cell, null for a blank one. @throws BadCell `not-a-number` */
export function numberArgument(argument: string, cell: Cell | undefined): number | null {
  if (cell === undefined || isBlank(cell)) return null;
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  throw new BadCell('not-a-number', argument, findingOf(cell, 'a number'));
}

function findingOf(cell: Cell, expected: string): string {
  if (isDayCell(cell))
    return cell.day < FIRST_DAY ? `the cell is a time of day, not ${expected}` : `the cell is a date, not ${expected}`;
  if (isErrorText(cell)) return `the cell shows ${String(cell).trim()}, not ${expected}`;
  const kind = { string: 'text', number: 'a number', boolean: 'TRUE or FALSE' }[
    typeof cell as 'string' | 'number' | 'boolean'
  ];
  return `'${String(cell).trim()}' is ${kind}, not ${expected}`;
}
