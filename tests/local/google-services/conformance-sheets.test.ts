// Sheets and spreadsheets: rows, selection, filters and enums as on the live service.
import { expect, it } from 'vitest';
import { type Place, run } from './apps-script';

type Case = [rule: string, body: string, result: unknown, place?: Place];

const cases: Case[] = [
  [
    'reads back widths in pixels',
    `return [String(sheet.setColumnWidth(2,200)),sheet.getColumnWidth(2),sheet.getColumnWidth(1),sheet.setColumnWidths(3,2,40).getColumnWidth(4),String(sheet.autoResizeColumns(1,3)),String(sheet.autoResizeColumn(1))]`,
    ['Sheet', 200, 100, 40, 'Sheet', 'Sheet'],
  ],
  [
    'has one filter a sheet, which leaves its header out of sorting',
    `cell('A1:B3').setValues([['h','k'],['b',2],['a',1]]); const n=[sheet.getFilter(),cell('A1').getFilter()]; const f=cell('A1:B3').createFilter(); const e=failure(()=>cell('A1:B2').createFilter()); f.sort(2,true); const v=cell('A1:B3').getValues(); const g=cell('F9').getFilter().getRange().getA1Notation(); f.remove(); return [n,String(f),e,v,g,sheet.getFilter()]`,
    [
      [null, null],
      'Filter',
      "Exception: You can't create a filter in a sheet that already has a filter.",
      [
        ['h', 'k'],
        ['a', 1],
        ['b', 2],
      ],
      'A1:B3',
      null,
    ],
  ],
  [
    'takes an enum itself for its first value',
    `return [ScriptApp.AuthMode.name(),ScriptApp.AuthMode.toString()]`,
    ['NONE', 'NONE'],
  ],
  [
    'has enums as objects compared by identity',
    `const m=ScriptApp.AuthMode; const r=SpreadsheetApp.newDataValidation().requireDate(); return [typeof m.FULL,m.FULL.toString(),m.FULL.name(),m.NONE.ordinal(),m.FULL==='FULL',m.FULL.compareTo(m.FULL),m.FULL.compareTo(m.NONE),m.FULL.NONE===m.NONE,r.getCriteriaType()===SpreadsheetApp.DataValidationCriteria.DATE_IS_VALID_DATE,Object.keys(m)]`,
    ['object', 'FULL', 'FULL', 0, false, 0, 3, true, true, ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']],
  ],
  [
    'remembers the selected range',
    `cell('B2').activate(); const a=[sheet.getActiveCell().getA1Notation(),ss.getActiveRange().getA1Notation(),SpreadsheetApp.getActiveRange().getA1Notation()]; sheet.setActiveRange(cell('C3:D4')); a.push(sheet.getActiveRange().getA1Notation(),sheet.getCurrentCell().getA1Notation(),ss.getCurrentCell().getA1Notation()); return a`,
    ['B2', 'B2', 'B2', 'C3:D4', 'C3', 'C3'],
  ],
  [
    'inserts a sheet at a 0-based place and makes it active',
    `const s=ss.insertSheet('X',0); return [s.getName(),s.getIndex(),ss.getActiveSheet().getName(),s.getMaxRows(),s.getMaxColumns(),ss.getSheets().map(x=>x.getName()),ss.getSheetByName('nope'),failure(()=>ss.insertSheet('X')),s.getSheetId()!==sheet.getSheetId()]`,
    [
      'X',
      1,
      'X',
      1000,
      26,
      ['X', 'Sheet1'],
      null,
      'Exception: A sheet with the name "X" already exists. Please enter another name.',
      true,
    ],
  ],
  [
    'inserts a sheet as a copy of another one, which goes its own way afterwards',
    `cell('A1:B1').setValues([['h','k']]).setFontWeight('bold'); cell('B2:B9').setNumberFormat('@'); sheet.setFrozenRows(1); sheet.setColumnWidth(2,70); const s=ss.insertSheet('X',1,{template:sheet}); s.getRange('A1').setValue('mine'); s.getRange('B3').setNumberFormat('0'); return [s.getName(),s.getIndex(),s.getRange('A1:B1').getValues(),s.getRange('A1').getFontWeight(),s.getRange('B2').getNumberFormat(),s.getFrozenRows(),s.getColumnWidth(2),s.getMaxRows(),cell('A1').getValue(),cell('B3').getNumberFormat()]`,
    ['X', 2, [['mine', 'k']], 'bold', '@', 1, 70, 1000, 'h', '@'],
  ],
  [
    'refuses to delete the last sheet',
    `return failure(()=>ss.deleteSheet(sheet))`,
    "Exception: You can't remove all the sheets in a document.",
  ],
  [
    'creates, changes and removes named ranges',
    `const r=ss.setNamedRange('MyName',cell('B2:C3')); const a=[r==null,ss.getRangeByName('MyName').getA1Notation(),ss.getNamedRanges().map(n=>n.getName()),ss.getRangeByName('none'),failure(()=>ss.removeNamedRange('none'))!=='nothing thrown']; const n=ss.getNamedRanges()[0]; n.setName('Other'); n.setRange(cell('D4')); a.push(ss.getRangeByName('Other').getA1Notation(),ss.getRangeByName('MyName')); n.remove(); a.push(ss.getNamedRanges()); return a`,
    [true, 'B2:C3', ['MyName'], null, true, 'D4', null, []],
  ],
  [
    'adds a row to a full grid',
    `sheet.deleteRows(2,998); sheet.appendRow([1]); sheet.appendRow([2]); sheet.appendRow([3]); return [sheet.getMaxRows(),sheet.getLastRow()]`,
    [3, 3],
  ],
  [
    'returns the sheet from insertRowsAfter and nothing from insertRows',
    `cell('A1:A3').setValues([[1],[2],[3]]); const a=sheet.insertRowsAfter(1,2),b=sheet.insertRowsBefore(1,1),c=sheet.insertRows(1),d=sheet.insertRows(1,2); return [a.getName(),b.getName(),c,d,sheet.getMaxRows(),sheet.getLastRow(),failure(()=>sheet.insertRowsAfter(5000,1)),failure(()=>sheet.insertRowsBefore(0,1)),failure(()=>sheet.getColumnWidth(99)),failure(()=>sheet.insertColumnsAfter(99,1))]`,
    [
      'Sheet1',
      'Sheet1',
      null,
      null,
      1006,
      9,
      'Exception: Those rows are out of bounds.',
      'Exception: Those rows are out of bounds.',
      'Exception: Those columns are out of bounds.',
      'Exception: Those columns are out of bounds.',
    ],
  ],
  [
    'moves rows with their formats, names and the formulas that refer to them',
    `cell('A1:A4').setValues([['a'],['b'],['c'],['d']]); cell('B1').setFormula('=A4'); cell('A4').setNumberFormat('@'); ss.setNamedRange('D',cell('A4')); const r=sheet.moveRows(cell('A3:A4'),2); const f=sheet.getRange('A2:A4'); return [r===undefined,cell('A1:A4').getValues().map(l=>l[0]).join(''),cell('B1').getFormula(),ss.getRangeByName('D').getA1Notation(),cell('A3').getNumberFormat(),(sheet.moveRows(cell('A1'),5),cell('A1:A4').getValues().map(l=>l[0]).join('')),failure(()=>sheet.moveRows(cell('A1'),2000))]`,
    [true, 'acdb', '=A3', 'A3', '@', 'cdba', 'Exception: Those rows are out of bounds.'],
  ],
  [
    'returns the sheet from deleteRow and nothing from deleteRows',
    `const a=sheet.deleteRow(1),b=sheet.deleteRows(1,2); return [String(a),b===undefined,sheet.getMaxRows(),String(sheet.deleteColumn(1)),sheet.deleteColumns(1,1)===undefined,sheet.getMaxColumns()]`,
    ['Sheet', true, 997, 'Sheet', true, 24],
  ],
  [
    'refuses to delete all rows, or all below the frozen ones',
    `sheet.setFrozenRows(1); return [failure(()=>sheet.deleteRows(2,999)),failure(()=>sheet.deleteRows(1,1000)),failure(()=>sheet.deleteRows(1001,1)),failure(()=>sheet.deleteRow(0))]`,
    [
      'Exception: Sorry, it is not possible to delete all non-frozen rows.',
      "Exception: You can't delete all the rows on the sheet.",
      'Exception: Those rows are out of bounds.',
      'Exception: Those rows are out of bounds.',
    ],
  ],
  [
    'moves the filter with inserted and deleted rows',
    `cell('A5:B9').createFilter(); sheet.insertRowsBefore(1,2); const f=()=>sheet.getFilter()&&sheet.getFilter().getRange().getA1Notation(); const a=f(); sheet.deleteRows(4,2); const b=f(); sheet.deleteRows(5,5); return [a,b,f()]`,
    ['A7:B11', 'A5:B9', null],
  ],
  [
    'keeps notes and validations when a sheet is cleared',
    `const r=cell('A1:B1').setValues([[true,false]]).setBackground('red').setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()); const x=sheet.clear(); return [String(x),r.getValues(),r.getBackgrounds(),r.getNotes(),String(r.getDataValidation())]`,
    ['Sheet', [['', '']], [['#ffffff', '#ffffff']], [['n', 'n']], 'DataValidation'],
  ],
  [
    'clears contents and formats separately or together',
    `const r=cell('A1').setValue(1).setBackground('red'); sheet.clear({contentsOnly:true}); const a=[r.getValue(),r.getBackground()]; r.setValue(1); sheet.clear({formatOnly:true}); a.push(r.getValue(),r.getBackground()); r.setBackground('red'); sheet.clear({contentsOnly:true,formatOnly:true}); return a.concat([r.getValue(),r.getBackground()])`,
    ['', '#ff0000', 1, '#ffffff', '', '#ffffff'],
  ],
  [
    'sorts the header along',
    `cell('A1:B3').setValues([['H',5],['b',3],['a',4]]); const r=sheet.sort(2); return [String(r),cell('A1:B3').getValues(),sheet.sort(1,false).getDataRange().getValues()]`,
    [
      'Sheet',
      [
        ['b', 3],
        ['a', 4],
        ['H', 5],
      ],
      [
        ['H', 5],
        ['b', 3],
        ['a', 4],
      ],
    ],
  ],
];

it.each(cases)('%s', (_rule, body, result, place) => {
  expect(JSON.parse(JSON.stringify(run(body, place ?? {}) ?? null))).toEqual(result);
});
