// The identity of each invoice row: customer and number, or what the row says of itself; rows that are in the table twice.
import { isoOf } from '../../receivables/day';
import type { InvoiceRow } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import type { Problem } from '../grid';

/** Sheet rows that are no invoice, and what they are. */
type Credits = ReadonlyMap<number, 'payment' | 'credit note'>;

/** Rows with their keys, and what was found on the way. */
export interface KeyedRows {
  rows: InvoiceRow[];
  problems: Problem[];
  /** Rows that repeat another one word for word and are counted once. */
  repeated: { row: number; why: string }[];
}

/**
 * Rows that have something in common with another one, by what they share: nearly all rows of a table share nothing.
 * @param keys what each row is known by, in their order
 */
export function sharedBy(rows: readonly InvoiceRow[], keys: readonly string[]): Map<string, InvoiceRow[]> {
  const groups = new Map<string, InvoiceRow[]>();
  if (new Set(keys).size === keys.length) return groups;
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) shared.add(key);
    else seen.add(key);
  }
  for (const [i, row] of rows.entries()) {
    const key = keys[i] ?? '';
    if (!shared.has(key)) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * Gives each row its key, in its place. A key does not depend on where the row stands, so sorting changes nothing.
 * Rows with the same customer, number, dates and amounts are one invoice; with the same number but other dates or amounts they are kept
 * apart by those. Rows without a number are known by their content. A payment under the number of its invoice is no second invoice.
 * @param column header of the invoice number column, '' without one
 * @param credits which of the two a sheet row is that is no invoice
 */
export function keyRows(rows: readonly InvoiceRow[], column: string, credits: Credits): KeyedRows {
  const kept = new Map<InvoiceRow, string>();
  const result: KeyedRows = { rows: [], problems: [], repeated: [] };
  const bases = rows.map(baseKey);
  const numbers = rows.map((row, i) =>
    row.invoice === '' ? (bases[i] ?? '') : `${row.customerKey}|${numberKey(row.invoice)}`,
  );
  const groups = sharedBy(rows, numbers);
  for (const [base, group] of groups) {
    if (group[0]?.invoice === '')
      for (const [i, row] of group.entries()) kept.set(row, i === 0 ? base : `${base}~${i + 1}`);
    else keyGroup(group, column, credits, kept, result);
  }
  rows.forEach((row, i) => {
    const key = groups.has(numbers[i] ?? '') ? kept.get(row) : bases[i];
    if (key === undefined) return;
    row.key = key;
    result.rows.push(row);
  });
  result.problems.sort((a, b) => a.row - b.row);
  return result;
}

function baseKey(row: InvoiceRow): string {
  return row.invoice === '' ? `${row.customerKey}|~${contentOf(row)}` : `${row.customerKey}|${row.invoice}`;
}

/** What of a row stays when it is paid in parts: a key that changed with a payment would start its reminders anew. */
function contentOf(row: InvoiceRow): string {
  const day = (value: number | null): string => (value === null ? '' : isoOf(value));
  return `${day(row.issued)}~${day(row.due)}~${row.amount ?? ''}~${row.currency}`;
}

// The first invoice by content keeps the plain key of its spelling, so that a row added or deleted later does not change it: nor does a
// payment that is dated before its invoice, which has the plain key only where no invoice has the number.
function keyGroup(
  group: readonly InvoiceRow[],
  column: string,
  credits: Credits,
  kept: Map<InvoiceRow, string>,
  result: KeyedRows,
): void {
  const seen = new Map<string, InvoiceRow>();
  const used = new Map<string, number>();
  const plain = new Map<string, string>();
  const firsts = new Map<string | undefined, InvoiceRow>();
  const ranked = (row: InvoiceRow): string => `${credits.has(row.row) ? 1 : 0}${contentOf(row)}`;
  for (const row of group) {
    const [base, rank, kind] = [baseKey(row), ranked(row), credits.get(row.row)];
    if (rank < (plain.get(base) ?? '\uffff')) plain.set(base, rank);
    if (!firsts.has(kind)) firsts.set(kind, row);
  }
  // Rows that differ only in what is paid are told apart by that, the least paid first.
  const isSplit = areInstalments(group.filter(({ row }) => !credits.has(row)));
  const byContent = group.map((row) => ({ row, content: wholeContentOf(row), base: baseKey(row) }));
  // Of rows that repeat each other in other letters the same one counts, however they are sorted.
  byContent.sort((a, b) => inOrder(a.content, b.content) || inOrder(a.base, b.base));
  for (const { row, content, base } of byContent) {
    const same = seen.get(content);
    if (same) {
      result.repeated.push({ row: row.row, why: `repeats row ${same.row}` });
      result.problems.push(twice(row, same, column, 'with the same dates and amounts: it is counted once'));
      continue;
    }
    seen.set(content, row);
    const key = ranked(row) === plain.get(base) ? base : `${base}~${contentOf(row)}`;
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    kept.set(row, times === 1 ? key : `${key}~${times}`);
    const kind = credits.get(row.row);
    const first = firsts.get(kind);
    const isPart = kind === 'payment' || (isSplit && kind === undefined);
    if (first && row !== first && !isPart)
      result.problems.push(twice(row, first, column, 'with other dates or amounts: both are counted'));
  }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// One invoice in parts that fall due one after another: of one day, each with a due date of its own.
function areInstalments(group: readonly InvoiceRow[]): boolean {
  const dues = new Set(group.map(({ due }) => due));
  const issued = new Set(group.map(({ issued: day }) => day));
  return dues.size === group.length && !dues.has(null) && issued.size === 1;
}

function wholeContentOf(row: InvoiceRow): string {
  return `${contentOf(row)}~${row.balance ?? ''}~${row.paid ?? ''}`;
}

function twice(row: InvoiceRow, other: InvoiceRow, column: string, how: string): Problem {
  return {
    row: row.row,
    column,
    code: 'duplicate-invoice',
    message: `Row ${row.row}: invoice ${row.invoice} of ${row.customer || row.customerId} is also in row ${other.row}, ${how}. Delete one row if it is there by mistake.`,
  };
}
