// The documents tell the truth: every file and folder of the project that they name is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/design.md', ...decisions()];

function decisions(): string[] {
  return readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
}

/** What stands between back-ticks and begins like a path of the project, and where links lead. */
function named(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const paths = [...text.matchAll(/`((?:src|tests|docs)\/[\w./-]*)`/g)].map((found) => join(ROOT, found[1] ?? ''));
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((found) => join(ROOT, page, '..', found[1] ?? ''));
  return [...paths, ...links];
}

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
