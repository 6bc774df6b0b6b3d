// The line between the two realms: what the services inside a context may ask of the host outside. Plain values only.
import type { LocaleData } from './locale';
import type { ShownDialog, StoredCell, StoredMail, StoredNamedRange, StoredTrigger, StoredValue, World } from './state';
import type { Typed } from './typing';

/** Facts of a sheet other than its cells. */
export interface SheetFacts {
  id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  hidden: boolean;
  frozenRows: number;
  columnWidths: Record<number, number>;
  extras: Record<string, unknown>;
}

/** A block of cells of a sheet, 0-based. */
export interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The spreadsheet as one execution sees it: the committed state and its own writes that were not flushed yet. */
export interface Draft {
  readonly facts: { id: string; name: string; timeZone: string; locale: string; activeSheetId: number };
  setFacts(change: Partial<{ name: string; timeZone: string; locale: string; activeSheetId: number }>): void;
  sheetIds(): number[];
  /** `null` when there is no such sheet. */
  sheet(id: number): SheetFacts | null;
  setSheet(id: number, change: Partial<Omit<SheetFacts, 'id'>>): void;
  /** @param like the sheet it begins as a copy of; without one it is empty, 1000 x 26 */
  addSheet(name: string, index: number, like: number | null): number;
  removeSheet(id: number): void;
  moveSheet(id: number, index: number): void;
  /** A cell with its look; where none is kept, a blank one that looks as its place does. */
  cell(sheetId: number, row: number, column: number): StoredCell | undefined;
  /** The kept cells of rows, for reading many of them while nothing is changed. */
  rows(sheetId: number): (row: number) => { get(column: number): StoredCell | undefined } | undefined;
  /** The kept cells of a block, as row, column and cell. */
  cellsIn(sheetId: number, block: Block): [number, number, StoredCell][];
  /** Stores a copy; of a blank cell without a note only its look is kept. */
  put(sheetId: number, row: number, column: number, cell: StoredCell): void;
  /** The blank cells of places where none is kept, for writing over many of them; not to be changed. */
  blanks(sheetId: number): (row: number, column: number) => StoredCell | undefined;
  /** Stores copies of the cells of a block that were written over what is there: a blank one over nothing stays away. */
  putAll(sheetId: number, row: number, column: number, cells: readonly (readonly StoredCell[])[]): void;
  /** Puts cells below the last content, wherever that is when they are committed. */
  append(sheetId: number, cells: readonly StoredCell[]): void;
  /** Changes how the cells of a block look, kept ones and blank ones; a field set to `undefined` goes. */
  changeLooks(sheetId: number, block: Block, change: Partial<StoredCell>): void;
  /** The value of a cell, its formula evaluated when that is due. */
  value(sheetId: number, row: number, column: number): StoredValue;
  /** Number of rows and columns up to the last content. */
  extent(sheetId: number): { rows: number; columns: number };
  insert(sheetId: number, dimension: 'rows' | 'columns', at: number, count: number): void;
  remove(sheetId: number, dimension: 'rows' | 'columns', at: number, count: number): void;
  /** Moves rows (0-based) before the row `to`. */
  moveRows(sheetId: number, from: number, count: number, to: number): void;
  namedRanges(): StoredNamedRange[];
  setNamedRanges(list: StoredNamedRange[]): void;
  /** Makes the next commit fail with these words: all that was written since the last one is lost then. */
  refuseLater(words: string): void;
  commit(): void;
}

/** Everything the services need from outside the context. */
export interface Host {
  readonly user: string;
  readonly authMode: 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';
  readonly editorOpen: boolean;
  readonly scriptZone: string;
  readonly executionId: string;
  /** Scopes of the manifest, `null` when it lists none (then all are granted). */
  readonly scopes: string[] | null;
  readonly html: Record<string, string>;
  readonly world: World;
  readonly draft: Draft;
  /** The virtual clock, epoch milliseconds. */
  now(): number;
  /** Moves the virtual clock on. */
  pass(milliseconds: number): void;
  /** Counts a service call, and ends the execution when it is killed or out of time. */
  enter(method: string): void;
  /** Tells that a counted service call did its work. */
  leave(method: string): void;
  /** Whether the execution was ended: whatever is thrown must go on. */
  killed(): boolean;
  offsetAt(zone: string, instant: number): number;
  instantOf(zone: string, wall: number): number;
  /** The same for the wall-clock text of a cell. */
  instantOfWall(zone: string, wall: string): number;
  isZone(zone: string): boolean;
  /** Conventions of the spreadsheet's locale. */
  locale(): LocaleData;
  /** What a text becomes when typed into a cell. */
  typed(text: string): Typed;
  /** The text a value shows under a number format. */
  display(value: StoredValue, format: string | undefined): string;
  zoneName(zone: string, instant: number, long: boolean): string;
  digest(algorithm: string, bytes: number[]): number[];
  hmac(algorithm: string, bytes: number[], key: number[]): number[];
  /** The PDF file of an HTML page, as bytes. */
  pdf(html: string): number[];
  uuid(): string;
  /** What base64 (RFC 4648, both alphabets) holds, a character a byte; `null` where it is none. */
  decoded(base64: string): string | null;
  /** Puts a menu on the screen; `items` is JSON of `{caption, handler}[]`. */
  showMenu(caption: string, items: string): void;
  showSidebar(title: string, html: string): void;
  /** Shows a dialog in place of the one that is open. */
  showDialog(dialog: Omit<ShownDialog, 'shown'>): void;
  /** Moves the person's selection, 0-based. */
  select(sheetId: number, row: number, column: number): void;
  addMail(mail: StoredMail): void;
  /** Replaces what the world keeps under a name by a copy. */
  setStore(name: 'documentProperties' | 'scriptProperties' | 'userProperties', values: Record<string, string>): void;
  removeTrigger(id: string): void;
  addTrigger(trigger: StoredTrigger): void;
  log(level: string, text: string): void;
}
