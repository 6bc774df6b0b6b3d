// The column an aging report is grouped by: the customer, or any other column of the invoice table, found by its header.
import { FormulaError } from '../../receivables/formula-error';
import type { InvoiceRow } from '../../receivables/invoice';
import type { Group } from '../../receivables/metrics/aging-report';
import type { Detection } from '../fields';
import { type Cell, isBlank } from '../grid';
import { idText, isErrorText } from '../read/read-words';
import { meaningsOf } from '../vocabulary/header-words';
import { badRows, type WholeTable } from './whole-table';

/** What a report is grouped by. */
export interface Grouping {
  /** The header of the report's first column. */
  title: string;
  groupOf: (invoice: InvoiceRow) => Group;
}

/** Whether a column has exactly this header, however it is written. */
export function hasHeader(wanted: string, { headers }: Detection): boolean {
  const key = plain(wanted);
  return headers.some((header) => plain(header) === key);
}

const BLANK_GROUP: Group = { key: '', label: '(blank)', detail: '' };

/**
 * The grouping a formula asks for.
 * @param wanted the header of a column, however it is written; '' for the customer
 * @throws FormulaError `no-such-column` naming the headers there are, `several-columns`, `bad-cells` where the column shows errors
 * @example groupingBy('business unit', table).title // 'Business_Unit'
 */
export function groupingBy(wanted: string, table: WholeTable): Grouping {
  const { customer } = table.detection.columns;
  if (wanted.trim() === '') return { title: 'Customer', groupOf: customerOf };
  const column = columnNamed(wanted, table.detection);
  const title = table.detection.headers[column] ?? wanted;
  if (column === customer?.index) return { title, groupOf: customerOf };
  const { values, firstRow } = table.grid;
  const cellOf = ({ row }: InvoiceRow): Cell => values[row - firstRow]?.[column] ?? '';
  refuseErrors(table.rows, cellOf, title);
  return { title, groupOf: (invoice) => groupOfCell(cellOf(invoice)) };
}

function customerOf({ customerKey, customer, customerId }: InvoiceRow): Group {
  return { key: customerKey, label: customer, detail: customerId };
}

function refuseErrors(rows: readonly InvoiceRow[], cellOf: (row: InvoiceRow) => Cell, header: string): void {
  const bad = rows.filter((row) => isErrorText(cellOf(row)));
  const [first] = bad;
  if (!first) return;
  const shown = String(cellOf(first)).trim();
  const message = `Row ${first.row}, ${header}: the cell shows ${shown}, not a value to group by.`;
  throw badRows({ row: first.row, message }, bad.length);
}

function groupOfCell(cell: Cell): Group {
  if (isBlank(cell)) return BLANK_GROUP;
  const label = typeof cell === 'boolean' ? String(cell).toUpperCase() : idText(cell, undefined);
  return { key: plain(label), label, detail: '' };
}

// First the header itself, then one that contains it, then a column that means the same ("collector" for "Owner").
function columnNamed(wanted: string, { headers, columns }: Detection): number {
  const key = plain(wanted).replace(/ /g, '');
  const keys = headers.map((header) => plain(header).replace(/ /g, ''));
  const same = keys.flatMap((header, i) => (header === key && key !== '' ? [i] : []));
  const within = keys.flatMap((header, i) => (key !== '' && header.includes(key) ? [i] : []));
  const written = [same, within].find((list) => list.length > 0);
  // Only a name that no header has is looked up by what it means.
  const found =
    written ??
    meaningsOf(wanted)
      .flatMap(({ field }) => columns[field]?.index ?? [])
      .slice(0, 1);
  const [column] = found;
  const list = (indexes: readonly number[]): string => indexes.map((i) => `"${headers[i]}"`).join(', ');
  if (column === undefined) {
    const all = list(headers.flatMap((header, i) => (header === '' ? [] : [i])));
    throw new FormulaError('no-such-column', `group_by: no column is called "${wanted.trim()}". There are ${all}.`);
  }
  if (found.length > 1) {
    const sentence = `"${wanted.trim()}" could be ${list(found)}. Write the whole header; no two may be the same.`;
    throw new FormulaError('several-columns', `group_by: ${sentence}`);
  }
  return column;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
