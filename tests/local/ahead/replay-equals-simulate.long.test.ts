// A replay without a ladder of its own and a simulation of the hourly runs send the same to the same on the same days.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileBook } from '../../../src/local/file-cells';
import { simulateVerb } from '../../../src/local/verb-simulate';
import { loadBook } from '../../../src/local/workbook-file';
import { isoOf } from '../../../src/receivables/day';
import { replayed } from '../../../src/usecases/ahead/replay-report';

const DAY_MS = 86_400_000;

/** Twenty months of invoices of thirty customers with habits of their own: some early, some late, some who leave one unpaid. */
function book(): string {
  const lines = ['Invoice,Customer,Invoice date,Due date,Amount,Currency,Paid on,Email'];
  for (let index = 0; index < 300; index += 1) {
    const customer = (index * 7) % 30;
    const issued = Date.UTC(2024, 5, 3) + Math.floor(index * 2.4) * DAY_MS;
    const iso = (days: number): string => new Date(issued + days * DAY_MS).toISOString().slice(0, 10);
    const late = (customer % 6) * 9 - 8 + ((index * 13) % 11);
    const paid = index % 23 === 0 ? '' : iso(30 + late);
    lines.push(
      `LR-${index},Customer ${customer},${iso(0)},${iso(30)},${120 + ((index * 397) % 4_000)}.50,EUR,${paid},ap@c${customer}.example`,
    );
  }
  const path = join(mkdtempSync(join(tmpdir(), 'duesheet-replay-')), 'book.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

it('agrees on every mail of a month with its customer and step, and on the calls and tasks of each day', async () => {
  const path = book();
  const span = { from: '2026-02-02', to: '2026-03-03' };
  const words = ['--book', path, '--from', span.from, '--to', span.to, '--json'];
  const simulated = JSON.parse(await simulateVerb(words)) as {
    days: { date: string; done: number }[];
    mails: { date: string; customer: string; stage: string }[];
  };
  const [played] = replayed(fileBook(await loadBook(path, 'Etc/UTC')), span, [{ name: 'own', sheet: null }]).played;
  const contacts = (played?.contacts ?? []).map(({ day, customer, stage, channel }) => ({
    ...{ date: isoOf(day), customer, stage },
    isMail: channel === 'email',
  }));
  const told = (mails: { date: string; customer: string; stage: string }[]): string[] =>
    mails.map(({ date, customer, stage }) => `${date} ${customer} ${stage}`).sort();
  expect(simulated.mails.length).toBeGreaterThan(20);
  expect(told(contacts.filter(({ isMail }) => isMail))).toEqual(told(simulated.mails));
  const done = simulated.days.filter((one) => one.done > 0).map((one) => `${one.date} ${one.done}`);
  const byHand = new Map<string, number>();
  for (const { date, isMail } of contacts) if (!isMail) byHand.set(date, (byHand.get(date) ?? 0) + 1);
  expect([...byHand].map(([date, count]) => `${date} ${count}`)).toEqual(done);
});
