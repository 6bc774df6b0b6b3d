// The event log of an opened workbook: read once, checked against its remembered end, added to and never changed.
import { partsForCells } from '../dunning/history/cell-parts';
import { digest } from '../dunning/history/digest';
import {
  acceptLog,
  chain,
  contentOf,
  erasuresIn,
  headAfter,
  type LogHead,
  logFault,
} from '../dunning/history/event-chain';
import { type EventWords, erasedText } from '../dunning/history/event-text';
import type { NewEvent, SealedEvent } from '../dunning/history/events';
import { applyEvent, emptyHistory, foldHistory, type History } from '../dunning/history/history';
import type { Cell } from '../sheet/grid';
import { textOf } from '../sheet/read/typed-cells';
import type { Ports, SheetInfo } from './ports';
import type { WorkbookState } from './state';
import { CUSTOMERS_TAB, LOG_TAB } from './tab-specs';
import { readAliases } from './tabs/customers';
import { fitted, type LogRows, readLog, rowOfEvent, type ShownOtherwise } from './tabs/log-rows';
import { copyIntoYears, readLogTabs, takeOut } from './tabs/log-tabs';
import { lastRowOf, type OwnTabs } from './tabs/own-tabs';
import type { TabTable } from './tabs/records';

/** The log as read, and its end. */
interface OpenedLog extends Pick<LogRows, 'unread' | 'shownOtherwise'> {
  sheet: SheetInfo;
  table: TabTable;
  events: SealedEvent[];
  /** Seals of the events that stand in tabs of closed years. */
  closed: ReadonlySet<string>;
  history: History;
  fault: string;
  /** 1-based row below the last one in use when it was read, and what was added since. */
  nextRow: number;
  /** The end that the cells vouch for; what is remembered runs ahead of it while events are held. */
  end: LogHead;
}

/** So many rows are added one by one; more in a block. */
const FEW_ROWS = 3;

/** The log during one execution. It is read when something of it is first asked for. */
export class EventLog {
  private opened: OpenedLog | null = null;
  /** Events that count already, and are written with the next ones. */
  private held: SealedEvent[] = [];
  private refused = false;

  /** @param state the remembered end of the log, which follows what is written */
  constructor(
    private readonly tabs: OwnTabs,
    private readonly ports: Pick<Ports, 'workbook' | 'clock' | 'session'>,
    private readonly state: Pick<WorkbookState, 'log'>,
  ) {}

