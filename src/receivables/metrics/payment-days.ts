// How long payments take: days beyond terms, and averages of days, plain or weighted by amount.
import type { Day } from '../day';
import { FormulaError } from '../formula-error';
import { withoutDust } from '../rounding';

/** The days of one paid invoice, and its weight in an average: its amount, or 1. */
export interface WeightedDays {
  days: number;
  weight: number;
}

/**
 * Days from due date to payment; early payment counts 0 unless signed.
 * @param signed whether early payment counts as negative days, as a forecast needs it
 * @example daysBeyondTerms(due, due - 4, false) // 0
 */
export function daysBeyondTerms(due: Day, paid: Day, signed: boolean): number {
  return signed ? paid - due : Math.max(0, paid - due);
}

/**
 * The average of days, weighted: sum of weight x days / sum of weights, not rounded. Credit notes and empty invoices (weight not
 * above 0) have nothing to pay and are left out.
 * @throws FormulaError `no-paid-invoice` when nothing is left
 * @example averageDays([{ days: 15, weight: 1000 }, { days: 30, weight: 3000 }, { days: 45, weight: 2000 }]) // 32.5
 */
export function averageDays(paid: readonly WeightedDays[]): number {
  if (paid.length === 0) {
    throw new FormulaError('no-paid-invoice', 'paid_date: no invoice is paid yet, so there is no average.');
  }
  let weighted = 0;
  let weights = 0;
  for (const { days, weight } of paid) {
    if (weight <= 0) continue;
    weighted += weight * days;
    weights += weight;
  }
  if (weights === 0) {
    throw new FormulaError('no-paid-invoice', 'amount: no paid invoice has an amount above 0, so there is no average.');
  }
  return withoutDust(weighted / weights);
}
