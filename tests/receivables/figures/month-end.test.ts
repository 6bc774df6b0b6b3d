// A month end is what AGING_TABLE, AR_KPIS and ALLOWANCE give of the same rows, to the cent; and its lists hold what they say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EDGES } from '../../../src/receivables/aging';
import { bookAsOf } from '../../../src/receivables/book';
import { startOfMonth } from '../../../src/receivables/day';
import {
  allowanceInWords,
  barredInWords,
  isNearLimitation,
  isOldCredit,
  isOldItem,
  ledgerInWords,
  type MonthEndBook,
  monthEnd,
  writeOffReason,
} from '../../../src/receivables/figures/month-end';
import { byOriginalDue, originalDue } from '../../../src/receivables/figures/original-due';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { isReceivable } from '../../../src/receivables/invoice-status';
import { agingReport } from '../../../src/receivables/metrics/aging-report';
import { allowanceByAging } from '../../../src/receivables/metrics/allowance';
import { kpiPanels } from '../../../src/receivables/metrics/kpi-panel';
import { toDecimal, toMinor } from '../../../src/receivables/money';
import { runs } from '../../builders/property-runs';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-11-30');
const RATES = [0.003, 0.016, 0.036, 0.066, 0.106];

const bookOf = (rows: readonly InvoiceRow[], more: Partial<MonthEndBook> = {}): MonthEndBook => ({
  ...{ rows, firstDue: new Map(), insolventSince: () => null, rates: RATES, limitationYears: null, ...more },
});

const row = fc
  .record({
    back: fc.integer({ min: -20, max: 900 }),
    terms: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 8 }),
    amount: fc.integer({ min: -50_000, max: 200_000 }),
    paidAfter: fc.option(fc.integer({ min: 0, max: 200 })),
    status: fc.constantFrom<InvoiceRow['status']>('', '', '', 'paid', 'void', 'credit', 'part-paid', 'retained'),
    paid: fc.option(fc.integer({ min: 0, max: 100_000 })),
    currency: fc.constantFrom('EUR', 'JPY', 'BHD', 'XXX'),
    customer: fc.constantFrom('acme', 'berg', 'coast'),
  })
  .map(({ back, terms, amount, paidAfter, status, paid, currency, customer }) => {
    const issued = asOf - back;
    const paidOn = paidAfter === null ? null : issued + paidAfter;
    const due = terms === null ? null : issued + terms;
    return invoiceRow({ issued, due, amount, paidOn, status, paid, currency, customer, customerKey: customer });
  });

describe('a month end', () => {
  it('has the sums of AGING_TABLE, AR_KPIS and ALLOWANCE to the cent, whatever the book', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const { sums } = monthEnd(bookOf(rows), asOf);
        const group = { key: '', label: '', detail: '' };
        const totals = agingReport(rows, asOf, () => group).filter(({ label }) => label === 'Total');
        const said = (currency: string) => sums.find((one) => one.currency === currency);
        for (const { currency, buckets, credits, total } of totals) {
          const own = said(currency);
          expect(Object.values(own?.buckets ?? {}).map(({ amount }) => amount)).toEqual(buckets);
          expect([own?.credits, own?.total]).toEqual([credits, total]);
        }
        for (const { currency, overdue, total, allowance } of sums) {
          const invoices = bookAsOf(rows, asOf).filter((one) => one.currency === currency && isReceivable(one));
          const balances = invoices.map(({ open }) => toDecimal(open, currency));
          const dues = invoices.map(({ due }) => due);
          const formula = allowanceByAging({ balances, dues }, asOf, DEFAULT_EDGES, RATES);
          expect(allowance).toEqual({
            byAge: toMinor(formula, currency),
            insolvent: 0,
            total: toMinor(formula, currency),
          });
          const panel = kpisOf(rows, currency);
          if (panel.size === 0) continue;
          expect(panel.get('Ending AR')).toBeCloseTo(toDecimal(total, currency), 6);
          expect(panel.get('Overdue')).toBeCloseTo(toDecimal(overdue, currency), 6);
        }
      }),
      { numRuns: runs(60, 400) },
    );
  });

  it('gives each item its part of the allowance: they add up to the sum, and the insolvent have all of theirs', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 }),
        (rows, rates) => {
          const insolventSince = ({ customerKey }: InvoiceRow) => (customerKey === 'berg' ? asOf : null);
          const { items, sums } = monthEnd(
            bookOf(rows, { rates: rates.map((rate) => rate / 1000), insolventSince }),
            asOf,
          );
          for (const { currency, allowance, open } of sums) {
            const own = items.filter(({ invoice }) => invoice.currency === currency);
            expect(own.reduce((sum, one) => sum + (one.allowance ?? 0), 0)).toBe(allowance?.total);
            expect((allowance?.byAge ?? 0) + (allowance?.insolvent ?? 0)).toBe(allowance?.total);
            expect(allowance?.total).toBeLessThanOrEqual(open);
            for (const { invoice, insolventSince: since, allowance: part } of own)
              if (since !== null) expect(part).toBe(invoice.open);
          }
        },
      ),
      { numRuns: runs(60, 400) },
    );
  });

  it('lists every item that is open and adds up to the total of its currency', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const { items, sums } = monthEnd(bookOf(rows), asOf);
        for (const { currency, total } of sums) {
          const own = items.filter(({ invoice }) => invoice.currency === currency);
          expect(own.reduce((sum, { invoice }) => sum + invoice.open, 0)).toBe(total);
        }
      }),
      { numRuns: runs(40, 200) },
    );
  });

  it('has no allowance where no rates are set, and nothing where nothing is open', () => {
    expect(monthEnd(bookOf([invoiceRow()], { rates: null }), asOf).sums[0]?.allowance).toBeNull();
    expect(monthEnd(bookOf([]), asOf)).toEqual({ asOf, items: [], sums: [] });
  });
});

