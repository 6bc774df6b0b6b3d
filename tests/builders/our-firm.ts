// A workbook that is set up, for use-case tests: an invoice sheet from short rows, one sender, payments confirmed.

import type { EventFacts } from '../../src/dunning/history/events';
import { dayFromIso, isoOf } from '../../src/receivables/day';
import type { Cell } from '../../src/sheet/grid';
import { planDay } from '../../src/usecases/planning/plan-day';
import { approveReminders } from '../../src/usecases/review/review';
import { showReview } from '../../src/usecases/review/review-lines';
import { sendStep } from '../../src/usecases/sending/send';
import { applySetup } from '../../src/usecases/setup/set-up';
import { confirmPayments } from '../../src/usecases/workbook-mode/confirm-payments';
import { becomeSender } from '../../src/usecases/workbook-mode/take-over';
import { setLive } from '../../src/usecases/workbook-mode/workbook-mode';
import { day, type FakeWorld, fakeWorld } from './fake-workbook';

/** An invoice as a test writes it; amounts decimal. */
export interface InvoiceLine {
  no: string;
  customer: string;
  due: string;
  amount: number;
  issued?: string;
  paid?: number;
  paidOn?: string;
  currency?: string;
  email?: string;
  /** Where its document is; a sheet in which one line has it has a column for it. */
  document?: string;
}

export const HEADERS = [
  'Customer',
  'Invoice',
  'Invoice date',
  'Due date',
  'Amount',
  'Paid',
  'Paid on',
  'Currency',
  'Email',
];

/** The invoice sheet as cells. */
export function invoiceCells(lines: readonly InvoiceLine[]): Cell[][] {
  if (lines.every(({ document }) => document === undefined)) return [[...HEADERS], ...lines.map(rowOf)];
  return [[...HEADERS, 'Invoice PDF'], ...lines.map((line) => [...rowOf(line), line.document ?? ''])];
}

function rowOf(line: InvoiceLine): Cell[] {
  const due = dayFromIso(line.due) ?? 0;
  return [
    line.customer,
    line.no,
    day(line.issued ?? isoOf(due - 30)),
    day(line.due),
    line.amount,
    line.paid ?? '',
    line.paidOn ? day(line.paidOn) : '',
    line.currency ?? 'EUR',
    line.email ?? `ap@${line.customer.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
  ];
}

const COLUMNS: Record<string, string> = {
  customer: 'Customer',
  invoice: 'Invoice',
  issued: 'Invoice date',
  due: 'Due date',
  amount: 'Amount',
  paid: 'Paid',
  paidOn: 'Paid on',
  currency: 'Currency',
  email: 'Email',
};

/** What the person confirms on the set-up screen. */
export const CHOICE = {
  sheet: 'Invoices',
  headerRow: 1,
  columns: COLUMNS,
  company: 'Our Firm Ltd',
  senderName: 'Ann Keller',
  replyTo: 'ann@ourfirm.example',
  // Whose customers know how to pay: nothing is asked for but in the tests about it.
  noPayment: true,
};

/** So many workbooks are kept: many tests begin with the same one, and each gets a twin of its own. */
const KEPT = 50;
const MADE = new Map<string, FakeWorld>();

function made(name: string, make: () => FakeWorld): FakeWorld {
  const world = MADE.get(name) ?? make();
  MADE.set(name, world);
  for (const oldest of [...MADE.keys()].slice(0, -KEPT)) MADE.delete(oldest);
  return world.twin();
}

/** A workbook set up at a moment, Preview. */
export function setUpAt(text: string, lines: readonly InvoiceLine[]): FakeWorld {
  return made(JSON.stringify(['set up', text, lines]), () => {
    const world = fakeWorld({ Invoices: invoiceCells(lines) });
    world.at(text);
    const documents: Record<string, string> = lines.some(({ document }) => document !== undefined)
      ? { invoiceDocument: 'Invoice PDF' }
      : {};
    applySetup(world.ports, { ...CHOICE, columns: { ...COLUMNS, ...documents } });
    return world;
  });
}

/** A workbook that is live, with Ann as sender and payments in up to the day before. */
export function liveAt(text: string, lines: readonly InvoiceLine[]): FakeWorld {
  return made(JSON.stringify(['live', text, lines]), () => {
    const world = setUpAt(text, lines);
    becomeSender(world.ports);
    payments(world, text);
    setLive(world.ports, true);
    return world;
  });
}

/** Confirms payments up to a day (the date part is used). */
export function payments(world: FakeWorld, text: string): void {
  confirmPayments(world.ports, text.slice(0, 10));
}

/** Replaces the invoice sheet's rows. */
export function replaceInvoices(world: FakeWorld, lines: readonly InvoiceLine[]): void {
  const cells = world.cells('Invoices');
  cells.splice(0, cells.length, ...invoiceCells(lines));
}

/** The facts that a row of AR Log holds. */
export function factsIn(row: Record<string, Cell> | undefined): EventFacts {
  return JSON.parse(String(row?.['Facts (JSON)'])).words.facts ?? {};
}

/** Records of a tab by header. */
export function records(world: FakeWorld, tab: string): Record<string, Cell>[] {
  const [headers = [], ...rows] = world.cells(tab);
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [String(header), row[index] ?? ''])));
}

/** Approves all that waits for review, and sends it. */
export function approveAndSend(world: FakeWorld): void {
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  sendStep(world.ports, { unattended: false });
}

/** Plans on a day on which payments are confirmed. */
export function planOn(world: FakeWorld, date: string): void {
  world.at(`${date} 09:00`);
  payments(world, date);
  planDay(world.ports);
}
