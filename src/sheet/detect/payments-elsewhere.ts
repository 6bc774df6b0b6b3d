// Payments of the invoices that stand in another sheet of the workbook: they are not read, and so they are named.
import type { InvoiceRow } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import type { Detection } from '../fields';
import { type Cell, type Grid, isBlank, isDayCell, type Problem } from '../grid';
import { isAmountLike } from '../read/read-amounts';
import { isDateLike } from '../read/read-dates';
import { headerHas } from '../vocabulary/header-words';
import { headersOf } from './two-line-headers';

const PAYMENT = [
  'payment',
  'payments',
  'paid',
  'received',
  'receipt',
  'receipts',
  'collection',
  'collected',
  'cash',
  'settled',
];
/** How far down a header row is looked for, and how many rows below it tell. */
const ROWS_SEARCHED = 20;
const ROWS_LOOKED_AT = 500;

/**
 * A problem `payments-elsewhere` for each sheet that has a column of this table's invoice numbers beside one of amounts, and speaks of
 * payments. Where the invoices have a balance, an amount paid or a day of payment, such a sheet is the record behind it.
 * @param others the other sheets of the workbook
 * @param rows the invoices as read
 */
export function paymentsElsewhere(
  others: readonly Grid[],
  rows: readonly InvoiceRow[],
  detection: Detection,
): Problem[] {
  const { balance, paid, paidOn, invoice } = detection.columns;
  if (balance || paid || paidOn || !invoice || rows.length === 0) return [];
  const numbers = new Set(rows.flatMap((row) => (row.invoice === '' ? [] : [numberKey(row.invoice)])));
  return others.flatMap((grid): Problem[] => {
    const found = paymentColumns(grid, numbers);
    if (!found) return [];
    const sentence = `The sheet "${grid.sheet}" holds payments of these invoices (${found.join(', ')}), and payments in a sheet of their own are not read: what counts as open here may be paid. Add them up in a column of "${detection.sheet}" (SUMIF by the invoice number) and choose it as “Paid so far”.`;
    return [{ row: 0, column: '', code: 'payments-elsewhere', message: sentence }];
  });
}

// The headers of number, amount and date.
function paymentColumns(grid: Grid, numbers: ReadonlySet<string>): string[] | null {
  const width = Math.max(0, ...grid.values.slice(0, ROWS_SEARCHED).map((row) => row.length));
  for (let top = 0; top < Math.min(ROWS_SEARCHED, grid.values.length - 1); top += 1) {
    const headers = headersOf(grid.values[top] ?? []);
    if (headers.filter((header) => header !== '').length < 2) continue;
    const rows = grid.values.slice(top + 1, top + 1 + ROWS_LOOKED_AT);
    const columns = Array.from({ length: width }, (_, i) => i);
    const share = (index: number, fits: (cell: Cell) => boolean): number => {
      const cells = rows.flatMap((row) => (isBlank(row[index]) ? [] : [row[index] ?? '']));
      return cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;
    };
    const isNumber = (cell: Cell): boolean => !isDayCell(cell) && numbers.has(numberKey(String(cell)));
    const number = columns.find((index) => share(index, isNumber) >= 0.5);
    if (number === undefined) return null;
    const isPayment = headers.map((header) => headerHas(header, PAYMENT));
    if (!isPayment.some(Boolean) && !headerHas(grid.sheet, PAYMENT)) return null;
    const amounts = columns.filter(
      (index) =>
        index !== number && headers[index] && share(index, (cell) => !isDayCell(cell) && isAmountLike(cell)) >= 0.5,
    );
    const amount =
      amounts.find((index) => isPayment[index]) ??
      amounts.find((index) => headerHas(headers[index] ?? '', ['amount', 'total']));
    if (amount === undefined) return null;
    const dates = columns.filter((index) => ![number, amount].includes(index) && share(index, isDated) >= 0.5);
    const date = dates.find((index) => isPayment[index]) ?? dates[0];
    return [number, amount, date].flatMap((index) => (index === undefined ? [] : (headers[index] ?? [])));
  }
  return null;
}

function isDated(cell: Cell): boolean {
  return typeof cell !== 'number' && isDateLike(cell);
}
