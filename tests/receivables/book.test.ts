// The book as of a day: what existed and what of it was open.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookAsOf, totalsByCurrency } from '../../src/receivables/book';
import type { InvoiceRow } from '../../src/receivables/invoice';
import { isReceivable } from '../../src/receivables/invoice-status';
import { invoiceRow, on } from './invoice-rows';

const asOf = on('2026-06-30');

function openOf(differs: Partial<InvoiceRow>, day = asOf): number | undefined {
  return bookAsOf([invoiceRow(differs)], day)[0]?.open;
}

describe('the book as of a day', () => {
  it('does not know an invoice issued later, and knows one issued that day', () => {
    expect(openOf({ issued: asOf + 1 })).toBeUndefined();
    expect(openOf({ issued: asOf })).toBe(10_000);
  });

  it('does not know a payment made later, whatever status and balance say today', () => {
    expect(openOf({ paidOn: asOf + 1, status: 'paid', balance: 0, paid: 10_000 })).toBe(10_000);
    expect(openOf({ paidOn: asOf + 1, amount: null, balance: 2_000, paid: 8_000 })).toBe(10_000);
  });

  it('counts an invoice as settled on the day of its payment', () => {
    expect(openOf({ paidOn: asOf })).toBe(0);
    expect(openOf({ paidOn: asOf, status: 'open' })).toBe(0);
    expect(openOf({ paidOn: asOf, balance: 0 })).toBe(0);
    expect(openOf({ paidOn: asOf, paid: 0 })).toBe(0);
  });

  it('keeps open what the balance says is open, whatever date stands beside it', () => {
    expect(openOf({ paidOn: asOf, balance: 10_000 })).toBe(10_000);
    expect(openOf({ paidOn: asOf, amount: null, balance: 10_000 })).toBe(10_000);
    expect(openOf({ paidOn: asOf, balance: 10_500, status: 'part-paid' })).toBe(10_500);
    expect(openOf({ paidOn: asOf, balance: -500 })).toBe(-500);
  });

  it('keeps a part-paid invoice open in full where nothing says how much was paid', () => {
    expect(openOf({ paidOn: asOf, status: 'part-paid' })).toBe(10_000);
    expect(openOf({ paidOn: asOf, status: 'part-paid', paid: 4_000 })).toBe(6_000);
  });

  it('keeps the rest of a part payment open', () => {
    expect(openOf({ paidOn: asOf, balance: 3_000 })).toBe(3_000);
    expect(openOf({ paidOn: asOf, paid: 6_000 })).toBe(4_000);
  });

  it('knows each payment of a history by its day, and one without a day always', () => {
    const payments = [
      { amount: 2_000, on: asOf },
      { amount: 1_000, on: asOf + 1 },
      { amount: 500, on: null },
    ];
    const row = { payments, paid: 3_500, balance: 6_500, paidOn: asOf + 1 };
    expect([asOf - 1, asOf, asOf + 1].map((day) => openOf(row, day))).toEqual([9_500, 7_500, 6_500]);
  });

  it('keeps an overpayment as a credit', () => {
    expect(openOf({ paidOn: asOf, paid: 12_000 })).toBe(-2_000);
  });

  it('takes the balance, else amount less paid, else the status word, else the amount', () => {
    expect(openOf({ balance: 1, paid: 2 })).toBe(1);
    expect(openOf({ paid: 2_500 })).toBe(7_500);
    expect(openOf({ status: 'paid' })).toBe(0);
    expect(openOf({ status: 'paid', balance: 500 })).toBe(500);
    expect(openOf({ status: 'open' })).toBe(10_000);
  });

  it('turns a credit note with a positive amount into a negative one', () => {
    expect(openOf({ status: 'credit' })).toBe(-10_000);
    expect(openOf({ status: 'credit', balance: 4_000 })).toBe(-4_000);
    expect(openOf({ status: 'credit', amount: -10_000 })).toBe(-10_000);
    expect(openOf({ amount: -10_000, paidOn: asOf })).toBe(0);
  });

  it('does not count drafts and void invoices as receivables', () => {
    const book = bookAsOf([invoiceRow({ status: 'draft' }), invoiceRow({ status: 'void' }), invoiceRow()], asOf);
    expect(book.map(isReceivable)).toEqual([false, false, true]);
    expect(totalsByCurrency(book, asOf).EUR?.open).toBe(10_000);
  });

  it('never opens more when a payment has happened than before it', () => {
    const row = fc.record({
      amount: fc.integer({ min: 1, max: 1_000_000 }),
      paidShare: fc.double({ min: 0, max: 1, noNaN: true }),
      paidOn: fc.integer({ min: asOf - 60, max: asOf + 60 }),
    });
    fc.assert(
      fc.property(row, fc.integer({ min: -90, max: 90 }), ({ amount, paidShare, paidOn }, shift) => {
        const differs = { amount, paid: Math.floor(amount * paidShare), paidOn, issued: asOf - 200 };
        const before = openOf(differs, asOf + shift) ?? 0;
        const after = openOf(differs, asOf + shift + 1) ?? 0;
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('totals', () => {
  it('never adds two currencies, keeps credits apart and shows every bucket', () => {
    const rows = [
      invoiceRow({ due: asOf }),
      invoiceRow({ due: asOf - 31, amount: 250 }),
      invoiceRow({ due: null, amount: 70 }),
      invoiceRow({ amount: -4_000 }),
      invoiceRow({ currency: 'JPY', due: asOf - 91, amount: 9_000 }),
      invoiceRow({ paidOn: asOf - 1 }),
    ];
    const totals = totalsByCurrency(bookAsOf(rows, asOf), asOf);
    expect(totals.EUR).toEqual({
      open: 10_320,
      overdue: 250,
      credits: -4_000,
      invoices: 3,
      overdueInvoices: 1,
      buckets: {
        Current: { amount: 10_000, invoices: 1 },
        '1-30 days': { amount: 0, invoices: 0 },
        '31-60 days': { amount: 250, invoices: 1 },
        '61-90 days': { amount: 0, invoices: 0 },
        '90+ days': { amount: 0, invoices: 0 },
        'No due date': { amount: 70, invoices: 1 },
      },
    });
    expect(totals.JPY?.buckets['90+ days']).toEqual({ amount: 9_000, invoices: 1 });
  });

  it('has buckets that add up to what is open', () => {
    const one = fc.record({
      due: fc.option(fc.integer({ min: asOf - 200, max: asOf + 50 })),
      amount: fc.integer({ min: -500, max: 5_000 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (list) => {
        const totals = totalsByCurrency(
          bookAsOf(
            list.map((differs) => invoiceRow(differs)),
            asOf,
          ),
          asOf,
        );
        for (const { open, invoices, buckets } of Object.values(totals)) {
          expect(Object.values(buckets).reduce((sum, bucket) => sum + bucket.amount, 0)).toBe(open);
          expect(Object.values(buckets).reduce((sum, bucket) => sum + bucket.invoices, 0)).toBe(invoices);
        }
      }),
    );
  });
});
