// Formulas of the local host: references, open ranges, names, operators, dates and the native functions.
import { describe, expect, it } from 'vitest';
import { FormulaError, FormulaFailure, type FormulaValue, toJson } from '../../../src/local/formulas/values';
import { WorkbookFormulas } from '../../../src/local/formulas/workbook-formulas';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import { typedCell } from '../../../src/local/workbook/display';
import { newSheet, putCell } from '../../../src/local/workbook/stored-cells';

const TABLE = [
  ['Customer', 'Due', 'Amount', 'Bucket'],
  ['Acme', '2026-01-31', '100', 'Current'],
  ['Bolt', '2026-02-28', '250.5', '1-30 days'],
  ['acme', '2026-03-15', '-20', '1-30 days'],
];

function book(): WorkbookFormulas & { run(formula: string): unknown } {
  const sheet = newSheet(0, 'Invoices');
  TABLE.forEach((cells, row) => {
    cells.forEach((text, column) => {
      putCell(sheet, row, column, typedCell(text, undefined, 'en_US', '2026-01-01'));
    });
  });
  const world = freshWorld();
  world.spreadsheet.sheets = [sheet, newSheet(1, 'My Sheet')];
  const formulas = new WorkbookFormulas({
    world,
    custom: new Set(['ECHO', 'BROKEN']),
    callCustom: (name, values): FormulaValue => {
      if (name === 'BROKEN') throw new FormulaFailure(new FormulaError('#ERROR!', 'The third row is text.'));
      return `${values.length}:${JSON.stringify(values.map((value) => (Array.isArray(value) ? value.length : value)))}`;
    },
    wallNow: () => Date.UTC(2026, 2, 1, 9, 30),
    asOf: () => '2026-02-10',
  });
  const run = (formula: string, from = sheet) => {
    const result = formulas.evaluate(formula, from);
    if ('unsupported' in result) return result;
    return Array.isArray(result.value) ? result.value.map((row) => row.map(toJson)) : toJson(result.value);
  };
  return Object.assign(formulas, { run });
}

const { run } = book();

describe('references and names', () => {
  it('bounds an open range by the last row with content', () => {
    expect(run('=B2:B')).toEqual([['2026-01-31'], ['2026-02-28'], ['2026-03-15']]);
    expect(run('=SUM(C:C)')).toBe(330.5);
    expect(run("=COUNTA('Invoices'!A2:A)")).toBe(3);
    expect(run('=Invoices!$A$2')).toBe('Acme');
  });

  it('says which sheet or name is missing', () => {
    expect(run('=Nowhere!A1')).toBe('#REF!');
    expect(run('=NO_SUCH_NAME')).toBe('#NAME?');
  });

  it('takes the given day as AS_OF while there is no such range, and keeps dates dates', () => {
    expect(run('=AS_OF')).toBe('2026-02-10');
    expect(run('=AS_OF-10')).toBe('2026-01-31');
    expect(run('=AS_OF-B2')).toBe(10);
    expect(run('=TODAY()')).toBe('2026-03-01');
  });
});

describe('operators', () => {
  it.each([
    ['=1+2*3', 7],
    ['=-C4/2', 10],
    ['=5%*200', 10],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="say ""hi"""', 'say "hi"'],
    ['="ABC"="abc"', true],
    ['=B2<AS_OF', true],
    ['=C2>=100', true],
    ['=1<>2', true],
    ['=1/0', '#DIV/0!'],
    ['="x"+1', '#VALUE!'],
  ])('%s', (formula, expected) => {
    expect(run(formula)).toBe(expected);
  });

  it('works cell by cell over ranges', () => {
    expect(run('=ARRAYFORMULA(C2:C4*2)')).toEqual([[200], [501], [-40]]);
    expect(run('=ARRAYFORMULA(IF(C2:C4>0,"open",""))')).toEqual([['open'], ['open'], ['']]);
  });
});

