// SpreadsheetApp: the way in to the spreadsheet, its builders, its enums and the Ui.
import type { Book, RangeObject, SheetObject, SpreadsheetObject } from './book';
import { type MethodTable, serve } from './call';
import { DataValidationBuilder, serveDataValidation } from './data-validation';
import { serveCharts } from './embedded-chart';
import { DataValidationCriteria } from './enums';
import { fail } from './exception';
import { serveFilter } from './filter';
import type { Host } from './host';
import { serveNamedRange } from './named-range';
import { serveRange } from './range';
import { demand, SCOPES } from './rights';
import { serveSheet } from './sheet';
import { serveSpreadsheet } from './spreadsheet';
import { serveUi, Ui } from './ui';

/** Makes SpreadsheetApp for an execution. */
export function createSpreadsheetApp(host: Host, book: Book): object {
  for (const serveClass of [
    serveSpreadsheet,
    serveSheet,
    serveRange,
    serveNamedRange,
    serveDataValidation,
    serveFilter,
    serveCharts,
    serveUi,
  ]) {
    serveClass(host);
  }
  let ui: Ui | null = null;
  const open = (method: string): SpreadsheetObject => {
    demand(host, `SpreadsheetApp.${method}`, SCOPES.spreadsheet, ['LIMITED', 'CUSTOM_FUNCTION']);
    return book.spreadsheet();
  };
  const app = {
    getActive: (): SpreadsheetObject => open('getActive'),
    getActiveSpreadsheet: (): SpreadsheetObject => open('getActiveSpreadsheet'),
    getActiveSheet: (): SheetObject => open('getActiveSheet').getActiveSheet(),
    getActiveRange: (): RangeObject | null => open('getActiveRange').getActiveRange(),
    getCurrentCell: (): RangeObject | null => open('getCurrentCell').getCurrentCell(),
    setActiveSheet: (sheet: SheetObject): SheetObject => open('setActiveSheet').setActiveSheet(sheet),
    flush(): void {
      if (host.authMode !== 'CUSTOM_FUNCTION') host.draft.commit();
    },
    getUi(): Ui {
      if (!host.editorOpen || host.authMode === 'CUSTOM_FUNCTION')
        fail('Cannot call SpreadsheetApp.getUi() from this context.');
      ui ??= new Ui(host);
      return ui;
    },
    newDataValidation: () => new DataValidationBuilder(),
  };
  const table: MethodTable = {
    getActive: '- ',
    getActiveSpreadsheet: '- ',
    getActiveSheet: '- ',
    getActiveRange: '- ',
    getCurrentCell: '- ',
    setActiveSheet: 'w e|e,b',
    flush: 'r ',
    getUi: '- ',
    newDataValidation: '- ',
  };
  serve(host, app, 'SpreadsheetApp', 'SpreadsheetApp', table);
  return Object.assign(app, {
    DataValidationCriteria,
    toString: () => 'SpreadsheetApp',
  });
}
