// Sheet, first part: finding ranges, the size of the grid, adding, inserting, deleting and clearing rows and columns.
import { openNotation, parseReference } from './a1';
import type { Book, RangeObject, Rect, SheetObject } from './book';
import type { MethodTable } from './call';
import { clearCells, displayTexts, writtenCells } from './cells';
import { fail } from './exception';
import type { SheetFacts } from './host';
import { namedRect } from './named-range';
import { clearing } from './range-values';
import { sortRect } from './sorting';
import { refuseValues } from './typed-columns';

/** The sheet that a reference names, else the one it is asked of. */
function sheetNamed(book: Book, name: string | null, own: number): number {
  if (name === null) return own;
  const { draft } = book.host;
  return (
    draft.sheetIds().find((id) => draft.sheet(id)?.name.toLowerCase() === name.toLowerCase()) ?? fail('Range not found')
  );
}

/** The range of a text: A1, R1C1 or a name. @throws Exception for a text that is none, or beyond the grid */
export function rangeOfText(book: Book, sheetId: number, text: string): RangeObject {
  const ref = parseReference(text);
  const name = ref && !isPastGrid(ref.right) ? null : namedRect(book, text);
  if (name) return book.range(name);
  if (!ref) fail('Range not found');
  const id = sheetNamed(book, ref.sheet, sheetId);
  const facts = book.facts(id);
  const top = ref.top ?? 0;
  const left = ref.left ?? 0;
  const bottom = ref.bottom ?? facts.maxRows - 1;
  const right = ref.right ?? facts.maxColumns - 1;
  return book.range(book.checked(id, top + 1, left + 1, bottom - top + 1, right - left + 1), openNotation(ref));
}

/** Whether a text can only be a name because its column letters go beyond any grid (`TAX2026`). */
function isPastGrid(column: number | null): boolean {
  return column !== null && column >= 18_278;
}

/** The grid methods of Sheet. */
export class SheetGrid {
  protected readonly book: Book;
  protected readonly id: number;

  constructor(book: Book, id: number) {
    this.book = book;
    this.id = id;
    Object.defineProperty(this, 'book', { enumerable: false });
    Object.defineProperty(this, 'id', { enumerable: false });
  }

  protected self(): SheetObject {
    return this as unknown as SheetObject;
  }
  protected facts(): SheetFacts {
    return this.book.facts(this.id);
  }
  protected rect(row: number, column: number, rows: number, columns: number): Rect {
    return this.book.checked(this.id, row, column, rows, columns);
  }
  protected whole(): Rect {
    const { maxRows, maxColumns } = this.facts();
    return { sheetId: this.id, row: 0, column: 0, rows: maxRows, columns: maxColumns };
  }
  protected used(): Rect {
    const { rows, columns } = this.book.host.draft.extent(this.id);
    return { sheetId: this.id, row: 0, column: 0, rows: Math.max(rows, 1), columns: Math.max(columns, 1) };
  }

  getRange(first: string | number, column = 1, rows = 1, columns = 1): RangeObject {
    if (typeof first === 'string') return rangeOfText(this.book, this.id, first);
    return this.book.range(this.rect(first, column, rows, columns));
  }
  getDataRange(): RangeObject {
    return this.book.range(this.used());
  }
  getLastRow(): number {
    return this.book.host.draft.extent(this.id).rows;
  }
  getLastColumn(): number {
    return this.book.host.draft.extent(this.id).columns;
  }
  getMaxRows(): number {
    return this.facts().maxRows;
  }
  getMaxColumns(): number {
    return this.facts().maxColumns;
  }
  appendRow(values: unknown[]): SheetObject {
    const { draft } = this.book.host;
    const row = draft.extent(this.id).rows;
    const { maxRows, maxColumns } = this.facts();
    const rect = { sheetId: this.id, row, column: 0, rows: 1, columns: values.length };
    refuseValues(this.book.host, rect, true);
    const [cells = []] = writtenCells(this.book, rect, [values]);
    if (row >= maxRows) draft.insert(this.id, 'rows', maxRows, row - maxRows + 1);
    if (values.length > maxColumns) draft.insert(this.id, 'columns', maxColumns, values.length - maxColumns);
    draft.append(this.id, cells);
    return this.self();
  }

