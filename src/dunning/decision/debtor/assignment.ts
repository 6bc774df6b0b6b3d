// An assignment that was noted: it counts on where its cell is emptied, until a person says that the invoices are ours again.
import { customerEvent, type NewEvent } from '../../history/events';
import type { History } from '../../history/history';
import type { Customer, Facts } from '../facts';

/**
 * The customers with every assignment that was noted, emptied since and not answered.
 * @param customers as AR Customers says
 */
export function stillAssigned(customers: Map<string, Customer>, { assigned }: History): Map<string, Customer> {
  for (const [key, assignedTo] of assigned) {
    const one = customers.get(key);
    if (one?.assignedTo === '') customers.set(key, { ...one, assignedTo, assignedEmptied: true });
  }
  return customers;
}

/** What a plan notes of assignments that are written now, so that no slip of a cell asks for a debt that is another's. */
export function assignmentsNoted({ customers, history }: Facts, actor: string): NewEvent[] {
  return [...customers.values()].flatMap((customer) => {
    const { key, assignedTo, unreadable } = customer;
    const isKnown = assignedTo === '' || history.assigned.get(key) === assignedTo;
    if (isKnown || unreadable.includes('Assigned to')) return [];
    return [assignment(customer, assignedTo, actor, `Assigned to ${assignedTo}: noted.`)];
  });
}

/** The event by which a customer's invoices count as assigned, or, with '', as ours again. */
export function assignment(
  customer: Pick<Customer, 'key' | 'name'>,
  assignee: string,
  actor: string,
  note: string,
): NewEvent {
  return customerEvent('assignment', customer, actor, note, { assignee });
}

/** What a person is asked of a customer whose assignment is no longer written; '' where nothing is. */
export function askedOfAssignment({ name, assignedTo, assignedEmptied }: Customer): string {
  if (!assignedEmptied) return '';
  return `Invoices of ${name} were noted as assigned to ${assignedTo}, and Assigned to is empty now. Nothing is asked for until you say which.`;
}
