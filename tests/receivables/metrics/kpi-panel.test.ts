// The panel of a period's figures, rebuilt from issue and payment dates.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceRow } from '../../../src/receivables/invoice';
import { kpiPanels } from '../../../src/receivables/metrics/kpi-panel';
import { periodFigures } from '../../../src/receivables/metrics/period-figures';
import { invoiceRow, on } from '../invoice-rows';

const from = on('2013-06-01');
const asOf = on('2013-06-30');

/** The panel of one currency as label to value. */
function panel(rows: readonly InvoiceRow[], hasPaymentDates = true): Record<string, string | number> {
  return Object.fromEntries(kpiPanels(rows, from, asOf, hasPaymentDates));
}

const row = (customer: string, issued: string, due: string, amount: number, paidOn: string | null): InvoiceRow =>
  invoiceRow({
    customer,
    issued: on(issued),
    due: on(due),
    amount,
    paidOn: paidOn === null ? null : on(paidOn),
    currency: 'USD',
  });

// The IBM receivables sample has these totals in June 2013; here they are made of four invoices.
const june = [
  row('Late Ltd', '2013-05-10', '2013-06-09', 83_556, '2013-07-03'),
  row('Prompt Ltd', '2013-05-15', '2013-06-14', 608_279, '2013-06-14'),
  row('Early Ltd', '2013-06-05', '2013-07-05', 156_530, '2013-06-25'),
  row('Open Ltd', '2013-06-10', '2013-07-10', 428_429, null),
  row('Later Ltd', '2013-07-01', '2013-07-31', 99_900, null),
  row('Gone Ltd', '2013-04-01', '2013-05-01', 77_700, '2013-05-31'),
];

