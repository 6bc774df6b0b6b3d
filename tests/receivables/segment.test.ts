// Customer segments: behaviour, size, modes.
import { describe, expect, it } from 'vitest';
import { customerKeyOf } from '../../src/receivables/customer';
import { FormulaError } from '../../src/receivables/formula-error';
import type { InvoiceRow } from '../../src/receivables/invoice';
import { type SegmentResult, segmentCustomers } from '../../src/receivables/segment';
import {
  DEFAULT_SEGMENT_SETTINGS,
  parseSegmentSettings,
  type SegmentSettings,
} from '../../src/receivables/segment-settings';
import { invoiceRow, on } from './invoice-rows';

const asOf = on('2026-06-30');

/** `count` settled invoices, each paid so many days after it was due. */
function settled(count: number, daysLate: number, differs: Partial<InvoiceRow> = {}): InvoiceRow[] {
  return Array.from({ length: count }, (_, i) => {
    const due = asOf - 100 - i;
    return invoiceRow({ issued: due - 30, due, paidOn: due + daysLate, ...differs });
  });
}

function open(daysPastDue: number, differs: Partial<InvoiceRow> = {}): InvoiceRow {
  return invoiceRow({ issued: asOf - daysPastDue - 30, due: asOf - daysPastDue, ...differs });
}

function segmentOf(rows: InvoiceRow[], settings: Partial<SegmentSettings> = {}, broken = 0): SegmentResult | undefined {
  const merged = { ...DEFAULT_SEGMENT_SETTINGS, largeShare: 0, ...settings };
  return segmentCustomers(rows, asOf, merged, new Map([['acme', broken]])).get('acme');
}

