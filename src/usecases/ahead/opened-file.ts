// A file as the ports see it: its cells are read, nothing of it is ever written, and nobody is at work in it.
import { defaultTemplates } from '../../dunning/letter/default-templates';
import { type Day, isoOf } from '../../receivables/day';
import type { Cell } from '../../sheet/grid';
import type { Ports, SheetInfo } from '../../workbook/ports';

/** A sheet of a file: its cells, and their displayed texts of the same shape. */
export interface FileSheet {
  name: string;
  values: Cell[][];
  display: string[][];
}

/** A file that was read. */
export interface FileBook {
  name: string;
  /** The day in the zone of the spreadsheet. */
  today: Day;
  sheets: readonly FileSheet[];
}

function never(): never {
  throw new Error('A file is only looked at: nothing in it is changed, and nothing leaves.');
}

/**
 * The ports over a file.
 * @example openBook(openedFile(file), { asOf: '2026-06-30' }).book.rows.length
 */
export function openedFile({ name, today, sheets }: FileBook): Ports {
  const sheetOf = ({ id }: SheetInfo): FileSheet => sheets[id - 1] ?? { name: '', values: [], display: [] };
  const block = (info: SheetInfo, row: number, column: number, rows: number, columns: number): Cell[][] =>
    Array.from({ length: rows }, (_, down) =>
      Array.from(
        { length: columns },
        (__, across) => sheetOf(info).values[row - 1 + down]?.[column - 1 + across] ?? '',
      ),
    );
  return {
    workbook: {
      id: () => name,
      name: () => name,
      sheets: () => sheets.map((sheet, index) => ({ id: index + 1, name: sheet.name })),
      read: (info) => ({ sheet: info.name, firstRow: 1, values: sheetOf(info).values, display: null }),
      readDisplay: (info) => sheetOf(info).display,
      readFrom: (info, row, columns) =>
        block(info, row, 1, Math.max(0, sheetOf(info).values.length - row + 1), columns),
      readBlock: block,
      lastRow: (info) => sheetOf(info).values.length,
      named: () => null,
      kept: () => null,
      cursor: () => null,
      ...{
        write: never,
        append: never,
        createTabs: never,
        removeTab: never,
        layOutTab: never,
        addColumn: never,
        formatColumns: never,
        noteCell: never,
        moveRows: never,
      },
      ...{ deleteRow: never, nameCell: never, keep: never, flush: never, insertFormula: never, show: never },
    },
    properties: { readAll: () => ({}), write: never, remove: never },
    lock: { acquire: never, release: never },
    clock: {
      now: () => ({ day: today, minute: 0, text: `${isoOf(today)} 00:00:00` }),
      elapsed: () => 0,
      instant: () => today * 86_400_000,
    },
    mailer: { send: never },
    pdf: { of: never },
    session: { user: () => '', secret: never },
    capabilities: [],
    mailbox: null,
    files: null,
    schedule: { isOn: () => false, turnOn: never, turnOff: never, missingPermission: () => '' },
    installation: { hasGmail: never, tryTab: never, typedColumns: never },
    charts: { all: () => [], insert: never, remove: never, lookLike: never },
    texts: { defaults: defaultTemplates },
  };
}
