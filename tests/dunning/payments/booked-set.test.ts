// Which payments a difference in the sheet is.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookedSet } from '../../../src/dunning/payments/booked-set';

describe('the payments that a difference is', () => {
  it.each([
    [400, [400, 600], [0]],
    [1000, [400, 600], [0, 1]],
    [400, [400, 600, 400], [0]],
    [-1000, [1000, -1000], [1]],
  ])('of %d among %j are those at %j', (difference, amounts, places) => {
    expect(bookedSet(difference, amounts)).toEqual(places);
  });

  it('are nobody’s guess where sets of different amounts fit, or none does', () => {
    expect(bookedSet(1000, [400, 600, 1000])).toBeNull();
    expect(bookedSet(500, [400, 600])).toBeNull();
    expect(bookedSet(0, [400, -400])).toBeNull();
  });

  it('add up to it, and no other amounts do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 6 }), { maxLength: 8 }),
        fc.integer({ min: -5, max: 15 }),
        (amounts, difference) => {
          const sums = new Set<string>();
          for (let mask = 1; mask < 2 ** amounts.length; mask += 1) {
            const set = amounts.filter((_, at) => mask & (1 << at));
            if (set.reduce((sum, one) => sum + one, 0) === difference) sums.add(JSON.stringify([...set].sort()));
          }
          const found = bookedSet(difference, amounts);
          expect(found !== null).toBe(difference !== 0 && sums.size === 1);
          if (found) expect(found.reduce((sum, at) => sum + (amounts[at] ?? 0), 0)).toBe(difference);
        },
      ),
    );
  });
});
