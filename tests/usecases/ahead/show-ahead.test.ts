// The book for the pages that look ahead: what they work out of it is what the command line says.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import { toDecimal } from '../../../src/receivables/money';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { showAhead } from '../../../src/usecases/ahead/show-ahead';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { setUpAt } from '../../builders/our-firm';
import { tinyBook } from '../../receivables/forecast/tiny-book';

const LINES = tinyBook().map(({ invoice, customer, issued, due, paidOn }) => ({
  ...{ no: invoice, customer, amount: 100, issued: isoOf(issued ?? 0), due: isoOf(due ?? 0) },
  ...(paidOn === null ? {} : { paidOn: isoOf(paidOn) }),
}));

const crossed = (world: FakeWorld) => JSON.parse(JSON.stringify(showAhead(world.ports)));

describe('the book to look ahead in', () => {
  const world = setUpAt('2026-04-30 09:00', LINES);

  it('lets the page expect what the formulas and the command line expect', () => {
    const { asOf, look, currencies } = aheadOf(crossed(world));
    expect(isoOf(asOf)).toBe('2026-04-30');
    expect(
      look.invoices.map(({ invoice, expected }) => [invoice.invoice, expected === null ? null : isoOf(expected)]),
    ).toEqual([
      ['T7', '2026-05-10'],
      ['T8', '2026-05-05'],
      ['T9', '2026-05-19'],
    ]);
    const [euros] = currencies;
    expect(euros).toMatchObject({ currency: 'EUR', isShown: true, goal: null });
    expect(toDecimal(euros?.cash.open ?? 0, 'EUR')).toBe(300);
  });

  it('tells what was promised, and what stands apart', () => {
    const promises = world.cells('AR Promises');
    promises[1] = (promises[0] ?? []).map(
      (header) =>
        ({ Customer: 'A', Amount: 100, Currency: 'EUR', 'Promised on': day('2026-05-27'), State: 'open' })[
          String(header)
        ] ?? '',
    );
    const customers = world.cells('AR Customers');
    const at = customers.findIndex((cells) => cells.includes('D'));
    const row = customers[at];
    if (row) row[(customers[0] ?? []).indexOf('Insolvent since')] = day('2026-04-20');
    const [euros] = aheadOf(crossed(world)).currencies;
    expect(euros?.cash.weeks.map(({ promised }) => promised).slice(0, 4)).toEqual([0, 0, 0, 10_000]);
    expect(euros?.apart).toBe(10_000);
  });

  it('has the goal that the team typed, which needs no row before', () => {
    expect(() => saveSetting(world.ports, 'Cash goal a week: EUR', '-5')).toThrow('cannot be below 0');
    saveSetting(world.ports, 'Cash goal a week: EUR', '5,000');
    expect(aheadOf(crossed(world)).currencies[0]?.goal).toBe(5000);
    saveSetting(world.ports, 'Cash goal a week: EUR', '');
    expect(aheadOf(crossed(world)).currencies[0]?.goal).toBeNull();
  });
});
