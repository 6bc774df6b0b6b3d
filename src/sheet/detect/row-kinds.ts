// The columns that decide what a row is: an invoice, a credit note or payment, one line of an invoice. Found once, then confirmed.
import { type ColumnMatch, type Detection, type RowKindField, takenBy } from '../fields';
import { headerHas, headerKey } from '../vocabulary/header-words';
import { debitAndCredit } from './debit-credit';

const TYPE_HEADERS = new Set(['document type', 'document invoice type', 'invoice type']);
const SIGN_HEADERS = new Set([
  'shkzg',
  'credit debit',
  'cr dr',
  'h',
  'credit debit kennzeichen',
  'credit debit kz',
  'credit debit indicator',
]);

/** Words of a column that a table has when a row of it is one line of an invoice. */
const LINE_WORDS = ['quantity', 'item', 'line', 'sku', 'position'];
/** Words by which a column of money says that it holds the line's part. */
const LINE_MONEY = ['line', 'item', 'product'];

/**
 * Finds the columns that decide what a row is, by their headers.
 * @param headers of the table
 * @param columns what the others mean: a document type or sign is never one of them, the credit side may be what was paid
 * @example rowKindColumns(['Invoice', 'Document type'], {}).documentType?.header // 'Document type'
 */
export function rowKindColumns(
  headers: readonly string[],
  columns: Detection['columns'],
): Partial<Record<RowKindField, ColumnMatch>> {
  const taken = takenBy(columns);
  const keys = headers.map(headerKey);
  const free = (names: ReadonlySet<string>): number =>
    nameable(headers, (i) => headers[i] !== '' && !taken.has(i) && names.has(keys[i] ?? ''));
  const pair = debitAndCredit(headers);
  const quantity = nameable(headers, (i) => keys[i] === 'quantity');
  const found: Record<RowKindField, [index: number, why: string]> = {
    documentType: [free(TYPE_HEADERS), 'it says what kind of document a row is'],
    sign: [free(SIGN_HEADERS), 'it marks rows as debit or credit'],
    credit: [
      pair && pair.debit === columns.amount?.index ? pair.credit : -1,
      'it stands beside the column of what is charged',
    ],
    lineItem: [lineItem(headers, columns, quantity), 'tables with one row per line of an invoice have it'],
    quantity: [quantity, 'it counts the pieces of a line'],
    unitPrice: [nameable(headers, (i) => isUnitPrice(keys[i] ?? '')), 'it is the price of one piece'],
  };
  const matches: Partial<Record<RowKindField, ColumnMatch>> = {};
  for (const [field, [index, why]] of Object.entries(found) as [RowKindField, [number, string]][]) {
    const header = headers[index];
    if (header !== undefined) matches[field] = { index, header, confidence: 0.9, reason: `header "${header}"; ${why}` };
  }
  return matches;
}

// "Line amount" tells more than "Item": it is the money that has to be added up.
function lineItem(
  headers: readonly string[],
  { amount, paid, balance }: Detection['columns'],
  quantity: number,
): number {
  const money = [amount, paid, balance].find((column) => column && headerHas(column.header, LINE_MONEY));
  return money?.index ?? nameable(headers, (i) => i !== quantity && headerHas(headers[i] ?? '', LINE_WORDS));
}

// Of several columns that would do, one whose name is not another's too: what is stored is the name.
function nameable(headers: readonly string[], fits: (index: number) => boolean): number {
  const names = headers.map((header) => header.toLowerCase());
  const fitting = headers.flatMap((_, i) => (fits(i) ? [i] : []));
  const once = fitting.find((i) => names.indexOf(names[i] ?? '') === names.lastIndexOf(names[i] ?? ''));
  return once ?? fitting[0] ?? -1;
}

function isUnitPrice(key: string): boolean {
  const words = key.split(' ');
  return words.includes('unit') && ['price', 'amount', 'cost'].some((word) => words.includes(word));
}
