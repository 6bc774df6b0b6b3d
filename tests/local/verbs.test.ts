// The command line as people call it: exit codes, what goes to stdout and what to stderr, and that a book is never written.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/local/built-project';
import type { PlanReport } from '../../src/local/plan-report';
import { openSession } from '../../src/local/session';
import { simulate } from '../../src/local/simulation';
import { putCell, rowsByHeader, sheetNamed } from '../../src/local/workbook/stored-cells';
import { loadBook } from '../../src/local/workbook-file';

const folder = mkdtempSync(join(tmpdir(), 'duesheet-verbs-'));
const book = join(folder, 'open invoices.csv');
const BOOK = [
  'Invoice No,Client,Invoice Date,Due Date,Amount,Currency,Email',
  'A-1,Acme Tools,2026-04-01,2026-05-01,120.00,EUR,billing@acme.example',
  '0007,Bolt Works,2026-05-01,2026-05-31,80.50,EUR,',
  'B-2,Bolt Works,2026-05-20,2026-06-19,10.00,GBP,',
  'C-1,Cedar Ltd,2026-03-01,not a date,55.00,EUR,c@cedar.example',
  '',
].join('\n');

beforeAll(() => writeFileSync(book, BOOK));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function local(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, [join(projectRoot(), 'build', 'local.mjs'), ...words], { encoding: 'utf8' });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

