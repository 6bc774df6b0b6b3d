// Formula cells for the services' own readings: references, ranges and a library's functions; the rest keeps its last value.
import formulaParser from '@fortune-sheet/formula-parser';
import { parseReference } from './a1';
import { formulaFunctions, isFormulaError } from './formula-functions';
import type { Draft } from './host';
import { localeData } from './locale';
import { displayText } from './number-format';
import type { StoredValue } from './state';
import { serialOf, wallOfSerial, wallText } from './wall-clock';

type Scalar = string | number | boolean | null;

interface CellEvent {
  row: { index: number };
  column: { index: number };
  sheetName?: string | null;
}

interface FormulaParser {
  on(
    event: 'callCellValue',
    listener: (cell: CellEvent, options: unknown, done: (value: unknown) => void) => void,
  ): void;
  on(
    event: 'callRangeValue',
    listener: (start: CellEvent, end: CellEvent, options: unknown, done: (value: unknown) => void) => void,
  ): void;
  setFunction(name: string, body: (params: unknown[]) => unknown): void;
  parse(text: string): { error: string | null; result: unknown };
}

/** Where a formula stands and what it may ask. */
export interface FormulaPlace {
  draft: Draft;
  sheetId: number;
  /** Wall-clock now in the spreadsheet's zone, as if UTC, epoch milliseconds. */
  now: number;
}

/** What a formula gave, or `null` when it uses something that is not known here. */
export type FormulaResult = StoredValue | null;

class FormulaFault extends Error {}

