// The figures of a day, a line a currency: what AR History keeps, and what the pictures of past months are drawn from.
import { bucketLabels, bucketOf } from '../aging';
import { eachAsOf } from '../book';
import { lastPaidOn } from '../dated-payments';
import { type Day, startOfMonth } from '../day';
import { FormulaError } from '../formula-error';
import type { InvoiceRow } from '../invoice';
import { isCredit, isReceivable } from '../invoice-status';
import { collectionEffectiveness } from '../metrics/collection-effectiveness';
import { countbackDso } from '../metrics/countback';
import { averageDaysDelinquent, bestPossibleDso, daysSalesOutstanding } from '../metrics/dso';
import { chargeOf } from '../metrics/period-figures';
import { receivablesTurnover } from '../metrics/turnover';
import { toDecimal } from '../money';

/** Windows of sales, in days. */
export const QUARTER_DAYS = 90;
const YEAR_DAYS = 365;

/** A window of sales is covered by a table whose first invoice is at most so many days younger than the window. */
const LEAST_COVER = 31;

/** The names of the buckets that hold days. */
export const BUCKETS = bucketLabels();

/** What is counted beside the invoices, month to date; null where nothing tells. */
export interface Beside {
  promisesDue: number | null;
  promisesKept: number | null;
  mails: number | null;
  calls: number | null;
}

export const NOTHING_BESIDE: Beside = { promisesDue: null, promisesKept: null, mails: null, calls: null };

/** The figures of one day in one currency, of everybody or of one segment. Amounts are minor units, shares fractions; null: cannot be said. */
export interface DayFigures extends Beside {
  day: Day;
  currency: string;
  /** '' for everybody. */
  segment: string;
  /** Positive balances, those of them past due, and all by age as `BUCKETS`; what has no due date is in none of them. */
  open: number | null;
  overdue: number | null;
  buckets: readonly (number | null)[];
  disputed: number | null;
  /** Invoiced less credited in the 90 and in the 365 days up to the day. */
  sales90: number | null;
  sales365: number | null;
  /** Open less credits times 90 over the sales of 90 days; the same by counting back; of what is not due; of what is overdue. */
  dso: number | null;
  countback: number | null;
  bestDso: number | null;
  add: number | null;
  /** Of what could be collected since the first of the month, the share that was. */
  cei: number | null;
  /** Sales of 365 days over what is open less credits. */
  turnover: number | null;
  /** From issue to payment, of what was settled in the 90 days. */
  daysToPay: number | null;
  /** Month to date: money alone; credit notes; what was written off, where the table tells. */
  collected: number | null;
  credits: number | null;
  writtenOff: number | null;
  /** '' for a day that was lived; else that it was rebuilt, or why it could not be. */
  rebuilt: string;
}

/** The fields of a line in a fixed order, the buckets behind them: a line is packed so where many of them travel. */
const FIELDS = [
  ...(['day', 'currency', 'segment', 'rebuilt', 'open', 'overdue', 'disputed', 'sales90', 'sales365'] as const),
  ...(['dso', 'countback', 'bestDso', 'add', 'cei', 'turnover', 'daysToPay', 'collected', 'credits'] as const),
  ...(['writtenOff', 'promisesDue', 'promisesKept', 'mails', 'calls'] as const),
] satisfies readonly Exclude<keyof DayFigures, 'buckets'>[];

/** A line as a list. @example unpackedFigures(packedFigures(line)) // the same line */
export function packedFigures(line: DayFigures): (string | number | null)[] {
  return [...FIELDS.map((field) => line[field]), ...line.buckets];
}

/** The line of a list. */
export function unpackedFigures(packed: readonly (string | number | null)[]): DayFigures {
  const fields = Object.fromEntries(FIELDS.map((field, at) => [field, packed[at] ?? null]));
  const buckets = packed.slice(FIELDS.length).map((value) => (typeof value === 'number' ? value : null));
  return { ...(fields as unknown as Omit<DayFigures, 'buckets'>), buckets };
}

