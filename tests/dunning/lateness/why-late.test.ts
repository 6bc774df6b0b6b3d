// Why we are late: shares of overdue by cause, how long disputes take, and invoices that were right at once.
import { describe, expect, it } from 'vitest';
import { decisionContext } from '../../../src/dunning/decision/customer-context';
import type { Dispute } from '../../../src/dunning/decision/facts';
import { firstTimeRight, isPastDeadline, lateByCause, resolutionTimes } from '../../../src/dunning/lateness/why-late';
import { CUSTOMER_DEPARTMENT, reasonNamed, USUAL_REASONS } from '../../../src/dunning/policy/dispute-reasons';
import { day, dispute, factsOn, type InvoiceText, promise } from '../../builders/dunning-facts';

const ASOF = '2026-11-23';
const query = (invoice: string, change: Partial<Dispute> = {}): Dispute =>
  dispute(invoice, { query: { until: null }, ...change });

function causes(invoices: InvoiceText[], disputes: Dispute[] = [], promises = [] as ReturnType<typeof promise>[]) {
  const facts = { ...factsOn(ASOF, invoices), disputes, promises };
  return lateByCause(decisionContext(facts), USUAL_REASONS);
}

const LATE: InvoiceText[] = [
  { no: '1', due: '2026-11-01', open: 600 },
  { no: '2', due: '2026-11-01', open: 300 },
  { no: '3', due: '2026-11-01', open: 100 },
];

describe('overdue money by cause', () => {
  it('goes to the department of the reason, a dispute with its part and a query with all that is left', () => {
    const disputes = [
      dispute('1', { reason: 'price: agreed 40', amount: 200 }),
      query('2', { reason: 'Order number missing', department: 'Key account desk' }),
    ];
    expect(causes(LATE, disputes)[0]).toEqual({
      ...{ currency: 'EUR', overdue: 100_000, known: 0.5, ours: 1, theirs: 0 },
      parts: [
        { department: 'Key account desk', amount: 30_000, invoices: 1 },
        { department: 'Sales', amount: 20_000, invoices: 1 },
        { department: '', amount: 50_000, invoices: 2 },
      ],
    });
  });

  it('is the customer’s where a promise or a reason of theirs stands, and nothing is resolved', () => {
    const promises = [promise('2026-11-10', { invoice: '1', state: 'broken' })];
    const disputes = [
      dispute('2', { reason: 'no cash', department: CUSTOMER_DEPARTMENT }),
      dispute('3', { reason: 'Price', resolved: day('2026-11-10') }),
    ];
    const [found] = causes(LATE, disputes, promises);
    expect(found).toMatchObject({ known: 0.9, ours: 0, theirs: 1 });
    expect(found?.parts).toEqual([
      { department: CUSTOMER_DEPARTMENT, amount: 90_000, invoices: 2 },
      { department: '', amount: 10_000, invoices: 1 },
    ]);
  });

  it('gives no total while under half has a reason, and counts nothing that is not overdue', () => {
    const invoices = [...LATE, { no: '4', due: '2026-12-20', open: 9000 }];
    const [found] = causes(invoices, [dispute('2', { reason: 'Price' }), dispute('4', { reason: 'Price' })]);
    expect(found).toMatchObject({ overdue: 100_000, known: 0.3, ours: null, theirs: null });
  });
});

describe('the time to resolve', () => {
  it('is median and 80th percentile of the resolved ones, with number and age of the open ones', () => {
    const took = [1, 2, 3, 4, 20].map((days) =>
      dispute('1', { opened: day('2026-09-01'), resolved: day('2026-09-01') + days }),
    );
    const open = [
      dispute('2', { opened: day('2026-11-13'), deadline: day('2026-11-22') }),
      dispute('3', { opened: day('2026-11-03'), deadline: day(ASOF) }),
      query('4', { opened: day('2026-10-24'), query: { until: day('2026-10-27') } }),
    ];
    expect(resolutionTimes([...took, ...open, dispute('5')], day(ASOF))).toEqual({
      ...{ resolved: 5, median: 3, percentile80: 4 },
      ...{ open: 3, medianAge: 20, oldest: 30, late: 2 },
    });
    expect(open.map((one) => isPastDeadline(one, day(ASOF)))).toEqual([true, false, true]);
    expect(resolutionTimes([], day(ASOF))).toMatchObject({ median: null, percentile80: null, oldest: null });
  });
});

describe('right the first time', () => {
  const invoices: InvoiceText[] = [
    { no: '1', due: '2026-09-10', issued: '2026-08-10', open: 0, amount: 10_000 },
    { no: '2', due: '2026-09-20', issued: '2026-08-20', open: 50 },
    { no: '3', due: '2026-10-20', issued: '2026-09-24', open: 50 },
    { no: '4', due: '2026-10-20', issued: '2026-09-24', open: 50, status: 'void' },
  ];
  const shares = (asOf: string, disputes: Dispute[]) =>
    firstTimeRight({ ...factsOn(asOf, invoices), disputes }, 4).map(({ share }) => share);

  it('is blank until 60 days after the end of the month, and counts what was ever asked about', () => {
    const disputes = [dispute('2', { opened: day('2026-08-25'), resolved: day('2026-08-26') })];
    expect(shares('2026-10-29', disputes)).toEqual([null, null, null, null]);
    expect(shares('2026-10-30', disputes)).toEqual([null, 0.5, null, null]);
    expect(shares('2026-11-29', disputes)).toEqual([0.5, 1, null, null]);
  });

  it('is blank for months before the first dispute was noted', () => {
    expect(shares('2026-12-05', [dispute('9', { opened: day('2026-10-02') })])).toEqual([null, null, null, null]);
  });
});

describe('the usual reasons', () => {
  it('are each found by name, in any capitals and before a colon', () => {
    for (const one of USUAL_REASONS) {
      expect(reasonNamed(USUAL_REASONS, ` ${one.reason.toUpperCase()}: they said so`)).toBe(one);
      expect(one.department).not.toBe('');
      expect(one.days).toBeGreaterThan(0);
    }
    expect(USUAL_REASONS).toHaveLength(16);
    expect(reasonNamed(USUAL_REASONS, 'something else')).toBeUndefined();
  });
});
