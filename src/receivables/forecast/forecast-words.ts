// A forecast in a collector's words: what a customer usually does, and what that says of one invoice.
import { type Day, shortDay } from '../day';
import type { Invoice } from '../invoice';
import type { AgreedPayment } from './expected-cash';

/** With fewer paid invoices of their own a customer is told by the book. */
export const FEW = 3;

/** What is said of an invoice. */
interface Told {
  invoice: Pick<Invoice, 'due'>;
  expected: Day | null;
  early: Day | null;
  late: Day | null;
  byHabit: Day | null;
  usualDays: number | null;
  paidCount: number;
}

/**
 * Why an invoice is expected when it is, for the collector alone: never for a mail.
 * @param told the figures
 * @param known what is known beside the sheet
 * @example 'Usually pays 6 days after due (14 paid invoices). Of invoices still open at this age, half were paid by Sat 6 Jul, most between Tue 2 Jul and Sat 13 Jul.'
 */
export function whyExpected(
  told: Told,
  known: { asOf: Day; apart?: string; agreed?: readonly AgreedPayment[]; paused?: string },
): string {
  if (known.apart !== undefined) return known.apart;
  const day = (on: Day): string => shortDay(on, known.asOf);
  const dates = (known.agreed ?? []).map(({ on }) => day(on));
  return [
    dates.length > 0 ? `Promised for ${dates.join(', ')}.` : '',
    dates.length > 0 && told.byHabit !== null ? `By habit it would be ${day(told.byHabit)}.` : '',
    habitInWords(told),
    dates.length > 0 ? '' : ageInWords(told, day),
    known.paused ?? '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function habitInWords({ usualDays, paidCount }: Told): string {
  if (usualDays === null) return 'Nothing was ever paid here on a day that is known, so no day can be expected yet.';
  const usually = daysFromDue(usualDays);
  if (paidCount >= FEW) return `Usually pays ${usually} (${paidCount} paid invoices).`;
  if (paidCount === 0) return `New to us: the book’s habit, ${usually}.`;
  return `Paid only ${paidCount === 1 ? '1 invoice' : `${paidCount} invoices`} so far: mostly the book’s habit, ${usually}.`;
}

/** A usual day as people say it. @example daysFromDue(-1.2) // '1 day before due' */
export function daysFromDue(days: number): string {
  const whole = Math.round(Math.abs(days));
  if (whole === 0) return 'on the due date';
  return `${whole} ${whole === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} due`;
}

function ageInWords({ invoice, usualDays, expected, early, late }: Told, day: (on: Day) => string): string {
  if (usualDays === null) return '';
  if (invoice.due === null) return 'It has no due date, so no day can be expected.';
  if (expected === null || early === null || late === null) return 'It is older than anything this book has seen paid.';
  const most = early === late ? '' : `, most between ${day(early)} and ${day(late)}`;
  return `Of invoices still open at this age, half were paid by ${day(expected)}${most}.`;
}
