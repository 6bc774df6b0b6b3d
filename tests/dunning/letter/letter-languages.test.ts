// The languages of our letters: what each folder holds is used, and what follows from the list follows from it alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import {
  FALLBACK_LANGUAGE,
  LETTER_LANGUAGES,
  LETTER_TAGS,
  LETTER_TAGS_IN_WORDS,
  languageOfCountry,
} from '../../../src/dunning/letter/letter-languages';
import { LETTER_TEXTS } from '../../../src/dunning/letter/letter-texts';
import { CONTACT_OUTCOMES, DISPUTE_OUTCOMES } from '../../../src/dunning/policy/outcomes';
import { PROMISE_OUTCOMES } from '../../../src/receivables/metrics/promises-kept';

const FOLDER = 'src/dunning/letter/languages';
const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('a language of our letters', () => {
  it('is a folder that the list names: none is forgotten', () => {
    expect(folders.map(({ name }) => name).sort()).toEqual([...LETTER_TAGS].sort());
  });

  it.each(LETTER_TAGS)('%s leaves no file of its folder unused', (tag) => {
    const files = readdirSync(join(FOLDER, tag));
    const index = readFileSync(join(FOLDER, tag, 'index.ts'), 'utf8');
    expect(files).toEqual(expect.arrayContaining(['index.ts', 'mails.txt', 'sheets.txt', 'words.ts']));
    for (const file of files.filter((name) => name !== 'index.ts' && !name.endsWith('.txt')))
      expect(index, file).toContain(`'./${file.replace(/\.ts$/, '')}'`);
    for (const kind of ['mails', 'sheets'] as const) {
      const file = readFileSync(join(FOLDER, tag, `${kind}.txt`), 'utf8');
      const shipped = LETTER_TEXTS[tag][kind];
      const forTranslators = file.slice(0, -shipped.length);
      expect(shipped).toMatch(/^(---|===) .+ \1\n/);
      expect(forTranslators + shipped).toBe(file);
      expect(forTranslators).not.toMatch(/^(---|===)/m);
    }
  });

  it.each(LETTER_TAGS)('%s has every text that another language has', (tag) => {
    const own = new Set(defaultTemplates().flatMap((row) => (row.language === tag ? [row.template] : [])));
    const all = new Set(defaultTemplates().map(({ template }) => template));
    expect([...all].filter((name) => !own.has(name))).toEqual([]);
  });

  it.each(LETTER_TAGS)('%s has its own words for contacts, promises and disputes', (tag) => {
    const { channels, outcomes, promises, disputes, payment } = LETTER_LANGUAGES[tag].words;
    expect(Object.keys(outcomes).sort()).toEqual([...CONTACT_OUTCOMES].sort());
    expect(Object.keys(promises).sort()).toEqual([...PROMISE_OUTCOMES].sort());
    expect(Object.keys(disputes).sort()).toEqual([...DISPUTE_OUTCOMES].sort());
    for (const words of [channels, outcomes, promises, disputes, { payment }]) {
      const said = Object.values(words);
      expect(new Set(said.filter((word) => word.trim() !== '')).size).toBe(said.length);
    }
    if (tag === FALLBACK_LANGUAGE) return;
    const english = LETTER_LANGUAGES[FALLBACK_LANGUAGE].words;
    for (const outcome of CONTACT_OUTCOMES) expect(outcomes[outcome]).not.toBe(english.outcomes[outcome]);
    for (const outcome of DISPUTE_OUTCOMES) expect(disputes[outcome]).not.toBe(english.disputes[outcome]);
  });

  it('is read in countries of its own: none is in two languages, and each leads to its language', () => {
    const all = LETTER_TAGS.flatMap((tag) => LETTER_LANGUAGES[tag].countries);
    expect(new Set(all).size).toBe(all.length);
    for (const tag of LETTER_TAGS)
      for (const country of LETTER_LANGUAGES[tag].countries) expect(languageOfCountry(country), country).toBe(tag);
  });
});

it('the languages read as a sentence', () => {
  expect(LETTER_TAGS_IN_WORDS).toMatch(/^en, de, fr(, \w\w)* or \w\w$/);
  expect(LETTER_TAGS_IN_WORDS.split(/, | or /)).toEqual(LETTER_TAGS);
});
