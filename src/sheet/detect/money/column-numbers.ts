// The numbers in the columns of a table's first rows, for what the rows show by adding up.
import type { Cell, Grid } from '../../grid';
import { readAmountText } from '../../read/read-amounts';

/** The cells of a row. */
export type Row = readonly Cell[];

/** So many rows show how columns hang together. */
const ROWS_LOOKED_AT = 200;

/** The first rows below the header. */
export function rowsOf(grid: Grid, headerIndex: number): Row[] {
  return grid.values.slice(headerIndex + 1, headerIndex + 1 + ROWS_LOOKED_AT);
}

/** The number in each row of a column; null where there is none. */
export function numbersOf(rows: readonly Row[], column: number): (number | null)[] {
  return rows.map((row) => numberIn(row[column]));
}

/** The number in a cell, null where there is none. @example numberIn('1,250.00') // 1250 */
export function numberIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? (readAmountText(cell, null)?.value ?? null) : null;
}
