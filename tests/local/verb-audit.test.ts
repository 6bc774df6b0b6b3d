// `audit` as people call it: over a downloaded workbook, in words and as JSON, with its exit codes; the file is never written.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/local/audit-text';
import { projectRoot } from '../../src/local/built-project';
import { putCell } from '../../src/local/workbook/stored-cells';
import { fixture, opened } from '../scenarios/saved-workbook';
import { Story } from '../scenarios/story';
import { xlsxOf } from './xlsx-of-story';

const folder = mkdtempSync(join(tmpdir(), 'duesheet-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function audit(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, [join(projectRoot(), 'build', 'local.mjs'), 'audit', ...words], {
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

async function file(name: string, story: Story): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await xlsxOf(story.world.spreadsheet));
  return path;
}

/** A morning with two mails. */
function worked(): Story {
  const lines = ['Acme Tools', 'Beta Works'].map((customer, no) => ({
    no: `000${no}`,
    customer,
    due: '2026-11-01',
    amount: 90,
  }));
  return new Story('2026-11-04 09:00', lines).goLive().morning();
}

describe('audit', () => {
  it('says in words what it read and that nothing was found, and leaves the file as it is', async () => {
    const path = await file('sound.xlsx', worked());
    const before = readFileSync(path);
    const { status, stdout, stderr } = audit('--book', path);
    expect(stdout).toMatch(/^Read from AR Log: \d+ entries, 2 reminders, 2 mails, on 2026-11-04\.\n\nNothing found: /);
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('gives events, reminders, contradictions, duplicates and gaps as JSON, and exits with 1 when there are any', async () => {
    const story = worked();
    const sent = story.records('AR Log').find(({ Event }) => Event === 'sent');
    const facts = sent?.['Facts (JSON)']?.replace('Acme', 'Amce').replace('Beta', 'Bate') ?? '';
    story.change('AR Log', ({ Seq }) => Seq === sent?.['Seq'], 'Facts (JSON)', facts);
    const { status, stdout } = audit('--book', await file('altered.xlsx', story), '--json');
    const report = JSON.parse(stdout) as AuditReport;
    expect(report).toMatchObject({ reminders: 2, contradictions: [], duplicates: [] });
    expect(report.events).toBe(story.records('AR Log').length);
    expect(report.gaps.map(({ code, seq }) => [code, seq])).toEqual([
      ['entry-altered', [Number(sent?.['Seq'])]],
      ['cell-changed', [Number(sent?.['Seq'])]],
    ]);
    expect(status).toBe(1);
  });

  it('lists what it finds by kind, with day, sentence and code, and tells a converted file from an altered one', async () => {
    const story = opened(fixture('workbook-0.1.json'));
    const at = story.records('AR Log').findIndex(({ Event }) => Event === 'sending') + 1;
    putCell(story.tab('AR Log'), at, 1, { value: { kind: 'date', wall: '2026-11-04T09:00:00.000' } });
    const { status, stdout } = audit('--book', await file('converted.xlsx', story));
    expect(stdout).toMatch(
      /\nGaps: .* \(1\)\n.*Entry \d+ cannot be judged from this file: .*"At".* \[entry-converted\]\n$/,
    );
    expect(status).toBe(1);
  });

  it('finds nothing in a workbook that version 0.1 left behind', async () => {
    const { status, stdout } = audit('--book', await file('older.xlsx', opened(fixture('workbook-0.1.json'))));
    expect(stdout).toContain('Nothing found');
    expect(status).toBe(0);
  });

  it('says with exit 1 that a workbook holds no log', async () => {
    const path = join(folder, 'plain.csv');
    writeFileSync(path, 'Invoice,Customer,Due,Amount\n1,Acme,2026-11-01,5\n');
    const { status, stdout, stderr } = audit('--book', path);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('There is no tab AR Log here');
  });

  it('is wrong usage without a book, and explains itself with --help', () => {
    expect(audit().status).toBe(2);
    const { status, stdout } = audit('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: .* audit --book FILE\.xlsx/);
  });
});
