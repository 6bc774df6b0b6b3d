// Evaluates one formula: the library's grammar, our operators and references, the add-on's own functions.
import { Parser } from '@fortune-sheet/formula-parser';
import type { Area } from '../workbook/a1';
import { nativeFunctions } from './native-functions';
import { operate } from './operators';
import { cutFormula, type Operand } from './tokens';
import { FormulaError, FormulaFailure, type FormulaValue, isBlock, numberOf } from './values';

/** What a formula can look up and call. */
export interface FormulaSurroundings {
  /** The cells of a reference, as a block; null when there is no such sheet. A sheet of null is the formula's own. */
  area(sheet: string | null, area: Area): FormulaValue | null;
  /** A named range's value, or null. */
  named(name: string): FormulaValue | null;
  /** Names of the add-on's functions, upper case. */
  custom: ReadonlySet<string>;
  /** Calls one of them; a FormulaFailure carries what it threw. */
  callCustom(name: string, values: FormulaValue[]): FormulaValue;
  /** Today's serial number in the sheet's zone. */
  today: number;
}

/** A value, or the reason why the host does not calculate this formula. */
export type Evaluation = { value: FormulaValue } | { unsupported: string };

/**
 * Evaluates a formula.
 *
 * @param formula with its leading `=`
 * @example evaluate('=1+2*3', surroundings) // { value: 7 }
 */
export function evaluate(formula: string, surroundings: FormulaSurroundings): Evaluation {
  const cut = cutFormula(formula);
  if (!cut) return { unsupported: 'The local host does not understand this formula.' };
  const natives = nativesOf(surroundings.today);
  const unknown = cut.functions.find((name) => !natives.has(name) && !surroundings.custom.has(name));
  if (unknown !== undefined) return { unsupported: `The local host does not calculate ${unknown}.` };

  const parser = new Parser();
  const { yy } = parser.parser;
  yy.evaluateByOperator = (operator, [left, right]) =>
    asValue(() => operate(operator, left as FormulaValue, right as FormulaValue));
  yy.invertNumber = (value) => asNumber(value as FormulaValue, -1);
  yy.toNumber = (value) => asNumber(value as FormulaValue, 1);
  yy.cellValue = (name) => asValue(() => operandValue(cut.operands.get(name), surroundings));
  yy.callFunction = (name, values = []) =>
    asValue(() => {
      const native = natives.get(name);
      const given = values as FormulaValue[];
      return surroundings.custom.has(name) || !native ? surroundings.callCustom(name, given) : native(given);
    });
  const { error, result } = parser.parse(cut.expression);
  if (error !== null) return { value: new FormulaError('#ERROR!', 'Formula parse error.') };
  const value = result as FormulaValue;
  return { value: isBlock(value) && value.length === 0 ? '' : value };
}

let kept: { today: number; natives: ReturnType<typeof nativeFunctions> } | null = null;

function nativesOf(today: number): ReturnType<typeof nativeFunctions> {
  if (kept?.today !== today) kept = { today, natives: nativeFunctions(today) };
  return kept.natives;
}

/** Errors travel as values, so that IF may pass over one in the branch not taken. */
function asValue(calculate: () => FormulaValue): FormulaValue {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof FormulaFailure) return error.error;
    throw error;
  }
}

function asNumber(value: FormulaValue, factor: number): FormulaValue {
  return asValue(() => {
    if (isBlock(value)) return value.map((row) => row.map((cell) => numberOf(cell) * factor));
    return numberOf(value) * factor;
  });
}

function operandValue(operand: Operand | undefined, surroundings: FormulaSurroundings): FormulaValue {
  if (!operand) throw new FormulaFailure(new FormulaError('#NAME?'));
  if (operand.kind === 'constant') return operand.value;
  if (operand.kind === 'name') {
    const value = surroundings.named(operand.name);
    if (value === null) {
      throw new FormulaFailure(new FormulaError('#NAME?', `There is no named range ${operand.name}.`));
    }
    return value;
  }
  const value = surroundings.area(operand.sheet, operand.area);
  if (value === null) throw new FormulaFailure(new FormulaError('#REF!', `There is no sheet ${operand.sheet ?? ''}.`));
  return value;
}
