// How blank cells look, kept as runs: whatever is done to a sheet, it answers as if every cell kept its own look.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { StoredSheet, World } from '../../../src/local/google-services/state';
import { sheetView } from '../../../src/local/serve/sheet-view';
import { cellAt, contentSize, shownCells } from '../../../src/local/workbook/stored-cells';
import { run } from './apps-script';

const ROWS = 14;
const COLUMNS = 7;
const GENERAL = '0.###############';

/** A cell of the model: everything in one place, nothing shared. */
interface ModelCell {
  value: string | number;
  format: string;
  background: string;
  weight: string;
  rule: string | null;
  note: string;
}

interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

type Command =
  | { do: 'format' | 'background' | 'weight' | 'rule' | 'value' | 'note'; area: Area; to: string | number }
  | { do: 'clearContent' | 'clearFormat' | 'clearNote' | 'clearDataValidations' | 'clear'; area: Area }
  | { do: 'sort'; area: Area; key: number; ascending: boolean }
  | { do: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; at: number; count: number }
  | { do: 'matrix'; area: Area; formats: string[] }
  | { do: 'flush' };

/** The naive sheet: a cell object for every place that was ever touched. */
class Model {
  private cells = new Map<string, ModelCell>();

  at(row: number, column: number): ModelCell {
    const key = `${row},${column}`;
    let cell = this.cells.get(key);
    if (!cell) {
      cell = { value: '', format: GENERAL, background: '#ffffff', weight: 'normal', rule: null, note: '' };
      this.cells.set(key, cell);
    }
    return cell;
  }

  private each({ row, column, rows, columns }: Area, act: (cell: ModelCell, r: number, c: number) => void): void {
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) act(this.at(row + r, column + c), r, c);
  }

  private move(place: (row: number, column: number) => [number, number] | null): void {
    const moved = new Map<string, ModelCell>();
    for (const [key, cell] of this.cells) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const to = place(row, column);
      if (to) moved.set(to.join(','), cell);
    }
    this.cells = moved;
  }

  apply(command: Command): void {
    switch (command.do) {
      case 'value':
        this.each(command.area, (cell) => Object.assign(cell, { value: command.to }));
        break;
      case 'note':
        this.each(command.area, (cell) => Object.assign(cell, { note: command.to }));
        break;
      case 'format':
        this.each(command.area, (cell) => {
          cell.format = command.to === 'general' ? GENERAL : String(command.to);
        });
        break;
      case 'background':
        this.each(command.area, (cell) => Object.assign(cell, { background: command.to || '#ffffff' }));
        break;
      case 'weight':
        this.each(command.area, (cell) => Object.assign(cell, { weight: command.to || 'normal' }));
        break;
      case 'rule':
        this.each(command.area, (cell) => Object.assign(cell, { rule: command.to || null }));
        break;
      case 'matrix':
        this.each(command.area, (cell, r, c) => {
          const format = command.formats[(r * command.area.columns + c) % command.formats.length] ?? '';
          cell.format = format === 'general' ? GENERAL : format;
        });
        break;
      case 'clearContent':
        this.each(command.area, (cell) => Object.assign(cell, { value: '' }));
        break;
      case 'clearNote':
        this.each(command.area, (cell) => Object.assign(cell, { note: '' }));
        break;
      case 'clearDataValidations':
        this.each(command.area, (cell) => Object.assign(cell, { rule: null }));
        break;
      case 'clear':
      case 'clearFormat':
        this.each(command.area, (cell) => {
          if (command.do === 'clear') cell.value = '';
          Object.assign(cell, { format: GENERAL, background: '#ffffff', weight: 'normal' });
        });
        break;
      case 'insertRows':
        this.move((row, column) => [row < command.at ? row : row + command.count, column]);
        break;
      case 'insertColumns':
        this.move((row, column) => [row, column < command.at ? column : column + command.count]);
        break;
      case 'deleteRows':
        this.move((row, column) => {
          if (row < command.at) return [row, column];
          return row < command.at + command.count ? null : [row - command.count, column];
        });
        break;
      case 'deleteColumns':
        this.move((row, column) => {
          if (column < command.at) return [row, column];
          return column < command.at + command.count ? null : [row, column - command.count];
        });
        break;
      case 'sort':
        this.sort(command);
        break;
      default:
        break;
    }
  }

  private sort({ area, key, ascending }: { area: Area; key: number; ascending: boolean }): void {
    const lines = Array.from({ length: area.rows }, (_, r) => ({
      key: this.at(area.row + r, key).value,
      cells: Array.from({ length: area.columns }, (_, c) => ({ ...this.at(area.row + r, area.column + c) })),
    }));
    const rank = (value: string | number) => (value === '' ? 2 : typeof value === 'number' ? 0 : 1);
    lines.sort((a, b) => {
      if (a.key === b.key) return 0;
      if (a.key === '' || b.key === '') return rank(a.key) - rank(b.key);
      const order = rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1);
      return ascending ? order : -order;
    });
    this.each(area, (cell, r, c) => Object.assign(cell, lines[r]?.cells[c]));
  }

  answers() {
    const all = <T>(read: (cell: ModelCell) => T) =>
      Array.from({ length: ROWS }, (_, r) => Array.from({ length: COLUMNS }, (_, c) => read(this.at(r + 1, c + 1))));
    const filled = [...this.cells].filter(([, { value }]) => value !== '').map(([key]) => key.split(',').map(Number));
    return {
      values: all((cell) => cell.value),
      formats: all((cell) => cell.format),
      backgrounds: all((cell) => cell.background),
      weights: all((cell) => cell.weight),
      rules: all((cell) => cell.rule),
      notes: all((cell) => cell.note),
      last: [Math.max(0, ...filled.map(([row = 0]) => row)), Math.max(0, ...filled.map(([, column = 0]) => column))],
    };
  }
}

