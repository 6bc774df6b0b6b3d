// SpreadsheetApp: the way in to the spreadsheet, its builders, its enums and the Ui.
import type { Book, RangeObject, SheetObject, SpreadsheetObject } from './book';
import { type MethodTable, serve } from './call';
import { ColorBuilder } from './color-objects';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import * as enums from './enums';
import { fail } from './exception';
import { FilterCriteriaBuilder } from './filter';
import type { Host } from './host';
import { demand, otherFiles, SCOPES } from './rights';
import * as sheetEnums from './sheet-enums';
import { Ui } from './ui';

/** Makes SpreadsheetApp for an execution. */
export function createSpreadsheetApp(host: Host, book: Book): object {
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
    openById(id: string): SpreadsheetObject {
      const full = [SCOPES.spreadsheet[1]];
      demand(host, 'SpreadsheetApp.openById', full);
      if (id !== host.draft.facts.id)
        fail(`Unexpected error while getting the method or property openById on object SpreadsheetApp.`);
      return book.spreadsheet();
    },
    openByUrl(url: string): SpreadsheetObject {
      const id = /\/d\/([\w-]+)/.exec(url)?.[1];
      return app.openById(id ?? fail(`Invalid argument: ${url}`));
    },
    open: (): never => fail(otherFiles('SpreadsheetApp.open')),
    create: (): never => fail(otherFiles('SpreadsheetApp.create')),
    getActiveRangeList: () => open('getActiveRangeList').getActiveRangeList(),
    getSelection: () => open('getSelection').getSelection(),
    setActiveRange: (range: RangeObject): RangeObject => open('setActiveRange').setActiveRange(range),
    setCurrentCell: (cell: RangeObject): RangeObject => open('setCurrentCell').setCurrentCell(cell),
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
    newColor: () => new ColorBuilder(),
    newFilterCriteria: () => new FilterCriteriaBuilder(),
    newConditionalFormatRule: () => new ConditionalFormatRuleBuilder(book),
  };
  const table: MethodTable = {
    getActive: '- ',
    getActiveSpreadsheet: '- ',
    getActiveSheet: '- ',
    getActiveRange: '- ',
    getCurrentCell: '- ',
    setActiveSheet: 'w e|e,b',
    openById: 'r S',
    openByUrl: '- S',
    open: 'x a',
    create: 'x s|s,n,n',
    getActiveRangeList: '- ',
    getSelection: '- ',
    setActiveRange: 'w e',
    setCurrentCell: 'w e',
    newColor: '- ',
    newFilterCriteria: '- ',
    flush: 'r ',
    getUi: '- ',
    newDataValidation: '- ',
    newConditionalFormatRule: '- ',
  };
  serve(host, app, 'SpreadsheetApp', 'SpreadsheetApp', table);
  const {
    WrapStrategy,
    Dimension,
    Direction,
    ProtectionType,
    ValueType,
    BorderStyle,
    RecalculationInterval,
    SheetType,
  } = enums;
  return Object.assign(app, {
    WrapStrategy,
    Dimension,
    Direction,
    ProtectionType,
    ValueType,
    BorderStyle,
    RecalculationInterval,
    SheetType,
    DataValidationCriteria: enums.DataValidationCriteria,
    BooleanCriteria: enums.BooleanCriteria,
    ...sheetEnums,
    toString: () => 'SpreadsheetApp',
  });
}
