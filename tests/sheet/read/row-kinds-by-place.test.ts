// Rows that hang on others: lines below an invoice, customers written once, headings, closing rows in any word.
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import type { Mapping } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import type { ReadResult } from '../../../src/sheet/read/read-invoices';
import { date, readAs } from '../grids';

const due = date('2024-05-01');
const later = date('2024-05-15');
const issued = date('2024-04-01');
const HEADER = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Item', 'Amount'];
const MAPPING: Mapping = {
  ...{ customer: 'Customer', invoice: 'Invoice', issued: 'Invoice date', due: 'Due date', amount: 'Amount' },
  ...{ documentType: '', sign: '', lineItem: '', quantity: '', unitPrice: '' },
};

function reading(rows: Cell[][], mapping: Mapping = MAPPING, header: Cell[] = HEADER): ReadResult {
  return readAs([header, ...rows], mapping);
}

/** Customer, number and what is open of each invoice. */
function openOf({ rows }: ReadResult): string[] {
  return bookAsOf(rows, due.day).map(({ customer, invoice, open }) => `${customer} ${invoice} ${open / 100}`);
}

function skippedOf({ skipped }: ReadResult): string[] {
  return skipped.map(({ row, why }) => `${row} ${why}`);
}

describe('a row that goes on with the invoice above', () => {
  it('repeats its number and nothing else: its amount is added (QuickBooks import file)', () => {
    const found = reading([
      ['Alder', '1001', issued, due, 'Trimming', 7],
      ['', '1001', '', '', 'Design', 852],
      ['', '1001', '', '', 'Trimming', 7],
      ['Birch', '1002', issued, later, 'Rocks', 188],
    ]);
    expect(openOf(found)).toEqual(['Alder 1001 866', 'Birch 1002 188']);
    expect(found.problems).toEqual([]);
    expect(skippedOf(found)).toEqual(['3 line item of row 2', '4 line item of row 2']);
  });

  it('has no number either, but words of its own', () => {
    const found = reading([
      ['Alder', '1001', issued, due, 'Trimming', 7],
      ['', '', '', '', 'Design', 852],
      ['', '', '', '', 'Soil', 41],
      ['Birch', '1002', issued, later, 'Rocks', 188],
    ]);
    expect(openOf(found)).toEqual(['Alder 1001 900', 'Birch 1002 188']);
  });

  it('may be without an amount where the first row has the whole', () => {
    const found = reading([
      ['Alder', '1001', issued, due, 'Trimming', 900],
      ['', '1001', '', '', 'Design', ''],
      ['', '', '', '', 'Soil', ''],
      ['Birch', '1002', issued, later, 'Rocks', 188],
    ]);
    expect(openOf(found)).toEqual(['Alder 1001 900', 'Birch 1002 188']);
    expect(found.problems).toEqual([]);
  });

  it('is put together in a table without numbers', () => {
    const { invoice: _, ...mapping } = MAPPING;
    const header = HEADER.filter((name) => name !== 'Invoice');
    const found = reading(
      [
        ['Alder', issued, due, 'Trimming', 7],
        ['', '', '', 'Design', 50],
        ['Alder', issued, later, 'Soil', 1],
      ],
      mapping,
      header,
    );
    expect(openOf(found)).toEqual(['Alder  57', 'Alder  1']);
  });

  it('is none where it has another number, a day, or nothing but an amount', () => {
    const found = reading([
      ['Alder', '1001', issued, due, 'Trimming', 7],
      ['', '1002', '', '', 'Design', 852],
      ['Birch', '1003', issued, due, 'Rocks', 188],
      ['', '', '', '', '', 99],
      ['Cedar', '1004', issued, due, 'Rocks', 5],
    ]);
    expect(openOf(found)).toEqual(['Alder 1001 7', 'Birch 1003 188', 'Cedar 1004 5']);
    expect(found.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'customer-missing'],
      [5, 'customer-missing'],
    ]);
  });
});

