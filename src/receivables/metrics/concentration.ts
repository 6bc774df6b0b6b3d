// How much of the receivables hangs on a few customers: the share of the largest, and the Herfindahl-Hirschman index.
import { FormulaError } from '../formula-error';
import { sumWithoutDust, withoutDust } from '../rounding';

/**
 * The share of the largest balances in all balances above 0. Balances of 0 or less are left out.
 * @param amounts a balance per customer, in one currency
 * @param top how many of the largest; more than there are gives 1
 * @throws FormulaError `nothing-open` without a balance above 0, `bad-top`
 * @example concentration([50, 30, 20], 2) // 0.8
 */
export function concentration(amounts: readonly number[], top = 1): number {
  if (!Number.isInteger(top) || top < 1) {
    throw new FormulaError('bad-top', `top: ${top} must be a whole number of customers, 1 or more.`);
  }
  const { positive, total } = positiveOf(amounts, 'concentration');
  const largest = positive.sort((a, b) => b - a).slice(0, top);
  return withoutDust(sumWithoutDust(largest) / total);
}

/**
 * The Herfindahl-Hirschman index: the squares of the shares in per cent, added up. 10,000 is one customer, near 0 is many equal ones.
 * @param amounts a balance per customer, in one currency; 0 or less is left out
 * @throws FormulaError `nothing-open`
 * @example herfindahlIndex([20, 30, 50]) // 3800
 */
export function herfindahlIndex(amounts: readonly number[]): number {
  const { positive, total } = positiveOf(amounts, 'HHI');
  const index = sumWithoutDust(positive.map((amount) => ((amount * 100) / total) ** 2));
  return Math.min(10_000, withoutDust(index));
}

function positiveOf(amounts: readonly number[], figure: string): { positive: number[]; total: number } {
  const positive = amounts.filter((amount) => amount > 0);
  const total = sumWithoutDust(positive);
  if (total > 0) return { positive, total };
  throw new FormulaError('nothing-open', `amounts: there is no amount above 0, so there is no ${figure}.`);
}
