// Days that a formula gives, as dates of the spreadsheet's zone: midnight there, whatever the zone of the script.
import { civilOf, type Day } from '../receivables/day';
import type { FormulaResult } from '../sheet/formulas/formula-arguments';
import { type Cell, isDayCell } from '../sheet/grid';
import { dayReader } from './days';
import { sheetZone } from './formula-arguments';

/** What a formula with dates returns: a date, a text (blank or a sentence), or a column of these. */
export type DateResult = string | Date | (string | Date)[][];

const MS_PER_DAY = 86_400_000;
const MS_PER_SECOND = 1000;
/** No zone was ever further from UTC than this. */
const WIDEST_OFFSET = 16 * 3_600_000;

/** The result of a row formula whose numbers are days, with dates in their place. */
export function datesOf(result: FormulaResult): DateResult {
  const dateOf = dateMaker();
  const cellOf = (value: string | number | boolean): string | Date =>
    typeof value === 'number' ? dateOf(value) : String(value);
  return Array.isArray(result) ? result.map((row) => row.map(cellOf)) : cellOf(result);
}

/** The cells of a table, its days as dates. */
export function tableWithDates(table: readonly (readonly Cell[])[]): (string | number | boolean | Date)[][] {
  const dateOf = dateMaker();
  return table.map((row) => row.map((cell) => (isDayCell(cell) ? dateOf(cell.day) : cell)));
}

/** Makes dates for one call of a formula; the spreadsheet is asked for its zone at the first one only. */
function dateMaker(): (day: Day) => Date {
  const dates = new Map<Day, Date>();
  let make: ((day: Day) => Date) | null = null;
  return (day) => {
    make = make ?? makerFor(sheetZone());
    const date = dates.get(day) ?? make(day);
    dates.set(day, date);
    return date;
  };
}

function makerFor(zone: string | null): (day: Day) => Date {
  return zone === null ? localMidnight : zoneMidnight(zone);
}

function localMidnight(day: Day): Date {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, month - 1, dayOfMonth);
  return date;
}

/**
 * The first instant of a day in a zone, found by reading instants as days: formulas may use Utilities.formatDate, and a zone whose
 * clocks skip midnight on a day has its first instant later. The offset found last is tried first, which is right for most days.
 */
function zoneMidnight(zone: string): (day: Day) => Date {
  const civil = dayReader(zone);
  const dayAt = (instant: number): Day => civil(new Date(instant)).day;
  const startsAt = (day: Day, instant: number): boolean =>
    dayAt(instant) === day && dayAt(instant - MS_PER_SECOND) < day;
  let offset = 0;
  return (day) => {
    const utc = day * MS_PER_DAY;
    if (!startsAt(day, utc + offset)) offset = firstInstant(day, dayAt) - utc;
    return new Date(utc + offset);
  };
}

/** Halves the span around a day's start until it is a second wide. */
function firstInstant(day: Day, dayAt: (instant: number) => Day): number {
  let before = day * MS_PER_DAY - WIDEST_OFFSET;
  let within = day * MS_PER_DAY + WIDEST_OFFSET;
  while (within - before > MS_PER_SECOND) {
    const middle = Math.floor((before + within) / 2 / MS_PER_SECOND) * MS_PER_SECOND;
    if (dayAt(middle) >= day) within = middle;
    else before = middle;
  }
  return within;
}
