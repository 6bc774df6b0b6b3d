// Lists of one's own: contacts written into AR Customers cell by cell, and who was chased when as the stage an invoice begins at.
import { kindNamed } from '../../dunning/decision/debtor/kinds';
import { onboardingEvents } from '../../dunning/going-live/going-live-events';
import type { NewEvent } from '../../dunning/history/events';
import { readAddresses } from '../../dunning/mail/address';
import { CHANNEL_NAMES } from '../../dunning/policy/channels';
import { customerKeyOf } from '../../receivables/customer';
import { dayFromIso, isoOf } from '../../receivables/day';
import { isOwed } from '../../receivables/invoice-status';
import { CONTACT_COLUMNS, type ContactColumn } from '../../sheet/contacts/contact-columns';
import type { Cell } from '../../sheet/grid';
import type { WorkbookFacts } from '../../workbook/facts';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { newCustomerRow } from '../../workbook/tabs/customers';
import type { TabRow } from '../../workbook/tabs/records';
import { writeRows } from '../../workbook/tabs/seen-rows';
import { changeIn, openCustomer } from '../agreements/customer-change';
import { contactEvent } from '../customers/manual-status';
import type { ChangeResult } from '../waiting/change-result';
import type { ImportRequest, ImportView } from './view';

/** The customers with what AR Customers says of them, and the open invoices. */
export function showImport(ports: Ports): ImportView {
  const { ws, gathered, day } = openForShowing(ports);
  const rows = customerRows(ws);
  const { customers, invoices } = gathered.facts;
  return {
    asOf: isoOf(day),
    customers: [...customers.values()]
      .map(({ key, name, id, email, language, owner }) => {
        const row = rows.get(key);
        const told: Record<string, string> = { Email: email, Language: language, Owner: owner };
        const cells = CONTACT_COLUMNS.map((column) => row?.text(column) ?? told[column] ?? '');
        return { key, name, id, aliases: row?.text('Aliases') ?? '', cells };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
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
    const chasedBefore = chasedEvents(gathered, chased, ports.session.user());
    const known = customerRows(ws);
    const missing = asked.filter(({ open }) => !known.has(open.customer.key));
    if (missing.length > 0)
      ws.tabs.addRows(
        CUSTOMERS_TAB,
        missing.map(({ open }) => newCustomerRow(open.customer)),
      );
    const rows = missing.length > 0 ? customerRows(ws) : known;
    const isAsShown = (key: string, { header, before }: { header: string; before: string }): boolean =>
      rows.get(key)?.text(header) === before;
    const changes = asked.map(({ open, cells }) => ({
      open,
      row: rows.get(open.customer.key)?.row ?? 0,
      cells: cells.filter((cell) => isAsShown(open.customer.key, cell)),
    }));
    const fresh = changes.filter(({ cells }) => cells.length > 0);
    writeRows(
      ws.tabs,
      CUSTOMERS_TAB,
      fresh.map(({ row, cells }) => [row, Object.fromEntries(cells.map(({ header, cell }) => [header, cell]))]),
    );
    const sum = (list: readonly { cells: readonly unknown[] }[]): number =>
      list.reduce((all, { cells }) => all + cells.length, 0);
    const other = sum(asked) - sum(fresh);
    const told = [
      contacts.length > 0 ? `Customers changed in AR Customers: ${fresh.length}.` : '',
      other > 0 ? `Cells that had changed meanwhile, and stay: ${other}.` : '',
      chased.length > 0 ? `Customers who go on from your last reminder: ${customersOf(chasedBefore)}.` : '',
    ];
    return {
      key: '',
      events: [...fresh.map(({ open, cells }) => contactEvent(open, cells)), ...chasedBefore],
      tell: () => told.filter((sentence) => sentence !== '').join(' '),
    };
  });
}

function customersOf(events: readonly NewEvent[]): number {
  return new Set(events.map(({ facts }) => facts.customerKey)).size;
}

/** The rows of AR Customers by key; of a customer who is there twice the first. */
function customerRows(ws: WorkbookSession): Map<string, TabRow> {
  const rows = ws.tabs.needTable(CUSTOMERS_TAB).rows;
  return new Map([...rows].reverse().map((row) => [customerKeyOf(row.text('Customer ID'), row.text('Customer')), row]));
}

/** A value as its cell holds it. @throws Refusal where reminders could not go by it */
function cellOf(column: ContactColumn, value: string): Cell {
  const [fault] = ADDRESSES.includes(column) ? readAddresses(value).problems : [];
  if (fault) throw Refusal.of(fault);
  const day = column === 'WhatsApp agreed on' ? dayFromIso(value) : null;
  if (value !== '' && CHECKS[column]?.(value) === false)
    throw new Refusal('choice-unknown', `“${value}” cannot stand in the column ${column} of AR Customers.`);
  return day === null ? value : { day };
}

const ADDRESSES: readonly ContactColumn[] = ['Email', 'CC', 'Escalation email'];

const CHECKS: Partial<Record<ContactColumn, (value: string) => boolean>> = {
  Kind: (value) => kindNamed(value) !== null,
  'Preferred channel': (value) => CHANNEL_NAMES.some((name) => name === value),
  'WhatsApp agreed on': (value) => dayFromIso(value) !== null,
  'Do not contact': (value) => value === 'yes' || value === 'no',
};

/** What counts as done of the invoices that are open and that we never wrote about; a day to come is none. */
function chasedEvents({ facts }: WorkbookFacts, chased: ImportRequest['chased'], user: string): NewEvent[] {
  const before = new Map(
    chased.map(([key, iso, count]) => {
      const on = dayFromIso(iso);
      return [key, { on: on !== null && on > facts.asOf ? null : on, stage: count || null }];
    }),
  );
  return onboardingEvents(facts, { bands: new Map(), handedOver: [], chased: before }, user);
}
