// What a dispute costs in days, told by the paid invoices of the same customers with and without one.
import { addUnder } from '../cash/grouped';
import type { Day } from '../day';
import { weightOf } from './payment-habits';
import type { PaymentRecord } from './payment-record';

/** So many paid invoices with and without a dispute tell. */
const ENOUGH = 5;

/**
 * By how many days disputed invoices are paid later than others of their customer: the weighted slope within customers.
 * @param records as known on the day
 * @returns 0 where too few tell
 * @example learnHabits(records, asOf, disputeDays(records, asOf))
 */
export function disputeDays(records: readonly PaymentRecord[], asOf: Day): number {
  const paid = records.filter(({ paidOn }) => paidOn !== null);
  const disputed = paid.filter((record) => record.disputed).length;
  if (disputed < ENOUGH || paid.length - disputed < ENOUGH) return 0;
  const customers = new Map<string, { flag: number; lag: number; weight: number }[]>();
  for (const record of paid) {
    const { customerKey, due, paidOn, disputed: flagged } = record;
    const lag = (paidOn ?? asOf) - due;
    addUnder(customers, customerKey, { flag: flagged ? 1 : 0, lag, weight: weightOf(record, asOf) });
  }
  let [covered, spread] = [0, 0];
  for (const rows of customers.values()) {
    const total = rows.reduce((sum, { weight }) => sum + weight, 0);
    const flag = rows.reduce((sum, row) => sum + row.weight * row.flag, 0) / total;
    const lag = rows.reduce((sum, row) => sum + row.weight * row.lag, 0) / total;
    for (const row of rows) {
      covered += row.weight * (row.flag - flag) * (row.lag - lag);
      spread += row.weight * (row.flag - flag) ** 2;
    }
  }
  return spread > 0 ? covered / spread : 0;
}
