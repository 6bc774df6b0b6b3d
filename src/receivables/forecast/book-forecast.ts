// The forecast of a book on a day: each open invoice, the cash of the coming weeks, and how much of it may be late.
import { addUnder } from '../cash/grouped';
import type { Day } from '../day';
import type { Invoice } from '../invoice';
import { isCredit } from '../invoice-status';
import { addTo, type Totals } from '../money';
import { type AgreedPayment, type CashForecast, expectedCash, type OpenItem, WEEKS, weekEnds } from './expected-cash';
import { whyExpected } from './forecast-words';
import type { PaymentOutlook } from './payment-curve';
import type { PaymentHabits } from './payment-habits';
import { isForecast } from './payment-record';

/** What is known of an invoice beside the sheet. */
export interface KnownBeside {
  /** Why it is not for us to expect, a sentence; such invoices stand apart from every sum. */
  apart?: string;
  /** Promises that stand and instalments that are to come. */
  agreed?: readonly AgreedPayment[];
  /** Why nobody asks for it at present, a sentence. */
  paused?: string;
  /** By how many days it is paid later than others of the customer, as disputed ones are. */
  laterBy?: number;
}

/** How a book is looked at. */
export interface ForecastQuestion {
  asOf: Day;
  /** What may stay open of a paid invoice, decimal: nobody waits for it. */
  tolerance: number;
  /** From how many days past due on an invoice counts as late; 30 where nobody asks for another number. */
  lateDays?: number;
  /** How many weeks of cash. */
  weeks?: number;
  beside?(invoice: Invoice): KnownBeside;
}

/** What is expected of one open invoice. */
export interface InvoiceForecast {
  invoice: Invoice;
  /** When most likely; a promise that covers it replaces what the habit says. Null where nothing can be said. */
  expected: Day | null;
  early: Day | null;
  late: Day | null;
  /** What the habit alone says; null where nothing so old was ever paid. */
  byHabit: Day | null;
  /** The chance of being more than the days late, 0 to 1; null where nothing was ever paid. */
  lateRisk: number | null;
  /** Usual days from due; null where nothing was ever paid. */
  usualDays: number | null;
  /** How many invoices the customer has paid. */
  paidCount: number;
  /** Whether it stands apart from what is expected. */
  isApart: boolean;
  /** In words, for the collector alone. */
  why: string;
}

/** A customer in one currency. */
export interface CustomerForecast {
  customerKey: string;
  customer: string;
  currency: string;
  /** Minor units. */
  open: number;
  /** The share of it that is expected to be late; null where nothing was ever paid. */
  lateRisk: number | null;
  usualDays: number | null;
}

/** What is expected of a book. */
export interface BookForecast {
  /** In the order of the book. */
  invoices: InvoiceForecast[];
  cash: Map<string, CashForecast>;
  /** In the order of their first open invoice. */
  customers: CustomerForecast[];
  /** What stands apart, minor units by currency. */
  apart: Totals;
}

/** More than so many days past due is late, where nobody says otherwise. */
export const LATE_DAYS = 30;

/**
 * Forecasts a book: one curve gives the day, the cash and the risk of each open invoice, so that nothing contradicts. Credits, retentions
 * before their day, drafts and what is within the tolerance are left out.
 * @param habits learned from the invoice table; null where nothing was ever paid
 * @param open the invoices as of the day, settled ones may be among them
 * @example forecastBook(learnHabits(records, asOf), bookAsOf(rows, asOf), { asOf, tolerance: 0.05 }).invoices[0]?.expected
 */
