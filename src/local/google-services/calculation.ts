// When a formula cell is worked out anew and when its last value holds: by what changed since.
import { evaluateFormula } from './formula';
import type { Draft } from './host';
import type { StoredCell, StoredSheet, StoredSpreadsheet, StoredValue } from './state';

/** Works out a formula instead of the built-in functions; `null` leaves the cell's last value. */
export type FormulaHook = (sheetId: number, row: number, column: number, formula: string) => StoredValue | null;

interface Revisions {
  total: number;
  sheets: Map<number, number>;
}

const revisions = new WeakMap<StoredSpreadsheet, Revisions>();
const results = new WeakMap<StoredCell, { stamp: string; value: StoredValue }>();
const broadSheets = new WeakMap<StoredSheet, { revision: number; broad: boolean }>();
const VOLATILE = /\b(?:TODAY|NOW|RAND|RANDBETWEEN)\s*\(/i;

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

/** Whether a formula may depend on other sheets: it names one, or a name stands in it. */
function isBroad(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '');
  return bare.includes('!') || /(?<![\w$])(?!TRUE\b|FALSE\b)[A-Za-z_][A-Za-z_.]{3,}\w*(?![\w(.])/i.test(bare);
}

function hasBroadFormula(sheet: StoredSheet | undefined, revision: number): boolean {
  if (!sheet) return true;
  const known = broadSheets.get(sheet);
  if (known && known.revision === revision) return known.broad;
  let broad = false;
  for (const cells of sheet.cells.values()) {
    for (const cell of cells.values()) broad ||= cell.formula !== undefined && isBroad(cell.formula);
  }
  broadSheets.set(sheet, { revision, broad });
  return broad;
}

/**
 * Makes the evaluation of formula cells for a draft. A value that a file brought along holds until something it may
 * depend on was written; a formula with an unknown function keeps its last value, or is `#NAME?`.
 */
export function createEvaluation(
  spreadsheet: StoredSpreadsheet,
  draft: () => Draft,
  wallNow: () => number,
  hook: FormulaHook | undefined,
): (sheetId: number, row: number, column: number, cell: StoredCell) => StoredValue {
  return (sheetId, row, column, cell) => {
    const formula = cell.formula ?? '';
    const known = revisionsOf(spreadsheet);
    const own = known.sheets.get(sheetId) ?? 0;
    const sheet = spreadsheet.sheets.find((other) => other.id === sheetId);
    const revision = isBroad(formula) || hasBroadFormula(sheet, own) ? known.total : own;
    const volatile = VOLATILE.test(formula);
    if (revision === 0 && cell.value.kind !== 'empty' && !volatile && !hook) return cell.value;
    const stamp = `${revision}:${volatile ? wallNow() : ''}`;
    const memo = results.get(cell);
    if (memo?.stamp === stamp && !hook) return memo.value;
    const result = hook
      ? hook(sheetId, row, column, formula)
      : evaluateFormula(formula, { draft: draft(), sheetId, now: wallNow() });
    const last: StoredValue = cell.value.kind === 'empty' ? { kind: 'error', value: '#NAME?' } : cell.value;
    const value = result ?? last;
    results.set(cell, { stamp, value });
    return value;
  };
}
