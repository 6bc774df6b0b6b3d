// Amounts of money as integer minor units with their currency; two currencies are never added.

/** Sums per currency, in minor units. */
export type Totals = Record<string, number>;

/** The code that stands for "no currency is known" (ISO 4217). */
export const NO_CURRENCY = 'XXX';

// ISO 4217: the currencies whose minor unit is not a hundredth. UF is what Chile calls CLF.
const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    BIF: 0,
    CLP: 0,
    DJF: 0,
    GNF: 0,
    ISK: 0,
    JPY: 0,
    KMF: 0,
    KRW: 0,
    PYG: 0,
    RWF: 0,
    UGX: 0,
    VND: 0,
    VUV: 0,
    XAF: 0,
    XOF: 0,
    XPF: 0,
    BHD: 3,
    IQD: 3,
    JOD: 3,
    KWD: 3,
    LYD: 3,
    OMR: 3,
    TND: 3,
    CLF: 4,
    UF: 4,
  }),
); // prettier-ignore

/** How many decimals a currency has (ISO 4217). @example minorDigits('JPY') // 0 */
export function minorDigits(currency: string): number {
  return DIGITS.get(currency) ?? 2;
}

/** Decimals of 15 digits are told apart by their floating-point numbers. */
const EXACT_BELOW = 1e15;

/**
 * A decimal amount as minor units, rounded half away from zero once.
 * @param amount decimal number, e.g. 12.345
 * @param currency ISO 4217 code
 * @example toMinor(1.005, 'EUR') // 101
 */
export function toMinor(amount: number, currency: string): number {
  const scale = 10 ** minorDigits(currency);
  const near = Math.round(Math.abs(amount) * scale);
  // What has no more decimals than its currency is the number next to its cents, and needs no rounding.
  if (near < EXACT_BELOW && near / scale === Math.abs(amount)) return amount < 0 && near !== 0 ? -near : near;
  // The exponent form rounds what the person typed, not its binary neighbour (1.005 is 101 cents, not 100).
  const shifted = Number(`${Math.abs(amount)}e${minorDigits(currency)}`);
  const rounded = Math.round(Number.isNaN(shifted) ? Math.abs(amount) * scale : shifted);
  return amount < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Minor units as a decimal number. @example toDecimal(1234, 'EUR') // 12.34 */
export function toDecimal(minor: number, currency: string): number {
  const digits = minorDigits(currency);
  const decimal = minor / 10 ** digits;
  // Of whole numbers the quotient is already the number nearest to the decimal; adding 0 turns -0 into 0.
  return Number.isInteger(minor) ? decimal + 0 : Number(decimal.toFixed(digits));
}

/** Adds an amount to the sum of its own currency. */
export function addTo(totals: Totals, currency: string, minor: number): void {
  totals[currency] = (totals[currency] ?? 0) + minor;
}

/**
 * An amount as it is written in English: grouped thousands, the currency's decimals, its code behind.
 * @example formatMoney(123456, 'EUR') // '1,234.56 EUR'
 * @example formatMoney(123456, 'XXX') // '1,234.56'
 */
export function formatMoney(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const [whole = '0', decimals] = (Math.abs(minor) / 10 ** digits).toFixed(digits).split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const number = `${minor < 0 ? '-' : ''}${grouped}${decimals ? `.${decimals}` : ''}`;
  return currency === NO_CURRENCY ? number : `${number} ${currency}`;
}

/** Sums per currency in words, currencies in alphabetical order. @example '1,200.00 GBP and 900.00 EUR' */
export function formatTotals(totals: Totals): string {
  const parts = Object.keys(totals)
    .sort()
    .map((currency) => formatMoney(totals[currency] ?? 0, currency));
  if (parts.length < 2) return parts[0] ?? '0.00';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** An amount as people typed it, decimal, in words; '' for none. @example typedMoney(500, 'EUR') // '500.00 EUR' */
export function typedMoney(amount: number | null, currency: string): string {
  const code = currency || NO_CURRENCY;
  return amount === null ? '' : formatMoney(toMinor(amount, code), code);
}

/**
 * How large each sum of a list is beside the others. Amounts in two currencies are never compared: a sum counts by the largest share
 * it has of all that the list has in a currency.
 * @param all the sums of the list, minor units
 * @returns the share of a sum, 0 to 1
 * @example shareIn([{ EUR: 75 }, { JPY: 900 }, { EUR: 25 }])({ EUR: 75 }) // 0.75
 */
export function shareIn(all: Iterable<Totals>): (one: Totals) => number {
  const whole: Totals = {};
  for (const totals of all) for (const [currency, amount] of Object.entries(totals)) addTo(whole, currency, amount);
  return (one) =>
    Math.max(0, ...Object.entries(one).map(([currency, amount]) => amount / Math.max(1, whole[currency] ?? 0)));
}
