// Audits a log by itself: replays its entries and names gaps, what was done twice, and what cannot have been.
import type { LogEvent } from '../events';
import { FINDING_KINDS, type Finding } from './finding';
import { gapsOf, type LogRow, missing } from './gaps';
import { replay } from './replay';

/** What an audit read and found. */
export interface Audit {
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
 * @param found rows of the tab, any order
 * @param lastSeq the last entry as remembered elsewhere; 0 where nobody remembers it
 * @example auditOf([]).gaps // []
 */
export function auditOf(found: readonly LogRow[], lastSeq = 0): Audit {
  const rows = [...found].sort((a, b) => a.seq - b.seq);
  const last = rows[rows.length - 1]?.seq ?? 0;
  const gaps = [...gapsOf(rows), ...(lastSeq > last ? [missing(last + 1, lastSeq)] : [])];
  const events = onceEach(rows);
  const { findings, reminders } = replay(events);
  const all = [...gaps, ...findings].sort((a, b) => (a.seq[a.seq.length - 1] ?? 0) - (b.seq[b.seq.length - 1] ?? 0));
  const ofKind = (kind: string): Finding[] => all.filter(({ code }) => FINDING_KINDS[code] === kind);
  const days = events.map(({ at }) => at.slice(0, 10)).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return {
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
