// Account statements: debit and credit columns, payments in rows of their own, running balances.
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, mapped, read } from '../grids';

const day = (n: number): Cell => date(`2026-01-${String(n).padStart(2, '0')}`);
const due = date('2026-02-14');
const HEADER = ['Date', 'Customer', 'Document', 'Due date', 'Debit', 'Credit', 'Balance'];
const STATEMENT: Cell[][] = [
  HEADER,
  [day(15), 'ACME', 'INV-17', due, 120, '', 120],
  [day(16), 'ACME', 'INV-18', due, 80, '', 200],
  [day(20), 'ACME', 'INV-17', '', '', 50, 150],
  [day(21), 'Beta', 'INV-19', due, 30, '', 180],
];

function open(values: Cell[][], on = '2026-03-01'): [string, number][] {
  return bookAsOf(read(values).rows, date(on).day).map(({ invoice, open: left }) => [invoice, left]);
}

describe('a ledger with debit and credit', () => {
  it("is read with debit as the invoice amount, and its running balance is nobody's", () => {
    expect(mapped(STATEMENT)).toMatchObject({ amount: 'Debit', paid: 'Credit', due: 'Due date' });
    expect(mapped(STATEMENT).balance).toBeUndefined();
    expect(detected(STATEMENT).questions).toEqual([]);
  });

  it('takes a payment to the invoice whose number it names, from its day on', () => {
    const { rows, skipped, problems } = read(STATEMENT);
    expect(skipped).toEqual([{ row: 4, why: 'payment of row 2' }]);
    expect(problems).toEqual([]);
    expect(rows.map(({ amount, paid, balance }) => [amount, paid, balance])).toEqual([
      [12_000, 5_000, 7_000],
      [8_000, null, null],
      [3_000, null, null],
    ]);
    expect(open(STATEMENT, '2026-01-19')[0]).toEqual(['INV-17', 12_000]);
    expect(open(STATEMENT, '2026-01-20')[0]).toEqual(['INV-17', 7_000]);
  });

  it('recognises a running balance with the newest line on top, and one for each customer', () => {
    const [header = [], ...lines] = STATEMENT;
    expect(mapped([header, ...lines.reverse()]).balance).toBeUndefined();
    const each: Cell[][] = [
      HEADER,
      [day(15), 'ACME', 'INV-17', due, 120, 0, 120],
      [day(15), 'Beta', 'INV-18', due, 80, 0, 80],
      [day(16), 'ACME', 'INV-19', due, 10, 0, 130],
      [day(20), 'Beta', 'INV-18', '', 0, 80, 0],
    ];
    expect(mapped(each).balance).toBeUndefined();
    expect(open(each)).toEqual([
      ['INV-17', 12_000],
      ['INV-18', 0],
      ['INV-19', 1_000],
    ]);
  });

  it('asks what payments settle that name no invoice, and then lets them lower what the customer owes', () => {
    const values: Cell[][] = [HEADER, ...STATEMENT.slice(1, 3), [day(20), 'ACME', 'BANK 7', '', '', 50, 150]];
    const [question, ...others] = detected(values).questions;
    expect(others).toEqual([]);
    expect(question).toMatchObject({ field: 'paid', candidates: ['Credit'] });
    expect(question?.message).toContain('"Credit" has one payment or credit without the number of an invoice');
    expect(open(values)).toEqual([
      ['INV-17', 12_000],
      ['INV-18', 8_000],
      ['BANK 7', -5_000],
    ]);
  });

  it('leaves a payment apart that is more than its invoice, or that could be for two of its number', () => {
    const over: Cell[][] = [HEADER, [day(1), 'A', '1', due, 50, '', 50], [day(2), 'A', '1', '', '', 70, -20]];
    expect(open(over)).toEqual([
      ['1', 5_000],
      ['1', -7_000],
    ]);
    const two: Cell[][] = [
      HEADER,
      [day(1), 'A', '1', due, 50, '', 50],
      [day(1), 'A', '1', date('2026-03-14'), 50, '', 100],
      [day(2), 'A', '1', '', '', 50, 50],
    ];
    expect(detected(two).questions.map(({ field }) => field)).toEqual(['paid']);
    expect(open(two).map(([, left]) => left)).toEqual([5_000, 5_000, -5_000]);
  });

  it('pays nothing with a payment that is only a draft or void', () => {
    const values: Cell[][] = [
      [...HEADER.slice(0, 6), 'Status'],
      [day(1), 'A', '1', due, 50, '', 'Open'],
      [day(2), 'A', '1', '', '', 50, 'Void'],
    ];
    expect(open(values)[0]).toEqual(['1', 5_000]);
  });

  it('keeps the balance of an open-item list, where each row has its own', () => {
    const values: Cell[][] = [
      HEADER,
      [day(15), 'ACME', 'INV-17', due, 120, 0, 120],
      [day(16), 'ACME', 'INV-18', due, 80, 0, 30],
      [day(20), 'ACME', 'CN-1', '', 0, 40, 40],
    ];
    expect(mapped(values)).toMatchObject({ balance: 'Balance', amount: 'Debit' });
    expect(open(values)).toEqual([
      ['INV-17', 12_000],
      ['INV-18', 3_000],
      ['CN-1', -4_000],
    ]);
  });

  it("asks about a balance that is neither its row's own nor the sum of the rows above", () => {
    const values: Cell[][] = [
      HEADER,
      [day(15), 'ACME', 'INV-17', due, 120, 0, 500],
      [day(16), 'ACME', 'INV-18', due, 80, 0, 900],
    ];
    expect(detected(values).questions).toMatchObject([{ field: 'balance', candidates: ['Balance'] }]);
    expect(mapped(values).balance).toBeUndefined();
  });

  it('reads a row with both sides as an invoice and what was paid of it', () => {
    expect(open([HEADER.slice(0, 6), [day(15), 'ACME', 'INV-17', due, 120, 20]])).toEqual([['INV-17', 10_000]]);
  });

  it.each([
    ['Konto|Kontobezeichnung|Belegfeld 1|Datum|Fälligkeit|Soll|Haben|Saldo'],
    ['Compte|Client|Pièce|Date|Échéance|Débit|Crédit|Solde'],
    ['Cuenta|Cliente|Documento|Fecha|Vencimiento|Debe|Haber|Saldo'],
    ['Conta|Cliente|Documento|Data|Vencimento|Débito|Crédito|Saldo'],
    ['Conto|Cliente|Documento|Data|Scadenza|Dare|Avere|Saldo'],
    ['Rekening|Klant|Boekstuk|Datum|Vervaldatum|Debet|Credit|Saldo'],
    ['Konto|Kontrahent|Dokument|Data|Termin płatności|Wn|Ma|Saldo'],
    ['コード|取引先|伝票番号|日付|支払期日|借方|貸方|残高'],
    ['Account|Customer|Document|Date|Due date|Charges|Payments|Balance'],
  ])('is understood as %s', (headers) => {
    const lines = STATEMENT.slice(1).map(
      ([on = '', who = '', number = '', until = '', debit = '', credit = '', sum = '']) => [
        ...['1', who, number, on, until, debit, credit, sum],
      ],
    );
    const { amount, paid, balance } = mapped([headers.split('|'), ...lines]);
    expect([amount, paid, balance]).toEqual([headers.split('|')[5], headers.split('|')[6], undefined]);
    expect(open([headers.split('|'), ...lines]).map(([, left]) => left)).toEqual([7_000, 8_000, 3_000]);
  });
});

