// The workbook of the campaign: customers with one invoice each whose reminder falls due on the same day, set up and live.
import { lengthenLog } from '../bench/old-log';
import { freshWorld } from '../google-services/fresh-world';
import type { StoredCell, StoredSheet } from '../google-services/state';
import { instantAt } from '../wall-clock';
import { putCell, sheetNamed } from '../workbook/stored-cells';
import { ANN, Desk, TRIGGER } from './desk';
import { waitingOf } from './tabs';

export const ZONE = 'Europe/Berlin';
export const INVOICE_SHEET = 'Invoices';
const HEADERS = ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Paid', 'Paid on', 'Currency', 'Email'];
const FIELDS = ['customer', 'invoice', 'issued', 'due', 'amount', 'paid', 'paidOn', 'currency', 'email'];

/** The day on which the reminders fall due, a Wednesday: two days after the invoices did. */
export const FIRST_DAY = '2026-11-04';

/** The name of a customer by its number. */
export const customerOf = (index: number): string => `Customer ${String.fromCharCode(65 + index)}`;
/** The address of a customer. @example addressOf('Customer A') // 'ap@customer-a.example' */
export const addressOf = (customer: string): string => `ap@${customer.toLowerCase().replace(/ /g, '-')}.example`;

/** The time of a day on the sheet's clocks. @example momentOf('2026-11-04', '09:00') */
export function momentOf(day: string, time: string): number {
  return instantAt(`${day}T${time}:00`, ZONE);
}

const text = (value: string): StoredCell => ({ value: { kind: 'text', value }, numberFormat: '@' });
const amount = (value: number): StoredCell => ({ value: { kind: 'number', value } });
const date = (day: string): StoredCell => ({
  value: { kind: 'date', wall: `${day}T00:00:00.000` },
  numberFormat: 'yyyy-mm-dd',
});

/**
 * A workbook that is set up, live and automatic, in the morning of the day on which everybody is to be reminded.
 * @param customers how many
 */
export function liveDesk(customers: number): Desk {
  const world = freshWorld({ timeZone: ZONE, locale: 'en_GB', name: 'Receivables' });
  const [sheet] = world.spreadsheet.sheets;
  if (!sheet) throw new Error('A new spreadsheet has a sheet.');
  sheet.name = INVOICE_SHEET;
  HEADERS.forEach((header, column) => {
    putCell(sheet, 0, column, text(header));
  });
  for (let index = 0; index < customers; index += 1)
    putInvoice(sheet, index + 1, { customer: customerOf(index), no: `000${100 + index}`, due: '2026-11-02' });
  const desk = new Desk(world);
  desk.now = momentOf('2026-11-02', '09:00');
  const columns = Object.fromEntries(FIELDS.map((field, index) => [field, HEADERS[index] ?? '']));
  const choice = { sheet: INVOICE_SHEET, headerRow: 1, columns, company: 'Our Firm Ltd', senderName: 'Ann Keller' };
  desk.ask('applySetup', { ...choice, replyTo: ANN });
  allowManyNewCustomers(desk);
  desk.ask('becomeSender');
  desk.ask('confirmPayments', '2026-11-02');
  desk.ask('setLive', true);
  desk.ask('setAutomatic', true);
  desk.now = momentOf(FIRST_DAY, '09:00');
  return desk;
}

function putInvoice(
  sheet: StoredSheet,
  row: number,
  { customer, no, due }: { customer: string; no: string; due: string },
): void {
  const cells: (StoredCell | null)[] = [
    ...[text(customer), text(no), date('2026-10-03'), date(due), amount(1199 + row), null, null],
    ...[text('EUR'), text(addressOf(customer))],
  ];
  cells.forEach((cell, column) => {
    if (cell) putCell(sheet, row, column, cell);
  });
}

/** A customer of earlier years, whose one invoice of these days was mailed and then paid. */
const OLD_CUSTOMER = customerOf(25);

/** So many events more make a log that is opened from a checkpoint. */
const EARLIER_EVENTS = 1_000;

/**
 * The same workbook after years: its log is so long that the first hour of a day keeps what it comes to, and the others
 * read its end alone.
 */
export function oldDesk(customers: number): Desk {
  const desk = liveDesk(customers);
  const sheet = sheetNamed(desk.world.spreadsheet, INVOICE_SHEET);
  if (!sheet) throw new Error('The invoice sheet is gone.');
  desk.now = momentOf('2026-11-03', '09:00');
  putInvoice(sheet, customers + 1, { customer: OLD_CUSTOMER, no: 'INV-1', due: '2026-10-31' });
  desk.run(TRIGGER);
  desk.ask(
    'approveReminders',
    waitingOf(desk.world).map((row) => row['Reminder']),
  );
  desk.now = momentOf('2026-11-03', '10:00');
  desk.run(TRIGGER);
  putCell(sheet, customers + 1, HEADERS.indexOf('Paid'), amount(9_999));
  lengthenLog(desk, EARLIER_EVENTS);
  desk.now = momentOf(FIRST_DAY, '09:00');
  return desk;
}

/** The first value of this setting spreads first contacts over days: here all of them leave on one. */
function allowManyNewCustomers(desk: Desk): void {
  const settings = sheetNamed(desk.world.spreadsheet, 'AR Settings');
  for (const [row, cells] of settings?.cells ?? []) {
    const name = cells.get(0)?.value;
    if (settings && name?.kind === 'text' && name.value === 'New customers per day')
      putCell(settings, row, 1, text('100'));
  }
}
