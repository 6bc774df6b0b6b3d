// References of payments that carry check digits: the one we ask to be quoted, and those of other systems, known again.
import { inFours, mod97 } from './mod97';

/** The kinds of reference: RF (ISO 11649), OGM/VCS (Belgium), KID (Norway), viite (Finland), QRR (Switzerland). */
export const REFERENCE_KINDS = ['RF', 'OGM', 'KID', 'viite', 'QRR'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** ISO 11649: at most so many letters and digits behind the check digits. */
const MOST_BEHIND_RF = 21;

/**
 * The creditor reference of a reminder (ISO 11649): always the same for the same reminder.
 * @param id the visible reference of the reminder
 * @example creditorReference('DS-7F3K2') // 'RF16DS7F3K2'
 */
export function creditorReference(id: string): string {
  const own = plain(id).slice(-MOST_BEHIND_RF);
  return `RF${String(98 - mod97(`${own}RF00`)).padStart(2, '0')}${own}`;
}

/** A reference as it is printed. @example printedReference('RF16DS7F3K2') // 'RF16 DS7F 3K2' */
export function printedReference(reference: string): string {
  return inFours(reference);
}

/**
 * A reference by which it is compared with another: letters and digits alone, in capitals, without zeros in front.
 * @example referenceKey('+++090/1234/56701+++') // '90123456701'
 */
export function referenceKey(written: string): string {
  return plain(written).replace(/^(RF..)?0+(?=.)/, '$1');
}

/**
 * What kinds of reference a text may be, by its length and check digits. A number may be of several kinds by chance: it
 * counts for one only where an open invoice or reminder has the same.
 * @param written one reference, however it is spaced; signs between the parts do not matter
 * @example referenceKinds('RF18 5390 0754 7034') // ['RF']
 * @example referenceKinds('+++090/1234/56701+++') // ['OGM']
 */
export function referenceKinds(written: string): ReferenceKind[] {
  const text = plain(written);
  // Only a KID may end in a sign: its check digit 10 is written as a hyphen.
  const kid = /^\s*[\d\s]+-\s*$/.test(written) ? `${text}-` : text;
  const fits: Record<ReferenceKind, boolean> = {
    RF: /^RF\d\d[0-9A-Z]{1,21}$/.test(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1,
    OGM: /^\d{12}$/.test(text) && (mod97(text.slice(0, 10)) || 97) === Number(text.slice(10)),
    KID:
      /^\d{1,24}[\d-]$/.test(kid) &&
      (luhn(kid) || weighted(kid.slice(0, -1), [2, 3, 4, 5, 6, 7], 11) === kid.slice(-1)),
    viite: /^\d{4,20}$/.test(text) && weighted(text.slice(0, -1), [7, 3, 1], 10) === text.slice(-1),
    QRR: /^\d{27}$/.test(text) && recursive(text.slice(0, -1)) === Number(text.slice(-1)),
  };
  return REFERENCE_KINDS.filter((kind) => fits[kind]);
}

/**
 * The creditor references in the text of a payment, as they are compared; broken ones are left out.
 * @example creditorReferencesIn('INV 12, RF18 5390 0754 7034 thanks') // ['RF18539007547034']
 */
export function creditorReferencesIn(text: string): string[] {
  const found: string[] = [];
  const written = text.toUpperCase();
  for (const { index } of written.matchAll(/(?<![0-9A-Z])RF ?\d\d/g)) {
    // How far the reference goes is not written anywhere: the longest that is right.
    const [rest = ''] = /^[0-9A-Z ]+/.exec(written.slice(index)) ?? [];
    const words = rest.split(' ');
    const ends = words.map((_, last) => words.slice(0, words.length - last).join(''));
    const right = ends.find((one) => referenceKinds(one).includes('RF'));
    if (right !== undefined) found.push(referenceKey(right));
  }
  return [...new Set(found)];
}

function plain(written: string): string {
  return written.replace(/[^0-9A-Za-z]+/g, '').toUpperCase();
}

/** Mod 10 (Luhn): every second digit from the right is doubled, and the sum of all digits is a multiple of 10. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]) * (place % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** The check digit by weights that turn from the right: what is missing to a multiple; 10 is written as a hyphen. */
function weighted(digits: string, weights: readonly number[], multiple: 10 | 11): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1)
    sum += Number(digits[digits.length - 1 - place]) * (weights[place % weights.length] ?? 0);
  const check = (multiple - (sum % multiple)) % multiple;
  return check === 10 ? '-' : String(check);
}

/** The check digit of the Swiss reference: modulo 10, recursive. */
function recursive(digits: string): number {
  let carry = 0;
  for (const digit of digits) carry = Number('0946827135'[(carry + Number(digit)) % 10]);
  return (10 - carry) % 10;
}
