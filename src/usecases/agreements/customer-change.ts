// A change to one customer, made by a person: written down, then the day is planned anew, so that the queue follows at once.

import type { Customer, Facts } from '../../dunning/decision/facts';
import { isOf } from '../../dunning/decision/owed';
import { numberKey } from '../../dunning/decision/promises';
import type { NewEvent } from '../../dunning/history/events';
import type { Invoice } from '../../receivables/invoice';
import type { WorkbookFacts } from '../../workbook/facts';
import { NO_CHANGE, openUnless, readForChange } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import type { TabRow } from '../../workbook/tabs/records';
import { type PlanOutcome, planIn } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';
import { touchedIn } from '../waiting/touched';

/** A workbook opened for a change to one of its customers. */
export interface OpenCustomer {
  ws: WorkbookSession;
  /** As read before the change; segments are not computed. */
  facts: Facts;
  customer: Customer;
  /** All invoices of the customer as of today, settled ones included. */
  invoices: readonly Invoice[];
  /** How the customer is named in our tabs so that they are found again: the name, or the id where the name is not theirs alone. */
  writtenAs: string;
  /** Who decides. */
  user: string;
}

/** What a change does: its events, and what is said once the day is planned anew. */
export interface CustomerChange {
  events: NewEvent[];
  /** Rows that were written without an event of their own: the new plan writes it. */
  rows?: number;
  /** @param facts after the change */
  tell: (facts: Facts) => string;
}

/**
 * Changes something about a customer under the lock: rows first, then the log, then a new plan.
 * @param act writes into our tabs and gives the events
 * @throws Refusal before set-up, in a copy, with a broken log, a missing tab or a half-loaded sheet, or for a stranger
 */
export function changeCustomer(
  ports: Ports,
  customerKey: string,
  act: (open: OpenCustomer) => CustomerChange,
): ChangeResult {
  return changeIn(ports, (ws, gathered) => ({ key: customerKey, ...act(openCustomer(ws, gathered, customerKey)) }));
}

/**
 * The same, where the customer is only known once the workbook was read.
 * @param act gives the customer's key with the change
 */
export function changeIn(
  ports: Ports,
  act: (ws: WorkbookSession, gathered: WorkbookFacts) => CustomerChange & { key: string },
): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    ws.tabs.needSheet(CUSTOMERS_TAB);
    const { gathered } = readForChange(ws);
    const { key, events, rows = 0, tell } = act(ws, gathered);
    const touched = touchedIn(ws);
    ws.log.append(events);
    const outcome = planIn(ws, { actor: ports.session.user(), unattended: false });
    ws.save();
    const facts = outcome.done?.gathered.facts ?? gathered.facts;
    const parts = [tell(facts), queueInWords(outcome, key)];
    const message = parts.filter((part) => part !== '').join(' ');
    return { changed: events.length + rows, message, ...touched() };
  });
}

/** What is known of one customer. @throws Refusal `customer-unknown` */
export function openCustomer(ws: WorkbookSession, { facts, customers }: WorkbookFacts, key: string): OpenCustomer {
  const customer = facts.customers.get(key);
  if (!customer) throw new Refusal('customer-unknown', `The customer "${key}" is not known any more. Look again.`);
  const isTheirs = customers.keyOf(customer.name) === key;
  return {
    ws,
    facts,
    customer,
    invoices: facts.invoices.filter((invoice) => isOf(invoice, key)),
    writtenAs: isTheirs ? customer.name : customer.id || customer.name,
    user: ws.ports.session.user(),
  };
}

/** Whose row of AR Holds, AR Promises or AR Disputes it is: as named, else by its invoice. @throws Refusal `customer-unknown` */
export function keyOfRow(row: TabRow, { facts, customers }: WorkbookFacts): string {
  const written = row.text('Customer');
  const number = row.text('Invoice');
  const invoice = facts.invoices.find((one) => number !== '' && numberKey(one.invoice) === numberKey(number));
  const key = customers.keyOf(written) || (invoice?.customerKey ?? '');
  if (key !== '') return key;
  const message = `The row names "${written || number}", which is neither a customer nor an invoice. Correct it there first.`;
  throw new Refusal('customer-unknown', message);
}

const MOVES: Partial<Record<NewEvent['kind'], string>> = {
  planned: 'A reminder waits for review now.',
  refreshed: 'The waiting reminder was brought up to date.',
  returned: 'The waiting reminder is back in review.',
  cancelled: 'The waiting reminder was taken out of the queue.',
  'needs-fix': 'The waiting reminder needs fixing.',
};

/** What the new plan did to this customer's reminder. */
function queueInWords({ done, stops }: PlanOutcome, key: string): string {
  if (!done) return `The queue follows with the next plan: ${stops[0]?.message ?? ''}`.trim();
  const { reminders } = done.gathered.facts.history;
  const own = done.events.filter(({ reminder }) => reminders.get(reminder)?.facts.customerKey === key);
  return MOVES[own[own.length - 1]?.kind ?? 'live'] ?? '';
}
