// The dictionary of headers as plain data: the build works it out and puts what comes of it in the place of this file.
import type { Field } from '../fields';
import { type Dictionary, headerTokens, inEnglish, keyOf } from './header-tokens';
import { LANGUAGES } from './index';
import { listOf, spelledOut } from './language';
import { NAMES } from './names';

/** What headers mean, in all languages; lists are texts, separated by commas, since they are shipped to every sheet. */
export interface HeaderDictionary {
  /** English words, and all that says the same. */
  phrases: [english: string, said: string][];
  /** Single words beside those of the phrases that a compound may consist of. */
  pieces: string;
  /** What a header may mean, the likelier the earlier, and the English words (in the order of the alphabet) that mean it. */
  meanings: [meanings: { field: Field; score: number }[], keys: string][];
}

/** The dictionary of all languages. Where two share a word, the earlier language is meant. */
export function headerDictionary(): HeaderDictionary {
  const dictionary: Dictionary = { phrases: new Map(), pieces: new Set() };
  for (const { headers } of LANGUAGES) {
    for (const [english, said] of Object.entries(headers)) {
      for (const phrase of listOf(said).flatMap(spelledOut)) addPhrase(dictionary, headerTokens(phrase), english);
    }
  }
  const meanings: Meanings = new Map();
  for (const [field, score, names] of NAMES) {
    for (const name of names.split(', ').flatMap(spellings)) addName(dictionary, meanings, name, { field, score });
  }
  const { phrases, pieces } = dictionary;
  return {
    phrases: byValue(phrases, (english) => english),
    pieces: [...pieces].filter((word) => !phrases.has(word)).join(','),
    meanings: byValue(meanings, (list) => JSON.stringify(list)),
  };
}

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

function addPhrase({ phrases, pieces }: Dictionary, words: readonly string[], english: string): void {
  const key = words.join(' ');
  if (key === '' || phrases.has(key)) return;
  phrases.set(key, english);
  if (words.length === 1) pieces.add(key);
}

type Meanings = Map<string, { field: Field; score: number }[]>;

function addName(
  dictionary: Dictionary,
  meanings: Meanings,
  name: string,
  meaning: { field: Field; score: number },
): void {
  const words = headerTokens(name);
  for (const word of words) dictionary.pieces.add(word);
  const key = keyOf(inEnglish(words, dictionary));
  const known = meanings.get(key) ?? [];
  if (!known.some(({ field }) => field === meaning.field)) known.push(meaning);
  known.sort((one, other) => other.score - one.score);
  meanings.set(key, known);
}

/** Every way to read `(a|b|) c`. */
function spellings(name: string): string[] {
  const match = /\(([^)]*)\)/.exec(name);
  if (!match) return [name];
  const choices = (match[1] ?? '').split('|');
  return choices.flatMap((choice) => spellings(name.replace(match[0], choice)));
}
