// The log as a chain: every event carries a seal over itself and the one before, so that a missing or altered row shows.
import { digest } from './digest';
import { eventText, partsOf, wordsDigestIn } from './event-text';
import type { EventFacts, NewEvent, SealedEvent } from './events';

/** What is remembered outside the log about its end. */
export interface LogHead {
  seq: number;
  hash: string;
  rows: number;
}

/** The head of a log without events. */
export const EMPTY_LOG: LogHead = { seq: 0, hash: '', rows: 0 };

/** A row of the log that has a number and cannot be read. */
export interface UnreadRow {
  seq: number;
  text: string;
}

/** A seal begins with a letter: no format of a cell makes a number of it. */
function sealOver(previous: string, head: string): string {
  return `s${digest(`${previous}\n${head}`)}`;
}

/** The hash of an event of the first version, which had it over the cells. */
function firstHash(previous: string, event: Omit<SealedEvent, 'hash' | 'text'>): string {
  const { seq, at, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts } = event;
  const fields = [previous, seq, at, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts];
  return digest(JSON.stringify(fields));
}

/** Gives a placed event its text and seal, in its place. */
function sealed(previous: string, placed: SealedEvent, salt: string): SealedEvent {
  const { text, head } = eventText(placed, salt);
  placed.text = text;
  placed.hash = sealOver(previous, head);
  return placed;
}

/**
 * Gives new events their place at the end of the log.
 * @param head end of the log so far
 * @param events what happened, in order
 * @param at `YYYY-MM-DD HH:mm:ss` in the spreadsheet's zone
 * @param secret a text nobody can guess, another one in each execution
 * @example chain(EMPTY_LOG, [workbookEvent('set-up', 'ann@example.com', '')], '2026-11-02 09:00:00', uuid)[0].seq // 1
 */
export function chain(head: LogHead, events: readonly NewEvent[], at: string, secret: string): SealedEvent[] {
  let { seq, hash } = head;
  return events.map((event) => {
    seq += 1;
    const one = sealed(hash, placedAt(event, seq, at), saltOf(secret, seq));
    hash = one.hash;
    return one;
  });
}

/** An event in its place, with room for text and seal. */
function placedAt(event: NewEvent, seq: number, at: string): SealedEvent {
  const { kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts } = event;
  return { text: '', hash: '', seq, at, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts };
}

function saltOf(secret: string, seq: number): string {
  return digest(`${secret} ${seq}`);
}

/** The end of the log after some events were added. */
export function headAfter(head: LogHead, added: readonly SealedEvent[]): LogHead {
  const last = added[added.length - 1];
  return last ? { seq: last.seq, hash: last.hash, rows: head.rows + added.length } : head;
}

/** The events by Seq: people may have sorted the tab. */
export function inOrder(events: readonly SealedEvent[]): SealedEvent[] {
  return [...events].sort((a, b) => a.seq - b.seq);
}

/** Of which events words were erased: Seq to the digest of the text that was left, as it was erased last. */
export function erasuresIn(events: readonly SealedEvent[]): ReadonlyMap<number, string> {
  return new Map(events.flatMap(({ facts }) => facts.erased ?? []));
}

/** Whether the words of an event are those that were sealed, or those that were left when some were erased. */
function hasItsWords({ seq, text }: SealedEvent, erasures: ReadonlyMap<number, string>): boolean {
  const parts = partsOf(text);
  // A run that ended before it erased all words left some as they were sealed.
  if (parts === null || digest(parts.words) === wordsDigestIn(parts.head)) return true;
  return digest(text) === erasures.get(seq);
}

/** Whether an event follows one with the seal `previous`. */
function isSealed(previous: string, event: SealedEvent, erasures: ReadonlyMap<number, string>): boolean {
  const parts = partsOf(event.text);
  const isOfFirst = !parts || parts.head.startsWith('{"v":1,');
  // Of an event of the first version nothing but its hash is left once words were erased; the next one vouches for that.
  if (isOfFirst) return parts !== null ? erasures.has(event.seq) : event.hash === firstHash(previous, event);
  return event.hash === sealOver(previous, parts.head);
}

