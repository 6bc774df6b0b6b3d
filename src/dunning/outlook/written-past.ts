// A past in which a ladder is judged as it is written, and when each invoice of it was paid.
import type { Day } from '../../receivables/day';
import { recordsOn } from '../../receivables/forecast/payment-record';
import type { InvoiceRow } from '../../receivables/invoice';
import type { Facts } from '../decision/facts';
import type { PolicyRow } from '../policy/policy';
import { segmentsOfDays } from '../segments/segments-by-rules';
import type { Past } from './replay';

/**
 * A ladder judged as it is written: stages, gap, Monday to Friday, one contact per customer and day. Minimums, caps, limits of contact,
 * holidays and the forecast are off, and a mark of dispute without a day does not count.
 * @param segmentsOn the segments of a day, where the team has thresholds or rules of its own
 * @example replay(writtenPast(facts, rows, policy), from, to).length
 */
export function writtenPast(
  facts: Facts,
  rows: readonly InvoiceRow[],
  policy: readonly PolicyRow[],
  segmentsOn: Past['segmentsOn'] = segmentsOfDays(undefined, null),
): Past {
  const settings: Facts['settings'] = {
    ...facts.settings,
    ...{ holidays: new Set(), quiet: new Set(), countryHolidays: new Map() },
    ...{ contactRules: null, newCustomersPerDay: null, minimums: {}, callMinimums: {} },
    ...{ invoicesConsumers: true, payable: null, paymentsUpTo: null, nearPayment: 'never', earlierForRisk: 0 },
  };
  const isSegmented = policy.some(({ segment }) => !/^(default|any)$/i.test(segment.trim()));
  const none: Facts['segments'] = new Map();
  return {
    rows: rows.map((row) => ({ ...row, disputed: false, status: row.status === 'disputed' ? 'open' : row.status })),
    facts: { ...facts, settings, policy, checkTemplate: () => null },
    segmentsOn: (invoices, asOf) => (isSegmented ? segmentsOn(invoices, asOf) : none),
  };
}

/**
 * When each invoice was paid, as the table tells by now.
 * @param to the last day that is looked at; later payments count too
 * @param tolerance what may stay open of a paid invoice, decimal
 * @example paidDays(rows, to, 0.05).get('acme|LR-1')
 */
export function paidDays(rows: readonly InvoiceRow[], to: Day, tolerance: number): ReadonlyMap<string, Day> {
  const last = rows.reduce((latest, { paidOn }) => Math.max(latest, paidOn ?? to), to);
  const records = recordsOn(rows, last, tolerance);
  return new Map(records.flatMap(({ key, paidOn }) => (paidOn === null ? [] : [[key, paidOn]])));
}
