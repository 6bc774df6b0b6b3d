// French: its words and the countries that read it.
import type { LanguagePack } from '../language-pack';
import { frenchSpaces } from './french-spaces';
import { FRENCH_PAY } from './pay';
import { FRENCH_WORDS } from './words';

/** Everything of letters in French. */
export const FRENCH: LanguagePack = {
  name: 'French',
  countries: ['FR', 'LU', 'MC'],
  words: FRENCH_WORDS,
  pay: FRENCH_PAY,
  typeset: frenchSpaces,
};
