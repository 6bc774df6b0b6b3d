// Merged blocks of a sheet.
import type { Book, Rect } from './book';
import { clearCells } from './cells';
import { fail } from './exception';

/** A merged block, 0-based. */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The merged blocks of a sheet. */
export function mergesOf(book: Book, sheetId: number): Merge[] {
  const merges = book.facts(sheetId).extras['merges'];
  return Array.isArray(merges) ? merges : [];
}

export function overlaps(a: Merge, b: Merge): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

function inside(inner: Merge, outer: Merge): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Takes the merges of a block apart. @throws Exception when a merged block lies only partly in it */
export function breakApart(book: Book, rect: Rect): void {
  const merges = mergesOf(book, rect.sheetId);
  if (merges.some((merge) => overlaps(merge, rect) && !inside(merge, rect))) {
    fail('You must select all cells in a merged range to merge or unmerge them.');
  }
  const rest = merges.filter((merge) => !overlaps(merge, rect));
  book.host.draft.setSheet(rect.sheetId, { extras: { ...book.facts(rect.sheetId).extras, merges: rest } });
}

/** Merges blocks of a range, keeping the top-left value of each. */
export function mergeBlocks(book: Book, rect: Rect, blocks: Merge[]): void {
  breakApart(book, rect);
  for (const block of blocks) {
    const { sheetId } = rect;
    const right = { sheetId, row: block.row, column: block.column + 1, rows: 1, columns: block.columns - 1 };
    const below = { sheetId, row: block.row + 1, column: block.column, rows: block.rows - 1, columns: block.columns };
    clearCells(book, right, { contents: true });
    clearCells(book, below, { contents: true });
  }
  const merges = [...mergesOf(book, rect.sheetId), ...blocks.filter((block) => block.rows * block.columns > 1)];
  book.host.draft.setSheet(rect.sheetId, { extras: { ...book.facts(rect.sheetId).extras, merges } });
}
