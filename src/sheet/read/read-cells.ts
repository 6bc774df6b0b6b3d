// Reads single cells of the invoice table; what cannot be read becomes a problem that says where and what to do.
import { type Day, isoOf } from '../../receivables/day';
import type { DateOrder } from '../fields';
import { type Cell, isBlank, isDayCell, type Problem } from '../grid';
import { type DecimalMark, readAmountText } from './read-amounts';
import { dayOfNumber, dayOfText } from './read-dates';
import { isErrorText } from './read-words';

/** Where a cell is, and where its problems go. */
export interface Place {
  row: number;
  column: string;
  report: (problem: Problem) => void;
}

/** What a cell said: a value, nothing (blank), or that it could not be read. */
export type Reading<T> = { value: T | null; readable: boolean };

const BLANK: Reading<never> = { value: null, readable: true };
const UNREADABLE: Reading<never> = { value: null, readable: false };

/** 1900-01-01: what is before it is a time of day or a slip, not the date of an invoice. */
const FIRST_DAY = -25_567;

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

/**
 * Reads a date cell.
 * @param order the column's order of dates written as text, null when it cannot be told
 */
export function readDate(cell: Cell, order: DateOrder | null, place: Place): Reading<Day> {
  if (isBlank(cell)) return BLANK;
  if (isErrorText(cell)) return errorCell(place, cell);
  const day = dayOfCell(cell, order);
  if (day !== null && day >= FIRST_DAY) return { value: day, readable: true };
  if (typeof cell === 'string' && /^[-–—]+$|^n\/?a$/i.test(cell.trim())) return BLANK;
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
  return typeof cell === 'string' ? dayOfText(cell, order) : null;
}

/** An amount as decimal number, with the currency sign or code in its text ('' without). */
export interface AmountReading extends Reading<number> {
  currency: string;
}

/**
 * Reads an amount cell.
 * @param mark the column's decimal mark where its texts tell
 * @param preferred the sheet's own currency: decides what a shared sign such as `$` means
 */
export function readAmount(cell: Cell, mark: DecimalMark | null, preferred: string, place: Place): AmountReading {
  if (isBlank(cell)) return { ...BLANK, currency: '' };
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
