// A sheet as the pure rooms see it: plain cells, dates already turned into days.
import type { Day } from '../receivables/day';

/** A date cell: its calendar day in the spreadsheet's zone. */
export interface DayCell {
  day: Day;
}

/** A cell's value; an empty cell is ''. An error cell is its text (`#N/A`, `#REF!`, `Loading...`). */
export type Cell = string | number | boolean | DayCell;

/** A rectangle of cells with its place in the sheet. */
export interface Grid {
  /** Tab name. */
  sheet: string;
  /** 1-based sheet row of the first row of `values`. */
  firstRow: number;
  values: Cell[][];
  /** The cells as displayed, same shape; null where they cannot be had (a formula's argument). */
  display: string[][] | null;
}

/** Something in a sheet that could not be read or needs a person: one sentence that says what to do. */
export interface Problem {
  /** 1-based sheet row; 0 when it is about the sheet as a whole. */
  row: number;
  /** Header of the column, or '' when it is about the row as a whole. */
  column: string;
  /** Stable code, e.g. `date-unreadable`. */
  code: string;
  message: string;
}

/** Whether a cell holds a date. */
export function isDayCell(cell: Cell | undefined): cell is DayCell {
  return typeof cell === 'object' && cell !== null && 'day' in cell;
}

/** Whether a cell is empty (blanks only count as empty). */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** How a sheet is named in a sentence: ` "Invoices"`, or nothing where it has no name. */
export function namedSheet({ sheet }: Grid): string {
  return sheet === '' ? '' : ` "${sheet}"`;
}
