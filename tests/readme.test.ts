// The README tells the truth: its table of formulas is the one their own help gives.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface FormulaTable {
  currentReadme(): string;
  customFunctions(): { name: string; parameters: string[]; purpose: string; example: string }[];
}

async function table(): Promise<FormulaTable> {
  return (await import(join(ROOT, 'formula-table.mjs'))) as FormulaTable;
}

describe('the README', () => {
  it('has the table of formulas that their help gives (npm run formula-table writes it)', async () => {
    const { currentReadme } = await table();
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toBe(currentReadme());
  });

  it('explains every formula in a sentence and with an example', async () => {
    const { customFunctions } = await table();
    for (const { name, purpose, example } of customFunctions()) {
      expect(purpose, name).toMatch(/^[A-Z].*\.$/);
      expect(example, name).toContain(`${name}(`);
    }
  });
});
