// Spreadsheet, Sheet and Range: what each call returns, accepts and refuses.
import { describe, expect, it } from 'vitest';
import { run } from './apps-script';

type Case = [rule: string, body: string, result: unknown];
const check = (cases: Case[]) => it.each(cases)('%s', (_rule, body, result) => expect(run(body)).toEqual(result));

describe('Range references', () => {
  check([
    [
      'reads every notation',
      "return ['B2:D5', '$C$3', 'c5:b2', '5:7', 'D:F', 'Sheet1!A1:B2', 'R2C2:R4C5', 'R2C2'].map((t) => cell(t).getA1Notation());",
      ['B2:D5', 'C3', 'B2:C5', '5:7', 'D:F', 'A1:B2', 'B2:E4', 'B2'],
    ],
    ['takes RC1 for a cell in A1 notation', "sheet.insertColumns(1, 474); return cell('RC1').getColumn();", 471],
    [
      'gives whole rows the size of the grid',
      "const r = cell('5:7'); return [r.getNumRows(), r.getNumColumns(), cell('E2:E').getLastRow()];",
      [3, 26, 1000],
    ],
    [
      'counts rows and columns from 1',
      'const r = sheet.getRange(2, 3, 4, 5); return [r.getRow(), r.getColumn(), r.getLastRow(), r.getLastColumn(), r.getNumRows(), r.getNumColumns()];',
      [2, 3, 5, 7, 4, 5],
    ],
    [
      'refuses row 0',
      'return failure(() => sheet.getRange(0, 1));',
      'Exception: The starting row of the range is too small.',
    ],
    [
      'refuses column 0',
      'return failure(() => sheet.getRange(1, 0));',
      'Exception: The starting column of the range is too small.',
    ],
    [
      'refuses no rows',
      'return failure(() => sheet.getRange(1, 1, 0));',
      'Exception: The number of rows in the range must be at least 1.',
    ],
    [
      'refuses no columns',
      'return failure(() => sheet.getRange(1, 1, 1, 0));',
      'Exception: The number of columns in the range must be at least 1.',
    ],
    [
      'refuses cells beyond the grid',
      'return failure(() => sheet.getRange(1001, 1).getValue());',
      'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      'refuses a text that is no range',
      "return failure(() => sheet.getRange('no range'));",
      'Exception: Range not found',
    ],
    [
      'offsets with the size kept or given',
      "return [cell('B2:C3').offset(1, -1).getA1Notation(), cell('B2').offset(1, 1, 2, 3).getA1Notation()];",
      ['A3:B4', 'C3:E4'],
    ],
    [
      'refuses an offset of no rows',
      "return failure(() => cell('B2').offset(0, 0, 0));",
      'Exception: The number of rows in the range must be at least 1.',
    ],
    [
      'takes undefined for null',
      'return failure(() => sheet.getRange(1, undefined));',
      "Exception: The parameters (number,null) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      'names the signature of a wrong call',
      "return failure(() => cell('A1').setNotes('x'));",
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.",
    ],
    [
      'names a one-dimensional array',
      "return failure(() => cell('A1:B1').setValues([1, 2]));",
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      'names a missing argument',
      "return failure(() => cell('A1').setValue());",
      "Exception: The parameters () don't match the method signature for SpreadsheetApp.Range.setValue.",
    ],
    [
      'names exceptions Exception',
      'try { sheet.getRange(0, 1); } catch (e) { return [e.name, e instanceof Error, e.message]; }',
      ['Exception', true, 'The starting row of the range is too small.'],
    ],
  ]);
});

