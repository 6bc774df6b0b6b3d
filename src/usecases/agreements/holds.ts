// Pauses of reminders, set and ended by people: rows of AR Holds.

import { numberKey } from '../../dunning/decision/promises';
import { customerEvent, type NewEvent } from '../../dunning/history/events';
import { type Day, dayFromIso, isoOf, shortDay } from '../../receivables/day';
import { dayOfCell } from '../../sheet/read/typed-cells';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { HOLDS_TAB } from '../../workbook/tab-specs';
import type { TabRow } from '../../workbook/tabs/records';
import { findSeen, type SeenRow, writeCells } from '../../workbook/tabs/seen-rows';
import type { ChangeResult } from '../waiting/change-result';
import {
  type CustomerChange,
  changeCustomer,
  changeIn,
  keyOfRow,
  type OpenCustomer,
  openCustomer,
} from './customer-change';

/** A pause as a person asks for it. */
export interface HoldRequest {
  /** Invoice number; '' for everything of the customer. */
  invoice: string;
  /** Last protected day; null until a person ends it. */
  until: Day | null;
  reason: string;
}

/**
 * Pauses the reminders to a customer, or about one invoice.
 * @param invoice number; '' for all of the customer
 * @param untilIso last protected day; '' until a person ends it
 * @throws Refusal for a day that has passed, or an invoice the customer does not have
 */
export function holdCustomerUntil(
  ports: Ports,
  customerKey: string,
  invoice: string,
  untilIso: string,
  reason: string,
): ChangeResult {
  const until = untilOf(untilIso, ports.clock.now().day);
  return changeCustomer(ports, customerKey, (open) => addHold(open, { invoice, until, reason }));
}

/** The last day of a pause as typed. @throws Refusal `date-unreadable`, `date-past` */
export function untilOf(iso: string, today: Day): Day | null {
  if (iso === '') return null;
  const until = dayFromIso(iso);
  if (until === null) throw new Refusal('date-unreadable', `"${iso}" is not a date. Choose a day, or leave it empty.`);
  if (until < today) throw new Refusal('date-past', 'Choose today or a later day, or leave the date empty.');
  return until;
}

/** Writes a pause into AR Holds of an opened workbook. */
export function addHold(open: OpenCustomer, { invoice, until, reason }: HoldRequest): CustomerChange {
  const { ws, customer, writtenAs, user, facts } = open;
  const number = invoice === '' ? '' : numberIn(open, invoice);
  const values = {
    Customer: writtenAs,
    Invoice: number,
    Until: until === null ? '' : { day: until },
    Reason: reason.trim(),
    By: user,
  };
  ws.tabs.addRows(HOLDS_TAB, [values]);
  const end = until === null ? 'until you end it' : `up to and including ${shortDay(until, facts.asOf)}`;
  const event = customerEvent('hold-added', customer, user, `Reminders paused ${end}. ${reason.trim()}`.trim(), {
    ...(until === null ? {} : { until: isoOf(until) }),
  });
  const what = remindersOf(customer, number);
  return { events: [{ ...event, invoices: number }], tell: () => `${what} are paused ${end}.` };
}

/** What a pause is about. @example remindersOf(acme, 'LR-1') // 'Reminders about invoice LR-1 of Acme Tools' */
function remindersOf({ name }: { name: string }, invoice: string): string {
  return invoice === '' ? `Reminders to ${name}` : `Reminders about invoice ${invoice} of ${name}`;
}

/** The number of one of the customer's invoices as the sheet writes it. @throws Refusal `invoice-unknown` */
export function numberIn({ invoices, customer }: OpenCustomer, written: string): string {
  const known = invoices.find(({ invoice }) => numberKey(invoice) === numberKey(written));
  if (known) return known.invoice;
  throw new Refusal('invoice-unknown', `${customer.name} has no invoice "${written}". Check the number.`);
}

/** Ends a pause: its last day becomes yesterday, and its row stays for the record. Queues what is due, sends nothing. */
export function liftHold(ports: Ports, hold: SeenRow): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const row = findSeen(ws.tabs, HOLDS_TAB, hold);
    const key = keyOfRow(row, gathered);
    const open = openCustomer(ws, gathered, key);
    const { customer } = open;
    const { asOf } = gathered.facts;
    const until = dayOfCell(row.cell('Until')).day;
    if (until !== null && until < asOf) throw new Refusal('nothing-to-lift', 'This pause has ended already.');
    const what = remindersOf(customer, row.text('Invoice'));
    return {
      key,
      events: [endHold(open, row)],
      tell: () => `${what} are no longer paused: they are queued as they fall due; nothing was sent.`,
    };
  });
}

/** Ends a pause in its row, and the event of that. */
export function endHold({ ws, facts, customer, user }: OpenCustomer, row: TabRow): NewEvent {
  writeCells(ws.tabs, HOLDS_TAB, row.row, { Until: { day: facts.asOf - 1 } });
  const event = customerEvent('hold-lifted', customer, user, `Pause ended. It said: ${row.text('Reason')}`.trim());
  return { ...event, invoices: row.text('Invoice') };
}
