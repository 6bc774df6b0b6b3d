// What a spreadsheet passes on to its active sheet.
import type { SpreadsheetObject } from './book';
import type { MethodTable } from './call';

/** The methods passed on. They count as calls of the sheet. */
export const ACTIVE_SHEET_METHODS: MethodTable = {
  appendRow: '- A',
  autoResizeColumn: '- n',
  deleteColumn: '- n',
  deleteColumns: '- n,n',
  deleteRow: '- n',
  deleteRows: '- n,n',
  getActiveCell: '- ',
  getActiveRange: '- ',
  getActiveRangeList: '- ',
  getColumnWidth: '- n',
  getCurrentCell: '- ',
  getDataRange: '- ',
  getFrozenColumns: '- ',
  getFrozenRows: '- ',
  getLastColumn: '- ',
  getLastRow: '- ',
  getRangeList: '- A',
  getRowHeight: '- n',
  getSelection: '- ',
  getSheetValues: '- n,n,n,n',
  hideColumn: '- e',
  hideRow: '- e',
  insertColumnAfter: '- n',
  insertColumnBefore: '- n',
  insertColumnsAfter: '- n,n',
  insertColumnsBefore: '- n,n',
  insertRowAfter: '- n',
  insertRowBefore: '- n',
  insertRowsAfter: '- n,n',
  insertRowsBefore: '- n,n',
  isColumnHiddenByUser: '- n',
  isRowHiddenByFilter: '- n',
  isRowHiddenByUser: '- n',
  setActiveRange: '- e',
  setActiveRangeList: '- e',
  setActiveSelection: '- e|S',
  setColumnWidth: '- n,n',
  setCurrentCell: '- e',
  setFrozenColumns: '- n',
  setFrozenRows: '- n',
  setRowHeight: '- n,n',
  sort: '- n|n,b',
  unhideColumn: '- e',
  unhideRow: '- e',
};

/** The methods by name, for the prototype of the spreadsheet. */
export function activeSheetMethods(): Record<string, unknown> {
  const methods: Record<string, unknown> = {};
  for (const name of Object.keys(ACTIVE_SHEET_METHODS)) {
    methods[name] = function (this: SpreadsheetObject, ...args: unknown[]): unknown {
      const sheet = this.getActiveSheet();
      return Reflect.apply(Reflect.get(sheet, name), sheet, args);
    };
  }
  return methods;
}