describe('behaviour', () => {
  it('is New without any settled invoice, whatever is open', () => {
    expect(segmentOf([open(400)])?.segment).toBe('New');
    expect(segmentOf([open(400)])?.reason).toBe('New customer: they have not paid an invoice yet.');
  });

  it('is New with fewer than three settled invoices and nothing open past the grace', () => {
    expect(segmentOf([...settled(2, 0), open(5)])?.segment).toBe('New');
    expect(segmentOf([...settled(3, 0), open(5)])?.segment).toBe('Timely');
  });

  it('is judged with one settled invoice when something is open past the grace', () => {
    expect(segmentOf([...settled(1, 0), open(6)])?.segment).toBe('Delinquent SMB');
    expect(segmentOf([...settled(1, 0), open(91)])?.segment).toBe('Doubtful SMB');
  });

  it('is Timely up to 5 days beyond terms and Delinquent above', () => {
    expect(segmentOf(settled(3, 5))?.segment).toBe('Timely');
    expect(segmentOf(settled(3, 6))?.segment).toBe('Delinquent SMB');
  });

  it('is Delinquent up to 30 days beyond terms and Doubtful above', () => {
    expect(segmentOf(settled(3, 30))?.segment).toBe('Delinquent SMB');
    expect(segmentOf(settled(3, 31))?.segment).toBe('Doubtful SMB');
    expect(segmentOf(settled(3, 31))?.reason).toBe('Very late, small: pays 31.0 days late on average (over 30).');
  });

  it('counts early payment as 0, so that it does not make up for late payment', () => {
    const rows = [...settled(3, -20), ...settled(3, 12)];
    expect(segmentOf(rows)?.reason).toContain('pays 6.0 days late');
  });

  it('weights days by amount', () => {
    const rows = [...settled(2, 0, { amount: 45_000 }), ...settled(1, 40, { amount: 10_000 })];
    expect(segmentOf(rows)?.reason).toContain('pays 4.0 days late');
  });

  it('counts an open invoice with the days it is late by now', () => {
    expect(segmentOf([...settled(3, 0), open(40)])?.reason).toContain('pays 10.0 days late');
  });

  it('is Doubtful when the oldest open invoice is more than 90 days past due', () => {
    const large = settled(3, 0, { amount: 10_000_000 });
    const notOld = { amount: 1_000_000 };
    expect(segmentOf([...large, open(0, notOld), open(90)])?.behaviour).toBe('Delinquent');
    expect(segmentOf([...large, open(0, notOld), open(91)])?.behaviour).toBe('Doubtful');
  });

  it('is Doubtful when a quarter of the balance is more than 60 days past due', () => {
    const large = settled(3, 0, { amount: 10_000_000 });
    expect(segmentOf([...large, open(61), open(-5, { amount: 30_000 })])?.behaviour).toBe('Doubtful');
    expect(segmentOf([...large, open(61), open(-5, { amount: 30_001 })])?.behaviour).toBe('Delinquent');
    expect(segmentOf([...large, open(60), open(-5, { amount: 30_000 })])?.behaviour).toBe('Delinquent');
  });

  it('is Doubtful after two broken promises', () => {
    expect(segmentOf(settled(3, 0), {}, 1)?.behaviour).toBe('Timely');
    expect(segmentOf(settled(3, 0), {}, 2)?.behaviour).toBe('Doubtful');
  });

  it('looks at payments of the last 365 days only', () => {
    const old = settled(3, 50, { paidOn: asOf - 365, due: asOf - 415 });
    expect(segmentOf([...old, ...settled(3, 0)])?.behaviour).toBe('Timely');
    expect(segmentOf([...settled(3, 50, { paidOn: asOf - 364, due: asOf - 414 }), ...settled(3, 0)])?.behaviour).toBe(
      'Delinquent',
    );
  });

  it('leaves out disputed invoices, credits, drafts and void ones', () => {
    const rows = [
      ...settled(3, 0),
      ...settled(3, 80, { disputed: true }),
      ...settled(3, 80, { status: 'void' }),
      open(200, { status: 'disputed' }),
      open(200, { amount: -90_000 }),
      open(200, { status: 'draft' }),
    ];
    expect(segmentOf(rows)?.reason).toBe(
      'Pays on time: pays 0.0 days late on average (5 or less), 3 invoices paid in 365 days.',
    );
    expect(segmentOf(rows, { excludeDisputed: false })?.behaviour).toBe('Doubtful');
  });

  it('does not know a payment that is made after the day', () => {
    const rows = [...settled(3, 0), open(95, { paidOn: asOf + 1 })];
    expect(segmentOf(rows)?.behaviour).toBe('Doubtful');
  });

  it('takes the last payment up to the day where another came after it', () => {
    const payments = [
      { amount: 10_000, on: on('2026-05-31') },
      { amount: -100, on: on('2027-05-31') },
    ];
    const rows = [1, 2, 3].map(() => invoiceRow({ payments, paidOn: on('2027-05-31') }));
    const found = [...segmentCustomers(rows, on('2026-06-30')).values()];
    expect(found.map(({ behaviour }) => behaviour)).toEqual(['Timely']);
  });

  it('never mixes two currencies: the worse one decides', () => {
    const rows = [...settled(3, 0, { amount: 9_000_000 }), ...settled(3, 35, { currency: 'USD', amount: 100 })];
    expect(segmentOf(rows)?.behaviour).toBe('Doubtful');
  });
});

describe('size', () => {
  const sized = (amounts: Record<string, number>, settings: Partial<SegmentSettings> = {}): string[] => {
    const rows = Object.entries(amounts).map(([customer, amount]) => open(-1, { customer, amount, issued: asOf }));
    const segments = segmentCustomers(rows, asOf, { ...DEFAULT_SEGMENT_SETTINGS, ...settings });
    return Object.keys(amounts).filter((name) => segments.get(customerKeyOf('', name))?.large);
  };

  it('is large in the smallest set that makes 80 %, the one that crosses the line included', () => {
    expect(sized({ a: 60, b: 25, c: 15 })).toEqual(['a', 'b']);
    expect(sized({ a: 80, b: 20 })).toEqual(['a']);
    expect(sized({ a: 79, b: 11, c: 10 })).toEqual(['a', 'b']);
  });

  it('breaks ties by name', () => {
    expect(sized({ d: 25, c: 25, b: 25, a: 25 }, { largeShare: 0.5 })).toEqual(['b', 'a']);
  });

  it('leaves out customers whose invoiced amount is not above 0', () => {
    expect(sized({ a: 80, b: 20, c: -500 })).toEqual(['a']);
  });

  it('is large from large_from, in the units of the currency', () => {
    expect(sized({ a: 900_000, b: 10_000, c: 9_999 }, { largeFrom: 100 })).toEqual(['a', 'b']);
  });

  it('sums each currency by itself and counts the last 365 days', () => {
    const rows = [
      open(-1, { customer: 'a', amount: 1_000_000, issued: asOf }),
      open(-1, { customer: 'b', amount: 10, currency: 'USD', issued: asOf }),
      open(-1, { customer: 'c', amount: 9_000_000, issued: asOf - 365 }),
    ];
    const segments = segmentCustomers(rows, asOf);
    expect([...segments.values()].map(({ large }) => large)).toEqual([true, true, false]);
  });

  it('names the seven segments', () => {
    const rows = [0, 12, 50].flatMap((late) => [
      ...settled(3, late, { customer: `big ${late}`, amount: 1_000_000 }),
      ...settled(3, late, { customer: `small ${late}`, amount: 100 }),
    ]);
    const names = [...segmentCustomers(rows, asOf).values()].map(({ segment }) => segment);
    expect(names).toEqual([
      ...['Timely large', 'Timely', 'Delinquent large', 'Delinquent SMB', 'Doubtful large', 'Doubtful SMB'],
    ]);
  });
});

