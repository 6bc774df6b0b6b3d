// What moves when rows or columns are inserted, deleted or moved: cells, formulas' references, names and column widths.
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

/** The new place of an index, 0-based; `null` when it was deleted. */
export type Place = (index: number) => number | null;

/** The places after `count` rows or columns were inserted at `at` (negative: deleted). */
export function shiftedBy(at: number, count: number): Place {
  return (index) => (index < at ? index : count < 0 && index < at - count ? null : index + count);
}

/** The places after `count` rows from `from` on were moved before `to`. */
export function movedBefore(from: number, count: number, to: number): Place {
  const [low, middle, high] = to < from ? [to, from, from + count] : [from, from + count, to];
  return (index) =>
    index < low || index >= high ? index : index < middle ? index + high - middle : index - middle + low;
}

function movedFormula(formula: string, dimension: Dimension, place: Place): string {
  return formula.replace(
    /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\w.]+)!\$?[A-Za-z]+\$?\d+(?::\$?[A-Za-z]+\$?\d+)?|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\w(])/g,
    (whole, dc, letters, dr, digits, offset: number) => {
      if (letters === undefined || /[\w.]/.test(formula[offset - 1] ?? '')) return whole;
      const row = dimension === 'rows' ? place(Number(digits) - 1) : Number(digits) - 1;
      const column = dimension === 'columns' ? place(columnIndex(letters)) : columnIndex(letters);
      return row === null || column === null ? '#REF!' : `${dc}${columnLetters(column)}${dr}${row + 1}`;
    },
  );
}

/** A new grid with rows or columns in their new places. */
export function shiftedGrid(grid: Grid, dimension: Dimension, place: Place): Grid {
  const result: Grid = new Map();
  for (const [row, cells] of grid) {
    const newRow = dimension === 'rows' ? place(row) : row;
    if (newRow === null) continue;
    const target = new Map<number, StoredCell>();
    for (const [column, cell] of cells) {
      const newColumn = dimension === 'columns' ? place(column) : column;
      if (newColumn === null) continue;
      target.set(newColumn, cell.formula ? { ...cell, formula: movedFormula(cell.formula, dimension, place) } : cell);
    }
    result.set(newRow, target);
  }
  return result;
}

/** Column widths in their new places. */
export function shiftedWidths(widths: Record<number, number>, place: Place): Record<number, number> {
  const result: Record<number, number> = {};
  for (const [key, width] of Object.entries(widths)) {
    const column = place(Number(key));
    if (column !== null) result[column] = width;
  }
  return result;
}

/** A block after the shift, moved and grown with its cells; `null` when all of them are gone. */
function shiftedBlock<T extends Block>(block: T, dimension: Dimension, place: Place): T | null {
  const start = dimension === 'rows' ? block.row : block.column;
  const size = dimension === 'rows' ? block.rows : block.columns;
  const kept = Array.from({ length: size }, (_, i) => place(start + i)).filter((one) => one !== null);
  if (kept.length === 0) return null;
  const first = Math.min(...kept);
  const length = Math.max(...kept) - first + 1;
  return dimension === 'rows' ? { ...block, row: first, rows: length } : { ...block, column: first, columns: length };
}

/** Named ranges after the shift: they move and grow with their cells; one whose cells are all gone is broken. */
export function shiftedNames(
  names: StoredNamedRange[],
  sheetId: number,
  dimension: Dimension,
  place: Place,
): StoredNamedRange[] {
  return names.map((range) =>
    range.sheetId !== sheetId || range.broken
      ? range
      : (shiftedBlock(range, dimension, place) ?? { ...range, broken: true }),
  );
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'row' in value && 'columns' in value;
}

/** A chart goes with the cells it is drawn from and with the one it stands on. */
function shiftedChart(chart: StoredChart, dimension: Dimension, place: Place, at: number): StoredChart {
  const side = dimension === 'rows' ? 'row' : 'column';
  const ranges = chart.ranges.flatMap((range) => shiftedBlock(range, dimension, place) ?? []);
  return { ...chart, ranges, at: { ...chart.at, [side]: place(chart.at[side]) ?? at } };
}

/** What else is kept with a sheet (the filter, charts) after the shift; a block whose cells are gone goes. @param at where it begins */
export function shiftedExtras(
  extras: Record<string, unknown>,
  dimension: Dimension,
  place: Place,
  at: number,
): Record<string, unknown> {
  const kept = Object.entries(extras).map(([key, value]) => [
    key,
    isBlock(value)
      ? shiftedBlock(value, dimension, place)
      : isStoredCharts(value)
        ? value.map((chart) => shiftedChart(chart, dimension, place, at))
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
