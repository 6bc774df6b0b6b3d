// The event log of an opened workbook: read once, checked against its remembered end, added to and never changed.
import { acceptLog, chain, headAfter, type LogHead, logFault } from '../dunning/history/event-chain';
import type { LogEvent, NewEvent } from '../dunning/history/events';
import { applyEvent, emptyHistory, foldHistory, type History } from '../dunning/history/history';
import { textOf } from '../sheet/read/typed-cells';
import type { Ports, SheetInfo } from './ports';
import type { WorkbookState } from './state';
import { CUSTOMERS_TAB, LOG_TAB } from './tab-specs';
import { readAliases } from './tabs/customers';
import { fitted, readLog, rowOfEvent } from './tabs/log-rows';
import { lastRowOf, type OwnTabs } from './tabs/own-tabs';
import type { TabTable } from './tabs/records';

/** The log as read, and its end. */
interface OpenedLog {
  sheet: SheetInfo;
  table: TabTable;
  events: LogEvent[];
  history: History;
  fault: string;
  /** 1-based row below the last one in use. */
  nextRow: number;
  /** What the cell Hash of the last row in use holds: somebody else's event below or in its place shows there. */
  lastHash: string;
  /** The end that the cells vouch for; what is remembered runs ahead of it while events are held. */
  end: LogHead;
}

/** The log during one execution. It is read when something of it is first asked for. */
export class EventLog {
  private opened: OpenedLog | null = null;
  /** Events that count already, and are written with the next ones. */
  private held: LogEvent[] = [];
  /** Whether the tab refused events in this execution: nothing more is built on them. */
  private isRefused = false;

  /** @param state the remembered end of the log, which follows what is written */
  constructor(
    private readonly tabs: OwnTabs,
    private readonly ports: Pick<Ports, 'workbook' | 'clock'>,
    private readonly state: Pick<WorkbookState, 'log'>,
  ) {}

  /** In the order in which they were written. @throws Refusal `tab-missing`, as all that reads the log */
  get events(): readonly LogEvent[] {
    return this.open().events;
  }

  /** What the events say happened. */
  get history(): History {
    return this.open().history;
  }

  /** Why the log is not as it was left, as a sentence; '' when it is whole. */
  get fault(): string {
    return this.open().fault;
  }

  /** The tab as read. */
  get table(): TabTable {
    return this.open().table;
  }

  private open(): OpenedLog {
    if (this.opened) return this.opened;
    const sheet = this.tabs.needSheet(LOG_TAB);
    const table = this.tabs.needTable(LOG_TAB);
    const { events, fault } = readLog(table);
    const wrong = fault || logFault(events, this.state.log) || '';
    const history = foldSafely(events, readAliases(this.tabs.table(CUSTOMERS_TAB)));
    const nextRow = lastRowOf(table) + 1;
    const end = this.state.log;
    this.opened = { sheet, table, events, history, fault: wrong, nextRow, lastHash: hashIn(table), end };
    // A run that was killed after appending left the remembered end behind; the chain itself vouches for the rest.
    const last = events[events.length - 1];
    if (!wrong && last && last.seq > this.state.log.seq) this.takeEnd();
    return this.opened;
  }

  /** Adds events: one write, those held back before them, not yet flushed. The history follows. */
  append(events: readonly NewEvent[]): LogEvent[] {
    if (events.length === 0) return [];
    const placed = this.place(events);
    const rows = [...this.held, ...placed];
    this.held = [];
    this.write(rows);
    return placed;
  }

  /**
   * Adds events that are written with the next ones, or by `writeHeld`: a run that is killed before loses them. For what
   * a person can still find out, such as the outcome of a mail whose start is written down.
   */
  hold(events: readonly NewEvent[]): void {
    this.held.push(...this.place(events));
  }

  /** Writes what is held. */
  writeHeld(): void {
    const rows = this.held;
    this.held = [];
    if (rows.length > 0) this.write(rows);
  }

  private place(events: readonly NewEvent[]): LogEvent[] {
    const { history } = this.open();
    const placed = chain(this.state.log, events.map(fitted), this.ports.clock.now().text);
    this.state.log = headAfter(this.state.log, placed);
    for (const event of placed) applyEvent(history, event);
    return placed;
  }

  /** Adds the event that makes the log count as it is, whatever is wrong with it; the history stays as it was read. */
  accept(event: NewEvent): void {
    const { events } = this.open();
    const placed = acceptLog(events, this.state.log, event, this.ports.clock.now().text);
    this.write([placed]);
    this.state.log = { seq: placed.seq, hash: placed.hash, rows: events.length };
  }

  private write(placed: readonly LogEvent[]): void {
    const log = this.open();
    try {
      this.tabs.writeRows(LOG_TAB, log.nextRow, placed.map(rowOfEvent));
    } catch (error) {
      // What the tab refused is no part of the log: an end that was never written must not be remembered.
      this.isRefused = true;
      this.state.log = log.end;
      throw error;
    }
    log.end = headAfter(log.end, placed);
    log.events.push(...placed);
    log.nextRow += placed.length;
    log.lastHash = placed[placed.length - 1]?.hash ?? log.lastHash;
  }

  /** Remembers the end as it was read. */
  takeEnd(): void {
    const log = this.open();
    const last = log.events[log.events.length - 1];
    if (!last) return;
    log.end = { seq: last.seq, hash: last.hash, rows: log.events.length };
    this.state.log = log.end;
  }

  /** Empties the tab below its headers; the remembered end is for the caller to reset. */
  empty(): void {
    this.tabs.empty(LOG_TAB);
    this.opened = null;
  }

  /** Whether the end of the log is still the one this run knows: false when somebody else wrote to it meanwhile. */
  isWhereItWas(): boolean {
    if (this.isRefused) return false;
    const { sheet, table, nextRow, lastHash } = this.open();
    const column = table.columns.get('Hash');
    if (column === undefined) return false;
    const [last, below] = this.ports.workbook.readBlock(sheet, nextRow - 1, column + 1, 2, 1);
    return textOf(last?.[0]) === lastHash && textOf(below?.[0]) === '';
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

/** What the cell Hash of the last row holds; of an empty log what stands in its header row. */
function hashIn(table: TabTable): string {
  const last = lastRowOf(table);
  return table.rows.find(({ row }) => row === last)?.text('Hash') ?? 'Hash';
}
