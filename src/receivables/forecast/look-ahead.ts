// Looking ahead in a book that is known on a day: its forecast, what changes if a customer pays later, how past weeks came out.
import { addUnder } from '../cash/grouped';
import type { Day } from '../day';
import type { Invoice, InvoiceRow } from '../invoice';
import { type BookForecast, forecastBook, type KnownBeside } from './book-forecast';
import { disputeDays } from './dispute-days';
import { expectedCash, type OpenItem, weekEnds } from './expected-cash';
import { learnHabits, type PaymentHabits } from './payment-habits';
import { type RowRecord, recordsOn } from './payment-record';

/** A book and what is known beside it. */
export interface KnownBook {
  asOf: Day;
  /** The invoice table as it reads today. */
  rows: readonly InvoiceRow[];
  /** The invoices as of the day, with what the bank tells. */
  invoices: readonly Invoice[];
  /** What may stay open of a paid invoice, decimal. */
  tolerance: number;
  /** Keys of the invoices of which it is known when they were disputed. */
  disputed: ReadonlySet<string>;
  beside(invoice: Invoice): Omit<KnownBeside, 'laterBy'>;
}

/** What a book lets expect, and what that was learned from. */
export interface LookAhead extends BookForecast {
  habits: PaymentHabits | null;
  /** By how many days a disputed invoice is paid later. */
  disputeDays: number;
}

/**
 * Learns from a book and forecasts it.
 * @example lookAhead(book).cash.get('EUR')?.weeks[0]?.expected
 */
export function lookAhead(book: KnownBook): LookAhead {
  const { asOf, rows, invoices, tolerance, disputed } = book;
  const records = recordsOn(rows, asOf, tolerance, disputed);
  const later = disputeDays(records, asOf);
  const habits = learnHabits(records, asOf, later);
  const forecast = forecastBook(habits, invoices, { asOf, tolerance, beside: besideOf(book, later) });
  return { ...forecast, habits, disputeDays: later };
}

function besideOf({ beside, disputed }: KnownBook, later: number): (invoice: Invoice) => KnownBeside {
  return (invoice) => ({ ...beside(invoice), laterBy: disputed.has(invoice.key) ? later : 0 });
}

/**
 * By how much the cash of each week changes if one customer pays everything later than expected, promises included.
 * @param customerKey who
 * @param days by how much later
 * @returns minor units a week by currency, negative where less comes in
 * @example slipOf(book, lookAhead(book), 'acme', 28).get('EUR')?.[0] // -1200
 */
export function slipOf(book: KnownBook, known: LookAhead, customerKey: string, days: number): Map<string, number[]> {
  const { asOf, tolerance } = book;
  const theirs = book.invoices.filter((invoice) => invoice.customerKey === customerKey);
  const usual = besideOf(book, known.disputeDays);
  const slipped = (invoice: Invoice): KnownBeside => {
    const { laterBy = 0, agreed = [], ...beside } = usual(invoice);
    return { ...beside, laterBy: laterBy + days, agreed: agreed.map(({ on, amount }) => ({ on: on + days, amount })) };
  };
  const before = forecastBook(known.habits, theirs, { asOf, tolerance, beside: usual }).cash;
  const after = forecastBook(known.habits, theirs, { asOf, tolerance, beside: slipped }).cash;
  return new Map(
    [...before].map(([currency, { weeks }]) => [
      currency,
      weeks.map(({ expected }, at) => (after.get(currency)?.weeks[at]?.expected ?? 0) - expected),
    ]),
  );
}

/** A week that is over: what was expected on the evening before it, and what came of what was open then. Minor units. */
export interface PastWeek {
  from: Day;
  to: Day;
  expected: number;
  low: number;
  high: number;
  came: number;
}

/**
 * The last weeks as they would have been forecast, each on the day before it began, promises apart, against what came. Invoices written
 * within a week are in neither.
 * @param count how many weeks
 * @returns by currency, the earliest week first; a currency in which nothing was open is left out
 * @example lastWeeks(rows, asOf, 8, 0.05).get('EUR')?.[7]?.came
 */
export function lastWeeks(
  rows: readonly InvoiceRow[],
  asOf: Day,
  count: number,
  tolerance: number,
): Map<string, PastWeek[]> {
  const found = new Map<string, PastWeek[]>();
  for (let back = count; back > 0; back -= 1) {
    const start = asOf - 7 * back;
    const records = recordsOn(rows, start, tolerance);
    const habits = learnHabits(records, start);
    const left = new Map(recordsOn(rows, start + 7, tolerance).map(({ row, open }) => [row, open]));
    const came = new Map<string, number>();
    const items: OpenItem[] = [];
    const customers = new Map<string, RowRecord[]>();
    for (const record of records) if (record.paidOn === null) addUnder(customers, record.customerKey, record);
    for (const [key, theirs] of customers) {
      const curve = habits?.curveOf(key);
      for (const { row, currency, due, open } of theirs) {
        const outlook = curve?.outlook(due, start);
        items.push({ currency, amount: open, paidBy: outlook ? weekEnds(start, 1).map(outlook.paidBy) : [] });
        // What is settled without money is in neither list, and nothing came of it.
        const after = left.get(row);
        const paid = after === undefined ? 0 : open - Math.min(open, Math.max(0, after));
        came.set(currency, (came.get(currency) ?? 0) + paid);
      }
    }
    for (const [currency, { weeks }] of expectedCash(items, start, 1)) {
      const [week] = weeks;
      if (!week) continue;
      const { from, to, expected, low, high } = week;
      const past = { from, to, expected, low, high, came: came.get(currency) ?? 0 };
      found.set(currency, [...(found.get(currency) ?? []), past]);
    }
  }
  return found;
}
