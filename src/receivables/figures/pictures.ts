// The pictures of receivables, each as the table it is drawn from: for the desk, for the tab AR Dashboard, and for a file.
import { NO_DUE_DATE } from '../aging';
import { bookAsOf, openAsOf, totalsByCurrency } from '../book';
import { civilOf, type Day, endOfMonth, shortDay, startOfMonth, weekdayOf } from '../day';
import type { InvoiceRow } from '../invoice';
import { isCredit, isReceivable } from '../invoice-status';
import { byCurrency, shownCurrency } from '../metrics/aging-report';
import { chargeOf } from '../metrics/period-figures';
import { toDecimal } from '../money';
import { BUCKETS, type DayFigures, dayFigures } from './day-figures';
import type { Goal } from './goals';
import { monthEndsBefore } from './kept-days';
import { type FiguresBook, monthPoints, type Point, pointAt } from './points';

/** What the values of a picture are: decimal amounts of its currency, days, fractions, or counts. */
export type PictureUnit = 'money' | 'days' | 'share' | 'count';

/** How a picture is drawn: side by side, on top of each other, as parts of a whole, lying down, as lines. */
export type PictureKind = 'columns' | 'stacked' | 'percent' | 'bars' | 'lines';

/** A row of a picture. */
export interface PictureRow {
  label: string;
  /** In the order of the series; null where there is nothing to draw. */
  values: (number | null)[];
  /** Drawn hatched. */
  isRebuilt?: boolean;
  /** Why there is nothing to draw. */
  why?: string;
}

/** A picture with its table. */
export interface Picture {
  id: PictureId;
  title: string;
  /** How it is counted, in a sentence. */
  note: string;
  kind: PictureKind;
  unit: PictureUnit;
  /** Of its amounts; '' where it has none, or those of several. */
  currency: string;
  /** What the rows are. */
  rowsAre: string;
  series: readonly string[];
  rows: PictureRow[];
  /** Targets and benchmarks, each a line across. */
  goals?: readonly Goal[];
}

export const PICTURE_IDS = [
  'aging',
  'overdue-weeks',
  'days',
  'cei',
  'debtors',
  'segments',
  'promises',
  'cohorts',
  'past-aging',
  'rates',
  'never-asked',
] as const;

export type PictureId = (typeof PICTURE_IDS)[number];

/** So many months and weeks are drawn, today's among them. */
export const MONTHS = 13;
export const WEEKS = 13;

/** So many debtors. */
export const TOP = 10;

/** So many segments, and so many currencies in one picture. */
export const MOST_SEGMENTS = 12;
export const MOST_CURRENCIES = 12;

/** The past days whose aging stands beside today's: weeks ago. */
const WEEKS_AGO = [52, 26, 13, 8, 4, 0];

/** Days past due after which a month's invoices are looked at. */
const COHORT_DAYS = [30, 60, 90];

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A month as a picture names it. @example monthName(dayFromIso('2026-11-30')) // 'Nov 2026' */
function monthName(day: Day): string {
  const { month, year } = civilOf(day);
  return `${MONTH_NAMES[month - 1]} ${year}`;
}

/** A promise that came to its day. */
export interface PromiseDay {
  on: Day;
  isKept: boolean;
}

/**
 * The pictures of a book that the desk draws; the page has collection rate, bad debt and what nobody asked for as tables instead.
 * @param book of one currency
 * @param all the rows of every currency, of the same customers
 * @param promises of the same customers, whatever their currency, that are kept, partly kept or broken
 * @param months its points by month, for who has them already
 */
export function picturesOf(
  book: FiguresBook,
  all: readonly InvoiceRow[],
  promises: readonly PromiseDay[],
  months = monthPoints(book, MONTHS),
): Picture[] {
  const goalsOf = (figure: Goal['figure']): Pick<Picture, 'goals'> => ({
    goals: (book.goals ?? []).filter((goal) => goal.figure === figure),
  });
  return [
    agingPicture(all, book.asOf),
    overdueByWeek(book),
    { ...daysPicture(book, months), ...goalsOf('DSO') },
    { ...ceiPicture(months), ...goalsOf('CEI') },
    topDebtors(book),
    segmentsPicture(book),
    promisesPicture(book.asOf, promises),
    cohortsPicture(book),
    pastAging(book),
  ];
}

/** What is open by age, a row a currency: the buckets of AGING_TABLE. */
function agingPicture(rows: readonly InvoiceRow[], asOf: Day): Picture {
  const totals = totalsByCurrency(bookAsOf(rows, asOf), asOf);
  const series = [...BUCKETS, NO_DUE_DATE];
  const shown = Object.keys(totals).filter((code) => (totals[code]?.open ?? 0) > 0);
  return {
    ...picture('aging', 'Open by age', 'What is open today by days past due, each currency by itself.'),
    ...{ kind: 'percent', unit: 'money', rowsAre: 'Currency', series },
    rows: shown
      .sort(byCurrency)
      .slice(0, MOST_CURRENCIES)
      .map((code) => ({
        label: shownCurrency(code),
        values: series.map((bucket) => toDecimal(totals[code]?.buckets[bucket]?.amount ?? 0, code)),
      })),
  };
}

