// Reading and laying out rows of our own tabs by header, wherever people have moved the columns.
import { type Day, dayFromIso, isoOf } from '../receivables/day';
import { type Cell, type Grid, isBlank, isDayCell, type Problem } from './grid';
import type { TabSpec } from './tabs';

/** How far down a header row is looked for: people put a note above a table. */
const HEADER_SEARCH_ROWS = 10;

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
  rows: TabRow[];
  problems: Problem[];
}

/** A cell as trimmed text. @example textOf({ day: 0 }) // '1970-01-01' */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (isDayCell(cell)) return isoOf(cell.day);
  return String(cell).trim();
}

/**
 * Reads a tab by its headers. Rows with nothing in our columns are left out, whatever people keep beside them; a missing
 * column is a problem, not an error.
 * @param spec the tab as designed
 * @param grid the tab as found
 */
export function readTab(spec: TabSpec, grid: Grid): TabTable {
  const found = findHeader(spec, grid);
  const table: TabTable = {
    spec,
    headerRow: 0,
    columns: new Map(),
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
  for (const { header } of spec.columns) {
    if (!found.columns.has(header)) {
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
  const ours = [...found.columns.values()];
  for (let index = found.index + 1; index < grid.values.length; index += 1) {
    const values = grid.values[index] ?? [];
    if (ours.every((column) => isBlank(values[column] ?? ''))) continue;
    table.rows.push(rowOf(values, grid.firstRow + index, found.columns));
  }
  return table;
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
      const header = wanted.get(textOf(cell).toLowerCase());
      if (header && !columns.has(header)) columns.set(header, column);
    });
    if (columns.size > (best?.columns.size ?? 0)) best = { index, columns };
  }
  // Half of the headers, or the tab is something else that happens to share a word.
  return best && best.columns.size * 2 >= wanted.size ? best : null;
}

function problem(row: number, column: string, code: string, message: string): Problem {
  return { row, column, code, message };
}

/** A day typed by a person: a date cell or `YYYY-MM-DD`; null when blank, an error text when it is neither. */
export function dayOfCell(cell: Cell): { day: Day | null; fault: string } {
  if (isBlank(cell)) return { day: null, fault: '' };
  if (isDayCell(cell)) return { day: cell.day, fault: '' };
  const day = dayFromIso(textOf(cell));
  return day === null
    ? { day: null, fault: `"${textOf(cell)}" is not a date; type it like 2026-11-24` }
    : { day, fault: '' };
}

const DECIMAL_COMMA = /^[-+]?(\d{1,3}(\.\d{3})+|\d+),\d{1,2}$/;
/** A thousand to one, one to the other: 1.234 */
const TWO_WAYS = /^[-+]?[1-9]\d{0,2}(\.\d{3})+$/;

/**
 * An amount typed by a person: a number cell, or digits with a decimal point or comma; null when blank.
 * @example amountOfCell('1.234,50').amount // 1234.5
 */
export function amountOfCell(cell: Cell): { amount: number | null; fault: string } {
  if (isBlank(cell)) return { amount: null, fault: '' };
  if (typeof cell === 'number') return { amount: cell, fault: '' };
  const written = textOf(cell);
  if (TWO_WAYS.test(written)) {
    return { amount: null, fault: `"${written}" can be read in two ways; type it without a dot, or with two decimals` };
  }
  const amount = Number(
    DECIMAL_COMMA.test(written) ? written.replace(/\./g, '').replace(',', '.') : written.replace(/,(?=\d{3}\b)/g, ''),
  );
  return Number.isFinite(amount)
    ? { amount, fault: '' }
    : { amount: null, fault: `"${textOf(cell)}" is not an amount` };
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'ja', 'oui', 'si', 'sí', 'sim', 'tak']);
const NO = new Set(['', 'no', 'n', 'false', '0', 'off', '-', 'nein', 'non', 'não', 'nie', 'nee']);

/** A yes or no typed by a person, a checkbox included; anything else is `unreadable`. */
export function yesNoOfCell(cell: Cell): 'yes' | 'no' | 'unreadable' {
  const word = textOf(cell).toLowerCase();
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : 'unreadable';
}
