// Two columns of statuses, of the payment and of the document: both are read, since a draft is no claim whatever is paid of it.
import { type Detection, joinHeaders, type Question, takenBy } from '../fields';
import type { Candidate } from './column-candidates';

/** A name less plain is not of the invoice's status for sure. */
const PLAIN = 0.9;

/** Reads all columns of status words together, where several names say "status". A yes/no column is another thing, and asked about. */
export function severalStatuses(
  candidates: readonly Candidate[],
  columns: Detection['columns'],
  questions: Question[],
): void {
  const asked = questions.findIndex(({ field }) => field === 'status');
  const taken = takenBy(columns);
  const found = candidates.filter(
    ({ field, score, column }) =>
      field === 'status' && score >= PLAIN && (!taken.has(column) || column === columns.status?.index),
  );
  const isWords = ({ look }: Candidate): boolean =>
    look.filled > 0 && look.statuses >= PLAIN && look.words >= PLAIN && look.stops > 0;
  const [first, ...further] = found.sort((a, b) => b.score - a.score || a.column - b.column);
  if (!first || further.length === 0 || !found.every(isWords)) return;
  if (asked < 0 && !columns.status) return;
  if (asked >= 0) questions.splice(asked, 1);
  const header = joinHeaders(found.map((one) => one.header));
  columns.status = {
    index: first.column,
    further: further.map(({ column }) => column),
    header,
    confidence: first.score,
    reason: `${found.length} columns of status words`,
  };
}
