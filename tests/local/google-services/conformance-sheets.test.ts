// Sheets and spreadsheets: rows, selection, filters, protections, rules and enums as on the live service.
import { expect, it } from 'vitest';
import { type Place, run } from './apps-script';

type Case = [rule: string, body: string, result: unknown, place?: Place];

const cases: Case[] = [
  [
    'reads back widths and heights in pixels',
    `return [String(sheet.setColumnWidth(2,200)),sheet.getColumnWidth(2),sheet.getColumnWidth(1),sheet.setRowHeight(3,31).getRowHeight(3),sheet.getRowHeight(1),sheet.setRowHeights(3,2,40).getRowHeight(4),String(sheet.autoResizeColumns(1,3)),String(sheet.autoResizeColumn(1))]`,
    ['Sheet', 200, 100, 31, 21, 40, 'Sheet', 'Sheet'],
  ],
  [
    'reads sizes through the spreadsheet too',
    `return [String(sheet.autoResizeRows(1,3)),String(sheet.setRowHeightsForced(1,2,50)),sheet.getRowHeight(2),ss.getColumnWidth(1),ss.getRowHeight(2)]`,
    ['Sheet', 'Sheet', 50, 100, 50],
  ],
  [
    'hides and shows rows and columns by range',
    `sheet.hideColumn(cell('B2')); sheet.hideColumns(3,2); const a=[2,3,4,5].map(c=>sheet.isColumnHiddenByUser(c)); sheet.unhideColumn(cell('B2')); sheet.hideRow(cell('A2:A3')); const b=[1,2,3].map(c=>sheet.isRowHiddenByUser(c)); sheet.unhideRow(cell('A2')); return [a,sheet.isColumnHiddenByUser(2),b,sheet.isRowHiddenByUser(2),sheet.hideRows(1)===undefined]`,
    [[true, true, true, false], false, [false, true, true], false, true],
  ],
  [
    'moves whole rows before a position',
    `cell('A1:A5').setValues([[1],[2],[3],[4],[5]]); sheet.moveRows(cell('A1:A2'),5); const a=cell('A1:A5').getValues().flat(); sheet.moveRows(cell('A5'),1); return [a,cell('A1:A5').getValues().flat(),sheet.getMaxRows()]`,
    [[3, 4, 1, 2, 5], [5, 3, 4, 1, 2], 1000],
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
    'hides the rows a filter criterion refuses',
    `cell('A1:B3').setValues([['h','k'],['b',2],['a',1]]); const f=cell('A1:B3').createFilter(); f.setColumnFilterCriteria(2,SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(1).build()); const c=f.getColumnFilterCriteria(2); const a=[c.getCriteriaType().toString(),c.getCriteriaValues(),sheet.isRowHiddenByFilter(3),sheet.isRowHiddenByFilter(2)]; f.removeColumnFilterCriteria(2); return a.concat([f.getColumnFilterCriteria(2),sheet.isRowHiddenByFilter(3)])`,
    ['NUMBER_GREATER_THAN', [1], true, false, null, false],
  ],
  [
    'lets a protection change its range',
    `const p=cell('A1:D5').protect().setDescription('x'); cell('A1').protect(); p.setRange(cell('B2:E6')); return [p.getRange().getA1Notation(),p.getProtectionType().toString(),sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length]`,
    ['B2:E6', 'RANGE', 2],
  ],
  [
    'lets a protection follow a named range',
    `ss.setNamedRange('NN',cell('C3:F7')); const p=cell('A1').protect(); p.setRangeName('NN'); const a=p.getRangeName(); const q=cell('A1').protect().setNamedRange(ss.getNamedRanges()[0]); return [a,q.getRangeName(),p.getRange().getA1Notation()]`,
    ['NN', 'NN', 'C3:F7'],
  ],
  [
    'gives the same protection of a sheet again',
    `const p=sheet.protect().setDescription('d').setWarningOnly(true).setUnprotectedRanges([cell('A1:B1')]); const q=sheet.protect(); return [q.getDescription(),p.isWarningOnly(),p.getUnprotectedRanges()[0].getA1Notation(),p.canEdit(),p.getEditors(),p.getProtectionType().toString(),p.getRange().getA1Notation(),ss.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,String(p)]`,
    ['d', true, 'A1:B1', true, [], 'SHEET', '', 1, 'Protection'],
  ],
  [
    'reads conditional format rules back, colours in lower case',
    `const r=SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(50).setBackground('#FF0000').setFontColor('RED').setBold(true).setRanges([cell('A1:B10')]).build(); sheet.setConditionalFormatRules([r]); const g=sheet.getConditionalFormatRules(); const c=g[0].getBooleanCondition(); const out=[g.length,c.getCriteriaType().toString(),c.getCriteriaValues(),c.getBackground(),c.getFontColor(),c.getBold(),g[0].getRanges()[0].getA1Notation(),String(r),String(c),c.getBackgroundObject().asRgbColor().asHexString()]; const k=g[0].copy().whenCellEmpty().build(); out.push(k.getBooleanCondition().getCriteriaType().toString(),k.getBooleanCondition().getBold()); sheet.clearConditionalFormatRules(); out.push(sheet.getConditionalFormatRules().length); return out`,
    [
      1,
      'NUMBER_GREATER_THAN',
      [50],
      '#ff0000',
      '#ff0000',
      true,
      'A1:B10',
      'ConditionalFormatRule',
      'ConditionalFormatBooleanCondition',
      '#ff0000',
      'CELL_EMPTY',
      true,
      0,
    ],
  ],
  [
    'takes a relative date for a condition',
    `const r=SpreadsheetApp.newConditionalFormatRule().whenDateEqualTo(SpreadsheetApp.RelativeDate.TODAY).setRanges([cell('A1')]).build(); return [r.getBooleanCondition().getCriteriaType().toString(),r.getBooleanCondition().getCriteriaValues().map(String)]`,
    ['DATE_EQUAL_TO_RELATIVE', ['TODAY']],
  ],
  [
    'takes criteria and values for a condition',
    `const r=SpreadsheetApp.newConditionalFormatRule().withCriteria(SpreadsheetApp.BooleanCriteria.TEXT_STARTS_WITH,['p']).setRanges([cell('A1')]).build(); sheet.setConditionalFormatRules([r]); const c=sheet.getConditionalFormatRules()[0].getBooleanCondition(); return [c.getCriteriaType().toString(),c.getCriteriaValues()]`,
    ['TEXT_STARTS_WITH', ['p']],
  ],
  [
    'takes an enum itself for its first value',
    `return [SpreadsheetApp.WrapStrategy.name(),SpreadsheetApp.WrapStrategy.toString()]`,
    ['WRAP', 'WRAP'],
  ],
  [
    'has enums as objects compared by identity',
    `const w=SpreadsheetApp.WrapStrategy; return [typeof w.CLIP,w.CLIP.toString(),w.CLIP.name(),w.WRAP.ordinal(),w.CLIP==='CLIP',w.CLIP.compareTo(w.CLIP),cell('A1').setWrapStrategy(w.CLIP).getWrapStrategy()===w.CLIP,Object.keys(w)]`,
    ['object', 'CLIP', 'CLIP', 0, false, 0, true, ['WRAP', 'OVERFLOW', 'CLIP']],
  ],
  [
    'remembers the selected range',
    `cell('B2').activate(); const a=[sheet.getActiveCell().getA1Notation(),ss.getActiveRange().getA1Notation(),SpreadsheetApp.getActiveRange().getA1Notation()]; sheet.setActiveRange(cell('C3:D4')); a.push(sheet.getActiveRange().getA1Notation(),sheet.getCurrentCell().getA1Notation(),sheet.getSelection().getActiveRange().getA1Notation()); return a`,
    ['B2', 'B2', 'B2', 'C3:D4', 'C3', 'C3:D4'],
  ],
  [
    'passes calls on to the active sheet',
    `ss.appendRow([1,2]); ss.hideRow(cell('1:1')); return [sheet.getLastRow(),sheet.isRowHiddenByUser(1),ss.duplicateActiveSheet().getName()]`,
    [1, true, 'Copy of Sheet1'],
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
    'moves merges, filters, protections and heights with inserted and deleted rows',
    `cell('B2:C3').merge(); cell('A5:B9').createFilter(); cell('E5').protect(); sheet.setRowHeight(5,50); sheet.hideRows(6); sheet.insertRowsBefore(1,2); const f=()=>[sheet.getRange('A1:Z20').getMergedRanges().map(r=>r.getA1Notation()),sheet.getFilter()&&sheet.getFilter().getRange().getA1Notation(),sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(p=>p.getRange().getA1Notation()),sheet.getRowHeight(7),sheet.isRowHiddenByUser(8),sheet.getRowHeight(5)]; const a=f(); sheet.deleteRows(4,2); return [a,f()]`,
    [
      [['B4:C5'], 'A7:B11', ['E7'], 50, true, 21],
      [[], 'A5:B9', ['E5'], 21, false, 50],
    ],
  ],
  [
    'copies filters and rules to the copy of a sheet',
    `cell('A1:B3').setValues([['h',''],[2,''],[1,'']]); cell('A1:B3').createFilter(); sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setRanges([cell('A1')]).build()]); const d=ss.duplicateActiveSheet(); d.getFilter().sort(1,true); return [d.getFilter().getRange().getSheet().getName(),d.getRange('A1:A3').getValues().flat(),cell('A2').getValue(),d.getConditionalFormatRules()[0].getRanges()[0].getSheet().getName()]`,
    ['Copy of Sheet1', ['h', 1, 2], 2, 'Copy of Sheet1'],
  ],
  [
    'keeps notes and validations when a sheet is cleared',
    `const r=cell('A1:B1').setValues([[1,2]]).setBackground('red').setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberEqualTo(1).build()); const x=sheet.clear(); return [String(x),r.getValues(),r.getBackgrounds(),r.getNotes(),String(r.getDataValidation())]`,
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
