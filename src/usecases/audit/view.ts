// What an audit of the log shows, and the export of contacts for auditors.
import * as v from 'valibot';
import type { LogAsFound } from '../../dunning/history/audit/audit';

/** A part of the log as an audit takes it. */
export interface LogPart extends LogAsFound {
  /** How many rows the log has in all. */
  size: number;
}

/** Where a part begins: how many rows stand before it. */
export const partBegin = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** What is exported, as typed: names and numbers apart by semicolons or line breaks, ISO days; '' for all. */
export const exportRequest = v.object({
  customers: v.nullish(v.pipe(v.string(), v.maxLength(50_000)), ''),
  invoices: v.nullish(v.pipe(v.string(), v.maxLength(50_000)), ''),
  from: v.nullish(v.string(), ''),
  to: v.nullish(v.string(), ''),
});
export type ExportRequest = v.InferOutput<typeof exportRequest>;

/** A line of the export; all but `entry` are texts. */
export interface ExportRow {
  /** ISO day. */
  day: string;
  /** `HH:mm`. */
  time: string;
  /** A contact, or what was noted, set or lifted. */
  what: string;
  customer: string;
  channel: string;
  to: string;
  stage: string;
  tone: string;
  invoices: string;
  amounts: string;
  subject: string;
  reference: string;
  outcome: string;
  approvedBy: string;
  /** `YYYY-MM-DD HH:mm`. */
  approvedOn: string;
  editedBy: string;
  by: string;
  note: string;
  /** The number in the column Seq of AR Log. */
  entry: number;
}

/** The export as it is shown before it is written. */
export interface ExportView {
  /** ISO day: today. */
  asOf: string;
  rows: number;
  contacts: number;
  customers: number;
  /** The latest rows, the newest first. */
  latest: ExportRow[];
  /** All rows as CSV; '' where they are too many for a page. */
  csv: string;
}
