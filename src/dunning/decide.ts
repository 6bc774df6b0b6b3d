// The decision of a day: for every invoice what is done and why, and for every customer at most one reminder.
import { isBusinessDay, nextBusinessDay, shortDay } from '../receivables/day';
import type { Invoice } from '../receivables/invoice';
import { addTo, formatMoney, type Totals, toMinor } from '../receivables/money';
import { type Stops, stopsOf } from './blocks';
import { byCustomer, type CustomerCase, caseOf, isChaseable, isHandedOver, isOverdue, isWithinTolerance } from './case';
import type { PolicyRow } from './default-policy';
import type { ReminderFacts } from './events';
import type { Facts } from './facts';
import { proposeReminder } from './propose';
import { ageInWords, type Reason, type Verdict, verdict, waitingUntil } from './reasons';
import { nextStage } from './stage';

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
 * @param facts invoices as of the day, customers, stops, history, policy
 * @example decide(facts).proposals.length // how many customers would be reminded today
 */
export function decide(facts: Facts): Plan {
  const stops = stopsOf(facts);
  const plan: Plan = { decisions: [], proposals: [] };
  for (const [key, invoices] of byCustomer(facts.invoices)) decideCustomer(facts, stops, key, invoices, plan);
  return plan;
}

function decideCustomer(facts: Facts, stops: Stops, key: string, invoices: readonly Invoice[], plan: Plan): void {
  const subject = caseOf(facts, key, invoices);
  const customerStop = stops.everybody ?? stops.ofCustomer(key);
  const decisions = invoices.map((invoice) => decideInvoice(facts, subject, stops, customerStop, invoice));
  const due = decisions.flatMap(({ decision, invoice, stage }) =>
    decision === 'remind' && stage ? [{ invoice, stage }] : [],
  );
  if (due.length > 0) {
    const proposal = isBusinessDay(facts.asOf, facts.settings.holidays)
      ? proposeReminder(facts, subject, stops, { due, chased: chasedOverdue(decisions) })
      : null;
    if (proposal) plan.proposals.push(proposal);
    for (const decision of decisions) if (decision.decision === 'remind') settle(facts, subject, proposal, decision);
  }
  for (const decision of decisions) plan.decisions.push(decision);
}

/** What is overdue and will still be asked for, by currency: what was handed over or is at its end sets no measure. */
function chasedOverdue(decisions: readonly InvoiceDecision[]): Totals {
  const sums: Totals = {};
  for (const { invoice, decision } of decisions) {
    if (decision !== 'not-chased' && isChaseable(invoice) && isOverdue(invoice))
      addTo(sums, invoice.currency, invoice.open);
  }
  return sums;
}

/** What becomes of a due invoice once it is known whether, and how, its customer is reminded. */
function settle(facts: Facts, subject: CustomerCase, proposal: ReminderFacts | null, decision: InvoiceDecision): void {
  if (!isBusinessDay(facts.asOf, facts.settings.holidays)) {
    const next = nextBusinessDay(facts.asOf, facts.settings.holidays);
    Object.assign(
      decision,
      verdict('wait', 'not-a-business-day', `Not a business day; due again on ${shortDay(next, facts.asOf)}.`, next),
    );
  } else if (!proposal) {
    const small = `${formatMoney(decision.invoice.open, decision.invoice.currency)} is too small beside what else is overdue to lead a reminder of ${subject.name}; it goes along with the next one.`;
    const next = nextBusinessDay(facts.asOf + 1, facts.settings.holidays);
    Object.assign(decision, verdict('wait', 'below-minimum', small, next));
  } else if (proposal.fix) {
    const reason = { code: proposal.fixCode, message: proposal.fix } as Reason;
    Object.assign(decision, { decision: 'needs-fix', reasons: [reason, ...decision.reasons], nextDate: null });
  }
}

