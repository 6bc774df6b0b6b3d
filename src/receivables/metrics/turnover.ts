// How often receivables turn over, and in how many days.
import { FormulaError } from '../formula-error';
import { withoutDust } from '../rounding';
import { requireCreditSales, requireDays, YEAR_DAYS } from './credit-sales';

/**
 * Receivables turnover: credit sales divided by receivables, in times per period.
 * Source: textbooks take the average receivables of the period, the Credit Research Foundation the ending ones; both fit.
 * @param creditSales credit sales of the period
 * @param receivables average or ending receivables, same currency
 * @throws FormulaError `no-credit-sales`, or `no-receivables` when receivables are not above 0
 * @example receivablesTurnover(6205000, 335000) // 18.5223880597
 */
export function receivablesTurnover(creditSales: number, receivables: number): number {
  requireCreditSales(creditSales, 'turnover');
  if (!(receivables > 0)) {
    throw new FormulaError('no-receivables', 'receivables: nothing is open, so there is no turnover.');
  }
  return withoutDust(creditSales / receivables);
}

/**
 * Average collection period: the days of the period divided by the turnover, which is receivables times days over credit sales.
 * @param days length of the period in days
 * @throws FormulaError `no-credit-sales` or `bad-days`
 * @example collectionPeriod(6205000, 335000) // 19.7058823529
 */
export function collectionPeriod(creditSales: number, receivables: number, days: number = YEAR_DAYS): number {
  requireCreditSales(creditSales, 'collection period');
  requireDays(days);
  return withoutDust((receivables * days) / creditSales);
}
