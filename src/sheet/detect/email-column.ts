// The column with the customer's address: by its name or its cells, never one of our own people's.
import { customerKeyOf } from '../../receivables/customer';
import { type Detection, type Question, takenBy } from '../fields';
import { type Cell, type Grid, isBlank } from '../grid';
import { meaningsOf } from '../vocabulary/header-words';
import { speaksOfUs } from '../vocabulary/own-people';
import type { ColumnLook } from './column-evidence';

/** Under so many customers one address is more likely ours than theirs, where no name says whose it is. */
const SHARED_BY = 3;

/** Takes the one column of addresses whose name says nothing; where one address stands under several customers, a person is asked. */
export function emailByCells(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Detection['columns'],
  questions: Question[],
): void {
  if (columns.email) return;
  const taken = takenBy(columns);
  const found = headers.flatMap((header, i) => {
    const look = looks[i];
    const isAddress = look !== undefined && look.filled > 0 && look.addresses >= 0.8;
    const free = header !== '' && !taken.has(i) && meaningsOf(header).length === 0 && !speaksOfUs(header);
    return isAddress && free ? [i] : [];
  });
  const [index] = found;
  if (index === undefined || found.length > 1) return;
  const header = headers[index] ?? '';
  const [address, customers] = mostShared(grid, headerIndex, index, columns);
  if (customers >= SHARED_BY) {
    const message = `Is "${header}" the address of the customer? ${address} stands under ${customers} customers.`;
    questions.push({ field: 'email', message, candidates: [header] });
    return;
  }
  columns.email = { index, header, confidence: 0.6, reason: 'its cells are mail addresses' };
}

/** The address that stands under most customers, and under how many. */
function mostShared(
  grid: Grid,
  headerIndex: number,
  index: number,
  { customer, customerId }: Detection['columns'],
): [string, number] {
  const customers = new Map<string, Set<string>>();
  for (const row of grid.values.slice(headerIndex + 1)) {
    const text = (cell: Cell | undefined): string =>
      typeof cell === 'object' || cell === undefined ? '' : String(cell);
    const cell = row[index];
    if (isBlank(cell)) continue;
    const address = text(cell).trim().toLowerCase();
    const key = customerKeyOf(text(customerId && row[customerId.index]), text(customer && row[customer.index]));
    if (key !== '') customers.set(address, (customers.get(address) ?? new Set()).add(key));
  }
  return [...customers]
    .map(([address, keys]): [string, number] => [address, keys.size])
    .reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
}
