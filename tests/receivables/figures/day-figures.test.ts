// The figures of a day are those that the formulas give of the same rows, and each window says nothing where it is not covered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfMonth } from '../../../src/receivables/day';
import { dayFigures, packedFigures, unpackedFigures } from '../../../src/receivables/figures/day-figures';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { agingReport } from '../../../src/receivables/metrics/aging-report';
import { countbackDso } from '../../../src/receivables/metrics/countback';
import { kpiPanels } from '../../../src/receivables/metrics/kpi-panel';
import { toDecimal } from '../../../src/receivables/money';
import { runs } from '../../builders/property-runs';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-11-17');

/** One of long ago, so that every window is covered. */
const OLD = invoiceRow({ issued: on('2025-01-02'), due: on('2025-02-01'), paidOn: on('2025-02-10'), amount: 500 });

const row = fc
  .record({
    back: fc.integer({ min: 0, max: 500 }),
    terms: fc.integer({ min: 0, max: 60 }),
    amount: fc.integer({ min: -50_000, max: 200_000 }),
    paidAfter: fc.option(fc.integer({ min: 0, max: 200 })),
    status: fc.constantFrom<InvoiceRow['status']>('', '', '', 'paid', 'void', 'credit', 'part-paid'),
    paid: fc.option(fc.integer({ min: 0, max: 100_000 })),
    currency: fc.constantFrom('EUR', 'JPY'),
  })
  .map(({ back, terms, amount, paidAfter, status, paid, currency }) => {
    const issued = asOf - back;
    const paidOn = paidAfter === null ? null : issued + paidAfter;
    return invoiceRow({ issued, due: issued + terms, amount, paidOn, status, paid, currency });
  });

const panelOf = (rows: readonly InvoiceRow[], from: number, currency: string): Map<string, string | number> => {
  const own = rows.filter((one) => one.currency === currency);
  try {
    return new Map(kpiPanels(own, from, asOf, true));
  } catch {
    return new Map();
  }
};

describe('the figures of a day', () => {
  it('are those of AR_KPIS over its windows and of AGING_TABLE, whatever the book', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (some) => {
        const rows = [OLD, { ...OLD, currency: 'JPY' }, ...some];
        for (const line of dayFigures({ rows, hasPaymentDates: true, disputedOf: null }, asOf)) {
          const { currency } = line;
          const quarter = panelOf(rows, asOf - 89, currency);
          const month = panelOf(rows, startOfMonth(asOf), currency);
          const year = panelOf(rows, asOf - 364, currency);
          const said = (panel: Map<string, string | number>, name: string): number | null => {
            const value = panel.get(name);
            return typeof value === 'number' ? value : null;
          };
          const money = (minor: number | null): number | null => (minor === null ? null : toDecimal(minor, currency));
          if (quarter.size > 0) {
            expect([line.dso, line.bestDso, line.add]).toEqual(
              ['DSO', 'BPDSO', 'ADD'].map((name) => said(quarter, name)),
            );
            expect(money(line.sales90)).toBe(said(quarter, 'Credit sales'));
            expect(money(line.overdue)).toBe(said(quarter, 'Overdue'));
            expect(line.daysToPay ?? null).toBe(said(quarter, 'Average days to pay'));
          }
          if (month.size > 0) expect(line.cei).toBe(said(month, 'CEI'));
          if (year.size > 0)
            expect([money(line.sales365), line.turnover]).toEqual([said(year, 'Credit sales'), said(year, 'Turnover')]);
          const aging = agingReport(rows, asOf, () => ({ key: '', label: '', detail: '' })).find(
            (one) => one.label === 'Total' && one.currency === currency,
          );
          expect(line.buckets).toEqual(aging?.buckets.slice(0, -1) ?? [0, 0, 0, 0, 0]);
        }
      }),
      { numRuns: runs(60, 600) },
    );
  });

  it('say nothing over a window that begins long before the first invoice', () => {
    const rows = [invoiceRow({ issued: on('2026-10-20'), due: on('2026-11-19'), amount: 1000 })];
    const [line] = dayFigures({ rows, hasPaymentDates: true, disputedOf: null }, asOf);
    expect([line?.dso, line?.sales90, line?.sales365, line?.turnover, line?.open]).toEqual([
      null,
      null,
      null,
      null,
      1000,
    ]);
  });

  it('count money alone as collected: no credit note, no money of another month', () => {
    const rows = [
      invoiceRow({ amount: 1000, paid: 900, paidOn: on('2026-11-03') }),
      invoiceRow({ amount: 700, paid: 700, paidOn: on('2026-10-31') }),
      invoiceRow({ issued: on('2026-11-05'), amount: -400, status: 'credit' }),
      invoiceRow({
        amount: 500,
        payments: [
          { amount: 200, on: on('2026-11-10') },
          { amount: 100, on: on('2026-11-11'), isCredit: true },
          { amount: 50, on: on('2026-12-01') },
        ],
      }),
    ];
    const [line] = dayFigures({ rows, hasPaymentDates: true, disputedOf: null }, asOf);
    expect([line?.collected, line?.credits]).toEqual([1100, 500]);
  });

  it('have no figure of the past where the table has no dates of payment', () => {
    const [line] = dayFigures({ rows: [OLD], hasPaymentDates: false, disputedOf: null }, asOf);
    expect([line?.cei, line?.collected, line?.daysToPay]).toEqual([null, null, null]);
  });

  it('stay the same when they are packed', () => {
    const [line] = dayFigures({ rows: [OLD], hasPaymentDates: true, disputedOf: null }, asOf);
    expect(line && unpackedFigures(packedFigures(line))).toEqual(line);
  });
});

describe('counting back in a month that is not over', () => {
  it('counts the days of it that have passed, also before anything is sold in it', () => {
    const months = [{ month: on('2026-10-01'), creditSales: 310 }];
    expect(countbackDso(100, [...months, { month: on('2026-11-05'), creditSales: 50 }], asOf)).toBeCloseTo(17 + 5, 10);
    expect(countbackDso(31, months, on('2026-11-04'))).toBeCloseTo(4 + 3.1, 10);
  });
});