const SCRIPT = `
  const block = (a) => sheet.getRange(a.row, a.column, a.rows, a.columns);
  const rule = (name) => name ? SpreadsheetApp.newDataValidation().requireValueInList([name]).build() : null;
  const acts = {
    value: (c) => block(c.area).setValue(c.to), note: (c) => block(c.area).setNote(c.to),
    format: (c) => block(c.area).setNumberFormat(c.to), background: (c) => block(c.area).setBackground(c.to || null),
    weight: (c) => block(c.area).setFontWeight(c.to || null), rule: (c) => block(c.area).setDataValidation(rule(c.to)),
    matrix: (c) => block(c.area).setNumberFormats(Array.from({ length: c.area.rows }, (_, r) =>
      Array.from({ length: c.area.columns }, (_, k) => c.formats[(r * c.area.columns + k) % c.formats.length]))),
    sort: (c) => block(c.area).sort({ column: c.key, ascending: c.ascending }),
    insertRows: (c) => sheet.insertRowsBefore(c.at, c.count), deleteRows: (c) => sheet.deleteRows(c.at, c.count),
    insertColumns: (c) => sheet.insertColumnsBefore(c.at, c.count), deleteColumns: (c) => sheet.deleteColumns(c.at, c.count),
    flush: () => SpreadsheetApp.flush(),
  };
  const answers = () => {
    const all = sheet.getRange(1, 1, ${ROWS}, ${COLUMNS});
    const rules = all.getDataValidations().map((line) => line.map((one) => one && one.getCriteriaValues()[0][0]));
    return { values: all.getValues(), formats: all.getNumberFormats(), backgrounds: all.getBackgrounds(),
      weights: all.getFontWeights(), rules, notes: all.getNotes(), last: [sheet.getLastRow(), sheet.getLastColumn()] };
  };
  return commands.map((c) => { acts[c.do] ? acts[c.do](c) : block(c.area)[c.do](); return answers(); });`;

function played(world: World, commands: readonly Command[]): unknown[] {
  return run(`const commands = ${JSON.stringify(commands)};${SCRIPT}`, { world }) as unknown[];
}

