// What holds for all payment terms and all invoice dates.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountCost } from '../../../src/receivables/charges/cash-discount';
import { dayFromIso, endOfMonth } from '../../../src/receivables/day';
import { parseTerms } from '../../../src/receivables/terms/parse-terms';
import { dayByClock, type PaymentTerms } from '../../../src/receivables/terms/payment-terms';

const FIRST = dayFromIso('1999-01-01') ?? 0;
const LAST = dayFromIso('2101-01-01') ?? 0;
const issuedDays = fc.integer({ min: FIRST, max: LAST });
const dayCounts = fc.integer({ min: 0, max: 365 });
const readings = fc.constantFrom('eom-first' as const, 'days-first' as const);

const written = fc.oneof(
  fc.tuple(
    fc.constantFrom('Net #', '# days', 'n/#', '# EOM', 'Net # EOM', '# days end of month', 'EOM + #', '2/5 net #'),
    dayCounts,
  ),
  fc.tuple(
    fc.constantFrom('# MFI', '#th prox', '30 days on the #', '#th of the month, min 31 days'),
    fc.integer({ min: 1, max: 31 }),
  ),
  fc.tuple(fc.constantFrom('EOM', 'Due on receipt', 'end of next month', 'COD'), fc.constant(0)),
);

function understood(text: string): PaymentTerms {
  const terms = parseTerms(text);
  if ('problem' in terms) throw new Error(`${text}: ${terms.problem}`);
  return terms;
}

describe('due dates', () => {
  it('are never before the invoice date, under either reading', () => {
    fc.assert(
      fc.property(written, issuedDays, readings, ([form, number], issued, reading) => {
        const terms = understood(form.replace('#', String(number)));
        expect(dayByClock(terms.schedules[reading].due, issued)).toBeGreaterThanOrEqual(issued);
      }),
    );
  });

  it('of an invoice issued later are never earlier', () => {
    fc.assert(
      fc.property(
        written,
        issuedDays,
        fc.integer({ min: 0, max: 40 }),
        readings,
        ([form, number], issued, later, reading) => {
          const { due } = understood(form.replace('#', String(number))).schedules[reading];
          expect(dayByClock(due, issued + later)).toBeGreaterThanOrEqual(dayByClock(due, issued));
        },
      ),
    );
  });

  it('of N EOM are the same for every invoice of a month', () => {
    fc.assert(
      fc.property(issuedDays, dayCounts, (issued, days) => {
        const { due } = understood(`${days} EOM`).schedules['eom-first'];
        expect(dayByClock(due, issued)).toBe(endOfMonth(issued) + days);
        expect(dayByClock(due, endOfMonth(issued))).toBe(endOfMonth(issued) + days);
      }),
    );
  });
});

describe('the cost of a discount', () => {
  const discounts = fc.record({
    rate: fc.integer({ min: 1, max: 90 }).map((tenths) => tenths / 10),
    from: fc.integer({ min: 0, max: 30 }),
    credit: fc.integer({ min: 1, max: 120 }),
  });

  it('compounded is the simple cost turned into a yearly one: (1 + simple x days / 365) ^ (365 / days) - 1', () => {
    fc.assert(
      fc.property(discounts, ({ rate, from, credit }) => {
        const terms = understood(`${rate}/${from} net ${from + credit}`);
        const simple = discountCost(terms, 'simple') ?? Number.NaN;
        const effective = discountCost(terms, 'effective') ?? Number.NaN;
        const compounded = (1 + (simple * credit) / 365) ** (365 / credit) - 1;
        expect(effective / compounded).toBeCloseTo(1, 9);
        expect(effective).toBeGreaterThanOrEqual(simple);
      }),
    );
  });

  it('falls when the credit lasts longer and rises with the discount', () => {
    fc.assert(
      fc.property(discounts, ({ rate, from, credit }) => {
        const cost = (percent: number, days: number): number =>
          discountCost(understood(`${percent}/${from} net ${from + days}`), 'simple') ?? Number.NaN;
        expect(cost(rate, credit + 1)).toBeLessThan(cost(rate, credit));
        expect(cost(Number((rate + 0.1).toFixed(1)), credit)).toBeGreaterThan(cost(rate, credit));
      }),
    );
  });
});
