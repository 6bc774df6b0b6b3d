// The words of a header, and what they are in English: phrases, single words, and compounds taken to pieces.
import { withoutAccents } from './language';
import { meantBy } from './slips';

// Words that say nothing by themselves, in all the languages.
const UNSAID = new Set(
  (
    'of the in for a s utc gmt and de la le les du des d l di del della dello dei delle degli da dos das el los las den der dem das die vom von ' +
    'van het een w z e y et und en au aux per por para sur zu zum zur im al alla our vs signed'
  ).split(' '),
);

/** Nothing but small English letters: most phrases of the dictionary and many headers have nothing to be put in one form. */
const PLAIN = /^(?!.*(?:e mail|\bp o\b))[a-z]+(?: [a-z]+)*$/;

/** The words of a header as written: lower case, no accents, camelCase and snake_case split, words that say nothing left out. */
export function headerTokens(header: string): string[] {
  return (
    (PLAIN.test(header) ? header : inSmallLetters(header))
      // "payée le", "emessa il", "pagado el": the day on which
      .replace(/ (le|il|el)$/, ' on')
      .split(' ')
      .filter((word) => word !== '' && !UNSAID.has(word))
  );
}

function inSmallLetters(header: string): string {
  return withoutAccents(
    header
      .replace(/n[°º]|№/gi, ' # ')
      .replace(/(^|\s)dû/gi, '$1due')
      .replace(/御(?=請求|入金|支払)/g, '')
      .replace(/\d+([.,]\d+)?\s*%/g, ' '),
  )
    .replace(/(M[Ww]|U)St\b/g, 'mwst')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/e[\s_-]?mail/g, 'email')
    .replace(/\bp[.\s]*o\b\.?/g, 'po')
    .replace(/r\$/g, ' brl ')
    .replace(/#/g, ' # ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

// Portuguese "of the" and "on"; in Polish "do" is "until" and says much. Left out where no phrase has them.
const OFTEN_UNSAID = new Set(['do', 'em']);

/** A phrase has at most this many words. */
const LONGEST = 5;

/** What is known of all languages. */
export interface Dictionary {
  /** What a word or phrase is in English, by its words as `headerTokens` gives them. */
  phrases: Map<string, string>;
  /** Single words that a compound may consist of. */
  pieces: Set<string>;
}

/**
 * Words in English where they are known, the longest phrase first; a compound whose pieces are all known is taken apart.
 * @example inEnglish(['rechnungs', 'nr'], dictionary) // ['invoice', 'number']
 * @example inEnglish(['zahlungseingangsdatum'], dictionary) // ['payment', 'received', 'date']
 */
export function inEnglish(words: readonly string[], dictionary: Dictionary): string[] {
  const english: string[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 1;
    let said: string | undefined;
    for (let length = Math.min(LONGEST, words.length - i); length > 0 && !said; length -= 1) {
      said = dictionary.phrases.get(words.slice(i, i + length).join(' '));
      taken = length;
    }
    const word = words[i] ?? '';
    english.push(
      ...(said?.split(' ') ?? compound(word, dictionary) ?? (OFTEN_UNSAID.has(word) ? [] : written(word, dictionary))),
    );
    i += said ? taken : 1;
  }
  return english;
}

function written(word: string, dictionary: Dictionary): string[] {
  const meant = (dictionary.pieces.has(word) ? [] : meantBy(word)).map(
    (near) => dictionary.phrases.get(near)?.split(' ') ?? compound(near, dictionary) ?? [near],
  );
  const [first] = meant;
  return first && meant.every((one) => one.join(' ') === first.join(' ')) ? first : [word];
}

const LONGEST_COMPOUND = 40;

function compound(word: string, dictionary: Dictionary): string[] | null {
  if (word.length > LONGEST_COMPOUND || word.length < 2 || dictionary.pieces.has(word)) return null;
  const parts = split(word, dictionary.pieces);
  if (parts && parts.length > 1) return parts.flatMap((part) => dictionary.phrases.get(part)?.split(' ') ?? [part]);
  // Japanese courtesy: お支払期限 is 支払期限.
  return /^[おご]/.test(word) ? inEnglish([word.slice(1)], dictionary) : null;
}

const SHORT_LAST = new Set(['nr', 'no', 'id']);
const EAST_ASIAN = /^[\u3040-\u30ff\u3400-\u9fff]/;

// Every letter must belong to a known word; German and Dutch join them with an s or n.
function split(word: string, pieces: ReadonlySet<string>): string[] | null {
  if (word === '') return [];
  const least = EAST_ASIAN.test(word) ? 1 : 3;
  for (let length = word.length; length > 0; length -= 1) {
    const piece = word.slice(0, length);
    if (!pieces.has(piece)) continue;
    if (length < least && !(length === word.length && SHORT_LAST.has(piece))) continue;
    for (const joint of ['', 's', 'n', 'en', 'の']) {
      if (!word.startsWith(joint, length)) continue;
      const rest = split(word.slice(length + joint.length), pieces);
      if (rest) return [piece, ...rest];
    }
  }
  return null;
}

/** English words in one order. @example keyOf(['due', 'date', 'due']) // 'date due' */
export function keyOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}