describe('values and formulas', () => {
  check([
    [
      'reads blocks in their size with empty texts',
      "cell('A1').setValue(1); return cell('A1:B2').getValues();",
      [
        [1, ''],
        ['', ''],
      ],
    ],
    [
      'gives copies',
      "cell('A1').setValue(1); const v = cell('A1:B1').getValues(); v[0][0] = 9; return cell('A1').getValue();",
      1,
    ],
    [
      'fills a block with one value',
      "return cell('A1:B2').setValue('x').getValues();",
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
    ],
    [
      'refuses too many columns and writes nothing',
      "const f = failure(() => cell('A1:B1').setValues([[1, 2, 3]])); return [f, cell('A1').getValue()];",
      [
        'Exception: The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
        '',
      ],
    ],
    [
      'refuses too many rows',
      "return failure(() => cell('A1:B1').setValues([[1, 2], [3, 4]]));",
      'Exception: The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    ],
    [
      'fills setFormula with moving references',
      "cell('A1:A3').setValues([[1], [2], [3]]); cell('B1:B3').setFormula('=A1'); return [cell('B1:B3').getFormulas(), cell('B1:B3').getValues()];",
      [
        [['=A1'], ['=A2'], ['=A3']],
        [[1], [2], [3]],
      ],
    ],
    ['adds up', "cell('A1:A3').setValues([[1], [2], [3]]); return cell('A4').setFormula('=SUM(A1:A3)').getValue();", 6],
    ['shows a division by zero', "return cell('A1').setFormula('=1/0').getValue();", '#DIV/0!'],
    ['shows an unknown name', "return cell('A1').setFormula('=NOPE').getValue();", '#NAME?'],
    [
      'shows the label of a link',
      'return cell(\'A1\').setValue(\'=HYPERLINK("https://example.com", "Go")\').getValue();',
      'Go',
    ],
    [
      'follows a change of a cell it refers to',
      "cell('A1').setValue(1); cell('B1').setFormula('=A1+1'); cell('B1').getValue(); cell('A1').setValue(5); return cell('B1').getValue();",
      6,
    ],
    [
      'gives a Date for a reference to a date',
      "cell('A1').setValue('2026-03-01'); cell('B1').setFormula('=A1'); cell('C1').setFormula('=A1+30'); return [cell('B1').getValue() instanceof Date, cell('C1').getDisplayValue()];",
      [true, '3/31/2026'],
    ],
    [
      'gives empty text for a formula of an empty text, which is not blank',
      "cell('A1').setFormula('=\"\"'); return [cell('A1').getValue(), cell('A1').isBlank(), sheet.getLastRow()];",
      ['', false, 1],
    ],
    [
      'takes a constant over a formula',
      "cell('A1').setFormula('=1+1').setValue(5); return [cell('A1').getFormula(), cell('A1').getValue()];",
      ['', 5],
    ],
    [
      'has no formula for null in setFormulas',
      "return cell('A1:B1').setFormulas([['=1', null]]).getFormulas();",
      [['=1', '']],
    ],
    ['adds the equals sign', "return cell('A1').setFormula('Value').getFormula();", '=Value'],
    [
      'sees a number under a date format as a Date',
      "return cell('A1').setValue(46082).setNumberFormat('yyyy-mm-dd').getValue().toISOString();",
      '2026-03-01T00:00:00.000Z',
    ],
  ]);
});

describe('formats and notes', () => {
  check([
    [
      'reads colours as lower-case hex',
      "return ['Red', '#ABC', 'RebeccaPurple', 'foo'].map((c) => cell('A1').setBackground(null).setBackground(c).getBackground());",
      ['#ff0000', '#aabbcc', '#663399', '#ffffff'],
    ],
    [
      'reads weights',
      "return ['bold', null].map((w) => cell('A1').setFontWeight(w).getFontWeight());",
      ['bold', 'normal'],
    ],
    [
      'keeps notes as text',
      "const c = cell('A1'); return [c.getNote(), c.setNote(25).getNote(), c.setNote(null).getNote(), c.setNotes([[25]]).getNote()];",
      ['', '25', '', '25.0'],
    ],
    [
      'refuses null as a number format',
      "return failure(() => cell('A1').setNumberFormat(null)).startsWith('Exception: ');",
      true,
    ],
    [
      'keeps notes and validations when a sheet is cleared',
      "cell('A1').setValue(1).setNote('n').setBackground('red').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()); sheet.clear(); return [cell('A1').getValue(), cell('A1').getNote(), cell('A1').getBackground(), cell('A1').getDataValidation() !== null];",
      ['', 'n', '#ffffff', true],
    ],
    [
      'keeps formats when contents are cleared',
      "cell('A1').setValue(1).setBackground('red').clearContent(); return [cell('A1').getValue(), cell('A1').getBackground()];",
      ['', '#ff0000'],
    ],
    [
      'does not count notes and formats as content',
      "cell('C9').setNote('n').setBackground('red'); return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getDataRange().getValues()];",
      [0, 0, 'A1', [['']]],
    ],
  ]);
});

describe('Sheet', () => {
  check([
    [
      'appends below the lowest content of any column',
      "cell('C3').setValue(1); const r = sheet.appendRow(['a', '=1+1', '01']); return [sheet.getLastRow(), cell('A4:C4').getValues(), r.getName()];",
      [4, [['a', 2, 1]], 'Sheet1'],
    ],
    [
      'appends to row 1 of a cleared sheet',
      "cell('A1').setValue(1); sheet.clear(); sheet.appendRow(['x']); return cell('A1').getValue();",
      'x',
    ],
    [
      'grows with inserted rows and moves content',
      "cell('A2').setValue('x'); sheet.insertRowsAfter(1, 2); return [sheet.getMaxRows(), cell('A4').getValue(), cell('A2').getValue()];",
      [1002, 'x', ''],
    ],
    [
      'gives nothing back from deleteRows and setFrozenRows',
      'return [sheet.deleteRows(1, 1) === undefined, sheet.setFrozenRows(1) === undefined, sheet.getMaxRows(), sheet.getFrozenRows()];',
      [true, true, 999, 1],
    ],
    [
      'refuses to delete all rows',
      'return failure(() => sheet.deleteRows(1, 1000));',
      "Exception: You can't delete all the rows on the sheet.",
    ],
    [
      'refuses to delete all rows below the frozen ones',
      'sheet.setFrozenRows(1); return failure(() => sheet.deleteRows(2, 999));',
      'Exception: Sorry, it is not possible to delete all non-frozen rows.',
    ],
    [
      'refuses to freeze all rows',
      'return failure(() => sheet.setFrozenRows(1000));',
      "Exception: You can't freeze all visible rows on the sheet.",
    ],
    [
      'refuses columns out of bounds',
      'return failure(() => sheet.getColumnWidth(27));',
      'Exception: Those columns are out of bounds.',
    ],
    [
      'reads a column width back',
      'return [sheet.setColumnWidth(2, 150).getColumnWidth(2), sheet.getColumnWidth(1)];',
      [150, 100],
    ],
    [
      'sorts the header row too',
      "cell('A1:A3').setValues([['Name'], ['b'], ['a']]); sheet.sort(1); return cell('A1:A3').getValues().flat();",
      ['a', 'b', 'Name'],
    ],
    ['sorts an empty sheet without an error', 'return sheet.sort(1).getName();', 'Sheet1'],
    [
      'sorts numbers, texts, booleans; blanks last in either direction',
      "cell('A1:A5').setValues([[true], ['b'], [''], [10], ['A']]); const up = cell('A1:A5').sort(1).getValues().flat(); return [up, cell('A1:A5').sort({ column: 1, ascending: false }).getValues().flat()];",
      [
        [10, 'A', 'b', true, ''],
        [true, 'b', 'A', 10, ''],
      ],
    ],
    [
      'sorts by columns of the sheet, first spec first',
      "cell('B1:C3').setValues([[1, 'x'], [2, 'a'], [1, 'b']]); return cell('B1:C3').sort([2, { column: 3, ascending: false }]).getValues();",
      [
        [1, 'x'],
        [1, 'b'],
        [2, 'a'],
      ],
    ],
    [
      'hides and shows',
      "ss.insertSheet('B'); sheet.hideSheet(); return [sheet.isSheetHidden(), ss.getSheets().length, sheet.showSheet().isSheetHidden()];",
      [true, 2, false],
    ],
    [
      'refuses to hide the only visible sheet',
      'return failure(() => sheet.hideSheet()).startsWith("Exception: ");',
      true,
    ],
    [
      'has one filter',
      "const none = sheet.getFilter(); cell('A1:A3').setValues([['h'], ['b'], ['a']]).createFilter().sort(1, true); return [none, failure(() => cell('B1').createFilter()), cell('A1:A3').getValues().flat(), cell('Z1').getFilter() !== null];",
      [null, "Exception: You can't create a filter in a sheet that already has a filter.", ['h', 'a', 'b'], true],
    ],
  ]);
});

describe('Spreadsheet', () => {
  check([
    [
      'gives null for an unknown sheet or name',
      "return [ss.getSheetByName('nope'), ss.getRangeByName('NOPE')];",
      [null, null],
    ],
    [
      'activates an inserted sheet of 1000 x 26',
      "const s = ss.insertSheet('New', 0); return [ss.getActiveSheet().getName(), s.getIndex(), s.getMaxRows(), s.getMaxColumns(), ss.insertSheet().getName()];",
      ['New', 1, 1000, 26, 'Sheet3'],
    ],
    [
      'refuses a name that is taken',
      "return failure(() => ss.insertSheet('Sheet1'));",
      'Exception: A sheet with the name "Sheet1" already exists. Please enter another name.',
    ],
    [
      'refuses to delete the last sheet',
      'return failure(() => ss.deleteSheet(sheet));',
      "Exception: You can't remove all the sheets in a document.",
    ],
    [
      'names ranges, which move with inserted rows',
      "const none = ss.setNamedRange('AS_OF', cell('B2')); sheet.insertRowBefore(1); return [none === undefined, ss.getRangeByName('AS_OF').getA1Notation(), ss.getNamedRanges().length];",
      [true, 'B3', 1],
    ],
    [
      'renames, moves and removes a named range',
      "ss.setNamedRange('X_X', cell('B2')); const n = ss.getNamedRanges()[0]; n.setName('Y_Y').setRange(cell('C3')); const at = ss.getRangeByName('Y_Y').getA1Notation(); n.remove(); return [at, ss.getRangeByName('X_X'), ss.getNamedRanges()];",
      ['C3', null, []],
    ],
    [
      'refuses to remove an unknown name',
      "return failure(() => ss.removeNamedRange('NOPE')).startsWith('Exception: ');",
      true,
    ],
    [
      'has zone, locale and an address with its id',
      "return [ss.getSpreadsheetTimeZone(), ss.getSpreadsheetLocale(), ss.getUrl().includes('/d/' + ss.getId() + '/'), ss.getName()];",
      ['Etc/UTC', 'en_US', true, 'Untitled spreadsheet'],
    ],
    [
      'toasts, flushes and gives nothing',
      "return [ss.toast('hi') === undefined, SpreadsheetApp.flush() === undefined];",
      [true, true],
    ],
  ]);
});

describe('rules of validation', () => {
  check([
    [
      'starts a validation empty',
      'const b = SpreadsheetApp.newDataValidation(); return [b.getCriteriaType(), b.getCriteriaValues(), b.getHelpText(), b.getAllowInvalid(), String(b.build())];',
      [null, [], null, true, 'DataValidation'],
    ],
    [
      'makes texts of list entries',
      "const r = SpreadsheetApp.newDataValidation().requireValueInList([1, 'b']).build(); cell('A1:A2').setDataValidation(r); const g = cell('A2').getDataValidation(); return [g.getCriteriaType().toString(), g.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, g.getCriteriaValues(), cell('B1').getDataValidation()];",
      ['VALUE_IN_LIST', true, [['1', 'b'], true], null],
    ],
    [
      'refuses a formula text where a date is wanted',
      "return failure(() => SpreadsheetApp.newDataValidation().requireDateAfter('=i1'));",
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDateAfter.",
    ],
    [
      'refuses a value the rule rejects, naming the cell',
      "cell('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).setAllowInvalid(false).build()); return failure(() => cell('A1').setValue('b')).includes('cell A1');",
      true,
    ],
  ]);
});
