// What a person answers of an assignment whose cell was emptied: it stands, or the invoices are ours again.
import { assignment } from '../../dunning/decision/debtor/assignment';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { changeCustomer } from '../agreements/customer-change';
import type { ChangeResult } from '../waiting/change-result';
import { rowOfCustomer } from './manual-status';

/**
 * Says whether a customer's invoices are still assigned as was noted.
 * @param stands the assignee goes back into its cell; else the invoices are ours, and asked for as they fall due
 * @throws Refusal `nothing-to-lift` where no emptied cell is asked about
 */
export function answerAssignment(ports: Ports, customerKey: string, stands: boolean): ChangeResult {
  return changeCustomer(ports, customerKey, (open) => {
    const { ws, customer, user } = open;
    const { name, assignedTo, assignedEmptied } = customer;
    if (!assignedEmptied)
      throw new Refusal('nothing-to-lift', `Assigned to of ${name} was not emptied: nothing is asked about it.`);
    if (stands) writeCells(ws.tabs, CUSTOMERS_TAB, rowOfCustomer(open).row, { 'Assigned to': assignedTo });
    const [assignee, said] = stands ? [assignedTo, 'to stand'] : ['', 'to be over'];
    return {
      events: [assignment(customer, assignee, user, `Assigned to ${assignedTo}: said ${said}.`)],
      tell: () =>
        stands
          ? `Invoices of ${name} stay assigned to ${assignedTo}.`
          : `Invoices of ${name} are yours again: reminders are queued as they fall due; nothing was sent.`,
    };
  });
}
