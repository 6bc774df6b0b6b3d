// Ranges whose cells belong together, as the formulas for one figure take them: balances with due dates, months with sales, and others.
import { BadCell, FormulaError } from '../../receivables/formula-error';
import type { MonthSales } from '../../receivables/metrics/countback';
import type { DatedBalances } from '../../receivables/metrics/overdue-share';
import { type PromiseOutcome, type PromiseWeight, promiseOutcome } from '../../receivables/metrics/promises-kept';
import { type Cell, isBlank } from '../grid';
import {
  type Argument,
  cellsOf,
  dayArgument,
  needed,
  numberArgument,
  readCells,
  requireSameShape,
  shareArgument,
  takeCells,
} from './formula-arguments';

/**
 * Open balances with their due dates; rows without a balance are left out.
 * @param dueNeeded whether a balance above 0 must have a due date
 * @throws FormulaError `bad-cells`, `unequal-heights` or `wrong-shape`
 */
export function datedBalances(balance: Argument, due: Argument, dueNeeded = false): DatedBalances {
  const dated: DatedBalances = { balances: [], dues: [] };
  takeCells([balance, due], (money, date) => {
    const amount = numberArgument(balance.name, money);
    const day = dayArgument(due.name, date);
    if (amount === null) return;
    if (dueNeeded && day === null && amount > 0) {
      throw new BadCell('blank', due.name, 'the cell is empty, so that its balance is in no bucket');
    }
    dated.balances.push(amount);
    dated.dues.push(day);
  });
  return dated;
}

/**
 * Months with their sales; rows without either are left out, a month with a blank cell for sales had none.
 * @throws FormulaError `bad-cells`, `unequal-heights` or `wrong-shape`
 */
export function monthSales(month: Argument, creditSales: Argument): MonthSales[] {
  requireSameShape([month, creditSales]);
  const months: MonthSales[] = [];
  takeCells([creditSales, month], (money, date) => {
    const sales = numberArgument(creditSales.name, money);
    const day = dayArgument(month.name, date);
    if (sales !== null) needed(month.name, day);
    if (day !== null) months.push({ month: day, creditSales: sales ?? 0 });
  });
  return months;
}

/** Rates per bucket, in order; blank cells behind the last are left out. @throws FormulaError `bad-cells` */
export function ratesOf(rates: Argument): number[] {
  const filled = cellsOf(rates);
  while (filled.length > 0 && isBlank(filled[filled.length - 1])) filled.pop();
  const shares = readCells(rates, (cell, i) =>
    i < filled.length ? needed(rates.name, shareArgument(rates.name, cell)) : 0,
  );
  return shares.slice(0, filled.length);
}

/**
 * Bucket totals with their rates, in order; pairs that are both blank are left out, a blank total is 0.
 * @throws FormulaError `bad-cells` or `unequal-heights`
 */
export function ratesFor(totals: Argument, rates: Argument): { totals: number[]; rates: number[] } {
  const [most, given] = [totals, rates].map(({ height, width }) => height * width);
  if (most !== given) {
    const unit = totals.width === 1 && rates.width === 1 ? 'rows' : 'cells';
    const sizes = `${totals.name} has ${most} ${unit} and ${rates.name} has ${given}`;
    throw new FormulaError('unequal-heights', `${sizes}: give one rate per bucket.`);
  }
  const amounts = readCells(totals, (cell) => numberArgument(totals.name, cell));
  if (amounts.every((amount) => amount === null)) {
    throw new FormulaError('no-number', `${totals.name}: there is no number to calculate with.`);
  }
  const shares = readCells(rates, (cell, i) => {
    const share = shareArgument(rates.name, cell);
    return amounts[i] === null ? (share ?? 0) : needed(rates.name, share);
  });
  return { totals: amounts.map((amount) => amount ?? 0), rates: shares };
}

/**
 * Promises with their weights: each 1, or its amount where amounts are given. Promises without a state are open.
 * @throws FormulaError `bad-cells`, `unequal-heights` or `wrong-shape`
 */
export function promiseWeights(state: Argument, amount: Argument | null): PromiseWeight[] {
  const promises: PromiseWeight[] = [];
  takeCells(amount ? [state, amount] : [state], (word, money) => {
    const outcome = outcomeArgument(state.name, word);
    promises.push({ outcome, weight: amount ? promisedAmount(amount.name, money, outcome) : 1 });
  });
  return promises;
}

function outcomeArgument(argument: string, cell: Cell): PromiseOutcome {
  if (isBlank(cell)) return 'open';
  const outcome = typeof cell === 'string' ? promiseOutcome(cell) : null;
  if (outcome) return outcome;
  const shown = typeof cell === 'object' ? 'a date' : `'${String(cell).trim()}'`;
  throw new BadCell('unknown-state', argument, `${shown} is not one of open, kept, partly kept, broken`);
}

function promisedAmount(argument: string, cell: Cell | undefined, outcome: PromiseOutcome): number {
  const weight = numberArgument(argument, cell);
  if (outcome === 'open' || outcome === 'cancelled') return weight ?? 0;
  const promised = needed(argument, weight);
  if (promised >= 0) return promised;
  throw new BadCell('negative-amount', argument, `${promised} is below 0, which nobody promises to pay`);
}
