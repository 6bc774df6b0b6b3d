// The Portfolio page on a workbook: the figures of the formula to the cent, the ten segmentations, and what a line is made of.
import { afterEach, describe, expect, it } from 'vitest';
import { PORTFOLIO } from '../../../src/entry/formulas-tables';
import { isoOf } from '../../../src/receivables/day';
import { toDecimal } from '../../../src/receivables/money';
import { isDayCell } from '../../../src/sheet/grid';
import { showPortfolio, showPortfolioRows } from '../../../src/usecases/portfolio/show-portfolio';
import { type InvoiceLine, setUpAt } from '../../builders/our-firm';
import { installSpreadsheet, removeSpreadsheet, utc } from '../../entry/spreadsheet';

const LINES: InvoiceLine[] = [
  ...Array.from({ length: 6 }, (_, at) => ({
    no: `P-${at}`,
    customer: at % 2 ? 'Acme' : 'Bolt',
    due: `2026-0${at + 3}-10`,
    amount: 333.33 + at,
    paidOn: `2026-0${at + 3}-${12 + 3 * at}`,
    paid: 333.33 + at,
  })),
  { no: '1', customer: 'Acme', due: '2026-11-20', amount: 100.1 },
  { no: '2', customer: 'Acme', due: '2026-10-01', amount: 250.25, paid: 50.05 },
  { no: '3', customer: 'Bolt', due: '2026-08-01', amount: 999.99 },
  { no: '4', customer: 'Cord', due: '2026-12-20', amount: 5000, issued: '2026-11-02' },
  { no: '5', customer: 'Cord', due: '2026-11-01', amount: 77, currency: 'GBP' },
];
const NOW = '2026-11-23 09:00';

afterEach(removeSpreadsheet);

describe('the Portfolio page', () => {
  it.each([
    [':bucket', 'bucket'],
    [':size', 'computed size'],
    [':computed', 'computed segment'],
    [':customer', ''],
    ['column:Currency', 'Currency'],
  ])('cut by %s has the figures of the formula, to the cent', (by, word) => {
    const world = setUpAt(NOW, LINES);
    const view = showPortfolio(world.ports, by);
    installSpreadsheet();
    const table = world
      .cells('Invoices')
      .map((row) => row.map((cell) => (isDayCell(cell) ? utc(isoOf(cell.day)) : cell)));
    const [, ...formula] = PORTFOLIO(table, utc('2026-11-23'), word) as unknown[][];
    const ours = [...view.lines, ...view.totals].map((line) => [
      ...[line.currency, line.customers, line.invoices, toDecimal(line.open, line.currency)],
      toDecimal(line.overdue, line.currency),
      ...[line.open > 0 ? line.overdue / line.open : '', line.share, line.dso ?? '', line.beyondTerms ?? ''].map(near),
      toDecimal(line.disputed, line.currency),
    ]);
    const given = formula.map((line) => line.slice(1));
    expect(given).toHaveLength(ours.length);
    for (const line of ours) expect(given).toContainEqual(line);
    expect(view.formula).toBe(`=PORTFOLIO('Invoices'!A1:I, AS_OF, "${word}")`);
  });

  it('names the ten segmentations of practice, and says which column is missing for what', () => {
    const { dimensions } = showPortfolio(setUpAt(NOW, LINES).ports, '');
    expect(dimensions.slice(0, 10).map(({ name }) => name)).toEqual([
      ...['Billed and unbilled', 'Aging', 'Size', 'Financial status', 'Non-financial status', 'Concentration'],
      ...['Business unit', 'Product', 'Region', 'Collector'],
    ]);
    const missing = dimensions.filter(({ missing: sentence }) => sentence !== '').map(({ name }) => name);
    expect(missing).toEqual(['Business unit', 'Product', 'Region']);
    expect(() => showPortfolio(setUpAt(NOW, LINES).ports, ':region')).toThrow('Add one called “Region”');
  });

  it('has each open amount once in every segmentation', () => {
    const { ports } = setUpAt(NOW, LINES);
    for (const { by, missing } of showPortfolio(ports, '').dimensions) {
      if (missing !== '') continue;
      const { lines, totals } = showPortfolio(ports, by);
      const sum = (currency: string): number =>
        lines.filter((line) => line.currency === currency).reduce((all, { open }) => all + open, 0);
      expect(totals.map(({ open, currency }) => [by, sum(currency), open])).toEqual(
        totals.map(({ open }) => [by, open, open]),
      );
    }
  });

  it('leads from a line to its customers and invoices, the most overdue first', () => {
    const { ports } = setUpAt(NOW, LINES);
    const rows = showPortfolioRows(ports, ':concentration', 'the largest customer', 'EUR');
    expect(rows.customers).toEqual([{ key: 'cord', name: 'Cord', open: '5,000.00 EUR', overdue: '', oldest: 0 }]);
    const all = showPortfolioRows(ports, 'column:Customer', 'acme', 'EUR');
    expect(all.invoices.map(({ invoice }) => invoice)).toEqual(['2', '1']);
  });
});

function near(value: unknown): unknown {
  return typeof value === 'number' ? expect.closeTo(value, 9) : value;
}
