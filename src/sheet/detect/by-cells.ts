// What is understood by its cells where no name says it: status words, codes that are never the same twice.
import { type Detection, takenBy } from '../fields';
import { headerHas, meaningsOf } from '../vocabulary/header-words';
import type { ColumnLook } from './column-evidence';

type Columns = Detection['columns'];

/** What is understood without a name: a column of status words. @param kinds the column of kinds of documents, which is none */
export function statusByCells(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Columns,
  kinds: number,
): void {
  if (columns.status) return;
  const taken = takenBy(columns);
  // Yes and no alone are no status: they may answer anything.
  const isStatus = (look: ColumnLook): boolean => look.statuses >= 0.9 && look.words >= 0.9 && look.stops > 0;
  const found = headers.flatMap((header, i) => {
    const look = looks[i];
    const free = header !== '' && i !== kinds && !taken.has(i) && meaningsOf(header).length === 0;
    return free && look && look.filled > 0 && isStatus(look) ? [i] : [];
  });
  const [index] = found;
  if (index === undefined || found.length > 1) return;
  columns.status = { index, header: headers[index] ?? '', confidence: 0.6, reason: 'its cells are status words' };
}

/** Names of a number that is given once. */
const NUMBERED = ['id', 'number', 'code', 'reference', 'document', 'key', 'serial'];

/** Where no name says "invoice", the one column of codes that are never the same twice identifies the rows: "loan_id" over CR-00001. Where no name at all is known, it needs none. */
export function invoiceByCodes(headers: readonly string[], looks: readonly ColumnLook[], columns: Columns): void {
  if (columns.invoice) return;
  const { customer, customerId, amount, balance, due } = columns;
  const isUnknown = ![customer, customerId, amount, balance, due].some(Boolean);
  const taken = takenBy(columns);
  const found = headers.flatMap((header, i) => {
    const look = looks[i];
    const free =
      header !== '' && !taken.has(i) && meaningsOf(header).length === 0 && (isUnknown || headerHas(header, NUMBERED));
    return free && look && look.filled >= FEW_CODES && look.codes >= 0.9 && look.distinct === 1 ? [i] : [];
  });
  const [index] = found;
  if (index === undefined || found.length > 1) return;
  const reason = 'each of its cells is another number';
  columns.invoice = { index, header: headers[index] ?? '', confidence: 0.6, reason };
}

const FEW_CODES = 3;
