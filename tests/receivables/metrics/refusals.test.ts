// What no figure can be given for: each a sentence, never Infinity, NaN or a guess.
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/receivables/day';
import { FormulaError } from '../../../src/receivables/formula-error';
import { allowanceByAging, allowanceFromTotals } from '../../../src/receivables/metrics/allowance';
import { badDebtShare } from '../../../src/receivables/metrics/bad-debt';
import { collectionEffectiveness } from '../../../src/receivables/metrics/collection-effectiveness';
import { concentration, herfindahlIndex } from '../../../src/receivables/metrics/concentration';
import { countbackDso } from '../../../src/receivables/metrics/countback';
import { averageDaysDelinquent, bestPossibleDso } from '../../../src/receivables/metrics/dso';
import { overdueShare } from '../../../src/receivables/metrics/overdue-share';
import { promisesKept } from '../../../src/receivables/metrics/promises-kept';
import { collectionPeriod, receivablesTurnover } from '../../../src/receivables/metrics/turnover';

const month = (of: number, year = 2026): number => dayOf(year, of, 20) ?? 0;

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof FormulaError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('A figure was given.');
}

describe('a figure per credit sales', () => {
  it.each([
    ['best possible DSO', (sales: number) => bestPossibleDso(1, sales)],
    ['ADD', (sales: number) => averageDaysDelinquent(2, 1, sales)],
    ['CEI', (sales: number) => collectionEffectiveness(5, sales, 2, 1)],
    ['turnover', (sales: number) => receivablesTurnover(sales, 1)],
    ['collection period', (sales: number) => collectionPeriod(sales, 1)],
    ['share of bad debt', (sales: number) => badDebtShare(1, sales)],
  ])('%s needs sales above 0', (figure, act) => {
    const sentence = `no-credit-sales: credit_sales: there are no credit sales in the period, so there is no ${figure}.`;
    expect(refusal(() => act(0))).toBe(sentence);
    expect(refusal(() => act(-10))).toBe(sentence);
    expect(refusal(() => act(Number.NaN))).toBe(sentence);
    expect(Number.isFinite(act(10))).toBe(true);
  });

  it('needs days above 0, and CEI months above 0', () => {
    expect(refusal(() => bestPossibleDso(1, 1, 0))).toMatch(/^bad-days: days:/);
    expect(refusal(() => collectionPeriod(1, 1, -30))).toMatch(/^bad-days: days:/);
    expect(refusal(() => collectionEffectiveness(1, 1, 1, 1, 0))).toMatch(/^bad-months: months:/);
  });

  it('turns over something: turnover needs receivables above 0, a collection period of nothing is 0 days', () => {
    expect(refusal(() => receivablesTurnover(1, 0))).toMatch(/^no-receivables: receivables: nothing is open/);
    expect(collectionPeriod(10, 0)).toBe(0);
  });
});

describe('CEI', () => {
  it('is refused when nothing could be collected', () => {
    expect(refusal(() => collectionEffectiveness(0, 10, 10, 10))).toMatch(/^nothing-to-collect: .*nothing to collect/);
    expect(refusal(() => collectionEffectiveness(0.1, 0.2, 0.3, 0.3))).toMatch(/^nothing-to-collect/);
  });

  it('is below 0 when more is open than there was, and above 1 when credits are past due', () => {
    expect(collectionEffectiveness(10, 10, 30, 10)).toBe(-1);
    expect(collectionEffectiveness(10, 10, 8, 10)).toBe(1.2);
  });
});

