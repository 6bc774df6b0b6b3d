// Where the table starts when no name is known: a row of names over columns of words, amounts and numbers of documents.
import { type Grid, isBlank } from '../grid';
import { isAmountLike } from '../read/read-amounts';
import { isDateLike } from '../read/read-dates';
import { lookAt } from './column-evidence';
import type { TableStart } from './find-table';
import { columnCells } from './find-table';
import { headersOf } from './two-line-headers';

const ROWS_SEARCHED = 30;
const CELLS_LOOKED_AT = 50;
/** Fewer rows, or columns, are no table. */
const FEWEST_ROWS = 2;
const FEWEST_NAMES = 3;
const MOST = 0.8;
const LONGEST_NAME = 60;

/**
 * The header row of a table that is one of invoices by its cells: somebody, an amount, and a number that is never the same twice stand in
 * every row, and it is not mostly figures. What its columns mean has to be asked.
 * @returns null where no row is such a header
 */
export function tableByCells(grid: Grid): TableStart | null {
  const last = Math.min(grid.values.length, ROWS_SEARCHED);
  for (let index = 0; index < last; index += 1) {
    const headers = headersOf(grid.values[index] ?? []);
    if (areNames(grid, index, headers) && hasInvoices(grid, index, headers))
      return { index, headerRow: grid.firstRow + index, headers, score: LEAST };
  }
  return null;
}

/** Any table with names that are known is the better one. */
const LEAST = 0.01;

function areNames(grid: Grid, index: number, headers: readonly string[]): boolean {
  const names = headers.filter((name) => name !== '');
  const cells = (grid.values[index] ?? []).filter((cell) => !isBlank(cell));
  const isName = (name: string): boolean => name.length <= LONGEST_NAME && !isAmountLike(name) && !isDateLike(name);
  return (
    names.length >= FEWEST_NAMES &&
    cells.length === names.length &&
    new Set(names).size === names.length &&
    names.every(isName)
  );
}

function hasInvoices(grid: Grid, index: number, headers: readonly string[]): boolean {
  const columns = headers.flatMap((name, column) =>
    name === '' ? [] : [lookAt(columnCells(grid, index, column, CELLS_LOOKED_AT))],
  );
  const rows = Math.max(...columns.map(({ filled }) => filled));
  if (rows < FEWEST_ROWS) return false;
  const whole = columns.filter(({ filled }) => filled >= rows * MOST);
  const isNumber = (look: (typeof whole)[number]): boolean => look.codes >= MOST && look.distinct === 1;
  const amounts = whole.filter((look) => look.amounts >= MOST && look.dates < MOST && look.distinct > 1 / rows);
  const words = whole.some((look) => look.words >= MOST && look.codes < MOST && look.addresses < MOST);
  return words && whole.some(isNumber) && amounts.length > 0 && amounts.length * 2 <= columns.length;
}
