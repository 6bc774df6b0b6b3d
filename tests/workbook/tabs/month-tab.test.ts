// Taking a person out of the tab of a closed month: which lines change, and that those below one another are written at once.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { MONTH_COLUMNS, withoutPerson } from '../../../src/workbook/tabs/month-end/month-tab';

const line = (cells: Partial<Record<(typeof MONTH_COLUMNS)[number]['header'], Cell>>): Cell[] =>
  MONTH_COLUMNS.map(({ header }) => cells[header] ?? '');
const owed = (customer: string, invoice: string): Cell[] =>
  line({ Customer: customer, Invoice: invoice, Open: 5, Status: 'Open', Key: `${customer.toLowerCase()}|${invoice}` });
const person = { key: 'ann', isNamed: (name: string) => name === 'Ann', bank: [], pseudonym: 'erased-1' };

describe('a person in a closed month', () => {
  it('goes by name and key, and lines below one another are one block', () => {
    const cells = [
      line({ Customer: 'Open items' }),
      owed('Ann', '1'),
      owed('Ann', '2'),
      owed('Berg', '3'),
      owed('Ann', '4'),
    ];
    const { cells: left, changed } = withoutPerson(cells, person);
    expect(changed.map(({ row, lines }) => [row, lines.length])).toEqual([
      [2, 2],
      [5, 1],
    ]);
    expect(changed.flatMap(({ lines }) => lines)).toEqual([left[1], left[2], left[4]]);
    expect(left.map(([name]) => name)).toEqual(['Open items', 'erased-1', 'erased-1', 'Berg', 'erased-1']);
    expect(left[4]?.at(-1)).toBe('erased-1|4');
  });

  it('is no sum or title that has the same name', () => {
    const cells = [line({ Customer: 'Ann' }), line({ Customer: 'Ann', Open: 10 })];
    expect(withoutPerson(cells, person)).toEqual({ cells, changed: [] });
  });
});