describe('a statement with one column of amounts', () => {
  const header = ['Date', 'Type', 'Customer', 'Number', 'Due date', 'Amount', 'Balance'];

  it('has a running balance too, and its payments go to the invoices they name', () => {
    const values: Cell[][] = [
      header,
      [day(15), 'Invoice', 'ACME', '17', due, 120, 120],
      [day(16), 'Invoice', 'ACME', '18', due, 80, 200],
      [day(20), 'Payment', 'ACME', '17', '', -120, 80],
    ];
    expect(mapped(values).balance).toBeUndefined();
    expect(open(values)).toEqual([
      ['17', 0],
      ['18', 8_000],
    ]);
  });

  it('counts a payment as money and a credit note as none', () => {
    const { rows } = read([
      header,
      [day(15), 'Invoice', 'ACME', '17', due, 120, 120],
      [day(18), 'Credit note', 'ACME', '17', '', -20, 100],
      [day(20), 'Payment', 'ACME', '17', '', -100, 0],
      [day(21), 'Invoice', 'ACME', '18', due, 50, 50],
      [day(25), 'Credit note', 'ACME', '18', '', -50, 0],
    ]);
    expect(rows.map(({ paidOn, payments }) => [paidOn, payments?.map(({ isCredit }) => isCredit === true)])).toEqual([
      [date('2026-01-20').day, [true, false]],
      [null, [true]],
    ]);
  });

  it.each([
    'Running balance',
    'Saldo kumuliert',
    'Solde progressif',
    'Saldo acumulado',
    'Saldo progressivo',
    'Cumulatief saldo',
  ])('never takes "%s" for what is open, and asks what payments without a number settle', (name) => {
    const values: Cell[][] = [
      ['Date', 'Customer', 'Number', 'Due date', 'Amount', name],
      [day(15), 'ACME', '17', due, 120, 120],
      [day(20), 'ACME', '', '', -50, 70],
    ];
    expect(mapped(values).balance).toBeUndefined();
    expect(detected(values).questions).toMatchObject([{ field: 'paid', candidates: [] }]);
  });

  it('keeps a balance that only happens to step by the amounts', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Due date', 'Amount', 'Balance'],
      ...[100, 0, 100, 0].map((left, i): Cell[] => ['ACME', `${i}`, due, 100, left]),
    ];
    expect(mapped(values).balance).toBe('Balance');
  });
});
