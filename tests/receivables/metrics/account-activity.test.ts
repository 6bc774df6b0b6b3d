// Account activity: what is brought forward and each movement after it add up to what is open, whatever the sheet leaves unsaid.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../src/receivables/invoice';
import { accountActivity } from '../../../src/receivables/metrics/account-activity';
import { runs } from '../../builders/property-runs';
import { invoiceRow } from '../invoice-rows';

function invoice({ open = 10_000, daysPastDue = 0, ...change }: Partial<Invoice>): Invoice {
  return { ...invoiceRow({ customerKey: 'c', issued: 95, due: 110, ...change }), open, daysPastDue };
}

describe('the activity of an account', () => {
  it('lists invoices, payments and credits by day with the balance after each', () => {
    const [eur] = accountActivity(
      [
        invoice({ invoice: 'old', issued: 50, amount: 3_000, open: 0, paid: 3_000, paidOn: 97 }),
        invoice({ invoice: 'new', issued: 95, open: 4_000, payments: [{ amount: 6_000, on: 99 }] }),
        invoice({ invoice: 'CN', issued: 98, amount: -500, open: -500 }),
      ],
      90,
    );
    expect(eur).toMatchObject({ currency: 'EUR', broughtForward: 3_000, closing: 3_500 });
    expect(eur?.lines.map(({ on, kind, amount, balance }) => [on, kind, amount, balance])).toEqual([
      [95, 'invoice', 10_000, 13_000],
      [97, 'payment', -3_000, 10_000],
      [98, 'credit', -500, 9_500],
      [99, 'payment', -6_000, 3_500],
    ]);
  });

  it('puts last, without a day, what was paid on a day the sheet does not say', () => {
    const [eur] = accountActivity([invoice({ open: 2_500 })], 90);
    expect(eur?.lines.map(({ on, kind, amount }) => [on, kind, amount])).toEqual([
      [95, 'invoice', 10_000],
      [null, 'undated', -7_500],
    ]);
  });

  it('says a debit that came back, and leaves drafts out', () => {
    const payments = [
      { amount: 10_000, on: 96 },
      { amount: -10_000, on: 98 },
    ];
    const [eur] = accountActivity([invoice({ payments }), invoice({ status: 'draft' })], 90);
    expect(eur?.lines.map(({ kind }) => kind)).toEqual(['invoice', 'payment', 'returned']);
    expect(eur?.closing).toBe(10_000);
  });

  it('ends, in each currency by itself, with what is open, and every balance follows from the one before', () => {
    const day = fc.option(fc.integer({ min: 60, max: 120 }), { nil: null });
    const amount = fc.integer({ min: -5_000, max: 20_000 });
    const any = fc.record({
      amount: fc.option(amount, { nil: null }),
      open: amount,
      issued: day,
      due: day,
      paid: fc.option(amount, { nil: null }),
      paidOn: day,
      currency: fc.constantFrom('EUR', 'USD'),
      payments: fc.option(fc.array(fc.record({ amount, on: day }), { maxLength: 3 }), { nil: undefined }),
      bank: fc.option(
        amount.map((accepted) => ({
          inSheet: 0,
          accepted,
          last: { amount: 1, on: 99, refundableUntil: null },
          difference: 0,
        })),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (rows) => {
        const own = rows.map(({ payments, bank, ...row }) =>
          invoice({ ...row, ...(payments ? { payments } : {}), ...(bank ? { bank } : {}) }),
        );
        for (const { currency, broughtForward, lines, closing } of accountActivity(own, 90)) {
          const open = own.filter((one) => one.currency === currency).reduce((sum, one) => sum + one.open, 0);
          expect(closing).toBe(open);
          let balance = broughtForward;
          for (const line of lines) {
            balance += line.amount;
            expect(line.balance).toBe(balance);
            expect(line.on === null || line.on >= 90).toBe(true);
          }
          expect(balance).toBe(closing);
        }
      }),
      { numRuns: runs(100, 3_000) },
    );
  });

  it('lists the latest 400 movements; those before are in what is brought forward', () => {
    const many = Array.from({ length: 450 }, (_, at) =>
      invoice({ invoice: `${at}`, issued: 91 + at, amount: 100, open: 100 }),
    );
    const [eur] = accountActivity(many, 90);
    expect(eur).toMatchObject({ before: 141, broughtForward: 5_000, closing: 45_000 });
    expect(eur?.lines).toHaveLength(400);
  });
});
