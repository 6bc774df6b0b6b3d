// Each customer's segment on a day: by the first rule of AR Segments that holds for it, else by figures alone.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { type SegmentResult, segmentsOfBook } from '../../receivables/segment';
import type { SegmentSettings } from '../../receivables/segment-settings';
import { segmentAtStart, segmentWords } from '../../receivables/segment-words';
import type { SegmentToday } from '../decision/facts';
import { type RuleLine, ruleInWords, ruleOf, type SegmentRule, type Subject } from './segment-rule';
import { type SubjectSources, subjectsOf } from './subjects';

/**
 * The segments of a book by its rules, and the customers as the rules look at them.
 * @param rules in their order
 * @example segmentsByRules(rules, sources).segments.get('acme')?.segment // 'Key accounts'
 */
export function segmentsByRules(
  rules: readonly SegmentRule[],
  sources: SubjectSources,
): { segments: ReadonlyMap<string, SegmentToday>; subjects: readonly Subject[] } {
  const subjects = subjectsOf(sources);
  const segments = new Map<string, SegmentToday>(sources.computed);
  for (const subject of subjects) {
    const rule = ruleOf(rules, subject);
    const figures = sources.computed.get(subject.key);
    if (rule && figures) segments.set(subject.key, byRule(rule, figures));
  }
  return { segments, subjects };
}

function byRule(rule: SegmentRule, figures: SegmentResult): SegmentToday {
  const { segment } = rule;
  const named = `${segmentAtStart(segment)}: ${ruleInWords(rule)} of AR Segments.`;
  const words = { segment, rule: ruleInWords(rule) };
  if (figures.segment.toLowerCase() === segment.trim().toLowerCase()) return { ...words, reason: named };
  const also = `By figures alone, as the formula SEGMENT says: ${segmentWords(figures.segment)}.`;
  return { ...words, reason: `${named} ${also}`, computed: figures.segment };
}

/** What rules look at beside invoices: it is taken as it is today for every day. */
export interface RuleFacts extends Pick<SubjectSources, 'customers' | 'cellsOf' | 'limitOf'> {
  rules: readonly SegmentRule[];
}

/** The segments of days of the past; what was promised and broken then is not known. @param ruled null without rules */
export function segmentsOfDays(
  settings: SegmentSettings | undefined,
  ruled: RuleFacts | null,
): (invoices: readonly Invoice[], asOf: Day) => ReadonlyMap<string, SegmentToday> {
  return (invoices, asOf) => {
    const computed = segmentsOfBook(invoices, asOf, settings);
    if (!ruled || !settings) return computed;
    const { rules, customers, cellsOf, limitOf } = ruled;
    const sources = { invoices, asOf, settings, computed, broken: new Map(), customers, cellsOf, limitOf };
    return segmentsByRules(rules, sources).segments;
  };
}

/** Rules and what they look at, as an answer holds them. */
export interface ToldRules {
  rules: readonly SegmentRule[];
  /** Of the columns that rules name: each customer's cells. */
  cells: [column: string, cells: [key: string, cells: readonly (string | number)[]][]][];
  limits: [key: string, amount: number, currency: string][];
  countries: [key: string, country: string][];
}

/** Rules for a page; null where none counts. */
export function toldRules({ rules, customers, cellsOf, limitOf }: RuleFacts): ToldRules | null {
  const counting = rules.filter(({ active, faults }) => active && faults.length === 0);
  if (counting.length === 0) return null;
  const keys = [...customers.keys()];
  const fields = counting.flatMap(({ lines }) => lines.map(({ field }) => field));
  const columns = new Set(fields.flatMap((field) => ('column' in field ? field.column : [])));
  const looksAt = (name: string): boolean => fields.some((field) => 'computed' in field && field.computed === name);
  return {
    rules: counting.map((rule) => ({ ...rule, lines: rule.lines.map(withinNumbers) })),
    cells: [...columns].map((column) => [column, keys.map((key) => [key, cellsOf(key, column)])]),
    limits: !looksAt('limit used')
      ? []
      : keys.flatMap((key): ToldRules['limits'] => {
          const limit = limitOf(key);
          return limit ? [[key, limit.amount, limit.currency]] : [];
        }),
    countries: !looksAt('country')
      ? []
      : [...customers].flatMap(([key, { country }]): ToldRules['countries'] =>
          country === '' ? [] : [[key, country]],
        ),
  };
}

/** What is without an end has none in an answer: the largest number stands for it. */
function withinNumbers(line: RuleLine): RuleLine {
  const { value } = line;
  if (value.kind !== 'interval') return line;
  const from = Math.max(value.from, -Number.MAX_VALUE);
  return { ...line, value: { ...value, from, to: Math.min(value.to, Number.MAX_VALUE) } };
}

/** Rules from an answer; null where there are none. @param customers with their kinds */
export function untoldRules(told: ToldRules | null, customers: SubjectSources['customers']): RuleFacts | null {
  if (!told) return null;
  const columns = new Map(told.cells.map(([column, cells]) => [column, new Map(cells)]));
  const limits = new Map(told.limits.map(([key, amount, currency]) => [key, { amount, currency }]));
  const countries = new Map(told.countries);
  return {
    rules: told.rules,
    customers: new Map([...customers].map(([key, one]) => [key, { ...one, country: countries.get(key) ?? '' }])),
    cellsOf: (key, column) => columns.get(column)?.get(key) ?? [''],
    limitOf: (key) => limits.get(key) ?? null,
  };
}
