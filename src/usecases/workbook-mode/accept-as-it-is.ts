// What a person accepts as it is: an invoice table that became shorter, a log that was changed by hand.

import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { openSample, readInvoiceTable } from '../../workbook/invoices';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock } from '../../workbook/session';
import { inWords, planIn } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';

/** "Yes, this is right": the invoice table as it is counts as whole, however much shorter it is. */
export function acceptTable(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const book = readInvoiceTable(ws, ports.clock.now().day);
    ws.state.openKeys = openSample(book);
    const open = book.invoices.filter((invoice) => invoice.open > 0).length;
    const user = ports.session.user();
    const note = `The invoice sheet with ${open} open invoices is complete.`;
    ws.log.append([workbookEvent('table-accepted', user, note)]);
    const { done } = planIn(ws, { actor: user, unattended: false });
    ws.save();
    return { changed: 1, message: `${note} ${done ? inWords(done.events) : ''}`.trim() };
  });
}

/**
 * Accepts a log with missing or altered rows: what waits is looked at by a person again, one by one. Cells that only show
 * something else than was written down are put back.
 */
export function acceptLog(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, ['copied']);
    const { log } = ws;
    if (log.table.problems[0]) throw Refusal.of(log.table.problems[0]);
    if (!log.fault && log.changedCells.length === 0)
      return { changed: 0, message: 'AR Log is whole; nothing had to be accepted.' };
    if (ws.state.sender !== '' && ws.state.sender !== ports.session.user()) {
      throw new Refusal('not-sender', `Only ${ws.state.sender}, who sends from this workbook, can accept the log.`);
    }
    const fault = log.fault;
    const changed = log.showAsWritten();
    if (!fault) return { changed, message: 'AR Log says again what was written down.' };
    const event: NewEvent = workbookEvent('log-accepted', ports.session.user(), `Accepted as it is: ${fault}`);
    log.accept(event);
    ws.save();
    const message =
      'The log counts as it is. What waits may have left already: look in Sent for its reference before you approve it again.';
    return { changed: 1, message };
  });
}
