// The language a table's headers are written in, where it is one that letters can be written in too.
import { headerTokens } from './header-tokens';
import { ownWords } from './own-words.prepared';

/** So many headers have a word of that language alone: one may be the name of a product. */
const ENOUGH = 2;

/**
 * The language most headers are in.
 * @param headers as written
 * @returns two letters; '' for English, for what is not known, and where two languages are as likely
 * @example languageOfHeaders(['Nº Factura', 'Fecha Vencimiento', 'Importe']) // 'es'
 * @example languageOfHeaders(['Invoice', 'Due date']) // ''
 */
export function languageOfHeaders(headers: readonly string[]): string {
  const words = headers.map(headerTokens);
  const [first, second] = Object.entries(ownWords())
    .map(([tag, own]) => {
      const known = new Set(own.split(' '));
      return { tag, found: words.filter((some) => some.some((word) => known.has(word))).length };
    })
    .sort((a, b) => b.found - a.found);
  return first && first.found >= ENOUGH && first.found > (second?.found ?? 0) ? first.tag : '';
}
