// Payment terms in Italian, Portuguese, Dutch, Polish and Japanese, for an invoice of 22 April 2024.
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../../src/receivables/day';
import { dueFromTerms } from '../../../src/receivables/terms/due-from-terms';
import { parseTerms } from '../../../src/receivables/terms/parse-terms';

/** The due date where it is beyond doubt. */
function dueOf(text: string, issued = '2024-04-22'): string {
  const due = dueFromTerms(dayFromIso(issued) ?? 0, text);
  return due === null ? JSON.stringify(parseTerms(text)) : isoOf(due);
}

const list = (texts: string): string[] => texts.split(' | ');

describe('terms in days', () => {
  it.each(
    list(
      'przelew 30 dni | 30 dni | płatne w 30 dni | płatne w ciągu 30 dni | przelewem 30 dni od daty wystawienia | Termin płatności: 30 dni | ' +
        '30 dagen | binnen 30 dagen | netto 30 | betaling binnen 30 dagen na factuurdatum | 30 dagen netto | ' +
        '30 dias | líquido 30 dias | 30 DDL | pagamento a 30 dias | 30 dias data da fatura | ' +
        '30 gg | 30 gg d.f. | 30 gg data fattura | Bonifico 30 gg d.f. | RiBa 30 gg | Rimessa diretta 30 gg | a 30 giorni | ' +
        '30日 | 30日以内 | 請求書発行後30日 | 請求日より30日以内 | ３０日 | 支払サイト30日 | 30日サイト',
    ),
  )('reads "%s" as 30 days after the invoice date', (text) => expect(dueOf(text)).toBe('2024-05-22'));

  it.each([
    ['14 dni', '2024-05-06'],
    ['2 tygodnie', '2024-05-06'],
    ['binnen 14 dagen', '2024-05-06'],
    ['60日以内', '2024-06-21'],
    ['1ヶ月', '2024-05-22'],
    ['2か月以内', '2024-06-22'],
  ])('reads "%s"', (text, due) => expect(dueOf(text)).toBe(due));

  it.each(
    list(
      'gotówka | natychmiast | płatne natychmiast | przedpłata | za pobraniem | per direct | contant | à vista | a vista | contra entrega | ' +
        'rimessa diretta | vista fattura | a vista fattura | Rimessa diretta vista fattura | contanti | al contado | 即日 | 現金 | 前払い | 代金引換',
    ),
  )('reads "%s" as due on the invoice date', (text) => expect(dueOf(text)).toBe('2024-04-22'));
});

describe('ends of months', () => {
  it.each(
    list(
      '30 gg f.m. | 30 gg fm | 30 gg fine mese | 30 gg d.f.f.m. | 30 giorni data fattura fine mese | Bonifico 30 gg DFFM',
    ),
  )('reads the Italian "%s" as 30 days and then the end of that month', (text) =>
    expect(dueOf(text)).toBe('2024-05-31'),
  );

  it('reads "fine mese" alone, and days beyond the end of the month', () => {
    expect(dueOf('fine mese')).toBe('2024-04-30');
    expect(dueOf('30 gg fm + 10')).toBe('2024-06-10');
  });

  it('reads the Portuguese "30 DFM" as 30 days from the end of the month', () => {
    expect([dueOf('30 DFM'), dueOf('30 dias fora o mês'), dueOf('fim do mês')]).toEqual([
      '2024-05-30',
      '2024-05-30',
      '2024-04-30',
    ]);
  });
});

describe('Japanese closing days', () => {
  it.each([
    ['月末締め翌月末払い', '2024-05-31'],
    ['月末締翌月末払', '2024-05-31'],
    ['末締め翌月末', '2024-05-31'],
    ['翌月末', '2024-05-31'],
    ['末締め翌々月末', '2024-06-30'],
    ['月末〆翌々月末日払い', '2024-06-30'],
    ['当月末', '2024-04-30'],
    ['月末', '2024-04-30'],
    ['月末締め当月末払い', '2024-04-30'],
    ['月末締め翌月10日払い', '2024-05-10'],
    ['翌月20日', '2024-05-20'],
    ['月末締め、翌々月5日 銀行振込', '2024-06-05'],
    ['20日締め翌月末払い', '2024-06-30'],
    ['25日締め翌月末払い', '2024-05-31'],
    ['毎月20日締め翌月10日払い', '2024-06-10'],
  ])('reads "%s"', (text, due) => expect(dueOf(text)).toBe(due));

  it('counts an invoice on the closing day as in time, and keeps to shorter months', () => {
    expect(dueOf('20日締め翌月末払い', '2024-04-20')).toBe('2024-05-31');
    expect(dueOf('月末締め翌月末払い', '2024-01-31')).toBe('2024-02-29');
    expect(dueOf('月末締め翌々月末払い', '2023-12-31')).toBe('2024-02-29');
  });
});

describe('terms that are not guessed in these languages', () => {
  it.each([
    [
      'terms-unknown',
      '応相談 | 月末締め | 32日締め翌月末 | 20日締め当月10日払い | 30営業日 | przelew | zgodnie z umową | volgens afspraak | conforme contrato',
    ],
    ['terms-instalments', '30/60 DDL | 30/60/90 gg | 30/60 dias | 30/60/90 gg fm'],
    [
      'terms-from-receipt',
      '受領後30日 | 検収月末締め翌月末払い | 30 dni od otrzymania | 30 gg dal ricevimento | 30 dagen na ontvangst',
    ],
  ])('says %s', (problem, texts) => {
    for (const text of list(texts)) expect({ text, ...parseTerms(text) }).toMatchObject({ text, problem });
  });
});