  /** In the order in which they were written. @throws Refusal `tab-missing`, as all that reads the log */
  get events(): readonly SealedEvent[] {
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

  /** Whether the tab refused events in this execution: nothing more is built on them. */
  get isRefused(): boolean {
    return this.refused;
  }

  /** The tab as read. */
  get table(): TabTable {
    return this.open().table;
  }

  /** Rows in which a person changed what was written down; the record of it is whole. */
  get changedCells(): readonly ShownOtherwise[] {
    return this.open().shownOtherwise.filter(({ isConverted }) => !isConverted);
  }

  /** Whether cells lost their format for texts, so that what was added since shows as a date or a number. */
  get lostFormats(): boolean {
    return this.open().shownOtherwise.some(({ isConverted }) => isConverted);
  }

  /** Writes into the cells of rows what was written down when they were added. @returns how many rows */
  showAsWritten(): number {
    const log = this.open();
    const rows = log.shownOtherwise;
    for (const { spec, row, event } of rows) this.tabs.writeRows(spec, row, [rowOfEvent(event)]);
    log.shownOtherwise = [];
    return rows.length;
  }

  /** The cells at its end as they were read, by which it is seen that nothing was added or changed since. */
  endAsRead(): readonly (readonly Cell[])[] {
    return this.readEnd();
  }

  /** Reads them, and nothing more. */
  readEnd(): readonly (readonly Cell[])[] {
    return this.tabs.grid(this.tabs.needSheet(LOG_TAB)).values;
  }

  private open(): OpenedLog {
    if (this.opened) return this.opened;
    const sheet = this.tabs.needSheet(LOG_TAB);
    const table = this.tabs.needTable(LOG_TAB);
    const { events, unread, shownOtherwise, fault, closed } = readLogTabs(this.tabs);
    const wrong = fault || logFault(events, this.state.log, unread) || '';
    const history = foldSafely(events, readAliases(this.tabs.table(CUSTOMERS_TAB)));
    this.opened = {
      sheet,
      table,
      events,
      unread,
      shownOtherwise,
      closed,
      history,
      fault: wrong,
      nextRow: lastRowOf(table) + 1,
      end: this.state.log,
    };
    // A run that was killed after appending left the remembered end behind; the chain itself vouches for the rest.
    const last = events[events.length - 1];
    if (!wrong && last && last.seq > this.state.log.seq) this.takeEnd();
    return this.opened;
  }

  /** Adds events, those held back before them, not yet flushed. The history follows. */
  append(events: readonly NewEvent[]): SealedEvent[] {
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

  private place(events: readonly NewEvent[]): SealedEvent[] {
    const { history } = this.open();
    const { clock, session } = this.ports;
    const placed = chain(this.state.log, events.map(fitted), clock.now().text, session.secret());
    this.state.log = headAfter(this.state.log, placed);
    for (const event of placed) applyEvent(history, event);
    return placed;
  }

  /** Adds the event that makes the log count as it is, whatever is wrong with it. */
  accept(event: NewEvent): void {
    const log = this.open();
    const { clock, session } = this.ports;
    const placed = acceptLog(log, this.state.log, fitted(event), clock.now().text, session.secret());
    this.write([placed]);
    this.state.log = { seq: placed.seq, hash: placed.hash, rows: log.events.length };
    log.history = foldSafely(log.events, readAliases(this.tabs.table(CUSTOMERS_TAB)));
    log.fault = '';
  }

  /** Rows go below what is there by then: who puts one in meanwhile never loses an event. */
  private write(placed: readonly SealedEvent[]): void {
    const log = this.open();
    const rows = placed.map(rowOfEvent);
    const known = [...log.events];
    log.events.push(...placed);
    try {
      if (rows.length > FEW_ROWS) this.writeBlock(log, known, rows);
      else for (const row of rows) this.tabs.appendRow(LOG_TAB, row, log.nextRow++);
    } catch (error) {
      // What the tab refused is no part of the log: an end that was never written must not be remembered.
      this.refused = true;
      log.events = known;
      this.state.log = log.end;
      throw error;
    }
    log.end = headAfter(log.end, placed);
  }

  /** Many rows at once, at the end of this moment; what a row that came in between pushed under them is added again. */
  private writeBlock(log: OpenedLog, known: readonly SealedEvent[], rows: readonly Record<string, Cell>[]): void {
    const { workbook } = this.ports;
    const first = Math.max(workbook.lastRow(log.sheet), log.table.headerRow) + 1;
    this.tabs.writeRows(LOG_TAB, first, rows);
    // What waits in a buffer would be read back as if it stood there already.
    workbook.flush();
    log.nextRow = first + rows.length;
    const last = known[known.length - 1];
    const column = log.table.columns.get('Hash');
    if (!last || column === undefined || first === 1) return;
    const [above] = workbook.readBlock(log.sheet, first - 1, column + 1, 1, 1);
    if (textOf(above?.[0]) === last.hash) return;
    const there = new Set(readLog(this.tabs.reread(LOG_TAB) ?? log.table).events.map(({ hash }) => hash));
    for (const event of known.filter(({ hash }) => !there.has(hash) && !log.closed.has(hash)))
      this.tabs.appendRow(LOG_TAB, rowOfEvent(event), log.nextRow++);
  }

  /**
   * Erases words of events: written down first, so that the log is whole wherever the run ends.
   * @param left of each event what may stay
   * @param event what is written down of it; part by part, where there is much
   * @param silenced addresses nobody may write to any more
   */
  erase(
    left: readonly { event: SealedEvent; words: EventWords }[],
    event: NewEvent,
    silenced: [salt: string, digest: string][],
  ): void {
    const erasures = erasuresIn(this.events);
    const changed = left.map(({ event: old, words }) => {
      const text = erasedText(old, words, contentOf(old, erasures));
      const { facts: _, salt: _salt, was: _was, ...shown } = { customer: '', to: '', note: '', ...words };
      return { ...old, ...shown, text };
    });
    const parts = partsForCells(changed.map(({ seq, text }): [number, string] => [seq, digest(text)]));
    const events = (parts.length > 0 ? parts : [[]]).map((erased, index) => ({
      ...event,
      facts: { ...event.facts, erased, ...(index === 0 && silenced.length > 0 ? { silenced } : {}) },
    }));
    this.append(events);
    this.ports.workbook.flush();
    const rows = this.places();
    for (const one of changed) {
      const place = rows.get(one.hash);
      if (place) this.tabs.writeRows(place.spec, place.row, [rowOfEvent(one)]);
    }
    this.letGo();
  }

  /** Where each seal stands now. */
  private places(): LogRows['rows'] {
    this.letGo();
    return readLogTabs(this.tabs).rows;
  }

  /** What was read is read anew when it is asked for. */
  private letGo(): void {
    for (const spec of [...this.tabs.closedYears(), LOG_TAB]) this.tabs.forget(spec);
    this.opened = null;
  }

  /**
   * Moves the events of closed years into tabs of their own, which are read as before.
   * @param year the first year that stays
   * @returns how many events moved, by year
   */
  moveYearsBefore(year: number): Map<number, number> {
    const { closed } = this.open();
    const old = this.events.filter(({ at }) => Number(at.slice(0, 4)) < year);
    const moved = copyIntoYears(
      this.tabs,
      old.filter(({ hash }) => !closed.has(hash)),
    );
    // First they stand in both: a run that ends here loses nothing, and the next one goes on.
    this.ports.workbook.flush();
    this.letGo();
    takeOut(this.tabs, new Set(old.map(({ hash }) => hash)));
    this.letGo();
    return moved;
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
}

function foldSafely(events: readonly SealedEvent[], aliases: ReadonlyMap<string, string>): History {
  try {
    return foldHistory(events, aliases);
  } catch {
    // Facts altered by hand may have any shape; the log's fault is reported, and nothing is derived from it.
    return emptyHistory();
  }
}
