// What the use cases need of the world outside: one small port per concern, each with one adapter in src/google.
import type { TemplateRow } from '../dunning/letter/template-row';
import type { Day } from '../receivables/day';
import type { Cell, Grid } from '../sheet/grid';
import type { ColumnKind, NewTab, TabColumn, TabSpec } from './tab-specs';

/** A tab of the workbook; `id` stays when people rename or move it. */
export interface SheetInfo {
  id: number;
  name: string;
}

/** The spreadsheet. Every read and write is one service call, whatever its size, unless said otherwise. */
export interface Workbook {
  id(): string;
  name(): string;
  /** All tabs in order. */
  sheets(): SheetInfo[];
  /** All cells from A1 to the last used one. */
  read(sheet: SheetInfo): Grid;
  /** The displayed texts of the same cells. */
  readDisplay(sheet: SheetInfo): string[][];
  /** The first columns of all rows from a row (1-based) on, blank rows at the end left out (two calls). */
  readFrom(sheet: SheetInfo, row: number, columns: number): Cell[][];
  /** A block of cells; blank beyond the end of the sheet. */
  readBlock(sheet: SheetInfo, row: number, column: number, rows: number, columns: number): Cell[][];
  /** Writes a block; adds rows when the sheet is too short. Texts are written as texts, whatever they start with. */
  write(sheet: SheetInfo, row: number, column: number, cells: Cell[][]): void;
  /**
   * Adds a row below the last one of the sheet, wherever that is by then: what people put in meanwhile is not overwritten.
   * @param seenAt where the end was when it was last looked at, 1-based
   */
  append(sheet: SheetInfo, cells: readonly Cell[], seenAt: number): void;
  /** The last row in use, 1-based; 0 where there is none. */
  lastRow(sheet: SheetInfo): number;
  /** Creates tabs behind the others, with headers, rows, widths, formats and drop-downs (several calls each). */
  createTabs(tabs: readonly NewTab[]): SheetInfo[];
  /** Takes a tab away with all that is in it: for one of our own whose making was cut off. */
  removeTab(sheet: SheetInfo): void;
  /** Gives a tab that is empty its headers, widths, formats and drop-downs. */
  layOutTab(sheet: SheetInfo, spec: TabSpec): void;
  /** Gives a tab one more column, 1-based, with its header in a row, its width, format and drop-down. */
  addColumn(sheet: SheetInfo, headerRow: number, column: number, spec: TabColumn): void;
  /** Gives columns (1-based) their cell formats again below the header row; what stands in them stays. */
  formatColumns(sheet: SheetInfo, headerRow: number, columns: readonly { column: number; kind: ColumnKind }[]): void;
  /** Puts a note on a cell (1-based) that has none. @returns whether it had none */
  noteCell(sheet: SheetInfo, row: number, column: number, note: string): boolean;
  /** Moves rows that lie below each other (1-based) above the row `before`, as rows lie until then, with all that refers to them. @returns whether they may be moved */
  moveRows(sheet: SheetInfo, row: number, count: number, before: number): boolean;
  /** Deletes a row with everything in it, or several that lie below each other. */
  deleteRow(sheet: SheetInfo, row: number, count?: number): void;
  /** Where the named range `name` begins: sheet id, 1-based row and column; null when there is none. */
  named(name: string): { sheet: number; row: number; column: number } | null;
  /** Makes a cell the named range `name`. */
  nameCell(name: string, sheet: SheetInfo, row: number, column: number): void;
  /** The texts that were kept in a hidden tab; null where there is no such tab. */
  kept(name: string): string[] | null;
  /** Keeps texts, each of 50,000 characters at most, in a hidden tab of that name, in place of those there were. */
  keep(name: string, texts: readonly string[]): void;
  /** Makes every write so far final. */
  flush(): void;
  /**
   * Puts a formula into the cell the person has selected, when that is empty.
   * @returns the cell's address, and whether the formula was put there
   */
  insertFormula(formula: string): { cell: string; inserted: boolean };
  /** Where the cursor of the person in front of the screen stands, row 1-based; null when nobody is there. */
  cursor(): { sheet: SheetInfo; row: number } | null;
  /** Puts the cursor of the person in front of the screen on a row. */
  show(sheet: SheetInfo, row: number): void;
}

