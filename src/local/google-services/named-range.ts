// Named ranges: listed, moved, renamed and removed.
import type { Book, RangeObject, Rect } from './book';
import { named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import type { StoredNamedRange } from './state';

/** A named range, as getNamedRanges lists it. */
export class NamedRange {
  readonly #book: Book;
  #name: string;
  constructor(book: Book, name: string) {
    this.#book = book;
    this.#name = name;
  }
  #stored(): StoredNamedRange {
    return findName(this.#book, this.#name) ?? fail(`The named range "${this.#name}" does not exist.`);
  }
  #replace(next: StoredNamedRange | null): void {
    const { draft } = this.#book.host;
    const own = this.#stored();
    draft.setNamedRanges(
      draft.namedRanges().flatMap((range) => (range.name !== own.name ? [range] : next ? [next] : [])),
    );
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): this {
    checkName(name);
    this.#replace({ ...this.#stored(), name });
    this.#name = name;
    return this;
  }
  getRange(): RangeObject {
    const { sheetId, row, column, rows, columns } = this.#stored();
    return this.#book.range({ sheetId, row, column, rows, columns });
  }
  setRange(range: unknown): this {
    const rect = this.#book.rectOf(range) ?? fail('Invalid range');
    this.#replace({ name: this.#stored().name, ...rect });
    return this;
  }
  remove(): void {
    this.#replace(null);
  }
}

function checkName(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_.]{0,249}$/.test(name) || /^(?:[A-Za-z]{1,3}\d+|true|false)$/i.test(name)) {
    fail(`The name "${name}" is not a valid name for a range.`);
  }
}

/** The stored range of a name (case does not matter), if there is one. */
function findName(book: Book, name: string): StoredNamedRange | undefined {
  const bare = name.includes('!') ? name.slice(name.lastIndexOf('!') + 1) : name;
  return book.host.draft.namedRanges().find((range) => range.name.toLowerCase() === bare.toLowerCase());
}

/** The block of a name, `null` when there is none or its cells are gone. */
export function namedRect(book: Book, name: string): Rect | null {
  const found = findName(book, name);
  if (!found || found.broken || !book.host.draft.sheet(found.sheetId)) return null;
  const { sheetId, row, column, rows, columns } = found;
  return { sheetId, row, column, rows, columns };
}

/** Creates a name, or moves it when it exists. */
export function setName(book: Book, name: string, rect: Rect): void {
  checkName(name);
  const { draft } = book.host;
  const kept = draft.namedRanges().filter((range) => range.name.toLowerCase() !== name.toLowerCase());
  draft.setNamedRanges([...kept, { name, ...rect }]);
}

/** The named range objects, of one sheet or of all. */
export function namedRanges(book: Book, sheetId: number | null): NamedRange[] {
  const list = book.host.draft.namedRanges().filter((range) => sheetId === null || range.sheetId === sheetId);
  return list.map((range) => new NamedRange(book, range.name));
}

/** Puts the calling rules around NamedRange. */
export function serveNamedRange(host: Host): void {
  serve(host, NamedRange.prototype, 'SpreadsheetApp.NamedRange', 'NamedRange', {
    getName: 'r ',
    setName: 'w S',
    getRange: 'r ',
    setRange: 'w e',
    remove: 'w ',
  });
  named(NamedRange.prototype, 'NamedRange');
}
