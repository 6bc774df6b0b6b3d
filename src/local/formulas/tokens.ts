// Cuts a formula into its pieces; references and names become places to look up, everything else stays grammar.
import { type Area, readArea } from '../workbook/a1';
import type { Block, Single } from './values';

/** A piece of a formula that stands for a value. */
export type Operand =
  | { kind: 'constant'; value: Single | Block }
  | { kind: 'reference'; sheet: string | null; area: Area }
  | { kind: 'name'; name: string };

/** A formula as text for the grammar, its operands replaced by the cells A1, A2, ... of the grammar */
export interface CutFormula {
  expression: string;
  operands: Map<string, Operand>;
  /** Function names, upper case. */
  functions: string[];
}

const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const RANGE = String.raw`${CORNER}:${CORNER}|${CORNER}:${COLUMN}|${COLUMN}:${CORNER}|${COLUMN}:${COLUMN}|\$?[1-9]\d*:\$?[1-9]\d*|${CORNER}`;
const REFERENCE = new RegExp(String.raw`(?:${SHEET})?(${RANGE})(?![\p{L}\p{N}_.(!])`, 'uy');
const STRING = /"((?:[^"]|"")*)"/y;
const NUMBER = /(\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(%)?/y;
const FUNCTION = /([A-Za-z][A-Za-z0-9_.]*)\s*\(/y;
const NAME = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const ARRAY = /\{([^{}]*)\}/y;
const OPERATOR = /<=|>=|<>|[-+*/^&=<>(),;]/y;
const SPACE = /\s+/y;

/**
 * Cuts a formula.
 *
 * @param formula with or without its leading `=`
 * @returns null when a piece is not understood (structured references, spill marks, ...)
 * @example cutFormula('=SUM(A1:A3)')?.expression // 'SUM(A1)'
 */
export function cutFormula(formula: string): CutFormula | null {
  const known = cuts.get(formula);
  if (known !== undefined) return known;
  if (cuts.size > MOST_KEPT) cuts.clear();
  const cut = cutAnew(formula);
  cuts.set(formula, cut);
  return cut;
}

/** A sheet calculates the same formulas again and again; cutting them once is enough. */
const cuts = new Map<string, CutFormula | null>();
const MOST_KEPT = 20_000;

function cutAnew(formula: string): CutFormula | null {
  const text = formula.replace(/^\s*=/, '');
  const cut: CutFormula = { expression: '', operands: new Map(), functions: [] };
  let at = 0;
  let previous = '';
  while (at < text.length) {
    const take = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) at += match[0].length;
      return match;
    };
    if (take(SPACE)) continue;
    const call = take(FUNCTION);
    if (call) {
      const name = (call[1] ?? '').toUpperCase();
      cut.functions.push(name);
      cut.expression += `${name}(`;
      previous = 'call';
      continue;
    }
    const operand = takeOperand(take);
    if (operand) {
      cut.expression += added(cut, operand);
      previous = 'operand';
      continue;
    }
    const operator = take(OPERATOR)?.[0];
    if (operator === undefined) return null;
    cut.expression += emptyArgument(cut, previous, operator) + operator;
    previous = operator;
  }
  return cut;
}

/** `F(a,,b)` leaves an argument out, which the grammar does not know: an empty one is put in. */
function emptyArgument(cut: CutFormula, previous: string, operator: string): string {
  const ends = operator === ',' || operator === ';' || operator === ')';
  const separated = previous === ',' || previous === ';';
  if (!ends || !(separated || (previous === 'call' && operator !== ')'))) return '';
  return added(cut, { kind: 'constant', value: '' });
}

function takeOperand(take: (pattern: RegExp) => RegExpExecArray | null): Operand | null {
  const quoted = take(STRING);
  if (quoted) return { kind: 'constant', value: (quoted[1] ?? '').replace(/""/g, '"') };
  const reference = take(REFERENCE);
  if (reference) {
    const area = readArea(reference[3] ?? '');
    const sheet = reference[1]?.replace(/''/g, "'") ?? reference[2] ?? null;
    return area ? { kind: 'reference', sheet, area } : null;
  }
  const number = take(NUMBER);
  if (number) {
    const value = Number(number[0].replace('%', ''));
    return { kind: 'constant', value: number[2] ? value / 100 : value };
  }
  const array = take(ARRAY);
  if (array) {
    const block = constantArray(array[1] ?? '');
    return block ? { kind: 'constant', value: block } : null;
  }
  const name = take(NAME)?.[0];
  if (name === undefined) return null;
  if (/^(true|false)$/i.test(name)) return { kind: 'constant', value: name.toLowerCase() === 'true' };
  return { kind: 'name', name };
}

function added(cut: CutFormula, operand: Operand): string {
  const place = `A${cut.operands.size + 1}`;
  cut.operands.set(place, operand);
  return place;
}

/** `{"grace", 5; "mode", "balance"}`: rows apart by `;`, cells by `,`; constants only. */
function constantArray(text: string): Block | null {
  const rows: Block = [[]];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|(true|false))\s*([,;]|$)/iy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return null;
    const [, quoted, number, flag, separator] = match;
    const value =
      quoted?.replace(/""/g, '"') ?? (number !== undefined ? Number(number) : flag?.toLowerCase() === 'true');
    rows[rows.length - 1]?.push(value);
    if (separator === ';') rows.push([]);
  }
  return rows;
}
