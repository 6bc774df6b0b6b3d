// The formulas that make tables as cells call them: an invoice table in, rows of cells out.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGING_TABLE, AR_KPIS } from '../../src/entry/formulas-tables';
import { AVERAGE_DAYS_TO_PAY, DAYS_BEYOND_TERMS } from '../../src/entry/formulas-terms';
import { bookAsOf, totalsByCurrency } from '../../src/receivables/book';
import { toDecimal } from '../../src/receivables/money';
import { UNCONFIRMED } from '../../src/sheet/fields';
import { wholeTable } from '../../src/sheet/formulas/whole-table';
import type { Cell, DayCell } from '../../src/sheet/grid';
import { gridOf } from '../sheet/grids';
import { installSpreadsheet, removeSpreadsheet, utc } from './spreadsheet';

beforeEach(() => {
  installSpreadsheet();
});
afterEach(removeSpreadsheet);

const asOf = utc('2026-06-30');
const HEADER = [
  ...['Client', 'Client ID', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Currency', 'Paid on'],
  ...['Sales_Region', 'Collector', 'Region manager'],
];
const row = (
  client: string,
  n: number,
  due: string,
  amount: unknown,
  { currency = 'EUR', paid = '' as unknown, region = 'North' as unknown, issued = '2026-05-01' as unknown } = {},
): unknown[] => [
  ...[client, `ID-${client}`, `INV-${n}`, typeof issued === 'string' && issued !== '' ? utc(issued) : issued, utc(due)],
  ...[amount, currency, paid, region, 'Kim', 'Lee'],
];
const table = [
  HEADER,
  row('ACME', 1, '2026-06-30', 100),
  row('ACME', 2, '2026-06-01', 50.1),
  row('Bolt', 3, '2026-03-01', 400, { region: 'South' }),
  row('Bolt', 4, '2026-05-01', -20, { region: 'north' }),
  row('Bolt', 5, '2026-05-01', 7000, { currency: 'JPY', region: 'South' }),
  row('Cord', 6, '2026-05-01', 999, { paid: utc('2026-06-02') }),
];

describe('AGING_TABLE', () => {
  it('spills a header row, a row per customer by total, and a total row per currency', () => {
    expect(AGING_TABLE(table, asOf)).toEqual([
      ['Customer', 'Currency', 'Current', '1-30 days', '31-60 days', '61-90 days', '90+ days', 'No due date', ...LAST],
      ['Bolt', 'EUR', 0, 0, 0, 0, 400, 0, -20, 380],
      ['ACME', 'EUR', 100, 50.1, 0, 0, 0, 0, 0, 150.1],
      ['Total', 'EUR', 100, 50.1, 0, 0, 400, 0, -20, 530.1],
      ['Bolt', 'JPY', 0, 0, 7000, 0, 0, 0, 0, 7000],
      ['Total', 'JPY', 0, 0, 7000, 0, 0, 0, 0, 7000],
    ]);
  });

  it('shows a past day as it was', () => {
    const cells = AGING_TABLE(table, utc('2026-06-01')) as unknown[][];
    expect(cells.find(([label]) => label === 'Cord')).toEqual(['Cord', 'EUR', 0, 0, 999, 0, 0, 0, 0, 999]);
    expect(AGING_TABLE(table, utc('2026-01-01'))).toHaveLength(1);
  });

  it('groups by the column whose header is given, however it is written', () => {
    for (const wanted of ['Sales_Region', 'sales region', ' SALES REGION ']) {
      const cells = AGING_TABLE(table, asOf, wanted) as unknown[][];
      expect(cells.map(([label, currency, , , , , , , , total]) => [label, currency, total])).toEqual([
        ['Sales_Region', 'Currency', 'Total'],
        ['South', 'EUR', 400],
        ['North', 'EUR', 130.1],
        ['Total', 'EUR', 530.1],
        ['South', 'JPY', 7000],
        ['Total', 'JPY', 7000],
      ]);
    }
    expect((AGING_TABLE(table, asOf, 'client') as unknown[][])[1]?.[0]).toBe('Bolt');
    expect((AGING_TABLE(table, asOf, 'customer name') as unknown[][])[1]?.[0]).toBe('Bolt');
    expect((AGING_TABLE(table, asOf, 'manager') as unknown[][])[1]?.[0]).toBe('Lee');
  });

  it('says which columns there are when none or several can be meant', () => {
    expect(() => AGING_TABLE(table, asOf, 'Planet')).toThrow(
      /^group_by: no column is called "Planet". There are "Client", .*"Region manager".$/,
    );
    expect(() => AGING_TABLE(table, asOf, 'region')).toThrow(/could be "Sales_Region", "Region manager"/);
  });

  it('shows blank groups, dates and check boxes as groups, and refuses an error cell', () => {
    const of = (region: unknown): unknown =>
      (AGING_TABLE([HEADER, row('A', 1, '2026-06-30', 5, { region })], asOf, 'Sales Region') as unknown[][])[1]?.[0];
    expect([of(''), of(true), of(utc('2026-02-01')), of(12)]).toEqual(['(blank)', 'TRUE', '2026-02-01', '12']);
    expect(() => of('#N/A')).toThrow(/^invoices, 2nd row, Sales_Region: the cell shows #N\/A/);
  });

  it('uses the edges it is given', () => {
    const [header, bolt] = AGING_TABLE(table, asOf, '', '15,45') as unknown[][];
    expect(header?.slice(2, 6)).toEqual(['Current', '1-15 days', '16-45 days', '45+ days']);
    expect(bolt?.[5]).toBe(400);
    expect(() => AGING_TABLE(table, asOf, '', '45,15')).toThrow(/rising order/);
  });

  it('throws one error that names the first bad row and how many there are', () => {
    const bad = [...table, row('Bolt', 7, '2026-05-01', 'ten'), row('Bolt', 8, '2026-05-01', '#N/A'), ['', '', '', '']];
    expect(() => AGING_TABLE(bad, asOf)).toThrow(
      /^invoices, 8th row, Amount: "ten" is not an amount.*\(2 such rows\)$/,
    );
    const nobody = [...table, row('', 9, '2026-05-01', 5).map((cell, i) => (i === 1 ? '' : cell))];
    expect(() => AGING_TABLE(nobody, asOf)).toThrow(/^invoices, 8th row, Client: the customer is missing/);
  });

  it('passes over blank rows of an open range and title rows above the header', () => {
    const blank = HEADER.map(() => '');
    const titled = [['Receivables'], [''], ...table.slice(0, 4), blank, ...table.slice(4), blank, blank];
    expect(AGING_TABLE(titled, asOf)).toEqual(AGING_TABLE(table, asOf));
  });

  it('needs a day, a table with a header row and known columns', () => {
    expect(() => AGING_TABLE(table, '')).toThrow(/^as_of: the cell is empty$/);
    expect(() => AGING_TABLE(table, '30.06.2026')).toThrow(/^as_of: '30.06.2026' is text, not a date$/);
    expect(() => AGING_TABLE(table.slice(1), asOf)).toThrow(/^invoices: No header row/);
    expect(() => AGING_TABLE(5, asOf)).toThrow(/^invoices: /);
  });

  it('uses the columns and the currency that set-up confirmed, in one reading of the settings', () => {
    const own = [
      ['Who', 'Falls due', 'Sum'],
      ['ACME', utc('2026-06-01'), 5],
    ];
    const settings = ['customer:Who', 'due:Falls due', 'amount:Sum'].map((pair) => pair.split(':'));
    const sheet = installSpreadsheet([
      ['Setting', 'Value'],
      ...settings.map(([field, header]) => [`Column: ${field}`, header]),
      ['Default currency', 'CHF'],
    ]);
    expect((AGING_TABLE(own, asOf) as unknown[][])[1]?.slice(0, 4)).toEqual(['ACME', 'CHF', 0, 5]);
    expect(sheet.reads()).toBe(1);
  });
});

const LAST = ['Unapplied credits', 'Total'];

describe('AR_KPIS', () => {
  const days = (iso: string) =>
    fc.integer({ min: 0, max: 120 }).map((n) => new Date(utc(iso).getTime() + n * 86_400_000));
  const invoices = fc.array(
    fc.record({
      client: fc.constantFrom('ACME', 'Bolt'),
      issued: days('2025-12-01'),
      payments: fc.uniqueArray(fc.record({ cents: fc.integer({ min: 1, max: 4_000 }), on: days('2026-01-15') }), {
        selector: ({ on }) => on.getTime(),
        maxLength: 2,
      }),
    }),
    { minLength: 2, maxLength: 8 },
  );

  it('is the same whether payments stand in columns or in rows of their own', () => {
    fc.assert(
      fc.property(invoices, days('2026-04-01'), (made, asOf) => {
        fc.pre(made.some(({ payments }) => payments.length > 0));
        const amounts = made.map(({ payments }, n) => (n % 2 === 0 && payments.length > 0 ? 0 : 9_000) / 100);
        const amountOf = (n: number) =>
          amounts[n] || (made[n]?.payments ?? []).reduce((sum, { cents }) => sum + cents, 0) / 100;
        const due = (issued: Date) => new Date(issued.getTime() + 30 * 86_400_000);
        const wide = made.map(({ client, issued, payments }, n) => [
          ...[client, `V-${n}`, issued, due(issued), amountOf(n), 'EUR'],
          ...[0, 1].flatMap((i) => [payments[i] ? payments[i].cents / 100 : '', payments[i]?.on ?? '']),
        ]);
        const ledger = made.flatMap(({ client, issued, payments }, n) => [
          ['Invoice', client, `V-${n}`, issued, due(issued), amountOf(n), 'EUR'],
          ...payments.map(({ cents, on }) => ['Payment', client, `V-${n}`, on, '', -cents / 100, 'EUR']),
        ]);
        const shared = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Currency'];
        const columns = ['Payment 1', 'Payment date 1', 'Payment 2', 'Payment date 2'];
        const from = utc('2026-01-01');
        expect(AR_KPIS([['Type', ...shared], ...ledger], asOf, from)).toEqual(
          AR_KPIS([[...shared, ...columns], ...wide], asOf, from),
        );
      }),
      { numRuns: 60 },
    );
  });

  const june = [
    ['Customer', 'Invoice', 'Invoice Date', 'Due Date', 'Amount', 'Settled Date', 'Disputed'],
    ['Late', '1', utc('2013-05-10'), utc('2013-06-09'), 835.56, utc('2013-07-03'), 'No'],
    ['Prompt', '2', utc('2013-05-15'), utc('2013-06-14'), 6082.79, utc('2013-06-14'), 'No'],
    ['Early', '3', utc('2013-06-05'), utc('2013-07-05'), 1565.3, utc('2013-06-25'), '#REF!'],
    ['Open', '4', utc('2013-06-10'), utc('2013-07-10'), 4284.29, '', 'Yes'],
  ];
  const of = (cells: unknown): Record<string, unknown> => Object.fromEntries(cells as [string, unknown][]);

  // The totals of the IBM receivables sample in June 2013.
  it('gives the figures of June 2013, from the first of the month when no other day is given', () => {
    const cells = AR_KPIS(june, utc('2013-06-30'), utc('2013-06-01'));
    expect(of(cells)).toMatchObject({
      'Beginning AR': 6918.35,
      'Credit sales': 5849.59,
      Collections: 7648.09,
      'Ending AR': 5119.85,
      'Current AR': 4284.29,
      DSO: expect.closeTo(26.2575, 4),
      BPDSO: expect.closeTo(21.9723, 4),
      ADD: expect.closeTo(4.2852, 4),
      CEI: expect.closeTo(0.901509, 6),
      'Percent overdue': expect.closeTo(0.1632, 4),
      'Best customer': 'Early',
      'Worst customer': 'Late',
    });
    expect(AR_KPIS(june, utc('2013-06-30'))).toEqual(cells);
    expect(AR_KPIS(june, utc('2013-06-30'), [['']])).toEqual(cells);
  });

  it('agrees with the formulas for days to pay and days beyond terms over what was settled in the period', () => {
    const slow = ['Slow', '5', utc('2013-05-01'), utc('2013-05-31'), 321.09, utc('2013-06-12'), ''];
    const settled = [...june.slice(2, 4), slow];
    const cells = (column: number): unknown[][] => settled.map((one) => [one[column]]);
    const figures = of(AR_KPIS([...june, slow], utc('2013-06-30')));
    expect(figures['Average days to pay']).toBe(AVERAGE_DAYS_TO_PAY(cells(2), cells(5)));
    expect(figures.DBT).toBe(DAYS_BEYOND_TERMS(cells(3), cells(5), cells(4)));
    expect(figures.DBT).toBeGreaterThan(0);
  });

  it('takes another period', () => {
    const figures = of(AR_KPIS(june, utc('2013-06-30'), utc('2013-05-12')));
    expect(figures).toMatchObject({ 'Days in period': 50, 'Beginning AR': 835.56, 'Credit sales': 11_932.38 });
  });

  it('needs the invoice date of every claim', () => {
    const without = june.map((cells) => cells.filter((_, i) => i !== 2));
    expect(() => AR_KPIS(without, utc('2013-06-30'))).toThrow(/^invoices: there is no column with the invoice date/);
    const gaps = [...june, ['Open', '5', '', utc('2013-07-10'), 5, '', ''], ['Open', '6', '', asOf, 5, '', '']];
    expect(() => AR_KPIS(gaps, utc('2013-06-30'))).toThrow(
      /^invoices, 6th row, Invoice Date: the cell is empty\. .*\(2 such rows\)$/,
    );
  });

  it('names a text date, and a period that begins after its end', () => {
    const bad = [...june, ['Open', '5', utc('2013-06-11'), '31.31.2013', 5, '', '']];
    expect(() => AR_KPIS(bad, utc('2013-06-30'))).toThrow(/^invoices, 6th row, Due Date: "31.31.2013" is not a date/);
    expect(() => AR_KPIS(june, utc('2013-06-30'), utc('2013-07-01'))).toThrow(/^from: the period begins after as_of/);
    expect(() => AR_KPIS(june, utc('2013-06-30'), 'June')).toThrow(/^from: 'June' is text, not a date$/);
  });

  it('says what needs payment dates where the table has no such column', () => {
    const figures = of(
      AR_KPIS(
        june.map((cells) => cells.filter((_, i) => i !== 5)),
        utc('2013-06-30'),
      ),
    );
    expect(figures['Beginning AR']).toBe('n/a: the table has no column with the date of payment');
    expect(figures.Overdue).toBe(6918.35);
  });
});

const day = (offset: number): DayCell => ({ day: 20_634 + offset });
const invoices = fc.array(
  fc.record({
    client: fc.constantFrom('ACME', 'Bolt', 'Cord'),
    due: fc.integer({ min: -150, max: 30 }),
    cents: fc.integer({ min: -5000, max: 100_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    order: fc.nat(),
  }),
  { minLength: 8, maxLength: 30 },
);

describe('the laws of the tables', () => {
  it('AGING_TABLE has the totals of the book, in whatever order the rows are', () => {
    fc.assert(
      fc.property(invoices, (list) => {
        const rows = list.map(({ client, due, cents, currency, order }, i) => {
          const amount = currency === 'JPY' ? cents : cents / 100;
          return { cells: [client, `INV-${i}`, 20_634 + due + 25_569, amount, currency], order };
        });
        const header = ['Customer', 'Invoice', 'Due date', 'Amount', 'Currency'];
        const sorted = [...rows].sort((a, b) => a.order - b.order).map(({ cells }) => cells);
        const straight = [header, ...rows.map(({ cells }) => cells)];
        const report = AGING_TABLE(straight, 20_634 + 25_569) as unknown[][];
        expect(AGING_TABLE([header, ...sorted], 20_634 + 25_569)).toEqual(report);
        const read = wholeTable(gridOf(straight as Cell[][]), UNCONFIRMED);
        const book = totalsByCurrency(bookAsOf(read.rows, 20_634), 20_634);
        for (const total of report.filter(([label]) => label === 'Total')) {
          const currency = String(total[1]);
          const { open = 0, credits = 0 } = book[currency] ?? {};
          expect(total[9]).toBe(toDecimal(open + credits, currency));
        }
        expect(report.filter(([label]) => label === 'Total')).toHaveLength(Object.keys(book).length);
      }),
    );
  });

  it('reading takes twice as many looks at cells for twice as many rows', () => {
    const looks = (count: number): number => {
      let gets = 0;
      const watched = (cells: Cell[]): Cell[] =>
        new Proxy(cells, {
          get(target, key, self) {
            if (typeof key === 'string' && /^\d+$/.test(key)) gets += 1;
            return Reflect.get(target, key, self);
          },
        });
      const rows = Array.from({ length: count }, (_, i): Cell[] => [`C${i % 90}`, `INV-${i}`, day(-(i % 120)), 10 + i]);
      wholeTable(gridOf([['Customer', 'Invoice', 'Due date', 'Amount'], ...rows].map(watched)), UNCONFIRMED);
      return gets;
    };
    // Finding the columns looks at a first part of the rows only.
    const [one, two, four] = [looks(1000), looks(2000), looks(4000)];
    expect(four - two).toBe(2 * (two - one));
    expect(one).toBeGreaterThan(4000);
  });
});
