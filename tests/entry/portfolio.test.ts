// PORTFOLIO as cells call it: an invoice table and a word in, a row per group and currency out.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGING_TABLE, PORTFOLIO } from '../../src/entry/formulas-tables';
import { installSpreadsheet, removeSpreadsheet, utc } from './spreadsheet';

beforeEach(() => {
  installSpreadsheet();
});
afterEach(removeSpreadsheet);

const asOf = utc('2026-06-30');
const HEADER = ['Client', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Currency', 'Paid on', 'Region', 'Status'];

interface Line {
  issued?: string;
  currency?: string;
  paid?: string;
  region?: string;
  status?: string;
}

let n = 0;
const row = (client: string, due: string, amount: number, line: Line = {}): unknown[] => {
  n += 1;
  const { issued = '2026-05-01', currency = 'EUR', paid = '', region = 'North', status = '' } = line;
  const paidOn = paid === '' ? '' : utc(paid);
  return [client, `INV-${n}`, utc(issued), utc(due), amount, currency, paidOn, region, status];
};

const table = [
  HEADER,
  row('ACME', '2026-06-30', 100),
  row('ACME', '2026-06-20', 50.1),
  row('Bolt', '2026-03-01', 400, { region: 'South', issued: '2026-01-31', status: 'Disputed' }),
  row('Bolt', '2026-05-01', -20, { region: 'north' }),
  row('Bolt', '2026-05-01', 7000, { currency: 'JPY', region: 'South' }),
  // Paid ten days late in the last 365 days; its invoice date is before the 90 days of sales.
  row('Cord', '2026-03-01', 1000, { paid: '2026-03-11', issued: '2026-02-01' }),
  row('Cord', '2026-07-31', 800, { status: 'Not yet invoiced', region: 'South' }),
  row('Cord', '2026-08-31', 200, { status: 'Draft', issued: '2026-08-01' }),
  row('Dome', '2026-05-31', 90, { status: 'Void' }),
];
const cells = (by: string, rows: unknown[][] = table): unknown[][] => PORTFOLIO(rows, asOf, by) as unknown[][];

describe('PORTFOLIO', () => {
  it('gives a row per value of a column, a total per currency, and unbilled work below in no other figure', () => {
    // North: 150.10 open less 20.00 of credits, over 130.10 of sales in 90 days; late 50.10 for 10 days, paid 1,000.00 for 10.
    expect(cells('region')).toEqual([
      ['Region', 'Currency', 'Customers', 'Invoices', 'Open', 'Overdue', '% overdue', 'Share of all', ...LAST],
      ['South', 'EUR', 1, 1, 400, 400, 1, 0.7271405198, '', '', 400].map(near),
      ['North', 'EUR', 1, 2, 150.1, 50.1, 0.3337774817, 0.2728594802, 90, 10, 0].map(near),
      ['Total', 'EUR', 2, 3, 550.1, 450.1, 0.81821487, 1, (530.1 / 130.1) * 90, 10, 400].map(near),
      ['South', 'JPY', 1, 1, 7000, 7000, 1, 1, 90, 60, 0],
      ['Total', 'JPY', 1, 1, 7000, 7000, 1, 1, 90, 60, 0],
      ['Unbilled', 'EUR', 1, 2, 1000, '', '', '', '', '', ''],
    ]);
  });

  it('works out the bucket, in the order of age, and its days of sales add up to the DSO of all', () => {
    const euros = cells('bucket').filter(([, currency]) => currency === 'EUR');
    const [current, month, old, total] = euros;
    expect(euros.map(([label]) => label)).toEqual(['Current', '1-30 days', '90+ days', 'Total', 'Unbilled']);
    const dso = (line: unknown[] = []): number => line[8] as number;
    // Credits are in no bucket: they lower the DSO of all.
    expect(dso(current) + dso(month) + dso(old) - (20 / 130.1) * 90).toBeCloseTo(dso(total), 9);
  });

  it('works out segment and size where no column has that header, and always where "computed" stands before', () => {
    const history = [...table, row('Bolt', '2026-02-01', 10, { paid: '2026-04-11', issued: '2026-01-01' })];
    expect(cells('segment', history).map(([label]) => label)).toContain('Doubtful large');
    expect(cells('size').map(([label]) => label)).toContain('Large');
    const renamed = [HEADER.map((header) => (header === 'Region' ? 'Segment' : header)), ...history.slice(1)];
    expect(cells('SEGMENT', renamed).map(([label]) => label)).toContain('South');
    expect(cells('computed segment', renamed).map(([label]) => label)).toContain('Doubtful large');
    const sized = [HEADER.map((header) => (header === 'Region' ? 'Size' : header)), ...table.slice(1)];
    expect(cells('size', sized).map(([label]) => label)).toContain('North');
    expect(cells('Computed size', sized).map(([label]) => label)).toContain('Large');
  });

  it('takes the thresholds of AR Settings', () => {
    installSpreadsheet([
      ['Setting', 'Value', 'What it means'],
      ['Segment: mode', 'balance', ''],
      ['Segment: a from', 500, ''],
    ]);
    const labels = cells('segment').map(([label]) => label);
    expect(labels).toContain('C');
  });

  it('leaves DSO blank without invoice dates, and says which columns there are when none is meant', () => {
    const undated = table.map((line) => line.filter((_, at) => at !== 2));
    expect(
      cells('region', undated)
        .slice(1)
        .every((line) => line[8] === ''),
    ).toBe(true);
    expect(() => cells('Planet')).toThrow('group_by: no column is called "Planet".');
  });

  it('has the open and overdue money of AGING_TABLE, to the cent', () => {
    const aging = AGING_TABLE(table, asOf, 'region') as number[][];
    for (const [label, currency, , , open, overdue] of cells('region').slice(1)) {
      const same = aging.find((line) => String(line[0]) === label && String(line[1]) === currency);
      if (!same) continue;
      expect(same.slice(2, 8).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(open as number, 9);
      expect(same.slice(3, 7).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(overdue as number, 9);
    }
  });
});

const LAST = ['DSO', 'Days beyond terms', 'Disputed'];

function near(value: unknown): unknown {
  return typeof value === 'number' ? expect.closeTo(value, 8) : value;
}
