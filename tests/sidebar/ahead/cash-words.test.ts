// What the page Cash says: a delay in a sentence, sums without cents, the file, the line on Today.
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import { lookAhead } from '../../../src/receivables/forecast/look-ahead';
import { cashCsv, slipInWords } from '../../../src/sidebar/ahead/cash';
import { roundMoney } from '../../../src/sidebar/ahead/cash-chart';
import { expectedInWords } from '../../../src/sidebar/ahead/expected-line';
import type { CurrencyAhead } from '../../../src/sidebar/expected/ahead-book';
import { shortValue, stepsFor } from '../../../src/sidebar/figures/scale';
import { TINY_DAY, tinyBook } from '../../receivables/forecast/tiny-book';

const rows = tinyBook();
const cash = lookAhead({
  ...{ asOf: TINY_DAY, rows, invoices: bookAsOf(rows, TINY_DAY), tolerance: 0.05, disputed: new Set<string>() },
  beside: () => ({}),
}).cash.get('EUR');
if (!cash) throw new Error('the tiny book has euros');
const EUROS: CurrencyAhead = {
  ...{ currency: 'EUR', cash, skill: undefined, isShown: true, past: [], apart: 0, goal: null },
};

describe('what the page Cash says', () => {
  const tell = (change: number[]) =>
    slipInWords(
      'Acme',
      4,
      change,
      (at) => `week ${at + 1}`,
      (minor) => roundMoney(minor, 'EUR'),
    );

  it('tells the worst of a delay and what is left of it at the end', () => {
    expect(tell([-100_000, -50_000, 150_000])).toBe(
      'If Acme paid 4 weeks later, you would have 1,500 EUR less by week 2 than expected; all of it comes within the 13 weeks.',
    );
    expect(tell([-100_000, 0, 40_000])).toContain(
      '1,000 EUR less by week 1 than expected; 600 EUR less within the 13 weeks.',
    );
    expect(tell([0, 0])).toBe('If Acme paid 4 weeks later, these weeks would stay as they are.');
  });

  it('writes sums without cents', () => {
    expect(roundMoney(1_234_567, 'EUR')).toBe('12,346 EUR');
    expect(roundMoney(1_234_567, 'JPY')).toBe('1,234,567 JPY');
  });

  it('has round steps at a picture, written in few signs', () => {
    expect(stepsFor(0, 45_163)).toEqual([0, 20_000, 40_000, 60_000]);
    expect([0, 999, 12_345, 450_000, 123_000_000].map((one) => shortValue(one, 'money'))).toEqual([
      ...['0', '999', '12.3k', '450k', '123M'],
    ]);
  });

  it('saves a line a week and what is not expected; nothing of a currency where due dates were as near', () => {
    const lines = cashCsv([EUROS, { ...EUROS, currency: 'USD', isShown: false }])
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(15);
    expect(lines[1]).toMatch(/^"EUR","2026-05-01","2026-05-07","\d+\.\d\d?",/);
    expect(lines[14]).toContain('"not expected"');
    expect(lines.join()).not.toContain('USD');
  });

  it('tells Today a week and four, two currencies at most, and is silent where the forecast is', () => {
    expect(expectedInWords([EUROS])).toMatch(
      /^Expected: \d+ EUR in a week \(6 in 10: \d+ EUR to \d+ EUR\), \d+ EUR in four weeks\.$/,
    );
    expect(expectedInWords([{ ...EUROS, isShown: false }])).toBe('');
    expect(expectedInWords([EUROS, EUROS, EUROS]).split(';')).toHaveLength(2);
    expect(expectedInWords([EUROS, EUROS, EUROS])).toMatch(/ Further currencies stand under Cash\.$/);
    expect(expectedInWords([EUROS, EUROS])).not.toContain('Further');
  });
});
