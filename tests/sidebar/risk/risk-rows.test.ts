// The rows of Risk and credit: bands, persons, limits in another currency, groups, and the file.
import { describe, expect, it } from 'vitest';
import type { AheadView, CreditView } from '../../../src/entry/sidebar-calls';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { type RiskRow, riskBook } from '../../../src/sidebar/expected/risk-rows';
import { noticeOf, riskCsv } from '../../../src/sidebar/risk/risk';
import { on } from '../../receivables/invoice-rows';
import { bookOfHabits } from '../ahead/ahead-of-tests';

const CREDIT: CreditView = {
  ...{ key: 'slow', name: 'Slow', owner: 'ann@firm.example', isPerson: false, hold: 'no' as const, pays: 0, payer: '' },
  ...{ limit: 500, currency: 'EUR', source: '', reviewBy: null, security: '', securityUntil: null, reportBy: null },
  open: { EUR: 100_000 },
};
// Of 36 invoices Slow pays each 40 days late: 36 events.
const HABITS = bookOfHabits({ Slow: { late: 40, open: [[5, 1000]] }, Quick: { late: 2, open: [[1, 2000]] } });
const rowsOf = (change: Partial<AheadView>, days: 30 | 7 = 30): RiskRow[] =>
  riskBook(aheadOf({ ...HABITS, ...change }), days).rows;
const bySlow = (change: Partial<AheadView>): RiskRow | undefined => rowsOf(change).find(({ key }) => key === 'slow');

describe('the rows', () => {
  it('have a band with its reason, what may be late most first', () => {
    const [first, second] = rowsOf({});
    expect([first?.key, first?.band, second?.key, second?.band]).toEqual(['slow', 'very high', 'quick', 'low']);
    expect(first?.why).toMatch(/^Very high: .* Usually 39 days after due; this one is 5 days past due\.$/);
    expect(first?.lateAmount).toBeGreaterThan(50_000);
    expect(first?.terms).toMatch(/^Terms to review: given 30 days/);
  });

  it.each(['consumer', 'sole trader'] as const)('tell no band of a %s', (kind) => {
    const row = bySlow({ kinds: [['slow', kind]] });
    expect([row?.band, row?.lateAmount, row?.terms, row?.why]).toEqual([
      ...[null, null, '', 'No band: of a natural person none is told.'],
    ]);
  });

  it('tell none where fewer than twenty invoices were so late, and say so with another choice', () => {
    const few = bookOfHabits({ Slow: { late: 10, open: [[5, 1000]] }, Quick: { late: 2, open: [[1, 2000]] } });
    const book = riskBook(aheadOf(few), 30);
    expect(book.rows.map(({ band }) => band)).toEqual([null, null]);
    expect(noticeOf(book, 30)).toBe(
      'Only 0 invoices were ever over 30 days late here, too few to tell bands by. Choose 7 days, which more of them may have been.',
    );
    expect(riskBook(aheadOf(few), 7).rows.some(({ band }) => band === 'very high' || band === 'high')).toBe(true);
  });

  it('tell none where no payment has a day, however late invoices are, and say what to map', () => {
    const { look, ...ahead } = aheadOf(HABITS);
    const book = riskBook({ ...ahead, look: { ...look, habits: null } }, 30);
    expect(book.rows.map(({ band, why }) => [band, why])).toEqual([
      [null, 'No band: no payment here has a day.'],
      [null, 'No band: no payment here has a day.'],
    ]);
    expect(noticeOf(book, 30)).toBe(
      'No bands: nothing was paid here yet on a day that is known. Map the column with the day of payment under Set-up.',
    );
  });

  it('tell the limit in its own currency, and a limit in another one in a row of its own', () => {
    expect(bySlow({ credit: [CREDIT] })).toMatchObject({
      isPast: true,
      limit: '1,000.00 EUR of a limit of 500.00 EUR is used (200 %).',
    });
    const dollars = rowsOf({ credit: [{ ...CREDIT, currency: 'USD' }] }).filter(({ key }) => key === 'slow');
    expect(dollars.map(({ currency, isPast, limit }) => [currency, isPast, limit])).toEqual([
      ['EUR', false, ''],
      [
        'USD',
        false,
        '0.00 USD of a limit of 500.00 USD is used (0 %). 1,000.00 EUR is open beside it: another currency, not counted.',
      ],
    ]);
  });

  it('show who owes nothing by now and has a day, and who is paid for by another', () => {
    const reviewBy = on('2026-07-05');
    const idle = { ...CREDIT, key: 'idle', name: 'Idle', open: {}, reviewBy };
    const branch = { ...CREDIT, key: 'branch', name: 'Branch', payer: 'Slow', hold: 'yes' as const };
    const rows = rowsOf({ credit: [idle, branch] });
    expect(rows.find(({ key }) => key === 'idle')?.notes).toEqual(['Review by Sun 5 Jul.']);
    expect(rows.find(({ key }) => key === 'branch')).toMatchObject({
      why: 'Paid by Slow: its risk is told there.',
      notes: ['On credit hold.', 'Paid by Slow.'],
    });
  });

  it('are a file with amounts as plain numbers', () => {
    const [, first] = riskCsv(rowsOf({ credit: [CREDIT] }), 30).split('\r\n');
    expect(first).toMatch(/^"Slow","ann@firm.example","EUR","1000","1000","very high","\d+(\.\d+)?","3\d",/);
    expect(first).toContain('"500","EUR","2.0000"');
  });
});
