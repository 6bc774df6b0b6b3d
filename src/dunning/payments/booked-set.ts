// Which payments a difference in the sheet is: exactly one set of them, or nobody knows.

/** Of more payments than these nobody looks for a set. */
const MOST = 12;

/**
 * The one set of payments that a difference is the sum of; of equal ones the older is taken.
 * @param amounts what each takes off, the older first; minor units
 * @returns places of the set; null where none fits, or sets of different amounts do
 * @example bookedSet(400, [400, 600, 400]) // [0]
 * @example bookedSet(1000, [400, 600, 1000]) // null
 */
export function bookedSet(difference: number, amounts: readonly number[]): number[] | null {
  if (difference === 0 || amounts.length > MOST) return null;
  const kinds = [...new Set(amounts)];
  const places = kinds.map((kind) => amounts.flatMap((amount, at) => (amount === kind ? [at] : [])));
  const found: number[][] = [];
  const take = (from: number, left: number, taken: readonly number[]): void => {
    if (found.length > 1) return;
    if (from === kinds.length) {
      if (left === 0 && taken.length > 0) found.push([...taken]);
      return;
    }
    const equal = places[from] ?? [];
    for (let count = 0; count <= equal.length; count += 1)
      take(from + 1, left - count * (kinds[from] ?? 0), [...taken, ...equal.slice(0, count)]);
  };
  take(0, difference, []);
  const [only, ...others] = found;
  return only && others.length === 0 ? only.sort((a, b) => a - b) : null;
}
