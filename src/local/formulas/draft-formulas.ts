// Formula cells as an execution reads them: worked out anew when something they may depend on changed since.
import type { Draft } from '../google-services/host';
import type { StoredCell, StoredSheet, StoredSpreadsheet, StoredValue } from '../google-services/state';
import { Chain } from './chain';
import { evaluate, type FormulaSurroundings, readFormula } from './evaluate';
import { type FormulaBook, type FormulaSheet, surroundingsIn } from './references';
import { FormulaError, FormulaFailure, first, toStored } from './values';

/** Works out a formula instead of this file; `null` leaves the cell's last value. */
export type FormulaHook = (sheetId: number, row: number, column: number, formula: string) => StoredValue | null;

interface Revisions {
  total: number;
  sheets: Map<number, number>;
}

const revisions = new WeakMap<StoredSpreadsheet, Revisions>();
const results = new WeakMap<StoredCell, { stamp: string; value: StoredValue }>();
const broadSheets = new WeakMap<StoredSheet, { revision: number; broad: boolean }>();

function revisionsOf(spreadsheet: StoredSpreadsheet): Revisions {
  let known = revisions.get(spreadsheet);
  if (!known) {
    known = { total: 0, sheets: new Map() };
    revisions.set(spreadsheet, known);
  }
  return known;
}

/** Notes that cells of a sheet changed. */
export function noteChange(spreadsheet: StoredSpreadsheet, sheetId: number): void {
  const known = revisionsOf(spreadsheet);
  known.total += 1;
  known.sheets.set(sheetId, (known.sheets.get(sheetId) ?? 0) + 1);
}

function hasBroadFormula(sheet: StoredSheet | undefined, revision: number): boolean {
  if (!sheet) return true;
  const known = broadSheets.get(sheet);
  if (known && known.revision === revision) return known.broad;
  let broad = false;
  for (const cells of sheet.cells.values()) {
    for (const cell of cells.values())
      broad ||= cell.formula !== undefined && readFormula(cell.formula)?.broad === true;
  }
  broadSheets.set(sheet, { revision, broad });
  return broad;
}

/**
 * Makes the evaluation of formula cells for a draft. A value that a file brought along holds until something it may
 * depend on was written; a formula that is not calculated here keeps its last value, or is an error without one.
 *
 * @param wallNow wall-clock now in the spreadsheet's zone, as if UTC, epoch milliseconds
 */
export function createEvaluation(
  spreadsheet: StoredSpreadsheet,
  draft: () => Draft,
  wallNow: () => number,
  hook: FormulaHook | undefined,
): (sheetId: number, row: number, column: number, cell: StoredCell) => StoredValue {
  const chain = new Chain();
  const surroundings = new Map<number, FormulaSurroundings>();
  const calculated: FormulaHook = (sheetId, _row, _column, formula) => {
    const around = surroundings.get(sheetId) ?? surroundingsIn(bookOf(draft(), wallNow), sheetId, NOTHING_ELSE);
    surroundings.set(sheetId, around);
    const result = evaluate(formula, around);
    return 'unsupported' in result ? null : toStored(first(result.value));
  };
  return (sheetId, row, column, cell) => {
    const formula = cell.formula ?? '';
    const known = revisionsOf(spreadsheet);
    const own = known.sheets.get(sheetId) ?? 0;
    const sheet = spreadsheet.sheets.find((other) => other.id === sheetId);
    const read = readFormula(formula);
    const revision = read?.broad || hasBroadFormula(sheet, own) ? known.total : own;
    if (revision === 0 && cell.value.kind !== 'empty' && !read?.volatile && !hook) return cell.value;
    const stamp = `${revision}:${read?.volatile ? wallNow() : ''}`;
    const memo = results.get(cell);
    if (memo?.stamp === stamp && !hook) return memo.value;
    return chain.run(
      `${sheetId}:${row}:${column}`,
      () => {
        const value = (hook ?? calculated)(sheetId, row, column, formula) ?? lastValue(cell, read !== null);
        results.set(cell, { stamp, value });
        return value;
      },
      () => draft().value(sheetId, row, column),
      () => ({ kind: 'error', value: '#REF!' }),
    );
  };
}

function lastValue(cell: StoredCell, isUnderstood: boolean): StoredValue {
  return cell.value.kind === 'empty' ? { kind: 'error', value: isUnderstood ? '#NAME?' : '#ERROR!' } : cell.value;
}

/** A script's own execution calls no custom function for a cell: such a cell keeps its last value. */
const NOTHING_ELSE = {
  custom: new Set<string>(),
  callCustom: (name: string): never => {
    throw new FormulaFailure(new FormulaError('#NAME?', `Unknown function: '${name}'.`));
  },
  otherName: () => null,
};

function bookOf(draft: Draft, wallNow: () => number): FormulaBook {
  const sheetOf = (id: number): FormulaSheet | null =>
    draft.sheet(id) && {
      value: (row, column) => draft.value(id, row, column),
      formula: (row, column) => draft.cell(id, row, column)?.formula,
      size: () => draft.extent(id),
    };
  return {
    sheetOf,
    sheetNamed: (name) => {
      const wanted = name.toLowerCase();
      const id = draft.sheetIds().find((other) => draft.sheet(other)?.name.toLowerCase() === wanted);
      return id === undefined ? null : sheetOf(id);
    },
    namedRanges: () => draft.namedRanges(),
    moment: () => ({ now: wallNow(), locale: draft.facts.locale }),
  };
}
