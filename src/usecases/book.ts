// The invoices of a workbook: found, read and as they stood on a day.
import { bookAsOf } from '../receivables/book';
import type { Day } from '../receivables/day';
import type { Invoice, InvoiceRow } from '../receivables/invoice';
import { applyMapping, detectTable, isProblem } from '../sheet/detect';
import { type DateOrder, type Detection, FIELDS, type Mapping } from '../sheet/fields';
import type { Grid, Problem } from '../sheet/grid';
import { readInvoices } from '../sheet/read-invoices';
import { isOwnTab } from '../sheet/tabs';
import type { SheetInfo, Workbook } from './ports';
import { Refusal } from './refusal';
import type { Workspace } from './workspace';

/** The invoice table as read on a day. */
export interface Book {
  sheet: SheetInfo;
  grid: Grid;
  detection: Detection;
  rows: InvoiceRow[];
  /** As of the day; settled ones included. */
  invoices: Invoice[];
  problems: Problem[];
  skipped: number;
}

/** Reads a sheet with its displayed texts: two service calls. */
export function readGrid(workbook: Workbook, sheet: SheetInfo): Grid {
  return { ...workbook.read(sheet), display: workbook.readDisplay(sheet) };
}

/**
 * Reads the invoice sheet that set-up confirmed.
 * @param asOf the book is made as of this day
 * @param known an earlier reading of the same sheet: then one service call is enough
 * @throws Refusal `half-loaded` when the sheet, its header row or a mapped column is missing
 */
export function readBook(ws: Workspace, asOf: Day, known: Grid | null = null): Book {
  const settings = ws.settings();
  const sheet =
    ws.sheets.find(({ id }) => id === ws.state.invoiceSheet) ??
    ws.sheets.find(({ name }) => name === settings.invoiceSheet);
  if (!sheet) {
    throw new Refusal(
      'half-loaded',
      `The invoice sheet "${settings.invoiceSheet}" is missing. Bring it back, or choose another one under Duesheet > Set up.`,
    );
  }
  const { workbook } = ws.ports;
  const grid = known ? workbook.reread(sheet, known) : readGrid(workbook, sheet);
  const detection = applyMapping(grid, settings.mapping);
  if (isProblem(detection)) throw new Refusal('half-loaded', detection.message);
  const ordered = settings.dateOrder ? inOrder(detection, settings.dateOrder) : detection;
  return bookOf(sheet, grid, ordered, settings.defaultCurrency, asOf);
}

/**
 * Reads the invoice table of a workbook that may never have been set up.
 * @param sheets where to look
 * @param answers columns a person named, field to header, and how text dates are to be read
 * @throws Refusal with the code of what was not found
 */
export function detectBook(
  workbook: Workbook,
  sheets: readonly SheetInfo[],
  asOf: Day,
  answers: { columns: Mapping; dateOrder?: DateOrder },
): Book {
  const grids = sheets.filter(({ name }) => !isOwnTab(name)).map((sheet) => readGrid(workbook, sheet));
  const found = detectTable(grids);
  if (isProblem(found)) throw new Refusal(found.code, found.message);
  const sheet = sheets.find(({ name }) => name === found.sheet);
  const grid = grids.find((one) => one.sheet === found.sheet);
  if (!sheet || !grid) throw new Refusal('no-invoice-table', 'No sheet with invoices was found.');
  const named = Object.keys(answers.columns).length > 0;
  const detection = named ? applyMapping(grid, { ...headersIn(found), ...answers.columns }) : found;
  if (isProblem(detection)) throw new Refusal(detection.code, detection.message);
  const ordered = answers.dateOrder ? inOrder(detection, answers.dateOrder) : detection;
  return bookOf(sheet, grid, ordered, '', asOf);
}

/** A detection with the question of the date order answered. */
function inOrder(detection: Detection, dateOrder: DateOrder): Detection {
  return { ...detection, dateOrder, questions: detection.questions.filter(({ kind }) => kind !== 'date-order') };
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

function bookOf(sheet: SheetInfo, grid: Grid, detection: Detection, defaultCurrency: string, asOf: Day): Book {
  const { rows, problems, skipped } = readInvoices(grid, detection, { defaultCurrency });
  return { sheet, grid, detection, rows, invoices: bookAsOf(rows, asOf), problems, skipped: skipped.length };
}

/** A property of the script holds 9 KB; a sample of the keys fits with room to spare. */
const SAMPLE_CHARACTERS = 6000;

/** Keys of the open invoices: all of them, or of many an even sample that can be remembered. */
export function openSample(book: Book): string[] {
  const keys = book.invoices.filter(({ open }) => open > 0).map(({ key }) => key);
  const total = keys.reduce((sum, key) => sum + key.length + 3, 0);
  const step = Math.max(1, Math.ceil(total / SAMPLE_CHARACTERS));
  return keys.sort().filter((_, index) => index % step === 0);
}

/** Cells that a sheet shows while its source is loading or broken. */
const UNFINISHED = /^(#[A-Z/0!?]+|(Loading|Wird geladen|Chargement|Cargando)[. \u2026]*)$/i;

/**
 * Why the table does not look whole, as a sentence; '' when it does. A sheet that imports its rows shows errors or
 * `Loading...` for a while, and a half-finished paste has only a part of the invoices.
 * @param openKeys invoices that were open at the last run
 */
export function halfLoaded(book: Book, openKeys: readonly string[]): { sentence: string; acceptable: boolean } | null {
  const unfinished = unfinishedKey(book);
  if (unfinished) return { sentence: unfinished, acceptable: false };
  const present = new Set(book.rows.map(({ key }) => key));
  const found = openKeys.filter((key) => present.has(key)).length;
  if (found * 2 >= openKeys.length) return null;
  const share = Math.round((100 * found) / openKeys.length);
  const sentence = `Of the invoices that were open at the last run, only ${share} % are still in the invoice sheet. If the sheet is complete, say so here.`;
  return { sentence, acceptable: true };
}

function unfinishedKey({ detection, grid }: Book): string {
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
