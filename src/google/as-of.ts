// Brings AS_OF to today when the workbook is opened, before anybody has given a permission.
import { dayConverter, isDate } from './days';

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
    const days = dayConverter(spreadsheet.getSpreadsheetTimeZone());
    const today = days.dayOf(new Date());
    const value: unknown = cell.getValue();
    if (!isDate(value) || days.dayOf(value) !== today) cell.setValue(days.dateOf(today));
  } catch (error) {
    console.warn(error);
  }
}
