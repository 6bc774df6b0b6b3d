// The aging report: a line per customer or other group with its buckets, and a total line; each currency by itself.
import { bucketLabels, DEFAULT_EDGES, type Edges, NO_DUE_DATE } from '../aging';
import { type CurrencyTotals, totalsByCurrency } from '../book';
import type { Day } from '../day';
import type { Invoice } from '../invoice';
import { NO_CURRENCY, toDecimal } from '../money';

/** Where an invoice belongs in the report. */
export interface Group {
  /** Invoices with the same key are one line. */
  key: string;
  /** What the line is called; of several spellings the first in the alphabet. */
  label: string;
  /** Tells groups with the same label apart: the customer's id, '' without one. */
  detail: string;
}

/** A line of the report; amounts in minor units of its currency. */
export interface AgingLine {
  label: string;
  currency: string;
  /** Positive balances in the order of `agingColumns`. */
  buckets: number[];
  /** Credits and overpayments, 0 or less. */
  credits: number;
  /** Buckets and credits together. */
  total: number;
}

/** What the total lines are called. */
export const TOTAL_LABEL = 'Total';

/** The buckets of the report: those that hold days, then `No due date`. */
function agingColumns(edges: Edges = DEFAULT_EDGES): string[] {
  return [...bucketLabels(edges), NO_DUE_DATE];
}

/**
 * The report on a book: in each currency the lines with something open, the highest total first, then a total line. Currencies are in
 * alphabetical order, invoices without a known one last; nothing is added across them. Order of the invoices is of no concern.
 * @param book the invoices as they were on `asOf`
 * @param groupOf the group of an invoice
 * @example agingReport(bookAsOf(rows, asOf), asOf, byCustomer).map(({ label, total }) => [label, total]) // [['ACME', 12000], ['Total', 12000]]
 */
export function agingReport(
  book: readonly Invoice[],
  asOf: Day,
  groupOf: (invoice: Invoice) => Group,
  edges: Edges = DEFAULT_EDGES,
): AgingLine[] {
  const lines = new Map<string, AgingLine[]>();
  for (const { label, invoices } of groupsOf(book, groupOf)) {
    for (const [currency, totals] of Object.entries(totalsByCurrency(invoices, asOf, edges))) {
      const line = lineOf(label, currency, totals, edges);
      const known = lines.get(currency);
      if (known) known.push(line);
      else lines.set(currency, [line]);
    }
  }
  const totals = totalsByCurrency(book, asOf, edges);
  return [...lines.keys()].sort(byCurrency).flatMap((currency) => {
    const sum = totals[currency];
    const own = (lines.get(currency) ?? []).sort(byTotal);
    return sum ? [...own, lineOf(TOTAL_LABEL, currency, sum, edges)] : own;
  });
}

interface NamedGroup {
  label: string;
  invoices: Invoice[];
}

function groupsOf(book: readonly Invoice[], groupOf: (invoice: Invoice) => Group): NamedGroup[] {
  const groups = new Map<string, NamedGroup & { detail: string }>();
  for (const invoice of book) {
    if (invoice.open === 0) continue;
    const { key, label, detail } = groupOf(invoice);
    const known = groups.get(key);
    if (!known) groups.set(key, { label, detail, invoices: [invoice] });
    else {
      known.invoices.push(invoice);
      if (label < known.label) known.label = label;
      if (detail < known.detail) known.detail = detail;
    }
  }
  const uses = new Map<string, number>();
  for (const { label } of groups.values()) uses.set(label, (uses.get(label) ?? 0) + 1);
  return [...groups.values()].map(({ label, detail, invoices }) => {
    const shared = (uses.get(label) ?? 0) > 1 && detail !== '' && detail !== label;
    return { label: shared ? `${label} (${detail})` : label, invoices };
  });
}

function lineOf(label: string, currency: string, totals: CurrencyTotals, edges: Edges): AgingLine {
  const buckets = agingColumns(edges).map((name) => totals.buckets[name]?.amount ?? 0);
  return { label, currency, buckets, credits: totals.credits, total: totals.open + totals.credits };
}

/** Currencies in alphabetical order, none known last. */
export function byCurrency(a: string, b: string): number {
  if ((a === NO_CURRENCY) !== (b === NO_CURRENCY)) return a === NO_CURRENCY ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function byTotal(a: AgingLine, b: AgingLine): number {
  return b.total - a.total || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

/** A currency as a report shows it: blank where none is known. */
export function shownCurrency(currency: string): string {
  return currency === NO_CURRENCY ? '' : currency;
}

/**
 * The report as cells: a header row, then its lines with amounts as decimal numbers.
 * @param title header of the first column
 */
export function agingCells(lines: readonly AgingLine[], title: string, edges: Edges): (string | number)[][] {
  const header = [title, 'Currency', ...agingColumns(edges), 'Unapplied credits', TOTAL_LABEL];
  const cells = lines.map(({ label, currency, buckets, credits, total }) => [
    label,
    shownCurrency(currency),
    ...[...buckets, credits, total].map((minor) => toDecimal(minor, currency)),
  ]);
  return [header, ...cells];
}
