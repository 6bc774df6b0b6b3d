// A month end: every item open on its last day with age and allowance, the sums by currency, and what somebody who closes looks at.
import { bucketLabels, bucketOf, DEFAULT_EDGES } from '../aging';
import { bookAsOf, type CurrencyTotals, totalsByCurrency } from '../book';
import { type Day, longDay, plusMonths } from '../day';
import type { Invoice, InvoiceRow } from '../invoice';
import { isReceivable } from '../invoice-status';
import { byCurrency } from '../metrics/aging-report';
import { allowanceByAging } from '../metrics/allowance';
import { formatMoney, toDecimal, toMinor } from '../money';
import { type FirstDue, originalDue } from './original-due';

/** A credit older than this is looked at: the customer should have used it, or have it back. */
export const OLD_CREDIT = 90;
/** Further past due than this an item stands in a list of its own. */
export const OLD_ITEM = 180;
/** Further past due than this it is proposed to be written off. */
export const WRITE_OFF_AFTER = 365;
/** So many days before a claim is time-barred it is near that. */
export const NEAR_LIMITATION = 183;

/** What a month end is made from. */
export interface MonthEndBook {
  /** The invoice table as it reads today, each customer under one key. */
  rows: readonly InvoiceRow[];
  firstDue: FirstDue;
  /** Since when the debtor is insolvent; null where that is not so. */
  insolventSince: (row: InvoiceRow) => Day | null;
  /** A loss rate per age as a fraction, current first; null where none are set. */
  rates: readonly number[] | null;
  /** After how many years a claim is time-barred; null where nobody said. */
  limitationYears: number | null;
}

/** An item that was open on the last day. */
export interface MonthItem {
  /** As of the day, `due` as figures count. */
  invoice: Invoice;
  /** The later due date that the sheet shows; null where it is the same. */
  dueNow: Day | null;
  bucket: string;
  /** Minor units; null where no rates are set. */
  allowance: number | null;
  insolventSince: Day | null;
  /** The day after which it is time-barred; null where that is not known. */
  barredOn: Day | null;
  /** Days since the day of a credit; null for what is owed, and where it has none. */
  creditAge: number | null;
}

/** What a currency needs as allowance, minor units. */
export interface Allowance {
  /** As ALLOWANCE gives it: each age times its rate. */
  byAge: number;
  /** What insolvent customers need beyond that: all they owe is doubtful. */
  insolvent: number;
  total: number;
}

/** The sums of a currency, minor units. */
export interface MonthSums extends CurrencyTotals {
  currency: string;
  /** Open less credits: what a ledger shows. */
  total: number;
  /** Null where no rates are set. */
  allowance: Allowance | null;
}

/** The books of receivables on the last day of a month. */
export interface MonthEnd {
  asOf: Day;
  /** By currency, the longest past due first. */
  items: readonly MonthItem[];
  sums: readonly MonthSums[];
}

/**
 * The open items of a day and their sums, those of AGING_TABLE, AR_KPIS and ALLOWANCE to the cent; a date that was moved after the first
 * reminder counts as it was, which those formulas cannot know.
 * @param asOf the last day of the month
 * @example monthEnd({ rows, firstDue: new Map(), insolventSince: () => null, rates: null, limitationYears: null }, asOf).sums[0]?.total
 */
export function monthEnd(book: MonthEndBook, asOf: Day): MonthEnd {
  const moved = new Map<string, Day>();
  const rows = book.rows.map((row) => {
    const due = originalDue(row, book.firstDue);
    if (due === row.due) return row;
    if (row.due !== null) moved.set(row.key, row.due);
    return { ...row, due };
  });
  const invoices = bookAsOf(rows, asOf);
  const totals = totalsByCurrency(invoices, asOf);
  const items = invoices
    .filter((invoice) => isReceivable(invoice) && invoice.open !== 0)
    .map((invoice) => itemOf(book, invoice, asOf, moved.get(invoice.key) ?? null))
    .sort((a, b) => byCurrency(a.invoice.currency, b.invoice.currency) || ageOf(b) - ageOf(a));
  const sums = Object.keys(totals)
    .sort(byCurrency)
    .flatMap((currency): MonthSums[] => {
      const own = totals[currency];
      if (!own) return [];
      const of = items.filter(({ invoice }) => invoice.currency === currency);
      return [{ ...own, currency, total: own.open + own.credits, allowance: allow(of, currency, asOf, book.rates) }];
    });
  return { asOf, items, sums };
}

function ageOf({ invoice, creditAge }: MonthItem): number {
  return creditAge ?? invoice.daysPastDue ?? Number.NEGATIVE_INFINITY;
}

