// The habits of a book: each customer's usual day from due, and how far payments spread around it.
import { addUnder } from '../cash/grouped';
import type { Day } from '../day';
import { EPSILON, PaymentCurve } from './payment-curve';
import type { PaymentRecord } from './payment-record';

/** An invoice issued so many days earlier counts half. */
const HALF_LIFE = 180;
/** This share of the earliest and of the latest payments counts as the day at its edge. */
const CLIP = 0.05;
/** A fresh invoice of the customer counts so much of the whole book beside what it counts in it. */
const OWN = 0.05;
/** As how many invoices of a customer the book's average counts: least, most, and where nothing tells. */
const LEAST_K = 0.5;
const MOST_K = 50;
const UNKNOWN_K = 4;

/** What was learned of a book on a day. */
export interface PaymentHabits {
  /** The book's usual days from the due date. */
  bookUsual: number;
  /** As how many invoices of a customer the book's usual day counts. */
  k: number;
  /** How many invoices the customer has paid. */
  paidCount(customerKey: string): number;
  /** The curve of a customer, worked out each time it is asked for; of one who is not known the book's. */
  curveOf(customerKey: string): PaymentCurve;
}

/** A record with what it counts. */
interface Weighed {
  record: PaymentRecord;
  /** Days from due to payment, or to the day looked at. */
  lag: number;
  /** The same within the clipped range, a dispute's days taken off. */
  clipped: number;
  weight: number;
  isPaid: boolean;
  /** Days from the customer's usual day. */
  days: number;
}

/**
 * Learns how a book pays: a customer's usual day is the weighted mean of its clipped lags, drawn to the book's by the ratio of the
 * variance within customers to that between them; the spread is that of the whole book, the customer's own rows counting more.
 * The constants were chosen on four public books together; the
 * optimum is flat.
 * @param records as known on the day
 * @param asOf the day
 * @param disputeDays by how many days a disputed invoice is paid later
 * @returns null where nothing was ever paid
 * @example learnHabits(records, asOf)?.curveOf('acme').usual // 4.49 days after due
 */
export function learnHabits(records: readonly PaymentRecord[], asOf: Day, disputeDays = 0): PaymentHabits | null {
  // In an order of their own: sums of floats hang on it, and a sheet may be sorted.
  const sorted = [...records].sort(
    (a, b) =>
      a.issued - b.issued ||
      a.due - b.due ||
      (a.paidOn ?? asOf) - (b.paidOn ?? asOf) ||
      (a.customerKey < b.customerKey
        ? -1
        : a.customerKey > b.customerKey
          ? 1
          : Number(a.disputed) - Number(b.disputed)),
  );
  const rows = sorted.map((record): Weighed => {
    const lag = (record.paidOn ?? asOf) - record.due - (record.disputed ? disputeDays : 0);
    const weight = weightOf(record, asOf);
    return { record, lag, clipped: lag, weight, isPaid: record.paidOn !== null, days: 0 };
  });
  const paid = rows.filter(({ isPaid }) => isPaid);
  if (paid.length === 0) return null;
  clip(paid);
  const customers = new Map<string, Weighed[]>();
  for (const row of paid) addUnder(customers, row.record.customerKey, row);
  const bookUsual = weightedMean(paid);
  const k = varianceRatio([...customers.values()]);
  const usualOf = (key: string): number => {
    const own = customers.get(key) ?? [];
    const sums = own.reduce((sum, { weight, clipped }) => sum + weight * clipped, k * bookUsual);
    return sums / own.reduce((sum, { weight }) => sum + weight, k);
  };
  const spread = spreadOf(rows, usualOf);
  return {
    bookUsual,
    k,
    paidCount: (key) => customers.get(key)?.length ?? 0,
    // None is kept: each holds a figure for every payment of the book.
    curveOf: (key) => new PaymentCurve(usualOf(key), spread.days, openAfter(spread, key)),
  };
}

/** What a record counts: the older, the less. By its issue, since old unpaid rows would else outweigh everything. */
export function weightOf({ issued }: PaymentRecord, asOf: Day): number {
  return 2 ** (-(asOf - issued) / HALF_LIFE);
}

function weightedMean(rows: readonly Weighed[]): number {
  let [sum, total] = [0, 0];
  for (const { weight, clipped } of rows) {
    sum += weight * clipped;
    total += weight;
  }
  return sum / total;
}

/**
 * Rows in rising order, equal ones as they stood. Numbers alone are sorted many times quicker than rows by a comparison, and each row then
 * finds its place among them.
 */
function rising<T>(rows: readonly T[], of: (row: T) => number): T[] {
  const values = Float64Array.from(rows, of);
  const sorted = Float64Array.from(values).sort();
  const taken = new Int32Array(values.length);
  const placed = new Array<T>(values.length);
  for (const [index, row] of rows.entries()) {
    const value = values[index] as number;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    placed[low + (taken[low] as number)] = row;
    taken[low] = (taken[low] as number) + 1;
  }
  return placed;
}

