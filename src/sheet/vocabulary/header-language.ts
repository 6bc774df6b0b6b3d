// Whether a header is written in a language other than English.
import { ENGLISH } from './en';
import { headerTokens } from './header-tokens';
import { LANGUAGES } from './index';
import { JAPANESE } from './ja';
import { type Language, listOf } from './language';
import { NAMES } from './names';

let english: ReadonlySet<string> | null = null;
let foreign: ReadonlySet<string> | null = null;

function wordsOf({ headers }: Language): string[] {
  return Object.values(headers).flatMap(listOf).flatMap(headerTokens);
}

// Japanese is left out: its dates begin with the year.
function words(): { english: ReadonlySet<string>; foreign: ReadonlySet<string> } {
  if (!english || !foreign) {
    const names = NAMES.flatMap(([, , said]) => headerTokens(said));
    english = new Set([...names, ...Object.keys(ENGLISH.headers).flatMap(headerTokens), ...wordsOf(ENGLISH)]);
    foreign = new Set(LANGUAGES.filter((one) => one !== ENGLISH && one !== JAPANESE).flatMap(wordsOf));
  }
  return { english, foreign };
}

/**
 * Whether a word of a header is one of a European language other than English, and not an English one too.
 * @example isForeign('Fälligkeitsdatum') // true
 * @example isForeign('Total') // false
 */
export function isForeign(header: string): boolean {
  const known = words();
  return headerTokens(header).some((word) => word.length > 2 && known.foreign.has(word) && !known.english.has(word));
}
