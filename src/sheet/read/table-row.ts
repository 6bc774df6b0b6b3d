// One row of the invoice table under the eyes of its columns, and what is worked out once for the whole table.
import type { Day } from '../../receivables/day';
import { NO_CURRENCY } from '../../receivables/money';
import { type DateOrder, type Detection, type Field, LOWERING_FIELDS, type LoweringField } from '../fields';
import { type Cell, type Grid, isBlank, type Problem } from '../grid';
import { currencyOfHeader } from '../vocabulary/currencies';
import { headerHas } from '../vocabulary/header-words';
import { columnOrders } from './date-questions';
import { type LoweringColumns, loweringColumns } from './lowering-columns';
import { type PaidAs, paidAs, shareOf } from './paid-column';
import { type DecimalMark, decimalMarkOf, isAmountLike, readAmountText } from './read-amounts';
import { type AmountReading, type Place, quoted, readAmount, readDate } from './read-cells';
import { idText, isErrorText, isMissing, isTotalText } from './read-words';

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
type MoneyColumn = MoneyField | LoweringField;
export type DateField = 'issued' | 'due' | 'paidOn' | 'retainedUntil';
export const MONEY: readonly MoneyField[] = ['amount', 'paid', 'balance'];

/** Everything about the table that is worked out once. */
export interface Table {
  grid: Grid;
  detection: Detection;
  orders: Partial<Record<Field, DateOrder | null>>;
  marks: Partial<Record<MoneyColumn, DecimalMark | null>>;
  paidAs: PaidAs;
  /** Null where no column lowers an invoice. */
  lowering: LoweringColumns | null;
  /** Whether the payment date is that of the last of several payments: it says nothing of what is left. */
  isLastPayment: boolean;
  headerCurrency: string;
  preferred: string;
  problems: Problem[];
  skipped: SkippedRow[];
  unknownStatuses: Map<string, number>;
  /** What is told once for the whole table: dates that stand for none, retentions without a day. */
  toldOnce: Set<string>;
  /** Customer of a heading that stands above its invoices; '' without one. */
  headingCustomer: string;
  /** Rows that are a payment or credit note rather than an invoice. */
  credits: Set<number>;
  /** Sums of the rows read since the table or its part began: a row that repeats them is a total. */
  sums: Partial<Record<MoneyColumn, number>>;
}