/** Draws the outermost lags in to the weighted quantiles at either end. */
function clip(paid: readonly Weighed[]): void {
  const sorted = rising(paid, ({ lag }) => lag);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const quantile = (share: number): number => {
    let sum = 0;
    for (const { lag, weight } of sorted) {
      sum += weight;
      if (sum >= share * total - EPSILON) return lag;
    }
    return sorted[sorted.length - 1]?.lag ?? 0;
  };
  const [least, most] = [quantile(CLIP), quantile(1 - CLIP)];
  for (const row of paid) row.clipped = Math.min(most, Math.max(least, row.lag));
}

/** Variance within customers over that between them, by the method of moments, one-way and unweighted. */
function varianceRatio(customers: readonly (readonly Weighed[])[]): number {
  const count = customers.length;
  const all = customers.reduce((sum, rows) => sum + rows.length, 0);
  if (count < 2 || all <= count) return UNKNOWN_K;
  const mean = customers.flat().reduce((sum, { clipped }) => sum + clipped, 0) / all;
  let [within, between, squares] = [0, 0, 0];
  for (const rows of customers) {
    const own = rows.reduce((sum, { clipped }) => sum + clipped, 0) / rows.length;
    for (const { clipped } of rows) within += (clipped - own) ** 2;
    between += rows.length * (own - mean) ** 2;
    squares += rows.length ** 2;
  }
  const varianceWithin = within / (all - count);
  const varianceBetween = (between - (count - 1) * varianceWithin) / (all - squares / all);
  if (varianceBetween <= 0) return MOST_K;
  return Math.min(MOST_K, Math.max(LEAST_K, varianceWithin / varianceBetween));
}

/** How the rows of a book lie around the usual days of their customers, sorted once for all curves. */
interface Spread {
  /** Days from the usual day of each payment, rising. */
  days: Float64Array;
  /** Where each payment stands among all rows. */
  places: Int32Array;
  /** Which run each payment is of: payments with no row between them that is still open. */
  runs: Int32Array;
  /** Where the first payment of each run stands, and the place after its last. */
  ends: readonly [first: number, end: number][];
  /** What the rows from each place on count in the whole book; one more than there are rows. */
  rest: Float64Array;
  /** Customer to its rows: their places, rising. */
  own: ReadonlyMap<string, readonly number[]>;
  /** What a row counts beside for its own customer, by its place. */
  more: Float64Array;
}

function spreadOf(rows: readonly Weighed[], usualOf: (key: string) => number): Spread {
  const usual = new Map<string, number>();
  for (const row of rows) {
    const { customerKey } = row.record;
    const days = usual.get(customerKey) ?? usualOf(customerKey);
    usual.set(customerKey, days);
    row.days = row.lag - days;
  }
  // Payments of a day stand before what was still open on it.
  const paidFirst = [...rows.filter(({ isPaid }) => isPaid), ...rows.filter(({ isPaid }) => !isPaid)];
  const placed = rising(paidFirst, ({ days }) => days);
  const total = placed.reduce((sum, { weight }) => sum + weight, 0);
  const rest = new Float64Array(placed.length + 1);
  for (let at = placed.length - 1; at >= 0; at -= 1) rest[at] = (rest[at + 1] ?? 0) + (placed[at]?.weight ?? 0) / total;
  const places = placed.flatMap(({ isPaid }, at) => (isPaid ? [at] : []));
  const ends: [number, number][] = [];
  const runs = Int32Array.from(places, (place) => {
    const last = ends[ends.length - 1];
    if (last?.[1] === place) last[1] = place + 1;
    else ends.push([place, place + 1]);
    return ends.length - 1;
  });
  const own = new Map<string, number[]>();
  for (const [at, { record }] of placed.entries()) addUnder(own, record.customerKey, at);
  return {
    days: Float64Array.from(places, (at) => placed[at]?.days ?? 0),
    places: Int32Array.from(places),
    ...{ runs, ends, rest, own },
    more: Float64Array.from(placed, ({ weight }) => OWN * weight),
  };
}

/**
 * The share still open after each payment. Each payment leaves of the share what counts from the row after it on, over what counts from it
 * on; along a run these cancel out, so that only its beginning is worked out for a customer, and the rest where it is asked for.
 */
function openAfter({ places, runs, ends, rest, own, more }: Spread, key: string): (index: number) => number {
  const theirs = own.get(key) ?? [];
  const beside = new Float64Array(theirs.length + 1);
  for (let at = theirs.length - 1; at >= 0; at -= 1) beside[at] = (beside[at + 1] ?? 0) + (more[theirs[at] ?? 0] ?? 0);
  /** What the rows from a place on count for the customer. */
  const countFrom = (place: number): number => {
    let low = 0;
    let high = theirs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((theirs[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return (rest[place] as number) + (beside[low] as number);
  };
  // The share left before each run, over what counts from its first row on.
  const before = new Float64Array(ends.length);
  let share = 1;
  for (const [run, [first, end]] of ends.entries()) {
    before[run] = share / countFrom(first);
    share = (before[run] as number) * countFrom(end);
  }
  return (index) => (before[runs[index] as number] as number) * countFrom((places[index] as number) + 1);
}
