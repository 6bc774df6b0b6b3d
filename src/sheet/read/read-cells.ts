// Reads single cells of the invoice table; what cannot be read becomes a problem that says where and what to do.
import { type Day, isoOf } from '../../receivables/day';
import type { DateOrder } from '../fields';
import { type Cell, isBlank, isDayCell, type Problem } from '../grid';
import { type DecimalMark, readAmountText } from './read-amounts';
import { dayOfNumber, dayOfText } from './read-dates';
import { isErrorText, saysNothing } from './read-words';

/** Where a cell is, and where its problems go. */
export interface Place {
  row: number;
  column: string;
  report(problem: Problem): void;
}

/** What a cell said: a value, nothing (blank), or that it could not be read. */
export type Reading<T> = { value: T | null; readable: boolean };

const BLANK: Reading<never> = { value: null, readable: true };
const UNREADABLE: Reading<never> = { value: null, readable: false };

/** 1899-12-30: what a nought looks like as a date. */
const NOUGHT = -25_569;
/** 1990-01-01 and 2099-01-01: what lies outside stands for no date (1900, 1970, 9999), or is a slip. */
const FIRST_DAY = 7305;
const LAST_DAY = 47_117;
/** From here on a plain number is a date in figures (19000101), below it may be an amount. */
const IN_FIGURES = 10_000_000;
const NO_YEAR = /^0{1,4}[-/.]0{1,2}[-/.]0{2,4}(?:[T ].*)?$/;

function complain(place: Place, code: string, sentence: string): Reading<never> {
  const message = `Row ${place.row}, ${place.column}: ${sentence}`;
  place.report({ row: place.row, column: place.column, code, message });
  return UNREADABLE;
}

/** How a cell is quoted in a sentence. */
export function quoted(cell: Cell): string {
  const text = isDayCell(cell) ? isoOf(cell.day) : String(cell).trim();
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function errorCell(place: Place, cell: Cell): Reading<never> {
  return complain(
    place,
    'error-cell',
    `the cell shows ${String(cell).trim()}. Mend its formula or wait until it has loaded.`,
  );
}

/** A date cell: its day, and whether it holds one that only stands for none (1900-01-01, 9999-12-31). */
export interface DateReading extends Reading<Day> {
  isPlaceholder?: true;
}

/**
 * Reads a date cell.
 * @param order the column's order of dates written as text, null when it cannot be told
 * @example readDate('1900-01-01', null, place) // { value: null, readable: true, isPlaceholder: true }
 */
export function readDate(cell: Cell, order: DateOrder | null, place: Place): DateReading {
  if (isBlank(cell) || cell === 0) return BLANK;
  if (isErrorText(cell)) return errorCell(place, cell);
  const day = dayOfCell(cell, order);
  if (day !== null && day >= FIRST_DAY && day < LAST_DAY) return { value: day, readable: true };
  if (day === NOUGHT || (typeof cell === 'string' && (cell.trim() === '0' || saysNothing(cell)))) return BLANK;
  const isDate = day !== null && (typeof cell !== 'number' || cell > IN_FIGURES);
  if (isDate || (typeof cell === 'string' && NO_YEAR.test(cell.trim()))) return { ...BLANK, isPlaceholder: true };
  if (typeof cell === 'string' && order === null && isReadableBothWays(cell)) {
    return complain(
      place,
      'date-order-unknown',
      `${quoted(cell)} can be read day first or month first. Type it as a date (for example 2026-12-31).`,
    );
  }
  return complain(
    place,
    'date-unreadable',
    `${quoted(cell)} is not a date. Type it as a date (for example 2026-12-31).`,
  );
}

function isReadableBothWays(text: string): boolean {
  return dayOfText(text, 'day-first') !== null && dayOfText(text, 'month-first') !== null;
}

function dayOfCell(cell: Cell, order: DateOrder | null): Day | null {
  if (isDayCell(cell)) return cell.day;
  if (typeof cell === 'number') return dayOfNumber(cell);
  return typeof cell === 'string' ? dayOfText(cell.startsWith("'") ? cell.slice(1) : cell, order) : null;
}

/** An amount as decimal number, with the currency sign or code in its text ('' without). */
export interface AmountReading extends Reading<number> {
  currency: string;
}

/** What a blank cell says, and a table without such a column. */
export const NO_AMOUNT: AmountReading = { ...BLANK, currency: '' };

/**
 * Reads an amount cell.
 * @param mark the column's decimal mark where its texts tell
 * @param preferred the sheet's own currency: decides what a shared sign such as `$` means
 */
export function readAmount(cell: Cell, mark: DecimalMark | null, preferred: string, place: Place): AmountReading {
  if (isBlank(cell)) return NO_AMOUNT;
  if (typeof cell === 'number') {
    if (Number.isFinite(cell)) return { value: cell, readable: true, currency: '' };
  } else if (isErrorText(cell)) {
    return { ...errorCell(place, cell), currency: '' };
  } else if (typeof cell === 'string') {
    const read = readAmountText(cell, mark, preferred);
    if (read) return { value: read.value, readable: true, currency: read.currency };
  }
  const sentence = `${quoted(cell)} is not an amount. Type it as a number (for example 1234.50).`;
  return { ...complain(place, 'amount-unreadable', sentence), currency: '' };
}
