// The languages whose headers and cells are understood.
import { DANISH } from './da';
import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { INDONESIAN } from './id';
import { ITALIAN } from './it';
import { JAPANESE } from './ja';
import type { Language } from './language';
import { DUTCH } from './nl';
import { POLISH } from './pl';
import { PORTUGUESE } from './pt';
import { SWEDISH } from './sv';

/** English first: where two languages share a word with different meanings, the earlier one is meant. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  POLISH,
  JAPANESE,
  SWEDISH,
  DANISH,
  INDONESIAN,
];
