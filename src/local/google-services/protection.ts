// Protections of sheets and ranges: kept and read back; the person here is the owner, so nothing is refused.
import type { Book, RangeObject, Rect } from './book';
import { type MethodTable, named, serve, signatureException } from './call';
import { type EnumValue, ProtectionType } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { NamedRange, namedRect } from './named-range';

interface StoredProtection {
  id: number;
  rect: Rect | null;
  description: string;
  warningOnly: boolean;
  editors: string[];
  unprotected: Rect[];
  /** The named range it follows, if one was given. */
  rangeName?: string;
}

function listOf(book: Book, sheetId: number): StoredProtection[] {
  const kept = book.facts(sheetId).extras['protections'];
  return Array.isArray(kept) ? (kept as StoredProtection[]) : [];
}

function keep(book: Book, sheetId: number, protections: StoredProtection[]): void {
  book.host.draft.setSheet(sheetId, { extras: { ...book.facts(sheetId).extras, protections } });
}

/** A person with access. */
class Editor {
  readonly #email: string;
  constructor(email: string) {
    this.#email = email;
  }
  getEmail(): string {
    return this.#email;
  }
  toString(): string {
    return this.#email;
  }
}

/** A protected range or sheet. */
export class Protection {
  readonly #book: Book;
  readonly #sheetId: number;
  readonly #id: number;
  constructor(book: Book, sheetId: number, id: number) {
    this.#book = book;
    this.#sheetId = sheetId;
    this.#id = id;
  }
  #state(): StoredProtection {
    return (
      listOf(this.#book, this.#sheetId).find((protection) => protection.id === this.#id) ??
      fail('The protection was removed.')
    );
  }
  #change(change: Partial<StoredProtection>): this {
    const changed = { ...this.#state(), ...change };
    keep(
      this.#book,
      this.#sheetId,
      listOf(this.#book, this.#sheetId).map((other) => (other.id === this.#id ? changed : other)),
    );
    return this;
  }
  getDescription(): string {
    return this.#state().description;
  }
  setDescription(description: string): this {
    return this.#change({ description });
  }
  isWarningOnly(): boolean {
    return this.#state().warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.#change({ warningOnly });
  }
  getProtectionType(): EnumValue {
    return this.#state().rect ? ProtectionType.RANGE : ProtectionType.SHEET;
  }
  // The range of a whole-sheet protection has no A1 notation.
  getRange(): RangeObject {
    const { rect } = this.#state();
    if (rect) return this.#book.range(rect);
    const { maxRows, maxColumns } = this.#book.facts(this.#sheetId);
    return this.#book.range({ sheetId: this.#sheetId, row: 0, column: 0, rows: maxRows, columns: maxColumns }, '');
  }
  setRange(range: unknown): this {
    return this.#change({ rect: this.#book.rectOf(range) ?? fail('Invalid range'), rangeName: undefined });
  }
  getRangeName(): string | null {
    return this.#state().rangeName ?? null;
  }
  setRangeName(name: string): this {
    const rect = namedRect(this.#book, name) ?? fail(`The named range "${name}" does not exist.`);
    return this.#change({ rect, rangeName: name });
  }
  setNamedRange(range: unknown): this {
    if (!(range instanceof NamedRange)) throw signatureException([range], 'SpreadsheetApp.Protection.setNamedRange');
    return this.setRangeName(range.getName());
  }
  getUnprotectedRanges(): RangeObject[] {
    return this.#state().unprotected.map((rect) => this.#book.range(rect));
  }
  setUnprotectedRanges(ranges: unknown[]): this {
    return this.#change({ unprotected: ranges.map((range) => this.#book.rectOf(range) ?? fail('Invalid range')) });
  }
  getEditors(): Editor[] {
    return this.#state().editors.map((email) => new Editor(email));
  }
  addEditor(email: unknown): this {
    return this.#change({ editors: [...new Set([...this.#state().editors, String(email)])] });
  }
  addEditors(emails: unknown[]): this {
    return this.#change({ editors: [...new Set([...this.#state().editors, ...emails.map(String)])] });
  }
  removeEditor(email: unknown): this {
    return this.#change({ editors: this.#state().editors.filter((other) => other !== String(email)) });
  }
  removeEditors(emails: unknown[]): this {
    return this.#change({ editors: this.#state().editors.filter((other) => !emails.map(String).includes(other)) });
  }
  canEdit(): boolean {
    return true;
  }
  canDomainEdit(): boolean {
    return false;
  }
  setDomainEdit(_editable: boolean): this {
    return this;
  }
  remove(): void {
    keep(
      this.#book,
      this.#sheetId,
      listOf(this.#book, this.#sheetId).filter((other) => other.id !== this.#id),
    );
  }
}

/** Adds a protection of a range, or of the whole sheet (`null`); a sheet has one such at most. */
export function newProtection(book: Book, sheetId: number, rect: Rect | null): Protection {
  const list = listOf(book, sheetId);
  const same = rect === null ? list.find((other) => other.rect === null) : undefined;
  if (same) return new Protection(book, sheetId, same.id);
  const id = 1 + Math.max(0, ...list.map((other) => other.id));
  keep(book, sheetId, [...list, { id, rect, description: '', warningOnly: false, editors: [], unprotected: [] }]);
  return new Protection(book, sheetId, id);
}

/** The protections of a type. */
export function protectionsOf(book: Book, sheetId: number, type: EnumValue): Protection[] {
  return listOf(book, sheetId)
    .filter((other) => (other.rect === null) === (type === ProtectionType.SHEET))
    .map((other) => new Protection(book, sheetId, other.id));
}

const TABLE: MethodTable = {
  getDescription: 'r ',
  setDescription: 'w s',
  isWarningOnly: 'r ',
  setWarningOnly: 'w b',
  getProtectionType: 'r ',
  getRange: 'r ',
  setRange: 'w e',
  getRangeName: 'r ',
  setRangeName: 'w S',
  setNamedRange: 'w e',
  getUnprotectedRanges: 'r ',
  setUnprotectedRanges: 'w A',
  getEditors: 'r ',
  addEditor: 'w s|e',
  addEditors: 'w A',
  removeEditor: 'w s|e',
  removeEditors: 'w A',
  canEdit: 'r ',
  canDomainEdit: 'r ',
  setDomainEdit: 'w b',
  remove: 'w ',
};

/** Puts the calling rules around Protection. */
export function serveProtection(host: Host): void {
  serve(host, Editor.prototype, 'Session.User', 'User', { getEmail: '- ' });
  serve(host, Protection.prototype, 'SpreadsheetApp.Protection', 'Protection', TABLE);
  named(Protection.prototype, 'Protection');
}
