// The figures of past days as a picture draws them: as they were lived where AR History tells, else rebuilt where the table still can.

import type { Day } from '../day';
import type { InvoiceRow } from '../invoice';
import { type DayBook, type DayFigures, dayFigures } from './day-figures';
import type { Goal } from './goals';
import { monthEndsBefore } from './kept-days';
import type { MonthCover } from './month-cover';

/** A day of a picture. */
export interface Point {
  day: Day;
  /** Null where nothing can be said of it: then `why` says why. */
  figures: DayFigures | null;
  /** Whether the figures come from the invoices' own dates and not from the day itself. */
  isRebuilt: boolean;
  why: string;
}

/** The book of one currency, of everybody or of some customers, and what is known of its past. */
export interface FiguresBook extends DayBook {
  asOf: Day;
  currency: string;
  /** The lines of AR History of just these customers in this currency; none where there can be none. */
  history: readonly DayFigures[];
  cover: MonthCover;
  /** What the team measures itself by. */
  goals?: readonly Goal[];
  /** Segment and name of a customer, by key. */
  segmentOf: (key: string) => string;
  nameOf: (row: InvoiceRow) => string;
}

/** What is said where the table has no dates of payment. */
const NO_DATES = 'The table has no dates of payment, so no past day can be rebuilt.';

/** A picture never compares the two in words. */
export const REBUILT = 'rebuilt from the invoices’ own dates';

/**
 * A day of the past, or today.
 * @example pointAt(book, asOf).isRebuilt // false
 */
export function pointAt(book: FiguresBook, day: Day): Point {
  const { history, asOf, currency } = book;
  const lived = history.find((line) => line.day === day);
  if (lived && day !== asOf) {
    if (lived.open === null) return { day, figures: null, isRebuilt: true, why: lived.rebuilt };
    return { day, figures: lived, isRebuilt: lived.rebuilt !== '', why: '' };
  }
  const why = day === asOf ? '' : whyNotRebuilt(book, day);
  if (why !== '') return { day, figures: null, isRebuilt: true, why };
  const figures = dayFigures(book, day).find((line) => line.currency === currency) ?? null;
  return { day, figures, isRebuilt: day !== asOf, why: figures ? '' : 'Nothing was open or invoiced then.' };
}

/** Why a past day cannot be rebuilt; '' where it can. */
export function whyNotRebuilt(
  { hasPaymentDates, cover }: Pick<FiguresBook, 'hasPaymentDates' | 'cover'>,
  day: Day,
): string {
  return hasPaymentDates ? cover(day) : NO_DATES;
}

/** The month ends before today, the oldest first, and today as the month so far. @param months how many, today's among them */
export function monthPoints(book: FiguresBook, months: number): Point[] {
  const days = [...monthEndsBefore(book.asOf, months - 1).reverse(), book.asOf];
  return days.map((day) => pointAt(book, day));
}
