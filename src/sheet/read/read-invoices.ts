// Reads the invoice table: values and problems; one bad row never stops the others and is never taken for paid.
import { customerKeyOf } from '../../receivables/customer';
import { lastMoneyOn } from '../../receivables/dated-payments';
import type { Day } from '../../receivables/day';
import { DOCUMENTS, type Documents, hasSeveralLinks, type InvoiceRow } from '../../receivables/invoice';
import { isReceivable, type StatusWord } from '../../receivables/invoice-status';
import { NO_CURRENCY, toMinor } from '../../receivables/money';
import { dueFromTerms } from '../../receivables/terms/due-from-terms';
import { type Detection, DOCUMENT_FIELDS, type Field } from '../fields';
import { type Cell, type Grid, isBlank, isDayCell, type Problem } from '../grid';
import { currencyOfCell } from '../vocabulary/currencies';
import { creditByKind, isCreditNote, unknownKinds, whyNotOwed } from './document-kinds';
import { keyRows } from './invoice-keys';
import { settleByNumber } from './ledger-payments';
import { lessLowered, loweredIn } from './lowered-amounts';
import { mergeRows } from './merge-rows';
import { nameDisagreements } from './name-disagreements';
import { readAmountText } from './read-amounts';
import { type AmountReading, quoted } from './read-cells';
import { isDateLike } from './read-dates';
import { isErrorText, saysNothing, statusOf, yesOrNo } from './read-words';
import { RowKinds } from './row-kind';
import { MONEY, prepare, type ReadOptions, type SkippedRow, type Table, TableRow } from './table-row';
import { debtIn } from './whose-debt';

export type { ReadOptions, SkippedRow } from './table-row';

/** The invoice table as read. */
export interface ReadResult {
  rows: InvoiceRow[];
  problems: Problem[];
  skipped: SkippedRow[];
}

/**
 * Reads every invoice below the header row. Blank rows are passed over; total, subtotal and heading rows are left out and named.
 * @param detection where the table is and what its columns mean
 * @returns rows that can be counted on, problems with row, column, code and a sentence, and the rows left out
 * @example readInvoices(grid, detection, { defaultCurrency: 'EUR' }).rows[0]?.amount // 12050, for a cell with 120.5
 */
export function readInvoices(grid: Grid, detection: Detection, options: ReadOptions = {}): ReadResult {
  const table = prepare(grid, detection, options);
  const rows: InvoiceRow[] = [];
  const start = detection.headerRow - grid.firstRow + 1;
  const kinds = new RowKinds(table);
  for (let i = start; i < grid.values.length; i += 1) {
    const row = new TableRow(table, i);
    const why = kinds.whyNot(row);
    if (why === '') {
      const invoice = readRow(row);
      if (invoice) rows.push(invoice);
      kinds.wasRead(row, invoice !== null);
    } else if (why !== 'blank') table.skipped.push({ row: row.number, why });
  }
  const settled = detection.columns.balance ? { rows, skipped: [] } : settleByNumber(rows, table.credits);
  const merged = mergeRows(settled.rows, grid, detection, kinds.continued);
  const keyed = keyRows(merged.rows, detection.columns.invoice?.header ?? '', table.credits);
  const { lowering } = table;
  const lessened = lowering ? lessLowered(keyed.rows, lowering, detection.columns.retained?.header ?? '') : keyed.rows;
  for (const row of lessened) nameDisagreements(row, detection, table.problems);
  const problems = [...table.problems, ...unknownKinds(grid, detection), ...keyed.problems].sort(
    (a, b) => a.row - b.row,
  );
  return {
    rows: lessened,
    problems,
    skipped: [...table.skipped, ...settled.skipped, ...merged.skipped, ...keyed.repeated],
  };
}

