// What people put into AR Payments themselves, taken by each plan.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { acceptLines, applyLineWords, undoLines } from '../../../src/usecases/payments/decide-lines';
import { readBankLines } from '../../../src/usecases/payments/read-lines';
import { showPayments } from '../../../src/usecases/payments/show-payments';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: 'A-1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const BETA: InvoiceLine = { no: 'B-2001', customer: 'Beta Works', due: '2026-11-01', amount: 900 };
const world = (): FakeWorld => liveAt('2026-11-09 09:00', [ACME, BETA]);

function read(to: FakeWorld, ...lines: [amount: string, payer: string, text: string][]): void {
  const all = lines.map(([amount, payer, text], at) => {
    const line = { account: '', date: '2026-11-06', amount, currency: 'EUR', payer, text };
    return { ...line, bankId: `N${at}`, charges: '', original: null };
  });
  readBankLines(to.ports, { name: '', lines: all, ends: [] });
}

/** Writes into a column of the row that has a text. */
function write(to: FakeWorld, text: string, column: string, value: Cell): void {
  const [headers = [], ...rows] = to.cells('AR Payments');
  const row = rows.find((cells) => cells[headers.indexOf('Text')] === text);
  if (row) row[headers.indexOf(column)] = value;
}

function paste(to: FakeWorld, ...rows: Record<string, Cell>[]): void {
  const cells = to.cells('AR Payments');
  const [headers = []] = cells;
  for (const row of rows) cells.push(headers.map((header) => row[String(header)] ?? ''));
}

const tab = (of: FakeWorld, ...columns: string[]): Cell[][] =>
  records(of, 'AR Payments').map((row) => columns.map((column) => row[column] ?? ''));

const certain = (of: FakeWorld): string[] =>
  showPayments(of.ports).lines.flatMap(({ id, state }) => (state === 'proposed' ? id : []));

describe('a word in the column Decide', () => {
  it('is taken by the hourly run, and nobody knows who wrote it', () => {
    const to = world();
    read(to, ['1200.00', 'Acme Tools', 'A-1001'], ['7.00', 'X', 'interest'], ['50.00', 'Beta Works', 'part']);
    write(to, 'A-1001', 'Decide', 'accept');
    write(to, 'interest', 'Decide', 'Ignore');
    write(to, 'part', 'Decide', 'on account');
    to.at('2026-11-09 10:00');
    runHour(to.ports);
    expect(tab(to, 'State', 'Decide', 'By')).toEqual([
      ['applied', '', 'AR Payments'],
      ['ignored', '', 'AR Payments'],
      ['on account', '', 'AR Payments'],
    ]);
  });

  it('that cannot be followed goes, and the reason stands in its row; others count all the same', () => {
    const to = world();
    read(to, ['777.00', 'Nobody', 'x'], ['1200.00', 'Acme Tools', 'A-1001']);
    write(to, 'x', 'Decide', 'on account');
    write(to, 'A-1001', 'Decide', 'accept');
    expect(applyLineWords(to.ports).message).toMatch(/: 1 decided\. 1 passed over: Whose account\?/);
    planDay(to.ports);
    const [stranger, acme] = tab(to, 'State', 'Decide', 'Why');
    expect(stranger?.slice(0, 2)).toEqual(['new', '']);
    expect(stranger?.[2]).toMatch(/^Whose account\? Say it on the page Payments\. Neither/);
    expect(acme?.[0]).toBe('applied');
  });

  it('beside a proposal that is another one by now accepts nothing', () => {
    const to = world();
    read(to, ['1200.00', 'Acme Tools', 'A-1001']);
    write(to, 'A-1001', 'Decide', 'accept');
    replaceInvoices(to, [{ ...ACME, paid: 500 }, BETA]);
    planDay(to.ports);
    expect(tab(to, 'State', 'Decide')).toEqual([[expect.stringMatching(/proposed|asked/), '']]);
  });

  it('never accepts again what was taken back as wrong', () => {
    const to = world();
    read(to, ['1200.00', 'Acme Tools', 'A-1001']);
    const ids = certain(to);
    acceptLines(to.ports, ids);
    // As a run that was cut off leaves it.
    write(to, 'A-1001', 'Decide', 'accept');
    undoLines(to.ports, ids);
    expect(tab(to, 'State', 'Decide')).toEqual([['proposed', '']]);
  });

  it('that is none stays where it is', () => {
    const to = world();
    read(to, ['1200.00', 'Acme Tools', 'A-1001']);
    write(to, 'A-1001', 'Decide', 'yes');
    expect(applyLineWords(to.ports).message).toBe('AR Payments read: 0 decided. Not known: “yes” in row 2.');
    expect(tab(to, 'Decide')).toEqual([['yes']]);
  });
});

