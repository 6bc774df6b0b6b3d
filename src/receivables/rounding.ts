// Amounts of money as the result of a calculation: rounded once, at the end.
import { withoutDust } from './metrics/dust';
import { NO_CURRENCY, toDecimal, toMinor } from './money';

/**
 * An amount rounded to the cent, half away from zero.
 * @param amount decimal number, as calculated
 * @example roundedToCent(8.45 * 0.7) // 5.92: 5.915 in decimals, although the binary product lies below it
 */
export function roundedToCent(amount: number): number {
  return toDecimal(toMinor(withoutDust(amount), NO_CURRENCY), NO_CURRENCY);
}
