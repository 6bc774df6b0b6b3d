// Banks' tables (CSV and spreadsheets): rows become lines, dates and amounts of the whole file taken together.

import { referenceKinds } from '../../receivables/cash/structured-reference';
import type { Day } from '../../receivables/day';
import { NO_CURRENCY, toDecimal, toMinor } from '../../receivables/money';
import type { DateOrder } from '../fields';
import { type Cell, isBlank } from '../grid';
import { type DecimalMark, decimalMarkOf, readAmountText } from '../read/read-amounts';
import { currencyOfCell } from '../vocabulary/currencies';
import { bankFile, type Statement } from './accounts';
import {
  type BankFile,
  BankFileRefused,
  type BankFormat,
  type BankLine,
  type BankProblem,
  bankLine,
  bareReference,
  inOneLine,
  type Money,
  type Rows,
  returnReasonIn,
} from './bank-lines';
import { type Around, aroundTable } from './bank-table-around';
import { dayIn, orderOfDates } from './bank-table-dates';
import { headerOf } from './bank-table-header';
import { type BankColumns, type BankHeader, balanceKind, isPendingWord, isTotalWord, signOfWord } from './bank-words';

/** What the person says of a file that does not say it itself. */
export interface BankTableOptions {
  /** ISO 4217 code of the account. */
  currency?: string;
}

/** All that is known of a table while its rows are read. */
interface Reading {
  columns: BankColumns;
  order: DateOrder | null;
  mark: DecimalMark | null;
  around: Around;
  /** The currency of what names none itself; '' where it is not known. */
  currency: string;
}

/**
 * Reads a bank's table.
 * @throws BankFileRefused `no-table` where no row names a date and an amount
 */
export function readBankTable(rows: Rows, format: BankFormat, options: BankTableOptions = {}): BankFile {
  const header = headerOf(rows);
  if (!header) {
    throw new BankFileRefused(
      'no-table',
      'No row of the file names a date and an amount, so nothing was read. Save the statement with its headers: Date, Amount (or Debit and Credit), Payer, Text.',
    );
  }
  const reading = readingOf(rows, header, options);
  const problems: BankProblem[] = [];
  const found: Line[] = [];
  rows.slice(header.index + 1).forEach((row, i) => {
    const line = lineOf(row, i + 2, reading);
    if (line && 'code' in line) problems.push(line);
    else if (line) found.push(line);
  });
  if (found.length > 0 && reading.currency === '' && found.every(({ line }) => line.currency === '')) {
    problems.push({
      row: 0,
      code: 'currency-unknown',
      message: 'The file names no currency. Say which one the account is in, e.g. DKK.',
    });
  }
  return bankFile(format, statementsOf(found, reading), true, problems);
}

function readingOf(rows: Rows, header: BankHeader, options: BankTableOptions): Reading {
  const { columns } = header;
  const body = rows.slice(header.index + 1);
  const money = [columns.amount, columns.debit, columns.credit, columns.balance].filter((at) => at !== undefined);
  const mark = decimalMarkOf(body.flatMap((row) => money.map((at) => bareAmount(row[at] ?? ''))));
  const order = orderOfDates(rows, header);
  const around = aroundTable(rows, header, { order, mark });
  return { columns, order, mark, around, currency: options.currency ?? around.currency };
}

/** A line and the balance behind it. */
interface Line {
  line: BankLine;
  balance: number | null;
}

const DRCR = /^(.*\d.*?)\s*\b(CR|DR|C|D|S|H|Cr\.|Dr\.)$/i;

/** An amount without the letters behind it that tell its sign. */
function bareAmount(cell: Cell): Cell {
  return typeof cell === 'string' ? (DRCR.exec(cell.trim())?.[1] ?? cell) : cell;
}

/** A cell's amount in its currency, its sign as written; null where it holds none. */
function moneyIn(cell: Cell | undefined, currency: string, mark: DecimalMark | null): Money | null {
  if (cell === undefined || isBlank(cell)) return null;
  if (typeof cell === 'number') return { minor: toMinor(cell, currency || NO_CURRENCY), currency };
  if (typeof cell !== 'string') return null;
  const behind = DRCR.exec(cell.trim());
  const read = readAmountText(behind?.[1] ?? cell, mark, currency || undefined);
  if (!read || read.value === null) return null;
  const own = currency || read.currency;
  const minor = toMinor(read.value, own || NO_CURRENCY);
  // More decimals than the currency has: something else was meant.
  if (toDecimal(minor, own || NO_CURRENCY) !== read.value) return null;
  const sign = behind ? signOfWord(behind[2] ?? '') : 0;
  return { minor: sign === 0 ? minor : signed(Math.abs(minor), sign), currency: own };
}

