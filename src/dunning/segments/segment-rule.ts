// A rule of AR Segments: lines that must all hold, and which customers they hold for.
import { formatMoney, NO_CURRENCY, toMinor } from '../../receivables/money';
import { COMPUTED_FIELDS, type ComputedField, compared, type Operator, type RuleValue } from './rule-words';

/** One line of a rule, read. */
export interface RuleLine {
  /** 1-based row of the tab. */
  row: number;
  /** What it looks at: a computed field, or the header of a column. */
  field: { computed: ComputedField } | { column: string };
  is: Operator;
  value: RuleValue;
  /** The value as written. */
  written: string;
}

/** A rule: its lines in the order of the tab. */
export interface SegmentRule {
  order: number;
  segment: string;
  /** Whether it counts: every line says so, and each can be read. */
  active: boolean;
  lines: readonly RuleLine[];
  /** First row of the tab, and all its rows, those that cannot be read included. */
  row: number;
  rows: readonly number[];
  /** What is wrong with it, a sentence each; such a rule never counts. */
  faults: readonly { row: number; code: string; message: string }[];
}

/** What is known of a customer by currency, decimal. */
type Amounts = ReadonlyMap<string, number>;

/** A customer as rules look at it. Shares are fractions, null where nothing is known. */
export interface Subject {
  key: string;
  balance: Amounts;
  overdue: Amounts;
  daysBeyondTerms: number | null;
  share: number | null;
  oldest: number;
  brokenPromises: number;
  limitUsed: number | null;
  kind: string;
  country: string;
  computedSegment: string;
  size: string;
  /** The cells of a column about the customer: one of AR Customers, those of their rows of the invoice sheet. */
  cellsOf(column: string): readonly (string | number)[];
}

/** Whether every line of a rule holds for a customer. */
export function holds({ lines }: Pick<SegmentRule, 'lines'>, subject: Subject): boolean {
  return lines.length > 0 && lines.every((line) => lineHolds(line, subject));
}

function lineHolds({ field, is, value }: RuleLine, subject: Subject): boolean {
  if ('column' in field) return cellsHold(subject.cellsOf(field.column), is, value);
  const { computed } = field;
  const kind = COMPUTED_FIELDS[computed];
  if (kind === 'words') return wordsHold([wordOf(computed, subject)], is, value);
  if (kind === 'money') return moneyHolds(computed === 'balance' ? subject.balance : subject.overdue, is, value);
  const number = numberOf(computed, subject);
  // What is not known is neither above nor below anything.
  return number !== null && numberHolds(number, is, value);
}

function wordOf(field: ComputedField, subject: Subject): string {
  if (field === 'kind') return subject.kind;
  if (field === 'country') return subject.country;
  return field === 'size' ? subject.size : subject.computedSegment;
}

function numberOf(field: ComputedField, subject: Subject): number | null {
  if (field === 'days beyond terms') return subject.daysBeyondTerms;
  if (field === 'share of portfolio') return subject.share;
  if (field === 'limit used') return subject.limitUsed;
  return field === 'oldest' ? subject.oldest : subject.brokenPromises;
}

function wordsHold(words: readonly string[], is: Operator, value: RuleValue): boolean {
  if (value.kind !== 'words') return false;
  const own = words.map(compared);
  if (is === 'contains')
    return own.some((word) => value.words.some((wanted) => wanted !== '' && word.includes(wanted)));
  const found = own.some((word) => value.words.includes(word));
  return is === 'is not' ? !found : found;
}

function numberHolds(number: number, is: Operator, value: RuleValue): boolean {
  if (value.kind !== 'interval') return false;
  const within = number >= value.from && number <= value.to;
  return is === 'is not' ? !within : within;
}

/** Without a currency an amount is reached in any one of them, and is not exceeded in any. */
function moneyHolds(amounts: Amounts, is: Operator, value: RuleValue): boolean {
  if (value.kind !== 'interval') return false;
  const own = value.currency === '' ? [...amounts.values()] : [amounts.get(value.currency) ?? 0];
  const all = own.length > 0 ? own : [0];
  const holding = (amount: number): boolean => numberHolds(amount, is, value);
  return is === 'at most' || is === 'is not' ? all.every(holding) : all.some(holding);
}

function cellsHold(cells: readonly (string | number)[], is: Operator, value: RuleValue): boolean {
  if (value.kind === 'words') return wordsHold(cells.map(String), is, value);
  return cells.some((cell) => typeof cell === 'number' && numberHolds(cell, is, value));
}

/** A line in words. @example 'balance at least 10,000.00 EUR' */
function lineInWords({ field, is, value, written }: RuleLine): string {
  const name = 'column' in field ? field.column : field.computed;
  const isMoney = 'computed' in field && COMPUTED_FIELDS[field.computed] === 'money';
  const shown =
    isMoney && value.kind === 'interval' && is !== 'between'
      ? formatMoney(amountIn(value), value.currency || NO_CURRENCY)
      : written;
  return `${name} ${is} ${shown === '' ? 'empty' : shown}`;
}

function amountIn({ from, to, currency }: { from: number; to: number; currency: string }): number {
  return toMinor(Number.isFinite(from) ? from : to, currency || NO_CURRENCY);
}

/** A rule in words. @example 'rule 2 (balance at least 10,000.00; country is DE)' */
export function ruleInWords({ order, lines }: Pick<SegmentRule, 'order' | 'lines'>): string {
  return `rule ${order} (${lines.map(lineInWords).join('; ')})`;
}

/**
 * The first rule, by order, whose lines all hold for a customer and that counts; undefined for none.
 * @param rules in their order
 */
export function ruleOf(rules: readonly SegmentRule[], subject: Subject): SegmentRule | undefined {
  return rules.find((rule) => rule.active && rule.faults.length === 0 && holds(rule, subject));
}