describe('--version', () => {
  it('prints the version of the add-on that is tried', () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };
    expect(local('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('faults', () => {
  it('tries one interleaving again by its seed, and says what it is', () => {
    const { status, stdout } = local('faults', '--seed', '3');
    expect(stdout).toMatch(/^.+, seed 3: before call \d+ .+\n {2}nothing went wrong\n$/);
    expect(status).toBe(0);
  });

  it('refuses a seed that is no whole number, and what else it does not know', () => {
    expect(local('faults', '--seed', 'x').status).toBe(2);
    expect(local('faults', '--quickly').status).toBe(2);
  });
});

describe('plan', () => {
  it('prints the report as JSON, works on a file never set up and leaves it alone', () => {
    const { status, stdout, stderr } = local('plan', '--book', book, '--as-of', '2026-06-01', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const report = JSON.parse(stdout) as PlanReport;
    expect(report).toMatchObject({ asOf: '2026-06-01', sheet: 'open invoices', headerRow: 1 });
    expect(report.totals['EUR']).toMatchObject({ overdue: 200.5, overdueInvoices: 2 });
    expect(report.totals['EUR']?.buckets['31-60 days']).toEqual({ amount: 120, invoices: 1 });
    expect(report.totals['GBP']).toMatchObject({ open: 10, overdue: 0 });
    expect(report.invoices.find(({ row }) => row === 3)).toMatchObject({ invoice: '0007', daysPastDue: 1 });
    expect(report.problems.map(({ row, column }) => [row, column])).toContainEqual([5, 'Due Date']);
    expect(readFileSync(book, 'utf8')).toBe(BOOK);
  });

  it('is the same in words for a person', () => {
    const { status, stdout } = local('plan', '--book', book, '--as-of', '2026-06-01');
    expect(status).toBe(0);
    expect(stdout).toContain('As of 2026-06-01, sheet "open invoices"');
    expect(stdout).toMatch(/of it overdue +200.50 +2 invoices/);
    expect(stdout).toContain('Acme Tools');
  });

  it('tells every rule for one invoice number with --why, leading zeros kept', () => {
    const { status, stdout } = local('plan', '--book', book, '--as-of', '2026-06-01', '--why', '0007');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Invoice 0007 of Bolt Works, row 3, due 2026-05-31, as of 2026-06-01: waits\.\n/);
    expect(stdout).toMatch(/\n {2}yes {2}It is owed +80\.50 EUR is open\.\n/);
    expect(stdout).toMatch(/\n {2}NO {3}The day of that step has come .*Changes on 2026-06-02\.\n/);
    expect(stdout).toMatch(/\nNext: looked at again on 2026-06-02\.\n$/);
  });

  it('gives those rules of every open invoice as JSON, and with --why of that one alone', () => {
    const whole = JSON.parse(local('plan', '--book', book, '--as-of', '2026-06-01', '--json').stdout) as PlanReport;
    for (const { rules, decision } of whole.invoices) {
      expect(rules.length).toBeGreaterThan(0);
      expect(rules.every(({ holds }) => holds)).toBe(decision === 'remind');
    }
    const { stdout } = local('plan', '--book', book, '--as-of', '2026-06-01', '--why', ' a-1', '--json');
    const one = JSON.parse(stdout) as PlanReport;
    expect(one.invoices).toEqual(whole.invoices.filter(({ invoice }) => invoice === 'A-1'));
  });

  it('says of a number that no open invoice has which ones are alike, and exits with 1', () => {
    const { status, stdout, stderr } = local('plan', '--book', book, '--as-of', '2026-06-01', '--why', '7');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('No open invoice has the number "7" as of 2026-06-01. There is "0007".');
  });

  it('takes a column named by hand', () => {
    const { stdout } = local(
      'plan',
      '--book',
      book,
      '--column',
      'due="Invoice Date"',
      '--as-of',
      '2026-06-01',
      '--json',
    );
    expect((JSON.parse(stdout) as PlanReport).columns['due']).toBe('Invoice Date');
  });

  it('takes a person’s word on what tells an invoice from a credit note, and that nothing does', () => {
    const typed = join(folder, 'typed.csv');
    writeFileSync(
      typed,
      'Customer,Invoice,Document Type,Due date,Amount\nAcme,1,Invoice,2026-05-01,100.00\nAcme,2,Payment,2026-05-01,30.00\n',
    );
    const ask = (...columns: string[]): PlanReport =>
      JSON.parse(local('plan', '--book', typed, ...columns, '--as-of', '2026-06-01', '--json').stdout);
    const balances = ({ invoices }: PlanReport): number[] => invoices.map(({ balance }) => balance);
    expect(ask().columns['documentType']).toBe('Document Type');
    expect(balances(ask())).toEqual([100, -30]);
    const none = ask('--column', 'documentType=');
    expect(none.columns['documentType']).toBeNull();
    expect(balances(none)).toEqual([100, 30]);
  });

  it('ends with 1 and a sentence when it cannot be done', () => {
    const missing = local('plan', '--book', join(folder, 'nowhere.csv'), '--json');
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(/There is no file/);
    const sheet = local('plan', '--book', book, '--sheet', 'Ledger');
    expect(sheet.status).toBe(1);
    expect(sheet.stderr).toContain('"Ledger"');
  });
});

describe('formula', () => {
  it('prints rows of cells', () => {
    const { status, stdout } = local(
      'formula',
      '--book',
      book,
      '--as-of',
      '2026-06-01',
      '=AGING_BUCKET(D2:D4, AS_OF)',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([['31-60 days'], ['1-30 days'], ['Current']]);
  });

  it('prints dates as YYYY-MM-DD', () => {
    const { stdout } = local('formula', '--book', book, '--as-of', '2026-06-01', '=D2', '--json');
    expect(JSON.parse(stdout)).toEqual([['2026-05-01']]);
  });

  it('names the function that was probably meant', () => {
    const { status, stderr } = local('formula', '--book', book, '=AGING_BUKET(D2:D, AS_OF)');
    expect([status, stderr.trim()]).toEqual([
      1,
      'The local host does not calculate AGING_BUKET. Did you mean AGING_BUCKET?',
    ]);
  });

  it('gives the sentence of a formula that throws, with 1', () => {
    const { status, stderr } = local('formula', '--book', book, '=DSO(B2:B4, 100)');
    expect(status).toBe(1);
    expect(stderr.trim()).not.toBe('');
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe('simulate', () => {
  it('reports each day and writes every mail as .eml, byte for byte', () => {
    const outbox = join(folder, 'outbox');
    const run = local(
      'simulate',
      '--book',
      book,
      '--from',
      '2026-06-01',
      '--to',
      '2026-06-03',
      '--outbox',
      outbox,
      '--json',
    );
    expect(run.status).toBe(0);
    expect(run.stderr.trim().split('\n')).toEqual([
      'Setting up, as somebody would who agrees with everything that was found.',
      expect.stringMatching(/^2026-06-01, day 1 of 3: \d+ planned, \d+ mails? sent$/),
      expect.stringMatching(/^2026-06-02, day 2 of 3: /),
      expect.stringMatching(/^2026-06-03, day 3 of 3: /),
    ]);
    const result = JSON.parse(run.stdout) as {
      days: { date: string; sent: number }[];
      mails: Record<string, unknown>[];
    };
    expect(result.days.map(({ date }) => date)).toEqual(['2026-06-01', '2026-06-02', '2026-06-03']);
    expect(result.mails.length).toBeGreaterThan(0);
    expect(result.mails.length).toBe(result.days.reduce((sum, day) => sum + day.sent, 0));
    const acme = result.mails.find((mail) => mail['customer'] === 'Acme Tools');
    expect(acme).toMatchObject({ to: 'billing@acme.example', invoices: ['A-1'] });
    const bolt = result.mails.find((mail) => mail['customer'] === 'Bolt Works');
    expect(bolt?.['to']).toBe('bolt-works@example.invalid');
    const files = readdirSync(outbox);
    expect(files).toHaveLength(result.mails.length);
    expect(readFileSync(join(outbox, files[0] ?? ''), 'latin1')).toMatch(/^[\w-]+: .*\r\n/);
  });

  it('ends with the day at work on Ctrl-C: prints the days so far, keeps their mails and exits with 1', async () => {
    const outbox = join(folder, 'stopped');
    const words = [
      'simulate',
      '--book',
      book,
      '--from',
      '2026-06-01',
      '--to',
      '2027-12-31',
      '--outbox',
      outbox,
      '--json',
    ];
    const child = spawn(process.execPath, [join(projectRoot(), 'build', 'local.mjs'), ...words]);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      // The mails of a day are there when it is told, not at the end.
      if (/day 2 of 579/.test(text)) child.kill('SIGINT');
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    const { days, mails } = JSON.parse(stdout) as { days: { date: string; sent: number }[]; mails: unknown[] };
    expect(status).toBe(1);
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days.length).toBeLessThan(579);
    expect(mails.length).toBe(days.reduce((sum, day) => sum + day.sent, 0));
    expect(mails.length).toBeGreaterThan(0);
    expect(readdirSync(outbox)).toHaveLength(mails.length);
    expect(stderr.trim().split('\n').at(-1)).toBe(
      `Stopped after ${days.at(-1)?.date}, ${days.length} of 579 days. The mails of these days are in ${outbox}.`,
    );
  });

  it('says at once that the mails cannot be written, before any day passes', () => {
    const run = local(
      'simulate',
      '--book',
      book,
      '--from',
      '2026-06-01',
      '--to',
      '2026-06-30',
      '--outbox',
      join(book, 'x'),
    );
    expect([run.status, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toBe(
      `The mails cannot be written to ${join(book, 'x')}: check that the folder may be written.\n`,
    );
  });

  it('takes three calls on a day with reminders, one on a quiet day, and one more where a limit held others back', async () => {
    const session = openSession(await loadBook(book, 'Etc/UTC'), { now: Date.parse('2026-06-01') });
    const made: string[] = [];
    const { callFromSidebar } = session;
    session.callFromSidebar = (name, args) => {
      made.push(name);
      return callFromSidebar(name, args);
    };
    const usual = ['confirmPayments', 'approveReminders', 'runHour'];
    for await (const { day } of simulate(session, '2026-06-01', '2026-06-12')) {
      const calls = made.splice(0);
      if (day.date === '2026-06-01') {
        expect(calls.slice(-3)).toEqual(usual);
        const settings = sheetNamed(session.world.spreadsheet, 'AR Settings');
        if (!settings) throw new Error('no settings');
        const row = rowsByHeader(settings).findIndex((line) => line['Setting'] === 'New customers per day');
        putCell(settings, row + 1, 1, { value: { kind: 'number', value: 1 } });
        continue;
      }
      const expected = day.sent > 0 ? [...usual, 'runHour'] : ['confirmPayments'];
      if (day.done === 0) expect({ day, calls }).toEqual({ day, calls: expected });
    }
  });
});

describe('help', () => {
  it.each([['plan'], ['serve'], ['match']])('%s explains its options and ends well', (verb) => {
    const { status, stdout, stderr } = local(verb, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`-- ${verb} `);
    expect(stdout).toContain('--book');
  });
});

describe('wrong usage', () => {
  it('names the verb that was probably meant, in sight above few lines', () => {
    const { stderr } = local('plna');
    expect(stderr).toContain('There is no verb "plna". Did you mean plan?');
    expect(stderr.trim().split('\n').length).toBeLessThan(6);
  });

  it.each([
    [[]],
    [['dance']],
    [['toString']],
    [['plan']],
    [['plan', '--book', 'a.csv', '--wat']],
    [['plan', '--book', 'a.csv', '--as-of', 'tomorrow']],
    [['simulate', '--book', 'a.csv', '--from', '2026-02-02', '--to', '2026-02-01']],
    [['formula', '--book', 'a.csv']],
    [['serve', '--port', 'many']],
  ])('%j ends with 2, usage on stderr and nothing on stdout', (words) => {
    const { status, stdout, stderr } = local(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage:');
  });
});
