// Sheet, last part: name, place, visibility, protection, filter and rules; and how its methods are called.
import type { Book, SheetObject, SpreadsheetObject } from './book';
import { type MethodTable, named, serve } from './call';
import { type ConditionalFormatRule, setSheetRules, sheetRules } from './conditional-format';
import { type EnumValue, SheetType } from './enums';
import { fail } from './exception';
import { filterOf } from './filter';
import type { Host } from './host';
import { namedRanges } from './named-range';
import { newProtection, protectionsOf } from './protection';
import { SheetGrid } from './sheet-grid';
import { SheetView, VIEW_METHODS } from './sheet-view';
import { createTextFinder } from './text-finder';

/** Refuses a sheet name that another sheet has. */
export function freeName(book: Book, name: string, own: number | null): void {
  const { draft } = book.host;
  const taken = draft.sheetIds().some((id) => id !== own && draft.sheet(id)?.name.toLowerCase() === name.toLowerCase());
  if (taken) fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

/** A copy of a sheet at the end of the tabs, or at a 0-based place. */
export function copySheet(book: Book, id: number, index: number): number {
  const { draft } = book.host;
  const facts = book.facts(id);
  let name = `Copy of ${facts.name}`;
  for (let n = 2; draft.sheetIds().some((other) => draft.sheet(other)?.name === name); n++)
    name = `Copy of ${facts.name} ${n}`;
  const copy = draft.addSheet(name, index, facts.maxRows, facts.maxColumns);
  const { frozenRows, columnWidths, extras } = facts;
  // Filter, protections and rules name the sheet they lie on: in the copy, the copy.
  const own = (key: string, value: unknown) => (key === 'sheetId' && value === id ? copy : value);
  draft.setSheet(copy, { frozenRows, columnWidths, extras: JSON.parse(JSON.stringify(extras, own)) });
  for (let row = 0; row < facts.maxRows; row++) {
    for (let column = 0; column < facts.maxColumns; column++) {
      const cell = draft.cell(id, row, column);
      if (cell) draft.put(copy, row, column, cell);
    }
  }
  return copy;
}

/** A tab of the spreadsheet, as scripts have it. */
export class Sheet extends SheetView {
  getName(): string {
    return this.facts().name;
  }
  getSheetName(): string {
    return this.facts().name;
  }
  setName(name: string): SheetObject {
    if (name === '') fail('Sheet name cannot be empty.');
    freeName(this.book, name, this.id);
    this.book.host.draft.setSheet(this.id, { name });
    return this.self();
  }
  getSheetId(): number {
    return this.id;
  }
  getIndex(): number {
    return this.book.host.draft.sheetIds().indexOf(this.id) + 1;
  }
  // Kinds of things that no sheet here has.
  getBandings(): object[] {
    return [];
  }
  getCharts(): object[] {
    return [];
  }
  getDrawings(): object[] {
    return [];
  }
  getImages(): object[] {
    return [];
  }
  getPivotTables(): object[] {
    return [];
  }
  getSlicers(): object[] {
    return [];
  }
  getFormUrl(): null {
    return null;
  }
  getType(): EnumValue {
    return SheetType.GRID;
  }
  getParent(): SpreadsheetObject {
    return this.book.spreadsheet();
  }
  activate(): SheetObject {
    this.book.host.draft.setFacts({ activeSheetId: this.id });
    return this.self();
  }
  isSheetHidden(): boolean {
    return this.facts().hidden;
  }
  hideSheet(): SheetObject {
    const { draft } = this.book.host;
    const others = draft.sheetIds().filter((id) => id !== this.id && !draft.sheet(id)?.hidden);
    if (others.length === 0) fail("You can't hide all the sheets in a document.");
    draft.setSheet(this.id, { hidden: true });
    const next = others[0];
    if (draft.facts.activeSheetId === this.id && next !== undefined) draft.setFacts({ activeSheetId: next });
    return this.self();
  }
  showSheet(): SheetObject {
    this.book.host.draft.setSheet(this.id, { hidden: false });
    return this.self();
  }
  protect(): object {
    return newProtection(this.book, this.id, null);
  }
  getProtections(type: EnumValue): object[] {
    return protectionsOf(this.book, this.id, type);
  }
  getFilter(): object | null {
    return filterOf(this.book, this.id);
  }
  getNamedRanges(): object[] {
    return namedRanges(this.book, this.id);
  }
  getConditionalFormatRules(): ConditionalFormatRule[] {
    return sheetRules(this.book, this.id);
  }
  setConditionalFormatRules(rules: unknown[]): void {
    setSheetRules(this.book, this.id, rules);
  }
  clearConditionalFormatRules(): void {
    setSheetRules(this.book, this.id, []);
  }
  createTextFinder(text: string): object {
    return createTextFinder(this.book, [this.whole()], text);
  }
  copyTo(_spreadsheet: unknown): SheetObject {
    return this.book.sheet(copySheet(this.book, this.id, this.book.host.draft.sheetIds().length));
  }
}

const GRID: MethodTable = {
  getRange: '- S|n,n|n,n,n|n,n,n,n',
  getRangeList: '- A',
  getDataRange: '- ',
  getLastRow: 'r ',
  getLastColumn: 'r ',
  getMaxRows: 'r ',
  getMaxColumns: 'r ',
  getSheetValues: 'r n,n,n,n',
  appendRow: 'w A',
  insertRowAfter: 'w n',
  insertRowBefore: 'w n',
  insertRowsAfter: 'w n,n',
  insertRowsBefore: 'w n,n',
  insertRows: 'w n|n,n',
  insertColumnAfter: 'w n',
  insertColumnBefore: 'w n',
  insertColumnsAfter: 'w n,n',
  insertColumnsBefore: 'w n,n',
  insertColumns: 'w n|n,n',
  moveRows: 'w e,n',
  moveColumns: 'w e,n',
  deleteRow: 'w n',
  deleteRows: 'w n,n',
  deleteColumn: 'w n',
  deleteColumns: 'w n,n',
  clear: 'w |o',
  clearContents: 'w ',
  clearFormats: 'w ',
  clearNotes: 'w ',
  sort: 'w n|n,b',
  getColumnWidth: 'r n',
  setColumnWidth: 'w n,n',
  setColumnWidths: 'w n,n,n',
  autoResizeColumn: 'w n',
  autoResizeColumns: 'w n,n',
};

const REST: MethodTable = {
  getName: '- ',
  getSheetName: '- ',
  setName: 'w s',
  getSheetId: '- ',
  getIndex: '- ',
  getType: '- ',
  getBandings: 'r ',
  getCharts: 'r ',
  getDrawings: 'r ',
  getImages: 'r ',
  getPivotTables: 'r ',
  getSlicers: 'r ',
  getFormUrl: 'r ',
  getParent: '- ',
  activate: 'w ',
  isSheetHidden: 'r ',
  hideSheet: 'w ',
  showSheet: 'w ',
  protect: 'w ',
  getProtections: 'r e',
  getFilter: 'r ',
  getNamedRanges: 'r ',
  getConditionalFormatRules: 'r ',
  setConditionalFormatRules: 'w A',
  clearConditionalFormatRules: 'w ',
  createTextFinder: 'r s',
  copyTo: 'w e',
};

/** Puts the calling rules around Sheet's methods. */
export function serveSheet(host: Host): void {
  serve(host, SheetGrid.prototype, 'SpreadsheetApp.Sheet', 'Sheet', GRID);
  serve(host, SheetView.prototype, 'SpreadsheetApp.Sheet', 'Sheet', VIEW_METHODS);
  serve(host, Sheet.prototype, 'SpreadsheetApp.Sheet', 'Sheet', REST);
  named(Sheet.prototype, 'Sheet');
}
