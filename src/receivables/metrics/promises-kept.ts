// The share of promises to pay that were kept.
import { FormulaError } from '../formula-error';
import { sumWithoutDust, withoutDust } from '../rounding';

/** What became of a promise. Cancelled ones are left out like open ones: nobody can keep or break them any more. */
export const PROMISE_OUTCOMES = ['open', 'kept', 'partly kept', 'broken', 'cancelled'] as const;

export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** A promise and how much it weighs: 1 when promises are counted, its amount when money is. */
export interface PromiseWeight {
  outcome: PromiseOutcome;
  weight: number;
}

/** The outcome a text names, whatever its capitals and blanks; null for any other text. */
export function promiseOutcome(text: string): PromiseOutcome | null {
  const word = text.replace(/\s+/g, ' ').trim().toLowerCase();
  return PROMISE_OUTCOMES.find((outcome) => outcome === word) ?? null;
}

/**
 * The share of the promises that were kept, of those that were kept, partly kept or broken; partly kept counts as not kept.
 * Source: Oracle Banking Collections, "Promise Kept Rate"; pending promises are no part of it.
 * @throws FormulaError `no-promises` when none has come to an end
 * @example promisesKept([{ outcome: 'kept', weight: 1 }, { outcome: 'broken', weight: 1 }, { outcome: 'open', weight: 1 }]) // 0.5
 */
export function promisesKept(promises: readonly PromiseWeight[]): number {
  const ended = promises.filter(({ outcome }) => outcome !== 'open' && outcome !== 'cancelled');
  const total = sumWithoutDust(ended.map(({ weight }) => weight));
  if (!(total > 0)) {
    throw new FormulaError(
      'no-promises',
      'state: no promise was kept, partly kept or broken yet, so there is no share.',
    );
  }
  const kept = ended.filter(({ outcome }) => outcome === 'kept').map(({ weight }) => weight);
  return withoutDust(sumWithoutDust(kept) / total);
}