/**
 * Whether an event bears the seal that follows the one before it, over the words that stand there.
 * @param previous seal of the event before; '' for the first one and for an acceptance
 * @param erasures of the whole log: `erasuresIn`
 */
export function isSealedAfter(previous: string, event: SealedEvent, erasures: ReadonlyMap<number, string>): boolean {
  return isSealed(previous, event, erasures) && hasItsWords(event, erasures);
}

/** A digest of what an event says, which stays the same when words of it are erased. */
export function contentOf(event: SealedEvent, erasures: ReadonlyMap<number, string>): string {
  const parts = partsOf(event.text);
  if (!parts) return firstHash('', event);
  const was = erasures.has(event.seq) ? wasIn(parts.words) : '';
  return was || digest(hasItsWords(event, erasures) ? parts.head : event.text);
}

function wasIn(words: string): string {
  try {
    return (JSON.parse(words) as { was?: string }).was ?? '';
  } catch {
    return '';
  }
}

/** A digest over everything in the log, kept in the event by which a person accepts it as it is. */
export function digestOf(events: readonly SealedEvent[], unread: readonly UnreadRow[], all = events): string {
  const erasures = erasuresIn(all);
  const lines = [
    ...inOrder(events).map((event) => `${event.seq} ${event.hash} ${contentOf(event, erasures)}`),
    ...[...unread].sort((a, b) => a.seq - b.seq).map(({ seq, text }) => `${seq} ${digest(text)}`),
  ];
  return digest(lines.join('\n'));
}

/**
 * What is wrong with a log: null when it is whole, else a sentence.
 * @param events the events read, any order
 * @param head what was remembered of its end
 * @param unread rows that could not be read
 * @param after the event that the first of them follows, where those before it were found whole
 */
export function logFault(
  events: readonly SealedEvent[],
  head: LogHead,
  unread: readonly UnreadRow[] = [],
  after: Pick<LogHead, 'seq' | 'hash'> = EMPTY_LOG,
): string | null {
  const ordered = inOrder(events);
  const erasures = erasuresIn(ordered);
  const accepted = lastAccepted(ordered);
  const trusted = ordered.slice(accepted + 1);
  const acceptance = ordered[accepted];
  const since = acceptance?.seq ?? after.seq;
  if (acceptance) {
    const before = unread.filter(({ seq }) => seq < since);
    if (acceptance.facts.digest !== digestOf(ordered.slice(0, accepted), before, ordered))
      return 'Rows before the last accepted state of the log were changed or removed.';
    if (!isSealedAfter('', acceptance, erasures)) return describeAltered(since);
  }
  const unknown = unread.find(({ seq }) => seq > since);
  if (unknown) return `The log's entry ${unknown.seq} was changed by hand: its facts cannot be read.`;
  let previous = acceptance?.hash ?? after.hash;
  let expected = since + 1;
  for (const event of trusted) {
    if (event.seq > expected) return describeMissing(expected, event.seq - 1);
    if (event.seq < expected) return `The log has row ${event.seq} twice.`;
    if (!isSealedAfter(previous, event, erasures)) return describeAltered(event.seq);
    if (event.seq === head.seq && event.hash !== head.hash) return describeAltered(event.seq);
    previous = event.hash;
    expected += 1;
  }
  if (expected - 1 < head.seq) return describeMissing(expected, head.seq);
  return null;
}

function lastAccepted(ordered: readonly SealedEvent[]): number {
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
 * @param head what was remembered of its end: the new event follows the higher of all numbers
 */
export function acceptLog(
  { events, unread = [] }: { events: readonly SealedEvent[]; unread?: readonly UnreadRow[] },
  head: LogHead,
  event: NewEvent,
  at: string,
  secret: string,
): SealedEvent {
  const seq = [...events, ...unread].reduce((max, one) => Math.max(max, one.seq), head.seq) + 1;
  const facts: EventFacts = { ...event.facts, digest: digestOf(events, unread) };
  return sealed('', placedAt({ ...event, facts }, seq, at), saltOf(secret, seq));
}
