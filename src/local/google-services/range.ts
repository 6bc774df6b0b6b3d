// Range, last part: sorting, copying, merging, validation, protection, filters and finding; and how its methods are called.
import type { Book, RangeObject, Rect, SheetObject } from './book';
import { type MethodTable, named, serve } from './call';
import { change, mapRect, scriptValue, store, valueAt, writtenCell } from './cells';
import { ruleObject, storedRule } from './data-validation';
import type { EnumValue } from './enums';
import { fail } from './exception';
import { createFilter, filterOf } from './filter';
import type { Host } from './host';
import { breakApart, type Merge, mergeBlocks, mergesOf, overlaps } from './merges';
import { newProtection } from './protection';
import { CELLS_METHODS, RangeCells } from './range-cells';
import { copyCells, pastedBy } from './range-copy';
import { RangeFormats } from './range-formats';
import { RangeValues } from './range-values';
import { CopyPasteType } from './sheet-enums';
import { sortKeys, sortRect } from './sorting';
import { createTextFinder } from './text-finder';

/** A block of cells of a sheet, as scripts have it. */
export class Range extends RangeCells {
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
    this.each((row, column, r, c) => this.place(row, column, rows[r]?.[c]));
    return this.self();
  }
  activate(): RangeObject {
    this.book.select(this.rect);
    return this.self();
  }

  activateAsCurrentCell(): RangeObject {
    return this.activate();
  }

  #target(value: unknown, method: string): Rect {
    return (
      this.book.rectOf(value) ??
      fail(`The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.${method}.`)
    );
  }
  copyTo(destination: unknown, how: unknown = null, transposed = false): void {
    const target = this.#target(destination, 'copyTo');
    const options = (how ?? {}) as { contentsOnly?: boolean; formatOnly?: boolean };
    const chosen = options.contentsOnly ? 'values' : options.formatOnly ? 'formats' : 'all';
    const pasted = Object.values(CopyPasteType).includes(how as EnumValue) ? pastedBy(how as EnumValue) : chosen;
    if (pasted) copyCells(this.book, this.rect, target, pasted, transposed);
  }
  copyValuesToRange(sheet: unknown, column: number, columnEnd: number, row: number, rowEnd: number): void {
    copyCells(this.book, this.rect, this.#block(sheet, column, columnEnd, row, rowEnd), 'values');
  }
  copyFormatToRange(sheet: unknown, column: number, columnEnd: number, row: number, rowEnd: number): void {
    copyCells(this.book, this.rect, this.#block(sheet, column, columnEnd, row, rowEnd), 'formats');
  }
  #block(sheet: unknown, column: number, columnEnd: number, row: number, rowEnd: number): Rect {
    const sheetId = this.book.sheetIdOf(sheet) ?? (sheet as number);
    return { sheetId, row: row - 1, column: column - 1, rows: rowEnd - row + 1, columns: columnEnd - column + 1 };
  }
  moveTo(target: unknown): void {
    const place = this.#target(target, 'moveTo');
    const cells = mapRect(this.rect, (row, column) => this.cellAt(row, column));
    this.each((row, column) => this.place(row, column, undefined));
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
  insertCheckboxes(...marks: unknown[]): RangeObject {
    const validation = { criteria: 'CHECKBOX', values: marks, allowInvalid: false, help: null };
    this.each((row, column) => {
      const held = this.cellAt(row, column)?.value ?? { kind: 'empty' };
      change(this.book, this.rect.sheetId, row, column, { validation });
      if (held.kind !== 'boolean' || marks.length > 0) this.#mark(row, column, false);
    });
    return this.self();
  }
  removeCheckboxes(): RangeObject {
    this.each((row, column) => {
      if (this.#marks(row, column))
        change(this.book, this.rect.sheetId, row, column, { validation: undefined, value: { kind: 'empty' } });
    });
    return this.self();
  }
  /** What a checkbox holds when checked and when not, `null` for a cell that is none. */
  #marks(row: number, column: number): { on: unknown; off: unknown } | null {
    const rule = this.cellAt(row, column)?.validation as { criteria?: string; values?: unknown[] } | undefined;
    if (rule?.criteria !== 'CHECKBOX') return null;
    const { 0: on = true, 1: off = rule.values?.length ? '' : false } = rule.values ?? [];
    return { on, off };
  }
  #mark(row: number, column: number, checked: boolean): void {
    const marks = this.#marks(row, column);
    if (!marks) return;
    const cell = writtenCell(this.book, this.rect, row, column, checked ? marks.on : marks.off);
    store(this.book, this.rect.sheetId, row, column, cell);
  }
  #checked(row: number, column: number): boolean | null {
    const marks = this.#marks(row, column);
    return marks && scriptValue(this.book.host, valueAt(this.book, this.rect.sheetId, row, column)) === marks.on;
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
    this.each((row, column) => this.#mark(row, column, value));
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
  isStartColumnBounded: '- ',
  isEndColumnBounded: '- ',
  getColumnIndex: '- ',
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
  getBackgroundObject: 'r ',
  getBackgroundObjects: 'r ',
  setBackgroundObject: 'w e?',
  setBackgroundObjects: 'w M',
  getFontColorObject: 'r ',
  getFontColorObjects: 'r ',
  setFontColorObject: 'w e?',
  setFontColorObjects: 'w M',
  getTextDirection: 'r ',
  getTextDirections: 'r ',
  setTextDirection: 'w e?',
  setTextDirections: 'w M',
  setFontSizes: 'w M',
  setFontFamilies: 'w M',
  setFontStyles: 'w M',
  setFontLines: 'w M',
  setVerticalAlignments: 'w M',
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
  activateAsCurrentCell: 'w ',
  copyTo: 'w e|e,o|e,e,b',
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
  insertCheckboxes: 'w |a|a,a',
  removeCheckboxes: 'w ',
  isChecked: 'r ',
  check: 'w ',
  uncheck: 'w ',
  createFilter: 'w ',
  getFilter: 'r ',
  protect: 'w ',
  canEdit: 'r ',
  createTextFinder: 'r s',
  setBorder: 'w b?,b?,b?,b?,b?,b?|b?,b?,b?,b?,b?,b?,S?,e?',
  setShowHyperlink: 'w b',
  getSheet: '- ',
};

/** Puts the calling rules around Range's methods. */
export function serveRange(host: Host): void {
  for (const [target, table] of [
    [RangeValues.prototype, VALUES],
    [RangeFormats.prototype, FORMATS],
    [RangeCells.prototype, CELLS_METHODS],
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
