// Payments in a sheet of their own: named where nothing in the invoice sheet tells what was paid.
import { describe, expect, it } from 'vitest';
import { paymentsElsewhere } from '../../../src/sheet/detect/payments-elsewhere';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, gridOf, read } from '../grids';

const due = date('2024-04-30');
const INVOICES: Cell[][] = [
  ['InvoiceId', 'Customer', 'Due date', 'Amount', 'Status'],
  ['R-1', 'Alder', due, 12_000, 'Open'],
  ['R-2', 'Birch', due, 24_000, 'Open'],
];
const COLLECTIONS: Cell[][] = [
  ['Collections of 2024'],
  ['InvoiceId', 'PaymentDate', 'Collection'],
  ['R-1', date('2024-04-10'), 10_000],
  ['r-1', date('2024-04-20'), 2_000],
];

function named(invoices: Cell[][], other: Cell[][], name = 'collections'): string[] {
  return paymentsElsewhere([gridOf(other, name)], read(invoices).rows, detected(invoices)).map(
    ({ message }) => message,
  );
}

describe('payments in another sheet', () => {
  it('are named with their sheet, their columns and what to do', () => {
    const [message = '', second] = named(INVOICES, COLLECTIONS);
    expect(second).toBeUndefined();
    expect(message).toContain(
      'The sheet "collections" holds payments of these invoices (InvoiceId, Collection, PaymentDate)',
    );
    expect(message).toContain('Add them up in a column of "Invoices"');
  });

  it.each(['Zahlungen', 'Payments', 'Encaissements', 'Receipts 2024'])(
    'are known by the name of their sheet as well: %s',
    (name) => {
      const other: Cell[][] = [['No', 'Day', 'Amount'], ...COLLECTIONS.slice(2)];
      expect(named(INVOICES, other, name).length).toBe(1);
      expect(named(INVOICES, other, 'Lines')).toEqual([]);
    },
  );

  it('are the record behind what the invoice sheet tells of payments itself', () => {
    for (const header of ['Balance', 'Amount paid']) {
      const told = INVOICES.map((row, i): Cell[] => [...row, i === 0 ? header : 0]);
      expect(named(told, COLLECTIONS)).toEqual([]);
    }
  });

  it('are not seen in other numbers, in another list of invoices, or in an empty sheet', () => {
    const foreign = COLLECTIONS.map((row, i) => (i > 1 ? ['X-9', ...row.slice(1)] : row));
    expect(named(INVOICES, foreign)).toEqual([]);
    expect(
      named(
        INVOICES,
        [
          ['InvoiceId', 'Customer', 'Amount'],
          ['R-1', 'Alder', 12_000],
        ],
        'Old list',
      ),
    ).toEqual([]);
    expect(named(INVOICES, [], 'Payments')).toEqual([]);
  });
});
