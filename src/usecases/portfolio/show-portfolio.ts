// The Portfolio page: the figures of PORTFOLIO on what the plan knows, by any dimension, and what a line is made of.
import { isChaseable, isOverdue } from '../../dunning/decision/owed';
import { ageInWords } from '../../dunning/decision/reasons';
import { isoOf } from '../../receivables/day';
import { movedInWords } from '../../receivables/figures/original-due';
import { FormulaError } from '../../receivables/formula-error';
import type { Invoice, InvoiceRow } from '../../receivables/invoice';
import { concentration, herfindahlIndex } from '../../receivables/metrics/concentration';
import {
  isUnbilled,
  type Portfolio,
  type PortfolioLine,
  portfolio,
  UNBILLED_LABEL,
} from '../../receivables/metrics/portfolio';
import { formatMoney } from '../../receivables/money';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { placesOf, readyFormula } from '../formulas/ready-formulas';
import type { InvoiceLink } from '../waiting/view';
import { COLUMN, cutBy, dimensionsOf, type Prepared, prepared } from './dimensions';
import type { ConcentrationView, PortfolioRowsView, PortfolioView } from './view';

/** What crosses to a page at once. */
const MOST_LINES = 500;
const MOST_ROWS = 200;

/** The dimension that is shown first. */
const FIRST = ':bucket';

/**
 * The portfolio by a dimension.
 * @param by as the answer's `dimensions` name them, or `column:` and a header; '' for the first
 * @throws Refusal where the column is missing or its cells show errors
 */
export function showPortfolio(ports: Ports, by: string): PortfolioView {
  return portfolioView(prepared(openForShowing(ports)), by === '' ? FIRST : by);
}

/** The same in a workbook that was read. */
function portfolioView(read: Prepared, by: string): PortfolioView {
  const { opened, context } = read;
  const { book, day } = opened;
  const { invoices } = context.facts;
  const { title, ...cut } = orRefused(() => cutBy(by, read));
  const hasIssueDates = book.detection.columns.issued !== undefined;
  const disputedOf = context.blocks.disputedPart;
  const found = orRefused(() => portfolio(invoices, book.rows, day, { ...cut, disputedOf, hasIssueDates }));
  return {
    asOf: isoOf(day),
    by,
    dimensions: dimensionsOf(opened),
    columns: [...new Set(book.detection.headers.filter((header) => header.trim() !== ''))],
    title,
    lines: found.lines.slice(0, MOST_LINES),
    more: Math.max(0, found.lines.length - MOST_LINES),
    totals: found.totals,
    unbilled: found.unbilled,
    concentration: concentrations(invoices, found.totals),
    notes: notesOf(read, found, hasIssueDates),
    formula: formulaFor(opened, by),
  };
}

/** What `group_by` is for the dimensions that a formula knows. */
const WORDS: ReadonlyMap<string, string> = new Map([
  [':bucket', 'bucket'],
  [':size', 'computed size'],
  [':computed', 'computed segment'],
]);

/** The formula that gives the same table in a cell; '' where none knows the dimension. */
function formulaFor({ book, ws }: Opened, by: string): string {
  const { detection, sheet } = book;
  const column = by.startsWith(COLUMN)
    ? by.slice(COLUMN.length)
    : detection.columns[by.slice(1) as keyof typeof detection.columns]?.header;
  const word = by === ':customer' ? '' : (WORDS.get(by) ?? column);
  if (word === undefined) return '';
  const where = { sheet: sheet.name, headerRow: detection.headerRow, currency: '' };
  const formula = readyFormula('PORTFOLIO', placesOf(detection.headers, ws.settings().mapping, where)) ?? '';
  return formula.replace(/"segment"\)$/, () => `"${word.replace(/"/g, '""')}")`);
}

/** What a formula would refuse is refused with its sentence. */
function orRefused<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw Refusal.of({ code: error.code, message: error.message.replace(/^(group_by|invoices)(: |, )/, '') });
  }
}

function concentrations(invoices: readonly Invoice[], totals: readonly PortfolioLine[]): ConcentrationView[] {
  return totals.flatMap(({ currency, open }) => {
    if (open <= 0) return [];
    const balances = new Map<string, number>();
    for (const invoice of invoices)
      if (invoice.currency === currency && isChaseable(invoice))
        balances.set(invoice.customerKey, (balances.get(invoice.customerKey) ?? 0) + invoice.open);
    const amounts = [...balances.values()];
    const [largest, five] = [concentration(amounts, 1), concentration(amounts, 5)];
    return [{ currency, largest, five, hhi: herfindahlIndex(amounts) }];
  });
}