function signed(minor: number, sign: number): number {
  return minor === 0 ? 0 : sign * minor;
}

function textIn(row: readonly Cell[], at: number | undefined): string {
  const cell = at === undefined ? '' : row[at];
  return typeof cell === 'string' || typeof cell === 'number' ? inOneLine(String(cell)) : '';
}

/** A row as a line; a problem where it holds money that cannot be read; null where it never was money. */
function lineOf(row: readonly Cell[], place: number, reading: Reading): Line | BankProblem | null {
  const { columns, order, mark } = reading;
  if (row.every((cell) => isBlank(cell))) return null;
  const named = currencyOfCell(textIn(row, columns.currency)) || reading.currency;
  const first = dayOrNull(row, columns.date, order);
  const value = dayOrNull(row, columns.valueDate, order);
  const second = dayOrNull(row, columns.booking, order);
  const day = value ?? second ?? first;
  const said = [textIn(row, columns.text), textIn(row, columns.kind), ...row.map((_, at) => textIn(row, at))];
  const money = amountIn(row, named, reading);
  if (day === null || money === null) {
    // A balance carried forward, a total, a line of words: never money.
    const isWords = said.some((text) => balanceKind(text) !== null || isTotalWord(text));
    const dated = columns.date !== undefined && !isBlank(row[columns.date]);
    if (isWords || (!dated && money === null) || (day === null && !dated && money?.minor === 0)) return null;
    if (day !== null && isEmptyMoney(row, columns)) return null;
    return unreadable(row, place, reading, day === null);
  }
  const isBalance =
    columns.balance !== undefined &&
    said.slice(0, 2).some((text) => balanceKind(text) === 'opening' || balanceKind(text) === 'closing');
  if (isBalance && money.minor === 0) return null;
  const line = bankLine({ ...money, row: place, account: textIn(row, columns.account).replace(/^['’]/, ''), day });
  const given = textIn(row, columns.reference);
  const described = textIn(row, columns.text);
  const text = described.includes(given) ? described : `${described} ${given}`.trim();
  const kind = textIn(row, columns.kind);
  const endToEnd = textIn(row, columns.endToEndId);
  const reference = textIn(row, columns.structured).replace(/^0+$/, '');
  const isStructured = referenceKinds(reference).length > 0;
  return {
    line: {
      ...line,
      booking: value !== null || columns.booking !== undefined ? (second ?? first) : null,
      payer: partyIn(row, line, columns),
      payerAccount: textIn(row, columns.payerAccount).replace(/^['’]|['’]$/g, ''),
      text: [text || (reference === '' ? kind : ''), isStructured ? '' : reference].join(' ').trim(),
      structuredReference: isStructured ? bareReference(reference) : '',
      bankId: textIn(row, columns.bankId),
      endToEndId: /^(NOTPROVIDED|NONREF)$/i.test(endToEnd) ? '' : endToEnd,
      returnReason: returnReasonIn(text, kind),
      pending: isPendingWord(textIn(row, columns.status)),
      ...keptOnTheWay(row, line, reading),
    },
    balance: moneyIn(row[columns.balance ?? -1], money.currency, mark)?.minor ?? null,
  };
}

/** The other party, where a table names who paid and who was paid. */
function partyIn(row: readonly Cell[], line: BankLine, { payer, recipient }: BankColumns): string {
  const [sender, receiver] = [textIn(row, payer), textIn(row, recipient)];
  return line.minor < 0 ? receiver || sender : sender || receiver;
}

function dayOrNull(row: readonly Cell[], at: number | undefined, order: DateOrder | null): Day | null {
  return at === undefined ? null : dayIn(row[at], order);
}

function isEmptyMoney(row: readonly Cell[], { amount, debit, credit }: BankColumns): boolean {
  return [amount, debit, credit].every((at) => at === undefined || isBlank(row[at]));
}

function amountIn(row: readonly Cell[], currency: string, { columns, mark, around }: Reading): Money | null {
  const of = (column: 'amount' | 'debit' | 'credit'): Money | null => {
    const at = columns[column];
    return at === undefined ? null : moneyIn(row[at], currency || around.columnCurrency, mark);
  };
  const [debit, credit] = [of('debit'), of('credit')];
  if ((debit?.minor ?? 0) !== 0 && (credit?.minor ?? 0) !== 0) return null;
  // A debit column is money out, whether it is written with a minus or without.
  if (debit && debit.minor !== 0) return { ...debit, minor: -Math.abs(debit.minor) };
  if (credit && (credit.minor !== 0 || columns.amount === undefined)) return credit;
  if (debit && columns.amount === undefined) return debit;
  const amount = of('amount');
  const sign = columns.sign === undefined ? 0 : signOfWord(textIn(row, columns.sign));
  return amount && sign !== 0 ? { ...amount, minor: signed(Math.abs(amount.minor), sign) } : amount;
}

function unreadable(row: readonly Cell[], place: number, { columns }: Reading, isDate: boolean): BankProblem {
  const at = isDate ? columns.date : (columns.amount ?? columns.credit ?? columns.debit);
  const written = textIn(row, at);
  const what = isDate ? 'date' : 'amount';
  return {
    row: place,
    code: `${what}-unreadable`,
    message: `Row ${place}: the ${what} "${written}" cannot be read, so the row was left out. Look it up at the bank.`,
  };
}

/** What the bank kept and what was sent, where the table has columns for it. */
function keptOnTheWay(
  row: readonly Cell[],
  line: BankLine,
  { columns, mark }: Reading,
): Pick<BankLine, 'charges' | 'original'> {
  const charges = Math.abs(moneyIn(row[columns.charges ?? -1], line.currency, mark)?.minor ?? 0);
  const sentIn = currencyOfCell(textIn(row, columns.originalCurrency)) || line.currency;
  const sent = moneyIn(row[columns.originalAmount ?? -1], sentIn, mark);
  const came = Math.abs(line.minor);
  if (sent && sent.minor !== 0 && (sent.currency !== line.currency || Math.abs(sent.minor) !== came)) {
    return { charges, original: { minor: Math.abs(sent.minor), currency: sent.currency } };
  }
  if (charges === 0) return { charges, original: null };
  return { charges, original: { minor: line.minor < 0 ? came - charges : came + charges, currency: line.currency } };
}

/** The lines by account, each with the balances that the file states or that stand behind its lines. */
function statementsOf(found: readonly Line[], { around, columns, currency }: Reading): Statement[] {
  const ids = columns.account === undefined ? [''] : [...new Set(found.map(({ line }) => line.account))];
  const accounts = ids.filter((id) => id !== '');
  if (accounts.length < 2) {
    const id = accounts[0] ?? around.account;
    const own = found.map(({ line, balance }) => ({ line: { ...line, account: id }, balance }));
    const running = runningBalances(own);
    return [
      {
        id,
        currency: currency || around.columnCurrency || (own[0]?.line.currency ?? ''),
        opening: around.opening ?? running?.opening ?? null,
        closing: around.closing ?? running?.closing ?? null,
        end: around.end,
        lines: own.map(({ line }) => line),
      },
    ];
  }
  return accounts.map((id): Statement => {
    const own = found.filter(({ line }) => line.account === id);
    const running = runningBalances(own);
    const of = own[0]?.line.currency ?? currency;
    return {
      ...{ id, currency: of, opening: running?.opening ?? null, closing: running?.closing ?? null },
      end: around.end,
      lines: own.map(({ line }) => line),
    };
  });
}

/** Opening and closing balance told by the balances behind the lines, whichever end of the file is the newer one. */
function runningBalances(lines: readonly Line[]): { opening: number; closing: number } | null {
  const booked = lines.filter(
    (each): each is { line: BankLine; balance: number } => each.balance !== null && !each.line.pending,
  );
  const follows = (order: typeof booked): number =>
    order.filter(({ line, balance }, i) => i > 0 && (order[i - 1]?.balance ?? 0) + line.minor === balance).length;
  const turned = [...booked].reverse();
  const days = booked.map(({ line }) => line.booking ?? line.day);
  const isNewestFirst = (days[0] ?? 0) > (days[days.length - 1] ?? 0);
  const [up, down] = [follows(booked), follows(turned)];
  const inOrder = up > down || (up === down && !isNewestFirst) ? booked : turned;
  const [first, last] = [inOrder[0], inOrder[inOrder.length - 1]];
  return first && last ? { opening: first.balance - first.line.minor, closing: last.balance } : null;
}
