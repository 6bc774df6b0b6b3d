// Dates in a bank's table, and the order in which they are written: told by all dates of the file together.
import type { Day } from '../../receivables/day';
import type { DateOrder } from '../fields';
import { type Cell, isDayCell } from '../grid';
import { dateOrderOf, dayOfNumber, dayOfText } from '../read/read-dates';
import type { Rows } from './bank-lines';
import type { BankHeader } from './bank-words';

/** The day a cell says; null where it says none. */
export function dayIn(cell: Cell | undefined, order: DateOrder | null): Day | null {
  if (isDayCell(cell)) return cell.day;
  if (typeof cell === 'number') return dayOfNumber(cell);
  return typeof cell === 'string' && cell.trim() !== '' ? dayOfText(cell.trim().replace(/^['’#]/, ''), order) : null;
}

const IN_TEXT =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)|\d{1,2}\.? \p{L}{3,12}\.? \d{4}|\d{4}年\d{1,2}月\d{1,2}日|(?<!\d)20\d{6}(?!\d)/gu;

/** The dates within a text, as they are written. @example datesIn('01 Apr 2026 to 30 Apr 2026') // ['01 Apr 2026', '30 Apr 2026'] */
export function datesIn(text: string): string[] {
  return text.match(IN_TEXT) ?? [];
}

/**
 * The order of a file's dates: a day above twelve anywhere in it decides, else the order in which its lines follow one another, else its
 * currency; null where nothing tells.
 */
export function orderOfDates(rows: Rows, { index, columns }: BankHeader): DateOrder | null {
  const dated = [columns.date, columns.valueDate, columns.booking].filter((at) => at !== undefined);
  const body = rows.slice(index + 1).flatMap((row) => dated.map((at) => row[at] ?? ''));
  const above = rows
    .slice(0, index)
    .flatMap((row) => row.flatMap((cell) => (typeof cell === 'string' ? datesIn(cell) : [])));
  const found = dateOrderOf([...body, ...above]);
  if (found.order || !found.undecided) return found.order ?? 'day-first';
  const at = columns.booking ?? columns.date ?? -1;
  const [dayFirst, monthFirst] = (['day-first', 'month-first'] as const).map((order) =>
    isInOrder(rows.slice(index + 1).map((row) => dayIn(row[at], order))),
  );
  if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first';
  const said = rows.slice(0, index + 2).map((row) => row.join(' '));
  return /\$|\bUSD\b/.test(said.join(' ')) ? 'month-first' : 'day-first';
}

function isInOrder(days: readonly (Day | null)[]): boolean {
  const known = days.filter((day): day is Day => day !== null);
  const up = known.every((day, i) => i === 0 || day >= (known[i - 1] ?? day));
  return up || known.every((day, i) => i === 0 || day <= (known[i - 1] ?? day));
}
