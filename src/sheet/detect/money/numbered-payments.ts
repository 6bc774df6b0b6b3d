// Payments in columns of their own: "Payment 1", "Payment 2", with their days beside them.
import { type ColumnMatch, type Detection, joinHeaders, takenBy } from '../../fields';
import { meaningsOf } from '../../vocabulary/header-words';
import type { ColumnLook } from '../column-evidence';

type Columns = Detection['columns'];

const ORDINALS: readonly RegExp[] = [
  /^(.*?)[\s_#(-]*\b(?:no\.?\s*)?0?([1-9]|1[0-2])\b[)\s_-]*(.*)$/i,
  /^(.*?\p{L})0?([1-9]|1[0-2])((?:_.*)?)$/iu,
  /^()(1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth|1er|1re|2e|3e|erste|zweite|dritte|primer|segundo|tercer)\s+(.*)$/i,
];

/** The name without its number. @example unnumbered('Payment 2 date') // 'Payment date' */
function unnumbered(header: string): string | null {
  const plain = header.replace(/_/g, ' ').replace(/^(\d{1,2})\.\s*(.+)$/, '$2 $1');
  for (const pattern of ORDINALS) {
    const match = pattern.exec(plain);
    if (match) return `${match[1] ?? ''} ${match[3] ?? ''}`.replace(/\s+/g, ' ').trim();
  }
  return null;
}

/** "Payment 1", "Payment 2" and on are what was paid, where no column adds them up; their days stand beside them. */
export function numberedPayments(headers: readonly string[], looks: readonly ColumnLook[], columns: Columns): void {
  const taken = takenBy(columns);
  const numbered = (field: 'paid' | 'paidOn'): number[] =>
    headers.flatMap((header, i) => {
      const base = taken.has(i) ? null : unnumbered(header);
      const look = looks[i];
      const allowed =
        look !== undefined && (look.filled === 0 || (field === 'paid' ? look.amounts : look.dates) >= 0.5);
      return base && allowed && meaningsOf(base).some((meaning) => meaning.field === field) ? [i] : [];
    });
  const amounts = numbered('paid');
  const [first] = amounts;
  if (first === undefined || columns.paid || columns.balance) return;
  columns.paid = joined(headers, amounts);
  const days = numbered('paidOn').filter((i) => !amounts.includes(i));
  if (days.length === amounts.length && !columns.paidOn) columns.paidOn = joined(headers, days);
}

function joined(headers: readonly string[], indexes: readonly number[]): ColumnMatch {
  const [index = 0, ...further] = indexes;
  const header = joinHeaders(indexes.map((i) => headers[i] ?? ''));
  const match: ColumnMatch = { index, header, confidence: 0.8, reason: `${indexes.length} columns of payments` };
  return further.length > 0 ? { ...match, further } : { ...match, reason: `header "${header}"; a payment` };
}

/** Whether a header is one of several payments. @example namesNumberedPayment('Payment 2') // true */
export function namesNumberedPayment(header: string): boolean {
  const base = unnumbered(header);
  return base !== null && meaningsOf(base).some(({ field }) => field === 'paid' || field === 'paidOn');
}
