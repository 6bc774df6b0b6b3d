// Data validation as it is stored, and whether a value keeps to it.
import type { StoredValue } from './state';
import { serialOf } from './wall-clock';

/** A stored rule. Dates among the values are `{ date: epoch milliseconds }`, ranges `{ range: A1 text with sheet }`. */
export interface StoredRule {
  criteria: string;
  values: unknown[];
  allowInvalid: boolean;
  help: string | null;
}

function isRule(value: unknown): value is StoredRule {
  return typeof value === 'object' && value !== null && 'criteria' in value && 'allowInvalid' in value;
}

function numberFits(criteria: string, values: readonly unknown[], n: number): boolean {
  const [a = 0, b = 0] = values.map(Number);
  switch (criteria.replace('NUMBER_', '')) {
    case 'BETWEEN':
      return n >= a && n <= b;
    case 'NOT_BETWEEN':
      return n < a || n > b;
    case 'EQUAL_TO':
      return n === a;
    case 'NOT_EQUAL_TO':
      return n !== a;
    case 'GREATER_THAN':
      return n > a;
    case 'GREATER_THAN_OR_EQUAL_TO':
      return n >= a;
    case 'LESS_THAN':
      return n < a;
    default:
      return n <= a;
  }
}

function asText(value: StoredValue): string {
  if (value.kind === 'empty') return '';
  return value.kind === 'date' ? String(serialOf(value.wall)) : String(value.value);
}

/** What a refusing rule adds to the exception, or `null` when the value is taken. */
export function violation(stored: unknown, value: StoredValue): string | null {
  if (!isRule(stored) || stored.allowInvalid || value.kind === 'empty') return null;
  const rule = stored;
  const help = (text: string) => `\n${rule.help ?? text}`;
  if (rule.criteria === 'VALUE_IN_LIST') {
    const list = (Array.isArray(rule.values[0]) ? rule.values[0] : []).map(String);
    return list.includes(asText(value)) ? null : help(`Please enter one of the following values: ${list.join(', ')}.`);
  }
  if (rule.criteria === 'CHECKBOX') {
    const allowed = rule.values.length > 0 ? rule.values.map(String) : ['true', 'false'];
    return allowed.includes(asText(value)) ? null : help('Please enter one of the following values: TRUE, FALSE.');
  }
  if (rule.criteria.startsWith('NUMBER_')) {
    return value.kind === 'number' && numberFits(rule.criteria, rule.values, value.value)
      ? null
      : help('Please enter a number that keeps to the rule.');
  }
  if (rule.criteria === 'DATE_IS_VALID_DATE') return value.kind === 'date' ? null : help('Please enter a valid date.');
  if (rule.criteria === 'TEXT_IS_VALID_EMAIL') {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(asText(value)) ? null : help('Please enter a valid email address.');
  }
  return null;
}

/**
 * Whether a cell keeps to a condition of a filter.
 * @param shown the cell's text, which the conditions on text look at
 * @example conditionHolds({ criteria: 'TEXT_CONTAINS', values: ['x'] }, value, 'Max') // true
 */
export function conditionHolds(
  condition: { criteria: string | null; values: unknown[] },
  value: StoredValue,
  shown: string,
): boolean {
  const criteria = condition.criteria ?? '';
  const wanted = String(condition.values[0] ?? '').toLowerCase();
  const text = shown.toLowerCase();
  if (criteria.startsWith('NUMBER_'))
    return value.kind === 'number' && numberFits(criteria, condition.values, value.value);
  switch (criteria) {
    case 'CELL_EMPTY':
      return shown === '';
    case 'CELL_NOT_EMPTY':
      return shown !== '';
    case 'TEXT_CONTAINS':
      return text.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return text === wanted;
    case 'TEXT_STARTS_WITH':
      return text.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(wanted);
    default:
      return true;
  }
}
