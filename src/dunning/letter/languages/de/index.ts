// German: its words, the countries that read it, and its texts.
import { asWritten, type LanguagePack } from '../language-pack';
import mails from './mails.txt';
import { GERMAN_PAY } from './pay';
import sheets from './sheets.txt';
import { GERMAN_WORDS } from './words';

/** Everything of letters in German. */
export const GERMAN: LanguagePack = {
  name: 'German',
  countries: ['DE', 'AT', 'CH', 'LI'],
  words: GERMAN_WORDS,
  pay: GERMAN_PAY,
  typeset: asWritten,
  mails,
  sheets,
};
