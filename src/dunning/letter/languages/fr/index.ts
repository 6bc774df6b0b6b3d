// French: its words, the countries that read it, and its texts.
import type { LanguagePack } from '../language-pack';
import { frenchSpaces } from './french-spaces';
import mails from './mails.txt';
import { FRENCH_PAY } from './pay';
import sheets from './sheets.txt';
import { FRENCH_WORDS } from './words';

/** Everything of letters in French. */
export const FRENCH: LanguagePack = {
  name: 'French',
  countries: ['FR', 'LU', 'MC'],
  words: FRENCH_WORDS,
  pay: FRENCH_PAY,
  typeset: frenchSpaces,
  mails,
  sheets,
};
