// What looks wrong in the rows of an invoice table: unreadable cells, numbers and dates that cannot be, currencies.
import { numberKey } from '../../dunning/decision/promises';
import { type Day, shortDay } from '../../receivables/day';
import type { Invoice, InvoiceRow } from '../../receivables/invoice';
import { NO_CURRENCY } from '../../receivables/money';
import type { Problem } from '../../sheet/grid';
import type { FindingView } from './view';

/** How many rows of a finding are listed. */
export const ROWS_LISTED = 50;

type Place = FindingView['rows'][number];

/** A finding over the rows it was found in, in the order given; null when there is none. */
export function finding(code: string, title: string, advice: string, rows: readonly Place[]): FindingView | null {
  if (rows.length === 0) return null;
  return { code, title, advice, count: rows.length, rows: rows.slice(0, ROWS_LISTED) };
}

interface ProblemKind {
  code: string;
  title: string;
  advice: string;
  codes: readonly string[];
}

const KINDS: readonly ProblemKind[] = [
  {
    code: 'cells-unreadable',
    title: 'Cells that cannot be read',
    advice: 'Mend them. Until then such an invoice waits or is left out; it never counts as paid.',
    codes: [
      'date-unreadable',
      'date-order-unknown',
      'amount-unreadable',
      'error-cell',
      'currency-unknown',
      'customer-missing',
      'amount-missing',
    ],
  },
  {
    code: 'columns-disagree',
    title: 'Amounts, dates and status that disagree',
    advice: 'Amounts and dates decide. Correct what is wrong.',
    codes: ['amounts-disagree', 'status-disagrees', 'payment-disagrees'],
  },
  {
    code: 'part-payments-unknown',
    title: 'Part payments whose amount nothing tells',
    advice: 'The whole amount counts as open and nobody is reminded of it. Fill in what was paid, or what is left.',
    codes: ['part-payment-unknown'],
  },
  {
    code: 'certificates-outstanding',
    title: 'Tax withheld, certificate outstanding',
    advice: 'Such tax is not asked for. See that the customer’s certificate for it has come.',
    codes: ['certificate-outstanding'],
  },
  {
    code: 'status-unknown',
    title: 'Status words that are not known',
    advice: 'Amounts and dates decide there. Each word is named once.',
    codes: ['status-unknown'],
  },
  {
    code: 'kind-unknown',
    title: 'Kinds of documents that are not known',
    advice: 'Their rows count as invoices. Each word is named once.',
    codes: ['kind-unknown'],
  },
];

/** Told as rows with one number, or among the rows left out. */
const TOLD_ELSEWHERE = ['duplicate-invoice'];

/**
 * The problems of a reading as findings, one for each kind.
 * @param sheet name of the invoice sheet; problems of other sheets are those of our own tabs
 */
export function problemFindings(
  problems: readonly { sheet: string; problem: Problem }[],
  sheet: string,
): (FindingView | null)[] {
  const own = problems.filter((one) => one.sheet === sheet && !TOLD_ELSEWHERE.includes(one.problem.code));
  const places = (some: typeof own): Place[] =>
    some.map(({ sheet: name, problem }) => ({ sheet: name, row: problem.row, text: withoutPlace(problem) }));
  const known = new Set(KINDS.flatMap(({ codes }) => codes));
  return [
    ...KINDS.map(({ code, title, advice, codes }) =>
      finding(code, title, advice, places(own.filter(({ problem }) => codes.includes(problem.code)))),
    ),
    finding(
      'sheet-problems',
      'Other things in the sheet',
      'Each says what to do.',
      places(own.filter(({ problem }) => !known.has(problem.code))),
    ),
    finding(
      'own-tabs',
      'In Duesheet’s own tabs',
      'Each says what to do.',
      places(problems.filter((one) => one.sheet !== sheet)),
    ),
  ];
}

