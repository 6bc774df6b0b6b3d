// Amounts as people type them into our tabs, whose cells are often text.
import { describe, expect, it } from 'vitest';
import { amountOfCell } from '../../../src/sheet/read/typed-cells';

describe('an amount in one of our tabs', () => {
  it.each([
    [12.5, 12.5],
    ['12.5', 12.5],
    ['0,50', 0.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1,234', 1234],
    ['-3', -3],
  ])('%s is read as %s', (cell, amount) => {
    expect(amountOfCell(cell)).toEqual({ amount, fault: '' });
  });

  it.each(['1.234', '12.345.678', 'half', '12 €'])('%s is reported, not guessed', (cell) => {
    expect(amountOfCell(cell)).toMatchObject({ amount: null, fault: expect.stringContaining(cell) });
  });

  it('reads a fraction with three decimals as one', () => {
    expect(amountOfCell('0.125').amount).toBe(0.125);
  });
});
