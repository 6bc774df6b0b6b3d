// A policy over the past of a file: judged as it is written, payments held, and what cannot be read as a policy.
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import { type Cell, isDayCell } from '../../../src/sheet/grid';
import type { FileBook, FileSheet } from '../../../src/usecases/ahead/opened-file';
import { replayed, replayReport } from '../../../src/usecases/ahead/replay-report';
import { SEGMENTS_TAB } from '../../../src/workbook/tab-specs';
import { day } from '../../builders/dunning-facts';
import { type InvoiceLine, invoiceCells, liveAt } from '../../builders/our-firm';

function sheetOf(name: string, values: Cell[][]): FileSheet {
  const text = (cell: Cell): string => (isDayCell(cell) ? isoOf(cell.day) : String(cell));
  return { name, values, display: values.map((row) => row.map(text)) };
}

const fileOf = (lines: readonly InvoiceLine[]): FileBook => ({
  name: 'book',
  today: day('2026-12-31'),
  sheets: [sheetOf('Invoices', invoiceCells(lines))],
});
const HEADER = [
  'Segment',
  'Stage',
  'Anchor',
  'Days',
  'Channel',
  'Template',
  'To',
  'CC',
  'Sending',
  'Minimum gap',
  'Tone',
  'Active',
];
const step = (stage: number, days: number, gap: Cell = '', channel = 'email'): Cell[] => [
  ...['Default', stage, 'due', days, channel, 'Friendly', 'billing', '', 'review', gap, 'friendly', 'yes'],
];
const ladder = (...steps: Cell[][]): FileSheet => sheetOf('ladder.csv', [HEADER, ...steps]);
const SPAN = { from: '2026-03-01', to: '2026-04-30' };
const days = (lines: readonly InvoiceLine[], sheet: FileSheet): [string, string][] => {
  const [played] = replayed(fileOf(lines), SPAN, [{ name: 'ladder', sheet }]).played;
  return (played?.contacts ?? []).map(({ day: on, customer }) => [isoOf(on), customer]);
};

describe('a replayed ladder', () => {
  it('says each step on its business day until the invoice is paid as it was', () => {
    const lines = [{ no: '1', customer: 'Acme', due: '2026-03-12', amount: 900, paidOn: '2026-03-27' }];
    // Two days past due is a Saturday; after the 27th nothing is owed.
    expect(days(lines, ladder(step(1, 2, 5), step(2, 9), step(3, 21)))).toEqual([
      ['2026-03-16', 'Acme'],
      ['2026-03-23', 'Acme'],
    ]);
  });

  it('keeps one gap for the segment, which a file may say once', () => {
    const lines = [
      { no: '1', customer: 'Acme', due: '2026-03-12', amount: 900 },
      { no: '2', customer: 'Acme', due: '2026-03-16', amount: 900 },
    ];
    const first = days(lines, ladder(step(1, 1, 10), step(2, 30)));
    expect(first).toEqual([
      ['2026-03-13', 'Acme'],
      ['2026-03-23', 'Acme'],
      ['2026-04-13', 'Acme'],
      ['2026-04-23', 'Acme'],
    ]);
  });

  it('asks for any sum, on holidays too, and takes no mark of dispute without a day', () => {
    const lines = [{ no: '1', customer: 'Acme', due: '2026-03-09', amount: 3 }];
    const file = fileOf(lines);
    const [sheet] = file.sheets;
    sheet?.values[0]?.push('Disputed');
    sheet?.values[1]?.push('Yes');
    for (const row of sheet?.display ?? []) row.push(row[0] === 'Customer' ? 'Disputed' : 'Yes');
    const [played] = replayed(file, SPAN, [{ name: 'ladder', sheet: ladder(step(1, 1, 5)) }]).played;
    expect(played?.contacts.map(({ day: on }) => isoOf(on))).toEqual(['2026-03-10']);
  });

  it('is held against another one over the same payments', () => {
    const lines = [{ no: '1', customer: 'Acme', due: '2026-03-12', amount: 900, paidOn: '2026-03-25' }];
    const report = replayReport(fileOf(lines), SPAN, [
      { name: 'early', sheet: ladder(step(1, 1, 5), step(2, 9)) },
      { name: 'late', sheet: ladder(step(1, 11, 5)) },
    ]);
    expect(
      report.policies.map(({ name, mails, contactsAvoided, daysLater, needlessMails }) => [
        ...[name, mails, contactsAvoided, daysLater, needlessMails],
      ]),
    ).toEqual([
      ['early', 2, 0, 0, 0.5],
      ['late', 1, 1, 10, 1],
    ]);
  });

  it('is refused in a sentence where a step cannot be read, none is there, or the days are in no order', () => {
    const file = fileOf([{ no: '1', customer: 'Acme', due: '2026-03-12', amount: 900 }]);
    const played =
      (sheet: FileSheet, span = SPAN) =>
      () =>
        replayReport(file, span, [{ name: 'ladder', sheet }]);
    expect(played(ladder(['Default', 1, 'due', 'soon', 'email', '', '', '', '', '', 'friendly', 'yes']))).toThrow(
      'ladder.csv: AR Policy, row 2: Days "soon" is not a whole number.',
    );
    expect(played(ladder())).toThrow('ladder.csv holds no step: give it the columns of AR Policy.');
    expect(played(ladder(step(1, 1)), { from: '2026-04-01', to: '2026-03-01' })).toThrow('are no days in order');
  });
});

describe('a workbook with rules of AR Segments', () => {
  it('is replayed with the segments they name, a ladder from a file too', () => {
    const lines = [
      { no: '1', customer: 'Acme', due: '2026-03-12', amount: 9000 },
      { no: '2', customer: 'Bolt', due: '2026-03-12', amount: 900 },
    ];
    const world = liveAt('2026-04-30 09:00', lines);
    world.ports.workbook.createTabs([SEGMENTS_TAB]);
    world.cells('AR Segments').push([1, 'Key', 'balance', 'at least', '5,000', 'yes', '']);
    world.cells('AR Policy').push(['Key', 1, 'due', 3, 'call', 'Call firm', 'billing', '', 'review', 5, 'firm', 'yes']);
    const tabs = world.sheetNames().map((name) => sheetOf(name, world.cells(name)));
    const file = { name: 'book', today: day('2026-12-31'), sheets: tabs };
    const key = step(1, 3, 5);
    key[0] = 'Key';
    const policies = [
      { name: 'own', sheet: null },
      { name: 'ladder', sheet: ladder(key) },
    ];
    const [own, written] = replayed(file, { from: '2026-03-01', to: '2026-03-31' }, policies).played;
    const ofAcme = own?.contacts.filter(({ customer }) => customer === 'Acme') ?? [];
    expect(new Set(ofAcme.map(({ about }) => about.channel))).toEqual(new Set(['call']));
    expect(written?.contacts.map(({ customer }) => customer)).toEqual(['Acme']);
  });
});