/** What the figures of a day are made from. */
export interface DayBook {
  rows: readonly InvoiceRow[];
  /** Whether the table has dates of payment: without them no past day can be rebuilt. */
  hasPaymentDates: boolean;
  /** What of an invoice's open amount is in dispute, minor units; null where that is not known of the day. */
  disputedOf: ((row: InvoiceRow, open: number) => number) | null;
}

/**
 * The figures of a day, currencies in the order in which they come, in one pass. The same as AR_KPIS and AGING_TABLE give of the same rows:
 * DSO, BPDSO, ADD and days to pay of the 90 days up to it, CEI of its month, turnover of 365 days, buckets of the day.
 * A window that begins long before the first invoice of the table says nothing: its figures are null.
 * @param asOf the day
 * @example dayFigures({ rows, hasPaymentDates: true, disputedOf: null }, asOf)[0]?.overdue
 */
export function dayFigures(book: DayBook, asOf: Day): DayFigures[] {
  return [...daySums(book, asOf)].map(([currency, sums]) => figuresOf(book, asOf, currency, sums));
}

/** What one pass over a book adds up in one currency, minor units. */
interface DaySums {
  /** The first day of issue. */
  first: Day;
  /** Open less credits on the day, and at the close of the month before; positive balances; of them those past due. */
  ending: number;
  beginning: number;
  open: number;
  overdue: number;
  buckets: number[];
  disputed: number;
  sales90: number;
  sales365: number;
  salesOfMonth: number;
  /** Credit sales by day of issue. */
  byDay: Map<Day, number>;
  /** Invoices settled in the 90 days, and their days from issue to payment. */
  settled: number;
  daysToPay: number;
  collected: number;
  credits: number;
}

function daySums({ rows, disputedOf }: DayBook, asOf: Day): Map<string, DaySums> {
  const all = new Map<string, DaySums>();
  const from = startOfMonth(asOf);
  eachAsOf(rows, asOf, (row, open) => {
    if (!isReceivable(row)) return;
    let sum = all.get(row.currency);
    if (!sum) {
      sum = emptySums(asOf);
      all.set(row.currency, sum);
    }
    sum.ending += open;
    if (open > 0) addOpen(sum, row, open, asOf);
    else addSettled(sum, row, asOf);
    if (open > 0 && disputedOf) sum.disputed += disputedOf(row, open);
    addSales(sum, row, asOf, from);
    sum.collected += collectedIn(row, open, from, asOf);
    sum.credits += creditedIn(row, from, asOf);
  });
  eachAsOf(rows, from - 1, (row, open) => {
    const sum = all.get(row.currency);
    if (sum && isReceivable(row)) sum.beginning += open;
  });
  return all;
}

function emptySums(first: Day): DaySums {
  return {
    ...{ first, ending: 0, beginning: 0, open: 0, overdue: 0, buckets: BUCKETS.map(() => 0), disputed: 0 },
    ...{
      sales90: 0,
      sales365: 0,
      salesOfMonth: 0,
      byDay: new Map(),
      settled: 0,
      daysToPay: 0,
      collected: 0,
      credits: 0,
    },
  };
}

function addOpen(sum: DaySums, { due }: InvoiceRow, open: number, asOf: Day): void {
  sum.open += open;
  if (due !== null && due < asOf) sum.overdue += open;
  const at = BUCKETS.indexOf(bucketOf(due, asOf, open));
  if (at >= 0) sum.buckets[at] = (sum.buckets[at] ?? 0) + open;
}

function addSettled(sum: DaySums, row: InvoiceRow, asOf: Day): void {
  const paidOn = lastPaidOn(row, asOf);
  const { issued } = row;
  if (paidOn === null || issued === null || paidOn <= asOf - QUARTER_DAYS) return;
  if (isCredit(row) || chargeOf(row) <= 0) return;
  sum.settled += 1;
  sum.daysToPay += paidOn - issued;
}

