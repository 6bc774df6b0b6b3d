// The invoices of a workbook: found, read and as they stood on a day.
import { bookAsOf } from '../receivables/book';
import type { Day } from '../receivables/day';
import type { Invoice, InvoiceRow } from '../receivables/invoice';
import { applyMapping, withAnswers } from '../sheet/detect/confirmed-columns';
import { detectTable } from '../sheet/detect/detect';
import { isOwnTab } from '../sheet/detect/own-tab-names';
import { paymentsElsewhere } from '../sheet/detect/payments-elsewhere';
import { type DateOrder, type Detection, FIELDS, isProblem, type Mapping } from '../sheet/fields';
import type { Grid, Problem } from '../sheet/grid';
import { inOrder } from '../sheet/read/date-questions';
import { readInvoices, type SkippedRow } from '../sheet/read/read-invoices';
import type { SheetInfo, Workbook } from './ports';
import { Refusal } from './refusal';
import type { WorkbookSession } from './session';
import type { Settings } from './tabs/settings/settings';

/** The invoice table as read on a day. */
export interface InvoiceTable {
  sheet: SheetInfo;
  grid: Grid;
  detection: Detection;
  rows: InvoiceRow[];
  /** As of the day; settled ones included. */
  invoices: Invoice[];
  problems: Problem[];
  /** The rows that are no invoices, cannot be read as one, or went into another. */
  leftOut: readonly SkippedRow[];
}

/**
 * Reads a sheet with its displayed texts: two service calls, and two more when somebody inserted or deleted rows between
 * them, since then each value would stand beside the text of its neighbour.
 * @throws Refusal `half-loaded` when the sheet does not hold still
 */
export function readGrid(workbook: Workbook, sheet: SheetInfo): Grid {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const grid = { ...workbook.read(sheet), display: workbook.readDisplay(sheet) };
    if (grid.display.length === grid.values.length) return grid;
  }
  throw new Refusal(
    'half-loaded',
    `Somebody is adding or deleting rows in "${sheet.name}" just now. Try again in a moment.`,
  );
}

/** Rows came or went between the reading of a sheet and that of its displayed texts. */
class Moved extends Error {}

/** The cells as read before; the displayed texts follow where they are asked for. @throws Moved from there */
function asRead(workbook: Workbook, sheet: SheetInfo, read: Grid): Grid {
  let display: string[][] | null = null;
  return {
    ...read,
    get display() {
      display ??= workbook.readDisplay(sheet);
      if (display.length !== read.values.length) throw new Moved();
      return display;
    },
  };
}

/** The invoice sheet: by the name AR Settings gives, which people may change there, else by its id after a renaming. */
export function findInvoiceSheet(ws: WorkbookSession): SheetInfo | null {
  const { invoiceSheet } = ws.settings();
  const others = ws.tabs.sheets.filter((sheet) => !ws.tabs.isOwn(sheet));
  return (
    others.find(({ name }) => name === invoiceSheet) ?? others.find(({ id }) => id === ws.state.invoiceSheet) ?? null
  );
}

/**
 * Reads the invoice sheet that set-up confirmed.
 * @param asOf the book is made as of this day
 * @throws Refusal `half-loaded` when the sheet, its header row or a mapped column is missing
 */
export function readInvoiceTable(ws: WorkbookSession, asOf: Day): InvoiceTable {
  const settings = ws.settings();
  const sheet = findInvoiceSheet(ws);
  if (!sheet) {
    throw new Refusal(
      'half-loaded',
      `The invoice sheet "${settings.invoiceSheet}" is missing. Bring it back, or choose another one under Duesheet > Set up.`,
    );
  }
  const { workbook } = ws.ports;
  try {
    return mappedBook(sheet, asRead(workbook, sheet, ws.tabs.grid(sheet)), settings, asOf);
  } catch (error) {
    if (!(error instanceof Moved)) throw error;
    ws.tabs.letGo(sheet);
    return mappedBook(sheet, readGrid(workbook, sheet), settings, asOf);
  }
}

/** @throws Refusal `half-loaded` when a mapped column is missing */
function mappedBook(sheet: SheetInfo, grid: Grid, settings: Settings, asOf: Day): InvoiceTable {
  const detection = applyMapping(grid, settings.mapping);
  if (isProblem(detection)) throw new Refusal('half-loaded', detection.message);
  return bookOf(sheet, grid, inOrder(detection, settings.dateOrder), settings.defaultCurrency, asOf);
}

/**
 * Reads the invoice table of a workbook that may never have been set up.
 * @param sheets where to look
 * @param answers columns a person named, field to header, and how text dates are to be read
 * @throws Refusal with the code of what was not found
 */
