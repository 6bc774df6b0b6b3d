// One row of the invoice table under the eyes of its columns, and what is worked out once for the whole table.
import type { Day } from '../../receivables/day';
import { NO_CURRENCY } from '../../receivables/money';
import type { DateOrder, Detection, Field } from '../fields';
import { type Cell, type Grid, isBlank, type Problem } from '../grid';
import { currencyOfHeader } from '../vocabulary/currencies';
import { columnOrders } from './date-questions';
import { type DecimalMark, decimalMarkOf, isAmountLike, readAmountText } from './read-amounts';
import { type AmountReading, type Place, readAmount, readDate } from './read-cells';
import { idText, isErrorText, isTotalText } from './read-words';

/** What helps where the table is silent. */
export interface ReadOptions {
  /** ISO 4217 code of amounts without any currency. */
  defaultCurrency?: string;
}

/** A row that is not an invoice, or not readable as one. */
export interface SkippedRow {
  row: number;
  why: string;
  /** The customer it belongs to, where that much can be read. */
  customerKey?: string;
}

export type MoneyField = 'amount' | 'paid' | 'balance';
export type DateField = 'issued' | 'due' | 'paidOn';
export const MONEY: readonly MoneyField[] = ['amount', 'paid', 'balance'];

/** Everything about the table that is worked out once. */
export interface Table {
  grid: Grid;
  detection: Detection;
  orders: Partial<Record<Field, DateOrder | null>>;
  marks: Partial<Record<MoneyField, DecimalMark | null>>;
  headerCurrency: string;
  preferred: string;
  problems: Problem[];
  skipped: SkippedRow[];
  unknownStatuses: Map<string, number>;
  /** Customer of a heading that stands above its invoices; '' without one. */
  headingCustomer: string;
  /** Rows that are a payment or credit note rather than an invoice. */
  credits: Set<number>;
  /** Sums of the rows read since the table or its part began: a row that repeats them is a total. */
  sums: Partial<Record<MoneyField, number>>;
}

/** Works out what the columns of a table say as a whole: the order of dates, decimal marks, the currency of the header. */
export function prepare(grid: Grid, detection: Detection, options: ReadOptions): Table {
  const orders: Table['orders'] = {};
  for (const { field, order } of columnOrders(grid, detection)) orders[field] = order;
  const start = detection.headerRow - grid.firstRow + 1;
  const marks: Table['marks'] = {};
  for (const field of MONEY) {
    const column = detection.columns[field];
    if (column) marks[field] = decimalMarkOf(grid.values.slice(start).map((row): Cell => row[column.index] ?? ''));
  }
  const agreed = new Set(Object.values(marks).filter((mark) => mark !== null));
  const shared = agreed.size === 1 ? ([...agreed][0] ?? null) : null;
  for (const field of MONEY) marks[field] = marks[field] ?? shared;
  const preferred = options.defaultCurrency || NO_CURRENCY;
  const headers = MONEY.map((field) => currencyOfHeader(detection.columns[field]?.header ?? '', preferred));
  const headerCurrency = headers.find((currency) => currency !== '') ?? '';
  return {
    grid,
    detection,
    orders,
    marks,
    headerCurrency,
    preferred,
    problems: [],
    skipped: [],
    unknownStatuses: new Map(),
    headingCustomer: '',
    credits: new Set(),
    sums: {},
  };
}

/** One row under the eyes of its columns. */
export class TableRow {
  readonly number: number;
  readonly unreadable: string[] = [];
  private readonly values: readonly Cell[];

  constructor(
    readonly table: Table,
    private readonly index: number,
  ) {
    this.number = table.grid.firstRow + index;
    this.values = table.grid.values[index] ?? [];
  }

  cell(field: Field): Cell {
    const column = this.table.detection.columns[field];
    return column ? (this.values[column.index] ?? '') : '';
  }

  header(field: Field): string {
    return this.table.detection.columns[field]?.header ?? '';
  }

  /** An identifier or name as displayed; an error text counts as not there. */
  text(field: Field): string {
    const column = this.table.detection.columns[field];
    const cell = this.cell(field);
    if (!column || isBlank(cell) || isErrorText(cell)) return '';
    // A text is displayed as it is. What is displayed is read when it is first asked for: the dearest reading of all.
    return idText(cell, typeof cell === 'string' ? undefined : this.displayed(column.index));
  }

