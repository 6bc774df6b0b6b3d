// Columns of money that nobody reads: named, since one of them may lower what customers owe.
import type { Detection } from '../../fields';
import type { Cell, Grid, Problem } from '../../grid';
import { currencyOfHeader } from '../../vocabulary/currencies';
import { headerHas, meaningsOf } from '../../vocabulary/header-words';
import { lookAt } from '../column-evidence';
import { columnCells } from '../find-table';
import { numbersOf, rowsOf } from './column-numbers';
import { namesNumberedPayment } from './numbered-payments';

/** What is a part of the amount, adds to it, or says something else in figures. */
const HARMLESS =
  'tax net gross excl incl subtotal sub unit price rate cost quantity line item shipping freight delivery interest fee fees penalty surcharge days day ' +
  'overdue late percent limit converted running opening previous exchange fx hours hour score rating margin profit commission budget ' +
  'forecast expected year month week age aging current phone id code zip employees turnover ' +
  'count weight probability taxid period';
const WORDS = HARMLESS.split(' ');
/** "1-30", "31-60 days", "90+", "> 90", "0 to 30": what is open, by age. */
const BUCKET =
  /^[<>≥]?\s*\d{1,3}\s*(\+|[-–]\s*\d{1,3}|to\s+\d{1,3})?\s*(\+|days?|tage|jours|d[ií]as|giorni|dagen|dni)?\s*$/i;
const SHARE = /%|\bpct\b/i;
const MONEY_WORDS =
  'amount value total payment paid credit debit deduction deductions deducted adjustment adjustments allowance allowances charge charges discount bonus balance'.split(
    ' ',
  );

const CELLS_LOOKED_AT = 200;

/**
 * A problem `column-unread` for each column that holds amounts of money, is not read, and is not known to be harmless: a tax, a price, an
 * age bucket, a second copy of an amount that is read, a column that is asked about.
 * @param detection with the columns that are read
 */
export function unreadMoney(grid: Grid, { columns, headers, headerRow, questions }: Detection): Problem[] {
  const asked = new Set(questions.flatMap(({ candidates }) => candidates));
  const taken = new Set(Object.values(columns).flatMap(({ index, further = [] }) => [index, ...further]));
  const headerIndex = headerRow - grid.firstRow;
  const rows = rowsOf(grid, headerIndex);
  const read = [columns.amount, columns.paid, columns.balance].flatMap((match) =>
    match ? [numbersOf(rows, match.index)] : [],
  );
  return headers.flatMap((header, index): Problem[] => {
    if (header === '' || taken.has(index) || asked.has(header) || isHarmless(header, columns)) return [];
    const numbers = numbersOf(rows, index);
    const filled = numbers.filter((value) => value !== null && value !== 0).length;
    const isCopy = read.some((one) => numbers.every((value, i) => value === null || value === one[i]));
    if (filled === 0 || isCopy || !isMoney(header, columnCells(grid, headerIndex, index, CELLS_LOOKED_AT))) return [];
    const sentence =
      'the column holds amounts and is not read. If it lowers what customers owe, choose what it means in Set-up.';
    return [
      { row: headerRow, column: header, code: 'column-unread', message: `Row ${headerRow}, ${header}: ${sentence}` },
    ];
  });
}

function isHarmless(header: string, columns: Detection['columns']): boolean {
  if (BUCKET.test(header) || SHARE.test(header) || headerHas(header, WORDS)) return true;
  if (columns.paid && namesNumberedPayment(header)) return true;
  const amount = columns.amount ?? columns.balance;
  if (currencyOfHeader(header) !== '' && amount && currencyOfHeader(amount.header) !== currencyOfHeader(header))
    return true;
  return meaningsOf(header).some(({ field }) => field === 'amount' || field === 'invoice' || field === 'customerId');
}

// Whole numbers may be anything; cents, or a name that speaks of money, make them amounts.
function isMoney(header: string, cells: readonly Cell[]): boolean {
  const { amounts, dates } = lookAt(cells);
  if (amounts < 0.8 || dates > 0.5) return false;
  const hasCents = cells.some((cell) =>
    typeof cell === 'number' ? !Number.isInteger(cell) : /\d[.,]\d{2}\D*$/.test(String(cell)),
  );
  return hasCents || headerHas(header, MONEY_WORDS);
}