export function detectInvoiceTable(
  workbook: Workbook,
  sheets: readonly SheetInfo[],
  asOf: Day,
  answers: { columns: Mapping; dateOrder?: DateOrder },
): InvoiceTable {
  const grids = sheets.filter(({ name }) => !isOwnTab(name)).map((sheet) => readGrid(workbook, sheet));
  const found = detectTable(grids);
  if (isProblem(found)) throw Refusal.of(found);
  const sheet = sheets.find(({ name }) => name === found.sheet);
  const grid = grids.find((one) => one.sheet === found.sheet);
  if (!sheet || !grid) throw new Refusal('no-invoice-table', 'No sheet with invoices was found.');
  const named = Object.keys(answers.columns).length > 0;
  const detection = named ? withAnswers(grid, found, answers.columns) : found;
  if (isProblem(detection)) throw Refusal.of(detection);
  const book = bookOf(sheet, grid, inOrder(detection, answers.dateOrder), '', asOf);
  const others = grids.filter((one) => one !== grid);
  return { ...book, problems: [...paymentsElsewhere(others, book.rows, detection), ...book.problems] };
}

/** Whether payments of the invoices stand in another sheet; reads all the others, so it is asked only when a person looks. */
export function paymentsInOtherSheets(ws: WorkbookSession, book: InvoiceTable): Problem[] {
  const others = ws.tabs.sheets.filter((sheet) => !ws.tabs.isOwn(sheet) && sheet.id !== book.sheet.id);
  const grids = others.map((sheet) => ({ ...ws.ports.workbook.read(sheet), display: null }));
  return paymentsElsewhere(grids, book.rows, book.detection);
}

/** The headers of a detection, field by field. */
export function headersIn(detection: Detection): Mapping {
  const mapping: Mapping = {};
  for (const field of FIELDS) {
    const header = detection.columns[field]?.header;
    if (header !== undefined) mapping[field] = header;
  }
  return mapping;
}

function bookOf(sheet: SheetInfo, grid: Grid, detection: Detection, defaultCurrency: string, asOf: Day): InvoiceTable {
  const { rows, problems, skipped } = readInvoices(grid, detection, { defaultCurrency });
  return { sheet, grid, detection, rows, invoices: bookAsOf(rows, asOf), problems, leftOut: skipped };
}

/** A property of the script holds 9 KB; a sample of the keys fits with room to spare. */
const SAMPLE_BYTES = 6000;

/** Keys of the open invoices: all of them, or of many an even sample that can be remembered. */
export function openSample(book: InvoiceTable): string[] {
  const keys: string[] = [];
  let total = 0;
  for (const { open, key } of book.invoices) {
    const bytes = open > 0 ? bytesInList(key) : SAMPLE_BYTES;
    if (bytes >= SAMPLE_BYTES / 10) continue;
    total += bytes;
    keys.push(key);
  }
  keys.sort();
  const step = Math.max(1, Math.ceil(total / SAMPLE_BYTES));
  const sample: string[] = [];
  let room = SAMPLE_BYTES;
  for (let index = 0; index < keys.length; index += step) {
    const key = keys[index] ?? '';
    const bytes = bytesInList(key);
    if (bytes >= room) continue;
    room -= bytes;
    sample.push(key);
  }
  return sample;
}

/** What a key adds to a list of keys in JSON. */
function bytesInList(key: string): number {
  return bytesOf(JSON.stringify(key)) + 1;
}

/** Length of a text in UTF-8, or a little more. @example bytesOf('\u00e9') // 2 */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}

/** Cells that a sheet shows while its source is loading or broken. */
const UNFINISHED = /^(#[A-Z/0!?]+|(Loading|Wird geladen|Chargement|Cargando)[. \u2026]*)$/i;

/**
 * Why the table does not look whole, as a sentence; '' when it does. A sheet that imports its rows shows errors or
 * `Loading...` for a while, and a half-finished paste has only a part of the invoices.
 * @param openKeys invoices that were open at the last run
 */
export function halfLoaded(
  book: InvoiceTable,
  openKeys: readonly string[],
): { sentence: string; acceptable: boolean } | null {
  const unfinished = unfinishedKey(book);
  if (unfinished) return { sentence: unfinished, acceptable: false };
  const present = new Set(book.rows.map(({ key }) => key));
  const found = openKeys.filter((key) => present.has(key)).length;
  if (found * 2 >= openKeys.length) return null;
  const share = Math.round((100 * found) / openKeys.length);
  const sentence = `Of the invoices that were open at the last run, only ${share} % are still in the invoice sheet. If the sheet is complete, say so here.`;
  return { sentence, acceptable: true };
}

function unfinishedKey({ detection, grid }: InvoiceTable): string {
  const keys = [detection.columns.invoice, detection.columns.customer ?? detection.columns.customerId];
  const from = detection.headerRow - grid.firstRow + 1;
  for (const key of keys) {
    if (!key) continue;
    for (let index = from; index < grid.values.length; index += 1) {
      const cell = grid.values[index]?.[key.index];
      if (typeof cell === 'string' && UNFINISHED.test(cell.trim())) {
        return `The column "${key.header}" of the invoice sheet shows ${cell.trim()} in row ${grid.firstRow + index}: the sheet is still loading or its source is broken.`;
      }
    }
  }
  return '';
}
