// The same figure to the cent wherever it is shown: on the desk, in AR History and AR Dashboard, by formula, by the preview behind `plan`.
import { describe, expect, it } from 'vitest';
import type { AheadView } from '../../src/entry/sidebar-calls';
import { paidLedgerWorld } from '../../src/local/bench/ledger';
import { demoWorld } from '../../src/local/demo/demo-world';
import type { World } from '../../src/local/google-services/state';
import { openSession, rowsOf, type Session } from '../../src/local/session';
import { setUp } from '../../src/local/set-up';
import { addDays, instantAt } from '../../src/local/wall-clock';
import { contentSize, plainText, rowsByHeader, sheetNamed } from '../../src/local/workbook/stored-cells';
import { dayFigures } from '../../src/receivables/figures/day-figures';
import { type Picture, picturesOf } from '../../src/receivables/figures/pictures';
import { toDecimal } from '../../src/receivables/money';
import { loadOf } from '../../src/sidebar/ahead/load-figures';
import { aheadOf } from '../../src/sidebar/expected/ahead-book';
import { bookOf, unpacked } from '../../src/sidebar/figures/figures-book';
import type { FiguresView } from '../../src/usecases/figures-page/view';
import type { PlanReport } from '../../src/usecases/planning/preview-plan';
import type { PortfolioView, WhyLateView } from '../../src/usecases/portfolio/view';
import type { TodayView } from '../../src/usecases/today/view';
import { Story, type StoryInvoice, shift } from './story';

const BUCKETS = ['Current', '1-30 days', '31-60 days', '61-90 days', '90+ days'];

/** Set up on a day, with a dashboard, and the next day's first run behind it: that closed the day. */
function closed(world: World, today: string): Session {
  const { timeZone } = world.spreadsheet;
  const session = openSession(world, { now: instantAt(`${today}T08:40`, timeZone) });
  setUp(session, { company: 'Our Firm', senderName: 'Ann', replyTo: session.user });
  session.ask('runHour');
  session.run('openDashboard', [], { editorOpen: true });
  session.now = instantAt(`${addDays(today, 1)}T06:30`, timeZone);
  session.ask('runHour');
  return session;
}

function formula(session: Session, text: string): (string | number)[][] {
  const [sheet] = session.world.spreadsheet.sheets;
  if (!sheet) throw new Error('no sheet');
  const result = session.formulas.evaluate(text, sheet);
  if ('unsupported' in result) throw new Error(result.unsupported);
  return rowsOf(result.value) as (string | number)[][];
}

/** The figures of a day as AR_KPIS says them for a currency. */
function kpis(
  session: Session,
  table: string,
  day: string,
  days: number | 'month',
  currency: string,
): Map<string, string | number> {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const asOf = `DATE(${year},${month},${date})`;
  const from = days === 'month' ? '' : `, ${asOf}-${days - 1}`;
  const rows = formula(session, `=AR_KPIS(${table}, ${asOf}${from})`);
  const at = rows.findIndex(([name, value]) => name === 'Currency' && value === currency);
  const end = rows.findIndex(([name], index) => index > at && name === 'Currency');
  return new Map(rows.slice(at, end < 0 ? undefined : end).map(([name, value]) => [String(name), value ?? '']));
}

const near = (text: string | undefined, wanted: string | number | undefined, digits: number): void =>
  typeof wanted === 'number' ? expect(Number(text)).toBeCloseTo(wanted, digits) : expect(text).toBe('');

/** The blocks of the dashboard by title: each line as texts. */
function blockOf(session: Session, title: string): string[][] {
  const sheet = sheetNamed(session.world.spreadsheet, 'AR Dashboard');
  if (!sheet) throw new Error('no dashboard');
  const line = (row: number): string[] =>
    Array.from({ length: 7 }, (_, column) => plainText(sheet.cells.get(row)?.get(column)?.value));
  const first = Array.from({ length: contentSize(sheet).rows }, (_, row) => row).find((row) =>
    line(row)[0]?.startsWith(title),
  );
  if (first === undefined) throw new Error(`no block ${title}`);
  const lines: string[][] = [];
  for (let row = first + 3; line(row)[0] !== ''; row += 1) lines.push(line(row));
  return lines;
}

