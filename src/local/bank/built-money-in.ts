// The built reader of bank files: the script that a page takes to read a file before its lines go to the workbook.
import { builtPart } from '../built-project';

/** A cell of a spreadsheet: a date is its day since 1970-01-01. */
export type BankCell = string | number | boolean | { day: number };

/** A file to be read. */
export type BankSource =
  | { bytes: Uint8Array; decode(bytes: Uint8Array, encoding: string): string | null }
  | { rows: BankCell[][] };

/** A line as it is told. */
export interface BankLineReport {
  row: number;
  date: string;
  amount: string;
  currency: string;
  payer: string;
  text: string;
  structuredReference?: string;
  pending?: true;
  infoOnly?: true;
}

/** A bank file as it is told. */
export interface BankReport {
  format: string;
  accounts: { id: string; currency: string; opening?: string; closing?: string; end?: string }[];
  statementEnd?: string;
  lines: BankLineReport[];
  duplicates?: number;
  problems: { row: number; code: string; message: string }[];
  refused?: { code: string; message: string };
}

/** What is proposed for the lines of a bank file. */
export interface MatchReport {
  allocations: {
    row: number;
    line: string;
    invoice: string;
    openRow: number;
    amount: number;
    discount?: number;
    fee?: number;
    currency?: string;
    why: string;
  }[];
  ask: { row: number; line: string; candidates: string[]; why: string }[];
  unmatched: { row: number; line: string; amount: number; as: string; why: string }[];
  problems: { row: number; code: string; message: string }[];
  refused?: { code: string; message: string };
}

/** A sheet with invoices. */
export interface OpenSheet {
  sheet: string;
  firstRow: number;
  values: BankCell[][];
  display: string[][] | null;
}

interface MoneyIn {
  bankReport(source: BankSource, options: { currency?: string }): BankReport;
  matchReport(
    open: OpenSheet,
    bank: BankSource,
    asOf: number,
    options: { currency?: string; aliases: { customer: string; names: string[] }[] },
  ): MatchReport;
}

/** The reader as the build made it. @throws HostFailure `not-built` when it is missing */
export const builtMoneyIn = (): Promise<MoneyIn> => builtPart<MoneyIn>('money-in');
