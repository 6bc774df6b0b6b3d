// Reading and laying out rows of our own tabs by header, wherever people have moved the columns.
import { type Cell, type Grid, isBlank, type Problem } from '../../sheet/grid';
import { textOf } from '../../sheet/read/typed-cells';
import type { TabSpec } from '../tab-specs';

/** How far down a header row is looked for: people put a note above a table. */
const HEADER_SEARCH_ROWS = 10;

/** Behind a header of ours where people had a column of that name before. @example 'Segment (Duesheet)' */
const OURS = / \(duesheet\)$/;

/** A row of a tab, asked by header. */
export interface TabRow {
  /** 1-based sheet row. */
  row: number;
  /** All cells of the row, people's own columns included. */
  values: readonly Cell[];
  cell(header: string): Cell;
  /** The cell as trimmed text; a number as digits, a date as `YYYY-MM-DD`. */
  text(header: string): string;
}

/** Where a tab's table lies, and its rows. */
export interface TabTable {
  spec: TabSpec;
  /** 1-based sheet row of the headers; 0 when there is none. */
  headerRow: number;
  /** 0-based column of each known header. */
  columns: Map<string, number>;
  /** What stands in the header row, people's own columns included. */
  headers: readonly string[];
  rows: TabRow[];
  problems: Problem[];
}

/**
 * Reads a tab by its headers. Rows with nothing in our columns are left out, whatever people keep beside them; a missing
 * column is a problem, not an error, and no problem where an earlier version had none.
 * @param spec the tab as designed
 * @param grid the tab as found
 */
export function readTab(spec: TabSpec, grid: Grid): TabTable {
  const found = findHeader(spec, grid);
  const table: TabTable = {
    spec,
    headerRow: 0,
    columns: new Map(),
    headers: [],
    rows: [],
    problems: [],
  };
  if (!found) {
    table.problems.push(
      problem(
        0,
        '',
        'tab-header-missing',
        `The header row of ${spec.name} is missing. Put its headers back: ${spec.columns.map(({ header }) => header).join(', ')}.`,
      ),
    );
    return table;
  }
  table.headerRow = grid.firstRow + found.index;
  table.columns = found.columns;
  table.headers = (grid.values[found.index] ?? []).map(textOf);
  for (const { header, isLater } of spec.columns) {
    if (!isLater && !found.columns.has(header)) {
      table.problems.push(
        problem(
          table.headerRow,
          header,
          'tab-column-missing',
          `${spec.name} has no column "${header}" any more. Add it again anywhere in row ${table.headerRow}.`,
        ),
      );
    }
  }
  table.rows = rowsFrom(grid.values.slice(found.index + 1), table.headerRow + 1, found.columns);
  return table;
}

/**
 * The rows of a part of a tab, those with nothing in our columns left out.
 * @param firstRow 1-based sheet row of the first of them
 * @param columns where our columns stand, 0-based
 */
export function rowsFrom(
  values: readonly (readonly Cell[])[],
  firstRow: number,
  columns: ReadonlyMap<string, number>,
): TabRow[] {
  const ours = [...columns.values()];
  return values.flatMap((cells, index) =>
    ours.every((column) => isBlank(cells[column] ?? '')) ? [] : [rowOf(cells, firstRow + index, columns)],
  );
}

function rowOf(values: readonly Cell[], row: number, columns: ReadonlyMap<string, number>): TabRow {
  const cell = (header: string): Cell => {
    const index = columns.get(header);
    return index === undefined ? '' : (values[index] ?? '');
  };
  return { row, values, cell, text: (header) => textOf(cell(header)) };
}

function findHeader(spec: TabSpec, grid: Grid): { index: number; columns: Map<string, number> } | null {
  const wanted = new Map(spec.columns.map(({ header }) => [header.toLowerCase(), header]));
  let best: { index: number; columns: Map<string, number> } | null = null;
  for (let index = 0; index < Math.min(HEADER_SEARCH_ROWS, grid.values.length); index += 1) {
    const columns = new Map<string, number>();
    (grid.values[index] ?? []).forEach((cell, column) => {
      const name = textOf(cell).toLowerCase();
      const header = wanted.get(name) ?? wanted.get(name.replace(OURS, ''));
      if (header && (!columns.has(header) || OURS.test(name))) columns.set(header, column);
    });
    if (columns.size > (best?.columns.size ?? 0)) best = { index, columns };
  }
  // Half of the headers, or the tab is something else that happens to share a word.
  return best && best.columns.size * 2 >= spec.columns.filter(({ isLater }) => !isLater).length ? best : null;
}

function problem(row: number, column: string, code: string, message: string): Problem {
  return { row, column, code, message };
}
