// Native functions as a library calculates them: what it is given and what it gives, in the values formulas work with.
import formulajs from '@formulajs/formulajs';
import {
  type Block,
  FormulaError,
  FormulaFailure,
  type FormulaValue,
  first,
  isBlock,
  numberOf,
  SheetDate,
  type Single,
} from './values';

type Plain = string | number | boolean | Date | Error;

/** Work on the numbers among what they are given; texts, booleans and empty cells are passed over. */
const OF_NUMBERS = new Set([
  ...['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT', 'MEDIAN', 'PRODUCT', 'SUMSQ', 'LARGE', 'SMALL', 'RANK', 'MODE'],
  ...[
    'STDEV',
    'STDEVP',
    'STDEV.S',
    'STDEV.P',
    'VAR',
    'VARP',
    'VAR.S',
    'VAR.P',
    'AVEDEV',
    'DEVSQ',
    'GEOMEAN',
    'HARMEAN',
  ],
  ...['PERCENTILE', 'PERCENTILE.INC', 'PERCENTILE.EXC', 'QUARTILE', 'QUARTILE.INC', 'QUARTILE.EXC'],
]);
/** Of those, the ones that give one of the values: a date when it was given as one. */
const ONE_OF_THEM = new Set(['MIN', 'MAX', 'LARGE', 'SMALL', 'MODE']);
/** Take single numbers, never text. */
const NUMBERS_ONLY = new Set([
  'ROUNDUP',
  'ROUNDDOWN',
  'ABS',
  'INT',
  'TRUNC',
  'MOD',
  'SIGN',
  'SQRT',
  'POWER',
  'CEILING',
  'FLOOR',
]);
/** Ask about a value, so that an error is one like any other. */
const TAKE_ERRORS = new Set(['COUNT', 'ISNUMBER', 'ISTEXT', 'ISNONTEXT', 'ISLOGICAL', 'TYPE', 'ERROR.TYPE']);
/** Reckon with days, which the library takes in its own form: how many of the first arguments are days. */
const WITH_DAYS: Record<string, number> = {
  ...{ DATEDIF: 2, DAYS360: 2, NETWORKDAYS: 2, 'NETWORKDAYS.INTL': 2, YEARFRAC: 2, WORKDAY: 1, 'WORKDAY.INTL': 1 },
  ...{ WEEKDAY: 1, WEEKNUM: 1, ISOWEEKNUM: 1, HOUR: 1, MINUTE: 1, SECOND: 1, XIRR: 0, XNPV: 0 },
};
/** Ask where a cell stands, which a value does not tell, or are the library's own and no spreadsheet's. */
const LEFT_OUT = new Set([
  ...['ROW', 'COLUMN', 'CELL', 'INFO', 'SHEET', 'SHEETS', 'ISREF', 'ISFORMULA', 'FINDFIELD', 'ARGS2ARRAY'],
  ...['REFERENCE', 'NUMBERS', 'FLATTEN', 'HTML2TEXT', 'COUNTIN', 'INTERVAL', 'AGGREGATE'],
]);

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/**
 * A function of the library by its name in formulas, if the library has it.
 *
 * @example libraryFunction('MEDIAN')?.([[[1], [2], [9]]]) // 2
 */
export function libraryFunction(name: string): ((values: FormulaValue[]) => FormulaValue) | undefined {
  if (LEFT_OUT.has(name)) return undefined;
  let found: unknown = formulajs;
  for (const part of name.split('.')) {
    const isHolder = typeof found === 'function' || (typeof found === 'object' && found !== null);
    found = isHolder && Object.hasOwn(found as object, part) ? Reflect.get(found as object, part) : undefined;
  }
  return typeof found === 'function' ? (values) => callLibrary(name, found as () => unknown, values) : undefined;
}

function callLibrary(name: string, body: () => unknown, values: FormulaValue[]): FormulaValue {
  if (!TAKE_ERRORS.has(name)) {
    for (const value of values.flat(2)) if (value instanceof FormulaError) throw new FormulaFailure(value);
  }
  const given = OF_NUMBERS.has(name) ? values.map(numbersIn) : values;
  const days = WITH_DAYS[name];
  const plain = given.map((value, at) => {
    const cell = (single: Single) => plainCell(single, days !== undefined, at < (days ?? 0));
    if (OF_NUMBERS.has(name) && isBlock(value)) return value.flat().map(cell);
    if (isBlock(value)) return value.map((row) => row.map(cell));
    return NUMBERS_ONLY.has(name) ? numberOf(value) : cell(value);
  });
  let result: unknown;
  try {
    result = Reflect.apply(body, formulajs, plain);
  } catch {
    throw unusable(name, '#VALUE!');
  }
  const value = fromPlain(name, result);
  const isGivenDay = given.flat(2).some((cell) => cell instanceof SheetDate && cell.serial === value);
  return ONE_OF_THEM.has(name) && typeof value === 'number' && isGivenDay ? new SheetDate(value) : value;
}

/** The numbers and dates of a block as one row; a single text counts when it is a number. */
function numbersIn(value: FormulaValue): FormulaValue {
  if (!isBlock(value)) return typeof value === 'string' ? typedNumber(value) : value;
  return [value.flat().filter((cell) => typeof cell === 'number' || cell instanceof SheetDate)];
}

function typedNumber(text: string): FormulaValue {
  const number = Number(text.replace(/,/g, ''));
  return text.trim() === '' || !Number.isFinite(number) ? [[]] : number;
}

function plainCell(value: Single, wantsDays: boolean, isDay: boolean): Plain {
  if (value instanceof FormulaError) return new Error(value.code);
  if (value instanceof SheetDate) return wantsDays ? localDate(value.serial) : value.serial;
  return isDay && typeof value === 'number' ? localDate(value) : value;
}

/** The library counts days on this machine's clock. */
function localDate(serial: number): Date {
  const wall = new Date(EPOCH + Math.round(serial * DAY));
  const [hours, minutes, seconds] = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()];
  return new Date(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), hours, minutes, seconds);
}

function fromPlain(name: string, result: unknown): FormulaValue {
  if (!Array.isArray(result)) return singleFromPlain(name, result);
  const rows: unknown[][] = result.every(Array.isArray) ? result : [result];
  return rows.map((row): Block[number] => row.map((cell) => first(singleFromPlain(name, cell))));
}

function singleFromPlain(name: string, result: unknown): Single {
  if (result instanceof Error) throw unusable(name, result.message);
  if (result instanceof Date) {
    const day = Date.UTC(result.getFullYear(), result.getMonth(), result.getDate());
    const time = (result.getHours() * 60 + result.getMinutes()) * 60 + result.getSeconds();
    return new SheetDate((day - EPOCH) / DAY + time / 86_400);
  }
  if (typeof result === 'number' && Number.isNaN(result)) throw unusable(name, '#NUM!');
  if (typeof result === 'number' || typeof result === 'boolean' || typeof result === 'string') return result;
  if (result === null) return '';
  throw unusable(name, '#VALUE!');
}

function unusable(name: string, code: string): FormulaFailure {
  const shown = /^#[A-Z]/.test(code) ? code : '#VALUE!';
  return new FormulaFailure(new FormulaError(shown, `${name} cannot work with these values.`));
}
