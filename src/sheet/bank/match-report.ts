// What lines of the bank pay of an invoice table, as it is told outside: amounts as decimal numbers of their currency.
import type { CashLine, OpenItem } from '../../receivables/cash/cash-lines';
import { matchLines } from '../../receivables/cash/match-lines';
import { customerKeyOf } from '../../receivables/customer';
import type { Day } from '../../receivables/day';
import { NO_CURRENCY, toDecimal } from '../../receivables/money';
import type { Grid } from '../grid';
import { readBankFile } from './bank-file';
import { type BankFile, BankFileRefused, type BankLine, type BankProblem } from './bank-lines';
import type { BankSource } from './bank-report';
import { type BankTableOptions, readBankTable } from './bank-table';
import { openItemsOf } from './open-items';

/** Money put on an invoice. */
export interface AllocationReport {
  row: number;
  line: string;
  invoice: string;
  openRow: number;
  amount: number;
  discount?: number;
  fee?: number;
  /** Where it is another one than the line's. */
  currency?: string;
  why: string;
}

/** What is proposed for the lines of a bank file. */
export interface MatchReport {
  allocations: AllocationReport[];
  ask: { row: number; line: string; candidates: string[]; why: string }[];
  unmatched: { row: number; line: string; amount: number; as: string; why: string }[];
  problems: BankProblem[];
  /** Why nothing was matched. */
  refused?: { code: string; message: string };
}

/** Other names of a customer. */
export interface Aliases {
  customer: string;
  names: readonly string[];
}

/**
 * Reads an invoice table and a bank file, and proposes what the lines pay.
 * @param open the invoice table
 * @param bank the bank's file
 * @param asOf the day of the invoice table
 */
export function matchReport(
  open: Grid,
  bank: BankSource,
  asOf: Day,
  { aliases = [], ...options }: BankTableOptions & { aliases?: readonly Aliases[] } = {},
): MatchReport {
  const read = openItemsOf(open, asOf);
  if ('code' in read) return refused(read.code, read.message);
  let file: BankFile;
  try {
    file = 'rows' in bank ? readBankTable(bank.rows, 'XLSX', options) : readBankFile(bank.bytes, bank.decode, options);
  } catch (error) {
    if (!(error instanceof BankFileRefused)) throw error;
    return refused(error.code, error.message);
  }
  const byName = new Map(read.items.map(({ customer, customerKey }) => [customerKeyOf('', customer), customerKey]));
  const learned = aliases.flatMap(({ customer, names }) => {
    const customerKey = byName.get(customerKeyOf('', customer));
    return customerKey === undefined ? [] : names.map((name) => ({ name, customerKey }));
  });
  const lines = new Map(file.lines.map((line) => [cashLine(line), line]));
  const match = matchLines([...lines.keys()], read.items, learned);
  const at = (line: CashLine): { row: number; line: string } => ({
    row: line.row,
    line: lines.get(line)?.bankId || String(line.row),
  });
  return {
    allocations: match.allocations.map(({ line, item, amount, discount, fee, why }) => ({
      ...at(line),
      invoice: item.invoice,
      openRow: item.row,
      amount: decimal(amount, item),
      ...(discount === 0 ? {} : { discount: decimal(discount, item) }),
      ...(fee === 0 ? {} : { fee: decimal(fee, item) }),
      ...(item.currency === line.currency ? {} : { currency: item.currency }),
      why,
    })),
    ask: match.ask.map(({ line, candidates, why }) => ({
      ...at(line),
      candidates: candidates.map(({ invoice }) => invoice),
      why,
    })),
    unmatched: match.unmatched.map(({ line, amount, as, why }) => ({
      ...at(line),
      amount: toDecimal(amount, line.currency || NO_CURRENCY),
      as,
      why,
    })),
    problems: file.problems,
  };
}

function refused(code: string, message: string): MatchReport {
  return {
    allocations: [],
    ask: [],
    unmatched: [],
    problems: [{ row: 0, code, message }],
    refused: { code, message },
  };
}

function decimal(minor: number, item: OpenItem): number {
  return toDecimal(minor, item.currency);
}

function cashLine(line: BankLine): CashLine {
  const { row, bankId, day, minor, currency, payer, text, charges, original, structuredReference, returnReason } = line;
  const isBooked = !line.pending && !line.infoOnly;
  return {
    ...{ row, id: bankId, day, minor, currency, payer, text, charges, original },
    ...{ structuredReference, returnReason, isBooked },
  };
}
