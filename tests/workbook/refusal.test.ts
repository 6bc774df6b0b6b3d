// The codes of refusals: a closed list, and none on it that nothing refuses with.
import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES, Refusal } from '../../src/workbook/refusal';
import { sourcesBelow } from '../architecture/source-files';

describe('a refusal', () => {
  it('has each of its codes somewhere in the product', () => {
    const text = sourcesBelow('src')
      .filter(({ path }) => !path.endsWith('refusal.ts') && !path.startsWith('src/local/'))
      .map(({ text: source }) => source)
      .join('\n');
    expect(REFUSAL_CODES.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('passes on what was found elsewhere under its own code', () => {
    const found = { code: 'copied', message: 'This workbook is a copy.' };
    expect(Refusal.of(found)).toMatchObject(found);
    expect(Refusal.of(found)).toBeInstanceOf(Refusal);
  });
});
