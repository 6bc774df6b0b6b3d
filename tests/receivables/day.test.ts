// Days as integers: their civil dates are those that the language's own calendar gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayOf } from '../../src/receivables/day';

/** The first and the last day that a cell can hold: 1 January of the year 1, and 31 December 9999. */
const FIRST = -719_162;
const LAST = 2_932_896;

function byDate(day: number): ReturnType<typeof civilOf> {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

describe('the civil date of a day', () => {
  it.each([FIRST, LAST, -1, 0, 58, 59, 11_015, 11_016, 11_017, 47_540, 47_541])(
    'is that of the calendar on its edges: day %d',
    (day) => {
      expect(civilOf(day)).toEqual(byDate(day));
    },
  );

  it('is that of the calendar on each day of four hundred years, after which it repeats', () => {
    for (let day = 0; day < 146_097; day += 1) {
      const { year, month, day: ofMonth } = civilOf(day);
      if (dayOf(year, month, ofMonth) !== day)
        expect({ day, civil: civilOf(day) }).toEqual({ day, civil: byDate(day) });
    }
  });

  it('is that of the calendar on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        expect(civilOf(day)).toEqual(byDate(day));
      }),
    );
  });
});
