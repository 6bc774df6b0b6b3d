// Languages and countries as people type them in a cell.
import { describe, expect, it } from 'vitest';
import { countryCode, languageCode } from '../../../src/dunning/letter/languages';
import { LETTER_LANGUAGES, LETTER_TAGS, languageOfCountry } from '../../../src/dunning/letter/letter-languages';

describe('a language as typed', () => {
  it.each([
    ['de', 'de|DE| de |de-AT|de_CH|DE-de|German|deutsch|Deutsch (Österreich)|allemand|alemán|deu'],
    ['fr', 'fr|FR-ca|French|français|FRANCAIS|Französisch|franzoesisch|Français (Suisse)'],
    ['es', 'es|es_MX|es-419|Spanish|español|espanol|Castellano|Spanisch|espagnol'],
    ['en', 'en|EN-gb|en_US|English|english (UK)|Englisch|anglais|inglés|English/UK'],
    ['it', 'it|Italian|italiano'],
    ['nl', 'NL|Dutch|Nederlands|nl-BE'],
  ])('is %s', (code, written) => {
    for (const one of written.split('|')) expect(languageCode(one), one).toBe(code);
  });

  it('is nothing where it is no language we know', () => {
    for (const one of [
      '',
      ' ',
      'xx',
      'klingon',
      'constructor',
      '__proto__',
      '??',
      'de fr',
      'german and french',
      '日本語',
    ])
      expect(languageCode(one), one).toBe('');
  });

  it('is known for every language letters are written in', () => {
    for (const language of LETTER_TAGS) expect(languageCode(language)).toBe(language);
  });
});

describe('a country as typed', () => {
  it.each([
    ['DE', 'DE|de|Germany|Deutschland|GERMANY|Allemagne|Alemania|DEU'],
    ['AT', 'at|Austria|Österreich|Oesterreich'],
    ['CH', 'CH|Switzerland|Schweiz|Suisse|Svizzera'],
    ['FR', 'FR|France|Frankreich|Francia'],
    ['ES', 'ES|Spain|España|Espana|Spanien'],
    ['GB', 'GB|UK|U.K.|uk|United Kingdom|Great Britain|England|Großbritannien|Royaume-Uni'],
    ['US', 'US|USA|U.S.A.|United States|United States of America|Estados Unidos|États-Unis|EE.UU.'],
    ['IT', 'IT|Italy|Italia|Italien'],
    ['NL', 'NL|Netherlands|The Netherlands|Nederland|Holland|Pays-Bas|Netherlands (the)'],
    ['PL', 'PL|Poland|Polska'],
    ['BE', 'BE|Belgium|België|Belgique'],
    ['LU', 'LU|Luxembourg|Luxemburg'],
    ['IE', 'IE|Ireland|Éire'],
    ['PT', 'PT|Portugal'],
    ['MX', 'MX|Mexico|México'],
    ['PE', 'PE|Peru|Perú'],
  ])('is %s', (code, written) => {
    for (const one of written.split('|')) expect(countryCode(one), one).toBe(code);
  });

  it('is nothing where it is no country we know', () => {
    for (const one of ['', 'XX', 'Atlantis', 'constructor', '12345']) expect(countryCode(one), one).toBe('');
  });
});

describe('the language of a country', () => {
  it('is that of its firms where it goes without saying', () => {
    const languages = (countries: string): string[] => countries.split(' ').map(languageOfCountry);
    expect(new Set(languages('DE AT CH Schweiz Deutschland'))).toEqual(new Set(['de']));
    expect(new Set(languages('FR LU MC France'))).toEqual(new Set(['fr']));
    expect(new Set(languages('ES MX AR CL CO PE UY España'))).toEqual(new Set(['es']));
    expect(new Set(languages('GB UK US USA IE AU NZ Ireland'))).toEqual(new Set(['en']));
  });

  it('is nothing for countries of several or of other languages, and for unknown ones', () => {
    const read = LETTER_TAGS.flatMap((tag) => LETTER_LANGUAGES[tag].countries.map(String));
    const others = ['BE', 'Belgium', 'IT', 'NL', 'PL', 'PT', 'Brazil', '', 'Atlantis'].filter(
      (country) => !read.includes(countryCode(country)),
    );
    expect(others).toEqual(expect.arrayContaining(['BE', 'Belgium', '', 'Atlantis']));
    for (const country of others) expect(languageOfCountry(country), country).toBe('');
  });
});
