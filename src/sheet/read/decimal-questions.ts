// The question what the commas of an amount column are, where neither its cells nor a currency tell.
import { NO_CURRENCY } from '../../receivables/money';
import type { Detection, Field, Question } from '../fields';
import { type Cell, type Grid, isBlank } from '../grid';
import { currencyOfHeader } from '../vocabulary/currencies';
import { decimalMarkOf, readAmountText, unclearComma } from './read-amounts';

const ASKED: readonly Field[] = ['amount', 'balance'];

/**
 * One question for the table, with a real cell. Where another money column has a mark, or a currency is named, nothing is asked.
 * @example decimalQuestions(grid, detection)[0]?.message // 'Row 2, Amount: is "173,900" 173900 or 173.9? ...'
 */
export function decimalQuestions(grid: Grid, { columns, headerRow }: Detection): Question[] {
  if (columns.currency) return [];
  const start = headerRow - grid.firstRow + 1;
  const cellsOf = (index: number): Cell[] => grid.values.slice(start).map((row): Cell => row[index] ?? '');
  const money = (['amount', 'balance', 'paid'] as const).flatMap((field) => columns[field] ?? []);
  if (money.some(({ index }) => decimalMarkOf(cellsOf(index)) !== null)) return [];
  if (money.some(({ header }) => currencyOfHeader(header) !== '')) return [];
  for (const field of ASKED) {
    const column = columns[field];
    const cells = column ? cellsOf(column.index) : [];
    const first = unclearComma(cells);
    if (!column || first < 0 || cells.some(namesCurrency)) continue;
    const text = String(cells[first]).trim();
    const candidates = [text.replace(',', ''), text.replace(',', '.').replace(/0+$/, '')];
    const message = `Row ${headerRow + 1 + first}, ${column.header}: is "${text}" ${candidates.join(' or ')}? Say the currency in a column of its own, or write the amounts with two decimals.`;
    return [{ field, message, candidates }];
  }
  return [];
}

function namesCurrency(cell: Cell): boolean {
  if (typeof cell !== 'string' || isBlank(cell)) return false;
  const { currency = '' } = readAmountText(cell, null) ?? {};
  return currency !== '' && currency !== NO_CURRENCY;
}
