// Live formulas in a workbook: dependence, spilling, what stands in the way, and formulas that keep the file's value.
import { describe, expect, it } from 'vitest';
import { WorkbookFormulas } from '../../../src/local/formulas/workbook-formulas';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { StoredSheet } from '../../../src/local/google-services/state';
import { typedCell } from '../../../src/local/workbook/display';
import { cellAt, dropCell, newSheet, plainText, putCell } from '../../../src/local/workbook/stored-cells';

function type(sheet: StoredSheet, row: number, column: number, text: string): void {
  putCell(sheet, row, column, typedCell(text, cellAt(sheet, row, column), 'en_US', '2026-01-01'));
}

function open(cells: Record<string, string>) {
  const sheet = newSheet(0, 'S');
  const at = (place: string): [number, number] => [Number(place.slice(1)) - 1, place.charCodeAt(0) - 65];
  for (const [place, text] of Object.entries(cells)) type(sheet, ...at(place), text);
  const world = freshWorld();
  world.spreadsheet.sheets = [sheet];
  const formulas = new WorkbookFormulas({
    world,
    custom: new Set(),
    callCustom: () => '',
    wallNow: () => Date.UTC(2026, 2, 1),
    asOf: () => '2026-03-01',
  });
  formulas.recalculate();
  const shown = (place: string) => plainText(cellAt(sheet, ...at(place))?.value);
  const retype = (place: string, text: string) => {
    type(sheet, ...at(place), text);
    formulas.recalculate();
  };
  return { sheet, formulas, shown, retype, at };
}

describe('live formulas', () => {
  it('follow a changed cell through other formulas, whatever their order', () => {
    const { shown, retype } = open({ A1: '=B1+1', B1: '=C1*2', C1: '5' });
    expect(shown('A1')).toBe('11');
    retype('C1', '10');
    expect(shown('A1')).toBe('21');
  });

  it('follow a chain of any length that is written from its end to its start', () => {
    const chain = Array.from({ length: 3_000 }, (_, row): [string, string] => [`A${row + 1}`, `=A${row + 2}+1`]);
    const { shown, retype } = open({ ...Object.fromEntries(chain), A3001: '0' });
    expect(shown('A1')).toBe('3000');
    retype('A3001', '5');
    expect(shown('A1')).toBe('3005');
  });

  it('spill a block and take it back when it shrinks', () => {
    const { shown, retype, formulas, sheet } = open({ A1: '1', A2: '2', A3: '3', B1: '=ARRAYFORMULA(A1:A3*10)' });
    expect([shown('B1'), shown('B2'), shown('B3')]).toEqual(['10', '20', '30']);
    expect(formulas.spilledFrom(sheet, 2, 1)).toBe('B1');
    retype('B1', '=ARRAYFORMULA(A1:A2*10)');
    expect([shown('B2'), shown('B3')]).toEqual(['20', '']);
    retype('B1', 'text');
    expect([shown('B1'), shown('B2')]).toEqual(['text', '']);
  });

  it('show #REF! rather than overwrite a cell, and spread out once it is cleared', () => {
    const { shown, formulas, sheet } = open({ A1: '1', A2: '2', B1: '=ARRAYFORMULA(A1:A2)', B2: 'mine' });
    expect([shown('B1'), shown('B2')]).toEqual(['#REF!', 'mine']);
    expect(formulas.remark(sheet, 0, 1)?.message).toContain('B2');
    dropCell(sheet, 1, 1);
    formulas.recalculate();
    expect([shown('B1'), shown('B2')]).toEqual(['1', '2']);
  });

  it('a value typed over a spilled cell stays and stops the spilling', () => {
    const { shown, retype } = open({ A1: '1', A2: '2', B1: '=ARRAYFORMULA(A1:A2)' });
    retype('B2', 'typed');
    expect([shown('B1'), shown('B2')]).toEqual(['#REF!', 'typed']);
  });

  it('keep the value the file has for a formula the host does not calculate, marked as such', () => {
    const { sheet, formulas, shown } = open({ A1: '' });
    putCell(sheet, 0, 0, { value: { kind: 'number', value: 42 }, formula: '=QUERY(B:C)' });
    formulas.recalculate();
    expect(shown('A1')).toBe('42');
    expect(formulas.remark(sheet, 0, 0)).toEqual({ cached: true, message: 'The local host does not calculate QUERY.' });
  });

  it('end when cells refer to each other in a circle', () => {
    const { shown } = open({ A1: '=B1+1', B1: '=A1+1' });
    expect(Number(shown('A1'))).toBeGreaterThan(0);
  });
});
