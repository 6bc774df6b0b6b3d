// Ranges whose cells belong together, as the formulas for one figure take them: balances with due dates, months with sales, and others.
import { BadCell, FormulaError } from '../../receivables/formula-error';
import type { MonthSales } from '../../receivables/metrics/countback';
import type { DatedBalance } from '../../receivables/metrics/overdue-share';
import { type PromiseWeight, promiseOutcome } from '../../receivables/metrics/promises-kept';
import { isBlank } from '../grid';
import {
  type Argument,
  dayArgument,
  needed,
  numberArgument,
  readCells,
  requireSameShape,
  shareArgument,
} from './formula-arguments';

/**
 * Open balances with their due dates; rows without a balance are left out.
 * @param dueNeeded whether a balance above 0 must have a due date
 * @throws FormulaError `bad-cells`, `unequal-heights` or `wrong-shape`
 */
export function datedBalances(balance: Argument, due: Argument, dueNeeded = false): DatedBalance[] {
  requireSameShape([balance, due]);
  const balances = readCells(balance, numberArgument);
  const days = readCells(due, (name, cell, i) => {
    const day = dayArgument(name, cell);
    if (dueNeeded && day === null && (balances[i] ?? 0) > 0) {
      throw new BadCell('blank', name, 'the cell is empty, so that its balance is in no bucket');
    }
    return day;
  });
  return balances.flatMap((amount, i) => (amount === null ? [] : [{ balance: amount, due: days[i] ?? null }]));
}

/**
 * Months with their sales; rows without either are left out, a month with a blank cell for sales had none.
 * @throws FormulaError `bad-cells`, `unequal-heights` or `wrong-shape`
 */
export function monthSales(month: Argument, creditSales: Argument): MonthSales[] {
  requireSameShape([month, creditSales]);
  const sales = readCells(creditSales, numberArgument);
  const days = readCells(month, (name, cell, i) => {
    const day = dayArgument(name, cell);
    return sales[i] === null ? day : needed(name, day);
  });
  return days.flatMap((day, i) => (day === null ? [] : [{ month: day, creditSales: sales[i] ?? 0 }]));
}

/** Rates per bucket, in order; blank cells behind the last are left out. @throws FormulaError `bad-cells` */
export function ratesOf(rates: Argument): number[] {
  let last = rates.cells.length - 1;
  while (last >= 0 && isBlank(rates.cells[last])) last -= 1;
  const filled = rates.cells.slice(0, last + 1);
  return readCells({ ...rates, cells: filled }, (name, cell) => needed(name, shareArgument(name, cell)));
}

/**
 * Bucket totals with their rates, in order; pairs that are both blank are left out, a blank total is 0.
 * @throws FormulaError `bad-cells` or `unequal-heights`
 */
export function ratesFor(totals: Argument, rates: Argument): { totals: number[]; rates: number[] } {
  if (totals.cells.length !== rates.cells.length) {
    const unit = totals.width === 1 && rates.width === 1 ? 'rows' : 'cells';
    const sizes = `${totals.name} has ${totals.cells.length} ${unit} and ${rates.name} has ${rates.cells.length}`;
    throw new FormulaError('unequal-heights', `${sizes}: give one rate per bucket.`);
  }
  const amounts = readCells(totals, numberArgument);
  if (amounts.every((amount) => amount === null)) {
    throw new FormulaError('no-number', `${totals.name}: there is no number to calculate with.`);
  }
  const shares = readCells(rates, (name, cell, i) => {
    const share = shareArgument(name, cell);
    return amounts[i] === null ? (share ?? 0) : needed(name, share);
  });
  return { totals: amounts.map((amount) => amount ?? 0), rates: shares };
}

/**
 * Promises with their weights: each 1, or its amount where amounts are given. Promises without a state are open.
 * @throws FormulaError `bad-cells`, `unequal-heights` or `wrong-shape`
 */
export function promiseWeights(state: Argument, amount: Argument | null): PromiseWeight[] {
  if (amount) requireSameShape([state, amount]);
  const outcomes = readCells(state, (name, cell) => {
    if (isBlank(cell)) return 'open';
    const outcome = typeof cell === 'string' ? promiseOutcome(cell) : null;
    if (outcome) return outcome;
    const shown = typeof cell === 'object' ? 'a date' : `'${String(cell).trim()}'`;
    throw new BadCell('unknown-state', name, `${shown} is not one of open, kept, partly kept, broken`);
  });
  if (!amount) return outcomes.map((outcome) => ({ outcome, weight: 1 }));
  const weights = readCells(amount, (name, cell, i) => {
    const weight = numberArgument(name, cell);
    if (outcomes[i] === 'open' || outcomes[i] === 'cancelled') return weight ?? 0;
    const promised = needed(name, weight);
    if (promised >= 0) return promised;
    throw new BadCell('negative-amount', name, `${promised} is below 0, which nobody promises to pay`);
  });
  return outcomes.map((outcome, i) => ({ outcome, weight: weights[i] ?? 0 }));
}
