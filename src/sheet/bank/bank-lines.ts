// What a bank file holds once it is read: accounts, lines, and what could not be read.
import type { Day } from '../../receivables/day';
import { minorDigits, toMinor } from '../../receivables/money';
import type { Cell } from '../grid';

/** The kinds of file that are read. */
export type BankFormat = 'camt.052' | 'camt.053' | 'camt.054' | 'MT940' | 'MT942' | 'BAI2' | 'OFX' | 'CSV' | 'XLSX';

/** Money with its currency. */
export interface Money {
  /** Integer minor units. */
  minor: number;
  currency: string;
}

/** One line of a bank statement: money that came (positive) or went (negative). Texts are '' where the file has none. */
export interface BankLine extends Money {
  /** 1-based place in the file, its header counted as 1. */
  row: number;
  /** Id of the account, as the file writes it. */
  account: string;
  /** The value date where there is one, else the booking date. */
  day: Day;
  /** The booking date, where the file has it beside the other. */
  booking: Day | null;
  /** The other party. */
  payer: string;
  /** For whom the payer pays, where the bank says so. */
  onBehalfOf: string;
  payerAccount: string;
  /** The remittance text. */
  text: string;
  /** The bank's own reference of the line. */
  bankId: string;
  endToEndId: string;
  /** A creditor reference with check digits, letters and figures only. */
  structuredReference: string;
  /** ISO or ACH code of a returned payment. */
  returnReason: string;
  /** Minor units of the line's currency that the bank kept; already inside the amount. */
  charges: number;
  /** What was sent, where it differs from what came. */
  original: Money | null;
  /** Announced, not booked. */
  pending: boolean;
  infoOnly: boolean;
  /** How many payments the bank booked as one; 0 for a line of its own. */
  batchOf: number;
  /** Equal to a line above, with no id of the bank that tells them apart. */
  flagged: boolean;
}

/** An account of a bank file. */
export interface BankAccount {
  id: string;
  currency: string;
  /** Minor units; null where the file does not state it. */
  opening: number | null;
  closing: number | null;
  /** The day up to which the file holds all that was booked; null where it does not say so. */
  end: Day | null;
}

/** Something that a person should know of a bank file. */
export interface BankProblem {
  /** 1-based, the header counted as 1; 0 when it is about the file. */
  row: number;
  code: string;
  message: string;
}

/** A bank file, read. */
export interface BankFile {
  format: BankFormat;
  accounts: BankAccount[];
  /** The earliest day up to which its accounts are complete; null where one does not say. */
  statementEnd: Day | null;
  lines: BankLine[];
  /** Lines or pages that were in the file before, and count once. */
  duplicates: number;
  problems: BankProblem[];
}

/** A bank file of which nothing is taken: its lines would look like all there is. */
export class BankFileRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Rows of a table, from the first of the file. */
export type Rows = readonly (readonly Cell[])[];

/** A line with nothing but what every line has. */
export function bankLine(from: Money & { row: number; account: string; day: Day }): BankLine {
  const texts = { payer: '', onBehalfOf: '', payerAccount: '', text: '', bankId: '', endToEndId: '' };
  const marks = { pending: false, infoOnly: false, flagged: false, batchOf: 0, charges: 0, original: null };
  return { booking: null, structuredReference: '', returnReason: '', ...texts, ...marks, ...from };
}

const DECIMAL = /^([+-]?)(\d{1,15})(?:[.,](\d*))?$/;

/**
 * The minor units of an amount as statements of machines write it: figures and one decimal mark, nothing else.
 * @returns null when the text is no such amount, or has more decimals than its currency
 * @example minorOfText('20000,', 'EUR') // 2000000
 */
export function minorOfText(text: string, currency: string): number | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  if (decimals.replace(/0+$/, '').length > minorDigits(currency)) return null;
  const minor = toMinor(Number(`${whole}.${decimals || '0'}`), currency);
  return sign === '-' && minor !== 0 ? -minor : minor;
}

/** A text in one line, its runs of blanks made one. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Letters and figures of a reference. */
export function bareReference(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

const RETURN_WORDS =
  /r(ü|ue)ck|retour|return|revers|charge ?back|reject|dishono|impay|devol|storno|insoluto|terugboek|zwrot|nsf|unpaid/i;
const ISO_REASON =
  /\b(?:AC0[1-9]|AC1[3-6]|AG0[1-9]|AG10|AM0[1-9]|BE0[1-8]|CNOR|DNOR|ED05|ERIN|FF0[1-7]|FOCR|FRAD|MD0[1-9]|MD1[5-9]|MS0[23]|RC01|RC07|RR0[1-5]|SL0[1-4]|SL1[1-4]|TECH|TM01|UPAY|CUST|DUPL)\b/;
const ACH_REASON = /\bR(?:0[1-9]|[1-4]\d|[5-8]\d)\b/;

/**
 * The code of a returned payment as it stands in a text: of ISO 20022, or of the American clearing house where words of a return are beside it.
 * @param kind what the bank calls the line
 * @example returnReasonIn('Beitrag AM04', 'RUECKLASTSCHRIFT') // 'AM04'
 */
export function returnReasonIn(text: string, kind: string): string {
  if (!RETURN_WORDS.test(`${kind} ${text}`)) return '';
  return (ISO_REASON.exec(text) ?? ACH_REASON.exec(text))?.[0] ?? '';
}
