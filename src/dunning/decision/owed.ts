// What an invoice is for dunning, whatever the customer: owed, overdue, too small, handed over.
import { addUnder } from '../../receivables/cash/grouped';
import type { Invoice } from '../../receivables/invoice';
import { numberStem } from '../../receivables/invoice-number';
import { toMinor } from '../../receivables/money';
import { isHandOverText } from '../policy/purposes';
import type { Facts } from './facts';

export { isOwed as isChaseable } from '../../receivables/invoice-status';

/** Whether so little is open that nobody is asked for it. */
export function isWithinTolerance(facts: Facts, invoice: Invoice): boolean {
  return Math.abs(invoice.open) <= toMinor(facts.settings.tolerance, invoice.currency);
}

/** Whether an invoice was handed over: a person said so, or the stage for that is done. */
export function isHandedOver({ history, policy }: Facts, invoice: Invoice): boolean {
  // A second row under the number is the same invoice to whoever handed it over.
  if (history.handedOver.size > 0 && history.handedOver.has(numberStem(invoice.key))) return true;
  const completed = history.completed.get(invoice.key);
  if (!completed) return false;
  return completed.some(({ purpose, template }) =>
    purpose ? purpose === 'hand-over' : template !== '' && isHandOverText(policy, template),
  );
}

/** Whether the due date has passed. */
export function isOverdue(invoice: Invoice): boolean {
  return invoice.daysPastDue !== null && invoice.daysPastDue > 0;
}

/** For sorting by due date, the earliest first; those without one come last. */
export function byDue(a: Invoice, b: Invoice): number {
  return (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) || (a.key < b.key ? -1 : 1);
}

/** What a customer is called. @example nameOf(facts, 'acme spain') // 'Acme Spain' */
export function nameOf({ customers }: Pick<Facts, 'customers'>, key: string): string {
  return customers.get(key)?.name ?? key;
}

/** Whether an invoice is a customer's, as who pays it or as who owes it. @example isOf(invoice, 'acme spain') */
export function isOf({ customerKey, debtorKey }: Invoice, key: string): boolean {
  return customerKey === key || debtorKey === key;
}

/**
 * The invoices by everybody whose they are: what a customer owes and another pays stands under both.
 * @param groups what `byCustomer` gave of them, which is added to
 */
export function byPayerAndDebtor(invoices: readonly Invoice[], groups = byCustomer(invoices)): Map<string, Invoice[]> {
  for (const invoice of invoices) if (invoice.debtorKey !== undefined) addUnder(groups, invoice.debtorKey, invoice);
  return groups;
}

/** The invoices grouped by customer, customers in the order of their first invoice. */
export function byCustomer(invoices: readonly Invoice[]): Map<string, Invoice[]> {
  const groups = new Map<string, Invoice[]>();
  for (const invoice of invoices) addUnder(groups, invoice.customerKey, invoice);
  return groups;
}
