// The live formulas of a workbook: calculates every formula cell, spills blocks, and remembers what each cell has to say.
import type { StoredCell, StoredSheet, World } from '../google-services/state';
import { serialOf } from '../google-services/wall-clock';
import { address } from '../workbook/a1';
import { cellAt, contentSize, dropCell, hasContent, putCell, sheetNamed } from '../workbook/stored-cells';
import { Chain } from './chain';
import { type Evaluation, evaluate, type FormulaSurroundings } from './evaluate';
import { type FormulaSheet, surroundingsIn } from './references';
import {
  type Block,
  blockOf,
  FormulaError,
  type FormulaValue,
  first,
  SheetDate,
  type Single,
  toStored,
} from './values';

/** Calls one of the add-on's functions as a formula does. */
export type CallCustom = (name: string, values: FormulaValue[]) => FormulaValue;

/** What a workbook's formulas need from outside. */
export interface FormulaHost {
  world: World;
  custom: ReadonlySet<string>;
  callCustom: CallCustom;
  /** Wall-clock now in the sheet's zone, as if UTC, epoch milliseconds. */
  wallNow(): number;
  /** The as-of day where no AS_OF range is there yet, `YYYY-MM-DD`. */
  asOf(): string;
}

/** What a formula cell has to say besides its value. */
export interface CellRemark {
  /** An error's sentence, or why the formula is not calculated here. */
  message: string;
  /** The host does not calculate this formula: the file's cached value is shown. */
  cached: boolean;
}

/** Has a formula cell calculated before another formula reads it. */
type BeforeReading = (sheet: StoredSheet, row: number, column: number, cell: StoredCell) => void;

const MOST_PASSES = 8;

/** Calculates the formulas of one workbook and keeps track of spilled cells. */
export class WorkbookFormulas {
  private readonly host: FormulaHost;
  private readonly remarks = new Map<string, CellRemark>();
  /** Spilled cell to its anchor and the value put there. */
  private spilled = new Map<string, { anchor: string; json: string }>();

  constructor(host: FormulaHost) {
    this.host = host;
  }

  /** The remark of a cell, if it has one. @param row 0-based @param column 0-based */
  remark(sheet: StoredSheet, row: number, column: number): CellRemark | undefined {
    return this.remarks.get(key(sheet, row, column));
  }

  /** The anchor's address when a cell shows a value spilled from another cell. */
  spilledFrom(sheet: StoredSheet, row: number, column: number): string | undefined {
    return this.spilled.get(key(sheet, row, column))?.anchor.split(':')[1];
  }

  /** Evaluates a formula as if it stood in a cell of this sheet. */
  evaluate(formula: string, sheet: StoredSheet): Evaluation {
    return evaluate(formula, this.surroundings(sheet));
  }

  /** Calculates every formula until nothing changes any more (a circle of references is left after some passes). */
  recalculate(): void {
    this.forgetOldSpills();
    this.remarks.clear();
    for (let pass = 0; pass < MOST_PASSES; pass += 1) if (!this.pass()) return;
  }

  /** Calculates every formula once, those it asks for before itself; whether a value changed. */
  private pass(): boolean {
    const chain = new Chain();
    const done = new Set<StoredCell>();
    const underway = new Set<StoredCell>();
    const known = new Map<StoredSheet, FormulaSurroundings>();
    let changed = false;
    const calculateFirst = (sheet: StoredSheet, row: number, column: number, cell: StoredCell): void => {
      if (done.has(cell) || underway.has(cell)) return;
      const surroundings = known.get(sheet) ?? this.surroundings(sheet, calculateFirst);
      known.set(sheet, surroundings);
      const calculate = () => {
        if (this.calculate(sheet, row, column, cell, surroundings)) changed = true;
        done.add(cell);
      };
      underway.add(cell);
      try {
        chain.run(
          key(sheet, row, column),
          calculate,
          () => calculateFirst(sheet, row, column, cell),
          () => undefined,
        );
      } finally {
        underway.delete(cell);
      }
    };
    for (const sheet of this.host.world.spreadsheet.sheets) {
      for (const [row, column, cell] of formulaCells(sheet)) calculateFirst(sheet, row, column, cell);
    }
    return changed;
  }

  private calculate(
    sheet: StoredSheet,
    row: number,
    column: number,
    cell: StoredCell,
    surroundings: FormulaSurroundings,
  ): boolean {
    const place = key(sheet, row, column);
    const result = evaluate(cell.formula ?? '', surroundings);
    if ('unsupported' in result) {
      this.remarks.set(place, { message: result.unsupported, cached: true });
      return false;
    }
    const block = blockOf(result.value);
    const blocked = this.spill(sheet, row, column, block);
    const value = blocked
      ? new FormulaError('#REF!', `The result was not spread out: it would overwrite the content of ${blocked}.`)
      : first(block);
    this.remarks.delete(place);
    if (value instanceof FormulaError && value.message !== '') {
      this.remarks.set(place, { message: value.message, cached: false });
    }
    return setValue(cell, value);
  }

