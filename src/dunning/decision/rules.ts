// The ordered rules of the decision about an invoice: the first that does not hold decides; each says what it found.

import { type Day, nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, toMinor } from '../../receivables/money';
import { nextPaymentRun, parsePaymentRun, paymentRunInWords } from '../../receivables/payment-run';
import { CHANNELS, isContact } from '../policy/channels';
import type { PolicyRow } from '../policy/policy';
import type { Blocks } from './blocks';
import type { CustomerContext } from './customer-context';
import type { Facts } from './facts';
import { isHandedOver, isOverdue, isWithinTolerance } from './owed';
import { ageInWords, type Verdict, verdict, waitingUntil } from './reasons';
import { type NextStage, nextStage } from './stage';

/** An invoice with everything that is known about it and its customer. */
export interface InvoiceContext {
  facts: Facts;
  subject: CustomerContext;
  blocks: Blocks;
  invoice: Invoice;
  /** The stage it stands before; null without a due date, without stages, or when the last one is done. */
  next: NextStage | null;
}

/** A rule of the decision. */
export interface Rule {
  name: string;
  /** Why nothing is sent, where the rule does not hold; null where it does. */
  check(context: InvoiceContext): Verdict | null;
  /** What was found, where the rule holds. */
  passes(context: InvoiceContext): string;
}

/** Puts together what the rules look at. */
export function contextOfInvoice(
  facts: Facts,
  subject: CustomerContext,
  blocks: Blocks,
  invoice: Invoice,
): InvoiceContext {
  const completed = facts.history.completed.get(invoice.key) ?? [];
  const next =
    invoice.due === null || invoice.open <= 0
      ? null
      : nextStage(invoice.due, facts.asOf, subject.ladder, subject.segment, completed);
  return { facts, subject, blocks, invoice, next: next && afterPaymentRun(facts, subject, invoice, next) };
}

/** A customer who pays on certain days is not reminded before the first of them after the due date has passed. */
function afterPaymentRun(facts: Facts, subject: CustomerContext, { due }: Invoice, next: NextStage): NextStage {
  const run = parsePaymentRun(facts.customers.get(subject.key)?.paymentRun ?? '');
  if (run === null || 'fault' in run || due === null || next.row.days < 0) return next;
  const paidBy = nextPaymentRun(run, due, (day) => nextBusinessDay(day, subject.closed) === day);
  if (paidBy < next.dueOn) return next;
  const waits = `They pay ${paymentRunInWords(run)}: the first run after the due date is ${shortDay(paidBy, facts.asOf)}.`;
  return { ...next, dueOn: paidBy + 1, waits };
}

/** What a collector would say of a stage. */
function stageInWords({ subject, next }: InvoiceContext): string {
  return next
    ? `Stage ${next.row.stage} of ${subject.ladder.length} for ${subject.segment} (${next.row.tone}, ${next.row.channel})`
    : '';
}

const OWED: Rule = {
  name: 'It is owed',
  check: ({ facts, invoice }) => {
    if (invoice.status === 'draft') return verdict('not-chased', 'draft', 'A draft is not owed yet.');
    if (invoice.status === 'void') return verdict('not-chased', 'void', 'The invoice was voided.');
    if (invoice.open < 0) return verdict('not-chased', 'credit', 'A credit: it reduces what is asked for.');
    if (invoice.open === 0) return verdict('not-chased', 'paid', 'Nothing is open any more.');
    if (!isWithinTolerance(facts, invoice)) return null;
    const message = `${formatMoney(invoice.open, invoice.currency)} is within the tolerance.`;
    return verdict('not-chased', 'below-minimum', message);
  },
  passes: ({ invoice }) => `${formatMoney(invoice.open, invoice.currency)} is open.`,
};

const WITH_US: Rule = {
  name: 'It is still with us',
  check: ({ facts, invoice }) =>
    isHandedOver(facts, invoice) ? verdict('not-chased', 'handed-over', 'It was handed over.') : null,
  passes: () => 'It was not handed over.',
};

const WORTH_ASKING: Rule = {
  name: 'Enough is overdue to ask for',
  check: ({ facts, subject, invoice }) => netCredit(subject, invoice) ?? belowMinimum(facts, subject, invoice),
  passes: ({ subject, invoice: { currency } }) =>
    subject.overdue[currency]
      ? `${formatMoney(subject.overdue[currency] ?? 0, currency)} of this customer is overdue, more than credits and minimum.`
      : 'Nothing is overdue that credits could be set against.',
};

