// Turns what Sheets passes to a custom function into plain cells: dates become days in the spreadsheet's zone.
import { dayFromIso, dayOf } from '../receivables/day';
import type { Mapping } from '../sheet/fields';
import { FIELDS } from '../sheet/fields';
import type { Argument } from '../sheet/formula-arguments';
import type { Cell, DayCell, Grid } from '../sheet/grid';

const SETTINGS_TAB = 'AR Settings';
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

// A Date may come from another realm than this script's own, where instanceof says no.
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/**
 * Turns dates into days in a zone, each distinct instant once.
 * @param zone the spreadsheet's zone, e.g. `Asia/Tokyo`
 */
export function dayReader(zone: string): (date: Date) => DayCell {
  const known = new Map<number, DayCell>();
  const civil = intlReader(zone) ?? ((date: Date) => dayFromIso(Utilities.formatDate(date, zone, 'yyyy-MM-dd')));
  return (date) => {
    const instant = date.getTime();
    const cached = known.get(instant);
    if (cached) return cached;
    const cell = { day: civil(date) ?? Number.NaN };
    known.set(instant, cell);
    return cell;
  };
}

// Intl is not promised by Apps Script: it is used where it is there and right, since it costs no service call.
function intlReader(zone: string): ((date: Date) => number | null) | null {
  if (typeof Intl === 'undefined') return null;
  try {
    const options = { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'gregory' } as const;
    const format = new Intl.DateTimeFormat('en-US', { ...options, numberingSystem: 'latn' });
    const read = (date: Date): number | null => {
      const match = /^(\d+)\/(\d+)\/(\d+)$/.exec(format.format(date));
      return match ? dayOf(Number(match[3]), Number(match[1]), Number(match[2])) : null;
    };
    // Noon in UTC is the same day or a neighbour in every zone: anything else means that Intl here is not what it should be.
    const probe = read(new Date(Date.UTC(2026, 2, 1, 12)));
    const expected = dayOf(2026, 3, 1);
    return probe !== null && expected !== null && Math.abs(probe - expected) <= 1 ? read : null;
  } catch {
    return null;
  }
}

/**
 * The column mapping a person confirmed in `AR Settings` (`Column: due` | `Due Date`), null when there is no such tab or nothing in it.
 */
export function confirmedMapping(): Mapping | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SETTINGS_TAB);
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
