// Texts taken apart and put together: letter by letter the same, for all that ship and for anything people type.
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { PLACEHOLDER_NAMES } from '../../../src/dunning/letter/placeholders';
import { FIELDS, fieldMeaning, fieldName, inPeoplesWords, whenWritten } from '../../../src/sidebar/texts/field-names';
import { partsOf, type TextPart, textOfParts } from '../../../src/sidebar/texts/template-parts';

const SHIPPED = defaultTemplates().flatMap(({ subject, body }) => [subject, body]);

function wordsIn(parts: readonly TextPart[]): string {
  return parts
    .map((part) => (part.kind === 'words' ? part.text : part.kind === 'optional' ? wordsIn(part.parts) : ''))
    .join('');
}

/** Pieces of texts put together by chance, the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe('a text in parts', () => {
  it('is stored again letter by letter: every text that ships, in every language', () => {
    expect(SHIPPED.length).toBeGreaterThan(200);
    for (const text of SHIPPED) expect(textOfParts(partsOf(text))).toBe(text);
  });

  it('shows no mark of any text that ships', () => {
    for (const text of SHIPPED) expect(wordsIn(partsOf(text))).not.toMatch(/\{\{|\}\}/);
  });

  it('is stored again letter by letter whatever people put together', () => {
    const pieces = [
      '{{#one}}',
      '{{/one}}',
      '{{^net}}',
      '{{/net}}',
      '{{ total }}',
      '{{',
      '}}',
      '{{{no}}}',
      '{{! a note }}',
    ];
    pieces.push('\n', '\r\n', '  ', 'Dear', '{{>x}}', '{{#a}}\n', '\n{{/a}}\n', '\t{{/a}}', 'ünï😀', '{', '}');
    const next = random(7);
    for (let round = 0; round < 4000; round += 1) {
      const text = Array.from({ length: 12 }, () => pieces[Math.floor(next() * pieces.length)]).join('');
      expect(textOfParts(partsOf(text))).toBe(text);
    }
  });

  it('is stored again letter by letter after a word of a shipped text was changed', () => {
    const next = random(11);
    for (const text of SHIPPED.filter((_, at) => at % 3 === 0)) {
      const at = Math.floor(next() * text.length);
      const changed = `${text.slice(0, at)}§${text.slice(at + Math.floor(next() * 5))}`;
      expect(textOfParts(partsOf(changed))).toBe(changed);
    }
  });

  it('takes the line of a mark that stands alone with it, so that no blank line shows', () => {
    const [part] = partsOf('{{#history}}\nSo far:\n{{history}}\n{{/history}}\nEnd');
    expect(part).toMatchObject({ kind: 'optional', open: '{{#history}}\n', close: '{{/history}}\n' });
  });
});

describe('the words for fields', () => {
  it('are there for every field, each once, without braces', () => {
    const words = PLACEHOLDER_NAMES.map(fieldName);
    expect(new Set(words).size).toBe(words.length);
    expect(FIELDS.map(([name]) => name)).not.toContain('one');
    for (const name of PLACEHOLDER_NAMES) expect(fieldMeaning(name)).toMatch(/^[^{}\n]{11,}$/);
    for (const name of PLACEHOLDER_NAMES)
      expect(`${whenWritten(name, false)} ${whenWritten(name, true)}`).toMatch(/^(when|with) /);
  });

  it('take the place of what stands in braces', () => {
    expect(inPeoplesWords('Put it between {{#net}} and {{/net}}, not {{contcat}}.')).toBe(
      'Put it between “amount less credits” and “amount less credits”, not “contcat”.',
    );
  });
});