describe('the panel', () => {
  it('gives the figures of June 2013 of the IBM receivables sample', () => {
    const figures = panel(june);
    expect(figures).toMatchObject({
      Currency: 'USD',
      'Days in period': 30,
      'Beginning AR': 6918.35,
      'Credit sales': 5849.59,
      Collections: 7648.09,
      'Ending AR': 5119.85,
      'Current AR': 4284.29,
      Overdue: 835.56,
      DSO: expect.closeTo(26.2575, 4),
      BPDSO: expect.closeTo(21.9723, 4),
      ADD: expect.closeTo(4.2852, 4),
      CEI: expect.closeTo(0.901509, 6),
      Turnover: expect.closeTo(5849.59 / 5119.85, 10),
      'Percent overdue': expect.closeTo(0.1632, 4),
    });
    expect(Object.keys(figures)).toEqual([
      ...['Currency', 'Days in period', 'Beginning AR', 'Credit sales', 'Collections', 'Ending AR', 'Current AR'],
      ...['Overdue', 'DSO', 'BPDSO', 'ADD', 'CEI', 'Turnover', 'Percent overdue', 'Average days to pay', 'DBT'],
      ...['Top-5 concentration', 'Best customer', 'Worst customer'],
    ]);
  });

  it('takes days to pay and days beyond terms from what was settled in the period', () => {
    const late = row('Slow Ltd', '2013-05-01', '2013-05-31', 764_809, '2013-06-10');
    const figures = panel([...june, late]);
    expect(figures['Average days to pay']).toBeCloseTo((30 + 20 + 40) / 3, 10);
    expect(figures.DBT).toBeCloseTo(5, 10);
    expect(panel(june).DBT).toBe(0);
  });

  it('counts as settled what was paid in the period, whatever came or went back after it', () => {
    const payments = [
      { amount: 764_809, on: on('2013-06-10') },
      { amount: 1_000, on: on('2013-07-20') },
    ];
    const twice = { ...row('Slow Ltd', '2013-05-01', '2013-05-31', 764_809, '2013-07-20'), payments };
    const figures = panel([...june, twice]);
    expect(figures['Average days to pay']).toBeCloseTo((30 + 20 + 40) / 3, 10);
    expect(figures.DBT).toBeCloseTo(5, 10);
  });

  it('names who paid earliest among those never late, and who is the latest by now', () => {
    expect(panel(june)).toMatchObject({ 'Best customer': 'Early Ltd', 'Worst customer': 'Late Ltd' });
    const slower = row('Slow Ltd', '2013-04-01', '2013-05-01', 1, '2013-06-30');
    expect(panel([...june, slower])['Worst customer']).toBe('Slow Ltd');
    expect(panel(june.slice(1))['Worst customer']).toBe('n/a: nobody was late');
  });

  it('counts a payment on the last day and not one on the day after; an invoice issued on the first day is sold', () => {
    const figures = (paidOn: string) => panel([row('A', '2013-06-01', '2013-06-30', 1000, paidOn), ...june]);
    expect(figures('2013-06-30')['Ending AR']).toBe(5119.85);
    expect(figures('2013-07-01')['Ending AR']).toBe(5129.85);
    expect(figures('2013-07-01')['Credit sales']).toBe(5859.59);
    const before = panel([row('A', '2013-05-31', '2013-06-30', 1000, '2013-06-01'), ...june]);
    expect(before['Beginning AR']).toBe(6928.35);
  });

  it('takes credits off receivables and sales, not off what is overdue', () => {
    const credit = invoiceRow({
      ...{ customer: 'Open Ltd', currency: 'USD', amount: -100_000 },
      ...{ issued: on('2013-06-20'), due: on('2013-06-20') },
    });
    expect(panel([...june, credit])).toMatchObject({
      'Credit sales': 4849.59,
      Collections: 7648.09,
      'Ending AR': 4119.85,
      'Current AR': 3284.29,
      Overdue: 835.56,
      'Percent overdue': expect.closeTo(0.1632, 4),
    });
  });

  it('takes the five largest customers together', () => {
    const rows = [10, 20, 30, 40, 50, 60].map((amount, i) =>
      row(`C${i}`, '2013-06-05', '2013-07-05', amount * 100, null),
    );
    expect(panel(rows)['Top-5 concentration']).toBe(withDigits(200 / 210));
  });

  // sapdatasheet.org, DSOIN_F02L: SAP counts the first and the last day, as the 30 days of June do.
  it('counts both ends of the period: 107 days from 1 November 2005 to 15 February 2006', () => {
    const rows = [row('A', '2005-12-01', '2006-01-01', 1000, null)];
    expect(kpiPanels(rows, on('2005-11-01'), on('2006-02-15'), true)[1]).toEqual(['Days in period', 107]);
  });

  it('makes a panel per currency, one below the other', () => {
    const rows = [...june, invoiceRow({ currency: 'JPY', amount: 5000, issued: from, due: asOf })];
    const cells = kpiPanels(rows, from, asOf, true);
    expect(cells).toHaveLength(39);
    expect(cells.every((cell) => cell.length === 2)).toBe(true);
    expect(cells[0]).toEqual(['Currency', 'JPY']);
    expect(cells[5]).toEqual(['Ending AR', 5000]);
    expect(cells.slice(19, 21)).toEqual([
      ['', ''],
      ['Currency', 'USD'],
    ]);
  });

  it('says why a figure cannot be given, and gives the others', () => {
    const old = panel([row('Late Ltd', '2013-05-10', '2013-06-09', 83_556, null)]);
    expect(old.DSO).toBe('n/a: there are no credit sales in the period, so there is no DSO.');
    expect(old['Average days to pay']).toBe('n/a: no invoice was settled in the period');
    expect(old['Percent overdue']).toBe(1);
    const settled = panel([row('A', '2013-06-01', '2013-06-30', 1000, '2013-06-20')]);
    expect(settled['Percent overdue']).toBe('n/a: nothing is open');
    expect(settled['Top-5 concentration']).toBe('n/a: there is no amount above 0, so there is no concentration.');
    expect(settled.Turnover).toBe('n/a: nothing is open, so there is no turnover.');
    expect(settled).toMatchObject({ DSO: 0, CEI: 1 });
  });

  it('says what needs payment dates where the table has none', () => {
    const figures = panel(june, false);
    for (const label of ['Beginning AR', 'Collections', 'CEI', 'Average days to pay', 'DBT', 'Worst customer']) {
      expect(figures[label]).toBe('n/a: the table has no column with the date of payment');
    }
    expect(figures['Ending AR']).toBe(5119.85);
  });

  it('refuses a period that ends before it begins, and a table in which nothing happened', () => {
    expect(() => kpiPanels(june, asOf, from, true)).toThrow(/^from: the period begins after as_of/);
    expect(() => kpiPanels(june.slice(4, 5), from, asOf, true)).toThrow(/^invoices: nothing was open/);
  });
});

