// Where an invoice went that is gone from the sheet under its customer and number: a renaming, or another number, is found again.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { areRelated, numberKey } from '../../receivables/invoice-number';

/** An invoice as it was when it was last looked at. */
export interface InvoiceTrace {
  key: string;
  customerKey: string;
  /** Its number as displayed, '' without one. */
  invoice: string;
  issued: Day | null;
  due: Day | null;
  /** Minor units of `currency`; what was open where the sheet has no amount. */
  amount: number | null;
  currency: string;
}

/** An invoice that stands elsewhere now. */
export interface MovedInvoice {
  from: InvoiceTrace;
  to: Invoice;
}

/** A candidate; the higher the score, the more is alike. */
interface Candidate extends MovedInvoice {
  score: number;
}

/** What an invoice is to be found again by. */
export function traceOf({ key, customerKey, invoice, issued, due, amount, open, currency }: Invoice): InvoiceTrace {
  return { key, customerKey, invoice, issued, due, amount: amount ?? open, currency };
}

/**
 * The invoices that are gone under their key and stand under another one: of another customer with the same number and a date, the
 * amount or the mailbox; of the same customer with a number or dates alike; each at most once, the most alike first. What is alike in
 * too little is left out: a new invoice is more often new.
 * @param traces invoices as they were seen before, under the keys their customers have now
 * @param invoices the book of today
 * @param sharesMailbox whether a customer of before is written to at an address of an invoice
 * @example movedInvoices([traceOf(before)], [{ ...before, key: 'zebra|1', customerKey: 'zebra' }], () => false).length // 1
 */
export function movedInvoices(
  traces: readonly InvoiceTrace[],
  invoices: readonly Invoice[],
  sharesMailbox: (customerKey: string, invoice: Invoice) => boolean,
): MovedInvoice[] {
  const present = new Set(invoices.map(({ key }) => key));
  const gone = traces.filter(({ key }) => !present.has(key));
  if (gone.length === 0) return [];
  const seen = new Set(traces.map(({ key }) => key));
  const near = nearby(gone);
  const candidates = invoices
    .filter(({ key, open }) => open > 0 && !seen.has(key))
    .flatMap((to) => near(to).flatMap((from) => candidate(from, to, sharesMailbox)));
  candidates.sort((a, b) => b.score - a.score || order(a.from.key, b.from.key) || order(a.to.key, b.to.key));
  const used = new Set<InvoiceTrace | Invoice>();
  return candidates.flatMap(({ from, to }) => {
    if (used.has(from) || used.has(to)) return [];
    used.add(from).add(to);
    return [{ from, to }];
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Those that are worth a look beside an invoice: of the same number, customer, or day and amount. */
function nearby(gone: readonly InvoiceTrace[]): (to: Invoice) => InvoiceTrace[] {
  const found = new Map<string, InvoiceTrace[]>();
  for (const trace of gone) for (const place of placesOf(trace)) found.set(place, [...(found.get(place) ?? []), trace]);
  return (to) => [...new Set(placesOf(traceOf(to)).flatMap((place) => found.get(place) ?? []))];
}

function placesOf({ customerKey, invoice, due, amount, currency }: InvoiceTrace): string[] {
  return [
    `customer ${customerKey}`,
    ...(invoice === '' ? [] : [`number ${numberKey(invoice)}`]),
    ...(due === null || amount === null ? [] : [`day ${due} ${amount} ${currency}`]),
  ];
}

function candidate(
  from: InvoiceTrace,
  to: Invoice,
  sharesMailbox: (customerKey: string, invoice: Invoice) => boolean,
): Candidate[] {
  const isTheirs = from.customerKey === to.customerKey;
  const isNumber = from.invoice !== '' && numberKey(from.invoice) === numberKey(to.invoice);
  const isLike = isNumber || areRelated(from.invoice, to.invoice);
  const isDue = from.due !== null && from.due === to.due;
  const isIssued = from.issued !== null && from.issued === to.issued;
  const { amount } = traceOf(to);
  const isAmount = from.amount !== null && from.currency === to.currency && [amount, to.open].includes(from.amount);
  const isMailbox = !isTheirs && sharesMailbox(from.customerKey, to);
  const isDated = isDue || isIssued || (isAmount && isTelling(from.invoice));
  const isFound = isTheirs
    ? isNumber || (isLike && isDated) || (isDue && isAmount) || (isUnnumbered(from, to) && isCorrected(from, to))
    : isNumber
      ? isDated || isMailbox
      : isDue && isAmount && (isMailbox || (isIssued && (isLike || isUnnumbered(from, to))));
  if (!isFound) return [];
  const weights = [isTheirs && 3, isNumber && 4, isLike && 2, isDue && 2, isAmount && 2, isIssued && 1, isMailbox && 2];
  return [{ from, to, score: weights.reduce<number>((sum, one) => sum + Number(one), 0) }];
}

function isUnnumbered(from: InvoiceTrace, to: Invoice): boolean {
  return from.invoice === '' && to.invoice === '';
}

/** So many days at most a due date is corrected by; an invoice of the next month has often the same amount. */
const CORRECTION = 20;

/** Whether rows without a number differ in one cell: dates or amount were corrected. */
function isCorrected(from: InvoiceTrace, to: Invoice): boolean {
  const now = traceOf(to);
  const isAmount = from.amount === now.amount && from.currency === now.currency;
  if (from.issued !== now.issued) return from.due === now.due && isAmount;
  if (from.due === now.due) return from.due !== null || isAmount;
  const isFar = from.due !== null && now.due !== null && Math.abs(from.due - now.due) > CORRECTION;
  return isAmount && (from.issued !== null || !isFar);
}

/** Whether a number is hardly used twice: each customer has an invoice 1 where they are counted by customer. */
function isTelling(number: string): boolean {
  return (number.match(/\d/g) ?? []).length > 3;
}
