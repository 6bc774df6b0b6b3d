// The event log of an opened workbook: read once, checked against its remembered end, added to and never changed.
import { acceptLog, chain, headAfter, logFault } from '../../dunning/history/event-chain';
import type { LogEvent, NewEvent, SealedEvent } from '../../dunning/history/events';
import { applyEvent, foldHistory, type History } from '../../dunning/history/history';
import { noteBeside } from '../../dunning/history/log-fold';
import type { Stops } from '../../dunning/history/stops';
import type { Cell } from '../../sheet/grid';
import { textOf } from '../../sheet/read/typed-cells';
import type { Ports } from '../ports';
import { Refusal } from '../refusal';
import type { WorkbookState } from '../state';
import { LOG_TAB } from '../tab-specs';
import { fitted, readLog, rowOfEvent, type ShownOtherwise } from '../tabs/log-rows';
import { readLogTabs } from '../tabs/log-tabs';
import type { OwnTabs } from '../tabs/own-tabs';
import type { TabTable } from '../tabs/records';
import { keepCheckpoint, keptText, usableCheckpoint, widthOf } from './log-checkpoint';
import { aliasesIn, foldSafely, mismatch, type OpenedLog, openEnd, openWhole } from './opened-log';

/** So many rows are added one by one; more in a block. */
const FEW_ROWS = 3;

/** The log during one execution. It is read when something of it is first asked for. */
export class EventLog {
  private opened: OpenedLog | null = null;
  /** ISO day on which it was read: midnight may pass before the end of a run. */
  private openedOn = '';
  /** The events behind the checkpoint, once they were asked for. */
  private earlier: SealedEvent[] | null = null;
  /** The cells at the end of the log, as they were read. */
  private end: readonly (readonly Cell[])[] | null = null;
  /** Events that count already, and are written with the next ones. */
  private held: SealedEvent[] = [];
  private refused = false;

  /** @param state the remembered end of the log, which follows what is written */
  constructor(
    private readonly tabs: OwnTabs,
    private readonly ports: Pick<Ports, 'workbook' | 'clock' | 'session'>,
    private readonly state: Pick<WorkbookState, 'log' | 'checkpoint'>,
  ) {}

  /**
   * In the order in which they were written. Of a log that was opened by its end the rest is read for it.
   * @throws Refusal `tab-missing`, as all that reads the log; `log-mismatch` where the rest is not as it was left
   */
  get events(): readonly SealedEvent[] {
    const log = this.open();
    return log.start.seq === 0 ? log.events : [...this.before(log.start), ...log.events];
  }

  /** The events after an entry; of a log that was opened by its end the rest is read only where the entry lies before that. */
  after(seq: number): readonly SealedEvent[] {
    const { start, events } = this.open();
    return (seq < start.seq ? this.events : events).filter((event) => event.seq > seq);
  }

  /** What the events say happened. */
  get history(): History {
    return this.open().fold.history;
  }

  /** The stops that stand by the log alone. */
  get stops(): Stops {
    return this.open().fold.stops;
  }

  /** The events by which people decided about customers, payment details, settings and month ends. */
  get decisions(): readonly LogEvent[] {
    return this.open().fold.decisions;
  }

  /** When somebody last did something, `YYYY-MM-DD HH:mm:ss`; '' for never. */
  lastActOf(actor: string): string {
    return this.open().fold.lastActs.get(actor) ?? '';
  }

  /** The last event; null where there is none. */
  get last(): SealedEvent | null {
    const { events, above } = this.open();
    return events[events.length - 1] ?? above[above.length - 1] ?? null;
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
    return this.tabs.needTable(LOG_TAB);
  }

  /** Rows in which a person changed what was written down; the record of it is whole. */
  get changedCells(): readonly ShownOtherwise[] {
    return this.open().shownOtherwise.filter(({ isConverted }) => !isConverted);
  }

  /** Whether cells lost their format for texts, so that they show as dates or numbers. */
  get lostFormats(): boolean {
    return this.open().shownOtherwise.some(({ isConverted }) => isConverted);
  }

  /** Writes into the cells of rows what was written down when they were added. @returns how many rows */
  showAsWritten(): number {
    const log = this.readWhole();
    const rows = log.shownOtherwise;
    for (const { spec, row, event } of rows) this.tabs.writeRows(spec, row, [rowOfEvent(event)]);
    log.shownOtherwise = [];
    return rows.length;
  }

  /**
   * The cells at its end, from the checkpoint on; of a log without one all of them. By them it is seen that nothing was
   * added or changed since; nothing is unfolded for it.
   */
  endCells(): readonly (readonly Cell[])[] {
    const sheet = this.tabs.needSheet(LOG_TAB);
    const checkpoint = this.checkpoint();
    if (checkpoint) this.end ??= this.ports.workbook.readFrom(sheet, checkpoint.from, widthOf(checkpoint));
    return this.end ?? this.tabs.grid(sheet).values;
  }

  private checkpoint() {
    return usableCheckpoint(this.state, this.today());
  }

  private today(): string {
    return this.ports.clock.now().text.slice(0, 10);
  }

  private open(): OpenedLog {
    if (this.opened) return this.opened;
    this.openedOn = this.today();
    const checkpoint = this.checkpoint();
    const { workbook } = this.ports;
    const byEnd =
      checkpoint &&
      openEnd(this.tabs, {
        ...{ checkpoint, cells: this.endCells(), head: this.state.log, kept: () => keptText(workbook) },
        whole: this.wholeUpTo(checkpoint),
      });
    // In doubt about anything the log is read whole, which tells what is wrong with it.
    if (checkpoint && !byEnd) this.state.checkpoint = null;
    this.opened = byEnd ?? openWhole(this.tabs, this.state.log, this.state.checkpoint, () => keptText(workbook));
    this.tabs.knowColumns(LOG_TAB, this.opened.columns);
    // A run that was killed after appending left the remembered end behind; the chain itself vouches for the rest.
    const last = this.opened.events[this.opened.events.length - 1];
    if (!this.opened.fault && last && last.seq > this.state.log.seq) this.takeEnd();
    return this.opened;
  }

