// Ranges: what copying, moving, splitting, checking and formatting cells give on the live service.
import { expect, it } from 'vitest';
import { type Place, run } from './apps-script';

type Case = [rule: string, body: string, result: unknown, place?: Place];

const cases: Case[] = [
  [
    'repeats a copy only as often as it fits whole',
    `cell('A1:B2').setValues([[1,2],[3,4]]); cell('A1:B2').copyTo(cell('J1:L4')); return cell('J1:L4').getValues()`,
    [
      [1, 2, ''],
      [3, 4, ''],
      [1, 2, ''],
      [3, 4, ''],
    ],
  ],
  [
    'turns rows into columns when copying transposed',
    `cell('A1:B2').setValues([[1,2],[3,4]]); cell('A1:B2').copyTo(cell('D1'),SpreadsheetApp.CopyPasteType.PASTE_NORMAL,true); return cell('D1:E2').getValues()`,
    [
      [1, 3],
      [2, 4],
    ],
  ],
  [
    'refuses to copy to what is no range',
    `return [failure(()=>cell('A1').copyTo()),failure(()=>cell('A1').copyTo('x')),cell('A1').copyTo(cell('B1'))]`,
    [
      "Exception: The parameters () don't match the method signature for SpreadsheetApp.Range.copyTo.",
      "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.Range.copyTo.",
      null,
    ],
  ],
  [
    'pastes values without their formulas, and formulas moved along',
    `cell('A1').setValue(2); cell('B1').setFormula('=A1*2'); cell('B1').copyTo(cell('C1'),{contentsOnly:true}); cell('B1').copyTo(cell('D1')); cell('B1').copyTo(cell('E1'),SpreadsheetApp.CopyPasteType.PASTE_VALUES,false); return [cell('C1').getFormula(),cell('C1').getValue(),cell('D1').getFormula(),cell('E1').getValue()]`,
    ['', 4, '=C1*2', 4],
  ],
  [
    'copies to another sheet with the note',
    `cell('A1').setValue('x').setNote('n'); const s=ss.insertSheet('T'); cell('A1').copyTo(s.getRange('B2')); return [s.getRange('B2').getValue(),s.getRange('B2').getNote(),sheet.copyTo(ss).getName()]`,
    ['x', 'n', 'Copy of Sheet1'],
  ],
  [
    'moves values and formats, also over themselves',
    `cell('A1:B2').setValues([['A1','B1'],['A2','B2']]).setBackground('red'); cell('A1:B2').moveTo(cell('B1')); return [cell('A1:C2').getValues(),cell('A1').getBackground(),cell('C2').getBackground()]`,
    [
      [
        ['', 'A1', 'B1'],
        ['', 'A2', 'B2'],
      ],
      '#ffffff',
      '#ff0000',
    ],
  ],
  [
    'removes duplicate rows and closes up',
    `cell('A1:B4').setValues([['foo','bar'],['bar','foo'],['foo','foo'],['bar','foo']]); const r=cell('A1:B4').removeDuplicates(); return [r.getA1Notation(),r.getValues(),cell('A1:B4').getValues()]`,
    [
      'A1:B3',
      [
        ['foo', 'bar'],
        ['bar', 'foo'],
        ['foo', 'foo'],
      ],
      [
        ['foo', 'bar'],
        ['bar', 'foo'],
        ['foo', 'foo'],
        ['', ''],
      ],
    ],
  ],
  [
    'compares only the given sheet columns for duplicates',
    `cell('D1:E4').setValues([['foo','bar'],['bar','foo'],['foo','foo'],['bar','foo']]); const r=cell('D1:E4').removeDuplicates([5]); return [r.getA1Notation(),r.getValues()]`,
    [
      'D1:E2',
      [
        ['foo', 'bar'],
        ['bar', 'foo'],
      ],
    ],
  ],
  [
    'splits texts by a found, a given or an enumerated delimiter',
    `cell('A1:A4').setValues([['a1,b1,c1'],['a2'],['a3,b3,c3,d3'],['a4,,c4']]); cell('A1:A4').splitTextToColumns(); cell('A6').setValue('x:y'); cell('A6').splitTextToColumns(':'); cell('A7').setValue('p q'); cell('A7').splitTextToColumns(SpreadsheetApp.TextToColumnsDelimiter.SPACE); return [cell('A1:D4').getValues(),cell('A6:B7').getValues()]`,
    [
      [
        ['a1', 'b1', 'c1', ''],
        ['a2', '', '', ''],
        ['a3', 'b3', 'c3', 'd3'],
        ['a4', '', 'c4', ''],
      ],
      [
        ['x', 'y'],
        ['p', 'q'],
      ],
    ],
  ],
  [
    'moves the cells behind when cells are deleted or inserted',
    `const D=SpreadsheetApp.Dimension,i=[['A1','B1','C1','D1'],['A2','B2','C2','D2'],['A3','B3','C3','D3'],['A4','B4','C4','D4']],r=cell('A1:D4'); const out=[]; r.setValues(i); cell('B2:C3').deleteCells(D.COLUMNS); out.push(r.getValues()); r.setValues(i); cell('B2:C3').deleteCells(D.ROWS); out.push(r.getValues()); r.setValues(i); cell('B2:C2').insertCells(D.COLUMNS); out.push(r.getValues()); r.setValues(i); cell('B2:B3').insertCells(D.ROWS); out.push(r.getValues()); return out`,
    [
      [
        ['A1', 'B1', 'C1', 'D1'],
        ['A2', 'D2', '', ''],
        ['A3', 'D3', '', ''],
        ['A4', 'B4', 'C4', 'D4'],
      ],
      [
        ['A1', 'B1', 'C1', 'D1'],
        ['A2', 'B4', 'C4', 'D2'],
        ['A3', '', '', 'D3'],
        ['A4', '', '', 'D4'],
      ],
      [
        ['A1', 'B1', 'C1', 'D1'],
        ['A2', '', '', 'B2'],
        ['A3', 'B3', 'C3', 'D3'],
        ['A4', 'B4', 'C4', 'D4'],
      ],
      [
        ['A1', 'B1', 'C1', 'D1'],
        ['A2', '', 'C2', 'D2'],
        ['A3', '', 'C3', 'D3'],
        ['A4', 'B2', 'C4', 'D4'],
      ],
    ],
  ],
  [
    'finds the next data cell as the arrow keys do',
    `const D=SpreadsheetApp.Direction,n=(a,d)=>cell(a).getNextDataCell(d).getA1Notation(); cell('B2').setValue(1); cell('B5').setValue(1); cell('D2:D4').setValues([[1],[1],[1]]); cell('F1000').setValue(1); return [n('B1',D.DOWN),n('B2',D.DOWN),n('D2',D.DOWN),n('B5',D.DOWN),n('A1',D.DOWN),n('F1000',D.DOWN),n('F1',D.DOWN),n('B4',D.UP),n('B5',D.UP),n('D4',D.UP),n('B2',D.UP),n('A6',D.UP),n('A1',D.UP),n('D4',D.PREVIOUS),n('A2',D.NEXT)]`,
    ['B2', 'B5', 'D4', 'B1000', 'A1000', 'F1000', 'F1000', 'B2', 'B2', 'D2', 'B1', 'A1', 'A1', 'A4', 'B2'],
  ],
  [
    'grows a region to the data around, or in one dimension only',
    `const D=SpreadsheetApp.Dimension; cell('B2:D4').setValue('x'); cell('F6:G7').setValue('y'); const g=(a,d)=>(d?cell(a).getDataRegion(d):cell(a).getDataRegion()).getA1Notation(); return [g('C3'),g('B2:D4'),g('A1'),g('B1'),g('E3'),g('F6'),g('C3',D.ROWS),g('F7',D.ROWS),g('C3',D.COLUMNS),g('F7',D.COLUMNS)]`,
    ['B2:D4', 'B2:D4', 'A1', 'B1:D4', 'B2:E4', 'F6:G7', 'C2:C4', 'F6:F7', 'B3:D3', 'F7:G7'],
  ],
  [
    'empties checkboxes that are removed',
    `const r=cell('K2:M3'); r.setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()).setValues([[true,false,null],[false,false,true]]); r.removeCheckboxes(); return [r.getValues(),r.getDataValidations()]`,
    [
      [
        ['', '', ''],
        ['', '', ''],
      ],
      [
        [null, null, null],
        [null, null, null],
      ],
    ],
  ],
  [
    'knows open sides of rows and columns',
    `return ['A5:C10','3:5','B:D','7:7'].map(t=>{const r=cell(t); return [r.isStartRowBounded(),r.isEndRowBounded(),r.isStartColumnBounded(),r.isEndColumnBounded()]})`,
    [
      [true, true, true, true],
      [true, true, false, false],
      [false, false, true, true],
      [true, true, false, false],
    ],
  ],
  [
    'has colour objects beside colour texts',
    `const b=SpreadsheetApp.newColor(); const o=[String(b),failure(()=>b.asThemeColor()),failure(()=>b.asRgbColor()),b.getColorType().toString()]; b.setRgbColor('#10AAff'); const c=b.build(); return o.concat([c.getColorType().toString(),c.asRgbColor().asHexString(),c.asRgbColor().getRed(),String(c),cell('A1').setBackgroundObject(c).getBackground(),cell('A1').getBackgroundObject().asRgbColor().asHexString()])`,
    [
      'ColorBuilder',
      'Exception: Object is not of type ThemeColor.',
      'Exception: Object is not of type RgbColor.',
      'UNSUPPORTED',
      'RGB',
      '#10aaff',
      16,
      'Color',
      '#10aaff',
      '#10aaff',
    ],
  ],
  [
    'has no text direction until one is set',
    `return [cell('A1').getTextDirection(),cell('A1').setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT).getTextDirection().toString(),cell('A1:B1').setTextDirections([[null,SpreadsheetApp.TextDirection.LEFT_TO_RIGHT]]).getTextDirections().map(r=>r.map(String))]`,
    [null, 'RIGHT_TO_LEFT', [['null', 'LEFT_TO_RIGHT']]],
  ],
  [
    'sets font properties of a block at once',
    `return [cell('A1').getFontWeight(),cell('A1').setFontWeight('bold').getFontWeight(),cell('A1').setFontWeight(null).getFontWeight(),cell('A1:B1').setFontSizes([[12,14]]).getFontSizes(),cell('A1:B1').setFontFamilies([['Arial','Roboto']]).getFontFamilies(),cell('A1:B1').setFontStyles([['italic',null]]).getFontStyles(),cell('A1:B1').setFontLines([['underline',null]]).getFontLines(),cell('A1:B1').setVerticalAlignments([['top',null]]).getVerticalAlignments()]`,
    [
      'normal',
      'bold',
      'normal',
      [[12, 14]],
      [['Arial', 'Roboto']],
      [['italic', 'normal']],
      [['underline', 'none']],
      [['top', 'bottom']],
    ],
  ],
  [
    'trims outer and double spaces',
    `return cell('A1:A3').setValues([[' p'],['f '],['two  m  s']]).trimWhitespace().getValues().flat()`,
    ['p', 'f', 'two m s'],
  ],
  [
    'cuts fractions off positions',
    `cell('A1').setValue('x'); return [sheet.getRange(1.7,1.2).getA1Notation(),sheet.getRange(1.7,1.2).getValue(),sheet.getRange('A1').offset(1.5,0).getA1Notation()]`,
    ['A1', 'x', 'A2'],
  ],
  [
    'gives a call to each range of a list',
    `const l=sheet.getRangeList(['A1','B2:C2']); const r=l.setValue(5).setBackground('red').setFontWeight('bold'); return [r===l,String(l),cell('A1:C2').getValues(),cell('C2').getBackground(),l.getRanges().length,l.clearContent()===l,failure(()=>l.setValue())]`,
    [
      true,
      'RangeList',
      [
        [5, '', ''],
        ['', 5, 5],
      ],
      '#ff0000',
      2,
      true,
      "Exception: The parameters () don't match the method signature for SpreadsheetApp.RangeList.setValue.",
    ],
  ],
  [
    'reads and writes formulas in R1C1',
    `const r=cell('D4'); const t=f=>[r.setFormulaR1C1(f).getFormula(),r.getFormulaR1C1()]; return [t('=R[1]C[1]'),t('=R1C1'),t('=R[1]C1'),t('=R1C[1]'),t('=SUM(R[-1]C:R[-1]C[2])'),t('=R[-1]C & " R1C1"'),cell('Z9').getFormulaR1C1()]`,
    [
      ['=E5', '=R[1]C[1]'],
      ['=$A$1', '=R1C1'],
      ['=$A5', '=R[1]C1'],
      ['=E$1', '=R1C[1]'],
      ['=SUM(D3:F3)', '=SUM(R[-1]C[0]:R[-1]C[2])'],
      ['=D3 & " R1C1"', '=R[-1]C[0] & " R1C1"'],
      null,
    ],
  ],
  [
    'sorts numbers, then texts, then booleans, blanks last',
    `cell('A1:A7').setValues([['b'],[true],[10],['A'],[false],[2],['']]); cell('A1:A7').sort(1); const a=cell('A1:A7').getValues().flat(); cell('A1:A7').sort({column:1,ascending:false}); return [a,cell('A1:A7').getValues().flat()]`,
    [
      [2, 10, 'A', 'b', false, true, ''],
      [true, false, 'b', 'A', 10, 2, ''],
    ],
  ],
  [
    'sorts by the first key first',
    `cell('A1:B4').setValues([[1,'x'],[2,'x'],[1,'y'],[2,'y']]); cell('A1:B4').sort([{column:2,ascending:false},{column:1}]); const a=cell('A1:B4').getValues(); cell('A1:B4').sort([1,2]); return [a,cell('A1:B4').getValues()]`,
    [
      [
        [1, 'y'],
        [2, 'y'],
        [1, 'x'],
        [2, 'x'],
      ],
      [
        [1, 'x'],
        [1, 'y'],
        [2, 'x'],
        [2, 'y'],
      ],
    ],
  ],
  [
    'sorts dates as numbers',
    `cell('A1:A3').setValues([['2026-03-01'],['2025-01-01'],['2027-01-01']]); cell('A1:A3').sort({column:1,ascending:false}); return cell('A1:A3').getDisplayValues().flat()`,
    ['2027-01-01', '2026-03-01', '2025-01-01'],
  ],
  [
    'finds text in displayed values unless told otherwise',
    `cell('A1:B5').setValues([['sample','sámplé'],['SampleA','sámplé'],['=SAMPLE()','=SámpléB()'],['=sample()','=sámpléB()'],['=sampleA()','=sámpléB()']]); const f=(x)=>x.findAll().map(r=>r.getA1Notation()); return [f(ss.createTextFinder('sample')),f(cell('A3:B5').createTextFinder('sample')),f(sheet.createTextFinder('sample').ignoreDiacritics(true).matchCase(true).matchEntireCell(true)),f(sheet.createTextFinder('sample').matchFormulaText(true)),sheet.createTextFinder('zzz').findNext(),sheet.createTextFinder('zzz').findAll(),sheet.createTextFinder('sample').replaceAllWith('test'),cell('A1:A2').getValues()]`,
    [['A1', 'A2'], [], ['A1', 'B1', 'B2'], ['A1', 'A2', 'A3', 'A4', 'A5'], null, [], 2, [['test'], ['testA']]],
  ],
  [
    'keeps a number as 25 with setNote and 25.0 with setNotes',
    `const r=cell('A1:B1'); return [r.getNote(),r.setNote('x').getNotes(),r.setNote(25).getNote(),r.setNotes([[25,null]]).getNotes(),r.setNote(null).getNote(),r.setNote('q')&&r.clearNote().getNote(),r.setNotes([[1.5,'']]).getNotes()]`,
    ['', [['x', 'x']], '25', [['25.0', '']], '', '', [['1.5', '']]],
  ],
  [
    'wraps by default, and not with an explicit overflow',
    `const r=cell('A1'); const a=[r.getWrap(),r.getWrapStrategy().toString()]; for(const w of ['OVERFLOW','CLIP','WRAP'])a.push(r.setWrapStrategy(SpreadsheetApp.WrapStrategy[w]).getWrap()); a.push(r.setWrap(false).getWrapStrategy().toString(),r.setWrap(true).getWrapStrategy().toString(),r.clearFormat().getWrap()); return a`,
    [true, 'OVERFLOW', false, false, true, 'OVERFLOW', 'WRAP', true],
  ],
  [
    'ignores unknown alignments',
    `const r=cell('A1'); return [r.getHorizontalAlignment(),...['left','center','right','normal',null,'foo'].map(x=>r.setHorizontalAlignment(x).getHorizontalAlignment())]`,
    ['general', 'left', 'center', 'right', 'general-left', 'general', 'general'],
  ],
];

it.each(cases)('%s', (_rule, body, result, place) => {
  expect(JSON.parse(JSON.stringify(run(body, place ?? {}) ?? null))).toEqual(result);
});
