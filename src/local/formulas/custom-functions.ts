// The add-on's own functions in formulas: called through the runtime, one execution each, and once per set of arguments.
import type { StoredValue } from '../google-services/state';
import type { ExecutionOptions, Runtime } from '../runtime';
import { sheetNamed } from '../workbook/stored-cells';
import { FormulaError, FormulaFailure, type FormulaValue, fromStored, isBlock, toStored } from './values';
import type { CallCustom } from './workbook-formulas';

const MOST_KEPT = 500;

/**
 * A caller of the project's functions. An execution is only needed when an argument changed, or what the functions read
 * besides: the tab of settings and the sheet's zone.
 *
 * @param options of an execution now
 */
export function customFunctionCaller(runtime: Runtime, options: () => ExecutionOptions): CallCustom {
  const results = new Map<string, FormulaValue>();
  return (name, values) => {
    const args = values.map((value) => (isBlock(value) ? value.map((row) => row.map(toStored)) : toStored(value)));
    const key = JSON.stringify([name, args, surroundings(runtime)]);
    const known = results.get(key);
    const result = known ?? call(runtime, name, args, options());
    if (results.size > MOST_KEPT) results.clear();
    results.set(key, result);
    if (result instanceof FormulaError) throw new FormulaFailure(result);
    return result;
  };
}

function surroundings({ world }: Runtime): unknown {
  const settings = sheetNamed(world.spreadsheet, 'AR Settings');
  const cells = settings
    ? [...settings.cells.values()].map((row) => [...row].map(([at, cell]) => [at, cell.value]))
    : [];
  return [world.spreadsheet.timeZone, cells];
}

function call(
  runtime: Runtime,
  name: string,
  args: (StoredValue | StoredValue[][])[],
  options: ExecutionOptions,
): FormulaValue {
  const outcome = runtime.callFormula(name, args, options);
  if (outcome.kind === 'error') return new FormulaError('#ERROR!', outcome.message);
  const rows = outcome.rows.map((row) => row.map(fromStored));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? '') : rows;
}