function readRow(row: TableRow): InvoiceRow | null {
  const notOwed = whyNotOwed(row.cell('documentType'));
  if (notOwed !== '') return left(row, notOwed, '');
  const customerId = row.text('customerId');
  const customer = customerOf(row, customerId);
  const customerKey = customerKeyOf(customerId, customer);
  if (customerKey === '' && namesCustomers(row.table))
    return without(row, 'customer', 'customer-missing', 'the customer is missing. Fill it in.', '');
  const charged = row.amount('amount');
  const credited = row.creditSide(charged);
  const amount = credited === null ? charged : { ...charged, value: -credited };
  const paid = credited === null ? row.paid(charged) : { ...charged, value: null };
  const balance = row.amount('balance');
  if (amount.value === null && balance.value === null) {
    const field: Field = row.table.detection.columns.balance && balance.readable ? 'balance' : 'amount';
    if (row.unreadable.length > 0) return left(row, 'amount unreadable', customerKey);
    return without(row, field, 'amount-missing', 'there is no amount. Fill it in.', customerKey);
  }
  const currency = currencyOf(row, [amount, balance, paid]);
  const minor = (reading: AmountReading): number | null =>
    reading.value === null ? null : toMinor(reading.value, currency);
  const issued = row.date('issued');
  const invoice: InvoiceRow = {
    key: '',
    row: row.number,
    invoice: row.text('invoice'),
    customerKey,
    customer: customer || customerId,
    customerId,
    issued,
    due: dueOf(row, issued),
    currency,
    amount: minor(amount),
    paid: minor(paid),
    balance: minor(balance),
    paidOn: paidOnOf(row, issued, [amount, balance]),
    status: statusWord(row, credited),
    disputed: readDisputed(row),
    email: row.text('email'),
    language: row.text('language'),
    owner: row.text('owner'),
    paymentLink: linkIn(row, 'paymentLink'),
    orderNumber: row.text('orderNumber'),
    terms: row.text('terms'),
    region: row.text('region'),
    businessUnit: row.text('businessUnit'),
    product: row.text('product'),
  };
  const documents = documentsIn(row);
  if (documents) invoice.documents = documents;
  const debt = debtIn(row);
  if (debt) invoice.debt = debt;
  const said = statusText(row, invoice.status);
  if (said !== '') invoice.statusText = said;
  if (invoice.status === 'credit' || (amount.value ?? 0) < 0) {
    const isNote = isCreditNote(row.cell('documentType'), readStatus(row));
    row.table.credits.set(row.number, isNote ? 'credit note' : 'payment');
  }
  const { lowering } = row.table;
  const lowered = lowering ? loweredIn(row, lowering, amount.value, currency) : null;
  if (lowered) invoice.lowered = lowered;
  const payments = row.payments();
  if (payments) {
    // What rounds to nothing is no payment, as an empty cell is none.
    invoice.payments = payments
      .map(({ amount: one, on }) => ({ amount: toMinor(one, currency), on }))
      .filter(({ amount: one }) => one !== 0);
    invoice.paidOn = lastMoneyOn(invoice.payments);
  }
  settlePartPayment(row, invoice);
  if (row.unreadable.length > 0) invoice.unreadable = row.unreadable;
  return invoice;
}

function documentsIn(row: TableRow): Documents | null {
  const { columns } = row.table.detection;
  // Most tables have no such column, and so no row of them.
  if (DOCUMENTS.every((name) => columns[DOCUMENT_FIELDS[name]] === undefined)) return null;
  const found = DOCUMENTS.map((name) => [name, linkIn(row, DOCUMENT_FIELDS[name])] as const).filter(
    ([, at]) => at !== '',
  );
  return found.length === 0 ? null : Object.fromEntries(found);
}

function linkIn(row: TableRow, field: Field): string {
  const link = row.text(field);
  if (hasSeveralLinks(link))
    row.report(
      field,
      'links-several',
      'there are several links, and nobody said which one counts, so mails have none of them. Keep one link in the cell.',
    );
  return link;
}

