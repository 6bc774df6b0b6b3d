// The book as it was on a day: which invoices existed, and what of each was open.
import { bucketLabels, bucketOf, DEFAULT_EDGES, type Edges, NO_DUE_DATE } from './aging';
import type { Day } from './day';
import type { Invoice, InvoiceRow } from './invoice';
import { isReceivable } from './invoice-status';

/**
 * The book as it was on a day: an invoice issued later does not exist yet, a payment dated later has not happened.
 * A dated payment beats the status word, and the balance where that is nought or missing; what is open by the balance stays open. A
 * part payment whose amount is not known leaves the whole invoice open. A credit is negative whatever its sign in the sheet.
 * @param rows the invoice table as it reads today
 * @param asOf the day
 * @example bookAsOf([{ ...row, amount: 10000, paidOn: 20 }], 19)[0].open // 10000: paid the day after
 */
export function bookAsOf(rows: readonly InvoiceRow[], asOf: Day): Invoice[] {
  const book: Invoice[] = [];
  eachAsOf(rows, asOf, (row, open) => {
    // What is new stands in front: engines add a field to a copied object slowly.
    const invoice: Invoice = { open: 0, daysPastDue: null, ...row };
    invoice.open = open;
    invoice.daysPastDue = row.due === null ? null : asOf - row.due;
    book.push(invoice);
  });
  return book;
}

/**
 * The same, an invoice at a time: for figures that add up a whole book and keep none of it.
 * @param use one invoice with the signs and the status of the day, and what of it was open
 */
export function eachAsOf(rows: readonly InvoiceRow[], asOf: Day, use: (row: InvoiceRow, open: number) => void): void {
  for (const row of rows) {
    if (row.issued !== null && row.issued > asOf) continue;
    const signed = released(asCredit(row), asOf);
    use(signed, openOn(signed, asOf));
  }
}

/**
 * What of one invoice was open on a day, minor units; null where it did not exist yet.
 * @example openAsOf({ ...row, amount: 10000, paidOn: 20 }, 19) // 10000: paid the day after
 */
export function openAsOf(row: InvoiceRow, asOf: Day): number | null {
  return row.issued !== null && row.issued > asOf ? null : openOn(released(asCredit(row), asOf), asOf);
}

// Many exports write a credit note with a positive amount and say "credit" in the status.
function asCredit(row: InvoiceRow): InvoiceRow {
  if (row.status !== 'credit') return row;
  return { ...row, amount: negative(row.amount), balance: negative(row.balance), paid: negative(row.paid) };
}

// What a customer keeps back is owed like any other amount from its day on.
function released(row: InvoiceRow, asOf: Day): InvoiceRow {
  return row.status === 'retained' && row.due !== null && row.due <= asOf ? { ...row, status: 'open' } : row;
}

function negative(amount: number | null): number | null {
  return amount === null || amount <= 0 ? amount : -amount;
}

function openOn(row: InvoiceRow, asOf: Day): number {
  if (row.payments && row.amount !== null) {
    const happened = row.payments.filter(({ on }) => on === null || on <= asOf);
    return happened.reduce((open, payment) => open - payment.amount, row.amount);
  }
  const remainder = row.balance ?? (row.amount !== null && row.paid !== null ? row.amount - row.paid : null);
  if (row.paidOn === null) {
    if (remainder !== null) return remainder;
    return row.status === 'paid' ? 0 : (row.amount ?? 0);
  }
  if (row.paidOn > asOf) return beforePayment(row, remainder);
  if (row.balance !== null) return row.balance;
  if (remainder === null || row.amount === null) return row.status === 'part-paid' ? (row.amount ?? 0) : 0;
  return isPartOf(remainder, row.amount) || isOverpaid(remainder, row.amount) ? remainder : 0;
}

// The sheet knows one payment date: before it, the whole invoice was open.
function beforePayment(row: InvoiceRow, remainder: number | null): number {
  return row.amount ?? (row.balance !== null && row.paid !== null ? row.balance + row.paid : (remainder ?? 0));
}

function isPartOf(remainder: number, amount: number): boolean {
  return amount > 0 ? remainder > 0 && remainder < amount : remainder < 0 && remainder > amount;
}

function isOverpaid(remainder: number, amount: number): boolean {
  return amount > 0 && remainder < 0;
}

/** What is in one bucket of one currency. */
export interface BucketTotal {
  /** Minor units. */
  amount: number;
  invoices: number;
}

/** The book in one currency, in minor units. */
export interface CurrencyTotals {
  /** Positive balances only. */
  open: number;
  /** Those of them at least a day past due. */
  overdue: number;
  /** Credits and overpayments, negative or 0. */
  credits: number;
  /** What customers keep back until a later day; not in any other figure. Left out where there is none. */
  retained?: number;
  /** How many invoices have a positive balance. */
  invoices: number;
  overdueInvoices: number;
  /** The positive balances by bucket; every bucket is present, also `No due date`. */
  buckets: Record<string, BucketTotal>;
}

/**
 * The book per currency: open, overdue, credits and the aging buckets. Drafts and void invoices are left out; currencies are never added.
 * @param invoices the book as of `asOf`
 * @param edges upper edges of the buckets in days
 */
export function totalsByCurrency(
  invoices: readonly Invoice[],
  asOf: Day,
  edges: Edges = DEFAULT_EDGES,
): Record<string, CurrencyTotals> {
  const totals: Record<string, CurrencyTotals> = {};
  for (const invoice of invoices) {
    const isRetained = invoice.status === 'retained';
    if ((!isReceivable(invoice) && !isRetained) || invoice.open === 0) continue;
    const sum = totals[invoice.currency] ?? emptyTotals(edges);
    totals[invoice.currency] = sum;
    if (isRetained) sum.retained = (sum.retained ?? 0) + invoice.open;
    else if (invoice.open < 0) sum.credits += invoice.open;
    else addOpen(sum, invoice, asOf, edges);
  }
  return totals;
}

function addOpen(sum: CurrencyTotals, invoice: Invoice, asOf: Day, edges: Edges): void {
  sum.open += invoice.open;
  sum.invoices += 1;
  if (invoice.due !== null && asOf > invoice.due) {
    sum.overdue += invoice.open;
    sum.overdueInvoices += 1;
  }
  const bucket = sum.buckets[bucketOf(invoice.due, asOf, invoice.open, edges)];
  if (!bucket) return;
  bucket.amount += invoice.open;
  bucket.invoices += 1;
}

function emptyTotals(edges: Edges): CurrencyTotals {
  const buckets: Record<string, BucketTotal> = {};
  for (const label of [...bucketLabels(edges), NO_DUE_DATE]) buckets[label] = { amount: 0, invoices: 0 };
  return { open: 0, overdue: 0, credits: 0, invoices: 0, overdueInvoices: 0, buckets };
}