/** What was overdue at the end of each week. */
function overdueByWeek(book: FiguresBook): Picture {
  const { asOf, currency } = book;
  const last = asOf - weekdayOf(asOf);
  const ends = Array.from({ length: WEEKS - 1 }, (_, back) => last - 7 * (WEEKS - 2 - back));
  const days = [...ends, asOf];
  return {
    ...picture(
      'overdue-weeks',
      'Overdue by week',
      'What was past due at the end of each week, a Sunday; the last is today.',
      currency,
    ),
    ...{ kind: 'columns', unit: 'money', rowsAre: 'Week to', series: ['Overdue'] },
    rows: days.map((day) =>
      rowAt(pointAt(book, day), shortDay(day, asOf), ({ overdue }) => [decimal(overdue, currency)]),
    ),
  };
}

/** Days of sales that are open: not due, and overdue. */
function daysPicture({ asOf }: FiguresBook, months: readonly Point[]): Picture {
  return {
    ...picture(
      'days',
      'Days of sales that are open',
      'By month: what is not due (best possible DSO) and what is overdue (ADD) in days of the sales of 90 days; together DSO. Beside it DSO by counting back.',
    ),
    ...{
      kind: 'lines',
      unit: 'days',
      rowsAre: 'Month',
      series: ['DSO', 'Best possible DSO', 'ADD (overdue)', 'DSO, counted back'],
    },
    rows: months.map((point) =>
      rowAt(point, monthLabel(point.day, asOf), ({ dso, bestDso, add, countback }) => [dso, bestDso, add, countback]),
    ),
  };
}

function ceiPicture(months: readonly Point[]): Picture {
  const last = months[months.length - 1]?.day ?? 0;
  return {
    ...picture(
      'cei',
      'Collected of what could be collected (CEI)',
      'By month: of what was open at its beginning and sold in it, less what is not due, the share that was collected; credit notes count. Beside it the share that came as money alone.',
    ),
    ...{ kind: 'columns', unit: 'share', rowsAre: 'Month', series: ['CEI', 'Money alone'] },
    rows: months.map((point) =>
      rowAt(point, monthLabel(point.day, last), (figures) => [figures.cei, moneyCei(figures)]),
    ),
  };
}

/** The share that came as money: of what could be collected, which is what is overdue over the share that was not collected. */
function moneyCei({ cei, overdue, collected }: DayFigures): number | null {
  if (cei === null || collected === null || !overdue || cei >= 1) return null;
  return (collected * (1 - cei)) / overdue;
}

/** A picture from its first row on of which something can be said: what lies before is told in its table. */
export function fromFirst(picture: Picture): Picture {
  const first = picture.rows.findIndex(({ values }) => values.some((value) => value !== null));
  return { ...picture, rows: picture.rows.slice(Math.max(0, first)) };
}

/** Who owes most. */
function topDebtors({ rows, asOf, currency, nameOf }: FiguresBook): Picture {
  const sums = new Map<string, { name: string; open: number; overdue: number }>();
  for (const row of rows) {
    const open = row.currency === currency && isReceivable(row) ? (openAsOf(row, asOf) ?? 0) : 0;
    if (open <= 0) continue;
    const sum = sums.get(row.customerKey) ?? { name: nameOf(row), open: 0, overdue: 0 };
    sums.set(row.customerKey, sum);
    sum.open += open;
    if (row.due !== null && row.due < asOf) sum.overdue += open;
  }
  const top = [...sums.values()].sort((a, b) => b.open - a.open || (a.name < b.name ? -1 : 1)).slice(0, TOP);
  return {
    ...picture(
      'debtors',
      'Who owes most',
      'The ten customers with most open today, and what of it is past due.',
      currency,
    ),
    ...{ kind: 'bars', unit: 'money', rowsAre: 'Customer', series: ['Overdue', 'Not due yet'] },
    rows: top.map(({ name, open, overdue }) => ({
      label: name,
      values: [toDecimal(overdue, currency), toDecimal(open - overdue, currency)],
    })),
  };
}

function segmentsPicture(book: FiguresBook): Picture {
  const { asOf, currency, segmentOf } = book;
  const lines = [...segmentFigures(book, asOf, segmentOf)].filter(({ open }) => (open ?? 0) > 0);
  lines.sort((a, b) => (b.open ?? 0) - (a.open ?? 0));
  return {
    ...picture('segments', 'Open by segment', 'What is open today by segment, and what of it is past due.', currency),
    ...{ kind: 'bars', unit: 'money', rowsAre: 'Segment', series: ['Overdue', 'Not due yet'] },
    rows: lines.slice(0, MOST_SEGMENTS).map(({ segment, open, overdue }) => ({
      label: segment,
      values: [decimal(overdue, currency), decimal((open ?? 0) - (overdue ?? 0), currency)],
    })),
  };
}

