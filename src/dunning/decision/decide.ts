// The decision of a day: for every invoice what is done and why, and for every customer at most one reminder.
import { nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import type { ReminderFacts } from '../history/events';
import type { PolicyRow } from '../policy/policy';
import { missedPromise, otherAnchoredStep } from './anchored-steps';
import { type Blocks, blocksOf, customerStop } from './blocks';
import { closedDays } from './calendar';
import { type CustomerContext, contextOfCustomer } from './customer-context';
import type { Facts } from './facts';
import { firstContactsBeyondCap } from './new-customers';
import { byCustomer, isChaseable, isOverdue } from './owed';
import { proposeOccasion, proposeReminder } from './propose';
import { type Reason, type Verdict, verdict } from './reasons';
import { closedToday, contextOfInvoice, judge } from './rules';

/** What was decided about one invoice. */
export interface InvoiceDecision extends Verdict {
  invoice: Invoice;
  segment: string;
  /** The stage it stands before; null when there is none or it does not matter. */
  stage: PolicyRow | null;
}

/** The decisions of a day. */
export interface Plan {
  decisions: InvoiceDecision[];
  /** At most one per customer, in the order of the invoices. */
  proposals: ReminderFacts[];
}

/**
 * Decides for every invoice of a book what is done about it on the day, and proposes the reminders.
 * Deterministic; looks at nothing but the facts.
 * @param facts invoices as of the day, customers, blocks, history, policy
 * @example decide(facts).proposals.length // how many customers would be reminded today
 */
export function decide(facts: Facts): Plan {
  const blocks = blocksOf(facts);
  const closed = closedDays(facts.settings);
  const plan: Plan = { decisions: [], proposals: [] };
  for (const [key, invoices] of byCustomer(facts.invoices)) {
    const subject = contextOfCustomer(facts, key, invoices, closed(facts.customers.get(key)?.country ?? ''));
    decideCustomer(facts, subject, blocks, plan);
  }
  return withoutLateFirstContacts(facts, plan);
}

function withoutLateFirstContacts(facts: Facts, plan: Plan): Plan {
  const beyond = firstContactsBeyondCap(facts, plan.proposals);
  if (!beyond) return plan;
  const isLate = (key: string): boolean => beyond.late.has(key);
  return {
    decisions: plan.decisions.map((one) =>
      one.decision === 'remind' && isLate(one.invoice.customerKey) ? { ...one, ...beyond.verdict } : one,
    ),
    proposals: plan.proposals.filter(({ customerKey }) => !isLate(customerKey)),
  };
}

function decideCustomer(facts: Facts, subject: CustomerContext, blocks: Blocks, plan: Plan): void {
  const decisions = subject.invoices.map((invoice) => decideInvoice(facts, subject, blocks, invoice));
  const due = decisions.flatMap(({ decision, invoice, stage }) =>
    decision === 'remind' && stage ? [{ invoice, stage }] : [],
  );
  const isOpen = closedToday(facts, subject) === null;
  const free = isOpen && customerStop(blocks, subject.key) === null;
  const missed = free ? missedPromise(facts, subject, blocks) : null;
  const other = (): ReminderFacts | null => {
    const occasion = free ? otherAnchoredStep(facts, subject, blocks) : null;
    return occasion && proposeOccasion(facts, subject, blocks, occasion);
  };
  if (missed) {
    const proposal = proposeOccasion(facts, subject, blocks, missed);
    plan.proposals.push(proposal);
    for (const decision of decisions) settleBehindPromise(facts, subject, proposal, decision);
  } else {
    const ladder =
      due.length > 0 && isOpen
        ? proposeReminder(facts, subject, blocks, { due, chased: chasedOverdue(decisions) })
        : null;
    const proposal = ladder ?? other();
    if (proposal) plan.proposals.push(proposal);
    for (const decision of decisions) if (decision.decision === 'remind') settle(facts, subject, ladder, decision);
  }
  for (const decision of decisions) plan.decisions.push(decision);
}

/** What is overdue and will still be asked for: what was handed over or is at its end sets no measure. */
function chasedOverdue(decisions: readonly InvoiceDecision[]): Invoice[] {
  return decisions
    .filter(({ invoice, decision }) => decision !== 'not-chased' && isChaseable(invoice) && isOverdue(invoice))
    .map(({ invoice }) => invoice);
}

/** What becomes of a due invoice once it is known whether, and how, its customer is reminded. */
function settle(
  facts: Facts,
  subject: CustomerContext,
  proposal: ReminderFacts | null,
  decision: InvoiceDecision,
): void {
  const { invoice } = decision;
  const closed = closedToday(facts, subject);
  if (closed) Object.assign(decision, closed);
  else if (!proposal) {
    const small = `${formatMoney(invoice.open, invoice.currency)} is too small beside what else is overdue to lead a reminder of ${subject.name}; it goes along with the next one.`;
    Object.assign(decision, verdict('wait', 'below-minimum', small, nextBusinessDay(facts.asOf + 1, subject.closed)));
  } else if (proposal.fix) needsFix(proposal, decision);
}

/** A customer who missed a promise is asked about that first: one contact at a time. */
function settleBehindPromise(
  facts: Facts,
  subject: CustomerContext,
  proposal: ReminderFacts,
  decision: InvoiceDecision,
): void {
  const isCovered = proposal.lines.some(({ key }) => key === decision.invoice.key);
  if (isCovered) {
    Object.assign(decision, verdict('remind', 'stage-due', proposal.reasons[0] ?? '', facts.asOf));
    if (proposal.fix) needsFix(proposal, decision);
  } else if (decision.decision === 'remind') {
    const next = nextBusinessDay(facts.asOf + 1, subject.closed);
    const message = `One contact at a time: first the missed promise, then this, from ${shortDay(next, facts.asOf)}.`;
    Object.assign(decision, verdict('wait', 'gap', message, next));
  }
}

function needsFix(proposal: ReminderFacts, decision: InvoiceDecision): void {
  const reason = { code: proposal.fixCode, message: proposal.fix } as Reason;
  Object.assign(decision, { decision: 'needs-fix', reasons: [reason, ...decision.reasons], nextDate: null });
}

function decideInvoice(facts: Facts, subject: CustomerContext, blocks: Blocks, invoice: Invoice): InvoiceDecision {
  const context = contextOfInvoice(facts, subject, blocks, invoice);
  const found = judge(context);
  const standsBefore = found.decision === 'remind' || found.decision === 'wait';
  return { ...found, invoice, segment: subject.segment, stage: standsBefore ? (context.next?.row ?? null) : null };
}
