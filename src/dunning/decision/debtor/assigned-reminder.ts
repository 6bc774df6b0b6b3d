// A reminder about assigned invoices alone, on a person's word: it asks for payment to whom they were assigned, and to nobody else.
import type { Invoice } from '../../../receivables/invoice';
import type { ReminderFacts } from '../../history/events';
import { MAIL } from '../../policy/channels';
import { ownStep } from '../../policy/policy';
import type { AnchoredStep } from '../anchored-steps';
import type { CustomerContext } from '../customer-context';
import { byDue, isOverdue } from '../owed';
import { proposeStep } from '../propose';
import { type Verdict, verdict } from '../reasons';
import { beforeStep, judge } from '../rules';
import { askedOfAssignment } from './assignment';
import { assigneeOf } from './whose-debt';

/** The name of its text in AR Templates. */
const ASSIGNED_TEXT = 'Assigned invoices';
/** Days since the last contact, where no ladder says how many. */
const USUAL_GAP = 7;

/** What a person asked to be written: about the invoices of which assignee, and how that one is paid. */
export interface AssignedAsk {
  assignee: string;
  payTo: string;
}

/**
 * The reminder as it would be today. Every rule holds that holds for a reminder, but that the invoices are not ours; it is always read by
 * a person first.
 * @returns why it may leave, or what keeps it back; and the reminder, null where nothing may be asked for
 */
export function askAssigned(
  customer: CustomerContext,
  { assignee, payTo }: AssignedAsk,
): { verdict: Verdict; proposal: ReminderFacts | null } {
  const { key, facts, steps } = customer;
  const minimumGap = steps.due[0]?.minimumGap ?? USUAL_GAP;
  const row = ownStep({
    ...{ segment: customer.segment, anchor: 'assigned', days: 0, channel: MAIL, minimumGap },
    ...{ template: ASSIGNED_TEXT, to: ['billing'], tone: 'friendly' },
  });
  const own = facts.customers.get(key);
  const question = own ? askedOfAssignment(own) : '';
  const theirs = customer.invoices
    .filter(
      (one) => question === '' && one.customerKey === key && assigneeOf(facts, one) === assignee && isOverdue(one),
    )
    .sort(byDue);
  const reason = `Asked for by hand: assigned to ${assignee}, who alone is paid.`;
  const look = `to be paid to ${assignee}, not to you`;
  const step: AnchoredStep = { row, dueOn: facts.asOf, steps: 1, subject: assignee, invoices: theirs, reason, look };
  const judged = theirs.map((invoice) => ({ invoice, found: judge(beforeStep(customer, invoice, step)) }));
  const asked = judged.filter(({ found }) => found.decision === 'remind' || found.decision === 'wait');
  const [lead, ...others] = asked.map(({ invoice }): Invoice => invoice);
  const none = (): Verdict =>
    verdict('not-chased', 'assigned', question || `Nothing overdue is assigned to ${assignee} any more.`);
  if (!lead) return { verdict: judged[0]?.found ?? none(), proposal: null };
  const waits = asked.find(({ found }) => found.decision === 'wait') ?? asked[0];
  const proposal = { ...proposeStep(customer, step, [lead, ...others]).compose(), payTo };
  return { verdict: waits?.found ?? none(), proposal };
}
