// The report of a dry run, as `previewPlan` of the bundle gives it and `plan --json` prints it.

export interface PlanReport {
  asOf: string;
  sheet: string;
  headerRow: number;
  columns: Record<string, string | null>;
  problems: { row: number; column: string; code: string; message: string }[];
  questions: { field: string; message: string; candidates: string[] }[];
  totals: Record<string, CurrencyTotals>;
  invoices: PlannedInvoice[];
  reminders: PlannedReminder[];
  /** Who is overdue and on no ladder, a sentence; '' where nobody is. */
  unchased: string;
  /** Whom the day's number of new customers leaves for later, and until when, a sentence; '' for nobody. */
  later: string;
  dataCheck: DataCheck;
}

export interface DataCheck {
  sheet: string;
  headerRow: number;
  rowsRead: number;
  invoices: number;
  leftOut: { why: string; rows: number[]; count: number; mend: boolean }[];
  columns: {
    field: string;
    label: string;
    header: string;
    confidence: number;
    sureness: 'sure' | 'likely' | 'unsure';
    reason: string;
  }[];
  notFound: string[];
  findings: {
    code: string;
    title: string;
    advice: string;
    count: number;
    rows: { sheet: string; row: number; text: string }[];
  }[];
  sameCustomers: { keep: SpeltCustomer; others: SpeltCustomer[]; why: string }[];
  canDecide: boolean;
}

export interface SpeltCustomer {
  key: string;
  name: string;
  invoices: number;
  open: string;
  waiting: string;
}

export interface CurrencyTotals {
  open: number;
  overdue: number;
  credits: number;
  /** Kept back by customers until a later day, in no other figure; left out where there is none. */
  retained?: number;
  /** What of `open` is not for us to ask for; left out where nothing is. */
  apart?: number;
  invoices: number;
  overdueInvoices: number;
  buckets: Record<string, { amount: number; invoices: number }>;
}

export interface PlannedInvoice {
  row: number;
  invoice: string;
  customer: string;
  due: string | null;
  balance: number;
  currency: string;
  daysPastDue: number | null;
  bucket: string;
  segment: string;
  decision: string;
  stage: string | number | null;
  reasons: { code: string; message: string }[];
  nextDate: string | null;
  /** Every rule in order; the day is the one on which that changes by itself. */
  rules: { rule: string; holds: boolean; message: string; nextDate: string | null }[];
}

export interface PlannedReminder {
  customer: string;
  segment: string;
  stage: string | number;
  channel: string;
  template: string;
  to: string | string[];
  amounts: Record<string, number>;
  invoices: string[];
}
