// What the habits of a book say of one open invoice, worked out only where it is asked: whether it is paid soon anyway, or very late.
import { type Day, startOfMonth } from '../day';
import type { InvoiceRow } from '../invoice';
import { backTest, isProven, lastMonthStarts } from './back-test';
import { LATE_DAYS, lateRisk } from './book-forecast';
import type { PaymentCurve } from './payment-curve';
import { learnHabits, type PaymentHabits } from './payment-habits';
import { recordsOn } from './payment-record';

/** An invoice as it is asked about. */
type Asked = Pick<InvoiceRow, 'customerKey' | 'currency' | 'due'>;

/** The habits of a book. Each chance is 0 to 1; null where nothing can be said, or due dates were as near as the forecast. */
export interface PayingHabits {
  /** The chance that an invoice still open at the end of a day is paid by the end of a later one. */
  paidBy(invoice: Asked, asOf: Day, day: Day): number | null;
  /** The chance that it is paid more than 30 days after it was due. */
  lateRisk(invoice: Asked, asOf: Day): number | null;
}

/** First day of a month to the currencies in which the forecast was proven by then. */
export interface ProvenByMonth {
  get(month: Day): ReadonlySet<string> | undefined;
  set(month: Day, found: ReadonlySet<string>): unknown;
}

/**
 * The habits of a book on a day. Whether the forecast is nearer than due dates is tested on the six months before the month of that
 * day, where at least twenty invoices could be forecast: a book without such a past has nothing to say.
 * @param rows the invoice table as it reads today
 * @param asOf the day
 * @param tolerance what may stay open of a paid invoice, decimal
 * @param proven what was tested already, for whoever goes through many days
 * @example payingHabits(() => rows, asOf, 0.05).paidBy(invoice, asOf, asOf + 3) // 0.62
 */
export function payingHabits(
  rows: () => readonly InvoiceRow[],
  asOf: Day,
  tolerance: number,
  proven: ProvenByMonth = new Map<Day, ReadonlySet<string>>(),
): PayingHabits {
  let habits: PaymentHabits | null | undefined;
  let last: { key: string; curve: PaymentCurve | null } | null = null;
  const isTold = (currency: string): boolean => {
    const month = startOfMonth(asOf);
    let known = proven.get(month);
    if (!known) {
      known = provenOn(rows(), month, tolerance);
      proven.set(month, known);
    }
    return known.has(currency);
  };
  const outlookOf = ({ customerKey, due }: Asked, on: Day) => {
    if (due === null) return null;
    if (habits === undefined) habits = learnHabits(recordsOn(rows(), asOf, tolerance), asOf);
    // Each curve holds a figure for every payment of the book: one is kept, as invoices are asked about customer by customer.
    if (last?.key !== customerKey) last = { key: customerKey, curve: habits?.curveOf(customerKey) ?? null };
    return last.curve?.outlook(due, on) ?? null;
  };
  return {
    paidBy: (invoice, on, day) => (isTold(invoice.currency) ? (outlookOf(invoice, on)?.paidBy(day) ?? null) : null),
    lateRisk: (invoice, on) =>
      isTold(invoice.currency) ? lateRisk(outlookOf(invoice, on), invoice.due, on, LATE_DAYS) : null,
  };
}

function provenOn(rows: readonly InvoiceRow[], month: Day, tolerance: number): ReadonlySet<string> {
  const skills = backTest(rows, lastMonthStarts(month), month, tolerance, false);
  return new Set([...skills].flatMap(([currency, skill]) => (isProven(skill) ? [currency] : [])));
}

/**
 * Rows under the customers that their invoices count under by now: who pays them, or the name that a customer has since.
 * @param invoices of the day
 * @example rowsUnder(rows, invoices)[0]?.customerKey
 */
export function rowsUnder(rows: readonly InvoiceRow[], invoices: readonly InvoiceRow[]): InvoiceRow[] {
  const known = new Map(invoices.map((invoice) => [invoice.key, invoice]));
  return rows.map((row) => {
    const { customerKey, debtorKey, email } = known.get(row.key) ?? row;
    return { ...row, customerKey, email, ...(debtorKey === undefined ? {} : { debtorKey }) };
  });
}
