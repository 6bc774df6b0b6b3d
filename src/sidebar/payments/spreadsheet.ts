// A bank's file as a spreadsheet: the cells of its first sheet that holds something, read in the browser.
import { readXlsx } from 'hucre/xlsx';
import type { BankSource } from '../../sheet/bank/bank-report';
import type { Cell } from '../../sheet/grid';

const DAY_MS = 86_400_000;

/** Whether a file is an archive, as .xlsx files are. */
export function isSpreadsheet([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/**
 * The rows of a spreadsheet; dates as their days.
 * @returns the bytes as they are where it is none, so that the reader of bank files says so
 */
export async function rowsOfSpreadsheet(bytes: Uint8Array): Promise<BankSource> {
  try {
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const sheet = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')));
    return { rows: (sheet?.rows ?? []).map((row) => row.map(cellOf)) };
  } catch {
    return { bytes, decode: () => 'PK' };
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return { day: Math.floor(value.getTime() / DAY_MS) };
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : '';
}
