// The amount of a line where no other money is there (a short QuickBooks import file).
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, mapped, read } from '../grids';

const HEADER = ['InvoiceNo', 'Customer', 'InvoiceDate', 'DueDate', 'ItemAmount'];
const ROWS: Cell[][] = [
  ['1001', 'A', date('2026-05-08'), date('2026-06-07'), 7],
  ['1001', '', '', '', 852],
  ['1002', 'B', date('2026-05-23'), date('2026-06-23'), 10],
];

describe('the amount of a line', () => {
  it('is that of the invoice where it is the only money, and lines are put together', () => {
    expect(detected([HEADER, ...ROWS]).questions).toEqual([]);
    expect(read([HEADER, ...ROWS]).rows.map(({ invoice, amount }) => [invoice, amount])).toEqual([
      ['1001', 85_900],
      ['1002', 1_000],
    ]);
  });

  it('is asked about beside other money where nothing counts pieces', () => {
    const values = [[...HEADER, 'Something'], ...ROWS.map((row) => [...row, 12.5])];
    expect(mapped(values)).not.toHaveProperty('amount');
    expect(detected(values).questions.map(({ field }) => field)).toContain('amount');
  });
});
