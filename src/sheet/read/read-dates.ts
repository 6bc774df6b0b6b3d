// Dates in cells: real dates, serial numbers, and dates written as text in one order for the whole column.
import { type Day, dayOf } from '../../receivables/day';
import type { DateOrder } from '../fields';
import { type Cell, isBlank, isDayCell } from '../grid';
import { cellWords } from '../vocabulary/cell-words.prepared';
import { listOf, spelledOut, withoutAccents } from '../vocabulary/language';

/** Day of the spreadsheet serial 0, 1899-12-30. */
const SERIAL_ZERO = -25_569;
/** Serials of 1950-01-01 and 2199-12-31: a plain number outside them is not taken for a date. */
const SERIAL_FROM = 18_264;
const SERIAL_TO = 109_574;

const TIME = /[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** What most exports write, read without further ado. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?$/;
/** What every other writing has: names and numbers of documents mostly end here. */
const TWO_FIGURES = /\d\D+\d/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/;
const FIGURES = /^(\d{1,2})([-/.\s])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?$/;
// "26. April 2026", "Tue, 1st of May 2026", "1er mars 2026", "26 de abril de 2026", "26 kwietnia 2026 r."
const DAY_MONTH_NAME =
  /^(?:\p{L}{2,13}(?:-\p{L}+)?[.,]*\s+)?(\d{1,2})(?:st|nd|rd|th|er)?[-/.,\s]+(?:de |of )?(\p{L}{3,12})\.?[-/.,\s]+(?:de |del )?'?(\d{4}|\d{2})(?: ?[rг]\.?)?$/iu;
const MONTH_NAME_DAY =
  /^(?:\p{L}{2,13}(?:-\p{L}+)?[.,]*\s+)?(\p{L}{3,12})\.?[-/.\s]+(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+'?(\d{4}|\d{2})$/iu;
const JAPANESE = /^(\d{4}|(?:令和|R)\s?(?:\d{1,2}|元))[年.]\s?(\d{1,2})[月.]\s?(\d{1,2})日?(?:\s?[(（].[)）]|.曜日)?$/;
/** The first year of the era Reiwa is 2019. */
const REIWA_ZERO = 2018;

/** The day of a spreadsheet serial number; a time part is dropped. @example isoOf(dayOfSerial(46022)) // '2025-12-31' */
function dayOfSerial(serial: number): Day {
  return Math.floor(serial) + SERIAL_ZERO;
}

/** The day of a plain number where it can only be a date of 1950 to 2199 (or 20260131), else null. */
export function dayOfNumber(value: number): Day | null {
  if (value >= SERIAL_FROM && value < SERIAL_TO + 1) return dayOfSerial(value);
  return Number.isInteger(value) && value > 19_000_000 && value < 22_000_000 ? compactDay(String(value)) : null;
}

function compactDay(text: string): Day | null {
  const match = COMPACT.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

interface Figures {
  first: number;
  second: number;
  year: number;
}

function figuresOf(text: string): Figures | null {
  const match = FIGURES.exec(withoutTime(text.normalize('NFKC')));
  return match ? { first: Number(match[1]), second: Number(match[3]), year: fullYear(match[4] ?? '') } : null;
}

function withoutTime(text: string): string {
  return text.trim().replace(TIME, '').trim();
}

// Two-digit years: 00-69 are this century's, as spreadsheets have it (within a decade of each other).
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function dayInOrder({ first, second, year }: Figures, order: DateOrder): Day | null {
  return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second);
}

let months: Map<string, number> | null = null;

// Every beginning of a month's name of three letters or more, unless it begins another month too ("jui" is June and July).
function monthNames(): Map<string, number> {
  if (months) return months;
  months = new Map();
  for (const list of cellWords().months) {
    for (const [i, names] of listOf(list).entries()) {
      for (const name of names.split('|').flatMap(spelledOut).map(withoutAccents)) {
        for (let length = 3; length <= name.length; length += 1) {
          const known = months.get(name.slice(0, length));
          months.set(name.slice(0, length), known === undefined || known === i + 1 ? i + 1 : 0);
        }
      }
    }
  }
  return months;
}

function monthNumber(name: string): number {
  return monthNames().get(withoutAccents(name).toLowerCase()) ?? 0;
}

function japaneseDay(text: string): Day | null {
  const match = JAPANESE.exec(text);
  if (!match) return null;
  const year = (match[1] ?? '').replace(/^(令和|R)\s?/, 'R').replace('元', '1');
  const full = year.startsWith('R') ? REIWA_ZERO + Number(year.slice(1)) : Number(year);
  return dayOf(full, Number(match[2]), Number(match[3]));
}

/**
 * The day a text says, or null when it is no date or its order cannot be told.
 * @param order the column's order; null where it is not known
 * @example dayOfText('30-03-2020', 'day-first') // 30 March 2020
 * @example dayOfText('26-Apr-11', null) // 26 April 2011
 */
export function dayOfText(written: string, order: DateOrder | null): Day | null {
  const iso = ISO.exec(written);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const form = written.normalize('NFKC');
  if (!TWO_FIGURES.test(form)) return compactDay(form);
  const text = withoutTime(form);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const figures = figuresOf(text);
  if (figures) {
    if (order) return dayInOrder(figures, order);
    return figures.first === figures.second ? dayInOrder(figures, 'day-first') : null;
  }
  const dayName = DAY_MONTH_NAME.exec(text);
  if (dayName) return dayOf(fullYear(dayName[3] ?? ''), monthNumber(dayName[2] ?? ''), Number(dayName[1]));
  const nameDay = MONTH_NAME_DAY.exec(text);
  if (nameDay) return dayOf(fullYear(nameDay[3] ?? ''), monthNumber(nameDay[1] ?? ''), Number(nameDay[2]));
  return compactDay(text) ?? japaneseDay(text);
}

/** Whether a cell looks like a date in any writing; used to tell columns apart. */
export function isDateLike(cell: Cell): boolean {
  if (isDayCell(cell)) return true;
  if (typeof cell === 'number') return dayOfNumber(cell) !== null;
  if (typeof cell !== 'string') return false;
  return dayOfText(cell, 'day-first') !== null || dayOfText(cell, 'month-first') !== null;
}

/** What the cells of a date column say about the order of dates written as text. */
export interface OrderFinding {
  /** The order, null when nothing tells (or when the cells contradict each other). */
  order: DateOrder | null;
  /** Whether texts are there that can be read both ways. */
  undecided: boolean;
  /** Index of the first cell that can be read both ways, -1 without one. */
  example: number;
}

/** Of a hundred texts, this many may contradict the order: they are typing errors and are reported one by one. */
const CONTRADICTIONS_PER_HUNDRED = 5;

/**
 * The order of the dates written as text in a column, inferred from all of its cells.
 * A day above 12 decides; dots (`01.02.2026`) are day first; contradicting cells decide nothing unless they are a few among many.
 * @param cells the column below its header
 */
export function dateOrderOf(cells: readonly Cell[]): OrderFinding {
  let dayFirst = 0;
  let monthFirst = 0;
  let dotted = 0;
  let both = 0;
  let example = -1;
  cells.forEach((cell, i) => {
    const figures = typeof cell === 'string' && !isBlank(cell) && !ISO.test(cell) ? figuresOf(cell) : null;
    if (!figures) return;
    const { first, second } = figures;
    if (typeof cell === 'string' && cell.includes('.') && !/[-/]/.test(cell)) dotted += 1;
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first !== second && first <= 12 && second <= 12) {
      both += 1;
      if (example < 0) example = i;
    }
  });
  const order = decided(dayFirst, monthFirst) ?? (dotted > 0 && monthFirst === 0 ? 'day-first' : null);
  return { order, undecided: order === null && both > 0, example };
}

function decided(dayFirst: number, monthFirst: number): DateOrder | null {
  const most = Math.max(dayFirst, monthFirst);
  const least = Math.min(dayFirst, monthFirst);
  if (most === 0 || least * 100 > most * CONTRADICTIONS_PER_HUNDRED) return null;
  return dayFirst > monthFirst ? 'day-first' : 'month-first';
}

/** Both readings of a text, day first and month first. */
export function bothReadings(text: string): { dayFirst: Day | null; monthFirst: Day | null } {
  return { dayFirst: dayOfText(text, 'day-first'), monthFirst: dayOfText(text, 'month-first') };
}
