// The formulas for one figure as cells call them: ranges, blanks, bad cells and refusals.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ALLOWANCE,
  ALLOWANCE_FROM_TOTALS,
  AR_TURNOVER,
  AVERAGE_DAYS_DELINQUENT,
  BAD_DEBT_PERCENT,
  BEST_POSSIBLE_DSO,
  CEI,
  COLLECTION_PERIOD,
  CONCENTRATION,
  DSO_COUNTBACK,
  HHI,
  PERCENT_OVERDUE,
  PROMISES_KEPT,
} from '../../src/entry/formulas-metrics';
import { installSpreadsheet, removeSpreadsheet, utc } from './spreadsheet';

beforeEach(() => {
  installSpreadsheet();
});
afterEach(removeSpreadsheet);

const asOf = utc('2026-06-30');
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe('the examples in the help', () => {
  it('are what the formulas give', () => {
    expect(BEST_POSSIBLE_DSO(4000, 10_000, 30)).toBe(12);
    expect(AVERAGE_DAYS_DELINQUENT(15_000, 4000, 10_000, 30)).toBe(33);
    expect(CEI(6200, 10_890, 6340, 3590, 3)).toBeCloseTo(0.559, 3);
    expect(AR_TURNOVER(6_205_000, 335_000)).toBeCloseTo(18.52, 2);
    expect(COLLECTION_PERIOD(6_205_000, 335_000)).toBeCloseTo(19.71, 2);
    expect(ALLOWANCE_FROM_TOTALS([[18_000, 5000, 2000, 200]], [[0.01, 0.015, 0.05, 0.5]])).toBe(455);
    expect(CONCENTRATION([[50, 30, 20]], 2)).toBe(0.8);
    expect(HHI([[20, 30, 50]])).toBe(3800);
    expect(BAD_DEBT_PERCENT(1500, 100_000)).toBe(0.015);
    expect(PROMISES_KEPT(column('kept', 'kept', 'broken', 'open'))).toBeCloseTo(0.6667, 4);
  });

  it('are right where they name ranges', () => {
    const months = column(utc('2026-06-01'), utc('2026-05-01'), utc('2026-04-01'));
    expect(DSO_COUNTBACK(212_000, months, column(100_000, 80_000, 70_000))).toBeCloseTo(74.71, 2);
    const due = column(utc('2026-06-30'), utc('2026-06-29'));
    expect(PERCENT_OVERDUE(column(111_111, 12_312), due, asOf)).toBeCloseTo(0.0998, 4);
    const dues = column(utc('2026-07-01'), utc('2026-06-20'), utc('2026-05-20'), '');
    const rates = column(0.01, 0.03, 0.1, 0.3, 0.6);
    expect(ALLOWANCE(column(1000, 500, 240, ''), dues, asOf, '30,60,90', rates)).toBe(49);
  });
});

