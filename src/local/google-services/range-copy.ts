// Copying blocks of cells: whole, or only what is pasted; repeated where the target is larger, turned where asked.
import { shiftFormula } from './a1';
import type { Book, Rect } from './book';
import { mapRect, store } from './cells';
import type { EnumValue } from './enums';
import { CopyPasteType } from './sheet-enums';
import type { StoredCell } from './state';

/** What of a cell is pasted. */
export type Pasted = 'all' | 'values' | 'formats' | 'formulas' | 'validation';

const EMPTY: StoredCell = { value: { kind: 'empty' } };

/** What a paste type of `Range.copyTo` pastes, `null` for column widths and conditional formats, which are no cells' part. */
export function pastedBy(type: EnumValue): Pasted | null {
  switch (type) {
    case CopyPasteType.PASTE_VALUES:
      return 'values';
    case CopyPasteType.PASTE_FORMAT:
      return 'formats';
    case CopyPasteType.PASTE_FORMULA:
      return 'formulas';
    case CopyPasteType.PASTE_DATA_VALIDATION:
      return 'validation';
    case CopyPasteType.PASTE_NORMAL:
    case CopyPasteType.PASTE_NO_BORDERS:
      return 'all';
    default:
      return null;
  }
}

function formatsOf(source: StoredCell | undefined, old: StoredCell | undefined): StoredCell {
  const { value: _v, formula: _f, note: _n, displayed: _d, validation: _c, ...format } = source ?? EMPTY;
  const content: StoredCell = { value: old?.value ?? EMPTY.value };
  if (old?.formula) content.formula = old.formula;
  if (old?.note) content.note = old.note;
  if (old?.validation) content.validation = old.validation;
  return { ...content, ...format };
}

function pastedCell(source: StoredCell | undefined, old: StoredCell | undefined, what: Pasted): StoredCell {
  if (what === 'all') return source ?? EMPTY;
  if (what === 'formats') return formatsOf(source, old);
  if (what === 'validation') return { ...(old ?? EMPTY), validation: source?.validation };
  const { formula: _formula, displayed: _displayed, ...kept } = old ?? EMPTY;
  const cell: StoredCell = { ...kept, value: source?.value ?? EMPTY.value };
  if (what === 'formulas' && source?.formula) cell.formula = source.formula;
  return cell;
}

/** How often a length fits into the target whole, at least once. */
function repeated(target: number, source: number): number {
  return Math.max(1, Math.floor(target / source)) * source;
}

/**
 * Copies a block. A smaller target is filled beyond its end, a larger one with as many whole repetitions as fit.
 * @param transposed turns rows into columns
 * @throws Exception when the result would leave the grid
 */
export function copyCells(book: Book, from: Rect, target: Rect, what: Pasted, transposed = false): void {
  const source = mapRect(from, (row, column) => book.host.draft.cell(from.sheetId, row, column));
  const height = transposed ? from.columns : from.rows;
  const width = transposed ? from.rows : from.columns;
  const rows = repeated(target.rows, height);
  const columns = repeated(target.columns, width);
  book.checked(target.sheetId, target.row + 1, target.column + 1, rows, columns);
  // Values are those of before the copy, even where the target lies over the source.
  const values = mapRect(from, (row, column) => book.host.draft.value(from.sheetId, row, column));
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const fromRow = transposed ? c % width : r % height;
      const fromColumn = transposed ? r % height : c % width;
      const row = target.row + r;
      const column = target.column + c;
      let cell = source[fromRow]?.[fromColumn];
      if (cell?.formula && what === 'values') cell = { ...cell, value: values[fromRow]?.[fromColumn] ?? EMPTY.value };
      let next = pastedCell(cell, book.host.draft.cell(target.sheetId, row, column), what);
      if (next.formula && (what === 'all' || what === 'formulas')) {
        const shift = [row - from.row - fromRow, column - from.column - fromColumn] as const;
        next = { ...next, formula: shiftFormula(next.formula, ...shift) };
      }
      store(book, target.sheetId, row, column, next);
    }
  }
}
