// A workbook opened for one use case: its tabs found again, its settings and log read once.

import { chain, headAfter, logFault } from '../dunning/history/event-chain';
import type { LogEvent, NewEvent } from '../dunning/history/events';
import { applyEvent, emptyHistory, foldHistory, type History } from '../dunning/history/history';
import type { Cell, Grid, Problem } from '../sheet/grid';
import { textOf } from '../sheet/read/typed-cells';
import type { Ports, SheetInfo } from './ports';
import { Refusal } from './refusal';
import { readState, type WorkbookState, writeState } from './state';
import { readAliases } from './tabs/customers';
import { fitted, readLog, rowOfEvent } from './tabs/event-log';
import { type Holidays, readHolidays } from './tabs/holidays';
import { CUSTOMERS_TAB, HOLIDAYS_TAB, LOG_TAB, SETTINGS_TAB, TABS, type TabSpec } from './tabs/own-tabs';
import { readTab, type TabTable } from './tabs/records';
import { readSettings, type Settings } from './tabs/settings';

/** The log as read, and its end. */
export interface OpenLog {
  sheet: SheetInfo;
  table: TabTable;
  events: LogEvent[];
  history: History;
  /** '' when it is whole. */
  fault: string;
  /** 1-based row below the last one in use. */
  nextRow: number;
  /** What the cell Hash of the last row in use holds: somebody else's event below or in its place shows there. */
  lastHash: string;
}

/** Where a header row is looked for in a tab that is known neither by id nor by name. */
const HEADER_ROWS = 10;
const HEADER_COLUMNS = 40;

/** One workbook during one execution. Tables are read when first asked for and kept. */
export class WorkbookSession {
  readonly state: WorkbookState;
  readonly sheets: SheetInfo[];
  private readonly tables = new Map<string, TabTable>();
  private openedLog: OpenLog | null = null;
  private byHeaders: Map<string, SheetInfo> | null = null;
  private openedHolidays: Holidays | null = null;
  private openedSettings: { settings: Settings; problems: Problem[] } | null = null;

