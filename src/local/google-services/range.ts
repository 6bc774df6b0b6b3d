// Range, second part: formats, validation, sorting, filters and the selection; and how its methods are called.
import type { Book, RangeObject, Rect } from './book';
import { type MethodTable, named, serve } from './call';
import { mapRect } from './cells';
import { colorOf } from './colors';
import { DataValidationBuilder, ruleObject, storedRule } from './data-validation';
import { fail } from './exception';
import { createFilter, filterOf } from './filter';
import type { Host } from './host';
import { GENERAL } from './number-format';
import { RangeValues, VALUE_METHODS } from './range-values';
import { sortKeys, sortRect } from './sorting';
import type { StoredCell } from './state';
import { hasOwnRule, refuseFormat, refuseValidation } from './typed-columns';

/** A change of how a cell looks; an empty one for a value that is ignored. */
type Look = Partial<StoredCell>;

function numberFormat(format: unknown): Look {
  if (typeof format !== 'string') return fail('Invalid number format');
  return { numberFormat: format.toLowerCase() === 'general' ? undefined : format, displayed: undefined };
}

function background(value: unknown): Look {
  if (value === null || value === undefined) return { background: undefined };
  const color = colorOf(String(value));
  return color === undefined ? {} : { background: color };
}

function fontWeight(value: unknown): Look {
  if (value === 'bold') return { fontWeight: 'bold' };
  return value === null || value === 'normal' ? { fontWeight: undefined } : {};
}

/** A block of cells of a sheet, as scripts have it. */
export class Range extends RangeValues {
  #all(patch: Look): RangeObject {
    this.book.host.draft.changeLooks(this.rect.sheetId, this.rect, patch);
    return this.self();
  }
  /** Gives each cell its own look; cells of a column that get the same one below each other are changed together. */
  #each(data: unknown[][], patch: (value: unknown) => Look): RangeObject {
    this.sized(data);
    const patches = new Map<unknown, Look>();
    // A tab that grows by thousands of rows gives one and the same list for all of them.
    const anew = data.map((_, r) => r).filter((r) => data[r] !== data[r - 1]);
    for (const r of anew) {
      const line = data[r] ?? [];
      // Nearly every row says what the one above it did.
      for (let c = 0; c < line.length; c++)
        if ((r === 0 || line[c] !== data[r - 1]?.[c]) && !patches.has(line[c])) patches.set(line[c], patch(line[c]));
    }
    const { sheetId, row, column, rows, columns } = this.rect;
    for (let c = 0; c < columns; c++) {
      let start = 0;
      for (const r of [...anew.slice(1), rows]) {
        const value = data[start]?.[c];
        if (r < rows && data[r]?.[c] === value) continue;
        const block = { row: row + start, column: column + c, rows: r - start, columns: 1 };
        this.book.host.draft.changeLooks(sheetId, block, patches.get(value) ?? {});
        start = r;
      }
    }
    return this.self();
  }
  #read<T>(read: (cell: StoredCell | undefined) => T): T {
    return read(this.cellAt(this.rect.row, this.rect.column));
  }
  #readAll<T>(read: (cell: StoredCell | undefined) => T): T[][] {
    return mapRect(this.rect, (row, column) => read(this.cellAt(row, column)));
  }

  getNumberFormat(): string {
    return this.#read((cell) => cell?.numberFormat ?? GENERAL);
  }
  getNumberFormats(): string[][] {
    return this.#readAll((cell) => cell?.numberFormat ?? GENERAL);
  }
  setNumberFormat(format: string): RangeObject {
    refuseFormat(this.book.host, this.rect);
    return this.#all(numberFormat(format));
  }
  setNumberFormats(formats: unknown[][]): RangeObject {
    refuseFormat(this.book.host, this.rect);
    return this.#each(formats, numberFormat);
  }
  getBackground(): string {
    return this.#read((cell) => cell?.background ?? '#ffffff');
  }
  getBackgrounds(): string[][] {
    return this.#readAll((cell) => cell?.background ?? '#ffffff');
  }
  setBackground(color: string | null): RangeObject {
    return this.#all(background(color));
  }
  setBackgrounds(colors: unknown[][]): RangeObject {
    return this.#each(colors, background);
  }
  getFontWeight(): string {
    return this.#read((cell) => cell?.fontWeight ?? 'normal');
  }
  getFontWeights(): string[][] {
    return this.#readAll((cell) => cell?.fontWeight ?? 'normal');
  }
  setFontWeight(weight: string | null): RangeObject {
    return this.#all(fontWeight(weight));
  }
  setFontWeights(weights: unknown[][]): RangeObject {
    return this.#each(weights, fontWeight);
  }

  setDataValidation(rule: unknown): RangeObject {
    refuseValidation(this.book.host, this.rect);
    return this.#all({
      validation: rule === null ? undefined : storedRule(rule, 'SpreadsheetApp.Range.setDataValidation'),
    });
  }
  setDataValidations(rules: unknown[][]): RangeObject {
    refuseValidation(this.book.host, this.rect);
    return this.#each(rules, (rule) => ({
      validation:
        rule === null || rule === undefined ? undefined : storedRule(rule, 'SpreadsheetApp.Range.setDataValidations'),
    }));
  }
  #rule(row: number, column: number): object | null {
    const { host } = this.book;
    return hasOwnRule(host, this.rect.sheetId, row, column) ? ruleObject(this.cellAt(row, column)?.validation) : null;
  }
  getDataValidation(): object | null {
    return this.#rule(this.rect.row, this.rect.column);
  }
  getDataValidations(): (object | null)[][] {
    return mapRect(this.rect, (row, column) => this.#rule(row, column));
  }
  insertCheckboxes(): RangeObject {
    refuseValidation(this.book.host, this.rect);
    const values = mapRect(this.rect, () => false);
    return this.setDataValidation(new DataValidationBuilder().requireCheckbox().build()).setValues(values);
  }

  sort(spec: unknown): RangeObject {
    sortRect(this.book, this.rect, sortKeys(spec));
    return this.self();
  }
  createFilter(): object {
    return createFilter(this.book, this.rect);
  }
  getFilter(): object | null {
    return filterOf(this.book, this.rect.sheetId);
  }
  activate(): RangeObject {
    this.book.select(this.rect);
    return this.self();
  }
}

const REST: MethodTable = {
  getNumberFormat: 'r ',
  getNumberFormats: 'r ',
  setNumberFormat: 'w S',
  setNumberFormats: 'w M',
  getBackground: 'r ',
  getBackgrounds: 'r ',
  setBackground: 'w S?',
  setBackgrounds: 'w M',
  getFontWeight: 'r ',
  getFontWeights: 'r ',
  setFontWeight: 'w S?',
  setFontWeights: 'w M',
  setDataValidation: 'w e?',
  setDataValidations: 'w M',
  getDataValidation: 'r ',
  getDataValidations: 'r ',
  insertCheckboxes: 'w ',
  sort: 'w n|o|A',
  createFilter: 'w ',
  getFilter: 'r ',
  activate: 'w ',
};

/** Puts the calling rules around Range's methods. */
export function serveRange(host: Host): void {
  serve(host, RangeValues.prototype, 'SpreadsheetApp.Range', 'Range', VALUE_METHODS);
  serve(host, Range.prototype, 'SpreadsheetApp.Range', 'Range', REST);
  named(Range.prototype, 'Range');
}

/** Makes a range object. */
export function makeRange(book: Book, rect: Rect, notation: string | null): Range {
  return new Range(book, rect, notation);
}
