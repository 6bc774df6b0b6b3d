// Native functions that the formula library lacks or does otherwise than a spreadsheet.
import type { StoredValue } from './state';
import { serialOf, wallOfSerial } from './wall-clock';

const ERRORS: Record<string, string> = {
  'DIV/0': '#DIV/0!',
  NAME: '#NAME?',
  'N/A': '#N/A',
  NULL: '#NULL!',
  NUM: '#NUM!',
  REF: '#REF!',
  VALUE: '#VALUE!',
  ERROR: '#ERROR!',
};

/** The error text of a library result that is an error, else `null`. */
export function isFormulaError(value: unknown): string | null {
  if (value instanceof Error) return ERRORS[value.message.replace(/[#!?]/g, '')] ?? '#ERROR!';
  return typeof value === 'string' && value === 'DIV/0' ? '#DIV/0!' : null;
}

function rowsOf(value: unknown): unknown[][] {
  if (!Array.isArray(value)) return [[value]];
  return value.map((row) => (Array.isArray(row) ? row : [row]));
}

function same(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;
}

function lookUp([key, table, column, sorted]: unknown[]): unknown {
  const rows = rowsOf(table);
  const at = Number(column) - 1;
  const exact = sorted === false || sorted === 0;
  const found = exact
    ? rows.find((row) => same(row[0], key))
    : rows.filter((row) => row[0] !== null && (row[0] as number) <= (key as number)).pop();
  return found ? (found[at] ?? '') : new Error('N/A');
}

function fixedRound(value: unknown, places: unknown): number {
  const digits = Number(places ?? 0);
  const size = Number(`${Math.round(Number(`${Math.abs(Number(value))}e${digits}`))}e${-digits}`);
  return Number(value) < 0 ? -size : size;
}

/**
 * The functions by name, for a moment.
 * @param now wall-clock now in the spreadsheet's zone, as if UTC, epoch milliseconds
 * @param show the text of a value under a number format, in the spreadsheet's locale
 */
export function formulaFunctions(
  now: number,
  show: (value: StoredValue, format: string) => string,
): Record<string, (params: unknown[]) => unknown> {
  const wall = new Date(now).toISOString().replace('Z', '');
  const day = (year: unknown, month: unknown, date: unknown) =>
    serialOf(new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).toISOString().replace('Z', ''));
  const partsOf = (serial: unknown) => new Date(`${wallOfSerial(Number(serial))}Z`);
  const monthsOn = (serial: unknown, months: unknown, end: boolean) => {
    const from = partsOf(serial);
    const month = from.getUTCMonth() + Number(months);
    const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
    return day(from.getUTCFullYear(), month + 1, end ? last : Math.min(last, from.getUTCDate()));
  };
  return {
    IF: ([test, yes, no]) => (isFormulaError(test) ? test : test ? (yes ?? '') : (no ?? false)),
    IFERROR: ([value, other]) => (isFormulaError(value) ? (other ?? '') : value),
    IFNA: ([value, other]) => (isFormulaError(value) === '#N/A' ? (other ?? '') : value),
    ISERROR: ([value]) => isFormulaError(value) !== null,
    ISBLANK: ([value]) => value === '' || value === null,
    HYPERLINK: ([link, label]) => label ?? link,
    VLOOKUP: lookUp,
    TODAY: () => Math.floor(serialOf(wall)),
    NOW: () => serialOf(wall),
    DATE: ([year, month, date]) => day(year, month, date),
    YEAR: ([serial]) => partsOf(serial).getUTCFullYear(),
    MONTH: ([serial]) => partsOf(serial).getUTCMonth() + 1,
    DAY: ([serial]) => partsOf(serial).getUTCDate(),
    EDATE: ([serial, months]) => monthsOn(serial, months, false),
    EOMONTH: ([serial, months]) => monthsOn(serial, months, true),
    DAYS: ([end, start]) => Number(end) - Number(start),
    ROUND: ([value, places]) => fixedRound(value, places),
    COUNTA: (params) =>
      params
        .flatMap(rowsOf)
        .flat()
        .filter((value) => value !== null).length,
    ARRAYFORMULA: ([value]) => value,
    TEXT: ([value, format]) =>
      typeof value === 'number' ? show({ kind: 'number', value }, String(format)) : String(value ?? ''),
  };
}
