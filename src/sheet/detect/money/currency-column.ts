// The column of currencies: by its codes where its name does not say so; and amounts that are others converted.
import { type ColumnMatch, type Detection, type Question, takenBy } from '../../fields';
import type { Grid } from '../../grid';
import { currencyOfHeader } from '../../vocabulary/currencies';
import { headerHas } from '../../vocabulary/header-words';
import type { ColumnLook } from '../column-evidence';

/** The books' own currency, where the invoice's stands in another column. */
const OF_THE_BOOKS = 'local company base home group reporting functional'.split(' ');

/**
 * Where no name says "currency", a column in which nothing but ISO codes stands is it. Two that differ and do not tell which is the
 * invoice's are asked about: amounts of two currencies must not be added.
 */
export function currencyByCodes(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Detection['columns'],
  questions: Question[],
): void {
  if (columns.currency || questions.some(({ field }) => field === 'currency')) return;
  const taken = takenBy(columns);
  const all = headers.flatMap((header, i) =>
    header !== '' && !taken.has(i) && (looks[i]?.filled ?? 0) > 0 && looks[i]?.currencyCodes === 1 ? [i] : [],
  );
  const own = all.filter((i) => !headerHas(headers[i] ?? '', OF_THE_BOOKS));
  const found = own.length > 0 ? own : all;
  const [first] = found;
  if (first === undefined) return;
  const rows = grid.values.slice(headerIndex + 1);
  const differ = found.some((i) => rows.some((row) => row[i] !== row[first]));
  if (differ) {
    const candidates = found.map((i) => headers[i] ?? '');
    const list = candidates.map((header) => `"${header}"`).join(' and ');
    const message = `${list} hold different currencies. In which one are the invoice amounts?`;
    questions.push({ field: 'currency', message, candidates });
    return;
  }
  const header = headers[first] ?? '';
  const match: ColumnMatch = { index: first, header, confidence: 0.8, reason: 'its cells are currency codes' };
  columns.currency = match;
}

/**
 * Whether an amount is another one in a second currency: "amount_usd" beside "amount" and a column that tells its currency.
 * @param plain header of the other amount
 */
export function isConverted(header: string, plain: string, hasCurrencies: boolean): boolean {
  return hasCurrencies && currencyOfHeader(header) !== '' && currencyOfHeader(plain) === '';
}
