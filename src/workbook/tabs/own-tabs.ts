// Our own tabs in an opened workbook: found again whatever people did to them, read once, written column by column.
import { isOwnTab } from '../../sheet/detect/own-tab-names';
import type { Cell, Grid } from '../../sheet/grid';
import type { SheetInfo, Workbook } from '../ports';
import { Refusal } from '../refusal';
import type { WorkbookState } from '../state';
import { closedYear, DASHBOARD_TAB, HISTORY_TAB, TABS, TABS_OF_USE, type TabSpec } from '../tab-specs';
import { readTab, type TabTable } from './records';

/** Where a header row is looked for in a tab that is known neither by id nor by name. */
const HEADER_ROWS = 10;
const HEADER_COLUMNS = 40;

/** Our tabs during one execution. Tables are read when first asked for and kept. */
export class OwnTabs {
  /** All tabs of the workbook, people's included. */
  readonly sheets: SheetInfo[];
  private readonly tables = new Map<string, TabTable>();
  private readonly grids = new Map<number, Grid>();
  private readonly columns = new Map<string, ReadonlyMap<string, number>>();
  private byHeaders: Map<string, SheetInfo> | null = null;

  /** @param state which tab had which id; a tab that is created is noted there */
  constructor(
    readonly workbook: Workbook,
    private readonly state: Pick<WorkbookState, 'tabs' | 'invoiceSheet'>,
  ) {
    this.sheets = workbook.sheets();
  }

  /** Our tab: by the id it had, else by its name, else by its header row. */
  find(spec: TabSpec): SheetInfo | null {
    return this.findKnown(spec) ?? this.findByHeaders(spec);
  }

  private findKnown(spec: TabSpec): SheetInfo | null {
    const id = this.state.tabs[spec.name];
    return this.sheets.find((sheet) => sheet.id === id) ?? this.sheets.find(({ name }) => isCalled(name, spec)) ?? null;
  }

  /** A copy forgets the ids, and people rename tabs: then only all its headers in one row tell what a tab is. */
  private findByHeaders(spec: TabSpec): SheetInfo | null {
    if (!this.byHeaders) {
      this.byHeaders = new Map();
      const missing = TABS.filter((one) => this.findKnown(one) === null);
      const known = new Set(TABS.map((one) => this.findKnown(one)?.id));
      for (const sheet of this.sheets) {
        if (known.has(sheet.id) || sheet.id === this.state.invoiceSheet || isOwnTab(sheet.name)) continue;
        const values = this.workbook.readBlock(sheet, 1, 1, HEADER_ROWS, HEADER_COLUMNS);
        const found = missing.find((one) =>
          hasAllHeaders(one, { sheet: sheet.name, firstRow: 1, values, display: null }),
        );
        if (found && !this.byHeaders.has(found.name)) this.byHeaders.set(found.name, sheet);
      }
    }
    return this.byHeaders.get(spec.name) ?? null;
  }

  /** The tabs of closed years of the log, the oldest first, by the ids they had or by their names. */
  closedYears(): TabSpec[] {
    const names = [...Object.keys(this.state.tabs), ...this.sheets.map(({ name }) => name.trim())];
    const years = names.flatMap((name) => /^AR Log (\d{4})$/i.exec(name)?.[1] ?? []);
    return [...new Set(years)]
      .sort()
      .map((year) => closedYear(Number(year)))
      .filter((spec) => this.findKnown(spec) !== null);
  }

  /** Whether a tab is one of ours, however it is called now. */
  isOwn(sheet: SheetInfo): boolean {
    return [...TABS, ...TABS_OF_USE, HISTORY_TAB, DASHBOARD_TAB, ...this.closedYears()].some(
      (spec) => isCalled(sheet.name, spec) || this.find(spec)?.id === sheet.id,
    );
  }

  /**
   * Notes a tab that was created, as the tab of a spec.
   * @param rows what was just written below its headers: then it need not be read
   */
  adopt(spec: TabSpec, sheet: SheetInfo, rows?: Cell[][]): void {
    if (!this.sheets.some(({ id }) => id === sheet.id)) this.sheets.push(sheet);
    this.state.tabs[spec.name] = sheet.id;
    this.forget(spec);
    if (!rows) return;
    const values = [spec.columns.map(({ header }) => header), ...rows];
    this.tables.set(spec.name, readTab(spec, { sheet: sheet.name, firstRow: 1, values, display: null }));
  }

  /** Makes a tab that comes with its first use, where it is not there yet. @param records what it begins with, by header */
  make(spec: TabSpec, records: readonly Readonly<Record<string, Cell>>[] = []): void {
    if (this.find(spec)) return;
    const rows = records.map((record) => spec.columns.map(({ header }) => record[header] ?? ''));
    const [sheet] = this.workbook.createTabs([{ ...spec, rows }]);
    if (sheet) this.adopt(spec, sheet, rows);
  }

  /** The table of a tab; null when the tab is gone. */
  table(spec: TabSpec): TabTable | null {
    const known = this.tables.get(spec.name);
    if (known) return known;
    const sheet = this.find(spec);
    if (!sheet) return null;
    const table = readTab(spec, this.grid(sheet));
    this.tables.set(spec.name, table);
    return table;
  }

  /** The table of a tab where it was read before; null where it was not. */
  known(spec: TabSpec): TabTable | null {
    return this.tables.get(spec.name) ?? null;
  }

  /** The cells of any sheet of the workbook, read when first asked for and kept. */
  grid(sheet: SheetInfo): Grid {
    const grid = this.grids.get(sheet.id) ?? this.workbook.read(sheet);
    this.grids.set(sheet.id, grid);
    return grid;
  }

