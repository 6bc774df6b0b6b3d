// The segment a customer counts as: a newly computed one has to hold for a week, and every change is written down.
import { type Day, shortDay } from '../../receivables/day';
import { segmentAtStart, segmentWords } from '../../receivables/segment-words';
import { customerEvent, type NewEvent, workbookEvent } from '../history/events';
import type { Facts, SegmentToday } from './facts';
import { isChaseable } from './owed';

/** So many days a new segment is computed before it counts. */
export const SEGMENT_HOLDS_AFTER = 7;

/** What one event may carry of customer keys, in characters: a cell holds 50,000. */
const MOST_CHARACTERS = 20_000;

/** A segment with its reason. */
export type SegmentNow = Pick<SegmentToday, 'segment' | 'reason' | 'rule'>;

const UNKNOWN: SegmentNow = { segment: 'New', reason: 'New customer: no payment history yet.' };

/**
 * The segment a customer counts as today. A customer seen for the first time counts as computed; another segment counts
 * once it was computed for seven days.
 * @param key the customer
 * @example standingSegment(facts, 'acme') // { segment: 'Timely', reason: 'Timely: ...' }
 */
export function standingSegment(facts: Facts, key: string): SegmentNow {
  const computed = facts.segments.get(key) ?? UNKNOWN;
  const standing = facts.history.segments.get(key);
  if (!standing || standing.segment === computed.segment) return computed;
  const since = standing.pending === computed.segment ? standing.since : facts.asOf;
  if (hasHeld(since, facts.asOf)) return computed;
  const counts = shortDay(since + SEGMENT_HOLDS_AFTER, facts.asOf);
  const from = shortDay(since, facts.asOf);
  const says = computed.rule ? `Since ${from}` : `By the figures since ${from} (as the formula SEGMENT says)`;
  return {
    segment: standing.segment,
    reason: `${segmentAtStart(standing.segment)}, until ${counts} at least: a change counts once it has held for ${SEGMENT_HOLDS_AFTER} days. ${says}: ${computed.reason}`,
  };
}

function hasHeld(since: Day, asOf: Day): boolean {
  return asOf - since >= SEGMENT_HOLDS_AFTER;
}

/**
 * The events that keep book of segments: first ones, changes seen, changes that came to nothing, changes that count.
 * @param facts the facts of the day, segments computed from the whole book
 * @param actor who plans
 */
export function segmentEvents(facts: Facts, actor: string): NewEvent[] {
  const first = new Map<string, Beginners>();
  const changes: NewEvent[] = [];
  const seen = new Set<string>();
  for (const invoice of facts.invoices) {
    const key = invoice.customerKey;
    if (seen.has(key) || !isChaseable(invoice)) continue;
    seen.add(key);
    const computed: SegmentToday = facts.segments.get(key) ?? UNKNOWN;
    if (facts.history.segments.has(key)) {
      changes.push(...changeOf(facts, key, computed, actor));
      continue;
    }
    const { segment, rule = '' } = computed;
    const kind = `${segment}|${rule}`;
    const beginners = first.get(kind) ?? { segment, rule, keys: [] };
    beginners.keys.push(key);
    first.set(kind, beginners);
  }
  return [...firstSegments(first, actor), ...changes];
}

function changeOf(facts: Facts, key: string, computed: SegmentNow, actor: string): NewEvent[] {
  const standing = facts.history.segments.get(key);
  if (!standing) return [];
  const customer = { key, name: facts.customers.get(key)?.name ?? key };
  const { segment } = computed;
  if (standing.segment === segment) {
    if (standing.pending === '') return [];
    return [customerEvent('segment-kept', customer, actor, `Stays as it was. ${computed.reason}`, { segment })];
  }
  if (standing.pending !== segment) {
    const from = shortDay(facts.asOf + SEGMENT_HOLDS_AFTER, facts.asOf);
    const note = `${segmentAtStart(standing.segment)} so far; by ${computed.rule ? 'AR Segments' : 'today’s figures'} ${segmentWords(segment)}, which counts from ${from} if it holds. ${computed.reason}`;
    return [customerEvent('segment-pending', customer, actor, note, { segment })];
  }
  if (!hasHeld(standing.since, facts.asOf)) return [];
  const note = `${segmentAtStart(standing.segment)} until now. ${computed.reason}`;
  return [customerEvent('segment-changed', customer, actor, note, { segment })];
}

/** Customers seen for the first time who begin alike. */
interface Beginners {
  segment: string;
  /** In words, '' for none. */
  rule: string;
  keys: string[];
}

function firstSegments(first: ReadonlyMap<string, Beginners>, actor: string): NewEvent[] {
  const events: NewEvent[] = [];
  for (const { segment, rule, keys } of first.values()) {
    for (let from = 0; from < keys.length; ) {
      let size = 0;
      let to = from;
      while (to < keys.length && size < MOST_CHARACTERS) {
        size += (keys[to] ?? '').length + 3;
        to += 1;
      }
      const part = keys.slice(from, to);
      const note = `${part.length} ${part.length === 1 ? 'customer starts' : 'customers start'} as ${segmentWords(segment)}${rule === '' ? '' : ` by ${rule} of AR Segments`}.`;
      events.push(workbookEvent('segments', actor, note, { segments: { [segment]: part } }));
      from = to;
    }
  }
  return events;
}