/** A part was paid and nothing tells how much: the whole stays open, is named, and nobody is reminded of it. */
function settlePartPayment(row: TableRow, invoice: InvoiceRow): void {
  const { status, amount, paid, balance, paidOn } = invoice;
  const isLast = row.table.isLastPayment && paidOn !== null;
  if (balance !== null || invoice.payments || amount === null || !isReceivable(invoice)) return;
  const isPart = status === 'part-paid' || (isLast && status !== 'paid');
  if (!isPart || (paid !== null && paid !== 0)) return;
  const field: Field = status === 'part-paid' ? 'status' : 'paidOn';
  invoice.status = 'part-paid';
  invoice.paidOn = null;
  row.unreadable.push(row.header(field));
  const why = field === 'status' ? 'a part is paid' : 'there was a payment';
  const sentence = `${why}, but no cell says how much: the whole amount counts as open and nobody is reminded of it. Fill in what was paid, or what is left.`;
  row.report(field, 'part-payment-unknown', sentence);
}

// Below a heading a date is no name, in a column that has both.
function customerOf(row: TableRow, customerId: string): string {
  const { headingCustomer, isCustomerHeading } = row.table;
  if (isCustomerHeading || (headingCustomer !== '' && isDateLike(row.own('customer')))) return headingCustomer;
  return row.text('customer') || (customerId === '' ? headingCustomer : '');
}

// Where no column says who the customers are, that is asked; what is open and since when does not hang on it.
function namesCustomers({ detection: { columns } }: Table): boolean {
  return Boolean(columns.customer ?? columns.customerId);
}

// An amount under a date's name reads as a day of long ago: 25000 is 11 June 1968. It must not pay the invoice, nor must a slip.
function paidOnOf(row: TableRow, issued: Day | null, figures: readonly AmountReading[]): Day | null {
  const cell = row.cell('paidOn');
  const day = row.date('paidOn');
  if (day === null) return null;
  const longAgo = issued !== null && day < issued - LONG_AGO;
  const isNumber = typeof cell === 'number';
  if (!longAgo && !(isNumber && figures.some(({ value }) => value === cell))) return day;
  row.unreadable.push(row.header('paidOn'));
  const sentence = isNumber
    ? `${quoted(cell)} looks like an amount, not a date. Type the day of payment (for example 2026-12-31), or choose this column as the amount paid.`
    : `${quoted(cell)} lies years before the invoice. Type the day of payment, or leave the cell empty if nothing was paid.`;
  row.report('paidOn', 'date-unreadable', sentence);
  return null;
}

/** Five years: nothing is paid that long before it is invoiced. */
const LONG_AGO = 1826;

function statusWord(row: TableRow, credited: number | null): StatusWord {
  const sign = credited !== null && credited > 0 ? 'credit' : row.cell('sign');
  return creditByKind(readStatus(row), row.cell('documentType'), sign);
}

function without(row: TableRow, field: Field, code: string, sentence: string, customerKey: string): null {
  row.report(field, code, sentence);
  return left(row, code.replace('-', ' '), customerKey);
}

function left(row: TableRow, why: string, customerKey: string): null {
  row.table.skipped.push(customerKey === '' ? { row: row.number, why } : { row: row.number, why, customerKey });
  return null;
}

// An explicit due date always wins; terms speak only where there is none.
function dueOf(row: TableRow, issued: Day | null): Day | null {
  const unreadable = row.unreadable.length;
  const due = row.date('due');
  if (due !== null || row.unreadable.length > unreadable) return due;
  const terms = row.cell('terms');
  if (issued === null || isBlank(terms) || isDayCell(terms)) return null;
  return dueFromTerms(issued, String(terms));
}

function currencyOf(row: TableRow, readings: readonly AmountReading[]): string {
  const { preferred, headerCurrency } = row.table;
  const written = row.text('currency');
  if (written !== '') {
    const currency = currencyOfCell(written, preferred);
    if (currency) return currency;
    row.unreadable.push(row.header('currency'));
    row.report('currency', 'currency-unknown', `"${written}" is not a currency. Use a code such as EUR or USD.`);
    return NO_CURRENCY;
  }
  const inText = readings.find(({ currency }) => currency !== '')?.currency ?? '';
  return inText || shownCurrency(row) || headerCurrency || preferred;
}

