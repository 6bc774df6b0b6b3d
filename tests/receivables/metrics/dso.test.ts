// Days sales outstanding.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormulaError } from '../../../src/receivables/formula-error';
import { daysSalesOutstanding } from '../../../src/receivables/metrics/dso';

describe('DSO', () => {
  // creditguru.com, "Average Days Delinquent": regular DSO of the example.
  it('is 45 for 15,000 open against sales of 10,000 in 30 days', () => {
    expect(daysSalesOutstanding(15_000, 10_000, 30)).toBe(45);
  });

  // trymesha.com, "The 2 DSO calculation formulas": prints 30.4; the ratio is not rounded on the way.
  it('uses a year when no days are given', () => {
    expect(daysSalesOutstanding(150_000, 1_800_000)).toBeCloseTo(30.4167, 4);
  });

  // The IBM receivables sample, June 2013.
  it('is 26.2575 for 5,119.85 open against sales of 5,849.59 in the 30 days of June', () => {
    expect(daysSalesOutstanding(5119.85, 5849.59, 30)).toBeCloseTo(26.2575, 4);
  });

  it('is 0 with nothing open and negative with more credits than invoices', () => {
    expect(daysSalesOutstanding(0, 10, 30)).toBe(0);
    expect(daysSalesOutstanding(-5, 10, 30)).toBe(-15);
  });

  it.each([0, -1, Number.NaN])('refuses sales of %d with a sentence instead of Infinity', (sales) => {
    expect(() => daysSalesOutstanding(1, sales)).toThrow(FormulaError);
    expect(() => daysSalesOutstanding(1, sales)).toThrow(/no credit sales in the period/);
  });

  it('refuses a period without days', () => {
    expect(() => daysSalesOutstanding(1, 1, 0)).toThrow(/above 0/);
  });

  it('does not change when receivables and sales are both in another unit', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 2, max: 1000 }), (open, sales, unit) => {
        expect(daysSalesOutstanding(open * unit, sales * unit)).toBeCloseTo(daysSalesOutstanding(open, sales), 8);
      }),
    );
  });
});
