// A customer known by a tax number alone: theirs, not ours.
import { type Detection, type Question, takenBy } from '../fields';
import { headerHas } from '../vocabulary/header-words';
import { speaksOfUs } from '../vocabulary/own-people';
import type { ColumnLook } from './column-evidence';

/** Words that make it the number of the firm that writes the invoices. */
const OURS = ['supplier', 'vendor', 'seller', 'company'];

/** Where nothing else names the customer, a column with their tax number does: the one that says so, else the only one that differs. */
export function customerByTaxNumber(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Detection['columns'],
  questions: readonly Question[],
): void {
  if (columns.customer || columns.customerId || questions.some(({ field }) => field === 'customer')) return;
  const taken = takenBy(columns);
  const found = headers.flatMap((header, i) => {
    const differs = looks[i] !== undefined && looks[i].filled > 0 && looks[i].distinct * looks[i].filled > 1;
    const ours = speaksOfUs(header) || headerHas(header, OURS);
    return !taken.has(i) && headerHas(header, ['taxid']) && !ours && differs ? [i] : [];
  });
  const theirs = found.filter((i) => headerHas(headers[i] ?? '', ['customer']));
  const [index, second] = theirs.length > 0 ? theirs : found;
  if (index === undefined || second !== undefined) return;
  const header = headers[index] ?? '';
  columns.customerId = { index, header, confidence: 0.7, reason: `header "${header}"; a tax number of the customer` };
}
