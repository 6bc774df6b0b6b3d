// What only shows where the script runs: a tab that exists for a moment, typed columns, whether Gmail is switched on.
import type { Installation, TriedTab } from '../workbook/ports';
import { Refusal } from '../workbook/refusal';
import { takesLooks } from './typed-columns';
import { activeSpreadsheet } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Stands in the tab, so that one that a run left behind when it was cut off is known again. */
const MARK = 'Duesheet tries what this spreadsheet does, and removes this tab again.';
const CELL_NAME = 'DUESHEET_CHECK';
const ROUNDS = 10;

/** The port over the active spreadsheet. */
export function googleInstallation(): Installation {
  return {
    hasGmail: () => typeof Gmail !== 'undefined' && Gmail.Users?.Messages !== undefined,
    tryTab: (name, texts) => {
      const spreadsheet = activeSpreadsheet();
      const shown = spreadsheet.getActiveSheet() as Sheet | null;
      const sheet = emptyTab(spreadsheet, name);
      try {
        return tried(spreadsheet, sheet, texts);
      } finally {
        for (const range of spreadsheet.getNamedRanges()) if (range.getName() === CELL_NAME) range.remove();
        spreadsheet.deleteSheet(sheet);
        // A tab that is made comes to the front; the person stays where they were.
        shown?.activate();
      }
    },
    typedColumns: ({ id }, row, columns) => {
      const sheet = activeSpreadsheet()
        .getSheets()
        .find((one) => one.getSheetId() === id);
      if (!sheet || columns.length === 0 || row > sheet.getMaxRows()) return [];
      const line = sheet.getRange(row, 1, 1, Math.max(...columns));
      if (keepsRules(line)) return [];
      return columns.filter((column) => !keepsRules(sheet.getRange(row, column)));
    },
  };
}

/** Rules that are set to what they are change nothing; a typed column refuses even that. */
function keepsRules(cells: GoogleAppsScript.Spreadsheet.Range): boolean {
  return takesLooks(() => cells.setDataValidations(cells.getDataValidations()));
}

function emptyTab(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): Sheet {
  const known = spreadsheet.getSheetByName(name);
  if (known && known.getLastRow() > 0 && known.getRange(1, 1).getValue() !== MARK)
    throw new Refusal('tab-taken', `There is a tab "${name}" with something in it. Rename it, then check again.`);
  if (known) spreadsheet.deleteSheet(known);
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  sheet.getRange(1, 1).setValue(MARK);
  return sheet;
}

function tried(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheet: Sheet,
  texts: readonly string[],
): TriedTab {
  const cells = sheet.getRange(2, 1, 2, texts.length);
  cells.setNumberFormat('@');
  sheet.appendRow([...texts]);
  sheet.getRange(3, 1, 1, texts.length).setValues([[...texts]]);
  SpreadsheetApp.flush();
  const [appended = [], written = []] = cells.getValues().map((line) => line.map(String));
  const isText = cells.getNumberFormats().every((line) => line.every((format) => format === '@'));
  const cell = sheet.getRange(4, 1);
  spreadsheet.setNamedRange(CELL_NAME, cell);
  const found = spreadsheet.getRangeByName(CELL_NAME);
  const isNamed = found?.getSheet().getSheetId() === sheet.getSheetId() && found.getRow() === 4;
  return { appended, written, isText, isNamed, rounds: Array.from({ length: ROUNDS }, (_, at) => round(cell, at)) };
}

function round(cell: GoogleAppsScript.Spreadsheet.Range, value: number): number {
  const began = Date.now();
  cell.setValue(value);
  SpreadsheetApp.flush();
  cell.getValue();
  return Date.now() - began;
}
