// The formulas people type into cells; what stands above each of them is the help that Sheets shows.
import { argumentReader, confirmedTable } from '../google/formula-arguments';
import { bucketOf, DEFAULT_EDGES, daysPastDue, parseEdges } from '../receivables/aging';
import { daysSalesOutstanding } from '../receivables/metrics/dso';
import {
  dayArgument,
  type FormulaResult,
  mapRows,
  needed,
  numberArgument,
  singleCell,
  totalOrRows,
} from '../sheet/formulas/formula-arguments';
import { customerArgument, segmentLookup, settingsArgument } from '../sheet/formulas/segment-lookup';
import { isBlank } from '../sheet/grid';

/**
 * Names the aging bucket of an invoice, or of a whole column of invoices: Current, 1-30 days, 31-60 days, 61-90 days, 90+ days, Paid or No due date. Example: =AGING_BUCKET(D2:D, AS_OF, F2:F) gives 31-60 days for an invoice due on 1 May 2026 with 120.00 open, when AS_OF is 1 June 2026.
 *
 * @param {Date|Date[][]} due_date The due date, or a column of due dates.
 * @param {Date|Date[][]} as_of The day to judge on: a cell with a date, best the named range AS_OF, which is brought up to date every day.
 * @param {number|number[][]} balance Optional. What is still open, in the invoice's currency: one amount or a column as tall as due_date. 0 or less gives Paid.
 * @param {string} edges Optional. The upper ends of the buckets in whole days, rising, as text. "30,60,90" when left out.
 * @return The bucket, or a column of buckets.
 * @customfunction
 */
export function AGING_BUCKET(due_date: unknown, as_of: unknown, balance?: unknown, edges?: unknown): FormulaResult {
  const read = argumentReader();
  const edgesCell = singleCell(read.argument('edges', edges));
  const limits = isBlank(edgesCell) ? DEFAULT_EDGES : parseEdges(String(edgesCell));
  const args = [read.argument('due_date', due_date), read.argument('as_of', as_of), read.argument('balance', balance)];
  return mapRows(args, (due, asOf, open) => {
    const balanceOpen = numberArgument('balance', open);
    if (balanceOpen !== null && balanceOpen <= 0) return bucketOf(null, 0, balanceOpen);
    const dueDay = dayArgument('due_date', due);
    if (dueDay === null) return bucketOf(null, 0, balanceOpen);
    return bucketOf(dueDay, needed('as_of', dayArgument('as_of', asOf)), balanceOpen, limits);
  });
}

/**
 * Counts the calendar days an invoice is past due: 0 on the due date, negative before it. Example: =DAYS_PAST_DUE(D2:D, AS_OF) gives 29 for an invoice due on 1 June 2026, when AS_OF is 30 June 2026.
 *
 * @param {Date|Date[][]} due_date The due date, or a column of due dates. A blank cell stays blank.
 * @param {Date|Date[][]} as_of The day to count to: a cell with a date, best the named range AS_OF, which is brought up to date every day.
 * @return Whole days, or a column of them.
 * @customfunction
 */
export function DAYS_PAST_DUE(due_date: unknown, as_of: unknown): FormulaResult {
  const read = argumentReader();
  return mapRows([read.argument('due_date', due_date), read.argument('as_of', as_of)], (due, asOf) => {
    const dueDay = dayArgument('due_date', due);
    return dueDay === null ? '' : daysPastDue(dueDay, needed('as_of', dayArgument('as_of', asOf)));
  });
}

/**
 * Gives days sales outstanding: open receivables times the days of the period, divided by the period's credit sales (Credit Research Foundation). Example: =DSO(15000, 10000, 30) gives 45 days.
 *
 * @param {number|number[][]} receivables Open receivables at the end of the period, in one currency: an amount, or a range that is added up.
 * @param {number|number[][]} credit_sales Credit sales of the same period, in the same currency: an amount, or a range that is added up.
 * @param {number|number[][]} days Optional. The length of the period in days, 365 when left out. A column of days gives one result per row.
 * @return Days, not rounded.
 * @customfunction
 */
export function DSO(receivables: unknown, credit_sales: unknown, days?: unknown): FormulaResult {
  const read = argumentReader();
  const sums = [read.argument('receivables', receivables), read.argument('credit_sales', credit_sales)];
  return totalOrRows(sums, read.argument('days', days), ([open = 0, sales = 0], period) =>
    daysSalesOutstanding(open, sales, period ?? undefined),
  );
}

/**
 * Says how a customer pays and how large it is: New, Timely, Timely large, Delinquent SMB, Delinquent large, Doubtful SMB or Doubtful large. It knows the invoices alone; broken promises, which the reminders count as well, are not seen here. Example: =SEGMENT(A2:A, Invoices!A1:H, AS_OF) gives Timely for a customer whose three or more invoices settled in 365 days were on average at most 5 days late.
 *
 * @param {string|string[][]} customers The customer's name or id, or a column of them. A customer without invoices is New.
 * @param {any[][]} invoices The invoice table with its header row: customer, due date, amount or balance, and the date of payment; invoice date, currency and status where there are any.
 * @param {Date|Date[][]} as_of The day to judge on: a cell with a date, best the named range AS_OF, which is brought up to date every day.
 * @param {any[][]} settings Optional. Two columns, name and value: mode (behaviour, balance or peakflo), lookback, grace, doubtful_over, worst_days and old_days in days, old_share, large_share and on_time_share as shares, min_history in invoices, large_from, a_from and b_from in money, exclude_disputed as TRUE or FALSE.
 * @return The segment, or a column of segments.
 * @customfunction
 */
export function SEGMENT(customers: unknown, invoices: unknown, as_of: unknown, settings?: unknown): FormulaResult {
  const read = argumentReader();
  const thresholds = settingsArgument(read.argument('settings', settings));
  const segmentOf = segmentLookup(read.table(invoices), confirmedTable(), thresholds);
  return mapRows([read.argument('customers', customers), read.argument('as_of', as_of)], (customer, asOf) => {
    const name = customerArgument('customers', customer);
    return name === '' ? '' : segmentOf(name, needed('as_of', dayArgument('as_of', asOf)));
  });
}
