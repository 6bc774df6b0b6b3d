// Conditions on cells, as conditional formats and filters share them: how builders set them and how they read back.
import type { MethodTable } from './call';
import { BooleanCriteria, type EnumValue, enumNamed } from './enums';
import { RelativeDate } from './sheet-enums';

/** A condition in plain form: dates are `{ date: epoch milliseconds }`, relative dates `{ relative: name }`. */
export interface Condition {
  criteria: string | null;
  values: unknown[];
}

function keptValue(value: unknown): unknown {
  if (Object.prototype.toString.call(value) === '[object Date]') return { date: (value as Date).getTime() };
  const relative = Object.values(RelativeDate).find((entry) => entry === value);
  return relative ? { relative: relative.name() } : value;
}

function scriptValueOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('date' in value) return new Date(Number(value.date));
  return 'relative' in value ? enumNamed(RelativeDate, String(value.relative)) : value;
}

/** The criteria type of a condition, `null` without one. */
export function criteriaType(condition: Condition): EnumValue | null {
  return enumNamed(BooleanCriteria, condition.criteria ?? '');
}

/** The values of a condition as scripts have them. */
export function criteriaValues(condition: Condition): unknown[] {
  return condition.values.map(scriptValueOf);
}

/** The `when...` methods of the builders. */
export abstract class ConditionBuilder {
  /** Takes over a condition. */
  protected abstract take(condition: Condition): void;

  #when(criteria: string, ...values: unknown[]): this {
    this.take({ criteria, values: values.map(keptValue) });
    return this;
  }
  #whenDate(criteria: string, date: unknown): this {
    const relative = Object.values(RelativeDate).some((entry) => entry === date);
    return this.#when(relative ? `${criteria}_RELATIVE` : criteria, date);
  }
  whenCellEmpty(): this {
    return this.#when('CELL_EMPTY');
  }
  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY');
  }
  whenDateAfter(date: unknown): this {
    return this.#whenDate('DATE_AFTER', date);
  }
  whenDateBefore(date: unknown): this {
    return this.#whenDate('DATE_BEFORE', date);
  }
  whenDateEqualTo(date: unknown): this {
    return this.#whenDate('DATE_EQUAL_TO', date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.#when('CUSTOM_FORMULA', formula);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.#when('NUMBER_BETWEEN', start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.#when('NUMBER_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.#when('NUMBER_GREATER_THAN', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThan(number: number): this {
    return this.#when('NUMBER_LESS_THAN', number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.#when('NUMBER_NOT_BETWEEN', start, end);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.#when('NUMBER_NOT_EQUAL_TO', number);
  }
  whenTextContains(text: string): this {
    return this.#when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text);
  }
  whenTextEqualTo(text: string): this {
    return this.#when('TEXT_EQUAL_TO', text);
  }
  whenTextStartsWith(text: string): this {
    return this.#when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: string): this {
    return this.#when('TEXT_ENDS_WITH', text);
  }
  withCriteria(criteria: EnumValue, values: unknown[]): this {
    return this.#when(criteria.name(), ...values);
  }
}

/** How the methods of `ConditionBuilder` are called. */
export const CONDITION_METHODS: MethodTable = {
  whenCellEmpty: '- ',
  whenCellNotEmpty: '- ',
  whenDateAfter: '- d|e',
  whenDateBefore: '- d|e',
  whenDateEqualTo: '- d|e',
  whenFormulaSatisfied: '- S',
  whenNumberBetween: '- n,n',
  whenNumberEqualTo: '- n',
  whenNumberGreaterThan: '- n',
  whenNumberGreaterThanOrEqualTo: '- n',
  whenNumberLessThan: '- n',
  whenNumberLessThanOrEqualTo: '- n',
  whenNumberNotBetween: '- n,n',
  whenNumberNotEqualTo: '- n',
  whenTextContains: '- S',
  whenTextDoesNotContain: '- S',
  whenTextEqualTo: '- S',
  whenTextStartsWith: '- S',
  whenTextEndsWith: '- S',
  withCriteria: '- e,A',
};
