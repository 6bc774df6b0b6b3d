// The data check: what was read and left out, how sure the columns are, what looks wrong, who looks like one customer.
import { byCustomer, isChaseable } from '../../dunning/decision/owed';
import { customerKeyOf } from '../../receivables/customer';
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { addTo, formatTotals, NO_CURRENCY, type Totals } from '../../receivables/money';
import type { SameCustomer } from '../../receivables/same-customer';
import { unreadMoney } from '../../sheet/detect/money/unread-money';
import { rowKindColumns } from '../../sheet/detect/row-kinds';
import { FIELD_LABELS } from '../../sheet/field-labels';
import { type Detection, FIELDS } from '../../sheet/fields';
import type { Problem } from '../../sheet/grid';
import type { SkippedRow } from '../../sheet/read/read-invoices';
import { factsWithoutSetup, type WorkbookFacts } from '../../workbook/facts';
import { type Hint, hint } from '../../workbook/hints';
import { detectInvoiceTable, type InvoiceTable, paymentsInOtherSheets } from '../../workbook/invoices';
import { keptApart, likelySame } from '../../workbook/lookalikes';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import type { TabTable } from '../../workbook/tabs/records';
import { customerFindings, debtorsIn } from './customer-findings';
import { dateFindings, finding, gapFindings, numberFindings, problemFindings, ROWS_LISTED } from './row-findings';
import type { DataCheckView, FindingView, LeftOutView, SameCustomerView, SpellingView, Sureness } from './view';

/** What the check looks at beside the book and its facts. */
export interface CheckContext {
  /** The day on which dates lie in the future, whatever day the book is made as of. */
  today: Day;
  /** Rows of AR Customers by customer key; null where nothing was set up. */
  listed: ReadonlyMap<string, number> | null;
  /** What other sheets of the workbook say of these invoices. */
  elsewhere: readonly Problem[];
  /** Keys of customers that a person said are different ones, in groups. */
  apart: readonly (readonly string[])[];
}

/**
 * Checks a book.
 * @param book as read
 * @param gathered its facts: invoices under the keys their customers have now
 */
export function checkData(book: InvoiceTable, gathered: WorkbookFacts, context: CheckContext): DataCheckView {
  const { detection, rows, leftOut } = book;
  const { invoices, customers } = gathered.facts;
  const sheet = book.sheet.name;
  const open = invoices.filter(isChaseable);
  const currencies = rows.some(({ currency }) => currency !== NO_CURRENCY);
  const elsewhere = context.elsewhere.map((problem) => ({ sheet, problem }));
  const checks: [what: string, look: () => (FindingView | null)[]][] = [
    ['What could not be read', () => problemFindings([...gathered.problems, ...elsewhere], sheet)],
    ['Columns that are not read', () => [unreadKinds(detection), unreadAmounts(book)]],
    ['Odd dates', () => dateFindings(rows, context.today, sheet)],
    ['Odd invoice numbers', () => numberFindings(invoices, sheet)],
    ['Gaps', () => gapFindings(open, sheet, { currencies })],
    [
      'Odd things about customers',
      () => customerFindings(debtorsIn(invoices.filter(isNamed), customers, sheet, context.listed)),
    ],
  ];
  const hints = checks.map(([what, look]) => hint(what, [], look));
  const same = hint('Customers that look like one', [], () =>
    sameViews(
      likelySame(invoices, customers, [...context.apart, ...gathered.customers.payers], gathered.facts.history.renamed),
      gathered,
      byCustomer(invoices),
    ),
  );
  const findings = [...hints.flatMap(({ found }) => found), failedHints([...hints, same], sheet)];
  return {
    sheet,
    headerRow: detection.headerRow,
    rowsRead: rows.length + leftOut.length,
    invoices: rows.length,
    leftOut: leftOutViews(leftOut),
    columns: FIELDS.flatMap((field) => {
      const match = detection.columns[field];
      if (!match) return [];
      const { header, confidence, reason } = match;
      return [{ field, label: FIELD_LABELS[field], header, confidence, sureness: surenessOf(confidence), reason }];
    }),
    notFound: FIELDS.filter((field) => !detection.columns[field]).map((field) => FIELD_LABELS[field]),
    findings: findings.flatMap((one) => (one ? [one] : [])),
    sameCustomers: same.found,
    canDecide: context.listed !== null,
  };
}

/** Columns of money that nobody chose: one of them may lower what is owed. */
function unreadAmounts({ grid, detection }: InvoiceTable): FindingView | null {
  const { sheet, headerRow, columns } = detection;
  const rows = unreadMoney(grid, detection).map(({ column }) => ({ sheet, row: headerRow, text: `“${column}”` }));
  const advice = columns.balance
    ? `What is open is taken from “${columns.balance.header}”, so nothing is to be done if that is complete.`
    : 'If one of them lowers what customers owe, choose what it means under Set-up: until then the whole amount is asked for.';
  return finding('amounts-unread', 'Columns of money that are not read', advice, rows);
}

// Where no column names the customers that is a question, not a finding about one without a name.
function isNamed({ customerKey }: Invoice): boolean {
  return customerKey !== '';
}

/** What the check could not look for: it is told, and the rest of the check stands. */
function failedHints(hints: readonly Hint<unknown>[], sheet: string): FindingView | null {
  const rows = hints.flatMap(({ problem }) => (problem ? [{ sheet, row: problem.row, text: problem.message }] : []));
  return finding(
    'hint-failed',
    'What could not be checked',
    'Plans and mails go on. Tell who looks after Duesheet.',
    rows,
  );
}

const TELLS_CREDITS = ['documentType', 'sign', 'credit'] as const;

