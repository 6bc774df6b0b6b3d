// The remainder by 97 that account numbers and creditor references are checked by (ISO 7064, MOD 97-10).

/**
 * The remainder by 97 of a text of digits and capital letters, a letter counting as two digits (A is 10, Z is 35).
 * @returns NaN for a text with any other character
 * @example mod97('539007547034RF18') // 1: the reference RF18 5390 0754 7034 is valid
 */
export function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = /[0-9A-Z]/.test(character) ? Number.parseInt(character, 36) : Number.NaN;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/**
 * A number in groups of four, as banks print it.
 * @example inFours('DE89370400440532013000') // 'DE89 3704 0044 0532 0130 00'
 */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}