function itemOf(book: MonthEndBook, invoice: Invoice, asOf: Day, dueNow: Day | null): MonthItem {
  const { due, issued, open } = invoice;
  const { limitationYears: years } = book;
  const isOwed = open > 0;
  const since = book.insolventSince(invoice);
  const dated = issued ?? due;
  return {
    ...{ invoice, dueNow, allowance: null },
    bucket: isOwed ? bucketOf(due, asOf, open) : '',
    insolventSince: isOwed && since !== null && since <= asOf ? since : null,
    barredOn: isOwed && due !== null && years !== null ? plusMonths(due, 12 * years) : null,
    creditAge: isOwed || dated === null ? null : asOf - dated,
  };
}

/** What a currency needs, and each item its part: the parts add up to the sum to the cent. */
function allow(
  items: readonly MonthItem[],
  currency: string,
  asOf: Day,
  rates: readonly number[] | null,
): Allowance | null {
  if (!rates) return null;
  const labels = bucketLabels();
  const needs = (own: readonly MonthItem[]): number => {
    const balances = own.map(({ invoice }) => toDecimal(invoice.open, currency));
    const dues = own.map(({ invoice }) => invoice.due);
    return toMinor(allowanceByAging({ balances, dues }, asOf, DEFAULT_EDGES, rates), currency);
  };
  const solvent = items.filter(({ insolventSince }) => insolventSince === null);
  const bySolvent = needs(solvent);
  let [exact, given] = [0, 0];
  let last: MonthItem | null = null;
  for (const item of items) {
    const { open } = item.invoice;
    item.allowance = item.insolventSince === null ? 0 : open;
    const rate = open > 0 ? (rates[labels.indexOf(item.bucket)] ?? 0) : 0;
    if (item.insolventSince !== null || rate === 0) continue;
    exact += open * rate;
    item.allowance = Math.round(exact) - given;
    given += item.allowance;
    last = item;
  }
  // Half a cent may fall to either side.
  if (last?.allowance !== undefined && last?.allowance !== null) last.allowance += bySolvent - given;
  const byAge = needs(items);
  const total = items.reduce((sum, { allowance }) => sum + (allowance ?? 0), 0);
  return { byAge, insolvent: total - byAge, total };
}

/** Whether a credit has lain about. */
export function isOldCredit({ creditAge }: MonthItem): boolean {
  return creditAge !== null && creditAge > OLD_CREDIT;
}

/** Whether an item is long past due. */
export function isOldItem({ invoice }: MonthItem): boolean {
  return invoice.open > 0 && (invoice.daysPastDue ?? 0) > OLD_ITEM;
}

/** Whether a claim is, or soon will be, time-barred. */
export function isNearLimitation({ barredOn }: MonthItem, asOf: Day): boolean {
  return barredOn !== null && barredOn - asOf <= NEAR_LIMITATION;
}

/** When a claim is time-barred, in words. @example 'Time-barred since 5 May 2026' */
export function barredInWords(barredOn: Day, asOf: Day): string {
  return barredOn <= asOf ? `Time-barred since ${longDay(barredOn)}` : `Time-barred after ${longDay(barredOn)}`;
}

/**
 * Why an item is proposed to be written off; '' where it is not.
 * @example 'Insolvent since 3 March 2026' or '412 days past due'
 */
export function writeOffReason({ invoice, insolventSince, barredOn }: MonthItem, asOf: Day): string {
  if (insolventSince !== null) return `Insolvent since ${longDay(insolventSince)}`;
  if (barredOn !== null && barredOn <= asOf) return barredInWords(barredOn, asOf);
  const days = invoice.open > 0 ? (invoice.daysPastDue ?? 0) : 0;
  return days > WRITE_OFF_AFTER ? `${days} days past due` : '';
}

/**
 * How what the ledger shows compares with the sheet.
 * @param total open less credits by the sheet; both in minor units
 * @example ledgerInWords(1240000, 1250000, 'EUR') // 'The ledger shows 100.00 EUR more than the sheet.'
 */
export function ledgerInWords(total: number, ledger: number, currency: string): string {
  if (ledger === total) return 'The ledger shows the same.';
  const words = ledger > total ? 'more' : 'less';
  return `The ledger shows ${formatMoney(Math.abs(ledger - total), currency)} ${words} than the sheet.`;
}

/** How an allowance moved since the last month end. @example 'Up by 120.00 EUR since the month before.' */
export function allowanceInWords(now: number, before: number, currency: string): string {
  if (now === before) return 'As at the month end before.';
  return `${now > before ? 'Up' : 'Down'} by ${formatMoney(Math.abs(now - before), currency)} since the month end before.`;
}
