// Which of several amounts the customer owes: net or gross of tax, the document's or the instalment's.
import { type Detection, type Question, takenBy } from '../../fields';
import type { Grid } from '../../grid';
import { headerHas, meaningsOf } from '../../vocabulary/header-words';
import type { ColumnLook } from '../column-evidence';
import { numberIn } from './column-numbers';
import { isConverted } from './currency-column';

type Columns = Detection['columns'];

/** Names that say "net of tax" have at most this score. */
const NET_OF_TAX = 0.6;

/** Rows looked at to find out which column is another one with its tax. */
const ROWS_ADDED_UP = 200;

/** "Invoice amount", "VAT", "Total amount": where the first and the second make the third, the third is what the customer owes. */
export function grossOfTax(grid: Grid, headerIndex: number, headers: readonly string[], columns: Columns): void {
  const { amount } = columns;
  if (!amount) return;
  const taxes = headers.flatMap((header, i) => (i !== amount.index && headerHas(header, ['tax']) ? [i] : []));
  const taken = takenBy(columns);
  const rows = grid.values.slice(headerIndex + 1, headerIndex + 1 + ROWS_ADDED_UP);
  const isGross = (index: number, tax: number): boolean => {
    let taxed = 0;
    let fits = 0;
    for (const row of rows) {
      const [net, part, whole] = [amount.index, tax, index].map((column) => numberIn(row[column]));
      if (!net || !part || typeof whole !== 'number') continue;
      taxed += 1;
      if (Math.abs(net + part - whole) < 0.02) fits += 1;
    }
    return taxed > 0 && fits * 10 >= taxed * 9;
  };
  const named = (i: number): boolean => meaningsOf(headers[i] ?? '').some(({ field }) => field === 'amount');
  const gross = headers.findIndex((_, i) => !taken.has(i) && named(i) && taxes.some((tax) => isGross(i, tax)));
  const header = headers[gross];
  if (header === undefined) return;
  const reason = `header "${header}"; it is "${amount.header}" with its tax`;
  columns.amount = { index: gross, header, confidence: amount.confidence, reason };
}

/** Names this plain, and no less, could each be the invoice amount. */
const PLAIN_AMOUNT = 0.85;

// Columns that explain why one amount is more than another.
const PARTS = 'tax net quantity line discount shipping freight fee fees interest subtotal sub'.split(' ');

/**
 * "Amount" beside "Document total" in a list of instalments: two plain names over different figures, and it is not the tax that makes
 * the difference. Where no balance tells what is open, a person is asked.
 */
export function rivalAmounts(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  columns: Columns,
  questions: Question[],
): void {
  const { amount, balance, currency } = columns;
  if (!amount || balance || headers.some((header) => headerHas(header, PARTS))) return;
  const taken = takenBy(columns);
  const rows = grid.values.slice(headerIndex + 1, headerIndex + 1 + ROWS_ADDED_UP);
  const differs = (index: number): boolean =>
    rows.some((row) => {
      const [one, other] = [numberIn(row[amount.index]), numberIn(row[index])];
      return one !== null && other !== null && other !== 0 && !same(one, other);
    });
  const isPlain = (header: string): boolean =>
    meaningsOf(header).some(({ field, score }) => field === 'amount' && score >= PLAIN_AMOUNT);
  const rivals = headers.filter(
    (header, i) =>
      !taken.has(i) &&
      header !== '' &&
      isPlain(header) &&
      !isConverted(header, amount.header, currency !== undefined) &&
      differs(i),
  );
  if (rivals.length === 0) return;
  const candidates = [amount.header, ...rivals];
  const list = candidates.map((header) => `"${header}"`).join(' and ');
  delete columns.amount;
  const message = `${list} could both be the invoice amount, and they differ. Which one does the customer owe on the due date?`;
  questions.push({ field: 'amount', message, candidates });
}

/** Only a net amount beside a column of tax: what the customer owes is neither of them. */
export function netOfTax(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  { amount, balance }: Columns,
): Question[] {
  if (!amount || balance || amount.confidence > NET_OF_TAX || !headerHas(amount.header, ['net', 'excl'])) return [];
  const taxed = headers.some((header, i) => {
    const look = looks[i];
    return (
      i !== amount.index &&
      headerHas(header, ['tax']) &&
      look !== undefined &&
      (look.filled === 0 || look.amounts >= 0.5)
    );
  });
  if (!taxed) return [];
  const message = `"${amount.header}" is net of tax. Which column holds what the customer has to pay?`;
  const candidates = headers.filter((header, i) => header !== '' && (looks[i]?.amounts ?? 0) >= 0.5);
  return [{ field: 'amount', message, candidates: candidates.length > 0 ? candidates : [amount.header] }];
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005;
}
