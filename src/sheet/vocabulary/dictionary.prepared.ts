// The dictionary of headers as plain data: the build works it out and puts what comes of it in the place of this file.
import type { Field } from '../fields';
import { type Dictionary, headerTokens, inEnglish, keyOf } from './header-tokens';
import { LANGUAGES } from './index';
import { inBothSpellings, listOf, spelledOut } from './language';
import { ENGLISH } from './languages/en';
import { JAPANESE } from './languages/ja';
import { NAMES } from './names';
import { shortList } from './word-list';

/** What headers mean, in all languages; lists are texts in short (`wordsOf`), since they are shipped to every sheet. */
export interface HeaderDictionary {
  /** English words, and all that says the same: in English or Japanese, and in the other languages (see `inBothSpellings`). */
  phrases: [english: string, said: string, foreign: string][];
  /** Words of other languages that are English ones too; separated by commas. */
  alsoEnglish: string;
  /** What a header may mean, the likelier the earlier, and the English words (in the order of the alphabet) that mean it. */
  meanings: [meanings: [field: Field, score: number][], keys: string][];
}

/** The dictionary of all languages. Where two share a word, the earlier language is meant. */
export function headerDictionary(): HeaderDictionary {
  const dictionary: Dictionary = { phrases: new Map(), pieces: new Set() };
  const foreign = new Set<string>();
  for (const language of LANGUAGES) {
    for (const [english, said] of Object.entries(language.headers)) {
      for (const words of listOf(said).flatMap(spelledOut).map(headerTokens)) {
        const isNew = addPhrase(dictionary, words, english);
        // Japanese dates begin with the year, so that nothing follows from the language.
        if (isNew && language !== ENGLISH && language !== JAPANESE) foreign.add(words.join(' '));
      }
    }
  }
  const meanings: Meanings = new Map();
  for (const [field, score, names] of NAMES) {
    for (const name of names.split(', ').flatMap(spellings)) addName(dictionary, meanings, name, [field, score]);
  }
  const names = new Set(NAMES.flatMap(([, , said]) => headerTokens(said)));
  const words = new Set([...foreign].flatMap((phrase) => phrase.split(' ')));
  return {
    phrases: byValue(dictionary.phrases, (english) => english).map(([english, said]) => {
      const [own, others] = [false, true].map((isForeign) =>
        said.split(',').filter((phrase) => foreign.has(phrase) === isForeign),
      );
      return [english, shortList(own ?? []), shortList(spelledOnce(others ?? []))];
    }),
    alsoEnglish: [...words].filter((word) => names.has(word)).join(','),
    meanings: byValue(meanings, (list) => JSON.stringify(list)).map(([list, keys]) => [
      list,
      shortList(keys.split(',')),
    ]),
  };
}

/** Phrases of which a list has both spellings, with their umlauts and once: whoever reads the list spells them out again. */
function spelledOnce(phrases: readonly string[]): string[] {
  const all = new Set(phrases);
  for (const phrase of phrases) {
    const umlauts = phrase.replace(/[aou]e/g, (pair) => UMLAUTS[pair] ?? pair);
    const both = inBothSpellings(umlauts);
    if (umlauts === phrase || !both.every((one) => all.has(one))) continue;
    for (const one of both) all.delete(one);
    all.add(umlauts);
  }
  return [...all];
}

const UMLAUTS: Record<string, string> = { ae: 'ä', oe: 'ö', ue: 'ü' };

/** Each different value once, with its keys. */
function byValue<T>(map: ReadonlyMap<string, T>, identity: (value: T) => string): [T, string][] {
  const groups = new Map<string, [T, string]>();
  for (const [key, value] of map) {
    const group = groups.get(identity(value));
    if (group) group[1] += `,${key}`;
    else groups.set(identity(value), [value, key]);
  }
  return [...groups.values()];
}

function addPhrase({ phrases, pieces }: Dictionary, words: readonly string[], english: string): boolean {
  const key = words.join(' ');
  if (key === '' || phrases.has(key)) return false;
  phrases.set(key, english);
  if (words.length === 1) pieces.add(key);
  return true;
}

type Meanings = Map<string, [field: Field, score: number][]>;

function addName(
  dictionary: Dictionary,
  meanings: Meanings,
  name: string,
  meaning: [field: Field, score: number],
): void {
  const words = headerTokens(name);
  for (const word of words) dictionary.pieces.add(word);
  const key = keyOf(inEnglish(words, dictionary));
  const known = meanings.get(key) ?? [];
  if (!known.some(([field]) => field === meaning[0])) known.push(meaning);
  known.sort(([, one], [, other]) => other - one);
  meanings.set(key, known);
}

/** Every way to read `(a|b|) c`. */
function spellings(name: string): string[] {
  const match = /\(([^)]*)\)/.exec(name);
  if (!match) return [name];
  const choices = (match[1] ?? '').split('|');
  return choices.flatMap((choice) => spellings(name.replace(match[0], choice)));
}
