// Doubt about columns that the cells of the table settle, or that only a person can: charge or balance, due date, amount net of tax.
import { parseTerms } from '../../receivables/terms/parse-terms';
import type { ColumnMatch, Detection, Field, Question } from '../fields';
import { type Cell, type Grid, isBlank, isDayCell } from '../grid';
import { readAmountText } from '../read/read-amounts';
import { statusOf, yesOrNo } from '../read/read-words';
import { headerHas, meaningsOf } from '../vocabulary/header-words';
import { type ColumnLook, lookAt } from './column-evidence';
import { isConverted } from './currency-column';
import { columnCells } from './find-table';

type Columns = Detection['columns'];

/** A name less plain than this may mean the charge as well as what is left of it. */
const PLAIN_BALANCE = 0.9;
/** Names that say "net of tax" have at most this score. */
const NET_OF_TAX = 0.6;

/** What is understood without a name: a column of status words. */
export function statusByCells(headers: readonly string[], looks: readonly ColumnLook[], columns: Columns): void {
  if (columns.status) return;
  const taken = new Set(Object.values(columns).map(({ index }) => index));
  // Yes and no alone are no status: they may answer anything.
  const isStatus = (look: ColumnLook): boolean => look.statuses >= 0.9 && look.words >= 0.9 && look.stops > 0;
  const found = headers.flatMap((header, i) => {
    const look = looks[i];
    const free = header !== '' && !taken.has(i) && meaningsOf(header).length === 0;
    return free && look && look.filled > 0 && isStatus(look) ? [i] : [];
  });
  const [index] = found;
  if (index === undefined || found.length > 1) return;
  columns.status = { index, header: headers[index] ?? '', confidence: 0.6, reason: 'its cells are status words' };
}

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
  const count = { charge: 0, rest: 0 };
  for (const row of grid.values.slice(headerIndex + 1)) {
    const due = numberOf(row[balance.index]);
    if (due === null) continue;
    const had = paid ? numberOf(row[paid.index]) : null;
    const charged = amount ? numberOf(row[amount.index]) : null;
    if (had !== null && had > 0) {
      if (charged === null ? due === 0 : same(due, charged - had)) count.rest += 1;
      else if (same(due, charged ?? had)) count.charge += 1;
    } else if (isSettled(status && row[status.index], paidOn && row[paidOn.index])) {
      if (due === 0) count.rest += 1;
      else if (due > 0 && (charged === null || same(due, charged))) count.charge += 1;
    }
  }
  return count;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.005;
}

function numberOf(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? (readAmountText(cell, null)?.value ?? null) : null;
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
  const taken = new Set(Object.values(columns).map(({ index }) => index));
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
  const taken = new Set(Object.values(columns).map(({ index }) => index));
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

/** Rows looked at to find out which column is another one with its tax. */
const ROWS_ADDED_UP = 200;

/** "Invoice amount", "VAT", "Total amount": where the first and the second make the third, the third is what the customer owes. */
export function grossOfTax(grid: Grid, headerIndex: number, headers: readonly string[], columns: Columns): void {
  const { amount } = columns;
  if (!amount) return;
  const taxes = headers.flatMap((header, i) => (i !== amount.index && headerHas(header, ['tax']) ? [i] : []));
  const taken = new Set(Object.values(columns).map(({ index }) => index));
  const rows = grid.values.slice(headerIndex + 1, headerIndex + 1 + ROWS_ADDED_UP);
  const isGross = (index: number, tax: number): boolean => {
    let taxed = 0;
    let fits = 0;
    for (const row of rows) {
      const [net, part, whole] = [amount.index, tax, index].map((column) => numberOf(row[column]));
      if (!net || !part || typeof whole !== 'number') continue;
      taxed += 1;
      if (Math.abs(net + part - whole) < 0.02) fits += 1;
    }
    return taxed > 0 && fits * 10 >= taxed * 9;
  };
  const named = (i: number): boolean => meaningsOf(headers[i] ?? '').some(({ field }) => field === 'amount');
  const gross = headers.findIndex((_, i) => !taken.has(i) && named(i) && taxes.some((tax) => isGross(i, tax)));
  const header = headers[gross];
  if (header === undefined) return;
  const reason = `header "${header}"; it is "${amount.header}" with its tax`;
  columns.amount = { index: gross, header, confidence: amount.confidence, reason };
}

/** Names this plain, and no less, could each be the invoice amount. */
const PLAIN_AMOUNT = 0.85;

// Columns that explain why one amount is more than another.
const PARTS = 'tax net quantity line discount shipping freight fee fees interest subtotal sub'.split(' ');

/**
 * "Amount" beside "Document total" in a list of instalments: two plain names over different figures, and it is not the tax that makes
 * the difference. Where no balance tells what is open, a person is asked.
 */
export function rivalAmounts(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  columns: Columns,
  questions: Question[],
): void {
  const { amount, balance, currency } = columns;
  if (!amount || balance || headers.some((header) => headerHas(header, PARTS))) return;
  const taken = new Set(Object.values(columns).map(({ index }) => index));
  const rows = grid.values.slice(headerIndex + 1, headerIndex + 1 + ROWS_ADDED_UP);
  const differs = (index: number): boolean =>
    rows.some((row) => {
      const [one, other] = [numberOf(row[amount.index]), numberOf(row[index])];
      return one !== null && other !== null && other !== 0 && !same(one, other);
    });
  const isPlain = (header: string): boolean =>
    meaningsOf(header).some(({ field, score }) => field === 'amount' && score >= PLAIN_AMOUNT);
  const rivals = headers.filter(
    (header, i) =>
      !taken.has(i) &&
      header !== '' &&
      isPlain(header) &&
      !isConverted(header, amount.header, currency !== undefined) &&
      differs(i),
  );
  if (rivals.length === 0) return;
  const candidates = [amount.header, ...rivals];
  const list = candidates.map((header) => `"${header}"`).join(' and ');
  delete columns.amount;
  const message = `${list} could both be the invoice amount, and they differ. Which one does the customer owe on the due date?`;
  questions.push({ field: 'amount', message, candidates });
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
  const taken = new Set(Object.values(columns).map(({ index }) => index));
  const candidates = headers.filter((header, i) => {
    const dated = (looks[i]?.filled ?? 0) > 0 && (looks[i]?.dates ?? 0) >= 0.5;
    return !taken.has(i) && dated && headerHas(header, PAYMENT) && !headerHas(header, NO_PAYMENT);
  });
  if (candidates.length === 0) return;
  const list = candidates.map((header) => `"${header}"`).join(' or ');
  questions.push({ field: 'paidOn', message: `Does ${list} say when an invoice was paid?`, candidates });
}

// Only a net amount beside a column of tax: what the customer owes is neither of them.
function netOfTax(headers: readonly string[], looks: readonly ColumnLook[], { amount, balance }: Columns): Question[] {
  if (!amount || balance || amount.confidence > NET_OF_TAX || !headerHas(amount.header, ['net', 'excl'])) return [];
  const taxed = headers.some((header, i) => {
    const look = looks[i];
    return (
      i !== amount.index &&
      headerHas(header, ['tax']) &&
      look !== undefined &&
      (look.filled === 0 || look.amounts >= 0.5)
    );
  });
  if (!taxed) return [];
  const message = `"${amount.header}" is net of tax. Which column holds what the customer has to pay?`;
  const candidates = headers.filter((header, i) => header !== '' && (looks[i]?.amounts ?? 0) >= 0.5);
  return [{ field: 'amount', message, candidates: candidates.length > 0 ? candidates : [amount.header] }];
}