function decideInvoice(
  facts: Facts,
  subject: CustomerCase,
  stops: Stops,
  customerStop: Verdict | null,
  invoice: Invoice,
): InvoiceDecision {
  const answer = (found: Verdict, stage: PolicyRow | null = null): InvoiceDecision => ({
    ...found,
    invoice,
    segment: subject.segment,
    stage,
  });
  const unchased = notChased(facts, subject, invoice);
  if (unchased) return answer(unchased);
  const blocked = customerStop ?? stops.ofInvoice(invoice);
  if (blocked) return answer(blocked);
  if (invoice.unreadable && invoice.unreadable.length > 0) {
    const cells = invoice.unreadable.map((header) => `"${header}"`).join(', ');
    return answer(
      verdict(
        'needs-fix',
        'unreadable-block',
        `${cells} in row ${invoice.row} of the invoice sheet cannot be read; nothing is sent about it until it is mended.`,
      ),
    );
  }
  if (invoice.due === null) {
    return answer(
      verdict(
        'needs-fix',
        'no-due-date',
        'It has no due date, so it is not known when to remind. Fill in the due date in the invoice sheet.',
      ),
    );
  }
  if (subject.ladder.length === 0) {
    return answer(verdict('not-chased', 'no-policy', `AR Policy has no active stage for ${subject.segment}.`));
  }
  const next = nextStage(
    invoice.due,
    facts.asOf,
    subject.ladder,
    subject.segment,
    facts.history.completed.get(invoice.key) ?? [],
  );
  if (!next)
    return answer(verdict('not-chased', 'ladder-finished', 'All stages are done; a person decides what is next.'));
  return answer(whenDue(facts, subject, invoice, next.row, next.dueOn), next.row);
}

function notChased(facts: Facts, subject: CustomerCase, invoice: Invoice): Verdict | null {
  if (invoice.status === 'draft') return verdict('not-chased', 'draft', 'A draft is not owed yet.');
  if (invoice.status === 'void') return verdict('not-chased', 'void', 'The invoice was voided.');
  if (invoice.open < 0) return verdict('not-chased', 'credit', 'A credit: it reduces what is asked for.');
  if (invoice.open === 0) return verdict('not-chased', 'paid', 'Nothing is open any more.');
  if (isWithinTolerance(facts, invoice)) {
    return verdict(
      'not-chased',
      'below-minimum',
      `${formatMoney(invoice.open, invoice.currency)} is within the tolerance.`,
    );
  }
  if (isHandedOver(facts, invoice)) return verdict('not-chased', 'handed-over', 'It was handed over.');
  return netCredit(subject, invoice) ?? belowMinimum(facts, subject, invoice);
}

function netCredit(subject: CustomerCase, invoice: Invoice): Verdict | null {
  const credits = subject.credits[invoice.currency] ?? 0;
  const overdue = subject.overdue[invoice.currency] ?? 0;
  if (credits === 0 || !isOverdue(invoice) || credits < overdue) return null;
  const message = `Credits of ${formatMoney(credits, invoice.currency)} cover all that is overdue (${formatMoney(overdue, invoice.currency)}); allocate them first.`;
  return verdict('not-chased', 'net-credit', message);
}

function belowMinimum(facts: Facts, subject: CustomerCase, invoice: Invoice): Verdict | null {
  const minimum = facts.settings.minimums[invoice.currency];
  if (minimum === undefined || !isOverdue(invoice)) return null;
  const overdue = subject.overdue[invoice.currency] ?? 0;
  if (overdue >= toMinor(minimum, invoice.currency)) return null;
  return verdict(
    'not-chased',
    'below-minimum',
    `${formatMoney(overdue, invoice.currency)} overdue is below the minimum for a reminder.`,
  );
}

function whenDue(facts: Facts, subject: CustomerCase, invoice: Invoice, stage: PolicyRow, dueOn: number): Verdict {
  const { asOf, settings } = facts;
  const last = facts.history.lastContact.get(subject.key);
  const gapEnd = last && stage.channel !== 'task' ? last.on + Math.max(1, stage.minimumGap) : dueOn;
  if (dueOn > asOf && dueOn >= gapEnd) {
    const day = nextBusinessDay(dueOn, settings.holidays);
    return verdict('wait', 'not-due-yet', waitingUntil(day, stage.tone, last?.on ?? null, asOf), day);
  }
  if (last && gapEnd > asOf) {
    const day = nextBusinessDay(gapEnd, settings.holidays);
    const message = `${waitingUntil(day, stage.tone, last.on, asOf)} At least ${stage.minimumGap} days lie between contacts.`;
    return verdict('wait', 'gap', message, day);
  }
  const age = invoice.daysPastDue === null ? '' : ageInWords(invoice.daysPastDue);
  return verdict('remind', 'stage-due', `Stage ${stage.stage} (${stage.tone}) is due: ${age}.`, asOf);
}
