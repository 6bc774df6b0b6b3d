// Published worked examples of receivables figures, and published answers that are wrong; the source of each is named.
// Not among them: collection curves (accountingtools.com, xplaind.com), which forecast cash and are no figure of ours, and the column
// means of the IBM receivables sample, which are means of a file's own columns.
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/receivables/day';
import { allowanceFromTotals } from '../../../src/receivables/metrics/allowance';
import { collectionEffectiveness } from '../../../src/receivables/metrics/collection-effectiveness';
import { concentration, herfindahlIndex } from '../../../src/receivables/metrics/concentration';
import { countbackDso } from '../../../src/receivables/metrics/countback';
import { averageDaysDelinquent, bestPossibleDso, daysSalesOutstanding } from '../../../src/receivables/metrics/dso';
import { overdueShare } from '../../../src/receivables/metrics/overdue-share';
import { promisesKept } from '../../../src/receivables/metrics/promises-kept';
import { collectionPeriod, receivablesTurnover } from '../../../src/receivables/metrics/turnover';

interface Example {
  what: string;
  source: string;
  figure: () => number;
  printed: number;
  /** How far the printed figure was rounded. */
  within: number;
}

const CREDITGURU = 'creditguru.com, Average Days Delinquent';
const GAODUN = 'gaodun.com/q/f06hbb';

const EXAMPLES: Example[] = [
  {
    what: 'DSO of a year',
    source: 'trymesha.com, The 2 DSO calculation formulas',
    figure: () => daysSalesOutstanding(150_000, 1_800_000, 365),
    printed: 30.4,
    within: 0.05,
  },
  {
    what: 'DSO of a month',
    source: CREDITGURU,
    figure: () => daysSalesOutstanding(15_000, 10_000, 30),
    printed: 45,
    within: 0,
  },
  {
    what: 'DSO from average daily sales: a period of one day',
    source: 'arithmix.com, DSO in JD Edwards',
    figure: () => daysSalesOutstanding(100_000, 10_000, 1),
    printed: 10,
    within: 0,
  },
  {
    what: 'best possible DSO',
    source: CREDITGURU,
    figure: () => bestPossibleDso(4000, 10_000, 30),
    printed: 12,
    within: 0,
  },
  {
    what: 'ADD',
    source: CREDITGURU,
    figure: () => averageDaysDelinquent(15_000, 4000, 10_000, 30),
    printed: 33,
    within: 0,
  },
  {
    what: 'ADD of a DSO of 7 and a best possible DSO of 3: one day, sales of 1',
    source: 'waycalculator.com, Average Days Delinquent',
    figure: () => averageDaysDelinquent(7, 3, 1, 1),
    printed: 4,
    within: 0,
  },
  {
    what: 'ADD of a DSO of 10 and a best possible DSO of 3: one day, sales of 1',
    source: 'waycalculator.com, Average Days Delinquent',
    figure: () => averageDaysDelinquent(10, 3, 1, 1),
    printed: 7,
    within: 0,
  },
  {
    what: 'CEI with the monthly average of sales',
    source: 'creditguru.com, Collection Effectiveness Index',
    figure: () => collectionEffectiveness(6200, 10_890, 6340, 3590, 3),
    printed: 0.559,
    within: 0.0005,
  },
  {
    what: 'CEI with the sales of the whole year',
    source: 'gaviti.com, Collection Effectiveness Index',
    figure: () => collectionEffectiveness(100_000, 1_000_000, 120_000, 100_000),
    printed: 0.98,
    within: 0,
  },
  {
    what: 'turnover',
    source: GAODUN,
    figure: () => receivablesTurnover(6_205_000, 335_000),
    printed: 18.52,
    within: 0.005,
  },
  {
    what: 'turnover',
    source: 'fakespot.com/pregunas/7453885',
    figure: () => receivablesTurnover(4_515_830, 336_500),
    printed: 13.42,
    within: 0.005,
  },
  {
    what: 'collection period',
    source: GAODUN,
    figure: () => collectionPeriod(6_205_000, 335_000, 365),
    printed: 19.71,
    within: 0.005,
  },
  {
    what: 'collection period of a turnover of 8',
    source: 'poletoparis.com/?p=85404',
    figure: () => collectionPeriod(8, 1, 365),
    printed: 45.62,
    within: 0.01,
  },
  {
    what: 'percent overdue',
    source: 'wisdomschema.com, AR percentage of overdue',
    figure: () => overdueShare({ balances: [12_312, 123_423 - 12_312], dues: [9, 10] }, 10),
    printed: 0.1,
    within: 0.005,
  },
  {
    what: 'HHI',
    source: 'quickbooks.intuit.com/ca, What is concentration',
    figure: () => herfindahlIndex([20, 30, 50]),
    printed: 3800,
    within: 0,
  },
  {
    what: 'HHI of one at 20 % and sixteen at 5 %',
    source: 'clientguard.app, Herfindahl-Hirschman index',
    figure: () => herfindahlIndex([20, ...new Array<number>(16).fill(5)]),
    printed: 800,
    within: 0,
  },
  {
    what: 'allowance by aging',
    source: 'Penn State ACCTG 211, lesson 6',
    figure: () => allowanceFromTotals([18_000, 5000, 2000, 200], [0.01, 0.015, 0.05, 0.5]),
    printed: 455,
    within: 0,
  },
  {
    what: 'a row of a provision matrix',
    source: 'faqifrs.com, step 6',
    figure: () => allowanceFromTotals([15_000], [0.005]),
    printed: 75,
    within: 0,
  },
  {
    what: 'a row of a provision matrix',
    source: 'faqifrs.com, step 6',
    figure: () => allowanceFromTotals([4000], [0.027]),
    printed: 108,
    within: 0,
  },
  {
    what: 'a provision matrix with unrounded rates',
    source: 'IFRScommunity.com, lifetime ECL example',
    figure: () =>
      allowanceFromTotals(
        [300_000, 140_000, 60_000, 23_000, 5000],
        [2000 / 100_000, 2000 / 50_000, 2000 / 23_000, 2000 / 8000, 1],
      ),
    printed: 27_567,
    within: 0.5,
  },
];

