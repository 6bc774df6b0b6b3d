// What typing makes of texts, by locale.
import { describe, expect, it } from 'vitest';
import { run } from './apps-script';

const wrote = (text: string, locale = 'en_US', before = '') =>
  run(
    `${before} cell('A1').setValue(${JSON.stringify(text)}); const v = cell('A1').getValue();
     return [v instanceof Date ? Utilities.formatDate(v, 'Etc/UTC', 'yyyy-MM-dd HH:mm') : v, cell('A1').getDisplayValue(), cell('A1').getFormula()];`,
    { locale },
  );

describe('setValue types texts', () => {
  it.each([
    ['01234', 1234, '1234'],
    ['22 34', 2234, '2234'],
    ['12%', 0.12, '12%'],
    ['12.5%', 0.125, '12.50%'],
    ['$1,234.50', 1234.5, '$1,234.50'],
    ['1,234', 1234, '1,234'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['-5', -5, '-5'],
    ['+5', 5, '5'],
    ['(5)', -5, '-5'],
    ['1e3', 1000, '1.00E+03'],
    ['true', true, 'TRUE'],
    ['FALSE', false, 'FALSE'],
    ['2026-03-01', '2026-03-01 00:00', '2026-03-01'],
    ['3/1/2026', '2026-03-01 00:00', '3/1/2026'],
    ['1-30', '2026-01-30 00:00', '1-30'],
    ['3/1/26', '2026-03-01 00:00', '3/1/26'],
    ['Mar 1, 2026', '2026-03-01 00:00', 'Mar 1, 2026'],
    ['2026-03-01 10:30', '2026-03-01 10:30', '2026-03-01 10:30'],
    ['10:30', '1899-12-30 10:30', '10:30'],
    ['31.12.2026', '31.12.2026', '31.12.2026'],
    ['1-31-', '1-31-', '1-31-'],
    ['2026-02-31', '2026-02-31', '2026-02-31'],
    ['1.2.3', '1.2.3', '1.2.3'],
    ['1,23', '1,23', '1,23'],
    [' two  spaces ', ' two  spaces ', ' two  spaces '],
    ["'=1+2", '=1+2', '=1+2'],
    ['@abc', '@abc', '@abc'],
    ['+', '+', '+'],
    ['1-30 days', '1-30 days', '1-30 days'],
    ['#N/A', '#N/A', '#N/A'],
    ['INV-001', 'INV-001', 'INV-001'],
  ])('%s in en_US', (text, value, display) => {
    expect(wrote(text)).toEqual([value, display, '']);
  });

  it.each([
    ['de_DE', '1.234,50', 1234.5, '1.234,50'],
    ['de_DE', '31.12.2026', '2026-12-31 00:00', '31.12.2026'],
    ['de_DE', '12,5%', 0.125, '12,50%'],
    ['de_DE', '1.234', 1234, '1.234'],
    ['de_DE', '1234.56', '1234.56', '1234.56'],
    ['de_DE', 'WAHR', true, 'TRUE'],
    ['de_DE', '1.234,50 €', 1234.5, '1.234,50 €'],
    ['de_DE', '1. März 2026', '2026-03-01 00:00', '1. März 2026'],
    ['fr_FR', '1 234,5', 1234.5, '1234,5'],
    ['fr_FR', '31/12/2026', '2026-12-31 00:00', '31/12/2026'],
    ['en_GB', '31/12/2026', '2026-12-31 00:00', '31/12/2026'],
    ['en_GB', '03/04/2026', '2026-04-03 00:00', '03/04/2026'],
    ['en_US', '31/12/2026', '31/12/2026', '31/12/2026'],
  ])('%s: %s', (locale, text, value, display) => {
    expect(wrote(text, locale)).toEqual([value, display, '']);
  });

  it('makes a broken formula of a plus with a word', () => {
    expect(wrote('+abc')).toEqual(['#ERROR!', '#ERROR!', '=+abc']);
  });

  it('keeps text in a cell formatted @, and after the format goes back', () => {
    expect(wrote('01234', 'en_US', "cell('A1').setNumberFormat('@');")).toEqual(['01234', '01234', '']);
    expect(
      run(
        "cell('A1').setNumberFormat('@').setValue('=1+2'); cell('A1').setNumberFormat('general'); return [cell('A1').getValue(), cell('A1').getFormula()];",
      ),
    ).toEqual(['=1+2', '']);
  });

  it('empties a cell for null, undefined and the empty text', () => {
    expect(
      run(`sheet.getRange('A1:C1').setValues([[1, 2, 3]]); cell('A1').setValue(null); cell('B1').setValue(undefined); cell('C1').setValue('');
           return [sheet.getRange('A1:C1').getValues(), sheet.getRange('A1:C1').isBlank(), sheet.getLastRow()];`),
    ).toEqual([[['', '', '']], true, 0]);
  });

  it('refuses more than 50,000 characters', () => {
    expect(run("return failure(() => cell('A1').setValue('x'.repeat(50001)));")).toBe(
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });
});

describe('number formats shown', () => {
  it.each([
    [1234.5, '#,##0.00', 'en_US', '1,234.50'],
    [1234.5, '#,##0.00', 'de_DE', '1.234,50'],
    [-1234.5, '#,##0.00;(#,##0.00)', 'en_US', '(1,234.50)'],
    [0.256, '0.0%', 'en_US', '25.6%'],
    [1 / 3, 'general', 'en_US', '0.3333333333'],
    [0.1 + 0.2, 'general', 'en_US', '0.3'],
    [123456789012, 'general', 'en_US', '123456789012'],
    [5, '"€"0.00', 'en_US', '€5.00'],
    [5, '00000', 'en_US', '00005'],
    [46082, 'yyyy-mm-dd', 'en_US', '2026-03-01'],
    [46082.75, 'd mmm yyyy h:mm am/pm', 'en_US', '1 Mar 2026 6:00 PM'],
    [46082, 'dddd', 'de_DE', 'Sonntag'],
    [1500, '0.0,"k"', 'en_US', '1.5k'],
    [1.005, '0.00', 'en_US', '1.01'],
  ])('%s by %s in %s', (value, format, locale, text) => {
    expect(
      run(`return cell('A1').setNumberFormat(${JSON.stringify(format)}).setValue(${value}).getDisplayValue();`, {
        locale,
      }),
    ).toBe(text);
  });

  it('shows a written Date by the locale', () => {
    const shown = (locale: string) =>
      run("return cell('A1').setValue(new Date(2026, 2, 1)).getDisplayValue();", { locale });
    expect(['en_US', 'de_DE', 'en_GB', 'sv_SE'].map(shown)).toEqual([
      '3/1/2026',
      '01.03.2026',
      '01/03/2026',
      '2026-03-01',
    ]);
    expect(run("return cell('A1').setValue(new Date(2026, 2, 1, 14, 5, 6)).getDisplayValue();")).toBe(
      '3/1/2026 14:05:06',
    );
  });

  it('reports a fresh format as 0.###############, and general likewise', () => {
    expect(
      run("return [cell('A1').getNumberFormat(), cell('A1').setNumberFormat('general').getNumberFormat()];"),
    ).toEqual(['0.###############', '0.###############']);
  });
});
