// Evaluates one formula: the library's grammar, our operators and references, native functions and the add-on's own.
import { Parser } from '@fortune-sheet/formula-parser';
import type { Area } from '../workbook/a1';
import { type Moment, nativeFunction } from './native-functions';
import { operate } from './operators';
import { type CutFormula, cutFormula, type Operand } from './tokens';
import { attempt, FormulaError, FormulaFailure, type FormulaValue, isBlock, numberOf, settled, truth } from './values';

/** What a formula can look up and call. */
export interface FormulaSurroundings {
  /**
   * The cells of a reference, as a block; null when there is no such sheet. A sheet of null is the formula's own. Cells
   * whose formula calls `passingOver` are as if empty.
   */
  area(sheet: string | null, area: Area, passingOver?: string): FormulaValue | null;
  /** A named range's value, or null. */
  named(name: string): FormulaValue | null;
  /** Names of the add-on's functions, upper case. */
  custom: ReadonlySet<string>;
  /** Calls one of them; a FormulaFailure carries what it threw. */
  callCustom(name: string, values: FormulaValue[]): FormulaValue;
  /** When and where the formula is calculated. */
  moment(): Moment;
}

/** A value, or the reason why the host does not calculate this formula. */
export type Evaluation = { value: FormulaValue } | { unsupported: string };

/** What can be told of a formula without its surroundings. */
interface Reading {
  /** Its value depends on other cells than those of its own sheet, or may. */
  broad: boolean;
  /** Its value changes without any cell changing. */
  volatile: boolean;
}

interface ReadFormula extends Reading {
  cut: CutFormula;
  shape: Part;
}

type Operands = CutFormula['operands'];
type Calculate = (surroundings: FormulaSurroundings, operands: Operands) => FormulaValue;

/** A part of a formula, as the grammar puts it together; its errors are values. */
class Part {
  readonly run: Calculate;

  constructor(calculate: Calculate) {
    this.run = (surroundings, operands) => attempt(() => calculate(surroundings, operands));
  }

  /** The grammar makes 0 of a signed part that is no number. */
  valueOf(): number {
    return 0;
  }
}

const VOLATILE = new Set(['TODAY', 'NOW', 'RAND', 'RANDBETWEEN']);
const parser = new Parser();

/** A sheet calculates the same formulas again and again; reading them once is enough. */
const readings = new Map<string, ReadFormula | null>();
/** A column of formulas differs in its references alone: the grammar is asked once for all of one shape. */
const shapes = new Map<string, Part>();
const MOST_KEPT = 20_000;

/**
 * Evaluates a formula.
 *
 * @param formula with its leading `=`
 * @example evaluate('=1+2*3', surroundings) // { value: 7 }
 */
export function evaluate(formula: string, surroundings: FormulaSurroundings): Evaluation {
  const read = reading(formula);
  if (!read) return { unsupported: 'The local host does not understand this formula.' };
  const { cut, shape } = read;
  for (const name of cut.functions.values()) {
    const isKnown = surroundings.custom.has(name) || nativeFunction(name) !== undefined;
    if (!isKnown) return { unsupported: `The local host does not calculate ${name}.` };
  }
  return { value: settled(shape.run(surroundings, cut.operands)) };
}

/** Tells what a formula depends on; null when a piece of it is not understood. */
export function readFormula(formula: string): Reading | null {
  return reading(formula);
}

function reading(formula: string): ReadFormula | null {
  const known = readings.get(formula);
  if (known !== undefined) return known;
  if (readings.size > MOST_KEPT) readings.clear();
  const cut = cutFormula(formula);
  const read = cut && readAnew(cut);
  readings.set(formula, read);
  return read;
}

function readAnew(cut: CutFormula): ReadFormula {
  const functions = [...cut.functions.values()];
  const key = [cut.expression, ...functions].join(' ');
  const shape = shapes.get(key) ?? shapeOf(cut);
  if (shapes.size > MOST_KEPT) shapes.clear();
  shapes.set(key, shape);
  return {
    cut,
    shape,
    volatile: functions.some((name) => VOLATILE.has(name)),
    broad: [...cut.operands.values()].some(
      (operand) => operand.kind === 'name' || (operand.kind === 'reference' && operand.sheet !== null),
    ),
  };
}

function shapeOf({ expression, functions }: CutFormula): Part {
  const { yy } = parser.parser;
  yy.evaluateByOperator = (operator, [left, right]) => {
    const [a, b] = [left as Part, right as Part];
    return new Part((...around) => operate(operator, a.run(...around), b.run(...around)));
  };
  yy.invertNumber = (value) => new Part((...around) => negative((value as Part).run(...around)));
  yy.toNumber = (value) => value;
  // `+abc` is what a text typed with a sign becomes; a spreadsheet calls that a broken formula, not an unknown name.
  const noSuchName = /^[-+]A1$/.test(expression) ? '#ERROR!' : '#NAME?';
  yy.cellValue = (place) =>
    new Part((surroundings, operands) => operandValue(operands.get(place), surroundings, noSuchName));
  yy.callFunction = (place, parts = []) => called(functions.get(place) ?? '', parts as Part[]);
  const { error, result } = parser.parse(expression);
  if (error === null && result instanceof Part) return result;
  return new Part(() => new FormulaError('#ERROR!', 'Formula parse error.'));
}

/** A call of a function. Of IF only the branch taken is calculated; a SUBTOTAL does not count other ones again. */
function called(name: string, parts: Part[]): Part {
  return new Part((outer, operands) => {
    const surroundings = name === 'SUBTOTAL' ? withoutSubtotals(outer) : outer;
    const [test = ''] = parts.slice(0, 1).map((part) => part.run(surroundings, operands));
    const passedOver = name === 'IF' && !isBlock(test) ? (truth(test) ? 2 : 1) : -1;
    const values = parts.map((part, at) =>
      at === 0 ? test : at === passedOver ? '' : part.run(surroundings, operands),
    );
    const native = surroundings.custom.has(name) ? undefined : nativeFunction(name);
    return native ? native(values, surroundings.moment) : surroundings.callCustom(name, values);
  });
}

function withoutSubtotals(surroundings: FormulaSurroundings): FormulaSurroundings {
  return { ...surroundings, area: (sheet, area) => surroundings.area(sheet, area, 'SUBTOTAL') };
}

function negative(value: FormulaValue): FormulaValue {
  return isBlock(value) ? operate('*', value, -1) : -numberOf(value);
}

function operandValue(
  operand: Operand | undefined,
  surroundings: FormulaSurroundings,
  noSuchName: string,
): FormulaValue {
  if (!operand) throw new FormulaFailure(new FormulaError('#NAME?'));
  if (operand.kind === 'constant') return operand.value;
  if (operand.kind === 'name') {
    const value = surroundings.named(operand.name);
    if (value === null) {
      throw new FormulaFailure(new FormulaError(noSuchName, `There is no named range ${operand.name}.`));
    }
    return value;
  }
  const value = surroundings.area(operand.sheet, operand.area);
  if (value === null) throw new FormulaFailure(new FormulaError('#REF!', `There is no sheet ${operand.sheet ?? ''}.`));
  return value;
}