describe('published worked examples', () => {
  it.each(EXAMPLES)('$what is $printed ($source)', ({ figure, printed, within }) => {
    if (within === 0) expect(figure()).toBe(printed);
    else expect(Math.abs(figure() - printed)).toBeLessThanOrEqual(within);
  });

  // trymesha.com and support.benjipays.com print 73.7 with three months of 30 days; May has 31.
  it('counts the real days of months where the source takes 30 for each', () => {
    const sales = [100_000, 80_000, 70_000];
    const months = [6, 5, 4].map((month, i) => ({ month: dayOf(2026, month, 1) ?? 0, creditSales: sales[i] ?? 0 }));
    expect(countbackDso(212_000, months) - 1).toBeCloseTo(73.7, 1);
  });
});

describe('published answers that are wrong', () => {
  // Oracle Hyperion Financial Management, DSO function: the table's last part is (2,000 / 2,250) x 30; only 1,000 was left.
  it('counts the exhaustion table as 166.33 days, not 179.7', () => {
    const sales = [2500, 1750, 2250, 2500, 2000, 2250];
    const months = sales.map((creditSales, i) => ({ month: dayOf(2026, 9 - i, 15) ?? 0, creditSales }));
    expect(countbackDso(12_000, months)).toBeCloseTo(166.33, 2);
  });

  // calculatorshub.net, CEI table: prints 96, 86, 75 and 62 % for these.
  it.each([
    [50_000, 200_000, 40_000, 10_000, 0.875],
    [30_000, 150_000, 50_000, 20_000, 0.8125],
    [100_000, 300_000, 120_000, 50_000, 0.8],
    [80_000, 250_000, 150_000, 100_000, 0.782608695652],
  ])('gives a CEI of the last figure for %d, %d, %d, %d', (beginning, sales, ending, subtracted, right) => {
    expect(collectionEffectiveness(beginning, sales, ending, subtracted)).toBeCloseTo(right, 10);
  });

  // faqifrs.com prints 112 for a row of 112.50.
  it('does not cut the cents of a provision', () => {
    expect(allowanceFromTotals([7500], [0.015])).toBe(112.5);
  });

  // oboloo.com divides by days twice: receivables / (sales / days) x days.
  it('does not count the days of the period twice', () => {
    expect(daysSalesOutstanding(15_000, 10_000, 30)).toBe(15_000 / (10_000 / 30));
  });

  // clientguard.app speaks of 30 small clients at 5 %; beside one at 20 % there is room for 16.
  it('takes shares of the sum, whatever the amounts are said to be shares of', () => {
    expect(herfindahlIndex([20, ...new Array<number>(30).fill(5)])).toBeCloseTo((20 ** 2 + 30 * 5 ** 2) / 1.7 ** 2, 8);
    expect(concentration([20, ...new Array<number>(16).fill(5)])).toBe(0.2);
  });

  // A promise that was partly kept was not kept (Oracle Banking Collections counts the kept ones).
  it('does not count a part payment as a kept promise', () => {
    const promise = (outcome: 'kept' | 'partly kept') => ({ outcome, weight: 1 });
    expect(promisesKept([promise('kept'), promise('partly kept')])).toBe(0.5);
  });
});
