// The dictionary of headers, made ready at the first header that is looked at: most executions look at none.
import type { Field } from '../fields';
import { headerDictionary } from './dictionary.prepared';
import { type Dictionary, inEnglish } from './header-tokens';
import { inBothSpellings, listOf } from './language';
import { wordsOf } from './word-list';

/** What a header may mean, and how sure that is: 1 is beyond doubt, 0.5 is taken only where nothing better is there. */
export interface Meaning {
  field: Field;
  score: number;
}

interface KnownWords extends Dictionary {
  meanings: ReadonlyMap<string, readonly Meaning[]>;
}

let known: KnownWords | null = null;

function dictionary(): KnownWords {
  if (known) return known;
  const { phrases, meanings } = headerDictionary();
  const said = phrases.flatMap(([english, own, foreign]): [string, string][] => [
    [english, own],
    [english, foreign],
  ]);
  const meant = meanings.map(([list, keys]): [Meaning[], string] => [
    list.map(([field, score]) => ({ field, score })),
    keys,
  ]);
  known = { phrases: byKey(said), pieces: new Set(), meanings: byKey(meant) };
  for (const phrase of known.phrases.keys()) if (!phrase.includes(' ')) known.pieces.add(phrase);
  for (const key of known.meanings.keys()) for (const word of key.split(' ')) known.pieces.add(word);
  return known;
}

function byKey<T>(groups: readonly [value: T, keys: string][]): Map<string, T> {
  const map = new Map<string, T>();
  for (const [value, keys] of groups) for (const key of wordsOf(keys).flatMap(inBothSpellings)) map.set(key, value);
  return map;
}

/**
 * Words in English where they are known, the longest phrase first; a compound whose pieces are all known is taken apart.
 * @example englishOf(['rechnungs', 'nr']) // ['invoice', 'number']
 */
export function englishOf(words: readonly string[]): string[] {
  return inEnglish(words, dictionary());
}

/** What a header of these English words may mean, the likeliest first; undefined for words no header is known by. */
export function meaningsOfKey(key: string): readonly Meaning[] | undefined {
  return dictionary().meanings.get(key);
}

/** Shorter words are words of many languages. */
const SHORT = 2;

let foreign: ReadonlySet<string> | null = null;

/** Words of the European languages that are no English ones too. */
export function foreignWords(): ReadonlySet<string> {
  if (foreign) return foreign;
  const { phrases, meanings, alsoEnglish } = headerDictionary();
  const wordsIn = (lists: readonly string[]): string[] =>
    lists
      .flatMap(wordsOf)
      .flatMap(inBothSpellings)
      .flatMap((phrase) => phrase.split(' '));
  const english = new Set([
    ...phrases.flatMap(([meant]) => meant.split(' ')),
    ...wordsIn(phrases.map(([, own]) => own)),
    ...wordsIn(meanings.map(([, keys]) => keys)),
    ...listOf(alsoEnglish),
  ]);
  const said = wordsIn(phrases.map(([, , others]) => others));
  foreign = new Set(said.filter((word) => word.length > SHORT && !english.has(word)));
  return foreign;
}