  shown(field: Field): string {
    const column = this.table.detection.columns[field];
    return column ? (this.displayed(column.index) ?? '') : '';
  }

  private displayed(column: number): string | undefined {
    return this.table.grid.display?.[this.index]?.[column];
  }

  place(field: Field): Place {
    return { row: this.number, column: this.header(field), report: (problem) => this.table.problems.push(problem) };
  }

  report(field: Field, code: string, sentence: string): void {
    const column = this.header(field);
    const where = column === '' ? `Row ${this.number}` : `Row ${this.number}, ${column}`;
    this.table.problems.push({ row: this.number, column, code, message: `${where}: ${sentence}` });
  }

  date(field: DateField): Day | null {
    const { value, readable } = readDate(this.cell(field), this.table.orders[field] ?? null, this.place(field));
    if (!readable) this.unreadable.push(this.header(field));
    return value;
  }

  amount(field: MoneyField): AmountReading {
    const mark = this.table.marks[field] ?? null;
    const reading = readAmount(this.cell(field), mark, this.table.preferred, this.place(field));
    if (!reading.readable) this.unreadable.push(this.header(field));
    if (reading.value !== null) this.table.sums[field] = (this.table.sums[field] ?? 0) + reading.value;
    return reading;
  }

  /** What stands on the credit side of a ledger in a row that charges nothing; null in every other row. */
  creditSide(charged: AmountReading): number | null {
    if (!this.table.detection.columns.credit || charged.value) return null;
    const mark = this.table.marks.paid ?? this.table.marks.amount ?? null;
    const cell = this.cell('credit');
    const value = typeof cell === 'number' || typeof cell === 'string' ? amountOf(cell, mark) : null;
    return value === 0 ? null : value;
  }

  /** Why the row is no invoice; '' when it is one. */
  notAnInvoice(): string {
    const filled = this.values.filter((cell) => !isBlank(cell));
    if (filled.length === 0) return 'blank';
    const dated = !isBlank(this.cell('due')) || !isBlank(this.cell('issued'));
    const label = dated ? undefined : this.totalLabel(filled);
    const numbered = !isBlank(this.cell('invoice')) && label !== this.cell('invoice');
    if (!dated && !numbered && (label !== undefined || this.repeatsSums(filled))) return 'total row';
    const moneyless = MONEY.every((field) => isBlank(this.cell(field)));
    if (moneyless && !dated && !numbered) return filled.length === 1 ? 'heading' : 'no invoice number, date or amount';
    const headers = this.table.detection.headers;
    const repeatsHeader = filled.length > 1 && this.values.every((cell, i) => repeats(cell, headers[i] ?? ''));
    return repeatsHeader ? 'header row repeated' : '';
  }

  private totalLabel(filled: readonly Cell[]): Cell | undefined {
    const first = filled.find((cell) => typeof cell === 'string');
    return [first, this.cell('customer'), this.cell('invoice')].find(
      (cell) => typeof cell === 'string' && isTotalText(cell),
    );
  }

  // A last row without any text that holds the sums of the columns.
  private repeatsSums(filled: readonly Cell[]): boolean {
    const { detection, marks, sums } = this.table;
    if (!isBlank(this.cell('customer')) || !isBlank(this.cell('customerId'))) return false;
    const written = MONEY.filter((field) => detection.columns[field] && !isBlank(this.cell(field)));
    if (written.length === 0 || filled.some((cell) => !isAmountLike(cell))) return false;
    return written.every((field) => {
      const value = amountOf(this.cell(field), marks[field] ?? null);
      return value !== null && sums[field] !== undefined && Math.abs(value - (sums[field] ?? 0)) < HALF_A_CENT;
    });
  }

  /** Remembers the customer of a heading; a total ends its part of the table. */
  rememberHeading(why: string): void {
    if (why === 'total row' || why === 'header row repeated') this.table.headingCustomer = '';
    if (why === 'heading') this.table.headingCustomer = this.text('customer');
  }
}

// Of a header joined from two rows a page may repeat the lower row alone.
function repeats(cell: Cell, header: string): boolean {
  if (typeof cell !== 'string') return header === '';
  const text = cell.replace(/\s+/g, ' ').trim();
  return text === header || (text !== '' && header.endsWith(` ${text}`));
}

const HALF_A_CENT = 0.005;

function amountOf(cell: Cell, mark: DecimalMark | null): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? (readAmountText(cell, mark)?.value ?? null) : null;
}