export function forecastBook(
  habits: PaymentHabits | null,
  open: readonly Invoice[],
  question: ForecastQuestion,
): BookForecast {
  const { asOf, tolerance, weeks = WEEKS } = question;
  const owed = open.filter((invoice) => !isCredit(invoice) && isForecast(invoice, invoice.open, tolerance));
  const customers = new Map<string, Invoice[]>();
  for (const invoice of owed) addUnder(customers, invoice.customerKey, invoice);
  const items: OpenItem[] = [];
  const apart: Totals = {};
  const forecasts = new Map<Invoice, InvoiceForecast>();
  for (const [key, theirs] of customers) {
    const curve = habits?.curveOf(key) ?? null;
    const habit = { usualDays: curve?.usual ?? null, paidCount: habits?.paidCount(key) ?? 0 };
    for (const invoice of theirs) {
      const { currency, open: amount, due } = invoice;
      const beside = question.beside?.(invoice) ?? {};
      const outlook =
        curve && due !== null && beside.apart === undefined ? curve.outlook(due, asOf, beside.laterBy) : null;
      const paidBy = outlook ? weekEnds(asOf, weeks).map(outlook.paidBy) : [];
      if (beside.apart !== undefined) addTo(apart, currency, amount);
      else items.push({ currency, amount, paidBy, agreed: beside.agreed ?? [] });
      forecasts.set(invoice, invoiceForecast(invoice, habit, outlook, { ...question, ...beside }));
    }
  }
  const invoices = owed.flatMap((invoice) => forecasts.get(invoice) ?? []);
  return { invoices, cash: expectedCash(items, asOf, weeks), customers: customersOf(invoices), apart };
}

/**
 * The chance that an invoice is paid more than some days after it was due.
 * @param outlook null where nothing can be said
 * @example lateRisk(curve.outlook(due, asOf), due, asOf, 30) // 0.12
 */
export function lateRisk(outlook: PaymentOutlook | null, due: Day | null, asOf: Day, days: number): number | null {
  if (!outlook || due === null) return null;
  return due + days <= asOf ? 1 : 1 - outlook.paidBy(due + days);
}

function invoiceForecast(
  invoice: Invoice,
  habit: { usualDays: number | null; paidCount: number },
  outlook: PaymentOutlook | null,
  known: ForecastQuestion & KnownBeside,
): InvoiceForecast {
  const { asOf, lateDays = LATE_DAYS } = known;
  const agreed = known.apart === undefined ? lastAgreed(invoice, known) : null;
  const byHabit = outlook?.expected ?? null;
  const days = agreed === null ? (outlook ?? { expected: null, early: null, late: null }) : null;
  const forecast = {
    invoice,
    expected: days ? days.expected : agreed,
    early: days ? days.early : agreed,
    late: days ? days.late : agreed,
    byHabit,
    lateRisk: lateRisk(outlook, invoice.due, asOf, lateDays),
    ...habit,
    isApart: known.apart !== undefined,
  };
  return { ...forecast, why: whyExpected(forecast, known) };
}

/** The day on which an invoice is paid in full by what was agreed; null where that does not cover it. */
function lastAgreed({ open }: Invoice, { asOf, agreed = [] }: ForecastQuestion & KnownBeside): Day | null {
  let left = open;
  for (const { on, amount } of [...agreed].sort((a, b) => a.on - b.on)) {
    left -= amount;
    if (left <= 0) return Math.max(on, asOf + 1);
  }
  return null;
}

function customersOf(invoices: readonly InvoiceForecast[]): CustomerForecast[] {
  const customers = new Map<string, CustomerForecast & { late: number }>();
  for (const { invoice, lateRisk: risk, usualDays, isApart } of invoices) {
    if (isApart) continue;
    const { customerKey, customer, customerId, currency, open } = invoice;
    const id = `${customerKey}\n${currency}`;
    const known = customers.get(id) ?? {
      ...{ customerKey, customer: customer || customerId, currency, open: 0, late: 0, lateRisk: null, usualDays },
    };
    customers.set(id, known);
    known.open += open;
    // Of what has no due date nobody can say that it is late.
    if (risk !== null) known.late += open * risk;
    if (risk !== null) known.lateRisk = 0;
  }
  return [...customers.values()].map(({ late, ...customer }) => ({
    ...customer,
    lateRisk: customer.lateRisk === null ? null : late / customer.open,
  }));
}
