// Whether a log is whole by itself: entries missing, twice or altered, and states that people accepted as they were.
import { digestOf, erasuresIn, isSealedAfter } from '../event-chain';
import type { SealedEvent } from '../events';
import { type Finding, findingAt } from './finding';

/** A row of the log as found in its tab. */
export interface LogRow {
  seq: number;
  /** Null where it cannot be read. */
  event: SealedEvent | null;
  /** What its cell Facts (JSON) holds. */
  text: string;
  /** Columns that were sealed by their cells, and whose cell is no text any more: another program made a date or a number of it. */
  converted: readonly string[];
  /** The column that a person changed although the record itself is whole; '' when none was. */
  changed: string;
}

/**
 * What is wrong with the order, the number and the seals of the entries.
 * @param rows by Seq
 */
export function gapsOf(rows: readonly LogRow[]): Finding[] {
  const findings: Finding[] = [];
  const erasures = erasuresIn(eventsOf(rows));
  let before: LogRow | null = null;
  for (const row of rows) {
    const expected: number = before ? before.seq + 1 : 1;
    if (row.seq > expected) findings.push(missing(expected, row.seq - 1));
    if (before && row.seq === before.seq) findings.push(twice(row));
    else findings.push(...sealFault(row, row.seq === expected ? before : null, rows, erasures), ...changedCell(row));
    before = row;
  }
  return findings;
}

/** @param from first entry that is not there @param to the last one */
export function missing(from: number, to: number): Finding {
  const message =
    from === to
      ? `Entry ${from} is missing from the log: its row was deleted.`
      : `Entries ${from} to ${to} are missing from the log: ${to - from + 1} rows were deleted.`;
  return {
    code: 'entries-missing',
    seq: from === to ? [from] : [from, to],
    reminder: '',
    customer: '',
    at: '',
    message,
  };
}

function twice({ seq, event }: LogRow): Finding {
  const message = `Entry ${seq} stands in the log twice: a row was copied.`;
  const { reminder = '', customer = '', at = '' } = event ?? {};
  return { code: 'entry-twice', seq: [seq], reminder, customer, at, message };
}

function sealFault(
  row: LogRow,
  before: LogRow | null,
  rows: readonly LogRow[],
  erasures: ReadonlyMap<number, string>,
): Finding[] {
  const { event, seq, converted } = row;
  if (!event) {
    const message = `Entry ${seq} was changed by hand: what it holds in "Facts (JSON)" cannot be read.`;
    return [{ code: 'entry-unreadable', seq: [seq], reminder: '', customer: '', at: '', message }];
  }
  const isAcceptance = event.kind === 'log-accepted';
  // Behind a gap the seal before is not known, so nothing can be said of this one.
  const previous = isAcceptance || seq === 1 ? '' : before?.event?.hash;
  const isWhole = previous === undefined || isSealedAfter(previous, event, erasures);
  const found: Finding[] = [];
  if (!isWhole && converted.length > 0) found.push(convertedFinding(event, converted));
  else if (!isWhole)
    found.push(
      findingAt(
        'entry-altered',
        event,
        `Entry ${seq} (${event.kind}) was changed by hand: its seal does not fit what it says.`,
      ),
    );
  if (isAcceptance) found.push(...acceptance(event, rows));
  return found;
}

function changedCell({ event, changed }: LogRow): Finding[] {
  if (!event || changed === '') return [];
  const message = `Entry ${event.seq} shows something else under "${changed}" than was written down; the record itself is whole.`;
  return [findingAt('cell-changed', event, message)];
}

function convertedFinding(event: SealedEvent, columns: readonly string[]): Finding {
  const cells = columns.map((column) => `"${column}"`).join(', ');
  const message = `Entry ${event.seq} cannot be judged from this file: another program turned ${cells} into a date or a number. Download the workbook from Google Sheets once more and do not open it elsewhere before the audit.`;
  return findingAt('entry-converted', event, message);
}

/** Who let a log with gaps count as it was is told, and whether what was accepted still stands there. */
function acceptance(event: SealedEvent, rows: readonly LogRow[]): Finding[] {
  const told = findingAt(
    'log-accepted',
    event,
    `${event.actor || 'Somebody'} let the log count as it was on ${event.at.slice(0, 16)}. ${event.note}`.trim(),
  );
  const before = rows.filter(({ seq }) => seq < event.seq);
  const unread = before.flatMap(({ seq, text, event: read }) => (read ? [] : [{ seq, text }]));
  if (event.facts.digest === digestOf(eventsOf(before), unread, eventsOf(rows))) return [told];
  const message = `What stood before entry ${event.seq} was changed after it had been accepted.`;
  return [told, findingAt('accepted-part-altered', event, message)];
}

function eventsOf(rows: readonly LogRow[]): SealedEvent[] {
  return rows.flatMap(({ event }) => (event ? [event] : []));
}