/** Why nothing is asked for where a customer's credits cover all that is overdue. */
export function netCredit(subject: CustomerContext, invoice: Invoice): Verdict | null {
  const credits = subject.credits[invoice.currency] ?? 0;
  const overdue = subject.overdue[invoice.currency] ?? 0;
  if (credits === 0 || !isOverdue(invoice) || credits < overdue) return null;
  const message = `Credits of ${formatMoney(credits, invoice.currency)} cover all that is overdue (${formatMoney(overdue, invoice.currency)}); allocate them first.`;
  return verdict('not-chased', 'net-credit', message);
}

function belowMinimum(facts: Facts, subject: CustomerContext, invoice: Invoice): Verdict | null {
  const minimum = facts.settings.minimums[invoice.currency];
  if (minimum === undefined || !isOverdue(invoice)) return null;
  const overdue = subject.overdue[invoice.currency] ?? 0;
  if (overdue >= toMinor(minimum, invoice.currency)) return null;
  const message = `${formatMoney(overdue, invoice.currency)} overdue is below the minimum for a reminder.`;
  return verdict('not-chased', 'below-minimum', message);
}

const MAY_BE_CONTACTED: Rule = {
  name: 'The customer may be contacted',
  check: ({ blocks, subject }) => blocks.everybody ?? blocks.contact(subject.key),
  passes: () => 'Nothing in AR Customers forbids it.',
};

const OUTCOME_KNOWN: Rule = {
  name: 'It is known what became of the last mail',
  check: ({ blocks, subject }) => blocks.outcome(subject.key),
  passes: () => 'No mail is unconfirmed.',
};

const NOT_ON_HOLD: Rule = {
  name: 'It is not on hold',
  check: ({ blocks, subject, invoice }) => blocks.customerHold(subject.key) ?? blocks.hold(invoice),
  passes: () => 'AR Holds has no hold on it.',
};

const NO_REPLY: Rule = {
  name: 'No answer of theirs waits for ours',
  check: ({ blocks, subject }) => blocks.reply(subject.key),
  passes: () => 'They have not replied within the last days.',
};

const ADDRESS_WORKS: Rule = {
  name: 'Mail reaches them',
  check: ({ blocks, subject }) => blocks.bounce(subject.key),
  passes: () => 'No mail came back from their address.',
};

const NOT_DISPUTED: Rule = {
  name: 'It is not disputed',
  check: ({ blocks, invoice }) => blocks.dispute(invoice),
  passes: ({ blocks, invoice }) => {
    const part = blocks.disputedPart(invoice);
    return part > 0
      ? `Only ${formatMoney(part, invoice.currency)} of it is disputed, and not asked for.`
      : 'No dispute is open.';
  },
};

const NOT_PROMISED: Rule = {
  name: 'No promise is running',
  check: ({ blocks, invoice }) => blocks.promise(invoice),
  passes: () => 'No promise to pay protects it.',
};

const READABLE: Rule = {
  name: 'Its row can be read',
  check: ({ invoice }) => {
    if (invoice.unreadable && invoice.unreadable.length > 0) {
      const cells = invoice.unreadable.map((header) => `"${header}"`).join(', ');
      const message = `${cells} in row ${invoice.row} of the invoice sheet cannot be read; nothing is sent about it until it is mended.`;
      return verdict('needs-fix', 'unreadable-block', message);
    }
    if (invoice.due !== null) return null;
    const message = 'It has no due date, so it is not known when to remind. Fill in the due date in the invoice sheet.';
    return verdict('needs-fix', 'no-due-date', message);
  },
  passes: ({ facts, invoice }) => `Due ${shortDay(invoice.due ?? facts.asOf, facts.asOf)}.`,
};

const HAS_POLICY: Rule = {
  name: 'There are stages for its segment',
  check: ({ subject }) =>
    subject.ladder.length === 0
      ? verdict('not-chased', 'no-policy', `AR Policy has no active stage for ${subject.segment}.`)
      : null,
  passes: ({ subject }) => `${segmentInWords(subject)} ${subject.ladder.length} stages.`,
};

/** A segment with its reason; the reason of a computed segment begins with its name. */
export function segmentInWords({ segment, segmentReason }: CustomerContext): string {
  return segmentReason.startsWith(`${segment}:`) ? segmentReason : `${segment}: ${segmentReason}`;
}

