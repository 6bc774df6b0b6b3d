// Figures rounded once, at the end: to the cent, or freed of the dust of binary fractions, whose 16th digit nobody typed.
import { NO_CURRENCY, toDecimal, toMinor } from './money';

const RATIO_DIGITS = 13;
const SUM_DIGITS = 15;

/**
 * A finished figure without dust: 13 significant digits, which keep every cent below 100 thousand million. Only for the very end of
 * a calculation, never inside a ratio.
 * @example withoutDust(0.1 * 3) // 0.3
 */
export function withoutDust(value: number): number {
  return Number(value.toPrecision(RATIO_DIGITS)) + 0;
}

/**
 * A sum in the making, without dust: it keeps as many decimals as numbers of that size have, so that amounts which cancel each
 * other give 0, and adding 100,000 of them loses nothing (Neumaier's summation, with the loss of each step as Knuth finds it,
 * which asks for no comparison).
 */
export class SumWithoutDust {
  private sum = 0;
  private lost = 0;
  private size = 0;

  add(number: number): void {
    const { sum } = this;
    const next = sum + number;
    const added = next - sum;
    this.lost += sum - (next - added) + (number - added);
    this.sum = next;
    this.size += number < 0 ? -number : number;
  }

  get total(): number {
    const { sum, lost, size } = this;
    if (size === 0) return 0;
    const decimals = SUM_DIGITS - 1 - Math.floor(Math.log10(size));
    // Adding 0 turns the -0 of a rounded "-0.00" into 0, here as above.
    return Number((sum + lost).toFixed(Math.min(Math.max(decimals, 0), 100))) + 0;
  }
}

/**
 * Numbers added up without dust.
 * @example sumWithoutDust([0.1, 0.2, -0.3]) // 0
 */
export function sumWithoutDust(numbers: readonly number[]): number {
  const sum = new SumWithoutDust();
  for (const number of numbers) sum.add(number);
  return sum.total;
}

/**
 * An amount rounded to the cent, half away from zero.
 * @param amount decimal number, as calculated
 * @example roundedToCent(8.45 * 0.7) // 5.92: 5.915 in decimals, although the binary product lies below it
 */
export function roundedToCent(amount: number): number {
  return toDecimal(toMinor(withoutDust(amount), NO_CURRENCY), NO_CURRENCY);
}
