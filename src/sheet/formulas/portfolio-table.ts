// The table of PORTFOLIO: groups by a column of the sheet or by a word that is worked out (segment, bucket, size).
import { bucketLabels, bucketOf, NO_DUE_DATE } from '../../receivables/aging';
import { bookAsOf } from '../../receivables/book';
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { type Group, shownCurrency } from '../../receivables/metrics/aging-report';
import {
  overdueShareOf,
  type Portfolio,
  type PortfolioCut,
  type PortfolioLine,
  portfolio,
} from '../../receivables/metrics/portfolio';
import { toDecimal } from '../../receivables/money';
import { withoutDust } from '../../receivables/rounding';
import { type SegmentResult, segmentsOfBook, WITHOUT_INVOICES } from '../../receivables/segment';
import type { SegmentSettings } from '../../receivables/segment-settings';
import { groupingBy, hasHeader } from './group-column';
import type { WholeTable } from './whole-table';

/** What is worked out where no column has that header. */
export const COMPUTED = ['segment', 'bucket', 'size'] as const;

/** One of them. */
export type Computed = (typeof COMPUTED)[number];

const ALWAYS_OURS = /^computed\s+(\w+)$/;

const TITLES: Record<Computed, string> = { segment: 'Segment', bucket: 'Aging bucket', size: 'Size' };

/** A cell of the table. */
type Shown = string | number;

/** The headers behind the group. */
export const PORTFOLIO_HEADERS = [
  ...['Currency', 'Customers', 'Invoices', 'Open', 'Overdue', '% overdue', 'Share of all', 'DSO', 'Days beyond terms'],
  'Disputed',
];

/** A group that is no more than its name. */
export function namedGroup(label: string): Group {
  return { key: label.toLowerCase(), label, detail: '' };
}

/**
 * The word that `group_by` asks to be worked out; null for a column. A column with that header wins, unless `computed` stands before the word.
 * @example computedWord('Segment', detection) // 'segment', or null where the sheet has a column Segment
 */
export function computedWord(wanted: string, detection: WholeTable['detection']): Computed | null {
  const text = wanted.trim().toLowerCase();
  const word = ALWAYS_OURS.exec(text)?.[1] ?? text;
  const found = COMPUTED.find((one) => one === word) ?? null;
  return found === null || hasHeader(wanted, detection) ? null : found;
}

/** The aging bucket an invoice with something open is in; a credit is in none. */
export function bucketGroup(asOf: Day): Pick<PortfolioCut, 'groupOf' | 'salesOfAll' | 'order'> {
  const order = [...bucketLabels(), NO_DUE_DATE].map((label) => label.toLowerCase());
  const groupOf = ({ due, open }: Invoice): Group | null => (open > 0 ? namedGroup(bucketOf(due, asOf, open)) : null);
  return { groupOf, salesOfAll: true, order };
}

/** The size of an invoice's customer. */
export function sizeGroup(large: boolean): Group {
  return namedGroup(large ? 'Large' : 'SMB');
}

/** How the portfolio of a formula is cut. @throws FormulaError as `groupingBy` does */
function cutOf(
  wanted: string,
  table: WholeTable,
  book: readonly Invoice[],
  asOf: Day,
  settings: SegmentSettings,
): { title: string } & Omit<PortfolioCut, 'hasIssueDates'> {
  const word = computedWord(wanted, table.detection);
  if (word === null) return groupingBy(wanted, table);
  if (word === 'bucket') return { title: TITLES.bucket, ...bucketGroup(asOf) };
  const segments = segmentsOfBook(book, asOf, settings);
  const of = ({ customerKey }: Invoice): SegmentResult => segments.get(customerKey) ?? WITHOUT_INVOICES;
  return {
    title: TITLES[word],
    groupOf: (invoice) => (word === 'size' ? sizeGroup(of(invoice).large) : namedGroup(of(invoice).segment)),
  };
}

/**
 * The portfolio of a table as cells: a header row, per currency a row per group and a total row, then what is not billed yet.
 * @param wanted the header of a column, or `segment`, `bucket`, `size`; '' for the customer
 * @param settings thresholds of the segments, as AR Settings says
 * @throws FormulaError `no-such-column`, `several-columns` or `bad-cells`
 */
export function portfolioCells(wanted: string, table: WholeTable, asOf: Day, settings: SegmentSettings): Shown[][] {
  const book = bookAsOf(table.rows, asOf);
  const { title, ...cut } = cutOf(wanted, table, book, asOf, settings);
  const hasIssueDates = table.detection.columns.issued !== undefined;
  return [[title, ...PORTFOLIO_HEADERS], ...rowsOf(portfolio(book, table.rows, asOf, { ...cut, hasIssueDates }))];
}

function rowsOf({ lines, totals, unbilled }: Portfolio): Shown[][] {
  const own = totals.flatMap((total) => [...lines.filter(({ currency }) => currency === total.currency), total]);
  return [
    ...own.map(cellsOfLine),
    ...unbilled.map(({ label, currency, customers, invoices, open }): Shown[] => [
      ...[label, shownCurrency(currency), customers, invoices, toDecimal(open, currency)],
      ...['', '', '', '', '', ''],
    ]),
  ];
}

/** A line as cells behind one another; shares as fractions, days not rounded, blank where there is none. */
function cellsOfLine(line: PortfolioLine): Shown[] {
  const { label, currency, customers, invoices } = line;
  const money = (minor: number): number => toDecimal(minor, currency);
  const figure = (value: number | null): Shown => (value === null ? '' : withoutDust(value));
  return [
    ...[label, shownCurrency(currency), customers, invoices, money(line.open), money(line.overdue)],
    ...[overdueShareOf(line), line.share, line.dso, line.beyondTerms].map(figure),
    money(line.disputed),
  ];
}
