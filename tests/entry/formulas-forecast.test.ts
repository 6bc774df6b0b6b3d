// The formulas that look ahead as cells call them: an invoice table in, dates and chances out.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CASH_FORECAST, EXPECTED_PAYMENT, LATE_RISK } from '../../src/entry/formulas-forecast';
import { isoOf } from '../../src/receivables/day';
import { TINY_DAY, tinyBook } from '../receivables/forecast/tiny-book';
import { installSpreadsheet, removeSpreadsheet, utc } from './spreadsheet';

beforeEach(() => {
  installSpreadsheet();
});
afterEach(removeSpreadsheet);

const asOf = utc(isoOf(TINY_DAY));
const dateOf = (day: number | null): unknown => (day === null ? '' : utc(isoOf(day)));
const HEADER = ['Invoice', 'Customer', 'Invoice date', 'Due date', 'Amount', 'Currency', 'Paid on'];
const lines = tinyBook().map(({ invoice, customer, issued, due, paidOn }) => [
  ...[invoice, customer, dateOf(issued), dateOf(due), 100, 'EUR', dateOf(paidOn)],
]);
const table = [HEADER, ...lines];
const open = (number: string, customer: string, due: string, amount: number, currency = 'EUR'): unknown[] => [
  ...[number, customer, utc('2026-01-05'), utc(due), amount, currency, ''],
];

describe('EXPECTED_PAYMENT', () => {
  it('spills a row per open invoice in the order of the sheet, with dates, chance and reason', () => {
    const [header, ...rows] = EXPECTED_PAYMENT(table, asOf);
    expect(header).toEqual([
      ...['Invoice', 'Customer', 'Currency', 'Balance', 'Expected', 'Early', 'Late', 'Over 30 days late', 'Why'],
    ]);
    expect(rows.map((row) => row.slice(0, 7))).toEqual([
      ['T7', 'A', 'EUR', 100, utc('2026-05-10'), utc('2026-05-08'), utc('2026-05-12')],
      ['T8', 'C', 'EUR', 100, utc('2026-05-05'), utc('2026-05-03'), utc('2026-05-15')],
      ['T9', 'D', 'EUR', 100, utc('2026-05-19'), utc('2026-05-17'), utc('2026-05-21')],
    ]);
    expect(rows[0]?.[7]).toBe(0);
    expect(rows[0]?.[8]).toContain('Usually pays 4 days after due (3 paid invoices).');
  });

  it('leaves the days blank of what is older than anything paid, and says so', () => {
    const [, , , , old] = EXPECTED_PAYMENT([...table, open('X', 'A', '2024-01-05', 50)], asOf);
    expect(old?.slice(0, 8)).toEqual(['X', 'A', 'EUR', 50, '', '', '', 1]);
    expect(old?.[8]).toContain('older than anything this book has seen paid');
  });

  it('names the first row that cannot be read', () => {
    expect(() => EXPECTED_PAYMENT([...table, ['X', 'A', utc('2026-01-05'), 'soon', 50, 'EUR', '']], asOf)).toThrow(
      /^invoices, 11th row/,
    );
  });
});

describe('CASH_FORECAST', () => {
  it('has a row per week and currency, and then what is not expected within them', () => {
    const cells = CASH_FORECAST([...table, open('X', 'A', '2024-01-05', 50, 'USD')], asOf, 3);
    expect(cells[0]).toEqual(['Currency', 'From', 'To', 'Expected', 'Low', 'High']);
    expect(cells.map(([currency]) => currency).slice(1)).toEqual([
      'EUR',
      'EUR',
      'EUR',
      'EUR',
      'USD',
      'USD',
      'USD',
      'USD',
    ]);
    expect(cells[1]?.slice(1, 3)).toEqual([utc('2026-05-01'), utc('2026-05-07')]);
    const eur = cells.slice(1, 5).map((row) => Number(row[3]));
    expect(eur.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(300, 2);
    expect(cells[8]).toEqual(['USD', 'Not expected within 3 weeks', '', 50, '', '']);
  });

  it('takes thirteen weeks where none are given, and a whole number of them', () => {
    expect(CASH_FORECAST(table, asOf)).toHaveLength(15);
    expect(() => CASH_FORECAST(table, asOf, 2.5)).toThrow('weeks must be a whole number from 1 to 104, not 2.5.');
  });
});

describe('LATE_RISK', () => {
  const rows = [...table, open('L', 'A', '2026-01-31', 300), open('M', 'A', '2024-01-05', 5, 'USD')];

  it('gives the share of the open money that is expected to be late, of several currencies the highest', () => {
    const share = LATE_RISK('A', [...table, open('L', 'A', '2026-01-31', 300)], asOf);
    // 300 of 400 is that late already, and the other 100 hardly ever will be.
    expect(share).toBeGreaterThanOrEqual(0.75);
    expect(share).toBeLessThan(0.8);
    expect(LATE_RISK('A', rows, asOf)).toBe(1);
    expect(LATE_RISK([['C'], [''], ['T']], table, asOf, 0)).toEqual([[1], [''], [expect.any(Number)]]);
  });

  it('judges who owes nothing by a new invoice at the usual terms', () => {
    const share = LATE_RISK('B', table, asOf, 0);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(1);
    expect(LATE_RISK('B', table, asOf)).toBe(0);
  });

  it('is blank where nothing was ever paid, and refuses days that are none', () => {
    expect(LATE_RISK('A', [HEADER, open('X', 'A', '2026-04-01', 50)], asOf)).toBe('');
    expect(LATE_RISK('A', table, asOf, -1)).toBe('⚠ days: -1 is not a whole number of days from 0 on');
  });
});
