// What the page "Close a month" is told: what a month end holds, what is still open before it is closed, and how its tab stands.

/** A line of a list. Amounts are minor units, days ISO. */
export interface MonthLineView {
  customer: string;
  customerKey: string;
  invoice: string;
  currency: string;
  open: number;
  why: string;
}

/** A list that is looked at. */
export interface MonthListView {
  title: string;
  note: string;
  items: number;
  /** In words, by currency. */
  totals: string;
  /** The first of them. */
  lines: MonthLineView[];
}

/** A currency of a month end, minor units. */
export interface MonthCurrencyView {
  currency: string;
  invoices: number;
  open: number;
  overdue: number;
  /** The five ages, then what has no due date. */
  ages: number[];
  credits: number;
  total: number;
  /** Null where no rates are set. */
  allowance: { byAge: number; insolvent: number; total: number } | null;
  /** How the allowance moved, in words; '' where there is nothing to compare with. */
  allowanceMoved: string;
  /** As typed when it was closed; null where nobody did, or it is not closed. */
  ledger: number | null;
  /** Open less credits in its tab; null where it is not closed. */
  inTab: number | null;
}

/** A write-off that the tab proposes. */
export interface ProposalView extends MonthLineView {
  key: string;
  /** What is written beside it by hand and not written down yet, in words; '' where nothing is. */
  typed: string;
  /** Who approved it, and on which ISO day; '' while nobody did. */
  approvedBy: string;
  approvedOn: string;
}

/** A tab of a closed month. */
export interface ClosedTabView {
  tab: string;
  /** ISO day. */
  on: string;
  by: string;
  /** What is wrong with it, a sentence; '' where it stands as it was made, null where nobody looked. */
  fault: string | null;
}

/** What the page is told. */
export interface MonthEndView {
  /** Months that can be chosen, the latest first: `2026-11` and its name. */
  months: { month: string; name: string; isClosed: boolean }[];
  month: string;
  name: string;
  /** ISO day: the last of the month. */
  end: string;
  /** Why it may not be closed now; '' where it may. */
  notNow: string;
  /** That it was closed, and what can be done; '' where it was not. */
  closed: string;
  tabs: ClosedTabView[];
  checks: string[];
  currencies: MonthCurrencyView[];
  items: number;
  lists: MonthListView[];
  /** Of the tab made last; the first of many. */
  proposals: ProposalView[];
}

/** What a tab holds, or would hold, as texts for a file. */
export interface MonthFileView {
  name: string;
  rows: string[][];
}
