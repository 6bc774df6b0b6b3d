// Rates of late interest with the day each counts from: how they are read, and which one a debt bears.
import { describe, expect, it } from 'vitest';
import { lateInterest } from '../../src/receivables/charges/late-interest';
import { lateRateFor, parseLateRates } from '../../src/receivables/charges/late-rates';
import { dayFromIso } from '../../src/receivables/day';

const day = (iso: string): number => dayFromIso(iso) ?? 0;
// Germany: base rate of the half-year and nine points (Bundesbank: 1.27 % from 1 July 2025, 2.27 % from 1 January 2025).
const { rates } = parseLateRates('2025-07-01 10.27 %\n2025-01-01: 11,27 %\n');

describe('rates', () => {
  it('are a line each, in any order, with a point or a comma', () => {
    expect(rates).toEqual([
      { from: day('2025-01-01'), rate: 0.1127 },
      { from: day('2025-07-01'), rate: 0.1027 },
    ]);
  });

  it.each(['10 %', '2025-07-01 10', '1.7.2025 10 %', '2025-13-01 10 %', '2025-07-01 1000 %'])(
    'are not "%s"',
    (line) => {
      expect(parseLateRates(`2025-01-01 9 %\n${line}`).unread).toBe(line);
    },
  );
});

describe('the rate of a debt', () => {
  const of = (regime: 'EU' | 'UK' | 'IE' | '', due: string, asOf: string): number | null =>
    lateRateFor(rates, regime, { due: day(due), asOf: day(asOf) });

  it('changes with the half-year', () => {
    // 10 days at 11.27 %, 20 at 10.27 %.
    const rate = of('EU', '2025-06-20', '2025-07-20');
    expect(rate).toBeCloseTo((10 * 0.1127 + 20 * 0.1027) / 30, 12);
    const interest = lateInterest(
      { balance: 4800, due: day('2025-06-20'), asOf: day('2025-07-20') },
      { annualRate: rate ?? 0 },
    );
    expect(interest).toBe(Math.round(((4800 * (10 * 0.1127 + 20 * 0.1027)) / 365) * 100) / 100);
  });

  it('stays in the United Kingdom that of the day on which interest began to run', () => {
    expect(of('UK', '2025-06-20', '2025-12-31')).toBe(0.1127);
    expect(of('UK', '2025-06-30', '2025-12-31')).toBe(0.1027);
  });

  it('is none where nobody wrote down the rate of its first day, nor on the due date', () => {
    expect(of('EU', '2024-12-30', '2025-02-01')).toBeNull();
    expect(of('', '2024-12-31', '2025-01-31')).toBe(0.1127);
    expect(of('EU', '2025-07-20', '2025-07-20')).toBeNull();
    expect(lateRateFor([], 'EU', { due: 0, asOf: 10 })).toBeNull();
  });
});
