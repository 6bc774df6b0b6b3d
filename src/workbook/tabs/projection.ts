// A tab that shows what the log says: its rows are brought in line, and stay where people put them.
import { type Cell, isBlank, isDayCell } from '../../sheet/grid';
import type { TabSpec } from '../tab-specs';
import { lastRowOf, type OwnTabs } from './own-tabs';
import type { TabRow, TabTable } from './records';

type TabRecord = Record<string, Cell>;

/** What a tab is to show. */
export interface Projection {
  spec: TabSpec;
  /** The header of the column by which a row is known; or by what a row of a table is, '' where by nothing. */
  id: string | ((table: TabTable) => (row: TabRow) => string);
  /** By id, the row as it is to be, made of the row as it stands; null where there is none yet. */
  wanted: ReadonlyMap<string, (before: TabRow | null) => TabRecord>;
  /** A row without an id that people put there, as it is to be; null where it goes. Left out, such rows go. */
  stray?: (row: TabRow) => TabRecord | null;
  /** Whether a row lost its format for texts. */
  hasLostFormat?: (row: TabRow) => boolean;
}

/**
 * Brings a tab in line with the log. It is read anew for that, so that what people wrote meanwhile stays: their own
 * columns, and decisions nobody has acted on yet. Rows stay where people put them; ended ones go, new ones come below. One
 * write, unless people keep columns of their own here: then ended rows are deleted whole. Nothing where the tab says it already.
 */
export function writeProjection(tabs: OwnTabs, projection: Projection): void {
  const { spec, hasLostFormat = () => false } = projection;
  const read = tabs.known(spec);
  if (read && !read.rows.some(hasLostFormat) && isInLine(read, laidOut(read, projection))) return;
  const table = tabs.reread(spec);
  if (!table || table.headerRow === 0) return;
  if (table.rows.some(hasLostFormat)) tabs.format(spec);
  const { kept, ended, fresh } = laidOut(table, projection);
  if (hasOwnCells(table)) rewriteInPlace(tabs, spec, lastRowOf(table), kept, ended, fresh);
  else {
    const records: TabRecord[] = [...kept.map(({ record }) => record()), ...fresh.map((record) => record())];
    const before = lastRowOf(table) - table.headerRow;
    while (records.length < before) records.push({});
    tabs.writeRows(spec, table.headerRow + 1, records);
  }
  tabs.forget(spec);
}

/**
 * A tab as it is to be: rows that stay where they are, those that have ended, and new ones. Their records are made when they
 * are written: that rows are new tells already that a tab does not say it all.
 */
interface Layout {
  kept: { row: number; record: () => TabRecord }[];
  ended: number[];
  fresh: (() => TabRecord)[];
}

function laidOut(table: TabTable, { id, wanted, stray }: Projection): Layout {
  const layout: Layout = { kept: [], ended: [], fresh: [] };
  const placed = new Set<string>();
  const keyOf = typeof id === 'string' ? (row: TabRow) => row.text(id) : id(table);
  for (const row of table.rows) {
    const key = keyOf(row);
    const make = wanted.get(key);
    const record = key === '' ? stray?.(row) : null;
    if (record) layout.kept.push({ row: row.row, record: () => record });
    else if (!make || placed.has(key)) layout.ended.push(row.row);
    else layout.kept.push({ row: row.row, record: () => make(row) });
    if (make) placed.add(key);
  }
  for (const [key, make] of wanted) if (!placed.has(key)) layout.fresh.push(() => make(null));
  return layout;
}

/** Whether the cells say all of it already, so that nothing has to be written. */
function isInLine(table: TabTable, { kept, ended, fresh }: Layout): boolean {
  if (table.headerRow === 0 || ended.length > 0 || fresh.length > 0) return false;
  const headers = [...table.columns.keys()];
  return kept.every(({ record }, index) => {
    const wanted = record();
    return headers.every((header) => says(table.rows[index]?.cell(header) ?? '', wanted[header] ?? ''));
  });
}

function says(cell: Cell, wanted: Cell): boolean {
  if (isDayCell(wanted)) return isDayCell(cell) && cell.day === wanted.day;
  return typeof cell === 'string' && typeof wanted === 'string' ? cell.trim() === wanted.trim() : cell === wanted;
}

/** Whether people keep something beside our columns. */
function hasOwnCells({ columns, rows }: TabTable): boolean {
  const ours = new Set(columns.values());
  return rows.some(({ values }) => values.some((cell, column) => !ours.has(column) && !isBlank(cell)));
}

/** Deletes ended rows with everything people wrote beside them, and writes the others where they stand. */
function rewriteInPlace(
  tabs: OwnTabs,
  spec: TabSpec,
  last: number,
  kept: Layout['kept'],
  ended: readonly number[],
  fresh: Layout['fresh'],
): void {
  for (const row of [...ended].sort((a, b) => b - a)) tabs.workbook.deleteRow(tabs.needSheet(spec), row);
  const above = (row: number): number => ended.filter((one) => one < row).length;
  const rows = [
    ...kept.map(({ row, record }) => ({ row: row - above(row), record })),
    ...fresh.map((record, index) => ({ row: last - ended.length + 1 + index, record })),
  ];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (rows[to]?.row === (rows[from]?.row ?? 0) + to - from) to += 1;
    const run = rows.slice(from, to).map(({ record }) => record());
    tabs.writeRows(spec, rows[from]?.row ?? 0, run);
    from = to;
  }
}
