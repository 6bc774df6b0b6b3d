// Words that every object of JavaScript knows: in any cell of any tab they change nothing for anybody else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/local/built-project';
import type { PlanReport } from '../../src/local/plan-report';
import type { Cell } from '../../src/sheet/grid';
import { showPromises } from '../../src/usecases/agreements/show-promises';
import { findCustomers } from '../../src/usecases/customers/find-customers';
import { showCustomer } from '../../src/usecases/customers/show-customer';
import { showDataCheck } from '../../src/usecases/data-check/data-check';
import { showForecast } from '../../src/usecases/outlook/show-forecast';
import { planDay } from '../../src/usecases/planning/plan-day';
import { previewPlan } from '../../src/usecases/planning/preview-plan';
import { showPolicy } from '../../src/usecases/policy-page/show-policy';
import { approveReminders } from '../../src/usecases/review/review';
import { showReview } from '../../src/usecases/review/review-lines';
import { showProblems, showReminder } from '../../src/usecases/review/show-reminders';
import { sendStep } from '../../src/usecases/sending/send';
import { showSettings } from '../../src/usecases/settings/show-settings';
import { showToday } from '../../src/usecases/today/show-today';
import { TABS, type TabSpec } from '../../src/workbook/tab-specs';
import { day, type FakeWorld } from '../builders/fake-workbook';
import { HEADERS, type InvoiceLine, invoiceCells, liveAt } from '../builders/our-firm';

const WORDS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'Constructor Group AS'];

const OTHERS: InvoiceLine[] = [
  { no: 'A-1', customer: 'Acme Tools', due: '2026-10-20', amount: 900 },
  { no: 'B-1', customer: 'Brook Ltd', due: '2026-10-26', amount: 480.5, currency: 'GBP' },
  { no: 'C-1', customer: 'Cedar GmbH', due: '2026-10-10', amount: 1200 },
];

const NOW = '2026-11-04 09:00';

/** What everybody else gets: reminders with figures and reasons, and the mails that leave. */
function outcomeOf(world: FakeWorld): { reminders: unknown[]; mails: number; to: string[] } {
  const { ports } = world;
  planDay(ports);
  showToday(ports);
  showProblems(ports);
  showDataCheck(ports);
  showSettings(ports);
  showPolicy(ports);
  showPromises(ports);
  showForecast(ports, 14);
  previewPlan(ports, {});
  const names = new Set(OTHERS.map(({ customer }) => customer));
  const { lines } = showReview(ports);
  for (const { key } of WORDS.flatMap((word) => findCustomers(ports, word).customers)) showCustomer(ports, key);
  const ours = lines.filter(({ customer }) => names.has(customer));
  const reminders = ours
    .map(({ id }) => showReminder(ports, id))
    .map(({ customer, stage, why, mail, invoices }) => ({ customer, stage, why, to: mail?.to, invoices }));
  approveReminders(
    ports,
    ours.map(({ id }) => id),
  );
  sendStep(ports, { unattended: false });
  return {
    reminders: reminders.sort((a, b) => a.customer.localeCompare(b.customer)),
    mails: world.mails.length,
    to: ours.map(({ customer }) => customer).sort(),
  };
}

const undisturbed = outcomeOf(liveAt(NOW, OTHERS));

/** Rows that are plausible but for one word each: every word in every column, then rows of nothing but the word. */
function hostileRows(headers: readonly string[], plausible: (header: string) => Cell): Cell[][] {
  return WORDS.flatMap((word) => [
    ...headers.map((_, at) => headers.map((header, index) => (index === at ? word : plausible(header)))),
    headers.map(() => word),
  ]);
}

/** A cell of a row that is about a customer of no other row. */
function plausibleIn(spec: TabSpec, header: string): Cell {
  if (spec.name === 'AR Log' || spec.name === 'AR Queue') return '';
  if (header === 'Setting') return 'Minimum: constructor';
  if (header === 'Customer' || header === 'Segment') return 'Constructor Group AS';
  if (header === 'Invoice') return 'valueOf';
  if (header === 'Template') return 'constructor';
  const kind = spec.columns.find((column) => column.header === header)?.kind;
  if (kind === 'date') return day('2026-11-02');
  return kind === 'number' ? 1 : '';
}

describe('words that every object knows', () => {
  it('are mailed about and planned for as before, where they stand nowhere', () => {
    expect(undisturbed.to).toEqual(['Acme Tools', 'Brook Ltd', 'Cedar GmbH']);
    expect(undisturbed.reminders).toHaveLength(3);
  });

  it('in every column of the invoice sheet change nothing for the other customers', () => {
    const [, plausible = []] = invoiceCells([
      { no: 'Z-1', customer: 'Constructor Group AS', due: '2026-10-25', amount: 100 },
    ]);
    const rows = hostileRows(HEADERS, (header) => plausible[HEADERS.indexOf(header)] ?? '');
    // Numbers of their own, or all would be one invoice; but the word where it stands for the number.
    const numbered = rows.map((row, index) => row.map((cell) => (cell === 'Z-1' ? `Z-${index}` : cell)));
    const world = liveAt(NOW, OTHERS);
    world.cells('Invoices').push(...numbered);
    expect(outcomeOf(world)).toEqual(undisturbed);
  });

  it.each(TABS.map((spec) => [spec.name, spec] as const))(
    'in every column of %s change nothing for the other customers',
    (name, spec) => {
      const world = liveAt(NOW, OTHERS);
      const [headers = []] = world.cells(name);
      world.cells(name).push(...hostileRows(headers.map(String), (header) => plausibleIn(spec, header)));
      expect(outcomeOf(world)).toEqual(undisturbed);
    },
  );
});

describe('a file of three rows on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duesheet-names-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(WORDS)('with the customer and the currency %s is planned', (word) => {
    const book = join(folder, 'open.csv');
    const rows = [
      'Invoice No,Client,Invoice Date,Due Date,Amount,Currency,Email',
      'A-1,Acme Tools,2026-04-01,2026-05-01,120.00,EUR,billing@acme.example',
      `${word},${word},2026-04-01,2026-05-02,80.00,EUR,billing@word.example`,
      `W-2,Brook Ltd,2026-04-01,2026-05-03,70.00,${word},${word}`,
    ];
    writeFileSync(book, `${rows.join('\n')}\n`);
    const run = spawnSync(
      process.execPath,
      [
        join(projectRoot(), 'build', 'local.mjs'),
        'plan',
        '--book',
        book,
        '--column',
        'currency=Currency',
        '--as-of',
        '2026-06-01',
        '--json',
      ],
      { encoding: 'utf8' },
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    const report = JSON.parse(run.stdout) as PlanReport;
    expect(report.reminders.map(({ customer }) => customer)).toEqual(expect.arrayContaining(['Acme Tools', word]));
    expect(report.totals['EUR']?.overdue).toBeGreaterThanOrEqual(200);
  });
});
