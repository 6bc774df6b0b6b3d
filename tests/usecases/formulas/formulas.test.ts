// The Formulas page: what is ready for a team's columns, and what is put into a cell.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMULA_GUIDE } from '../../../src/sidebar/formulas/formula-guide';
import { columnLetters, placesOf, readyFormula } from '../../../src/usecases/formulas/ready-formulas';
import { insertReadyFormula, showFormulas } from '../../../src/usecases/formulas/show-formulas';
import { fakeWorld } from '../../builders/fake-workbook';
import { invoiceCells, setUpAt } from '../../builders/our-firm';

const HEADERS = ['Customer', 'Invoice', 'Issued', 'Due', 'Amount', 'Balance', 'Cur'];
const MAPPING = {
  customer: 'Customer',
  issued: 'Issued',
  due: 'Due',
  amount: 'Amount',
  balance: 'Balance',
  currency: 'Cur',
};
const PLACES = placesOf(HEADERS, MAPPING, { sheet: "Bob's invoices", headerRow: 3, currency: 'EUR' });
const LINES = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 10 }];

describe('a ready formula', () => {
  it.each([
    ['AGING_BUCKET', "=AGING_BUCKET('Bob''s invoices'!D4:D, AS_OF, 'Bob''s invoices'!F4:F)"],
    ['DAYS_PAST_DUE', "=DAYS_PAST_DUE('Bob''s invoices'!D4:D, AS_OF)"],
    ['AGING_TABLE', "=AGING_TABLE('Bob''s invoices'!A3:G, AS_OF)"],
    ['Days past due, by Sheets alone', `=ARRAYFORMULA(IF('Bob''s invoices'!D4:D="",,AS_OF-'Bob''s invoices'!D4:D))`],
  ])('of %s names the team’s own columns', (name, formula) => {
    expect(readyFormula(name, PLACES)).toBe(formula);
  });

  it('adds amounts of one currency only where the table has a currency column', () => {
    expect(readyFormula('DSO', PLACES)).toContain(`SUMIFS('Bob''s invoices'!F4:F, 'Bob''s invoices'!G4:G, "EUR")`);
  });

  it('is none where a column it needs is missing', () => {
    expect(readyFormula('DUE_DATE', PLACES)).toBeNull();
    expect(readyFormula('CEI', PLACES)).toBeNull();
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('writes column %i as %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});

describe('the list', () => {
  it('has every formula, each with the first sentence of its own help', async () => {
    const { customFunctions } = (await import(join(import.meta.dirname, '../../../formula-table.mjs'))) as {
      customFunctions(): { name: string; purpose: string }[];
    };
    const help = customFunctions().map(({ name, purpose }) => ({ name, purpose }));
    const ours = FORMULA_GUIDE.filter(({ name }) => !name.includes('by Sheets alone'));
    expect(ours.map(({ name }) => name)).toEqual(help.map(({ name }) => name));
    for (const { name, meaning } of ours)
      expect(help.find((one) => one.name === name)?.purpose).toContain(meaning.replace(/\.$/, ''));
  });

  it('offers no ready formula before set-up', () => {
    expect(showFormulas(fakeWorld({ Invoices: invoiceCells(LINES) }).ports).ready).toEqual({});
  });

  it('knows whatever is ready, those by Sheets alone included', () => {
    const ready = Object.keys(showFormulas(setUpAt('2026-11-04 09:00', LINES).ports).ready);
    const named = FORMULA_GUIDE.map(({ name }) => name);
    expect(ready.filter((name) => !named.includes(name))).toEqual([]);
    expect(ready).toEqual(expect.arrayContaining(named.slice(-2)));
  });
});

describe('putting one into a cell', () => {
  it('writes it into the selected cell when that is empty', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    world.selected = { sheet: 'AR Settings', row: 60, column: 6 };
    expect(insertReadyFormula(world.ports, 'DAYS_PAST_DUE').message).toContain('Put into');
    expect(world.cells('AR Settings')[59]?.[5]).toBe("=DAYS_PAST_DUE('Invoices'!D2:D, AS_OF)");
  });

  it('never overwrites a cell', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    world.selected = { sheet: 'Invoices', row: 2, column: 1 };
    expect(() => insertReadyFormula(world.ports, 'DAYS_PAST_DUE')).toThrow('is not empty');
    expect(world.cells('Invoices')).toEqual(invoiceCells(LINES));
  });
});
