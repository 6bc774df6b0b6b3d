// One evaluator behind two doors: what the page shows for a formula is what a script reads from that cell.
import { describe, expect, it } from 'vitest';
import { WorkbookFormulas } from '../../../src/local/formulas/workbook-formulas';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { StoredValue, World } from '../../../src/local/google-services/state';
import { typedCell } from '../../../src/local/workbook/display';
import { cellAt, newSheet, putCell } from '../../../src/local/workbook/stored-cells';
import { asOwner, NOON, runtimeOf } from '../google-services/apps-script';

const TABLE = [
  ['Customer', 'Due', 'Amount', 'Bucket', 'Term'],
  ['Acme', '2026-01-31', '100', 'Current', '7 days'],
  ['Bolt', '2026-02-28', '250.5', '1-30 days', ''],
  ['acme', '2026-03-15', '-20', '1-30 days', '14 days'],
];

type Expected = string | number | boolean;

/** Formula to what it gives; dates as `YYYY-MM-DD` and, with a time, `YYYY-MM-DDTHH:mm:ss`. */
const FORMULAS: [string, Expected][] = [
  // References, names and open ranges.
  ['=A2', 'Acme'],
  ['=B2', '2026-01-31'],
  ['=Z99', ''],
  ['=$C$2', 100],
  ["='Other tab'!A1", 5],
  ['=other tab!A1', '#ERROR!'],
  ['=SUM(C2:C)', 330.5],
  ['=SUM(C:C)', 330.5],
  ['=SUM(2:2)', 46053 + 100 + 330.5],
  ['=SUM(amounts)', 330.5],
  ['=FirstDue+1', '2026-02-01'],
  ['=GONE', '#REF!'],
  ['=NOPE', '#NAME?'],
  ['=+abc', '#ERROR!'],
  ['=-NOPE', '#ERROR!'],
  ['=Nowhere!A1', '#REF!'],
  ['=#REF!+1', '#REF!'],
  // Operators, dates and texts.
  ['=1+2*3', 7],
  ['=0.1+0.2', 0.3],
  ['=5%*200', 10],
  ['=-C4/2', 10],
  ['=+B2', '2026-01-31'],
  ['=B2+30', '2026-03-02'],
  ['=30+B2', '2026-03-02'],
  ['=B3-B2', 28],
  ['=B2-10', '2026-01-21'],
  ['=B2*1', 46053],
  ['="due "&B2', 'due 46053'],
  ['="say ""hi; 1:2, A1"""', 'say "hi; 1:2, A1"'],
  ['=A2=A4', true],
  ['=B2<B3', true],
  ['=1/0', '#DIV/0!'],
  ['=-(1/0)', '#DIV/0!'],
  ['="x"+1', '#VALUE!'],
  ['=10^400', '#NUM!'],
  ['=1+', '#ERROR!'],
  ['=1 2', '#ERROR!'],
  ['=C2 SUM(C3)', '#ERROR!'],
  // Conditions and errors.
  ['=IF(C2>50,"big","small")', 'big'],
  ['=IF(TRUE,"kept",1/0)', 'kept'],
  ['=IF(TRUE();1;2)', 1],
  ['=IF(FALSE,1)', false],
  ['=IF(1/0,1,2)', '#DIV/0!'],
  ['=IF(C2,B2,0)', '2026-01-31'],
  ['=IFS(C2>500,"big",C2>50,"middle")', 'middle'],
  ['=IFERROR(1/0,"none")', 'none'],
  ['=IFERROR(B2,"none")', '2026-01-31'],
  ['=IFNA(VLOOKUP("x",A:C,3,FALSE),"none")', 'none'],
  ['=IFNA(1/0,"none")', '#DIV/0!'],
  ['=ISERROR(1/0)', true],
  ['=ISNA(1/0)', false],
  ['=ISERR(1/0)', true],
  ['=ISBLANK(E3)', true],
  ['=ISNUMBER(MATCH("x",A:A,0))', false],
  ['=AND(C2>0,NOT(C4>0))', true],
  ['=OR(C2<0,C4<0)', true],
  // Sums, counts and criteria.
  ['=SUM(E2:E4)', 0],
  ['=AVERAGE(C2:C4)', 330.5 / 3],
  ['=AVERAGE(E2:E4)', '#DIV/0!'],
  ['=MEDIAN(C2:C4)', 100],
  ['=MAX(B2:B4)', '2026-03-15'],
  ['=LARGE(C2:C4,2)', 100],
  ['=SMALL(B2:B4,1)', '2026-01-31'],
  ['=COUNT(C:C)', 3],
  ['=COUNTA(A2:A)', 3],
  ['=COUNTBLANK(E1:E4)', 1],
  ['=SUMIF(A2:A,"acme",C2:C)', 80],
  ['=SUMIFS(C2:C,D2:D,"1-30 days",C2:C,">0")', 250.5],
  ['=AVERAGEIF(A2:A,"acme",C2:C)', 40],
  ['=AVERAGEIFS(C2:C,C2:C,">0",D2:D,"1-30*")', 250.5],
  ['=COUNTIFS(B2:B,"<="&DATE(2026,2,28),C2:C,">200")', 1],
  ['=SUMPRODUCT((A2:A4="acme")*C2:C4)', 80],
  ['=SUM(C2:C3,"12",E2)', 362.5],
  ['=SUBTOTAL(9,C2:C4)', 330.5],
  ['=SUBTOTAL(103,A2:A)', 3],
  ['=SUBTOTAL(9,C2:C4,F2:F)', 330.5],
  ['=SUBTOTAL(12,C2:C4)', '#VALUE!'],
  ['=STDEV(C2)', '#NUM!'],
  // Rounding.
  ['=ROUND(2.345,2)', 2.35],
  ['=ROUND(-2.345,2)', -2.35],
  ['=ROUND(0.0000001,2)', 0],
  ['=ROUND(1234.5,-2)', 1200],
  ['=ROUNDUP(2.341,2)', 2.35],
  ['=ROUNDDOWN(2.349,2)', 2.34],
  ['=ABS(C4)', 20],
  ['=MOD(7,3)', 1],
  // Looking up.
  ['=VLOOKUP("bolt",A2:C4,2,FALSE)', '2026-02-28'],
  ['=VLOOKUP(DATE(2026,3,1),B2:D4,3)', '1-30 days'],
  ['=VLOOKUP("x",A2:C4,2,FALSE)', '#N/A'],
  ['=VLOOKUP("Bolt",A2:C4,9,FALSE)', '#REF!'],
  ['=HLOOKUP("Amount",A1:E4,3,FALSE)', 250.5],
  ['=MATCH("Bol",A2:A4,0)', '#N/A'],
  ['=MATCH("bolt",A2:A4,0)', 2],
  ['=INDEX(B2:B4,MATCH("Bolt",A2:A4,0))', '2026-02-28'],
  ['=CHOOSE(2,"a",B2)', '2026-01-31'],
  // Days.
  ['=TODAY()', '2026-03-10'],
  ['=NOW()', '2026-03-10T12:00:00'],
  ['=DATE(2026,1,31)+1', '2026-02-01'],
  ['=YEAR(B2)*100+MONTH(B2)', 202601],
  ['=DAY("2026-02-28")', 28],
  ['=EDATE(B2,1)', '2026-02-28'],
  ['=EOMONTH(B2,1)', '2026-02-28'],
  ['=DAYS(B3,B2)', 28],
  ['=WEEKDAY(B2)', 7],
  ['=WEEKDAY(46053)', 7],
  ['=WORKDAY(B2,1)', '2026-02-02'],
  ['=NETWORKDAYS(B2,B3)', 20],
  ['=DATEDIF(B2,B4,"M")', 1],
  ['=DATEVALUE("2026-02-28")', '2026-02-28'],
  // Texts.
  ['=TEXT(B2,"yyyy-mm")', '2026-01'],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
  ['=UPPER(A2)&LEN(A3)', 'ACME4'],
  ['=LEFT("Invoice",3)', 'Inv'],
  ['=CONCATENATE(A2," ",C2)', 'Acme 100'],
  ['=JOIN(", ",A2:A3)', 'Acme, Bolt'],
  ['=REGEXMATCH(A2,"^Ac")', true],
  ['=HYPERLINK("https://example.com","Go")', 'Go'],
  // Blocks: the first cell is the formula's own.
  ['=ARRAYFORMULA(C2:C4*2)', 200],
  ['=ARRAYFORMULA(-C2:C4)', -100],
  ['=UNIQUE(D2:D4)', 'Current'],
  ['=TRANSPOSE(A2:A4)', 'Acme'],
  ['={1,2;3,4}', 1],
];

