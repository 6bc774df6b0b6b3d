// How formulas take their arguments: row by row, or added up; and how a bad cell is named.
import type { Day } from '../../receivables/day';
import { BadCell, FormulaError } from '../../receivables/formula-error';
import { sumWithoutDust } from '../../receivables/rounding';
import { type Cell, isBlank, isDayCell } from '../grid';
import { dayOfNumber } from '../read/read-dates';
import { isErrorText } from '../read/read-words';

/** One argument of a formula: a single value or a range, its cells row by row. */
export interface Argument {
  /** The formula's parameter, e.g. `due_date`. */
  name: string;
  height: number;
  width: number;
  /** One of the `height * width` cells, counted row by row; a column of 100,000 is read where it stands, never copied. */
  cellAt(index: number): Cell;
}

type Value = string | number | boolean;

/** What a formula returns: one value, or a value per row. */
export type FormulaResult = Value | Value[][];

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
  return argument.cellAt(0);
}

/** All cells of an argument, row by row; for short lists such as settings and rates. */
export function cellsOf(argument: Argument): Cell[] {
  return Array.from({ length: argument.height * argument.width }, (_, i) => argument.cellAt(i));
}

function sizeOf({ height, width }: Argument): string {
  return `${height} rows and ${width} columns`;
}

/**
 * A row formula: one result per row of its ranges, single values repeated; blank rows stay blank, a row with a bad cell gives
 * `⚠ <sentence>` and the others calculate.
 * @param args columns of equal height, or single values
 * @param compute the result of one row, given the row's cells in the order of `args`
 * @returns one value when all arguments are single, else a column
 * @throws FormulaError `wrong-shape` or `unequal-heights`
 */
export function mapRows(args: readonly Argument[], compute: (...cells: Cell[]) => Value): FormulaResult {
  const column: Value[][] = [];
  forCells(args, commonHeight(args), (cells, i, blank) => {
    column.push([blank ? '' : resultOf(args, cells, i, compute)]);
  });
  return args.every(isSingle) ? (column[0]?.[0] ?? '') : column;
}

function resultOf(
  args: readonly Argument[],
  cells: Cell[],
  index: number,
  compute: (...cells: Cell[]) => Value,
): Value {
  try {
    return called(compute, cells);
  } catch (error) {
    return `⚠ ${sentenceOf(error, args, index)}`;
  }
}

/**
 * Takes up rows that belong together, for a formula that gives one figure; blank rows are left out, single values repeated.
 * @param args columns of equal height, or single values
 * @param take one row, its cells in the order of `args`; throws BadCell for a cell that cannot be read
 * @throws FormulaError `bad-cells` naming the first bad row and how many cells of that argument are bad; `unequal-heights`, `wrong-shape`
 */
export function takeRows(args: readonly Argument[], take: (...cells: Cell[]) => void): void {
  const bad = takeAll(args, commonHeight(args), true, take);
  refuse([...bad.values()]);
}

/**
 * Takes up the cells of ranges of one shape, place by place, for a formula that gives one figure.
 * @param args ranges of the same shape
 * @param take the cells of a place, read in the order of `args`; throws BadCell for one that cannot be read
 * @throws FormulaError `bad-cells` naming the first bad row of the first argument that has any, and how many there are;
 * `unequal-heights`, `wrong-shape`
 */
export function takeCells(args: readonly Argument[], take: (...cells: Cell[]) => void): void {
  requireSameShape(args);
  const [first] = args;
  const bad = takeAll(args, first ? first.height * first.width : 0, false, take);
  refuse(args.flatMap(({ name }) => bad.get(name) ?? []));
}

// The one loop of all formulas. The array of cells is used again for the next place; blank: none of the ranges has a cell there.
function forCells(
  args: readonly Argument[],
  count: number,
  use: (cells: Cell[], index: number, blank: boolean) => void,
): void {
  const cells = args.map((argument): Cell => (isSingle(argument) ? argument.cellAt(0) : ''));
  const ranges = args.map((argument) => !isSingle(argument));
  const anyRange = ranges.includes(true);
  for (let i = 0; i < count; i += 1) {
    let blank = anyRange;
    for (let place = 0; place < ranges.length; place += 1) {
      const cell = ranges[place] ? args[place]?.cellAt(i) : undefined;
      if (cell === undefined) continue;
      cells[place] = cell;
      if (cell !== '') blank = false;
    }
    use(cells, i, blank);
  }
}

/** Calls with the cells of a place: spreading them costs more than what is done with most places. */
function called<T>(act: (...cells: Cell[]) => T, cells: readonly Cell[]): T {
  const one = cells[0] ?? '';
  if (cells.length === 1) return act(one);
  const two = cells[1] ?? '';
  return cells.length === 2 ? act(one, two) : act(...cells);
}

/** The bad cells of an argument. */
interface BadCells {
  /** What is said of the first. */
  first: string;
  count: number;
}

function takeAll(
  args: readonly Argument[],
  count: number,
  leaveOutBlank: boolean,
  take: (...cells: Cell[]) => void,
): Map<string, BadCells> {
  const bad = new Map<string, BadCells>();
  forCells(args, count, (cells, i, blank) => {
    if (blank && leaveOutBlank) return;
    try {
      called(take, cells);
    } catch (error) {
      const name = error instanceof BadCell ? error.argument : '';
      const known = bad.get(name);
      if (known) known.count += 1;
      else bad.set(name, { first: sentenceOf(error, args, i), count: 1 });
    }
  });
  return bad;
}

function refuse([bad]: readonly BadCells[]): void {
  if (!bad) return;
  throw new FormulaError('bad-cells', bad.count === 1 ? bad.first : `${bad.first} (${bad.count} such cells)`);
}

