// The condition that every figure per credit sales shares: there must have been some.
import { FormulaError } from '../formula-error';

/** A year's days: the period that goes with annual credit sales. */
export const YEAR_DAYS = 365;

/**
 * Refuses a period without credit sales, where a ratio would be infinite.
 * @param creditSales credit sales of the period
 * @param figure what cannot be given, e.g. `DSO`
 * @throws FormulaError `no-credit-sales`
 */
export function requireCreditSales(creditSales: number, figure: string): void {
  if (creditSales > 0) return;
  throw new FormulaError(
    'no-credit-sales',
    `credit_sales: there are no credit sales in the period, so there is no ${figure}.`,
  );
}

/** Refuses a period without days. @throws FormulaError `bad-days` */
export function requireDays(days: number): void {
  if (!(days > 0)) throw new FormulaError('bad-days', 'days: give the length of the period in days, above 0.');
}
