// The parts of a draft: what one execution changed of one sheet, and copies that keep no object of another realm.
import type { Block, SheetFacts } from './host';
import { hasContent } from './shifting';
import type { Look, Looks, StoredCell, StoredSheet } from './state';

export type Grid = Map<number, Map<number, StoredCell>>;

/** What one execution changed of one sheet since its last commit. */
export interface SheetDraft {
  /** Facts as this execution sees them. */
  facts: SheetFacts | null;
  /** Those that it changed, and that alone are written back; all of them for a sheet that is new. */
  changed: Set<keyof SheetFacts>;
  /** The sheet's own objects that the facts were copied from: another object shows that somebody else changed them. */
  copied: Pick<SheetFacts, 'columnWidths' | 'extras'> | null;
  /** Written cells since the last commit. */
  written: Map<number, Map<number, StoredCell | null>>;
  /** Whether a formula is among them. */
  hasFormulas: boolean;
  /** The whole grid, once rows or columns were inserted or deleted. */
  own: Grid | null;
  /** All looks of blank cells, once some were changed. */
  looks: Looks | null;
  /** Rows that were appended since the last commit: they come below what is there by then. */
  appended: number[];
  isNew: boolean;
}

/** How far the content of a sheet reaches, and by what it is seen that the sheet was changed elsewhere meanwhile. */
export interface Extent {
  rows: number;
  columns: number;
  cells: Grid | undefined;
  size: number;
  commits: number;
}

/** A sheet as it is inserted without a template. */
export const EMPTY_SHEET = {
  ...{ maxRows: 1000, maxColumns: 26 },
  ...{ hidden: false, frozenRows: 0, columnWidths: {}, extras: {} },
};

/** A sheet of which nothing was changed yet. */
export function freshDraft(): SheetDraft {
  const nothing = { facts: null, changed: new Set<keyof SheetFacts>(), copied: null };
  return { ...nothing, written: new Map(), hasFormulas: false, own: null, looks: null, appended: [], isNew: false };
}

/** Deep copy of plain data into this realm. */
export function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/** The same, for what is of this realm already: rules are replaced, never changed. */
function own<T>(value: T): T {
  return value instanceof Object ? value : plain(value);
}

/** A look in objects of this realm; fields that are set to nothing stay, since they take away. */
export function ownLook(look: Look): Look {
  const copy = { ...look };
  if (copy.validation) copy.validation = own(copy.validation);
  if (copy.style) copy.style = { ...copy.style };
  return copy;
}

/** A cell in objects of this realm; null for one that holds nothing, of which only the look is kept. */
export function ownCell(cell: StoredCell): StoredCell | null {
  if (cell.value.kind === 'empty' && !cell.formula && !cell.note) return null;
  const copy: StoredCell = { ...cell, value: { ...cell.value } };
  if (copy.validation) copy.validation = own(copy.validation);
  if (copy.style) copy.style = { ...copy.style };
  return copy;
}

/** The rows of a stretch that may hold cells: the kept ones when these are fewer than those of the stretch. */
function rowsWithin(first: number, count: number, ...kept: (Map<number, unknown> | undefined)[]): Iterable<number> {
  if (kept.reduce((sum, rows) => sum + (rows?.size ?? 0), 0) >= count)
    return Array.from({ length: count }, (_, i) => first + i);
  const rows = new Set(kept.flatMap((map) => [...(map?.keys() ?? [])]));
  return [...rows].filter((row) => row >= first && row < first + count);
}

/** What others changed meanwhile and this execution did not. */
export function takeOver(facts: SheetFacts, draft: SheetDraft, { columnWidths, extras, ...sheet }: StoredSheet): void {
  for (const name of ['name', 'maxRows', 'maxColumns', 'hidden', 'frozenRows'] as const)
    if (facts[name] !== sheet[name] && !draft.changed.has(name)) Object.assign(facts, { [name]: sheet[name] });
  if (columnWidths !== draft.copied?.columnWidths && !draft.changed.has('columnWidths'))
    facts.columnWidths = plain(columnWidths);
  if (extras !== draft.copied?.extras && !draft.changed.has('extras')) facts.extras = plain(extras);
  draft.copied = { columnWidths, extras };
}

/** How many rows and columns hold content: of a grid, with what was written over it. */
export function measured(
  grid: Grid | undefined,
  written: SheetDraft['written'] | undefined,
): { rows: number; columns: number } {
  const reach = { rows: 0, columns: 0 };
  grid?.forEach((cells, row) => {
    stretch(reach, row, cells, written?.get(row));
  });
  written?.forEach((cells, row) => {
    stretch(reach, row, cells);
  });
  return reach;
}

/** Lets what is reached take in a row; cells that were written over do not count. */
function stretch(
  reach: { rows: number; columns: number },
  row: number,
  cells: Map<number, StoredCell | null>,
  over?: Map<number, StoredCell | null>,
): void {
  for (const column of cells.keys()) {
    if (row < reach.rows && column < reach.columns) continue;
    const found = over?.get(column) === undefined ? cells.get(column) : undefined;
    if (!found || !hasContent(found)) continue;
    reach.rows = Math.max(reach.rows, row + 1);
    reach.columns = Math.max(reach.columns, column + 1);
  }
}

/** Somebody put rows in since these were appended: the server's own end is further down now. @returns whether it is */
export function pushDown(sheet: StoredSheet, { appended, written }: SheetDraft): boolean {
  if (appended.length === 0) return false;
  const first = Math.min(...appended);
  const rows = [...sheet.cells].filter(([, cells]) => [...cells.values()].some(hasContent)).map(([row]) => row);
  const down = Math.max(-1, ...rows) + 1 - first;
  if (down <= 0) return false;
  for (const row of [...appended].sort((a, b) => b - a)) {
    const cells = written.get(row);
    written.delete(row);
    if (cells) written.set(row + down, cells);
  }
  sheet.maxRows = Math.max(sheet.maxRows, Math.max(...appended) + down + 1);
  return true;
}

/** The kept cells of a block, as row, column and cell. */
export function cellsWithin(
  grid: Grid | undefined,
  written: SheetDraft['written'] | undefined,
  { row, column, rows, columns }: Block,
): [number, number, StoredCell][] {
  const found: [number, number, StoredCell][] = [];
  for (const r of rowsWithin(row, rows, grid, written)) {
    const below = grid?.get(r);
    const over = written?.get(r);
    for (const [c, cell] of below ?? []) {
      if (c >= column && c < column + columns && over?.get(c) === undefined) found.push([r, c, cell]);
    }
    for (const [c, cell] of over ?? []) if (cell && c >= column && c < column + columns) found.push([r, c, cell]);
  }
  return found;
}

/** The kept cells of a row. */
export function rowsIn(
  grid: Grid | undefined,
  all: SheetDraft['written'] | undefined,
): (row: number) => { get(column: number): StoredCell | undefined } | undefined {
  return (row) => {
    const below = grid?.get(row);
    const written = all?.get(row);
    if (!written) return below;
    return {
      get(column) {
        const over = written.get(column);
        return over === undefined ? below?.get(column) : (over ?? undefined);
      },
    };
  };
}
