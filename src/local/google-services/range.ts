// Range, last part: sorting, copying, merging, validation, protection, filters and finding; and how its methods are called.
import { shiftFormula } from './a1';
import type { Book, RangeObject, Rect, SheetObject } from './book';
import { type MethodTable, named, serve } from './call';
import { change, displayAt, mapRect, store } from './cells';
import { ruleObject, storedRule } from './data-validation';
import { fail } from './exception';
import { createFilter, filterOf } from './filter';
import type { Host } from './host';
import { breakApart, type Merge, mergeBlocks, mergesOf, overlaps } from './merges';
import { newProtection } from './protection';
import { RangeFormats } from './range-formats';
import { RangeValues } from './range-values';
import { sortKeys, sortRect } from './sorting';
import type { StoredCell } from './state';
import { createTextFinder } from './text-finder';

/** A block of cells of a sheet, as scripts have it. */
export class Range extends RangeFormats {
  sort(spec: unknown): RangeObject {
    sortRect(this.book, this.rect, sortKeys(spec));
    return this.self();
  }
  randomize(): RangeObject {
    const rows = mapRect(this.rect, (row, column) => this.cellAt(row, column));
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [rows[i], rows[j]] = [rows[j] ?? [], rows[i] ?? []];
    }
    this.each((row, column, r, c) => this.#place(row, column, rows[r]?.[c]));
    return this.self();
  }
  #place(row: number, column: number, cell: StoredCell | undefined): void {
    store(this.book, this.rect.sheetId, row, column, cell ?? { value: { kind: 'empty' } });
  }

  activate(): RangeObject {
    this.book.host.draft.setFacts({ activeSheetId: this.rect.sheetId });
    return this.self();
  }

  #copy(
    target: Rect,
    pick: (source: StoredCell | undefined, target: StoredCell | undefined) => StoredCell | undefined,
  ): void {
    const source = mapRect(this.rect, (row, column) => this.cellAt(row, column));
    const rows = Math.max(target.rows, this.rect.rows);
    const columns = Math.max(target.columns, this.rect.columns);
    this.book.checked(target.sheetId, target.row + 1, target.column + 1, rows, columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        const fromRow = r % this.rect.rows;
        const fromColumn = c % this.rect.columns;
        const row = target.row + r;
        const column = target.column + c;
        const cell = pick(source[fromRow]?.[fromColumn], this.book.host.draft.cell(target.sheetId, row, column));
        const shift = [row - this.rect.row - fromRow, column - this.rect.column - fromColumn] as const;
        const next = cell?.formula ? { ...cell, formula: shiftFormula(cell.formula, ...shift) } : cell;
        store(this.book, target.sheetId, row, column, next ?? { value: { kind: 'empty' } });
      }
    }
  }
  #target(value: unknown, method: string): Rect {
    return (
      this.book.rectOf(value) ??
      fail(`The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.${method}.`)
    );
  }
  copyTo(destination: unknown, options: { contentsOnly?: boolean; formatOnly?: boolean } | null = null): void {
    const target = this.#target(destination, 'copyTo');
    if (options?.contentsOnly) this.#copyValues(target);
    else if (options?.formatOnly) this.#copyFormats(target);
    else this.#copy(target, (source) => source);
  }
  copyValuesToRange(sheet: unknown, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.#copyValues(this.#block(sheet, column, columnEnd, row, rowEnd));
  }
  copyFormatToRange(sheet: unknown, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.#copyFormats(this.#block(sheet, column, columnEnd, row, rowEnd));
  }
  #block(sheet: unknown, column: number, columnEnd: number, row: number, rowEnd: number): Rect {
    const sheetId = this.book.sheetIdOf(sheet) ?? (sheet as number);
    return { sheetId, row: row - 1, column: column - 1, rows: rowEnd - row + 1, columns: columnEnd - column + 1 };
  }
  #copyValues(target: Rect): void {
    this.#copy(target, (source, old) => {
      const { formula: _formula, displayed: _displayed, ...kept } = old ?? { value: { kind: 'empty' as const } };
      return { ...kept, value: source?.value ?? { kind: 'empty' } };
    });
  }
  #copyFormats(target: Rect): void {
    this.#copy(target, (source, old) => {
      const {
        value: _v,
        formula: _f,
        note: _n,
        displayed: _d,
        validation: _c,
        ...format
      } = source ?? { value: { kind: 'empty' as const } };
      const content: StoredCell = { value: old?.value ?? { kind: 'empty' } };
      if (old?.formula) content.formula = old.formula;
      if (old?.note) content.note = old.note;
      return { ...content, ...format };
    });
  }
  moveTo(target: unknown): void {
    const place = this.#target(target, 'moveTo');
    const cells = mapRect(this.rect, (row, column) => this.cellAt(row, column));
    this.each((row, column) => this.#place(row, column, undefined));
    cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        store(this.book, place.sheetId, place.row + r, place.column + c, cell ?? { value: { kind: 'empty' } });
      });
    });
  }

  merge(): RangeObject {
    mergeBlocks(this.book, this.rect, [this.#merge(this.rect)]);
    return this.self();
  }
  mergeAcross(): RangeObject {
    const rows = Array.from({ length: this.rect.rows }, (_, i) =>
      this.#merge({ ...this.rect, row: this.rect.row + i, rows: 1 }),
    );
    mergeBlocks(this.book, this.rect, rows);
    return this.self();
  }
  mergeVertically(): RangeObject {
    const columns = Array.from({ length: this.rect.columns }, (_, i) =>
      this.#merge({ ...this.rect, column: this.rect.column + i, columns: 1 }),
    );
    mergeBlocks(this.book, this.rect, columns);
    return this.self();
  }
  #merge({ row, column, rows, columns }: Rect): Merge {
    return { row, column, rows, columns };
  }
  breakApart(): RangeObject {
    breakApart(this.book, this.rect);
    return this.self();
  }
  isPartOfMerge(): boolean {
    return mergesOf(this.book, this.rect.sheetId).some((merge) => overlaps(merge, this.rect));
  }
  getMergedRanges(): RangeObject[] {
    return mergesOf(this.book, this.rect.sheetId)
      .filter((merge) => overlaps(merge, this.rect))
      .map((merge) => this.book.range({ sheetId: this.rect.sheetId, ...merge }));
  }

  setDataValidation(rule: unknown): RangeObject {
    const stored = rule === null ? undefined : storedRule(this.book, rule, 'SpreadsheetApp.Range.setDataValidation');
    this.each((row, column) => change(this.book, this.rect.sheetId, row, column, { validation: stored }));
    return this.self();
  }
  setDataValidations(rules: unknown[][]): RangeObject {
    this.sized(rules);
    this.each((row, column, r, c) => {
      const rule = rules[r]?.[c] ?? null;
      const stored = rule === null ? undefined : storedRule(this.book, rule, 'SpreadsheetApp.Range.setDataValidations');
      change(this.book, this.rect.sheetId, row, column, { validation: stored });
    });
    return this.self();
  }
  getDataValidation(): object | null {
    return ruleObject(this.book, this.cellAt(this.rect.row, this.rect.column)?.validation);
  }
  getDataValidations(): (object | null)[][] {
    return mapRect(this.rect, (row, column) => ruleObject(this.book, this.cellAt(row, column)?.validation));
  }
  insertCheckboxes(): RangeObject {
    const validation = { criteria: 'CHECKBOX', values: [], allowInvalid: false, help: null };
    this.each((row, column) => {
      const held = this.cellAt(row, column)?.value;
      const value = held?.kind === 'boolean' ? held : { kind: 'boolean' as const, value: false };
      change(this.book, this.rect.sheetId, row, column, { validation, value, formula: undefined });
    });
    return this.self();
  }
  removeCheckboxes(): RangeObject {
    this.each((row, column) => {
      change(this.book, this.rect.sheetId, row, column, { validation: undefined, value: { kind: 'empty' } });
    });
    return this.self();
  }
  #checked(row: number, column: number): boolean | null {
    const cell = this.cellAt(row, column);
    const isBox = (cell?.validation as { criteria?: string } | undefined)?.criteria === 'CHECKBOX';
    return isBox ? cell?.value.kind === 'boolean' && cell.value.value : null;
  }
  isChecked(): boolean | null {
    const boxes = mapRect(this.rect, (row, column) => this.#checked(row, column)).flat();
    const [first = null] = boxes;
    return boxes.every((box) => box === first) ? first : null;
  }
  check(): RangeObject {
    return this.#setChecked(true);
  }
  uncheck(): RangeObject {
    return this.#setChecked(false);
  }
  #setChecked(value: boolean): RangeObject {
    this.each((row, column) => {
      if (this.#checked(row, column) !== null)
        change(this.book, this.rect.sheetId, row, column, { value: { kind: 'boolean', value } });
    });
    return this.self();
  }

  createFilter(): object {
    return createFilter(this.book, this.rect);
  }
  getFilter(): object | null {
    return filterOf(this.book, this.rect.sheetId);
  }
  protect(): object {
    return newProtection(this.book, this.rect.sheetId, this.rect);
  }
  canEdit(): boolean {
    return true;
  }
  createTextFinder(text: string): object {
    return createTextFinder(this.book, [this.rect], text);
  }
  getDataRegion(): RangeObject {
    const { sheetId } = this.rect;
    const { rows, columns } = this.book.host.draft.extent(sheetId);
    const filled = (row: number, column: number) => displayAt(this.book, sheetId, row, column) !== '';
    let { row: top, column: left } = this.rect;
    let bottom = top + this.rect.rows - 1;
    let right = left + this.rect.columns - 1;
    const anyInRow = (row: number) =>
      row >= 0 && row < rows && range(left, right).some((column) => filled(row, column));
    const anyInColumn = (column: number) =>
      column >= 0 && column < columns && range(top, bottom).some((row) => filled(row, column));
    for (let grown = true; grown; ) {
      grown = false;
      for (; anyInRow(top - 1); grown = true) top -= 1;
      for (; anyInRow(bottom + 1); grown = true) bottom += 1;
      for (; anyInColumn(left - 1); grown = true) left -= 1;
      for (; anyInColumn(right + 1); grown = true) right += 1;
    }
    return this.book.range({ sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
  }
  setBorder(..._sides: unknown[]): RangeObject {
    return this.self();
  }
  setShowHyperlink(_show: boolean): RangeObject {
    return this.self();
  }
  override getSheet(): SheetObject {
    return this.book.sheet(this.rect.sheetId);
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const VALUES: MethodTable = {
  getRow: '- ',
  getRowIndex: '- ',
  getColumn: '- ',
  getNumRows: '- ',
  getNumColumns: '- ',
  getHeight: '- ',
  getWidth: '- ',
  getLastRow: '- ',
  getLastColumn: '- ',
  getGridId: '- ',
  getA1Notation: '- ',
  isStartRowBounded: '- ',
  isEndRowBounded: '- ',
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
  getFormulaR1C1: 'r ',
  getFormulasR1C1: 'r ',
  setFormula: 'w s',
  setFormulas: 'w M',
  setFormulaR1C1: 'w s',
  setFormulasR1C1: 'w M',
  getNote: 'r ',
  getNotes: 'r ',
  setNote: 'w s',
  setNotes: 'w M',
  clear: 'w |o',
  clearContent: 'w ',
  clearFormat: 'w ',
  clearNote: 'w ',
  clearDataValidations: 'w ',
  trimWhitespace: 'w ',
};

const FORMATS: MethodTable = {
  getNumberFormat: 'r ',
  getNumberFormats: 'r ',
  setNumberFormat: 'w S',
  setNumberFormats: 'w M',
  getBackground: 'r ',
  getBackgrounds: 'r ',
  setBackground: 'w S?',
  setBackgroundColor: 'w S?',
  setBackgrounds: 'w M',
  setBackgroundRGB: 'w n,n,n',
  getFontColor: 'r ',
  getFontColors: 'r ',
  setFontColor: 'w S?',
  setFontColors: 'w M',
  getFontWeight: 'r ',
  getFontWeights: 'r ',
  setFontWeight: 'w S?',
  setFontWeights: 'w M',
  getFontSize: 'r ',
  getFontSizes: 'r ',
  setFontSize: 'w n',
  getFontFamily: 'r ',
  getFontFamilies: 'r ',
  setFontFamily: 'w S?',
  getFontStyle: 'r ',
  getFontStyles: 'r ',
  setFontStyle: 'w S?',
  getFontLine: 'r ',
  getFontLines: 'r ',
  setFontLine: 'w S?',
  getVerticalAlignment: 'r ',
  getVerticalAlignments: 'r ',
  setVerticalAlignment: 'w S?',
  getHorizontalAlignment: 'r ',
  getHorizontalAlignments: 'r ',
  setHorizontalAlignment: 'w S?',
  setHorizontalAlignments: 'w M',
  getWrap: 'r ',
  getWraps: 'r ',
  setWrap: 'w b?',
  setWraps: 'w M',
  getWrapStrategy: 'r ',
  getWrapStrategies: 'r ',
  setWrapStrategy: 'w e',
  setWrapStrategies: 'w M',
};

const REST: MethodTable = {
  sort: 'w n|o|A',
  randomize: 'w ',
  activate: 'w ',
  copyTo: 'w e|e,o',
  copyValuesToRange: 'w e,n,n,n,n|n,n,n,n,n',
  copyFormatToRange: 'w e,n,n,n,n|n,n,n,n,n',
  moveTo: 'w e',
  merge: 'w ',
  mergeAcross: 'w ',
  mergeVertically: 'w ',
  breakApart: 'w ',
  isPartOfMerge: 'r ',
  getMergedRanges: 'r ',
  setDataValidation: 'w e?',
  setDataValidations: 'w M',
  getDataValidation: 'r ',
  getDataValidations: 'r ',
  insertCheckboxes: 'w ',
  removeCheckboxes: 'w ',
  isChecked: 'r ',
  check: 'w ',
  uncheck: 'w ',
  createFilter: 'w ',
  getFilter: 'r ',
  protect: 'w ',
  canEdit: 'r ',
  createTextFinder: 'r s',
  getDataRegion: 'r ',
  setBorder: 'w b?,b?,b?,b?,b?,b?|b?,b?,b?,b?,b?,b?,S?,e?',
  setShowHyperlink: 'w b',
  getSheet: '- ',
};

/** Puts the calling rules around Range's methods. */
export function serveRange(host: Host): void {
  for (const [target, table] of [
    [RangeValues.prototype, VALUES],
    [RangeFormats.prototype, FORMATS],
    [Range.prototype, REST],
  ] as const) {
    serve(host, target, 'SpreadsheetApp.Range', 'Range', table);
  }
  named(Range.prototype, 'Range');
}

/** Makes a range object. */
export function makeRange(book: Book, rect: Rect, notation: string | null): Range {
  return new Range(book, rect, notation);
}
