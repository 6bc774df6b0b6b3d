// Published figures, each with its source: the formulas must reproduce the right ones and must not reproduce the wrong ones.
import { describe, expect, it } from 'vitest';
import {
  AVERAGE_DAYS_TO_PAY,
  DAYS_BEYOND_TERMS,
  DISCOUNT_COST,
  DISCOUNTED_AMOUNT,
  DUE_DATE,
  LATE_COMPENSATION,
  LATE_INTEREST,
  PAYMENT_SCORE,
} from '../../src/entry/formulas-terms';

/** Without a spreadsheet a date is midnight of the machine's own zone. */
function on(iso: string): Date {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(year, month - 1, day);
}

const START = '2026-03-10';
const daysLater = (days: number): Date => new Date(2026, 2, 10 + days);
const column = <T>(cells: readonly T[]): T[][] => cells.map((cell) => [cell]);
const interest = (balance: number, rate: number, days: number): unknown =>
  LATE_INTEREST(balance, on(START), daysLater(days), rate);

describe('payment score', () => {
  // PAYDEX. Anchors: docs.dnb.com and dandb.com/glossary/paydex; the rows marked "chart" are printed rounded to whole points.
  it.each([
    [-30, 100, 0, 'paycron.com and dandb.com'],
    [-20, 90, 0, 'dandb.com'],
    [0, 80, 0, 'docs.dnb.com'],
    [15, 70, 0, 'docs.dnb.com'],
    [22, 60, 0, 'docs.dnb.com'],
    [30, 50, 0, 'docs.dnb.com'],
    [60, 40, 0, 'docs.dnb.com'],
    [90, 30, 0, 'docs.dnb.com'],
    [120, 20, 0, 'docs.dnb.com'],
    [-18, 89, 0.5, 'chart at dandb.com'],
    [23, 59, 0.5, 'chart at dandb.com'],
    [45, 45, 0.5, 'chart at dandb.com'],
  ])('of %d days beyond terms is %d (within %d; %s)', (days, score, tolerance) => {
    expect(Math.abs(Number(PAYMENT_SCORE(days)) - score)).toBeLessThanOrEqual(tolerance);
  });

  it('is not 70 at 14 days nor 60 at 21, as paydexscore.net prints', () => {
    expect(PAYMENT_SCORE(14)).toBeGreaterThan(70);
    expect(PAYMENT_SCORE(21)).toBeGreaterThan(60);
  });
});

describe('due date', () => {
  const ODOO = 'odoo addons/account/tests/test_payment_term.py';
  it.each([
    ['Net 0', '2019-01-15', '2019-01-15', ODOO],
    ['Due on receipt', '2019-01-15', '2019-01-15', ODOO],
    ['45 EOM', '2019-01-01', '2019-03-17', ODOO],
    ['45 EOM', '2019-01-31', '2019-03-17', ODOO],
    ['15th of the month, min 31 days', '2019-01-15', '2019-02-15', ODOO],
    ['15th of the month, min 31 days', '2019-01-31', '2019-03-15', ODOO],
    ['EOM', '2019-01-01', '2019-01-31', ODOO],
    ['EOM', '2019-01-31', '2019-01-31', ODOO],
    ['1 MFI', '2019-01-15', '2019-02-01', ODOO],
    ['Net 30', '2022-01-01', '2022-01-31', ODOO],
    ['Net 30', '2022-01-31', '2022-03-02', ODOO],
    ['30 days, on the 31', '2023-12-12', '2024-02-29', ODOO],
    ['0 days end of month on the 31', '2024-05-23', '2024-06-30', ODOO],
    ['15 days end of month on the 31', '2024-05-23', '2024-07-31', ODOO],
    ['30 days end of month', '2024-04-22', '2024-05-31', ODOO],
    ['Net 15', '2022-01-01', '2022-01-16', `${ODOO}, first instalment`],
    ['Net 45', '2022-01-01', '2022-02-15', `${ODOO}, second instalment`],
    ['Net 15', '2022-01-31', '2022-02-15', `${ODOO}, first instalment`],
    ['Net 45', '2022-01-31', '2022-03-17', `${ODOO}, second instalment`],
    ['Net 60', '2026-03-01', '2026-04-30', 'tapdue.com/tools/net-terms-calculator'],
    ['Net 30', '2026-04-15', '2026-05-15', 'a Q&A page on 30-day terms'],
    ['Net 15', '2026-01-10', '2026-01-25', 'calculator7.snowdaycalculatornow.com/days-beyond-terms-calculation'],
    ['EOM', '2016-09-01', '2016-09-30', 'a lesson of study.com'],
  ])('under %s of %s is %s (%s)', (terms, issued, due) => {
    expect(DUE_DATE(on(issued), terms)).toEqual(on(due));
  });

  it('counts no day twice: 1 January net 30 is not the 30th, as a page on net 30 prints', () => {
    expect(DUE_DATE(on('2026-01-01'), 'Net 30')).toEqual(on('2026-01-31'));
    expect(DUE_DATE(on('2026-03-01'), 'Net 30')).toEqual(on('2026-03-31'));
  });

  it('counts days, not months: 45 EOM of January is 17 March, not "the 15th" of a Q&A page', () => {
    expect(DUE_DATE(on('2026-01-20'), '45 EOM')).toEqual(on('2026-03-17'));
  });
});

