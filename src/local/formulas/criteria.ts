// The criteria of SUMIFS, COUNTIFS and their kin: which cells of ranges meet them.
import { compare, operate } from './operators';
import { cellsOf, FormulaError, FormulaFailure, type FormulaValue, first, SheetDate, type Single } from './values';

/**
 * Per cell of the ranges, whether every criterion holds.
 *
 * @param pairs range, criterion, range, criterion, ...; the ranges of one size
 * @example matching([[[1], [5]], '>2']) // [false, true]
 */
export function matching(pairs: FormulaValue[]): boolean[] {
  let result: boolean[] | null = null;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const range = cellsOf([pairs[at] ?? '']);
    const here = range.map(criterion(first(pairs[at + 1] ?? '')));
    if (result && result.length !== here.length) {
      throw new FormulaFailure(new FormulaError('#VALUE!', 'The ranges of the criteria differ in size.'));
    }
    result = result ? result.map((value, index) => value && here[index] === true) : here;
  }
  return result ?? [];
}

/**
 * The test that a criterion such as `>0`, `<>`, `Cur*` or a plain value stands for.
 *
 * @example criterion('>=31')(45) // true
 */
export function criterion(wanted: Single): (value: Single) => boolean {
  if (wanted instanceof FormulaError) throw new FormulaFailure(wanted);
  if (typeof wanted !== 'string') return (value) => sameKind(value, wanted) && compare(value, wanted) === 0;
  const match = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(wanted);
  const operator = match?.[1] ?? '=';
  const operand = match?.[2] ?? '';
  const number = operand.trim() === '' ? Number.NaN : Number(operand);
  if (!Number.isNaN(number)) {
    return (value) => {
      const isNumber = typeof value === 'number' || value instanceof SheetDate;
      return isNumber ? operate(operator, value, number) === true : operator === '<>';
    };
  }
  if (operator === '=' || operator === '<>') {
    const alike = likeText(operand);
    return (value) => alike(value) === (operator === '=');
  }
  return (value) => typeof value === 'string' && value !== '' && operate(operator, value, operand) === true;
}

/**
 * The test for texts like a pattern, whatever the case; `*` and `?` stand for any letters and any letter.
 *
 * @example likeText('ac*')('Acme') // true
 */
export function likeText(pattern: string): (value: Single) => boolean {
  const shape = new RegExp(`^${wildcards(pattern)}$`, 'is');
  return (value) => typeof value === 'string' && shape.test(value);
}

function wildcards(text: string): string {
  return text.replace(/~?[*?]|[.+^${}()|[\]\\]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return `\\${part.slice(-1)}`;
  });
}

/** Whether a cell can be held against a value: texts, numbers with dates, and booleans apart; an empty cell never. */
export function sameKind(a: Single, b: Single): boolean {
  const kind = (value: Single) => (value instanceof SheetDate ? 'number' : typeof value);
  return a !== '' && kind(a) === kind(b);
}
