// The formulas that give one figure about receivables; what stands above each of them is the help that Sheets shows.
import { argumentReader } from '../google/formula-arguments';
import { DEFAULT_EDGES, parseEdges } from '../receivables/aging';
import { allowanceByAging, allowanceFromTotals } from '../receivables/metrics/allowance';
import { badDebtShare } from '../receivables/metrics/bad-debt';
import { collectionEffectiveness } from '../receivables/metrics/collection-effectiveness';
import { concentration, herfindahlIndex } from '../receivables/metrics/concentration';
import { countbackDso } from '../receivables/metrics/countback';
import { averageDaysDelinquent, bestPossibleDso } from '../receivables/metrics/dso';
import { overdueShare } from '../receivables/metrics/overdue-share';
import { promisesKept } from '../receivables/metrics/promises-kept';
import { collectionPeriod, receivablesTurnover } from '../receivables/metrics/turnover';
import { datedBalances, monthSales, promiseWeights, ratesFor, ratesOf } from '../sheet/formulas/figure-arguments';
import {
  type FormulaResult,
  numbersOf,
  singleCell,
  singleDay,
  singleNumber,
  totalOf,
  totalOrRows,
} from '../sheet/formulas/formula-arguments';
import { isBlank } from '../sheet/grid';

/**
 * Gives the best possible DSO, what days sales outstanding would be if nothing were past due: current receivables times the days of the period, divided by the period's credit sales (Credit Research Foundation). Example: =BEST_POSSIBLE_DSO(4000, 10000, 30) gives 12 days.
 *
 * @param {number|number[][]} current_receivables Open receivables at the end of the period that are not yet due, in one currency: an amount, or a range that is added up.
 * @param {number|number[][]} credit_sales Credit sales of the same period, in the same currency: an amount, or a range that is added up.
 * @param {number|number[][]} days Optional. The length of the period in days, 365 when left out. A column of days gives one result per row.
 * @return Days, not rounded.
 * @customfunction
 */
export function BEST_POSSIBLE_DSO(current_receivables: unknown, credit_sales: unknown, days?: unknown): FormulaResult {
  const read = argumentReader();
  const sums = [read.argument('current_receivables', current_receivables), read.argument('credit_sales', credit_sales)];
  return totalOrRows(sums, read.argument('days', days), ([current = 0, sales = 0], period) =>
    bestPossibleDso(current, sales, period ?? undefined),
  );
}

/**
 * Gives the average days delinquent, the days of sales that are past due: DSO less best possible DSO (Credit Research Foundation). Example: =AVERAGE_DAYS_DELINQUENT(15000, 4000, 10000, 30) gives 33 days, from a DSO of 45 and a best possible DSO of 12.
 *
 * @param {number|number[][]} receivables Open receivables at the end of the period, in one currency: an amount, or a range that is added up.
 * @param {number|number[][]} current_receivables The part of the receivables that is not yet due: an amount, or a range that is added up.
 * @param {number|number[][]} credit_sales Credit sales of the same period, in the same currency: an amount, or a range that is added up.
 * @param {number|number[][]} days Optional. The length of the period in days, 365 when left out. A column of days gives one result per row.
 * @return Days, not rounded.
 * @customfunction
 */
export function AVERAGE_DAYS_DELINQUENT(
  receivables: unknown,
  current_receivables: unknown,
  credit_sales: unknown,
  days?: unknown,
): FormulaResult {
  const read = argumentReader();
  const sums = [
    read.argument('receivables', receivables),
    read.argument('current_receivables', current_receivables),
    read.argument('credit_sales', credit_sales),
  ];
  return totalOrRows(sums, read.argument('days', days), ([open = 0, current = 0, sales = 0], period) =>
    averageDaysDelinquent(open, current, sales, period ?? undefined),
  );
}

/**
 * Gives days sales outstanding by counting back: whole months of sales are used up by the receivables, the newest first, and their real days counted. Example: =DSO_COUNTBACK(212000, A2:A4, B2:B4) gives 74.71 days for sales of 100,000 in June, 80,000 in May and 70,000 in April 2026: 30 + 31 days, and 32,000 / 70,000 of April's 30.
 *
 * @param {number|number[][]} receivables Open receivables at the end of the newest month, in one currency: an amount, or a range that is added up.
 * @param {Date[][]} month The months, in any order, each as a date: any day of the month. Sales of the same month are added up.
 * @param {number[][]} credit_sales Credit sales of each month, in the same currency: a range of the same shape as month. Every month counted back through needs sales above 0.
 * @return Days, not rounded.
 * @customfunction
 */
export function DSO_COUNTBACK(receivables: unknown, month: unknown, credit_sales: unknown): FormulaResult {
  const read = argumentReader();
  const open = totalOf(read.argument('receivables', receivables));
  return countbackDso(open, monthSales(read.argument('month', month), read.argument('credit_sales', credit_sales)));
}

