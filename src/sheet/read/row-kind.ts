// What a row of the table is: an invoice, what goes on with the one above, a heading, a total, nothing.
import { customerKeyOf } from '../../receivables/customer';
import { numberKey } from '../../receivables/invoice-number';
import type { Field } from '../fields';
import { type Cell, isBlank, isDayCell } from '../grid';
import { amountOf, isAmountLike } from './read-amounts';
import { isDateLike } from './read-dates';
import { isTotalText } from './read-words';
import { MONEY, type Table, TableRow } from './table-row';

/** What a row that goes on with the invoice above has from it: everything but money and what is said of the line. */
const OF_THE_INVOICE: ReadonlySet<Field> = new Set<Field>([
  ...([
    'customer',
    'customerId',
    'invoice',
    'issued',
    'due',
    'terms',
    'currency',
    'status',
    'disputed',
    'email',
  ] as const),
  ...(['language', 'owner', 'region', 'businessUnit', 'paymentLink', 'orderNumber', 'documentType', 'sign'] as const),
  ...(['insolventSince', 'assignedTo', 'paymentMethod', 'debtorKind'] as const),
]);

/** What an invoice below another one of the same customer has from it where the customer is written once. */
const OF_THE_CUSTOMER: ReadonlySet<Field> = new Set<Field>(['customer', 'customerId', 'email', 'language', 'owner']);

/** Judges the rows of a table from top to bottom; each may hang on those above it. */
export class RowKinds {
  /** Rows that go on with an invoice, and the row it begins in. */
  readonly continued = new Map<number, number>();
  private above: TableRow | null = null;
  private named: TableRow | null = null;
  private readonly isCustomerOnce: boolean;

  constructor(private readonly table: Table) {
    this.isCustomerOnce = isCustomerWrittenOnce(table);
  }

  /** Why the row is no invoice; '' when it is one, or a line of one. */
  whyNot(row: TableRow): string {
    const why = kindOf(row);
    if (why !== '') {
      this.above = null;
      if (why !== 'blank') this.end(row, why);
      return why;
    }
    if (this.above && continues(row, this.above)) {
      const first = this.continued.get(this.above.number) ?? this.above.number;
      if (MONEY.every((field) => isBlank(row.own(field)))) return `line item of row ${first}`;
      row.takeFrom(this.above, OF_THE_INVOICE);
      this.continued.set(row.number, first);
    } else if (!isNamed(row)) this.nameFromAbove(row);
    else this.named = row;
    return '';
  }

  /** Remembers whether the row was read as an invoice: the next may go on with it. */
  wasRead(row: TableRow, isRead: boolean): void {
    this.above = isRead ? row : null;
  }

  // A heading names the customer of the rows below it; a total ends its part of the table.
  private end(row: TableRow, why: string): void {
    if (why === 'total row' || why === 'header row repeated') this.table.headingCustomer = '';
    if (why === 'heading') this.table.headingCustomer = row.text('customer');
    this.table.sums.endPart();
  }

  private nameFromAbove(row: TableRow): void {
    if (!this.isCustomerOnce || !this.named || this.table.headingCustomer !== '') return;
    row.takeFrom(this.named, OF_THE_CUSTOMER);
    if (this.table.toldOnce.has('customer-from-above')) return;
    this.table.toldOnce.add('customer-from-above');
    const name = row.text('customer') || row.text('customerId');
    const sentence = `no customer stands here; it counts for ${name} above, as every row like it does for the name above it.`;
    row.report('customer', 'customer-from-above', sentence);
  }
}

function isNamed(row: TableRow): boolean {
  return (!row.table.isCustomerHeading && !isBlank(row.own('customer'))) || !isBlank(row.own('customerId'));
}

function isDatedOrNumbered(row: TableRow): boolean {
  return !isBlank(row.own('due')) || !isBlank(row.own('issued')) || !isBlank(row.own('invoice'));
}

function hasMoney(row: TableRow): boolean {
  return MONEY.some((field) => !isBlank(row.own(field)));
}

/** Whether the table knows its invoices by a number or a day: then a row without both is none. */
function marksInvoices({ detection: { columns } }: Table): boolean {
  return Boolean(columns.invoice ?? columns.due ?? columns.issued);
}

/** Why a row is no invoice, by itself and the sums above it; '' when it is one. */
function kindOf(row: TableRow): string {
  // No total, heading or header has a day and money; nearly every invoice has.
  if (isDayCell(row.own('due')) && hasMoney(row)) return '';
  const filled = row.values.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return 'blank';
  const dated = isDate(row.own('due'), filled) || isDate(row.own('issued'), filled);
  const label = dated ? undefined : totalLabel(row, filled);
  const numbered = !isBlank(row.own('invoice')) && label !== row.own('invoice');
  if (!dated && !numbered && label !== undefined) return 'total row';
  if (!dated && !numbered && isAgeLabel(row.own('customer'))) return 'total row';
  if (!dated && repeatsSums(row, filled)) return 'total row';
  const moneyless = !hasMoney(row);
  const isAlone = filled.length === 1 && moneyless && !dated;
  if (isAlone && (!numbered || row.table.isCustomerHeading || isSentence(filled[0]))) return 'heading';
  if (!dated && !numbered && isHeading(row, moneyless)) return 'heading';
  if (moneyless && !dated && !numbered) return 'no invoice number, date or amount';
  const { headers } = row.table.detection;
  const repeatsHeader = filled.length > 1 && row.values.every((cell, i) => repeats(cell, headers[i] ?? ''));
  return repeatsHeader ? 'header row repeated' : '';
}

