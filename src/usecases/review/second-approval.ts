// The second approval of a reminder, by another person than the first.

import { changeSince } from '../../dunning/approval/approved-content';
import { unknownFirst, waitsForSecond } from '../../dunning/approval/second-approval';
import type { Reminder } from '../../dunning/history/reminder';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { TEMPLATES_TAB } from '../../workbook/tab-specs';
import { readTemplates, templateIndex } from '../../workbook/tabs/templates';
import { contentNow } from '../letters/approvals';
import type { ChangeResult } from '../waiting/change-result';
import type { SecondApprovalView } from '../waiting/view';
import { change, eventFor, reminderOf, whoSends } from './review';

/**
 * Approves a reminder as the second person. Where the mail is another by now than the first person approved, it goes back
 * to review instead.
 * @param id its reference
 * @throws Refusal `second-not-needed`, `second-yours` to the one who approved it first, `state-changed` before that
 * @example approveAsSecond(ports, 'DS-7F3K2').message // 'Approved by you and ann@example.com.'
 */
export function approveAsSecond(ports: Ports, id: string): ChangeResult {
  return change(ports, (ws) => {
    const reminder = reminderOf(ws, id);
    checkMay(reminder, ports.session.user());
    const templates = templateIndex(readTemplates(ws.tabs.needTable(TEMPLATES_TAB)));
    const differs =
      unknownFirst(reminder) ||
      (reminder.content ? changeSince(reminder.content, contentNow(ws, reminder, templates)) : '');
    if (differs !== '') {
      const back = eventFor(ports, reminder, 'returned', differs, { code: 'changed' });
      return { events: [back], message: `${differs} It is back in review.` };
    }
    const message = `Approved by you and ${reminder.approvedBy}.${whoSends(ws)}`;
    return { events: [eventFor(ports, reminder, 'seconded', 'Second approval.')], message };
  });
}

function checkMay(reminder: Reminder, user: string): void {
  const { id, state, facts, approvedBy } = reminder;
  if (state === 'planned' && facts.second)
    throw new Refusal('state-changed', `${id} has no first approval now. Reload the list.`);
  if (state !== 'approved') throw new Refusal('state-changed', `${id} is ${state} now. Reload the list.`);
  if (waitsForSecond(reminder, facts) === '')
    throw new Refusal('second-not-needed', `${id} needs no second approval. Reload the list.`);
  if (approvedBy === user)
    throw new Refusal('second-yours', 'You approved this one first: the second approval is a colleague’s.');
}

/** What a reminder still needs of two people, as the person looking reads it. */
export function secondApprovalOf(reminder: Reminder, user: string): SecondApprovalView {
  const { state, facts, approvedBy } = reminder;
  if (state === 'planned' && facts.second)
    return { needs: 'Two people approve this one: one first, then a colleague.', mayApprove: false };
  const waits = state === 'approved' ? waitsForSecond(reminder, facts) : '';
  if (waits === '') return { needs: '', mayApprove: false };
  if (approvedBy === user)
    return { needs: 'You approved it. It waits for the approval of a colleague.', mayApprove: false };
  return { needs: waits, mayApprove: true };
}
