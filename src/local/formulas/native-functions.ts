// The native spreadsheet functions: ours where a spreadsheet's dates, errors, blocks or criteria count, else a library's.
import { localeData } from '../google-services/locale';
import { displayText } from '../google-services/number-format';
import { typedDate } from '../google-services/typed-dates';
import { serialOf, wallText } from '../google-services/wall-clock';
import { criterion, likeText, matching, sameKind } from './criteria';
import { libraryFunction } from './library-functions';
import { compare, textOf } from './operators';
import {
  type Block,
  blockOf,
  cellsOf,
  FormulaError,
  FormulaFailure,
  type FormulaValue,
  first,
  isBlock,
  numberOf,
  repeated,
  SheetDate,
  type Single,
  toStored,
  truth,
} from './values';

/** When and where a formula is calculated. */
export interface Moment {
  /** Wall-clock now in the spreadsheet's zone, as if UTC, epoch milliseconds. */
  now: number;
  /** The spreadsheet's locale, e.g. `de_DE`. */
  locale: string;
}

type Native = (values: FormulaValue[], moment: () => Moment) => FormulaValue;

const OURS = new Map<string, Native>([
  ['IF', ([test = '', yes = true, no = false]) => choose(test, yes, no)],
  ['IFS', ifs],
  ['IFERROR', ([value = '', fallback = '']) => replaced(value, fallback, () => true)],
  ['IFNA', ([value = '', fallback = '']) => replaced(value, fallback, ({ code }) => code === '#N/A')],
  ['ISERROR', ([value = '']) => first(value) instanceof FormulaError],
  ['ISERR', ([value = '']) => hasError(value, (code) => code !== '#N/A')],
  ['ISNA', ([value = '']) => hasError(value, (code) => code === '#N/A')],
  ['ISBLANK', ([value = '']) => first(value) === ''],
  ['AND', (values) => cellsOf(values).every((value) => value === '' || truth(value))],
  ['OR', (values) => cellsOf(values).some((value) => value !== '' && truth(value))],
  ['NOT', ([value = '']) => !truth(first(value))],
  ['ARRAYFORMULA', ([value = '']) => value],
  ['SUMIF', ([range = '', wanted = '', sum]) => total(numbersWhere(sum ?? range, [range, wanted]))],
  ['SUMIFS', ([sum = '', ...pairs]) => total(numbersWhere(sum, pairs))],
  ['AVERAGEIF', ([range = '', wanted = '', of]) => average(numbersWhere(of ?? range, [range, wanted]))],
  ['AVERAGEIFS', ([of = '', ...pairs]) => average(numbersWhere(of, pairs))],
  ['SUBTOTAL', ([code = '', ...values], moment) => subtotal(whole(code), values, moment)],
  ['COUNTIF', (pairs) => matching(pairs).filter(Boolean).length],
  ['COUNTIFS', (pairs) => matching(pairs).filter(Boolean).length],
  ['COUNTA', (values) => cellsOf(values).filter((value) => value !== '').length],
  ['ROUND', ([value = '', places = '']) => rounded(numberOf(first(value)), numberOf(first(places)))],
  ['HYPERLINK', ([link = '', label]) => label ?? link],
  [
    'JOIN',
    ([by = '', ...values]) =>
      cellsOf(values)
        .map(textOf)
        .join(textOf(first(by))),
  ],
  ['VLOOKUP', ([key = '', table = '', column = '', sorted = true]) => lookUp(key, blockOf(table), column, sorted)],
  ['HLOOKUP', ([key = '', table = '', row = '', sorted = true]) => lookUp(key, turned(table), row, sorted)],
  ['MATCH', ([key = '', range = '', order = 1]) => found(first(key), cellsOf([range]), numberOf(first(order))) + 1],
  ['INDEX', ([block = '', row = 0, column = 0]) => indexed(blockOf(block), first(row), first(column))],
  [
    'CHOOSE',
    ([index = '', ...values]) => values[numberOf(first(index)) - 1] ?? fail('#NUM!', 'CHOOSE: no such choice.'),
  ],
  ['TRANSPOSE', ([value = '']) => turned(value)],
  ['UNIQUE', ([value = '']) => unique(blockOf(value))],
  ['TODAY', (_values, moment) => new SheetDate(Math.floor(serialOf(wallText(moment().now))))],
  ['NOW', (_values, moment) => new SheetDate(serialOf(wallText(moment().now)))],
  ['DATE', ([year = 0, month = 0, day = 0]) => dateOf(whole(year), whole(month), whole(day))],
  ['DATEVALUE', ([text = ''], moment) => new SheetDate(Math.floor(daysOf(text, moment)))],
  ['YEAR', ([date = ''], moment) => wallOf(date, moment).getUTCFullYear()],
  ['MONTH', ([date = ''], moment) => wallOf(date, moment).getUTCMonth() + 1],
  ['DAY', ([date = ''], moment) => wallOf(date, moment).getUTCDate()],
  ['EDATE', ([date = '', months = ''], moment) => monthsOn(wallOf(date, moment), whole(months), false)],
  ['EOMONTH', ([date = '', months = ''], moment) => monthsOn(wallOf(date, moment), whole(months), true)],
  ['DAYS', ([end = '', start = ''], moment) => daysOf(end, moment) - daysOf(start, moment)],
  ['TEXT', ([value = '', format = ''], moment) => shown(first(value), textOf(first(format)), moment)],
]);
const fromLibrary = new Map<string, Native | undefined>();

