// Interest on an invoice paid late: simple, never compounded, rounded once.
import { type Day, plusMonths } from '../day';
import { FormulaError } from '../formula-error';
import { YEAR_DAYS } from '../metrics/credit-sales';
import { roundedToCent } from '../rounding';

/** How days become interest: by the day, by whole months passed, or by months of 30 days. */
export type InterestMethod = 'daily' | 'monthly' | 'prorata';
export const INTEREST_METHODS: readonly InterestMethod[] = ['daily', 'monthly', 'prorata'];

/** What an interest is charged on. */
export interface LateBalance {
  /** What is open, in one currency; nothing is charged on 0 or a credit. */
  balance: number;
  due: Day;
  /** The day of payment, or the day to judge on; it counts. */
  asOf: Day;
}

/** How interest is charged. */
export interface InterestRule {
  /** Per year, as a fraction: 0.08 for 8 %. */
  annualRate: number;
  /** Days after the due date that bear no interest. */
  graceDays?: number;
  method?: InterestMethod;
  /** Days of the year for `daily`; the others count in months. */
  yearDays?: number;
}

/** A rate above this is a percentage that lost its sign: 8 instead of 8 %. */
const HIGHEST_RATE = 1;
const MONTHS_OF_YEAR = 12;
const DAYS_OF_MONTH = 30;

/**
 * Simple interest from the day after the due date (plus grace) to a day, that day included, rounded once to the cent.
 *
 * daily: balance x rate x days / 365. monthly: balance x rate / 12 x whole months passed. prorata: balance x rate / 12 x days / 30.
 * Source: UK Late Payment of Commercial Debts (Rate of Interest) Order 2002, simple interest over 365 days from the day after due; the
 * monthly forms are the custom of the United States (1.5 % a month is 18 % a year).
 * @throws FormulaError `bad-rate`, `bad-grace` or `bad-year`
 * @example lateInterest({ balance: 3000, due, asOf: due + 60 }, { annualRate: 0.1175 }) // 57.95
 */
export function lateInterest(late: LateBalance, rule: InterestRule): number {
  const { annualRate, graceDays = 0, method = 'daily', yearDays = YEAR_DAYS } = rule;
  checkRate(annualRate);
  if (!Number.isInteger(graceDays) || graceDays < 0) {
    throw new FormulaError('bad-grace', `grace_days: ${graceDays} must be whole days, 0 or more.`);
  }
  if (!(yearDays > 0)) throw new FormulaError('bad-year', 'year_days: give the days of the year, 365 or 360.');
  const starts = late.due + graceDays;
  if (late.balance <= 0 || late.asOf <= starts) return 0;
  const yearly = late.balance * annualRate;
  if (method === 'daily') return roundedToCent((yearly * (late.asOf - starts)) / yearDays);
  if (method === 'monthly') return roundedToCent((yearly * wholeMonths(starts, late.asOf)) / MONTHS_OF_YEAR);
  return roundedToCent((yearly * (late.asOf - starts)) / (MONTHS_OF_YEAR * DAYS_OF_MONTH));
}

function checkRate(rate: number): void {
  if (rate >= 0 && rate <= HIGHEST_RATE) return;
  const finding = rate < 0 ? 'must not be negative' : `is ${rate * 100} % a year`;
  throw new FormulaError('bad-rate', `annual_rate: ${rate} ${finding}: write 8 % as 8% or 0.08.`);
}

/** Whole months that have passed; the 31st and a month of 28 days make a month, each counted from the start. */
function wholeMonths(from: Day, to: Day): number {
  let months = Math.floor((to - from) / 31);
  while (plusMonths(from, months + 1) <= to) months += 1;
  return months;
}
