// The words of the weekly note in each language of letters: apart from theirs, so that no page carries them.
import type { LetterLanguage } from '../letter/letter-languages';
import { GERMAN_NOTE } from './languages/de';
import { ENGLISH_NOTE } from './languages/en';
import { SPANISH_NOTE } from './languages/es';
import { FRENCH_NOTE } from './languages/fr';
import type { NoteWords } from './note-language';

/** The words of each language: one that is missing is a type error. */
export const NOTE_WORDS: Readonly<Record<LetterLanguage, NoteWords>> = {
  en: ENGLISH_NOTE,
  de: GERMAN_NOTE,
  fr: FRENCH_NOTE,
  es: SPANISH_NOTE,
};
