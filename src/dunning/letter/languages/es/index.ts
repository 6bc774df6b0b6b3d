// Spanish: its words, the countries that read it, and its texts.
import { asWritten, type LanguagePack } from '../language-pack';
import mails from './mails.txt';
import { SPANISH_PAY } from './pay';
import sheets from './sheets.txt';
import { SPANISH_WORDS } from './words';

/** Everything of letters in Spanish. */
export const SPANISH: LanguagePack = {
  name: 'Spanish',
  countries: [
    'ES',
    'MX',
    'AR',
    'CL',
    'CO',
    'PE',
    'UY',
    'PY',
    'BO',
    'EC',
    'VE',
    'CR',
    'PA',
    'GT',
    'HN',
    'SV',
    'NI',
    'CU',
    'DO',
    'PR',
  ],
  words: SPANISH_WORDS,
  pay: SPANISH_PAY,
  typeset: asWritten,
  mails,
  sheets,
};
