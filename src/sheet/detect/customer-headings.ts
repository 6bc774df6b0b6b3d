// Customers that stand in rows of their own above their invoices, as reports of open items have them.
import type { Detection } from '../fields';
import { type Cell, type Grid, isBlank } from '../grid';
import { isAmountLike } from '../read/read-amounts';
import { isDateLike } from '../read/read-dates';
import { isTotalText } from '../read/read-words';
import { meaningsOf } from '../vocabulary/header-words';

/** "31 - 60 days", "Current": what is open by age, under headings that are no customers. */
const AGE = /\d\s*(?:[-–+]|to)\s*\d*|\bdays?\b|current|not (?:yet )?due|overdue|past due|months?\b/i;
const FEWEST_CELLS = 3;
/** Of ten invoices under the headings, so many hold a date where the headings stand: then it is their date as well. */
const DATED_OF_TEN = 9;

/** A column without a header by its letter, as the mapping names it. @example columnName(0) // 'Column A' */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return `Column ${index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))}${letter}`;
}

/**
 * Takes the column in which headings name the customers for that of the customer, where no other is one: every invoice stands below a
 * heading, and there are several of them or their totals name them.
 */
export function customerByHeadings(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  columns: Detection['columns'],
): void {
  if (columns.customer ?? columns.customerId) return;
  const found = headingsOf(grid, headerIndex, columns);
  if (!found) return;
  const { index, dated } = found;
  const header = headers[index] || columnName(index);
  columns.customer = {
    index,
    header,
    confidence: 0.8,
    reason: 'the customers stand in rows of their own above their invoices',
  };
  const [meaning] = meaningsOf(header);
  if (dated && meaning?.field === 'issued' && !columns.issued)
    columns.issued = { index, header, confidence: meaning.score, reason: `header "${header}"` };
}

function headingsOf(
  grid: Grid,
  headerIndex: number,
  { amount, balance }: Detection['columns'],
): { index: number; dated: boolean } | null {
  const money = [amount, balance].flatMap((match) => match?.index ?? []);
  const names = new Set<string>();
  const totals: string[] = [];
  const cells: Cell[] = [];
  let column = -1;
  let heading: string | null = null;
  for (const row of grid.values.slice(headerIndex + 1)) {
    const filled = row.flatMap((cell, i) => (isBlank(cell) ? [] : [i]));
    const first = row[filled[0] ?? -1];
    if (filled.length === 0 || first === undefined) continue;
    if (typeof first === 'string' && isTotalText(first)) {
      totals.push(first);
      continue;
    }
    if (filled.length === 1) {
      if (!isName(first) || (column >= 0 && filled[0] !== column)) continue;
      column = filled[0] ?? -1;
      heading = String(first).trim();
    } else if (filled.length >= FEWEST_CELLS && money.some((i) => row[i] !== undefined && isAmountLike(row[i]))) {
      if (heading === null) return null;
      names.add(heading);
      cells.push(row[column] ?? '');
    }
  }
  if (money.includes(column) || names.size === 0) return null;
  const isTotalled = [...names].every((name) => totals.some((total) => total.includes(name)));
  if (names.size < 2 && !isTotalled) return null;
  return { index: column, dated: cells.filter(isDateLike).length * 10 >= cells.length * DATED_OF_TEN };
}

function isName(cell: Cell): boolean {
  return typeof cell === 'string' && !isDateLike(cell) && !isAmountLike(cell) && !AGE.test(cell);
}