/** Puts bounded ranges in place of open ranges, names and array-unfriendly literals; texts stay as they are. */
function bounded(formula: string, place: FormulaPlace): string {
  const { draft, sheetId } = place;
  const extent = draft.sheet(sheetId);
  const rows = extent?.maxRows ?? 1000;
  const quoteless = (text: string) =>
    text
      .replace(
        /(?<![\w$!.])(\$?[A-Z]{1,3})(\$?\d+)?:(\$?[A-Z]{1,3})(?![\w(])/gi,
        (_, a, row, b) => `${a}${row ?? 1}:${b}${rows}`,
      )
      .replace(/(?<![\w$!.:])(\d+):(\d+)(?![\w(.])/g, (_, a, b) => `A${a}:Z${b}`)
      .replace(/;/g, ',')
      .replace(/\bTRUE\b(?:\(\))?/gi, '(1=1)')
      .replace(/\bFALSE\b(?:\(\))?/gi, '(1=0)')
      .replace(/(?<![\w$!.'])[A-Za-z_][\w.]*(?![\w(!:.])/g, (word) => nameReference(word, place) ?? word);
  return formula.replace(/("(?:[^"]|"")*")|('(?:[^']|'')*'!)|([^"']+)/g, (_, text, sheet, rest) =>
    text !== undefined ? text : sheet !== undefined ? sheet : quoteless(rest),
  );
}

function nameReference(word: string, { draft }: FormulaPlace): string | null {
  const range = draft.namedRanges().find((named) => named.name.toLowerCase() === word.toLowerCase() && !named.broken);
  const sheet = range ? draft.sheet(range.sheetId) : null;
  if (!range || !sheet) return null;
  const corner = (row: number, column: number) => {
    const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
    return `${letters}${row + 1}`;
  };
  const end =
    range.rows * range.columns > 1 ? `:${corner(range.row + range.rows - 1, range.column + range.columns - 1)}` : '';
  return `'${sheet.name.replace(/'/g, "''")}'!${corner(range.row, range.column)}${end}`;
}

function scalar(value: StoredValue): Scalar {
  switch (value.kind) {
    case 'empty':
      return null;
    case 'date':
      return serialOf(value.wall);
    case 'error':
      throw new FormulaFault(value.value);
    default:
      return value.value;
  }
}

function sheetFor(name: string | null | undefined, place: FormulaPlace): number {
  if (!name) return place.sheetId;
  const wanted = name.toLowerCase();
  const id = place.draft.sheetIds().find((other) => place.draft.sheet(other)?.name.toLowerCase() === wanted);
  if (id === undefined) throw new FormulaFault('#REF!');
  return id;
}

/** A formula that is dates plus or minus numbers is a date again; so are the functions that give days. */
function givesDate(formula: string, dates: Set<string>): boolean {
  if (/^=\s*(?:DATE|TODAY|NOW|EDATE|EOMONTH|WORKDAY|DATEVALUE|TO_DATE)\s*\(/i.test(formula))
    return !/\)\s*-/.test(formula);
  if (dates.size === 0) return false;
  if (/^=\s*(?:MAX|MIN)\s*\([^()]*\)$/i.test(formula)) return true;
  const terms = formula.slice(1).match(/[+-]?\s*[$A-Z0-9!'. ]+/gi);
  if (!terms || terms.join('') !== formula.slice(1)) return false;
  let net = 0;
  for (const term of terms) {
    const label = term
      .replace(/[+\s$-]/g, '')
      .replace(/^.*!/, '')
      .toUpperCase();
    if (dates.has(label)) net += term.trim().startsWith('-') ? -1 : 1;
  }
  return net === 1;
}

function storedResult(result: unknown, asDate: boolean): StoredValue {
  if (Array.isArray(result)) return storedResult(result.flat(3)[0] ?? null, asDate);
  if (result instanceof Date) {
    const wall = Date.UTC(
      result.getFullYear(),
      result.getMonth(),
      result.getDate(),
      result.getHours(),
      result.getMinutes(),
      result.getSeconds(),
    );
    return { kind: 'date', wall: wallText(wall) };
  }
  const error = isFormulaError(result);
  if (error) return { kind: 'error', value: error };
  if (typeof result === 'number') {
    if (!Number.isFinite(result)) return { kind: 'error', value: '#NUM!' };
    return asDate
      ? { kind: 'date', wall: wallOfSerial(result) }
      : { kind: 'number', value: Number(result.toPrecision(15)) };
  }
  if (typeof result === 'boolean') return { kind: 'boolean', value: result };
  if (result === null || result === undefined) return { kind: 'number', value: 0 };
  return { kind: 'text', value: String(result) };
}

/**
 * Works out a formula.
 * @param formula with its `=`
 * @returns the value, an error value, or `null` when the formula uses a function that is not known here
 * @example evaluateFormula('=1/0', place) // { kind: 'error', value: '#DIV/0!' }
 */
export function evaluateFormula(formula: string, place: FormulaPlace): FormulaResult {
  const body = formula.slice(1).trim();
  if (/^[+-]\s*[A-Za-z]\w*$/.test(body) && !parseReference(body.slice(1).trim()))
    return { kind: 'error', value: '#ERROR!' };
  const single = parseReference(body);
  if (
    single &&
    single.top !== null &&
    single.left !== null &&
    single.top === single.bottom &&
    single.left === single.right
  ) {
    return reference(single.sheet, single.top, single.left, place);
  }
  const Parser = formulaParser.Parser as unknown as new () => FormulaParser;
  const parser = new Parser();
  const dates = new Set<string>();
  let fault: string | null = null;
  const read = (sheetId: number, row: number, column: number): Scalar => {
    const value = place.draft.value(sheetId, row, column);
    if (value.kind === 'date') dates.add(cellLabel(row, column));
    return scalar(value);
  };
  const guarded = (done: (value: unknown) => void, compute: () => unknown) => {
    try {
      done(compute());
    } catch (error) {
      if (!(error instanceof FormulaFault)) throw error;
      fault = error.message;
      done(new Error(error.message.replace(/[#!?]/g, '')));
    }
  };
  parser.on('callCellValue', (cell, _options, done) =>
    guarded(done, () => read(sheetFor(cell.sheetName, place), cell.row.index, cell.column.index) ?? ''),
  );
  parser.on('callRangeValue', (start, end, _options, done) =>
    guarded(done, () => {
      const sheetId = sheetFor(start.sheetName, place);
      const used = place.draft.extent(sheetId).rows;
      const rows: Scalar[][] = [];
      for (let row = start.row.index; row <= Math.min(end.row.index, Math.max(used - 1, start.row.index)); row++) {
        const line: Scalar[] = [];
        for (let column = start.column.index; column <= end.column.index; column++)
          line.push(read(sheetId, row, column));
        rows.push(line);
      }
      return rows;
    }),
  );
  const locale = localeData(place.draft.facts.locale);
  for (const [name, run] of Object.entries(
    formulaFunctions(place.now, (value, format) => displayText(value, format, locale)),
  )) {
    parser.setFunction(name, run);
  }
  const { error, result } = parser.parse(bounded(body, place));
  if (error === null) return storedResult(result, givesDate(formula, dates));
  if (error === '#NAME?' && /[A-Za-z_][\w.]*\s*\(/.test(body)) return null;
  return { kind: 'error', value: fault ?? error };
}

function cellLabel(row: number, column: number): string {
  const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
  return `${letters}${row + 1}`;
}

function reference(sheet: string | null, row: number, column: number, place: FormulaPlace): StoredValue {
  try {
    const value = place.draft.value(sheetFor(sheet, place), row, column);
    return value.kind === 'empty' ? { kind: 'number', value: 0 } : value;
  } catch (error) {
    if (error instanceof FormulaFault) return { kind: 'error', value: error.message };
    throw error;
  }
}
