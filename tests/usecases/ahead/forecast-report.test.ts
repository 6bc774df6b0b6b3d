// The forecast of a file: figures as the command line prints them, and what our tabs tell beside the sheet.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import type { Cell } from '../../../src/sheet/grid';
import { isDayCell } from '../../../src/sheet/grid';
import { type ForecastReport, forecastReport } from '../../../src/usecases/ahead/forecast-report';
import type { FileBook } from '../../../src/usecases/ahead/opened-file';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { invoiceCells, setUpAt } from '../../builders/our-firm';
import { TINY_DAY, tinyBook } from '../../receivables/forecast/tiny-book';

const LINES = tinyBook().map(({ invoice, customer, issued, due, paidOn }) => ({
  ...{ no: invoice, customer, amount: 100, issued: isoOf(issued ?? 0), due: isoOf(due ?? 0) },
  ...(paidOn === null ? {} : { paidOn: isoOf(paidOn) }),
}));

function fileOf(sheets: readonly [string, Cell[][]][]): FileBook {
  const text = (cell: Cell): string => (isDayCell(cell) ? isoOf(cell.day) : String(cell));
  const shown = sheets.map(([name, values]) => ({ name, values, display: values.map((row) => row.map(text)) }));
  return { name: 'book', today: TINY_DAY, sheets: shown };
}

const ofWorld = (world: FakeWorld): FileBook =>
  fileOf(world.sheetNames().map((name): [string, Cell[][]] => [name, world.cells(name)]));
const ofInvoice = ({ invoices }: ForecastReport, number: string) => invoices.find(({ invoice }) => invoice === number);

/** Fills cells of the row below the headers of one of our tabs. */
function note(world: FakeWorld, tab: string, cells: Record<string, Cell>, row = 1): void {
  const values = world.cells(tab);
  const headers = values[0] ?? [];
  values[row] = headers.map((header, column) => cells[String(header)] ?? values[row]?.[column] ?? '');
}

describe('the forecast of a file that was never set up', () => {
  const report = forecastReport(fileOf([['Invoices', invoiceCells(LINES)]]), { asOf: '2026-04-30' });

  it('has the open invoices in the order of the sheet with their days and chances', () => {
    expect(report.asOf).toBe('2026-04-30');
    expect(report.columns).toMatchObject({ paidOn: 'Paid on', due: 'Due date' });
    expect(
      report.invoices.map(({ row, invoice, early, expected, late }) => [row, invoice, early, expected, late]),
    ).toEqual([
      [8, 'T7', '2026-05-08', '2026-05-10', '2026-05-12'],
      [9, 'T8', '2026-05-03', '2026-05-05', '2026-05-15'],
      [10, 'T9', '2026-05-17', '2026-05-19', '2026-05-21'],
    ]);
    expect(report.invoices[0]).toMatchObject({ balance: 100, usualDays: 4.488707, paidCount: 3, lateRisk: 0 });
  });

  it('adds the weeks up by currency, and says how near such forecasts were', () => {
    const weeks = report.weeks['EUR'] ?? [];
    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toMatchObject({ from: '2026-05-01', to: '2026-05-07' });
    expect(weeks.reduce((sum, { amount }) => sum + amount, report.beyond['EUR'] ?? 0)).toBeCloseTo(300, 1);
    expect(report.customers.map(({ customer, open }) => [customer, open])).toEqual([
      ['A', 100],
      ['C', 100],
      ['D', 100],
    ]);
    expect(report.skill['EUR']).toMatchObject({ months: 3, forecasts: 7, isWorthShowing: true });
    expect(report.skill['EUR']?.inWords).toMatch(/^Over the last 3 months it missed the day by /);
  });
});

describe('the forecast of a workbook that was set up', () => {
  const world = setUpAt('2026-04-30 09:00', LINES);
  note(world, 'AR Promises', {
    Customer: 'A',
    Amount: 100,
    Currency: 'EUR',
    'Promised on': day('2026-05-27'),
    State: 'open',
  });
  note(world, 'AR Holds', { Customer: 'C', Reason: 'goods are checked', Until: day('2026-05-10') });
  const customers = world.cells('AR Customers');
  const row = customers.findIndex((cells) => cells.includes('D'));
  note(world, 'AR Customers', { 'Insolvent since': day('2026-04-20') }, row);
  const report = forecastReport(ofWorld(world), { asOf: '2026-04-30' });

  it('puts a promise in place of the day and shows both', () => {
    expect(ofInvoice(report, 'T7')).toMatchObject({ expected: '2026-05-27', byHabit: '2026-05-10' });
    expect(report.weeks['EUR']?.[3]).toMatchObject({ from: '2026-05-22', promised: 100 });
  });

  it('says of a pause that there is one, and keeps who is insolvent apart', () => {
    expect(ofInvoice(report, 'T8')?.why).toContain('Paused up to and including Sun 10 May: goods are checked.');
    expect(ofInvoice(report, 'T8')?.expected).toBe('2026-05-05');
    expect(ofInvoice(report, 'T9')).toMatchObject({ expected: null, early: null });
    expect(report.apart).toEqual({ EUR: 100 });
    expect(report.customers.map(({ customer }) => customer)).toEqual(['A', 'C']);
  });
});
