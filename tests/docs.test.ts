// The documents tell the truth: every file and folder of the project that they name is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HISTORY_TAB, LOG_TAB } from '../src/workbook/tab-specs';

const ROOT = join(import.meta.dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/design.md', 'docs/warehouse.md', ...decisions()];

function decisions(): string[] {
  return readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
}

/** What stands between back-ticks and begins like a path of the project, and where links lead. */
function named(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const paths = [...text.matchAll(/`((?:src|tests|docs|warehouse)\/[\w./-]*)`/g)].map((found) =>
    join(ROOT, found[1] ?? ''),
  );
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((found) => join(ROOT, page, '..', found[1] ?? ''));
  return [...paths, ...links];
}

/** The columns of one of our tabs as the page on BigQuery lists them, and its statement that makes a table of them. */
function listedTab(name: string): { columns: string[]; inTable: string[]; made: string[]; range: string } {
  const text = readFileSync(join(ROOT, 'docs/warehouse.md'), 'utf8');
  const [, part = ''] = text.split(`\n\`${name}\` has `);
  const [table = ''] = part.split('```sql');
  const rows = [...table.matchAll(/^\| ([^|]+) \| (\w+) \| ([A-Z0-9]+) \|/gm)];
  const sql = /```sql\n([\s\S]*?)```/.exec(part)?.[1] ?? '';
  return {
    columns: rows.map((row) => row[1] ?? ''),
    inTable: rows.map((row) => `${row[2]} ${row[3]?.toLowerCase()}`),
    made: (/\(\n([\s\S]*?)\n\)/.exec(sql)?.[1] ?? '').split(',').map((column) => column.trim()),
    range: /sheet_range = '(.*)'/.exec(sql)?.[1] ?? '',
  };
}

describe('the page on BigQuery', () => {
  it.each([LOG_TAB, HISTORY_TAB])('lists the columns of $name in their order', ({ name, columns }) => {
    expect(listedTab(name).columns).toEqual(columns.map(({ header }) => header));
  });

  it.each([
    ['AR Log', 'A:M', 13],
    ['AR History', 'A:AB', 28],
  ])('makes a table of every column of %s that it lists', (name, columns, count) => {
    const { inTable, made, range } = listedTab(name);
    expect(made).toEqual(inTable);
    expect([range, made.length]).toEqual([`${name}!${columns}`, count]);
  });
});

describe('the documents', () => {
  it.each(PAGES)('name only what is there: %s', (page) => {
    expect(named(page).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('number the decisions without a gap, and list each', () => {
    const numbered = decisions().filter((name) => /\/\d{4}-/.test(name));
    const list = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8');
    numbered.sort().forEach((name, index) => {
      expect(name).toContain(`/${String(index + 1).padStart(4, '0')}-`);
      expect(list).toContain(name.split('/').pop());
    });
  });
});