const STAGE_LEFT: Rule = {
  name: 'A stage is left',
  check: ({ next }) =>
    next ? null : verdict('not-chased', 'ladder-finished', 'All stages are done; a person decides what is next.'),
  passes: (context) => `${stageInWords(context)} is next.`,
};

const STAGE_DAY: Rule = {
  name: 'The day of the stage has come',
  check: ({ facts, subject, next }) => {
    if (!next || next.dueOn <= facts.asOf) return null;
    const last = facts.history.lastContact.get(subject.key)?.on ?? null;
    const day = nextBusinessDay(next.dueOn, subject.closed);
    const waits = [waitingUntil(day, next.row.tone, last, facts.asOf), ...(next.waits ? [next.waits] : [])].join(' ');
    return verdict('wait', 'not-due-yet', waits, day);
  },
  passes: ({ facts, next }) => (next ? `It is due since ${shortDay(next.dueOn, facts.asOf)}.` : ''),
};

const CONTACT_GAP: Rule = {
  name: 'The last contact is long enough ago',
  check: ({ facts, subject, next }) => {
    if (!next) return null;
    const last = facts.history.lastContact.get(subject.key);
    const end = gapEnd(facts, subject.key, next.row);
    if (end === null || end <= facts.asOf) return null;
    const day = nextBusinessDay(end, subject.closed);
    if (!last || last.on + Math.max(1, next.row.minimumGap) <= facts.asOf) {
      const waits = waitingUntil(day, next.row.tone, null, facts.asOf);
      return verdict('wait', 'gap', `${waits} Their statement went out today: one mail a day.`, day);
    }
    const message = `${waitingUntil(day, next.row.tone, last.on, facts.asOf)} At least ${next.row.minimumGap} days lie between contacts.`;
    return verdict('wait', 'gap', message, day);
  },
  passes: ({ facts, subject }) => {
    const last = facts.history.lastContact.get(subject.key);
    return last ? `The last contact was ${shortDay(last.on, facts.asOf)}.` : 'There was no contact yet.';
  },
};

/** First day after the contact gap of a stage; null for a task, or when nobody was contacted yet. */
export function gapEnd(facts: Facts, customerKey: string, row: PolicyRow): Day | null {
  if (!isContact(row.channel)) return null;
  const last = facts.history.lastContact.get(customerKey);
  const end = last ? last.on + Math.max(1, row.minimumGap) : null;
  return isSpokenToday(facts, customerKey) ? Math.max(end ?? 0, facts.asOf + 1) : end;
}

/** Whether a word reached the customer today, a statement included. */
export function isSpokenToday({ history, asOf }: Facts, customerKey: string): boolean {
  const contacts = history.contacts.get(customerKey) ?? [];
  return contacts.some(
    ({ on, reached, channel }) => on === asOf && (reached || CHANNELS[channel].reaches === 'surely'),
  );
}

/** Why nothing leaves to a customer today, whatever is due; null on a business day. */
export function closedToday(facts: Facts, subject: CustomerContext): Verdict | null {
  const next = nextBusinessDay(facts.asOf, subject.closed);
  if (next === facts.asOf) return null;
  return verdict('wait', 'not-a-business-day', `Not a business day; due again on ${shortDay(next, facts.asOf)}.`, next);
}

/** The rules about an invoice in the order in which they count. */
export const RULES: readonly Rule[] = [
  OWED,
  WITH_US,
  WORTH_ASKING,
  MAY_BE_CONTACTED,
  OUTCOME_KNOWN,
  NOT_ON_HOLD,
  NO_REPLY,
  ADDRESS_WORKS,
  NOT_DISPUTED,
  NOT_PROMISED,
  READABLE,
  HAS_POLICY,
  STAGE_LEFT,
  STAGE_DAY,
  CONTACT_GAP,
];

/** The verdict of the first rule that does not hold; of two waits for a day the longer one. */
export function judge(context: InvoiceContext): Verdict {
  for (const rule of RULES) {
    const found = rule.check(context);
    if (!found) continue;
    const gap = rule === STAGE_DAY ? CONTACT_GAP.check(context) : null;
    return gap && (gap.nextDate ?? 0) > (found.nextDate ?? 0) ? gap : found;
  }
  const { facts, invoice, next } = context;
  const age = invoice.daysPastDue === null ? '' : ageInWords(invoice.daysPastDue);
  const stage = next ? `Stage ${next.row.stage} (${next.row.tone}) is due: ${age}.` : '';
  return verdict('remind', 'stage-due', stage, facts.asOf);
}