/** Small texts that belong to this script in this workbook; null where there are none (a file that is no workbook). */
export interface Properties {
  readAll(): Record<string, string>;
  /** Writes the given texts and leaves the others. */
  write(values: Record<string, string>): void;
  /** Removes texts by name. */
  remove(names: readonly string[]): void;
}

/** The lock of the workbook: one holder at a time, whoever runs. */
export interface Lock {
  /** Waits at most `milliseconds`; false when somebody else holds it. */
  acquire(milliseconds: number): boolean;
  release(): void;
}

/** A moment in the spreadsheet's zone. */
export interface Moment {
  day: Day;
  /** Minutes since midnight. */
  minute: number;
  /** `YYYY-MM-DD HH:mm:ss`. */
  text: string;
}

export interface Clock {
  now(): Moment;
  /** Milliseconds since the execution began. */
  elapsed(): number;
  /** Milliseconds since the beginning of 1970 in Greenwich, for the time in other zones. */
  instant(): number;
}

/** A mail as handed over: the raw message in base64url. */
export interface Mailer {
  /** @throws MailRefused when Gmail refuses it for certain; any other error leaves the outcome open */
  send(raw: string, threadId: string): { id: string; threadId: string };
}

/** Gmail refused a mail for certain: nothing left. */
export class MailRefused extends Error {
  constructor(
    readonly code: 'bad-address' | 'quota' | 'no-permission' | 'refused',
    message: string,
  ) {
    super(message);
    this.name = 'MailRefused';
  }
}

/** Who is at work. */
export interface Session {
  /** Address of the account it runs as; '' when it cannot be told. */
  user(): string;
  /** A text nobody can guess, the same all through an execution. */
  secret(): string;
}

/** The hourly trigger of the current user. */
export interface Schedule {
  isOn(): boolean;
  turnOn(): void;
  turnOff(): void;
  /** What is missing to run unattended, as a sentence; '' when nothing is. */
  missingPermission(): string;
}

/** What a tab that exists for a moment showed of the spreadsheet. */
export interface TriedTab {
  /** Texts as they read back after they were added as a row at the end, and after they were written as a block. */
  appended: string[];
  written: string[];
  /** Whether the cells kept the format for texts. */
  isText: boolean;
  /** Whether a cell was found again by a name. */
  isNamed: boolean;
  /** Milliseconds of each of ten rounds: a cell written, made final and read back. */
  rounds: number[];
}

/** What only shows where the script runs. Whatever is tried leaves nothing behind. */
export interface Installation {
  /** Whether the Gmail service is switched on in this script. */
  hasGmail(): boolean;
  /** Makes a tab, tries it with texts, and removes it. @throws Refusal `tab-taken` where a tab of that name is in use */
  tryTab(name: string, texts: readonly string[]): TriedTab;
  /** Which of some columns (1-based) are typed columns of a Table, told by a row below the headers. */
  typedColumns(sheet: SheetInfo, row: number, columns: readonly number[]): number[];
}

/** A chart over a block of cells: labels in its first column, names of the series in its first row. */
export interface ChartSpec {
  title: string;
  /** Side by side, on top of each other, as parts of a whole, lying down on top of each other, as lines. */
  kind: 'columns' | 'stacked' | 'percent' | 'bars' | 'lines';
  /** How many of the last series are lines across, whatever the kind. */
  lines: number;
  /** 1-based. */
  block: { row: number; column: number; rows: number; columns: number };
  /** The cell its upper left corner stands on, 1-based. */
  at: { row: number; column: number };
}

