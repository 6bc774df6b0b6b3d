// The native spreadsheet functions that the host calculates itself; any other formula shows the file's cached value.
import formulajs from '@formulajs/formulajs';
import { compare, operate } from './operators';
import {
  type Block,
  FormulaError,
  FormulaFailure,
  type FormulaValue,
  isBlock,
  numberOf,
  repeated,
  SheetDate,
  type Single,
} from './values';

type Native = (values: FormulaValue[]) => FormulaValue;

/** Functions of the library that take plain numbers and blocks of them and ignore text in blocks. */
const FROM_LIBRARY = ['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT', 'ROUND', 'ROUNDUP', 'ROUNDDOWN', 'ABS', 'MEDIAN'];
/** Of those, the ones whose result is a date when everything given is dates. */
const KEEPS_DATES = new Set(['MIN', 'MAX']);

/**
 * The native functions by name.
 *
 * @param today the serial number of today in the sheet's zone, for TODAY()
 * @example nativeFunctions(46053).get('TODAY')?.([]) // a SheetDate of 46053
 */
export function nativeFunctions(today: number): Map<string, Native> {
  const natives = new Map<string, Native>([
    ['TODAY', () => new SheetDate(today)],
    ['SUMIF', ([range = '', criterion = '', sum]) => sumWhere(sum ?? range, [range, criterion])],
    ['SUMIFS', ([sum = '', ...pairs]) => sumWhere(sum, pairs)],
    ['COUNTIF', (pairs) => matching(pairs).filter(Boolean).length],
    ['COUNTIFS', (pairs) => matching(pairs).filter(Boolean).length],
    ['COUNTA', (values) => cells(values).filter((value) => value !== '').length],
    ['IF', ([test = '', yes = true, no = false]) => choose(test, yes, no)],
    ['IFS', ifs],
    ['IFERROR', ([value = '', fallback = '']) => withoutErrors(value, fallback)],
    ['AND', (values) => cells(values).every((value) => value === '' || truth(value))],
    ['OR', (values) => cells(values).some((value) => value !== '' && truth(value))],
    ['NOT', ([value = '']) => !truth(first(value))],
    ['ARRAYFORMULA', ([value = '']) => value],
  ]);
  for (const name of FROM_LIBRARY) natives.set(name, (values) => fromLibrary(name, values));
  natives.set('DATE', ([year = 0, month = 0, day = 0]) => {
    const [y, m, d] = [year, month, day].map((part) => Math.trunc(numberOf(first(part))));
    return new SheetDate(Date.UTC(y ?? 0, (m ?? 1) - 1, d ?? 1) / 86_400_000 + 25_569);
  });
  return natives;
}

function fromLibrary(name: string, values: FormulaValue[]): FormulaValue {
  for (const value of cells(values)) if (value instanceof FormulaError) throw new FormulaFailure(value);
  const given = cells(values).filter((value) => value !== '');
  const plain = values.map((value) =>
    isBlock(value) ? value.map((row) => row.map(serial)) : typeof value === 'string' ? numberOf(value) : serial(value),
  );
  const result = formulajs[name]?.(...plain);
  if (typeof result !== 'number' || !Number.isFinite(result)) {
    const code = result instanceof Error ? result.message : '#VALUE!';
    throw new FormulaFailure(
      new FormulaError(code.startsWith('#') ? code : '#VALUE!', `${name} cannot work with these values.`),
    );
  }
  const allDates = given.length > 0 && given.every((value) => value instanceof SheetDate || typeof value === 'string');
  return KEEPS_DATES.has(name) && allDates ? new SheetDate(result) : result;
}

function serial(value: Single): Single {
  return value instanceof SheetDate ? value.serial : value;
}

function sumWhere(sum: FormulaValue, pairs: FormulaValue[]): number {
  const block = isBlock(sum) ? sum : [[sum]];
  const width = block[0]?.length ?? 1;
  let total = 0;
  matching(pairs).forEach((matches, index) => {
    const value = block[Math.floor(index / width)]?.[index % width];
    if (!matches || value === undefined) return;
    if (value instanceof FormulaError) throw new FormulaFailure(value);
    if (typeof value === 'number') total += value;
  });
  return total;
}

/** Per cell of the ranges, whether every criterion holds. */
function matching(pairs: FormulaValue[]): boolean[] {
  let result: boolean[] | null = null;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const range = cells([pairs[at] ?? '']);
    const holds = criterion(first(pairs[at + 1] ?? ''));
    const here = range.map(holds);
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
    const shape = new RegExp(`^${wildcards(operand)}$`, 'is');
    return (value) => (typeof value === 'string' && shape.test(value)) === (operator === '=');
  }
  return (value) => typeof value === 'string' && value !== '' && operate(operator, value, operand) === true;
}

function wildcards(text: string): string {
  return text.replace(/~?[*?]|[.+^${}()|[\]\\]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return `\\${part.slice(-1)}`;
  });
}

function sameKind(a: Single, b: Single): boolean {
  const kind = (value: Single) => (value instanceof SheetDate ? 'number' : typeof value);
  return a !== '' && kind(a) === kind(b);
}

function choose(test: FormulaValue, yes: FormulaValue, no: FormulaValue): FormulaValue {
  if (!isBlock(test)) return truth(test) ? yes : no;
  const [whenYes, whenNo] = [yes, no].map((value): Block => (isBlock(value) ? value : [[value]]));
  return test.map((row, r) => row.map((value, c) => repeated((truth(value) ? whenYes : whenNo) ?? [['']], r, c)));
}

function ifs(values: FormulaValue[]): FormulaValue {
  for (let at = 0; at + 1 < values.length; at += 2) {
    if (truth(first(values[at] ?? ''))) return values[at + 1] ?? '';
  }
  throw new FormulaFailure(new FormulaError('#N/A', 'IFS: no condition holds.'));
}

function withoutErrors(value: FormulaValue, fallback: FormulaValue): FormulaValue {
  if (!isBlock(value)) return value instanceof FormulaError ? fallback : value;
  return value.map((row) => row.map((cell) => (cell instanceof FormulaError ? first(fallback) : cell)));
}

function truth(value: Single): boolean {
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return numberOf(value) !== 0;
}

function first(value: FormulaValue): Single {
  return isBlock(value) ? (value[0]?.[0] ?? '') : value;
}

function cells(values: FormulaValue[]): Single[] {
  return values.flatMap((value) => (isBlock(value) ? value.flat() : [value]));
}
