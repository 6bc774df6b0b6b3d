// Lists of words as they are shipped: whatever is put in comes out again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortList, wordsOf } from '../../../src/sheet/vocabulary/word-list';

describe('a list of words in short', () => {
  it('says once what words begin with', () => {
    expect(shortList(['zahlungen', 'zahlung', 'zahlbetrag'])).toBe('0zahlbetrag,4ung,7en');
  });

  it('gives back every word, those with digits, blanks and signs of other scripts too', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '1', ' ', '期', '限'), minLength: 1, maxLength: 60 });
    const words = fc.uniqueArray(word.map((one) => one.trim()).filter((one) => one !== ''));
    fc.assert(
      fc.property(words, (list) => {
        expect(wordsOf(shortList(list))).toEqual([...list].sort());
      }),
    );
  });
});
