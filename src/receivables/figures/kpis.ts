// The panel of key figures: a line a month or a segment, with what was collected of the overdue and what was written off.
import { openAsOf } from '../book';
import { type Day, endOfMonth, startOfMonth } from '../day';
import type { InvoiceRow } from '../invoice';
import { isCredit, isReceivable } from '../invoice-status';
import { badDebtShare } from '../metrics/bad-debt';
import { chargeOf } from '../metrics/period-figures';
import { collectedIn, type DayFigures } from './day-figures';
import type { Goal } from './goals';
import { MONTHS, monthLabel, type Picture, segmentFigures } from './pictures';
import { type FiguresBook, monthPoints, type Point, pointAt, whyNotRebuilt } from './points';

/** So many months at most, today's among them: what lies before the pictures has its line where it was lived. */
export const MOST_MONTHS = 24;

/** What the values of a column are; `times` is a number of times. */
export type KpiUnit = 'money' | 'days' | 'share' | 'times';

/** A line of the panel. */
export interface KpiLine {
  label: string;
  /** Null where nothing can be said of it: then `why` says why. */
  figures: DayFigures | null;
  isRebuilt: boolean;
  why: string;
  /** Of what was overdue at the beginning of the month, the share that came in as money in it. */
  collectionRate: number | null;
  /** Of the sales of the month, the share that was written off; null while nothing was recorded. */
  badDebt: number | null;
  /** Written off in the month, and invoiced less credited in it, minor units. */
  writtenOff: number | null;
  sales: number | null;
}

/** The columns of the panel; `goal` names the figure that may have targets. */
export const KPI_COLUMNS: readonly {
  label: string;
  unit: KpiUnit;
  goal?: Goal['figure'];
  /** Decimal amounts are made of minor units by who shows them. */
  value: (line: KpiLine) => number | null;
}[] = [
  { label: 'Open', unit: 'money', value: ({ figures }) => figures?.open ?? null },
  { label: 'Overdue', unit: 'money', value: ({ figures }) => figures?.overdue ?? null },
  { label: '% overdue', unit: 'share', value: ({ figures }) => shareOf(figures?.overdue, figures?.open) },
  { label: 'DSO', unit: 'days', goal: 'DSO', value: ({ figures }) => figures?.dso ?? null },
  { label: 'Best possible DSO', unit: 'days', value: ({ figures }) => figures?.bestDso ?? null },
  { label: 'ADD', unit: 'days', value: ({ figures }) => figures?.add ?? null },
  { label: 'CEI', unit: 'share', goal: 'CEI', value: ({ figures }) => figures?.cei ?? null },
  { label: 'Turnover', unit: 'times', value: ({ figures }) => figures?.turnover ?? null },
  { label: 'Days to pay', unit: 'days', value: ({ figures }) => figures?.daysToPay ?? null },
  { label: 'Came in', unit: 'money', value: ({ figures }) => figures?.collected ?? null },
  { label: 'Collection rate', unit: 'share', value: ({ collectionRate }) => collectionRate },
  { label: 'Written off', unit: 'money', value: ({ writtenOff }) => writtenOff },
  { label: 'Bad debt', unit: 'share', value: ({ badDebt }) => badDebt },
];

function shareOf(part: number | null | undefined, whole: number | null | undefined): number | null {
  return part === null || part === undefined || !whole ? null : part / whole;
}

/**
 * The collection rate of a period: of what was overdue at its start, the share that came in as money in it; credit notes and write-offs are
 * none. It tells what became of the old, where CEI tells of all that could be collected.
 * @param rows of one currency
 * @param from first day: overdue is what was so at the close of the day before
 * @param to last day
 * @returns a fraction; null where nothing was overdue
 * @example collectionRate(rows, startOfMonth(asOf), asOf) // 0.34
 */
export function collectionRate(rows: readonly InvoiceRow[], from: Day, to: Day): number | null {
  let [overdue, came] = [0, 0];
  for (const row of rows) {
    const { due } = row;
    if (due === null || due >= from - 1 || !isReceivable(row) || isCredit(row)) continue;
    const open = openAsOf(row, from - 1) ?? 0;
    if (open <= 0) continue;
    overdue += open;
    came += collectedIn(row, openAsOf(row, to) ?? 0, from, to);
  }
  return overdue > 0 ? came / overdue : null;
}

/** Invoiced less credited in a period, minor units. */
function salesIn(rows: readonly InvoiceRow[], from: Day, to: Day): number {
  return rows.reduce(
    (sum, row) =>
      isReceivable(row) && row.issued !== null && row.issued >= from && row.issued <= to ? sum + chargeOf(row) : sum,
    0,
  );
}

