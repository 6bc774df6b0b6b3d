// What the past tells of paying: a record for each invoice that had a due date, paid or still open on a day.
import { eachAsOf } from '../book';
import type { Day } from '../day';
import type { InvoiceRow } from '../invoice';
import { isCredit, isReceivable } from '../invoice-status';
import { toMinor } from '../money';

/** How one invoice was paid, or that it is open. */
export interface PaymentRecord {
  customerKey: string;
  issued: Day;
  due: Day;
  /** The day on which no more than the tolerance was open; null while it is open. */
  paidOn: Day | null;
  /** Whether it was disputed; a flag without a day does not count, since nobody knows whether it was there by then. */
  disputed: boolean;
}

/** A record of a table's row, with what was open of it. */
export interface RowRecord extends PaymentRecord {
  key: string;
  /** The row in the sheet. */
  row: number;
  currency: string;
  /** Minor units. */
  open: number;
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** What of an invoice counts in a forecast, in minor units of its currency: what is owed and no rounding. */
export function isForecast(row: Pick<InvoiceRow, 'status' | 'currency'>, open: number, tolerance: number): boolean {
  return isReceivable(row) && open > toMinor(tolerance, row.currency);
}

/**
 * The records known at the end of a day: nothing that came later is in them. Credits, drafts, void invoices and retentions before their
 * day are left out, and so is what was settled on a day nobody knows or without any money. Without an invoice date an invoice counts as
 * issued when it was due, paid or looked at, whichever came first.
 * @param rows the invoice table as it reads today
 * @param asOf the day
 * @param tolerance what may stay open of a paid invoice, a decimal amount in any currency
 * @param disputed keys of the invoices of which it is known that they were disputed
 * @example recordsOn([{ ...row, issued: 10, due: 40, paidOn: 46 }], 50, 0.05)[0]?.paidOn // 46
 */
export function recordsOn(
  rows: readonly InvoiceRow[],
  asOf: Day,
  tolerance: number,
  disputed: ReadonlySet<string> = NO_KEYS,
): RowRecord[] {
  const records: RowRecord[] = [];
  eachAsOf(rows, asOf, (row, open) => {
    const { key, due, currency, customerKey } = row;
    if (due === null || !isReceivable(row) || isCredit(row)) return;
    const paidOn = isForecast(row, open, tolerance) ? null : settledOn(row, tolerance);
    if (paidOn !== null && (Number.isNaN(paidOn) || paidOn > asOf)) return;
    const issued = row.issued ?? Math.min(due, paidOn ?? asOf, asOf);
    records.push({ key, row: row.row, customerKey, currency, issued, due, paidOn, open, disputed: disputed.has(key) });
  });
  return records;
}

/** The day on which an invoice was settled by money; not a number where nobody knows. */
function settledOn({ payments, paidOn, amount, currency }: InvoiceRow, tolerance: number): Day {
  if (!payments || amount === null) return paidOn ?? Number.NaN;
  const dated = payments.flatMap(({ on, ...paid }) => (on === null ? [] : [{ ...paid, on }]));
  let open = amount - payments.reduce((sum, { on, amount: paid }) => sum + (on === null ? paid : 0), 0);
  let last = Number.NaN;
  for (const paid of dated.sort((a, b) => a.on - b.on)) {
    open -= paid.amount;
    if (!paid.isCredit) last = paid.on;
    if (open <= toMinor(tolerance, currency)) break;
  }
  return last;
}
