// Brings AS_OF to today when the workbook is opened, before anybody has given a permission.
import { dateWriter, dayReader, isDate } from './days';

/**
 * Rewrites the named cell AS_OF where it is not today. A simple trigger may write to the workbook unless the script
 * was never authorised in it; whatever goes wrong here, the menu stays.
 * @param e the event of opening
 */
export function refreshAsOf(e: { authMode?: unknown } | undefined): void {
  if (!e || e.authMode === undefined || e.authMode === ScriptApp.AuthMode.NONE) return;
  try {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const cell = spreadsheet.getRangeByName('AS_OF');
    if (!cell) return;
    const zone = spreadsheet.getSpreadsheetTimeZone();
    const read = dayReader(zone);
    const today = read(new Date()).day;
    const line: unknown[] = cell.getSheet().getRange(cell.getRow(), 1, 1, cell.getColumn()).getValues()[0] ?? [];
    // Sorting moves the settings but not the name: what then stands in the named cell is another setting.
    if (!line.some((one) => typeof one === 'string' && one.trim() === 'AS_OF')) return;
    const value = line[line.length - 1];
    if (!isDate(value) || read(value).day !== today) cell.setValue(dateWriter(zone)(today));
  } catch (error) {
    console.warn(error);
  }
}