describe('total formulas', () => {
  it('add ranges up, pass over blank cells and take a range of one cell as a value', () => {
    expect(BEST_POSSIBLE_DSO(column(1000, '', 3000), [[4000, 6000]], [[30]])).toBe(12);
    expect(AVERAGE_DAYS_DELINQUENT([[15_000]], 4000, [[10_000]], 30)).toBe(33);
    expect(AR_TURNOVER(column(1, 2), column('', 2))).toBe(1.5);
    expect(BAD_DEBT_PERCENT(column(10, -4), column(50, 10))).toBe(0.1);
    expect(CEI(column(100, 50), 100, 100, 50)).toBe(0.75);
  });

  it('use a year where no days are given, and the whole sales where no months are', () => {
    expect(BEST_POSSIBLE_DSO(1, 365)).toBe(1);
    expect(AVERAGE_DAYS_DELINQUENT(2, 1, 365, '')).toBe(1);
    expect(COLLECTION_PERIOD(365, 1)).toBe(1);
    expect(CEI(6200, 10_890, 6340, 3590)).toBeCloseTo(0.796, 3);
  });

  it('calculate row by row when the last optional argument is a range; blank rows stay blank', () => {
    const days = column(30, 31, 30, '');
    expect(BEST_POSSIBLE_DSO(column(10, '', 5, ''), column(10, '', 0, ''), days)).toEqual([
      [30],
      [''],
      ['⚠ credit_sales: there are no credit sales in the period, so there is no best possible DSO.'],
      [''],
    ]);
    expect(AVERAGE_DAYS_DELINQUENT(column(3, '#N/A'), column(1, 1), column(1, 1), column(1, ''))).toEqual([
      [2],
      ['⚠ receivables, 2nd row: the cell shows #N/A, not a number'],
    ]);
    expect(CEI(column(6200, 100), column(10_890, 100), column(6340, 50), column(3590, 50), column(3, ''))).toEqual([
      [expect.closeTo(0.559, 3)],
      [1],
    ]);
    expect(COLLECTION_PERIOD(10, 5, column(30, 60))).toEqual([[15], [30]]);
    expect(() => COLLECTION_PERIOD(column(1, 2, 3), 5, column(30, 60))).toThrow(
      'credit_sales has 3 rows and days has 2: give ranges of equal height.',
    );
  });

  it('throw one error that names the first bad row of the argument and how many there are', () => {
    expect(() => AR_TURNOVER(column(1, 'x', utc('2026-01-01')), 1)).toThrow(
      /^credit_sales, 2nd row: 'x' is text, not a number \(2 such cells\)$/,
    );
    expect(() => HHI([[1, 2, '#REF!']])).toThrow(/^amounts, 3rd column: the cell shows #REF!, not a number$/);
    expect(() => BAD_DEBT_PERCENT('ten', 5)).toThrow(/^written_off: 'ten' is text, not a number$/);
    expect(() => CONCENTRATION(column(1), 'two')).toThrow(/^top: 'two' is text/);
    expect(() => CONCENTRATION(column(1), column(1, 2))).toThrow(/top must be one value/);
  });

  it('give a sentence instead of Infinity where there are no sales', () => {
    expect(() => BEST_POSSIBLE_DSO(1, column(1, -1))).toThrow(/no credit sales in the period/);
    expect(() => CEI(1, 0, 1, 1)).toThrow(/no credit sales in the period/);
    expect(() => AR_TURNOVER(-5, 1)).toThrow(/no credit sales in the period/);
    expect(() => BAD_DEBT_PERCENT(1, column(0.1, 0.2, -0.3))).toThrow(/no credit sales in the period/);
  });

  it('show no floating-point dust', () => {
    expect(AVERAGE_DAYS_DELINQUENT(0.3, column(0.1, 0.2), 7)).toBe(0);
    expect(CEI(0.1, 0.2, 0.1, 0)).toBe(0.6666666666667);
    expect(CONCENTRATION(column(0.1, 0.2))).toBe(0.6666666666667);
    expect(ALLOWANCE_FROM_TOTALS(column(0.1, 0.2), column(1, 1))).toBe(0.3);
  });
});

describe('PERCENT_OVERDUE', () => {
  it('judges dates with a time and dates given as numbers by their day', () => {
    const due = column(new Date('2026-06-30T23:59:00Z'), 46_202.75);
    expect(PERCENT_OVERDUE(column(50, 50), due, new Date('2026-06-30T01:00:00Z'))).toBe(0.5);
  });

  it('passes over blank rows of an open range', () => {
    expect(PERCENT_OVERDUE(column(1, '', ''), column(utc('2026-01-01'), '', ''), asOf)).toBe(1);
  });

  it('names text dates, error cells and unequal heights', () => {
    expect(() => PERCENT_OVERDUE(column(1, 2, 3), column(asOf, '31.12.2026', '#N/A'), asOf)).toThrow(
      /^due_date, 2nd row: '31.12.2026' is text, not a date \(2 such cells\)$/,
    );
    expect(() => PERCENT_OVERDUE(column(1, 2), column(asOf), asOf)).toThrow(
      'balance has 2 rows and due_date has 1: give ranges of equal height.',
    );
    expect(() => PERCENT_OVERDUE([[1, 2]], [[asOf]], asOf)).toThrow(/balance has 2 columns and due_date has 1/);
    expect(() => PERCENT_OVERDUE(1, asOf, '')).toThrow(/^as_of: the cell is empty$/);
    expect(() => PERCENT_OVERDUE(1, asOf, column(asOf, asOf))).toThrow(/as_of must be one value/);
  });
});

describe('DSO_COUNTBACK', () => {
  it('takes any day of a month, months in any order and in a row', () => {
    const months = [[utc('2026-04-30'), utc('2026-06-15'), utc('2026-05-31')]];
    expect(DSO_COUNTBACK(212_000, months, [[70_000, 100_000, 80_000]])).toBeCloseTo(74.71, 2);
  });

  it('adds receivables up and passes over blank rows', () => {
    expect(DSO_COUNTBACK(column(10, 5), column(utc('2026-06-01'), ''), column(30, ''))).toBe(15);
  });

  it('refuses a month without sales, a blank cell included, and sales without a month', () => {
    const months = column(utc('2026-06-01'), utc('2026-07-01'));
    expect(() => DSO_COUNTBACK(10, months, column(30, ''))).toThrow(/no credit sales in July 2026/);
    expect(() => DSO_COUNTBACK(10, column(utc('2026-06-01'), ''), column(30, 5))).toThrow(
      /^month, 2nd row: the cell is empty$/,
    );
    expect(() => DSO_COUNTBACK(10, column('June', 'July'), column(30, 5))).toThrow(
      /^month, 1st row: 'June' is text, not a date \(2 such cells\)$/,
    );
    expect(() => DSO_COUNTBACK(100, months, column(30, 30))).toThrow(/the sales since June 2026 are less/);
  });
});

describe('ALLOWANCE', () => {
  const due = column(utc('2026-07-01'), utc('2026-05-15'));
  const balance = column(100, 100);

  it('takes the edges as text, the usual ones where it is empty, and rates with blank cells below', () => {
    expect(ALLOWANCE(balance, due, asOf, '45', [[0, 0.1, 0.5]])).toBe(50);
    expect(ALLOWANCE(balance, due, asOf, 45, [[0, 0.1, 0.5]])).toBe(50);
    expect(ALLOWANCE(balance, due, asOf, '', column(0, 0.1, 0.2, 0.3, 0.5, '', ''))).toBe(20);
  });

  it('takes 5 % as 0.05, also where it is text, and refuses 5', () => {
    expect(ALLOWANCE(balance, due, asOf, '30', column('1 %', '2.5%', '10%'))).toBe(11);
    expect(() => ALLOWANCE(balance, due, asOf, '30', column(1, 5, 0.1))).toThrow(
      /^rates, 2nd row: 5 is not a share of 0 % to 100 %; write 5 % or 0.05/,
    );
    expect(() => ALLOWANCE(balance, due, asOf, '30', column(1, '', 0.1))).toThrow(
      /^rates, 2nd row: the cell is empty$/,
    );
  });

  it('refuses a balance that is in no bucket, wrong edges and a wrong number of rates', () => {
    expect(() => ALLOWANCE(balance, column('', asOf), asOf, '30', column(0, 0, 0))).toThrow(
      /^due_date, 1st row: the cell is empty, so that its balance is in no bucket$/,
    );
    expect(ALLOWANCE(column(-5, 0), column('', ''), asOf, '30', column(0, 0, 0))).toBe(0);
    expect(() => ALLOWANCE(balance, due, asOf, '30,20', column(0, 0))).toThrow(/rising order/);
    expect(() => ALLOWANCE(balance, due, asOf, '30', column(0, 0))).toThrow(/3 rates are needed.*but there are 2/);
  });

  it('is what ALLOWANCE_FROM_TOTALS gives for the same buckets', () => {
    const rates = column(0.013, 0.027, 0.111);
    const totals = column(100, 0, 100);
    expect(ALLOWANCE(balance, due, asOf, '30', rates)).toBe(ALLOWANCE_FROM_TOTALS(totals, rates));
  });
});

describe('ALLOWANCE_FROM_TOTALS', () => {
  it('takes single values, and a row of totals with a column of rates', () => {
    expect(ALLOWANCE_FROM_TOTALS(15_000, 0.005)).toBe(75);
    expect(ALLOWANCE_FROM_TOTALS([[100, 200]], column(0.5, 0.1))).toBe(70);
    expect(ALLOWANCE_FROM_TOTALS(column(100, '', ''), column(0.5, 0.1, ''))).toBe(50);
  });

  it('refuses totals without a rate and unequal heights, with both named', () => {
    expect(() => ALLOWANCE_FROM_TOTALS(column(1, 2, 3), column(0.1, 0.2))).toThrow(
      'bucket_totals has 3 rows and rates has 2: give one rate per bucket.',
    );
    expect(() => ALLOWANCE_FROM_TOTALS(column(1, 2), column(0.1, ''))).toThrow(/^rates, 2nd row: the cell is empty$/);
    expect(() => ALLOWANCE_FROM_TOTALS(column('', ''), column(0.1, 0.2))).toThrow(/^bucket_totals: there is no number/);
  });
});

describe('PROMISES_KEPT', () => {
  it('reads the states however they are written and weighs by amount where amounts are given', () => {
    const states = column('Kept ', 'BROKEN', 'partly  kept', 'open', 'cancelled', '');
    expect(PROMISES_KEPT(states)).toBeCloseTo(1 / 3, 10);
    expect(PROMISES_KEPT(states, column(600, 300, 100, '', 50, ''))).toBe(0.6);
    expect(PROMISES_KEPT('kept', '')).toBe(1);
  });

  it('names states it does not know and amounts that are missing', () => {
    expect(() => PROMISES_KEPT(column('kept', 'maybe', 5))).toThrow(
      /^state, 2nd row: 'maybe' is not one of open, kept, partly kept, broken \(2 such cells\)$/,
    );
    expect(() => PROMISES_KEPT(column('kept', 'broken'), column(5, ''))).toThrow(
      /^amount, 2nd row: the cell is empty$/,
    );
    expect(() => PROMISES_KEPT(column('kept', 'broken'), column(5, -5))).toThrow(/^amount, 2nd row: -5 is below 0/);
    expect(() => PROMISES_KEPT(column('kept', 'broken'), 5)).toThrow(/state has 2 rows and amount has 1/);
    expect(() => PROMISES_KEPT(column('open', ''))).toThrow(/^state: no promise was kept/);
  });
});
