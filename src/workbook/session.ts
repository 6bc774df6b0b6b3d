// A workbook opened for one use case: its state, tabs, settings, holidays and log, each read once; and the lock.
import type { Problem } from '../sheet/grid';
import { EventLog } from './log/event-log';
import type { Ports } from './ports';
import { Refusal } from './refusal';
import { readState, type WorkbookState, writeState } from './state';
import { HOLIDAYS_TAB, LOG_TAB, SETTINGS_TAB } from './tab-specs';
import { type Holidays, readHolidays } from './tabs/holidays';
import { OwnTabs } from './tabs/own-tabs';
import { readSettings, type Settings } from './tabs/settings/settings';
import { type WatchedWorkbook, watched } from './watched-workbook';

/** One workbook during one execution. */
export class WorkbookSession {
  readonly ports: Ports;
  /** What was read of it here, and whether anything was written. */
  readonly watched: WatchedWorkbook;
  readonly state: WorkbookState;
  readonly tabs: OwnTabs;
  readonly log: EventLog;
  private openedHolidays: Holidays | null = null;
  private openedSettings: { settings: Settings; problems: Problem[] } | null = null;

  constructor(ports: Ports) {
    this.watched = watched(ports.workbook);
    this.ports = { ...ports, workbook: this.watched };
    this.state = readState(ports.properties);
    this.tabs = new OwnTabs(this.watched, this.state);
    this.log = new EventLog(this.tabs, this.ports, this.state);
  }

  /** Whether set-up was done here, or in the workbook that this one is a copy of. */
  isSetUp(): boolean {
    return this.tabs.find(SETTINGS_TAB) !== null && this.tabs.find(LOG_TAB) !== null;
  }

  /** A copy: set up elsewhere, or our tabs came along while the remembered state did not. */
  isCopy(): boolean {
    return this.isSetUp() && this.state.workbook !== this.ports.workbook.id();
  }

  /** Whether the last thing that happened here is that Duesheet was taken off. */
  wasLeft(): boolean {
    return this.state.workbook === '' && this.log.last?.kind === 'left';
  }

  settings(): Settings {
    return this.readSettings().settings;
  }

  /** The days on which nothing is sent. */
  holidays(): Holidays {
    this.openedHolidays ??= readHolidays(this.tabs.table(HOLIDAYS_TAB), this.settings().country);
    return this.openedHolidays;
  }

  /** Reads the settings anew, after one was written. */
  reloadSettings(): void {
    this.openedSettings = null;
    this.tabs.reread(SETTINGS_TAB);
  }

  settingProblems(): Problem[] {
    return this.readSettings().problems;
  }

  private readSettings(): { settings: Settings; problems: Problem[] } {
    this.openedSettings ??= readSettings(this.tabs.needTable(SETTINGS_TAB));
    return this.openedSettings;
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

/** A person who clicked waits until a batch of mails has left; the hourly run comes again. */
const CLICK_WAITS = 20_000;
const SCHEDULE_WAITS = 5_000;

/**
 * Runs something under the workbook's lock.
 * @throws Refusal `busy` when somebody else holds it
 */
export function underLock<T>(ports: Ports, act: () => T, { unattended = false } = {}): T {
  if (!ports.lock.acquire(unattended ? SCHEDULE_WAITS : CLICK_WAITS)) {
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
