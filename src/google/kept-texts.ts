// Texts that are kept in a hidden tab: one a cell, in a frame of letters so that a cell changes nothing of them.

/** No cell takes what stands between two letters for a number, a date or a formula, and blanks at its ends stay. */
const FRAME = 'k';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function sheetCalled(spreadsheet: Spreadsheet, name: string): Sheet | undefined {
  return spreadsheet.getSheets().find((sheet) => sheet.getName() === name);
}

/** The texts of a hidden tab; null where there is none of that name. */
export function keptTexts(spreadsheet: Spreadsheet, name: string): string[] | null {
  const sheet = sheetCalled(spreadsheet, name);
  if (!sheet) return null;
  const cells = sheet.getDataRange().getValues();
  return cells.map(([cell]) => String(cell).slice(FRAME.length, -FRAME.length));
}

/** Puts texts into a hidden tab, which is made where there is none. */
export function keepTexts(spreadsheet: Spreadsheet, name: string, texts: readonly string[]): void {
  const known = sheetCalled(spreadsheet, name);
  // Where it is made, the person stays where they were.
  const shown = known ? null : (spreadsheet.getActiveSheet() as Sheet | null);
  const sheet = known ?? spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  if (known) known.clearContents();
  else {
    sheet.hideSheet();
    shown?.activate();
  }
  if (texts.length === 0) return;
  const missing = texts.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const cells = sheet.getRange(1, 1, texts.length, 1);
  cells.setNumberFormat('@');
  cells.setValues(texts.map((text) => [`${FRAME}${text}${FRAME}`]));
}
