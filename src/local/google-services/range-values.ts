// Range, first part: where it lies, and reading and writing values, formulas and notes.
import { a1Notation, shiftFormula } from './a1';
import type { Book, RangeObject, Rect, SheetObject } from './book';
import type { MethodTable } from './call';
import { change, clearCells, displayTexts, mapRect, scriptValues, writtenCells } from './cells';
import { fail } from './exception';
import { hasContent } from './shifting';
import type { StoredCell } from './state';
import { refuseValidation, refuseValues } from './typed-columns';

/** The block, the value and the formula methods of Range. */
export class RangeValues {
  protected readonly book: Book;
  protected readonly rect: Rect;
  readonly #notation: string | null;

  constructor(book: Book, rect: Rect, notation: string | null) {
    this.book = book;
    this.rect = rect;
    this.#notation = notation;
    Object.defineProperty(this, 'book', { enumerable: false });
    Object.defineProperty(this, 'rect', { enumerable: false });
  }

  protected self(): RangeObject {
    return this as unknown as RangeObject;
  }

  protected cellAt(row: number, column: number): StoredCell | undefined {
    return this.book.host.draft.cell(this.rect.sheetId, row, column);
  }

  protected each(run: (row: number, column: number, r: number, c: number) => void): void {
    const { row, column, rows, columns } = this.rect;
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) run(row + r, column + c, r, c);
  }

  /** Refuses data whose size is not that of the range. */
  protected sized(data: unknown[][]): void {
    const { rows, columns } = this.rect;
    const refuse = (what: string, has: number, wants: number) =>
      fail(
        `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
      );
    if (data.length !== rows) refuse('rows', data.length, rows);
    for (const line of data) if (line.length !== columns) refuse('columns', line.length, columns);
  }

  getRow(): number {
    return this.rect.row + 1;
  }
  getColumn(): number {
    return this.rect.column + 1;
  }
  getNumRows(): number {
    return this.rect.rows;
  }
  getNumColumns(): number {
    return this.rect.columns;
  }
  getHeight(): number {
    return this.rect.rows;
  }
  getWidth(): number {
    return this.rect.columns;
  }
  getLastRow(): number {
    return this.rect.row + this.rect.rows;
  }
  getLastColumn(): number {
    return this.rect.column + this.rect.columns;
  }
  getSheet(): SheetObject {
    return this.book.sheet(this.rect.sheetId);
  }
  getA1Notation(): string {
    const { row, column, rows, columns } = this.rect;
    return this.#notation ?? a1Notation(row, column, rows, columns);
  }
  getCell(row: number, column: number): RangeObject {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns)
      fail('Cell reference out of range');
    return this.book.range({
      ...this.rect,
      row: this.rect.row + row - 1,
      column: this.rect.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }
  offset(rowOffset: number, columnOffset: number, rows = this.rect.rows, columns = this.rect.columns): RangeObject {
    const { sheetId, row, column } = this.rect;
    return this.book.range(this.book.checked(sheetId, row + 1 + rowOffset, column + 1 + columnOffset, rows, columns));
  }

  getValue(): unknown {
    return scriptValues(this.book, { ...this.rect, rows: 1, columns: 1 })[0]?.[0];
  }
  getValues(): unknown[][] {
    return scriptValues(this.book, this.rect);
  }
  getDisplayValue(): string {
    return displayTexts(this.book, { ...this.rect, rows: 1, columns: 1 })[0]?.[0] ?? '';
  }
  getDisplayValues(): string[][] {
    return displayTexts(this.book, this.rect);
  }
  isBlank(): boolean {
    return !this.book.host.draft.cellsIn(this.rect.sheetId, this.rect).some(([, , cell]) => hasContent(cell));
  }

  setValue(value: unknown): RangeObject {
    refuseValues(this.book.host, this.rect, this.rect.rows * this.rect.columns > 1);
    const { row: top, column: left, rows, columns } = this.rect;
    const cells = writtenCells(this.book, this.rect, Array(rows).fill(Array(columns).fill(value)));
    cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell.formula) cell.formula = shiftFormula(cell.formula, r, c);
      });
    });
    this.book.host.draft.putAll(this.rect.sheetId, top, left, cells);
    return this.self();
  }
  setValues(values: unknown[][]): RangeObject {
    this.sized(values);
    refuseValues(this.book.host, this.rect, true);
    const { sheetId, row: top, column: left } = this.rect;
    const cells = writtenCells(this.book, this.rect, values);
    this.book.host.draft.putAll(sheetId, top, left, cells);
    return this.self();
  }

  getFormula(): string {
    return this.cellAt(this.rect.row, this.rect.column)?.formula ?? '';
  }
  getFormulas(): string[][] {
    return mapRect(this.rect, (row, column) => this.cellAt(row, column)?.formula ?? '');
  }
  #putFormula(row: number, column: number, text: string): void {
    const { formula: _old, displayed: _displayed, ...kept } = this.cellAt(row, column) ?? { value: { kind: 'empty' } };
    const cell: StoredCell = { ...kept, value: { kind: 'empty' } };
    if (text !== '') cell.formula = text.startsWith('=') ? text : `=${text}`;
    this.book.host.draft.put(this.rect.sheetId, row, column, cell);
  }
  setFormula(formula: string | null): RangeObject {
    refuseValues(this.book.host, this.rect, this.rect.rows * this.rect.columns > 1);
    this.each((row, column, r, c) => this.#putFormula(row, column, shiftFormula(formula ?? '', r, c)));
    return this.self();
  }
  setFormulas(formulas: (string | null)[][]): RangeObject {
    this.sized(formulas);
    refuseValues(this.book.host, this.rect, true);
    this.each((row, column, r, c) => this.#putFormula(row, column, String(formulas[r]?.[c] ?? '')));
    return this.self();
  }
  getNote(): string {
    return this.cellAt(this.rect.row, this.rect.column)?.note ?? '';
  }
  getNotes(): string[][] {
    return mapRect(this.rect, (row, column) => this.cellAt(row, column)?.note ?? '');
  }
  setNote(note: string | null): RangeObject {
    this.each((row, column) => change(this.book, this.rect.sheetId, row, column, { note: note || undefined }));
    return this.self();
  }
  setNotes(notes: unknown[][]): RangeObject {
    this.sized(notes);
    // A number in a block of notes is written with a decimal (25.0), unlike in setNote: seen on the live service.
    const text = (note: unknown) =>
      typeof note === 'number' && Number.isInteger(note) ? `${note}.0` : String(note ?? '');
    this.each((row, column, r, c) =>
      change(this.book, this.rect.sheetId, row, column, { note: text(notes[r]?.[c]) || undefined }),
    );
    return this.self();
  }

  clear(options: Record<string, unknown> | null = null): RangeObject {
    clearCells(this.book, this.rect, clearing(options));
    return this.self();
  }
  clearContent(): RangeObject {
    clearCells(this.book, this.rect, { contents: true });
    return this.self();
  }
  clearFormat(): RangeObject {
    clearCells(this.book, this.rect, { formats: true });
    return this.self();
  }
  clearNote(): RangeObject {
    clearCells(this.book, this.rect, { notes: true });
    return this.self();
  }
  clearDataValidations(): RangeObject {
    refuseValidation(this.book.host, this.rect);
    clearCells(this.book, this.rect, { validations: true });
    return this.self();
  }
}

/** What the options of clear() mean; without options contents and formats go. */
export function clearing(options: Record<string, unknown> | null) {
  const chosen = {
    contents: options?.['contentsOnly'] === true,
    formats: options?.['formatOnly'] === true,
    notes: options?.['commentsOnly'] === true,
    validations: options?.['validationsOnly'] === true,
  };
  return Object.values(chosen).includes(true) ? chosen : { contents: true, formats: true };
}

/** How the methods of `RangeValues` are called. */
export const VALUE_METHODS: MethodTable = {
  getRow: '- ',
  getColumn: '- ',
  getNumRows: '- ',
  getNumColumns: '- ',
  getHeight: '- ',
  getWidth: '- ',
  getLastRow: '- ',
  getLastColumn: '- ',
  getSheet: '- ',
  getA1Notation: '- ',
  getCell: '- n,n',
  offset: '- n,n|n,n,n|n,n,n,n',
  getValue: 'r ',
  getValues: 'r ',
  getDisplayValue: 'r ',
  getDisplayValues: 'r ',
  isBlank: 'r ',
  setValue: 'w a',
  setValues: 'w M',
  getFormula: 'r ',
  getFormulas: 'r ',
  setFormula: 'w s',
  setFormulas: 'w M',
  getNote: 'r ',
  getNotes: 'r ',
  setNote: 'w s',
  setNotes: 'w M',
  clear: 'w |o',
  clearContent: 'w ',
  clearFormat: 'w ',
  clearNote: 'w ',
  clearDataValidations: 'w ',
};
