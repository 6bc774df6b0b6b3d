// Data validation as it is stored, and whether a value keeps to it.
import type { StoredValue } from './state';
import { serialOf } from './wall-clock';

/** A stored rule. Dates among the values are `{ date: epoch milliseconds }`. */
export interface StoredRule {
  criteria: string;
  values: unknown[];
  allowInvalid: boolean;
  help: string | null;
}

/** Whether something kept with a cell is a rule. */
export function isRule(value: unknown): value is StoredRule {
  return typeof value === 'object' && value !== null && 'criteria' in value && 'allowInvalid' in value;
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
  if (rule.criteria === 'DATE_IS_VALID_DATE') return value.kind === 'date' ? null : help('Please enter a valid date.');
  return null;
}