const area = fc.record({
  row: fc.integer({ min: 1, max: 6 }),
  column: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 1, max: 5 }),
  columns: fc.integer({ min: 1, max: 3 }),
});
const format = fc.constantFrom('@', '0.00', 'general');
const setting = <D extends string>(name: D, to: fc.Arbitrary<string | number>) =>
  fc.record({ do: fc.constant(name), area, to });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: setting('value', fc.constantFrom<string | number>(1, 2, 3, 'a', 'b', '')) },
  { weight: 3, arbitrary: setting('format', format) },
  setting('background', fc.constantFrom('#ff0000', '')),
  setting('weight', fc.constantFrom('bold', '')),
  setting('rule', fc.constantFrom('x', 'y', '')),
  setting('note', fc.constantFrom('n', '')),
  fc.record({
    do: fc.constantFrom('clearContent', 'clearFormat', 'clearNote', 'clearDataValidations', 'clear'),
    area,
  }),
  fc.record({ do: fc.constant('matrix'), area, formats: fc.array(format, { minLength: 1, maxLength: 4 }) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('insertRows', 'deleteRows', 'insertColumns', 'deleteColumns'),
      at: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 1, max: 2 }),
    }),
  },
  fc.record({ do: fc.constant('sort'), area, key: fc.integer({ min: 1, max: 3 }), ascending: fc.boolean() }),
  fc.record({ do: fc.constant('flush') }),
) as fc.Arbitrary<Command>;

