// What moves when rows or columns are inserted or deleted: cells, formulas' references, names and column widths.
import { columnIndex, columnLetters } from './a1';
import { isStoredCharts, type StoredChart } from './chart-state';
import type { Block } from './host';
import type { StoredCell, StoredNamedRange } from './state';

type Grid = Map<number, Map<number, StoredCell>>;
type Dimension = 'rows' | 'columns';

/** Whether a cell counts for the last row and column: a value or a formula, not a format or a note. */
export function hasContent(cell: StoredCell | undefined): boolean {
  return cell !== undefined && (Boolean(cell.formula) || cell.value.kind !== 'empty');
}

/** The place of an index after `count` were inserted at `at` (negative: deleted), `null` when it was deleted. */
function moved(index: number, at: number, count: number): number | null {
  if (index < at) return index;
  if (count < 0 && index < at - count) return null;
  return index + count;
}

function movedFormula(formula: string, dimension: Dimension, at: number, count: number): string {
  return formula.replace(
    /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\w.]+)!\$?[A-Za-z]+\$?\d+(?::\$?[A-Za-z]+\$?\d+)?|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\w(])/g,
    (whole, dc, letters, dr, digits, offset: number) => {
      if (letters === undefined || /[\w.]/.test(formula[offset - 1] ?? '')) return whole;
      const row = dimension === 'rows' ? moved(Number(digits) - 1, at, count) : Number(digits) - 1;
      const column = dimension === 'columns' ? moved(columnIndex(letters), at, count) : columnIndex(letters);
      return row === null || column === null ? '#REF!' : `${dc}${columnLetters(column)}${dr}${row + 1}`;
    },
  );
}

/** A new grid with rows or columns inserted (count above 0) or deleted (below 0) at a 0-based place. */
export function shiftedGrid(grid: Grid, dimension: Dimension, at: number, count: number): Grid {
  const result: Grid = new Map();
  for (const [row, cells] of grid) {
    const newRow = dimension === 'rows' ? moved(row, at, count) : row;
    if (newRow === null) continue;
    const target = new Map<number, StoredCell>();
    for (const [column, cell] of cells) {
      const newColumn = dimension === 'columns' ? moved(column, at, count) : column;
      if (newColumn === null) continue;
      target.set(
        newColumn,
        cell.formula ? { ...cell, formula: movedFormula(cell.formula, dimension, at, count) } : cell,
      );
    }
    result.set(newRow, target);
  }
  return result;
}

/** Column widths after inserting or deleting columns. */
export function shiftedWidths(widths: Record<number, number>, at: number, count: number): Record<number, number> {
  const result: Record<number, number> = {};
  for (const [key, width] of Object.entries(widths)) {
    const place = moved(Number(key), at, count);
    if (place !== null) result[place] = width;
  }
  return result;
}

/** A block after the shift, moved and grown with its cells; `null` when all of them are gone. */
function shiftedBlock<T extends Block>(block: T, dimension: Dimension, at: number, count: number): T | null {
  const start = dimension === 'rows' ? block.row : block.column;
  const size = dimension === 'rows' ? block.rows : block.columns;
  const kept = Array.from({ length: size }, (_, i) => moved(start + i, at, count)).filter((place) => place !== null);
  const first = kept[0];
  const last = kept[kept.length - 1];
  if (first === undefined || last === undefined) return null;
  const length = last - first + 1;
  return dimension === 'rows' ? { ...block, row: first, rows: length } : { ...block, column: first, columns: length };
}

/** Named ranges after the shift: they move and grow with their cells; one whose cells are all gone is broken. */
export function shiftedNames(
  names: StoredNamedRange[],
  sheetId: number,
  dimension: Dimension,
  at: number,
  count: number,
): StoredNamedRange[] {
  return names.map((range) =>
    range.sheetId !== sheetId || range.broken
      ? range
      : (shiftedBlock(range, dimension, at, count) ?? { ...range, broken: true }),
  );
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'row' in value && 'columns' in value;
}

/** A chart goes with the cells it is drawn from and with the one it stands on. */
function shiftedChart(chart: StoredChart, dimension: Dimension, at: number, count: number): StoredChart {
  const place = dimension === 'rows' ? 'row' : 'column';
  const ranges = chart.ranges.flatMap((range) => shiftedBlock(range, dimension, at, count) ?? []);
  return { ...chart, ranges, at: { ...chart.at, [place]: moved(chart.at[place], at, count) ?? at } };
}

/** What else is kept with a sheet (the filter, charts) after the shift; a block whose cells are gone goes. */
export function shiftedExtras(
  extras: Record<string, unknown>,
  dimension: Dimension,
  at: number,
  count: number,
): Record<string, unknown> {
  const kept = Object.entries(extras).map(([key, value]) => [
    key,
    isBlock(value)
      ? shiftedBlock(value, dimension, at, count)
      : isStoredCharts(value)
        ? value.map((chart) => shiftedChart(chart, dimension, at, count))
        : value,
  ]);
  return Object.fromEntries(kept.filter(([, value]) => value !== null));
}

/** Moves buffered cells into a grid; the buffer is not to be used any more. */
export function carryOver(grid: Grid, written: Map<number, Map<number, StoredCell | null>>): void {
  for (const [row, cells] of written) {
    const kept = grid.get(row);
    if (!kept && isWhole(cells)) {
      if (cells.size > 0) grid.set(row, cells);
      continue;
    }
    const target = kept ?? new Map<number, StoredCell>();
    for (const [column, cell] of cells) {
      if (cell === null) target.delete(column);
      else target.set(column, cell);
    }
    if (target.size > 0) grid.set(row, target);
    else grid.delete(row);
  }
}

/** Whether no cell is taken away: such a row is carried over as it is. */
function isWhole(cells: Map<number, StoredCell | null>): cells is Map<number, StoredCell> {
  for (const cell of cells.values()) if (cell === null) return false;
  return true;
}
