// A person asks for a mail about assigned invoices: it waits in Review, and says how the assignee is paid.
import { decisionContext } from '../../dunning/decision/customer-context';
import { askAssigned } from '../../dunning/decision/debtor/assigned-reminder';
import { reminderEvent } from '../../dunning/history/events';
import { placeOf } from '../../dunning/policy/policy';
import { newReference } from '../../dunning/reminder/reference';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { changeCustomer } from '../agreements/customer-change';
import type { ChangeResult } from '../waiting/change-result';

/** What fits beside the reminder in the log. */
const MAX_DETAILS = 1000;
/** An account has so many digits at least. */
const ACCOUNT = /(?:\d[^\d]{0,3}){6}/;

/**
 * Plans a reminder about a customer's invoices that are assigned to somebody.
 * @param assignee as AR Customers or the invoice sheet names them
 * @param payTo their name and account, several lines
 * @throws Refusal `choice-unknown` for details without an account, or with one of ours; `nothing-open` where nothing may be asked for
 */
export function remindAssigned(ports: Ports, customerKey: string, assignee: string, payTo: string): ChangeResult {
  const details = payTo.trim();
  if (details.length > MAX_DETAILS) throw new Refusal('too-long', `Shorten it to ${MAX_DETAILS} characters.`);
  if (!ACCOUNT.test(details)) throw new Refusal('choice-unknown', `Give the account on which ${assignee} is paid.`);
  return changeCustomer(ports, customerKey, ({ ws, facts, user }) => {
    const plain = plainText(details);
    if (Object.values(ws.settings().ibans).some((iban) => iban !== '' && plain.includes(iban)))
      throw new Refusal('choice-unknown', 'This is your own account.');
    const place = placeOf({ customerKey, anchor: 'assigned' });
    if (facts.history.waiting.has(place)) throw new Refusal('state-changed', 'Such a mail waits already.');
    const named = plain.includes(plainText(assignee)) ? details : `${assignee}\n${details}`;
    const context = decisionContext(facts).customer(customerKey);
    const { verdict, proposal } = askAssigned(context, { assignee, payTo: named });
    if (!proposal) throw new Refusal('nothing-open', verdict.reasons[0]?.message ?? '');
    const id = newReference(`${ws.ports.workbook.id()}|${ws.state.log.seq}|${place}`, facts.history.reminders);
    return {
      events: [reminderEvent('planned', id, proposal, user, proposal.reasons[0] ?? '', { reminder: proposal })],
      tell: () => `A mail about the invoices assigned to ${assignee} waits in Review; nothing was sent.`,
    };
  });
}

/** Letters and digits alone: people part an account by blanks, dots or hyphens. */
function plainText(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toUpperCase();
}
