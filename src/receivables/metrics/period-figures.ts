// What happened to the receivables in a period, from an invoice table alone: each currency by itself.
import { eachAsOf } from '../book';
import { lastPaidOn } from '../dated-payments';
import type { Day } from '../day';
import type { InvoiceRow } from '../invoice';
import { isCredit, isReceivable } from '../invoice-status';

/** One customer in one currency; amounts in minor units. */
export interface CustomerPeriod {
  name: string;
  /** Open at the end less credits. */
  balance: number;
  /** Amounts settled in the period or past due at its end, and the same times the days beyond terms (early counts 0). */
  weight: number;
  lateness: number;
  /** Amounts times days with early payments as negative days: tells those apart that are never late. */
  signedLateness: number;
}

/** The figures of a period in one currency; amounts in minor units. */
export interface PeriodFigures {
  currency: string;
  /** Open less credits at the close of the day before the period. */
  beginning: number;
  /** Invoiced less credited in the period. */
  creditSales: number;
  /** Open less credits at the close of the period. */
  ending: number;
  /** Positive balances at the close of the period, and those of them that are past due. */
  open: number;
  overdue: number;
  /** Invoices settled in the period: how many, days from issue to payment, amounts, and amounts times days beyond terms (early counts 0). */
  settled: number;
  daysToPay: number;
  settledAmount: number;
  lateness: number;
  customers: Map<string, CustomerPeriod>;
}

/**
 * The figures of a period per currency, in two passes over the book: as it was the day before the period, and on its last day.
 * A past day is rebuilt from issue and payment dates; drafts and void invoices are left out.
 * @param rows the invoice table
 * @param from first day of the period
 * @param asOf last day of the period
 * @example periodFigures(rows, from, asOf).get('EUR')?.ending // beginning + creditSales - what was collected
 */
export function periodFigures(rows: readonly InvoiceRow[], from: Day, asOf: Day): Map<string, PeriodFigures> {
  const currencies = new Map<string, PeriodFigures>();
  eachAsOf(rows, from - 1, (invoice, open) => {
    if (isReceivable(invoice)) figuresOf(currencies, invoice.currency).beginning += open;
  });
  eachAsOf(rows, asOf, (invoice, open) => {
    if (!isReceivable(invoice)) return;
    const figures = figuresOf(currencies, invoice.currency);
    figures.ending += open;
    if (invoice.issued !== null && invoice.issued >= from) figures.creditSales += chargeOf(invoice);
    const customer = customerOf(figures, invoice);
    customer.balance += open;
    if (open > 0) addOpen(figures, customer, open, invoice.due === null ? 0 : asOf - invoice.due);
    else if (!isCredit(invoice)) {
      const paidOn = lastPaidOn(invoice, asOf);
      if (paidOn !== null && paidOn >= from) addSettled(figures, customer, invoice, paidOn);
    }
  });
  return currencies;
}

function figuresOf(currencies: Map<string, PeriodFigures>, currency: string): PeriodFigures {
  const known = currencies.get(currency);
  if (known) return known;
  const sums = { beginning: 0, creditSales: 0, ending: 0, open: 0, overdue: 0 };
  const payments = { settled: 0, daysToPay: 0, settledAmount: 0, lateness: 0 };
  const figures: PeriodFigures = { currency, ...sums, ...payments, customers: new Map() };
  currencies.set(currency, figures);
  return figures;
}

// Of several spellings of a customer the first in the alphabet is shown, whatever the order of the rows.
function customerOf(figures: PeriodFigures, invoice: InvoiceRow): CustomerPeriod {
  const { customerKey } = invoice;
  const name = invoice.customer || invoice.customerId;
  const known = figures.customers.get(customerKey);
  if (known) {
    if (name < known.name) known.name = name;
    return known;
  }
  const customer: CustomerPeriod = { name, balance: 0, weight: 0, lateness: 0, signedLateness: 0 };
  figures.customers.set(customerKey, customer);
  return customer;
}

/** What an invoice was issued over; a table with balances alone has no more than what is left of it. */
export function chargeOf({ amount, balance, paid }: Pick<InvoiceRow, 'amount' | 'balance' | 'paid'>): number {
  return amount ?? (balance ?? 0) + (paid ?? 0);
}

function addOpen(figures: PeriodFigures, customer: CustomerPeriod, open: number, daysPastDue: number): void {
  figures.open += open;
  if (daysPastDue <= 0) return;
  figures.overdue += open;
  customer.weight += open;
  customer.lateness += open * daysPastDue;
  customer.signedLateness += open * daysPastDue;
}

function addSettled(figures: PeriodFigures, customer: CustomerPeriod, invoice: InvoiceRow, paidOn: Day): void {
  const { issued, due } = invoice;
  const amount = chargeOf(invoice);
  if (amount <= 0) return;
  if (issued !== null) {
    figures.settled += 1;
    figures.daysToPay += paidOn - issued;
  }
  if (due === null) return;
  const late = amount * Math.max(0, paidOn - due);
  figures.settledAmount += amount;
  figures.lateness += late;
  customer.weight += amount;
  customer.lateness += late;
  customer.signedLateness += amount * (paidOn - due);
}
