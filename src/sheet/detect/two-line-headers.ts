// Headers that take two rows: a line of groups above the names ("Invoice" over "No." and "Date"), or names broken over two cells.

import type { Field } from '../fields';
import type { Cell, Grid } from '../grid';
import { isAmountLike } from '../read/read-amounts';
import { isDateLike } from '../read/read-dates';
import { currencyOfHeader } from '../vocabulary/currencies';
import { type Meaning, meaningsOf } from '../vocabulary/header-words';

/** The cells of a row as headers: texts in one line, everything else ''. */
export function headersOf(row: readonly Cell[]): string[] {
  return row.map((cell) => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''));
}

/** A header is a name, not a sentence. */
const LONGEST_NAME = 60;
/** The half of a broken name is a word or two. */
const LONGEST_HALF = 20;

/**
 * The headers that a row stands for, with the row above where it alone does not do: the names as written in the row; joined with the cell
 * above where the two together say more ("Due" over "Date"), and the cell above where the row is blank (cells merged downwards). A merged
 * group is a text followed by blanks: it speaks for the columns below the blanks too.
 * @param index 0-based index into `grid.values` of the row with the names, the lower one of two
 * @param joins which pairs are names: by what they mean where the columns are looked for
 * @example headersAt(grid, 1) // ['Invoice No.', 'Due Date'] for ['Invoice', 'Due'] over ['No.', 'Date']
 */
export function headersAt(grid: Grid, index: number, joins: Joins = BY_MEANING): string[] {
  const row = grid.values[index] ?? [];
  const above = grid.values[index - 1] ?? [];
  const lower = headersOf(row);
  if (index < 1 || !isNames(row) || !isNames(above)) return lower;
  const upper = headersOf(above);
  const texts = upper.filter((text) => text !== '').length;
  if (texts === 0 || lower.every((text) => text === '')) return lower;
  if (texts === 1) return withBrokenName(lower, upper, joins);
  return Array.from({ length: Math.max(lower.length, upper.length) }, (_, column) =>
    joined(lower, upper, column, joins),
  );
}

/** Whether a name in two cells is to be put together: one broken over two cells, or one below a group. */
type Joins = Record<'broken' | 'grouped', (pair: string, name: string) => boolean>;

const BY_MEANING: Joins = {
  broken: (pair, name) => saysMore(pair, name) && fieldOf(pair) !== fieldOf(name),
  grouped: (pair, name) => saysMore(pair, name) || namesCurrency(pair, name),
};

/** The names are known: no dictionary is needed to find them again. @param isName whether a text is one of them */
export function joinedAs(isName: (text: string) => boolean): Joins {
  return { broken: isName, grouped: isName };
}

// Data and figures are no names; nor is a row of one long sentence.
function isNames(row: readonly Cell[]): boolean {
  // Most rows end here, before their texts are looked at.
  if (row.some((cell) => typeof cell !== 'string')) return false;
  return row.every((cell) => {
    const text = String(cell).trim();
    return text === '' || (text.length <= LONGEST_NAME && !isAmountLike(text) && !isDateLike(text));
  });
}

// One text alone above the names is most often a title; it is half a name only where it changes what the name below it means.
function withBrokenName(lower: readonly string[], upper: readonly string[], joins: Joins): string[] {
  return lower.map((name, column) => {
    const half = upper[column] ?? '';
    if (half === '' || name === '' || column === 0 || half.length > LONGEST_HALF) return name;
    const pair = `${half} ${name}`;
    return joins.broken(pair, name) ? pair : name;
  });
}

function joined(lower: readonly string[], upper: readonly string[], column: number, joins: Joins): string {
  const name = lower[column] ?? '';
  const own = upper[column] ?? '';
  if (name === '') return own;
  const group = own || groupOver(upper, column);
  if (group === '') return name;
  const pair = `${group} ${name}`;
  const isTwice = lower.filter((one) => one === name).length > 1;
  return isTwice || joins.grouped(pair, name) ? pair : name;
}

/** The text of the merged cell that reaches over a column: the next one to the left. */
function groupOver(upper: readonly string[], column: number): string {
  let start = column;
  while (start > 0 && (upper[start] ?? '') === '') start -= 1;
  return upper[start] ?? '';
}

function best(header: string): Meaning | undefined {
  return meaningsOf(header)[0];
}

function fieldOf(header: string): Field | undefined {
  return best(header)?.field;
}

/** A name this plain needs no other to say the same. */
const PLAIN = 0.9;

function saysMore(pair: string, name: string): boolean {
  const [both, alone] = [best(pair), best(name)];
  if (!both || !alone) return both !== undefined;
  return both.score > alone.score && (both.field !== alone.field || alone.score < PLAIN);
}

const MONEY: ReadonlySet<Field | undefined> = new Set<Field | undefined>(['amount', 'paid', 'balance']);

// "Amounts (EUR)" over "Gross": the group says in what currency.
function namesCurrency(pair: string, name: string): boolean {
  const field = fieldOf(name);
  return MONEY.has(field) && fieldOf(pair) === field && currencyOfHeader(name) === '' && currencyOfHeader(pair) !== '';
}
