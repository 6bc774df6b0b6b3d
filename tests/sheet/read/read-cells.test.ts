// Dates, amounts and words as people and exports write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, isoOf } from '../../../src/receivables/day';
import { decimalMarkOf, readAmountText } from '../../../src/sheet/read/read-amounts';
import { dateOrderOf, dayOfNumber, dayOfText } from '../../../src/sheet/read/read-dates';
import { idText, isTotalText, statusOf, yesOrNo } from '../../../src/sheet/read/read-words';
import { currencyOfCell, currencyOfHeader, currencyOfText } from '../../../src/sheet/vocabulary/currencies';

const iso = (text: string, order: 'day-first' | 'month-first' | null = null): string | null => {
  const day = dayOfText(text, order);
  return day === null ? null : isoOf(day);
};

describe('dates', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['2026-12-31T23:59:00Z', '2026-12-31'],
    ['2025-01-10 00:00:00 UTC', '2025-01-10'],
    ['20190220', '2019-02-20'],
    ['20190307.0', '2019-03-07'],
    ['26-Apr-11', '2011-04-26'],
    ['Apr 26, 2011', '2011-04-26'],
    ['Tuesday, 26th April 2011', '2011-04-26'],
    ['05/05/2026', '2026-05-05'],
  ])('reads %s whatever the order', (text, day) => {
    expect(iso(text)).toBe(day);
  });

  it.each([
    ['30-03-2020', 'day-first', '2020-03-30'],
    ['1/2/2013', 'month-first', '2013-01-02'],
    ['1/2/2013', 'day-first', '2013-02-01'],
    ['01.02.26', 'day-first', '2026-02-01'],
    ['26-04-2011 11:50', 'day-first', '2011-04-26'],
    ['1/2/2013 3:05 PM', 'month-first', '2013-01-02'],
  ] as const)('reads %s %s', (text, order, day) => {
    expect(iso(text, order)).toBe(day);
  });

  it.each(['31.13.2026', '2026-02-30', 'soon', '12', 'Net 30', '1.154,61', '99/99/2026', '26-Foo-11'])(
    'does not read "%s"',
    (text) => {
      expect(iso(text, 'day-first')).toBeNull();
    },
  );

  it('does not decide what can be read both ways', () => {
    expect(iso('03/04/2026')).toBeNull();
    expect(dateOrderOf(['03/04/2026', '05/06/2026', ''])).toEqual({ order: null, undecided: true, example: 0 });
  });

  it('infers one order from the whole column', () => {
    expect(dateOrderOf(['03/04/2026', '13/04/2026']).order).toBe('day-first');
    expect(dateOrderOf(['03/04/2026', '04/13/2026']).order).toBe('month-first');
    expect(dateOrderOf(['03.04.2026']).order).toBe('day-first');
  });

  it('decides nothing when the cells contradict each other, unless one is a slip among many', () => {
    expect(dateOrderOf(['13/04/2026', '04/13/2026', '01/02/2026']).undecided).toBe(true);
    expect(dateOrderOf([...Array(30).fill('13/04/2026'), '04/13/2026', '01/02/2026']).order).toBe('day-first');
  });

  it('takes numbers for dates only where nothing else is likely', () => {
    expect(isoOf(dayOfNumber(46_022) ?? 0)).toBe('2025-12-31');
    expect(isoOf(dayOfNumber(46_022.75) ?? 0)).toBe('2025-12-31');
    expect(dayOfNumber(30)).toBeNull();
    expect(dayOfNumber(5_200.5)).toBeNull();
  });

  const day = fc.integer({ min: 0, max: 36_000 });

  it('reads back every day in every writing of its order', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (value, sign, padded) => {
        const { year, month, day: dayOfMonth } = civilOf(value);
        const two = (n: number): string => (padded ? String(n).padStart(2, '0') : String(n));
        expect(dayOfText([two(dayOfMonth), two(month), year].join(sign), 'day-first')).toBe(value);
        expect(dayOfText([two(month), two(dayOfMonth), year].join(sign), 'month-first')).toBe(value);
        expect(dayOfText([year, two(month), two(dayOfMonth)].join(sign), null)).toBe(value);
      }),
    );
  });

  it('never reads a column in the wrong order once it says it knows it', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), fc.boolean(), (days, dayFirst) => {
        const texts = days.map((value) => {
          const { year, month, day: dayOfMonth } = civilOf(value);
          return dayFirst ? `${dayOfMonth}/${month}/${year}` : `${month}/${dayOfMonth}/${year}`;
        });
        const { order } = dateOrderOf(texts);
        if (order) expect(texts.map((text) => dayOfText(text, order))).toEqual(days);
      }),
    );
  });
});

