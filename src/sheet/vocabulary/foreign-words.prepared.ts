// Words of headers that are not English, worked out by the build.

import { headerTokens } from './header-tokens';
import { LANGUAGES } from './index';
import { type Language, listOf } from './language';
import { ENGLISH } from './languages/en';
import { JAPANESE } from './languages/ja';
import { NAMES } from './names';

function wordsOf({ headers }: Language): string[] {
  return Object.values(headers).flatMap(listOf).flatMap(headerTokens);
}

/** Words of the European languages that are no English ones too. Japanese is left out: its dates begin with the year. */
export function foreignWords(): string[] {
  const names = NAMES.flatMap(([, , said]) => headerTokens(said));
  const english = new Set([...names, ...Object.keys(ENGLISH.headers).flatMap(headerTokens), ...wordsOf(ENGLISH)]);
  const foreign = LANGUAGES.filter((one) => one !== ENGLISH && one !== JAPANESE).flatMap(wordsOf);
  return [...new Set(foreign)].filter((word) => word.length > 2 && !english.has(word));
}
