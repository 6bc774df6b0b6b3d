// The money of a line where no column holds that of the whole invoice: "Item amount" beside quantity and rate.
import { type Detection, takenBy } from '../../fields';
import { headerHas } from '../../vocabulary/header-words';
import type { ColumnLook } from '../column-evidence';

const OF_A_LINE = ['item', 'line', 'product', 'service', 'position', 'article'];
const MONEY = ['amount', 'total', 'value', 'gross'];
/** What makes another figure of it. */
const OTHER = ['unit', 'rate', 'tax', 'discount', 'quantity', 'number', 'date', 'id', 'code', 'price', 'cost'];

/**
 * Takes the one amount of a line for the invoice amount where the table has no other, and its rows count pieces or hold no other money.
 * Rows with one number are put together later.
 */
export function amountOfLines(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Detection['columns'],
): void {
  if (columns.amount || columns.balance) return;
  const taken = takenBy(columns);
  const money = looks.filter((look, i) => !taken.has(i) && look.filled > 0 && look.amounts >= 0.5).length;
  const isCounted = headers.some((header) => headerHas(header, ['quantity']));
  if (!isCounted && money > 1) return;
  const found = headers.flatMap((header, i) => {
    const amounts = (looks[i]?.filled ?? 0) > 0 && (looks[i]?.amounts ?? 0) >= 0.5;
    const isLines = headerHas(header, OF_A_LINE) && headerHas(header, MONEY) && !headerHas(header, OTHER);
    return amounts && !taken.has(i) && isLines ? [i] : [];
  });
  const [index] = found;
  if (index === undefined || found.length > 1) return;
  const header = headers[index] ?? '';
  const reason = `header "${header}"; the amount of a line, ${isCounted ? 'beside its quantity' : 'the only money there is'}`;
  columns.amount = { index, header, confidence: 0.6, reason };
}
