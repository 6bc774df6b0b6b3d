// The payment score: days beyond terms on the scale that credit bureaus print.
import { withoutDust } from '../rounding';

/** Days beyond terms (negative: early) and the score they have, from early to late. */
const ANCHORS: readonly (readonly [number, number])[] = [
  [-30, 100],
  [-20, 90],
  [0, 80],
  [15, 70],
  [22, 60],
  [30, 50],
  [60, 40],
  [90, 30],
  [120, 20],
];

/**
 * The score of days beyond terms: 100 for 30 days early, 80 for prompt, 50 for 30 days late, 20 for 120 days late; linear between
 * the printed points, and the ends' scores beyond them. Not rounded.
 * Source: Dun & Bradstreet, PAYDEX chart (15 and 22 days for 70 and 60; sites that print 14 and 21 are wrong).
 * @param daysBeyondTerms signed days, e.g. an average
 * @example paymentScore(45) // 45
 */
export function paymentScore(daysBeyondTerms: number): number {
  const after = ANCHORS.findIndex(([days]) => days >= daysBeyondTerms);
  const [days, score] = ANCHORS[after] ?? ANCHORS[ANCHORS.length - 1] ?? [0, 0];
  const before = ANCHORS[after - 1];
  if (!before) return score;
  const [daysBefore, scoreBefore] = before;
  return withoutDust(scoreBefore + ((daysBeyondTerms - daysBefore) * (score - scoreBefore)) / (days - daysBefore));
}
