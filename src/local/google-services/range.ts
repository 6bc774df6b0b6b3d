// Range, last part: sorting, copying, merging, validation, protection, filters and finding; and how its methods are called.
import type { Book, RangeObject, Rect, SheetObject } from './book';
import { named, serve } from './call';
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
import { FORMAT_METHODS, OTHER_METHODS, VALUE_METHODS } from './range-methods';
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

/** Puts the calling rules around Range's methods. */
export function serveRange(host: Host): void {
  for (const [target, table] of [
    [RangeValues.prototype, VALUE_METHODS],
    [RangeFormats.prototype, FORMAT_METHODS],
    [RangeCells.prototype, CELLS_METHODS],
    [Range.prototype, OTHER_METHODS],
  ] as const) {
    serve(host, target, 'SpreadsheetApp.Range', 'Range', table);
  }
  named(Range.prototype, 'Range');
}

/** Makes a range object. */
export function makeRange(book: Book, rect: Rect, notation: string | null): Range {
  return new Range(book, rect, notation);
}
