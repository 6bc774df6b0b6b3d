// Up to which day imports have payments in: the earliest over the accounts.
import type { Day } from '../../receivables/day';
import { type Payments, undecidedLines } from '../history/payments';

/**
 * The day up to which imports have payments in, where that is later than what is confirmed.
 * @returns null where it is not, where nobody ever said a day, or while a line up to it waits for a decision
 * @example importedUpTo(history.payments, confirmed, today) // null while somebody has to decide about a line
 */
export function importedUpTo(payments: Payments, confirmed: Day | null, today: Day): Day | null {
  if (confirmed === null || payments.ends.size === 0) return null;
  const upTo = Math.min(today, ...[...payments.ends.values()].map(([on]) => on));
  return upTo <= confirmed || undecidedLines(payments).some(({ on }) => on <= upTo) ? null : upTo;
}
