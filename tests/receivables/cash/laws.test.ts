// Laws of cash application, over random books and lines.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CashLine, CashMatch, OpenItem } from '../../../src/receivables/cash/cash-lines';
import { matchLines } from '../../../src/receivables/cash/match-lines';
import { item, line, MAY } from './cash-cases';

const CUSTOMERS = ['Acme Tools GmbH', 'Beta Handel AG', 'Gamma Ltd'];

const books = fc.array(
  fc.record({
    customer: fc.constantFrom(...CUSTOMERS),
    balance: fc.integer({ min: -3, max: 9 }).map((n) => n * 5000 + 1),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    due: fc.integer({ min: -60, max: 30 }),
  }),
  { maxLength: 9 },
);

const payments = fc.array(
  fc.record({
    payer: fc.constantFrom(...CUSTOMERS, 'Nobody Known'),
    number: fc.integer({ min: 0, max: 12 }),
    minor: fc.integer({ min: -4, max: 12 }).map((n) => n * 5000 + 1),
    charges: fc.constantFrom(0, 0, 500),
    day: fc.integer({ min: 0, max: 1 }),
  }),
  { maxLength: 6 },
);

function run(book: readonly OpenItem[], lines: readonly CashLine[]): CashMatch {
  return matchLines(lines, book);
}

function given(
  rows: { customer: string; balance: number; currency: string; due: number }[],
  paid: { payer: string; number: number; minor: number; charges: number; day: number }[],
): { items: OpenItem[]; lines: CashLine[] } {
  const items = rows.map(({ customer, balance, currency, due }, i) =>
    item(`INV-${1000 + i}`, customer, balance, { currency, due: MAY + due, row: i + 2 }),
  );
  const lines = paid.map(({ payer, number, minor, charges, day }, i) =>
    line(payer, number < 9 ? `INV-${1000 + number}` : 'thanks', minor, {
      charges,
      day: MAY + day,
      row: i + 2,
      id: `b${i}`,
    }),
  );
  return { items, lines };
}

describe('whatever the book and the lines', () => {
  it('no item gets more than it has open, and none of another currency than what was sent', () => {
    fc.assert(
      fc.property(books, payments, (rows, paid) => {
        const { items, lines } = given(rows, paid);
        const { allocations } = run(items, lines);
        for (const of of items) {
          const put = allocations
            .filter((one) => one.item === of)
            .reduce((sum, one) => sum + one.amount + one.discount + one.fee, 0);
          expect(Math.sign(of.balance) * put).toBeLessThanOrEqual(Math.abs(of.balance));
          expect(Math.sign(of.balance) * put).toBeGreaterThanOrEqual(0);
        }
        expect(allocations.every((one) => one.item.currency === one.line.currency)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the money of a line is all put, all left, or asked about', () => {
    fc.assert(
      fc.property(books, payments, (rows, paid) => {
        const { items, lines } = given(rows, paid);
        const { allocations, ask, unmatched } = run(items, lines);
        for (const one of lines) {
          const put = allocations.filter(({ line: of }) => of === one).reduce((sum, { amount }) => sum + amount, 0);
          const left = unmatched.filter(({ line: of }) => of === one).reduce((sum, { amount }) => sum + amount, 0);
          const isAsked = ask.some(({ line: of }) => of === one);
          if (put !== 0 || left !== 0) expect(put + left).toBe(one.minor);
          else expect(isAsked).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of the lines of a day does not matter', () => {
    fc.assert(
      fc.property(
        books,
        payments,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (rows, paid, chance) => {
          const { items, lines } = given(rows, paid);
          const shuffled = lines
            .map((one) => ({ one, at: chance.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const told = ({ allocations, ask, unmatched }: CashMatch): string[] =>
            [
              ...allocations.map(({ line: of, item: to, amount }) => `${of.id} ${to.invoice} ${amount}`),
              ...ask.map(
                ({ line: of, candidates }) => `${of.id} ask ${candidates.map(({ invoice }) => invoice).join(' ')}`,
              ),
              ...unmatched.map(({ line: of, amount, as }) => `${of.id} ${as} ${amount}`),
            ].sort();
          expect(told(run(items, shuffled))).toEqual(told(run(items, lines)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
