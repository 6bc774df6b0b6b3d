// The words of each language: dates, amounts, salutations, and a person's own words by language.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { type LetterWords, ownWords, wordsOf } from '../../../src/dunning/letter/letter-words';
import { isoOf } from '../../../src/receivables/day';
import { day } from './letter-examples';

function words(language: string): LetterWords {
  const found = wordsOf(language);
  if (!found) throw new Error(`no words for ${language}`);
  return found;
}

// What each says is written out below; a further language is held to the rules alone.
const FIRST = ['en', 'de', 'fr', 'es'];

const NBSP = '\u00a0';

describe('the words of a language', () => {
  it('are found by code, region and name, and by nothing else', () => {
    for (const written of ['de-AT', 'de_CH', 'DE', 'Deutsch', 'german']) expect(wordsOf(written)?.tag).toBe('de');
    for (const written of ['fr-CA', 'Français', 'francais']) expect(wordsOf(written)?.tag).toBe('fr');
    for (const written of ['es-MX', 'Español', 'castellano']) expect(wordsOf(written)?.tag).toBe('es');
    for (const written of ['', 'ja', 'xx', 'constructor', '__proto__']) expect(wordsOf(written)).toBeNull();
  });

  it('write dates long, short and by month', () => {
    const dates = (language: string, iso: string): string[] => {
      const { longDate, shortDate, month } = words(language);
      return [longDate(day(iso)), shortDate(day(iso)), month(day(iso))];
    };
    expect(dates('en', '2026-11-02')).toEqual(['2 November 2026', '2 Nov 2026', 'November 2026']);
    expect(dates('de', '2026-11-02')).toEqual(['2. November 2026', '02.11.2026', 'November 2026']);
    expect(dates('fr', '2026-11-02')).toEqual(['2 novembre 2026', '02/11/2026', 'novembre 2026']);
    expect(dates('es', '2026-11-02')).toEqual(['2 de noviembre de 2026', '02/11/2026', 'noviembre de 2026']);
    expect(words('fr').longDate(day('2026-08-01'))).toBe('1er août 2026');
    expect(words('fr').longDate(day('2026-08-11'))).toBe('11 août 2026');
    expect(words('de').longDate(day('2027-03-31'))).toBe('31. März 2027');
  });

  it('never write two days alike', () => {
    for (const language of LETTER_TAGS) {
      for (const write of [words(language).longDate, words(language).shortDate]) {
        const first = day('2027-01-01');
        const year = Array.from({ length: 365 }, (_, index) => write(first + index));
        expect(new Set(year).size).toBe(365);
      }
    }
    expect(isoOf(day('2027-01-01') + 364)).toBe('2027-12-31');
  });

  it('write amounts with the marks of the language and the decimals of the currency', () => {
    const amounts = (language: string): string[] => {
      const { money } = words(language);
      return [
        money(480_000, 'EUR'),
        money(123_456_789, 'USD'),
        money(-30_000, 'EUR'),
        money(1_200_000, 'JPY'),
        money(1_234_567, 'KWD'),
        money(123_456, 'XXX'),
        money(5, 'EUR'),
      ];
    };
    expect(amounts('de')).toEqual([
      '4.800,00 EUR',
      '1.234.567,89 USD',
      '-300,00 EUR',
      '1.200.000 JPY',
      '1.234,567 KWD',
      '1.234,56',
      '0,05 EUR',
    ]);
    expect(amounts('es')).toEqual(amounts('de'));
    expect(amounts('fr')).toEqual(amounts('de').map((amount) => amount.replace(/[. ]/g, NBSP)));
    expect(amounts('en')).toEqual(
      amounts('de').map((amount) => amount.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','))),
    );
  });

  it('write as many digits of an amount in every language, and one gap before the currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'XXX'),
        (minor, currency) => {
          const digits = LETTER_TAGS.map((language) =>
            words(language)
              .money(minor, currency)
              .replace(/[^\d-]/g, ''),
          );
          expect(new Set(digits).size).toBe(1);
          expect(Number(digits[0])).toBe(minor === 0 ? 0 : minor);
        },
      ),
    );
  });

  it('join the sums of several currencies, never adding them', () => {
    const totals = { GBP: 120_000, EUR: 90_000, USD: 100 };
    expect(words('de').totals(totals)).toBe('900,00 EUR, 1.200,00 GBP und 1,00 USD');
    expect(words('es').totals({ GBP: 120_000, EUR: 90_000 })).toBe('900,00 EUR y 1.200,00 GBP');
    expect(words('fr').totals({ EUR: 90_000, GBP: 120_000 })).toBe(`900,00${NBSP}EUR et 1${NBSP}200,00${NBSP}GBP`);
    expect(words('fr').totals({})).toBe('0,00');
  });

  it('greet without guessing a gender, and a firm where no contact is known', () => {
    expect(FIRST.map((language) => words(language).greeting('Anna Weber'))).toEqual([
      'Dear Anna Weber,',
      'Guten Tag Anna Weber,',
      'Bonjour Anna Weber,',
      'Buenos días, Anna Weber:',
    ]);
    expect(FIRST.map((language) => words(language).greeting(''))).toEqual([
      'Hello,',
      'Guten Tag,',
      'Bonjour,',
      'Buenos días:',
    ]);
  });

  it('count one day and several, and keep the reference findable', () => {
    expect(FIRST.map((language) => words(language).age(1))).toEqual(['1 day', '1 Tag', '1 jour', '1 día']);
    expect(FIRST.map((language) => words(language).age(15))).toEqual(['15 days', '15 Tage', '15 jours', '15 días']);
    for (const language of LETTER_TAGS) expect(words(language).reference('DS-7F3K2')).toMatch(/ DS-7F3K2$/);
  });

  it('leave no word of one language empty or in English', () => {
    const texts = (of: LetterWords): [string, string][] =>
      Object.entries({ ...of, ...of.columns }).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
    const english = new Map(texts(words('en')));
    for (const language of LETTER_TAGS.filter((one) => one !== 'en')) {
      expect(words(language).bands).toHaveLength(5);
      for (const [name, text] of texts(words(language))) {
        expect(text, `${language} ${name}`).not.toBe('');
        expect(text, `${language} ${name}`).not.toBe(english.get(name));
      }
    }
  });
});

describe('a person’s own words', () => {
  it('are for every language where no line is marked', () => {
    expect(ownWords('legal steps', 'de')).toBe('legal steps');
    expect(ownWords('Note: pay first', 'de')).toBe('Note: pay first');
    expect(ownWords('', 'de')).toBe('');
  });

  it('are for one language where a line begins with it, the lines below included', () => {
    const written = 'en: Pay all\r\nand in advance\nDE: Alles zahlen\nund Vorkasse';
    expect(ownWords(written, 'en')).toBe('Pay all\nand in advance');
    expect(ownWords(written, 'de')).toBe('Alles zahlen\nund Vorkasse');
    expect(ownWords(written, 'es')).toBe('');
  });
});
