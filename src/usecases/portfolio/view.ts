// What the Portfolio page is shown: the ways to cut it, the figures by one of them, and the customers and invoices behind a line.
import type { FirstTimeRight, LateByCause, ResolutionTimes } from '../../dunning/lateness/why-late';
import type { Channel } from '../../dunning/policy/channels';
import type { DisputeKind } from '../../dunning/policy/dispute-reasons';
import type { PortfolioLine, UnbilledLine } from '../../receivables/metrics/portfolio';
import type { InvoiceLink } from '../waiting/view';

/** A way to cut the portfolio. */
export interface DimensionView {
  /** What `getPortfolio` takes for it. */
  by: string;
  name: string;
  /** What it goes by: `The column "Sales_Region"`, `The segment each customer counts as`. */
  from: string;
  /** What to add so that it can be used, a sentence; '' where it can. */
  missing: string;
}

/** How much hangs on a few customers, of one currency. */
export interface ConcentrationView {
  currency: string;
  /** Shares of the open money, 0 to 1. */
  largest: number;
  five: number;
  /** Herfindahl-Hirschman index, 0 to 10,000. */
  hhi: number;
}

/** The portfolio by one dimension. Amounts are minor units. */
export interface PortfolioView {
  /** `YYYY-MM-DD`. */
  asOf: string;
  by: string;
  /** The ten segmentations of practice, then what else is worked out. */
  dimensions: DimensionView[];
  /** Headers of the invoice sheet: each is a dimension too. */
  columns: string[];
  /** What the groups are called: `Region`. */
  title: string;
  lines: PortfolioLine[];
  /** How many more lines there are, and what they add up to is in `totals` all the same. */
  more: number;
  totals: PortfolioLine[];
  unbilled: UnbilledLine[];
  concentration: ConcentrationView[];
  /** What to know about the figures, in sentences. */
  notes: string[];
  /** The same in a cell: `=PORTFOLIO(...)`; '' where no formula knows it. */
  formula: string;
}

/** What a line of the portfolio is made of. */
export interface PortfolioRowsView {
  /** The first 200, the most overdue first. */
  customers: { key: string; name: string; open: string; overdue: string; oldest: number }[];
  moreCustomers: number;
  /** The first 200, the oldest first. */
  invoices: InvoiceLink[];
  moreInvoices: number;
}

/** How long disputes and queries of a department take. */
export interface SettlingView extends ResolutionTimes {
  /** '' for those of nobody known. */
  department: string;
}

/** A dispute or query whose deadline has passed. */
export interface PastDeadlineView {
  customerKey: string;
  customer: string;
  invoice: string;
  kind: DisputeKind;
  reason: string;
  department: string;
  owner: string;
  /** `YYYY-MM-DD`. */
  deadline: string;
}

/** The page "Why late". */
export interface WhyLateView {
  asOf: string;
  currencies: LateByCause[];
  all: ResolutionTimes;
  departments: SettlingView[];
  /** The first 100, the longest over first. */
  pastDeadline: PastDeadlineView[];
  /** The last twelve months; `month` is `YYYY-MM-DD` of its first day. */
  months: (Omit<FirstTimeRight, 'month'> & { month: string })[];
  /** From when on a month has a share, in days. */
  settledAfter: number;
}

/** Who has a contact in hand. */
export type FollowedBy = 'automatic' | 'collector' | 'account manager';

/** A segment and size in one currency: what is owed, and the work of the next four weeks on it. Amounts are minor units. */
export interface MatrixCell {
  segment: string;
  size: 'large' | 'small';
  currency: string;
  customers: number;
  open: number;
  overdue: number;
  /** What is planned if nobody pays: a contact about two currencies counts in each. */
  contacts: [channel: Channel, by: FollowedBy, number: number][];
  /** Open disputes and queries. */
  disputes: number;
  /** As on the page Load: by the settings, every contact and dispute. */
  minutes: number;
}

/** The steps that a segment goes by. */
export interface LadderView {
  segment: string;
  /** Whose rows of AR Policy they are; '' where it has none. */
  rowsOf: string;
  steps: [days: number, channel: Channel, isAutomatic: boolean][];
}

/** The follow-up matrix. */
export interface MatrixView {
  asOf: string;
  /** How many days ahead it looks. */
  days: number;
  cells: MatrixCell[];
  ladders: LadderView[];
}