describe('amounts', () => {
  it.each([
    ['1.154,61', 1154.61, ''],
    ['1 234,56', 1234.56, ''],
    ['1\u202f234,56', 1234.56, ''],
    ["1'234.50", 1234.5, ''],
    ['1,234.56', 1234.56, ''],
    ['1,23,456.00', 123456, ''],
    ['1234,5', 1234.5, ''],
    ['1,234', 1234, ''],
    ['1.234.567', 1234567, ''],
    ['(12.00)', -12, ''],
    ['-12.00', -12, ''],
    ['12.00-', -12, ''],
    ['12.00 CR', -12, ''],
    ['$(1,200.00)', -1200, 'USD'],
    ['($1,200.00)', -1200, 'USD'],
    ['R$ 1.234,56', 1234.56, 'BRL'],
    ['€1.000', 1000, 'EUR'],
    ['1000,00 EUR', 1000, 'EUR'],
    ['-€5', -5, 'EUR'],
    ['0,500', 0.5, ''],
    ['.5', 0.5, ''],
    ['1000 zł', 1000, 'PLN'],
  ])('reads "%s"', (text, value, currency) => {
    expect(readAmountText(text, null)).toEqual({ value, currency });
  });

  it.each(['-', '---', '–', 'n/a'])('reads "%s" as nothing', (text) => {
    expect(readAmountText(text, null)).toEqual({ value: null, currency: '' });
  });

  it.each(['abc', '12 apples', '12%', '1,2,3', '12.34.5', '1-2', '31.12.2026', '#N/A', ''])(
    'does not read "%s"',
    (text) => {
      expect(readAmountText(text, null)).toBeNull();
    },
  );

  it('reads one sign and three figures by the column', () => {
    expect(readAmountText('1.234', ',')?.value).toBe(1234);
    expect(readAmountText('1.234', '.')?.value).toBe(1.234);
    expect(decimalMarkOf(['1.234', '12,50'])).toBe(',');
    expect(decimalMarkOf(['1.234'])).toBeNull();
    expect(decimalMarkOf(['1.50', '1,50'])).toBeNull();
  });

  it('reads back every amount as each of these locales writes it', () => {
    const locales = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'pt-BR', 'de-CH', 'pl-PL', 'en-IN', 'nl-NL');
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), locales, (cents, locale) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
        expect(readAmountText(text, null)?.value).toBe(cents === 0 ? 0 : cents / 100);
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['Paid', 'paid'],
    ['PAID IN FULL', 'paid'],
    ['Partially paid', 'part-paid'],
    ['Unpaid - overdue', 'open'],
    ['Awaiting Payment', 'open'],
    ['In dispute', 'disputed'],
    ['Draft', 'draft'],
    ['Cancelled', 'void'],
    ['written-off', 'void'],
    ['Credit Memo', 'credit'],
    ['Rücklastschrift', 'returned'],
    ['', ''],
  ])('reads the status "%s"', (text, status) => {
    expect(statusOf(text)).toBe(status);
  });

  it('does not read "Not paid" or an unknown word as paid', () => {
    expect(statusOf('Not paid')).toBe('open');
    expect(statusOf('Paid?')).toBe('paid');
    expect(statusOf('Zu prüfen')).toBeNull();
  });

  it('reads yes and no, and neither from another word', () => {
    expect([true, 'Yes', 'x', '1', 1].map(yesOrNo)).toEqual([true, true, true, true, true]);
    expect([false, 'NO', '', '-', 0].map(yesOrNo)).toEqual([false, false, false, false, false]);
    expect(yesOrNo('price')).toBeNull();
  });

  it('keeps leading zeros and all digits of an identifier', () => {
    expect(idText('0000611365', undefined)).toBe('0000611365');
    expect(idText(611365, '0000611365')).toBe('0000611365');
    expect(idText(1063, '1.06E+03')).toBe('1063');
    expect(idText('4600000000012345678', undefined)).toBe('4600000000012345678');
  });

  it('knows total rows from customers with such a name', () => {
    for (const text of ['Total', 'Subtotal', 'Sub-total:', 'Grand Total', 'Total for ACME', 'ACME total'])
      expect(isTotalText(text)).toBe(true);
    for (const text of ['TotalEnergies', 'Summit Ltd', 'Totally Clean']) expect(isTotalText(text)).toBe(false);
  });

  it('knows currencies by code, sign and name, and lets the sheet decide a shared sign', () => {
    expect(currencyOfText('$')).toBe('USD');
    expect(currencyOfText('$', 'CAD')).toBe('CAD');
    expect(currencyOfText('US$')).toBe('USD');
    expect(currencyOfText('apples')).toBeNull();
    expect(currencyOfCell('xof')).toBe('XOF');
    expect(currencyOfCell('GEL')).toBe('GEL');
    expect(currencyOfCell('??')).toBeNull();
    expect(
      ['Amount (лв)', 'Total EUR', 'Betrag €', 'Try all', 'Amount'].map((header) => currencyOfHeader(header)),
    ).toEqual(['BGN', 'EUR', 'EUR', '', '']);
  });
});

