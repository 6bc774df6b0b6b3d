// Which segment a customer belongs to on a day: one function for the formula and for the plan.

import { type Behaviour, behaviourOf, type Judgement, overallDso, peakfloBehaviour } from './behaviour';
import { bookAsOf } from './book';
import { type CustomerFigures, customerFigures } from './customer-figures';
import { largeCustomers } from './customer-size';
import type { Day } from './day';
import type { Invoice, InvoiceRow } from './invoice';
import { formatMoney, toMinor } from './money';
import { DEFAULT_SEGMENT_SETTINGS, type SegmentSettings } from './segment-settings';
import { segmentAtStart } from './segment-words';

/** The segment of one customer and why. */
export interface SegmentResult {
  /** `New`, `Timely`, `Timely large`, `Delinquent SMB`, ...; `A`, `B`, `C` in mode `balance`. */
  segment: string;
  behaviour: Behaviour;
  large: boolean;
  /** One sentence with the figures that decided. */
  reason: string;
}

/** What a customer without any invoice is. */
export const WITHOUT_INVOICES: SegmentResult = {
  segment: 'New',
  behaviour: 'New',
  large: false,
  reason: 'New customer: no invoice of theirs is known.',
};

/**
 * The segment of every customer with an invoice on the day. Cost grows linearly with the invoices.
 * Source of the rule: dollar-weighted days beyond terms as Experian and D&B use them, a grace of 5 days (Appel et al., KDD 2020), doubtful over 30.
 * @param rows the invoice table
 * @param asOf the day
 * @param settings thresholds and mode
 * @param brokenPromises promises broken in the last 90 days, by customer key; formulas know none
 * @example segmentCustomers(rows, asOf).get(customerKeyOf('', 'ACME'))?.segment // 'Timely large'
 */
export function segmentCustomers(
  rows: readonly InvoiceRow[],
  asOf: Day,
  settings: SegmentSettings = DEFAULT_SEGMENT_SETTINGS,
  brokenPromises: ReadonlyMap<string, number> = new Map(),
): Map<string, SegmentResult> {
  return segmentsOfBook(bookAsOf(rows, asOf), asOf, settings, brokenPromises);
}

/**
 * The same from a book that was put together already.
 * @param book the invoices as of the day
 */
export function segmentsOfBook(
  book: readonly Invoice[],
  asOf: Day,
  settings: SegmentSettings = DEFAULT_SEGMENT_SETTINGS,
  brokenPromises: ReadonlyMap<string, number> = new Map(),
): Map<string, SegmentResult> {
  const customers = customerFigures(book, asOf, settings);
  const large = largeCustomers(customers, settings);
  const dso = settings.mode === 'peakflo' ? overallDso(customers) : new Map<string, number>();
  const segments = new Map<string, SegmentResult>();
  for (const customer of customers.values()) {
    const judged =
      settings.mode === 'peakflo'
        ? peakfloBehaviour(customer, settings, dso)
        : behaviourOf(customer, settings, brokenPromises.get(customer.key) ?? 0);
    const isLarge = large.has(customer.key);
    segments.set(
      customer.key,
      settings.mode === 'balance' ? byBalance(customer, judged, isLarge, settings) : named(judged, isLarge),
    );
  }
  return segments;
}

function named(judged: Judgement, large: boolean): SegmentResult {
  const { behaviour } = judged;
  let segment: string = behaviour;
  if (behaviour === 'Timely' && large) segment = 'Timely large';
  if (behaviour === 'Delinquent' || behaviour === 'Doubtful') segment = `${behaviour} ${large ? 'large' : 'SMB'}`;
  return { segment, behaviour, large, reason: `${segmentAtStart(segment)}: ${judged.reason}.` };
}

// Kapittx's A/B/C: in the currency where the balance ranks highest; a balance at or below 0 is C.
function byBalance(
  customer: CustomerFigures,
  judged: Judgement,
  large: boolean,
  settings: SegmentSettings,
): SegmentResult {
  let segment = 'C';
  let shown = '';
  for (const [currency, { net }] of customer.currencies) {
    const grade = net >= toMinor(settings.aFrom, currency) ? 'A' : net >= toMinor(settings.bFrom, currency) ? 'B' : 'C';
    if (shown === '' || grade < segment) shown = formatMoney(net, currency);
    if (grade < segment) segment = grade;
  }
  const limits = `A from ${settings.aFrom}, B from ${settings.bFrom}`;
  return { segment, behaviour: judged.behaviour, large, reason: `${segment}: open balance ${shown} (${limits}).` };
}
