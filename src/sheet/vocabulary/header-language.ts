// Whether a header is written in a language other than English.
import { foreignWords } from './foreign-words.prepared';
import { headerTokens } from './header-tokens';

let foreign: ReadonlySet<string> | null = null;

/**
 * Whether a word of a header is one of a European language other than English, and not an English one too.
 * @example isForeign('Fälligkeitsdatum') // true
 * @example isForeign('Total') // false
 */
export function isForeign(header: string): boolean {
  foreign = foreign ?? new Set(foreignWords());
  const known = foreign;
  return headerTokens(header).some((word) => known.has(word));
}
