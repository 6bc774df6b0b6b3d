// Lists of one's own: contacts written into AR Customers cell by cell, and who was chased when as the stage an invoice begins at.
import { onboardingEvents } from '../../dunning/going-live/going-live-events';
import { readAddresses } from '../../dunning/mail/address';
import { customerKeyOf } from '../../receivables/customer';
import { dayFromIso, isoOf } from '../../receivables/day';
import { isOwed } from '../../receivables/invoice-status';
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
  const columns = CUSTOMERS_TAB.columns.map(({ header }) => header);
  const { customers, invoices } = gathered.facts;
  return {
    asOf: isoOf(day),
    columns,
    customers: [...customers.values()].map((customer) => {
      const fresh = newCustomerRow(customer);
      const { key, name } = customer;
      return { key, name, cells: columns.map((column) => byKey.get(key)?.text(column) ?? fresh[column] ?? '') };
    }),
    invoices: invoices.filter(isOwed).map(({ key, invoice, customerKey, due }) => [key, invoice, customerKey, due]),
  };
}

/**
 * Writes a confirmed list down. A cell that says something else by now than what was shown stays as it is.
 * @throws Refusal `bad-address` or `customer-unknown`: nothing is written then
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
    let kept = 0;
    const fresh = asked.flatMap(({ open, cells: all }) => {
      const row = rowOfCustomer(open);
      const cells = all.filter((one) => row.text(one.header) === one.before);
      kept += all.length - cells.length;
      return cells.length > 0 ? [{ open, row: row.row, cells }] : [];
    });
    writeRows(
      ws.tabs,
      CUSTOMERS_TAB,
      fresh.map(({ row, cells }) => [row, Object.fromEntries(cells.map(({ header, cell }) => [header, cell]))]),
    );
    const began = new Set(begun.map(({ customer }) => customer)).size;
    const stay = kept > 0 ? ` Left, as they changed meanwhile: ${kept}.` : '';
    return {
      key: '',
      events: [...fresh.map(({ open, cells }) => contactEvent(open, cells)), ...begun],
      tell: () => `${inWords(fresh.length, began)}${stay}`,
    };
  });
}

/** A value as its cell holds it; what no cell of its column may say is a problem of AR Customers, as if a person had typed it. */
function cellOf(column: string, value: string): Cell {
  const [fault] = /email|CC/i.test(column) ? readAddresses(value).problems : [];
  if (fault) throw Refusal.of(fault);
  const day = column === 'WhatsApp agreed on' ? dayFromIso(value) : null;
  return day === null ? value : { day };
}

/** What was written, in words; what there was none of is left out. @example inWords(2, 0) // '2 customers changed.' */
function inWords(changed: number, began: number): string {
  const many = (count: number): string => `${count} ${count === 1 ? 'customer' : 'customers'}`;
  const said = [
    ...(changed > 0 || began === 0 ? [`${many(changed)} changed.`] : []),
    ...(began > 0 ? [`${many(began)} taken over with a step.`] : []),
  ];
  return said.join(' ');
}
