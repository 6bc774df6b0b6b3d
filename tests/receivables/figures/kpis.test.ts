// The panel of key figures: what was collected of the overdue, what was written off, and which months it may speak of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, startOfMonth } from '../../../src/receivables/day';
import { type DayFigures, dayFigures } from '../../../src/receivables/figures/day-figures';
import { monthEndsBefore } from '../../../src/receivables/figures/kept-days';
import {
  badDebtOf,
  collectionRate,
  KPI_COLUMNS,
  kpiMonths,
  kpiSegments,
  MOST_MONTHS,
} from '../../../src/receivables/figures/kpis';
import type { FiguresBook } from '../../../src/receivables/figures/points';
import { badDebtInWords, collectionRateInWords } from '../../../src/receivables/figures/sentences';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { runs } from '../../builders/property-runs';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-11-17');
const FROM = startOfMonth(asOf);

const book = (rows: readonly InvoiceRow[], change: Partial<FiguresBook> = {}): FiguresBook => ({
  ...{ rows, asOf, currency: 'EUR', hasPaymentDates: true, disputedOf: null, history: [], cover: () => '' },
  ...{ segmentOf: (key: string) => key, nameOf: (row: InvoiceRow) => row.customer, ...change },
});

const late = (change: Partial<InvoiceRow>): InvoiceRow =>
  invoiceRow({ issued: on('2026-09-01'), due: on('2026-10-01'), amount: 100_000, ...change });

describe('the collection rate', () => {
  it('is the money of the period on what was overdue at its start, over that', () => {
    const rows = [
      late({ paidOn: on('2026-11-05'), paid: 100_000 }),
      late({}),
      // Paid before the period; not overdue when it began; due on its last day before.
      late({ paidOn: on('2026-10-20'), paid: 100_000 }),
      late({ due: on('2026-11-10'), paidOn: on('2026-11-12'), paid: 100_000 }),
      late({ due: on('2026-10-31'), paidOn: on('2026-11-12'), paid: 100_000 }),
    ];
    expect(collectionRate(rows, FROM, asOf)).toBe(0.5);
  });

  it('counts no credit note as money', () => {
    const payments = [
      { amount: 30_000, on: on('2026-11-03') },
      { amount: 50_000, on: on('2026-11-04'), isCredit: true as const },
    ];
    expect(collectionRate([late({ payments, balance: 20_000 })], FROM, asOf)).toBe(0.3);
  });

  it('says nothing where nothing was overdue', () => {
    expect(collectionRate([late({ due: on('2026-12-01') })], FROM, asOf)).toBeNull();
  });

  it('lies between nought and one, and is one where all of it was paid, whatever the book', () => {
    const row = fc
      .record({ back: fc.integer({ min: 0, max: 300 }), amount: fc.integer({ min: 1, max: 1e6 }), after: fc.nat(200) })
      .map(({ back, amount, after }) => {
        const issued = asOf - back;
        const paidOn = issued + after > asOf ? null : issued + after;
        return invoiceRow({ issued, due: issued + 10, amount, paidOn, paid: paidOn === null ? null : amount });
      });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const rate = collectionRate(rows, FROM, asOf);
        const overdue = dayFigures(book(rows), FROM - 1)[0]?.overdue ?? 0;
        expect(rate === null).toBe(overdue === 0);
        if (rate === null) return;
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
        const settled = rows.map((one) => ({ ...one, paidOn: one.paidOn ?? asOf, paid: one.amount }));
        expect(collectionRate(settled, FROM, asOf)).toBe(1);
      }),
      { numRuns: runs(20, 300) },
    );
  });
});

const lived = (iso: string, change: Partial<DayFigures> = {}): DayFigures => {
  const [line] = dayFigures(book([late({ issued: on('2023-10-01'), due: on('2023-11-01') })]), on(iso));
  if (!line) throw new Error('no line');
  return { ...line, ...change };
};

