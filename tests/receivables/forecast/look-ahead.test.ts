// Looking ahead in a book: what a customer's delay changes, and past weeks as they would have been forecast.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import { forecastBook } from '../../../src/receivables/forecast/book-forecast';
import { type KnownBook, lastWeeks, lookAhead, slipOf } from '../../../src/receivables/forecast/look-ahead';
import { packedRows, unpackedRows } from '../../../src/receivables/forecast/packed-rows';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { runs } from '../../builders/property-runs';
import { invoiceRow, on } from '../invoice-rows';
import { TINY_DAY, tinyBook } from './tiny-book';

function known(rows: readonly InvoiceRow[], changes: Partial<KnownBook> = {}): KnownBook {
  return {
    ...{ asOf: TINY_DAY, rows, invoices: bookAsOf(rows, TINY_DAY), tolerance: 0.05, disputed: new Set<string>() },
    ...{ beside: () => ({}) },
    ...changes,
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

describe('a customer who pays later', () => {
  it('changes the weeks by what the whole forecast differs, and takes nothing away that comes in time', () => {
    const book = known(tinyBook());
    const look = lookAhead(book);
    const change = slipOf(book, look, 'a', 14).get('EUR') ?? [];
    const late = forecastBook(look.habits, book.invoices, {
      ...{ asOf: TINY_DAY, tolerance: 0.05 },
      beside: ({ customerKey }) => ({ laterBy: customerKey === 'a' ? 14 : 0 }),
    }).cash.get('EUR');
    const usual = look.cash.get('EUR');
    for (const [at, one] of change.entries())
      expect(one).toBeCloseTo((late?.weeks[at]?.expected ?? 0) - (usual?.weeks[at]?.expected ?? 0), 6);
    expect(change.some((one) => one < -1)).toBe(true);
    expect(sumOf(change)).toBeCloseTo(0, 0);
  });

  it('moves what was promised with it, in the currency of the customer alone', () => {
    const beside: KnownBook['beside'] = ({ invoice }) =>
      invoice === 'T7' ? { agreed: [{ on: TINY_DAY + 3, amount: 10_000 }] } : {};
    const book = known(tinyBook(), { beside });
    const change = slipOf(book, lookAhead(book), 'a', 7);
    expect([...change.keys()]).toEqual(['EUR']);
    expect(change.get('EUR')?.slice(0, 3)).toEqual([-10_000, 10_000, 0]);
  });

  it('changes nothing where nobody is meant', () => {
    const book = known(tinyBook());
    expect(slipOf(book, lookAhead(book), 'nobody', 28).size).toBe(0);
  });
});

describe('the weeks that are over', () => {
  const rows = tinyBook();

  it('stand in order and end on the day itself, each with what came of what was open on the evening before', () => {
    const weeks = lastWeeks(rows, TINY_DAY, 4, 0.05).get('EUR') ?? [];
    expect(weeks.map(({ to }) => to - TINY_DAY)).toEqual([-21, -14, -7, 0]);
    // T3 was paid on 3 April, T6 on 17 April; 100.00 each.
    expect(weeks.map(({ came }) => came)).toEqual([10_000, 0, 10_000, 0]);
    expect(lastWeeks(rows, on('2026-04-10'), 1, 0.05).get('EUR')?.[0]?.came).toBe(0);
    for (const { low, expected, high } of weeks) expect(low <= expected && expected <= high).toBe(true);
  });

  it('know nothing that came later: another payment after a week changes no forecast of it', () => {
    const forecastOf = (book: readonly InvoiceRow[]) =>
      lastWeeks(book, TINY_DAY, 4, 0.05)
        .get('EUR')
        ?.map(({ expected }) => expected);
    const later = rows.map((row) => (row.invoice === 'T6' ? { ...row, paidOn: TINY_DAY } : row));
    expect(forecastOf(later)?.slice(0, 3)).toEqual(forecastOf(rows)?.slice(0, 3));
  });

  it('count a part payment by what it took off', () => {
    const part = { amount: 4_000, on: on('2026-04-28') };
    const open = rows.map((row) => (row.invoice === 'T8' ? { ...row, amount: 10_000, payments: [part] } : row));
    expect(lastWeeks(open, TINY_DAY, 1, 0.05).get('EUR')?.[0]?.came).toBe(4_000);
  });
});

describe('rows on their way to a page', () => {
  const day = fc.option(fc.integer({ min: 18_000, max: 21_000 }));
  const minor = fc.option(fc.integer({ min: -1e7, max: 1e9 }));
  const row = fc.record({
    ...{ invoice: fc.string(), customerKey: fc.string(), customer: fc.string(), customerId: fc.string() },
    ...{ owner: fc.string(), currency: fc.constantFrom('EUR', 'USD', 'XXX'), row: fc.integer({ min: 2, max: 99_999 }) },
    ...{ issued: day, due: day, paidOn: day, amount: minor, paid: minor, balance: minor },
    status: fc.constantFrom('open', 'paid', 'credit', 'retained', ''),
  });

  it('say the same after it, under their row as a key', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (told) => {
        const rows = told.map((one) => invoiceRow(one as Partial<InvoiceRow>));
        const back = unpackedRows(JSON.parse(JSON.stringify(packedRows(rows))));
        expect(back.map(({ key }) => key)).toEqual(rows.map((one) => String(one.row)));
        for (const [at, one] of told.entries()) expect(back[at]).toMatchObject(one);
      }),
      { numRuns: runs(40, 400) },
    );
  });

  it('keep each payment, and let the same be expected', () => {
    const payments = [
      { amount: 4_000, on: on('2026-04-28') },
      { amount: 10, on: null, isCredit: true as const },
    ];
    const rows = tinyBook().map((one, at) => ({ ...one, row: at + 2, ...(at === 7 ? { payments } : {}) }));
    const back = unpackedRows(JSON.parse(JSON.stringify(packedRows(rows))));
    expect(back[7]?.payments).toEqual(payments);
    expect(lookAhead(known(back)).cash.get('EUR')).toEqual(lookAhead(known(rows)).cash.get('EUR'));
  });
});