describe('discounts', () => {
  it('takes the discount from the amount with tax: 1,150 at 10 % is 1,035 (odoo test_payment_term_compute_method_with_cash_discount)', () => {
    expect(DISCOUNTED_AMOUNT(1150, '10/7 Net 30')).toBe(1035);
    expect(DISCOUNTED_AMOUNT(1150, '10/7 Net 30', false)).toBe(1150);
  });

  it.each([
    ['1/10 net 30', 'simple', 365, 0.184, 0.0005, 'calcufinance.com/finance/business/invoice-discount'],
    ['3/10 net 45', 'simple', 365, 0.323, 0.0005, 'calcufinance.com/finance/business/invoice-discount'],
    ['2/10 net 30', 'simple', 365, 0.3724, 0.00005, 'calculatorhub.com/tools/early-payment-discount-calculator'],
    ['2/10 net 30', 'simple', 360, 0.3673, 0.00005, 'year of 360 days, several textbooks'],
    ['2/20 net 45', 'effective', 365, 0.343, 0.0005, 'analystforum.com/t/trade-discount-calculation/51745'],
    ['2/10 net 50', 'effective', 365, 0.2024, 0.00005, 'CFA-style exercise'],
    ['1/10 net 45', 'simple', 35, 0.0101, 0.00005, 'bizfluent.com, cost of the one period of 35 days'],
  ])('%s costs by the %s method over %d days %d (within %d; %s)', (terms, method, year, cost, tolerance) => {
    expect(Math.abs(Number(DISCOUNT_COST(terms, method, year)) - cost)).toBeLessThanOrEqual(tolerance);
  });

  it('is 2.04 % x 18 = 36.73 % over 360 days, not the 51 % of the intermediate line that im4b prints', () => {
    expect(DISCOUNT_COST('2/10 net 30', 'simple', 360)).toBeCloseTo((0.02 / 0.98) * 18, 12);
  });
});

