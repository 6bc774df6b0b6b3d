// Text in columns: amounts end at one place, whatever their size, beside names in any writing.
import { describe, expect, it } from 'vitest';
import { amountText, inColumns, moneyText } from '../../src/local/text-columns';

describe('columns of text', () => {
  it('have amounts of every size end at one place', () => {
    const amounts = [0, 950.1, 1_234_567.89, 123_456_789.1].map((amount) => [amountText(amount, 'EUR'), 'x']);
    const ends = inColumns(amounts, [true, false]).map((line) => line.indexOf('  x'));
    expect(new Set(ends).size).toBe(1);
  });

  it('count the two places that a Japanese sign takes, and none for an accent by itself', () => {
    const [latin, japanese, accent] = inColumns(
      [
        ['abcdef', 'x'],
        ['株式', 'x'],
        ['e\u0301', 'x'],
      ],
      [false, false],
    );
    expect(latin).toBe('  abcdef  x');
    expect(japanese).toBe('  株式    x');
    expect(accent).toBe('  e\u0301       x');
  });

  it('write an amount with its own decimals and its currency behind it, where one is known', () => {
    expect(moneyText(1234.5, 'JPY')).toBe('1,235 JPY');
    expect(moneyText(4800, 'EUR')).toBe('4,800.00 EUR');
    expect(moneyText(4800, 'XXX')).toBe('4,800.00');
  });
});
