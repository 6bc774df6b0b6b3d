// Up to which day imports have payments in.
import { describe, expect, it } from 'vitest';
import { linesRead } from '../../../src/dunning/history/payment-events';
import { importedUpTo } from '../../../src/dunning/payments/imported-up-to';
import { BankDesk } from '../../builders/bank-desk';
import { day } from '../../builders/dunning-facts';

/** Reads a file without new lines that is complete up to a day. */
const read = (desk: BankDesk, on: string, account: string, end: string): void =>
  desk.append(on, linesRead([], { name: 'b.xml', ends: [[account, end, '']] }, 'ann@ourfirm.example'));

const upTo = (desk: BankDesk, today: string, confirmed = '2026-11-06'): number | null =>
  importedUpTo(desk.history.payments, day(confirmed), day(today));

describe('imports have payments in', () => {
  it('up to the earliest end of the accounts that were ever read', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', 'A', '2026-11-09');
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-09'));
    read(desk, '2026-11-10', 'B', '2026-11-08');
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-08'));
    read(desk, '2026-11-11', 'A', '2026-11-10');
    expect(upTo(desk, '2026-11-11')).toBe(day('2026-11-08'));
  });

  it('never back, never beyond today, and never before a person said a first day', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', 'A', '2026-11-12');
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-10'));
    expect(upTo(desk, '2026-11-20', '2026-11-12')).toBeNull();
    expect(importedUpTo(desk.history.payments, null, day('2026-11-20'))).toBeNull();
  });

  it('only once nobody has to decide about a line up to that day', () => {
    const desk = new BankDesk();
    read(desk, '2026-11-10', 'A', '2026-11-09');
    desk.read('2026-11-09', 'early', 100);
    desk.read('2026-11-10', 'late', 100);
    expect(upTo(desk, '2026-11-10')).toBeNull();
    desk.decide('2026-11-10', 'early', [], { as: 'ignored' });
    expect(upTo(desk, '2026-11-10')).toBe(day('2026-11-09'));
  });
});
