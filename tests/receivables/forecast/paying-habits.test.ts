// What habits say of one open invoice: as the whole forecast does, and nothing where it was not proven here.
import { describe, expect, it } from 'vitest';
import { bookAsOf } from '../../../src/receivables/book';
import { forecastBook } from '../../../src/receivables/forecast/book-forecast';
import { payingHabits } from '../../../src/receivables/forecast/paying-habits';
import { learnHabits } from '../../../src/receivables/forecast/payment-habits';
import { recordsOn } from '../../../src/receivables/forecast/payment-record';
import { invoiceRow, on } from '../invoice-rows';

const asOf = on('2026-06-30');
/** A customer who pays some days after due, moving by a week, every five days for two years. */
function book(late: number, currency = 'EUR') {
  return Array.from({ length: 140 }, (_, at) => {
    const issued = on('2024-08-01') + at * 5;
    const paidOn = issued + 30 + late + ((at * 3) % 7);
    return invoiceRow({ currency, issued, due: issued + 30, paidOn: paidOn <= asOf ? paidOn : null });
  }).filter(({ issued }) => (issued ?? 0) <= asOf);
}

describe('the habits of a book', () => {
  const rows = [...book(8), ...book(-3, 'USD')];
  const open = bookAsOf(rows, asOf).find(({ paidOn, currency }) => paidOn === null && currency === 'EUR');
  if (!open) throw new Error('something is open');

  it('give the chances of the forecast, learned once', () => {
    let read = 0;
    const told = payingHabits(
      () => {
        read += 1;
        return rows;
      },
      asOf,
      0.05,
    );
    const habits = learnHabits(recordsOn(rows, asOf, 0.05), asOf);
    const outlook = habits?.curveOf(open.customerKey).outlook(open.due ?? 0, asOf);
    expect(told.paidBy(open, asOf, asOf + 3)).toBe(outlook?.paidBy(asOf + 3));
    const [forecast] = forecastBook(habits, [open], { asOf, tolerance: 0.05 }).invoices;
    expect(told.lateRisk(open, asOf)).toBe(forecast?.lateRisk);
    expect(read).toBe(2);
  });

  it('say nothing before they were proven on twenty invoices, nor of what has no due date', () => {
    const few = rows.filter((_, at) => at % 14 === 0);
    expect(payingHabits(() => few, asOf, 0.05).paidBy(open, asOf, asOf + 3)).toBeNull();
    expect(payingHabits(() => rows, asOf, 0.05).paidBy({ ...open, currency: 'CHF' }, asOf, asOf + 3)).toBeNull();
    expect(payingHabits(() => rows, asOf, 0.05).paidBy({ ...open, due: null }, asOf, asOf + 3)).toBeNull();
  });

  it('are tested once a month by whoever goes through many days', () => {
    const proven = new Map<number, ReadonlySet<string>>();
    for (const day of [asOf - 2, asOf - 1, asOf, asOf + 1])
      payingHabits(() => rows, day, 0.05, proven).paidBy(open, day, day + 3);
    expect([...proven.keys()]).toEqual([on('2026-06-01'), on('2026-07-01')]);
    expect(proven.get(on('2026-06-01'))?.has('EUR')).toBe(true);
  });
});
