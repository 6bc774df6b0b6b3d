// The list to paste into the ledger.
import { expect, it } from 'vitest';
import { liveLines } from '../../../src/dunning/history/payments';
import { placesInWords, toBook } from '../../../src/sidebar/payments/to-book';
import { BankDesk, part } from '../../builders/bank-desk';

const GAPS: [as: 'discount' | 'bank charge', amount: number][] = [
  ['discount', 2000],
  ['bank charge', 500],
];

it('has a row for each accepted part that is not booked, with what closes the invoice beside the money', () => {
  const desk = new BankDesk();
  const on = '2026-11-09';
  desk.accept(on, 'a', 1080, [part('1', 980, 1000, { gaps: GAPS }), part('', 100, 0)]);
  desk.accept(on, 'b', 600, [part('2', 600, 600)]);
  desk.book(on, [{ no: '1', due: on, open: 1000 }]);
  desk.accept(on, 'c', -50, [part('3', -50, 0)], { as: 'returned' });
  desk.read(on, 'd', 70);
  expect(toBook(liveLines(desk.history.payments), new Map([['acme', '=Acme\tTools']]))).toEqual([
    ['Date', 'Customer', 'Invoice', 'Amount', 'Currency', 'Discount', 'Other', 'Bank line'],
    [on, "'=Acme Tools", '1', '980.00', 'EUR', '20.00', 'bank charge 5.00', 'a'],
    [on, "'=Acme Tools", 'on account', '100.00', 'EUR', '', '', 'a'],
    [on, "'=Acme Tools", '3', '-50.00', 'EUR', '', '', 'c'],
  ]);
});

it('is empty where nothing is to be booked', () => {
  expect(toBook([], new Map())).toEqual([]);
});

it('says what goes where as amounts are written everywhere', () => {
  const parts = [part('1', 980, 1000, { gaps: GAPS }), part('', 15, 0, { currency: 'KWD' })];
  expect(placesInWords(parts)).toBe('1 980.00 EUR, discount 20.00 EUR, bank charge 5.00 EUR; on account 1.500 KWD');
});
