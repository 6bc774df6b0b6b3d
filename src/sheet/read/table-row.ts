// One row of the invoice table under the eyes of its columns, and what is worked out once for the whole table.
import type { Day } from '../../receivables/day';
import { NO_CURRENCY } from '../../receivables/money';
import { type DateOrder, type Detection, type Field, LOWERING_FIELDS, type MoneyColumn } from '../fields';
import { type Cell, type Grid, isBlank, type Problem } from '../grid';
import { currencyOfCell, currencyOfHeader } from '../vocabulary/currencies';
import { saysLastPayment } from '../vocabulary/header-words';
import { Sums } from './column-sums';
import { columnOrders } from './date-questions';
import { type LoweringColumns, loweringColumns } from './lowering-columns';
import { type PaidAs, paidAs, shareOf } from './paid-column';
import { amountOf, type DecimalMark, decimalMarkOf, isTwoWays, unclearComma } from './read-amounts';
import { type AmountReading, NO_AMOUNT, type Place, quoted, readAmount, readDate } from './read-cells';
import { idText, isErrorText, isMissing } from './read-words';

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
export type DateField = 'issued' | 'due' | 'paidOn' | 'retainedUntil' | 'insolventSince';
export const MONEY: readonly MoneyField[] = ['amount', 'paid', 'balance'];

/** Everything about the table that is worked out once. */
export interface Table {
  grid: Grid;
  detection: Detection;
  orders: Partial<Record<Field, DateOrder | null>>;
  marks: Partial<Record<MoneyColumn, DecimalMark | null>>;
  /** Columns of which nothing tells what their commas are. */
  unclear: ReadonlySet<MoneyColumn>;
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
  /** Whether the column of the customer is another one's too: the names stand in headings, above its cells. */
  isCustomerHeading: boolean;
  /** Customer of a heading that stands above its invoices; '' without one. */
  headingCustomer: string;
  /** Rows that are a payment or credit note rather than an invoice. */
  credits: Map<number, 'payment' | 'credit note'>;
  /** Sums of the rows read since the table and its part began: a row that repeats them is a total. */
  sums: Sums;
}

/** Works out what the columns of a table say as a whole: the order of dates, decimal marks, the currency of the header. */
export function prepare(grid: Grid, detection: Detection, options: ReadOptions): Table {
  const orders: Table['orders'] = {};
  for (const { field, order } of columnOrders(grid, detection)) orders[field] = order;
  const start = detection.headerRow - grid.firstRow + 1;
  const marks: Table['marks'] = {};
  const unclear = new Set<MoneyColumn>();
  for (const field of [...MONEY, ...LOWERING_FIELDS]) {
    const column = detection.columns[field];
    if (!column) continue;
    const cells = grid.values.slice(start).map((row): Cell => row[column.index] ?? '');
    marks[field] = decimalMarkOf(cells);
    if (marks[field] === null && unclearComma(cells) >= 0) unclear.add(field);
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
    unclear,
    paidAs: paidAs(grid, detection),
    lowering: loweringColumns(grid, detection),
    isLastPayment: isLastPayment(detection),
    headerCurrency,
    preferred,
    problems: [],
    skipped: [],
    unknownStatuses: new Map(),
    toldOnce: new Set(),
    isCustomerHeading: isCustomerHeading(detection),
    headingCustomer: '',
    credits: new Map(),
    sums: new Sums(),
  };
}

/** One row under the eyes of its columns. */
export class TableRow {
  readonly number: number;
  readonly unreadable: string[] = [];
  /** The row above whose cells count where this one's are blank, and for which fields. */
  private taken: { from: TableRow; fields: ReadonlySet<Field> } | null = null;
  readonly values: readonly Cell[];

  /** @param index of the row within the grid's values */
  constructor(
    readonly table: Table,
    readonly index: number,
  ) {
    this.number = table.grid.firstRow + index;
    this.values = table.grid.values[index] ?? [];
  }

  cell(field: Field): Cell {
    const cell = this.own(field);
    return this.taken?.fields.has(field) && isBlank(cell) ? this.taken.from.cell(field) : cell;
  }

  /** The cell of the row itself, whatever it takes from the row above. */
  own(field: Field): Cell {
    const column = this.table.detection.columns[field];
    return column ? (this.values[column.index] ?? '') : '';
  }

