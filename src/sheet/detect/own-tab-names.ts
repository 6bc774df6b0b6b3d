// The names of Duesheet's own tabs, which are never taken for a table of invoices.

export const OWN_TAB_NAMES = [
  'AR Settings',
  'AR Customers',
  'AR Policy',
  'AR Templates',
  'AR Holds',
  'AR Promises',
  'AR Disputes',
  'AR Holidays',
  'AR Queue',
  'AR Log',
  'AR Payments',
  'AR History',
  'AR Dashboard',
  'AR Segments',
  'AR Reasons',
] as const;

export type OwnTabName = (typeof OWN_TAB_NAMES)[number];

/** Tabs that come one a day, a month or a year: exports for auditors, month ends, and closed years of the log. */
const DATED = /^AR ((Export|Log) \d{4}|\d{4}-\d\d( \(\d+\))?$)/;

/** The hidden tab that keeps what the log comes to: nobody reads it, and it may be deleted at any time. */
export const KEPT_LOG_NAME = 'AR Log (kept)';

/** Whether a tab is one of ours by its name. @example isOwnTab('AR Queue') // true */
export function isOwnTab(name: string): boolean {
  return OWN_TAB_NAMES.some((own) => own === name) || name === KEPT_LOG_NAME || DATED.test(name);
}
