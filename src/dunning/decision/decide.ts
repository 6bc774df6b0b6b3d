// The decision of a day: for every invoice what is done and why, and for every customer at most one reminder.
import { nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import type { ReminderFacts } from '../history/events';
import { type PolicyRow, placeOf } from '../policy/policy';
import { type AnchoredStep, missedPromises, stepsBesideLadder } from './anchored-steps';
import { askedWord } from './contact/asked-word';
import { deliveries } from './contact/deliveries';
import { type CustomerContext, type DecisionContext, type DueInvoice, decisionContext } from './customer-context';
import { askAssigned } from './debtor/assigned-reminder';
import { claimStep, claimsOf } from './debtor/claims';
import { creditStep, creditTasks, HOLDS_AT_ONCE } from './debtor/credit-tasks';
import type { Facts } from './facts';
import { firstContactsBeyondCap, type Weight } from './new-customers';
import { isOverdue } from './owed';
import { type Fix, type Prospect, proposeReminder, proposeStep } from './propose';
import { type Reason, type Verdict, verdict } from './reasons';
import { beforeStage, beforeStep, judge } from './rules';
import { ASKING } from './rules/of-invoice';
import { tooSmallIn } from './rules/small-sums';

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
  /** At most one per customer, in the order of the invoices; then what stands beside them. */
  proposals: ReminderFacts[];
  /** Whose first contact only the day's number keeps back, each with what it counts; where there is somebody. */
  late?: ReadonlyMap<string, Weight>;
  /** Why something that waits beside a customer's reminder is not proposed, by `placeOf`. */
  kept?: ReadonlyMap<string, Verdict>;
}

/**
 * Decides for every invoice of a book what is done about it on the day, and proposes the reminders.
 * Deterministic; looks at nothing but the facts.
 * @param facts invoices as of the day, customers, blocks, history, policy
 * @param context the same, prepared already
 * @param inBrief for a plan that nobody reads: its proposals have no reasons
 * @example decide(facts).proposals.length // how many customers would be reminded today
 */
export function decide(facts: Facts, context = decisionContext(facts), inBrief = false): Plan {
  const decided: Decided = { decisions: [], prospects: [], words: [] };
  for (const key of context.keys) decideCustomer(context.customer(key), decided);
  const { decisions, prospects, words } = decided;
  const { beside, kept } = besideLadder(context);
  const beyond = firstContactsBeyondCap(facts, prospects);
  const isLate = (key: string): boolean => beyond?.late.has(key) ?? false;
  // The decision of an invoice that a promise holds back tells nothing of the word about that promise.
  if (beyond)
    for (const late of prospects)
      if (late.anchor !== 'due' && isLate(late.customerKey)) kept.set(placeOf(late), beyond.verdict);
  const proposed = [...words, ...prospects.filter(({ customerKey }) => !isLate(customerKey)), ...beside];
  let composed: ReminderFacts[] | null = null;
  return {
    decisions: beyond
      ? decisions.map((one) =>
          one.decision === 'remind' && isLate(one.invoice.customerKey) ? { ...one, ...beyond.verdict } : one,
        )
      : decisions,
    // Whoever asks only why something is decided needs no reminder put together.
    get proposals() {
      composed ??= proposed.map((one) => ('compose' in one ? one.compose(inBrief) : one));
      return composed;
    },
    ...(beyond ? { late: beyond.late } : {}),
    kept,
  };
}

/** What stands beside a customer's reminder and takes nobody's turn: what our own people do, invoices that go out, and what waits about assigned invoices. */
function besideLadder(context: DecisionContext): { beside: (Prospect | ReminderFacts)[]; kept: Map<string, Verdict> } {
  const { facts } = context;
  const beside: (Prospect | ReminderFacts)[] = claimsOf(facts).flatMap((claim) => {
    const customer = context.customer(claim.key);
    const step = claimStep(customer, claim);
    const [lead, ...others] = step.invoices;
    return lead && claim.payer === '' ? [proposeStep(customer, step, [lead, ...others])] : [];
  });
  const kept = new Map<string, Verdict>();
  const credit = creditTasks(facts);
  for (const task of credit.tasks) {
    const customer = context.customer(task.key);
    beside.push(proposeStep(customer, creditStep(customer, task), task.invoices));
  }
  for (const { key, anchor } of credit.later) {
    const message = `Asked about when others are decided: ${HOLDS_AT_ONCE} with more open come first.`;
    kept.set(placeOf({ customerKey: key, anchor }), verdict('not-chased', 'limit-later', message));
  }
  if (facts.policy.some(({ anchor, active }) => active && anchor === 'issue'))
    for (const key of context.keys) {
      const customer = context.customer(key);
      const steps = deliveries(customer);
      const delivery = foundFirst(customer, steps);
      if (delivery) beside.push(delivery.prospect);
      else for (const step of steps) kept.set(placeOf({ customerKey: key, anchor: 'issue' }), whyNot(customer, step));
    }
  for (const [place, { facts: waiting }] of facts.history.waiting) {
    const { anchor, customerKey, subject: assignee, payTo = '' } = waiting;
    if (anchor !== 'assigned') continue;
    const { verdict: found, proposal } = askAssigned(context.customer(customerKey), { assignee, payTo });
    if (proposal && found.decision === 'remind') beside.push(proposal);
    else kept.set(place, found);
  }
  return { beside, kept };
}

/** Why a step of which the rules leave nothing does not come: what waits for a day alone comes by itself. */
function whyNot(customer: CustomerContext, step: AnchoredStep): Verdict {
  const all = step.invoices.map((invoice) => judge(beforeStep(customer, invoice, step)));
  return all.find(({ decision }) => decision === 'wait') ?? all[0] ?? verdict('not-chased', 'paid', '');
}

