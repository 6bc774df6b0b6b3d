// A workbook opened for one use case: its tabs found again, its settings and log read once.
import type { LogEvent, NewEvent } from '../dunning/events';
import { applyEvent, emptyHistory, foldHistory, type History } from '../dunning/history';
import { chain, headAfter, logFault } from '../dunning/log';
import type { Cell, Grid, Problem } from '../sheet/grid';
import { layOut, readTab, type TabTable } from '../sheet/records';
import { CUSTOMERS_TAB, LOG_TAB, SETTINGS_TAB, TABS, type TabSpec } from '../sheet/tabs';
import { readLog, rowOfEvent } from './log-tab';
import type { Ports, SheetInfo } from './ports';
import { readAliases } from './read-tabs';
import { Refusal } from './refusal';
import { readSettings, type Settings } from './settings';
import { readState, type WorkbookState, writeState } from './state';

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
}

/** One workbook during one execution. Tables are read when first asked for and kept. */
export class Workspace {
  readonly state: WorkbookState;
  readonly sheets: SheetInfo[];
  private readonly tables = new Map<string, TabTable>();
  private openedLog: OpenLog | null = null;
  private openedSettings: { settings: Settings; problems: Problem[] } | null = null;

  constructor(readonly ports: Ports) {
    this.state = readState(ports.properties);
    this.sheets = ports.workbook.sheets();
  }

  /** Our tab: by the id it had, else by its name. */
  find(spec: TabSpec): SheetInfo | null {
    const id = this.state.tabs[spec.name];
    return (
      this.sheets.find((sheet) => sheet.id === id) ?? this.sheets.find((sheet) => sheet.name === spec.name) ?? null
    );
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

  /** Reads the settings anew, after one was written. */
  reloadSettings(): void {
    this.openedSettings = null;
    this.reread(SETTINGS_TAB);
  }

  /** Empties the rows of a tab below its headers. */
  empty(spec: TabSpec): void {
    const table = this.needTable(spec);
    const last = Math.max(0, ...table.rows.map(({ row }) => row));
    if (last <= table.headerRow || table.headerRow === 0) return;
    const blank: Cell[][] = Array.from({ length: last - table.headerRow }, () =>
      Array.from({ length: table.width }, () => ''),
    );
    this.ports.workbook.write(this.needSheet(spec), table.headerRow + 1, 1, blank);
    this.reread(spec);
    if (spec === LOG_TAB) this.openedLog = null;
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
    this.openedLog = { sheet, table, events, history, fault: wrong, nextRow: grid.firstRow + usedRows(grid) };
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
    const placed = chain(this.state.log, events, this.ports.clock.now().text);
    this.writeEvents(placed);
    this.state.log = headAfter(this.state.log, placed);
    for (const event of placed) applyEvent(log.history, event);
    return placed;
  }

  /** Writes events that already have their place. */
  writeEvents(placed: readonly LogEvent[]): void {
    const log = this.log();
    const rows: Cell[][] = placed.map((event) => layOut(log.table, rowOfEvent(event)));
    this.ports.workbook.write(log.sheet, log.nextRow, 1, rows);
    log.events.push(...placed);
    log.nextRow += rows.length;
  }

  /** Remembers the state: at the end of every use case that changed it. */
  save(): void {
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

function usedRows(grid: Grid): number {
  for (let index = grid.values.length - 1; index >= 0; index -= 1) {
    if (grid.values[index]?.some((cell) => cell !== '')) return index + 1;
  }
  return 0;
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
  } finally {
    ports.lock.release();
  }
}
