// Invoice numbers as people write them a second time.
import { folded } from './customer';

/**
 * By what an invoice number is known again, however it is spaced and capitalised.
 * @example numberKey('inv  1001') // 'inv 1001'
 */
export function numberKey(written: string): string {
  return folded(written);
}

/** What tells rows under one number apart: dates, amount and currency, and which of equal ones it is. */
const APART = /(?<!\|)~[\d-]*~[\d-]*~-?\d*~[A-Z]{3}(?:~\d+)?$/;

/**
 * The key of an invoice without what tells rows under one number apart: those of one number are one invoice to whoever
 * marked it. The key of a row without a number stays whole.
 * @example numberStem('acme|1001~2026-10-01~2026-11-01~120000~EUR') // 'acme|1001'
 */
export function numberStem(key: string): string {
  return key.replace(APART, '');
}

/** A number that is the end of a longer one has so many characters at least. */
export const TELLING_END = 3;

/** A number without what people leave out: blanks, signs, leading zeros. @example looseNumber('INV-0012') // 'inv12' */
export function looseNumber(written: string): string {
  return numberKey(written)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(^|\D)0+(?=\d)/g, '$1');
}

/**
 * Whether one number is the end of the other, as where a prefix was put before it.
 * @example areRelated('0001001', 'INV-2026-0001001') // true
 */
export function areRelated(a: string, b: string): boolean {
  const [short = '', long = ''] = [looseNumber(a), looseNumber(b)].sort((p, q) => p.length - q.length);
  return short.length >= TELLING_END && long.endsWith(short);
}
