// The log as a chain: every event carries a hash over itself and the one before, so that a missing or altered row shows.
import { digest } from './digest';
import type { EventFacts, LogEvent, NewEvent } from './events';

/** What is remembered outside the log about its end. */
export interface LogHead {
  seq: number;
  hash: string;
  rows: number;
}

/** The head of a log without events. */
export const EMPTY_LOG: LogHead = { seq: 0, hash: '', rows: 0 };

/** The hash of an event that follows one with hash `previous`. */
function eventHash(previous: string, event: Omit<LogEvent, 'hash'>): string {
  const { seq, at, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts } = event;
  const fields = [previous, seq, at, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts];
  return digest(JSON.stringify(fields));
}

/** Whether an event bears the seal that follows the one before it; after nothing, and as an acceptance, it follows ''. */
export function isSealedAfter(previous: string, event: LogEvent): boolean {
  return event.hash === eventHash(previous, event);
}

/**
 * Gives new events their place at the end of the log.
 * @param head end of the log so far
 * @param events what happened, in order
 * @param at `YYYY-MM-DD HH:mm:ss` in the spreadsheet's zone
 * @example chain(EMPTY_LOG, [workbookEvent('set-up', 'ann@example.com', '')], '2026-11-02 09:00:00')[0].seq // 1
 */
export function chain(head: LogHead, events: readonly NewEvent[], at: string): LogEvent[] {
  let { seq, hash } = head;
  return events.map((event) => {
    seq += 1;
    const placed = { ...event, seq, at };
    hash = eventHash(hash, placed);
    return { ...placed, hash };
  });
}

/** The end of the log after some events were added. */
export function headAfter(head: LogHead, added: readonly LogEvent[]): LogHead {
  const last = added[added.length - 1];
  return last ? { seq: last.seq, hash: last.hash, rows: head.rows + added.length } : head;
}

/** The events by Seq: people may have sorted the tab. */
export function inOrder(events: readonly LogEvent[]): LogEvent[] {
  return [...events].sort((a, b) => a.seq - b.seq);
}

/** A digest over everything in the log, kept in the event by which a person accepts it as it is. */
export function digestOf(events: readonly LogEvent[]): string {
  return digest(
    inOrder(events)
      .map((event) => `${event.seq} ${event.hash} ${eventHash('', event)}`)
      .join('\n'),
  );
}

/**
 * What is wrong with a log: null when it is whole, else a sentence.
 * @param events the events read, any order
 * @param head what was remembered of its end
 */
export function logFault(events: readonly LogEvent[], head: LogHead): string | null {
  const ordered = inOrder(events);
  const accepted = lastAccepted(ordered);
  const trusted = ordered.slice(accepted + 1);
  const before = ordered.slice(0, accepted);
  const acceptance = ordered[accepted];
  if (acceptance && acceptance.facts.digest !== digestOf(before)) {
    return 'Rows before the last accepted state of the log were changed or removed.';
  }
  if (acceptance && !isSealedAfter('', acceptance)) return describeAltered(acceptance.seq);
  let previous = acceptance ? acceptance.hash : '';
  let expected = acceptance ? acceptance.seq + 1 : 1;
  for (const event of trusted) {
    if (event.seq > expected) return describeMissing(expected, event.seq - 1);
    if (event.seq < expected) return `The log has row ${event.seq} twice.`;
    if (!isSealedAfter(previous, event)) return describeAltered(event.seq);
    if (event.seq === head.seq && event.hash !== head.hash) return describeAltered(event.seq);
    previous = event.hash;
    expected += 1;
  }
  if (expected - 1 < head.seq) return describeMissing(expected, head.seq);
  return null;
}

function lastAccepted(ordered: readonly LogEvent[]): number {
  for (let index = ordered.length - 1; index >= 0; index -= 1)
    if (ordered[index]?.kind === 'log-accepted') return index;
  return -1;
}

function describeMissing(from: number, to: number): string {
  return from === to ? `The log's entry ${from} is missing.` : `The log's entries ${from} to ${to} are missing.`;
}

function describeAltered(seq: number): string {
  return `The log's entry ${seq} was changed by hand.`;
}

/**
 * The event by which a person accepts the log as it is; the chain starts anew with it.
 * @param events what is left of the log
 * @param head what was remembered of its end: the new event follows the higher of both numbers
 */
export function acceptLog(events: readonly LogEvent[], head: LogHead, event: NewEvent, at: string): LogEvent {
  const highest = events.reduce((max, { seq }) => Math.max(max, seq), head.seq);
  const facts: EventFacts = { ...event.facts, digest: digestOf(events) };
  const placed = { ...event, facts, seq: highest + 1, at };
  return { ...placed, hash: eventHash('', placed) };
}