  /** Puts a block's cells beside the anchor; the address of the first cell in the way, if any. */
  private spill(sheet: StoredSheet, row: number, column: number, block: Block): string | null {
    const anchor = `${sheet.id}:${address(row, column)}`;
    const wanted = new Map<string, { r: number; c: number; cell: StoredCell }>();
    let inTheWay: string | null = null;
    block.forEach((cells, r) => {
      cells.forEach((value, c) => {
        if (r === 0 && c === 0) return;
        const place = key(sheet, row + r, column + c);
        const present = cellAt(sheet, row + r, column + c);
        const ours = this.spilled.get(place)?.anchor === anchor;
        if (!ours && hasContent(present)) inTheWay = inTheWay ?? address(row + r, column + c);
        const { numberFormat, background, fontColor, fontWeight } = present ?? {};
        const looks = { numberFormat, background, fontColor, fontWeight };
        wanted.set(place, { r: row + r, c: column + c, cell: { ...defined(looks), value: toStored(value) } });
      });
    });
    if (inTheWay) wanted.clear();
    for (const [place, { anchor: from }] of this.spilled) {
      if (from === anchor && !wanted.has(place)) this.clearSpilled(place);
    }
    for (const [place, { r, c, cell }] of wanted) {
      putCell(sheet, r, c, cell);
      this.spilled.set(place, { anchor, json: JSON.stringify(cell.value) });
    }
    return inTheWay;
  }

  private clearSpilled(place: string): void {
    const { sheet, row, column } = this.at(place);
    if (sheet) dropCell(sheet, row, column);
    this.spilled.delete(place);
  }

  /** Cells that were written over are no longer spilled; cells of a formula that is gone are emptied. */
  private forgetOldSpills(): void {
    for (const [place, { anchor, json }] of [...this.spilled]) {
      const { sheet, row, column } = this.at(place);
      const cell = sheet && cellAt(sheet, row, column);
      if (!cell || cell.formula || JSON.stringify(cell.value) !== json) {
        this.spilled.delete(place);
        continue;
      }
      const [, from = ''] = anchor.split(':');
      const stillThere = [...formulaCells(sheet)].some(([r, c]) => address(r, c) === from);
      if (!stillThere) this.clearSpilled(place);
    }
  }

  private at(place: string): { sheet: StoredSheet | undefined; row: number; column: number } {
    const [id = 0, row = 0, column = 0] = place.split(',').map(Number);
    return { sheet: this.host.world.spreadsheet.sheets.find((sheet) => sheet.id === id), row, column };
  }

  private surroundings(own: StoredSheet, beforeReading?: BeforeReading): FormulaSurroundings {
    const { world, custom, callCustom, wallNow, asOf } = this.host;
    const { spreadsheet } = world;
    const opened = new Map<StoredSheet | undefined, FormulaSheet>();
    const open = (sheet: StoredSheet | undefined): FormulaSheet | null => {
      if (!sheet) return null;
      const known = opened.get(sheet) ?? readSheet(sheet, beforeReading);
      opened.set(sheet, known);
      return known;
    };
    return surroundingsIn(
      {
        sheetNamed: (name) => open(sheetNamed(spreadsheet, name)),
        sheetOf: (id) => open(id === own.id ? own : spreadsheet.sheets.find((sheet) => sheet.id === id)),
        namedRanges: () => spreadsheet.namedRanges,
        moment: () => ({ now: wallNow(), locale: spreadsheet.locale }),
      },
      own.id,
      { custom, callCustom, otherName: (name) => (name === 'AS_OF' ? new SheetDate(serialOf(asOf())) : null) },
    );
  }
}

/** A sheet for formulas to read; its size is measured once. */
function readSheet(sheet: StoredSheet, beforeReading?: BeforeReading): FormulaSheet {
  let size: ReturnType<FormulaSheet['size']> | undefined;
  return {
    value: (row, column) => {
      const cell = cellAt(sheet, row, column);
      if (cell?.formula) beforeReading?.(sheet, row, column, cell);
      return cell?.value;
    },
    formula: (row, column) => cellAt(sheet, row, column)?.formula,
    size: () => {
      size ??= contentSize(sheet);
      return size;
    },
  };
}

function key(sheet: StoredSheet, row: number, column: number): string {
  return `${sheet.id},${row},${column}`;
}

function* formulaCells(sheet: StoredSheet): Generator<[number, number, StoredCell]> {
  for (const [row, cells] of [...sheet.cells]) {
    for (const [column, cell] of [...cells]) if (cell.formula) yield [row, column, cell];
  }
}

function setValue(cell: StoredCell, value: Single): boolean {
  const stored = toStored(value);
  if (JSON.stringify(stored) === JSON.stringify(cell.value)) return false;
  cell.value = stored;
  delete cell.displayed;
  return true;
}

function defined<T extends object>(looks: T): Partial<T> {
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)) as Partial<T>;
}