// "Total" in a column of dates is no date, nor is a name that stands alone above its invoices.
function isDate(cell: Cell, filled: readonly Cell[]): boolean {
  if (isBlank(cell)) return false;
  if (typeof cell !== 'string') return true;
  if (filled.length === 1) return isDateLike(cell);
  return /^\s*\d/.test(cell) || !isTotalText(cell);
}

// A figure below the table: "Overdue > 30 days", "Past due 31-60".
function isAgeLabel(cell: Cell): boolean {
  return (
    typeof cell === 'string' &&
    /^\s*(?:of which )?(?:overdue|past due|older than)\b[\s\d<>≥+–-]*\d(?:\s*days)?\s*$/i.test(cell)
  );
}

// A note below the table: "* denotes a mandatory column".
function isSentence(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.trim().split(/\s+/).length > 2;
}

// A customer above its invoices, with a telephone number or the sum of them beside the name.
function isHeading(row: TableRow, moneyless: boolean): boolean {
  const { table } = row;
  if (isBlank(row.own('customer')) || !marksInvoices(table)) return false;
  if (row.index + 1 >= table.grid.values.length) return false;
  const next = new TableRow(table, row.index + 1);
  return !isNamed(next) && isDatedOrNumbered(next) && hasMoney(next) && (moneyless || isSumBelow(row));
}

// The sum of the rows below that name nobody, down to the next name or gap.
function isSumBelow(row: TableRow): boolean {
  const { table } = row;
  const { columns } = table.detection;
  const field = columns.balance ? 'balance' : 'amount';
  const mark = table.marks[field] ?? null;
  let sum = 0;
  for (let index = row.index + 1; index < table.grid.values.length; index += 1) {
    const below = new TableRow(table, index);
    if (isNamed(below) || !isDatedOrNumbered(below)) break;
    sum += amountOf(below.own(field), mark) ?? 0;
  }
  return Math.abs(sum - (amountOf(row.own(field), mark) ?? Number.NaN)) < 0.005;
}

function totalLabel(row: TableRow, filled: readonly Cell[]): Cell | undefined {
  const first = filled.find((cell) => typeof cell === 'string');
  return [first, row.own('customer'), row.own('invoice')].find((cell) => typeof cell === 'string' && isTotalText(cell));
}

// A row without a day that holds the sums of the columns, or their means: with a word nobody knows, or with none.
function repeatsSums(row: TableRow, filled: readonly Cell[]): boolean {
  const { detection, marks, sums } = row.table;
  const written = MONEY.filter((field) => detection.columns[field] && !isBlank(row.own(field)));
  if (written.length === 0) return false;
  const words = filled.filter((cell) => !isAmountLike(cell));
  const fits = (test: (field: (typeof MONEY)[number], value: number) => boolean): boolean =>
    written.every((field) => {
      const value = amountOf(row.own(field), marks[field] ?? null);
      return value !== null && test(field, value);
    });
  if (words.length === 0) return !isNamed(row) && fits((field, value) => sums.isSum(field, value, 1));
  if (words.length > 1 || !marksInvoices(row.table)) return false;
  if (isNamed(row) && !isBlank(row.own('invoice'))) return false;
  const closes = fits((field, value) => value !== 0 && sums.isSum(field, value, 2));
  return closes || fits((field, value) => value !== 0 && sums.isMean(field, value));
}

// Of a header joined from two rows a page may repeat the lower row alone.
function repeats(cell: Cell, header: string): boolean {
  if (typeof cell !== 'string') return header === '';
  const text = cell.replace(/\s+/g, ' ').trim();
  return text === header || (text !== '' && header.endsWith(` ${text}`));
}

/**
 * Whether a row goes on with the invoice above: it names neither customer nor day, and either the same number or, as a line with words of
 * its own, none.
 */
function continues(row: TableRow, above: TableRow): boolean {
  const { columns } = row.table.detection;
  if (!columns.due && !columns.issued) return false;
  if (isNamed(row) || !isBlank(row.own('due')) || !isBlank(row.own('issued'))) return false;
  if (!isNamed(above) && customerKeyOf(above.text('customerId'), above.text('customer')) === '') return false;
  const number = row.own('invoice');
  if (!isBlank(number)) return numberKey(row.text('invoice')) === numberKey(above.text('invoice'));
  const hasLines = Boolean(columns.lineItem ?? columns.quantity ?? columns.unitPrice);
  const hasWords = row.values.some((cell) => typeof cell === 'string' && !isBlank(cell) && !isAmountLike(cell));
  return hasMoney(row) && (hasLines || hasWords);
}

/** So many of three rows without a name are no slips: the name is written once, above them or in a merged cell. */
const UNNAMED_OF_THREE = 1;

// Merged cells have their text in the first row alone. Each name stands once then, and many rows have none.
function isCustomerWrittenOnce(table: Table): boolean {
  const { grid, detection } = table;
  if (!detection.columns.customer || table.isCustomerHeading) return false;
  const names = new Set<string>();
  let rows = 0;
  let unnamed = 0;
  for (let index = detection.headerRow - grid.firstRow + 1; index < grid.values.length; index += 1) {
    const row = new TableRow(table, index);
    if (!isDatedOrNumbered(row) || !hasMoney(row)) continue;
    const isDated = !isBlank(row.own('due')) || !isBlank(row.own('issued'));
    if (isNamed(row)) {
      const name = row.text('customer') || row.text('customerId');
      if (names.has(name)) return false;
      names.add(name);
    } else if (isDated) unnamed += 1;
    rows += 1;
  }
  return names.size > 0 && unnamed > 1 && unnamed * 3 >= rows * UNNAMED_OF_THREE;
}
