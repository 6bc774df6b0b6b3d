// Whether a header is written in a language other than English.
import { foreignWords } from './dictionary';
import { headerTokens } from './header-tokens';

/**
 * Whether a word of a header is one of a European language other than English, and not an English one too.
 * @example isForeign('Fälligkeitsdatum') // true
 * @example isForeign('Total') // false
 */
export function isForeign(header: string): boolean {
  const foreign = foreignWords();
  return headerTokens(header).some((word) => foreign.has(word));
}
