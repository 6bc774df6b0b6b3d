// Sheet, second part: name, place, visibility, frozen rows, filter and selection; and how its methods are called.
import type { Book, RangeObject, SheetObject, SpreadsheetObject } from './book';
import { type MethodTable, named, serve } from './call';
import { chartsOf, insertChart, newChart, removeChart, updateChart } from './embedded-chart';
import { fail } from './exception';
import { filterOf } from './filter';
import type { Host } from './host';
import { namedRanges } from './named-range';
import { GRID_METHODS, SheetGrid } from './sheet-grid';

/** Refuses a sheet name that another sheet has. */
export function freeName(book: Book, name: string, own: number | null): void {
  const { draft } = book.host;
  const taken = draft.sheetIds().some((id) => id !== own && draft.sheet(id)?.name.toLowerCase() === name.toLowerCase());
  if (taken) fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
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
  getFilter(): object | null {
    return filterOf(this.book, this.id);
  }
  newChart(): object {
    return newChart(this.book, this.id);
  }
  getCharts(): object[] {
    return chartsOf(this.book, this.id);
  }
  insertChart(chart: object): void {
    insertChart(this.book, this.id, chart);
  }
  updateChart(chart: object): void {
    updateChart(this.book, this.id, chart);
  }
  removeChart(chart: object): void {
    removeChart(this.book, this.id, chart);
  }
  getNamedRanges(): object[] {
    return namedRanges(this.book, this.id);
  }
  getActiveRange(): RangeObject {
    return this.book.range(this.book.selected(this.id));
  }
  getActiveCell(): RangeObject {
    return this.book.range({ ...this.book.selected(this.id), rows: 1, columns: 1 });
  }
  getCurrentCell(): RangeObject {
    return this.getActiveCell();
  }
  setActiveRange(range: RangeObject): RangeObject {
    return range.activate();
  }
  setCurrentCell(cell: RangeObject): RangeObject {
    return cell.activate();
  }
}

const REST: MethodTable = {
  getName: '- ',
  getSheetName: '- ',
  setName: 'w s',
  getSheetId: '- ',
  getIndex: '- ',
  getParent: '- ',
  activate: 'w ',
  isSheetHidden: 'r ',
  hideSheet: 'w ',
  showSheet: 'w ',
  getFrozenRows: 'r ',
  setFrozenRows: 'w n',
  getFilter: 'r ',
  newChart: '- ',
  getCharts: 'r ',
  insertChart: 'w e',
  updateChart: 'w e',
  removeChart: 'w e',
  getNamedRanges: 'r ',
  getActiveRange: 'r ',
  getActiveCell: 'r ',
  getCurrentCell: 'r ',
  setActiveRange: 'w e',
  setCurrentCell: 'w e',
};

/** Puts the calling rules around Sheet's methods. */
export function serveSheet(host: Host): void {
  serve(host, SheetGrid.prototype, 'SpreadsheetApp.Sheet', 'Sheet', GRID_METHODS);
  serve(host, Sheet.prototype, 'SpreadsheetApp.Sheet', 'Sheet', REST);
  named(Sheet.prototype, 'Sheet');
}