function workbook(): World {
  const sheet = newSheet(0, 'Invoices');
  TABLE.forEach((cells, row) => {
    cells.forEach((text, column) => {
      if (text !== '') putCell(sheet, row, column, typedCell(text, undefined, 'en_US', '2026-01-01'));
    });
  });
  putCell(sheet, 1, 5, { value: { kind: 'number', value: 330.5 }, formula: '=SUBTOTAL(9,C2:C4)' });
  const other = newSheet(1, 'Other tab');
  putCell(other, 0, 0, { value: { kind: 'number', value: 5 } });
  const world = freshWorld();
  const at = { sheetId: 0, column: 2, columns: 1 };
  world.spreadsheet.namedRanges = [
    { ...at, name: 'Amounts', row: 1, rows: 3 },
    { ...at, name: 'FirstDue', row: 1, rows: 1, column: 1 },
    { ...at, name: 'Gone', row: 8, rows: 1, broken: true },
  ];
  world.spreadsheet.sheets = [sheet, other];
  return world;
}

function plain(value: StoredValue | undefined): unknown {
  if (!value || value.kind === 'empty') return '';
  return value.kind === 'date' ? value.wall.replace('T00:00:00.000', '').replace(/\.\d+$/, '') : value.value;
}

/** The answers' column, beside the table on its own sheet; each formula stands there alone. */
const COLUMN = 8;