describe('the months of the panel', () => {
  it('are thirteen, the latest first, and those before them that were lived, 24 at most', () => {
    const history = monthEndsBefore(on('2025-11-15'), 20).map((end) => lived(isoOf(end)));
    const months = kpiMonths(book([late({})], { history }));
    expect(months).toHaveLength(MOST_MONTHS);
    expect(months[0]?.label).toBe('Nov 2026 so far');
    expect(months[MOST_MONTHS - 1]?.label).toBe('Dec 2024');
    expect(kpiMonths(book([late({ issued: on('2025-01-01') })]))).toHaveLength(13);
    // September has the first invoice; of August one line says that there is nothing.
    expect(kpiMonths(book([late({})])).map(({ label }) => label)).toEqual([
      'Nov 2026 so far',
      'Oct 2026',
      'Sep 2026',
      'Aug 2026',
    ]);
  });

  it('tell no rate of a month whose invoices are gone, nor of the one after it', () => {
    const cover = (day: number): string => (startOfMonth(day) === on('2026-09-01') ? 'The table holds few.' : '');
    const months = kpiMonths(book([late({})], { cover }));
    expect(months.slice(0, 3).map(({ collectionRate: rate }) => rate)).toEqual([0, null, null]);
    expect(months[2]).toMatchObject({ label: 'Sep 2026', figures: null, why: 'The table holds few.' });
  });

  it('have bad debt from the first written-off that was recorded on, over the sales of those months', () => {
    const rows = [
      late({ issued: on('2026-10-05'), amount: 400_000 }),
      late({ issued: on('2026-11-05'), amount: 100_000 }),
    ];
    const history = [lived('2026-10-31', { writtenOff: 2_000 }), lived('2026-11-16', { writtenOff: 0 })];
    const months = kpiMonths(book(rows, { history }));
    expect(months.slice(0, 3).map(({ badDebt }) => badDebt)).toEqual([0, 0.005, null]);
    expect(badDebtOf(months)).toEqual({ months: 2, writtenOff: 2_000, share: 0.004 });
    expect(badDebtInWords(badDebtOf(months), 'EUR')).toBe(
      '20.00 EUR was written off in 2 months with a record, 0.4 % of their sales.',
    );
  });

  it('say that nothing was recorded while AR History has no written-off, and that nothing was where it has noughts', () => {
    expect(badDebtInWords(badDebtOf(kpiMonths(book([late({})]))), 'EUR')).toBe('Nothing written off was recorded.');
    const history = [lived('2026-10-31', { writtenOff: 0 })];
    expect(badDebtInWords(badDebtOf(kpiMonths(book([late({})], { history }))), 'EUR')).toBe(
      'Nothing was written off in 1 month with a record.',
    );
  });

  it('have their figures under the columns, shares as fractions', () => {
    const [now] = kpiMonths(book([late({}), late({ due: on('2026-12-01'), amount: 300_000 })]));
    const value = (label: string) => now && KPI_COLUMNS.find((column) => column.label === label)?.value(now);
    expect([value('Open'), value('Overdue'), value('% overdue')]).toEqual([400_000, 100_000, 0.25]);
  });
});

describe('the segments of the panel', () => {
  it('stand by what is open, each with the rate of its own customers', () => {
    const rows = [
      late({ customerKey: 'small', paidOn: on('2026-11-03'), paid: 100_000 }),
      late({ customerKey: 'small', due: on('2026-12-03'), amount: 10_000 }),
      late({ customerKey: 'large', amount: 900_000 }),
    ];
    expect(kpiSegments(book(rows)).map(({ label, collectionRate: rate }) => [label, rate])).toEqual([
      ['large', 0],
      ['small', 1],
    ]);
  });
});

describe('the collection rate in words', () => {
  it('names the day since when, and nothing where there is none', () => {
    expect(collectionRateInWords(0.336, '1 Nov')).toBe('34 % of what was overdue on 1 Nov came in since.');
    expect(collectionRateInWords(null, '1 Nov')).toBe('');
  });
});
