// The forecast of a book: what is in it and what is not, promises before habit, and cash by currency and week.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import { isoOf } from '../../../src/receivables/day';
import {
  type BookForecast,
  type ForecastQuestion,
  forecastBook,
  type InvoiceForecast,
} from '../../../src/receivables/forecast/book-forecast';
import { learnHabits } from '../../../src/receivables/forecast/payment-habits';
import { recordsOn } from '../../../src/receivables/forecast/payment-record';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { invoiceRow, on } from '../invoice-rows';
import { TINY_DAY, tinyBook } from './tiny-book';

const forecast = (rows: readonly InvoiceRow[], more: Partial<ForecastQuestion> = {}): BookForecast =>
  forecastBook(learnHabits(recordsOn(rows, TINY_DAY, 0.05), TINY_DAY), bookAsOf(rows, TINY_DAY), {
    ...{ asOf: TINY_DAY, tolerance: 0.05 },
    ...more,
  });
const ofInvoice = ({ invoices }: BookForecast, key: string): InvoiceForecast => {
  const found = invoices.find(({ invoice }) => invoice.key === key);
  if (!found) throw new Error(`${key} is not forecast`);
  return found;
};
const weekly = ({ cash }: BookForecast, currency = 'EUR'): number[] =>
  (cash.get(currency)?.weeks ?? []).map(({ expected }) => expected);

