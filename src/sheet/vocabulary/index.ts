// The languages whose headers and cells are understood.

import type { Language } from './language';
import { DANISH } from './languages/da';
import { GERMAN } from './languages/de';
import { ENGLISH } from './languages/en';
import { SPANISH } from './languages/es';
import { FRENCH } from './languages/fr';
import { INDONESIAN } from './languages/id';
import { ITALIAN } from './languages/it';
import { JAPANESE } from './languages/ja';
import { DUTCH } from './languages/nl';
import { POLISH } from './languages/pl';
import { PORTUGUESE } from './languages/pt';
import { SWEDISH } from './languages/sv';

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
