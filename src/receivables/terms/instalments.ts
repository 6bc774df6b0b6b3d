// Instalments of a payment plan: equal sums on days at equal distances.
import { type Day, plusMonths } from '../day';

/** How far apart two instalments are. */
export type PlanRhythm = 'week' | 'two weeks' | 'month';

/** One instalment: its day and its sum in minor units. */
export interface InstalmentDue {
  on: Day;
  amount: number;
}

/**
 * Splits a sum into instalments; what does not divide evenly is added to the last.
 * @param sum minor units
 * @param count of instalments, 1 or more
 * @param first the day of the first; monthly ones keep its day of the month where the month has it
 * @example equalInstalments(1000, 3, day, 'month').map(({ amount }) => amount) // [333, 333, 334]
 */
export function equalInstalments(sum: number, count: number, first: Day, every: PlanRhythm): InstalmentDue[] {
  const each = Math.floor(sum / count);
  return Array.from({ length: count }, (_, index) => ({
    on: every === 'month' ? plusMonths(first, index) : first + index * (every === 'week' ? 7 : 14),
    amount: index < count - 1 ? each : sum - each * (count - 1),
  }));
}
