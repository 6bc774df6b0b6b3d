// The sums that people agree: more than nothing, and no slip of the pen.

/** More than that nobody owes anybody here, and a cell would round it. */
const MOST = 1e12;

/** What a sum must be, for a sentence. */
export const SUM = 'more than 0 and less than 1,000,000,000,000';

/** Whether a number is a sum. @param amount decimal @example isSum(0) // false */
export function isSum(amount: number): boolean {
  return amount > 0 && amount < MOST;
}