function addSales(sum: DaySums, row: InvoiceRow, asOf: Day, from: Day): void {
  const { issued } = row;
  if (issued === null) return;
  const charge = chargeOf(row);
  if (issued < sum.first) sum.first = issued;
  if (issued > asOf - QUARTER_DAYS) sum.sales90 += charge;
  if (issued > asOf - YEAR_DAYS) sum.sales365 += charge;
  if (issued >= from) sum.salesOfMonth += charge;
  sum.byDay.set(issued, (sum.byDay.get(issued) ?? 0) + charge);
}

/**
 * The money that came for an invoice in a period: dated payments that are no credit notes; where the table has one date of payment, what was paid
 * by it. Money that came back is taken off.
 * @param open what was open of it on the last day of the period
 */
export function collectedIn(row: InvoiceRow, open: number, from: Day, to: Day): number {
  const { payments, paidOn, amount, paid, lowered } = row;
  if (payments && payments.length > 0)
    return payments.reduce(
      (sum, { on, amount: came, isCredit: noMoney }) =>
        on === null || noMoney || on < from || on > to ? sum : sum + came,
      0,
    );
  if (paidOn === null || paidOn < from || paidOn > to || isCredit(row)) return 0;
  return paid ?? Math.max(0, (amount ?? 0) - open - (lowered?.settled ?? 0));
}

/** Credit notes of a period, as a positive amount: those with a row of their own, and those among the payments. */
function creditedIn(row: InvoiceRow, from: Day, to: Day): number {
  const { payments = [], issued } = row;
  const own = issued !== null && issued >= from && issued <= to && isCredit(row) ? -chargeOf(row) : 0;
  return payments.reduce(
    (sum, { on, amount, isCredit: isNote }) => (isNote && on !== null && on >= from && on <= to ? sum + amount : sum),
    own,
  );
}

function figuresOf({ hasPaymentDates, disputedOf }: DayBook, day: Day, currency: string, sums: DaySums): DayFigures {
  const { open, overdue, buckets } = sums;
  const money = (minor: number): number => toDecimal(minor, currency);
  const [ending, current] = [money(sums.ending), money(sums.ending - overdue)];
  const covers = (days: number): boolean => sums.first <= day - days + LEAST_COVER;
  const sales90 = covers(QUARTER_DAYS) ? sums.sales90 : null;
  const sales365 = covers(YEAR_DAYS) ? sums.sales365 : null;
  const ofQuarter = (figure: (sales: number) => number): number | null =>
    sales90 === null ? null : orNothing(() => figure(money(sales90)));
  const months = [...sums.byDay].map(([month, minor]) => ({ month, creditSales: money(minor) }));
  const cei = (): number => collectionEffectiveness(money(sums.beginning), money(sums.salesOfMonth), ending, current);
  return {
    ...NOTHING_BESIDE,
    ...{ day, currency, segment: '', rebuilt: '', open, overdue, buckets, sales90, sales365, writtenOff: null },
    disputed: disputedOf ? sums.disputed : null,
    dso: ofQuarter((sales) => daysSalesOutstanding(ending, sales, QUARTER_DAYS)),
    countback: orNothing(() => countbackDso(ending, months, day)),
    bestDso: ofQuarter((sales) => bestPossibleDso(current, sales, QUARTER_DAYS)),
    add: ofQuarter((sales) => averageDaysDelinquent(ending, current, sales, QUARTER_DAYS)),
    cei: hasPaymentDates ? orNothing(cei) : null,
    turnover: sales365 === null ? null : orNothing(() => receivablesTurnover(money(sales365), ending)),
    daysToPay: hasPaymentDates && sums.settled > 0 ? sums.daysToPay / sums.settled : null,
    collected: hasPaymentDates ? sums.collected : null,
    credits: sums.credits,
  };
}

/** A figure, or nothing where it has none: no sales, nothing to collect, too short a history. */
function orNothing(figure: () => number): number | null {
  try {
    return figure();
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
