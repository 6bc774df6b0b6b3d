// The languages that letters can be written in: to add one, write its folder and name it in the list below.
import { countryCode, type LanguageCode } from './languages';
import { GERMAN } from './languages/de';
import { ENGLISH } from './languages/en';
import { SPANISH } from './languages/es';
import { FRENCH } from './languages/fr';
import type { LanguagePack } from './languages/language-pack';

const REGISTERED = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
} satisfies Partial<Record<LanguageCode, LanguagePack>>;

/** Two letters of a language that letters can be written in. */
export type LetterLanguage = keyof typeof REGISTERED;

/** What each language brings. */
export const LETTER_LANGUAGES: Readonly<Record<LetterLanguage, LanguagePack>> = REGISTERED;

/** The language where nothing says another, and of what letters are made of when nothing is set. */
export const FALLBACK_LANGUAGE: LetterLanguage = 'en';

const isRegistered = (tag: string): tag is LetterLanguage => Object.keys(REGISTERED).includes(tag);

/** Their two letters, in the order in which they are offered. */
export const LETTER_TAGS: readonly LetterLanguage[] = Object.keys(REGISTERED).filter(isRegistered);

/** The same for a sentence. @example `Write ${LETTER_TAGS_IN_WORDS}.` // 'Write en, de, fr or es.' */
export const LETTER_TAGS_IN_WORDS = LETTER_TAGS.join(', ').replace(/, (?=\w+$)/, ' or ');

const READ_IN: ReadonlyMap<string, LetterLanguage> = new Map(
  LETTER_TAGS.flatMap((tag) => LETTER_LANGUAGES[tag].countries.map((code): [string, LetterLanguage] => [code, tag])),
);

/**
 * The language of our letters that a country's firms are written to in, where that goes without saying.
 * @param country code or name, as for `countryCode`
 * @returns '' for countries of several or of other languages, and for what is not known
 * @example languageOfCountry('Schweiz') // 'de'
 * @example languageOfCountry('Belgium') // ''
 */
export function languageOfCountry(country: string): LetterLanguage | '' {
  return READ_IN.get(countryCode(country)) ?? '';
}
