// The operators of formulas over single values, dates and blocks, as Google Sheets applies them.
import { cellwise, FormulaError, FormulaFailure, type FormulaValue, numberOf, SheetDate, type Single } from './values';

/**
 * Applies an operator.
 *
 * @param operator `+ - * / ^ & = <> < <= > >=`
 * @example operate('-', new SheetDate(46053), 3) // the date three days earlier
 */
export function operate(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  return cellwise(left, right, (a, b) => operateSingle(operator, a, b));
}

function operateSingle(operator: string, a: Single, b: Single): Single {
  if (a instanceof FormulaError) throw new FormulaFailure(a);
  if (b instanceof FormulaError) throw new FormulaFailure(b);
  switch (operator) {
    case '&':
      return textOf(a) + textOf(b);
    case '+':
      return dated(numberOf(a) + numberOf(b), a instanceof SheetDate !== b instanceof SheetDate);
    case '-':
      return dated(numberOf(a) - numberOf(b), a instanceof SheetDate && !(b instanceof SheetDate));
    case '*':
      return numberOf(a) * numberOf(b);
    case '^':
      return numberOf(a) ** numberOf(b);
    case '/':
      if (numberOf(b) === 0) throw new FormulaFailure(new FormulaError('#DIV/0!', 'A division by zero.'));
      return numberOf(a) / numberOf(b);
    default:
      return compares(operator, compare(a, b));
  }
}

function dated(value: number, isDate: boolean): Single {
  return isDate ? new SheetDate(value) : value;
}

function compares(operator: string, order: number): boolean {
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>') return order > 0;
  return order >= 0;
}

/**
 * The order of two values: numbers and dates, then texts (whatever the case), then booleans; an empty cell equals '', 0 and FALSE.
 *
 * @returns below 0, 0 or above 0
 */
export function compare(a: Single, b: Single): number {
  const left = a === '' ? emptyLike(b) : a;
  const right = b === '' ? emptyLike(a) : b;
  const ranks = rank(left) - rank(right);
  if (ranks !== 0) return ranks;
  if (typeof left === 'string' && typeof right === 'string') {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return numberOf(left) - numberOf(right);
}

function emptyLike(other: Single): Single {
  if (typeof other === 'number' || other instanceof SheetDate) return 0;
  return typeof other === 'boolean' ? false : '';
}

function rank(value: Single): number {
  if (typeof value === 'number' || value instanceof SheetDate) return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** A value as text for joining: dates as their serial number, like Sheets without a format. */
export function textOf(value: Single): string {
  if (value instanceof SheetDate) return String(value.serial);
  if (value instanceof FormulaError) throw new FormulaFailure(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
