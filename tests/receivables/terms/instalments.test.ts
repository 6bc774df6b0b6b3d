// Instalments of a payment plan: they add up to the sum, on days at equal distances.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../../src/receivables/day';
import { equalInstalments } from '../../../src/receivables/terms/instalments';

const FIRST = dayFromIso('2027-01-31') ?? 0;

describe('equal instalments', () => {
  it('put what does not divide evenly into the last', () => {
    expect(equalInstalments(1000, 3, FIRST, 'month').map(({ amount }) => amount)).toEqual([333, 333, 334]);
  });

  it('keep the day of the month where the month has it', () => {
    const days = equalInstalments(900, 3, FIRST, 'month').map(({ on }) => isoOf(on));
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
  });

  it.each([
    ['week', ['2027-01-31', '2027-02-07']],
    ['two weeks', ['2027-01-31', '2027-02-14']],
  ] as const)('stand a %s apart', (every, days) => {
    expect(equalInstalments(900, 2, FIRST, every).map(({ on }) => isoOf(on))).toEqual(days);
  });

  it('always add up to the sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 36 }), (sum, count) => {
        const all = equalInstalments(sum, count, FIRST, 'month');
        expect(all.reduce((total, { amount }) => total + amount, 0)).toBe(sum);
        expect(all).toHaveLength(count);
      }),
      { numRuns: 50 },
    );
  });
});
