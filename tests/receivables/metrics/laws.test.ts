// What must hold for every book: laws of the figures, each over many random cases.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/receivables/day';
import { allowanceByAging, allowanceFromTotals, balancesByBucket } from '../../../src/receivables/metrics/allowance';
import { collectionEffectiveness } from '../../../src/receivables/metrics/collection-effectiveness';
import { concentration, herfindahlIndex } from '../../../src/receivables/metrics/concentration';
import { countbackDso } from '../../../src/receivables/metrics/countback';
import { averageDaysDelinquent, bestPossibleDso, daysSalesOutstanding } from '../../../src/receivables/metrics/dso';
import { overdueShare } from '../../../src/receivables/metrics/overdue-share';
import { collectionPeriod, receivablesTurnover } from '../../../src/receivables/metrics/turnover';
import { sumWithoutDust, withoutDust } from '../../../src/receivables/rounding';

const cents = (from: number, to: number) => fc.integer({ min: from, max: to }).map((minor) => minor / 100);
const asOf = 20_000;
const sideBySide = (list: readonly { balance: number; due: number | null }[]) => ({
  balances: list.map(({ balance }) => balance),
  dues: list.map(({ due }) => due),
});
const balances = fc.array(
  fc.record({
    balance: cents(-50_000, 1_000_000),
    due: fc.option(fc.integer({ min: asOf - 200, max: asOf + 60 })),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('the laws of the figures', () => {
  it('DSO is best possible DSO and ADD together', () => {
    fc.assert(
      fc.property(
        cents(-1e6, 1e9),
        cents(0, 1e9),
        cents(1, 1e9),
        fc.integer({ min: 1, max: 366 }),
        (a, b, sales, n) => {
          const dso = daysSalesOutstanding(a, sales, n);
          const parts = bestPossibleDso(b, sales, n) + averageDaysDelinquent(a, b, sales, n);
          const size = ((Math.abs(a) + b) * n) / sales;
          expect(Math.abs(dso - parts)).toBeLessThanOrEqual(size * 1e-11);
        },
      ),
    );
  });

  it('turnover times collection period is the period', () => {
    fc.assert(
      fc.property(cents(1, 1e9), cents(1, 1e9), fc.integer({ min: 1, max: 366 }), (sales, open, days) => {
        expect(receivablesTurnover(sales, open) * collectionPeriod(sales, open, days)).toBeCloseTo(days, 6);
      }),
    );
  });

  it('CEI is 1 when nothing is past due at the end, and never above 1 without credits past due', () => {
    fc.assert(
      fc.property(cents(0, 1e8), cents(1, 1e8), cents(0, 1e8), cents(0, 1e8), (beginning, sales, ending, share) => {
        const current = Math.min(ending, share);
        fc.pre(beginning + sales > current + 0.01);
        expect(collectionEffectiveness(beginning, sales, ending, current)).toBeLessThanOrEqual(1);
        fc.pre(beginning + sales > ending + 0.01);
        expect(collectionEffectiveness(beginning, sales, ending, ending)).toBe(1);
      }),
    );
  });

  it('counting back gives more days for more receivables, in whatever order the months are', () => {
    const sales = fc.array(cents(1, 100_000), { minLength: 12, maxLength: 24 });
    fc.assert(
      fc.property(
        sales,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.infiniteStream(fc.nat()),
        (list, share, chance) => {
          const months = list.map((creditSales, i) => ({ month: dayOf(2024, 1 + (i % 12), 3) ?? 0, creditSales }));
          const all = sumWithoutDust(list);
          const days = countbackDso(all * share * 0.99, months);
          expect(countbackDso(all * share, months)).toBeGreaterThanOrEqual(days);
          const keyed = months.map((month) => ({ month, key: chance.next().value }));
          const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ month }) => month);
          expect(countbackDso(all * share, shuffled)).toBeCloseTo(countbackDso(all * share, months), 8);
        },
      ),
    );
  });

  it('receivables of all the sales count all the days', () => {
    const months = [1, 2, 3].map((month) => ({ month: dayOf(2024, month, 1) ?? 0, creditSales: 0.1 * month }));
    expect(countbackDso(0.6, months)).toBe(91);
  });

  it('the share past due is 0 to 1 and never falls as days go by', () => {
    fc.assert(
      fc.property(balances, fc.integer({ min: 0, max: 100 }), (list, later) => {
        fc.pre(list.some(({ balance }) => balance > 0));
        const share = overdueShare(sideBySide(list), asOf);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(overdueShare(sideBySide(list), asOf + later)).toBeGreaterThanOrEqual(share);
      }),
    );
  });

  it('concentration never falls with a larger top and ends at 1', () => {
    fc.assert(
      fc.property(fc.array(cents(-1000, 1e8), { minLength: 1, maxLength: 30 }), (amounts) => {
        const positive = amounts.filter((amount) => amount > 0).length;
        fc.pre(positive > 0);
        const shares = amounts.map((_, i) => concentration(amounts, i + 1));
        for (const [i, share] of shares.entries()) expect(share).toBeGreaterThanOrEqual(shares[i - 1] ?? 0);
        expect(shares[positive - 1]).toBe(1);
      }),
    );
  });

  it('HHI lies between 10,000 through the number of customers and 10,000', () => {
    fc.assert(
      fc.property(fc.array(cents(1, 1e8), { minLength: 1, maxLength: 50 }), (amounts) => {
        const index = herfindahlIndex(amounts);
        expect(index).toBeLessThanOrEqual(10_000);
        expect(index).toBeGreaterThanOrEqual(10_000 / amounts.length - 1e-6);
      }),
    );
    expect(herfindahlIndex([7])).toBe(10_000);
  });

  it('the allowance by aging is the allowance of its buckets, and none of the balances loses more than itself', () => {
    const rates = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(balances, rates, (list, shares) => {
        const edges = [30, 60, 90];
        const allowance = allowanceByAging(sideBySide(list), asOf, edges, shares);
        expect(allowance).toBe(allowanceFromTotals(balancesByBucket(sideBySide(list), asOf, edges), shares));
        const open = list.reduce((sum, { balance }) => sum + Math.max(0, balance), 0);
        expect(allowance).toBeGreaterThanOrEqual(0);
        expect(allowance).toBeLessThanOrEqual(open + 1e-6);
      }),
    );
  });

  it('sums of cents show cents, and amounts that cancel each other give 0', () => {
    expect(sumWithoutDust([0.1, 0.2, -0.3])).toBe(0);
    expect(Object.is(sumWithoutDust([-1e-20, 1]), 1)).toBe(true);
    expect(Object.is(withoutDust(-0), 0)).toBe(true);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 200 }), (minors) => {
        const exact = minors.reduce((sum, minor) => sum + minor, 0);
        expect(sumWithoutDust(minors.map((minor) => minor / 100))).toBe(exact / 100 + 0);
      }),
    );
  });
});