/**
 * A native function by its name in upper case, if the host calculates it.
 *
 * @example nativeFunction('DATE')?.([2026, 1, 31], moment) // a SheetDate of 46053
 */
export function nativeFunction(name: string): Native | undefined {
  const ours = OURS.get(name);
  if (ours) return ours;
  if (!fromLibrary.has(name)) fromLibrary.set(name, libraryFunction(name));
  return fromLibrary.get(name);
}

function fail(code: string, message: string): never {
  throw new FormulaFailure(new FormulaError(code, message));
}

function choose(test: FormulaValue, yes: FormulaValue, no: FormulaValue): FormulaValue {
  if (!isBlock(test)) return truth(test) ? yes : no;
  const [whenYes, whenNo] = [blockOf(yes), blockOf(no)];
  return test.map((row, r) => row.map((value, c) => repeated(truth(value) ? whenYes : whenNo, r, c)));
}

function ifs(values: FormulaValue[]): FormulaValue {
  for (let at = 0; at + 1 < values.length; at += 2) {
    if (truth(first(values[at] ?? ''))) return values[at + 1] ?? '';
  }
  return fail('#N/A', 'IFS: no condition holds.');
}

function replaced(value: FormulaValue, fallback: FormulaValue, which: (error: FormulaError) => boolean): FormulaValue {
  if (!isBlock(value)) return value instanceof FormulaError && which(value) ? fallback : value;
  return value.map((row) => row.map((cell) => (cell instanceof FormulaError && which(cell) ? first(fallback) : cell)));
}

function hasError(value: FormulaValue, which: (code: string) => boolean): boolean {
  const cell = first(value);
  return cell instanceof FormulaError && which(cell.code);
}

