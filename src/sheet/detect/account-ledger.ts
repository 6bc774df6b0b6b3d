// An account statement: debit and credit in columns of their own, payments in rows of their own, a balance that runs on from row to row.

import { numberKey } from '../../receivables/invoice-number';
import type { ColumnMatch, Detection, Question } from '../fields';
import { type Grid, isBlank } from '../grid';
import { idText } from '../read/read-words';
import { headerHas } from '../vocabulary/header-words';
import type { ColumnLook } from './column-evidence';
import { type DebitCredit, debitAndCredit } from './debit-credit';
import { numberIn } from './money/column-numbers';

type Columns = Detection['columns'];

/**
 * Settles what debit, credit and a running balance mean. Debit is the invoice amount; credit is a payment or a credit note, most often
 * in a row of its own. A balance that runs on is never what is open of an invoice. Payments that name no invoice of the table are asked
 * about: what they settle cannot be told.
 * @returns the 0-based column of a running balance, -1 without one
 */
export function accountLedger(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Columns,
  questions: Question[],
): number {
  const sides = debitAndCredit(headers);
  const amounts = (index: number): boolean => (looks[index]?.filled ?? 0) === 0 || (looks[index]?.amounts ?? 0) >= 0.5;
  const isFree = !columns.amount || columns.amount.index === sides?.debit;
  const asked = questions.some(({ field }) => field === 'amount');
  const pair = sides && isFree && !asked && amounts(sides.debit) && amounts(sides.credit) ? sides : null;
  const named = headers.findIndex((header) => headerHas(header, ['running']) && headerHas(header, ['balance']));
  if (!pair && !columns.balance && named < 0) return -1;
  if (columns.balance && columns.balance.index === named) delete columns.balance;
  const lines = linesOf(grid, headerIndex, columns, pair);
  const found = settleBalance(lines, columns, questions, pair !== null);
  const running = found >= 0 ? found : named;
  if (pair) takePair(pair, headers, columns);
  if ((pair || running >= 0) && !columns.balance) askAboutPayments(lines, columns, questions, pair, headers);
  return running;
}

function takePair({ debit, credit }: DebitCredit, headers: readonly string[], columns: Columns): void {
  const match = (index: number, what: string): ColumnMatch => {
    const header = headers[index] ?? '';
    return { index, header, confidence: 0.8, reason: `header "${header}"; ${what}` };
  };
  columns.amount = match(debit, 'what is charged stands in it, beside a column of what is credited');
  if (!columns.balance && !columns.paid) columns.paid = match(credit, 'payments and credit notes stand in it');
}

/** A row of the ledger. */
interface Line {
  customer: string;
  invoice: string;
  /** What the row adds to what the customer owes. */
  change: number;
  balance: number | null;
}

function linesOf(grid: Grid, headerIndex: number, columns: Columns, pair: DebitCredit | null): Line[] {
  return grid.values.slice(headerIndex + 1).flatMap((row): Line[] => {
    const text = (index: number | undefined): string => {
      const cell = index === undefined ? '' : (row[index] ?? '');
      return isBlank(cell) ? '' : idText(cell, undefined);
    };
    const plus = numberIn(row[pair ? pair.debit : (columns.amount?.index ?? -1)]);
    const minus = numberIn(row[pair ? pair.credit : (columns.paid?.index ?? -1)]);
    if (plus === null && minus === null) return [];
    const balance = columns.balance ? numberIn(row[columns.balance.index]) : null;
    const customer = text(columns.customerId?.index) || text(columns.customer?.index);
    return [{ customer, invoice: text(columns.invoice?.index), change: (plus ?? 0) - (minus ?? 0), balance }];
  });
}

function settleBalance(lines: readonly Line[], columns: Columns, questions: Question[], isPair: boolean): number {
  const { balance } = columns;
  if (!balance) return -1;
  const kind = balanceKind(lines.slice(0, LINES_LOOKED_AT), isPair);
  if (kind === 'own') return -1;
  delete columns.balance;
  if (kind === 'running') return balance.index;
  const message = `Is "${balance.header}" what is still open of each invoice, or does it run on from row to row? It is taken for what is open only if you choose it.`;
  questions.push({ field: 'balance', message, candidates: [balance.header] });
  return -1;
}

/** So many lines tell whether a balance runs on. */
const LINES_LOOKED_AT = 500;
const CENT = 0.005;
/** Of the rows that tell, this share must agree. */
const MOST = 0.9;

/**
 * Whether a balance is what is left of its own row, or the sum of all rows up to it. In a plain table of amounts (no debit and credit)
 * only a balance above its own amount proves that it runs on.
 */
function balanceKind(lines: readonly Line[], isPair: boolean): 'own' | 'running' | 'unclear' {
  const told = lines.filter((line) => line.balance !== null);
  const within = told.filter(({ change, balance }) => Math.abs(balance ?? 0) <= Math.abs(change) + CENT);
  // Also with the newest line on top.
  const runs = [told, [...told].reverse()].flatMap((order) => [
    runningFits(order, ({ customer }) => customer, isPair),
    runningFits(order, () => '', isPair),
  ]);
  const isRunning = runs.some(({ fits, steps }) => steps > 0 && fits >= steps * MOST);
  if (isRunning && (isPair || within.length < told.length)) return 'running';
  return !isPair || within.length >= told.length * MOST ? 'own' : 'unclear';
}

/** How often the balance is the one of the line before with the line's own change. */
function runningFits(
  lines: readonly Line[],
  accountOf: (line: Line) => string,
  isPair: boolean,
): { fits: number; steps: number } {
  const last = new Map<string, Line>();
  const count = { fits: 0, steps: 0 };
  for (const line of lines) {
    const account = accountOf(line);
    const before = last.get(account);
    last.set(account, line);
    if (!before) continue;
    const step = (line.balance ?? 0) - (before.balance ?? 0);
    count.steps += 1;
    const off = isPair ? step - line.change : Math.abs(step) - Math.abs(line.change);
    if (Math.abs(off) < CENT) count.fits += 1;
  }
  return count;
}

// A payment is matched by its invoice number; where it has none, or one of several invoices, nobody can say what it settles.
function askAboutPayments(
  lines: readonly Line[],
  columns: Columns,
  questions: Question[],
  pair: DebitCredit | null,
  headers: readonly string[],
): void {
  const charges = new Map<string, number>();
  const keyOf = ({ customer, invoice }: Line): string => `${customer}|${numberKey(invoice)}`;
  for (const line of lines)
    if (line.change > 0 && line.invoice !== '') charges.set(keyOf(line), (charges.get(keyOf(line)) ?? 0) + 1);
  const payments = lines.filter(({ change }) => change < 0);
  const unmatched = payments.filter((line) => charges.get(keyOf(line)) !== 1).length;
  if (unmatched === 0 || questions.some(({ field }) => field === 'paid')) return;
  const header = (pair ? headers[pair.credit] : columns.amount?.header) ?? '';
  const those = unmatched === 1 ? 'one payment or credit' : `${unmatched} payments or credits`;
  const doubt = `"${header}" has ${those} without the number of an invoice in this table, so what is still open of each invoice cannot be told. Write the invoice number beside each`;
  const message = pair
    ? `${doubt}, or choose "${header}" to let them lower what their customer owes as a whole.`
    : `${doubt}; as it is, they lower what their customer owes as a whole.`;
  questions.push({ field: 'paid', message, candidates: pair ? [header] : [] });
}