function kpisOf(rows: readonly InvoiceRow[], currency: string): Map<string, string | number> {
  try {
    const own = rows.filter((one) => one.currency === currency);
    return new Map(kpiPanels(own, startOfMonth(asOf), asOf, true));
  } catch {
    return new Map();
  }
}

describe('a due date that was moved', () => {
  const later = invoiceRow({ key: 'acme|1', due: on('2026-12-31') });
  const first = new Map([['acme|1', on('2026-09-30')]]);

  it('ages from the date before, and both are known', () => {
    const [item] = monthEnd(bookOf([later], { firstDue: first }), asOf).items;
    expect(item).toMatchObject({ dueNow: on('2026-12-31'), bucket: '61-90 days' });
    expect(item?.invoice).toMatchObject({ due: on('2026-09-30'), daysPastDue: 61 });
  });

  it('to an earlier day mends the row, and one that was emptied is the one before', () => {
    expect(originalDue({ key: 'acme|1', due: on('2026-08-31') }, first)).toBe(on('2026-08-31'));
    expect(originalDue({ key: 'acme|1', due: null }, first)).toBe(on('2026-09-30'));
    const rows = [later, invoiceRow()];
    expect(byOriginalDue(rows, first)[1]).toBe(rows[1]);
    expect(byOriginalDue(rows, first)[0]?.due).toBe(on('2026-09-30'));
  });
});

describe('what somebody who closes looks at', () => {
  const itemOf = (differs: Partial<InvoiceRow>, more: Partial<MonthEndBook> = {}) =>
    monthEnd(bookOf([invoiceRow(differs)], more), asOf).items[0] ?? expect.fail('nothing is open');

  it('is a credit from its 91st day, an item from the 181st day past due', () => {
    const credit = (age: number) => itemOf({ issued: asOf - age, due: null, amount: -500 });
    expect([90, 91].map((age) => isOldCredit(credit(age)))).toEqual([false, true]);
    const late = (days: number) => itemOf({ issued: null, due: asOf - days });
    expect([180, 181].map((days) => isOldItem(late(days)))).toEqual([false, true]);
  });

  it('is proposed to be written off by age, by limitation or by insolvency, each said', () => {
    const late = (days: number) => itemOf({ issued: null, due: asOf - days });
    expect([365, 366].map((days) => writeOffReason(late(days), asOf))).toEqual(['', '366 days past due']);
    const since = on('2026-03-03');
    expect(writeOffReason(itemOf({}, { insolventSince: () => since }), asOf)).toBe('Insolvent since 3 March 2026');
    // Insolvent only since the month after: not as of this day.
    expect(writeOffReason(itemOf({}, { insolventSince: () => asOf + 1 }), asOf)).toBe('');
    const barred = itemOf({ issued: null, due: on('2023-11-30') }, { limitationYears: 3 });
    expect(writeOffReason(barred, asOf)).toBe('Time-barred since 30 November 2026');
  });

  it('is near limitation half a year before, and never where no years are set', () => {
    const due = on('2024-02-29');
    const near = itemOf({ issued: null, due }, { limitationYears: 3 });
    expect([near.barredOn, isNearLimitation(near, asOf)]).toEqual([on('2027-02-28'), true]);
    expect(barredInWords(on('2027-02-28'), asOf)).toBe('Time-barred after 28 February 2027');
    expect(isNearLimitation(itemOf({ issued: null, due }), asOf)).toBe(false);
    expect(isNearLimitation(itemOf({ issued: null, due: on('2026-01-01') }, { limitationYears: 3 }), asOf)).toBe(false);
  });

  it('is said in words: the ledger, and how the allowance moved', () => {
    expect(ledgerInWords(1_240_000, 1_250_000, 'EUR')).toBe('The ledger shows 100.00 EUR more than the sheet.');
    expect(ledgerInWords(1_240_000, 1_230_000, 'EUR')).toBe('The ledger shows 100.00 EUR less than the sheet.');
    expect(ledgerInWords(5, 5, 'JPY')).toBe('The ledger shows the same.');
    expect(allowanceInWords(100, 300, 'EUR')).toBe('Down by 2.00 EUR since the month end before.');
    expect(allowanceInWords(300, 300, 'EUR')).toBe('As at the month end before.');
  });
});
