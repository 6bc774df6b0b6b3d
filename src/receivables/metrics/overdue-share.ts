// Which share of the open balances is past due.
import type { Day } from '../day';
import { FormulaError } from '../formula-error';
import { SumWithoutDust, withoutDust } from '../rounding';

/** Open balances and when each is due, side by side: no object is made for a row of a tall column. */
export interface DatedBalances {
  /** In one currency; credits are negative. */
  balances: number[];
  /** As many; null where there is no due date. */
  dues: (Day | null)[];
}

/**
 * The share of the open balances that is past due, 0 to 1. Credits (negative balances) are left out; a balance without a due date is
 * open but not past due; the due day itself is not past due.
 * @throws FormulaError `nothing-open` without a balance above 0
 * @example overdueShare({ balances: [30, 70], dues: [9, 10] }, 10) // 0.3
 */
export function overdueShare({ balances, dues }: DatedBalances, asOf: Day): number {
  const open = new SumWithoutDust();
  const late = new SumWithoutDust();
  for (let i = 0; i < balances.length; i += 1) {
    const balance = balances[i] ?? 0;
    if (!(balance > 0)) continue;
    open.add(balance);
    if ((dues[i] ?? asOf) < asOf) late.add(balance);
  }
  const { total } = open;
  if (!(total > 0)) {
    throw new FormulaError('nothing-open', 'balance: there is no balance above 0, so there is no share past due.');
  }
  return withoutDust(late.total / total);
}