  /** The log read whole, where something of it is to be changed. */
  readWhole(): OpenedLog {
    if (this.open().start.seq > 0) this.letGo();
    return this.open();
  }

  /** The events up to the checkpoint. @throws Refusal `log-mismatch` where they are not as they were then */
  private before({ seq, hash }: OpenedLog['start']): SealedEvent[] {
    if (this.earlier) return this.earlier;
    const read = readLogTabs(this.tabs);
    const events = read.events.filter((event) => event.seq <= seq);
    const unread = read.unread.filter((row) => row.seq <= seq);
    const fault = read.fault || logFault(events, { seq, hash, rows: events.length }, unread);
    if (fault) {
      if (this.opened) this.opened.fault = fault;
      this.state.checkpoint = null;
      throw Refusal.of({ code: 'log-mismatch', message: mismatch(fault) });
    }
    this.earlier = events;
    return events;
  }

  /** The history up to a checkpoint, folded anew from the log when it is asked for. */
  private wholeUpTo(start: OpenedLog['start']): () => History {
    let history: History | null = null;
    return () => {
      history ??= foldHistory(this.before(start), aliasesIn(this.tabs));
      return history;
    };
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
    const { fold } = this.open();
    const { clock, session } = this.ports;
    const placed = chain(this.state.log, events.map(fitted), clock.now().text, session.secret());
    this.state.log = headAfter(this.state.log, placed);
    for (const event of placed) {
      applyEvent(fold.history, event);
      noteBeside(fold, event);
    }
    return placed;
  }

  /** Adds the event that makes the log count as it is, whatever is wrong with it. */
  accept(event: NewEvent): void {
    const log = this.readWhole();
    const { clock, session } = this.ports;
    const placed = acceptLog(log, this.state.log, fitted(event), clock.now().text, session.secret());
    this.write([placed]);
    this.state.log = { seq: placed.seq, hash: placed.hash, rows: log.events.length };
    this.state.checkpoint = null;
    log.fold = foldSafely(log.events, aliasesIn(this.tabs));
    log.fault = '';
  }

  /** Rows go below what is there by then: who puts one in meanwhile never loses an event. */
  private write(placed: readonly SealedEvent[]): void {
    const log = this.open();
    const rows = placed.map(rowOfEvent);
    const events = [...log.events];
    const known = [...log.above, ...events];
    log.events.push(...placed);
    try {
      if (rows.length > FEW_ROWS) this.writeBlock(log, known, rows);
      else for (const row of rows) this.tabs.appendRow(LOG_TAB, row, log.nextRow++);
    } catch (error) {
      // What the tab refused is no part of the log: an end that was never written must not be remembered.
      this.refused = true;
      log.events = events;
      this.state.log = log.end;
      throw error;
    }
    log.end = headAfter(log.end, placed);
  }

  /** Many rows at once, at the end of this moment; what a row that came in between pushed under them is added again. */
  private writeBlock(log: OpenedLog, known: readonly SealedEvent[], rows: readonly Record<string, Cell>[]): void {
    const { workbook } = this.ports;
    const sheet = this.tabs.needSheet(LOG_TAB);
    const first = Math.max(workbook.lastRow(sheet), log.headerRow) + 1;
    this.tabs.writeRows(LOG_TAB, first, rows);
    // What waits in a buffer would be read back as if it stood there already.
    workbook.flush();
    log.nextRow = first + rows.length;
    const last = known[known.length - 1];
    const column = log.columns.get('Hash');
    if (!last || column === undefined || first === 1) return;
    const [above] = workbook.readBlock(sheet, first - 1, column + 1, 1, 1);
    if (textOf(above?.[0]) === last.hash) return;
    this.tabs.forget(LOG_TAB);
    const there = new Set(readLog(this.table).events.map(({ hash }) => hash));
    for (const event of known.filter(({ hash }) => !there.has(hash) && !log.closed.has(hash)))
      this.tabs.appendRow(LOG_TAB, rowOfEvent(event), log.nextRow++);
  }

  /** What was read is read anew, and whole, when it is asked for. */
  letGo(): void {
    for (const spec of [...this.tabs.closedYears(), LOG_TAB]) this.tabs.forget(spec);
    this.opened = null;
    this.earlier = null;
    this.end = null;
    this.state.checkpoint = null;
  }

  /** Remembers the end as it was read. */
  takeEnd(): void {
    const log = this.open();
    const last = log.events[log.events.length - 1];
    if (!last) return;
    const rows = log.end.rows + log.events.filter(({ seq }) => seq > log.end.seq).length;
    log.end = { seq: last.seq, hash: last.hash, rows };
    this.state.log = log.end;
  }

  /** At the end of a run: of a long log that was read whole, what it comes to is kept, so that its end is enough today. */
  keep(): void {
    const log = this.opened;
    if (!log || log.start.seq > 0) return;
    const isSound = log.fault === '' && !this.refused && this.held.length === 0 && this.changedCells.length === 0;
    const kept = isSound ? keepCheckpoint(this.tabs, log, this.openedOn) : null;
    this.state.checkpoint = kept?.checkpoint ?? null;
    this.end = kept?.cells ?? null;
  }

  /** Empties the tab below its headers; the remembered end is for the caller to reset. */
  empty(): void {
    this.tabs.empty(LOG_TAB);
    this.letGo();
  }
}