/** What is wrong without the row, which stands beside it. @example 'Due date: "31.2." is not a date.' */
function withoutPlace({ message, row }: Problem): string {
  const rest = message.replace(new RegExp(`^(AR \\w+, )?row ${row}[,:] ?`, 'i'), '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** An invoice as it is called in a list. */
function called({ invoice, customer, customerId }: InvoiceRow): string {
  return `${invoice || 'An invoice without a number'} of ${customer || customerId}`;
}

/** Later than so many days after the invoice nothing falls due in earnest. */
const LONGEST_TERM = 730;

/**
 * Rows whose dates cannot be right.
 * @param rows as the table reads today
 * @param today the day on which dates lie in the future
 */
export function dateFindings(rows: readonly InvoiceRow[], today: Day, sheet: string): (FindingView | null)[] {
  const wrong = rows.flatMap((row) => {
    const faults = row.status === 'retained' ? [] : dateFaults(row, today);
    return faults.length === 0 ? [] : [{ sheet, row: row.row, text: `${called(row)}: ${faults.join('; ')}` }];
  });
  const advice = 'A slip of a digit, or day and month the other way round? Correct them in the sheet.';
  return [finding('dates-impossible', 'Dates that cannot be right', advice, wrong)];
}

function dateFaults({ issued, due, paidOn }: InvoiceRow, today: Day): string[] {
  const day = (one: Day): string => shortDay(one, today);
  const faults: string[] = [];
  if (issued !== null && issued > today) faults.push(`issued on ${day(issued)}, which is to come`);
  if (paidOn !== null && paidOn > today) faults.push(`paid on ${day(paidOn)}, which is to come`);
  if (issued !== null && paidOn !== null && paidOn < issued)
    faults.push(`paid on ${day(paidOn)}, before it was issued on ${day(issued)}`);
  if (issued !== null && due !== null && due < issued)
    faults.push(`due on ${day(due)}, before it was issued on ${day(issued)}`);
  if (issued !== null && due !== null && due - issued > LONGEST_TERM)
    faults.push(`due on ${day(due)}, more than two years after ${day(issued)}`);
  return faults;
}

/** Above this share of numbers in common, customers are numbered each for itself. */
const OWN_NUMBERS = 0.2;

/** Invoice numbers that stand in several rows. */
export function numberFindings(invoices: readonly Invoice[], sheet: string): (FindingView | null)[] {
  const byNumber = new Map<string, Map<string, Invoice[]>>();
  for (const invoice of invoices) {
    if (invoice.invoice === '') continue;
    const customers = byNumber.get(numberKey(invoice.invoice)) ?? new Map<string, Invoice[]>();
    customers.set(invoice.customerKey, [...(customers.get(invoice.customerKey) ?? []), invoice]);
    byNumber.set(numberKey(invoice.invoice), customers);
  }
  const groups = [...byNumber.values()];
  const twice = groups.flatMap((customers) => [...customers.values()].filter(inSeveralRows));
  const shared = groups.filter(({ size }) => size > 1);
  const areOwn = shared.length > groups.length * OWN_NUMBERS && shared.length > 2;
  const place = (rows: readonly Invoice[], text: string): Place => ({ sheet, row: rows[0]?.row ?? 0, text });
  return [
    finding(
      'number-twice',
      'One invoice number in several rows',
      'Each row is asked for by itself: right for instalments. Delete what is there by mistake.',
      twice.map((rows) => place(rows, `${nameOf(rows)}, in rows ${listed(rows)}`)),
    ),
    finding(
      'number-at-two-customers',
      'One invoice number at several customers',
      'One of them may have the number, or the invoice, by mistake.',
      areOwn ? [] : shared.map((customers) => sharedPlace([...customers.values()].flat(), place)),
    ),
  ];
}

// A retention is in the row of its invoice.
function inSeveralRows(invoices: readonly Invoice[]): boolean {
  return invoices.some(({ row }) => row !== invoices[0]?.row);
}

function nameOf([first]: readonly Invoice[]): string {
  return first ? called(first) : '';
}

function listed(rows: readonly Invoice[]): string {
  const numbers = rows.map(({ row }) => row).sort((a, b) => a - b);
  const shown = numbers.slice(0, 5).join(', ');
  return numbers.length > 5 ? `${shown} and ${numbers.length - 5} more` : shown;
}

function sharedPlace(rows: readonly Invoice[], place: (rows: readonly Invoice[], text: string) => Place): Place {
  const names = [...new Set(rows.map(({ customer, customerId }) => customer || customerId))].slice(0, 3);
  return place(rows, `${rows[0]?.invoice ?? ''}: ${names.join(' and ')}, in rows ${listed(rows)}`);
}

/** Open invoices that lack what a reminder needs of their row: a due date, a currency. */
export function gapFindings(
  open: readonly Invoice[],
  sheet: string,
  has: { currencies: boolean },
): (FindingView | null)[] {
  const place = (invoice: Invoice): Place => ({ sheet, row: invoice.row, text: called(invoice) });
  const isReadable = ({ unreadable }: Invoice): boolean => unreadable === undefined;
  const withoutDue = open.filter((invoice) => invoice.due === null && isReadable(invoice));
  const bare = open.filter((invoice) => invoice.currency === NO_CURRENCY && isReadable(invoice));
  const nowhere = bare.length > 0 && !has.currencies;
  const [title, advice] = nowhere
    ? ['No currency is known', 'Name the currency of amounts without one in AR Settings, or add a column for it.']
    : ['Open invoices without a currency', 'They are added up apart from the others. Fill the currency in.'];
  return [
    finding(
      'no-due-date',
      'Open invoices without a due date',
      'Nobody is reminded of them. Fill in a due date or payment terms.',
      withoutDue.map(place),
    ),
    nowhere
      ? { code: 'currency-missing', title, advice, count: bare.length, rows: [] }
      : finding('currency-missing', title, advice, bare.map(place)),
  ];
}