describe('late interest', () => {
  it.each([
    [1000, 0.085, 1, 0.23, 'statutory-interest.pages.dev'],
    [3000, 0.1175, 60, 57.95, 'landolio.com/tools/late-payment-interest-calculator'],
    [500, 0.125, 14, 2.4, 'freelancetoolkituk.co.uk/late-payment-interest-calculator'],
    [12_000, 0.13, 1, 4.27, 'tools.gera.services/late-payment-interest-calculator'],
    [1000, 0.12, 30, 9.86, 'danielssilverman.co.uk/interest.php'],
    [5000, 0.125, 30, 51.37, 'ycalculator.net/calculators/late-payment-penalty-calculator'],
    [100, 0.1, 15, 0.41, 'frappe/erpnext test_dunning.py'],
  ])('on %d at %d for %d days is %d (%s)', (balance, rate, days, expected) => {
    expect(interest(balance, rate, days)).toBe(expected);
  });

  it('is rounded once: 169.49, not the 169.68 of a daily amount rounded first (support.paidnice.com)', () => {
    expect(interest(5000, 0.1225, 101)).toBe(169.49);
  });

  it('keeps the days unrounded: 32.67, not the 32.66 that toolfy.io prints for 2,000 at 13.25 % over 45 days', () => {
    expect(interest(2000, 0.1325, 45)).toBe(32.67);
  });

  it('adds up to the claims that sources print: 542.40 (freelancetoolkituk.co.uk) and 110.41 (erpnext)', () => {
    const claim = 500 + Number(interest(500, 0.125, 14)) + Number(LATE_COMPENSATION(500, 'UK'));
    expect(claim).toBeCloseTo(542.4, 10);
    expect(100 + Number(interest(100, 0.1, 15)) + 10).toBeCloseTo(110.41, 10);
  });

  it('is 0.022 % a day at 8 % a year (ibecsfa.newsweaver.ie)', () => {
    expect(Number(interest(1_000_000, 0.08, 1)) / 10_000).toBeCloseTo(0.022, 3);
  });

  it('by months is 150 on 5,000 at 1.5 % for two months, and 2 % a month at 24 % a year (waco3.io)', () => {
    const monthly = (balance: number, rate: number, until: string): unknown =>
      LATE_INTEREST(balance, on(START), on(until), rate, '', 'monthly');
    expect(monthly(5000, 0.18, '2026-05-10')).toBe(150);
    expect(monthly(100, 0.24, '2026-04-10')).toBe(2);
  });

  it('never multiplies a monthly rate by days, as the formula of complete.tools does', () => {
    expect(LATE_INTEREST(1000, on(START), daysLater(30), 0.18, '', 'prorata')).toBe(15);
  });
});

describe('late compensation', () => {
  it('is 40, 70, 70 and 100 at the edges of the United Kingdom (payontime.co.uk)', () => {
    expect(LATE_COMPENSATION(column([999.99, 1000, 9999.99, 10_000]), 'UK')).toEqual(column([40, 70, 70, 100]));
  });
});

describe('days to pay and beyond terms', () => {
  const paid = (days: number[]): Date[][] => column(days.map(daysLater));
  const from = (days: number[]): Date[][] => column(days.map(() => on(START)));

  it.each([
    [[5, 10], 7.5, 'an idea post on Dynamics 365'],
    [[5, 10, 15], 10, 'help.123loadboard.com'],
  ])('averages %j days to %d (%s)', (days, average) => {
    expect(AVERAGE_DAYS_TO_PAY(from(days), paid(days))).toBe(average);
  });

  it('weights 15, 30 and 45 days by 1,000, 3,000 and 2,000 to 32.5 (calculator7.snowdaycalculatornow.com)', () => {
    const days = [15, 30, 45];
    expect(AVERAGE_DAYS_TO_PAY(from(days), paid(days), column([1000, 3000, 2000]))).toBe(32.5);
  });

  it('counts 5 days for 20-day terms paid on day 25, and 0 when paid early (shekal.com)', () => {
    expect(DAYS_BEYOND_TERMS(daysLater(20), daysLater(25))).toBe(5);
    expect(DAYS_BEYOND_TERMS(daysLater(20), daysLater(12))).toBe(0);
  });

  it('counts 6 days from 4 to 10 February, and 4.33 weighted (calculator7.snowdaycalculatornow.com)', () => {
    expect(DAYS_BEYOND_TERMS(on('2026-02-04'), on('2026-02-10'))).toBe(6);
    const days = [0, 6, 8];
    expect(DAYS_BEYOND_TERMS(from(days), paid(days), column([4000, 6000, 2000]))).toBeCloseTo(4.33, 2);
  });

  // IBM "Late Payment Histories" sample, rows 1 to 3 of its printed extract; DaysLate is floored at 0 there as well.
  it.each([
    ['2012-09-18', '2012-10-18', '2012-10-25', 37, 7],
    ['2013-01-02', '2013-02-01', '2013-01-15', 13, 0],
  ])('invoiced %s, due %s, settled %s: %d days to settle and %d days late', (issued, due, settled, toSettle, late) => {
    expect(AVERAGE_DAYS_TO_PAY(on(issued), on(settled))).toBe(toSettle);
    expect(DAYS_BEYOND_TERMS(on(due), on(settled))).toBe(late);
  });
});