/**
 * Gives the collection effectiveness index, the share of what could be collected in a period that was collected: 1 when nothing is past due at its end (Credit Research Foundation). Example: =CEI(6200, 10890, 6340, 3590, 3) gives 0.559, or 55.9 % in a cell with percent format.
 *
 * @param {number|number[][]} beginning_receivables Open receivables at the beginning of the period, in one currency: an amount, or a range that is added up.
 * @param {number|number[][]} credit_sales Credit sales of the whole period: an amount, or a range that is added up.
 * @param {number|number[][]} ending_receivables Open receivables at the end of the period: an amount, or a range that is added up.
 * @param {number|number[][]} ending_current_receivables The part of the ending receivables that is not yet due: an amount, or a range that is added up.
 * @param {number|number[][]} months Optional. The number of months the sales are divided by, 1 when left out; the Credit Research Foundation divides by the months of the period. A column of months gives one result per row.
 * @return A fraction, not rounded.
 * @customfunction
 */
export function CEI(
  beginning_receivables: unknown,
  credit_sales: unknown,
  ending_receivables: unknown,
  ending_current_receivables: unknown,
  months?: unknown,
): FormulaResult {
  const read = argumentReader();
  const sums = [
    read.argument('beginning_receivables', beginning_receivables),
    read.argument('credit_sales', credit_sales),
    read.argument('ending_receivables', ending_receivables),
    read.argument('ending_current_receivables', ending_current_receivables),
  ];
  return totalOrRows(sums, read.argument('months', months), ([began = 0, sales = 0, ended = 0, current = 0], divisor) =>
    collectionEffectiveness(began, sales, ended, current, divisor ?? undefined),
  );
}

/**
 * Gives receivables turnover, how often receivables are turned into cash in the period: credit sales divided by receivables. Example: =AR_TURNOVER(6205000, 335000) gives 18.52 times.
 *
 * @param {number|number[][]} credit_sales Credit sales of the period, in one currency: an amount, or a range that is added up.
 * @param {number|number[][]} receivables Average receivables of the period, or those at its end, in the same currency: an amount, or a range that is added up.
 * @return Times per period, not rounded.
 * @customfunction
 */
export function AR_TURNOVER(credit_sales: unknown, receivables: unknown): FormulaResult {
  const read = argumentReader();
  const sales = totalOf(read.argument('credit_sales', credit_sales));
  return receivablesTurnover(sales, totalOf(read.argument('receivables', receivables)));
}

/**
 * Gives the average collection period: the days of the period divided by the receivables turnover. Example: =COLLECTION_PERIOD(6205000, 335000) gives 19.71 days.
 *
 * @param {number|number[][]} credit_sales Credit sales of the period, in one currency: an amount, or a range that is added up.
 * @param {number|number[][]} receivables Average receivables of the period, or those at its end, in the same currency: an amount, or a range that is added up.
 * @param {number|number[][]} days Optional. The length of the period in days, 365 when left out. A column of days gives one result per row.
 * @return Days, not rounded.
 * @customfunction
 */
export function COLLECTION_PERIOD(credit_sales: unknown, receivables: unknown, days?: unknown): FormulaResult {
  const read = argumentReader();
  const sums = [read.argument('credit_sales', credit_sales), read.argument('receivables', receivables)];
  return totalOrRows(sums, read.argument('days', days), ([sales = 0, open = 0], period) =>
    collectionPeriod(sales, open, period ?? undefined),
  );
}

/**
 * Gives the share of the open balances that is past due, 0 to 1; credits (negative balances) are left out. Example: =PERCENT_OVERDUE(F2:F, D2:D, AS_OF) gives 0.0998, or 9.98 % in a cell with percent format, when 12,312 of 123,423 open is past due.
 *
 * @param {number[][]} balance What is still open of each invoice, in one currency.
 * @param {Date[][]} due_date The due date of each invoice: a range as tall as balance. A balance without a due date is open, but not past due.
 * @param {Date} as_of The day to judge on: a cell with a date, best the named range AS_OF, which is brought up to date every day.
 * @return A fraction, not rounded.
 * @customfunction
 */
export function PERCENT_OVERDUE(balance: unknown, due_date: unknown, as_of: unknown): FormulaResult {
  const read = argumentReader();
  const balances = datedBalances(read.argument('balance', balance), read.argument('due_date', due_date));
  return overdueShare(balances, singleDay(read.argument('as_of', as_of)));
}

/**
 * Gives the allowance for doubtful accounts that open invoices need, by how far each is past due: the balance of each aging bucket times its loss rate (provision matrix); credits are left out. Example: =ALLOWANCE(F2:F, D2:D, AS_OF, "30,60,90", H2:H6) gives 49 for 1,000 current at 1 %, 500 in 1-30 days at 3 % and 240 in 31-60 days at 10 %.
 *
 * @param {number[][]} balance What is still open of each invoice, in one currency.
 * @param {Date[][]} due_date The due date of each invoice: a range as tall as balance.
 * @param {Date} as_of The day to judge on: a cell with a date, best the named range AS_OF, which is brought up to date every day.
 * @param {string} edges The upper ends of the buckets in whole days, rising, as text: "30,60,90". An empty text "" is the same as that.
 * @param {number[][]} rates The loss rates as fractions (5 % is 0.05), one per bucket, current first: five of them for "30,60,90".
 * @return An amount in the currency of the balances, not rounded.
 * @customfunction
 */