/** Works out what the columns of a table say as a whole: the order of dates, decimal marks, the currency of the header. */
export function prepare(grid: Grid, detection: Detection, options: ReadOptions): Table {
  const orders: Table['orders'] = {};
  for (const { field, order } of columnOrders(grid, detection)) orders[field] = order;
  const start = detection.headerRow - grid.firstRow + 1;
  const marks: Table['marks'] = {};
  for (const field of [...MONEY, ...LOWERING_FIELDS]) {
    const column = detection.columns[field];
    if (column) marks[field] = decimalMarkOf(grid.values.slice(start).map((row): Cell => row[column.index] ?? ''));
  }
  const agreed = new Set(Object.values(marks).filter((mark) => mark !== null));
  const shared = agreed.size === 1 ? ([...agreed][0] ?? null) : null;
  for (const field of [...MONEY, ...LOWERING_FIELDS]) marks[field] = marks[field] ?? shared;
  const preferred = options.defaultCurrency || NO_CURRENCY;
  const headers = MONEY.map((field) => currencyOfHeader(detection.columns[field]?.header ?? '', preferred));
  const headerCurrency = headers.find((currency) => currency !== '') ?? '';
  return {
    grid,
    detection,
    orders,
    marks,
    paidAs: paidAs(grid, detection),
    lowering: loweringColumns(grid, detection),
    isLastPayment: isLastPayment(detection),
    headerCurrency,
    preferred,
    problems: [],
    skipped: [],
    unknownStatuses: new Map(),
    toldOnce: new Set(),
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
  private readonly display: readonly string[] | null;

  constructor(
    readonly table: Table,
    index: number,
  ) {
    this.number = table.grid.firstRow + index;
    this.values = table.grid.values[index] ?? [];
    this.display = table.grid.display?.[index] ?? null;
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
    const text = idText(cell, this.display?.[column.index]);
    return isMissing(text) ? '' : text;
  }

  shown(field: Field): string {
    const column = this.table.detection.columns[field];
    return column ? (this.display?.[column.index] ?? '') : '';
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
    const cell = this.cell(field);
    const reading = readDate(cell, this.table.orders[field] ?? null, this.place(field));
    if (!reading.readable) this.unreadable.push(this.header(field));
    if (reading.isPlaceholder) this.namePlaceholder(field, cell);
    return reading.value;
  }

  // Named once for each date that stands for none: a whole column may be full of it.
  private namePlaceholder(field: DateField, cell: Cell): void {
    const said = `${field} ${quoted(cell)}`;
    if (this.table.toldOnce.has(said)) return;
    this.table.toldOnce.add(said);
    const sentence = `${quoted(cell)} stands for no date and counts as none, here and in every row that has it. Leave such cells empty.`;
    this.report(field, 'date-placeholder', sentence);
  }

  amount(field: MoneyColumn): AmountReading {
    const mark = this.table.marks[field] ?? null;
    const further = this.table.detection.columns[field]?.further;
    const reading = further ? this.added(field, further, mark) : this.amountIn(field, this.cell(field), mark);
    if (!reading.readable) this.unreadable.push(this.header(field));
    if (reading.value !== null) this.table.sums[field] = (this.table.sums[field] ?? 0) + reading.value;
    return reading;
  }

  private amountIn(field: Field, cell: Cell, mark: DecimalMark | null): AmountReading {
    return readAmount(cell, mark, this.table.preferred, this.place(field));
  }

  // `Payment 1`, `Payment 2`: what is filled is added.
  private added(field: Field, further: readonly number[], mark: DecimalMark | null): AmountReading {
    const cells = [this.cell(field), ...further.map((index) => this.values[index] ?? '')];
    const readings = cells.map((cell) => this.amountIn(field, cell, mark));
    const values = readings.flatMap(({ value }) => value ?? []);
    return {
      value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
      readable: readings.every(({ readable }) => readable),
      currency: readings.find(({ currency }) => currency !== '')?.currency ?? '',
    };
  }

  /** What was paid: money, or the share of the charge that the cell says. */
  paid({ value: charged, currency }: AmountReading): AmountReading {
    const share = shareOf(this.cell('paid'), this.shown('paid'), this.table.paidAs);
    if (share === null) return this.amount('paid');
    return { value: charged === null ? null : share * charged, readable: true, currency };
  }

  /** The payments of several columns with a date each; null where the table has no such columns. */
  payments(): { amount: number; on: Day | null }[] | null {
    const { paid, paidOn } = this.table.detection.columns;
    if (!paid?.further || !paidOn?.further || paid.further.length !== paidOn.further.length) return null;
    const dates = [paidOn.index, ...paidOn.further];
    return [paid.index, ...paid.further].flatMap((index, i) => {
      const amount = amountOf(this.values[index] ?? '', this.table.marks.paid ?? null);
      if (!amount) return [];
      const order = this.table.orders.paidOn ?? null;
      return [{ amount, on: readDate(this.values[dates[i] ?? -1] ?? '', order, SILENT).value }];
    });
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

// What is wrong with the first of several dates is told with its column.
const SILENT: Place = { row: 0, column: '', report: () => undefined };

// "Last payment date", or several dates: a payment came, and not necessarily the whole.
function isLastPayment({ columns: { paidOn } }: Detection): boolean {
  return paidOn !== undefined && (paidOn.further !== undefined || headerHas(paidOn.header, ['last', 'latest']));
}

const HALF_A_CENT = 0.005;

function amountOf(cell: Cell, mark: DecimalMark | null): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? (readAmountText(cell, mark)?.value ?? null) : null;
}
