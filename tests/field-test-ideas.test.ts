// Every rule of the field is either held by a test that really exists, or has a reason why it does not apply.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELD_RULES } from './field-test-ideas';

const read = new Map<string, string>();

/** The text of a test file, each read once. */
function textOf(file: string): string {
  const path = new URL(file, import.meta.url);
  const text = read.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '');
  read.set(file, text);
  return text;
}

describe('the rules of the field', () => {
  it('are all there, each once: 1 to 102', () => {
    expect(FIELD_RULES.map(({ no }) => no)).toEqual(Array.from({ length: 102 }, (_, i) => i + 1));
  });

  it('each name the test that holds them, or say why they do not apply', () => {
    for (const { no, held, because } of FIELD_RULES)
      expect(held.length > 0 || (because ?? '').endsWith('.'), `rule ${no}`).toBe(true);
  });

  it('name tests that exist, under that very name, in that file', () => {
    const missing = FIELD_RULES.flatMap(({ no, held }) =>
      held
        .filter(({ file, test }) => !textOf(file).includes(`'${test}'`) && !textOf(file).includes(`\`${test}\``))
        .map(({ file, test }) => `${no}: ${file}: ${test}`),
    );
    expect(missing).toEqual([]);
  });
});
