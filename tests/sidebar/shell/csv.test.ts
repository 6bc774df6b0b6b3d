// A table as a file: quotes, line breaks, and texts that a spreadsheet would take for formulas.
import { describe, expect, it } from 'vitest';
import { sentSince } from '../../../src/sidebar/search/since';
import { csvText } from '../../../src/sidebar/shell/csv';

describe('a CSV file', () => {
  it('quotes each text and doubles the quotes in it', () => {
    expect(
      csvText([
        ['When', 'Said "now"'],
        ['a,b', 'c\nd'],
      ]),
    ).toBe('"When","Said ""now"""\r\n"a,b","c\nd"\r\n');
  });

  it.each(['=1+1', '+49 30', '-2+3', '-A1', '@SUM(A1)'])('has no formula: %s', (text) => {
    expect(csvText([[text]])).toBe(`"'${text}"\r\n`);
  });

  it.each(['-2', '-12.75'])('leaves a number below nought a number: %s', (text) => {
    expect(csvText([[text]])).toBe(`"${text}"\r\n`);
  });
});

describe('a question about what was sent', () => {
  const today = '2026-11-28';
  it.each([
    ['what did we send to Acme since March', 'Acme', '2026-03-01'],
    ['sent to Acme Tools since 2026-10-05?', 'Acme Tools', '2026-10-05'],
    ['Acme since 5 Oct', 'Acme', '2026-10-05'],
    ['Acme since December', 'Acme', '2025-12-01'],
    ['since Dec 2024', '', '2024-12-01'],
  ])('names whom and since when: %s', (text, search, since) => {
    expect(sentSince(text, today)).toEqual({ search, since });
  });

  it.each(['Acme', 'since ever', 'Since & Sons', 'Acme since'])('is none without a day: %s', (text) => {
    expect(sentSince(text, today)).toBeNull();
  });
});
