// Statements of American banks in BAI2.
// Source: BAI Cash Management Balance Reporting Specifications, version 2: records 01, 02, 03, 16, 88, 49, 98, 99; codes below 400 are credits.
import { type Day, dayOf } from '../../receivables/day';
import { minorDigits } from '../../receivables/money';
import { bankFile, type Statement } from './accounts';
import {
  type BankFile,
  BankFileRefused,
  type BankLine,
  type BankProblem,
  bankLine,
  inOneLine,
  returnReasonIn,
} from './bank-lines';

/** Whether a text is a file of BAI2. */
export function isBai2(text: string): boolean {
  return /^01,[^,\n]*,[^,\n]*,\d{6},/.test(text.trimStart());
}

/** A record with its code and what follows; continued records are joined. */
interface Row {
  code: string;
  fields: string[];
  /** A transaction's fields as one text: its last one may hold commas. */
  text: string;
}

/**
 * Reads a file of BAI2.
 * @throws BankFileRefused `cut-off` where the record that ends the file is missing
 */
export function readBai2(text: string): BankFile {
  const rows = rowsOf(text);
  if (rows[rows.length - 1]?.code !== '99') {
    throw new BankFileRefused(
      'cut-off',
      'The file ends without its last record (99): lines may be missing. Nothing was read. Download it again.',
    );
  }
  const statements: (Statement & { lines: BankLine[] })[] = [];
  const problems: BankProblem[] = [];
  let group = { day: null as Day | null, currency: '' };
  let place = 0;
  for (const { code, fields, text: rest } of rows) {
    const current = statements[statements.length - 1];
    if (code === '02') group = { day: dayOfSix(fields[3] ?? ''), currency: (fields[5] ?? '').trim() || 'USD' };
    if (code === '03') statements.push(accountOf(fields, group));
    if (code !== '16' || !current) continue;
    place += 1;
    const line = lineOf(rest, current, place + 1);
    if (line) current.lines.push(line);
    else {
      problems.push({
        row: place + 1,
        code: 'line-unreadable',
        message: `Entry ${place} cannot be read ("16,${rest}"). It was left out: look it up at the bank.`,
      });
    }
  }
  return bankFile('BAI2', statements, true, problems);
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  for (const written of text.split(/\r\n|\n|\r/)) {
    const line = written.trimEnd().replace(/\/$/, '');
    if (line === '') continue;
    const [code = '', rest = ''] = [line.slice(0, 2), line.slice(3)];
    const last = rows[rows.length - 1];
    if (code !== '88' || !last) {
      rows.push({ code, fields: rest.split(','), text: rest });
      continue;
    }
    last.fields.push(...rest.split(','));
    last.text = `${last.text} ${rest}`;
  }
  return rows;
}

function dayOfSix(text: string): Day | null {
  if (!/^\d{6}$/.test(text)) return null;
  return dayOf(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)));
}

// Amounts are written in minor units.
function amountOf(text: string): number | null {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) + 0 : null;
}

const FUNDS = /^[012SVDZ]?$/i;

function accountOf(
  fields: readonly string[],
  group: { day: Day | null; currency: string },
): Statement & { lines: BankLine[] } {
  const balances = new Map<string, number>();
  for (let at = 2; at < fields.length; ) {
    const amount = amountOf(fields[at + 1] ?? '');
    if (amount !== null) balances.set(fields[at] ?? '', amount);
    at += 3;
    if (FUNDS.test(fields[at] ?? '')) at += 1 + availability(fields, at);
  }
  return {
    id: (fields[0] ?? '').trim(),
    currency: (fields[1] ?? '').trim() || group.currency,
    opening: balances.get('010') ?? null,
    closing: balances.get('015') ?? null,
    end: group.day,
    lines: [],
  };
}

/** How many fields follow a type of funds: when the money can be used. */
function availability(fields: readonly string[], at: number): number {
  const kind = (fields[at] ?? '').toUpperCase();
  if (kind === 'S') return 3;
  if (kind === 'V') return 2;
  return kind === 'D' ? 1 + 2 * Number(fields[at + 1] ?? 0) : 0;
}

function lineOf(rest: string, account: Statement, row: number): BankLine | null {
  const fields = rest.split(',');
  const code = Number(fields[0]);
  const amount = amountOf(fields[1] ?? '');
  if (!Number.isInteger(code) || amount === null || account.end === null) return null;
  const funds = (fields[2] ?? '').toUpperCase();
  const valued = funds === 'V' ? dayOfSix(fields[3] ?? '') : null;
  const references = 3 + availability(fields, 2);
  const text = inOneLine(fields.slice(references + 2).join(','));
  const isOut = code >= 400;
  return {
    ...bankLine({
      row,
      account: account.id,
      day: valued ?? account.end,
      minor: inMinor(isOut ? -Math.abs(amount) : amount, account.currency),
      currency: account.currency,
    }),
    booking: account.end,
    text,
    bankId: (fields[references] ?? '').trim(),
    returnReason: returnReasonIn(text, ''),
  };
}

function inMinor(amount: number, currency: string): number {
  // Two decimals are implied for every currency but those that have none.
  return amount === 0 ? 0 : amount * 10 ** Math.max(0, minorDigits(currency) - 2);
}
