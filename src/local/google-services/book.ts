// The spreadsheet objects' shared ground: rectangles, the factories of ranges and sheets, and which object stands for what.
import { fail } from './exception';
import type { Host } from './host';

/** A block of cells, 0-based. */
export interface Rect {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export type RangeObject = GoogleAppsScript.Spreadsheet.Range;
export type SheetObject = GoogleAppsScript.Spreadsheet.Sheet;
export type SpreadsheetObject = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Makers of the objects, filled in where the classes meet. */
export interface Makers {
  range(rect: Rect, notation: string | null): object;
  sheet(id: number): object;
  spreadsheet(): object;
}

/** One execution's view of the spreadsheet objects. */
export class Book {
  readonly host: Host;
  #makers: Makers | null = null;
  #spreadsheet: SpreadsheetObject | null = null;
  readonly #rects = new WeakMap<object, Rect>();
  readonly #sheetIds = new WeakMap<object, number>();
  readonly #selections = new Map<number, Rect>();

  constructor(host: Host) {
    this.host = host;
  }

  /** Gives the book its classes; done once, at installation. */
  useMakers(makers: Makers): void {
    this.#makers = makers;
  }

  #make(): Makers {
    if (!this.#makers) throw new Error('The book has no makers yet');
    return this.#makers;
  }

  range(rect: Rect, notation: string | null = null): RangeObject {
    const range = this.#make().range(rect, notation);
    this.#rects.set(range, rect);
    return range as unknown as RangeObject;
  }

  sheet(id: number): SheetObject {
    const sheet = this.#make().sheet(id);
    this.#sheetIds.set(sheet, id);
    return sheet as unknown as SheetObject;
  }

  spreadsheet(): SpreadsheetObject {
    this.#spreadsheet ??= this.#make().spreadsheet() as unknown as SpreadsheetObject;
    return this.#spreadsheet;
  }

  /** The block of a range object, or `null` for anything else. */
  rectOf(value: unknown): Rect | null {
    return typeof value === 'object' && value !== null ? (this.#rects.get(value) ?? null) : null;
  }

  /** The sheet id of a sheet object, or `null` for anything else. */
  sheetIdOf(value: unknown): number | null {
    return typeof value === 'object' && value !== null ? (this.#sheetIds.get(value) ?? null) : null;
  }

  /** Selects a block and makes its sheet the active one. */
  select(rect: Rect): void {
    this.host.draft.setFacts({ activeSheetId: rect.sheetId });
    this.#selections.set(rect.sheetId, rect);
    this.host.select(rect.sheetId, rect.row, rect.column);
  }

  /** The selected block of a sheet, at first A1. */
  selected(sheetId: number): Rect {
    const known = this.#selections.get(sheetId);
    if (known) return known;
    const { selection } = this.host.world.screen;
    const at = selection?.sheetId === sheetId ? selection : { row: 0, column: 0 };
    return { sheetId, row: at.row, column: at.column, rows: 1, columns: 1 };
  }

  /** Facts of a sheet; a sheet that was deleted meanwhile is an exception. */
  facts(sheetId: number) {
    return this.host.draft.sheet(sheetId) ?? fail(`Sheet ${sheetId} not found`);
  }

  /** The rectangle of a reference with 1-based corners, fractions cut off, checked against the grid. */
  checked(sheetId: number, ...corners: [row: number, column: number, rows: number, columns: number]): Rect {
    const [row, column, rows, columns] = corners.map(Math.trunc) as typeof corners;
    if (row < 1) fail('The starting row of the range is too small.');
    if (column < 1) fail('The starting column of the range is too small.');
    if (rows < 1) fail('The number of rows in the range must be at least 1.');
    if (columns < 1) fail('The number of columns in the range must be at least 1.');
    const rect = { sheetId, row: row - 1, column: column - 1, rows, columns };
    const facts = this.facts(sheetId);
    if (rect.row + rows > facts.maxRows || rect.column + columns > facts.maxColumns) {
      fail('The coordinates of the range are outside the dimensions of the sheet.');
    }
    return rect;
  }
}