  #insert(dimension: 'rows' | 'columns', at: number, count: number): void {
    const { maxRows, maxColumns } = this.facts();
    const size = dimension === 'rows' ? maxRows : maxColumns;
    if (at < 0 || at > size || count < 1) fail(`Those ${dimension} are out of bounds.`);
    this.book.host.draft.insert(this.id, dimension, at, count);
  }
  #inGrid(dimension: 'rows' | 'columns', position: number): void {
    const size = dimension === 'rows' ? this.facts().maxRows : this.facts().maxColumns;
    if (position < 1 || position > size) fail(`Those ${dimension} are out of bounds.`);
  }
  insertRowAfter(position: number): SheetObject {
    return this.insertRowsAfter(position, 1);
  }
  insertRowBefore(position: number): SheetObject {
    return this.insertRowsBefore(position, 1);
  }
  insertRowsAfter(position: number, count: number): SheetObject {
    this.#inGrid('rows', position);
    this.#insert('rows', position, count);
    return this.self();
  }
  insertRowsBefore(position: number, count: number): SheetObject {
    this.#inGrid('rows', position);
    this.#insert('rows', position - 1, count);
    return this.self();
  }
  insertRows(index: number, count = 1): void {
    this.#insert('rows', index - 1, count);
  }
  insertColumnAfter(position: number): SheetObject {
    return this.insertColumnsAfter(position, 1);
  }
  insertColumnBefore(position: number): SheetObject {
    return this.insertColumnsBefore(position, 1);
  }
  insertColumnsAfter(position: number, count: number): SheetObject {
    this.#inGrid('columns', position);
    this.#insert('columns', position, count);
    return this.self();
  }
  insertColumnsBefore(position: number, count: number): SheetObject {
    this.#inGrid('columns', position);
    this.#insert('columns', position - 1, count);
    return this.self();
  }
  insertColumns(index: number, count = 1): void {
    this.#insert('columns', index - 1, count);
  }

  deleteRow(position: number): SheetObject {
    this.deleteRows(position, 1);
    return this.self();
  }
  deleteRows(position: number, count: number): void {
    const { maxRows, frozenRows } = this.facts();
    if (position < 1 || count < 1 || position + count - 1 > maxRows) fail('Those rows are out of bounds.');
    if (count >= maxRows) fail("You can't delete all the rows on the sheet.");
    if (frozenRows > 0 && position <= frozenRows + 1 && position + count - 1 >= maxRows) {
      fail('Sorry, it is not possible to delete all non-frozen rows.');
    }
    this.book.host.draft.remove(this.id, 'rows', position - 1, count);
    const frozenGone = Math.max(0, Math.min(frozenRows, position + count - 1) - position + 1);
    if (frozenGone > 0) this.book.host.draft.setSheet(this.id, { frozenRows: frozenRows - frozenGone });
  }
  /** Moves whole rows before the one at an index, which counts as the rows lie before that. */
  moveRows(rows: RangeObject, destination: number): void {
    const { maxRows, frozenRows } = this.facts();
    const from = rows.getRow() - 1;
    const count = rows.getNumRows();
    const to = destination - 1;
    if (to < 0 || to > maxRows) fail('Those rows are out of bounds.');
    if (from < frozenRows !== to < frozenRows) fail('You cannot move rows across frozen rows.');
    if (to < from || to > from + count) this.book.host.draft.moveRows(this.id, from, count, to);
  }
  deleteColumn(position: number): SheetObject {
    this.deleteColumns(position, 1);
    return this.self();
  }
  deleteColumns(position: number, count: number): void {
    const { maxColumns } = this.facts();
    if (position < 1 || count < 1 || position + count - 1 > maxColumns) fail('Those columns are out of bounds.');
    if (count >= maxColumns) fail("You can't delete all the columns on the sheet.");
    this.book.host.draft.remove(this.id, 'columns', position - 1, count);
  }

  clear(options: Record<string, unknown> | null = null): SheetObject {
    clearCells(this.book, this.whole(), clearing(options));
    return this.self();
  }
  clearContents(): SheetObject {
    clearCells(this.book, this.whole(), { contents: true });
    return this.self();
  }
  clearFormats(): SheetObject {
    clearCells(this.book, this.whole(), { formats: true });
    return this.self();
  }
  clearNotes(): SheetObject {
    clearCells(this.book, this.whole(), { notes: true });
    return this.self();
  }

  sort(column: number, ascending = true): SheetObject {
    const { frozenRows } = this.facts();
    const used = this.used();
    const rect = { ...used, row: frozenRows, rows: used.rows - frozenRows };
    if (rect.rows > 0) sortRect(this.book, rect, [{ column, ascending }]);
    return this.self();
  }

  getColumnWidth(position: number): number {
    this.#inGrid('columns', position);
    return this.facts().columnWidths[position - 1] ?? 100;
  }
  setColumnWidth(position: number, width: number): SheetObject {
    return this.#setWidths(position, 1, width);
  }
  setColumnWidths(start: number, count: number, width: number): SheetObject {
    return this.#setWidths(start, count, width);
  }
  #setWidths(start: number, count: number, width: number): SheetObject {
    this.#inGrid('columns', start);
    const columnWidths = { ...this.facts().columnWidths };
    for (let i = 0; i < count; i++) columnWidths[start - 1 + i] = width;
    this.book.host.draft.setSheet(this.id, { columnWidths });
    return this.self();
  }
  autoResizeColumn(position: number): SheetObject {
    return this.autoResizeColumns(position, 1);
  }
  autoResizeColumns(start: number, count: number): SheetObject {
    this.#inGrid('columns', start);
    const texts = displayTexts(this.book, { ...this.used(), column: start - 1, columns: count });
    for (let i = 0; i < count; i++) {
      const longest = Math.max(...texts.map((line) => line[i]?.length ?? 0));
      if (longest > 0) this.#setWidths(start + i, 1, Math.max(21, Math.round(longest * 7 + 8)));
    }
    return this.self();
  }
}

/** How the methods of `SheetGrid` are called. */
export const GRID_METHODS: MethodTable = {
  getRange: '- S|n,n|n,n,n|n,n,n,n',
  getDataRange: '- ',
  getLastRow: 'r ',
  getLastColumn: 'r ',
  getMaxRows: 'r ',
  getMaxColumns: 'r ',
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
  moveRows: 'w e,n',
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
