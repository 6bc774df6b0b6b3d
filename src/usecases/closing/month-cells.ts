// What the tab of a closed month holds, as cells: who and when, sums, write-off proposals, what to look at, and every open item.
import { lineState, type PaymentLine } from '../../dunning/history/payments';
import { bucketLabels, NO_DUE_DATE } from '../../receivables/aging';
import { dayFromIso, isoOf, longDay } from '../../receivables/day';
import {
  allowanceInWords,
  barredInWords,
  isNearLimitation,
  isOldCredit,
  isOldItem,
  ledgerInWords,
  type MonthItem,
  type MonthSums,
  NEAR_LIMITATION,
  OLD_CREDIT,
  OLD_ITEM,
  WRITE_OFF_AFTER,
  writeOffReason,
} from '../../receivables/figures/month-end';
import { formatMoney, type Totals, toDecimal } from '../../receivables/money';
import { type Cell, isDayCell } from '../../sheet/grid';
import { cellsOfLine, MONTH_COLUMNS, type MonthLine, PROPOSALS } from '../../workbook/tabs/month-end/month-tab';
import { isUndecided, type OpenMonth, standingOf } from './open-month';

/** A month end as it is written. */
export interface MonthCells {
  cells: Cell[][];
  /** Rows that look like headings, 1-based. */
  headings: number[];
}

/** What is said of a closing beside its figures. */
export interface Closing {
  tab: string;
  /** `YYYY-MM-DD HH:mm:ss` */
  at: string;
  by: string;
  /** As typed, minor units by currency. */
  ledger: Totals;
  /** What is corrected, and in which tab; '' for a first closing. */
  reason: string;
  corrects: string;
}

/** The lists that are looked at, each with its title, what is said of it, and its items. */
export function listsOf({
  figures,
  approved,
}: OpenMonth): { title: string; note: string; items: MonthItem[]; why: (item: MonthItem) => string }[] {
  const { items, asOf } = figures;
  const dayOf = (item: MonthItem): string =>
    item.dueNow === null ? '' : `Due ${longDay(item.dueNow)} in the sheet now`;
  const list = (title: string, note: string, is: (item: MonthItem) => boolean, why: (item: MonthItem) => string) => ({
    ...{ title, note, why },
    items: items.filter(is),
  });
  return [
    list(
      PROPOSALS,
      `Insolvent, time-barred, or more than ${WRITE_OFF_AFTER} days past due. To approve one, press its button on the page Close a month, or write your name and the day beside it in the tab: the next morning’s first run takes it. It is noted in AR Log and counts in AR History on that day. The invoice sheet is not written.`,
      (item) => writeOffReason(item, asOf) !== '' && !approved.has(item.invoice.key),
      (item) => writeOffReason(item, asOf),
    ),
    list(
      'Due dates moved after the first reminder',
      'Age, DSO and interest count from the date before.',
      ({ dueNow }) => dueNow !== null,
      dayOf,
    ),
    list(
      'Credits and money not set against an invoice',
      `Older than ${OLD_CREDIT} days first: the customer should use them, or have them back.`,
      ({ invoice }) => invoice.open < 0,
      (item) => (isOldCredit(item) ? `Older than ${OLD_CREDIT} days` : ''),
    ),
    list(`More than ${OLD_ITEM} days past due`, '', isOldItem, () => ''),
    list(
      'Near limitation',
      `Time-barred, or so within ${NEAR_LIMITATION} days, counted from the due date as set under Settings. A payment or a word of theirs may begin it anew: ask your lawyer.`,
      (item) => isNearLimitation(item, asOf),
      ({ barredOn }) => (barredOn === null ? '' : barredInWords(barredOn, asOf)),
    ),
  ];
}