/** The months of a book, the latest first. @param points its points by month, for who has them already */
export function kpiMonths(book: FiguresBook, points = monthPoints(book, MONTHS)): KpiLine[] {
  const [first] = points;
  const earlier = book.history
    .filter(({ day, open }) => day < (first?.day ?? 0) && day === endOfMonth(day) && open !== null)
    .sort((a, b) => a.day - b.day)
    .slice(-(MOST_MONTHS - MONTHS))
    .map(({ day }) => pointAt(book, day));
  const all = [...earlier, ...points].reverse();
  // Before the first month of which something is known one line says why there are no more.
  const told = all.map(({ figures }) => figures !== null).lastIndexOf(true);
  return all.slice(0, told + 2).map((point) => monthLine(book, point));
}

function monthLine(book: FiguresBook, { day, figures, isRebuilt, why }: Point): KpiLine {
  const { rows, asOf, history } = book;
  const from = startOfMonth(day);
  const isTold = figures !== null && whyNotRebuilt(book, from - 1) === '' && whyNotRebuilt(book, day) === '';
  // Of the month so far it is known up to the last day that was closed.
  const closed = history.filter((line) => line.day >= from && line.day <= day && line.rebuilt === '');
  const writtenOff = figures?.writtenOff ?? closed.reduce<number | null>((last, line) => line.writtenOff ?? last, null);
  const sales = isTold ? salesIn(rows, from, day) : null;
  return {
    ...{ label: monthLabel(day, asOf), figures, isRebuilt, why, writtenOff, sales },
    collectionRate: isTold && book.hasPaymentDates ? collectionRate(rows, from, day) : null,
    badDebt: writtenOff !== null && sales !== null && sales > 0 ? badDebtShare(writtenOff, sales) : null,
  };
}

/** The segments of a book as of today, the most open first. */
export function kpiSegments(book: FiguresBook): KpiLine[] {
  const { asOf, rows, segmentOf, hasPaymentDates, currency } = book;
  const from = startOfMonth(asOf);
  const isTold = hasPaymentDates && whyNotRebuilt(book, from - 1) === '';
  return segmentFigures(book, asOf, segmentOf)
    .filter((line) => line.currency === currency && Boolean(line.open || line.sales90))
    .sort((a, b) => (b.open ?? 0) - (a.open ?? 0))
    .map((figures) => {
      const own = isTold ? rows.filter(({ customerKey }) => segmentOf(customerKey) === figures.segment) : [];
      return {
        ...{ label: figures.segment, figures, isRebuilt: false, why: '', writtenOff: null, badDebt: null, sales: null },
        collectionRate: isTold ? collectionRate(own, from, asOf) : null,
      };
    });
}

/** What was written off of the sales of the months that have it recorded. */
export interface BadDebt {
  months: number;
  /** Minor units. */
  writtenOff: number;
  /** Null where there were no sales. */
  share: number | null;
}

/** Of the last twelve months; null while none has it recorded. @param months the latest first */
export function badDebtOf(months: readonly KpiLine[]): BadDebt | null {
  const told = months.slice(0, 12).filter(({ writtenOff, sales }) => writtenOff !== null && sales !== null);
  if (told.length === 0) return null;
  const sum = (of: (line: KpiLine) => number | null): number => told.reduce((all, line) => all + (of(line) ?? 0), 0);
  const [writtenOff, sales] = [sum((line) => line.writtenOff), sum((line) => line.sales)];
  return { months: told.length, writtenOff, share: sales > 0 ? badDebtShare(writtenOff, sales) : null };
}

/** Collection rate and bad debt by month as a picture, the oldest first. @param lines as `kpiMonths` gives them */
export function ratesPicture(lines: readonly KpiLine[]): Picture {
  return {
    ...{ id: 'rates', title: 'Collection rate and bad debt', kind: 'lines', unit: 'share', currency: '' },
    note: 'By month: of what was overdue at its beginning, the share that came in as money; of its sales, the share that was written off.',
    ...{ rowsAre: 'Month', series: ['Collection rate', 'Bad debt'] },
    rows: lines
      .slice(0, MONTHS)
      .reverse()
      .map(({ label, figures, isRebuilt, why, collectionRate: rate, badDebt }) => ({
        label,
        values: figures === null ? [] : [rate, badDebt],
        ...(isRebuilt ? { isRebuilt } : {}),
        ...(why === '' ? {} : { why }),
      })),
  };
}
