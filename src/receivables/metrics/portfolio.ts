// The portfolio by any group of invoices: per currency what is open, how late it is, how much hangs on it; unbilled work apart.
import { lastPaidOn } from '../dated-payments';
import type { Day } from '../day';
import type { Invoice, InvoiceRow } from '../invoice';
import { isCredit, isReceivable, isWhollyDisputed } from '../invoice-status';
import { byCurrency, type Group, TOTAL_LABEL, toldApart } from './aging-report';
import { daysSalesOutstanding } from './dso';
import { chargeOf } from './period-figures';

/** The sales that DSO of a portfolio goes by: those of so many days up to the as-of day. */
const SALES_DAYS = 90;

/** Settled invoices of so many days count in days beyond terms, as they do in segments. */
const LOOKBACK = 365;

/** What the lines of unbilled work are called. */
export const UNBILLED_LABEL = 'Unbilled';

/** One group in one currency; amounts in minor units. */
export interface PortfolioLine {
  key: string;
  label: string;
  currency: string;
  /** Those with a positive balance. */
  customers: number;
  invoices: number;
  /** Positive balances, and those of them at least a day past due. */
  open: number;
  overdue: number;
  /** Of the open money of the currency, 0 to 1; null where nothing is open. */
  share: number | null;
  /** Days: open less credits, over the sales of the last 90 days; null without sales. */
  dso: number | null;
  /** Days late weighted by amount, early payment as 0; null where nothing was paid or is past due. */
  beyondTerms: number | null;
  disputed: number;
}

/** Work that is not billed yet, in no other figure. */
export type UnbilledLine = Pick<PortfolioLine, 'key' | 'label' | 'currency' | 'customers' | 'invoices' | 'open'>;

/** A portfolio by groups. */
export interface Portfolio {
  /** Currencies in alphabetical order, in each the most open first or in the order that was asked for. */
  lines: PortfolioLine[];
  /** One for each currency. */
  totals: PortfolioLine[];
  unbilled: UnbilledLine[];
}

/** How a portfolio is cut. */
export interface PortfolioCut {
  /** The group of an invoice; null where it has none: then it counts in the total alone. */
  groupOf: (invoice: Invoice) => Group | null;
  /** What of an open invoice is disputed, minor units; all of what its row says is disputed where left out. */
  disputedOf?: (invoice: Invoice) => number;
  /** Whether sales belong to no group: then each has its days of the sales of all, and they add up to the DSO of all. */
  salesOfAll?: boolean;
  /** Keys of groups in the order of the lines; the most open first where left out. */
  order?: readonly string[];
  /** Whether invoice dates are known: without them there are no sales of a period, and no DSO. */
  hasIssueDates: boolean;
}

interface Sums {
  customers: Set<string>;
  invoices: number;
  open: number;
  overdue: number;
  /** Open less credits. */
  net: number;
  hasCredits: boolean;
  sales: number;
  weight: number;
  weightedDays: number;
  disputed: number;
}

interface GroupSums {
  key: string;
  label: string;
  detail: string;
  byCurrency: Map<string, Sums>;
}

/**
 * The portfolio on a day. Only claims count: drafts and what is not billed yet stand in `unbilled`, void rows and retentions nowhere.
 * Currencies are never added. DSO as the Credit Research Foundation defines it, on 90 days; days beyond terms weighted by amount as
 * Experian does: settled in the last 365 days, or open and past due; wholly disputed invoices and credits are left out of it.
 * @param book the invoices as of the day
 * @param rows the rows they were read from; unbilled work is taken from there, also where its invoice date is yet to come
 * @param asOf the day
 * @example portfolio(book, rows, asOf, { groupOf, hasIssueDates: true }).totals[0].open // 530_10
 */