describe('other modes', () => {
  it.each([
    [1_000_000, 'A'],
    [999_999, 'B'],
    [500_000, 'B'],
    [499_999, 'C'],
    [-1, 'C'],
  ])('ranks a balance of %i cents as %s in mode balance', (amount, grade) => {
    expect(segmentOf([open(-1, { amount })], { mode: 'balance' })?.segment).toBe(grade);
  });

  // Peakflo's rule: less than half of the overall DSO or on time is timely, 50 to 75 % delinquent, above doubtful.
  it.each([
    [36, 'Timely'],
    [37, 'Delinquent SMB'],
    [54, 'Delinquent SMB'],
    [55, 'Doubtful SMB'],
  ])('follows the published rule in mode peakflo: %i days to pay of a DSO of 73 is %s', (days, segment) => {
    const rows = [
      ...[0, 1, 2].map(() => invoiceRow({ issued: asOf - 90, due: asOf - 89, paidOn: asOf - 90 + days })),
      // 20 % of the year's sales are open: DSO = 0.2 * 365 = 73.
      invoiceRow({ customer: 'others', issued: asOf - 90, due: asOf, amount: 20_000 }),
      invoiceRow({ customer: 'others', issued: asOf - 90, due: asOf, amount: 50_000, paidOn: asOf - 1 }),
    ];
    expect(segmentOf(rows, { mode: 'peakflo' })?.segment).toBe(segment);
  });

  it('puts "on time" first in mode peakflo', () => {
    const rows = [...settled(4, 0, { issued: asOf - 300 }), ...settled(1, 3, { issued: asOf - 300 })];
    expect(segmentOf(rows, { mode: 'peakflo' })?.segment).toBe('Timely');
  });
});

describe('settings', () => {
  it('reads names as people write them and keeps the other defaults', () => {
    const settings = parseSegmentSettings([
      ['Doubtful over', 45],
      ['large_from', 5000],
      ['MODE', 'Balance'],
      ['grace', ''],
    ]);
    expect(settings).toEqual({ ...DEFAULT_SEGMENT_SETTINGS, doubtfulOver: 45, largeFrom: 5000, mode: 'balance' });
  });

  it.each([
    ['doutful_over', 3, /there is no setting/],
    ['grace', 'five', /must be a number/],
    ['large_share', 80, /share between 0 and 1/],
    ['mode', 'best', /must be one of/],
    ['exclude_disputed', 'perhaps', /TRUE or FALSE/],
  ])('refuses %s = %s', (name, value, sentence) => {
    expect(() => parseSegmentSettings([[name, value]])).toThrow(FormulaError);
    expect(() => parseSegmentSettings([[name, value]])).toThrow(sentence);
  });
});

it('segments 10,000 invoices of 2,000 customers', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) =>
    open(i % 120, { customer: `c${i % 2_000}`, paidOn: i % 3 ? asOf - 1 : null }),
  );
  expect(segmentCustomers(rows, asOf).size).toBe(2_000);
});
