// The aging report: a line per customer or other group with its buckets, and a total line; each currency by itself.
import { bucketLabels, bucketOf, DEFAULT_EDGES, type Edges, NO_DUE_DATE } from '../aging';
import { eachAsOf } from '../book';
import type { Day } from '../day';
import type { InvoiceRow } from '../invoice';
import { isReceivable } from '../invoice-status';
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

/** Minor units of a currency: positive balances in the order of `agingColumns`, credits last. */
type Sums = Map<string, number[]>;

/**
 * The report on the book of a day, in one pass: in each currency the lines with something open, the highest total first, then a total
 * line. Currencies are in alphabetical order, invoices without a known one last; nothing is added across them. Order of the invoices is of
 * no concern.
 * @param rows the invoice table
 * @param asOf the day
 * @param groupOf the group of an invoice
 * @example agingReport(rows, asOf, byCustomer).map(({ label, total }) => [label, total]) // [['ACME', 12000], ['Total', 12000]]
 */
export function agingReport(
  rows: readonly InvoiceRow[],
  asOf: Day,
  groupOf: (row: InvoiceRow) => Group,
  edges: Edges = DEFAULT_EDGES,
): AgingLine[] {
  const columns = agingColumns(edges);
  const groups = new Map<string, OpenGroup>();
  const totals: Sums = new Map();
  eachAsOf(rows, asOf, (row, open) => {
    if (open === 0) return;
    const { sums } = groupIn(groups, groupOf(row));
    // What a customer may keep back has a line of its currency, and stands in no bucket.
    const isRetained = row.status === 'retained';
    if (!isReceivable(row) && !isRetained) return;
    const place = open < 0 ? columns.length : columns.indexOf(bucketOf(row.due, asOf, open, edges));
    for (const list of [sums, totals]) add(list, row.currency, columns.length + 1, place, isRetained ? 0 : open);
  });
  const lines = linesOf([...groups.values()]);
  return [...totals.keys()].sort(byCurrency).flatMap((currency) => {
    const own = lines.filter((line) => line.currency === currency).sort(byTotal);
    return [...own, lineOf(TOTAL_LABEL, currency, totals.get(currency) ?? [])];
  });
}

interface OpenGroup {
  label: string;
  detail: string;
  sums: Sums;
}

function groupIn(groups: Map<string, OpenGroup>, { key, label, detail }: Group): OpenGroup {
  const known = groups.get(key);
  if (!known) {
    const group: OpenGroup = { label, detail, sums: new Map() };
    groups.set(key, group);
    return group;
  }
  if (label < known.label) known.label = label;
  if (detail < known.detail) known.detail = detail;
  return known;
}

function add(sums: Sums, currency: string, length: number, place: number, amount: number): void {
  const known = sums.get(currency);
  if (known) known[place] = (known[place] ?? 0) + amount;
  else
    sums.set(
      currency,
      Array.from({ length }, (_, i) => (i === place ? amount : 0)),
    );
}

function linesOf(groups: readonly OpenGroup[]): AgingLine[] {
  const nameOf = toldApart(groups);
  return groups.flatMap((group) =>
    [...group.sums].map(([currency, amounts]) => lineOf(nameOf(group), currency, amounts)),
  );
}

/**
 * What groups are called in a report: their labels, with the detail where several share one.
 * @example toldApart([{ label: 'ACME', detail: '1' }, { label: 'ACME', detail: '2' }])({ label: 'ACME', detail: '1' }) // 'ACME (1)'
 */
export function toldApart(
  groups: readonly Pick<Group, 'label' | 'detail'>[],
): (group: Pick<Group, 'label' | 'detail'>) => string {
  const uses = new Map<string, number>();
  for (const { label } of groups) uses.set(label, (uses.get(label) ?? 0) + 1);
  return ({ label, detail }) =>
    (uses.get(label) ?? 0) > 1 && detail !== '' && detail !== label ? `${label} (${detail})` : label;
}

function lineOf(label: string, currency: string, amounts: readonly number[]): AgingLine {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return { label, currency, buckets: amounts.slice(0, -1), credits: amounts[amounts.length - 1] ?? 0, total };
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
