// Cuts a formula into its pieces; references and names become places to look up, everything else stays grammar.
import { type Area, readArea } from '../workbook/a1';
import { type Block, FormulaError, type Single } from './values';

/** A piece of a formula that stands for a value. */
export type Operand =
  | { kind: 'constant'; value: Single | Block }
  | { kind: 'reference'; sheet: string | null; area: Area }
  | { kind: 'name'; name: string };

/** A formula as text for the grammar: its operands are the grammar's cells A1, A2, ..., its calls F1(, F2(, ... */
export interface CutFormula {
  expression: string;
  operands: Map<string, Operand>;
  /** Function names by their place in the expression, upper case. */
  functions: Map<string, string>;
}

const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const RANGE = String.raw`${CORNER}:${CORNER}|${CORNER}:${COLUMN}|${COLUMN}:${CORNER}|${COLUMN}:${COLUMN}|\$?[1-9]\d*:\$?[1-9]\d*|${CORNER}`;
const REFERENCE = new RegExp(String.raw`(?:${SHEET})?(${RANGE})(?![\p{L}\p{N}_.(!])`, 'uy');
const STRING = /"((?:[^"]|"")*)"/y;
const NUMBER = /(\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(%)?/y;
const FUNCTION = /([\p{L}_][\p{L}\p{N}_.]*)\s*\(/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const ERROR = /#(?:N\/A|[A-Z0-9/]+[!?])/y;
const CONSTANT = String.raw`\s*(?:"(?:[^"]|"")*"|-?\d+(?:\.\d+)?|true|false)\s*`;
const ARRAY = new RegExp(String.raw`\{(${CONSTANT}(?:[,;]${CONSTANT})*)\}`, 'iy');
const OPERATOR = /<=|>=|<>|[-+*/^&=<>(),;]/y;
const SPACE = /\s+/y;

/**
 * Cuts a formula.
 *
 * @param formula with or without its leading `=`
 * @returns null when a piece is not understood (structured references, spill marks, ...)
 * @example cutFormula('=SUM(A1:A3)+2')?.expression // 'F1(A1)+A2'
 */
export function cutFormula(formula: string): CutFormula | null {
  const text = formula.replace(/^\s*=/, '');
  const cut: CutFormula = { expression: '', operands: new Map(), functions: new Map() };
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
      const place = `F${cut.functions.size + 1}`;
      cut.functions.set(place, (call[1] ?? '').toUpperCase());
      cut.expression += `${apart(previous)}${place}(`;
      previous = 'call';
      continue;
    }
    const operand = takeOperand(take);
    if (operand) {
      cut.expression += apart(previous) + added(cut, operand);
      previous = 'operand';
      continue;
    }
    const sign = take(OPERATOR)?.[0];
    if (sign === undefined) return null;
    const operator = sign === ';' ? ',' : sign;
    cut.expression += emptyArgument(cut, previous, operator) + operator;
    previous = operator;
  }
  return cut;
}

/** Two operands side by side are a mistake, and must not become one word. */
function apart(previous: string): string {
  return previous === 'operand' ? ' ' : '';
}

/** `F(a,,b)` leaves an argument out, which the grammar does not know: an empty one is put in. */
function emptyArgument(cut: CutFormula, previous: string, operator: string): string {
  const ends = operator === ',' || operator === ')';
  if (!ends || !(previous === ',' || (previous === 'call' && operator !== ')'))) return '';
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
  const error = take(ERROR)?.[0];
  if (error !== undefined) return { kind: 'constant', value: new FormulaError(error) };
  const array = take(ARRAY);
  if (array) return { kind: 'constant', value: constantArray(array[1] ?? '') };
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
function constantArray(text: string): Block {
  const rows: Block = [[]];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|(true|false))\s*([,;]|$)/gi;
  for (const match of text.matchAll(pattern)) {
    const [, quoted, number, flag, separator] = match;
    const value =
      quoted?.replace(/""/g, '"') ?? (number !== undefined ? Number(number) : flag?.toLowerCase() === 'true');
    rows[rows.length - 1]?.push(value);
    if (separator === ';') rows.push([]);
  }
  return rows;
}
