// Total formulas over columns that belong together row by row: every row read, the bad ones counted.
import { BadCell, FormulaError } from '../../receivables/formula-error';
import type { Cell } from '../grid';
import { type Argument, mapRows } from './formula-arguments';

/**
 * What the rows of some arguments say; blank rows are left out, single values are repeated.
 * @param args columns of equal height, or single values
 * @param read one row, its cells in the order of `args`; null leaves it out; throws BadCell for a cell that cannot be read
 * @throws FormulaError `bad-cells` naming the first bad row of the argument and how many there are; `unequal-heights`, `wrong-shape`
 */
export function readRows<T>(args: readonly Argument[], read: (cells: readonly Cell[]) => T | null): T[] {
  const rows: T[] = [];
  const bad: FormulaError[] = [];
  let first = '';
  const named = mapRows(args, (cells) => {
    try {
      const row = read(cells);
      if (row !== null) rows.push(row);
      return '';
    } catch (error) {
      if (error instanceof FormulaError) bad.push(error);
      throw error;
    }
  });
  if (bad.length === 0) return rows;
  for (const [cell] of Array.isArray(named) ? named : [[named]]) if (first === '') first = String(cell);
  const alike = bad.filter((error) => argumentOf(error) === argumentOf(bad[0])).length;
  const message = first.replace(/^⚠ /, '');
  throw new FormulaError('bad-cells', alike === 1 ? message : `${message} (${alike} such cells)`);
}

function argumentOf(error: FormulaError | undefined): string {
  return error instanceof BadCell ? error.argument : '';
}
