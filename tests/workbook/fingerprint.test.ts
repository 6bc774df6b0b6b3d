// A fingerprint of cells and texts tells any change of them, wherever it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprint, fingerprintOf } from '../../src/workbook/fingerprint';

const printOf = (...texts: string[]): string => {
  const print = new Fingerprint();
  for (const text of texts) print.text(text);
  return print.toString();
};

describe('the fingerprint of texts', () => {
  it('is the same for the same text, and another where any one letter is another, by both of its halves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { minLength: 1 }).map((codes) => String.fromCharCode(...codes)),
        fc.nat(),
        fc.integer({ min: 1, max: 0xffff }),
        (text, place, by) => {
          const at = place % text.length;
          const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ by) + text.slice(at + 1);
          const [one, changed] = [printOf(text), printOf(other)];
          expect(printOf(text)).toBe(one);
          expect(changed.slice(0, 8)).not.toBe(one.slice(0, 8));
          expect(changed.slice(8)).not.toBe(one.slice(8));
        },
      ),
    );
  });

  it('tells two letters that changed places, a letter more at the end, and where a text ends', () => {
    const prints = [printOf('abcd'), printOf('badc'), printOf('cdab'), printOf('abcd\0'), printOf('ab', 'cd')];
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('the fingerprint of cells', () => {
  it('tells a number from its text, a day from its number, and a row from two', () => {
    const cells = [[['1', '2']], [[1, 2]], [[{ day: 1 }, 2]], [['1'], ['2']], [['1', '2', '']], [[true, '2']]];
    expect(new Set(cells.map((rows) => fingerprintOf(rows))).size).toBe(cells.length);
    expect(fingerprintOf([['1', '2']])).toBe(fingerprintOf([['1', '2']]));
  });
});