function notesOf({ context, opened }: Prepared, { totals }: Portfolio, hasIssueDates: boolean): string[] {
  const { invoices, disputes, history } = context.facts;
  const notes = [movedInWords(opened.gathered.facts.invoices, history.firstDue)].filter((one) => one !== '');
  if (!hasIssueDates)
    notes.push('There is no DSO: your invoice sheet has no column with the invoice date, which tells the sales.');
  else if (!invoices.some(({ open, amount }) => open === 0 && (amount ?? 0) > 0))
    notes.push(
      'Your invoice sheet has open invoices alone: what was paid is missing from the sales, so DSO is too high.',
    );
  if (totals.some(({ dso }) => dso === null) && hasIssueDates)
    notes.push('DSO is blank where nothing was invoiced in the last 90 days.');
  if (disputes.some(({ resolved }) => resolved === null))
    notes.push('Disputed counts AR Disputes too, which the formula PORTFOLIO does not know.');
  if (invoices.some(({ bank }) => bank !== undefined && bank.accepted !== 0))
    notes.push(
      'Lines of the bank that are accepted and not booked yet are taken off here; the formula knows the sheet alone.',
    );
  return notes;
}

/**
 * The customers and invoices behind a line of the portfolio.
 * @param by the dimension @param key of the line @param currency of the line
 */
export function showPortfolioRows(ports: Ports, by: string, key: string, currency: string): PortfolioRowsView {
  const read = prepared(openForShowing(ports));
  const { opened, context } = read;
  if (key === UNBILLED_LABEL.toLowerCase() && by === ':billed') return unbilledRows(opened, currency);
  const { groupOf } = orRefused(() => cutBy(by, read));
  const own = context.facts.invoices.filter(
    (invoice) => invoice.currency === currency && isChaseable(invoice) && groupOf(invoice)?.key === key,
  );
  const customers = new Map<string, { open: number; overdue: number; oldest: number }>();
  for (const invoice of own) {
    const sum = customers.get(invoice.customerKey) ?? { open: 0, overdue: 0, oldest: 0 };
    customers.set(invoice.customerKey, sum);
    sum.open += invoice.open;
    sum.overdue += isOverdue(invoice) ? invoice.open : 0;
    sum.oldest = Math.max(sum.oldest, invoice.daysPastDue ?? 0);
  }
  const ranked = [...customers].sort(([, a], [, b]) => b.overdue - a.overdue || b.open - a.open);
  own.sort((a, b) => (b.daysPastDue ?? 0) - (a.daysPastDue ?? 0) || b.open - a.open);
  return {
    customers: ranked.slice(0, MOST_ROWS).map(([customerKey, { open, overdue, oldest }]) => ({
      key: customerKey,
      name: context.customer(customerKey).name,
      open: formatMoney(open, currency),
      overdue: overdue > 0 ? formatMoney(overdue, currency) : '',
      oldest,
    })),
    moreCustomers: Math.max(0, ranked.length - MOST_ROWS),
    invoices: own.slice(0, MOST_ROWS).map((invoice) => linkTo(invoice, invoice.open, opened)),
    moreInvoices: Math.max(0, own.length - MOST_ROWS),
  };
}

function unbilledRows(opened: Opened, currency: string): PortfolioRowsView {
  const rows = opened.book.rows.filter((row) => row.currency === currency && isUnbilled(row));
  const amountOf = ({ balance, amount, paid }: InvoiceRow): number => balance ?? (amount ?? 0) - (paid ?? 0);
  return {
    customers: [],
    moreCustomers: 0,
    invoices: rows.slice(0, MOST_ROWS).map((row) => linkTo({ ...row, daysPastDue: null }, amountOf(row), opened)),
    moreInvoices: Math.max(0, rows.length - MOST_ROWS),
  };
}

function linkTo(row: InvoiceRow & Pick<Invoice, 'daysPastDue'>, amount: number, { book }: Opened): InvoiceLink {
  return {
    key: row.key,
    invoice: row.invoice || `row ${row.row}`,
    customer: row.customer || row.customerId,
    sheet: book.sheet.name,
    row: row.row,
    balance: formatMoney(amount, row.currency),
    age: row.daysPastDue === null ? '' : ageInWords(row.daysPastDue),
    nextDate: '',
  };
}
