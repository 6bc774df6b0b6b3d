// Ranges: what formatting, sorting and noting cells give on the live service.
import { expect, it } from 'vitest';
import { type Place, run } from './apps-script';

type Case = [rule: string, body: string, result: unknown, place?: Place];

const cases: Case[] = [
  [
    'sets weights and colours of a block at once',
    `return [cell('A1').getFontWeight(),cell('A1').setFontWeight('bold').getFontWeight(),cell('A1').setFontWeight(null).getFontWeight(),cell('A1:B1').setFontWeights([['bold',null]]).getFontWeights(),cell('A1:B1').setBackgrounds([['red',null]]).getBackgrounds()]`,
    ['normal', 'bold', 'normal', [['bold', 'normal']], [['#ff0000', '#ffffff']]],
  ],
  [
    'cuts fractions off positions',
    `cell('A1').setValue('x'); return [sheet.getRange(1.7,1.2).getA1Notation(),sheet.getRange(1.7,1.2).getValue(),sheet.getRange('A1').offset(1.5,0).getA1Notation()]`,
    ['A1', 'x', 'A2'],
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
    'keeps a number as 25 with setNote and 25.0 with setNotes',
    `const r=cell('A1:B1'); return [r.getNote(),r.setNote('x').getNotes(),r.setNote(25).getNote(),r.setNotes([[25,null]]).getNotes(),r.setNote(null).getNote(),r.setNote('q')&&r.clearNote().getNote(),r.setNotes([[1.5,'']]).getNotes()]`,
    ['', [['x', 'x']], '25', [['25.0', '']], '', '', [['1.5', '']]],
  ],
];

it.each(cases)('%s', (_rule, body, result, place) => {
  expect(JSON.parse(JSON.stringify(run(body, place ?? {}) ?? null))).toEqual(result);
});