function commonHeight(args: readonly Argument[]): number {
  const ranges = args.filter((argument) => !isSingle(argument));
  const [first] = ranges;
  if (!first) return 1;
  for (const range of ranges) {
    if (range.width !== 1) {
      throw new FormulaError('wrong-shape', `${range.name} must be one column, not a range of ${sizeOf(range)}.`);
    }
    if (range.height !== first.height) throw unequalHeights(first, range);
  }
  return first.height;
}

// What is said of a cell that cannot be read; whatever else goes wrong is no matter for a cell.
function sentenceOf(error: unknown, args: readonly Argument[], index: number): string {
  if (error instanceof BadCell) {
    const argument = args.find(({ name }) => name === error.argument);
    return named(error, argument, index);
  }
  if (error instanceof FormulaError) return error.message;
  throw error;
}

function named(error: BadCell, argument: Argument | undefined, index: number): string {
  if (!argument || isSingle(argument)) return `${error.argument}: ${error.finding}`;
  const across = argument.height === 1;
  const place = across ? `${ordinal(index + 1)} column` : `${ordinal(Math.floor(index / argument.width) + 1)} row`;
  return `${error.argument}, ${place}: ${error.finding}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/**
 * Every cell of an argument, read; for formulas that give one figure for the whole range.
 * @param read what a cell says; throws BadCell for one that cannot be read
 * @throws FormulaError `bad-cells` naming the first bad row of the argument and how many there are
 */
export function readCells<T>(argument: Argument, read: (cell: Cell, index: number) => T): T[] {
  const values: T[] = [];
  let next = 0;
  takeCells([argument], (cell) => {
    const index = next;
    next += 1;
    values.push(read(cell, index));
  });
  return values;
}

/** The numbers of an argument; blank cells are left out. @throws FormulaError `bad-cells` */
export function numbersOf(argument: Argument): number[] {
  return readCells(argument, (cell) => numberArgument(argument.name, cell)).filter((number) => number !== null);
}

/**
 * The sum of an argument's numbers; blank cells count nothing.
 * @throws FormulaError `bad-cells` naming the first bad row of the argument and how many there are, `no-number` when all cells are blank
 */
export function totalOf(argument: Argument): number {
  const numbers = numbersOf(argument);
  if (numbers.length === 0) {
    throw new FormulaError('no-number', `${argument.name}: there is no number to calculate with.`);
  }
  return sumWithoutDust(numbers);
}

/**
 * Ranges whose cells belong together must have the same shape: columns of equal height, or rows of equal width.
 * @throws FormulaError `unequal-heights` with both heights, `wrong-shape`
 */
export function requireSameShape([first, ...others]: readonly Argument[]): void {
  if (!first) return;
  for (const other of others) {
    if (other.height !== first.height) throw unequalHeights(first, other);
    if (other.width !== first.width) {
      const widths = `${first.name} has ${first.width} columns and ${other.name} has ${other.width}`;
      throw new FormulaError('wrong-shape', `${widths}: give ranges of equal width.`);
    }
  }
}

function unequalHeights(first: Argument, other: Argument): FormulaError {
  const heights = `${first.name} has ${first.height} rows and ${other.name} has ${other.height}`;
  return new FormulaError('unequal-heights', `${heights}: give ranges of equal height.`);
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
  const ranges = totals.flatMap((argument, i) => (isSingle(argument) ? [] : [i]));
  return mapRows([...totals, last], (...cells) => {
    // A column of days or months may be filled further down than the figures are.
    if (ranges.length > 0 && ranges.every((i) => isBlank(cells[i]))) return '';
    const sums = totals.map((argument, i) => needed(argument.name, numberArgument(argument.name, cells[i])));
    return compute(sums, numberArgument(last.name, cells[totals.length]));
  });
}

/** The number of an argument that must be one value; null when it is blank. @throws FormulaError `not-single`, BadCell */
export function singleNumber(argument: Argument): number | null {
  return numberArgument(argument.name, singleCell(argument));
}

/** The day of an argument that must be one filled cell. @throws FormulaError `not-single`, BadCell */
export function singleDay(argument: Argument): Day {
  return needed(argument.name, dayArgument(argument.name, singleCell(argument)));
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
  if (isDayCell(cell) && cell.day >= FIRST_DAY) return cell.day;
  if (cell === undefined || isBlank(cell)) return null;
  const day = typeof cell === 'number' ? dayOfNumber(cell) : null;
  if (day === null) throw new BadCell('not-a-date', argument, findingOf(cell, 'a date'));
  return day;
}

/** The number in a cell, null for a blank one. @throws BadCell `not-a-number` */
export function numberArgument(argument: string, cell: Cell | undefined): number | null {
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  if (cell === undefined || isBlank(cell)) return null;
  throw new BadCell('not-a-number', argument, findingOf(cell, 'a number'));
}

/**
 * The share in a cell as a fraction of 0 to 1, null for a blank one: 5 % and 0.05 are the same, also where `5 %` is text. 5 is refused.
 * @throws BadCell `not-a-number`, `not-a-share`
 */
export function shareArgument(argument: string, cell: Cell | undefined): number | null {
  const written = typeof cell === 'string' ? /^(\d+(?:[.,]\d+)?)\s*%$/.exec(cell.trim()) : null;
  const share = written ? Number(`${(written[1] ?? '').replace(',', '.')}e-2`) : numberArgument(argument, cell);
  if (share === null || (share >= 0 && share <= 1)) return share;
  throw new BadCell(
    'not-a-share',
    argument,
    `${share} is not a share of 0 % to 100 %; write 5 % or 0.05 for five per cent`,
  );
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
