// The verb `forecast`: a file in words and as JSON, and what is refused.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forecastVerb } from '../../../src/local/ahead/verb-forecast';

const folder = mkdtempSync(join(tmpdir(), 'duesheet-forecast-'));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const HEADER = 'Invoice,Customer,Invoice date,Due date,Amount,Currency,Paid on';
const PAID = Array.from({ length: 12 }, (_, month) => {
  const text = String(month + 1).padStart(2, '0');
  return `P${month},Acme,2025-${text}-01,2025-${text}-15,100,EUR,2025-${text}-25`;
});
const OPEN = ['O1,Acme,2026-01-02,2026-01-16,250,EUR,', 'O2,Acme,2026-01-02,2026-01-16,-50,EUR,'];
const book = file('book.csv', [HEADER, ...PAID, ...OPEN]);

describe('forecast', () => {
  it('prints the days, the weeks and how near such forecasts were as JSON', async () => {
    const report = JSON.parse(await forecastVerb(['--book', book, '--as-of', '2026-01-10', '--json'])) as {
      invoices: { invoice: string; expected: string }[];
      weeks: Record<string, { amount: number }[]>;
      skill: Record<string, { months: number; mae: number }>;
    };
    expect(report.invoices.map(({ invoice, expected }) => [invoice, expected])).toEqual([['O1', '2026-01-26']]);
    expect(report.weeks['EUR']?.map(({ amount }) => amount)).toEqual([
      0,
      0,
      250,
      ...Array.from({ length: 10 }, () => 0),
    ]);
    expect(report.skill['EUR']).toMatchObject({ months: 5, mae: 0 });
  });

  it('says it in words, for the firm alone', async () => {
    const text = await forecastVerb(['--book', book, '--as-of', '2026-01-10']);
    expect(text).toMatch(/^Expected as of 10 Jan 2026, .* For the firm alone, not for a mail\.\n/);
    expect(text).toMatch(/25 Jan 2026 +to +31 Jan 2026 +250\.00/);
    expect(text).toContain('O1, Acme, 250.00 EUR: 26 Jan 2026. Usually pays 10 days after due (12 paid invoices).');
  });

  it('keeps silent in a currency in which due dates were as near', async () => {
    // Everybody pays on the day it is due: no habit tells more than that.
    const lines = Array.from({ length: 60 }, (_, index) => {
      const iso = (days: number): string =>
        new Date(Date.UTC(2025, 0, 1 + 6 * index + days)).toISOString().slice(0, 10);
      return `S${index},C${index % 7},${iso(0)},${iso(30)},100,EUR,${iso(30)}`;
    });
    const text = await forecastVerb(['--book', file('punctual.csv', [HEADER, ...lines]), '--as-of', '2025-12-20']);
    expect(text).toContain(
      'EUR: No forecast: over the last 6 months it missed the day by 0.0 days on average, due dates by 0.0. Go by the due dates.',
    );
    expect(text).not.toContain('Open invoices');
  });

  it('says in one line that nothing is expected, and why, where every week would be empty', async () => {
    const old = await forecastVerb(['--book', book, '--as-of', '2031-01-10']);
    expect(old).toContain(
      'EUR: nothing is expected within 13 weeks of the 250.00 open. It is older than anything that was',
    );
    expect(old).not.toContain('six weeks of ten');
    const unpaid = file('unpaid.csv', [HEADER, ...OPEN]);
    expect(await forecastVerb(['--book', unpaid, '--as-of', '2026-01-10'])).toContain(
      'so there is nothing to learn from.',
    );
    const paid = file('paid.csv', [HEADER, ...PAID]);
    expect(await forecastVerb(['--book', paid, '--as-of', '2026-01-10'])).toContain(
      'Nothing is open, so nothing is expected.',
    );
  });

  it('says what is wrong with a file in a sentence', async () => {
    await expect(forecastVerb(['--book', file('none.csv', ['a,b', '1,2'])])).rejects.toThrow(/./);
    await expect(forecastVerb(['--as-of', '2026-01-10'])).rejects.toThrow('--book is needed.');
    await expect(forecastVerb(['--book', book, '--column', 'due'])).rejects.toThrow('write field=Header');
  });
});