  /** The cells of a tab as they stand, where they are known: what was written since they were read is not. */
  held(spec: TabSpec): Grid | null {
    const sheet = this.find(spec);
    return (sheet && this.grids.get(sheet.id)) ?? null;
  }

  /** Lets the cells of a sheet go: they are read anew when asked for. */
  letGo({ id }: SheetInfo): void {
    this.grids.delete(id);
  }

  /** Lets a table go that was written to: it is read anew when asked for. */
  forget(spec: TabSpec): void {
    this.tables.delete(spec.name);
    const sheet = this.find(spec);
    if (sheet) this.letGo(sheet);
  }

  /** Reads a tab anew. */
  reread(spec: TabSpec): TabTable | null {
    this.forget(spec);
    return this.table(spec);
  }

  /** @throws Refusal `tab-missing` */
  needTable(spec: TabSpec): TabTable {
    const table = this.table(spec);
    if (!table) throw missingTab(spec);
    return table;
  }

  /** @throws Refusal `tab-missing` */
  needSheet(spec: TabSpec): SheetInfo {
    const sheet = this.find(spec);
    if (!sheet) throw missingTab(spec);
    return sheet;
  }

  /** Tells where the columns of a tab stand, so that it need not be read to be written to. */
  knowColumns(spec: TabSpec, columns: ReadonlyMap<string, number>): void {
    this.columns.set(spec.name, columns);
  }

  private columnsOf(spec: TabSpec): ReadonlyMap<string, number> {
    return this.columns.get(spec.name) ?? this.needTable(spec).columns;
  }

  /** Empties the rows of a tab below its headers. */
  empty(spec: TabSpec): void {
    const table = this.needTable(spec);
    const last = lastRowOf(table);
    if (last <= table.headerRow || table.headerRow === 0) return;
    const blank = Array.from({ length: last - table.headerRow }, () => ({}));
    this.writeRows(spec, table.headerRow + 1, blank);
    this.reread(spec);
  }

  /**
   * Writes rows into our own columns, wherever they stand, and leaves people's columns and formulas beside them alone.
   * One write where our columns lie side by side.
   * @param firstRow 1-based
   * @param records by header; a column that is not named is emptied
   */
  writeRows(spec: TabSpec, firstRow: number, records: readonly Readonly<Record<string, Cell>>[]): void {
    if (records.length === 0) return;
    const columns = this.columnsOf(spec);
    for (const { from, headers } of runsOf(columns, spec)) {
      const cells = records.map((record) => headers.map((header) => record[header] ?? ''));
      this.workbook.write(this.needSheet(spec), firstRow, from + 1, cells);
    }
  }

  /**
   * Adds a row below the last one of a tab, wherever that is by then; what people put in meanwhile is not overwritten.
   * @param seenAt where the end was when it was last looked at, 1-based
   */
  appendRow(spec: TabSpec, record: Readonly<Record<string, Cell>>, seenAt: number): void {
    const columns = this.columnsOf(spec);
    const cells: Cell[] = Array.from({ length: Math.max(...columns.values()) + 1 }, () => '');
    for (const [header, column] of columns) cells[column] = record[header] ?? '';
    this.workbook.append(this.needSheet(spec), cells, seenAt);
  }

  /** Gives the columns of a tab their formats again: texts that land in cells without one become dates and numbers. */
  format(spec: TabSpec): void {
    const { columns, headerRow } = this.needTable(spec);
    const known = spec.columns.flatMap(({ header, kind }) => {
      const column = columns.get(header);
      return column === undefined ? [] : [{ column: column + 1, kind }];
    });
    this.workbook.formatColumns(this.needSheet(spec), headerRow, known);
  }

  /** Adds rows below the last one of a tab. @throws Refusal `tab-header-missing` */
  addRows(spec: TabSpec, records: readonly Readonly<Record<string, Cell>>[]): void {
    const table = this.needTable(spec);
    if (table.headerRow === 0) throw new Refusal('tab-header-missing', table.problems[0]?.message ?? '');
    this.writeRows(spec, lastRowOf(table) + 1, records);
    this.reread(spec);
  }
}

/** The last row in use, 1-based; the header row of an empty table. */
export function lastRowOf(table: TabTable): number {
  return table.rows.reduce((last, { row }) => Math.max(last, row), table.headerRow);
}

function isCalled(name: string, spec: TabSpec): boolean {
  return name.trim().toLowerCase() === spec.name.toLowerCase();
}

function hasAllHeaders(spec: TabSpec, grid: Grid): boolean {
  const { columns } = readTab(spec, grid);
  return spec.columns.every(({ header, isLater }) => isLater || columns.has(header));
}

/**
 * Our columns as runs that lie side by side. The run of the first column comes last: a row of the log counts by its Seq,
 * so that one that was written in part only does not count.
 */
function runsOf(columns: ReadonlyMap<string, number>, spec: TabSpec): { from: number; headers: string[] }[] {
  const runs: { from: number; headers: string[] }[] = [];
  for (const [header, column] of [...columns].sort((a, b) => a[1] - b[1])) {
    const run = runs[runs.length - 1];
    if (run && run.from + run.headers.length === column) run.headers.push(header);
    else runs.push({ from: column, headers: [header] });
  }
  const first = spec.columns[0]?.header ?? '';
  const isFirst = ({ headers }: { headers: string[] }): boolean => headers.includes(first);
  return [...runs.filter((run) => !isFirst(run)), ...runs.filter(isFirst)];
}

function missingTab(spec: TabSpec): Refusal {
  const known = TABS.map(({ name }) => name).join(', ');
  return new Refusal(
    'tab-missing',
    `The tab "${spec.name}" is missing. Bring it back with Undo or File > Version history, or run Duesheet > Set up again to create it anew. (Duesheet's tabs: ${known}.)`,
  );
}
