// Aging: how many days past due, and the bucket that goes with it.
import type { Day } from './day';
import { FormulaError } from './formula-error';

/** Upper edges of the overdue buckets in days, rising: [30, 60, 90]. */
export type Edges = readonly number[];

/** The edges most aging reports use. */
export const DEFAULT_EDGES: Edges = [30, 60, 90];

const CURRENT = 'Current';
const PAID = 'Paid';
export const NO_DUE_DATE = 'No due date';

/**
 * Days past due: calendar days from the due date to the as-of day; 0 on the due day, negative before it.
 * @example daysPastDue(dayFromIso('2026-06-01'), dayFromIso('2026-06-30')) // 29
 */
export function daysPastDue(due: Day, asOf: Day): number {
  return asOf - due;
}

/**
 * The bucket edges written as text.
 * @param text whole days in rising order, separated by commas or semicolons
 * @throws FormulaError `bad-edges` when they are not whole days of 1 or more in rising order
 * @example parseEdges('30,60,90') // [30, 60, 90]
 */
export function parseEdges(text: string): number[] {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const edges = parts.map(Number);
  const good = parts.every(
    (part, i) => /^\d{1,5}$/.test(part) && (edges[i] ?? 0) > (i === 0 ? 0 : (edges[i - 1] ?? 0)),
  );
  if (!good) {
    throw new FormulaError(
      'bad-edges',
      `edges: '${text}' must be whole days in rising order, separated by commas, such as "30,60,90".`,
    );
  }
  return edges;
}

// Labels are asked for once a row, and texts are costly to build: those of the edges asked for last are kept.
let lastEdges: Edges = [];
let lastLabels: readonly string[] = [];

/**
 * The names of the buckets that hold days: `Current`, then one per edge, then the open-ended last one. They never look like a
 * bare `1-30`, which spreadsheets read as a date.
 * @example bucketLabels([30, 60]) // ['Current', '1-30 days', '31-60 days', '60+ days']
 */
export function bucketLabels(edges: Edges = DEFAULT_EDGES): readonly string[] {
  if (edges === lastEdges) return lastLabels;
  const labels = [CURRENT];
  let from = 1;
  for (const edge of edges) {
    labels.push(`${from}-${edge} days`);
    from = edge + 1;
  }
  labels.push(`${from - 1}+ days`);
  lastEdges = edges;
  lastLabels = labels;
  return labels;
}

/**
 * The bucket for a number of days past due. Day 0 is current, day 30 is in 1-30, day 31 in 31-60, day 91 in 90+.
 * Source: the boundaries of QuickBooks, OCA, Compiere and Oracle agree on these.
 * @param days days past due; 0 or less is current
 */
export function bucketOfDays(days: number, edges: Edges = DEFAULT_EDGES): string {
  const labels = bucketLabels(edges);
  let index = 0;
  if (days > 0) {
    index = 1;
    for (const edge of edges) {
      if (days <= edge) break;
      index += 1;
    }
  }
  return labels[index] ?? CURRENT;
}

/**
 * The aging bucket of one invoice.
 * @param due due date, null when there is none
 * @param asOf the day on which it is judged
 * @param open open balance in any unit, null when it is not known
 * @param edges upper edges of the buckets in days
 * @returns a label; '' when neither a due date nor a balance is known
 * @example bucketOf(dayFromIso('2026-05-31'), dayFromIso('2026-06-30'), 100, [30, 60, 90]) // '1-30 days'
 */
export function bucketOf(due: Day | null, asOf: Day, open: number | null, edges: Edges = DEFAULT_EDGES): string {
  if (open !== null && open <= 0) return PAID;
  if (due === null) return open === null ? '' : NO_DUE_DATE;
  return bucketOfDays(daysPastDue(due, asOf), edges);
}
