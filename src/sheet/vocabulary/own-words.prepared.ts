// Words of headers that one language alone has: the build works them out and puts what comes of it in the place of this file.
import { headerTokens } from './header-tokens';
import { LANGUAGES } from './index';
import { type Language, listOf } from './language';
import { GERMAN } from './languages/de';
import { SPANISH } from './languages/es';
import { FRENCH } from './languages/fr';

/** By the two letters of the languages that letters are written in, English left out; the words parted by blanks. */
export function ownWords(): Record<string, string> {
  const all = LANGUAGES.map((language) => ({ language, words: wordsOf(language) }));
  return Object.fromEntries(
    Object.entries({ de: GERMAN, fr: FRENCH, es: SPANISH }).map(([tag, own]) => {
      const others = all.filter(({ language }) => language !== own);
      return [tag, [...wordsOf(own)].filter((word) => !others.some(({ words }) => words.has(word))).join(' ')];
    }),
  );
}

function wordsOf({ headers }: Language): Set<string> {
  const said = [...Object.values(headers).flatMap(listOf), ...Object.keys(headers)];
  return new Set(said.flatMap(headerTokens).filter((word) => word.length > 2));
}
