// The tabs of the log: AR Log, and one for each closed year; read as one, and moved from one to the other.
import type { SealedEvent } from '../../dunning/history/events';
import { closedYear, LOG_TAB } from '../tab-specs';
import { type LogRows, readLog, rowOfEvent } from './log-rows';
import type { OwnTabs } from './own-tabs';

/** Reads the log, closed years included. @returns with the seals of the events that stand in tabs of closed years */
export function readLogTabs(tabs: OwnTabs): LogRows & { closed: ReadonlySet<string> } {
  const years = tabs.closedYears().map((spec) => readLog(tabs.needTable(spec)));
  const closed = new Set(years.flatMap((one) => one.events.map(({ hash }) => hash)));
  return { ...together([...years, readLog(tabs.needTable(LOG_TAB))]), closed };
}

/** Tabs of the log as one. An event that stands in two of them, word for word, is on its way from one to the other. */
function together(tabs: readonly LogRows[]): LogRows {
  const [only, ...others] = tabs;
  if (only && others.length === 0) return only;
  const events = new Map(
    tabs.flatMap((one) => one.events.map((event) => [`${event.seq} ${event.hash} ${event.text}`, event])),
  );
  return {
    events: [...events.values()].sort((a, b) => a.seq - b.seq),
    unread: tabs.flatMap((one) => one.unread),
    shownOtherwise: tabs.flatMap((one) => one.shownOtherwise),
    rows: new Map(tabs.flatMap((one) => [...one.rows])),
    fault: tabs.find((one) => one.fault !== '')?.fault ?? '',
  };
}

/** Writes events into the tabs of their years. @returns how many, by year */
export function copyIntoYears(tabs: OwnTabs, events: readonly SealedEvent[]): Map<number, number> {
  const moved = new Map<number, number>();
  for (const [year, own] of byYear(events)) {
    const spec = closedYear(year);
    if (!tabs.find(spec)) for (const sheet of tabs.workbook.createTabs([spec])) tabs.adopt(spec, sheet);
    tabs.addRows(spec, own.map(rowOfEvent));
    moved.set(year, own.length);
  }
  return moved;
}

/** Takes events out of AR Log, which stand elsewhere. @param seals theirs */
export function takeOut(tabs: OwnTabs, seals: ReadonlySet<string>): void {
  const { rows } = readLog(tabs.needTable(LOG_TAB));
  const leaving = [...rows].filter(([hash]) => seals.has(hash)).map(([, { row }]) => row);
  for (const { from, count } of runsFromBelow(leaving)) tabs.workbook.deleteRow(tabs.needSheet(LOG_TAB), from, count);
}

function byYear(events: readonly SealedEvent[]): Map<number, SealedEvent[]> {
  const years = new Map<number, SealedEvent[]>();
  for (const event of events) {
    const year = Number(event.at.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  return years;
}

/** Rows that lie below each other, from the last to the first: those above stay where they are when these go. */
function runsFromBelow(rows: readonly number[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => b - a)) {
    const run = runs[runs.length - 1];
    if (run && run.from === row + 1) Object.assign(run, { from: row, count: run.count + 1 });
    else runs.push({ from: row, count: 1 });
  }
  return runs;
}
