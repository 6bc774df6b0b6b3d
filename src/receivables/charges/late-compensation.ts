// The fixed sum that the law gives a creditor for the cost of chasing a late payment.
import { NO_CURRENCY, toMinor } from '../money';

/** Whose law: the directive's minimum, the United Kingdom's tiers, Ireland's tiers. */
export type Regime = 'EU' | 'UK' | 'IE';
export const REGIMES: readonly Regime[] = ['EU', 'UK', 'IE'];

/**
 * The fixed compensation for one debt, in the regime's currency (EUR, GBP, EUR), once per debt.
 *
 * EU: 40, Directive 2011/7/EU article 6. UK: 40 below 1,000, 70 below 10,000, else 100, Late Payment of Commercial Debts (Interest)
 * Act 1998 section 5A. IE: 40 up to 1,000, 70 up to 10,000, 100 above, S.I. 580 of 2012: the boundaries themselves fall the other way.
 * @param amount the debt, in the regime's currency; nothing is due on 0 or a credit
 * @example lateCompensation(1000, 'UK') // 70
 * @example lateCompensation(1000, 'IE') // 40
 */
export function lateCompensation(amount: number, regime: Regime): number {
  const cents = toMinor(amount, NO_CURRENCY);
  if (cents <= 0) return 0;
  if (regime === 'EU') return 40;
  // In whole cents, "up to 1,000" is "below 1,000.01".
  const boundary = regime === 'UK' ? 0 : 1;
  if (cents < 100_000 + boundary) return 40;
  return cents < 1_000_000 + boundary ? 70 : 100;
}
