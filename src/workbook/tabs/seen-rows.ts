// Rows of our tabs that a person has in front of them: found again although people sort, and changed cell by cell.
import type { Cell } from '../../sheet/grid';
import { Refusal } from '../refusal';
import type { TabSpec } from '../tab-specs';
import type { OwnTabs } from './own-tabs';
import type { TabRow, TabTable } from './records';

/** A row as a person saw it: where it stood and what it said. */
export interface SeenRow {
  /** 1-based. */
  row: number;
  /** What `stampOf` gave for it. */
  seen: string;
}

/** What our columns of a row say, in one text: by it the row is known again. */
function stampOf(row: TabRow, { columns }: TabSpec): string {
  return columns.map(({ header }) => row.text(header)).join(' | ');
}

/**
 * Finds a row again that a person decided about: where it stood, or wherever the very same row stands now.
 * @throws Refusal `row-changed` when no row says that any more
 */
export function findSeen(tabs: OwnTabs, spec: TabSpec, { row, seen }: SeenRow): TabRow {
  const { rows } = tabs.needTable(spec);
  const same = rows.filter((one) => stampOf(one, spec) === seen);
  const found = same.find((one) => one.row === row) ?? same[0];
  if (found) return found;
  const message = `${spec.name} was changed meanwhile: the row is not there any more as it was shown. Look again.`;
  throw new Refusal('row-changed', message);
}

/**
 * Writes some cells of one row and leaves the others alone.
 * @param row 1-based
 * @throws Refusal `tab-damaged` when a column is missing; nothing is written then
 */
export function writeCells(tabs: OwnTabs, spec: TabSpec, row: number, cells: Cells): void {
  writeRows(tabs, spec, [[row, cells]]);
}

/** Cells by the header of their column. */
type Cells = Readonly<Record<string, Cell>>;

/**
 * Writes some cells of several rows, with one look at the tab.
 * @param rows each a 1-based row with its cells
 * @throws Refusal `tab-damaged` when a column is missing; nothing is written then
 */
export function writeRows(tabs: OwnTabs, spec: TabSpec, rows: readonly (readonly [row: number, cells: Cells])[]): void {
  const table = tabs.needTable(spec);
  const places = rows.flatMap(([row, cells]) =>
    Object.entries(cells).map(([header, cell]) => ({ row, column: columnOf(table, header), cell })),
  );
  for (const { row, column, cell } of places) tabs.workbook.write(tabs.needSheet(spec), row, column + 1, [[cell]]);
  tabs.forget(spec);
}

/** Writes one cell of a column in each of some rows (1-based) and leaves all else alone. @throws Refusal `tab-damaged` */
export function writeColumn(tabs: OwnTabs, spec: TabSpec, header: string, cells: readonly [row: number, Cell][]): void {
  const column = columnOf(tabs.needTable(spec), header) + 1;
  for (const [row, cell] of cells) tabs.workbook.write(tabs.needSheet(spec), row, column, [[cell]]);
  tabs.forget(spec);
}

function columnOf(table: TabTable, header: string): number {
  const column = table.columns.get(header);
  if (column !== undefined) return column;
  const message = table.problems.find((problem) => problem.column === header)?.message;
  throw new Refusal('tab-damaged', message ?? `${table.spec.name} has no column "${header}" any more. Add it again.`);
}

/** The row of a tab as a person sees it, so that it is found again. */
export function seenRow(tabs: OwnTabs, spec: TabSpec, row: number): { row: number; seen: string } {
  const found = tabs.needTable(spec).rows.find((one) => one.row === row);
  return { row, seen: found ? stampOf(found, spec) : '' };
}