describe('a customer written once', () => {
  it('counts for the rows below it, as in merged cells, and that is told', () => {
    const found = reading([
      ['Alder', 'A-1', issued, due, '', 100],
      ['', 'A-2', issued, later, '', 200],
      ['', 'A-3', issued, later, '', 300],
      ['Birch', 'B-1', issued, due, '', 50],
      ['', 'B-2', issued, due, '', 60],
    ]);
    expect(openOf(found)).toEqual(['Alder A-1 100', 'Alder A-2 200', 'Alder A-3 300', 'Birch B-1 50', 'Birch B-2 60']);
    expect(found.problems.map(({ row, code }) => [row, code])).toEqual([[3, 'customer-from-above']]);
  });

  it('is not guessed where names stand in most rows, or the same name in several: such a row is named', () => {
    const most = reading([
      ['Alder', 'A-1', issued, due, '', 100],
      ['Birch', 'A-2', issued, later, '', 200],
      ['', 'A-3', issued, later, '', 300],
      ['Cedar', 'B-1', issued, due, '', 50],
      ['Dogwood', 'B-2', issued, due, '', 60],
    ]);
    expect(most.problems.map(({ row, code }) => [row, code])).toEqual([[4, 'customer-missing']]);
    const again = reading([
      ['Alder', 'A-1', issued, due, '', 100],
      ['', 'A-2', issued, later, '', 200],
      ['', 'A-3', issued, later, '', 300],
      ['Alder', 'B-1', issued, due, '', 50],
    ]);
    expect(again.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'customer-missing'],
      [4, 'customer-missing'],
    ]);
  });

  it('may stand in a row of its own, with a telephone number or with the sum of its invoices', () => {
    const found = reading([
      ['Alder', '', '', '', 'Tel. 0412', ''],
      ['', 'A-1', issued, due, '', 100],
      ['', 'A-2', issued, later, '', 200],
      ['Birch', '', '', '', '', 110],
      ['', 'B-1', issued, due, '', 50],
      ['', 'B-2', issued, due, '', 60],
    ]);
    expect(openOf(found)).toEqual(['Alder A-1 100', 'Alder A-2 200', 'Birch B-1 50', 'Birch B-2 60']);
    expect(skippedOf(found)).toEqual(['2 heading', '5 heading']);
    expect(found.problems).toEqual([]);
  });
});

describe('a closing row', () => {
  const rows: Cell[][] = [
    ['Alder', 'A-1', issued, due, '', 50],
    ['Birch', 'B-1', issued, due, '', 100],
  ];

  it.each<[string, Cell[]]>([
    ['Saldo final', ['Saldo final', '', '', '', '', 150]],
    ['Razem do zapłaty', ['', '', '', 'Razem do zapłaty', '', 150]],
    ['Σ', ['', 'Σ', '', '', '', 150]],
    ['To collect', ['', '', '', '', 'To collect', 150]],
    ['Average', ['Average', '', '', '', '', 75]],
    ['Mittelwert', ['', 'Mittelwert', '', '', '', 75]],
    ['Total', ['', '', 'Total', '', '', 150]],
  ])('is known by its sum or mean, whatever its word: %s', (_, last) => {
    const found = reading([...rows, last]);
    expect(openOf(found)).toEqual(['Alder A-1 50', 'Birch B-1 100']);
    expect(skippedOf(found)).toEqual(['4 total row']);
    expect(found.problems).toEqual([]);
  });

  it('is a figure by age too, whatever its amount', () => {
    const found = reading([...rows, ['Overdue > 30 days', '', '', '', '', 70]]);
    expect(openOf(found)).toEqual(['Alder A-1 50', 'Birch B-1 100']);
    expect(skippedOf(found)).toEqual(['4 total row']);
  });

  it('is known by the sum of its part of the table', () => {
    const found = reading([
      ...rows,
      ['North', '', '', '', '', 150],
      ['Cedar', 'C-1', issued, due, '', 20],
      ['Dogwood', 'D-1', issued, due, '', 30],
      ['South', '', '', '', '', 50],
      ['All in all', '', '', '', '', 200],
    ]);
    expect(skippedOf(found)).toEqual(['4 total row', '7 total row', '8 total row']);
    expect(found.rows).toHaveLength(4);
  });

  it('is an invoice where it has a day or a number, or another amount', () => {
    const found = reading([
      ...rows,
      ['Cedar', '', '', due, '', 150],
      ['Dogwood', 'D-1', '', '', '', 300],
      ['Elm', '', '', '', '', 7],
    ]);
    expect(openOf(found)).toEqual(['Alder A-1 50', 'Birch B-1 100', 'Cedar  150', 'Dogwood D-1 300', 'Elm  7']);
  });

  it('is not seen in a table that marks no invoice by a number or day', () => {
    const found = reading(
      [
        ['Alder', 50],
        ['Birch', 100],
        ['Cedar', 150],
      ],
      { customer: 'Customer', amount: 'Amount' },
      ['Customer', 'Amount'],
    );
    expect(found.rows).toHaveLength(3);
  });

  it('is not a note of some words below the table', () => {
    const found = reading([...rows, ['', '* denotes a mandatory column', '', '', '', '']]);
    expect(found.problems).toEqual([]);
    expect(skippedOf(found)).toEqual(['4 heading']);
  });
});

describe('a settled status', () => {
  const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Status'];
  it.each(['Refunded', 'Credited', 'refunded', 'Gutgeschrieben', 'Remboursée', 'Reembolsado', 'Gecrediteerd'])(
    '%s makes an invoice neither owed nor a credit that lowers others',
    (word) => {
      const mapping = { customer: 'Customer', invoice: 'Invoice', due: 'Due date', amount: 'Amount', status: 'Status' };
      const found = readAs([header, ['Alder', '1', due, 200, word], ['Alder', '2', due, 50, 'Credit note']], mapping);
      expect(found.rows.map(({ status }) => status)).toEqual(['void', 'credit']);
      expect(found.problems).toEqual([]);
    },
  );
});
