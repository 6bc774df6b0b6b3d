// Interest and compensation for late payment: the rules, and the laws that hold for every amount and day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateCompensation } from '../../../src/receivables/charges/late-compensation';
import { type InterestMethod, type InterestRule, lateInterest } from '../../../src/receivables/charges/late-interest';
import { dayFromIso } from '../../../src/receivables/day';

const on = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const charged = (balance: number, due: string, asOf: string, rule: InterestRule): number =>
  lateInterest({ balance, due: on(due), asOf: on(asOf) }, rule);

describe('late interest', () => {
  it('starts the day after the due date', () => {
    expect(charged(36_500, '2026-03-10', '2026-03-10', { annualRate: 0.1 })).toBe(0);
    expect(charged(36_500, '2026-03-10', '2026-03-11', { annualRate: 0.1 })).toBe(10);
    expect(charged(36_500, '2026-03-10', '2026-03-01', { annualRate: 0.1 })).toBe(0);
  });

  it('leaves days of grace out', () => {
    expect(charged(36_500, '2026-03-10', '2026-03-15', { annualRate: 0.1, graceDays: 5 })).toBe(0);
    expect(charged(36_500, '2026-03-10', '2026-03-17', { annualRate: 0.1, graceDays: 5 })).toBe(20);
  });

  it('by the month charges whole months passed alone, each counted from the due date', () => {
    const rule: InterestRule = { annualRate: 0.12, method: 'monthly' };
    expect(charged(1000, '2026-01-31', '2026-02-27', rule)).toBe(0);
    expect(charged(1000, '2026-01-31', '2026-02-28', rule)).toBe(10);
    expect(charged(1000, '2026-01-31', '2026-03-30', rule)).toBe(10);
    expect(charged(1000, '2026-01-31', '2026-03-31', rule)).toBe(20);
    expect(charged(1000, '2026-01-15', '2028-01-15', rule)).toBe(240);
  });

  it('pro rata counts months of 30 days', () => {
    expect(charged(1000, '2026-03-01', '2026-03-31', { annualRate: 0.18, method: 'prorata' })).toBe(15);
    expect(charged(1000, '2026-03-01', '2026-03-16', { annualRate: 0.18, method: 'prorata' })).toBe(7.5);
  });

  it('takes a year of 360 days when told so', () => {
    expect(charged(36_000, '2026-03-10', '2026-03-20', { annualRate: 0.1, yearDays: 360 })).toBe(100);
  });

  it('rounds half a cent up, once, whatever the binary fraction says', () => {
    // 36.5 x 0.05 / 365 is half a cent; 8.45 x 0.7 is 5.915, whose binary neighbour lies below it.
    expect(charged(36.5, '2026-03-10', '2026-03-11', { annualRate: 0.05 })).toBe(0.01);
    expect(charged(8.45, '2026-03-10', '2027-03-10', { annualRate: 0.7 })).toBe(5.92);
  });

  it('charges nothing on a credit', () => {
    expect(charged(-100, '2026-03-10', '2026-05-10', { annualRate: 0.1 })).toBe(0);
  });

  it('refuses a percentage without its sign, negative grace and an impossible year', () => {
    expect(() => charged(1, '2026-03-10', '2026-05-10', { annualRate: 8 })).toThrow('annual_rate: 8 is 800 % a year');
    expect(() => charged(1, '2026-03-10', '2026-05-10', { annualRate: -0.1 })).toThrow(/must not be negative/);
    expect(() => charged(1, '2026-03-10', '2026-05-10', { annualRate: 0.1, graceDays: -1 })).toThrow(/grace_days: -1/);
    expect(() => charged(1, '2026-03-10', '2026-05-10', { annualRate: 0.1, graceDays: 1.5 })).toThrow(/whole days/);
    expect(() => charged(1, '2026-03-10', '2026-05-10', { annualRate: 0.1, yearDays: 0 })).toThrow(/year_days/);
  });

  const methods = fc.constantFrom<InterestMethod>('daily', 'monthly', 'prorata');
  const balances = fc.integer({ min: 1, max: 100_000_000 }).map((cents) => cents / 100);
  const rates = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 1000);

  it('never falls as days pass, and never rises with grace', () => {
    const laws = fc.property(
      balances,
      rates,
      methods,
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 0, max: 60 }),
      (balance, annualRate, method, days, more) => {
        const due = on('2026-01-31');
        const at = (late: number, graceDays = 0): number =>
          lateInterest({ balance, due, asOf: due + late }, { annualRate, method, graceDays });
        expect(at(days + more)).toBeGreaterThanOrEqual(at(days));
        expect(at(days, more)).toBeLessThanOrEqual(at(days));
        expect(at(days)).toBe(Number(at(days).toFixed(2)));
      },
    );
    fc.assert(laws);
  });

  it('by whole months is never more than 31-day months would be, and is 12 twelfths after a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: on('1999-01-01'), max: on('2099-01-01') }), (due) => {
        const year = lateInterest({ balance: 1200, due, asOf: due + 366 }, { annualRate: 0.1, method: 'monthly' });
        expect(year).toBe(120);
      }),
    );
  });
});

describe('compensation for late payment', () => {
  // SI 2002/1674 as quoted by payontime.co.uk; S.I. 580 of 2012 (Ireland): 40 up to 1,000, 70 up to 10,000, 100 above.
  it.each([
    [0.01, 40, 40],
    [999.99, 40, 40],
    [1000, 70, 40],
    [1000.01, 70, 70],
    [9999.99, 70, 70],
    [10_000, 100, 70],
    [10_000.01, 100, 100],
  ])('for %d is %d in the United Kingdom, %d in Ireland and 40 by the directive', (amount, uk, ie) => {
    expect([lateCompensation(amount, 'UK'), lateCompensation(amount, 'IE'), lateCompensation(amount, 'EU')]).toEqual([
      uk,
      ie,
      40,
    ]);
  });

  it('is nothing on nothing or a credit', () => {
    expect([lateCompensation(0, 'UK'), lateCompensation(-500, 'IE'), lateCompensation(0.004, 'EU')]).toEqual([0, 0, 0]);
  });

  it('takes a sum with binary dust for the round amount it is', () => {
    expect(lateCompensation(999.9999999999999, 'UK')).toBe(70);
    expect(lateCompensation(1000.0000000000001, 'IE')).toBe(40);
  });
});
