// The decision of a day: for every invoice what is done and why, and for every customer at most one reminder.
import { nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import type { ReminderFacts } from '../history/events';
import type { PolicyRow } from '../policy/policy';
import { type AnchoredStep, missedPromises, stepsBesideLadder } from './anchored-steps';
import { type CustomerContext, decisionContext } from './customer-context';
import type { Facts } from './facts';
import { firstContactsBeyondCap } from './new-customers';
import { isOverdue } from './owed';
import { proposeReminder, proposeStep } from './propose';
import { type Reason, type Verdict, verdict } from './reasons';
import { beforeStage, beforeStep, judge } from './rules';

/** What was decided about one invoice. */
export interface InvoiceDecision extends Verdict {
  invoice: Invoice;
  segment: string;
  /** The stage it stands before; null when there is none or it does not matter. */
  stage: PolicyRow | null;
  /** The step around a missed promise that decided in place of its stage. */
  around?: AnchoredStep;
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
 * @param context the same, prepared already
 * @example decide(facts).proposals.length // how many customers would be reminded today
 */
export function decide(facts: Facts, context = decisionContext(facts)): Plan {
  const plan: Plan = { decisions: [], proposals: [] };
  for (const key of context.keys) decideCustomer(context.customer(key), plan);
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

function decideCustomer(customer: CustomerContext, plan: Plan): void {
  const decisions = customer.invoices.map((invoice) => decideInvoice(customer, invoice));
  const missed = proposedFirst(customer, missedPromises(customer));
  if (missed) {
    plan.proposals.push(missed.proposal);
    for (const decision of decisions) settleBehindPromise(customer, missed, decision);
  } else {
    const ladder = proposeLadder(customer, decisions);
    const proposal = ladder ?? proposedFirst(customer, stepsBesideLadder(customer))?.proposal;
    if (proposal) plan.proposals.push(proposal);
    for (const decision of decisions) if (decision.decision === 'remind') settle(customer, ladder, decision);
  }
  for (const decision of decisions) plan.decisions.push(decision);
}

function decideInvoice(customer: CustomerContext, invoice: Invoice): InvoiceDecision {
  const context = beforeStage(customer, invoice);
  const found = judge(context);
  const standsBefore = found.decision === 'remind' || found.decision === 'wait';
  return { ...found, invoice, segment: customer.segment, stage: standsBefore ? (context.step?.row ?? null) : null };
}

function proposeLadder(customer: CustomerContext, decisions: readonly InvoiceDecision[]): ReminderFacts | null {
  const due = decisions.flatMap(({ decision, invoice, stage }) =>
    decision === 'remind' && stage ? [{ invoice, stage }] : [],
  );
  if (due.length === 0) return null;
  // What was handed over or is at its end sets no measure.
  const chased = decisions.filter(({ invoice, decision }) => decision !== 'not-chased' && isOverdue(invoice));
  return proposeReminder(customer, { due, chased: chased.map(({ invoice }) => invoice) });
}

/** A step around another day with the reminder it brings. */
interface ProposedStep {
  step: AnchoredStep;
  proposal: ReminderFacts;
}

/** The first step of which the rules leave an invoice to speak about. */
function proposedFirst(customer: CustomerContext, steps: readonly AnchoredStep[]): ProposedStep | null {
  for (const step of steps) {
    const [lead, ...others] = step.invoices.filter(
      (invoice) => judge(beforeStep(customer, invoice, step)).decision === 'remind',
    );
    if (lead) return { step, proposal: proposeStep(customer, step, [lead, ...others]) };
  }
  return null;
}

/** What becomes of a due invoice once it is known whether, and how, its customer is reminded. */
function settle(customer: CustomerContext, proposal: ReminderFacts | null, decision: InvoiceDecision): void {
  if (proposal?.fix) needsFix(proposal, decision);
  if (proposal) return;
  const { open, currency } = decision.invoice;
  const small = `${formatMoney(open, currency)} is too small beside what else is overdue to lead a reminder of ${customer.name}; it goes along with the next one.`;
  const next = nextBusinessDay(customer.facts.asOf + 1, customer.closed);
  Object.assign(decision, verdict('wait', 'below-minimum', small, next));
}

/** A customer who missed a promise is asked about that first: one contact at a time. */
function settleBehindPromise(
  customer: CustomerContext,
  { step, proposal }: ProposedStep,
  decision: InvoiceDecision,
): void {
  const { facts, closed } = customer;
  if (proposal.lines.some(({ key }) => key === decision.invoice.key)) {
    Object.assign(decision, judge(beforeStep(customer, decision.invoice, step)), { around: step });
    if (proposal.fix) needsFix(proposal, decision);
  } else if (decision.decision === 'remind') {
    const next = nextBusinessDay(facts.asOf + 1, closed);
    const message = `One contact at a time: first the missed promise, then this, from ${shortDay(next, facts.asOf)}.`;
    Object.assign(decision, verdict('wait', 'gap', message, next));
  }
}

function needsFix(proposal: ReminderFacts, decision: InvoiceDecision): void {
  const reason = { code: proposal.fixCode, message: proposal.fix } as Reason;
  Object.assign(decision, { decision: 'needs-fix', reasons: [reason, ...decision.reasons], nextDate: null });
}
