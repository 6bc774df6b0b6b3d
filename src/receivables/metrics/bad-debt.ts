// Bad debt against credit sales.

import { withoutDust } from '../rounding';
import { requireCreditSales } from './credit-sales';

/**
 * The share of the credit sales that was written off. Recoveries are negative amounts.
 * Source: "bad debt to sales" of the KPI libraries; a ratio against receivables is another figure.
 * @param writtenOff written off in the period
 * @param creditSales credit sales of the same period, same currency
 * @throws FormulaError `no-credit-sales`
 * @example badDebtShare(1500, 100000) // 0.015
 */
export function badDebtShare(writtenOff: number, creditSales: number): number {
  requireCreditSales(creditSales, 'share of bad debt');
  return withoutDust(writtenOff / creditSales);
}
