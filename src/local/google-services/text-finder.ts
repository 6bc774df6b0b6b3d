// Finding and replacing text in ranges.
import type { Book, RangeObject, Rect } from './book';
import { type MethodTable, named, serve } from './call';
import { displayAt, store, writtenCell } from './cells';
import type { Host } from './host';

interface Options {
  matchCase: boolean;
  entireCell: boolean;
  ignoreDiacritics: boolean;
  formulas: boolean;
  regex: boolean;
}

interface Place {
  sheetId: number;
  row: number;
  column: number;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Finds text: by default in displayed values, any case, part of a cell, accents counting. */
export class TextFinder {
  readonly #book: Book;
  readonly #rects: Rect[];
  readonly #text: string;
  readonly #options: Options = {
    matchCase: false,
    entireCell: false,
    ignoreDiacritics: false,
    formulas: false,
    regex: false,
  };
  #current = -1;

  constructor(book: Book, rects: Rect[], text: string) {
    this.#book = book;
    this.#rects = rects;
    this.#text = text;
  }
  matchCase(on: boolean): this {
    this.#options.matchCase = on;
    return this;
  }
  matchEntireCell(on: boolean): this {
    this.#options.entireCell = on;
    return this;
  }
  ignoreDiacritics(on: boolean): this {
    this.#options.ignoreDiacritics = on;
    return this;
  }
  matchFormulaText(on: boolean): this {
    this.#options.formulas = on;
    return this;
  }
  useRegularExpression(on: boolean): this {
    this.#options.regex = on;
    return this;
  }
  startFrom(range: unknown): this {
    const start = this.#book.rectOf(range);
    if (start)
      this.#current =
        this.#places().findIndex((p) => p.row > start.row || (p.row === start.row && p.column >= start.column)) - 1;
    return this;
  }
  #pattern(): RegExp {
    const { regex, entireCell, matchCase, ignoreDiacritics } = this.#options;
    const source = regex ? this.#text : escaped(ignoreDiacritics ? withoutAccents(this.#text) : this.#text);
    return new RegExp(entireCell ? `^(?:${source})$` : source, matchCase ? 'g' : 'gi');
  }
  #searched(place: Place): string {
    const formula = this.#book.host.draft.cell(place.sheetId, place.row, place.column)?.formula;
    const shown =
      this.#options.formulas && formula ? formula : displayAt(this.#book, place.sheetId, place.row, place.column);
    return this.#options.ignoreDiacritics ? withoutAccents(shown) : shown;
  }
  #places(): Place[] {
    const found: Place[] = [];
    for (const rect of this.#rects) {
      const used = this.#book.host.draft.extent(rect.sheetId);
      const lastRow = Math.min(rect.row + rect.rows, used.rows);
      const lastColumn = Math.min(rect.column + rect.columns, used.columns);
      for (let row = rect.row; row < lastRow; row++) {
        for (let column = rect.column; column < lastColumn; column++) {
          const place = { sheetId: rect.sheetId, row, column };
          if (this.#pattern().test(this.#searched(place))) found.push(place);
        }
      }
    }
    return found;
  }
  #range(place: Place | undefined): RangeObject | null {
    return place ? this.#book.range({ ...place, rows: 1, columns: 1 }) : null;
  }
  findAll(): (RangeObject | null)[] {
    return this.#places().map((place) => this.#range(place));
  }
  findNext(): RangeObject | null {
    const places = this.#places();
    this.#current = Math.min(this.#current + 1, places.length);
    return this.#range(places[this.#current]);
  }
  findPrevious(): RangeObject | null {
    const places = this.#places();
    this.#current = this.#current <= 0 ? places.length - 1 : this.#current - 1;
    return this.#range(places[this.#current]);
  }
  getCurrentMatch(): RangeObject | null {
    return this.#range(this.#places()[this.#current]);
  }
  replaceAllWith(text: string): number {
    return this.#places().reduce((count, place) => count + this.#replace(place, text), 0);
  }
  replaceWith(text: string): number {
    const place = this.#places()[Math.max(this.#current, 0)];
    return place ? this.#replace(place, text) : 0;
  }
  #replace(place: Place, text: string): number {
    const cell = this.#book.host.draft.cell(place.sheetId, place.row, place.column);
    if (cell?.formula && !this.#options.formulas) return 0;
    const replacement = this.#options.regex ? text : text.replace(/\$/g, '$$$$');
    const searched = this.#searched(place);
    const next = searched.replace(this.#pattern(), replacement);
    store(
      this.#book,
      place.sheetId,
      place.row,
      place.column,
      writtenCell(this.#book, { ...place, rows: 1, columns: 1 }, place.row, place.column, next),
    );
    return (searched.match(this.#pattern()) ?? []).length;
  }
}

/** Makes a finder over ranges. */
export function createTextFinder(book: Book, rects: Rect[], text: string): TextFinder {
  return new TextFinder(book, rects, text);
}

const TABLE: MethodTable = {
  matchCase: '- b',
  matchEntireCell: '- b',
  ignoreDiacritics: '- b',
  matchFormulaText: '- b',
  useRegularExpression: '- b',
  startFrom: '- e',
  findAll: 'r ',
  findNext: 'r ',
  findPrevious: 'r ',
  getCurrentMatch: 'r ',
  replaceAllWith: 'w s',
  replaceWith: 'w s',
};

/** Puts the calling rules around TextFinder. */
export function serveTextFinder(host: Host): void {
  serve(host, TextFinder.prototype, 'SpreadsheetApp.TextFinder', 'TextFinder', TABLE);
  named(TextFinder.prototype, 'TextFinder');
}
