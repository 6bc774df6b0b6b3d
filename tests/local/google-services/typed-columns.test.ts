// Typed columns of a Table: formats and rules are refused with Google's words, values as the reading that is tried says.
import { describe, expect, it } from 'vitest';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { StoredCell, World } from '../../../src/local/google-services/state';
import { type TypedValues, typeColumns, untypeColumns } from '../../../src/local/google-services/typed-columns';
import { run } from './apps-script';

const NO_FORMAT = "Exception: You can't set the number format of cells in a typed column.";
const NOT_ALLOWED = 'Exception: This operation is not allowed on cells in typed columns.';

/** A sheet with the headers Name, Paid and Note, of which Paid is typed. */
function typed(values: TypedValues): World {
  const world = freshWorld();
  const [sheet] = world.spreadsheet.sheets;
  const headers = ['Name', 'Paid', 'Note'].map((value): StoredCell => ({ value: { kind: 'text', value } }));
  sheet?.cells.set(0, new Map(headers.entries()));
  if (sheet) typeColumns(sheet, values, ['Paid']);
  return world;
}

const on = (values: TypedValues, body: string): unknown => run(body, { world: typed(values) });

describe('typed columns of a Table', () => {
  it.each([
    ['setNumberFormat', "cell('B2').setNumberFormat('@')", NO_FORMAT],
    ['setNumberFormats', "cell('A2:B2').setNumberFormats([['@', '@']])", NO_FORMAT],
    ['setDataValidation', "cell('B2').setDataValidation(null)", NOT_ALLOWED],
    ['setDataValidations', "cell('A2:B2').setDataValidations([[null, null]])", NOT_ALLOWED],
    ['clearDataValidations', "cell('B2:C9').clearDataValidations()", NOT_ALLOWED],
    ['insertCheckboxes', "cell('B2').insertCheckboxes()", NOT_ALLOWED],
  ])('refuse %s', (_name, call, words) => {
    expect(on('pass', `return failure(() => ${call});`)).toBe(words);
  });

  it('leave the header and the columns beside them alone', () => {
    expect(on('throw', "cell('B1').setNumberFormat('@'); cell('A2').setNumberFormat('@').setValue('a')")).toBe(
      undefined,
    );
  });

  it('show no rule of their own', () => {
    const world = freshWorld();
    const rule = 'SpreadsheetApp.newDataValidation().requireCheckbox().build()';
    run(`cell('A1').setValue('Paid'); cell('A2:A3').setDataValidation(${rule});`, { world });
    const [sheet] = world.spreadsheet.sheets;
    const seen = () =>
      run("return [cell('A2').getDataValidation() === null, cell('A2:A3').getDataValidations()[1][0] === null]", {
        world,
      });
    expect(seen()).toEqual([false, false]);
    if (sheet) typeColumns(sheet, 'pass');
    expect(seen()).toEqual([true, true]);
    if (sheet) untypeColumns(sheet);
    expect(seen()).toEqual([false, false]);
  });

  it.each([
    ['pass', ['nothing thrown', 'nothing thrown', 'nothing thrown', 'nothing thrown']],
    ['single', [NOT_ALLOWED, NOT_ALLOWED, 'nothing thrown', 'nothing thrown']],
    ['throw', [NOT_ALLOWED, NOT_ALLOWED, NOT_ALLOWED, NOT_ALLOWED]],
  ] as const)('take values as they are told to: %s', (values, told) => {
    const calls = [
      "cell('A2:B2').setValues([['a', 1]])",
      "sheet.appendRow(['a', 1])",
      "cell('B2').setValue(1)",
      "cell('B3').setFormula('=1')",
    ];
    expect(on(values, `return [${calls.map((call) => `failure(() => ${call})`).join(', ')}];`)).toEqual(told);
  });

  it('may refuse only when everything is made final, and then all that was written since is lost', () => {
    const world = typed('throw');
    const [sheet] = world.spreadsheet.sheets;
    if (sheet) untypeColumns(sheet);
    if (sheet) typeColumns(sheet, 'throw', ['Paid'], { late: true });
    const body = `cell('A2').setValue('kept'); SpreadsheetApp.flush();
      cell('A2').setValue('lost'); cell('B2').setValue(1);
      return [failure(() => SpreadsheetApp.flush()), cell('A2').getValue(), failure(() => SpreadsheetApp.flush())];`;
    expect(run(body, { world })).toEqual([NOT_ALLOWED, 'kept', 'nothing thrown']);
  });

  it('move with their column', () => {
    const body =
      "sheet.insertColumnBefore(1); return [failure(() => cell('B2').setValue(1)), failure(() => cell('C2').setValue(1))];";
    expect(on('throw', body)).toEqual(['nothing thrown', NOT_ALLOWED]);
  });
});

describe('insertCheckboxes', () => {
  it('puts a box that is not ticked into each cell', () => {
    const body =
      "cell('A1:A2').insertCheckboxes(); return [cell('A1:A2').getValues(), String(cell('A2').getDataValidation().getCriteriaType())];";
    expect(run(body)).toEqual([[[false], [false]], 'CHECKBOX']);
  });
});
