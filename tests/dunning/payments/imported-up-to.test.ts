// Up to which day imports have payments in.
import { describe, expect, it } from 'vitest';
import { linesRead } from '../../../src/dunning/history/payment-events';
import { endsOf, type ImportedAccount, importedUpTo } from '../../../src/dunning/payments/imported-up-to';
import { BankDesk } from '../../builders/bank-desk';
import { day } from '../../builders/dunning-facts';

const HOLIDAYS = new Set<number>();
const account = (name: string, from: string, end: string, change: Partial<ImportedAccount> = {}): ImportedAccount => ({
  ...{ account: name, from, end, opening: '', closing: '' },
  ...change,
});

/** Reads a file of accounts without new lines, where Friday 6 Nov is confirmed. */
function read(desk: BankDesk, on: string, ...accounts: ImportedAccount[]) {
  const { payments } = desk.history;
  const found = endsOf(accounts, { payments, confirmed: day('2026-11-06'), holidays: HOLIDAYS });
  desk.append(on, linesRead([], { name: 'b.xml', ends: found.ends }, 'ann@ourfirm.example'));
  return found.loose.map(([name]) => name);
}

const upTo = (desk: BankDesk, today: string, confirmed = '2026-11-06'): number | null =>
  importedUpTo(desk.history.payments, day(confirmed), day(today));

describe('imports have payments in', () => {
  it('up to the earliest end of the accounts that were ever read', () => {
    const desk = new BankDesk();
    expect(read(desk, '2026-11-10', account('A', '2026-11-05', '2026-11-09'))).toEqual([]);
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-09'));
    read(desk, '2026-11-10', account('B', '2026-11-05', '2026-11-08'));
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-08'));
    read(desk, '2026-11-11', account('A', '2026-11-10', '2026-11-10'));
    expect(upTo(desk, '2026-11-11')).toBe(day('2026-11-08'));
  });

  it('never back, never beyond today, and never before a person said a first day', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', account('A', '2026-11-05', '2026-11-12'));
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-10'));
    expect(upTo(desk, '2026-11-20', '2026-11-12')).toBeNull();
    expect(importedUpTo(desk.history.payments, null, day('2026-11-20'))).toBeNull();
  });

  it('only once nobody has to decide about a line up to that day', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', account('A', '2026-11-05', '2026-11-09'));
    desk.read('2026-11-09', 'early', 100);
    desk.read('2026-11-10', 'late', 100);
    expect(upTo(desk, '2026-11-10')).toBeNull();
    desk.decide('2026-11-10', 'early', [], { as: 'ignored' });
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-09'));
  });

  it('not over a gap: a file that begins two business days after the last one leaves the account where it was', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', account('A', '2026-11-09', '2026-11-09', { closing: '10.00' }));
    const late = account('A', '2026-11-12', '2026-11-12', { opening: '11.00', closing: '12.00' });
    expect(read(desk, '2026-11-13', late)).toEqual(['A']);
    expect(upTo(desk, '2026-11-13')).toBe(day('2026-11-09'));
    expect(read(desk, '2026-11-13', { ...late, opening: '10.00' })).toEqual([]);
    expect(upTo(desk, '2026-11-13')).toBe(day('2026-11-12'));
    const after = account('A', '2026-11-13', '2026-11-13');
    expect(read(desk, '2026-11-13', after)).toEqual([]);
  });

  it('of an account that is new and begins late only up to what a person confirmed', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', account('A', '2026-11-05', '2026-11-09'), account('B', '2026-11-10', '2026-11-10'));
    expect(upTo(desk, '2026-11-10')).toBeNull();
  });
});