describe('rows that people paste into AR Payments', () => {
  const row = { Date: day('2026-11-06'), Amount: 1200, Currency: 'EUR', Payer: 'Acme Tools', Text: 'A-1001' };

  it('become lines, each once however often they are pasted, and are proposed and not accepted', () => {
    const to = world();
    read(to, ['50.00', 'Beta Works', 'part']);
    paste(to, { ...row, Amount: '1.200,00', Decide: 'accept' });
    planDay(to.ports);
    paste(to, row);
    planDay(to.ports);
    expect(tab(to, 'State', 'Invoices', 'Decide')).toEqual([
      ['asked', '', ''],
      ['proposed', 'A-1001 1200.00', ''],
    ]);
    expect(certain(to)).toHaveLength(1);
  });

  it('that say the same twice at once are two, of which the second is asked about', () => {
    const to = world();
    read(to, ['50.00', 'Beta Works', 'part']);
    paste(to, row, row);
    planDay(to.ports);
    expect(tab(to, 'State').flat()).toEqual(['asked', 'proposed', 'asked']);
    planDay(to.ports);
    expect(records(to, 'AR Payments')).toHaveLength(3);
  });

  it('with a number of their bank in Bank line are read as others are, and none goes', () => {
    const to = world();
    read(to, ['50.00', 'Beta Works', 'part']);
    paste(to, { ...row, 'Bank line': '2026110600017' }, { ...row, 'Bank line': 'X', Date: 'soon', Text: 'B' });
    planDay(to.ports);
    expect(tab(to, 'Text', 'State').slice(1)).toEqual([
      ['A-1001', 'proposed'],
      ['B', ''],
    ]);
    planDay(to.ports);
    expect(records(to, 'AR Payments')).toHaveLength(3);
  });

  it('stay as they are where they cannot be read, with the reason beside them, until they are mended', () => {
    const to = world();
    read(to, ['50.00', 'Beta Works', 'part']);
    paste(to, { ...row, Date: 'soon' }, { ...row, Currency: '', Text: 'B' }, { Text: 'only words' });
    planDay(to.ports);
    expect(tab(to, 'Text', 'Why').slice(1)).toEqual([
      ['A-1001', 'Not read: "soon" is not a date; type it like 2026-11-24.'],
      ['B', 'Not read: no currency.'],
      ['only words', 'Not read: no date or no amount.'],
    ]);
    expect(showPayments(to.ports).unread).toEqual([
      [3, 'Not read: "soon" is not a date; type it like 2026-11-24.'],
      [4, 'Not read: no currency.'],
      [5, 'Not read: no date or no amount.'],
    ]);
    write(to, 'A-1001', 'Date', day('2026-11-06'));
    planDay(to.ports);
    expect(tab(to, 'Text', 'State')[1]).toEqual(['A-1001', 'proposed']);
  });
});

it('proposes by itself what a new invoice explains, and accepts nothing', () => {
  const to = world();
  read(to, ['300.00', 'Acme Tools', 'A-1002']);
  expect(tab(to, 'State').flat()).not.toContain('proposed');
  replaceInvoices(to, [ACME, BETA, { ...ACME, no: 'A-1002', amount: 300, issued: '2026-11-02', due: '2026-12-02' }]);
  to.at('2026-11-09 11:00');
  runHour(to.ports);
  expect(tab(to, 'State', 'Invoices')).toEqual([['proposed', 'A-1002 300.00']]);
  runHour(to.ports);
  expect(records(to, 'AR Log').filter((row) => row['Event'] === 'lines-read')).toHaveLength(2);
});
