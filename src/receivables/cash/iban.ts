// Account numbers (IBAN, ISO 13616) and bank codes (BIC, ISO 9362) as people type them, checked before a customer reads them.
import { mod97 } from './mod97';

/** An account number or bank code without blanks, in capitals. @example compact('de89 3704') // 'DE893704' */
export function compact(typed: string): string {
  return typed.replace(/[\s.-]+/g, '').toUpperCase();
}

/**
 * Why a typed IBAN is none, a clause without a full stop; '' for one whose check digits are right.
 * @example ibanFault('DE89 3704 0044 0532 0130 00') // ''
 * @example ibanFault('DE89 3704 0044 0532 0130 01') // 'its check digits are not right: ...'
 */
export function ibanFault(typed: string): string {
  const iban = compact(typed);
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{8,30}$/.test(iban))
    return `"${typed}" is not an IBAN, which looks like DE89 3704 0044 0532 0130 00`;
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
