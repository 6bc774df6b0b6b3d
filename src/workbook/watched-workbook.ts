// A workbook whose readings are kept during one execution, and that tells whether anything was written to it.
import type { Cell, Grid } from '../sheet/grid';
import { isDayCell } from '../sheet/grid';
import type { SheetInfo, Workbook } from './ports';

/** A workbook that remembers what was read of it. */
export interface WatchedWorkbook extends Workbook {
  /** Whether anything in it was written or laid out in this execution. */
  readonly isWritten: boolean;
  /** A sheet as it was read; null where it was not, or did not read the same twice. */
  seen(sheet: SheetInfo): Grid | null;
}

/** Watches a workbook. @example watched(ports.workbook).isWritten // false */
export function watched(workbook: Workbook): WatchedWorkbook {
  const grids = new Map<number, Grid>();
  const unsteady = new Set<number>();
  let isWritten = false;
  const writing =
    <Given extends unknown[], Answer>(act: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      isWritten = true;
      return act(...given);
    };
  // Each by name: what the port learns to write must not pass unwatched.
  const { id, name, sheets, readDisplay, readFrom, readBlock, lastRow, named, kept, keep, flush, cursor, show } =
    workbook;
  return {
    ...{ id, name, sheets, readDisplay, readFrom, readBlock, lastRow, named, cursor, show, flush },
    // A hidden tab of our own, by which nothing is decided that the log does not say.
    ...{ kept, keep },
    insertFormula: writing(workbook.insertFormula),
    read: (sheet) => {
      const grid = workbook.read(sheet);
      const before = grids.get(sheet.id);
      if (before && !isSame(before.values, grid.values)) unsteady.add(sheet.id);
      grids.set(sheet.id, grid);
      return grid;
    },
    write: writing(workbook.write),
    append: writing(workbook.append),
    createTabs: writing(workbook.createTabs),
    removeTab: writing(workbook.removeTab),
    layOutTab: writing(workbook.layOutTab),
    addColumn: writing(workbook.addColumn),
    formatColumns: writing(workbook.formatColumns),
    noteCell: writing(workbook.noteCell),
    moveRows: writing(workbook.moveRows),
    deleteRow: writing(workbook.deleteRow),
    nameCell: writing(workbook.nameCell),
    get isWritten() {
      return isWritten;
    },
    seen: ({ id }) => (unsteady.has(id) ? null : (grids.get(id) ?? null)),
  };
}

function isSame(one: readonly Cell[][], other: readonly Cell[][]): boolean {
  if (one.length !== other.length) return false;
  return one.every((row, index) => {
    const cells = other[index] ?? [];
    return row.length === cells.length && row.every((cell, column) => isSameCell(cell, cells[column]));
  });
}

function isSameCell(one: Cell, other: Cell | undefined): boolean {
  return isDayCell(one) ? isDayCell(other) && one.day === other.day : one === other;
}