  /** Fields that the row leaves blank are those of the row above from now on. */
  takeFrom(from: TableRow, fields: ReadonlySet<Field>): void {
    this.taken = { from, fields };
  }

  header(field: Field): string {
    return this.table.detection.columns[field]?.header ?? '';
  }

  /** An identifier or name as displayed; an error text counts as not there. */
  text(field: Field): string {
    const column = this.table.detection.columns[field];
    if (!column) return '';
    const cell = this.values[column.index] ?? '';
    if (this.taken?.fields.has(field) && isBlank(cell)) return this.taken.from.text(field);
    if (isBlank(cell) || isErrorText(cell)) return '';
    // A text is displayed as it is. What is displayed is read when it is first asked for: the dearest reading of all.
    const text = idText(cell, typeof cell === 'string' ? undefined : this.displayed(column.index));
    return isMissing(text) ? '' : text;
  }

  shown(field: Field): string {
    const column = this.table.detection.columns[field];
    return column ? (this.displayed(column.index) ?? '') : '';
  }

  private displayed(column: number): string | undefined {
    return this.table.grid.display?.[this.index]?.[column];
  }

  place(field: Field): Place {
    return new CellPlace(this, field);
  }

  report(field: Field, code: string, sentence: string): void {
    const column = this.header(field);
    const where = column === '' ? `Row ${this.number}` : `Row ${this.number}, ${column}`;
    this.table.problems.push({ row: this.number, column, code, message: `${where}: ${sentence}` });
  }

  date(field: DateField): Day | null {
    if (!this.table.detection.columns[field]) return null;
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
    const column = this.table.detection.columns[field];
    if (!column) return NO_AMOUNT;
    const mark = this.table.marks[field] ?? null;
    const { further } = column;
    const reading = further ? this.added(field, further, mark) : this.amountIn(field, this.cell(field), mark);
    if (!reading.readable) this.unreadable.push(this.header(field));
    if (reading.value !== null) this.table.sums.add(field, reading.value);
    return reading;
  }

  private amountIn(field: MoneyColumn, cell: Cell, mark: DecimalMark | null): AmountReading {
    if (mark !== null || typeof cell !== 'string' || cell === '' || !isTwoWays(cell))
      return readAmount(cell, mark, this.table.preferred, this.place(field));
    const reading = readAmount(cell, mark, this.currencyTold(), this.place(field));
    if (!this.table.unclear.has(field) || reading.currency !== '' || this.currencyTold() !== NO_CURRENCY)
      return reading;
    const sentence = `${quoted(cell)} can be read in two ways. Say the currency, or write it with two decimals.`;
    this.report(field, 'amount-unreadable', sentence);
    return { value: null, readable: false, currency: '' };
  }

  /** The currency that the row or the table names apart from its amounts. */
  private currencyTold(): string {
    const { preferred, headerCurrency } = this.table;
    return currencyOfCell(this.text('currency'), preferred) || headerCurrency || preferred;
  }

  // `Payment 1`, `Payment 2`: what is filled is added.
  private added(field: MoneyColumn, further: readonly number[], mark: DecimalMark | null): AmountReading {
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
      const amount = amountOf(this.values[index], this.table.marks.paid ?? null);
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
    const value = amountOf(cell, mark);
    return value === 0 ? null : value;
  }
}

// What is wrong with the first of several dates is told with its column.
/** Where a cell is: nothing of it is put together while its cell can be read. */
class CellPlace implements Place {
  constructor(
    private readonly of: TableRow,
    private readonly field: Field,
  ) {}

  get row(): number {
    return this.of.number;
  }

  get column(): string {
    return this.of.header(this.field);
  }

  report(problem: Problem): void {
    this.of.table.problems.push(problem);
  }
}

const SILENT: Place = { row: 0, column: '', report: () => undefined };

function isCustomerHeading({ columns }: Detection): boolean {
  const others = [columns.issued, columns.due, columns.invoice];
  return columns.customer !== undefined && others.some((match) => match?.index === columns.customer?.index);
}

// "Last payment date", or several dates: a payment came, and not necessarily the whole.
function isLastPayment({ columns: { paidOn } }: Detection): boolean {
  return paidOn !== undefined && (paidOn.further !== undefined || saysLastPayment(paidOn.header));
}