/** The charts of a tab, and how its figures look. */
export interface Charts {
  /** The charts that are there, whoever made them. */
  all(sheet: SheetInfo): { id: number; title: string }[];
  /** Puts charts into a tab, as far as it takes them. @returns the titles of those it did not take */
  insert(sheet: SheetInfo, charts: readonly ChartSpec[]): string[];
  /** Takes charts away. */
  remove(sheet: SheetInfo, ids: readonly number[]): void;
  /** Gives a block of cells its number formats, and rows of it the looks of headings, as far as the tab takes them. */
  lookLike(sheet: SheetInfo, formats: readonly (readonly string[])[], headings: readonly number[]): void;
}

/** Pages as PDF files. */
export interface PdfMaker {
  /** @param html a page of tables, borders and bold @returns the file in base64 @throws any error where it cannot be made */
  of(html: string): string;
}

/** What ships beside the script. */
export interface Texts {
  /** The texts a new workbook starts with, language by language. @throws Refusal `texts-missing` where the file is of another build */
  defaults(): readonly TemplateRow[];
}

/** A message as the mailbox lists it. */
export interface ListedMessage {
  id: string;
  threadId: string;
  labels: readonly string[];
}

/** A message with its headers. Nothing else of it can be read. */
export interface MessageHead extends ListedMessage {
  /** The block of headers, a line each. */
  headers: string;
  /** When it came, milliseconds since 1970. */
  at: number;
}

/** What came since a place in the mailbox's history. */
export interface MailboxNews {
  /** Each message with the place behind it, in order. */
  messages: readonly (ListedMessage & { place: string })[];
  /** The place behind all of them. */
  place: string;
}

/** The mailbox of whoever runs the script, as far as headers tell; there with the capability `replies` only. */
export interface Mailbox {
  /** The place where it stands now. @throws MailboxRefused, as all that asks the mailbox */
  place(): string;
  /** What came since a place; null where the mailbox does not know that place any more. */
  since(place: string): MailboxNews | null;
  /** A message with its headers; null where it is gone. */
  head(id: string): MessageHead | null;
  /** The messages of a thread with their headers, oldest first; none where it is gone. */
  thread(id: string): readonly MessageHead[];
  /** Bytes in an encoding as text; null where it is none that is known. */
  decoded(bytes: Uint8Array, encoding: string): string | null;
}

/** The mailbox did not answer: the message is a sentence that says what to do. */
export class MailboxRefused extends Error {
  constructor(
    readonly code: 'quota' | 'no-permission' | 'failed',
    message: string,
  ) {
    super(message);
    this.name = 'MailboxRefused';
  }
}

/** A file of Google Drive, before it is read. */
export interface FileHead {
  /** As it comes along: of a document of Google's own, of the PDF that is made of it. */
  name: string;
  type: string;
  /** Null where it is made into a PDF: known once it is read. */
  bytes: number | null;
}

/** The files of Google Drive that whoever runs the script may open; there with the capability `attachments` only. Each is read once. */
export interface DriveFiles {
  /** @throws FileRefused, as `read` */
  head(file: { id: string; key: string }): FileHead;
  /** @returns the file in base64 */
  read(file: { id: string; key: string }): string;
}

/**
 * A file is not given out; the message is a sentence. `missing`: a person has to look; `later`: Google does not answer now; `no-permission`
 * and `no-file` (a folder, a table): its link has to do.
 */
export class FileRefused extends Error {
  constructor(
    readonly code: 'missing' | 'later' | 'silent' | 'no-permission' | 'no-file',
    message: string,
  ) {
    super(message);
    this.name = 'FileRefused';
  }
}

/** What was built in beyond the usual. */
export interface Capability {
  name: string;
  /** Where the person allows what it needs, a link; '' where that is allowed. */
  grantAt(): string;
}

/** All ports. */
export interface Ports {
  workbook: Workbook;
  properties: Properties;
  lock: Lock;
  clock: Clock;
  mailer: Mailer;
  session: Session;
  schedule: Schedule;
  installation: Installation;
  charts: Charts;
  texts: Texts;
  pdf: PdfMaker;
  capabilities: readonly Capability[];
  /** Null where replies are not noticed by this script. */
  mailbox: Mailbox | null;
  /** Null where documents go as links. */
  files: DriveFiles | null;
}
