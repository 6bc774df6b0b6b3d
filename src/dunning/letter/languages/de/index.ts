// German: its words and the countries that read it.
import { asWritten, type LanguagePack } from '../language-pack';
import { GERMAN_PAY } from './pay';
import { GERMAN_WORDS } from './words';

/** Everything of letters in German. */
export const GERMAN: LanguagePack = {
  name: 'German',
  countries: ['DE', 'AT', 'CH', 'LI'],
  words: GERMAN_WORDS,
  pay: GERMAN_PAY,
  typeset: asWritten,
};