/** Columns that may tell credit notes from invoices and that nobody chose: one that was added after Set-up is not read. */
function unreadKinds({ sheet, headerRow, headers, columns }: Detection): FindingView | null {
  const seen = rowKindColumns(headers, columns);
  const rows = TELLS_CREDITS.flatMap((field) => {
    const match = columns[field] ? undefined : seen[field];
    const text = `"${match?.header}" looks like “${FIELD_LABELS[field]}” and is not read.`;
    return match ? [{ sheet, row: headerRow, text }] : [];
  });
  const advice =
    'If it tells credit notes or payments from invoices, choose it under Set-up: until then they count as invoices.';
  return finding('column-unread', 'A column that may tell credit notes from invoices', advice, rows);
}

/** Confidence in words. @example surenessOf(0.95) // 'sure' */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.7 ? 'likely' : 'unsure';
}

// In this order; the pattern takes what reading says of a row.
const LEFT_OUT: readonly { said: RegExp; why: string; mend: boolean }[] = [
  { said: /^customer missing$/, why: 'The customer is missing', mend: true },
  { said: /^amount missing$/, why: 'There is no amount', mend: true },
  { said: /^amount unreadable$/, why: 'The amount cannot be read', mend: true },
  { said: /^no invoice number, date or amount$/, why: 'No invoice number, date or amount', mend: true },
  { said: /^repeats row/, why: 'Repeats another row word for word, counted once', mend: true },
  { said: /^line item of/, why: 'Further line of an invoice, put together with it', mend: false },
  { said: /^payment of/, why: 'Further payment of an invoice, put together with it', mend: false },
  { said: /^payable/, why: 'What you owe, not what is owed to you', mend: false },
  { said: /^quote, order/, why: 'Quotes, orders and the like: not owed', mend: false },
  { said: /^paid at once/, why: 'Sales that were paid at once', mend: false },
  { said: /^total row$/, why: 'Totals and subtotals', mend: false },
  { said: /^heading$/, why: 'Headings between the invoices', mend: false },
  { said: /^header row repeated$/, why: 'Headers repeated', mend: false },
];

function leftOutViews(skipped: readonly SkippedRow[]): LeftOutView[] {
  const groups = new Map<string, LeftOutView>();
  for (const { row, why: said } of [...skipped].sort((a, b) => a.row - b.row)) {
    const known = LEFT_OUT.find((one) => one.said.test(said));
    const why = known?.why ?? said.charAt(0).toUpperCase() + said.slice(1);
    const group = groups.get(why) ?? { why, rows: [], count: 0, mend: known?.mend ?? true };
    group.count += 1;
    if (group.rows.length < ROWS_LISTED) group.rows.push(row);
    groups.set(why, group);
  }
  const place = ({ why }: LeftOutView): number => LEFT_OUT.findIndex((one) => one.why === why);
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}

function sameViews(
  groups: readonly SameCustomer[],
  { facts }: WorkbookFacts,
  invoices: ReadonlyMap<string, readonly Invoice[]>,
): SameCustomerView[] {
  const view = (key: string): SpellingView => {
    const own = invoices.get(key) ?? [];
    const { name, id } = facts.customers.get(key) ?? { name: own[0]?.customer ?? key, id: own[0]?.customerId ?? '' };
    const open: Totals = {};
    for (const invoice of own) if (isChaseable(invoice)) addTo(open, invoice.currency, invoice.open);
    return {
      key,
      name: id !== '' && id !== name ? `${name} (${id})` : name,
      invoices: own.length,
      open: Object.keys(open).length > 0 ? formatTotals(open) : '',
      waiting: facts.history.waiting.get(key)?.state ?? '',
    };
  };
  const views = groups.map(({ keep, others, why }) => ({ keep: view(keep), others: others.map(view), why }));
  const isUrgent = ({ keep, others }: SameCustomerView): boolean =>
    [keep, ...others].filter(({ waiting }) => waiting !== '').length > 1;
  return [...views.filter(isUrgent), ...views.filter((one) => !isUrgent(one))];
}

/** What the check of a workbook that is set up needs beside its facts. */
export function contextOf(ws: WorkbookSession, book: InvoiceTable, today: Day): CheckContext {
  const { events, history } = ws.log;
  return {
    today,
    listed: customerRows(ws.tabs.table(CUSTOMERS_TAB)),
    elsewhere: paymentsInOtherSheets(ws, book),
    apart: keptApart(events, history.aliases),
  };
}

function customerRows(table: TabTable | null): Map<string, number> {
  const rows = new Map<string, number>();
  for (const row of table?.rows ?? []) {
    const key = customerKeyOf(row.text('Customer ID'), row.text('Customer'));
    if (key !== '' && !rows.has(key)) rows.set(key, row.row);
  }
  return rows;
}

/**
 * The data check of the workbook: before set-up of what is found in it.
 * @throws Refusal when the invoices cannot be read, or there are none
 */
export function showDataCheck(ports: Ports): DataCheckView {
  const today = ports.clock.now().day;
  const ws = new WorkbookSession(ports);
  if (!ws.isSetUp()) {
    const book = detectInvoiceTable(ports.workbook, ws.tabs.sheets, today, { columns: {} });
    return checkData(book, factsWithoutSetup(book, today, ports.texts.defaults()), freshContext(today));
  }
  const opened = openForShowing(ports);
  return checkData(opened.book, opened.gathered, contextOf(opened.ws, opened.book, opened.day));
}

/** The context of a file that was never set up. */
export function freshContext(today: Day): CheckContext {
  return { today, listed: null, elsewhere: [], apart: [] };
}