describe('a sheet', () => {
  it('answers as if each cell kept its own look, whatever is done to it, within an execution and over several', () => {
    fc.assert(
      fc.property(fc.array(fc.array(command, { maxLength: 7 }), { minLength: 1, maxLength: 3 }), (executions) => {
        const world = freshWorld();
        const model = new Model();
        for (const commands of executions) {
          const wanted = commands.map((one) => {
            model.apply(one);
            return model.answers();
          });
          expect(played(world, commands)).toEqual(wanted);
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});

function onlySheet(world: World): StoredSheet {
  const [sheet] = world.spreadsheet.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('looks of blank cells', () => {
  it('take a run a column, not a cell each', () => {
    const world = freshWorld();
    run("sheet.getRange(1, 1, 1000, 17).setNumberFormat('@').setBackground('red');", { world });
    const sheet = onlySheet(world);
    expect([sheet.cells.size, Object.values(sheet.looks ?? {}).map((runs) => runs.length)]).toEqual([
      0,
      new Array(17).fill(1),
    ]);
  });
  it('become those of a cell that is written, and come back when its content is cleared', () => {
    const world = freshWorld();
    run("cell('A1:A9').setNumberFormat('@'); cell('A5').setValue('007').setFontWeight('bold');", { world });
    expect(onlySheet(world).cells.get(4)?.get(0)).toMatchObject({ numberFormat: '@', fontWeight: 'bold' });
    const body =
      "cell('A5').clearContent(); return [cell('A5').getNumberFormat(), cell('A4:A6').getFontWeights().flat()];";
    expect(run(body, { world })).toEqual(['@', ['normal', 'bold', 'normal']]);
    expect(onlySheet(world).cells.size).toBe(0);
  });
  it('go along with a copy of the world, apart from it', () => {
    const world = freshWorld();
    run("cell('A1:A9').setNumberFormat('@');", { world });
    const copy = structuredClone(world);
    run("cell('A1:A9').setNumberFormat('0.00');", { world });
    expect(run("return cell('A5').getNumberFormat();", { world: copy })).toBe('@');
  });
  it('are there for who types into the page and looks at it', () => {
    const world = freshWorld();
    run("cell('B2').setNumberFormat('@'); cell('C2').setBackground('red');", { world });
    const sheet = onlySheet(world);
    expect(cellAt(sheet, 1, 1)).toEqual({ value: { kind: 'empty' }, numberFormat: '@' });
    expect(shownCells(sheet, 1)).toEqual([[2, { value: { kind: 'empty' }, background: '#ff0000' }]]);
    expect(contentSize(sheet)).toEqual({ rows: 0, columns: 0 });
  });
  it('show the list to choose from in rows that are in use, and amounts that are text under the others', () => {
    const world = freshWorld();
    const rule = "SpreadsheetApp.newDataValidation().requireValueInList(['approve', 'not now']).build()";
    run(`cell('A1:A9').setDataValidation(${rule}); cell('B2:C3').setNumberFormat('@');`, { world });
    run("cell('B2:C3').setValues([['28.25', '004121'], ['1.234,50', 'Acme']]);", { world });
    const { rows } = sheetView(onlySheet(world), { remark: () => undefined, spilledFrom: () => undefined }, 'en_GB');
    expect(rows[1]).toEqual({ 0: { t: '', c: ['approve', 'not now'] }, 1: { t: '28.25', r: 1 }, 2: { t: '004121' } });
    expect(rows[2]).toMatchObject({ 1: { r: 1 }, 2: { t: 'Acme' } });
    expect(rows[4]).toEqual({});
  });
});

describe('cells changed from outside between executions', () => {
  const size = 'return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getValues().length];';
  const number = (value: number) => ({ value: { kind: 'number' as const, value } });
  it('count for the last row and column, and no more when they are deleted or cleared', () => {
    const world = freshWorld();
    run("cell('A1:C3').setValue(1); sheet.getLastRow();", { world });
    const { cells } = onlySheet(world);
    cells.set(8, new Map([[5, number(7)]]));
    expect(run(size, { world })).toEqual([9, 6, 9]);
    cells.get(2)?.set(7, number(1));
    expect(run(size, { world })).toEqual([9, 8, 9]);
    cells.delete(8);
    cells.get(2)?.clear();
    expect(run(size, { world })).toEqual([2, 3, 2]);
    cells.clear();
    expect(run(size, { world })).toEqual([0, 0, 1]);
  });
  it('are seen by an execution that has measured the sheet before', () => {
    const world = freshWorld();
    const grow = (method: string) => {
      if (method === 'Range.getNote') onlySheet(world).cells.set(4, new Map([[0, number(1)]]));
    };
    const body =
      "cell('A1').setValue(1); const before = sheet.getLastRow(); cell('A1').getNote(); return [before, sheet.getLastRow()];";
    expect(run(body, { world, options: { beforeCall: grow } })).toEqual([1, 5]);
  });
  it('look as they say themselves; a deleted one leaves the look of its place', () => {
    const world = freshWorld();
    run("cell('A1:A3').setNumberFormat('@').setValue('x');", { world });
    const { cells } = onlySheet(world);
    cells.get(0)?.set(0, { value: { kind: 'number', value: 1 }, numberFormat: '0.00' });
    cells.delete(1);
    expect(run("return cell('A1:A3').getNumberFormats().flat();", { world })).toEqual(['0.00', '@', '@']);
  });
});

describe('members of service objects', () => {
  it('are functions of their name before and after the first call, the same for every object', () => {
    const body =
      "const before = [typeof cell('A1').getValues, 'getValues' in cell('A1'), typeof sheet.setName, typeof Utilities.getUuid]; cell('A1').getValues(); return [before, cell('A1').getValues.name, sheet.getRange.name, cell('A1').getValues === cell('B2').getValues, Object.keys(cell('A1'))];";
    expect(run(body)).toEqual([['function', true, 'function', 'function'], 'getValues', 'getRange', true, []]);
  });
  it('count each call, and none for a look at the function', () => {
    const world = freshWorld();
    run("const f = cell('A1').getValues; f.name; cell('A1').getValues(); cell('B1').getValues();", { world });
    expect(world.calls).toEqual({ 'Range.getValues': 2 });
  });
  it('can be replaced by a script, as ordinary properties can', () => {
    expect(
      run("const r = cell('A1'); r.getValue = () => 'mine'; return [r.getValue(), cell('A1').getValue()];"),
    ).toEqual(['mine', '']);
    expect(run("SpreadsheetApp.flush = () => 'mine'; return SpreadsheetApp.flush();")).toBe('mine');
  });
});
