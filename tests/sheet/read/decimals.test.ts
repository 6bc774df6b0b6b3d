// What a comma or a dot before three figures is: told by the column, by the currency, else asked about.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import type { ReadResult } from '../../../src/sheet/read/read-invoices';
import { date, detected, read } from '../grids';

const due = date('2025-03-30');

function sheet(amounts: Cell[], header = 'Amount', further: Cell[] = []): Cell[][] {
  const [name, ...cells] = further;
  const rows = amounts.map((amount, i): Cell[] => [`C${i}`, `I-${i}`, due, amount, ...(name ? [cells[i] ?? ''] : [])]);
  return [['Customer', 'Invoice', 'Due date', header, ...(name ? [name] : [])], ...rows];
}

function amountsOf({ rows }: ReadResult): (number | null)[] {
  return rows.map(({ amount }) => amount);
}

describe('three figures behind a mark', () => {
  it('are decimals where another cell of the column shows that the mark is one', () => {
    expect(amountsOf(read(sheet(['173,900', '1 244,640', '12,500'])))).toEqual([17_390, 124_464, 1_250]);
    expect(amountsOf(read(sheet(['173,900', '1 244,640'], 'Montant', ['Devise', 'TND', 'TND'])))).toEqual([
      173_900, 1_244_640,
    ]);
  });

  it('are decimals of a currency that has three, named in the cell, its row, the header or for the sheet', () => {
    expect(amountsOf(read(sheet(['173,900 TND', 'KWD 12.500'])))).toEqual([173_900, 12_500]);
    expect(amountsOf(read(sheet(['173,900', '12,500'], 'Amount', ['Currency', 'TND', 'EUR'])))).toEqual([
      173_900, 1_250_000,
    ]);
    expect(amountsOf(read(sheet(['173,900', '244,640'], 'Amount (BHD)')))).toEqual([173_900, 244_640]);
    expect(amountsOf(read(sheet(['173,900', '244,640']), { defaultCurrency: 'JOD' }))).toEqual([173_900, 244_640]);
  });

  it('are thousands of a currency with fewer, of round thousands, and of figures that no decimals have', () => {
    expect(amountsOf(read(sheet(['173,900', '244,640'], 'Amount (HUF)')))).toEqual([17_390_000, 24_464_000]);
    expect(amountsOf(read(sheet(['25,000', '3,000'])))).toEqual([2_500_000, 300_000]);
    expect(amountsOf(read(sheet(['1,234', '3,500'])))).toEqual([123_400, 350_000]);
    expect(amountsOf(read(sheet(['1,234,500', '3,500'])))).toEqual([123_450_000, 350_000]);
    for (const amounts of [['25,000'], ['1,234'], ['1,234,500', '3,500']])
      expect(detected(sheet(amounts)).questions).toEqual([]);
  });

  it('are asked about where nothing tells, and such an invoice is left out until then', () => {
    const values = sheet(['173,900', '244,640']);
    expect(detected(values).questions).toMatchObject([{ field: 'amount', candidates: ['173900', '173.9'] }]);
    const { rows, problems } = read(values);
    expect(rows).toEqual([]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'amount-unreadable'],
      [3, 'amount-unreadable'],
    ]);
  });

  it('are not asked about where another money column has a mark', () => {
    const values = sheet(['173,900', '244,640'], 'Amount', ['Paid', '12,50', '0,00']);
    expect(detected(values).questions).toEqual([]);
    expect(amountsOf(read(values))).toEqual([17_390, 24_464]);
  });
});