const BOOKS: [string, () => World, string, string, boolean][] = [
  ['the demo company', () => demoWorld('2026-11-30'), '2026-11-30', 'Invoices!A1:M251', false],
  ['a ledger of two years', () => paidLedgerWorld(420), '2026-06-02', 'Invoices!A1:K421', true],
];

describe.each(BOOKS)('of %s', (_, make, today, table, isLong) => {
  const session = closed(make(), today);
  const history = rowsByHeader(
    sheetNamed(session.world.spreadsheet, 'AR History') ?? expect.fail('AR History is not there'),
    1,
  );
  const report = session.ask<PlanReport>('previewPlan', { asOf: today });
  const currencies = Object.keys(report.totals);

  it('AR History says of the closed day what plan and the formulas say', () => {
    for (const currency of currencies) {
      const line = history.find((row) => row['Day'] === today && row['Currency'] === currency && row['Segment'] === '');
      const total = report.totals[currency];
      expect([line?.['Open'], line?.['Overdue']].map(Number)).toEqual([total?.open, total?.overdue]);
      const buckets = ['Current', '1-30', '31-60', '61-90', '90+'].map((name) => Number(line?.[name]));
      expect(buckets).toEqual(BUCKETS.map((label) => total?.buckets[label]?.amount));
      const aging = formula(session, `=AGING_TABLE(${table}, DATE(${today.replace(/-0?/g, ',')}))`);
      const sums = aging.find(([name, code]) => name === 'Total' && code === currency);
      expect(sums?.slice(2, 7)).toEqual(buckets);
      const quarter = kpis(session, table, today, 90, currency);
      for (const [header, name] of [
        ['DSO 90', 'DSO'],
        ['BPDSO', 'BPDSO'],
        ['ADD', 'ADD'],
        ['Days to pay', 'Average days to pay'],
      ] as const)
        near(line?.[header], quarter.get(name), 2);
      const cei = kpis(session, table, today, 'month', currency).get('CEI');
      near(line?.['CEI (month to date)'], typeof cei === 'number' ? cei : undefined, 5);
      if (isLong) near(line?.['Turnover'], kpis(session, table, today, 365, currency).get('Turnover'), 2);
    }
  });

  it('the desk and the tab draw the same pictures, and plan agrees with both today', () => {
    const view = session.ask<FiguresView>('getFigures');
    const of = unpacked(view);
    const [currency = ''] = of.currencies;
    const { book, all, promises } = bookOf(of, { currency, segment: undefined, owner: undefined });
    const pictures = new Map(picturesOf(book, all, promises).map((one) => [one.id, one] as const));
    const drawn = (id: Picture['id']): Picture => pictures.get(id) ?? expect.fail(id);
    for (const [id, title] of [
      ['aging', 'Open by age'],
      ['overdue-weeks', 'Overdue by week'],
      ['days', 'Days of sales'],
      ['cei', 'Collected of what'],
      ['debtors', 'Who owes most'],
      ['segments', 'Open by segment'],
      ['cohorts', 'Still open of'],
      ['past-aging', 'Open by age, then'],
    ] as const) {
      const { rows } = drawn(id);
      const first = rows.findIndex(({ values }) => values.some((value) => value !== null));
      const told = rows.slice(Math.max(0, first));
      const tab = blockOf(session, title);
      expect(tab.map(([label]) => label)).toEqual(
        told.map(({ label, isRebuilt }) => `${label}${isRebuilt ? ' *' : ''}`),
      );
      told.forEach(({ values }, at) => {
        values.forEach((value, column) => {
          near(tab[at]?.[column + 1], value ?? undefined, 8);
        });
      });
    }
    const now = session.ask<PlanReport>('previewPlan', { asOf: addDays(today, 1) });
    for (const { label, values } of drawn('aging').rows)
      expect(values.slice(0, 5)).toEqual(BUCKETS.map((bucket) => now.totals[label]?.buckets[bucket]?.amount));
    const [figures] = dayFigures(book, book.asOf);
    expect(toDecimal(figures?.overdue ?? 0, currency)).toBe(now.totals[currency]?.overdue);
  });
});

