// What a column could mean where its name alone says too little: empty payment columns, codes and names, rival amounts.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, mapped } from '../grids';

describe('a column whose name says too little', () => {
  it.each([
    'Zahlungseingang',
    'Geldeingang',
    'Encaissement',
    'Incasso',
    'Recebimento',
    'Cobro',
    'Wpływ',
    '入金',
    'Payment received',
  ])('takes an empty column "%s" for the day on which the money came', (header) => {
    const { paid, paidOn } = mapped([
      ['Customer', 'Invoice', 'Due date', 'Amount', header],
      ['A', '1', date('2026-01-01'), 5, ''],
    ]);
    expect([paid, paidOn]).toEqual([undefined, header]);
  });

  it.each(['Zahlungseingang', 'Encaissement', 'Incasso', 'Recebimento', 'Cobro', '入金'])(
    'takes "%s" over amounts for what was paid',
    (header) => {
      const { paid, paidOn } = mapped([
        ['Customer', 'Invoice', 'Due date', 'Amount', header],
        ['A', '1', date('2026-01-01'), 5, '2.50'],
      ]);
      expect([paid, paidOn]).toEqual([header, undefined]);
    },
  );

  it.each(['Paid', 'Payment', 'Pago', 'Paiement', 'Betaling', 'Pagamento', 'Płatność', 'Bezahlt', 'Betaald', '支払'])(
    'says of an empty column "%s" that it cannot be told yet what it will hold',
    (header) => {
      const { columns } = detected([
        ['Customer', 'Invoice', 'Due date', 'Amount', header],
        ['A', '1', date('2026-01-01'), 5, ''],
      ]);
      expect(columns.paidOn).toBeUndefined();
      expect(columns.paid).toMatchObject({ header, confidence: 0.5 });
      expect(columns.paid?.reason).toContain('it may come to hold amounts, dates or yes and no');
    },
  );

  it.each(['Amount paid', 'Paid to date', 'Bezahlter Betrag', 'Montant réglé', '入金額'])(
    'takes an empty column "%s" for the amount paid without a doubt',
    (header) => {
      const { paid } = detected([['Customer', 'Invoice', 'Due date', 'Total', header]]).columns;
      expect(paid?.confidence).toBeGreaterThanOrEqual(0.75);
    },
  );

  it.each([
    ['入金', '未'],
    ['Incasso', 'no'],
    ['Zahlungseingang', 'nein'],
    ['Encaissement', 'non'],
    ['Payment received', 'No'],
  ])('reads yes and no under "%s" as the status', (header, answer) => {
    const row: Cell[] = ['A', '1', date('2026-01-01'), 5, answer];
    expect(mapped([['Customer', 'Invoice', 'Due date', 'Amount', header], row]).status).toBe(header);
  });

  it('takes the total for the amount where a discount or the freight makes the difference', () => {
    for (const part of ['Discount', 'Shipping', 'Freight']) {
      const header = ['Customer', 'Invoice', 'Due date', 'Amount', part, 'Total'];
      expect(detected([header, ['A', '1', date('2026-01-01'), 100, 10, 90]]).questions).toEqual([]);
    }
  });

  it('asks which of two plain amounts is owed where they differ and no balance tells', () => {
    const rows: Cell[][] = [
      ['Cliente', 'N. doc.', 'Scadenza', 'Importo', 'Tot. documento'],
      ['A', '1', date('2026-01-01'), 61, 122],
    ];
    expect(detected(rows).questions).toMatchObject([{ field: 'amount', candidates: ['Tot. documento', 'Importo'] }]);
    expect(detected([...rows.slice(0, 1), ['A', '1', date('2026-01-01'), 122, 122]]).questions).toEqual([]);
  });

  it('asks about dates under an unknown name of a payment where nothing else tells who has paid', () => {
    const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Bank receipt of payment'];
    const row: Cell[] = ['A', '1', date('2026-01-01'), 61, date('2026-01-05')];
    expect(detected([header, row]).questions).toMatchObject([
      { field: 'paidOn', candidates: ['Bank receipt of payment'] },
    ]);
    expect(
      detected([
        [...header, 'Balance'],
        [...row, 0],
      ]).questions,
    ).toEqual([]);
    const next = [...header.slice(0, 4), 'Next payment date'];
    expect(detected([next, row]).questions).toEqual([]);
  });

  it('takes codes under one name of the customer and names under another for what they are', () => {
    const values: Cell[][] = [
      ['Tiers', 'Nom', 'Échéance', 'Montant'],
      ['C001', 'A SARL', date('2026-01-01'), 5],
    ];
    expect(mapped(values)).toMatchObject({ customerId: 'Tiers', customer: 'Nom' });
  });

  it('takes invoice numbers that look like dates for numbers', () => {
    const values: Cell[][] = [
      ['Numer', 'Nabywca', 'Termin płatności', 'Kwota'],
      ['17/01/2026', 'A', '2026-02-14', 5],
    ];
    expect(mapped(values)).toMatchObject({ invoice: 'Numer', due: 'Termin płatności' });
  });
});
