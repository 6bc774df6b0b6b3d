// The decision about an approved mail made again on fresh facts: it leaves, is refreshed, goes back to review, waits or is cancelled.

import { waitsForSecond } from '../../dunning/approval/second-approval';
import { isClosedFor, isWrittenToToday } from '../../dunning/decision/calendar';
import { decide } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import { renamedStop } from '../../dunning/decision/identity/renamed';
import { isOf } from '../../dunning/decision/owed';
import { waitsForPayments } from '../../dunning/decision/payments-in';
import { isOfToday } from '../../dunning/decision/reasons';
import { type NewEvent, type ReminderFacts, reminderEvent } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { placeOf } from '../../dunning/policy/policy';
import { tooOld } from '../../dunning/reminder/approval-age';
import { compareReminders, isSameOccasion } from '../../dunning/reminder/compare';

/** What the decision made again says of an approved mail. */
export interface Checked {
  /** Null when it may leave. */
  outcome: 'cancelled' | 'backToReview' | 'later' | null;
  event: NewEvent | null;
  facts: ReminderFacts;
  /** Why it stays approved and leaves later, a sentence; absent on a day on which nothing is sent to them at all. */
  waits?: string;
}

/**
 * Decides again about one approved mail, for its customer alone.
 * @param user who sends, for the log
 */
export function recheck(facts: Facts, reminder: Reminder, user: string): Checked {
  const key = reminder.facts.customerKey;
  const own: Facts = { ...facts, invoices: facts.invoices.filter((invoice) => isOf(invoice, key)) };
  const plan = decide(own);
  // Who pays for a customer since has a reminder of their own: this one does not become it.
  const proposal = plan.proposals.find((one) => placeOf(one) === placeOf(reminder.facts));
  const say = (
    kind: 'cancelled' | 'returned' | 'needs-fix' | 'refreshed',
    note: string,
    code: string,
    fresh?: ReminderFacts,
  ): NewEvent =>
    reminderEvent(kind, reminder.id, fresh ?? reminder.facts, user, note, {
      ...(fresh ? { reminder: fresh } : {}),
      code,
    });
  if (!proposal) {
    const kept = plan.kept?.get(placeOf(reminder.facts));
    const lead = plan.decisions.find(({ invoice }) => invoice.key === reminder.facts.leadKey);
    const reason = (kept ?? lead)?.reasons[0];
    if (
      kept?.decision === 'wait' ||
      (reason && isOfToday(reason.code)) ||
      (reminder.facts.anchor !== 'due' && (isClosedFor(facts, key) || isWrittenToToday(facts, key)))
    )
      return {
        outcome: 'later',
        event: null,
        facts: reminder.facts,
        ...(reason && reason.code !== 'not-a-business-day' ? { waits: reason.message } : {}),
      };
    const note = reason?.message ?? 'Its invoice is no longer in the invoice sheet.';
    return { outcome: 'cancelled', event: say('cancelled', note, reason?.code ?? 'gone'), facts: reminder.facts };
  }
  if (proposal.fix)
    return {
      outcome: 'backToReview',
      event: say('needs-fix', proposal.fix, proposal.fixCode, proposal),
      facts: proposal,
    };
  if (!isSameOccasion(reminder.facts, proposal)) {
    const reason = plan.decisions.find(({ invoice }) => invoice.key === reminder.facts.leadKey)?.reasons[0];
    const event = say('cancelled', reason?.message ?? proposal.reasons[0] ?? '', reason?.code ?? 'changed');
    return { outcome: 'cancelled', event, facts: reminder.facts };
  }
  const { kind, what } = compareReminders(reminder.facts, proposal);
  if (kind === 'changed' || (kind === 'fallen' && reminder.edit)) {
    return { outcome: 'backToReview', event: say('returned', what, 'changed', proposal), facts: proposal };
  }
  const old = tooOld(reminder, facts);
  if (old) return { outcome: 'backToReview', event: say('returned', old, 'approval-old', proposal), facts: proposal };
  const waits =
    (renamedStop(facts, key)?.message ?? '') || waitsForSecond(reminder, proposal) || waitsForPayments(proposal, facts);
  const outcome = waits ? 'later' : null;
  if (kind === 'same') return { outcome, event: null, facts: reminder.facts, waits };
  return { outcome, event: say('refreshed', what, '', proposal), facts: proposal, waits };
}
