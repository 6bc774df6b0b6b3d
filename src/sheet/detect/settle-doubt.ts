// Doubt about columns that the cells of the table settle, or that only a person can: charge or balance, due date, day of payment.
import { parseTerms } from '../../receivables/terms/parse-terms';
import { type ColumnMatch, type Detection, type Field, type Question, takenBy } from '../fields';
import { type Cell, type Grid, isBlank, isDayCell } from '../grid';
import { statusOf, yesOrNo } from '../read/read-words';
import { headerHas, saysLastPayment } from '../vocabulary/header-words';
import { type ColumnLook, lookAt } from './column-evidence';
import { columnCells } from './find-table';
import { numberIn } from './money/column-numbers';
import { netOfTax } from './money/which-amount';

type Columns = Detection['columns'];

/** A name less plain than this may mean the charge as well as what is left of it. */
const PLAIN_BALANCE = 0.9;

/**
 * "Amount due" is what is still open in one sheet and the original charge in the next: settled rows tell. Where a paid column is there
 * and nothing tells, a person is asked.
 */
export function chargeOrBalance(grid: Grid, headerIndex: number, columns: Columns, questions: Question[]): void {
  const { balance, paid, amount } = columns;
  if (!balance || balance.confidence > PLAIN_BALANCE) return;
  const { charge, rest } = settledRows(grid, headerIndex, columns, balance);
  if (rest > 0 && charge * 10 <= rest) return;
  const unsettled = charge === 0 && rest === 0;
  if (unsettled && (!paid || amount)) return;
  delete columns.balance;
  if (charge > 0 && rest * 10 <= charge) {
    const reason = `${balance.reason}; settled rows show the full charge in it`;
    if (!amount) columns.amount = { ...balance, reason };
    return;
  }
  const message = `Is "${balance.header}" what is still open (balance), or the full charge before payments (amount)?`;
  questions.push({ field: 'balance', message, candidates: [balance.header] });
}

/** How many rows with a payment show the whole charge in a column, and how many what is left. */
function settledRows(
  grid: Grid,
  headerIndex: number,
  { paid, amount, status, paidOn }: Columns,
  balance: ColumnMatch,
): { charge: number; rest: number } {
  const settling = paidOn && !saysLastPayment(paidOn.header) ? paidOn : undefined;
  const count = { charge: 0, rest: 0 };
  for (const row of grid.values.slice(headerIndex + 1)) {
    const due = numberIn(row[balance.index]);
    if (due === null) continue;
    const had = paid ? numberIn(row[paid.index]) : null;
    const charged = amount ? numberIn(row[amount.index]) : null;
    if (had !== null && had > 0) {
      if (charged === null ? due === 0 : same(due, charged - had)) count.rest += 1;
      else if (same(due, charged ?? had)) count.charge += 1;
    } else if (isSettled(status && row[status.index], settling && row[settling.index])) {
      if (due === 0) count.rest += 1;
      else if (due > 0 && (charged === null || same(due, charged))) count.charge += 1;
    }
  }
  return count;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005;
}

function isSettled(status: Cell | undefined, paidOn: Cell | undefined): boolean {
  if (status !== undefined && !isBlank(status)) {
    const word = typeof status === 'string' ? statusOf(status) : null;
    if (word !== null) return word === 'paid';
    if (yesOrNo(status) !== null) return yesOrNo(status) === true;
  }
  return paidOn !== undefined && (isDayCell(paidOn) || !isBlank(paidOn));
}

/**
 * Questions about what a plan cannot do without: the customer, the due date or terms that tell it, the amount.
 * @param running 0-based column of a running balance, which is out of the question; -1 without one
 */
