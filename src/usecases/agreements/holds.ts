// Holds set and lifted by people: rows of AR Holds.

import { numberKey } from '../../dunning/decision/promises';
import { customerEvent } from '../../dunning/history/events';
import { type Day, dayFromIso, shortDay } from '../../receivables/day';
import { dayOfCell } from '../../sheet/read/typed-cells';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { findSeen, type SeenRow, writeCells } from '../../workbook/seen-rows';
import { HOLDS_TAB } from '../../workbook/tabs/own-tabs';
import type { ChangeResult } from '../change-result';
import {
  type CustomerChange,
  changeCustomer,
  changeIn,
  keyOfRow,
  type OpenCustomer,
  openCustomer,
} from './customer-change';

/** A hold as a person asks for it. */
export interface HoldRequest {
  /** Invoice number; '' for everything of the customer. */
  invoice: string;
  /** Last protected day; null until it is lifted. */
  until: Day | null;
  reason: string;
}

/**
 * Puts a customer, or one invoice, on hold.
 * @param invoice number; '' for all of the customer
 * @param untilIso last protected day; '' until it is lifted
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

/** The last day of a hold as typed. @throws Refusal `date-unreadable`, `date-past` */
export function untilOf(iso: string, today: Day): Day | null {
  if (iso === '') return null;
  const until = dayFromIso(iso);
  if (until === null) throw new Refusal('date-unreadable', `"${iso}" is not a date. Choose a day, or leave it empty.`);
  if (until < today) throw new Refusal('date-past', 'Choose today or a later day, or leave the date empty.');
  return until;
}

/** Writes a hold into AR Holds of an opened workbook. */
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
  ws.addRows(HOLDS_TAB, [values]);
  const end = until === null ? 'until it is lifted' : `up to and including ${shortDay(until, facts.asOf)}`;
  const event = customerEvent('hold-added', customer, user, `On hold ${end}. ${reason.trim()}`.trim());
  const what = number === '' ? customer.name : `Invoice ${number} of ${customer.name}`;
  return { events: [{ ...event, invoices: number }], tell: () => `${what} is on hold ${end}.` };
}

/** The number of one of the customer's invoices as the sheet writes it. @throws Refusal `invoice-unknown` */
export function numberIn({ invoices, customer }: OpenCustomer, written: string): string {
  const known = invoices.find(({ invoice }) => numberKey(invoice) === numberKey(written));
  if (known) return known.invoice;
  throw new Refusal('invoice-unknown', `${customer.name} has no invoice "${written}". Check the number.`);
}

/** Lifts a hold: it ends yesterday, and stays in the tab for the record. Queues what is due, sends nothing. */
export function liftHold(ports: Ports, hold: SeenRow): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const row = findSeen(ws, HOLDS_TAB, hold);
    const key = keyOfRow(row, gathered);
    const { customer, user } = openCustomer(ws, gathered, key);
    const { asOf } = gathered.facts;
    const until = dayOfCell(row.cell('Until')).day;
    if (until !== null && until < asOf) throw new Refusal('nothing-to-lift', 'This hold has ended already.');
    writeCells(ws, HOLDS_TAB, row.row, { Until: { day: asOf - 1 } });
    const number = row.text('Invoice');
    const what = number === '' ? customer.name : `Invoice ${number} of ${customer.name}`;
    const event = customerEvent('hold-lifted', customer, user, `Hold lifted. It said: ${row.text('Reason')}`.trim());
    return {
      key,
      events: [{ ...event, invoices: number }],
      tell: () => `${what} is on hold no longer: reminders are queued as they fall due; nothing was sent.`,
    };
  });
}
