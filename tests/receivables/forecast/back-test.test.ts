// The back-test: what was known then against what came, and silence where due dates are as near.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import { backTest, isWorthShowing, lastMonthStarts, type Skill } from '../../../src/receivables/forecast/back-test';
import { silenceInWords, skillInWords } from '../../../src/receivables/forecast/skill-words';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-06-30');

/** A book over two years in which each customer pays so many days after due, the days of some moving a little. */
function book(late: Readonly<Record<string, number>>, moves = 0): InvoiceRow[] {
  const rows: InvoiceRow[] = [];
  for (let issued = on('2024-07-01'); issued < asOf; issued += 5)
    for (const [customer, days] of Object.entries(late)) {
      const due = issued + 30;
      const paidOn = due + days + (moves === 0 ? 0 : ((issued * 7) % (2 * moves + 1)) - moves);
      rows.push(invoiceRow({ customer, issued, due, paidOn: paidOn <= asOf ? paidOn : null }));
    }
  return rows;
}

describe('the back-test', () => {
  it('looks back to the month starts of six months, today’s left out', () => {
    expect(lastMonthStarts(asOf).map(isoOf)).toEqual([
      ...['2026-06-01', '2026-05-01', '2026-04-01', '2026-03-01', '2026-02-01', '2026-01-01'],
    ]);
    expect(isoOf(lastMonthStarts(on('2026-06-01'))[0] ?? 0)).toBe('2026-05-01');
  });

  it('finds customers who always pay alike without an error, where due dates miss by their days', () => {
    const skill = backTest(book({ A: 10, B: 20 }), lastMonthStarts(asOf), asOf, 0.05).get('EUR');
    expect(skill?.months).toBe(6);
    expect(skill?.mae).toBeLessThan(0.5);
    expect(skill?.maeDueDate).toBeGreaterThan(8);
    expect(skill?.inside).toBeGreaterThan(0.9);
    expect(skill?.weeklyError).toBeLessThan(0.1);
    expect(skill?.weeklyErrorDueDate).toBeGreaterThan(0.5);
    expect(skill?.totalError).toBeLessThan(0.01);
    expect(isWorthShowing(skill)).toBe(true);
  });

  it('does not look ahead: what changes after a start leaves its forecasts as they were', () => {
    const start = on('2026-03-01');
    const errors = (rows: InvoiceRow[]) => backTest(rows, [start], asOf, 0.05).get('EUR');
    const rows = book({ A: 10, B: 20 }, 3);
    const changed = [...rows, invoiceRow({ customer: 'A', issued: start + 1, due: start + 2, paidOn: start + 90 })];
    expect(errors(changed)).toEqual(errors(rows));
  });

  it('counts each currency by itself and says nothing of one in which nothing was paid since', () => {
    const rows = book({ A: 10 }).map((row, index) => (index % 3 === 0 ? { ...row, currency: 'USD' } : row));
    const skills = backTest(
      [...rows, invoiceRow({ currency: 'CHF', issued: on('2026-01-10') })],
      lastMonthStarts(asOf),
      asOf,
      0.05,
    );
    expect([...skills.keys()].sort()).toEqual(['EUR', 'USD']);
  });

  it('keeps silent where the forecast was no nearer than due dates, once enough was forecast to tell', () => {
    const skill: Skill = {
      months: 6,
      forecasts: 40,
      mae: 9,
      maeDueDate: 8.5,
      inside: 0.4,
      weeklyError: 0.5,
      weeklyErrorDueDate: 0.4,
      totalError: 0.1,
    };
    expect(isWorthShowing(skill)).toBe(false);
    expect(isWorthShowing({ ...skill, mae: 8.4 })).toBe(true);
    expect(isWorthShowing({ ...skill, forecasts: 19 })).toBe(true);
    expect(isWorthShowing(undefined)).toBe(true);
    expect(silenceInWords(skill)).toBe(
      'No forecast: over the last 6 months it missed the day by 9.0 days on average, due dates by 8.5. Go by the due dates.',
    );
    expect(skillInWords(skill)).toBe(
      'Over the last 6 months it missed the day by 9.0 days on average (due dates: 8.5); 40 % were paid within the range; the money of a week was off by 50 %; the sum of 13 weeks was off by 10 %.',
    );
  });
});