export function missingColumns(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Columns,
  questions: readonly Question[],
  running: number,
): Question[] {
  const asked = new Set(questions.map(({ field }) => field));
  const taken = takenBy(columns);
  const free = (share: (look: ColumnLook) => number): string[] =>
    headers.filter((header, i) => header !== '' && !taken.has(i) && share(looks[i] ?? lookAt([])) >= 0.5);
  const found: Question[] = [];
  if (!columns.customer && !columns.customerId && !asked.has('customer')) {
    const message = 'Which column holds the customer? None of the names says so.';
    found.push({ field: 'customer', message, candidates: free((look) => look.words) });
  }
  if (!columns.due && !asked.has('due') && !termsTell(grid, headerIndex, columns)) {
    const message = columns.terms
      ? `Which column holds the due date? "${columns.terms.header}" does not tell it by itself.`
      : 'Which column holds the due date? None of the names says so.';
    found.push({ field: 'due', message, candidates: free((look) => look.dates + look.serials) });
  }
  if (!columns.amount && !columns.balance && !asked.has('amount') && !asked.has('balance')) {
    const message = 'Which column holds the invoice amount, or what is still open of it? None of the names says so.';
    found.push({ field: 'amount', message, candidates: free((look) => look.amounts) });
  }
  return [...found, ...netOfTax(headers, looks, columns), ...unclearRest(headers, looks, columns, asked, running)];
}

// Terms stand in for a due date where an invoice date is there and most of them can be read.
function termsTell(grid: Grid, headerIndex: number, { terms, issued }: Columns): boolean {
  if (!terms || !issued) return false;
  const cells = columnCells(grid, headerIndex, terms.index, 50);
  const understood = cells.filter((cell) => !isDayCell(cell) && !('problem' in parseTerms(String(cell))));
  return understood.length * 2 >= cells.length;
}

const REST = ['balance', 'outstanding', 'open', 'owing', 'owed', 'remaining', 'unpaid', 'residual'];
const NO_REST = ['opening', 'previous', 'credit', 'limit', 'days', 'overdue', 'interest', 'fee', 'tax'];

// Only the charge was understood, and a column nearby may hold what is left of it: taking the charge for open would be a guess.
function unclearRest(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Columns,
  asked: ReadonlySet<Field>,
  running: number,
): Question[] {
  if (!columns.amount || columns.balance || columns.paid || asked.has('balance') || asked.has('paid')) return [];
  const taken = takenBy(columns);
  const candidates = headers.filter((header, i) => {
    const amounts = (looks[i]?.filled ?? 0) === 0 || (looks[i]?.amounts ?? 0) >= 0.5;
    return (
      header !== '' &&
      !taken.has(i) &&
      i !== running &&
      amounts &&
      headerHas(header, REST) &&
      !headerHas(header, NO_REST)
    );
  });
  if (candidates.length === 0) return [];
  const list = candidates.map((header) => `"${header}"`).join(' or ');
  const message = `Does ${list} hold what is still open of each invoice?`;
  return [{ field: 'balance', message, candidates }];
}

const PAYMENT = ['payment', 'paid', 'settled', 'cleared', 'received'];
const NO_PAYMENT =
  'amount total terms term days day due next scheduled planned expected promised promise agreed until by deadline reminder method type mode status link delivery period'.split(
    ' ',
  );

/** Where no column tells who has paid, one with dates under an unknown name that speaks of a payment is asked about. */
export function unclearPayment(
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Columns,
  questions: Question[],
): void {
  if (columns.paid || columns.paidOn || columns.balance || columns.status) return;
  if (questions.some(({ field }) => ['paid', 'paidOn', 'balance', 'status'].includes(field))) return;
  const taken = takenBy(columns);
  const candidates = headers.filter((header, i) => {
    const dated = (looks[i]?.filled ?? 0) > 0 && (looks[i]?.dates ?? 0) >= 0.5;
    const asked = questions.some((question) => question.candidates.includes(header));
    return !taken.has(i) && !asked && dated && headerHas(header, PAYMENT) && !headerHas(header, NO_PAYMENT);
  });
  if (candidates.length === 0) return;
  const list = candidates.map((header) => `"${header}"`).join(' or ');
  questions.push({ field: 'paidOn', message: `Does ${list} say when an invoice was paid?`, candidates });
}
