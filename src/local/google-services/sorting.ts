// Sorting rows: how values of mixed types are ordered, and moving whole cells.
import { shiftFormula } from './a1';
import type { Book, Rect } from './book';
import { valueAt } from './cells';
import { fail } from './exception';
import type { StoredCell, StoredValue } from './state';
import { serialOf } from './wall-clock';

/** One sort key: a column of the sheet (1-based) and its direction. */
export interface SortKey {
  column: number;
  ascending: boolean;
}

const KIND_ORDER: Record<StoredValue['kind'], number> = { number: 0, date: 0, text: 1, boolean: 2, error: 3, empty: 4 };
const collator = new Intl.Collator('en', { sensitivity: 'accent', numeric: false });

function compare(a: StoredValue, b: StoredValue): number {
  const kinds = KIND_ORDER[a.kind] - KIND_ORDER[b.kind];
  if (kinds !== 0) return kinds;
  const number = (value: StoredValue) =>
    value.kind === 'date' ? serialOf(value.wall) : value.kind === 'number' ? value.value : 0;
  if (a.kind === 'text' && b.kind === 'text') return collator.compare(a.value, b.value);
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  return number(a) - number(b);
}

/** Reads a sort spec: a column number, `{column, ascending}`, or a list of both. */
export function sortKeys(spec: unknown): SortKey[] {
  return (Array.isArray(spec) ? spec : [spec]).map((entry: unknown) => {
    if (typeof entry === 'number') return { column: entry, ascending: true };
    const { column, ascending } = (entry ?? {}) as { column?: unknown; ascending?: unknown };
    if (typeof column !== 'number') fail('Invalid sort specification');
    return { column, ascending: ascending !== false };
  });
}

/**
 * Sorts the rows of a block: numbers and dates, then texts (case ignored), then booleans; the other way when
 * descending, blanks last in either direction. The whole cells move, relative references with them.
 */
export function sortRect(book: Book, rect: Rect, keys: SortKey[]): void {
  const rows = Array.from({ length: rect.rows }, (_, i) => rect.row + i);
  const values = new Map(rows.map((row) => [row, keys.map((key) => valueAt(book, rect.sheetId, row, key.column - 1))]));
  const sorted = [...rows].sort((a, b) => {
    for (const [i, key] of keys.entries()) {
      const x = values.get(a)?.[i] ?? { kind: 'empty' as const };
      const y = values.get(b)?.[i] ?? { kind: 'empty' as const };
      const order = compare(x, y);
      if (order === 0) continue;
      return x.kind === 'empty' || y.kind === 'empty' || key.ascending ? order : -order;
    }
    return a - b;
  });
  const { draft } = book.host;
  const cells = new Map<number, (StoredCell | undefined)[]>();
  for (const row of rows) {
    cells.set(
      row,
      Array.from({ length: rect.columns }, (_, c) => draft.cell(rect.sheetId, row, rect.column + c)),
    );
  }
  sorted.forEach((from, i) => {
    const to = rect.row + i;
    if (from === to) return;
    cells.get(from)?.forEach((cell, c) => {
      const moved = cell?.formula ? { ...cell, formula: shiftFormula(cell.formula, to - from, 0) } : cell;
      draft.put(rect.sheetId, to, rect.column + c, moved ?? { value: { kind: 'empty' } });
    });
  });
}
