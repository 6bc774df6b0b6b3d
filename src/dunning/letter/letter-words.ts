// The words of the languages that letters can be written in, and which words of a setting are meant for which of them.

import { languageCode } from './languages';
import { amountIn, totalsIn } from './languages/amounts';
import type { LetterWords } from './languages/language-pack';
import { LETTER_LANGUAGES, LETTER_TAGS, type LetterLanguage } from './letter-languages';

export type { LetterWords } from './languages/language-pack';

function wordsIn(tag: LetterLanguage): LetterWords {
  const { words, pay } = LETTER_LANGUAGES[tag];
  return {
    ...words,
    pay,
    tag,
    money: (minor, currency) => amountIn(minor, currency, words.marks),
    totals: (totals) => totalsIn(totals, words.marks),
  };
}

const WORDS: ReadonlyMap<string, LetterWords> = new Map(LETTER_TAGS.map((tag) => [tag, wordsIn(tag)]));

/** The words of a language (`en`, `de-AT`, `Français`), or null when letters cannot be written in it. */
export function wordsOf(language: string): LetterWords | null {
  return WORDS.get(languageCode(language)) ?? null;
}

const MARKED = /^\s*([A-Za-z]{2})\s*:\s*(.*)$/;

/**
 * What a person's own words say in a language. Lines that begin with a language (`de: ...`) are for that language alone,
 * with the lines below them; words without any such line are for every language.
 * @param written words as set, e.g. the setting `Next step`
 * @param tag two letters of the language
 * @example ownWords('en: legal steps\nde: der Rechtsweg', 'de') // 'der Rechtsweg'
 * @example ownWords('en: legal steps', 'fr') // '': the language has none of its own
 */
export function ownWords(written: string, tag: string): string {
  const marked: { language: string; lines: string[] }[] = [];
  for (const line of written.split(/\r\n?|\n/)) {
    const [, language = '', rest = ''] = MARKED.exec(line) ?? [];
    if (WORDS.has(language.toLowerCase())) marked.push({ language: language.toLowerCase(), lines: [rest] });
    else marked[marked.length - 1]?.lines.push(line);
  }
  if (marked.length === 0) return written;
  return (marked.find(({ language }) => language === tag)?.lines ?? []).join('\n').trim();
}
