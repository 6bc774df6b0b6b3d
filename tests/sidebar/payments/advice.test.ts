// A remittance advice that was pasted beside a line.
import { describe, expect, it } from 'vitest';
import type { CandidateView } from '../../../src/entry/sidebar-calls';
import { numbersIn, readAdvice } from '../../../src/sidebar/payments/advice';

const invoice = (no: string, open: number, currency = 'EUR'): CandidateView => ({
  ...{ key: `acme|${no}`, invoice: no, customer: 'Acme', customerKey: 'acme', currency, amount: open, open },
  ...{ issued: null, due: null, terms: '' },
});
const BOOK = [invoice('LR-1001', 100_000), invoice('LR-1002', 50_000), invoice('CN-7', -10_000)];
const read = (text: string, money: number, book = BOOK, currency = 'EUR') => {
  const places = readAdvice(text, book, money, currency);
  return typeof places === 'string' ? places : places.map((one) => [one.invoice.invoice, one.amount, one.gap]);
};

describe('a remittance advice', () => {
  it('names invoices and what is paid of each, whatever else stands in its rows', () => {
    const text = [
      'Document\tDate\tGross\tDiscount\tNet',
      'LR 1001 \t01.11.2026\t1.000,00\t20,00 Skonto\t980,00',
      'lr-1002\t05.11.2026\t500,00\t\t500,00',
      'Total\t\t\t\t1.480,00',
    ].join('\n');
    expect(read(text.replace('LR 1001', 'LR-1001'), 148_000)).toEqual([
      ['LR-1001', 98_000, 'discount'],
      ['LR-1002', 50_000, null],
    ]);
  });

  it('takes credits off, and says why less was paid where its row does', () => {
    expect(read('LR-1001 1,000.00\nCN-7 -100.00', 90_000)).toEqual([
      ['LR-1001', 100_000, null],
      ['CN-7', -10_000, null],
    ]);
    expect(read('LR-1001; 1,000.00; 100.00 withholding; 900.00', 90_000)).toEqual([['LR-1001', 90_000, 'withholding']]);
    expect(read('LR-1001; 950.00; deduction damaged', 95_000)).toEqual([['LR-1001', 95_000, 'deduction']]);
  });

  it('is nothing where it does not add up to the line to the cent, or an invoice of it is not open', () => {
    expect(read('LR-1001 1,000.00', 99_999)).toContain('adds up to 1,000.00 EUR, and the line is 999.99 EUR');
    expect(read('LR-1001 1,000.00\nLR-9 50.00', 105_000)).toContain('may not be open');
    expect(read('LR-9 50.00', 5_000)).toContain('No number of an open invoice');
  });

  it('is nothing where it can be read in two ways, or names an invoice twice', () => {
    expect(read('LR-1001 600.00 400.00\nLR-1002 400.00 600.00', 100_000)).toContain('two ways');
    expect(read('LR-1001 500.00\nLR-1001 500.00', 100_000)).toContain('stands in it twice');
    expect(read('LR-1001 LR-1002 1,500.00', 150_000)).toContain('more than one open invoice');
  });

  it('is read in the currency of the line alone', () => {
    expect(read('LR-1001 1,000.00', 100_000, [invoice('LR-1001', 100_000, 'USD')])).toContain('No number');
    expect(read('K1 12000', 12_000, [invoice('K1', 12_000, 'JPY')], 'JPY')).toEqual([['K1', 12_000, null]]);
  });

  it('asks for words with figures that are no amounts', () => {
    expect(read('LR-9 1.000,00', 100_000, [invoice('1000', 100_000)])).toContain('No number');
    expect(numbersIn('Invoice LR-1001, 1.000,00 EUR 2026-0412')).toEqual(['LR-1001', '2026-0412']);
  });
});