describe('the forecast of a book', () => {
  it('says when, how likely late, and why in a collector’s words', () => {
    const { expected, lateRisk, why } = ofInvoice(forecast(tinyBook()), 'T7');
    expect(expected).toBe(on('2026-05-10'));
    expect(lateRisk).toBe(0);
    expect(why).toBe(
      'Usually pays 4 days after due (3 paid invoices). Of invoices still open at this age, half were paid by Sun 10 May, most between Fri 8 May and Tue 12 May.',
    );
  });

  it('tells a customer with few payments, a new one, and an empty past by what they are', () => {
    const told = forecast(tinyBook());
    expect(ofInvoice(told, 'T8').why).toContain(
      'Paid only 1 invoice so far: mostly the book’s habit, 21 days after due.',
    );
    expect(ofInvoice(told, 'T9').why).toContain('New to us: the book’s habit, 7 days after due.');
    const empty = ofInvoice(forecast([invoiceRow({ key: 'N', issued: TINY_DAY })]), 'N');
    expect(empty).toMatchObject({ expected: null, lateRisk: null, usualDays: null });
    expect(empty.why).toBe('Nothing was ever paid here on a day that is known, so no day can be expected yet.');
  });

  it('leaves out credits, what is within the tolerance, drafts, and a retention before its day', () => {
    const due = on('2026-05-06');
    const rows = [
      ...tinyBook(),
      invoiceRow({ issued: on('2026-04-01'), amount: -5_000, due }),
      invoiceRow({ issued: on('2026-04-01'), balance: 5, due }),
      invoiceRow({ issued: on('2026-04-01'), status: 'draft', due }),
      invoiceRow({ issued: on('2026-04-01'), status: 'retained', due }),
    ];
    expect(forecast(rows).invoices.map(({ invoice }) => invoice.key)).toEqual(['T7', 'T8', 'T9']);
    expect(forecast(rows).cash.get('EUR')?.open).toBe(30_000);
  });

  it('says of an invoice without a due date that no day can be expected, and counts it among what is not', () => {
    const told = forecast([...tinyBook(), invoiceRow({ key: 'X', issued: on('2026-04-01'), due: null })]);
    expect(ofInvoice(told, 'X')).toMatchObject({ expected: null, lateRisk: null });
    expect(ofInvoice(told, 'X').why).toContain('It has no due date, so no day can be expected.');
    expect(told.cash.get('EUR')?.beyond).toBeCloseTo(10_000, 6);
  });

  it('puts a promise in place of the day, shows both, and counts it on its day', () => {
    const agreed = [{ on: on('2026-05-27'), amount: 10_000 }];
    const told = forecast(tinyBook(), { beside: ({ key }) => (key === 'T7' ? { agreed } : {}) });
    const { expected, early, byHabit, why } = ofInvoice(told, 'T7');
    expect([expected, early, byHabit].map((day) => isoOf(day ?? 0))).toEqual([
      '2026-05-27',
      '2026-05-27',
      '2026-05-10',
    ]);
    expect(why).toMatch(/^Promised for Wed 27 May\. By habit it would be Sun 10 May\./);
    expect(told.cash.get('EUR')?.weeks[3]).toMatchObject({ promised: 10_000, from: on('2026-05-22') });
  });

  it('takes the last instalment of a plan as the day, and a promise of a part as none', () => {
    const plan = [
      { on: on('2026-05-15'), amount: 4_000 },
      { on: on('2026-06-15'), amount: 6_000 },
    ];
    const told = (agreed: typeof plan): InvoiceForecast =>
      ofInvoice(forecast(tinyBook(), { beside: ({ key }) => (key === 'T7' ? { agreed } : {}) }), 'T7');
    expect(told(plan).expected).toBe(on('2026-06-15'));
    expect(told(plan.slice(0, 1)).expected).toBe(on('2026-05-10'));
  });

  it('keeps what is not for us to expect apart from every sum, and says of a pause that there is one', () => {
    const told = forecast(tinyBook(), {
      beside: ({ key }) =>
        key === 'T7' ? { apart: 'Insolvent.' } : key === 'T8' ? { paused: 'Paused until a person ends it.' } : {},
    });
    expect(ofInvoice(told, 'T7')).toMatchObject({ expected: null, why: 'Insolvent.', isApart: true });
    expect(told.apart).toEqual({ EUR: 10_000 });
    expect(told.cash.get('EUR')?.open).toBe(20_000);
    expect(told.customers.map(({ customer }) => customer)).toEqual(['C', 'D']);
    expect(ofInvoice(told, 'T8').why).toMatch(/Paused until a person ends it\.$/);
    expect(ofInvoice(told, 'T8').expected).toBe(on('2026-05-05'));
  });

  it('calls an invoice late for certain once it is, and adds the risk of a customer by money', () => {
    const rows = [
      ...tinyBook(),
      invoiceRow({ key: 'L', customer: 'A', issued: on('2026-02-01'), due: TINY_DAY - 30, amount: 30_000 }),
    ];
    const told = forecast(rows);
    expect(ofInvoice(told, 'L').lateRisk).toBe(1);
    const young = ofInvoice(told, 'T7').lateRisk ?? 0;
    const [a] = told.customers;
    expect(a).toMatchObject({ customer: 'A', open: 40_000 });
    expect(a?.lateRisk).toBeCloseTo((10_000 * young + 30_000) / 40_000, 9);
  });

  it('learns nothing from a payment that comes after the day', () => {
    const rows = tinyBook();
    const later = [
      ...rows,
      invoiceRow({ customer: 'Z', issued: TINY_DAY + 1, due: TINY_DAY + 2, paidOn: TINY_DAY + 3 }),
    ];
    const paidLater = later.map((row) => (row.key === 'T8' ? { ...row, paidOn: TINY_DAY + 5 } : row));
    expect(ofInvoice(forecast(paidLater), 'T7')).toMatchObject({ expected: ofInvoice(forecast(rows), 'T7').expected });
    expect(weekly(forecast(paidLater))).toEqual(weekly(forecast(rows)));
  });

  it('never adds two currencies, and expects no more than is open', () => {
    const row = fc.record({
      currency: fc.constantFrom('EUR', 'USD'),
      amount: fc.integer({ min: 100, max: 900_000 }),
      age: fc.integer({ min: -30, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (lines) => {
        const more = lines.map(({ currency, amount, age }) =>
          invoiceRow({ currency, amount, issued: TINY_DAY - 100, due: TINY_DAY - age, customer: 'A' }),
        );
        const both = forecast([...tinyBook(), ...more]);
        for (const [currency, { weeks, open, beyond }] of both.cash) {
          const sum = weeks.reduce((total, { expected }) => total + expected, 0);
          expect(sum + beyond).toBeCloseTo(open, 4);
          expect(open).toBe(
            both.invoices.reduce((total, { invoice }) => total + (invoice.currency === currency ? invoice.open : 0), 0),
          );
          for (const { low, expected, high } of weeks) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(expected).toBeGreaterThanOrEqual(low);
            expect(high).toBeGreaterThanOrEqual(expected);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
