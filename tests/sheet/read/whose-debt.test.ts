// Whose debt it is, as the invoice sheet itself says: insolvent since, assigned to, payment method, kind of debtor.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { date, mapped, read } from '../grids';

const sheet = (header: string, ...cells: Cell[]): Cell[][] => [
  ['Customer', 'Invoice number', 'Invoice date', 'Due date', 'Amount', header],
  ...cells.map((cell, at): Cell[] => ['Acme', `R-${at}`, date('2026-10-01'), date('2026-10-31'), 100, cell]),
];

describe('the columns that say whose debt it is', () => {
  it.each([
    [
      'insolventSince',
      ['Insolvent since', 'Bankruptcy date', 'insolvent seit', 'Insolvable depuis', 'Insolvente desde'],
    ],
    ['insolventSince', ['Data de insolvência', 'Insolvente dal', 'Failliet sinds', 'Upadłość od', '破産日']],
    ['assignedTo', ['Factored to', 'Pledged to', 'Factor', 'abgetreten an', 'Cédée à', 'Cedida a', 'Ceduta a']],
    ['assignedTo', ['Verpand aan', 'Cesja na rzecz', '債権譲渡先']],
    [
      'paymentMethod',
      ['Payment method', 'Direct debit', 'Zahlungsart', 'Lastschrift', 'Mode de règlement', 'Forma de pago'],
    ],
    ['paymentMethod', ['Forma de pagamento', 'Modalità di pagamento', 'Betaalwijze', 'Sposób płatności', '支払方法']],
    ['debtorKind', ['Kind of debtor', 'Debtor type', 'Art des Schuldners', 'Type de débiteur', 'Tipo de deudor']],
    ['debtorKind', ['Tipo de devedor', 'Tipo di debitore', 'Soort debiteur', 'Rodzaj dłużnika', '債務者区分']],
  ])('are found by their header: %s', (field, headers) => {
    const cell = field === 'insolventSince' ? date('2026-11-02') : 'Factor Bank';
    for (const header of headers) expect(mapped(sheet(header, cell, '')), header).toMatchObject({ [field]: header });
  });

  it('are not taken for who looks after an invoice', () => {
    expect(mapped(sheet('Assigned to', 'ann@ourfirm.example', ''))).not.toHaveProperty('assignedTo');
  });

  it('are read of each invoice, and say nothing where a cell is empty or says no', () => {
    const { rows } = read(sheet('Factored to', 'Factor Bank', '', 'no', 'yes'));
    expect(rows.map(({ debt }) => debt?.assignedTo)).toEqual(['Factor Bank', undefined, undefined, 'a third party']);
  });

  it('take a tick under Direct debit for one', () => {
    const { rows } = read(sheet('Direct debit', true, false, 'yes', 'SEPA'));
    expect(rows.map(({ debt }) => debt?.paymentMethod)).toEqual(['Direct debit', undefined, 'Direct debit', 'SEPA']);
  });

  it.each(['Factored to', 'Payment method', 'Kind of debtor', 'Insolvent since'])(
    'keep an invoice back whose cell shows an error: %s',
    (header) => {
      const { rows, problems } = read(sheet(header, '#REF!', ''));
      expect(rows.map(({ unreadable }) => unreadable)).toEqual([[header], undefined]);
      expect(problems.map(({ code }) => code)).toHaveLength(1);
    },
  );
});
