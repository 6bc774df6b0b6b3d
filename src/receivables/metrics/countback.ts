// Days sales outstanding by counting back: whole months of sales are used up, the newest first.
import { civilOf, type Day, dayOf, longDay } from '../day';
import { FormulaError } from '../formula-error';
import { sumWithoutDust, withoutDust } from '../rounding';

/** The credit sales of a month, or of a part of it: sales of one month are added up. */
export interface MonthSales {
  /** Any day of the month. */
  month: Day;
  creditSales: number;
}

/**
 * Days sales outstanding by the countback (exhaustion) method: the newest month's sales are taken off the receivables and its days
 * counted, then the month before, until the rest is a part of a month's sales and counts that part of its days. Real month lengths.
 * Source: Oracle Hyperion Financial Management, DSO function (exhaustion method); its printed table adds up wrongly (179.7 for 166.33).
 * @param receivables open receivables at the end of the newest month
 * @param months sales by month, in any order
 * @param through the last day of a month that is not over: its days up to then are counted, also before anything is sold in it; left out
 *   where every month is whole
 * @throws FormulaError `history-too-short`, `month-without-sales`, `no-number` without any month, `negative-receivables`
 * @example receivables 150 with June 100 and May 100 // 45.5: June's 30 days and half of May's 31
 */
export function countbackDso(receivables: number, months: readonly MonthSales[], through?: Day): number {
  if (receivables < 0) {
    const sentence = 'credits are more than what is open, so there is nothing to count back.';
    throw new FormulaError('negative-receivables', `receivables: ${sentence}`);
  }
  const sales = salesByMonth(months);
  const indexes = [...sales.keys()];
  if (indexes.length === 0) throw new FormulaError('no-number', 'month: there is no month to count back from.');
  const oldest = indexes.reduce((least, index) => Math.min(least, index));
  const running = through === undefined ? null : indexOf(through);
  let index = running ?? indexes.reduce((most, one) => Math.max(most, one));
  let rest = receivables;
  let days = 0;
  while (rest > 0) {
    if (index < oldest) throw tooShort(oldest);
    const sold = sumWithoutDust(sales.get(index) ?? []);
    const length = (index === running ? (through ?? 0) + 1 : firstDay(index + 1)) - firstDay(index);
    if (!(sold > 0) && index !== running) throw withoutSales(index);
    if (rest < sold) return withoutDust(days + (rest / sold) * length);
    days += length;
    rest = sumWithoutDust([rest, -sold]);
    index -= 1;
  }
  return days;
}

// Months are numbered through the years: year times 12 plus the month from 0.
function salesByMonth(months: readonly MonthSales[]): Map<number, number[]> {
  const sales = new Map<number, number[]>();
  for (const { month, creditSales } of months) {
    const index = indexOf(month);
    const known = sales.get(index);
    if (known) known.push(creditSales);
    else sales.set(index, [creditSales]);
  }
  return sales;
}

function indexOf(month: Day): number {
  const { year, month: ofYear } = civilOf(month);
  return year * 12 + ofYear - 1;
}

function firstDay(index: number): Day {
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1) ?? 0;
}

function nameOf(index: number): string {
  return longDay(firstDay(index)).replace(/^1 /, '');
}

function tooShort(oldest: number): FormulaError {
  const sentence = `the sales since ${nameOf(oldest)} are less than the receivables. Give earlier months as well.`;
  return new FormulaError('history-too-short', `credit_sales: ${sentence}`);
}

function withoutSales(index: number): FormulaError {
  const sentence = `there are no credit sales in ${nameOf(index)}, so DSO cannot be counted back through it.`;
  return new FormulaError(
    'month-without-sales',
    `credit_sales: ${sentence} Give its sales, or leave out later months that have not begun.`,
  );
}
