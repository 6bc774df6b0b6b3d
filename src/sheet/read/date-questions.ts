// Questions about the order of dates written as text, where the cells of the table cannot tell.
import { type Day, longDay } from '../../receivables/day';
import type { DateOrder, Detection, Field, Question } from '../fields';
import { type Cell, type Grid, isDayCell } from '../grid';
import { orderBySigns } from './date-order-signs';
import { bothReadings, dateOrderOf } from './read-dates';

const DATE_FIELDS: readonly Field[] = ['due', 'issued', 'paidOn'];

/** The order of a date column, and what could not be told. */
export interface ColumnOrder {
  field: Field;
  order: DateOrder | null;
  /** 1-based sheet row and text of a cell that can be read both ways; null when every cell can be read. */
  doubt: { row: number; text: string } | null;
}

/**
 * The order of dates in each date column: from its own cells, else from the table's other date columns, else as a person answered, else as
 * the rest of the table tells.
 * Where most cells of a column are real dates its few texts are typing errors, not a matter of order.
 */
export function columnOrders(grid: Grid, detection: Detection): ColumnOrder[] {
  const start = detection.headerRow - grid.firstRow + 1;
  const found = DATE_FIELDS.flatMap((field) => {
    const column = detection.columns[field];
    if (!column) return [];
    const cells = grid.values.slice(start).map((row): Cell => row[column.index] ?? '');
    const finding = dateOrderOf(cells);
    const row = detection.headerRow + 1 + finding.example;
    const isDoubtful = finding.undecided && isMostlyText(cells);
    const doubt = isDoubtful ? { row, text: String(cells[finding.example]).trim() } : null;
    return [{ field, order: finding.order, doubt }];
  });
  const orders = new Set(found.map(({ order }) => order).filter((order) => order !== null));
  const shared = orders.size === 1 ? ([...orders][0] ?? null) : null;
  const isOpen = !shared && !detection.dateOrder && found.some(({ doubt }) => doubt !== null);
  const told = shared ?? detection.dateOrder ?? (isOpen ? orderBySigns(grid, detection) : null);
  return found.map(({ field, order, doubt }) => {
    const known = order ?? told;
    return { field, order: known, doubt: known === null ? doubt : null };
  });
}

/** One question per date column whose texts can be read both ways, with both readings of a real cell. */
export function dateOrderQuestions(grid: Grid, detection: Detection): Question[] {
  return columnOrders(grid, detection).flatMap(({ field, doubt }) => {
    if (!doubt) return [];
    const { dayFirst, monthFirst } = bothReadings(doubt.text);
    const header = detection.columns[field]?.header ?? field;
    const candidates = [`day first: ${said(dayFirst)}`, `month first: ${said(monthFirst)}`];
    const message = `Row ${doubt.row}, ${header}: is "${doubt.text}" ${said(dayFirst)} or ${said(monthFirst)}?`;
    return [{ field, message, candidates, kind: 'date-order' as const }];
  });
}

function isMostlyText(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;
  return cells.filter(isDayCell).length <= texts;
}

function said(day: Day | null): string {
  return day === null ? 'no date' : longDay(day);
}

/** A detection with the question of the date order answered; as it is without an answer. */
export function inOrder(detection: Detection, dateOrder: DateOrder | undefined): Detection {
  if (!dateOrder) return detection;
  return { ...detection, dateOrder, questions: detection.questions.filter(({ kind }) => kind !== 'date-order') };
}
