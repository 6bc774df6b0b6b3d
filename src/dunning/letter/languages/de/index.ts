// German: its words, the countries that read it, and its texts.
import { asWritten, type LanguagePack } from '../language-pack';
import mails from './mails.txt';
import sheets from './sheets.txt';
import { GERMAN_WORDS } from './words';

/** Everything of letters in German. */
export const GERMAN: LanguagePack = {
  name: 'German',
  countries: ['DE', 'AT', 'CH', 'LI'],
  words: GERMAN_WORDS,
  typeset: asWritten,
  mails,
  sheets,
};
