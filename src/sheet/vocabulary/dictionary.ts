// The dictionary of headers, made ready at the first header that is looked at: most executions look at none.
import type { Field } from '../fields';
import { headerDictionary } from './dictionary.prepared';
import { type Dictionary, inEnglish } from './header-tokens';

/** What a header may mean, and how sure that is: 1 is beyond doubt, 0.5 is taken only where nothing better is there. */
export interface Meaning {
  field: Field;
  score: number;
}

let known: (Dictionary & { meanings: ReadonlyMap<string, readonly Meaning[]> }) | null = null;

function dictionary(): NonNullable<typeof known> {
  if (known) return known;
  const { phrases, pieces, meanings } = headerDictionary();
  known = { phrases: byKey(phrases), pieces: new Set(pieces.split(',')), meanings: byKey(meanings) };
  for (const said of known.phrases.keys()) if (!said.includes(' ')) known.pieces.add(said);
  return known;
}

function byKey<T>(groups: readonly [value: T, keys: string][]): Map<string, T> {
  const map = new Map<string, T>();
  for (const [value, keys] of groups) for (const key of keys.split(',')) map.set(key, value);
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
