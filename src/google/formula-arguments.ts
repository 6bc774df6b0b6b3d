// Turns what Sheets passes to a custom function into plain cells: dates become days in the spreadsheet's zone.
import type { Mapping } from '../sheet/fields';
import { FIELDS } from '../sheet/fields';
import type { Argument } from '../sheet/formula-arguments';
import type { Cell, DayCell, Grid } from '../sheet/grid';
import { SETTINGS_TAB } from '../sheet/tabs';
import { dayReader, isDate } from './days';

const COLUMN_SETTING = /^column:\s*(\w+)$/i;

/** Reads the arguments of one formula; the spreadsheet is asked for its zone at the first date only. */
export interface ArgumentReader {
  /** A value or range; an omitted argument is a blank cell. */
  argument(name: string, raw: unknown): Argument;
  /** A table with its header row. */
  table(raw: unknown): Grid;
}

/** A reader for one call of a formula. */
export function argumentReader(): ArgumentReader {
  let day: ((date: Date) => DayCell) | null = null;
  const cellOf = (value: unknown): Cell => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (isDate(value)) {
      if (Number.isNaN(value.getTime())) return '#VALUE!';
      day = day ?? dayReader(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
      return day(value);
    }
    return value === undefined || value === null ? '' : String(value);
  };
  return {
    argument(name, raw) {
      if (!isRows(raw)) return { name, height: 1, width: 1, cells: [cellOf(raw)] };
      const width = raw[0]?.length ?? 0;
      const cells: Cell[] = [];
      for (const row of raw) for (const value of row) cells.push(cellOf(value));
      return { name, height: raw.length, width, cells };
    },
    table(raw) {
      const values = isRows(raw) ? raw.map((row) => row.map(cellOf)) : [[cellOf(raw)]];
      return { sheet: '', firstRow: 1, values, display: null };
    },
  };
}

function isRows(raw: unknown): raw is unknown[][] {
  return Array.isArray(raw) && raw.every(Array.isArray);
}

/**
 * The column mapping a person confirmed in `AR Settings` (`Column: due` | `Due Date`), null when there is no such tab or nothing in it.
 */
export function confirmedMapping(): Mapping | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SETTINGS_TAB.name);
  if (!sheet) return null;
  const mapping: Mapping = {};
  for (const [name, value] of sheet.getDataRange().getValues()) {
    const match = COLUMN_SETTING.exec(String(name).trim());
    const wanted = match?.[1]?.toLowerCase();
    const field = FIELDS.find((one) => one.toLowerCase() === wanted);
    if (field && String(value).trim() !== '') mapping[field] = String(value).trim();
  }
  return Object.keys(mapping).length > 0 ? mapping : null;
}