/** What was decided before the day's number of first contacts was counted. */
interface Decided {
  decisions: InvoiceDecision[];
  prospects: Prospect[];
  /** What people asked for by a click: no number of a day keeps that back. */
  words: Prospect[];
}

function decideCustomer(customer: CustomerContext, decided: Decided): void {
  const decisions = customer.invoices.map((invoice) => decideInvoice(customer, invoice));
  const word = askedWord(customer);
  const missed = word ? null : foundFirst(customer, missedPromises(customer));
  if (word) {
    decided.words.push(word);
    for (const decision of decisions) afterFirst(customer, 'the mail that somebody asked for', decision);
  } else if (missed) {
    decided.prospects.push(missed.prospect);
    for (const decision of decisions) settleBehindPromise(customer, missed, decision);
  } else {
    const ladder = proposeLadder(customer, decisions);
    const prospect = ladder ?? foundFirst(customer, stepsBesideLadder(customer))?.prospect;
    if (prospect) decided.prospects.push(prospect);
    decisions.forEach((decision) => {
      if (decision.decision === 'remind') settle(customer, ladder, decision);
    });
  }
  decided.decisions.push(...decisions);
}

function decideInvoice(customer: CustomerContext, invoice: Invoice): InvoiceDecision {
  const context = beforeStage(customer, invoice);
  const { decision, reasons, nextDate } = judge(context);
  const standsBefore = decision === 'remind' || decision === 'wait';
  const stage = standsBefore ? (context.step?.row ?? null) : null;
  return { decision, reasons, nextDate, invoice, segment: customer.segment, stage };
}

function isDue(one: InvoiceDecision): one is InvoiceDecision & DueInvoice {
  return one.decision === 'remind' && one.stage !== null;
}

function invoiceOf({ invoice }: InvoiceDecision): Invoice {
  return invoice;
}

function proposeLadder(customer: CustomerContext, decisions: readonly InvoiceDecision[]): Prospect | null {
  const due = decisions.filter(isDue);
  if (due.length === 0) return null;
  // What was handed over or is at its end sets no measure.
  const chased = decisions.filter(({ decision, invoice }) => decision !== 'not-chased' && isOverdue(invoice));
  const waiting = decisions.filter(({ decision }) => decision === 'wait');
  const claims = { due, chased: chased.map(invoiceOf), waiting: new Set(waiting.map(invoiceOf)) };
  const prospect = proposeReminder(customer, claims);
  const small =
    prospect && due.every(({ invoice }) => !isOverdue(invoice)) ? tooSmallIn(customer, prospect.asked()) : null;
  if (!small) return prospect;
  for (const decision of decisions) if (decision.decision === 'remind') Object.assign(decision, small);
  return null;
}

/** A step around another day with the reminder it brings. */
interface FoundStep {
  step: AnchoredStep;
  prospect: Prospect;
}

/** The first step of which the rules leave an invoice to speak about. */
function foundFirst(customer: CustomerContext, steps: readonly AnchoredStep[]): FoundStep | null {
  for (const step of steps) {
    const [lead, ...others] = step.invoices.filter(
      (invoice) => judge(beforeStep(customer, invoice, step)).decision === 'remind',
    );
    if (!lead) continue;
    const prospect = proposeStep(customer, step, [lead, ...others]);
    if (!ASKING.includes(step.row.anchor) || !tooSmallIn(customer, prospect.asked())) return { step, prospect };
  }
  return null;
}

/** What becomes of a due invoice once it is known whether, and how, its customer is reminded. */
function settle(customer: CustomerContext, prospect: Prospect | null, decision: InvoiceDecision): void {
  if (prospect?.otherwise.length) decision.reasons = [...decision.reasons, ...prospect.otherwise];
  if (prospect?.fix) needsFix(prospect.fix, decision);
  if (prospect) return;
  const { open, currency } = decision.invoice;
  const small = () =>
    `${formatMoney(open, currency)} is too small beside what else is overdue to lead a reminder of ${customer.name}; it goes along with the next one.`;
  const next = nextBusinessDay(customer.facts.asOf + 1, customer.closed);
  Object.assign(decision, verdict('wait', 'below-minimum', small, next));
}

/** A customer who missed a promise is asked about that first: one contact at a time. */
function settleBehindPromise(
  customer: CustomerContext,
  { step, prospect }: FoundStep,
  decision: InvoiceDecision,
): void {
  if (prospect.listed().some(({ key }) => key === decision.invoice.key)) {
    Object.assign(decision, judge(beforeStep(customer, decision.invoice, step)), { around: step });
    if (prospect.fix) needsFix(prospect.fix, decision);
  } else afterFirst(customer, 'the missed promise', decision);
}

/** What is due waits a day for another word to the same customer. */
function afterFirst({ facts, closed }: CustomerContext, what: string, decision: InvoiceDecision): void {
  if (decision.decision !== 'remind') return;
  const next = nextBusinessDay(facts.asOf + 1, closed);
  const message = () => `One contact at a time: first ${what}, then this, from ${shortDay(next, facts.asOf)}.`;
  Object.assign(decision, verdict('wait', 'gap', message, next));
}

function needsFix({ code, message }: Fix, decision: InvoiceDecision): void {
  const reason = { code, message } as Reason;
  Object.assign(decision, { decision: 'needs-fix', reasons: [reason, ...decision.reasons], nextDate: null });
}