describe('native functions', () => {
  it.each([
    ['=COUNTIF(D2:D,"1-30 days")', 2],
    ['=COUNTIF(A2:A,"ACME")', 2],
    ['=COUNTIF(A2:A,"?cm*")', 2],
    ['=COUNTIF(C2:C,">0")', 2],
    ['=COUNTIF(A2:A,"<>Bolt")', 2],
    ['=SUMIF(A2:A,"acme",C2:C)', 80],
    ['=SUMIFS(C2:C,D2:D,"1-30 days",C2:C,">0")', 250.5],
    ['=SUMIFS(C2:C,B2:B,">"&AS_OF)', 230.5],
    ['=COUNTIFS(B2:B,"<="&DATE(2026,2,28),C2:C,">200")', 1],
    ['=ROUND(2.345,2)', 2.35],
    ['=IFS(C2>500,"big",C2>50,"middle")', 'middle'],
    ['=IF(C2=0,"none",C3/C2)', 2.505],
    ['=IF(TRUE,"kept",1/0)', 'kept'],
    ['=MAX(B2:B4)', '2026-03-15'],
  ])('%s', (formula, expected) => {
    expect(run(formula)).toBe(expected);
  });
});

describe('functions that give a block', () => {
  it.each([
    ['=UNIQUE({"b";"a";"b";"c";"a"})', [['b'], ['a'], ['c']]],
    ['=UNIQUE(D2:D4)', [['Current'], ['1-30 days']]],
    ['=TRANSPOSE(A2:A4)', [['Acme', 'Bolt', 'acme']]],
    ['=INDEX(A2:C4,2,0)', [['Bolt', '2026-02-28', 250.5]]],
    ['=INDEX(C2:C4,0)', [[100], [250.5], [-20]]],
    ['=SPLIT("a-b","-")', [['a', 'b']]],
    ['=IFERROR({1;2}/{0;1},"none")', [['none'], [2]]],
  ])('%s', (formula, expected) => {
    expect(run(formula)).toEqual(expected);
  });

  it('look up among cells of the same kind, errors and booleans passed over', () => {
    expect(run('=MATCH(7,IFERROR(1/{0;1;2},9))')).toBe(3);
    expect(run('=MATCH(7,1/{0;1;2})')).toBe(3);
    expect(run('=MATCH(7,{TRUE;5;"6"})')).toBe(2);
    expect(run('=MATCH("5",{5;"5"},0)')).toBe(2);
    expect(run('=MATCH(TRUE,{5;TRUE},1)')).toBe(2);
    expect(run('=MATCH(FALSE,{5;7},1)')).toBe('#N/A');
  });
});

describe('the add-on’s functions', () => {
  it('are called with blocks, an omitted argument is empty', () => {
    expect(run('=ECHO(A2:A4,,"30,60")')).toBe('3:[3,"","30,60"]');
    expect(run('=ECHO({"grace",5;"mode","balance"})')).toBe('1:[2]');
  });

  it('are not called in the branch of IF that is not taken', () => {
    const formulas = book();
    const called: string[] = [];
    const spied = new WorkbookFormulas({
      world: freshWorld(),
      custom: new Set(['ECHO']),
      callCustom: (name) => {
        called.push(name);
        return 'called';
      },
      wallNow: () => Date.UTC(2026, 2, 1),
      asOf: () => '2026-02-10',
    });
    const sheet = newSheet(9, 'x');
    expect(spied.evaluate('=IF(TRUE,"kept",ECHO(1))', sheet)).toEqual({ value: 'kept' });
    expect(called).toEqual([]);
    expect(spied.evaluate('=IF(FALSE,"kept",ECHO(1))', sheet)).toEqual({ value: 'called' });
    expect(called).toEqual(['ECHO']);
    expect(formulas.run('=IF(C2:C4>0,ECHO(1),"")')).toEqual([['1:[1]'], ['1:[1]'], ['']]);
  });

  it('show #ERROR! with their sentence', () => {
    const result = book().evaluate('=BROKEN(1)', newSheet(9, 'x'));
    expect(result).toEqual({ value: new FormulaError('#ERROR!', 'The third row is text.') });
  });
});

describe('what the host does not calculate', () => {
  it('is named, not guessed', () => {
    expect(run('=QUERY(A1:C4,"select A")')).toEqual({ unsupported: 'The local host does not calculate QUERY.' });
    expect(run('=Table1[Amount]')).toEqual({ unsupported: 'The local host does not understand this formula.' });
    expect(run('=MATCH(7,{A1,2})')).toEqual({ unsupported: 'The local host does not understand this formula.' });
    expect(run('=ROW(A5)')).toEqual({ unsupported: 'The local host does not calculate ROW.' });
  });

  it('a formula that is no formula is an error', () => {
    expect(run('=1+')).toBe('#ERROR!');
  });
});