/**
 * The figures of each segment in each currency of a book.
 * @param segmentOf of a customer by key, never ''
 */
export function segmentFigures(
  { rows, hasPaymentDates, disputedOf }: Pick<FiguresBook, 'rows' | 'hasPaymentDates' | 'disputedOf'>,
  day: Day,
  segmentOf: (key: string) => string,
): DayFigures[] {
  const groups = new Map<string, InvoiceRow[]>();
  for (const row of rows) {
    const segment = segmentOf(row.customerKey);
    const group = groups.get(segment);
    if (group) group.push(row);
    else groups.set(segment, [row]);
  }
  return [...groups].flatMap(([segment, own]) =>
    dayFigures({ rows: own, hasPaymentDates, disputedOf }, day).map((figures) => ({ ...figures, segment })),
  );
}

function promisesPicture(asOf: Day, promises: readonly PromiseDay[]): Picture {
  const months = [...monthEndsBefore(asOf, MONTHS - 1).reverse(), asOf];
  return {
    ...picture(
      'promises',
      'Promises kept',
      'Promises to pay by the month of their day: those that were kept, and those that were not.',
    ),
    ...{ kind: 'stacked', unit: 'count', rowsAre: 'Month', series: ['Kept', 'Not kept'] },
    rows: months.map((day) => {
      const due = promises.filter(({ on }) => on >= startOfMonth(day) && on <= day);
      const kept = due.filter(({ isKept }) => isKept).length;
      return { label: monthLabel(day, asOf), values: [kept, due.length - kept] };
    }),
  };
}

/** Of what a month billed, the share still open 30, 60 and 90 days past due. */
function cohortsPicture({ rows, asOf, currency, hasPaymentDates, cover }: FiguresBook): Picture {
  const months = monthEndsBefore(asOf, MONTHS).reverse();
  const sums = new Map(months.map((end) => [end, { charged: 0, latest: 0, open: COHORT_DAYS.map(() => 0) }]));
  const ends = new Map<Day, Day>();
  for (const row of hasPaymentDates ? rows : []) {
    const { issued, due } = row;
    if (row.currency !== currency || issued === null || due === null || !isReceivable(row) || isCredit(row)) continue;
    const end = ends.get(issued) ?? endOfMonth(issued);
    ends.set(issued, end);
    const sum = sums.get(end);
    if (!sum) continue;
    sum.charged += chargeOf(row);
    sum.latest = Math.max(sum.latest, due);
    COHORT_DAYS.forEach((days, at) => {
      const open = due + days <= asOf ? Math.max(0, openAsOf(row, due + days) ?? 0) : 0;
      sum.open[at] = (sum.open[at] ?? 0) + open;
    });
  }
  return {
    ...picture(
      'cohorts',
      'Still open of what a month billed',
      'Of what each month billed, the share that was still open 30, 60 and 90 days past its due date. By the invoices’ own dates; blank until every invoice of the month is so old.',
    ),
    ...{
      kind: 'lines',
      unit: 'share',
      rowsAre: 'Billed in',
      series: COHORT_DAYS.map((days) => `${days} days past due`),
    },
    rows: [...sums].map(([end, { charged, latest, open }]) => {
      const why = hasPaymentDates ? cover(end) : 'The table has no dates of payment.';
      const values = COHORT_DAYS.map((days, at) =>
        why === '' && charged > 0 && latest + days <= asOf ? (open[at] ?? 0) / charged : null,
      );
      return { label: monthName(end), values, ...(why === '' ? {} : { why }) };
    }),
  };
}

function pastAging(book: FiguresBook): Picture {
  const { asOf, currency } = book;
  return {
    ...picture(
      'past-aging',
      'Open by age, then and now',
      'What was open by days past due on some past days, and today.',
      currency,
    ),
    ...{ kind: 'stacked', unit: 'money', rowsAre: 'Day', series: [...BUCKETS] },
    rows: WEEKS_AGO.map((weeks) =>
      rowAt(pointAt(book, asOf - 7 * weeks), shortDay(asOf - 7 * weeks, asOf), ({ buckets }) =>
        buckets.map((amount) => decimal(amount, currency)),
      ),
    ),
  };
}

function picture(
  id: PictureId,
  title: string,
  note: string,
  currency = '',
): Pick<Picture, 'id' | 'title' | 'note' | 'currency'> {
  return { id, title, note, currency };
}

function rowAt(point: Point, label: string, values: (figures: DayFigures) => (number | null)[]): PictureRow {
  const { figures, isRebuilt, why } = point;
  return {
    label,
    values: figures ? values(figures) : [],
    ...(isRebuilt && figures ? { isRebuilt } : {}),
    ...(why === '' ? {} : { why }),
  };
}

/** A month as a line names it; the one that is not over says so. @example monthLabel(asOf, asOf) // 'Nov 2026 so far' */
export function monthLabel(day: Day, asOf: Day): string {
  return day === asOf ? `${monthName(day)} so far` : monthName(day);
}

function decimal(minor: number | null, currency: string): number | null {
  return minor === null ? null : toDecimal(minor, currency);
}
