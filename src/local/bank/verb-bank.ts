// `bank`: reads a bank's file and tells its lines, its accounts and what could not be read.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { readArguments, required } from '../command-line';
import { HostFailure } from '../failure';
import type { StoredSpreadsheet } from '../google-services/state';
import { machineZone } from '../wall-clock';
import { cellAt, contentSize } from '../workbook/stored-cells';
import { readWorkbook } from '../workbook/xlsx-reader';
import { bankText } from './bank-text';
import { type BankCell, type BankSource, builtMoneyIn } from './built-money-in';

const HELP = `bank --file FILE [--currency CODE] [--json]
    Reads a statement: camt.052, camt.053, camt.054 (XML), MT940, MT942, BAI2, OFX/QFX, CSV or .xlsx of any bank.
    Tells each line with its date, amount, payer and text, the accounts with their balances, the day up to which the
    statement is complete, and what could not be read. --currency says which currency the account is in, where the
    file does not. The file is not written, and nothing leaves this machine.
    Exit 0 when lines were read, 1 when nothing may be taken from the file, 2 on wrong usage.
`;

/**
 * Runs the verb.
 *
 * @param words after the verb, e.g. `['--file', 'statement.xml', '--json']`
 * @returns what goes to stdout, and the exit code: 1 when nothing may be taken from the file
 */
export async function bankVerb(words: readonly string[]): Promise<{ out: string; exit: number }> {
  const read = readArguments(words, { file: 'value', currency: 'value', json: 'flag', help: 'flag' }, [0, 0]);
  if (read.flags.has('help')) return { out: HELP, exit: 0 };
  const path = required(read, 'file');
  const currency = read.values.get('currency')?.toUpperCase();
  const { bankReport } = await builtMoneyIn();
  const report = bankReport(await sourceOf(path), currency === undefined ? {} : { currency });
  const out = read.flags.has('json') ? `${JSON.stringify(report)}\n` : bankText(report, basename(path));
  return { out, exit: report.refused ? 1 : 0 };
}

/** What stands in a file: its bytes, or of a spreadsheet the cells of its first sheet with content. */
async function sourceOf(path: string): Promise<BankSource> {
  if (!existsSync(path) || statSync(path).isDirectory()) {
    throw new HostFailure('book-missing', `There is no file ${path}: check the path after --file.`);
  }
  const bytes = new Uint8Array(readFileSync(path));
  if (extname(path).toLowerCase() !== '.xlsx') return { bytes, decode };
  return { rows: rowsOf(await readWorkbook(bytes, basename(path), basename(path, extname(path)), machineZone())) };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const DAY_MS = 86_400_000;

function rowsOf(book: StoredSpreadsheet): BankCell[][] {
  const sheet = book.sheets.find((each) => contentSize(each).rows > 0);
  if (!sheet) return [];
  const { rows, columns } = contentSize(sheet);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): BankCell => {
      const value = cellAt(sheet, row, column)?.value;
      if (!value || value.kind === 'empty') return '';
      return value.kind === 'date'
        ? { day: Math.floor(Date.parse(`${value.wall.slice(0, 10)}Z`) / DAY_MS) }
        : value.value;
    }),
  );
}
