// A change to what is known of money in, made by a person: written down, then the day is planned anew and AR Payments follows.
import type { Facts } from '../../dunning/decision/facts';
import type { NewEvent } from '../../dunning/history/events';
import type { WorkbookFacts } from '../../workbook/facts';
import { NO_CHANGE, openUnless, readForChange } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { PAYMENTS_TAB } from '../../workbook/tab-specs';
import { writePayments } from '../../workbook/tabs/payments';
import { confirmImported } from '../money/payments-up-to';
import { planIn } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';

/** A workbook opened for it. */
export interface OpenMoney {
  ws: WorkbookSession;
  /** As read under the lock: what is open is less what was accepted. */
  facts: Facts;
  gathered: WorkbookFacts;
  /** Who decides. */
  user: string;
}

/**
 * Changes something about money in under the lock.
 * @param act gives the events, and what is said of them
 * @throws Refusal before set-up, in a copy, with a broken log, or beside a half-loaded sheet
 */
export function changeMoney(
  ports: Ports,
  act: (open: OpenMoney) => { events: NewEvent[]; message: string },
): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const { day, gathered } = readForChange(ws);
    const { facts } = gathered;
    const user = ports.session.user();
    const { events, message } = act({ ws, facts, gathered, user });
    if (events.length === 0) return { changed: 0, message };
    ws.log.append(events);
    const confirmed = confirmImported(ws, user);
    ws.tabs.make(PAYMENTS_TAB);
    const { done, stops } = planIn(ws, { actor: user, unattended: false });
    if (!done) writePayments(ws.tabs, facts, day);
    ws.save();
    const cancelled = done?.events.filter(({ kind }) => kind === 'cancelled').length ?? 0;
    const gone = cancelled > 0 ? ` Waiting reminders cancelled: ${cancelled}.` : '';
    const then = done ? gone : ` ${stops[0]?.message ?? ''}`;
    return { changed: events.length, message: `${message}${confirmed}${then}` };
  });
}
