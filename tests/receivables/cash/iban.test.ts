// Account numbers as typed: check digits by the examples of the IBAN registry.
import { describe, expect, it } from 'vitest';
import { bicFault, compact, ibanFault } from '../../../src/receivables/cash/iban';
import { inFours } from '../../../src/receivables/cash/mod97';

// The registry's own examples (SWIFT IBAN registry, part 1).
const REGISTRY = [
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'FR1420041010050500013M02606',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'CH9300762011623852957',
  'NL91ABNA0417164300',
];

describe('an IBAN', () => {
  it.each(REGISTRY)('is taken as the registry shows it, spaced or not, in small letters too: %s', (iban) => {
    expect(ibanFault(iban)).toBe('');
    expect(ibanFault(` ${inFours(iban).toLowerCase()} `)).toBe('');
    expect(compact(inFours(iban))).toBe(iban);
  });

  it.each(REGISTRY)('is refused with any one digit another: %s', (iban) => {
    for (let at = 2; at < iban.length; at += 1) {
      const digit = iban.charAt(at);
      if (!/\d/.test(digit)) continue;
      const typo = iban.slice(0, at) + ((Number(digit) + 1) % 10) + iban.slice(at + 1);
      expect(ibanFault(typo), typo).not.toBe('');
    }
  });

  it('is refused with two neighbours exchanged, a digit missing, or as a text', () => {
    expect(ibanFault('DE98370400440532013000')).toContain('check digits');
    expect(ibanFault('DE8937040044053201300')).toContain('check digits');
    expect(ibanFault('our account')).toContain('is not an IBAN');
    expect(ibanFault('')).toContain('is not an IBAN');
  });
});

describe('a BIC', () => {
  it('has 8 or 11 letters and digits', () => {
    expect(bicFault('COBADEFF')).toBe('');
    expect(bicFault('cobadeffxxx')).toBe('');
    expect(bicFault('COBADEFFX')).toContain('8 or 11');
    expect(bicFault('1234DEFF')).toContain('is not a BIC');
  });
});
