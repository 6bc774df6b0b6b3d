// How good a forecast was: made again on past days from what was known then, and held against what came.
import { addUnder } from '../cash/grouped';
import { type Day, plusMonths, startOfMonth } from '../day';
import type { InvoiceRow } from '../invoice';
import { expectedCash, type OpenItem, WEEKS, weekEnds } from './expected-cash';
import { learnHabits } from './payment-habits';
import { type RowRecord, recordsOn } from './payment-record';

/** How near the forecasts of one currency were. */
export interface Skill {
  /** On how many month starts there was something to forecast that was paid since. */
  months: number;
  /** How many invoices were forecast; one open on two month starts counts twice. */
  forecasts: number;
  /** Days by which the expected day missed the day of payment on average. */
  mae: number;
  /** The same of the due date, or the next day where it had passed. */
  maeDueDate: number;
  /** The share paid between early and late day; six in ten where the range is right. */
  inside: number;
  /** Money that was forecast in the wrong week, over all that came; null where no week has passed or nothing came. */
  weeklyError: number | null;
  /** The same with everything put on its due date. */
  weeklyErrorDueDate: number | null;
  /** By how much the sum of thirteen weeks was off; null where none have passed. */
  totalError: number | null;
}

/** So many month starts are looked back to. */
const MONTHS = 6;
/** Where nothing so old was ever paid, the test takes so many days. */
const UNKNOWN_DAYS = 14;
/** With fewer invoices nobody can say how good a forecast is. */
const ENOUGH = 20;

/** The month starts of the six months before a day, the last first. */
export function lastMonthStarts(asOf: Day): Day[] {
  const first = startOfMonth(asOf - 1);
  return Array.from({ length: MONTHS }, (_, back) => plusMonths(first, -back));
}

/**
 * Whether the forecast of a currency is to be shown: not where it was no nearer than the due dates, in days or in the money of a week. Too
 * few invoices say nothing against it.
 * @example isWorthShowing(undefined) // true: nobody can tell
 */
export function isWorthShowing(skill: Skill | undefined): boolean {
  if (!skill || skill.forecasts < ENOUGH) return true;
  return skill.mae < skill.maeDueDate;
}

/**
 * Whether a forecast was nearer than the due dates on enough invoices to let something hang on it.
 * @example isProven(undefined) // false: nobody can tell
 */
export function isProven(skill: Skill | undefined): boolean {
  return skill !== undefined && skill.forecasts >= ENOUGH && isWorthShowing(skill);
}

/** Sums over the days tested, in one currency. */
interface Sums {
  starts: Set<Day>;
  forecasts: number;
  error: number;
  dueError: number;
  inside: number;
  weeks: { came: number; missed: number; dueMissed: number };
  total: { came: number; missed: number };
}

/**
 * The back-test: on each start the forecast is made from what was known at its end, for every invoice open then. Errors in days count the
 * invoices that were paid by `until`; money counts all of them, over starts of which thirteen weeks have passed (where none have, over the
 * weeks that have).
 * @param rows the invoice table as it reads today
 * @param starts the days on which a forecast is made
 * @param until the day up to which the table tells of payments
 * @param tolerance what may stay open of a paid invoice, decimal
 * @param withMoney false leaves the money of weeks out, where only days are asked about
 * @example backTest(rows, lastMonthStarts(asOf), asOf, 0.05).get('EUR')?.mae
 */
export function backTest(
  rows: readonly InvoiceRow[],
  starts: readonly Day[],
  until: Day,
  tolerance: number,
  withMoney = true,
): Map<string, Skill> {
  // Many lists hold what is open and nothing else.
  if (rows.every(({ paidOn, payments }) => paidOn === null && !payments)) return new Map();
  const paid = new Map(recordsOn(rows, until, tolerance).map(({ row, paidOn }) => [row, paidOn]));
  const sums = new Map<string, Sums>();
  const whole = starts.filter((start) => start + 7 * WEEKS <= until);
  for (const start of starts) {
    const counts = withMoney && (whole.length === 0 || whole.includes(start));
    testOn(recordsOn(rows, start, tolerance), start, { until, paid, counts }, sums);
  }
  return new Map([...sums].flatMap(([currency, one]) => (one.forecasts === 0 ? [] : [[currency, skillOf(one)]])));
}