/** All cells of the tab, as wide as its columns. */
export function monthCells(of: OpenMonth, closing: Closing): MonthCells {
  const cells: Cell[][] = [];
  const headings: number[] = [];
  const put = (line: MonthLine): void => void cells.push(cellsOfLine(line));
  const head = (line: MonthLine): void => {
    headings.push(cells.length + 1);
    put(line);
  };
  for (const line of headOf(of, closing)) put({ Customer: line });
  headings.push(1);
  put({});
  head({ Customer: 'Sums', Currency: 'Currency', Open: 'Amount', Allowance: 'Allowance', Days: 'In words' });
  for (const sums of of.figures.sums) for (const line of sumLines(of, sums, closing)) put(line);
  if (of.figures.sums.length === 0) put({ Customer: 'Nothing was open.' });
  for (const { title, note, items, why } of listsOf(of)) {
    put({});
    head({ Customer: title });
    if (note !== '') put({ Customer: note });
    if (items.length === 0) put({ Customer: 'None.' });
    else head(names(title === PROPOSALS));
    for (const item of items) {
      const line = lineOf(of, item, why(item));
      put(title === PROPOSALS ? { ...line, Key: item.invoice.key } : line);
    }
  }
  put({});
  head({ Customer: 'Money at the bank that the sheet does not show' });
  if (of.bank.length === 0) put({ Customer: 'None.' });
  else head({ Customer: 'Payer', Issued: 'Date', Currency: 'Currency', Open: 'Amount', Status: 'State', Why: 'Text' });
  for (const line of of.bank) put(bankLine(line));
  put({});
  head({ Customer: 'Open items' });
  head(names(false));
  for (const item of of.figures.items) put(lineOf(of, item, ''));
  return { cells, headings };
}

function names(hasApprover: boolean): MonthLine {
  const ours = MONTH_COLUMNS.map(({ header }) => header);
  const shown = ours.filter((header) => hasApprover || !['Approver', 'Approved on', 'Key'].includes(header));
  return Object.fromEntries(shown.map((header) => [header, header]));
}

function headOf({ name, end, checks, opened }: OpenMonth, { tab, at, by, reason, corrects }: Closing): string[] {
  const { paymentsUpTo } = opened.ws.settings();
  const upTo =
    paymentsUpTo === null ? 'nobody said up to when payments are in' : `payments in up to ${longDay(paymentsUpTo)}`;
  return [
    `${tab}: receivables at the end of ${name}`,
    `As of ${longDay(end)}, from the sheet "${opened.book.sheet.name}" as it stood on ${longDay(dayFromIso(at.slice(0, 10)) ?? end)} at ${at.slice(11, 16)}; ${upTo}.`,
    `Made by ${by || 'somebody whose address Google did not tell'}. It is never rewritten: AR Log has a digest of it. Status and segment are those of the day it was made; currencies are never added.`,
    ...(corrects === '' ? [] : [`Corrects ${corrects}: ${reason}`]),
    ...checks,
  ];
}

