// Forecasts for formulas: a row per open invoice, the cash of the coming weeks, and how much of a customer may be late.
import { bookAsOf } from '../../receivables/book';
import type { Day } from '../../receivables/day';
import { forecastBook, LATE_DAYS, lateRisk } from '../../receivables/forecast/book-forecast';
import { WEEKS } from '../../receivables/forecast/expected-cash';
import { learnHabits, type PaymentHabits } from '../../receivables/forecast/payment-habits';
import { recordsOn } from '../../receivables/forecast/payment-record';
import { FormulaError } from '../../receivables/formula-error';
import type { InvoiceRow } from '../../receivables/invoice';
import { toDecimal } from '../../receivables/money';
import type { Cell } from '../grid';

const PAYMENT_HEADER = [
  ...['Invoice', 'Customer', 'Currency', 'Balance', 'Expected', 'Early', 'Late'],
  ...[`Over ${LATE_DAYS} days late`, 'Why'],
];
const CASH_HEADER = ['Currency', 'From', 'To', 'Expected', 'Low', 'High'];
/** Two years; further ahead nothing that is open today tells anything. */
const MOST_WEEKS = 104;

/**
 * The table of EXPECTED_PAYMENT: a row per open invoice in the order of the sheet.
 * @param tolerance balances up to it are left out, decimal
 */
export function expectedPaymentCells(rows: readonly InvoiceRow[], asOf: Day, tolerance: number): Cell[][] {
  const { invoices } = forecastBook(habitsOf(rows, asOf, tolerance), bookAsOf(rows, asOf), { asOf, tolerance });
  return [
    PAYMENT_HEADER,
    ...invoices.map(({ invoice, expected, early, late, lateRisk: risk, why }): Cell[] => {
      const { customer, customerId, currency, open } = invoice;
      return [
        ...[invoice.invoice, customer || customerId, currency, toDecimal(open, currency)],
        ...[expected, early, late].map((day): Cell => (day === null ? '' : { day })),
        ...[risk ?? '', why],
      ];
    }),
  ];
}

/**
 * The table of CASH_FORECAST: per currency a row per week, then what is not expected within them.
 * @param weeks how many; null for thirteen
 * @throws FormulaError `bad-weeks`
 */
export function cashForecastCells(
  rows: readonly InvoiceRow[],
  asOf: Day,
  tolerance: number,
  weeks: number | null,
): Cell[][] {
  const count = weeks ?? WEEKS;
  if (!Number.isInteger(count) || count < 1 || count > MOST_WEEKS)
    throw new FormulaError('bad-weeks', `weeks must be a whole number from 1 to ${MOST_WEEKS}, not ${count}.`);
  const { cash } = forecastBook(habitsOf(rows, asOf, tolerance), bookAsOf(rows, asOf), {
    asOf,
    tolerance,
    weeks: count,
  });
  return [
    CASH_HEADER,
    ...[...cash].flatMap(([currency, forecast]): Cell[][] => {
      const money = (minor: number): number => toDecimal(Math.round(minor), currency);
      return [
        ...forecast.weeks.map(({ from, to, expected, low, high }): Cell[] => [
          ...[currency, { day: from }, { day: to }, money(expected), money(low), money(high)],
        ]),
        [currency, `Not expected within ${count} weeks`, '', money(forecast.beyond), '', ''],
      ];
    }),
  ];
}

function habitsOf(rows: readonly InvoiceRow[], asOf: Day, tolerance: number): PaymentHabits | null {
  return learnHabits(recordsOn(rows, asOf, tolerance), asOf);
}

/**
 * Looks up the share of a customer's open money that is expected to be late, the highest of several currencies; of who owes nothing now
 * the chance for a new invoice at their usual terms.
 * @returns '' where nothing was ever paid
 */
export function lateShares(
  rows: readonly InvoiceRow[],
  tolerance: number,
): (key: string, asOf: Day, days: number) => number | '' {
  const known = new Map<string, (key: string) => number | ''>();
  return (key, asOf, days) => {
    const id = `${asOf}|${days}`;
    const shareOf = known.get(id) ?? sharesOn(rows, tolerance, asOf, days);
    known.set(id, shareOf);
    return shareOf(key);
  };
}

function sharesOn(
  rows: readonly InvoiceRow[],
  tolerance: number,
  asOf: Day,
  lateDays: number,
): (key: string) => number | '' {
  const habits = habitsOf(rows, asOf, tolerance);
  const { customers } = forecastBook(habits, bookAsOf(rows, asOf), { asOf, tolerance, lateDays });
  const highest = new Map<string, number>();
  for (const { customerKey, lateRisk: risk } of customers)
    if (risk !== null) highest.set(customerKey, Math.max(risk, highest.get(customerKey) ?? 0));
  return (key) => {
    const open = highest.get(key);
    if (open !== undefined || !habits) return open ?? '';
    const theirs = rows.filter(({ customerKey }) => customerKey === key);
    const due = asOf + medianTerms(theirs.length > 0 ? theirs : rows);
    return lateRisk(habits.curveOf(key).outlook(due, asOf), due, asOf, lateDays) ?? '';
  };
}

function medianTerms(rows: readonly InvoiceRow[]): number {
  const terms = rows.flatMap(({ issued, due }) => (issued === null || due === null ? [] : [Math.max(0, due - issued)]));
  return terms.sort((a, b) => a - b)[terms.length >> 1] ?? 0;
}
