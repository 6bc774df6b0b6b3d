// English: its words, the countries that read it, and its texts.
import { asWritten, type LanguagePack } from '../language-pack';
import mails from './mails.txt';
import { ENGLISH_PAY } from './pay';
import sheets from './sheets.txt';
import { ENGLISH_WORDS } from './words';

/** Everything of letters in English. */
export const ENGLISH: LanguagePack = {
  name: 'English',
  countries: ['GB', 'US', 'IE', 'AU', 'NZ', 'CA', 'ZA', 'SG', 'IN', 'MT', 'NG', 'KE', 'GH', 'JM', 'TT'],
  words: ENGLISH_WORDS,
  pay: ENGLISH_PAY,
  typeset: asWritten,
  mails,
  sheets,
};
