// `readings`: our own sheets with their right values, how an answer is judged, and what the command prints.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/local/built-project';
import type { PlanReport } from '../../src/local/plan-report';
import { judged } from '../../src/local/readings/judge';
import { readingsVerb } from '../../src/local/verb-readings';

const OWN = join(projectRoot(), 'tests', 'readings');
const folder = mkdtempSync(join(tmpdir(), 'duesheet-readings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readings(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, [join(projectRoot(), 'build', 'local.mjs'), 'readings', ...words], {
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

describe('our own sheets', () => {
  it('are read as a person reads them, or rightly asked about', async () => {
    const { out, exit } = await readingsVerb([OWN, '--json']);
    const cases = JSON.parse(out) as { file: string; verdict: string; differences: string[] }[];
    const off = cases.filter(({ verdict }) => verdict !== 'right' && verdict !== 'rightly asks');
    expect(off).toEqual([]);
    expect([exit, cases.length > 2]).toEqual([0, true]);
  });
});

describe('what the command prints', () => {
  it('is a line a case with its differences, and the figures by group; it exits with 1 where a sheet is wrong', () => {
    cpSync(OWN, folder, { recursive: true });
    const expected = { totals: { EUR: { open: 1080.4 }, GBP: { open: 20 } } };
    const group = { asOf: '2026-04-30', kindOfSource: 'by hand' };
    const list = [
      { id: '1', file: 'instalments.csv', ...group, kind: 'K7', expected },
      { id: '2', file: 'sums-by-month.csv', ...group, expected: { refuse: true } },
    ];
    writeFileSync(join(folder, 'cases.json'), JSON.stringify(list));
    const { status, stdout, stderr } = readings(folder);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^1 {2}silently wrong +instalments\.csv {2}\(K7\)\n +GBP open: 20 expected, 19\.6 found\n2 {2}right/,
    );
    expect(stdout).toMatch(/\nby hand +1 +0 +0 +1 +0 +2\n$/);
    expect(status).toBe(1);
    expect(readings(folder, '--case', '2').status).toBe(0);
  });

  it('tells the format, and names a case that is broken', () => {
    expect(readings('--help').stdout).toMatch(/expected says what a person reads in it/);
    writeFileSync(
      join(folder, 'cases.json'),
      '[{"id": "1", "file": "gone.csv", "asOf": "2026-04-30", "expected": {}}]',
    );
    expect(readings(folder)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/case 1: there is no file gone\.csv/),
    });
    expect(readings().status).toBe(2);
  });
});

const REPORT: PlanReport = {
  ...{ asOf: '2026-04-30', sheet: 'Sheet', headerRow: 1, problems: [], questions: [], reminders: [], invoices: [] },
  unchased: '',
  later: '',
  columns: { due: 'Due', email: 'Email' },
  totals: {
    EUR: {
      open: 100,
      overdue: 40,
      credits: 0,
      invoices: 2,
      overdueInvoices: 1,
      buckets: { Current: { amount: 60, invoices: 1 } },
    },
  },
  dataCheck: {
    ...{ sheet: 'Sheet', headerRow: 1, rowsRead: 2, invoices: 2, leftOut: [], columns: [], notFound: [], findings: [] },
    ...{ sameCustomers: [], canDecide: false },
  },
};
const QUESTION = { field: 'due', message: 'Which column holds the due date?', candidates: [] };
const UNREADABLE = { row: 3, column: 'Amount', code: 'amount-unreadable', message: 'Row 3' };

describe('how an answer is judged', () => {
  const verdictOf = (expected: Parameters<typeof judged>[0], report: Partial<PlanReport> = {}): string =>
    judged(expected, { report: { ...REPORT, ...report } }).verdict;

  it('is right where every figure is', () => {
    expect(verdictOf({ totals: { '*': { open: 100, overdue: 40 } }, columns: { due: 'Due' } })).toBe('right');
  });

  it('is silently wrong where a figure or a column is told and is another', () => {
    expect(verdictOf({ totals: { EUR: { open: 99 } } })).toBe('silently wrong');
    expect(verdictOf({ noEmail: true })).toBe('silently wrong');
    expect(verdictOf({ totals: { EUR: { buckets: { Current: 60, '90+ days': 40 } } } })).toBe('silently wrong');
  });

  it('asks where a person could tell when a question is open that the sheet answers', () => {
    expect(verdictOf({ totals: { EUR: { open: 100 } } }, { questions: [QUESTION] })).toBe(
      'asks where a person could tell',
    );
    expect(verdictOf({ totals: { EUR: { open: 100 } } }, { questions: [QUESTION], totals: {} })).toBe(
      'asks where a person could tell',
    );
  });

  it('is no silent fault where the rows that are missing from a figure are named', () => {
    expect(verdictOf({ totals: { EUR: { open: 99 } } }, { problems: [UNREADABLE] })).toBe(
      'asks where a person could tell',
    );
  });

  it('rightly asks about what nothing in the sheet tells, and is wrong to guess it', () => {
    expect(verdictOf({ ask: 'due' }, { questions: [QUESTION] })).toBe('rightly asks');
    expect(verdictOf({ ask: 'due' })).toBe('silently wrong');
  });

  it('holds a refusal right only where there are no invoices', () => {
    expect(judged({ refuse: true }, { refused: 'No header row' }).verdict).toBe('right');
    expect(judged({ totals: {} }, { refused: 'No header row' }).verdict).toBe('error');
  });
});