// A number format shows a sign that the value does not have.
function shownCurrency(row: TableRow): string {
  for (const field of MONEY) {
    const shown = row.shown(field);
    if (shown === '' || /^[\d.,\s()-]*$/.test(shown)) continue;
    const currency = readAmountText(shown, null, row.table.preferred)?.currency ?? '';
    if (currency !== '') return currency;
  }
  return '';
}

/** The status as written, where a person has to know the very word: it stops, says that money is under way, or is not known. */
function statusText(row: TableRow, status: StatusWord): string {
  if (!row.table.detection.columns.status) return '';
  const isToldBy = (word: StatusWord | null): boolean =>
    status === 'stopped' || status === 'in-process' ? word === status : word === null;
  const told = statusCells(row).find((cell): cell is string => {
    if (typeof cell !== 'string' || isBlank(cell) || saysNothing(cell) || isErrorText(cell)) return false;
    return yesOrNo(cell) === null && isToldBy(statusOf(cell));
  });
  return told?.trim() ?? '';
}

function statusCells(row: TableRow): Cell[] {
  const further = row.table.detection.columns.status?.further ?? [];
  return [row.cell('status'), ...further.map((index) => row.values[index] ?? '')];
}

/** Of several status columns the one counts that says most: a draft is none the less one where nothing is paid of it yet. */
const SAYS_MOST: readonly StatusWord[] = [
  'void',
  'draft',
  'stopped',
  'in-process',
  'disputed',
  'returned',
  'credit',
  'paid',
  'part-paid',
  'open',
];

function readStatus(row: TableRow): StatusWord {
  if (!row.table.detection.columns.status) return '';
  const words = statusCells(row).map((cell) => statusIn(row, cell));
  if (words.length === 1) return words[0] ?? '';
  return SAYS_MOST.find((word) => words.includes(word)) ?? '';
}

function statusIn(row: TableRow, cell: Cell): StatusWord {
  if (isBlank(cell) || (typeof cell === 'string' && saysNothing(cell))) return '';
  if (isErrorText(cell)) {
    row.unreadable.push(row.header('status'));
    row.report(
      'status',
      'error-cell',
      `the cell shows ${String(cell).trim()}. Mend its formula or wait until it has loaded.`,
    );
    return '';
  }
  const word = typeof cell === 'string' ? statusOf(cell) : null;
  if (word !== null) return word;
  // A column called "Paid?" with yes and no, or with check boxes.
  const answer = yesOrNo(cell);
  if (answer !== null) return answer ? 'paid' : 'open';
  unknownStatus(row, cell);
  return '';
}

// A word is named once, at its first row: a whole column of it is one thing to mend.
function unknownStatus(row: TableRow, cell: Cell): void {
  const word = quoted(cell);
  const seen = row.table.unknownStatuses.get(word) ?? 0;
  row.table.unknownStatuses.set(word, seen + 1);
  if (seen > 0) return;
  const sentence = `the status ${word} is not known, here and in every row that has it; dates and amounts decide there, and nothing leaves without a person. Use Open, Paid, Disputed, Draft, Void or Credit note.`;
  row.report('status', 'status-unknown', sentence);
}

// What cannot be read as "no" protects the customer: an unreadable block counts as a block.
function readDisputed(row: TableRow): boolean {
  const cell = row.cell('disputed');
  if (isBlank(cell)) return false;
  if (!isErrorText(cell)) return yesOrNo(cell) ?? true;
  row.unreadable.push(row.header('disputed'));
  row.report(
    'disputed',
    'error-cell',
    `the cell shows ${String(cell).trim()}; the invoice counts as disputed. Mend its formula.`,
  );
  return true;
}
