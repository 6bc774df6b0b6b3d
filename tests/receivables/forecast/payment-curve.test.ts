// The curve: figures of a small book worked out elsewhere, and the laws every forecast keeps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import { disputeDays } from '../../../src/receivables/forecast/dispute-days';
import { learnHabits, type PaymentHabits } from '../../../src/receivables/forecast/payment-habits';
import { type PaymentRecord, recordsOn } from '../../../src/receivables/forecast/payment-record';
import { invoiceRow, on } from '../invoice-rows';
import { TINY_DAY, tinyBook } from './tiny-book';

const learned = (records: readonly PaymentRecord[], asOf: number): PaymentHabits => {
  const habits = learnHabits(records, asOf);
  if (!habits) throw new Error('nothing was paid');
  return habits;
};

describe('the habits of the small book', () => {
  const habits = learned(recordsOn(tinyBook(), TINY_DAY, 0.05), TINY_DAY);

  it('has the usual days of the book and of each customer, a new one paying like the book', () => {
    expect(habits.k).toBe(0.5);
    expect(habits.bookUsual).toBeCloseTo(6.9201023092, 9);
    const usual = ['a', 'b', 'c', 'd', 'nobody'].map((key) => habits.curveOf(key).usual);
    const expected = [4.4887069318, 1.129800111, 20.8044224615, 6.9201023092, 6.9201023092];
    for (const [index, days] of expected.entries()) expect(usual[index]).toBeCloseTo(days, 9);
    expect(habits.paidCount('a')).toBe(3);
    expect(habits.paidCount('nobody')).toBe(0);
  });

  it('expects each open invoice on its day, one in five before and four in five by the days around it', () => {
    const days = (key: string, due: string): string[] => {
      const { early, expected, late } = habits.curveOf(key).outlook(on(due), TINY_DAY);
      return [early, expected, late].map((day) => (day === null ? '' : isoOf(day)));
    };
    expect(days('a', '2026-05-06')).toEqual(['2026-05-08', '2026-05-10', '2026-05-12']);
    expect(days('c', '2026-04-15')).toEqual(['2026-05-03', '2026-05-05', '2026-05-15']);
    expect(days('d', '2026-05-13')).toEqual(['2026-05-17', '2026-05-19', '2026-05-21']);
    expect(habits.curveOf('d').outlook(on('2026-05-13'), TINY_DAY).paidBy(on('2026-05-31'))).toBe(1);
  });

  it('says nothing of what is older than anything that was ever paid', () => {
    const old = habits.curveOf('a').outlook(TINY_DAY - 400, TINY_DAY);
    expect([old.early, old.expected, old.late]).toEqual([null, null, null]);
    expect(old.paidBy(TINY_DAY + 10_000)).toBe(0);
  });

  it('cannot be learned where nothing was paid', () => {
    expect(learnHabits(recordsOn([invoiceRow()], on('2026-06-30'), 0.05), on('2026-06-30'))).toBeNull();
  });
});

describe('what is learned from', () => {
  const asOf = on('2026-06-30');
  const paidOn = (differs: Parameters<typeof invoiceRow>[0]): (string | null)[] =>
    recordsOn([invoiceRow(differs)], asOf, 0.05).map(({ paidOn: day }) => (day === null ? null : isoOf(day)));

  it('takes an invoice as paid on the day its balance reached the tolerance', () => {
    const payments = [
      { amount: 6_000, on: on('2026-06-05') },
      { amount: 3_996, on: on('2026-06-12') },
      { amount: 4, on: on('2026-06-20') },
    ];
    expect(paidOn({ payments, paid: 10_000 })).toEqual(['2026-06-12']);
    expect(paidOn({ payments: payments.slice(0, 1), paid: 6_000 })).toEqual([null]);
  });

  it('knows nothing that came after the day', () => {
    expect(paidOn({ paidOn: on('2026-07-01') })).toEqual([null]);
    expect(paidOn({ issued: on('2026-07-01') })).toEqual([]);
  });

  it('leaves out credits, drafts, retentions, what has no due date, and what was settled nobody knows when or without money', () => {
    expect(paidOn({ amount: -5_000, paidOn: on('2026-06-01') })).toEqual([]);
    expect(paidOn({ status: 'draft' })).toEqual([]);
    expect(paidOn({ status: 'retained', due: on('2026-12-31') })).toEqual([]);
    expect(paidOn({ due: null })).toEqual([]);
    expect(paidOn({ status: 'paid' })).toEqual([]);
    expect(paidOn({ payments: [{ amount: 10_000, on: on('2026-06-05'), isCredit: true }], paid: 10_000 })).toEqual([]);
  });
});

