// Sheets for tests, written as rows of cells.
import { type Day, dayFromIso } from '../../src/receivables/day';
import { applyMapping } from '../../src/sheet/detect/confirmed-columns';
import { detectTable } from '../../src/sheet/detect/detect';
import { type Detection, isProblem, type Mapping } from '../../src/sheet/fields';
import type { Cell, DayCell, Grid } from '../../src/sheet/grid';
import { type ReadOptions, type ReadResult, readInvoices } from '../../src/sheet/read/read-invoices';

/** A date cell. */
export function date(iso: string): DayCell {
  const day: Day | null = dayFromIso(iso);
  if (day === null) throw new Error(`${iso} is no date`);
  return { day };
}

/** A sheet from its first row on. */
export function gridOf(values: Cell[][], sheet = 'Invoices', display: string[][] | null = null): Grid {
  return { sheet, firstRow: 1, values, display };
}

/** The detection of a sheet in which a table is found. */
export function detected(values: Cell[][]): Detection {
  const found = detectTable(gridOf(values));
  if (isProblem(found)) throw new Error(found.message);
  return found;
}

/** Reads a sheet in which a table is found. */
export function read(values: Cell[][], options: ReadOptions = {}, display: string[][] | null = null): ReadResult {
  return readInvoices(gridOf(values, 'Invoices', display), detected(values), options);
}

/** Field to header of what was understood. */
export function mapped(values: Cell[][]): Record<string, string> {
  const entries = Object.entries(detected(values).columns).map(([field, match]) => [field, match?.header ?? '']);
  return Object.fromEntries(entries);
}

/** Reads a sheet whose columns a person named. */
export function readAs(values: Cell[][], mapping: Mapping, display: string[][] | null = null): ReadResult {
  const grid = gridOf(values, 'Invoices', display);
  const found = applyMapping(grid, mapping);
  if (isProblem(found)) throw new Error(found.message);
  return readInvoices(grid, found);
}
