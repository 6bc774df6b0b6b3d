// Structured references: ours is valid by ISO 11649, and those of other systems are known by their check digits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mod97 } from '../../../src/receivables/cash/mod97';
import {
  creditorReference,
  creditorReferencesIn,
  printedReference,
  REFERENCE_KINDS,
  referenceKey,
  referenceKinds,
} from '../../../src/receivables/cash/structured-reference';

// Letters and digits of the references of reminders: src/dunning/reminder/reference.ts.
const id = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 5, maxLength: 5 })
  .map((letters) => `DS-${letters.join('')}`);

describe('the reference of a reminder', () => {
  it('is a creditor reference by ISO 11649, the same for the same reminder, another for another', () => {
    fc.assert(
      fc.property(id, id, (one, other) => {
        const reference = creditorReference(one);
        expect(reference).toMatch(/^RF\d\d[0-9A-Z]{1,21}$/);
        // The law as the standard states it: the first four moved to the end, remainder 1.
        expect(mod97(reference.slice(4) + reference.slice(0, 4))).toBe(1);
        expect(referenceKinds(printedReference(reference))).toContain('RF');
        expect(creditorReference(one)).toBe(reference);
        if (one !== other) expect(creditorReference(other)).not.toBe(reference);
      }),
    );
  });

  it('is found in the text of a payment, however it is spaced and whatever stands beside it', () => {
    const reference = creditorReference('DS-7F3K2');
    for (const text of [
      reference,
      printedReference(reference),
      `INVOICE 12 ${printedReference(reference)} THANK YOU`,
      `Re:${reference.toLowerCase()}, 4.800,00`,
      `/RFB/${reference}`,
      `RF ${reference.slice(2)}`,
    ])
      expect(creditorReferencesIn(text), text).toEqual([reference]);
  });

  it('is not found with a letter or digit mistyped, nor inside of another word', () => {
    const reference = creditorReference('DS-7F3K2');
    for (let at = 2; at < reference.length; at += 1) {
      const typo = reference.slice(0, at) + (reference[at] === '4' ? '5' : '4') + reference.slice(at + 1);
      expect(creditorReferencesIn(typo), typo).toEqual([]);
    }
    expect(creditorReferencesIn(`X${reference}`)).toEqual([]);
    expect(creditorReferencesIn('')).toEqual([]);
  });
});

describe('the references of other systems', () => {
  it.each([
    // ISO 11649, the standard's example.
    ['RF18 5390 0754 7034', 'RF'],
    // Belgian structured communications: remainder 1; and 97 where the remainder is 0.
    ['+++090/1234/56701+++', 'OGM'],
    ['+++000/0000/09797+++', 'OGM'],
    // KID: mod 10; mod 11, of which 10 is a hyphen.
    ['2345676', 'KID'],
    ['12345678903', 'KID'],
    // Finnish viite, weights 7-3-1.
    ['1234561', 'viite'],
    ['12 34561', 'viite'],
    // The Swiss implementation guide's example.
    ['21 00000 00003 13947 14300 09017', 'QRR'],
  ] as const)('are known by length and check digits: %s as %s', (written, kind) => {
    expect(referenceKinds(written)).toContain(kind);
  });

  it('take the hyphen as the tenth check digit of a KID alone', () => {
    // The first number whose weighted sum leaves 1, so that ten is missing to the next multiple of 11.
    const weights = [2, 3, 4, 5, 6, 7];
    const body = [...Array(200).keys()].map(String).find((digits) => {
      const sum = [...digits]
        .reverse()
        .reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0);
      return sum % 11 === 1;
    });
    expect(referenceKinds(`${body}-`)).toEqual(['KID']);
    expect(referenceKinds(`${body}0`)).not.toContain('OGM');
  });

  it('count for nothing where the check fails', () => {
    for (const wrong of ['RF19539007547034', '+++090/1234/56702+++', '210000000003139471430009018', '1234562'])
      for (const kind of ['RF', 'OGM', 'QRR', 'viite'] as const)
        expect(referenceKinds(wrong), wrong).not.toContain(kind);
    expect(referenceKinds('Invoice 12')).toEqual([]);
    expect(REFERENCE_KINDS).toHaveLength(5);
  });

  it('are compared without signs and without zeros in front', () => {
    expect(referenceKey('+++090/1234/56701+++')).toBe(referenceKey('90123456701'));
    expect(referenceKey('RF18 0000 5390')).toBe(referenceKey('rf185390'));
    expect(referenceKey('000')).toBe('0');
  });
});
