// Spreadsheet: its sheets, names, settings and toasts; and how its methods are called.
import type { Book, RangeObject, SheetObject } from './book';
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { namedRanges, namedRect, setName } from './named-range';
import { freeName } from './sheet';
import { rangeOfText } from './sheet-grid';

/** The spreadsheet the script is bound to. */
export class Spreadsheet {
  readonly #book: Book;
  constructor(book: Book) {
    this.#book = book;
  }
  #active(): SheetObject {
    return this.#book.sheet(this.#book.host.draft.facts.activeSheetId);
  }
  #ids(): number[] {
    return this.#book.host.draft.sheetIds();
  }
  #idOf(sheet: unknown): number {
    return this.#book.sheetIdOf(sheet) ?? fail('Invalid sheet');
  }

  getId(): string {
    return this.#book.host.draft.facts.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }
  getName(): string {
    return this.#book.host.draft.facts.name;
  }
  setName(name: string): void {
    this.rename(name);
  }
  rename(name: string): void {
    this.#book.host.draft.setFacts({ name });
  }
  getSpreadsheetTimeZone(): string {
    return this.#book.host.draft.facts.timeZone;
  }
  setSpreadsheetTimeZone(zone: string): void {
    if (!this.#book.host.isZone(zone)) fail(`Invalid argument: ${zone}`);
    this.#book.host.draft.setFacts({ timeZone: zone });
  }
  getSpreadsheetLocale(): string {
    return this.#book.host.draft.facts.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.#book.host.draft.setFacts({ locale });
  }
  getSheets(): SheetObject[] {
    return this.#ids().map((id) => this.#book.sheet(id));
  }
  getNumSheets(): number {
    return this.#ids().length;
  }
  getSheetByName(name: string | null): SheetObject | null {
    const id = this.#ids().find((other) => this.#book.facts(other).name === name);
    return id === undefined ? null : this.#book.sheet(id);
  }
  getSheetById(id: number): SheetObject | null {
    return this.#ids().includes(id) ? this.#book.sheet(id) : null;
  }
  getSheetName(): string {
    return this.#active().getName();
  }
  getSheetId(): number {
    return this.#active().getSheetId();
  }
  getActiveSheet(): SheetObject {
    return this.#active();
  }
  setActiveSheet(sheet: unknown): SheetObject {
    const id = this.#idOf(sheet);
    this.#book.host.draft.setFacts({ activeSheetId: id });
    return this.#book.sheet(id);
  }
  insertSheet(...args: unknown[]): SheetObject {
    const { draft } = this.#book.host;
    const ids = this.#ids();
    const name = args.find((arg): arg is string => typeof arg === 'string') ?? this.#defaultName();
    const index = args.find((arg): arg is number => typeof arg === 'number');
    freeName(this.#book, name, null);
    const place = Math.min(Math.max(index ?? ids.indexOf(draft.facts.activeSheetId) + 1, 0), ids.length);
    const options = args.find((arg): arg is { template?: unknown } => typeof arg === 'object' && arg !== null);
    const id = draft.addSheet(name, place, options?.template === undefined ? null : this.#idOf(options.template));
    draft.setFacts({ activeSheetId: id });
    return this.#book.sheet(id);
  }
  #defaultName(): string {
    let n = this.#ids().length + 1;
    while (this.getSheetByName(`Sheet${n}`)) n++;
    return `Sheet${n}`;
  }
  deleteSheet(sheet: unknown): void {
    const id = this.#idOf(sheet);
    const ids = this.#ids();
    if (!ids.includes(id)) fail('Sheet not found');
    const visible = ids.filter((other) => other !== id && !this.#book.facts(other).hidden);
    if (visible.length === 0) fail("You can't remove all the sheets in a document.");
    const { draft } = this.#book.host;
    if (draft.facts.activeSheetId === id) draft.setFacts({ activeSheetId: visible[0] ?? 0 });
    draft.removeSheet(id);
  }
  deleteActiveSheet(): SheetObject {
    this.deleteSheet(this.#active());
    return this.#active();
  }
  moveActiveSheet(position: number): void {
    if (position < 1 || position > this.#ids().length) fail('Invalid argument: pos');
    this.#book.host.draft.moveSheet(this.#book.host.draft.facts.activeSheetId, position - 1);
  }
  renameActiveSheet(name: string): void {
    this.#active().setName(name);
  }
  getActiveRange(): RangeObject {
    return this.#active().getActiveRange() ?? fail('Nothing is selected.');
  }
  getCurrentCell(): RangeObject | null {
    return this.#active().getCurrentCell();
  }
  getRange(text: string): RangeObject {
    return rangeOfText(this.#book, this.#book.host.draft.facts.activeSheetId, text);
  }
  getRangeByName(name: string): RangeObject | null {
    const rect = namedRect(this.#book, name);
    return rect ? this.#book.range(rect) : null;
  }
  getNamedRanges(): object[] {
    return namedRanges(this.#book, null);
  }
  setNamedRange(name: string, range: unknown): void {
    setName(this.#book, name, this.#book.rectOf(range) ?? fail('Invalid range'));
  }
  removeNamedRange(name: string): void {
    const found = namedRanges(this.#book, null).find((range) => range.getName().toLowerCase() === name.toLowerCase());
    if (!found) fail(`The named range "${name}" does not exist.`);
    found.remove();
  }
  toast(message: string, _title: string | null = null, _seconds: number | null = null): void {
    this.#book.host.world.screen.toasts.push(String(message));
  }
}

const TABLE: MethodTable = {
  getId: '- ',
  getUrl: '- ',
  getName: '- ',
  setName: 'w s',
  rename: 'w s',
  getSpreadsheetTimeZone: 'r ',
  setSpreadsheetTimeZone: 'w S',
  getSpreadsheetLocale: 'r ',
  setSpreadsheetLocale: 'w S',
  getSheets: '- ',
  getNumSheets: '- ',
  getSheetByName: '- s',
  getSheetById: '- n',
  getSheetName: '- ',
  getSheetId: '- ',
  getActiveSheet: '- ',
  setActiveSheet: 'w e|e,b',
  insertSheet: 'w |s|n|s,n|s,n,o',
  deleteSheet: 'w e',
  deleteActiveSheet: 'w ',
  moveActiveSheet: 'w n',
  renameActiveSheet: 'w s',
  getActiveRange: '- ',
  getCurrentCell: '- ',
  getRange: '- S',
  getRangeByName: 'r S',
  getNamedRanges: 'r ',
  setNamedRange: 'w S,e',
  removeNamedRange: 'w S',
  toast: 'w s|s,s|s,s,n?',
};

/** Puts the calling rules around Spreadsheet. */
export function serveSpreadsheet(host: Host): void {
  serve(host, Spreadsheet.prototype, 'SpreadsheetApp.Spreadsheet', 'Spreadsheet', TABLE);
  named(Spreadsheet.prototype, 'Spreadsheet');
}
