// Days sales outstanding, as the Credit Research Foundation defines it.
import { FormulaError } from '../formula-error';

/** A year's days: the period that goes with annual credit sales. */
export const YEAR_DAYS = 365;

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
  if (!(creditSales > 0)) {
    throw new FormulaError(
      'no-credit-sales',
      'credit_sales: there are no credit sales in the period, so there is no DSO.',
    );
  }
  if (!(days > 0)) throw new FormulaError('bad-days', 'days: give the length of the period in days, above 0.');
  return withoutDust((receivables * days) / creditSales);
}

// Binary fractions leave a 16th or 17th digit behind that nobody typed; a sheet shows 15.
function withoutDust(value: number): number {
  return Number(value.toPrecision(15));
}
