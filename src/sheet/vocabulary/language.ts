// What is known of a language: its words in headers, statuses, answers, months and total rows.
import type { StatusWord } from '../../receivables/invoice-status';

/** The words of one language; lists are written in one text, separated by commas, since they are shipped to every sheet. */
export interface Language {
  /** English words, and the phrases of this language that say the same in a header. */
  headers: Record<string, string>;
  /** January to December, with other forms of a name behind a bar. */
  months: string;
  status: Partial<Record<Exclude<StatusWord, ''>, string>>;
  yes: string;
  no: string;
  /** How a total or subtotal row begins or ends. */
  totals: string;
}

/** The entries of a list. @example listOf('a, b') // ['a', 'b'] */
export function listOf(text: string): string[] {
  return text.split(/\s*,\s*/).filter((entry) => entry !== '');
}

/**
 * Text in one form: lower case, no accents, signs as blanks.
 * @example plainText('Échéance (2)') // 'echeance 2'
 */
export function plainText(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LETTERS: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
};

const ASCII = /^[ -~]*$/;

/** Text without accents, full-width signs in their usual form. @example withoutAccents('Fälligkeit') // 'Falligkeit' */
export function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[łŁßøØæÆœđı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * How words with umlauts are written where there are none: the two ways, or the words as they are.
 * @example inBothSpellings('fällig am') // ['fallig am', 'faellig am']
 */
export function inBothSpellings(text: string): string[] {
  return /[äöü]/.test(text) ? spelledOut(text).map(withoutAccents) : [text];
}

/** A text and, where it has umlauts, how it is written without them. @example spelledOut('für') // ['für', 'fuer'] */
export function spelledOut(text: string): string[] {
  const other = text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
  return other === text ? [text] : [text, other];
}
