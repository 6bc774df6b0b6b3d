// What a status and the amounts make of an invoice: each status once.
import { describe, expect, it } from 'vitest';
import {
  INVOICE_STATUSES,
  isCredit,
  isOpenCredit,
  isOwed,
  isReceivable,
  isWhollyDisputed,
} from '../../src/receivables/invoice-status';

describe('an invoice by its status', () => {
  it('is a claim unless it is a draft, void or kept back for later', () => {
    expect(INVOICE_STATUSES.filter((status) => !isReceivable({ status }))).toEqual(['draft', 'void', 'retained']);
  });

  it('is owed while something of a claim is open, whatever else the status says', () => {
    const owed = INVOICE_STATUSES.filter((status) => isOwed({ status, open: 1 }));
    expect(owed).toEqual(['open', 'paid', 'part-paid', 'disputed', 'credit', 'stopped', 'in-process', 'returned', '']);
    for (const status of INVOICE_STATUSES) expect(isOwed({ status, open: 0 })).toBe(false);
  });

  it('is an open credit below nothing, but not as a draft or when it is void', () => {
    expect(INVOICE_STATUSES.filter((status) => !isOpenCredit({ status, open: -1 }))).toEqual([
      'draft',
      'void',
      'retained',
    ]);
    expect(isOpenCredit({ status: 'credit', open: 0 })).toBe(false);
  });

  it('is a credit note by its word or its sign', () => {
    expect(isCredit({ status: 'credit', amount: 100, balance: null })).toBe(true);
    expect(isCredit({ status: '', amount: null, balance: -100 })).toBe(true);
    expect(isCredit({ status: 'open', amount: 100, balance: -100 })).toBe(false);
  });

  it('is disputed as a whole by its word or by a mark', () => {
    const wholly = INVOICE_STATUSES.filter((status) => isWhollyDisputed({ status, disputed: false }));
    expect(wholly).toEqual(['disputed']);
    expect(isWhollyDisputed({ status: 'open', disputed: true })).toBe(true);
  });
});
