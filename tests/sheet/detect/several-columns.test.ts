// A field that stands in several columns: how the mapping keeps them, and how they are found again.
import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../src/sheet/detect/confirmed-columns';
import { isProblem } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { date, gridOf, mapped } from '../grids';

const INSTALLED: Cell[][] = [
  ['Customer', 'Invoice', 'Due date', 'Amount', 'Payment 1', 'Payment 2', 'Payment 3', 'Rent + heating'],
  ['A', 'R-1', date('2024-04-01'), 1000, 400, 300, '', 5],
];
const MAPPING = { customer: 'Customer', due: 'Due date', amount: 'Amount' };

describe('a field in several columns', () => {
  it('is written as its headers with a plus, and found again wherever they stand', () => {
    const found = applyMapping(gridOf(INSTALLED), { ...MAPPING, paid: 'Payment 1 + Payment 2 + payment 3' });
    if (isProblem(found)) throw new Error(found.message);
    expect(found.columns.paid).toMatchObject({
      index: 4,
      further: [5, 6],
      header: 'Payment 1 + Payment 2 + Payment 3',
    });
  });

  it('is one column where the header itself has a plus in it', () => {
    const found = applyMapping(gridOf(INSTALLED), { ...MAPPING, deposit: 'Rent + heating' });
    expect(found).toMatchObject({ columns: { deposit: { index: 7, header: 'Rent + heating' } } });
    expect(found).not.toHaveProperty('columns.deposit.further');
  });

  it('names the one of them that is gone', () => {
    const found = applyMapping(gridOf(INSTALLED), { ...MAPPING, paid: 'Payment 1 + Payment 4' });
    expect(found).toMatchObject({ code: 'column-missing', column: 'Payment 4' });
  });

  it('is not split for a field that has one column', () => {
    const found = applyMapping(gridOf(INSTALLED), { ...MAPPING, invoice: 'Payment 1 + Payment 2' });
    expect(found).toMatchObject({ code: 'column-missing', column: 'Payment 1 + Payment 2' });
  });
});

describe('columns of documents', () => {
  it.each([
    ['Invoice PDF', 'invoiceDocument'],
    // Not a place to pay at: the mail would say "Pay online" of a document, and need no bank details.
    ['Invoice link', 'invoiceDocument'],
    ['Rechnungskopie', 'invoiceDocument'],
    ['Lien facture', 'invoiceDocument'],
    ['Lieferschein', 'deliveryProof'],
    ['Proof of delivery', 'deliveryProof'],
    ['Albarán', 'deliveryProof'],
    ['PO PDF', 'orderDocument'],
  ])('"%s" is one where its cells are web addresses, and none where they are numbers', (header, field) => {
    const of = (cell: string): Record<string, string> =>
      mapped([
        ['Customer', 'Invoice', 'Due date', 'Amount', header],
        ['ACME', '17', date('2026-02-14'), 120, cell],
        ['Beta', '18', date('2026-02-14'), 80, cell],
      ]);
    expect(of('https://files.example/17.pdf')[field]).toBe(header);
    expect(of('LS-4711')[field]).toBeUndefined();
  });
});
