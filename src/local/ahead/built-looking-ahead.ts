// The built script that looks ahead in a file and back over its past; it is not part of what is pushed.
import { builtPart } from '../built-project';
import { HostFailure } from '../failure';
import type { FileBook } from '../file-cells';

/** How good the forecast was in one currency. */
interface SkillReport {
  months: number;
  mae: number;
  maeDueDate: number;
  inside: number;
  inWords: string;
  isWorthShowing: boolean;
}

/** A forecast as it is told. */
export interface ForecastReport {
  asOf: string;
  columns: Record<string, string | null>;
  questions: { field: string; message: string; candidates: string[] }[];
  invoices: {
    row: number;
    invoice: string;
    customer: string;
    currency: string;
    balance: number;
    due: string | null;
    expected: string | null;
    early: string | null;
    late: string | null;
    lateRisk: number | null;
    why: string;
  }[];
  weeks: Record<string, { from: string; to: string; amount: number; low: number; high: number; promised: number }[]>;
  beyond: Record<string, number>;
  apart: Record<string, number>;
  customers: { customer: string; currency: string; open: number; lateRisk: number | null; usualDays: number | null }[];
  skill: Record<string, SkillReport>;
}

/** A policy over the past as it is told. */
export interface ReplayedPolicy {
  name: string;
  mails: number;
  mailsBeforeDue: number;
  statements: number;
  calls: number;
  tasks: number;
  customersMailed: number;
  invoicesMailed: number;
  mailsPerWeek: { mean: number; median: number; max: number };
  mostToOneCustomerInAWeek: number;
  mostToOneCustomerIn7Days: number;
  needlessMails: number | null;
  needlessLines: number | null;
  contacts: number;
  contactsAvoided: number;
  daysLater: number;
}

/** A replay as it is told. */
export interface ReplayReport {
  from: string;
  to: string;
  policies: ReplayedPolicy[];
}

/** A sentence in place of a report. */
type OrRefused<T> = T | { refused: { code: string; message: string } };

interface LookingAhead {
  forecastOfFile(
    file: FileBook,
    options: { sheet?: string; asOf?: string; columns?: Record<string, string> },
  ): OrRefused<ForecastReport>;
  replayOfFile(
    file: FileBook,
    span: { from: string; to: string },
    policies: { name: string; sheet: FileBook['sheets'][number] | null }[],
  ): OrRefused<ReplayReport>;
}

/** The script as the build made it. @throws HostFailure `not-built` when it is missing */
export function builtLookingAhead(): Promise<LookingAhead> {
  return builtPart<LookingAhead>('looking-ahead');
}

/** The report. @throws HostFailure with the sentence that stands in its place */
export function orThrow<T extends object>(report: OrRefused<T>): T {
  if ('refused' in report) throw new HostFailure(report.refused.code, report.refused.message);
  return report;
}