function withDigits(value: number): number {
  return Number(value.toPrecision(13));
}

const randomRow = fc.record({
  customer: fc.constantFrom('A', 'B', 'C', 'D'),
  issued: fc.integer({ min: from - 60, max: asOf + 10 }),
  terms: fc.integer({ min: 0, max: 45 }),
  amount: fc.integer({ min: -2000, max: 9000 }),
  paidAfter: fc.option(fc.integer({ min: 0, max: 80 })),
  currency: fc.constantFrom('EUR', 'JPY'),
});
const rowsOf = fc.array(randomRow, { minLength: 1, maxLength: 30 }).map((list) =>
  list.map(({ issued, terms, paidAfter, ...rest }) =>
    invoiceRow({
      ...rest,
      issued,
      due: issued + terms,
      paidOn: paidAfter === null ? null : issued + paidAfter,
    }),
  ),
);

describe('the laws of a period', () => {
  it('collections are the amounts that were paid in it', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        for (const [currency, { beginning, creditSales, ending }] of periodFigures(rows, from, asOf)) {
          const paid = rows.filter(
            (one) => one.currency === currency && one.paidOn !== null && one.paidOn >= from && one.paidOn <= asOf,
          );
          const existing = paid.filter(({ issued }) => issued !== null && issued <= asOf);
          expect(beginning + creditSales - ending).toBe(existing.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
        }
      }),
    );
  });

  it('two halves of a period make the whole: what ends one begins the other, and sales add up', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: from, max: asOf - 1 }), (rows, middle) => {
        const whole = periodFigures(rows, from, asOf);
        const first = periodFigures(rows, from, middle);
        const second = periodFigures(rows, middle + 1, asOf);
        for (const [currency, { beginning, creditSales, ending }] of whole) {
          expect(first.get(currency)?.beginning ?? 0).toBe(beginning);
          expect(second.get(currency)?.beginning ?? 0).toBe(first.get(currency)?.ending ?? 0);
          expect((first.get(currency)?.creditSales ?? 0) + (second.get(currency)?.creditSales ?? 0)).toBe(creditSales);
          expect(second.get(currency)?.ending).toBe(ending);
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rowsOf, fc.infiniteStream(fc.nat()), (rows, chance) => {
        const inRange = rows.filter(({ issued }) => issued !== null && issued <= asOf);
        fc.pre(inRange.some(({ amount, issued }) => amount !== 0 && issued !== null && issued >= from));
        const keyed = inRange.map((one) => ({ one, key: chance.next().value }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
        const cells = (list: InvoiceRow[]) => JSON.stringify(kpiPanels(list, from, asOf, true));
        expect(cells(shuffled)).toBe(cells(inRange));
      }),
    );
  });

  it('reads twice as much of twice as many rows', () => {
    const reads = (count: number): number => {
      let gets = 0;
      const rows = Array.from({ length: count }, (_, i) => {
        const one = row(`C${i % 40}`, '2013-06-05', '2013-06-20', 100 + i, i % 3 === 0 ? '2013-06-25' : null);
        return new Proxy(one, {
          get(target, key) {
            gets += 1;
            return Reflect.get(target, key);
          },
        });
      });
      kpiPanels(rows, from, asOf, true);
      return gets;
    };
    expect(reads(600)).toBe(2 * reads(300));
  });
});
