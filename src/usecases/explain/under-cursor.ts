// What a person means by the row under the cursor: an invoice, or a customer, in the invoice sheet or in one of our tabs.

import { numberKey } from '../../dunning/decision/promises';
import type { Opened } from '../../workbook/open-for-showing';
import {
  CUSTOMERS_TAB,
  DISPUTES_TAB,
  HOLDS_TAB,
  LOG_TAB,
  PROMISES_TAB,
  QUEUE_TAB,
  type TabSpec,
} from '../../workbook/tabs/own-tabs';
import type { TabRow } from '../../workbook/tabs/records';

/** What stands under the cursor: the key of an invoice, or of a customer, or a sentence on why it is neither. */
export type UnderCursor =
  | { kind: 'invoice'; key: string }
  | { kind: 'customer'; key: string }
  | { kind: 'nothing'; hint: string };

/** Rows that went into another one say so in these words. */
const OF_ROW = /\bof row (\d+)$/;

/** Tabs whose rows name a customer or an invoice. */
const NAMING: readonly TabSpec[] = [CUSTOMERS_TAB, HOLDS_TAB, PROMISES_TAB, DISPUTES_TAB];

const WHERE =
  'Select a row of the invoice sheet, or of AR Queue, AR Customers, AR Holds, AR Promises or AR Disputes; or search for an invoice number below.';

/**
 * Finds what a row is about.
 * @param opened the workbook
 * @param at where the cursor stands, row 1-based
 */
export function underCursor(opened: Opened, at: { sheet: { id: number; name: string }; row: number }): UnderCursor {
  const { ws, book } = opened;
  if (at.sheet.id === book.sheet.id) return inInvoices(opened, at.row);
  const is = (spec: TabSpec): boolean => ws.find(spec)?.id === at.sheet.id;
  if (is(QUEUE_TAB) || is(LOG_TAB)) return inQueue(opened, is(QUEUE_TAB) ? QUEUE_TAB : LOG_TAB, at.row);
  const spec = NAMING.find(is);
  if (spec) return inNaming(opened, spec, at.row);
  return { kind: 'nothing', hint: `“${at.sheet.name}” holds no invoices. ${WHERE}` };
}

function inInvoices({ book }: Opened, row: number): UnderCursor {
  const direct = book.invoices.find((invoice) => invoice.row === row);
  if (direct) return { kind: 'invoice', key: direct.key };
  const left = book.leftOut.find((one) => one.row === row);
  const into = Number(OF_ROW.exec(left?.why ?? '')?.[1] ?? 0);
  const whole = into > 0 ? book.invoices.find((invoice) => invoice.row === into) : undefined;
  if (whole) return { kind: 'invoice', key: whole.key };
  if (left) return { kind: 'nothing', hint: `Row ${row} is no invoice: ${left.why}. ${WHERE}` };
  const problem = book.problems.find((one) => one.row === row);
  if (problem) return { kind: 'nothing', hint: `Row ${row} could not be read: ${problem.message}` };
  const what = row <= book.detection.headerRow ? 'is above the invoices' : 'has no invoice';
  return { kind: 'nothing', hint: `Row ${row} ${what}. ${WHERE}` };
}

function inQueue({ ws, gathered }: Opened, spec: TabSpec, row: number): UnderCursor {
  const id = rowIn(ws.needTable(spec).rows, row)?.text('Reminder') ?? '';
  const reminder = gathered.facts.history.reminders.get(id);
  if (!reminder) return { kind: 'nothing', hint: `Row ${row} of ${spec.name} has no reminder. ${WHERE}` };
  const { leadKey, customerKey } = reminder.facts;
  const isThere = gathered.facts.invoices.some(({ key }) => key === leadKey);
  return isThere ? { kind: 'invoice', key: leadKey } : { kind: 'customer', key: customerKey };
}

function inNaming({ ws, gathered }: Opened, spec: TabSpec, row: number): UnderCursor {
  const found = rowIn(ws.needTable(spec).rows, row);
  const names = [found?.text('Customer') ?? '', found?.text('Customer ID') ?? ''];
  const customer = names.map((name) => (name === '' ? '' : gathered.customers.keyOf(name))).find((key) => key !== '');
  const number = numberKey(found?.text('Invoice') ?? '');
  const named = gathered.facts.invoices.find(
    ({ invoice, customerKey }) =>
      number !== '' && numberKey(invoice) === number && (customer === undefined || customerKey === customer),
  );
  if (named) return { kind: 'invoice', key: named.key };
  if (customer !== undefined) return { kind: 'customer', key: customer };
  return { kind: 'nothing', hint: `Row ${row} of ${spec.name} names nobody who has an invoice. ${WHERE}` };
}

function rowIn(rows: readonly TabRow[], row: number): TabRow | undefined {
  return rows.find((one) => one.row === row);
}
