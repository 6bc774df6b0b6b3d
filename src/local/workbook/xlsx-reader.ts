// Reads an .xlsx file into a stored spreadsheet: every sheet, typed values, formulas with their cached values, formats.
import type { Cell, CellValue, Sheet, Workbook } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { HostFailure } from '../failure';
import type {
  StoredCell,
  StoredNamedRange,
  StoredSheet,
  StoredSpreadsheet,
  StoredValue,
} from '../google-services/state';
import { readArea } from './a1';
import { displayed } from './display';
import { contentSize, newSheet, putCell } from './stored-cells';

/** An .xlsx file names no locale; its formats are written the English way. */
const LOCALE = 'en_US';

/**
 * The spreadsheet of an .xlsx file.
 *
 * @param bytes of the file
 * @param fileName for messages
 * @param name of the spreadsheet
 * @param zone time zone of the spreadsheet
 * @throws HostFailure `book-broken` when it is no readable workbook
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  name: string,
  zone: string,
): Promise<StoredSpreadsheet> {
  let workbook: Workbook;
  try {
    workbook = await readXlsx(bytes, { readStyles: true });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'EncryptedFileError';
    throw new HostFailure(
      'book-broken',
      locked
        ? `${fileName} is protected by a password: save a copy without one and try again.`
        : `${fileName} cannot be read as an Excel workbook: it is damaged or not an .xlsx file. Download or export it again.`,
    );
  }
  const sheets = workbook.sheets.map((sheet, index) => storedSheet(sheet, index));
  return {
    id: `local-${name}`,
    name,
    timeZone: zone,
    locale: LOCALE,
    sheets,
    activeSheetId: sheets[workbook.activeSheet ?? 0]?.id ?? 0,
    namedRanges: (workbook.namedRanges ?? []).flatMap((range) => namedRange(range.name, range.range, sheets)),
  };
}

function storedSheet(source: Sheet, id: number): StoredSheet {
  const sheet = newSheet(id, source.name);
  sheet.hidden = source.hidden === true || source.veryHidden === true;
  sheet.frozenRows = source.freezePane?.rows ?? 0;
  source.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      const cell = storedCell(value, source.cells?.get(`${row},${column}`));
      if (cell) putCell(sheet, row, column, cell);
    });
  });
  source.columns?.forEach((column, index) => {
    // Widths are in characters of the default font; a character is about 7 pixels wide, with 5 of padding.
    if (column.width) sheet.columnWidths[index] = Math.round(column.width * 7 + 5);
  });
  return sheet;
}

function storedCell(raw: CellValue, detail: Cell | undefined): StoredCell | null {
  const value = storedValue(detail?.formulaResult ?? raw, detail);
  const formula = detail?.formula ? `=${detail.formula.replace(/^=/, '').replace(/_xlfn\./g, '')}` : '';
  if (value.kind === 'empty' && formula === '') return null;
  const numberFormat = detail?.style?.numFmt;
  const cell: StoredCell = { value };
  if (formula !== '') cell.formula = formula;
  if (numberFormat && numberFormat !== 'General') cell.numberFormat = numberFormat;
  if (detail?.style?.font?.bold) cell.fontWeight = 'bold';
  if (detail?.comment?.text) cell.note = detail.comment.text;
  cell.displayed = displayed(cell, LOCALE);
  return cell;
}

function storedValue(raw: CellValue, detail: Cell | undefined): StoredValue {
  if (raw === null || raw === '') return { kind: 'empty' };
  if (raw instanceof Date) return { kind: 'date', wall: raw.toISOString().slice(0, 23) };
  if (typeof raw === 'number') return { kind: 'number', value: raw };
  if (typeof raw === 'boolean') return { kind: 'boolean', value: raw };
  const isError = detail?.type === 'error' || (detail?.type === 'formula' && /^#[A-Z0-9/]+[!?]?$/.test(raw));
  return isError ? { kind: 'error', value: raw } : { kind: 'text', value: raw };
}

function namedRange(name: string, range: string, sheets: StoredSheet[]): StoredNamedRange[] {
  const cut = range.lastIndexOf('!');
  const sheetName = range.slice(0, cut).replace(/^'|'$/g, '').replace(/''/g, "'");
  const sheet = sheets.find((candidate) => candidate.name === sheetName);
  const area = readArea(range.slice(cut + 1));
  if (cut < 0 || !sheet || !area) return [];
  const size = contentSize(sheet);
  const bottom = area.bottom ?? Math.max(area.top, size.rows - 1);
  const right = area.right ?? Math.max(area.left, size.columns - 1);
  const { id: sheetId } = sheet;
  return [
    { name, sheetId, row: area.top, column: area.left, rows: bottom - area.top + 1, columns: right - area.left + 1 },
  ];
}
