// Reports with the customer in a row of its own above its invoices: what is found, kept in the mapping and read.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import type { ReadResult } from '../../../src/sheet/read/read-invoices';
import { headersIn } from '../../../src/workbook/invoices';
import { date, detected, mapped, read, readAs } from '../grids';

function blank(...cells: Cell[]): Cell[] {
  return Array.from({ length: 7 }, (_, i) => cells[i] ?? '');
}

// Headers of Xero's Aged Receivables Detail.
const XERO: Cell[][] = [
  ['Aged Receivables Detail'],
  ['As at 30 April 2024'],
  [],
  ['Invoice Date', 'Due Date', 'Invoice Number', 'Invoice Reference', 'Current', 'Older', 'Total'],
  [],
  blank('Alder Ltd'),
  [date('2024-03-01'), date('2024-03-31'), 'INV-1', 'PO 1', 0, 100, 100],
  [date('2024-04-15'), date('2024-05-15'), 'INV-2', '', 200, 0, 200],
  blank('Total Alder Ltd', '', '', '', 200, 100, 300),
  [],
  blank('7-Eleven'),
  [date('2024-01-01'), date('2024-01-31'), 'INV-3', '', 0, 50, 50],
  blank('Total 7-Eleven', '', '', '', 0, 50, 50),
  blank('Total', '', '', '', 200, 150, 350),
];

// QuickBooks' Customer Balance Detail: the column of the names has no header.
const QUICKBOOKS: Cell[][] = [
  ['Customer Balance Detail'],
  ['', 'Date', 'Transaction Type', 'Num', 'Due Date', 'Amount', 'Open Balance'],
  blank('Alder Ltd'),
  ['', date('2024-03-01'), 'Invoice', '1001', date('2024-03-31'), 100, 100],
  ['', date('2024-04-15'), 'Invoice', '1002', date('2024-05-15'), 200, 150],
  blank('Total for Alder Ltd', '', '', '', '', 300, 250),
  blank('Birch plc'),
  ['', date('2024-01-01'), 'Invoice', '1003', date('2024-01-31'), 50, 50],
  blank('Total for Birch plc', '', '', '', '', 50, 50),
  blank('TOTAL', '', '', '', '', 350, 300),
];

function ofCustomers({ rows }: ReadResult): string[] {
  return rows.map(({ customer, invoice }) => `${customer} ${invoice}`);
}

describe('customers above their invoices', () => {
  it('are found in the column of another meaning, and nothing is asked (Xero)', () => {
    expect(mapped(XERO)).toMatchObject({ customer: 'Invoice Date', issued: 'Invoice Date', invoice: 'Invoice Number' });
    expect(detected(XERO).questions).toEqual([]);
    const found = read(XERO);
    expect(ofCustomers(found)).toEqual(['Alder Ltd INV-1', 'Alder Ltd INV-2', '7-Eleven INV-3']);
    expect(found.rows.map(({ issued }) => issued)).toEqual([
      date('2024-03-01').day,
      date('2024-04-15').day,
      date('2024-01-01').day,
    ]);
    expect(found.problems).toEqual([]);
  });

  it('are found in a column without a header, which is called by its letter (QuickBooks)', () => {
    const found = detected(QUICKBOOKS);
    expect(found).toMatchObject({ headerRow: 2, columns: { customer: { index: 0, header: 'Column A' } } });
    expect(found.questions).toEqual([]);
    expect(ofCustomers(read(QUICKBOOKS))).toEqual(['Alder Ltd 1001', 'Alder Ltd 1002', 'Birch plc 1003']);
  });

  it.each([
    ['Xero', XERO],
    ['QuickBooks', QUICKBOOKS],
  ])('are read by what the mapping keeps (%s)', (_, values) => {
    expect(readAs(values, headersIn(detected(values)))).toEqual(read(values));
  });

  it('are read where a person names their column', () => {
    const { issued: _, ...mapping } = headersIn(detected(XERO));
    expect(ofCustomers(readAs(XERO, mapping))).toEqual(['Alder Ltd INV-1', 'Alder Ltd INV-2', '7-Eleven INV-3']);
  });

  it('are no ages, no single title, and not where a column names the customer', () => {
    const byAge = XERO.map((row) =>
      row.map((cell) => (cell === 'Alder Ltd' ? '1 - 30 days' : cell === '7-Eleven' ? 'Current' : cell)),
    );
    expect(mapped(byAge)).not.toHaveProperty('customer');
    const title: Cell[][] = [XERO[3] ?? [], blank('Open items'), XERO[6] ?? [], XERO[7] ?? []];
    expect(mapped(title)).not.toHaveProperty('customer');
    const named = QUICKBOOKS.map((row, i) => [...row, i === 1 ? 'Customer' : row[3] !== '' && i > 1 ? 'Cedar' : '']);
    expect(mapped(named)).toMatchObject({ customer: 'Customer' });
  });
});
