// The order of dates that can be read both ways, told by what stands beside them: terms, the days between two dates, commas, language.
import type { Day } from '../../receivables/day';
import { dueFromTerms } from '../../receivables/terms/due-from-terms';
import type { DateOrder, Detection } from '../fields';
import { type Cell, type Grid, isBlank, isDayCell } from '../grid';
import { isForeign } from '../vocabulary/header-language';
import { decimalMarkOf } from './read-amounts';
import { dayOfText } from './read-dates';

const ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];

/**
 * The order that the rest of the table tells, the surest sign first: an order in which terms lead from the invoice to its due date; one in
 * which due dates follow after a usual time; a decimal comma, or headers in a language other than English, which go with the day first.
 * @returns null where nothing tells
 */
export function orderBySigns(grid: Grid, detection: Detection): DateOrder | null {
  const pairs = pairsOf(grid, detection);
  return (
    byTerms(pairs) ?? byDistance(pairs) ?? (hasCommas(grid, detection) || isElsewhere(detection) ? 'day-first' : null)
  );
}

/** Invoice and due date of a row in each order. */
interface Pair {
  terms: string;
  dates: Record<DateOrder, { issued: Day; due: Day } | null>;
}

function pairsOf(grid: Grid, { columns, headerRow }: Detection): Pair[] {
  const { issued, due, terms } = columns;
  if (!issued || !due) return [];
  return grid.values.slice(headerRow - grid.firstRow + 1).flatMap((row): Pair[] => {
    const [from, to, cell] = [row[issued.index], row[due.index], terms ? row[terms.index] : ''];
    if (isBlank(from) || isBlank(to)) return [];
    const inOrder = (order: DateOrder): { issued: Day; due: Day } | null => {
      const [first, second] = [dayIn(from, order), dayIn(to, order)];
      return first === null || second === null ? null : { issued: first, due: second };
    };
    const dates = { 'day-first': inOrder('day-first'), 'month-first': inOrder('month-first') };
    return [{ terms: isBlank(cell) || isDayCell(cell) ? '' : String(cell), dates }];
  });
}

function dayIn(cell: Cell | undefined, order: DateOrder): Day | null {
  if (isDayCell(cell)) return cell.day;
  return typeof cell === 'string' ? dayOfText(cell, order) : null;
}

/** Of the rows that tell, so many must agree. */
const MOST = 0.9;

function byTerms(pairs: readonly Pair[]): DateOrder | null {
  const votes = pairs.flatMap(({ terms, dates }): DateOrder[] => {
    if (terms === '') return [];
    const fitting = ORDERS.filter((order) => {
      const found = dates[order];
      return found !== null && dueFromTerms(found.issued, terms) === found.due;
    });
    return fitting.length === 1 ? fitting : [];
  });
  return ORDERS.find((order) => votes.length > 0 && share(votes, (vote) => vote === order) >= MOST) ?? null;
}

/** Fewer rows may have a usual term by chance. */
const ENOUGH = 3;
/** Days from the invoice to its due date that firms agree on; months are of 28 to 31 days. */
const USUAL = new Set([
  0, 5, 7, 8, 10, 14, 15, 20, 21, 28, 29, 30, 31, 42, 45, 59, 60, 61, 62, 75, 89, 90, 91, 92, 120,
]);

function byDistance(pairs: readonly Pair[]): DateOrder | null {
  if (pairs.length < ENOUGH) return null;
  const fits = (order: DateOrder, isFit: (days: number) => boolean): number =>
    share(pairs, ({ dates }) => {
      const found = dates[order];
      return found !== null && isFit(found.due - found.issued);
    });
  const told = (isFit: (days: number) => boolean, most: number, least: number): DateOrder | null => {
    const clear = ORDERS.filter(
      (order) => fits(order, isFit) >= most && ORDERS.every((other) => other === order || fits(other, isFit) <= least),
    );
    return clear.length === 1 ? (clear[0] ?? null) : null;
  };
  return told((days) => USUAL.has(days), MOST, 0.5) ?? told((days) => days >= 0, 1, 0.67);
}

function share<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length / list.length;
}

function hasCommas(grid: Grid, { columns, headerRow }: Detection): boolean {
  return [columns.amount, columns.balance, columns.paid].some((column) => {
    if (!column) return false;
    const cells = grid.values.slice(headerRow - grid.firstRow + 1).map((row): Cell => row[column.index] ?? '');
    return decimalMarkOf(cells) === ',';
  });
}

/** One foreign word may be a borrowed one. */
const FOREIGN_HEADERS = 2;

function isElsewhere({ headers }: Detection): boolean {
  return headers.filter(isForeign).length >= FOREIGN_HEADERS;
}
