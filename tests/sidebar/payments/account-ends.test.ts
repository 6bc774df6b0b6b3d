// Up to which day a file of the bank is complete.
import { expect, it } from 'vitest';
import { bankReport } from '../../../src/sheet/bank/bank-report';
import { accountEnds } from '../../../src/sidebar/payments/account-ends';

const decode = (bytes: Uint8Array, encoding: string): string | null =>
  encoding === 'utf-8' ? new TextDecoder().decode(bytes) : null;
const of = (text: string, today = '2026-11-24') =>
  accountEnds(bankReport({ bytes: new TextEncoder().encode(text), decode }, { currency: 'EUR' }), today);

const TABLE = 'Date;Amount;Payer;Text\n';
const STATEMENT = (end: string): string =>
  [
    ':20:1',
    ':25:DE1EUR',
    ':28C:1/1',
    ':60F:C261120EUR100,00',
    ':61:2611201120C5,00NTRFNONREF',
    `:62F:C${end}EUR105,00`,
    '-',
  ].join('\n');

it('is a table the day before its newest line, and never today', () => {
  expect(of(`${TABLE}2026-11-20;5.00;A;B\n2026-11-23;6.00;A;B\n`)).toEqual([
    { account: 'EUR', from: '2026-11-20', end: '2026-11-22', opening: '', closing: '' },
  ]);
  expect(of(`${TABLE}2026-11-20;5.00;A;B\n2026-11-30;6.00;A;B\n`).map(({ end }) => end)).toEqual(['2026-11-19']);
});

it('is a statement up to its closing day, with its balances', () => {
  expect(of(STATEMENT('261123'))).toEqual([
    { account: 'DE1 EUR', from: '2026-11-20', end: '2026-11-23', opening: '100.00', closing: '105.00' },
  ]);
  expect(of(STATEMENT('261125'))).toEqual([]);
});

it('is not known where a row was not read, or the balance does not agree', () => {
  expect(of(`${TABLE}2026-11-20;5.00;A;B\nunclear;6.00;A;B\n`)).toEqual([]);
  expect(of(STATEMENT('261123').replace('105,00', '106,00'))).toEqual([]);
});
