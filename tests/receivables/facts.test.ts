// Days in any process zone, money, customer identity and plain terms.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { customerKeyOf } from '../../src/receivables/customer';
import {
  civilOf,
  dayFromIso,
  dayOf,
  endOfMonth,
  isoOf,
  plusBusinessDays,
  plusMonths,
  weekdayOf,
} from '../../src/receivables/day';
import { formatMoney, toDecimal, toMinor } from '../../src/receivables/money';
import { dueFromTerms } from '../../src/receivables/terms/due-from-terms';
import { on } from './invoice-rows';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'America/Sao_Paulo', 'Asia/Tokyo'])(
  'days with the process in %s',
  (name) => {
    it('are the same', () => {
      process.env.TZ = name;
      expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset() === 0).toBe(name === 'UTC');
      expect(isoOf(plusMonths(on('2024-01-31'), 1))).toBe('2024-02-29');
      expect(isoOf(endOfMonth(on('2018-11-04')))).toBe('2018-11-30');
      expect(isoOf(plusMonths(on('2018-10-04'), 1))).toBe('2018-11-04');
      expect(isoOf(plusBusinessDays(on('2026-03-06'), 1))).toBe('2026-03-09');
      expect(isoOf(plusBusinessDays(on('2026-11-13'), 2))).toBe('2026-11-17');
    });
  },
);

describe('days', () => {
  it('are read back from every writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const { year, month, day: dayOfMonth } = civilOf(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(dayFromIso(isoOf(day))).toBe(day);
        expect(weekdayOf(day + 7)).toBe(weekdayOf(day));
      }),
    );
  });

  it('do not exist where the calendar has none', () => {
    expect(dayFromIso('2026-02-29')).toBeNull();
    expect(dayFromIso('2026-13-01')).toBeNull();
    expect(dayFromIso('1.1.2026')).toBeNull();
  });
});

describe('money', () => {
  it('rounds what was typed, half away from zero', () => {
    expect(toMinor(1.005, 'EUR')).toBe(101);
    expect(toMinor(-1.005, 'EUR')).toBe(-101);
    expect(toMinor(1234.5, 'JPY')).toBe(1235);
    expect(toMinor(1.2345, 'KWD')).toBe(1235);
    expect(Object.is(toMinor(-0.001, 'EUR'), 0)).toBe(true);
  });

  it('rounds the digits as they are written, whatever number they are kept as', () => {
    const typed = fc.oneof(
      fc.double({ min: -1e14, max: 1e14, noNaN: true }),
      fc.integer({ min: -1e9, max: 1e9 }).map((minor) => minor / 1000),
      fc.integer({ min: -1e15, max: 1e15 }).map((minor) => minor / 100),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('EUR', 'JPY', 'KWD'), (amount, currency) => {
        const digits = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
        const [digitsOf = '0', exponent = '0'] = String(Math.abs(amount)).split('e');
        const rounded = Math.round(Number(`${digitsOf}e${Number(exponent) + digits}`));
        expect(toMinor(amount, currency)).toBe(amount < 0 && rounded !== 0 ? -rounded : rounded);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from minor units', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        expect(toMinor(toDecimal(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  it('is written with groups and code', () => {
    expect(formatMoney(-123_456_789, 'EUR')).toBe('-1,234,567.89 EUR');
    expect(formatMoney(1_234, 'JPY')).toBe('1,234 JPY');
  });
});

describe('a customer', () => {
  it('is the id where there is one, else the name, however spaced and capitalised', () => {
    expect(customerKeyOf('', ' ACME \u00a0 Ltd ')).toBe('acme ltd');
    expect(customerKeyOf('C-1', 'ACME Ltd')).toBe('c-1');
  });

  it('keeps leading zeros: two ids are two customers until a person says otherwise', () => {
    expect(customerKeyOf('0200744019', '')).not.toBe(customerKeyOf('200744019', ''));
  });
});

describe('plain terms', () => {
  it.each([
    ['Net 30', '2026-03-02'],
    ['n/30', '2026-03-02'],
    ['30', '2026-03-02'],
    ['30 days', '2026-03-02'],
    ['Due on receipt', '2026-01-31'],
    ['2/10 Net 30', '2026-03-02'],
    ['15 MFI', '2026-02-15'],
  ])('gives the due date of "%s" for an invoice of 31 January', (terms, due) => {
    expect(isoOf(dueFromTerms(on('2026-01-31'), terms) ?? 0)).toBe(due);
  });

  it.each(['Net 30 EOM', '30 days end of month', '2/10', 'CA10', 'soon'])('does not guess "%s"', (terms) => {
    expect(dueFromTerms(on('2026-01-31'), terms)).toBeNull();
  });
});