/** What came of a row that was open on a start. */
interface Tested extends OpenItem {
  due: Day;
  paidOn: Day | null;
}

function testOn(
  records: readonly RowRecord[],
  start: Day,
  known: { until: Day; paid: ReadonlyMap<number, Day | null>; counts: boolean },
  all: Map<string, Sums>,
): void {
  const habits = learnHabits(records, start);
  const customers = new Map<string, RowRecord[]>();
  for (const record of records) if (record.paidOn === null) addUnder(customers, record.customerKey, record);
  const items: Tested[] = [];
  for (const [key, theirs] of customers) {
    const curve = habits?.curveOf(key);
    for (const { row, currency, due, open } of theirs) {
      const outlook = curve?.outlook(due, start);
      const paidOn = known.paid.get(row) ?? null;
      const paidBy = outlook && known.counts ? weekEnds(start).map(outlook.paidBy) : [];
      items.push({ currency, amount: open, due, paidOn, paidBy });
      if (paidOn === null || paidOn <= start) continue;
      const sums = sumsOf(all, currency);
      sums.starts.add(start);
      sums.forecasts += 1;
      sums.error += Math.abs((outlook?.expected ?? start + UNKNOWN_DAYS) - paidOn);
      sums.dueError += Math.abs(Math.max(due, start + 1) - paidOn);
      const { early, late } = outlook ?? { early: null, late: null };
      if (early !== null && late !== null && early <= paidOn && paidOn <= late) sums.inside += 1;
    }
  }
  if (!known.counts) return;
  for (const [currency, { weeks }] of expectedCash(items, start)) {
    const sums = sumsOf(all, currency);
    const theirs = items.filter((item) => item.currency === currency);
    let [came, expected] = [0, 0];
    for (const { from, to, expected: forecast } of weeks) {
      if (to > known.until) break;
      const within = (day: Day | null): boolean => day !== null && day >= from && day <= to;
      const actual = sumWhere(theirs, ({ paidOn }) => within(paidOn));
      const byDue = sumWhere(theirs, ({ due }) => within(Math.max(due, start + 1)));
      sums.weeks.came += actual;
      sums.weeks.missed += Math.abs(actual - forecast);
      sums.weeks.dueMissed += Math.abs(actual - byDue);
      came += actual;
      expected += forecast;
    }
    if (start + 7 * WEEKS > known.until) continue;
    sums.total.came += came;
    sums.total.missed += Math.abs(came - expected);
  }
}

function sumWhere(items: readonly Tested[], holds: (item: Tested) => boolean): number {
  return items.reduce((sum, item) => (holds(item) ? sum + item.amount : sum), 0);
}

function sumsOf(all: Map<string, Sums>, currency: string): Sums {
  const sums = all.get(currency) ?? {
    ...{ starts: new Set<Day>(), forecasts: 0, error: 0, dueError: 0, inside: 0 },
    ...{ weeks: { came: 0, missed: 0, dueMissed: 0 }, total: { came: 0, missed: 0 } },
  };
  all.set(currency, sums);
  return sums;
}

function skillOf({ starts, forecasts, error, dueError, inside, weeks, total }: Sums): Skill {
  const share = (part: number, all: number): number | null => (all > 0 ? part / all : null);
  return {
    months: starts.size,
    forecasts,
    mae: error / forecasts,
    maeDueDate: dueError / forecasts,
    inside: inside / forecasts,
    weeklyError: share(weeks.missed, weeks.came),
    weeklyErrorDueDate: share(weeks.dueMissed, weeks.came),
    totalError: share(total.missed, total.came),
  };
}
