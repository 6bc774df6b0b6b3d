// A policy over the past: the decision of each business day on the book as it stood, payments held as they happened.
import { bookAsOf } from '../../receivables/book';
import { type Day, isBusinessDay } from '../../receivables/day';
import type { Invoice, InvoiceRow } from '../../receivables/invoice';
import type { Facts } from '../decision/facts';
import { processNoted } from '../decision/status-stop';
import { emptyHistory } from '../history/history';
import { type ForecastContact, Rehearsal } from './rehearsal';

/** A past to go through again. */
export interface Past {
  /** The invoice table with its payments, under the keys its invoices count under. */
  rows: readonly InvoiceRow[];
  /** What does not change from day to day: customers, policy, settings, stops. */
  facts: Facts;
  /** The segments of a day, by its whole book. */
  segmentsOn(invoices: readonly Invoice[], asOf: Day): Facts['segments'];
  /** How the book was paid up to a day; left out where nothing hangs on it. */
  habitsOn?(asOf: Day): Facts['habits'];
}

/**
 * Goes through the business days of a span as if the policy had been live from its first day: nothing was said before, everything
 * planned is approved and done on its day, and nobody pays otherwise than they did.
 * @param from first day
 * @param to last day
 * @returns what would have been sent and done, in the order of the days
 * @example replay(past, from, to).filter(({ channel }) => channel === 'email').length
 */
export function replay(past: Past, from: Day, to: Day): ForecastContact[] {
  const days = replayDays(past, from, to);
  for (;;) {
    const { done, value } = days.next();
    if (done) return value;
  }
}

/**
 * The same, a business day at a time, for a page that draws meanwhile.
 * @returns after the last day what would have been sent and done
 */
export function* replayDays(
  { rows, facts, segmentsOn, habitsOn }: Past,
  from: Day,
  to: Day,
): Generator<Day, ForecastContact[]> {
  const rehearsal = new Rehearsal(emptyHistory(), { mailsPerDay: null });
  const { history } = rehearsal;
  const closed = new Set([...facts.settings.holidays, ...facts.settings.quiet]);
  for (let asOf = from; asOf <= to; asOf += 1) {
    if (!isBusinessDay(asOf, closed)) continue;
    const book = bookAsOf(rows, asOf);
    const day: Facts = {
      ...facts,
      ...{ asOf, history, segments: segmentsOn(book, asOf), habits: habitsOn?.(asOf) },
      // Payments after the day are to come, and no slips.
      today: Number.POSITIVE_INFINITY,
      invoices: book.filter(({ open }) => open !== 0),
      promises: facts.promises.filter(({ recorded }) => recorded === null || recorded <= asOf),
      disputes: facts.disputes.filter(({ opened }) => opened === null || opened <= asOf),
    };
    rehearsal.note(day);
    rehearsal.happens(asOf, processNoted(day, ''));
    rehearsal.play(day);
    yield asOf;
  }
  return rehearsal.contacts;
}