/** The numbers of a range where every criterion holds. */
function numbersWhere(range: FormulaValue, pairs: FormulaValue[]): number[] {
  const block = blockOf(range);
  const width = block[0]?.length ?? 1;
  return matching(pairs).flatMap((matches, index) => {
    const value = matches ? block[Math.floor(index / width)]?.[index % width] : undefined;
    if (value instanceof FormulaError) throw new FormulaFailure(value);
    return typeof value === 'number' ? [value] : [];
  });
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function average(numbers: number[]): number {
  return numbers.length === 0 ? fail('#DIV/0!', 'No number meets the criteria.') : total(numbers) / numbers.length;
}

const SUBTOTALS = ['AVERAGE', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', 'STDEV', 'STDEVP', 'SUM', 'VAR', 'VARP'];

/** The codes from 101 leave out rows hidden by hand, which nobody can hide here. */
function subtotal(code: number, values: FormulaValue[], moment: () => Moment): FormulaValue {
  const native = nativeFunction(SUBTOTALS[(code % 100) - 1] ?? '');
  return native ? native(values, moment) : fail('#VALUE!', `SUBTOTAL has no function ${code}.`);
}

/** Half away from zero, by the decimal digits: 2.345 is 2.35 although its binary form lies below. */
function rounded(value: number, places: number): number {
  const moved = (number: number, by: number) => {
    const [digits = '0', exponent = '0'] = String(number).split('e');
    return Number(`${digits}e${Number(exponent) + by}`);
  };
  const by = Math.trunc(places);
  return Math.sign(value) * moved(Math.round(moved(Math.abs(value), by)), -by);
}

/** Where a key stands: exactly, or the last that is not beyond it in rows sorted upwards (1) or downwards (-1). */
function found(key: Single, cells: Single[], order: number): number {
  if (key instanceof FormulaError) throw new FormulaFailure(key);
  const exact = typeof key === 'string' ? likeText(key) : criterion(key);
  const at =
    order === 0
      ? cells.findIndex((cell) => exact(cell))
      : cells.map((cell) => sameKind(cell, key) && compare(cell, key) * order <= 0).lastIndexOf(true);
  return at >= 0
    ? at
    : fail('#N/A', `There is no ${key instanceof SheetDate ? 'such date' : `"${textOf(key)}"`} there.`);
}

function lookUp(key: FormulaValue, rows: Block, column: FormulaValue, sorted: FormulaValue): Single {
  const keys = rows.map((row) => row[0] ?? '');
  const row = rows[found(first(key), keys, truth(first(sorted)) ? 1 : 0)];
  return row?.[numberOf(first(column)) - 1] ?? fail('#REF!', 'The table has no such column.');
}

function indexed(block: Block, row: Single, column: Single): FormulaValue {
  const [r, c] = [numberOf(row), numberOf(column)];
  // A single row is counted along its cells.
  if (block.length === 1 && c === 0 && r > 0) return block[0]?.[r - 1] ?? fail('#REF!', 'INDEX: outside the range.');
  const rows = r === 0 ? block : block.slice(r - 1, r);
  const cells = rows.map((cellsOfRow) => (c === 0 ? cellsOfRow : cellsOfRow.slice(c - 1, c)));
  const one = cells[0]?.[0] ?? fail('#REF!', 'INDEX: outside the range.');
  return cells.length === 1 && cells[0]?.length === 1 ? one : cells;
}

function turned(value: FormulaValue): Block {
  const block = blockOf(value);
  return (block[0] ?? []).map((_, column) => block.map((row) => row[column] ?? ''));
}

function unique(rows: Block): Block {
  const firsts = new Map<string, Block[number]>();
  for (const row of rows) {
    const key = JSON.stringify(row.map(toStored));
    if (!firsts.has(key)) firsts.set(key, row);
  }
  return [...firsts.values()];
}

function whole(value: FormulaValue): number {
  return Math.trunc(numberOf(first(value)));
}

function dateOf(year: number, month: number, day: number): SheetDate {
  return new SheetDate(serialOf(wallText(Date.UTC(year, month - 1, day))));
}

/** A date's days since 1899-12-30; a text is read as if it were typed. */
function daysOf(value: FormulaValue, moment: () => Moment): number {
  const cell = first(value);
  if (typeof cell !== 'string' || cell === '') return numberOf(cell);
  const { locale, now } = moment();
  const typed = typedDate(cell.trim(), localeData(locale), now);
  return typed ? serialOf(typed.wall) : fail('#VALUE!', `"${cell}" is no date.`);
}

function wallOf(value: FormulaValue, moment: () => Moment): Date {
  return new Date(Date.UTC(1899, 11, 30) + Math.round(daysOf(value, moment) * 86_400_000));
}

function monthsOn(from: Date, months: number, toTheEnd: boolean): SheetDate {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(year, month + 1, toTheEnd ? last : Math.min(last, from.getUTCDate()));
}

function shown(value: Single, format: string, moment: () => Moment): string {
  if (value instanceof FormulaError) throw new FormulaFailure(value);
  if (typeof value === 'string' || typeof value === 'boolean') return textOf(value);
  return displayText(toStored(value), format, localeData(moment().locale));
}
