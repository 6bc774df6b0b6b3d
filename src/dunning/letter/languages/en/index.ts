// English: its words and the countries that read it.
import { asWritten, type LanguagePack } from '../language-pack';
import { ENGLISH_PAY } from './pay';
import { ENGLISH_WORDS } from './words';

/** Everything of letters in English. */
export const ENGLISH: LanguagePack = {
  name: 'English',
  countries: ['GB', 'US', 'IE', 'AU', 'NZ', 'CA', 'ZA', 'SG', 'IN', 'MT', 'NG', 'KE', 'GH', 'JM', 'TT'],
  words: ENGLISH_WORDS,
  pay: ENGLISH_PAY,
  typeset: asWritten,
};
