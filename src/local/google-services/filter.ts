// The filter of a sheet: its range, sorting by it, and taking it away.
import type { Book, RangeObject, Rect } from './book';
import { named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { sortRect } from './sorting';

function keptFilter(book: Book, sheetId: number): Rect | null {
  return (book.facts(sheetId).extras['filter'] as Rect | undefined) ?? null;
}

/** A filter over a range; the first row is its header. */
export class Filter {
  readonly #book: Book;
  readonly #sheetId: number;
  constructor(book: Book, sheetId: number) {
    this.#book = book;
    this.#sheetId = sheetId;
  }
  #stored(): Rect {
    return keptFilter(this.#book, this.#sheetId) ?? fail('The filter was removed.');
  }
  getRange(): RangeObject {
    return this.#book.range(this.#stored());
  }
  remove(): void {
    const { filter: _filter, ...extras } = this.#book.facts(this.#sheetId).extras;
    this.#book.host.draft.setSheet(this.#sheetId, { extras });
  }
  sort(column: number, ascending: boolean): this {
    const rect = this.#stored();
    if (rect.rows > 1)
      sortRect(this.#book, { ...rect, row: rect.row + 1, rows: rect.rows - 1 }, [{ column, ascending }]);
    return this;
  }
}

/** Creates the filter of a sheet. @throws Exception when it has one */
export function createFilter(book: Book, rect: Rect): Filter {
  const { extras } = book.facts(rect.sheetId);
  if (extras['filter']) fail("You can't create a filter in a sheet that already has a filter.");
  book.host.draft.setSheet(rect.sheetId, { extras: { ...extras, filter: rect } });
  return new Filter(book, rect.sheetId);
}

/** The filter of a sheet, or `null`. */
export function filterOf(book: Book, sheetId: number): Filter | null {
  return keptFilter(book, sheetId) ? new Filter(book, sheetId) : null;
}

/** Puts the calling rules around Filter. */
export function serveFilter(host: Host): void {
  serve(host, Filter.prototype, 'SpreadsheetApp.Filter', 'Filter', { getRange: 'r ', remove: 'w ', sort: 'w n,b' });
  named(Filter.prototype, 'Filter');
}
