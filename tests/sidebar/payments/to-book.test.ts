// The list to paste into the ledger.
import { expect, it } from 'vitest';
import type { PartView, PaymentLineView } from '../../../src/entry/sidebar-calls';
import { placesInWords, toBook } from '../../../src/sidebar/payments/to-book';

const part = (invoice: string, amount: number, change: Partial<PartView> = {}): PartView => ({
  ...{ customer: '=Acme\tTools', invoice, currency: 'EUR', amount, gaps: [], isBooked: false },
  ...change,
});
const line = (id: string, ...parts: PartView[]): PaymentLineView => ({
  ...{ id, date: '2026-11-09', amount: '', money: 1, currency: 'EUR', payer: '', text: '', state: 'applied', why: '' },
  ...{ parts, candidates: [], by: 'ann@ourfirm.example' },
});
const GAPS: PartView['gaps'] = [
  ['discount', 20],
  ['bank charge', 5],
];

it('has a row for each accepted part that is not booked, with what closes the invoice beside the money', () => {
  const lines = [
    line('a', part('1', 980, { gaps: GAPS }), part('', 100)),
    line('b', part('2', 600, { isBooked: true })),
    line('c', part('3', -50)),
  ];
  expect(toBook(lines)).toEqual([
    ['Date', 'Customer', 'Invoice', 'Amount', 'Currency', 'Discount', 'Other', 'Bank line'],
    ['2026-11-09', "'=Acme Tools", '1', '980.00', 'EUR', '20.00', 'bank charge 5.00', 'a'],
    ['2026-11-09', "'=Acme Tools", 'on account', '100.00', 'EUR', '', '', 'a'],
    ['2026-11-09', "'=Acme Tools", '3', '-50.00', 'EUR', '', '', 'c'],
  ]);
});

it('is empty where nothing is to be booked', () => {
  expect(toBook([line('b', part('2', 600, { isBooked: true }))])).toEqual([]);
});

it('says what goes where with the decimals of the currency', () => {
  expect(placesInWords([part('1', 980, { gaps: GAPS }), part('', 1.5, { currency: 'KWD' })])).toBe(
    '1 980.00 discount 20.00 bank charge 5.00; on account 1.500',
  );
});