describe('a dispute', () => {
  it('costs as many days as disputed invoices of the same customer took longer, where five of each tell', () => {
    const records = ['a', 'b'].flatMap((customerKey, usual) =>
      Array.from({ length: 10 }, (_, index): PaymentRecord => {
        const disputed = index % 2 === 1;
        const due = 1_000 + index;
        return { customerKey, issued: due - 30, due, paidOn: due + 10 * usual + (disputed ? 8 : 0), disputed };
      }),
    );
    const days = disputeDays(records, 1_100);
    expect(days).toBeCloseTo(8, 9);
    const curve = learnHabits(records, 1_100, days)?.curveOf('a');
    const [plain, disputed] = [curve?.outlook(1_150, 1_100), curve?.outlook(1_150, 1_100, days)];
    expect((disputed?.expected ?? 0) - (plain?.expected ?? 0)).toBe(8);
    expect(disputeDays(records.slice(0, 9), 1_100)).toBe(0);
  });
});

/** A book of a few customers around day 1,000, each record paid or open. */
const records = fc.array(
  fc
    .record({
      customerKey: fc.constantFrom('a', 'b', 'c', 'd'),
      issued: fc.integer({ min: 600, max: 990 }),
      terms: fc.constantFrom(0, 14, 30, 60),
      lag: fc.option(fc.integer({ min: -20, max: 120 }), { nil: null }),
    })
    .map(({ customerKey, issued, terms, lag }): PaymentRecord => {
      const due = issued + terms;
      const paidOn = lag === null ? null : Math.max(issued, due + lag);
      return { customerKey, issued, due, paidOn: paidOn !== null && paidOn <= 1_000 ? paidOn : null, disputed: false };
    }),
  { minLength: 1, maxLength: 60 },
);
const target = fc.record({
  key: fc.constantFrom('a', 'b', 'new'),
  due: fc.integer({ min: 900, max: 1_060 }),
  asOf: fc.integer({ min: 1_000, max: 1_040 }),
});

describe('the laws of the curve', () => {
  it('puts the days in order and after today, and lets the chance of being paid rise to one at most', () => {
    fc.assert(
      fc.property(records, target, (book, { key, due, asOf }) => {
        const outlook = learnHabits(book, 1_000)?.curveOf(key).outlook(due, asOf);
        if (!outlook) return;
        const { early, expected, late } = outlook;
        if (early !== null && expected !== null && late !== null) {
          expect(early).toBeGreaterThan(asOf);
          expect(expected).toBeGreaterThanOrEqual(early);
          expect(late).toBeGreaterThanOrEqual(expected);
        } else expect([early, expected, late]).toEqual([null, null, null]);
        let before = 0;
        for (let day = asOf; day < asOf + 150; day += 7) {
          const chance = outlook.paidBy(day);
          expect(chance).toBeGreaterThanOrEqual(before);
          expect(chance).toBeLessThanOrEqual(1);
          before = chance;
        }
        expect(outlook.paidBy(asOf)).toBe(0);
      }),
    );
  });

  it('never brings a day forward as the invoice grows older', () => {
    fc.assert(
      fc.property(records, target, (book, { key, due }) => {
        const curve = learnHabits(book, 1_000)?.curveOf(key);
        let before = 0;
        for (let asOf = 1_000; curve && asOf < 1_060; asOf += 1) {
          const { expected } = curve.outlook(due, asOf);
          if (expected === null) return;
          expect(expected).toBeGreaterThanOrEqual(before);
          before = expected;
        }
      }),
    );
  });

  it('does not hang on the order of the rows', () => {
    const shuffled = records.chain((book) =>
      fc.tuple(fc.constant(book), fc.shuffledSubarray(book, { minLength: book.length })),
    );
    fc.assert(
      fc.property(shuffled, target, ([book, other], { key, due, asOf }) => {
        const told = [book, other].map((rows) => {
          const habits = learnHabits(rows, 1_000);
          const outlook = habits?.curveOf(key).outlook(due, asOf);
          return [
            habits?.k,
            habits?.bookUsual,
            outlook?.early,
            outlook?.expected,
            outlook?.late,
            outlook?.paidBy(1_050),
          ];
        });
        expect(told[1]).toEqual(told[0]);
      }),
    );
  });
});
