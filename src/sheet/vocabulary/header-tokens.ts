// The words of a header, and what they are in English: phrases, single words, and compounds taken to pieces.
import { LANGUAGES } from './index';
import { listOf, spelledOut, withoutAccents } from './language';
import { meantBy } from './slips';

// Words that say nothing by themselves, in all the languages.
const UNSAID = new Set(
  (
    'of the in for a s utc gmt and de la le les du des d l di del della dello dei delle degli da dos das el los las den der dem das die vom von ' +
    'van het een w z e y et und en au aux per por para sur zu zum zur im al alla our vs signed'
  ).split(' '),
);

/** The words of a header as written: lower case, no accents, camelCase and snake_case split, words that say nothing left out. */
export function headerTokens(header: string): string[] {
  return (
    withoutAccents(
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
      .trim()
      // "payée le", "emessa il", "pagado el": the day on which
      .replace(/ (le|il|el)$/, ' on')
      .split(' ')
      .filter((word) => word !== '' && !UNSAID.has(word))
  );
}

// Portuguese "of the" and "on"; in Polish "do" is "until" and says much. Left out where no phrase has them.
const OFTEN_UNSAID = new Set(['do', 'em']);

/** A phrase has at most this many words. */
const LONGEST = 5;

let phrases: Map<string, string[]> | null = null;
let pieces: Set<string> | null = null;

/** Single words that a compound may consist of. */
export function knownPieces(): Set<string> {
  if (!pieces) dictionary();
  pieces = pieces ?? new Set();
  return pieces;
}

function dictionary(): Map<string, string[]> {
  if (phrases) return phrases;
  phrases = new Map();
  pieces = new Set();
  for (const { headers } of LANGUAGES) {
    for (const [english, said] of Object.entries(headers)) {
      for (const phrase of listOf(said).flatMap(spelledOut)) {
        const words = headerTokens(phrase);
        const key = words.join(' ');
        if (key === '' || phrases.has(key)) continue;
        phrases.set(key, english.split(' '));
        if (words.length === 1) pieces.add(key);
      }
    }
  }
  return phrases;
}

/**
 * Words in English where they are known, the longest phrase first; a compound whose pieces are all known is taken apart.
 * @example englishOf(['rechnungs', 'nr']) // ['invoice', 'number']
 * @example englishOf(['zahlungseingangsdatum']) // ['payment', 'received', 'date']
 */
export function englishOf(words: readonly string[]): string[] {
  const known = dictionary();
  const english: string[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 1;
    let said: readonly string[] | undefined;
    for (let length = Math.min(LONGEST, words.length - i); length > 0 && !said; length -= 1) {
      said = known.get(words.slice(i, i + length).join(' '));
      taken = length;
    }
    const word = words[i] ?? '';
    english.push(...(said ?? compound(word) ?? (OFTEN_UNSAID.has(word) ? [] : written(word))));
    i += said ? taken : 1;
  }
  return english;
}

function written(word: string): string[] {
  const meant = (knownPieces().has(word) ? [] : meantBy(word)).map(
    (near) => dictionary().get(near) ?? compound(near) ?? [near],
  );
  const [first] = meant;
  return first && meant.every((one) => one.join(' ') === first.join(' ')) ? first : [word];
}

const LONGEST_COMPOUND = 40;

function compound(word: string): string[] | null {
  if (word.length > LONGEST_COMPOUND || word.length < 2 || knownPieces().has(word)) return null;
  const parts = split(word);
  if (parts && parts.length > 1) return parts.flatMap((part) => dictionary().get(part) ?? [part]);
  // Japanese courtesy: お支払期限 is 支払期限.
  return /^[おご]/.test(word) ? englishOf([word.slice(1)]) : null;
}

const SHORT_LAST = new Set(['nr', 'no', 'id']);
const EAST_ASIAN = /^[\u3040-\u30ff\u3400-\u9fff]/;

// Every letter must belong to a known word; German and Dutch join them with an s or n.
function split(word: string): string[] | null {
  if (word === '') return [];
  const least = EAST_ASIAN.test(word) ? 1 : 3;
  for (let length = word.length; length > 0; length -= 1) {
    const piece = word.slice(0, length);
    if (!knownPieces().has(piece)) continue;
    if (length < least && !(length === word.length && SHORT_LAST.has(piece))) continue;
    for (const joint of ['', 's', 'n', 'en', 'の']) {
      if (!word.startsWith(joint, length)) continue;
      const rest = split(word.slice(length + joint.length));
      if (rest) return [piece, ...rest];
    }
  }
  return null;
}
