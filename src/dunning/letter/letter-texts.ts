// The text files of the languages that letters can be written in. They are no part of the script, only of what ships beside it.
import deMails from './languages/de/mails.txt';
import deSheets from './languages/de/sheets.txt';
import enMails from './languages/en/mails.txt';
import enSheets from './languages/en/sheets.txt';
import esMails from './languages/es/mails.txt';
import esSheets from './languages/es/sheets.txt';
import frMails from './languages/fr/mails.txt';
import frSheets from './languages/fr/sheets.txt';
import type { LetterLanguage } from './letter-languages';

/** The files of a language, read by `textsIn`. */
export interface TextFiles {
  mails: string;
  /** Messages, call sheets and task notes. */
  sheets: string;
}

/** The files of each language. */
export const LETTER_TEXTS: Readonly<Record<LetterLanguage, TextFiles>> = {
  en: { mails: enMails, sheets: enSheets },
  de: { mails: deMails, sheets: deSheets },
  fr: { mails: frMails, sheets: frSheets },
  es: { mails: esMails, sheets: esSheets },
};
