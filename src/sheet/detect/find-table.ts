// Where the table starts: the row of a sheet that reads like the header of an invoice table.
import { FIELDS, type Field } from '../fields';
import { type Cell, type Grid, isBlank } from '../grid';
import { meaningsOf } from '../vocabulary/header-words';
import { headersAt, headersOf } from './two-line-headers';

/** How far down a header row is looked for: exports put up to a dozen title lines above it. */
const ROWS_SEARCHED = 50;

/** A header row. */
export interface TableStart {
  /** 0-based index into `grid.values`. */
  index: number;
  /** 1-based sheet row. */
  headerRow: number;
  headers: string[];
  /** Sum of how sure its names make us; higher is better. */
  score: number;
}

/**
 * The header row of a sheet's invoice table: the row whose names say most, with at least a party or an invoice and a date or an amount.
 * @returns null when no row reads like one
 */
export function findTable(grid: Grid): TableStart | null {
  let best: TableStart | null = null;
  const last = Math.min(grid.values.length, ROWS_SEARCHED);
  for (let index = 0; index < last; index += 1) {
    const headers = headersAt(grid, index);
    const score = headerScore(headers, true) || headerScore(headers, false) * UNLIKE;
    if (score > (best?.score ?? 0)) best = { index, headerRow: grid.firstRow + index, headers, score };
  }
  return best && (continued(grid, best) ?? best);
}

// The row below goes on with the names ("Due" over "Date") or says them in another language: as much as the row alone, or more.
function continued(grid: Grid, upper: TableStart): TableStart | null {
  const index = upper.index + 1;
  const names = headersOf(grid.values[index] ?? []).filter((name) => name !== '').length;
  if (names === 0) return null;
  const headers = headersAt(grid, index);
  const more = firstMeanings(headers) - firstMeanings(upper.headers);
  // A single text that says no more is the first customer, above its invoices.
  if (more < 0 || (names === 1 && more === 0)) return null;
  return { index, headerRow: grid.firstRow + index, headers, score: upper.score };
}

function firstMeanings(headers: readonly string[]): number {
  const best = new Map<Field, number>();
  for (const header of headers) {
    const [first] = meaningsOf(header);
    if (first) best.set(first.field, Math.max(first.score, best.get(first.field) ?? 0));
  }
  return FIELDS.reduce((sum, field) => sum + (best.get(field) ?? 0), 0);
}

/** A row without a party or without money is taken only where nothing better is there: then what is missing can be asked. */
const UNLIKE = 0.1;

function headerScore(headers: readonly string[], strict: boolean): number {
  const best = new Map<Field, number>();
  for (const header of headers) {
    // A header is a name, not a sentence.
    if (header === '' || header.length > 60) continue;
    for (const { field, score } of meaningsOf(header)) best.set(field, Math.max(score, best.get(field) ?? 0));
  }
  const who = best.has('customer') || best.has('customerId') || best.has('invoice');
  const what = best.has('due') || best.has('amount') || best.has('balance');
  if (strict ? !who || !what : !isLedger(best)) return 0;
  return FIELDS.reduce((sum, field) => sum + (best.get(field) ?? 0), 0);
}

// A day and an amount though nobody who owes it, or a party and a number though no amount; and one thing more.
function isLedger(best: ReadonlyMap<Field, number>): boolean {
  const dated = best.has('due') || best.has('issued');
  const numbered = best.has('invoice') && (best.has('customer') || best.has('customerId'));
  return best.size > 2 && (numbered || (dated && (best.has('amount') || best.has('balance'))));
}

/** The non-blank cells of a column below its header, at most `limit` of them. */
export function columnCells(grid: Grid, headerIndex: number, column: number, limit: number): Cell[] {
  const cells: Cell[] = [];
  for (let i = headerIndex + 1; i < grid.values.length && cells.length < limit; i += 1) {
    const cell = grid.values[i]?.[column];
    if (cell !== undefined && !isBlank(cell)) cells.push(cell);
  }
  return cells;
}
