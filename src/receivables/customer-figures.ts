// What each customer's invoices add up to, per currency: the figures that segments are decided on.
import { lastPaidOn } from './dated-payments';
import type { Day } from './day';
import type { Invoice } from './invoice';
import { isCredit, isReceivable, isWhollyDisputed } from './invoice-status';
import type { SegmentSettings } from './segment-settings';

/** The trailing window of invoiced amounts, in days. */
export const INVOICED_DAYS = 365;

/** One customer in one currency; amounts in minor units. */
export interface CurrencyFigures {
  /** Sum of the amounts whose days are known (settled in the lookback, or open and past due). */
  weight: number;
  /** Sum of amount times days beyond terms over the same. */
  weightedDays: number;
  /** Open balances of the invoices that count for behaviour, and the part of them that is old. */
  balance: number;
  oldBalance: number;
  /** Open balances less credits. */
  net: number;
  /** Invoiced less credited in the trailing 365 days. */
  invoiced: number;
  /** Settled in the lookback with an issue date: how many, and the sum of their days from issue to payment. */
  timed: number;
  daysToPay: number;
}

/** One customer's figures. */
export interface CustomerFigures {
  key: string;
  name: string;
  /** Whether any invoice was ever settled: without, there is no history. */
  history: boolean;
  /** Invoices settled in the lookback whose days beyond terms are known. */
  closed: number;
  /** Those of them paid by the due date. */
  onTime: number;
  /** Days past due of the oldest open invoice; 0 when nothing is. */
  worst: number;
  currencies: Map<string, CurrencyFigures>;
}

/**
 * The figures of every customer, in one pass over the book.
 * Disputed invoices are left out of the behaviour where the settings say so, credits and drafts always.
 * @param book the invoices as of the day
 * @param asOf the day
 */
export function customerFigures(
  book: readonly Invoice[],
  asOf: Day,
  settings: SegmentSettings,
): Map<string, CustomerFigures> {
  const customers = new Map<string, CustomerFigures>();
  for (const invoice of book) {
    if (!isReceivable(invoice)) continue;
    const customer = customerOf(customers, invoice);
    const figures = currencyOf(customer, invoice.currency);
    figures.net += invoice.open;
    addInvoiced(figures, invoice, asOf);
    if (isCredit(invoice)) continue;
    if (isWhollyDisputed(invoice) && settings.excludeDisputed) continue;
    if (invoice.open > 0) addOpen(customer, figures, invoice, settings);
    else addSettled(customer, figures, invoice, asOf, settings);
  }
  return customers;
}

function customerOf(customers: Map<string, CustomerFigures>, invoice: Invoice): CustomerFigures {
  const known = customers.get(invoice.customerKey);
  if (known) return known;
  const customer: CustomerFigures = {
    key: invoice.customerKey,
    name: invoice.customer || invoice.customerId,
    history: false,
    closed: 0,
    onTime: 0,
    worst: 0,
    currencies: new Map(),
  };
  customers.set(invoice.customerKey, customer);
  return customer;
}

function currencyOf(customer: CustomerFigures, currency: string): CurrencyFigures {
  const known = customer.currencies.get(currency);
  if (known) return known;
  const figures: CurrencyFigures = {
    weight: 0,
    weightedDays: 0,
    balance: 0,
    oldBalance: 0,
    net: 0,
    invoiced: 0,
    timed: 0,
    daysToPay: 0,
  };
  customer.currencies.set(currency, figures);
  return figures;
}

// A table without issue dates still tells roughly when: an invoice is never issued after it is due.
function addInvoiced(figures: CurrencyFigures, invoice: Invoice, asOf: Day): void {
  const issued = invoice.issued ?? (invoice.due === null ? asOf : Math.min(invoice.due, asOf));
  if (issued > asOf - INVOICED_DAYS) figures.invoiced += invoice.amount ?? invoice.open;
}

// An open invoice past due has been late for at least as many days as it is now.
function addOpen(
  customer: CustomerFigures,
  figures: CurrencyFigures,
  invoice: Invoice,
  settings: SegmentSettings,
): void {
  const days = invoice.daysPastDue ?? 0;
  figures.balance += invoice.open;
  if (days > settings.oldDays) figures.oldBalance += invoice.open;
  if (days <= 0) return;
  customer.worst = Math.max(customer.worst, days);
  figures.weight += invoice.open;
  figures.weightedDays += invoice.open * days;
}

function addSettled(
  customer: CustomerFigures,
  figures: CurrencyFigures,
  invoice: Invoice,
  asOf: Day,
  settings: SegmentSettings,
): void {
  if ((invoice.amount ?? 0) <= 0 && invoice.amount !== null) return;
  customer.history = true;
  const paidOn = lastPaidOn(invoice, asOf);
  if (paidOn === null || invoice.due === null || paidOn <= asOf - settings.lookback) return;
  const amount = invoice.amount ?? invoice.paid ?? 0;
  customer.closed += 1;
  if (paidOn <= invoice.due) customer.onTime += 1;
  figures.weight += amount;
  figures.weightedDays += amount * Math.max(0, paidOn - invoice.due);
  if (invoice.issued === null) return;
  figures.timed += 1;
  figures.daysToPay += paidOn - invoice.issued;
}

/** Days beyond terms weighted by amount, in the currency where it is worst; null when nothing is known. */
export function daysBeyondTerms(customer: CustomerFigures): number | null {
  return worstOf(customer, (figures) => (figures.weight > 0 ? figures.weightedDays / figures.weight : null));
}

/** The share of the open balance that is old, in the currency where it is highest; 0 with nothing open. */
export function oldShareOf(customer: CustomerFigures): number {
  return worstOf(customer, (figures) => (figures.balance > 0 ? figures.oldBalance / figures.balance : null)) ?? 0;
}

/** The highest of a figure over the customer's currencies, which are never added; null when none has it. */
export function worstOf(
  customer: CustomerFigures,
  figure: (figures: CurrencyFigures, currency: string) => number | null,
): number | null {
  let worst: number | null = null;
  for (const [currency, figures] of customer.currencies) {
    const value = figure(figures, currency);
    if (value !== null && (worst === null || value > worst)) worst = value;
  }
  return worst;
}
