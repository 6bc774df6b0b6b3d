// The formulas that make a table out of the invoice table; what stands above each of them is the help that Sheets shows.
import { argumentReader, confirmedTable } from '../google/formula-arguments';
import { DEFAULT_EDGES, parseEdges } from '../receivables/aging';
import { startOfMonth } from '../receivables/day';
import { agingCells, agingReport } from '../receivables/metrics/aging-report';
import { kpiPanels } from '../receivables/metrics/kpi-panel';
import { type FormulaResult, singleCell, singleDay } from '../sheet/formulas/formula-arguments';
import { groupingBy } from '../sheet/formulas/group-column';
import { portfolioCells } from '../sheet/formulas/portfolio-table';
import { requireIssueDates, wholeTable } from '../sheet/formulas/whole-table';
import { isBlank } from '../sheet/grid';
import { hasPaymentDates } from '../sheet/read/ledger-payments';

/**
 * Makes an aging report from the invoice table: a row per customer with a column per aging bucket, unapplied credits apart and the total, the highest total first, and a total row per currency; currencies are never added. Example: =AGING_TABLE(Invoices!A1:H, AS_OF, "Region") gives a row per region, such as North, EUR, 1,000.00 current, 250.00 in 1-30 days and 1,250.00 in total.
 *
 * @param {any[][]} invoices The invoice table with its header row: customer, due date, amount or balance; invoice date, date of payment, currency and status where there are any.
 * @param {Date} as_of The day to report on: a cell with a date, best the named range AS_OF, which is brought up to date every day. For a past day the book is rebuilt from invoice and payment dates.
 * @param {string} group_by Optional. The header of the column to group by (region, business unit, product, collector), however it is written; the customer when left out.
 * @param {string} edges Optional. The upper ends of the buckets in whole days, rising, as text. "30,60,90" when left out.
 * @return A table with a header row: group, currency, the buckets, No due date, Unapplied credits (negative), Total.
 * @customfunction
 */
export function AGING_TABLE(invoices: unknown, as_of: unknown, group_by?: unknown, edges?: unknown): FormulaResult {
  const read = argumentReader();
  const edgesCell = singleCell(read.argument('edges', edges));
  const limits = isBlank(edgesCell) ? DEFAULT_EDGES : parseEdges(String(edgesCell));
  const asOf = singleDay(read.argument('as_of', as_of));
  const wanted = String(singleCell(read.argument('group_by', group_by)));
  const table = wholeTable(read.table(invoices), confirmedTable());
  const { title, groupOf } = groupingBy(wanted, table);
  return agingCells(agingReport(table.rows, asOf, groupOf, limits), title, limits);
}

/**
 * Makes a panel of the period's receivables figures from the invoice table alone, two columns per currency: beginning AR, credit sales, collections, ending AR, current AR, overdue, DSO, BPDSO, ADD, CEI, turnover, percent overdue, average days to pay, DBT, top-5 concentration, best and worst customer. Example: =AR_KPIS(Invoices!A1:H, AS_OF) gives a DSO of 26.26 for June when 5,119.85 is open on 30 June and 5,849.59 was invoiced in its 30 days.
 *
 * @param {any[][]} invoices The invoice table with its header row: customer, invoice date, due date, amount or balance, and the date of payment; currency and status where there are any.
 * @param {Date} as_of The last day of the period: a cell with a date, best the named range AS_OF, which is brought up to date every day.
 * @param {Date} from Optional. The first day of the period; the first of as_of's month when left out. Beginning AR is what was open at the close of the day before.
 * @return Two columns, label and value, for each currency one block below the other; percentages are fractions.
 * @customfunction
 */
export function AR_KPIS(invoices: unknown, as_of: unknown, from?: unknown): FormulaResult {
  const read = argumentReader();
  const asOf = singleDay(read.argument('as_of', as_of));
  const first = read.argument('from', from);
  const begins = isBlank(singleCell(first)) ? startOfMonth(asOf) : singleDay(first);
  const table = wholeTable(read.table(invoices), confirmedTable());
  requireIssueDates(table);
  return kpiPanels(table.rows, begins, asOf, hasPaymentDates(table));
}

/**
 * Cuts the portfolio by any column of the invoice table, or by segment, bucket or size as Duesheet works them out: customers, invoices, open, overdue, share overdue, share of all, DSO, days beyond terms and disputed, a row per value and a total row per currency. A column of the sheet with that header wins; "computed segment" and "computed size" always mean Duesheet's own. Example: =PORTFOLIO(Invoices!A1:H, AS_OF, "Region") gives a row per region, such as North with 1,250.00 EUR open at 3 customers, 20% of it overdue.
 *
 * @param {any[][]} invoices The invoice table with its header row: customer, due date, amount or balance; invoice date, date of payment, currency and status where there are any.
 * @param {Date} as_of The day to report on: a cell with a date, best the named range AS_OF, which is brought up to date every day. For a past day the book is rebuilt from invoice and payment dates.
 * @param {string} group_by The header of a column (region, business unit, product, collector), however it is written, or segment, bucket, size, "computed segment", "computed size"; the customer when blank.
 * @return A table with a header row. Open counts positive balances, shares are fractions, DSO is on the sales of the last 90 days, less credits; what is not billed yet has a row of its own below and is in no other figure.
 * @customfunction
 */
export function PORTFOLIO(invoices: unknown, as_of: unknown, group_by: unknown): FormulaResult {
  const read = argumentReader();
  const asOf = singleDay(read.argument('as_of', as_of));
  const wanted = String(singleCell(read.argument('group_by', group_by)));
  const confirmed = confirmedTable();
  const table = wholeTable(read.table(invoices), confirmed);
  return portfolioCells(wanted, table, asOf, confirmed.segmentation);
}
