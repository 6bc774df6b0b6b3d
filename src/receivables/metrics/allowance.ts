// The allowance for doubtful accounts by aging: a loss rate per bucket (IFRS 9 calls the table a provision matrix).
import { bucketLabels, bucketOf, type Edges } from '../aging';
import type { Day } from '../day';
import { FormulaError } from '../formula-error';
import { sumWithoutDust, withoutDust } from '../rounding';
import type { DatedBalances } from './overdue-share';

/**
 * The allowance that bucket totals need: each total times its rate, added up. A bucket below 0 (credits above invoices) has nothing to
 * lose and counts 0. Not rounded to cents. It is the balance the allowance should have, not the entry that brings it there.
 * @param totals amounts in one currency
 * @param rates a fraction for each of them, 0 to 1
 * @throws FormulaError `unequal-heights`
 * @example allowanceFromTotals([18000, 5000, 2000, 200], [0.01, 0.015, 0.05, 0.5]) // 455
 */
export function allowanceFromTotals(totals: readonly number[], rates: readonly number[]): number {
  if (totals.length !== rates.length) {
    const sentence = `there are ${totals.length} bucket totals and ${rates.length} rates: give one rate per bucket.`;
    throw new FormulaError('unequal-heights', `rates: ${sentence}`);
  }
  return withoutDust(sumWithoutDust(totals.map((total, i) => Math.max(0, total) * (rates[i] ?? 0))));
}

/**
 * The positive balances by bucket, in the order of `bucketLabels`: current first. A balance without a due date is in none.
 * @example balancesByBucket({ balances: [100], dues: [9] }, 10, [30]) // [0, 100, 0]
 */
export function balancesByBucket({ balances, dues }: DatedBalances, asOf: Day, edges: Edges): number[] {
  const amounts = new Map<string, number[]>(bucketLabels(edges).map((label): [string, number[]] => [label, []]));
  for (let i = 0; i < balances.length; i += 1) {
    const balance = balances[i] ?? 0;
    const due = dues[i] ?? null;
    if (balance > 0 && due !== null) amounts.get(bucketOf(due, asOf, balance, edges))?.push(balance);
  }
  return [...amounts.values()].map((list) => sumWithoutDust(list));
}

/**
 * The allowance that open balances need, by how far each is past due. Credits are left out.
 * @param rates one per bucket, current first: two more than there are edges
 * @throws FormulaError `wrong-rates`
 * @example allowanceByAging({ balances: [100], dues: [9] }, 10, [30, 60], [0.01, 0.05, 0.2, 0.5]) // 5
 */
export function allowanceByAging(balances: DatedBalances, asOf: Day, edges: Edges, rates: readonly number[]): number {
  const labels = bucketLabels(edges);
  if (rates.length !== labels.length) {
    const sentence = `${labels.length} rates are needed, one per bucket (${labels.join(', ')}), but there are ${rates.length}.`;
    throw new FormulaError('wrong-rates', `rates: ${sentence}`);
  }
  return allowanceFromTotals(balancesByBucket(balances, asOf, edges), rates);
}