export function ALLOWANCE(
  balance: unknown,
  due_date: unknown,
  as_of: unknown,
  edges: unknown,
  rates: unknown,
): FormulaResult {
  const read = argumentReader();
  const edgesCell = singleCell(read.argument('edges', edges));
  const limits = isBlank(edgesCell) ? DEFAULT_EDGES : parseEdges(String(edgesCell));
  const balances = datedBalances(read.argument('balance', balance), read.argument('due_date', due_date), true);
  const asOf = singleDay(read.argument('as_of', as_of));
  return allowanceByAging(balances, asOf, limits, ratesOf(read.argument('rates', rates)));
}

/**
 * Gives the allowance for doubtful accounts from bucket totals that are already made: each total times its loss rate, added up. Example: =ALLOWANCE_FROM_TOTALS({18000,5000,2000,200}, {1%,1.5%,5%,50%}) gives 455.
 *
 * @param {number[][]} bucket_totals The amount in each aging bucket, in one currency. A bucket below 0 counts 0.
 * @param {number[][]} rates The loss rates as fractions (5 % is 0.05), one per bucket, in the same order.
 * @return An amount in the currency of the totals, not rounded.
 * @customfunction
 */
export function ALLOWANCE_FROM_TOTALS(bucket_totals: unknown, rates: unknown): FormulaResult {
  const read = argumentReader();
  const pairs = ratesFor(read.argument('bucket_totals', bucket_totals), read.argument('rates', rates));
  return allowanceFromTotals(pairs.totals, pairs.rates);
}

/**
 * Gives the share of the largest customers in all open balances, 0 to 1; balances of 0 or less are left out. Example: =CONCENTRATION({50,30,20}, 2) gives 0.8.
 *
 * @param {number[][]} amounts One open balance per customer, in one currency.
 * @param {number} top Optional. How many of the largest are taken together, 1 when left out.
 * @return A fraction, not rounded.
 * @customfunction
 */
export function CONCENTRATION(amounts: unknown, top?: unknown): FormulaResult {
  const read = argumentReader();
  const largest = singleNumber(read.argument('top', top)) ?? undefined;
  return concentration(numbersOf(read.argument('amounts', amounts)), largest);
}

/**
 * Gives the Herfindahl-Hirschman index of concentration: the squares of each customer's share in per cent, added up, so that 10,000 is a single customer. Balances of 0 or less are left out. Example: =HHI({20,30,50}) gives 3,800.
 *
 * @param {number[][]} amounts One open balance per customer, in one currency.
 * @return Points from 0 to 10,000, not rounded.
 * @customfunction
 */
export function HHI(amounts: unknown): FormulaResult {
  return herfindahlIndex(numbersOf(argumentReader().argument('amounts', amounts)));
}

/**
 * Gives the share of the credit sales that was written off as bad debt. Example: =BAD_DEBT_PERCENT(1500, 100000) gives 0.015, or 1.5 % in a cell with percent format.
 *
 * @param {number|number[][]} written_off What was written off in the period, in one currency: an amount, or a range that is added up. Recoveries are negative.
 * @param {number|number[][]} credit_sales Credit sales of the same period, in the same currency: an amount, or a range that is added up.
 * @return A fraction, not rounded.
 * @customfunction
 */
export function BAD_DEBT_PERCENT(written_off: unknown, credit_sales: unknown): FormulaResult {
  const read = argumentReader();
  const writtenOff = totalOf(read.argument('written_off', written_off));
  return badDebtShare(writtenOff, totalOf(read.argument('credit_sales', credit_sales)));
}

/**
 * Gives the share of promises to pay that were kept, of those that were kept, partly kept or broken; partly kept counts as not kept. Example: =PROMISES_KEPT({"kept";"kept";"broken";"open"}) gives 0.6667.
 *
 * @param {string[][]} state What became of each promise: open, kept, partly kept, broken or cancelled, as in the tab AR Promises. Open, cancelled and blank ones are left out.
 * @param {number[][]} amount Optional. The amount promised, in one currency: a range as tall as state. With it the share is one of money, without it one of promises.
 * @return A fraction, not rounded.
 * @customfunction
 */
export function PROMISES_KEPT(state: unknown, amount?: unknown): FormulaResult {
  const read = argumentReader();
  const amounts = amount === undefined || amount === '' ? null : read.argument('amount', amount);
  return promisesKept(promiseWeights(read.argument('state', state), amounts));
}
