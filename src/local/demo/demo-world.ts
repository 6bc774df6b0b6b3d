// The demo company's workbook: an invoice sheet as a real one looks, with its flaws, an ageing tab and a dashboard.
import { freshWorld } from '../google-services/fresh-world';
import type { StoredCell, StoredSheet, World } from '../google-services/state';
import { LOCAL_USER } from '../session';
import { newSheet, putCell } from '../workbook/stored-cells';
import { COMPANY, demoCustomers } from './companies';
import { agingSheet, dashboardSheet } from './dashboard';
import { type DemoInvoice, demoInvoices } from './invoices';

/** The sheet's zone; the company sits in London. */
export const DEMO_ZONE = 'Europe/London';

/** A shared address that the demo's Gmail knows, so that "Send as" can be tried: of any other one the test says no. */
const SHARED_ADDRESS = 'accounts@example.com';

/** Columns of the invoice sheet, in order. */
export const INVOICE_HEADERS = [
  'Invoice No',
  'Customer',
  'Customer ID',
  'Invoice Date',
  'Due Date',
  'Currency',
  'Amount',
  'Paid',
  'Balance',
  'Paid On',
  'Status',
  'PO Number',
  'Billing Email',
] as const;

const WIDTHS = [104, 220, 92, 96, 96, 76, 96, 96, 96, 96, 92, 92, 250];

/**
 * The demo workbook, nobody has set the add-on up in it yet.
 *
 * @param asOf `YYYY-MM-DD`; all dates lie relative to it
 * @example demoWorld('2026-11-23').spreadsheet.sheets.map((sheet) => sheet.name) // ['Invoices', 'Aging', 'Dashboard']
 */
export function demoWorld(asOf: string): World {
  const customers = demoCustomers();
  const invoices = demoInvoices(customers, asOf);
  const sheet = invoiceSheet(invoices);
  const names = [...new Set(invoices.map((invoice) => invoice.customer.name))].sort((a, b) => a.localeCompare(b, 'en'));
  const world = freshWorld(
    {},
    {
      id: 'demo-lindqvist-rowe',
      name: `${COMPANY} receivables`,
      timeZone: DEMO_ZONE,
      locale: 'en_GB',
      sheets: [sheet, agingSheet(1), dashboardSheet(2, names)],
      activeSheetId: 0,
      namedRanges: [],
    },
  );
  return { ...world, sendAs: { [LOCAL_USER]: [SHARED_ADDRESS] } };
}

function invoiceSheet(invoices: DemoInvoice[]): StoredSheet {
  const sheet = newSheet(0, 'Invoices');
  sheet.frozenRows = 1;
  INVOICE_HEADERS.forEach((header, column) => {
    putCell(sheet, 0, column, { ...words(header), fontWeight: 'bold', background: '#e8eef4' });
  });
  WIDTHS.forEach((width, column) => {
    sheet.columnWidths[column] = width;
  });
  invoices.forEach((invoice, index) => {
    const row = index + 1;
    rowOf(invoice, row).forEach((cell, column) => {
      if (cell.value.kind !== 'empty' || cell.formula) putCell(sheet, row, column, cell);
    });
  });
  spoil(sheet, invoices);
  totalRow(sheet, invoices.length + 1);
  return sheet;
}

function rowOf(invoice: DemoInvoice, row: number): StoredCell[] {
  const { customer } = invoice;
  return [
    words(invoice.number),
    words(customer.name),
    words(customer.id),
    date(invoice.issued),
    date(invoice.due),
    words(customer.currency),
    amount(invoice.amount),
    amount(invoice.paid),
    { ...amount(invoice.amount - invoice.paid), formula: `=G${row + 1}-H${row + 1}` },
    invoice.paidOn === null ? words('') : date(invoice.paidOn),
    words(invoice.status),
    words(invoice.order),
    words(customer.email),
  ];
}

/** What a real sheet gets wrong, without an error in any cell: a date typed as text, a number used twice, an address left out, a customer spelled in two ways. */
function spoil(sheet: StoredSheet, invoices: DemoInvoice[]): void {
  const open = (currency: string, nth: number) => {
    const rows = invoices.flatMap((invoice, index) =>
      invoice.status === 'Open' && invoice.customer.currency === currency ? [index + 1] : [],
    );
    return rows[rows.length - 1 - nth] ?? 1;
  };
  const textDate = open('EUR', 2);
  const due = invoices[textDate - 1]?.due ?? '';
  putCell(sheet, textDate, 4, words(`${due.slice(8, 10)} ${MONTHS[Number(due.slice(5, 7)) - 1]} ${due.slice(0, 4)}`));
  const twice = open('USD', 1);
  putCell(sheet, twice, 0, words(invoices[twice - 2]?.number ?? ''));
  const spelled = invoices
    .map(({ customer, status }) => `${customer.name}, ${status}`)
    .lastIndexOf('Northmoor Signage, Open');
  putCell(sheet, spelled + 1, 1, words('Northmoor Signage Ltd.'));
  sheet.cells.get(spelled + 1)?.delete(2);
  const withoutAddress = 'Brasserie du Vieux Quai';
  invoices.forEach((invoice, index) => {
    if (invoice.customer.name === withoutAddress) sheet.cells.get(index + 1)?.delete(12);
  });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function totalRow(sheet: StoredSheet, row: number): void {
  const bold = { fontWeight: 'bold' };
  putCell(sheet, row, 0, { ...words('Total'), ...bold });
  for (const [column, letter] of [
    [6, 'G'],
    [7, 'H'],
    [8, 'I'],
  ] as const) {
    putCell(sheet, row, column, { ...amount(0), ...bold, formula: `=SUM(${letter}2:${letter}${row})` });
  }
}

function words(value: string): StoredCell {
  return { value: value === '' ? { kind: 'empty' } : { kind: 'text', value } };
}

function date(day: string): StoredCell {
  return { value: { kind: 'date', wall: `${day}T00:00:00.000` }, numberFormat: 'dd/MM/yyyy' };
}

function amount(value: number): StoredCell {
  return { value: { kind: 'number', value: Math.round(value * 100) / 100 }, numberFormat: '#,##0.00' };
}
