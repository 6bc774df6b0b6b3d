// What is off in the rules of AR Segments: faults, rules that are never reached, segments that have no ladder.
import { COMPUTED_SEGMENTS, isComputedSegment } from '../../receivables/segment-words';
import { rowsOf } from '../decision/stage';
import { closestName } from '../policy/closest-name';
import type { PolicyRow } from '../policy/policy';
import type { Severity } from '../policy/policy-finding';
import { compared, type RuleValue } from './rule-words';
import { holds, type RuleLine, type SegmentRule, type Subject } from './segment-rule';

/** Something about a rule that a person should know. */
export interface RuleFinding {
  severity: Severity;
  /** Stable code, such as `rule-unreachable`. */
  code: string;
  /** 1-based row of AR Segments. */
  row: number;
  message: string;
}

/**
 * Holds the rules against themselves and against AR Policy.
 * @param rules in their order
 * @param policy the rows of AR Policy
 * @example checkRules(rules, policy).find(({ code }) => code === 'rule-unreachable')?.message
 */
export function checkRules(rules: readonly SegmentRule[], policy: readonly PolicyRow[]): RuleFinding[] {
  const sound = rules.filter(({ faults }) => faults.length === 0);
  return [
    ...rules.flatMap(({ faults }) => faults.map((fault): RuleFinding => ({ severity: 'error', ...fault }))),
    ...sound.flatMap((rule, at) => unreachable(rule, sound.slice(0, at))),
    ...sound.flatMap((rule) => withoutLadder(rule, policy)),
  ];
}

function say(severity: Severity, code: string, { row }: SegmentRule, what: string): RuleFinding {
  return { severity, code, row, message: `AR Segments, row ${row}: ${what}` };
}

function unreachable(rule: SegmentRule, before: readonly SegmentRule[]): RuleFinding[] {
  const [a, b] = contradiction(rule.lines);
  if (a && b) {
    const what = `rule ${rule.order} can hold for nobody: ${fieldOf(a)} cannot be both "${a.is} ${a.written}" and "${b.is} ${b.written}".`;
    return [say('warning', 'rule-impossible', rule, what)];
  }
  const earlier = before.find((one) => one.active && one.lines.every((line) => isImplied(line, rule.lines)));
  if (!earlier) return [];
  const what = `rule ${rule.order} is never reached: whoever it holds for, rule ${earlier.order} holds for already and names ${earlier.segment}. Give it a lower Order, or delete it.`;
  return [say('warning', 'rule-unreachable', rule, what)];
}

function fieldOf({ field }: RuleLine): string {
  return 'column' in field ? field.column : field.computed;
}

function isSameField(a: RuleLine, b: RuleLine): boolean {
  return compared(fieldOf(a)) === compared(fieldOf(b)) && 'column' in a.field === 'column' in b.field;
}

/** Whether a line holds wherever the other lines hold. */
function isImplied(line: RuleLine, others: readonly RuleLine[]): boolean {
  return others.some((other) => isSameField(line, other) && follows(line, other));
}

/** Whether a line holds wherever another about the same field does. */
function follows(line: RuleLine, other: RuleLine): boolean {
  const [value, given] = [line.value, other.value];
  if (value.kind === 'interval' && given.kind === 'interval') {
    if (value.currency !== given.currency) return false;
    const within = given.from >= value.from && given.to <= value.to;
    if (other.is === 'is not' || line.is === 'is not')
      return line.is === other.is ? given.from === value.from && given.to === value.to : false;
    return within;
  }
  if (value.kind !== 'words' || given.kind !== 'words') return false;
  if (line.is === 'is not') return other.is === 'is not' && value.words.every((word) => given.words.includes(word));
  if (other.is === 'is not') return false;
  if (line.is === 'contains') {
    const words = value.words;
    return given.words.every((word) => words.some((part) => part !== '' && word.includes(part)));
  }
  return other.is === 'is' && given.words.every((word) => value.words.includes(word));
}

/** Two lines about one figure of a customer that cannot both hold; none where there are none. */
function contradiction(lines: readonly RuleLine[]): [] | [RuleLine, RuleLine] {
  for (const [at, a] of lines.entries())
    for (const b of lines.slice(at + 1)) if (isSameField(a, b) && excludes(a, b)) return [a, b];
  return [];
}

function excludes(a: RuleLine, b: RuleLine): boolean {
  // A column has a cell for each invoice, and money an amount for each currency: both lines may hold of different ones.
  if ('column' in a.field || a.field.computed === 'balance' || a.field.computed === 'overdue') return false;
  if (a.is === 'contains' || b.is === 'contains') return false;
  const [x, y] = [a.value, b.value];
  if (a.is === 'is not' || b.is === 'is not') {
    return a.is === 'is not' && b.is === 'is not'
      ? false
      : isWithin(...(a.is === 'is not' ? ([y, x] as const) : ([x, y] as const)));
  }
  if (x.kind === 'interval' && y.kind === 'interval') return Math.max(x.from, y.from) > Math.min(x.to, y.to);
  return x.kind === 'words' && y.kind === 'words' && !x.words.some((word) => y.words.includes(word));
}

/** Whether all that a value allows is among another. */
function isWithin(value: RuleValue, other: RuleValue): boolean {
  if (value.kind === 'interval' && other.kind === 'interval') return value.from >= other.from && value.to <= other.to;
  return value.kind === 'words' && other.kind === 'words' && value.words.every((word) => other.words.includes(word));
}

function withoutLadder(rule: SegmentRule, policy: readonly PolicyRow[]): RuleFinding[] {
  const { segment } = rule;
  if (rowsOf(policy, segment).length > 0) return [];
  const names = [...new Set(policy.map((row) => row.segment))];
  const meant = closestName(segment, [...names, ...COMPUTED_SEGMENTS]);
  const hint = meant === '' ? '' : ` Did you mean "${meant}"?`;
  const what = isComputedSegment(segment)
    ? `AR Policy has no steps for ${segment}, so those of Default are used.${hint}`
    : `AR Policy has no steps for "${segment}", so those of Default are used, and a person approves each mail. Add its steps there, or name another segment.${hint}`;
  return [say('warning', 'rule-without-ladder', rule, what)];
}

/** What a rule catches today. */
export interface Catch {
  /** Keys of the customers its lines all hold for, whatever comes before it. */
  holds: string[];
  /** Those of them that no earlier active rule takes. */
  takes: string[];
}

/**
 * What each rule would catch if it were on, the earlier ones being as they are.
 * @returns as many as there are rules
 */
export function catches(rules: readonly SegmentRule[], subjects: readonly Subject[]): Catch[] {
  const taken = new Set<string>();
  return rules.map((rule) => {
    const own = rule.faults.length > 0 ? [] : subjects.filter((subject) => holds(rule, subject)).map(({ key }) => key);
    const free = own.filter((key) => !taken.has(key));
    if (rule.active && rule.faults.length === 0) for (const key of free) taken.add(key);
    return { holds: own, takes: free };
  });
}
