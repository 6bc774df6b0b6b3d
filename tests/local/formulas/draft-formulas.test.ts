// Formula cells as a script reads them: what holds, what is worked out anew, circles, and formulas not calculated here.
import { describe, expect, it } from 'vitest';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { StoredCell, World } from '../../../src/local/google-services/state';
import { putCell } from '../../../src/local/workbook/stored-cells';
import { run } from '../google-services/apps-script';

function worldWith(...cells: [row: number, column: number, cell: StoredCell][]): World {
  const world = freshWorld();
  const [sheet] = world.spreadsheet.sheets;
  for (const [row, column, cell] of cells) if (sheet) putCell(sheet, row, column, cell);
  return world;
}

const saved = (formula: string, value: number): StoredCell => ({ value: { kind: 'number', value }, formula });

describe('a formula cell read by a script', () => {
  it('keeps the value of the file until something it may depend on is written', () => {
    const world = worldWith([0, 0, saved('=B1+1', 42)]);
    expect(run("return cell('A1').getValue();", { world })).toBe(42);
    expect(run("cell('B1').setValue(1); return cell('A1').getValue();", { world })).toBe(2);
  });

  it('keeps its last value when the host does not calculate its function', () => {
    const world = worldWith([0, 0, saved('=QUERY(B:C)', 42)], [1, 0, saved('=Table1[Amount]', 7)]);
    const read = "cell('B1').setValue(1); return [cell('A1').getValue(), cell('A2').getValue()];";
    expect(run(read, { world })).toEqual([42, 7]);
  });

  it('is #NAME? with an unknown function and no last value, #ERROR! when it cannot be understood', () => {
    const read = "cell('A1:B1').setFormulas([['=QUERY(B:C)', '=\"open']]); return cell('A1:B1').getValues();";
    expect(run(read)).toEqual([['#NAME?', '#ERROR!']]);
  });

  it('is #REF! when cells refer to each other in a circle', () => {
    const read = "cell('A1:C1').setFormulas([['=B1+1', '=A1+1', '=IF(TRUE,1,C1)']]); return cell('A1:C1').getValues();";
    expect(run(read)).toEqual([['#REF!', '#REF!', 1]]);
  });

  it('follows a long chain from its end', () => {
    const read = `cell('A1').setValue(0); cell('A2:A1000').setFormula('=A1+1'); return cell('A1000').getValue();`;
    expect(run(read)).toBe(999);
    const days = `cell('A1').setValue(0); cell('A2:A1000').setFormula('=A1+DAY(TODAY())'); return cell('A1000').getValue();`;
    expect(run(days)).toBe(9990);
  });

  it('is #REF! in a circle of any length', () => {
    const read = `cell('A1').setFormula('=A1000'); cell('A2:A1000').setFormula('=A1+1');
      return [cell('A500').getValue(), cell('A1000').getValue(), cell('A1').getValue()];`;
    expect(run(read)).toEqual(['#REF!', '#REF!', '#REF!']);
  });

  it('follows another sheet, and a name', () => {
    const body = `const other = ss.insertSheet('Other tab'); ss.setNamedRange('RATE', other.getRange('B1'));
      other.getRange('A1:B1').setValues([[5, 2]]);
      cell('A1:B1').setFormulas([["='Other tab'!A1*10", '=RATE+A1']]);
      const before = cell('A1:B1').getValues();
      other.getRange('A1:B1').setValues([[6, 3]]);
      return [before, cell('A1:B1').getValues()];`;
    expect(run(body)).toEqual([[[50, 52]], [[60, 63]]]);
  });

  it('shows a number in the locale of the spreadsheet', () => {
    expect(run("return cell('A1').setFormula('=TEXT(1234.5,\"#,##0.00\")').getValue();", { locale: 'de_DE' })).toBe(
      '1.234,50',
    );
  });
});
