// Sheet, second part: how it is seen: frozen and hidden rows and columns, heights, colours and the selection.
import type { RangeObject, Rect, SheetObject } from './book';
import type { MethodTable } from './call';
import { fail } from './exception';
import { isFilteredOut } from './filter';
import { RangeList } from './range-list';
import { SheetGrid } from './sheet-grid';

/** The view methods of Sheet. */
export class SheetView extends SheetGrid {
  #extra(name: string): unknown {
    return this.facts().extras[name];
  }
  #setExtra(name: string, value: unknown): void {
    this.book.host.draft.setSheet(this.id, { extras: { ...this.facts().extras, [name]: value } });
  }
  getFrozenRows(): number {
    return this.facts().frozenRows;
  }
  setFrozenRows(rows: number): void {
    if (rows >= this.facts().maxRows) fail("You can't freeze all visible rows on the sheet.");
    this.book.host.draft.setSheet(this.id, { frozenRows: rows });
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
  #block(range: unknown): Rect {
    return this.book.rectOf(range) ?? fail('Invalid range');
  }
  hideRow(range: unknown): void {
    const { row, rows } = this.#block(range);
    this.hideRows(row + 1, rows);
  }
  unhideRow(range: unknown): void {
    const { row, rows } = this.#block(range);
    this.showRows(row + 1, rows);
  }
  hideColumn(range: unknown): void {
    const { column, columns } = this.#block(range);
    this.hideColumns(column + 1, columns);
  }
  unhideColumn(range: unknown): void {
    const { column, columns } = this.#block(range);
    this.showColumns(column + 1, columns);
  }
  isRowHiddenByUser(row: number): boolean {
    return this.#hidden('hiddenRows').includes(row);
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.#hidden('hiddenColumns').includes(column);
  }
  isRowHiddenByFilter(row: number): boolean {
    return isFilteredOut(this.book, this.id, row);
  }
  getTabColor(): string | null {
    return (this.#extra('tabColor') as string | undefined) ?? null;
  }
  setTabColor(color: string | null): SheetObject {
    this.#setExtra('tabColor', color ?? undefined);
    return this.self();
  }
  isRightToLeft(): boolean {
    return this.#extra('rightToLeft') === true;
  }
  setRightToLeft(rightToLeft: boolean): SheetObject {
    this.#setExtra('rightToLeft', rightToLeft);
    return this.self();
  }
  hasHiddenGridlines(): boolean {
    return this.#extra('hiddenGridlines') === true;
  }
  setHiddenGridlines(hidden: boolean): SheetObject {
    this.#setExtra('hiddenGridlines', hidden);
    return this.self();
  }

  #heights(): Record<number, number> {
    return (this.#extra('rowHeights') as Record<number, number> | undefined) ?? {};
  }
  getRowHeight(position: number): number {
    return this.#heights()[position] ?? 21;
  }
  setRowHeight(position: number, height: number): SheetObject {
    return this.setRowHeights(position, 1, height);
  }
  setRowHeights(start: number, count: number, height: number): SheetObject {
    if (start < 1 || start + count - 1 > this.facts().maxRows) fail('Those rows are out of bounds.');
    const heights = { ...this.#heights() };
    for (let row = start; row < start + count; row++) heights[row] = height;
    this.#setExtra('rowHeights', heights);
    return this.self();
  }
  setRowHeightsForced(start: number, count: number, height: number): SheetObject {
    return this.setRowHeights(start, count, height);
  }
  autoResizeRows(start: number, count: number): SheetObject {
    return this.setRowHeights(start, count, 21);
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
  getActiveRangeList(): object {
    return new RangeList([this.getActiveRange()]);
  }
  getSelection(): object {
    return {
      getActiveRange: () => this.getActiveRange(),
      getActiveRangeList: () => this.getActiveRangeList(),
      getActiveSheet: () => this.self(),
      getCurrentCell: () => this.getActiveCell(),
      toString: () => 'Selection',
    };
  }
  setActiveRange(range: RangeObject): RangeObject {
    return range.activate();
  }
  setCurrentCell(cell: RangeObject): RangeObject {
    return cell.activate();
  }
  setActiveSelection(range: RangeObject | string): RangeObject {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }
  setActiveRangeList(list: RangeList): RangeList {
    list.getRanges()[0]?.activate();
    return list;
  }
}

/** How the methods of `SheetView` are called. */
export const VIEW_METHODS: MethodTable = {
  getFrozenRows: 'r ',
  setFrozenRows: 'w n',
  getFrozenColumns: 'r ',
  setFrozenColumns: 'w n',
  hideRows: 'w n|n,n',
  showRows: 'w n|n,n',
  hideColumns: 'w n|n,n',
  showColumns: 'w n|n,n',
  hideRow: 'w e',
  unhideRow: 'w e',
  hideColumn: 'w e',
  unhideColumn: 'w e',
  isRowHiddenByUser: 'r n',
  isColumnHiddenByUser: 'r n',
  isRowHiddenByFilter: 'r n',
  getTabColor: 'r ',
  setTabColor: 'w S?',
  isRightToLeft: 'r ',
  setRightToLeft: 'w b',
  hasHiddenGridlines: 'r ',
  setHiddenGridlines: 'w b',
  getRowHeight: 'r n',
  setRowHeight: 'w n,n',
  setRowHeights: 'w n,n,n',
  setRowHeightsForced: 'w n,n,n',
  autoResizeRows: 'w n,n',
  getActiveRange: 'r ',
  getActiveCell: 'r ',
  getCurrentCell: 'r ',
  getActiveRangeList: 'r ',
  getSelection: 'r ',
  setActiveRange: 'w e',
  setCurrentCell: 'w e',
  setActiveSelection: 'w e|S',
  setActiveRangeList: 'w e',
};
