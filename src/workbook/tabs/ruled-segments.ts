// Each customer's segment today: by the first rule of AR Segments that holds for it, else by figures alone.
import type { Customer, PromiseToPay, SegmentToday } from '../../dunning/decision/facts';
import type { SegmentRule, Subject } from '../../dunning/segments/segment-rule';
import { type RuleFacts, segmentsByRules } from '../../dunning/segments/segments-by-rules';
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { segmentsOfBook } from '../../receivables/segment';
import type { SegmentSettings } from '../../receivables/segment-settings';
import type { Detection } from '../../sheet/fields';
import type { Grid, Problem } from '../../sheet/grid';
import type { TabTable } from './records';
import { ruleColumns } from './rule-columns';
import { readSegmentRules } from './segment-rules';

/** A promise broken so many days ago or less counts in the segment. */
const BROKEN_PROMISE_DAYS = 90;

/** What segments are worked out from. */
export interface SegmentSources {
  /** AR Segments; null where a workbook has none. */
  rules: TabTable | null;
  /** AR Customers; null where the tab is gone. */
  listed: TabTable | null;
  aliases: ReadonlyMap<string, string>;
  customers: ReadonlyMap<string, Customer>;
  promises: readonly PromiseToPay[];
  invoices: readonly Invoice[];
  grid: Grid;
  detection: Detection;
  settings: SegmentSettings;
  asOf: Day;
}

/** The segments of today, and the rules that named them. */
export interface RuledSegments {
  segments: ReadonlyMap<string, SegmentToday>;
  /** In their order, those with faults and those that are off included. */
  rules: readonly SegmentRule[];
  /** The customers as the rules look at them; none where there is no rule. */
  subjects: readonly Subject[];
  /** What they look at, for other days than today; null without rules. */
  looksAt: RuleFacts | null;
  problems: Problem[];
}

/** What there is before a workbook has rules. */
export const NO_RULES: RuledSegments = { segments: new Map(), rules: [], subjects: [], looksAt: null, problems: [] };

/**
 * The segments of a book. Without rules they are those of the figures, and nothing else is read.
 * @example ruledSegments(sources).segments.get('acme')?.segment // 'Key accounts'
 */
export function ruledSegments(sources: SegmentSources): RuledSegments {
  const { invoices, asOf, settings, promises, rules: table } = sources;
  const broken = brokenPromises(promises, asOf);
  const computed = segmentsOfBook(invoices, asOf, settings, broken);
  if (!table || table.rows.length === 0) return { ...NO_RULES, segments: computed, problems: table?.problems ?? [] };
  const columns = ruleColumns({ ...sources, customers: sources.listed });
  const rules = readSegmentRules(table, columns.headers);
  const { cellsOf, limitOf } = columns;
  const { segments, subjects } = segmentsByRules(rules, { ...sources, computed, broken, cellsOf, limitOf });
  const problems = rules.flatMap(({ faults }) => faults.map((fault) => ({ column: '', ...fault })));
  return {
    segments,
    rules,
    subjects,
    looksAt: { rules, customers: sources.customers, cellsOf, limitOf },
    problems: [...table.problems, ...problems],
  };
}

function brokenPromises(promises: readonly PromiseToPay[], asOf: Day): Map<string, number> {
  const broken = new Map<string, number>();
  for (const { state, customerKey, promisedOn } of promises) {
    if (state !== 'broken' || promisedOn === null || asOf - promisedOn > BROKEN_PROMISE_DAYS) continue;
    broken.set(customerKey, (broken.get(customerKey) ?? 0) + 1);
  }
  return broken;
}
