// The columns that tell credits from invoices, by their cells: kinds of documents and marks of debit and credit under any name.
import { type Detection, takenBy } from '../fields';
import type { Grid } from '../grid';
import { isBareType, kindOf, sideOf } from '../read/document-kinds';
import { plainText } from '../vocabulary/language';
import { columnCells } from './find-table';
import { rowKindColumns } from './row-kinds';

/** Of the filled cells so many must be kinds of documents. */
const MOST = 0.8;
const CELLS_LOOKED_AT = 200;

/**
 * The columns that decide what a row is: those with such a name whose cells do not deny it, else those whose cells say so.
 * @param columns what the others mean
 */
export function rowKinds(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  columns: Detection['columns'],
): ReturnType<typeof rowKindColumns> {
  const cellsOf = (index: number): string[] =>
    columnCells(grid, headerIndex, index, CELLS_LOOKED_AT).flatMap((cell) => (typeof cell === 'string' ? [cell] : []));
  const found = rowKindColumns(headers, columns);
  if (found.documentType && isBareType(found.documentType.header)) {
    const cells = cellsOf(found.documentType.index);
    if (cells.length > 0 && !cells.some(kindOf)) delete found.documentType;
  }
  const taken = takenBy({ ...columns, ...found });
  const free = headers.flatMap((header, index) => (header !== '' && !taken.has(index) ? [{ header, index }] : []));
  const only = (fits: (header: string, cells: string[]) => boolean): { header: string; index: number } | null => {
    const fitting = free.filter(({ header, index }) => fits(header, cellsOf(index)));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
  const sign = found.sign ? null : only(marksSides);
  if (sign) found.sign = { ...sign, confidence: 0.7, reason: 'its cells mark debit and credit' };
  const type = found.documentType || sign ? null : only((_, cells) => tellsKinds(cells));
  if (type) found.documentType = { ...type, confidence: 0.7, reason: 'its cells are kinds of documents' };
  return found;
}

/**
 * The column that is called one of kinds of documents and holds nothing else; -1 for none. Words such as Invoice and Credit are known as
 * statuses too, but a column has one role, and this is the one that its name says.
 */
export function namedKinds(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  columns: Detection['columns'],
): number {
  const { index = -1 } = rowKindColumns(headers, columns).documentType ?? {};
  const cells = index < 0 ? [] : columnCells(grid, headerIndex, index, CELLS_LOOKED_AT);
  return cells.length > 0 && cells.every(kindOf) ? index : -1;
}

/** "Rechnung 17" is the number of one; TD04 is a kind. */
const NUMBERED = /\d.*\d.*\d|^\d+$|\p{L}{3,}.*\d/u;

// Where every row is an invoice there is nothing to tell.
function tellsKinds(cells: readonly string[]): boolean {
  const kinds = cells.map((cell) => (NUMBERED.test(cell) ? null : kindOf(cell)));
  const known = kinds.filter((kind) => kind !== null);
  return known.length >= 2 && known.length >= cells.length * MOST && known.some((kind) => kind !== 'invoice');
}

/** Pairs that mark the two sides whatever the name above them. */
const PLAIN_PAIRS = [
  'dr cr',
  's h',
  'soll haben',
  'debit credit',
  'debe haber',
  'dare avere',
  'debito credito',
  'wn ma',
];
/** Letters that may also be grades or classes: the name must speak of sides. */
const LETTER_PAIRS = ['d c', 'd h', 'd a'];
const SAYS_SIDE =
  /\b(debit|credit|dr|cr|sens|segno|signo|sinal|sign|side|nature|natura|naturaleza|natureza|soll|haben|balance|movimiento)\b/;
const LETTERS_ONLY = /^[a-z]{1,2}( [a-z]{1,2})*$/;

function marksSides(header: string, cells: readonly string[]): boolean {
  const words = new Set(cells.map(plainText));
  const sides = new Set(cells.map(sideOf));
  if (words.size !== 2 || sides.has(null) || sides.size < 2) return false;
  const isPair = (pair: string): boolean => pair.split(' ').every((word) => words.has(word));
  const name = plainText(header);
  return PLAIN_PAIRS.some(isPair) || (LETTER_PAIRS.some(isPair) && (SAYS_SIDE.test(name) || LETTERS_ONLY.test(name)));
}
