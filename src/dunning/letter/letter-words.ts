// The words of the languages that letters can be written in, and which words of a setting are meant for which of them.

import { languageCode } from './languages';
import { amountIn, totalsIn } from './languages/amounts';
import type { LetterWords } from './languages/language-pack';
import { LETTER_LANGUAGES, LETTER_TAGS, type LetterLanguage } from './letter-languages';
import { oneLine } from './template';

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

let words: ReadonlyMap<string, LetterWords> | null = null;

/** The words of all languages, made when one is asked for, not while the script loads. */
function allWords(): ReadonlyMap<string, LetterWords> {
  words ??= new Map(LETTER_TAGS.map((tag) => [tag, wordsIn(tag)]));
  return words;
}

/** What stands in the setting for handing over for collection, in the words of whichever language the mail is in. */
const COLLECTION = /^collections?$/i;

/**
 * What follows a final reminder, in a language.
 * @param written the setting `Next step`
 * @param language of the mail
 * @returns '' where a person chose to name nothing; null where nothing was chosen: a threat must be meant
 * @example nextStepIn('collection', 'en') // 'handing the account over for collection'
 * @example nextStepIn('-', 'en') // ''
 * @example nextStepIn('', 'en') // null
 */
export function nextStepIn(written: string, language: string): string | null {
  const words = wordsOf(language);
  const own = oneLine(ownWords(written, words?.tag ?? language));
  if (own === '') return null;
  if (/^[-–—]$/.test(own)) return '';
  return words && COLLECTION.test(own) ? words.nextStep : own;
}

/** The words of a language (`en`, `de-AT`, `Français`), or null when letters cannot be written in it. */
export function wordsOf(language: string): LetterWords | null {
  return allWords().get(languageCode(language)) ?? null;
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
    if (allWords().has(language.toLowerCase())) marked.push({ language: language.toLowerCase(), lines: [rest] });
    else marked[marked.length - 1]?.lines.push(line);
  }
  if (marked.length === 0) return written;
  return (marked.find(({ language }) => language === tag)?.lines ?? []).join('\n').trim();
}