function sumLines(of: OpenMonth, sums: MonthSums, { ledger }: Closing): MonthLine[] {
  const { currency, open, overdue, invoices, overdueInvoices, credits, total, retained, buckets, allowance } = sums;
  const money = (minor: number): number => toDecimal(minor, currency);
  const line = (name: string, minor: number, why = ''): MonthLine => ({
    ...{ Customer: name, Currency: currency, Open: money(minor) },
    ...(why === '' ? {} : { Days: why }),
  });
  const doubtful = (name: string, minor: number, why = ''): MonthLine => ({
    ...{ Customer: name, Currency: currency, Allowance: money(minor) },
    ...(why === '' ? {} : { Days: why }),
  });
  const typed = ledger[currency];
  const before = of.before;
  const then = before?.allowance[currency];
  const approved = of.figures.items.reduce(
    (sum, { invoice }) => sum + (invoice.currency === currency ? (of.approved.get(invoice.key)?.amount ?? 0) : 0),
    0,
  );
  return [
    line('Open', open, countInWords(invoices)),
    line('of that overdue', overdue, countInWords(overdueInvoices)),
    ...[...bucketLabels(), NO_DUE_DATE].map((label) =>
      line(label, buckets[label]?.amount ?? 0, countInWords(buckets[label]?.invoices ?? 0)),
    ),
    line('Credits and overpayments', credits),
    line('Total: open less credits', total),
    ...(typed === undefined
      ? [{ Customer: 'Ledger, as typed', Currency: currency, Days: 'Nobody typed what the ledger shows.' }]
      : [
          line('Ledger, as typed', typed),
          line('Ledger less total', typed - total, ledgerInWords(total, typed, currency)),
        ]),
    ...(retained === undefined ? [] : [line('Kept back by customers until later, not in the total', retained)]),
    ...(approved === 0 ? [] : [line('Write-offs approved and still open in the sheet', approved)]),
    ...(allowance === null
      ? []
      : [
          doubtful('Allowance by age', allowance.byAge, 'As the formula ALLOWANCE gives it'),
          doubtful('more for insolvent customers', allowance.insolvent, 'All they owe is doubtful'),
          doubtful('Allowance', allowance.total),
          ...(before && then !== undefined
            ? [doubtful(`Allowance in ${before.tab}`, then, allowanceInWords(allowance.total, then, currency))]
            : []),
        ]),
  ];
}

function countInWords(count: number): string {
  return count === 1 ? '1 invoice' : `${count} invoices`;
}

function lineOf(of: OpenMonth, item: MonthItem, why: string): MonthLine {
  const { invoice, dueNow, bucket, allowance, creditAge } = item;
  const { customerId, issued, due, currency, open, daysPastDue, customerKey } = invoice;
  const day = (one: number | null): Cell => (one === null ? '' : { day: one });
  return {
    ...{ Customer: of.facts.nameOf(invoice), 'Customer ID': customerId, Invoice: invoice.invoice },
    ...{
      Issued: day(issued),
      Due: day(due),
      'Due now': day(dueNow),
      Days: daysPastDue ?? creditAge ?? '',
      Age: bucket,
    },
    ...{ Currency: currency, Open: toDecimal(open, currency) },
    ...{ Allowance: allowance === null ? '' : toDecimal(allowance, currency) },
    ...{ Status: standingOf(of, item), Segment: of.facts.segmentOf(customerKey), Why: why },
  };
}

function bankLine(line: PaymentLine): MonthLine {
  const { on, amount, currency, payer, text } = line;
  const state = isUndecided(line) ? 'Nobody decided' : lineState(line);
  return {
    ...{ Customer: payer, Issued: { day: on }, Currency: currency, Open: toDecimal(amount, currency) },
    ...{ Status: state, Why: text.slice(0, 300) },
  };
}

/** Number formats of the tab, cell by cell. */
export function formatsOf(cells: readonly (readonly Cell[])[]): string[][] {
  return cells.map((line) =>
    line.map((cell, at) => {
      const { kind, header } = MONTH_COLUMNS[at] ?? { kind: 'text', header: '' };
      if (isDayCell(cell) || (kind === 'date' && cell === '')) return 'yyyy-mm-dd';
      if (typeof cell !== 'number') return '@';
      return header === 'Days' ? '0' : '#,##0.00';
    }),
  );
}

/** The cells as texts, for a file: days as ISO, numbers plain. */
export function asTexts(cells: readonly (readonly Cell[])[]): string[][] {
  return cells.map((line) => line.map((cell) => (isDayCell(cell) ? isoOf(cell.day) : String(cell))));
}

/** What the ledger shows beside what the sheet does, in words, for the message after closing. */
export function ledgerSaid({ figures }: OpenMonth, ledger: Totals): string {
  return figures.sums
    .flatMap(({ currency, total }) => {
      const typed = ledger[currency];
      if (typed === undefined) return [];
      return typed === total
        ? [`The ledger shows ${formatMoney(total, currency)} too.`]
        : [ledgerInWords(total, typed, currency)];
    })
    .join(' ');
}
