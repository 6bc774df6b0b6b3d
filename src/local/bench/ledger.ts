// A workbook of any size for measuring: open invoices of five to a customer, most of them overdue, all of them in order.
import { freshWorld } from '../google-services/fresh-world';
import type { StoredCell, World } from '../google-services/state';
import { addDays } from '../wall-clock';
import { newSheet, putCell } from '../workbook/stored-cells';

const HEADERS = [
  'Invoice',
  'Customer',
  'Customer ID',
  'Email',
  'Invoice Date',
  'Due Date',
  'Amount',
  'Balance',
  'Currency',
];
const INVOICES_PER_CUSTOMER = 5;

/** The day everything is measured on, a Tuesday, and an instant of it inside the send window. */
export const BENCH_DAY = '2026-06-02';
export const BENCH_NOW = Date.UTC(2026, 5, 2, 10);

const text = (value: string): StoredCell => ({ value: { kind: 'text', value } });
const amount = (value: number): StoredCell => ({ value: { kind: 'number', value }, numberFormat: '#,##0.00' });
const date = (day: string): StoredCell => ({
  value: { kind: 'date', wall: `${day}T00:00:00.000` },
  numberFormat: 'yyyy-mm-dd',
});

/**
 * A workbook with one sheet of open invoices that nobody has set the add-on up in yet.
 *
 * @param invoices how many; every fifth begins a new customer
 * @example ledgerWorld(100).spreadsheet.sheets[0].maxRows // 101
 */
export function ledgerWorld(invoices: number): World {
  const sheet = newSheet(0, 'Invoices');
  sheet.maxRows = invoices + 1;
  HEADERS.forEach((header, column) => {
    putCell(sheet, 0, column, text(header));
  });
  for (let index = 0; index < invoices; index += 1) {
    rowOf(index).forEach((cell, column) => {
      putCell(sheet, index + 1, column, cell);
    });
  }
  return freshWorld(
    {},
    {
      id: 'bench-ledger',
      name: 'Bench receivables',
      timeZone: 'Etc/UTC',
      locale: 'en_US',
      sheets: [sheet],
      activeSheetId: 0,
      namedRanges: [],
    },
  );
}

const PAID_HEADERS = ['Paid', 'Paid on'];

/** Days over which a ledger with payments goes back, and after how many from issue an invoice is paid. */
const PAST = 760;
const PAID_AFTER = 20;

/**
 * A workbook whose sheet keeps two years of invoices, most of them paid with their date.
 * @example paidLedgerWorld(100).spreadsheet.sheets[0].maxColumns
 */
export function paidLedgerWorld(invoices: number): World {
  const world = ledgerWorld(invoices);
  const [sheet] = world.spreadsheet.sheets;
  if (!sheet) throw new Error('The ledger has no sheet.');
  PAID_HEADERS.forEach((header, at) => {
    putCell(sheet, 0, HEADERS.length + at, text(header));
  });
  for (let index = 0; index < invoices; index += 1) {
    const issued = addDays(BENCH_DAY, -Math.floor((PAST * (invoices - index)) / invoices));
    const paidOn = addDays(issued, PAID_AFTER + ((index * 37) % 41));
    const isPaid = paidOn < BENCH_DAY;
    const cells = rowOf(index);
    cells[4] = date(issued);
    cells[5] = date(addDays(issued, 30));
    const open = cells[6];
    if (isPaid) cells[7] = amount(0);
    if (isPaid && open) cells.push(open, date(paidOn));
    cells.forEach((cell, column) => {
      putCell(sheet, index + 1, column, cell);
    });
  }
  return world;
}

/** Due from 60 days ago to 10 days ahead; amounts spread without chance, so that every run measures the same book. */
function rowOf(index: number): StoredCell[] {
  const customer = Math.floor(index / INVOICES_PER_CUSTOMER) + 1;
  const due = addDays(BENCH_DAY, 10 - ((index * 37) % 71));
  const open = 50 + ((index * 7919) % 200_000) / 100;
  return [
    text(`INV-${String(index + 1).padStart(6, '0')}`),
    text(`Customer ${customer} Ltd`),
    text(`C${String(customer).padStart(5, '0')}`),
    text(`accounts@customer-${customer}.example.net`),
    date(addDays(due, -30)),
    date(due),
    amount(open),
    amount(open),
    text('EUR'),
  ];
}
