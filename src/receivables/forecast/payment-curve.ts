// The curve of one customer: how likely an open invoice is paid by which day, given that it is still open.
import type { Day } from '../day';

/** Rounding of floats never decides. */
export const EPSILON = 1e-9;

/** What is expected of one open invoice. */
export interface PaymentOutlook {
  /** When it is paid, then half of such invoices are by this day; null where nothing so old was ever paid. */
  expected: Day | null;
  /** One in five is paid by then. */
  early: Day | null;
  /** Four in five are. */
  late: Day | null;
  /** The probability that it is paid by the end of a day, 0 to 1. */
  paidBy(day: Day): number;
}

/**
 * Days around a customer's usual day on which invoices were paid, and the share still open after each (Kaplan and Meier 1958, the rows
 * weighted).
 */
export class PaymentCurve {
  /**
   * @param usual the customer's usual days from the due date, negative for before
   * @param days days from the usual day, rising
   * @param open the share open after each of them, by its index
   */
  constructor(
    readonly usual: number,
    private readonly days: Float64Array,
    private readonly open: (index: number) => number,
  ) {}

  /**
   * What is expected of an invoice that is open at the end of a day.
   * @param due its due date
   * @param asOf the day
   * @param shift days by which such an invoice is paid later than others of the customer
   * @example curve.outlook(dayFromIso('2013-06-28'), dayFromIso('2013-06-30')).expected
   */
  outlook(due: Day, asOf: Day, shift = 0): PaymentOutlook {
    const base = due + this.usual + shift;
    const count = this.days.length;
    // What lies at this very age is told from the rest by rounding alone, as in the figures this is held against.
    const first = this.firstWhere((index) => (this.days[index] ?? 0) > asOf - base);
    const still = first === 0 ? 1 : this.open(first - 1);
    const dayAt = (index: number): Day => Math.floor(base + (this.days[index] ?? 0) + 0.5);
    const shareAt = (index: number): number => this.open(index) / still;
    const never = first < count ? shareAt(count - 1) : 1;
    const quantile = (share: number): Day | null => {
      if (first >= count) return null;
      const index = this.firstWhere((at) => shareAt(at) - never <= (1 - share + EPSILON) * (1 - never), first);
      return Math.max(asOf + 1, dayAt(index));
    };
    return {
      expected: quantile(0.5),
      early: quantile(0.2),
      late: quantile(0.8),
      paidBy: (day) => {
        const after = this.firstWhere((index) => dayAt(index) > day, first);
        return after > first && day > asOf ? 1 - shareAt(after - 1) : 0;
      },
    };
  }

  /** The first index for which something holds that holds for all later ones; their number where it holds for none. */
  private firstWhere(holds: (index: number) => boolean, from = 0): number {
    let low = from;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
