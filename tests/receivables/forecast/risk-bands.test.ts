// Risk in words: the bands, the reference's sentence, and what is never said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  frequency,
  lateInvoices,
  RISK_BANDS,
  type RiskOf,
  riskBand,
  riskInWords,
  termsToReview,
} from '../../../src/receivables/forecast/risk-bands';
import { runs } from '../../builders/property-runs';

const ONE: RiskOf = { chance: 0.6, score: 0.6, invoices: 1, late: 0, pastDue: 18, usualDays: 20, paidCount: 9 };

describe('a band', () => {
  it.each([
    [0, 'low'],
    [0.0999, 'low'],
    [0.1, 'watch'],
    [0.2999, 'watch'],
    [0.3, 'high'],
    [0.6, 'high'],
    [0.6001, 'very high'],
    [1, 'very high'],
  ])('of %d is %s', (chance, band) => {
    expect(riskBand(chance)).toBe(band);
  });

  it('never falls while the chance rises', () => {
    const rank = (chance: number): number => RISK_BANDS.findIndex(({ band }) => band === riskBand(chance));
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (a, b) => {
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
      }),
      { numRuns: runs(200, 2000) },
    );
  });
});

describe('the sentence', () => {
  it('has a frequency and a reason', () => {
    expect(riskInWords(ONE, 30)).toBe(
      'High: about 6 in 10 such invoices were over 30 days late. Usually 20 days after due; this one is 18 days past due.',
    );
  });

  it.each<[Partial<RiskOf>, string]>([
    [
      { chance: 0.02, score: 0.02, usualDays: -1, pastDue: -5, paidCount: 2 },
      'Low: fewer than 1 in 20 such invoices were over 30 days late. New to us; this book pays 1 day before due; this one is due in 5 days.',
    ],
    [
      { chance: 0.3, score: 0.7, invoices: 5, late: 2, pastDue: 0 },
      'Very high: 2 of 5 are over 30 days late already; of the rest about 3 in 10 such invoices were over 30 days late. Usually 20 days after due; the oldest of them is due today.',
    ],
    [
      { chance: null, score: 1, invoices: 3, late: 3, pastDue: null },
      'Very high: all 3 are over 30 days late already. Usually 20 days after due.',
    ],
    [
      { chance: null, score: 1, invoices: 2, late: 2, usualDays: null },
      'Very high: both are over 30 days late already. Nothing was paid here yet.',
    ],
  ])('says what there is to say of %j', (change, sentence) => {
    expect(riskInWords({ ...ONE, ...change }, 30)).toBe(sentence);
  });

  it('never shows a bare score', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        expect(riskInWords({ ...ONE, chance, score: chance }, 30)).not.toMatch(/\d\.\d|%/);
      }),
      { numRuns: runs(50, 500) },
    );
  });

  it.each([
    [0.05, 'about 1 in 10'],
    [0.95, 'about 9 in 10'],
    [0.96, 'nearly all'],
  ])('counts %d as %s', (chance, words) => {
    expect(frequency(chance)).toBe(words);
  });
});

describe('how often invoices were late', () => {
  it('counts those paid too late and those open for too long, each once', () => {
    const record = { customerKey: 'a', issued: 0, due: 30, disputed: false };
    const records = [60, 61, null].map((paidOn) => ({ ...record, paidOn }));
    expect([60, 61].map((asOf) => lateInvoices(records, asOf, 30))).toEqual([1, 2]);
  });
});

describe('terms to review', () => {
  const risky = { score: 0.7, usualDays: 25, paidCount: 8 };
  it('come with the reason, where much is at risk and time was given lately', () => {
    expect(termsToReview(risky, { issued: 100, days: 60 }, 120)).toMatch(
      /^Terms to review: given 60 days, paid usually 25/,
    );
    expect(termsToReview({ ...risky, score: 0.29 }, { issued: 100, days: 60 }, 120)).toBe('');
    expect(termsToReview({ ...risky, paidCount: 2 }, { issued: 100, days: 60 }, 120)).toBe('');
    expect(termsToReview(risky, { issued: 100, days: 60 }, 191)).toBe('');
    expect(termsToReview(risky, { issued: 100, days: 0 }, 120)).toBe('');
  });
});
