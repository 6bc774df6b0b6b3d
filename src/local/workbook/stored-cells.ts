// Reading and writing the cells of a stored sheet, and making new sheets.
import { blankCell } from '../google-services/looks';
import { hasContent } from '../google-services/shifting';
import type { StoredCell, StoredSheet, StoredSpreadsheet, StoredValue } from '../google-services/state';

export { hasContent } from '../google-services/shifting';

/** The cell at a 0-based place; a blank one where only a look is kept, none where nothing is. */
export function cellAt(sheet: StoredSheet, row: number, column: number): StoredCell | undefined {
  return sheet.cells.get(row)?.get(column) ?? blankCell(sheet.looks, row, column);
}

/** The cells of a row that show something: those that are kept, and blank ones with a colour, or in a used row a list to choose from. */
export function shownCells(sheet: StoredSheet, row: number): [number, StoredCell][] {
  const kept = sheet.cells.get(row);
  const colored = Object.keys(sheet.looks ?? {}).flatMap((key): [number, StoredCell][] => {
    const column = Number(key);
    const blank = kept?.has(column) ? undefined : blankCell(sheet.looks, row, column);
    return blank?.background || (blank?.validation && kept && kept.size > 0) ? [[column, blank]] : [];
  });
  return [...(kept ?? []), ...colored];
}

/** Puts a cell at a 0-based place; the grid grows when it lies outside. */
export function putCell(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  let cells = sheet.cells.get(row);
  if (!cells) {
    cells = new Map();
    sheet.cells.set(row, cells);
  }
  cells.set(column, cell);
  sheet.maxRows = Math.max(sheet.maxRows, row + 1);
  sheet.maxColumns = Math.max(sheet.maxColumns, column + 1);
}

/** Removes a cell. */
export function dropCell(sheet: StoredSheet, row: number, column: number): void {
  sheet.cells.get(row)?.delete(column);
}

/** How many rows and columns hold content, counted from A1. An empty sheet has 0 and 0. */
export function contentSize(sheet: StoredSheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [row, cells] of sheet.cells) {
    for (const [column, cell] of cells) {
      if ((row < rows && column < columns) || !hasContent(cell)) continue;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    }
  }
  return { rows, columns };
}

/** A value as text, dates as `YYYY-MM-DD`. */
export function plainText(value: StoredValue | undefined): string {
  if (!value || value.kind === 'empty') return '';
  if (value.kind === 'date') return value.wall.endsWith('T00:00:00.000') ? value.wall.slice(0, 10) : value.wall;
  if (value.kind === 'boolean') return value.value ? 'TRUE' : 'FALSE';
  return String(value.value);
}

/** The sheet of that name, in any case of letters. */
export function sheetNamed(book: StoredSpreadsheet, name: string): StoredSheet | undefined {
  const wanted = name.trim().toLowerCase();
  return book.sheets.find((sheet) => sheet.name === name) ?? book.sheets.find((s) => s.name.toLowerCase() === wanted);
}

/** An empty sheet of 1000 x 26 cells. */
export function newSheet(id: number, name: string): StoredSheet {
  return {
    id,
    name,
    maxRows: 1000,
    maxColumns: 26,
    hidden: false,
    frozenRows: 0,
    cells: new Map(),
    columnWidths: {},
    extras: {},
  };
}

/**
 * The rows of a tab whose first row is a header, each as header to text.
 *
 * @param sheet a tab such as `AR Log`
 * @param fromRow 0-based row to begin with (1 = the first below the header)
 */
export function rowsByHeader(sheet: StoredSheet, fromRow = 1): Record<string, string>[] {
  const size = contentSize(sheet);
  const headers: string[] = [];
  for (let column = 0; column < size.columns; column += 1) headers.push(plainText(cellAt(sheet, 0, column)?.value));
  const rows: Record<string, string>[] = [];
  for (let row = fromRow; row < size.rows; row += 1) {
    const record: Record<string, string> = {};
    headers.forEach((header, column) => {
      if (header !== '') record[header] = plainText(cellAt(sheet, row, column)?.value);
    });
    rows.push(record);
  }
  return rows;
}
