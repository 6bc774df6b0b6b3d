// Expected cash: what comes in week by week of what is open, by the chance of each invoice to be paid in it.
import type { Day } from '../day';

/** Something open that may be paid. Minor units of its currency. */
export interface OpenItem {
  currency: string;
  amount: number;
  /** The probability, by habit, that it is paid by the end of each week; nothing where none can be told. */
  paidBy: readonly number[];
  /** What the customer said would be paid when: it counts on its day, whatever the habit. */
  agreed?: readonly AgreedPayment[];
}

/** A payment that was promised, or an instalment of a plan. Minor units. */
export interface AgreedPayment {
  on: Day;
  amount: number;
}

/** A week of a forecast. Minor units, not rounded. */
export interface CashWeek {
  from: Day;
  to: Day;
  expected: number;
  /** In six weeks of ten what comes in lies between these. */
  low: number;
  high: number;
  /** What of the expected was promised. */
  promised: number;
}

/** The weeks of one currency, and what of the open is not expected within them. */
export interface CashForecast {
  weeks: CashWeek[];
  open: number;
  beyond: number;
}

/** How many weeks are looked at where nobody asks for another number. */
export const WEEKS = 13;
/** Six values in ten of a normal distribution lie within so many standard deviations. */
const SIX_IN_TEN = 0.84;

/** The last day of each week to come. @example weekEnds(0, 2) // [7, 14] */
export function weekEnds(asOf: Day, weeks = WEEKS): Day[] {
  return Array.from({ length: weeks }, (_, index) => asOf + 7 * (index + 1));
}

/**
 * The cash that is expected of what is open on a day, per currency: the sum of balance times probability, and around it the 20th and
 * 80th percentile of a normal sum of independent payments. Invoices of the future are not in it.
 * @param items what is open
 * @param asOf the day; the first week begins on the next
 * @param weeks how many
 * @example expectedCash(items, asOf).get('EUR')?.weeks[0]?.expected
 */
export function expectedCash(items: readonly OpenItem[], asOf: Day, weeks = WEEKS): Map<string, CashForecast> {
  const forecasts = new Map<string, { weeks: (CashWeek & { variance: number })[]; open: number }>();
  for (const { currency, amount, paidBy, agreed = [] } of items) {
    const forecast = forecasts.get(currency) ?? { weeks: emptyWeeks(asOf, weeks), open: 0 };
    forecasts.set(currency, forecast);
    forecast.open += amount;
    let rest = amount;
    for (const { on, amount: promised } of agreed) {
      const part = Math.min(promised, rest);
      rest -= part;
      const week = forecast.weeks.find(({ to }) => Math.max(on, asOf + 1) <= to);
      if (week) week.promised += part;
    }
    if (rest <= 0) continue;
    let before = 0;
    for (const [index, week] of forecast.weeks.entries()) {
      const by = paidBy[index] ?? 0;
      const chance = by - before;
      before = by;
      week.expected += rest * chance;
      week.variance += rest ** 2 * chance * (1 - chance);
    }
  }
  return new Map([...forecasts].map(([currency, { weeks: sums, open }]) => [currency, forecastOf(sums, open)]));
}

function emptyWeeks(asOf: Day, count: number): (CashWeek & { variance: number })[] {
  return weekEnds(asOf, count).map((to) => {
    return { from: to - 6, to, expected: 0, low: 0, high: 0, promised: 0, variance: 0 };
  });
}

function forecastOf(sums: readonly (CashWeek & { variance: number })[], open: number): CashForecast {
  const weeks = sums.map(({ variance, ...week }): CashWeek => {
    const around = SIX_IN_TEN * Math.sqrt(Math.max(0, variance));
    const expected = week.expected + week.promised;
    return { ...week, expected, low: Math.max(week.promised, expected - around), high: expected + around };
  });
  return {
    weeks,
    open,
    beyond: Math.max(
      0,
      weeks.reduce((rest, { expected }) => rest - expected, open),
    ),
  };
}
