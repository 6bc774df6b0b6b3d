// Every amount and date that is written in a locale is read back: laws over the ten locales' own formatting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/receivables/day';
import { decimalMarkOf, readAmountText } from '../../../src/sheet/read/read-amounts';
import { dateOrderOf, dayOfText } from '../../../src/sheet/read/read-dates';

const NUMBER_LOCALES = [
  'en-US',
  'en-IN',
  'de-DE',
  'de-CH',
  'de-AT',
  'fr-FR',
  'es-ES',
  'pt-BR',
  'pt-PT',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'ja-JP',
  'sv-SE',
];
const DATE_LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'it-IT', 'nl-NL', 'pl-PL', 'ja-JP'];
const MONEY: [locale: string, currency: string][] = [
  ['en-US', 'USD'],
  ['en-GB', 'GBP'],
  ['de-DE', 'EUR'],
  ['de-CH', 'CHF'],
  ['fr-FR', 'EUR'],
  ['es-ES', 'EUR'],
  ['pt-BR', 'BRL'],
  ['it-IT', 'EUR'],
  ['nl-NL', 'EUR'],
  ['pl-PL', 'PLN'],
  ['ja-JP', 'JPY'],
  ['en-IN', 'INR'],
];

const cents = fc.integer({ min: -999_999_999, max: 999_999_999 });
const days = fc.integer({ min: dayOf(1990, 1, 1) ?? 0, max: dayOf(2049, 12, 31) ?? 0 });

/** The day in a locale's own writing. */
function written(locale: string, day: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(day * 86_400_000));
}

describe('amounts', () => {
  it.each(NUMBER_LOCALES)('written in %s are read back', (locale) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), (list) => {
        const texts = list.map((value) => format.format(value / 100));
        const mark = decimalMarkOf(texts);
        expect(texts.map((text) => (readAmountText(text, mark)?.value ?? 0) + 0)).toEqual(
          list.map((value) => value / 100 + 0),
        );
      }),
    );
  });

  it.each(NUMBER_LOCALES)('without decimals in %s are read back', (locale) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(cents, (value) => {
        expect((readAmountText(format.format(value), null)?.value ?? 0) + 0).toBe(value + 0);
      }),
    );
  });

  it.each(MONEY)('written in %s with the sign of %s are read back with it', (locale, currency) => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const scale = currency === 'JPY' ? 1 : 100;
    fc.assert(
      fc.property(cents, (value) => {
        const read = readAmountText(format.format(value / scale), null);
        expect([(read?.value ?? 0) + 0, read?.currency]).toEqual([value / scale + 0, currency]);
      }),
    );
  });

  it('in brackets or with the minus behind are negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        const text = (value / 100).toFixed(2);
        for (const form of [`(${text})`, `${text}-`, `-${text}`, `−${text}`, `${text} CR`, `▲${text}`])
          expect(readAmountText(form, null)?.value).toBe(-value / 100);
      }),
    );
  });

  it.each([
    ['€ 5.000,-', 5000],
    ['1.250,-- €', 1250],
    ['119,00 H', -119],
    ['119,00 S', 119],
    ['(R$ 5,00)', -5],
    ['￥1,000', 1000],
    ['1 234,56 zł', 1234.56],
    ["CHF 1'234.50", 1234.5],
    ['---', null],
  ])('written as %s are %s', (text, value) => {
    expect(readAmountText(text, null)).toMatchObject({ value });
  });

  it.each(['12%', '1.2.3', 'soon', '30 Tage', '12,3456,7'])('are not read from "%s"', (text) => {
    expect(readAmountText(text, null)).toBeNull();
  });
});

describe('dates', () => {
  const figures: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

  it.each(DATE_LOCALES)('written in figures in %s are read back in the order of their column', (locale) => {
    const decisive = dayOf(2026, 3, 25) ?? 0;
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), (list) => {
        const texts = [...list, decisive].map((day) => written(locale, day, figures));
        const { order } = dateOrderOf(texts);
        expect(texts.map((text) => dayOfText(text, order))).toEqual([...list, decisive]);
      }),
    );
  });

  it.each(DATE_LOCALES)('with the name of the month in %s are read back', (locale) => {
    fc.assert(
      fc.property(days, fc.constantFrom('long', 'short'), (day, month) => {
        const text = written(locale, day, { year: 'numeric', month, day: 'numeric' });
        expect([text, dayOfText(text, null)]).toEqual([text, day]);
      }),
    );
  });

  it.each(DATE_LOCALES)('with the day of the week in %s are read back', (locale) => {
    fc.assert(
      fc.property(days, (day) => {
        const text = written(locale, day, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
        expect([text, dayOfText(text, null)]).toEqual([text, day]);
      }),
    );
  });

  it.each([
    ['令和8年3月1日', [2026, 3, 1]],
    ['２０２６/０３/０１', [2026, 3, 1]],
    ['2026年3月1日(日)', [2026, 3, 1]],
    ['1er mars 2026', [2026, 3, 1]],
    ['26 kwietnia 2026 r.', [2026, 4, 26]],
    ['26-Mär-2026', [2026, 3, 26]],
    ['26. Maerz 2026', [2026, 3, 26]],
    ['2026-03-01T22:00:00.000Z', [2026, 3, 1]],
  ] as const)('written as %s are read', (text, [year, month, day]) => {
    expect(dayOfText(text, null)).toBe(dayOf(year, month, day));
  });

  it.each(['3 jui 2026', '12 de 2026', '2026年13月1日', 'Net 30', '令和99'])('are not read from "%s"', (text) => {
    expect(dayOfText(text, null)).toBeNull();
  });
});
