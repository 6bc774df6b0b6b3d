// The order of dates that can be read both ways, told by what stands beside them; only where nothing tells is a person asked.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import type { Cell } from '../../../src/sheet/grid';
import { detected, read } from '../grids';

const dues = (values: Cell[][]): (string | null)[] =>
  read(values).rows.map(({ due }) => (due === null ? null : isoOf(due)));
const asks = (values: Cell[][]): boolean => detected(values).questions.some(({ kind }) => kind === 'date-order');

describe('the order of dates written as text', () => {
  const withTerms = (terms: string, issued: string, due: string): Cell[][] => [
    ['Customer', 'Invoice', 'Invoice Date', 'Due Date', 'Terms', 'Amount'],
    ['Alder', '1', issued, due, terms, 100],
  ];

  it.each([
    ['Net 30', '01/06/2026', '01/07/2026', '2026-07-01'],
    ['Net 30', '06/01/2026', '07/01/2026', '2026-07-01'],
    ['14 days', '03/04/2026', '04/01/2026', null],
    ['Net 7', '02/03/2026', '09/03/2026', '2026-03-09'],
    ['30', '05/06/2026', '05/07/2026', '2026-07-05'],
    ['2/10 net 30', '04/05/2026', '03/06/2026', '2026-06-03'],
  ])('is told by terms "%s" from %s to %s', (terms, issued, due, day) => {
    const sheet = withTerms(terms, issued, due);
    expect([asks(sheet), dues(sheet)]).toEqual([day === null, [day]]);
  });

  it('is told by decimal commas: nobody who writes them writes the month first', () => {
    const sheet: Cell[][] = [
      ['Customer', 'Invoice', 'Due', 'Amount'],
      ['Alder', '1', '04/05/2026', '1.250,00'],
      ['Birch', '2', '06/05/2026', '80,40'],
    ];
    expect([asks(sheet), dues(sheet)]).toEqual([false, ['2026-05-04', '2026-05-06']]);
  });

  it.each([
    ['Cliente|Factura|Fecha vencimiento|Importe'],
    ['Client|Facture|Échéance|Montant'],
    ['Kunde|Rechnung|Fällig am|Betrag'],
    ['Cliente|Fattura|Scadenza|Importo'],
    ['Klant|Factuur|Vervaldatum|Bedrag'],
    ['Kontrahent|Faktura|Termin płatności|Kwota'],
    ['Cliente|Fatura|Vencimento|Valor'],
  ])('is told by the language of the headers "%s"', (headers) => {
    const sheet: Cell[][] = [headers.split('|'), ['Alder', '1', '10-04-2024', 100]];
    expect([asks(sheet), dues(sheet)]).toEqual([false, ['2024-04-10']]);
  });

  it('is told by the days between issue and due date, where three invoices have a usual term in one order alone', () => {
    const sheet: Cell[][] = [
      ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount'],
      ['Alder', '1', '03/01/2026', '02/02/2026', 100],
      ['Birch', '2', '05/03/2026', '04/04/2026', 100],
      ['Cedar', '3', '04/05/2026', '03/06/2026', 100],
    ];
    expect([asks(sheet), dues(sheet)]).toEqual([false, ['2026-02-02', '2026-04-04', '2026-06-03']]);
  });

  it('is told where in the other order invoices fall due before they are written', () => {
    const sheet: Cell[][] = [
      ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount'],
      ['Alder', '1', '09/02/2026', '03/04/2026', 100],
      ['Birch', '2', '08/03/2026', '05/05/2026', 100],
      ['Cedar', '3', '11/01/2026', '09/02/2026', 100],
    ];
    expect([asks(sheet), dues(sheet)]).toEqual([false, ['2026-04-03', '2026-05-05', '2026-02-09']]);
  });

  it('is asked about in English with a decimal point, and where the signs contradict each other', () => {
    const plain: Cell[][] = [
      ['Customer', 'Invoice', 'Due date', 'Amount'],
      ['Alder', '1', '04/05/2026', '1,250.00'],
    ];
    expect(asks(plain)).toBe(true);
    const torn = withTerms('Net 30', '01/06/2026', '01/07/2026');
    torn.push(['Birch', '2', '06/01/2026', '07/01/2026', 'Net 30', 5]);
    expect(asks(torn)).toBe(true);
  });

  it('is never another than the one a cell shows', () => {
    const sheet: Cell[][] = [
      ['Kunde', 'Rechnung', 'Fällig am', 'Betrag'],
      ['Alder', '1', '04/05/2026', '80,40'],
      ['Birch', '2', '05/28/2026', '80,40'],
    ];
    expect(dues(sheet)).toEqual(['2026-04-05', '2026-05-28']);
  });
});
