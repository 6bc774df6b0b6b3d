// Range, third part: cells that move, vanish or split, and finding the edge of the data.
import type { RangeObject } from './book';
import type { MethodTable } from './call';
import { displayAt, mapRect, scriptValue, store, valueAt, writtenCell } from './cells';
import { Dimension, Direction, type EnumValue } from './enums';
import { fail } from './exception';
import { RangeFormats } from './range-formats';
import { TextToColumnsDelimiter } from './sheet-enums';
import { hasContent } from './shifting';
import type { StoredCell } from './state';

const DELIMITERS = new Map<unknown, string>([
  [TextToColumnsDelimiter.COMMA, ','],
  [TextToColumnsDelimiter.SEMICOLON, ';'],
  [TextToColumnsDelimiter.PERIOD, '.'],
  [TextToColumnsDelimiter.SPACE, ' '],
]);

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The moving methods of Range. */
export class RangeCells extends RangeFormats {
  protected place(row: number, column: number, cell: StoredCell | undefined): void {
    store(this.book, this.rect.sheetId, row, column, cell ?? { value: { kind: 'empty' } });
  }
  #filled(row: number, column: number): boolean {
    return hasContent(this.cellAt(row, column));
  }

  /** Moves the cells behind the range by its size, towards it (deleting) or away from it (inserting). */
  #shift(dimension: EnumValue, deleting: boolean): void {
    const { row, column, rows, columns, sheetId } = this.rect;
    const facts = this.book.facts(sheetId);
    const down = dimension === Dimension.ROWS;
    const lines = down ? numbers(column, column + columns - 1) : numbers(row, row + rows - 1);
    const start = down ? row : column;
    const size = down ? rows : columns;
    const end = down ? facts.maxRows : facts.maxColumns;
    for (const line of lines) {
      const at = (place: number) => (down ? this.cellAt(place, line) : this.cellAt(line, place));
      const cells = numbers(start, end - 1).map(at);
      const blank = new Array<StoredCell | undefined>(size).fill(undefined);
      const moved = deleting ? [...cells.slice(size), ...blank] : [...blank, ...cells].slice(0, cells.length);
      moved.forEach((cell, i) => {
        if (cell === cells[i]) return;
        if (down) this.place(start + i, line, cell);
        else this.place(line, start + i, cell);
      });
    }
  }
  deleteCells(dimension: EnumValue): void {
    this.#shift(dimension, true);
  }
  insertCells(dimension: EnumValue): RangeObject {
    this.#shift(dimension, false);
    return this.self();
  }

  removeDuplicates(columns: number[] | null = null): RangeObject {
    const { row, column, rows, sheetId } = this.rect;
    const wanted = columns ?? numbers(column + 1, column + this.rect.columns);
    if (wanted.some((place) => place <= column || place > column + this.rect.columns))
      fail('The columns to compare must be columns of the range.');
    const keys = new Set<string>();
    const kept = numbers(row, row + rows - 1).filter((line) => {
      const key = JSON.stringify(
        wanted.map((place) => scriptValue(this.book.host, valueAt(this.book, sheetId, line, place - 1))),
      );
      return !keys.has(key) && keys.add(key);
    });
    const cells = mapRect(this.rect, (line, place) => this.cellAt(line, place));
    this.each((line, place, r, c) => {
      const from = kept[r];
      this.place(line, place, from === undefined ? undefined : cells[from - row]?.[c]);
    });
    return this.book.range({ ...this.rect, rows: kept.length });
  }

  splitTextToColumns(delimiter: unknown = null): void {
    const { row, rows, column, sheetId } = this.rect;
    if (this.rect.columns !== 1) fail('A range split into columns must have a single column.');
    for (const line of numbers(row, row + rows - 1)) {
      const text = displayAt(this.book, sheetId, line, column);
      const mark =
        delimiter === null ? (/[,;]/.exec(text)?.[0] ?? ' ') : (DELIMITERS.get(delimiter) ?? String(delimiter));
      const parts = text.split(mark);
      if (parts.length < 2) continue;
      parts.forEach((part, i) => {
        const rect = { sheetId, row: line, column: column + i, rows: 1, columns: 1 };
        this.place(line, column + i, writtenCell(this.book, rect, line, column + i, part.trim()));
      });
    }
  }

  getNextDataCell(direction: EnumValue): RangeObject {
    const { sheetId } = this.rect;
    const { maxRows, maxColumns } = this.book.facts(sheetId);
    const step = direction === Direction.DOWN || direction === Direction.NEXT ? 1 : -1;
    const vertical = direction === Direction.DOWN || direction === Direction.UP;
    const fixed = vertical ? this.rect.column : this.rect.row;
    const filled = (at: number) => (vertical ? this.#filled(at, fixed) : this.#filled(fixed, at));
    const edge = step === 1 ? (vertical ? maxRows : maxColumns) - 1 : 0;
    let at = vertical ? this.rect.row : this.rect.column;
    const inBlock = filled(at) && at !== edge && filled(at + step);
    if (inBlock) while (at !== edge && filled(at + step)) at += step;
    else if (at !== edge) {
      at += step;
      while (at !== edge && !filled(at)) at += step;
    }
    const cell = vertical ? { row: at, column: fixed } : { row: fixed, column: at };
    return this.book.range({ sheetId, ...cell, rows: 1, columns: 1 });
  }

  getDataRegion(dimension: EnumValue | null = null): RangeObject {
    const { sheetId } = this.rect;
    const used = this.book.host.draft.extent(sheetId);
    let { row: top, column: left } = this.rect;
    let bottom = top + this.rect.rows - 1;
    let right = left + this.rect.columns - 1;
    const anyInRow = (row: number) =>
      dimension !== Dimension.COLUMNS &&
      row >= 0 &&
      row < used.rows &&
      numbers(left, right).some((column) => this.#filled(row, column));
    const anyInColumn = (column: number) =>
      dimension !== Dimension.ROWS &&
      column >= 0 &&
      column < used.columns &&
      numbers(top, bottom).some((row) => this.#filled(row, column));
    for (let grown = true; grown; ) {
      grown = false;
      for (; anyInRow(top - 1); grown = true) top -= 1;
      for (; anyInRow(bottom + 1); grown = true) bottom += 1;
      for (; anyInColumn(left - 1); grown = true) left -= 1;
      for (; anyInColumn(right + 1); grown = true) right += 1;
    }
    return this.book.range({ sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
  }
}

/** How the methods of `RangeCells` are called. */
export const CELLS_METHODS: MethodTable = {
  deleteCells: 'w e',
  insertCells: 'w e',
  removeDuplicates: 'w |A',
  splitTextToColumns: 'w |s|e',
  getNextDataCell: 'r e',
  getDataRegion: 'r |e',
};
