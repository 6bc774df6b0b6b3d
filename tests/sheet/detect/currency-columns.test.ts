// In which currency the amounts are: a column of codes whatever its name, or the header of the amounts.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { currencyOfHeader } from '../../../src/sheet/vocabulary/currencies';
import { date, detected, mapped, read } from '../grids';

const due = date('2026-03-31');

function withCodes(header: string, codes: readonly string[], amount = 'Amount'): Cell[][] {
  const rows = codes.map((code, i): Cell[] => [`Customer ${i}`, `F-${i}`, due, 100, code]);
  return [['Customer', 'Document Number', 'Net due date', amount, header], ...rows];
}

describe('a column of currency codes', () => {
  it.each([
    'Crcy',
    'Local Currency',
    'LCurr',
    'Wrg',
    'Trans. curr.',
    'C.',
    'Home Currency',
    'Devise doc',
    'Para Birimi',
  ])('is the currency under the name "%s"', (header) => {
    const grid = withCodes(header, ['EUR', 'USD', 'EUR']);
    expect(mapped(grid)['currency']).toBe(header);
    expect(read(grid).rows.map(({ currency }) => currency)).toEqual(['EUR', 'USD', 'EUR']);
  });

  it.each([
    [
      ['Euro (EUR)', 'United States Dollar - USD'],
      ['EUR', 'USD'],
    ],
    [
      ['EUR - Euro', 'GBP Pound Sterling'],
      ['EUR', 'GBP'],
    ],
    [
      ['Euro', 'US Dollar'],
      ['EUR', 'USD'],
    ],
    [
      ['eur', 'usd'],
      ['EUR', 'USD'],
    ],
  ])('may spell them out: %s', (cells, codes) => {
    const grid = withCodes('Currency', cells);
    for (const [i, row] of grid.entries()) row.push(i === 0 ? 'Currency symbol' : '$');
    expect([mapped(grid)['currency'], detected(grid).questions]).toEqual(['Currency', []]);
    expect(read(grid).rows.map(({ currency }) => currency)).toEqual(codes);
  });

  it('is the one of the document where the books have another', () => {
    const grid = withCodes('Currency', ['USD', 'GBP']);
    for (const [i, row] of grid.entries()) row.push(i === 0 ? 'Company currency' : 'EUR');
    expect(mapped(grid)['currency']).toBe('Currency');
  });

  it('is asked about where two of them differ and no name tells', () => {
    const grid = withCodes('Cy1', ['USD', 'GBP']);
    for (const [i, row] of grid.entries()) row.push(i === 0 ? 'Cy2' : 'EUR');
    const found = detected(grid);
    expect(found.columns.currency).toBeUndefined();
    expect(found.questions.map(({ field, candidates }) => [field, candidates])).toEqual([['currency', ['Cy1', 'Cy2']]]);
  });

  it.each([
    ['Branch', ['BER', 'HAM', 'MUC']],
    ['Type', ['INV', 'CRN', 'INV']],
    ['Country', ['DEU', 'FRA', 'USA']],
    ['Rep', ['Cad', 'Ron', 'Mad']],
  ])('is no column "%s" of other short words', (header, codes) => {
    expect(mapped(withCodes(header, codes))['currency']).toBeUndefined();
  });
});

describe('a unit of account', () => {
  it('is one of its own, never added to a currency', () => {
    expect(read(withCodes('Moneda', ['UF', 'CLP'])).rows.map(({ currency, amount }) => [currency, amount])).toEqual([
      ['UF', 1_000_000],
      ['CLP', 100],
    ]);
  });
});

describe('a currency in the header of the amounts', () => {
  it.each([
    ['amount_eur', 'EUR'],
    ['open_balance_usd', 'USD'],
    ['usd_amount', 'USD'],
    ['totalGbp', 'GBP'],
    ['AmountEUR', 'EUR'],
    ['Amount eur', 'EUR'],
    ['montant_chf', 'CHF'],
    ['total in euro', 'EUR'],
    ['Saldo (€)', 'EUR'],
    ['amount_try', 'TRY'],
    ['Total in USD', 'USD'],
  ])('is read in "%s"', (header, currency) => {
    expect(currencyOfHeader(header)).toBe(currency);
    expect(read(withCodes('Note', ['a', 'b'], header)).rows.map((row) => row.currency)).toEqual([currency, currency]);
  });

  it.each(['try_amount', 'all', 'Amount all', 'mad total', 'Amount', 'Top amount'])('is not seen in "%s"', (header) => {
    expect(currencyOfHeader(header)).toBe('');
  });

  it('does not make the same amounts a second time a question where a column tells the currency', () => {
    const grid = withCodes('currency', ['EUR', 'USD'], 'amount');
    for (const [i, row] of grid.entries()) row.push(i === 0 ? 'amount_usd' : i === 1 ? 108 : 100);
    const found = detected(grid);
    expect(found.questions).toEqual([]);
    expect(found.columns.amount?.header).toBe('amount');
  });
});
