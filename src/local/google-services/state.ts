// The state behind the local services: plain data that outlives a single execution, made of strings and numbers only.

/** A stored cell value. Dates are the wall-clock time in the spreadsheet's zone, so that a zone change moves no cell. */
export type StoredValue =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date' /** `YYYY-MM-DDTHH:mm:ss.SSS`, wall clock in the spreadsheet's zone */; wall: string }
  | { kind: 'error' /** `#N/A`, `#REF!`, ... */; value: string };

/** A cell: its value, and what else a sheet keeps for it. */
export interface StoredCell {
  value: StoredValue;
  /** With leading `=`; '' without a formula. */
  formula?: string;
  /** Text kept by a file reader as it was displayed; dropped when the cell is written. */
  displayed?: string;
  numberFormat?: string;
  note?: string;
  background?: string;
  fontColor?: string;
  fontWeight?: string;
  wrap?: 'WRAP' | 'OVERFLOW' | 'CLIP';
  horizontalAlignment?: string;
  /** Other formats by name (`fontSize`, `verticalAlignment`, ...). */
  style?: Record<string, string | number>;
  validation?: unknown;
}

/** How a cell looks and what it takes, apart from what it holds. */
export type Look = Pick<
  StoredCell,
  'numberFormat' | 'background' | 'fontColor' | 'fontWeight' | 'wrap' | 'horizontalAlignment' | 'style' | 'validation'
>;

/** Rows of a column whose blank cells look alike: `from` (0-based) up to, and without, `to`. */
export interface LookRun {
  from: number;
  to: number;
  look: Look;
}

/** The runs of each column (0-based), from top to bottom; they are replaced, never changed. */
export type Looks = Record<number, readonly LookRun[]>;

/**
 * One tab. Cells are kept sparsely: row (0-based) to column (0-based) to cell. A cell that is there has its own look; where
 * none is, the runs say how the blank place looks.
 */
export interface StoredSheet {
  id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  hidden: boolean;
  frozenRows: number;
  cells: Map<number, Map<number, StoredCell>>;
  /** Looks of blank cells. */
  looks?: Looks;
  columnWidths: Record<number, number>;
  /** Room for what else a service keeps (the filter). */
  extras: Record<string, unknown>;
}

export interface StoredNamedRange {
  name: string;
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** True when its cells were deleted: it names nothing any more (`#REF!`). */
  broken?: boolean;
}

/** A spreadsheet file. */
export interface StoredSpreadsheet {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  sheets: StoredSheet[];
  activeSheetId: number;
  namedRanges: StoredNamedRange[];
}

/** A mail that the local Gmail accepted: the raw message byte for byte (latin1 text of its bytes). */
export interface StoredMail {
  id: string;
  threadId: string;
  from: string;
  raw: string;
  /** Epoch milliseconds of the virtual clock. */
  at: number;
  /** Its place in the order of everything that came into any mailbox; 0 where it was kept before there was one. */
  place?: number;
}

/** A message that stands in a person's mailbox: its headers, and nothing else. */
export interface StoredIncoming {
  id: string;
  threadId: string;
  /** Whose mailbox. */
  user: string;
  labels: string[];
  headers: string;
  at: number;
  place: number;
}

/** A file of Google Drive. */
export interface StoredFile {
  id: string;
  name: string;
  /** `application/pdf`; of Google's own kinds `application/vnd.google-apps.document` and the like. */
  type: string;
  /** Its bytes as latin1 text; of a Google document what stands in it, as HTML. */
  content: string;
  /** The size it says, where that is another than what is kept of it. */
  size?: number;
  /** What older links have to carry beside the id. */
  resourceKey?: string;
  inBin?: boolean;
  /** Who may open it; absent: everybody here. */
  readers?: string[];
  /** What Google says when it is read. */
  refuses?: string;
}

export interface StoredTrigger {
  id: string;
  user: string;
  handler: string;
  everyHours: number;
  /** `CLOCK` when absent. */
  event?: string;
  /** A clock trigger's settings (atHour, everyDays, inTimezone, ...). */
  schedule?: Record<string, string | number>;
}

/** A dialog on the screen; pixels, null where the page did not say. */
export interface ShownDialog {
  title: string;
  html: string;
  width: number | null;
  height: number | null;
  /** Counts up each time one is shown. */
  shown: number;
}

/** Everything that outlives an execution. */
export interface World {
  spreadsheet: StoredSpreadsheet;
  documentProperties: Record<string, string>;
  scriptProperties: Record<string, string>;
  userProperties: Record<string, Record<string, string>>;
  mails: StoredMail[];
  /** What came in, whoever's mailbox it is. */
  inbox?: StoredIncoming[];
  /** The last place that was given, and up to which one Gmail has forgotten what came. */
  mailPlaces?: number;
  forgottenPlaces?: number;
  /** How many questions about the mailbox Gmail still answers; absent: any number. */
  gmailAnswers?: number;
  /** The files of Google Drive. */
  files?: StoredFile[];
  /** How many more files Google Drive gives out; absent: any number. */
  driveAnswers?: number;
  triggers: StoredTrigger[];
  /** Recipients left today per user. */
  mailQuota: Record<string, number>;
  /** What happened on the screen: menus, the sidebar's HTML and title, toasts, alerts. */
  screen: {
    menus: { caption: string; items: { caption: string; handler: string }[] }[];
    sidebar: { title: string; html: string /** counts up each time one is shown */; shown: number } | null;
    /** The dialog that is open beside the grid, one at a time; absent or null for none. */
    dialog?: ShownDialog | null;
    /** The cell the person has selected, 0-based; kept between executions as an open editor keeps it. */
    selection?: { sheetId: number; row: number; column: number };
    toasts: string[];
    alerts: string[];
  };
  /** Locks now held, for a second execution started while one runs: kind to execution id. */
  locks: Record<string, string>;
  /** How often each counted service method was called since the counters were last cleared: `Range.getValues` to 3. */
  calls: Record<string, number>;
  /** Further addresses that a person's Gmail may send from, by account: what is set up under "Send mail as". */
  sendAs?: Record<string, string[]>;
  /** Scopes that a person has not granted (granular consent), by address. */
  missingScopes?: Record<string, string[]>;
}
