// Many customers given to another owner at once: one cell of AR Customers each, one entry of the log each.
import { customerEvent } from '../../dunning/history/events';
import type { Ports } from '../../workbook/ports';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { writeColumn } from '../../workbook/tabs/seen-rows';
import { changeIn, openCustomer } from '../agreements/customer-change';
import type { ChangeResult } from '../waiting/change-result';
import { emptyElsewhere, rowOfCustomer } from './manual-status';
import type { OwnerChange } from './view';

/**
 * Changes the owner of customers. Who has another owner by now than was shown stays as they are, so that taking it back is
 * the same change the other way round.
 * @throws Refusal as `changeIn`; `customer-unknown`
 * @example changeOwners(ports, [{ key: 'acme', from: 'ann@firm.example', to: 'bob@firm.example' }])
 */
export function changeOwners(ports: Ports, changes: readonly OwnerChange[]): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const moved = changes
      .map(({ key, ...one }) => ({ ...one, open: openCustomer(ws, gathered, key) }))
      .filter(({ open, from, to }) => open.customer.owner === from && to !== from);
    const cells = moved.map(({ open, to }): [number, string] => [rowOfCustomer(open).row, to]);
    writeColumn(ws.tabs, CUSTOMERS_TAB, 'Owner', cells);
    for (const { open, to } of moved) if (to === '') emptyElsewhere(open, ['Owner']);
    return {
      key: '',
      events: moved.map(({ open: { customer, user }, from, to }) =>
        customerEvent('contact-changed', customer, user, `Owner: ${from || 'empty'} → ${to || 'empty'}.`),
      ),
      tell: () => `Owner changed: ${moved.length} of ${changes.length}.`,
    };
  });
}