describe('of an odd book: five currencies and none, credits above debts, disputes, a plan, no due date, a tolerance', () => {
  const TODAY = '2026-11-16';
  const CODES = ['EUR', 'USD', 'JPY', 'KWD', 'GBP', ''];
  const lines = Array.from({ length: 60 }, (_, at): StoryInvoice => {
    const due = shift(TODAY, ((at * 37) % 150) - 120);
    const amount = ((at * 7919) % 5000) + 0.25;
    const isPart = at % 7 === 3;
    return {
      ...{ no: `I-${at}`, customer: ['Acme', 'Bolt', 'Coil', 'Dent'][at % 4] ?? '', currency: CODES[at % 6] ?? '' },
      ...{ due: at % 11 === 5 ? '' : due, issued: at % 13 === 6 ? '' : shift(due, -30) },
      amount: at % 9 === 4 ? -3 * amount : at % 10 === 1 ? 17 : amount,
      ...(isPart ? { paid: amount / 5, paidOn: shift(TODAY, -3) } : {}),
      status: at % 17 === 2 ? 'Disputed' : at % 19 === 8 ? 'Draft' : at % 23 === 9 ? 'On hold' : '',
    };
  });
  const story = new Story(`${TODAY} 08:30`, lines).goLive();
  story.change('AR Settings', ({ Setting }) => Setting === 'Tolerance', 'Value', '25');
  const late = lines.filter(
    ({ due, amount, status, paid }) => due !== '' && due < TODAY && amount > 100 && !status && !paid,
  );
  const [one, two, three] = late.map(({ customer, no }) => ({ customerKey: customer.toLowerCase(), invoice: no }));
  story.ask('recordDispute', { ...one, amount: 50, reason: 'Price' });
  story.ask('recordDispute', { ...two, reason: 'Invoice not received' });
  const instalments = ['2026-11-20', '2026-12-18'].map((on) => ({ on, amount: 10 }));
  story.ask('recordPlan', { ...three, instalments });
  story.hour();

  it('plan, Today, Figures, Portfolio, Why late and Load say one overdue figure for each currency', () => {
    const { totals } = story.ask<PlanReport>('previewPlan', { asOf: TODAY });
    const figures = unpacked(story.ask<FiguresView>('getFigures'));
    const ahead = story.ask<AheadView>('getAhead', true);
    const loads = loadOf(aheadOf(ahead), ahead.work ?? expect.fail('no work'));
    const { money } = story.ask<TodayView>('getToday');
    const portfolio = story.ask<PortfolioView>('getPortfolio', ':segment');
    const why = story.ask<WhyLateView>('getWhyLate');
    expect(Object.keys(totals)).toHaveLength(6);
    for (const [currency, { overdue }] of Object.entries(totals)) {
      const mine = <T extends { currency: string }>(all: readonly T[]) => all.find((it) => it.currency === currency);
      const { book } = bookOf(figures, { currency, segment: undefined, owner: undefined });
      const told = {
        today: (mine(money)?.byAge ?? []).slice(1).reduce((sum, part) => sum + part, 0),
        figures: dayFigures(book, book.asOf)[0]?.overdue ?? 0,
        portfolio: mine(portfolio.totals)?.overdue ?? 0,
        why: mine(why.currencies)?.overdue ?? 0,
        load: loads.reduce((sum, load) => sum + (load.overdue[currency] ?? 0), 0),
      };
      for (const [where, minor] of Object.entries(told))
        expect(toDecimal(minor, currency), `${currency} ${where}`).toBe(overdue);
    }
  });
});
