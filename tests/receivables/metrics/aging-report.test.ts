// The aging report: lines per group and currency, credits apart, totals that agree with the book.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookAsOf, totalsByCurrency } from '../../../src/receivables/book';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import {
  type AgingLine,
  agingCells,
  agingReport,
  type Group,
  TOTAL_LABEL,
} from '../../../src/receivables/metrics/aging-report';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-06-30');
const byCustomer = ({ customerKey, customer, customerId }: InvoiceRow): Group => ({
  key: customerKey,
  label: customer,
  detail: customerId,
});
const report = (rows: readonly InvoiceRow[]): AgingLine[] => agingReport(rows, asOf, byCustomer);

describe('the aging report', () => {
  it('has a line per customer with buckets, credits apart and the total of both', () => {
    const rows = [
      invoiceRow({ due: asOf, amount: 100 }),
      invoiceRow({ due: asOf - 30, amount: 200 }),
      invoiceRow({ due: asOf - 91, amount: 400 }),
      invoiceRow({ due: null, amount: 50 }),
      invoiceRow({ due: asOf - 10, amount: -150 }),
    ];
    const line = { currency: 'EUR', buckets: [100, 200, 0, 0, 400, 50], credits: -150, total: 600 };
    expect(report(rows)).toEqual([
      { label: 'ACME', ...line },
      { label: TOTAL_LABEL, ...line },
    ]);
  });

  it('leaves out customers with nothing open, drafts and void invoices', () => {
    const rows = [
      invoiceRow({ paidOn: asOf }),
      invoiceRow({ customer: 'Draft Ltd', status: 'draft' }),
      invoiceRow({ customer: 'Void Ltd', status: 'void' }),
      invoiceRow({ customer: 'Later Ltd', issued: asOf + 1 }),
    ];
    expect(report(rows)).toEqual([]);
  });

  it('never adds currencies: each has its lines, the highest total first, and its own total line', () => {
    const rows = [
      invoiceRow({ customer: 'Small', amount: 100 }),
      invoiceRow({ customer: 'Large', amount: 900 }),
      invoiceRow({ customer: 'Small', amount: 5000, currency: 'JPY' }),
      invoiceRow({ customer: 'Small', amount: 7, currency: 'XXX' }),
      invoiceRow({ customer: 'Owing', amount: -300 }),
    ];
    expect(report(rows).map(({ label, currency, total }) => [label, currency, total])).toEqual([
      ['Large', 'EUR', 900],
      ['Small', 'EUR', 100],
      ['Owing', 'EUR', -300],
      ['Total', 'EUR', 700],
      ['Small', 'JPY', 5000],
      ['Total', 'JPY', 5000],
      ['Small', 'XXX', 7],
      ['Total', 'XXX', 7],
    ]);
  });

  it('tells customers of the same name apart by their ids', () => {
    const rows = [
      invoiceRow({ customer: 'Acme', customerId: 'C2', amount: 2 }),
      invoiceRow({ customer: 'ACME', customerId: 'C2', amount: 3 }),
      invoiceRow({ customer: 'ACME', customerId: 'C1', amount: 4 }),
      invoiceRow({ customer: 'Other', customerId: 'C3', amount: 1 }),
    ];
    expect(report(rows).map(({ label, total }) => [label, total])).toEqual([
      ['ACME (C2)', 5],
      ['ACME (C1)', 4],
      ['Other', 1],
      ['Total', 10],
    ]);
  });

  it('writes amounts in the decimals of their currency and no currency as blank', () => {
    const rows = [
      invoiceRow({ amount: 1005, due: asOf }),
      invoiceRow({ amount: 1005, due: asOf, currency: 'JPY' }),
      invoiceRow({ amount: 1005, due: asOf, currency: 'KWD' }),
      invoiceRow({ amount: 30, due: asOf, currency: 'XXX' }),
    ];
    const cells = agingCells(agingReport(rows, asOf, byCustomer, [15]), 'Customer', [15]);
    expect(cells[0]).toEqual([
      ...['Customer', 'Currency', 'Current', '1-15 days', '15+ days', 'No due date'],
      ...['Unapplied credits', 'Total'],
    ]);
    expect(cells.slice(1).map((row) => [row[1], row[2], row[7]])).toEqual([
      ...[10.05, 10.05].map((amount) => ['EUR', amount, amount]),
      ...[1005, 1005].map((amount) => ['JPY', amount, amount]),
      ...[1.005, 1.005].map((amount) => ['KWD', amount, amount]),
      ...[0.3, 0.3].map((amount) => ['', amount, amount]),
    ]);
  });
});

const randomRow = fc.record({
  customer: fc.constantFrom('A', 'a', 'B', 'C', 'D'),
  due: fc.option(fc.integer({ min: asOf - 200, max: asOf + 50 })),
  amount: fc.integer({ min: -3000, max: 9000 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'XXX'),
  paidOn: fc.option(fc.integer({ min: asOf - 20, max: asOf + 20 })),
});

describe('the laws of the aging report', () => {
  it('has totals that are those of the book, and lines that add up to them', () => {
    fc.assert(
      fc.property(fc.array(randomRow, { maxLength: 40 }), (list) => {
        const rows = list.map((differs) => invoiceRow(differs));
        const lines = report(rows);
        const book = totalsByCurrency(bookAsOf(rows, asOf), asOf);
        const totals = lines.filter(({ label }) => label === TOTAL_LABEL);
        expect(totals.map(({ currency }) => currency).sort()).toEqual(Object.keys(book).sort());
        for (const total of totals) {
          const expected = book[total.currency];
          expect(total.buckets).toEqual(Object.values(expected?.buckets ?? {}).map(({ amount }) => amount));
          expect(total.credits).toBe(expected?.credits);
          const own = lines.filter(({ label, currency }) => label !== TOTAL_LABEL && currency === total.currency);
          expect(own.reduce((sum, line) => sum + line.total, 0)).toBe(total.total);
          for (const { buckets, credits, total: sum } of own) {
            expect(buckets.reduce((all, bucket) => all + bucket, credits)).toBe(sum);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const keyed = fc.array(fc.tuple(randomRow, fc.nat()), { maxLength: 30 });
    fc.assert(
      fc.property(keyed, (list) => {
        const rows = list.map(([differs, key]) => ({ row: invoiceRow(differs), key }));
        const shuffled = [...rows].sort((a, b) => a.key - b.key).map(({ row }) => row);
        expect(report(shuffled)).toEqual(report(rows.map(({ row }) => row)));
      }),
    );
  });

  it('asks for the group of each open invoice once', () => {
    const asked = (count: number): number => {
      let calls = 0;
      const rows = Array.from({ length: count }, (_, i) => invoiceRow({ customer: `Customer ${i % 50}` }));
      agingReport(rows, asOf, (invoice) => {
        calls += 1;
        return byCustomer(invoice);
      });
      return calls;
    };
    expect([asked(200), asked(400)]).toEqual([200, 400]);
  });
});
