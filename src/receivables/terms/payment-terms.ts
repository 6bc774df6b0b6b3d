// Payment terms in their normal form, and the days they give: due date and last day of the discount.
import { civilOf, type Day, dayOf, endOfMonth, plusMonths } from '../day';

/** How a period is counted from the invoice date. */
export type Clock =
  /** So many calendar days after the invoice date. */
  | { kind: 'days'; days: number }
  /** So many months after the invoice date, on the same day of the month, clamped. */
  | { kind: 'months'; months: number }
  /** The end of the invoice's month (`months` later), then so many days. */
  | { kind: 'month-end'; months: number; days: number }
  /** So many days after the invoice date, then the end of the month reached. */
  | { kind: 'days-then-month-end'; days: number }
  /** So many days after the invoice date, then a day of the following month, clamped. */
  | { kind: 'day-of-next-month'; days: number; day: number }
  /** The first such day of a month that is so many days after the invoice date or later, clamped. */
  | { kind: 'day-of-month-from'; days: number; day: number }
  /** Invoices up to a closing day of the month are paid on a day of the month so many months later; 31 is the month's end. */
  | { kind: 'closing'; closing: number; months: number; day: number };

/** What `N EOM` means: the month ends and N days follow, or N days pass and the month ends. */
export type Reading = 'eom-first' | 'days-first';

/** The two days that terms set. */
export interface Schedule {
  due: Clock;
  /** The last day on which the discount may be taken; null without a discount. */
  discount: Clock | null;
}

/** Payment terms that are understood. */
export interface PaymentTerms {
  /** The early-payment discount as a fraction (0.02 for 2 %); null without one. */
  discountRate: number | null;
  /** What the text says under each reading; the same twice where it has one meaning only. */
  schedules: Record<Reading, Schedule>;
  /** The reading that counts when nobody chooses. */
  usual: Reading;
  /** Whether the readings differ. */
  ambiguous: boolean;
}

/**
 * The day on which a period that starts with an invoice ends; never before the invoice date.
 * @param clock how it is counted
 * @param issued the invoice date
 * @example isoOf(dayByClock({ kind: 'month-end', months: 0, days: 45 }, dayFromIso('2019-01-31'))) // '2019-03-17'
 */
export function dayByClock(clock: Clock, issued: Day): Day {
  switch (clock.kind) {
    case 'days':
      return issued + clock.days;
    case 'months':
      return plusMonths(issued, clock.months);
    case 'month-end':
      return endOfMonth(plusMonths(issued, clock.months)) + clock.days;
    case 'days-then-month-end':
      return endOfMonth(issued + clock.days);
    case 'day-of-next-month':
      return dayInMonth(endOfMonth(issued + clock.days) + 1, clock.day);
    case 'day-of-month-from': {
      const earliest = issued + clock.days;
      const sameMonth = dayInMonth(earliest, clock.day);
      return sameMonth >= earliest ? sameMonth : dayInMonth(endOfMonth(earliest) + 1, clock.day);
    }
    case 'closing':
      return dayByClosing(clock, issued);
  }
}

/** An invoice after the closing day belongs to the next month's closing; on a day that has passed it is due a month later. */
function dayByClosing({ closing, months, day }: { closing: number; months: number; day: number }, issued: Day): Day {
  const closed = issued <= dayInMonth(issued, closing) ? issued : plusMonths(issued, 1);
  const due = dayInMonth(plusMonths(closed, months), day);
  return due >= issued ? due : dayInMonth(plusMonths(closed, months + 1), day);
}

/** A day of the month in which another day lies; the month's last day where it is shorter. */
function dayInMonth(within: Day, dayOfMonth: number): Day {
  const { year, month } = civilOf(within);
  return dayOf(year, month, dayOfMonth) ?? endOfMonth(within);
}

/**
 * The due date under terms.
 * @param reading how to read a text with two meanings; null for the usual reading
 * @example 30 days end of month, invoice of 2024-04-22 // 2024-05-31, and 2024-05-30 read `eom-first`
 */
export function dueDate(terms: PaymentTerms, issued: Day, reading: Reading | null = null): Day {
  return dayByClock(terms.schedules[reading ?? terms.usual].due, issued);
}

/** The last day of the discount under terms, as they are usually read; null without a discount. */
export function discountDate(terms: PaymentTerms, issued: Day): Day | null {
  const { discount } = terms.schedules[terms.usual];
  return discount && dayByClock(discount, issued);
}