export function portfolio(
  book: readonly Invoice[],
  rows: readonly InvoiceRow[],
  asOf: Day,
  cut: PortfolioCut,
): Portfolio {
  const groups = new Map<string, GroupSums>();
  const total: GroupSums = { key: '', label: TOTAL_LABEL, detail: '', byCurrency: new Map() };
  for (const invoice of book) {
    if (!isReceivable(invoice)) continue;
    const group = cut.groupOf(invoice);
    if (group) addInvoice(sumsOf(groupIn(groups, group), invoice.currency), invoice, asOf, cut);
    addInvoice(sumsOf(total, invoice.currency), invoice, asOf, cut);
  }
  const list = [...groups.values()];
  const nameOf = toldApart(list);
  const line = (group: GroupSums, currency: string, sums: Sums): PortfolioLine => {
    const all = sumsOf(total, currency);
    const own = { key: group.key, label: nameOf(group), currency };
    return { ...own, ...figuresOf(sums, all, cut) };
  };
  const currencies = [...total.byCurrency].filter(([, sums]) => isShown(sums)).map(([currency]) => currency);
  currencies.sort(byCurrency);
  const places = new Map(cut.order?.map((key, at) => [key, at]));
  const byPlace = (a: PortfolioLine, b: PortfolioLine): number =>
    (places.get(a.key) ?? places.size) - (places.get(b.key) ?? places.size) ||
    b.open - a.open ||
    (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
  return {
    lines: currencies.flatMap((currency) =>
      list
        .flatMap((group) => {
          const sums = group.byCurrency.get(currency);
          return sums && isShown(sums) ? [line(group, currency, sums)] : [];
        })
        .sort(byPlace),
    ),
    totals: currencies.map((currency) => line(total, currency, sumsOf(total, currency))),
    unbilled: unbilledIn(rows),
  };
}

function groupIn(groups: Map<string, GroupSums>, { key, label, detail }: Group): GroupSums {
  const known = groups.get(key);
  if (!known) {
    const group = { key, label, detail, byCurrency: new Map<string, Sums>() };
    groups.set(key, group);
    return group;
  }
  // Of several spellings the first in the alphabet is shown, whatever the order of the rows.
  if (label < known.label) known.label = label;
  if (detail < known.detail) known.detail = detail;
  return known;
}

function sumsOf({ byCurrency: known }: GroupSums, currency: string): Sums {
  const found = known.get(currency);
  if (found) return found;
  const figures = { invoices: 0, open: 0, overdue: 0, net: 0, sales: 0, weight: 0, weightedDays: 0, disputed: 0 };
  const sums: Sums = { customers: new Set(), hasCredits: false, ...figures };
  known.set(currency, sums);
  return sums;
}

function addInvoice(sums: Sums, invoice: Invoice, asOf: Day, { disputedOf = whollyDisputed }: PortfolioCut): void {
  const { open, issued } = invoice;
  sums.net += open;
  if (open < 0) sums.hasCredits = true;
  if (issued !== null && issued > asOf - SALES_DAYS) sums.sales += chargeOf(invoice);
  if (open > 0) {
    const late = Math.max(0, invoice.daysPastDue ?? 0);
    sums.customers.add(invoice.customerKey);
    sums.invoices += 1;
    sums.open += open;
    if (late > 0) sums.overdue += open;
    sums.disputed += disputedOf(invoice);
    if (late > 0) addLateness(sums, invoice, open, late);
    return;
  }
  const paidOn = lastPaidOn(invoice, asOf);
  const { due } = invoice;
  if (isCredit(invoice) || paidOn === null || due === null || paidOn <= asOf - LOOKBACK) return;
  addLateness(sums, invoice, chargeOf(invoice), Math.max(0, paidOn - due));
}

function addLateness(sums: Sums, invoice: Invoice, amount: number, days: number): void {
  if (amount <= 0 || isWhollyDisputed(invoice)) return;
  sums.weight += amount;
  sums.weightedDays += amount * days;
}

function whollyDisputed(invoice: Invoice): number {
  return isWhollyDisputed(invoice) ? invoice.open : 0;
}

function isShown({ invoices, hasCredits }: Sums): boolean {
  return invoices > 0 || hasCredits;
}

type Figures = Omit<PortfolioLine, 'key' | 'label' | 'currency'>;

function figuresOf(sums: Sums, all: Sums, { salesOfAll = false, hasIssueDates }: PortfolioCut): Figures {
  const sales = salesOfAll ? all.sales : sums.sales;
  return {
    customers: sums.customers.size,
    invoices: sums.invoices,
    open: sums.open,
    overdue: sums.overdue,
    share: all.open > 0 ? sums.open / all.open : null,
    dso: hasIssueDates && sales > 0 ? daysSalesOutstanding(sums.net, sales, SALES_DAYS) : null,
    beyondTerms: sums.weight > 0 ? sums.weightedDays / sums.weight : null,
    disputed: sums.disputed,
  };
}

/** The share of a line's open money that is past due, 0 to 1; null where nothing is open. */
export function overdueShareOf({ open, overdue }: Pick<PortfolioLine, 'open' | 'overdue'>): number | null {
  return open > 0 ? overdue / open : null;
}

/** Whether a row is work that is not billed yet: a draft, or one whose status says so. */
export function isUnbilled({ status }: Pick<InvoiceRow, 'status'>): boolean {
  return status === 'draft';
}

function unbilledIn(rows: readonly InvoiceRow[]): UnbilledLine[] {
  const sums = new Map<string, { customers: Set<string>; invoices: number; open: number }>();
  for (const row of rows) {
    if (!isUnbilled(row)) continue;
    const sum = sums.get(row.currency) ?? { customers: new Set<string>(), invoices: 0, open: 0 };
    sums.set(row.currency, sum);
    sum.customers.add(row.customerKey);
    sum.invoices += 1;
    sum.open += row.balance ?? (row.amount ?? 0) - (row.paid ?? 0);
  }
  return [...sums]
    .sort(([a], [b]) => byCurrency(a, b))
    .map(([currency, { customers, invoices, open }]) => ({
      ...{ key: UNBILLED_LABEL.toLowerCase(), label: UNBILLED_LABEL, currency },
      ...{ customers: customers.size, invoices, open },
    }));
}
