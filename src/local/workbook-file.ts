// Loads a workbook file into memory; the file itself is never written.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { HostFailure } from './failure';
import { freshWorld } from './google-services/fresh-world';
import type { World } from './google-services/state';
import { csvSheet } from './workbook/csv-reader';
import { contentSize } from './workbook/stored-cells';
import { readWorkbook } from './workbook/xlsx-reader';

/**
 * Reads an `.xlsx` or `.csv` file as a spreadsheet nobody has set up.
 *
 * @param path of the file
 * @param zone time zone of the spreadsheet, e.g. `Europe/London` (files carry none)
 * @throws HostFailure `book-missing`, `book-empty`, `book-type`, `book-broken` or `book-no-content`
 * @example (await loadBook('invoices.csv', 'Etc/UTC')).spreadsheet.sheets.length // 1
 */
export async function loadBook(path: string, zone: string): Promise<World> {
  const bytes = bytesOf(path);
  const name = basename(path, extname(path));
  const type = extname(path).toLowerCase();
  let world: World;
  if (type === '.csv') {
    const { sheet, locale } = csvSheet(bytes, name);
    world = freshWorld(
      {},
      {
        id: `local-${name}`,
        name,
        timeZone: zone,
        locale,
        sheets: [sheet],
        activeSheetId: sheet.id,
        namedRanges: [],
      },
    );
  } else if (type === '.xlsx') {
    world = freshWorld({}, await readWorkbook(bytes, basename(path), name, zone));
  } else {
    throw new HostFailure(
      'book-type',
      `${basename(path)} is neither .xlsx nor .csv: save or export it as one of these and try again.`,
    );
  }
  if (world.spreadsheet.sheets.every((sheet) => contentSize(sheet).rows === 0)) {
    throw new HostFailure('book-no-content', `${basename(path)} holds no cell with content: is it the right file?`);
  }
  return world;
}

function bytesOf(path: string): Uint8Array {
  if (!existsSync(path)) {
    throw new HostFailure('book-missing', `There is no file ${path}: check the path after --book.`);
  }
  if (statSync(path).isDirectory()) {
    throw new HostFailure('book-missing', `${path} is a folder: give the path of an .xlsx or .csv file.`);
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new HostFailure('book-missing', `${path} cannot be read: check that you may open it.`);
  }
  if (bytes.length === 0) {
    throw new HostFailure('book-empty', `${basename(path)} is empty (0 bytes): export or download it again.`);
  }
  return bytes;
}
