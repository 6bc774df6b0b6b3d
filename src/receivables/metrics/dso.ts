// Days sales outstanding and its two parts, as the Credit Research Foundation defines them.

import { sumWithoutDust, withoutDust } from '../rounding';
import { requireCreditSales, requireDays, YEAR_DAYS } from './credit-sales';

/**
 * Days sales outstanding: ending receivables times the days of the period, divided by the period's credit sales. Never rounded.
 * Source: Credit Research Foundation, "DSO = Ending Total Receivables x 365 / Annual Credit Sales".
 * @param receivables open receivables at the end of the period; negative is allowed (credits above invoices)
 * @param creditSales credit sales of the same period, same currency
 * @param days length of the period in days
 * @throws FormulaError `no-credit-sales` when sales are not above 0, `bad-days` when days are not
 * @example daysSalesOutstanding(15000, 10000, 30) // 45
 */
export function daysSalesOutstanding(receivables: number, creditSales: number, days: number = YEAR_DAYS): number {
  return daysOfSales(receivables, creditSales, days, 'DSO');
}

/**
 * Best possible DSO: what DSO would be if nothing were past due.
 * Source: Credit Research Foundation, "Ending Current Receivables x 365 / Annual Credit Sales".
 * @param currentReceivables the part of the ending receivables that is not yet due
 * @throws FormulaError as `daysSalesOutstanding`
 * @example bestPossibleDso(4000, 10000, 30) // 12
 */
export function bestPossibleDso(currentReceivables: number, creditSales: number, days: number = YEAR_DAYS): number {
  return daysOfSales(currentReceivables, creditSales, days, 'best possible DSO');
}

/**
 * Average days delinquent: the days of sales that are past due, DSO less best possible DSO.
 * Source: Credit Research Foundation, "ADD = DSO - BPDSO".
 * @param receivables open receivables at the end of the period
 * @param currentReceivables the part of them that is not yet due
 * @throws FormulaError as `daysSalesOutstanding`
 * @example averageDaysDelinquent(15000, 4000, 10000, 30) // 33
 */
export function averageDaysDelinquent(
  receivables: number,
  currentReceivables: number,
  creditSales: number,
  days: number = YEAR_DAYS,
): number {
  const pastDue = sumWithoutDust([receivables, -currentReceivables]);
  return daysOfSales(pastDue, creditSales, days, 'ADD');
}

function daysOfSales(amount: number, creditSales: number, days: number, figure: string): number {
  requireCreditSales(creditSales, figure);
  requireDays(days);
  return withoutDust((amount * days) / creditSales);
}
