// The word tables of the languages: no phrase of a language is swallowed by another one of it.
import { describe, expect, it } from 'vitest';
import { headerTokens } from '../../../src/sheet/vocabulary/header-tokens';
import { headerKey, meaningsOf } from '../../../src/sheet/vocabulary/header-words';
import { LANGUAGES } from '../../../src/sheet/vocabulary/index';
import { listOf } from '../../../src/sheet/vocabulary/language';

describe('the words of a language', () => {
  it('keep their meaning when the words that say nothing are left out', () => {
    const swallowed = LANGUAGES.flatMap(({ headers }) => {
      const seen = new Map<string, string>();
      return Object.entries(headers).flatMap(([english, said]) =>
        listOf(said).flatMap((phrase) => {
          const key = headerTokens(phrase).join(' ');
          const other = seen.get(key);
          seen.set(key, other ?? english);
          return key === '' || (other !== undefined && other !== english) ? [`${phrase}: ${other} or ${english}`] : [];
        }),
      );
    });
    expect(swallowed).toEqual([]);
  });

  it('name one status each', () => {
    const twice = LANGUAGES.flatMap(({ status }) => {
      const words = Object.values(status).flatMap((said) => [...new Set(listOf(said ?? ''))]);
      return words.filter((word, at) => words.indexOf(word) !== at);
    });
    expect(twice).toEqual([]);
  });

  it.each([
    ['Montant dû', 'balance'],
    ['Dû le', 'due'],
    ['Gesamtbetrag inkl. 19 % MwSt.', 'amount'],
    ['Rechnungsbetrag (brutto, EUR)', 'amount'],
    ['Kundennummer', 'customerId'],
    ['Debiteurnummer', 'customerId'],
    ['取引先名称', 'customer'],
    ['お支払い期日', 'due'],
    ['duedate', 'due'],
    ['Rechnungsnr. / Invoice no.', 'invoice'],
    ['Data do Vencimento', 'due'],
    ['Do zapłaty', 'balance'],
    ['Valor R$', 'amount'],
    ['Kwota brutto (zł)', 'amount'],
  ])('"%s" is read as %s', (header, field) => {
    expect([headerKey(header), meaningsOf(header)[0]?.field]).toEqual([headerKey(header), field]);
  });

  it.each([
    'Due (days)',
    'Amount (tax)',
    'Tage überfällig',
    'Jours de retard',
    'Días vencido',
    'Dias em atraso',
    'Giorni di ritardo',
    'Dagen over vervaldatum',
    'Dni po terminie',
    'Leistungsdatum',
    'Data sprzedaży',
    'Previous due date',
    'Due date 2',
    '延滞日数',
  ])('does not take "%s" for anything', (header) => {
    expect(meaningsOf(header)).toEqual([]);
  });
});
