// Files of the command line as the reader of bank files takes them: bytes, or the cells of a spreadsheet.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { HostFailure } from '../failure';
import type { StoredSheet } from '../google-services/state';
import { machineZone } from '../wall-clock';
import { cellAt, contentSize } from '../workbook/stored-cells';
import { readWorkbook } from '../workbook/xlsx-reader';
import type { BankCell, BankSource } from './built-money-in';

/**
 * What stands in a bank's file: its bytes, or of a spreadsheet the cells of its first sheet with content.
 * @param option that names the file, for the message
 * @throws HostFailure `book-missing`
 */
export async function bankSource(path: string, option: string): Promise<BankSource> {
  if (!existsSync(path) || statSync(path).isDirectory()) {
    throw new HostFailure('book-missing', `There is no file ${path}: check the path after ${option}.`);
  }
  const bytes = new Uint8Array(readFileSync(path));
  if (extname(path).toLowerCase() !== '.xlsx') return { bytes, decode };
  const book = await readWorkbook(bytes, basename(path), basename(path, extname(path)), machineZone());
  const sheet = book.sheets.find((each) => contentSize(each).rows > 0);
  return { rows: sheet ? cellsOf(sheet) : [] };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const DAY_MS = 86_400_000;

/** The cells of a sheet: dates as their days. */
export function cellsOf(sheet: StoredSheet): BankCell[][] {
  const { rows, columns } = contentSize(sheet);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): BankCell => {
      const value = cellAt(sheet, row, column)?.value;
      if (!value || value.kind === 'empty') return '';
      if (value.kind !== 'date') return value.value;
      return { day: Math.floor(Date.parse(`${value.wall.slice(0, 10)}T00:00:00Z`) / DAY_MS) };
    }),
  );
}
