// The formulas that look ahead: when invoices will be paid, what comes in week by week, how much may be late.
import { argumentReader, confirmedTable } from '../google/formula-arguments';
import { tableWithDates } from '../google/formula-dates';
import { LATE_DAYS } from '../receivables/forecast/book-forecast';
import { BadCell } from '../receivables/formula-error';
import { cashForecastCells, expectedPaymentCells, lateShares } from '../sheet/formulas/forecast-tables';
import {
  dayArgument,
  type FormulaResult,
  mapRows,
  needed,
  numberArgument,
  singleDay,
  singleNumber,
} from '../sheet/formulas/formula-arguments';
import { customerArgument, readCustomers } from '../sheet/formulas/segment-lookup';
import { wholeTable } from '../sheet/formulas/whole-table';

/**
 * Says when each open invoice will be paid, from how its customer and the whole book paid before and how old it is by now. It knows no promises and no pauses. Example: =EXPECTED_PAYMENT(Invoices!A1:H, AS_OF) gives 6 Jul 2013, most likely between 2 and 13 Jul, for an invoice due on 28 Jun 2013 whose customer usually pays 6 days after due.
 *
 * @param {any[][]} invoices The invoice table with its header row: customer, due date, amount or balance, date of payment; invoice date, currency and status where there are any.
 * @param {Date} as_of The day to look ahead from: a cell with a date, best the named range AS_OF. For a past day only what was known then counts.
 * @return A table with a header row and a row per open invoice: invoice, customer, currency, balance, expected day, early and late (one in five and four in five such invoices are paid by then), chance of being over 30 days late, why.
 * @customfunction
 */
export function EXPECTED_PAYMENT(invoices: unknown, as_of: unknown): (string | number | boolean | Date)[][] {
  const read = argumentReader();
  const asOf = singleDay(read.argument('as_of', as_of));
  const confirmed = confirmedTable();
  const { rows } = wholeTable(read.table(invoices), confirmed);
  return tableWithDates(expectedPaymentCells(rows, asOf, confirmed.tolerance));
}

/**
 * Forecasts the cash that comes in of what is open, per currency and week: each balance times its chance to be paid in that week; six weeks in ten lie between low and high. Invoices yet to be written are not in it. Example: =CASH_FORECAST(Invoices!A1:H, AS_OF) gives 1,438.41 for the first week when 5,119.85 is open and 1,382.71 came.
 *
 * @param {any[][]} invoices The invoice table with its header row: customer, due date, amount or balance, date of payment; invoice date, currency and status where there are any.
 * @param {Date} as_of The day to look ahead from: a cell with a date, best the named range AS_OF. The first week begins on the day after.
 * @param {number} weeks Optional. How many weeks, 13 when left out.
 * @return A table with a header row: currency, from, to, expected, low, high.
 * @customfunction
 */
export function CASH_FORECAST(
  invoices: unknown,
  as_of: unknown,
  weeks?: unknown,
): (string | number | boolean | Date)[][] {
  const read = argumentReader();
  const asOf = singleDay(read.argument('as_of', as_of));
  const count = singleNumber(read.argument('weeks', weeks));
  const confirmed = confirmedTable();
  const { rows } = wholeTable(read.table(invoices), confirmed);
  return tableWithDates(cashForecastCells(rows, asOf, confirmed.tolerance, count));
}

/**
 * Gives the share of a customer's open money that is expected to be paid more than 30 days late, 0 to 1; with several currencies the highest, and of who owes nothing the chance for a new invoice. Example: =LATE_RISK(A2:A, Invoices!A1:H, AS_OF) gives 0.62 for a customer with 1,000.00 open, of which 620.00 is over 30 days late already and the rest surely paid sooner.
 *
 * @param {string|string[][]} customers The customer's name or id, or a column of them. A customer without invoices is judged by the whole book.
 * @param {any[][]} invoices The invoice table with its header row: customer, due date, amount or balance, date of payment; invoice date, currency and status where there are any.
 * @param {Date|Date[][]} as_of The day to judge on: a cell with a date, best the named range AS_OF.
 * @param {number|number[][]} days Optional. From how many days past due on an invoice counts as late, 30 when left out.
 * @return A fraction, or a column of them, not rounded; blank where nothing was ever paid.
 * @customfunction
 */
export function LATE_RISK(customers: unknown, invoices: unknown, as_of: unknown, days?: unknown): FormulaResult {
  const read = argumentReader();
  const confirmed = confirmedTable();
  const { rows, keyOf } = readCustomers(read.table(invoices), confirmed);
  const shareOf = lateShares(rows, confirmed.tolerance);
  const args = [read.argument('customers', customers), read.argument('as_of', as_of), read.argument('days', days)];
  return mapRows(args, (customer, asOf, late) => {
    const name = customerArgument('customers', customer);
    if (name === '') return '';
    const after = numberArgument('days', late) ?? LATE_DAYS;
    if (!Number.isInteger(after) || after < 0)
      throw new BadCell('bad-days', 'days', `${after} is not a whole number of days from 0 on`);
    return shareOf(keyOf(name), needed('as_of', dayArgument('as_of', asOf)), after);
  });
}
