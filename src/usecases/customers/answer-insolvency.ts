// What a person answers of an insolvency: it stands, or it is over. Nothing else lifts its stop.
import { insolvency } from '../../dunning/decision/debtor/insolvency';
import { shortDay } from '../../receivables/day';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { changeCustomer } from '../agreements/customer-change';
import type { ChangeResult } from '../waiting/change-result';
import { emptyElsewhere, rowOfCustomer } from './manual-status';

/** The column of AR Customers. */
const SINCE = 'Insolvent since';

/**
 * Says whether a customer is insolvent since the day that was noted.
 * @param stands the day goes back into its cell; else what is written now counts, and an insolvency that is still written ends
 * @throws Refusal `nothing-to-lift` where none was noted
 */
export function answerInsolvency(ports: Ports, customerKey: string, stands: boolean): ChangeResult {
  return changeCustomer(ports, customerKey, (open) => {
    const { ws, customer, user, facts } = open;
    const { name, insolventSince: since, insolventWritten: written } = customer;
    if (since === null) throw new Refusal('nothing-to-lift', `${name} is not noted as insolvent.`);
    const day = shortDay(since, facts.asOf);
    if (stands) {
      writeCells(ws.tabs, CUSTOMERS_TAB, rowOfCustomer(open).row, { [SINCE]: { day: since } });
      return {
        events: [insolvency(customer, since, user, `Insolvent since ${day}: said to stand.`)],
        tell: () => `${name} stays insolvent since ${day}.`,
      };
    }
    if (written === undefined) {
      writeCells(ws.tabs, CUSTOMERS_TAB, rowOfCustomer(open).row, { [SINCE]: '' });
      emptyElsewhere(open, [SINCE]);
    }
    return {
      events: [insolvency(customer, written ?? null, user, `Insolvent since ${day}: said to be over.`)],
      tell: (after) =>
        after.customers.get(customerKey)?.insolventSince === since
          ? `The invoice sheet still says ${day}: empty it there first.`
          : `${name} counts as said now; nothing was sent.`,
    };
  });
}
