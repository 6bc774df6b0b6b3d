// Spanish: its words and the countries that read it.
import { asWritten, type LanguagePack } from '../language-pack';
import { SPANISH_PAY } from './pay';
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
};
