// Account numbers (IBAN, ISO 13616) and bank codes (BIC, ISO 9362) as people type them, checked before a customer reads them.
import { mod97 } from './mod97';

// Lengths by country, from the IBAN registry; a country that is not here is checked by its check digits alone.
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'NO15 BE16 DK18 FI18 NL18 SI19 AT20 EE20 LT20 LU20 XK20 BA20 CH21 HR21 LI21 LV21 BG22 DE22 GB22 GE22 IE22 ME22 RS22 ' +
    'AE23 GI23 IL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 PT25 IS26 TR26 FR27 GR27 IT27 MC27 SM27 ' +
    'AL28 AZ28 CY28 HU28 LB28 PL28 JO30 KW30 MU30 MT31'
  )
    .split(' ')
    .map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** An account number or bank code without blanks, in capitals. @example compact('de89 3704') // 'DE893704' */
export function compact(typed: string): string {
  return typed.replace(/[\s.-]+/g, '').toUpperCase();
}

/**
 * Why a typed IBAN is none, a clause without a full stop; '' for one whose length and check digits are right.
 * @example ibanFault('DE89 3704 0044 0532 0130 00') // ''
 * @example ibanFault('DE89 3704 0044 0532 0130 01') // 'its check digits are not right: ...'
 */
export function ibanFault(typed: string): string {
  const iban = compact(typed);
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{8,30}$/.test(iban))
    return `"${typed}" is not an IBAN, which looks like DE89 3704 0044 0532 0130 00`;
  const country = iban.slice(0, 2);
  const length = LENGTHS.get(country) ?? iban.length;
  if (iban.length !== length) return `an IBAN of ${country} has ${length} letters and digits, this one ${iban.length}`;
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1
    ? ''
    : 'the check digits of this IBAN are not right: compare it with your bank statement';
}

/**
 * Why a typed BIC is none, a clause; '' for one of 8 or 11 letters and digits.
 * @example bicFault('COBADEFFXXX') // ''
 */
export function bicFault(typed: string): string {
  return /^[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?$/.test(compact(typed))
    ? ''
    : `"${typed}" is not a BIC, which has 8 or 11 letters and digits, such as COBADEFFXXX`;
}