describe('counting back', () => {
  const sales = [
    { month: month(2), creditSales: 280 },
    { month: month(3), creditSales: 310 },
  ];

  it('counts the real days of each month, in a leap year too', () => {
    expect(countbackDso(310, sales)).toBe(31);
    expect(countbackDso(450, sales)).toBe(45);
    expect(countbackDso(590, sales)).toBe(59);
    expect(countbackDso(0, sales)).toBe(0);
    expect(countbackDso(10, [{ month: month(2, 2024), creditSales: 290 }])).toBe(1);
  });

  it('goes back over the end of a year', () => {
    const winter = [
      { month: month(12, 2025), creditSales: 100 },
      { month: month(1, 2026), creditSales: 100 },
    ];
    expect(countbackDso(150, winter)).toBe(46.5);
  });

  it('adds up the sales of one month', () => {
    expect(countbackDso(31, [...sales, { month: month(3) - 5, creditSales: 310 }])).toBe(1.55);
  });

  it('is refused when the history is too short', () => {
    expect(refusal(() => countbackDso(591, sales))).toBe(
      'history-too-short: credit_sales: the sales since February 2026 are less than the receivables. Give earlier months as well.',
    );
    expect(refusal(() => countbackDso(1, []))).toMatch(/^no-number: month/);
  });

  it('is refused at a month without sales, missing months included, but not at one it does not reach', () => {
    const gap = [...sales, { month: month(12, 2025), creditSales: 100 }];
    expect(refusal(() => countbackDso(600, gap))).toMatch(/^month-without-sales: .* no credit sales in January 2026/);
    expect(countbackDso(450, gap)).toBe(45);
    const begun = [...sales, { month: month(4), creditSales: 0 }];
    expect(refusal(() => countbackDso(10, begun))).toMatch(/no credit sales in April 2026.*leave out later months/);
    expect(refusal(() => countbackDso(10, [{ month: month(4), creditSales: -5 }]))).toMatch(/in April 2026/);
  });

  it('is refused when credits are more than what is open', () => {
    expect(refusal(() => countbackDso(-1, sales))).toMatch(/^negative-receivables/);
  });
});

describe('shares', () => {
  it('need something open', () => {
    expect(refusal(() => overdueShare({ balances: [-5], dues: [1] }, 2))).toMatch(/^nothing-open: balance/);
    expect(refusal(() => concentration([0, -5]))).toMatch(/^nothing-open: amounts/);
    expect(refusal(() => herfindahlIndex([]))).toMatch(/^nothing-open: amounts/);
  });

  it('leave credits out, and call a balance without a due date open but not past due', () => {
    expect(overdueShare({ balances: [30, -30, 30, 40], dues: [1, 1, 2, null] }, 2)).toBe(0.3);
    expect(concentration([50, 30, 20, -100], 2)).toBe(0.8);
  });

  it('take a whole number of customers as top', () => {
    expect(refusal(() => concentration([1], 0))).toMatch(/^bad-top: top: 0 must be/);
    expect(refusal(() => concentration([1], 1.5))).toMatch(/^bad-top/);
    expect(concentration([1, 1], 9)).toBe(1);
  });

  it('of promises need one that came to an end; open and cancelled ones are left out', () => {
    expect(refusal(() => promisesKept([{ outcome: 'open', weight: 1 }]))).toMatch(/^no-promises: state/);
    const outcomes = (['kept', 'broken', 'partly kept', 'open', 'cancelled'] as const).map((outcome) => ({
      outcome,
      weight: outcome === 'kept' ? 6 : 2,
    }));
    expect(promisesKept(outcomes)).toBe(0.6);
  });
});

describe('the allowance', () => {
  it('needs one rate per bucket and says which buckets there are', () => {
    expect(refusal(() => allowanceByAging({ balances: [], dues: [] }, 1, [30, 60], [0.1, 0.2]))).toBe(
      'wrong-rates: rates: 4 rates are needed, one per bucket (Current, 1-30 days, 31-60 days, 60+ days), but there are 2.',
    );
    expect(refusal(() => allowanceFromTotals([1], [0.1, 0.2]))).toMatch(
      /^unequal-heights: .* 1 bucket totals and 2 rates/,
    );
  });

  it('judges the edges of the buckets as the aging does, and leaves credits out', () => {
    const rates = [0, 0.1, 0.2, 0.3, 1];
    const of = (days: number): number =>
      allowanceByAging({ balances: [100], dues: [1000 - days] }, 1000, [30, 60, 90], rates);
    expect([-5, 0, 1, 30, 31, 60, 61, 90, 91].map(of)).toEqual([0, 0, 10, 10, 20, 20, 30, 30, 100]);
    expect(allowanceByAging({ balances: [100, -100], dues: [909, 909] }, 1000, [30, 60, 90], rates)).toBe(100);
    expect(allowanceFromTotals([-100, 100], [0.5, 0.5])).toBe(50);
  });
});
