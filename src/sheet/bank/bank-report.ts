// A bank file as it is told outside: dates and amounts as texts, what the file does not say left out.
import { type Day, isoOf } from '../../receivables/day';
import { minorDigits, NO_CURRENCY } from '../../receivables/money';
import { type Decode, readBankFile } from './bank-file';
import { type BankFile, BankFileRefused, type BankLine, type BankProblem, type Money, type Rows } from './bank-lines';
import { type BankTableOptions, readBankTable } from './bank-table';

/** Money as a decimal text of its currency. */
export interface MoneyText {
  amount: string;
  currency: string;
}

/** A line as it is told; fields that the file does not have are missing. */
export interface BankLineReport extends MoneyText {
  row: number;
  account?: string;
  date: string;
  booking?: string;
  payer: string;
  text: string;
  bankId?: string;
  endToEndId?: string;
  payerAccount?: string;
  onBehalfOf?: string;
  charges?: string;
  original?: MoneyText;
  structuredReference?: string;
  returnReason?: string;
  pending?: true;
  infoOnly?: true;
  batchOf?: number;
  flagged?: true;
}

/** A bank file as it is told. */
export interface BankReport {
  format: string;
  accounts: { id: string; currency: string; opening?: string; closing?: string; end?: string }[];
  statementEnd?: string;
  lines: BankLineReport[];
  duplicates?: number;
  problems: BankProblem[];
  /** Why nothing was taken from the file. */
  refused?: { code: string; message: string };
}

/** A file to be read: its bytes, or the rows of a spreadsheet. */
export type BankSource = { bytes: Uint8Array; decode: Decode } | { rows: Rows };

/**
 * Reads a bank's file and tells what it holds.
 * @param source bytes of a file, or the rows of a spreadsheet
 * @returns a report with `refused` and no lines where nothing may be taken
 * @example bankReport({ rows: [['Date', 'Amount'], ['2026-03-31', '12.00']] }, { currency: 'EUR' }).lines[0].amount // '12.00'
 */
export function bankReport(source: BankSource, options: BankTableOptions = {}): BankReport {
  try {
    const file =
      'rows' in source
        ? readBankTable(source.rows, 'XLSX', options)
        : readBankFile(source.bytes, source.decode, options);
    return reportOf(file);
  } catch (error) {
    if (!(error instanceof BankFileRefused)) throw error;
    const { code, message } = error;
    return { format: '', accounts: [], lines: [], problems: [{ row: 0, code, message }], refused: { code, message } };
  }
}

function reportOf({ format, accounts, statementEnd, lines, duplicates, problems }: BankFile): BankReport {
  return {
    format,
    accounts: accounts.map(({ id, currency, opening, closing, end }) => ({
      id,
      currency,
      ...given('opening', decimalText(opening, currency)),
      ...given('closing', decimalText(closing, currency)),
      ...given('end', dayText(end)),
    })),
    ...given('statementEnd', dayText(statementEnd)),
    lines: lines.map((line) => lineReport(line, accounts.length > 1)),
    ...(duplicates > 0 ? { duplicates } : {}),
    problems,
  };
}

function lineReport(line: BankLine, hasAccounts: boolean): BankLineReport {
  const { row, day, booking, minor, currency, payer, text, charges, original } = line;
  return {
    row,
    ...(hasAccounts ? given('account', line.account) : {}),
    date: isoOf(day),
    ...given('booking', dayText(booking)),
    amount: decimalText(minor, currency),
    currency,
    payer,
    text,
    ...given('bankId', line.bankId),
    ...given('endToEndId', line.endToEndId),
    ...given('payerAccount', line.payerAccount),
    ...given('onBehalfOf', line.onBehalfOf),
    ...given('charges', charges === 0 ? '' : decimalText(charges, currency)),
    ...(original ? { original: moneyText(original) } : {}),
    ...given('structuredReference', line.structuredReference),
    ...given('returnReason', line.returnReason),
    ...(line.pending ? { pending: true } : {}),
    ...(line.infoOnly ? { infoOnly: true } : {}),
    ...(line.batchOf > 0 ? { batchOf: line.batchOf } : {}),
    ...(line.flagged ? { flagged: true } : {}),
  };
}

function given<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [name]: value } as Partial<Record<K, string>>);
}

function dayText(day: Day | null): string {
  return day === null ? '' : isoOf(day);
}

function moneyText({ minor, currency }: Money): MoneyText {
  return { amount: decimalText(minor, currency), currency };
}

/** Minor units as a decimal text with the decimals of the currency; '' for none. @example decimalText(-1290, 'EUR') // '-12.90' */
function decimalText(minor: number | null, currency: string): string {
  if (minor === null) return '';
  const digits = minorDigits(currency || NO_CURRENCY);
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
  return `${minor < 0 ? '-' : ''}${whole}`;
}
