// Audits a log by itself: replays its entries and names gaps, what was done twice, and what cannot have been.
import type { LogEvent } from '../events';
import { columnMissing, FINDING_KINDS, type Finding } from './finding';
import { gapsOf, type LogRow, missing } from './gaps';
import { replay } from './replay';

/** A log as it was found in its tabs. */
export interface LogAsFound {
  /** Names of the tabs, the oldest first. */
  tabs: string[];
  /** The last entry as remembered elsewhere; 0 where nobody remembers it. */
  lastSeq: number;
  /** What the tabs themselves miss, such as a column, a sentence each. */
  faults: string[];
  /** Any order. */
  rows: LogRow[];
}

/** What an audit read and found. */
export interface Audit {
  /** Names of the tabs that were read. */
  tabs: string[];
  /** How many entries were read. */
  events: number;
  /** How many reminders they tell of. */
  reminders: number;
  /** How many mails to customers were started. */
  mails: number;
  /** ISO days of the first and the last entry; '' in a log without entries. */
  from: string;
  to: string;
  contradictions: Finding[];
  duplicates: Finding[];
  gaps: Finding[];
}

/**
 * Audits a log.
 * @example auditOf({ tabs: ['AR Log'], lastSeq: 0, faults: [], rows: [] }).gaps // []
 */
export function auditOf({ tabs, lastSeq, faults, rows: found }: LogAsFound): Audit {
  const rows = [...found].sort((a, b) => a.seq - b.seq);
  const last = rows[rows.length - 1]?.seq ?? 0;
  const gaps = [...faults.map(columnMissing), ...gapsOf(rows), ...(lastSeq > last ? [missing(last + 1, lastSeq)] : [])];
  const events = onceEach(rows);
  const { findings, reminders } = replay(events);
  const all = [...gaps, ...findings].sort((a, b) => (a.seq[a.seq.length - 1] ?? 0) - (b.seq[b.seq.length - 1] ?? 0));
  const ofKind = (kind: string): Finding[] => all.filter(({ code }) => FINDING_KINDS[code] === kind);
  const days = events.map(({ at }) => at.slice(0, 10)).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return {
    tabs,
    events: rows.length,
    reminders,
    mails: events.filter(({ kind }) => kind === 'sending').length,
    from: days.reduce((first, day) => (first === '' || day < first ? day : first), ''),
    to: days.reduce((latest, day) => (day > latest ? day : latest), ''),
    contradictions: ofKind('contradiction'),
    duplicates: ofKind('duplicate'),
    gaps: ofKind('gap'),
  };
}

/** The entries that can be read, in order; a row that was copied happened once. @param rows by Seq */
export function onceEach(rows: readonly LogRow[]): LogEvent[] {
  const bySeq = new Map<number, LogEvent>();
  for (const { seq, event } of rows) if (event && !bySeq.has(seq)) bySeq.set(seq, event);
  return [...bySeq.values()];
}
