// The collection effectiveness index: what was collected of what could have been.
import { FormulaError } from '../formula-error';
import { sumWithoutDust, withoutDust } from '../rounding';
import { requireCreditSales } from './credit-sales';

/**
 * Collection effectiveness index as a fraction: 1 when nothing is past due at the end. `months` divides the sales: the Credit Research
 * Foundation uses the monthly average, most others (1) the sales of the whole period, so that the two are not comparable.
 * Source: Credit Research Foundation, "(Beginning Receivables + Credit Sales / N - Ending Total Receivables) / (Beginning Receivables +
 * Credit Sales / N - Ending Current Receivables) x 100".
 * @param beginning receivables at the beginning of the period
 * @param creditSales credit sales of the period
 * @param ending receivables at its end
 * @param endingCurrent the part of those that is not yet due
 * @param months number of months the sales are divided by
 * @throws FormulaError `no-credit-sales`, `bad-months`, or `nothing-to-collect` when the divisor is not above 0
 * @example collectionEffectiveness(6200, 10890, 6340, 3590, 3) // 0.5592948717949
 */
export function collectionEffectiveness(
  beginning: number,
  creditSales: number,
  ending: number,
  endingCurrent: number,
  months = 1,
): number {
  requireCreditSales(creditSales, 'CEI');
  if (!(months > 0)) {
    throw new FormulaError('bad-months', 'months: give the number of months that the sales are divided by, above 0.');
  }
  // Both sides times the months: a sales average with endless decimals is never rounded on the way.
  const collected = sumWithoutDust([beginning * months, creditSales, -ending * months]);
  const collectable = sumWithoutDust([beginning * months, creditSales, -endingCurrent * months]);
  if (!(collectable > 0)) {
    const sentence = 'there was nothing to collect: beginning receivables and sales are not above what is current.';
    throw new FormulaError('nothing-to-collect', `ending_current_receivables: ${sentence}`);
  }
  return withoutDust(collected / collectable);
}