describe('words in other languages', () => {
  it.each([
    [
      'paid',
      ['bezahlt', 'Payée', 'zapłacona', 'Pagada', 'Quitado', 'Saldata', 'voldaan', '入金済み', 'BEZAHLT (Bank)'],
    ],
    [
      'part-paid',
      ['Teilweise bezahlt', 'Pago parcial', 'Deels betaald', 'częściowo opłacona', '一部入金', 'partially_paid'],
    ],
    [
      'open',
      [
        'offen',
        'En attente',
        'En retard',
        'Pendiente',
        'Em aberto',
        'Da incassare',
        'Te laat',
        'nieopłacona',
        '未入金',
        'AUTHORISED',
        'not_paid',
      ],
    ],
    ['disputed', ['strittig', 'En litige', 'En disputa', 'contestata', 'betwist', 'sporna', '係争中']],
    ['draft', ['Entwurf', 'Brouillon', 'Borrador', 'Rascunho', 'Bozza', 'Concept', 'szkic', '下書き']],
    ['void', ['storniert', 'Annulée', 'Anulada', 'Cancelado', 'annullata', 'geannuleerd', 'anulowana', 'キャンセル']],
    ['credit', ['Gutschrift', 'Avoir', 'Nota de crédito', 'Nota di credito', 'Creditnota', 'korekta', '返金']],
  ])('say %s', (status, words) => {
    expect(words.map((word) => [word, statusOf(word)])).toEqual(words.map((word) => [word, status]));
  });

  it('answer yes and no', () => {
    expect(['Ja', 'Oui', 'Sí', 'Sim', 'Sì', 'TAK', 'はい', '○', '✓'].map(yesOrNo)).not.toContain(false);
    expect(['Ja', 'Oui', 'Sí', 'Sim', 'Sì', 'TAK', 'はい', '○', '✓'].map(yesOrNo)).not.toContain(null);
    expect(['Nein', 'Non', 'Não', 'Nee', 'nie', 'いいえ', '×', '✗'].every((word) => yesOrNo(word) === false)).toBe(
      true,
    );
  });
});