function onThePage(formulas: string[]): unknown[] {
  const world = workbook();
  const [sheet = newSheet(0, '')] = world.spreadsheet.sheets;
  const page = new WorkbookFormulas({
    world,
    custom: new Set(),
    callCustom: () => '',
    wallNow: () => NOON,
    asOf: () => '2026-02-10',
  });
  return formulas.map((formula) => {
    putCell(sheet, 0, COLUMN, { value: { kind: 'empty' }, formula });
    page.recalculate();
    return plain(cellAt(sheet, 0, COLUMN)?.value);
  });
}

function toAScript(formulas: string[]): unknown[] {
  const code = `function main(formulas) {
    const cell = SpreadsheetApp.getActive().getSheets()[0].getRange(1, ${COLUMN + 1});
    return formulas.map((formula) => {
      const value = cell.setFormula(formula).getValue();
      if (!(value instanceof Date)) return value;
      return value.toISOString().replace('T00:00:00.000Z', '').replace(/\\.\\d+Z$/, '');
    });
  }`;
  return runtimeOf(code, { world: workbook() }).call('main', [formulas], asOwner) as unknown[];
}

const formulas = FORMULAS.map(([formula]) => formula);
const page = onThePage(formulas);
const script = toAScript(formulas);

describe('a formula gives on the page and to a script', () => {
  it.each(FORMULAS.map(([formula, expected], at) => ({ formula, expected, at })))(
    '$formula as $expected',
    ({ expected, at }) => {
      const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value);
      const now = (value: unknown) => (formulas[at] === '=NOW()' ? String(value).slice(0, 16) : value);
      expect([page[at], script[at]].map((value) => rounded(now(value)))).toEqual(
        [expected, expected].map((value) => rounded(now(value))),
      );
    },
  );
});
