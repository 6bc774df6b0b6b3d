// The book of a file that is looked at without changing anything, and may never have been set up: invoices, facts, columns.
import * as v from 'valibot';
import { type Day, dayFromIso } from '../../receivables/day';
import { type DateOrder, FIELDS, type Mapping } from '../../sheet/fields';
import { factsWithoutSetup, readFacts, type WorkbookFacts } from '../../workbook/facts';
import { detectInvoiceTable, type InvoiceTable, readInvoiceTable } from '../../workbook/invoices';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { WorkbookSession } from '../../workbook/session';
import type { OwnTabs } from '../../workbook/tabs/own-tabs';

/** What to preview; everything may be left out. */
export const previewOptions = v.partial(
  v.object({
    sheet: v.string(),
    /** `YYYY-MM-DD`; today when left out. */
    asOf: v.string(),
    /** Columns named by a person: field to header, or the answer `day first` or `month first` to how its dates are read. */
    columns: v.record(v.string(), v.string()),
  }),
);
export type PreviewOptions = v.InferOutput<typeof previewOptions>;

/** A book as it stood on a day, with everything a decision on it is made from. */
export interface OpenedBook {
  ws: WorkbookSession;
  asOf: Day;
  today: Day;
  book: InvoiceTable;
  gathered: WorkbookFacts;
  /** Whether the workbook was set up, and its own columns and tabs were read. */
  ours: boolean;
}

/**
 * Opens a book for looking at it.
 * @throws Refusal when there is no invoice table, or what was asked for is not there
 */
export function openBook(ports: Ports, options: PreviewOptions): OpenedBook {
  const asOf = options.asOf ? dayFromIso(options.asOf) : ports.clock.now().day;
  if (asOf === null) throw new Refusal('date-unreadable', `"${options.asOf}" is not a date; write it like 2026-11-24.`);
  const ws = new WorkbookSession(ports);
  const today = ports.clock.now().day;
  const ours = ws.isSetUp() && !options.sheet && !options.columns;
  const book = ours
    ? readInvoiceTable(ws, asOf)
    : detectInvoiceTable(ports.workbook, sheetsToSearch(ws, options.sheet), asOf, answersOf(options));
  const gathered = ours ? readFacts(ws, book, asOf) : factsWithoutSetup(book, asOf, ports.texts.defaults(), today);
  return { ws, asOf, today, book, gathered, ours };
}

/** Which column was taken for what, and what a person is asked about them. */
export function columnsAsked({ detection }: InvoiceTable): {
  columns: Record<string, string | null>;
  questions: { field: string; message: string; candidates: string[] }[];
} {
  return {
    columns: Object.fromEntries(FIELDS.map((field) => [field, detection.columns[field]?.header ?? null])),
    questions: detection.questions.map(({ field, message, candidates }) => ({ field, message, candidates })),
  };
}

function sheetsToSearch(ws: WorkbookSession, name: string | undefined): OwnTabs['sheets'] {
  if (!name) return ws.tabs.sheets.filter((sheet) => !ws.tabs.isOwn(sheet));
  const chosen = ws.tabs.sheets.filter((sheet) => sheet.name === name);
  if (chosen.length > 0) return chosen;
  throw new Refusal(
    'no-such-sheet',
    `There is no sheet "${name}". There are: ${ws.tabs.sheets.map((sheet) => `"${sheet.name}"`).join(', ')}.`,
  );
}

function answersOf(options: PreviewOptions): { columns: Mapping; dateOrder?: DateOrder } {
  const columns: Mapping = {};
  let dateOrder: DateOrder | undefined;
  for (const [name, header] of Object.entries(options.columns ?? {})) {
    const field = FIELDS.find((one) => one.toLowerCase() === name.toLowerCase());
    if (!field) throw new Refusal('no-such-field', `There is no field "${name}". Known are: ${FIELDS.join(', ')}.`);
    const order = /^(day|month)[ -]first\b/i.exec(header)?.[1]?.toLowerCase();
    if (order) dateOrder = order === 'day' ? 'day-first' : 'month-first';
    else columns[field] = header;
  }
  return { columns, dateOrder };
}
