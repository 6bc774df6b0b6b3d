// Which share of the open balances is past due.
import type { Day } from '../day';
import { FormulaError } from '../formula-error';
import { sumWithoutDust, withoutDust } from '../rounding';

/** An open balance and when it is due. */
export interface DatedBalance {
  /** In one currency; credits are negative. */
  balance: number;
  due: Day | null;
}

/**
 * The share of the open balances that is past due, 0 to 1. Credits (negative balances) are left out; a balance without a due date is
 * open but not past due; the due day itself is not past due.
 * @throws FormulaError `nothing-open` without a balance above 0
 * @example overdueShare([{ balance: 30, due: 9 }, { balance: 70, due: 10 }], 10) // 0.3
 */
export function overdueShare(balances: readonly DatedBalance[], asOf: Day): number {
  const open: number[] = [];
  const late: number[] = [];
  for (const { balance, due } of balances) {
    if (!(balance > 0)) continue;
    open.push(balance);
    if (due !== null && due < asOf) late.push(balance);
  }
  const total = sumWithoutDust(open);
  if (!(total > 0)) {
    throw new FormulaError('nothing-open', 'balance: there is no balance above 0, so there is no share past due.');
  }
  return withoutDust(sumWithoutDust(late) / total);
}
