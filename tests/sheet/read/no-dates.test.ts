// Dates that are none: placeholders of systems that cannot leave a date empty, noughts, and words for nothing.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import type { Cell } from '../../../src/sheet/grid';
import { date, read } from '../grids';

const HEADER = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Payment date'];
const issued = date('2024-03-01');
const due = date('2024-03-31');
const PAID: Cell[] = ['Birch', 'V-2', issued, due, 300, date('2024-04-15')];

function withPayment(cell: Cell): ReturnType<typeof read> {
  return read([HEADER, ['Alder', 'V-1', issued, due, 500, cell], PAID]);
}

describe('dates that stand for none', () => {
  it.each<Cell>([
    date('1900-01-01'),
    date('1970-01-01'),
    date('1753-01-01'),
    date('9999-12-31'),
    date('2204-03-31'),
    '1900-01-01',
    '1/1/1900',
    '1970-01-01T00:00:00Z',
    '0000-00-00',
    '00.00.0000',
    '0001-01-01',
    '9999-12-31 00:00:00',
    19_000_101,
  ])('takes %j under "Payment date" for no payment, and says so', (cell) => {
    const { rows, problems } = withPayment(cell);
    expect(rows.map(({ paidOn, unreadable }) => [paidOn === null, unreadable])).toEqual([
      [true, undefined],
      [false, undefined],
    ]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Payment date', 'date-placeholder'],
    ]);
  });

  it.each<Cell>(['NULL', 'NaT', 'nan', 'None', 'N/A', '-', '—', '\\N', '(null)', 0, '0', date('1899-12-30')])(
    'takes %j under "Payment date" for an empty cell, without a word',
    (cell) => {
      const { rows, problems } = withPayment(cell);
      expect(rows[0]).toMatchObject({ paidOn: null });
      expect(rows[0]).not.toHaveProperty('unreadable');
      expect(problems).toEqual([]);
    },
  );

  it('has no due date where the due column holds a placeholder: such an invoice is never 120 years late', () => {
    const { rows, problems } = read([HEADER, ['Alder', 'V-1', issued, date('1900-01-01'), 500, ''], PAID]);
    expect(rows[0]).toMatchObject({ due: null });
    expect(problems.map(({ code, column }) => [code, column])).toEqual([['date-placeholder', 'Due date']]);
  });

  it('lets the terms tell the due date where the due column holds a placeholder', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Invoice date', 'Terms', 'Due date', 'Amount'],
      ['Alder', 'V-1', issued, 'Net 30', date('1900-01-01'), 500],
      ['Birch', 'V-2', issued, 'Net 30', date('2024-03-31'), 500],
    ];
    expect(read(values).rows.map((row) => row.due && isoOf(row.due))).toEqual(['2024-03-31', '2024-03-31']);
  });

  it('is told once, however many rows have it', () => {
    const rows = [1, 2, 3, 4].map((n): Cell[] => ['Alder', `V-${n}0`, issued, due, n, '1900-01-01']);
    expect(read([HEADER, ...rows, PAID]).problems.map(({ row }) => row)).toEqual([2]);
  });

  it('does not let a payment count that lies years before its invoice: such an invoice waits until it is mended', () => {
    const { rows, problems } = withPayment(date('2014-04-02'));
    expect(rows[0]).toMatchObject({ paidOn: null, unreadable: ['Payment date'] });
    expect(problems.map(({ code }) => code)).toEqual(['date-unreadable']);
    expect(withPayment(date('2023-12-01')).rows[0]).toMatchObject({ paidOn: date('2023-12-01').day });
  });
});

describe('words for nothing', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Paid', 'Status', 'Email', 'Currency'];
  it.each(['NULL', 'NaN', 'null', 'N/A', '-'])('reads %s like an empty cell in every column', (word) => {
    const { rows, problems } = read([
      header,
      ['Alder', word, due, 500, word, word, word, word],
      ['Birch', 'V-2', due, 300, 100, 'Open', 'a@b.example', 'EUR'],
    ]);
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ invoice: '', paid: null, status: '', email: '', currency: 'XXX' });
  });

  it('leaves a customer called None or Nan alone', () => {
    const { rows } = read([header, ['Nan', '1', due, 5, '', '', '', ''], ['None', '2', due, 5, '', '', '', '']]);
    expect(rows.map(({ customer }) => customer)).toEqual(['Nan', 'None']);
  });

  it('reads an amount that an apostrophe keeps text', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Due date', 'Balance'],
      ['Alder', '1', due, "'-1,234.56"],
      ['Alder', '2', due, "'-5.00"],
      ['Alder', '3', due, '’80,00'],
    ];
    const { rows, problems } = read(values);
    expect(problems).toEqual([]);
    expect(rows.map(({ balance }) => balance)).toEqual([-123_456, -500, 8_000]);
  });

  it('reads a date that an apostrophe keeps text', () => {
    expect(read([HEADER, ['Alder', 'V-1', issued, "'2024-03-31", 5, ''], PAID]).rows[0]).toMatchObject({
      due: due.day,
    });
  });
});
