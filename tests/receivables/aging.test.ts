// Aging buckets: boundaries, labels, edges.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketLabels,
  bucketOf,
  bucketOfDays,
  DEFAULT_EDGES,
  daysPastDue,
  parseEdges,
} from '../../src/receivables/aging';
import { FormulaError } from '../../src/receivables/formula-error';
import { on } from './invoice-rows';

describe('aging buckets', () => {
  // Five independent sources (QuickBooks help, OCA, Compiere, Oracle, IFS) agree on these boundaries.
  it.each([
    [-10, 'Current'],
    [0, 'Current'],
    [1, '1-30 days'],
    [30, '1-30 days'],
    [31, '31-60 days'],
    [60, '31-60 days'],
    [61, '61-90 days'],
    [90, '61-90 days'],
    [91, '90+ days'],
    [4000, '90+ days'],
  ])('puts %i days past due into %s', (days, label) => {
    expect(bucketOfDays(days)).toBe(label);
  });

  // Oracle BI Applications configuration guide: overdue buckets start from 1, day 0 is due.
  it.each([
    [0, 'Current'],
    [10, '1-10 days'],
    [11, '11-30 days'],
    [30, '11-30 days'],
    [60, '31-60 days'],
  ])('uses the edges it is given: %i days is %s', (days, label) => {
    expect(bucketOfDays(days, [10, 30, 60])).toBe(label);
  });

  it('says Paid when nothing is open, even without a due date', () => {
    expect(bucketOf(null, on('2026-06-30'), 0)).toBe('Paid');
    expect(bucketOf(on('2020-01-01'), on('2026-06-30'), -5)).toBe('Paid');
  });

  it('says No due date for an open balance without one, and nothing where neither is known', () => {
    expect(bucketOf(null, on('2026-06-30'), 5)).toBe('No due date');
    expect(bucketOf(null, on('2026-06-30'), null)).toBe('');
  });

  // AccountingCoach: sold 40 days ago on 30 days is 10 days past due.
  it('counts from the due date, not from the sale', () => {
    const sold = on('2026-05-21');
    expect(bucketOf(sold + 30, sold + 40, 4000)).toBe('1-30 days');
  });

  it('counts calendar days over a leap day', () => {
    expect(daysPastDue(on('2024-02-28'), on('2024-03-01'))).toBe(2);
    expect(daysPastDue(on('2026-06-30'), on('2026-06-01'))).toBe(-29);
  });

  it('names buckets so that no spreadsheet takes them for a date', () => {
    expect(bucketLabels([30, 60, 90])).toEqual(['Current', '1-30 days', '31-60 days', '61-90 days', '90+ days']);
    for (const label of bucketLabels([5, 9])) expect(label).not.toMatch(/^\d+-\d+$/);
  });
});

describe('edges as text', () => {
  it('reads whole days in rising order', () => {
    expect(parseEdges(' 15, 45 ;120')).toEqual([15, 45, 120]);
    expect(parseEdges('30')).toEqual([30]);
  });

  it.each(['', '30,30', '60,30', '0,30', '-5', '1.5', '30,,60', 'a,b'])('refuses "%s"', (text) => {
    expect(() => parseEdges(text)).toThrow(FormulaError);
    expect(() => parseEdges(text)).toThrow(/whole days in rising order/);
  });

  const edges = fc
    .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b));

  it('gives back what was written', () => {
    fc.assert(
      fc.property(edges, (list) => {
        expect(parseEdges(list.join(','))).toEqual(list);
      }),
    );
  });

  it('never puts more days into an earlier bucket, and each overdue day into exactly the bucket whose label holds it', () => {
    fc.assert(
      fc.property(edges, fc.integer({ min: -100, max: 800 }), (list, days) => {
        const labels = bucketLabels(list);
        const here = labels.indexOf(bucketOfDays(days, list));
        expect(labels.indexOf(bucketOfDays(days + 1, list))).toBeGreaterThanOrEqual(here);
        const range = /^(\d+)-(\d+) days$/.exec(labels[here] ?? '');
        if (range) expect(days >= Number(range[1]) && days <= Number(range[2])).toBe(true);
        else expect(here === 0 ? days <= 0 : days > (list[list.length - 1] ?? 0)).toBe(true);
      }),
    );
  });

  it('has labels for the default edges when none are given', () => {
    expect(bucketLabels()).toEqual(bucketLabels(DEFAULT_EDGES));
  });
});