  constructor(readonly ports: Ports) {
    this.state = readState(ports.properties);
    this.sheets = ports.workbook.sheets();
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
        if (known.has(sheet.id) || sheet.id === this.state.invoiceSheet) continue;
        const values = this.ports.workbook.readBlock(sheet, 1, 1, HEADER_ROWS, HEADER_COLUMNS);
        const found = missing.find((one) =>
          hasAllHeaders(one, { sheet: sheet.name, firstRow: 1, values, display: null }),
        );
        if (found && !this.byHeaders.has(found.name)) this.byHeaders.set(found.name, sheet);
      }
    }
    return this.byHeaders.get(spec.name) ?? null;
  }

  /** Whether a tab is one of ours, however it is called now. */
  isOwn(sheet: SheetInfo): boolean {
    return TABS.some((spec) => isCalled(sheet.name, spec) || this.find(spec)?.id === sheet.id);
  }

  /** Notes a tab that was created, as the tab of a spec. */
  adopt(spec: TabSpec, sheet: SheetInfo): void {
    if (!this.sheets.some(({ id }) => id === sheet.id)) this.sheets.push(sheet);
    this.state.tabs[spec.name] = sheet.id;
    this.tables.delete(spec.name);
  }

  /** The table of a tab; null when the tab is gone. */
  table(spec: TabSpec): TabTable | null {
    const known = this.tables.get(spec.name);
    if (known) return known;
    const sheet = this.find(spec);
    if (!sheet) return null;
    const table = readTab(spec, this.ports.workbook.read(sheet));
    this.tables.set(spec.name, table);
    return table;
  }

  /** Lets a table go that was written to: it is read anew when asked for. */
  forget(spec: TabSpec): void {
    this.tables.delete(spec.name);
  }

  /** Reads a tab anew. */
  reread(spec: TabSpec): TabTable | null {
    this.tables.delete(spec.name);
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

  /** Whether set-up was done here, or in the workbook that this one is a copy of. */
  isSetUp(): boolean {
    return this.find(SETTINGS_TAB) !== null && this.find(LOG_TAB) !== null;
  }

  /** A copy: set up elsewhere, or our tabs came along while the remembered state did not. */
  isCopy(): boolean {
    return this.isSetUp() && this.state.workbook !== this.ports.workbook.id();
  }

  settings(): Settings {
    return this.readSettings().settings;
  }

  /** The days on which nothing is sent. */
  holidays(): Holidays {
    this.openedHolidays ??= readHolidays(this.table(HOLIDAYS_TAB), this.settings().country);
    return this.openedHolidays;
  }

  /** Reads the settings anew, after one was written. */
  reloadSettings(): void {
    this.openedSettings = null;
    this.reread(SETTINGS_TAB);
  }

  /** Empties the rows of a tab below its headers. */
  empty(spec: TabSpec): void {
    const table = this.needTable(spec);
    const last = lastRowOf(table);
    if (last <= table.headerRow || table.headerRow === 0) return;
    const blank = Array.from({ length: last - table.headerRow }, () => ({}));
    this.writeRows(spec, table.headerRow + 1, blank);
    this.reread(spec);
    if (spec === LOG_TAB) this.openedLog = null;
  }

  /**
   * Writes rows into our own columns, wherever they stand, and leaves people's columns and formulas beside them alone.
   * One write where our columns lie side by side.
   * @param firstRow 1-based
   * @param records by header; a column that is not named is emptied
   */
  writeRows(spec: TabSpec, firstRow: number, records: readonly Readonly<Record<string, Cell>>[]): void {
    const { columns } = this.needTable(spec);
    if (records.length === 0) return;
    for (const { from, headers } of runsOf(columns, spec)) {
      const cells = records.map((record) => headers.map((header) => record[header] ?? ''));
      this.ports.workbook.write(this.needSheet(spec), firstRow, from + 1, cells);
    }
  }

  /** Adds rows below the last one of a tab. @throws Refusal `tab-header-missing` */
  addRows(spec: TabSpec, records: readonly Readonly<Record<string, Cell>>[]): void {
    const table = this.needTable(spec);
    if (table.headerRow === 0) throw new Refusal('tab-header-missing', table.problems[0]?.message ?? '');
    this.writeRows(spec, lastRowOf(table) + 1, records);
    this.reread(spec);
  }

  settingProblems(): Problem[] {
    return this.readSettings().problems;
  }

  private readSettings(): { settings: Settings; problems: Problem[] } {
    this.openedSettings ??= readSettings(this.needTable(SETTINGS_TAB));
    return this.openedSettings;
  }

  /** The log with everything that is derived from it. */
  log(): OpenLog {
    if (this.openedLog) return this.openedLog;
    const sheet = this.needSheet(LOG_TAB);
    const grid = this.ports.workbook.read(sheet);
    const table = readTab(LOG_TAB, grid);
    const { events, fault } = readLog(table);
    const wrong = fault || logFault(events, this.state.log) || '';
    const history = foldSafely(events, readAliases(this.table(CUSTOMERS_TAB)));
    const nextRow = lastRowOf(table) + 1;
    this.openedLog = { sheet, table, events, history, fault: wrong, nextRow, lastHash: hashIn(table) };
    // A run that was killed after appending left the remembered end behind; the chain itself vouches for the rest.
    const last = events[events.length - 1];
    if (!wrong && last && last.seq > this.state.log.seq)
      this.state.log = { seq: last.seq, hash: last.hash, rows: events.length };
    return this.openedLog;
  }

  /** Adds events to the log: one write, not yet flushed. The history follows. */
  append(events: readonly NewEvent[]): LogEvent[] {
    if (events.length === 0) return [];
    const log = this.log();
    const placed = chain(this.state.log, events.map(fitted), this.ports.clock.now().text);
    this.writeEvents(placed);
    this.state.log = headAfter(this.state.log, placed);
    for (const event of placed) applyEvent(log.history, event);
    return placed;
  }

  /** Writes events that already have their place. */
  writeEvents(placed: readonly LogEvent[]): void {
    const log = this.log();
    this.writeRows(LOG_TAB, log.nextRow, placed.map(rowOfEvent));
    log.events.push(...placed);
    log.nextRow += placed.length;
    log.lastHash = placed[placed.length - 1]?.hash ?? log.lastHash;
  }

  /** Whether the end of the log is still the one this run knows: false when somebody else wrote to it meanwhile. */
  isLogWhereItWas(): boolean {
    const { sheet, table, nextRow, lastHash } = this.log();
    const column = table.columns.get('Hash');
    if (column === undefined) return false;
    const [last, below] = this.ports.workbook.readBlock(sheet, nextRow - 1, column + 1, 2, 1);
    return textOf(last?.[0]) === lastHash && textOf(below?.[0]) === '';
  }

  /**
   * Remembers the state: at the end of every use case that changed it. Cells first: they wait in a buffer while a
   * property is kept at once, and an end of the log that is remembered but was never written stops everything.
   */
  save(): void {
    this.ports.workbook.flush();
    writeState(this.ports.properties, this.state);
  }
}

function foldSafely(events: readonly LogEvent[], aliases: ReadonlyMap<string, string>): History {
  try {
    return foldHistory(events, aliases);
  } catch {
    // Facts altered by hand may have any shape; the log's fault is reported, and nothing is derived from it.
    return emptyHistory();
  }
}

/** The last row in use, 1-based; the header row of an empty table. */
export function lastRowOf(table: TabTable): number {
  return table.rows.reduce((last, { row }) => Math.max(last, row), table.headerRow);
}

/** What the cell Hash of the last row holds; of an empty log what stands in its header row. */
function hashIn(table: TabTable): string {
  const last = lastRowOf(table);
  return table.rows.find(({ row }) => row === last)?.text('Hash') ?? 'Hash';
}

function isCalled(name: string, spec: TabSpec): boolean {
  return name.trim().toLowerCase() === spec.name.toLowerCase();
}

function hasAllHeaders(spec: TabSpec, grid: Grid): boolean {
  return readTab(spec, grid).columns.size === spec.columns.length;
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

/**
 * Runs something under the workbook's lock.
 * @throws Refusal `busy` when somebody else holds it
 */
export function underLock<T>(ports: Ports, act: () => T): T {
  if (!ports.lock.acquire(5000)) {
    throw new Refusal('busy', 'Duesheet is at work in this workbook for somebody else. Try again in a minute.');
  }
  try {
    const result = act();
    ports.workbook.flush();
    return result;
  } catch (error) {
    flushAnyway(ports);
    throw error;
  } finally {
    ports.lock.release();
  }
}

/** What was written before the error must not reach the sheet after the lock has gone to somebody else. */
function flushAnyway(ports: Ports): void {
  try {
    ports.workbook.flush();
  } catch {
    // The error that led here is the one to tell.
  }
}
