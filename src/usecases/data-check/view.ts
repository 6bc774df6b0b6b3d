// What the data check shows: what was read, which columns it was read from, what looks wrong, who looks like one customer.

/** How much a column can be counted on. */
export type Sureness = 'sure' | 'likely' | 'unsure';

/** Rows that are not counted as invoices, for one reason. */
export interface LeftOutView {
  why: string;
  /** The first 50, 1-based. */
  rows: number[];
  count: number;
  /** Whether a person should mend them; else it is right that they are not invoices of their own. */
  mend: boolean;
}

/** Something that looks wrong, with the rows where it does. */
export interface FindingView {
  /** Stable: `cells-unreadable`, `dates-impossible`, `no-address`, ... */
  code: string;
  title: string;
  /** What to do about it, or what it leads to. */
  advice: string;
  count: number;
  /** The first 50; `row` is 0 where it is about the sheet as a whole. */
  rows: { sheet: string; row: number; text: string }[];
}

/** A customer as one of those that look like one. */
export interface SpellingView {
  key: string;
  name: string;
  invoices: number;
  /** In words; '' when nothing is open. */
  open: string;
  /** State of the reminder that waits for this spelling; '' when none does. */
  waiting: string;
}

/** Customers that look like one. */
export interface SameCustomerView {
  keep: SpellingView;
  others: SpellingView[];
  /** In words, without a full stop. */
  why: string;
}

/** The data check. */
export interface DataCheckView {
  sheet: string;
  headerRow: number;
  /** Rows below the headers that are not blank. */
  rowsRead: number;
  /** How many invoices they are. */
  invoices: number;
  leftOut: LeftOutView[];
  columns: {
    field: string;
    label: string;
    header: string;
    /** 0 to 1. */
    confidence: number;
    sureness: Sureness;
    reason: string;
  }[];
  /** What the fields without a column are called. */
  notFound: string[];
  findings: FindingView[];
  /** Those of whom two would be reminded come first. */
  sameCustomers: SameCustomerView[];
  /** Whether a person can say here who is one customer: only in a workbook that is set up. */
  canDecide: boolean;
}
