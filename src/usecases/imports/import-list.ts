// Lists of one's own: contacts written into AR Customers cell by cell, and who was chased when as the stage an invoice begins at.
import { onboardingEvents } from '../../dunning/going-live/going-live-events';
import { readAddresses } from '../../dunning/mail/address';
import { customerKeyOf } from '../../receivables/customer';
import { dayFromIso, isoOf } from '../../receivables/day';
import { isOwed } from '../../receivables/invoice-status';
import { CONTACT_COLUMNS } from '../../sheet/contacts/contact-columns';
import type { Cell } from '../../sheet/grid';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { newCustomerRow } from '../../workbook/tabs/customers';
import { writeRows } from '../../workbook/tabs/seen-rows';
import { changeIn, openCustomer } from '../agreements/customer-change';
import { contactEvent, rowOfCustomer } from '../customers/manual-status';
import type { ChangeResult } from '../waiting/change-result';
import type { ImportRequest, ImportView } from './view';

/** The customers with what AR Customers says of them, and the open invoices. */
export function showImport(ports: Ports): ImportView {
  const { ws, gathered, day } = openForShowing(ports);
  const { rows } = ws.tabs.needTable(CUSTOMERS_TAB);
  const byKey = new Map(rows.map((row) => [customerKeyOf(row.text('Customer ID'), row.text('Customer')), row]));
  const { customers, invoices } = gathered.facts;
  return {
    asOf: isoOf(day),
    customers: [...customers.values()].map((customer) => {
      const { key, name, id } = customer;
      const fresh = newCustomerRow(customer);
      const text = (column: string): string => byKey.get(key)?.text(column) ?? fresh[column] ?? '';
      return { key, name, id, aliases: text('Aliases'), cells: CONTACT_COLUMNS.map(text) };
    }),
    invoices: invoices
      .filter(isOwed)
      .map(({ key, invoice, customerKey, due }) => [key, invoice, customerKey, due === null ? '' : isoOf(due)]),
  };
}

/**
 * Writes a confirmed list down. A cell that says something else by now than what was shown stays as it is.
 * @throws Refusal `bad-address`, `choice-unknown` or `customer-unknown`: nothing is written then
 */
export function importList(ports: Ports, { contacts, chased }: ImportRequest): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const asked = contacts.map(({ key, cells }) => ({
      open: openCustomer(ws, gathered, key),
      cells: cells.map(([header, before, value]) => ({ header, before, value, cell: cellOf(header, value) })),
    }));
    const before = chased.map(([key, iso, count]) => [key, { on: dayFromIso(iso), stage: count || null }] as const);
    const beginning = { bands: new Map(), handedOver: [], chased: new Map(before) };
    const begun = onboardingEvents(gathered.facts, beginning, ports.session.user());
    const placed = asked.map((one) => ({ ...one, place: rowOfCustomer(one.open) }));
    const rows = new Map(ws.tabs.needTable(CUSTOMERS_TAB).rows.map((row) => [row.row, row]));
    let kept = 0;
    const fresh = placed.flatMap(({ open, place, cells: all }) => {
      const cells = all.filter((one) => rows.get(place)?.text(one.header) === one.before);
      kept += all.length - cells.length;
      return cells.length > 0 ? [{ open, place, cells }] : [];
    });
    writeRows(
      ws.tabs,
      CUSTOMERS_TAB,
      fresh.map(({ place, cells }) => [place, Object.fromEntries(cells.map(({ header, cell }) => [header, cell]))]),
    );
    const began = new Set(begun.map(({ customer }) => customer)).size;
    const told = [
      contacts.length > 0 && `Changed in AR Customers: ${fresh.length}.`,
      kept > 0 && `Cells that changed meanwhile, and stay: ${kept}.`,
      chased.length > 0 && `Customers who go on from your last reminder: ${began}.`,
    ];
    return {
      key: '',
      events: [...fresh.map(({ open, cells }) => contactEvent(open, cells)), ...begun],
      tell: () => told.filter(Boolean).join(' '),
    };
  });
}

/** A value as its cell holds it. @throws Refusal where reminders could not go by it */
function cellOf(column: string, value: string): Cell {
  const [fault] = /email|CC/i.test(column) ? readAddresses(value).problems : [];
  if (fault) throw Refusal.of(fault);
  const isDay = column === 'WhatsApp agreed on';
  const day = isDay ? dayFromIso(value) : null;
  const choices = CUSTOMERS_TAB.columns.find(({ header }) => header === column)?.choices;
  if (isDay ? day === null : choices?.includes(value) === false)
    throw new Refusal('choice-unknown', `“${value}” cannot stand in the column ${column}.`);
  return day === null ? value : { day };
}
