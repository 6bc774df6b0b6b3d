// Turns what Sheets passes to a custom function into plain cells: dates become days in the spreadsheet's zone.
import { DEFAULT_SEGMENT_SETTINGS, type SegmentSettings } from '../receivables/segment-settings';
import { type ConfirmedTable, UNCONFIRMED } from '../sheet/fields';
import type { Argument } from '../sheet/formulas/formula-arguments';
import type { Cell, DayCell, Grid } from '../sheet/grid';
import { readSegmentation } from '../workbook/facts';
import { SETTINGS_TAB } from '../workbook/tab-specs';
import { readTab } from '../workbook/tabs/records';
import { SMALL_SUMS } from '../workbook/tabs/settings/amount-settings';
import { readSettings } from '../workbook/tabs/settings/settings';
import { dayReader, isDate } from './days';

/** Reads the arguments of one formula; the spreadsheet is asked for its zone at the first date only. */
export interface ArgumentReader {
  /** A value or range; an omitted argument is a blank cell. */
  argument(name: string, raw: unknown): Argument;
  /** A table with its header row. */
  table(raw: unknown): Grid;
}

/** A reader for one call of a formula. */
export function argumentReader(): ArgumentReader {
  const known = new Map<number, Cell>();
  let day: ((date: Date) => DayCell) | null = null;
  const dateOf = (date: Date): Cell => {
    const instant = date.getTime();
    const cached = known.get(instant);
    if (cached !== undefined) return cached;
    if (Number.isNaN(instant)) return '#VALUE!';
    day = day ?? dayReader(sheetZone());
    const cell = day(date);
    known.set(instant, cell);
    return cell;
  };
  const cellOf = (value: unknown): Cell => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (isDate(value)) return dateOf(value);
    return value === undefined || value === null ? '' : String(value);
  };
  return {
    argument(name, raw) {
      if (!isRows(raw)) {
        const cell = cellOf(raw);
        return { name, height: 1, width: 1, cellAt: () => cell };
      }
      const width = raw[0]?.length ?? 0;
      const cellAt =
        width === 1
          ? (index: number) => cellOf(raw[index]?.[0])
          : (index: number) => cellOf(raw[Math.floor(index / width)]?.[index % width]);
      return { name, height: raw.length, width, cellAt };
    },
    table(raw) {
      const values = isRows(raw) ? raw.map((row) => row.map(cellOf)) : [[cellOf(raw)]];
      return { sheet: '', firstRow: 1, values, display: null };
    },
  };
}

/** The spreadsheet's zone; null where the formulas run without a spreadsheet. */
export function sheetZone(): string | null {
  if (typeof SpreadsheetApp === 'undefined') return null;
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}

// Sheets passes a range as a list of its rows; one row tells.
function isRows(raw: unknown): raw is unknown[][] {
  return Array.isArray(raw) && (raw.length === 0 || Array.isArray(raw[0]));
}

/** What AR Settings says that formulas go by. */
export interface FormulaSettings extends ConfirmedTable {
  tolerance: number;
  /** The thresholds of the segments. */
  segmentation: SegmentSettings;
}

/** Where no tab says otherwise: nothing was confirmed, and so much is no more than rounding. */
const WITHOUT_SETTINGS: FormulaSettings = {
  ...UNCONFIRMED,
  tolerance: SMALL_SUMS.tolerance,
  segmentation: DEFAULT_SEGMENT_SETTINGS,
};

/** What set-up confirmed about the invoice table, in one reading of AR Settings, and what else formulas go by. */
export function confirmedTable(): FormulaSettings {
  if (typeof SpreadsheetApp === 'undefined') return WITHOUT_SETTINGS;
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(SETTINGS_TAB.name);
  if (!sheet) return WITHOUT_SETTINGS;
  // Headers of columns are texts; the tab's dates are of no concern here, so that no zone has to be asked for.
  const values = sheet.getDataRange().getValues();
  const cells = values.map((row) => row.map((value): Cell => (isDate(value) ? '' : (value as Cell))));
  const table = readTab(SETTINGS_TAB, { sheet: SETTINGS_TAB.name, firstRow: 1, values: cells, display: null });
  const { settings } = readSettings(table);
  const { mapping, defaultCurrency, dateOrder, tolerance } = settings;
  return {
    mapping: Object.values(mapping).some((header) => header !== '') ? mapping : null,
    defaultCurrency,
    dateOrder,
    tolerance,
    segmentation: readSegmentation(settings).settings,
  };
}
