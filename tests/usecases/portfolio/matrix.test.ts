// The follow-up matrix: what is owed by segment and size, the work of four weeks on it, and where time does not go with money.
import { describe, expect, it } from 'vitest';
import { forecast } from '../../../src/dunning/outlook/forecast';
import type { MatrixView } from '../../../src/entry/sidebar-calls';
import { currenciesOf, gapsInWords, matchOf, matrixOf, nameOf } from '../../../src/sidebar/portfolio/matrix-figures';
import { workOf } from '../../../src/usecases/ahead/work';
import { showMatrix } from '../../../src/usecases/portfolio/show-matrix';
import { showPortfolio } from '../../../src/usecases/portfolio/show-portfolio';
import { openForShowing } from '../../../src/workbook/opening';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Acme', due: '2026-10-20', amount: 9_000 },
  { no: '2', customer: 'Acme', due: '2026-12-20', amount: 1_000 },
  { no: '3', customer: 'Bolt', due: '2026-11-01', amount: 200 },
  { no: '4', customer: 'Cord', due: '2026-11-05', amount: 300, currency: 'GBP' },
  { no: '5', customer: 'Cord', due: '2026-11-08', amount: 50 },
];
const NOW = '2026-11-23 09:00';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the follow-up matrix of a workbook', () => {
  it('has the money of the portfolio to the cent, each currency by itself', () => {
    const world = liveAt(NOW, LINES);
    const { totals } = showPortfolio(world.ports, ':segment');
    const { cells } = showMatrix(world.ports);
    for (const { currency, open, overdue, customers } of totals) {
      const own = cells.filter((cell) => cell.currency === currency);
      expect([sum(own.map((cell) => cell.open)), sum(own.map((cell) => cell.overdue))]).toEqual([open, overdue]);
      expect(sum(own.map((cell) => cell.customers))).toBe(customers);
    }
  });

  it('has every contact of the next four weeks with the minutes of Load, one about two currencies in each', () => {
    const world = liveAt(NOW, LINES);
    const opened = openForShowing(world.ports);
    const { minutes } = workOf(opened);
    const { contacts } = forecast(opened.gathered.facts, 28, { mailsPerDay: null });
    const { cells } = showMatrix(world.ports);
    const inEuro = contacts.filter(({ about }) => about.lines.some(({ currency }) => currency === 'EUR'));
    const own = cells.filter(({ currency }) => currency === 'EUR');
    expect(inEuro.length).toBeGreaterThan(3);
    expect(sum(own.flatMap((cell) => cell.contacts.map(([, , number]) => number)))).toBe(inEuro.length);
    expect(sum(own.map((cell) => cell.minutes))).toBe(sum(inEuro.map(({ channel }) => minutes[channel])));
  });

  it('tells steps that leave by themselves, those that tell the Owner, and the collector’s apart', () => {
    const world = liveAt(NOW, LINES);
    for (const row of world.cells('AR Policy')) {
      if (row[4] === 'email') row[8] = 'auto';
      if (row[4] === 'email' && row[1] === 2) row[7] = 'owner';
    }
    const [headers = [], ...rows] = world.cells('AR Customers');
    for (const row of rows) row[headers.indexOf('Owner')] = 'olga@ourfirm.example';
    expect(records(world, 'AR Customers')[0]?.['Owner']).toBe('olga@ourfirm.example');
    const by = new Set(showMatrix(world.ports).cells.flatMap((cell) => cell.contacts.map(([, one]) => one)));
    expect([...by].sort()).toEqual(['account manager', 'automatic', 'collector']);
  });

  it('names the rows of AR Policy a segment goes by', () => {
    const [ladder] = showMatrix(liveAt(NOW, LINES).ports).ladders;
    expect(ladder?.segment).toBe('New');
    expect(ladder?.rowsOf).toBe('New');
    expect(ladder?.steps.length).toBeGreaterThan(3);
  });

  it('stands with nothing open', () => {
    expect(showMatrix(liveAt(NOW, []).ports).cells).toEqual([]);
  });
});

const cell = (segment: string, change: Partial<MatrixView['cells'][number]>): MatrixView['cells'][number] => ({
  ...{ segment, size: 'small', currency: 'EUR', customers: 2, open: 100, overdue: 0, contacts: [], disputes: 0 },
  ...{ minutes: 0, ...change },
});

const view = (...cells: MatrixView['cells']): MatrixView => ({ asOf: '2026-11-23', days: 28, cells, ladders: [] });

describe('money and time beside each other', () => {
  it('do not go together from twice the other and ten points on', () => {
    expect(matchOf(0.41, 0.03)).toBe('money without time');
    expect(matchOf(0.2, 0.12)).toBe('fits');
    expect(matchOf(0.04, 0.01)).toBe('fits');
    expect(matchOf(0.05, 0.5)).toBe('time without money');
    expect(matchOf(null, 0.5)).toBe('fits');
  });

  it('are shares of the overdue, and of the open where nothing is overdue', () => {
    const some = view(
      cell('Timely', { overdue: 90, minutes: 10 }),
      cell('New', { overdue: 10, open: 900, minutes: 90 }),
    );
    expect(matrixOf(some, 'EUR').map(({ money, time }) => [money, time])).toEqual([
      [0.9, 0.1],
      [0.1, 0.9],
    ]);
    const none = view(cell('Timely', { open: 300 }), cell('New', { open: 100 }));
    expect(matrixOf(none, 'EUR').map(({ money, time, match }) => [money, time, match])).toEqual([
      [0.75, null, 'fits'],
      [0.25, null, 'fits'],
    ]);
    expect(gapsInWords(matrixOf(none, 'EUR'))).toEqual([]);
  });

  it('say the same of a small share above the table as in it', () => {
    const small = view(cell('Timely', { overdue: 99_900, minutes: 50 }), cell('New', { overdue: 100, minutes: 50 }));
    expect(gapsInWords(matrixOf(small, 'EUR')).at(-1)).toMatch(/: under 1 % of the overdue and 50 % of the time/);
  });

  it('keep currencies apart, that of most customers first', () => {
    const five = view(
      ...['USD', 'EUR', 'GBP', 'CHF', 'JPY'].map((currency, at) => cell('New', { currency, customers: at })),
    );
    expect(currenciesOf(five)).toEqual(['JPY', 'CHF', 'GBP', 'EUR', 'USD']);
    expect(matrixOf(five, 'CHF')).toHaveLength(1);
  });

  it('count contacts for a customer in a month of thirty days', () => {
    const [line] = matrixOf(view(cell('New', { contacts: [['email', 'collector', 7]], customers: 5 })), 'EUR');
    expect(line?.perMonth).toBeCloseTo(1.5, 10);
  });

  it('name a size once', () => {
    expect(nameOf({ segment: 'Delinquent SMB', size: 'small' })).toBe('Often late, small');
    expect(nameOf({ segment: 'Key accounts', size: 'large' })).toBe('Key accounts, large');
  });
});
