// Sheet, second part: name, place, visibility, freezing, protection, filter and rules; and how its methods are called.
import type { Book, RangeObject, SheetObject, SpreadsheetObject } from './book';
import { type MethodTable, named, serve } from './call';
import { type ConditionalFormatRule, setSheetRules, sheetRules } from './conditional-format';
import { type EnumValue, SheetType } from './enums';
import { fail } from './exception';
import { filterOf } from './filter';
import type { Host } from './host';
import { namedRanges } from './named-range';
import { newProtection, protectionsOf } from './protection';
import { SheetGrid } from './sheet-grid';
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
  draft.setSheet(copy, { frozenRows, columnWidths, extras });
  for (let row = 0; row < facts.maxRows; row++) {
    for (let column = 0; column < facts.maxColumns; column++) {
      const cell = draft.cell(id, row, column);
      if (cell) draft.put(copy, row, column, cell);
    }
  }
  return copy;
}

/** A tab of the spreadsheet, as scripts have it. */
export class Sheet extends SheetGrid {
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
  getFrozenRows(): number {
    return this.facts().frozenRows;
  }
  setFrozenRows(rows: number): void {
    if (rows >= this.facts().maxRows) fail("You can't freeze all visible rows on the sheet.");
    this.book.host.draft.setSheet(this.id, { frozenRows: rows });
  }
  #extra(name: string): unknown {
    return this.facts().extras[name];
  }
  #setExtra(name: string, value: unknown): void {
    this.book.host.draft.setSheet(this.id, { extras: { ...this.facts().extras, [name]: value } });
  }
  getFrozenColumns(): number {
    return Number(this.#extra('frozenColumns') ?? 0);
  }
  setFrozenColumns(columns: number): void {
    if (columns >= this.facts().maxColumns) fail("You can't freeze all visible columns on the sheet.");
    this.#setExtra('frozenColumns', columns);
  }
  #hidden(dimension: string): number[] {
    const kept = this.#extra(dimension);
    return Array.isArray(kept) ? (kept as number[]) : [];
  }
  #hide(dimension: string, start: number, count: number, hide: boolean): void {
    const rest = this.#hidden(dimension).filter((place) => place < start || place >= start + count);
    this.#setExtra(dimension, hide ? [...rest, ...Array.from({ length: count }, (_, i) => start + i)] : rest);
  }
  hideRows(start: number, count = 1): void {
    this.#hide('hiddenRows', start, count, true);
  }
  showRows(start: number, count = 1): void {
    this.#hide('hiddenRows', start, count, false);
  }
  hideColumns(start: number, count = 1): void {
    this.#hide('hiddenColumns', start, count, true);
  }
  showColumns(start: number, count = 1): void {
    this.#hide('hiddenColumns', start, count, false);
  }
  hideRow(range: unknown): void {
    const rect = this.book.rectOf(range) ?? fail('Invalid range');
    this.hideRows(rect.row + 1, rect.rows);
  }
  isRowHiddenByUser(row: number): boolean {
    return this.#hidden('hiddenRows').includes(row);
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.#hidden('hiddenColumns').includes(column);
  }
  isRowHiddenByFilter(_row: number): boolean {
    return false;
  }
  getTabColor(): string | null {
    return (this.#extra('tabColor') as string | undefined) ?? null;
  }
  setTabColor(color: string | null): SheetObject {
    this.#setExtra('tabColor', color ?? undefined);
    return this.self();
  }
  isRightToLeft(): boolean {
    return false;
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
  getActiveCell(): RangeObject {
    return this.book.range({ sheetId: this.id, row: 0, column: 0, rows: 1, columns: 1 });
  }
  getActiveRange(): RangeObject {
    return this.getActiveCell();
  }
  getCurrentCell(): RangeObject {
    return this.getActiveCell();
  }
  setActiveRange(range: RangeObject): RangeObject {
    return range;
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
  getRowHeight: 'r n',
  setRowHeight: 'w n,n',
};

const REST: MethodTable = {
  getName: '- ',
  getSheetName: '- ',
  setName: 'w s',
  getSheetId: '- ',
  getIndex: '- ',
  getType: '- ',
  getParent: '- ',
  activate: 'w ',
  isSheetHidden: 'r ',
  hideSheet: 'w ',
  showSheet: 'w ',
  getFrozenRows: 'r ',
  setFrozenRows: 'w n',
  getFrozenColumns: 'r ',
  setFrozenColumns: 'w n',
  hideRows: 'w n|n,n',
  showRows: 'w n|n,n',
  hideColumns: 'w n|n,n',
  showColumns: 'w n|n,n',
  hideRow: 'w e',
  isRowHiddenByUser: 'r n',
  isColumnHiddenByUser: 'r n',
  isRowHiddenByFilter: 'r n',
  getTabColor: 'r ',
  setTabColor: 'w S?',
  isRightToLeft: 'r ',
  protect: 'w ',
  getProtections: 'r e',
  getFilter: 'r ',
  getNamedRanges: 'r ',
  getConditionalFormatRules: 'r ',
  setConditionalFormatRules: 'w A',
  clearConditionalFormatRules: 'w ',
  createTextFinder: 'r s',
  getActiveCell: 'r ',
  getActiveRange: 'r ',
  getCurrentCell: 'r ',
  setActiveRange: 'w e',
  copyTo: 'w e',
};

/** Puts the calling rules around Sheet's methods. */
export function serveSheet(host: Host): void {
  serve(host, SheetGrid.prototype, 'SpreadsheetApp.Sheet', 'Sheet', GRID);
  serve(host, Sheet.prototype, 'SpreadsheetApp.Sheet', 'Sheet', REST);
  named(Sheet.prototype, 'Sheet');
}
