// The ordered rules of the decision about an invoice: the first that does not hold decides; each says what it found.
import { type Day, nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, toMinor } from '../../receivables/money';
import { nextPaymentRun, parsePaymentRun, paymentRunInWords } from '../../receivables/payment-run';
import type { CompletedStage } from '../history/history-state';
import { CHANNELS, isContact } from '../policy/channels';
import { CONTACT_WINDOW } from '../policy/contact-rules';
import { ANCHORS, type PolicyAnchor } from '../policy/policy';
import { isFinal } from '../policy/tones';
import { freeFrom } from './contact/contact-limit';
import { firstDayFor, whyNoFirmDay } from './contact/firm-days';
import { type CustomerContext, segmentInWords } from './customer-context';
import { earlierFinal, openLadder } from './debtor/finals';
import { isHandedOver, isOverdue, isWithinTolerance } from './owed';
import { ageInWords, type Verdict, verdict, waitingUntil } from './reasons';
import { nextStage, type Step } from './stage';
import { statusStop } from './status-stop';

/** An invoice and the step it is judged for, with everything that is known about its customer. */
export interface InvoiceContext {
  customer: CustomerContext;
  invoice: Invoice;
  /** What the step counts from: says which rules it is judged by. */
  anchor: PolicyAnchor;
  /** The step it stands before; null without a due date, without stages, or when the last one is done. */
  step: Step | null;
}

/** A rule of the decision. */
export interface Rule {
  name: string;
  /** Around which days it holds. */
  anchors: readonly PolicyAnchor[];
  /** Whether it looks at the invoice alone: then it also says whether a mail about others shows it. */
  isOfInvoice?: true;
  /** Why nothing is sent, where the rule does not hold; null where it does. */
  check(context: InvoiceContext): Verdict | null;
  /** What was found, where the rule holds; '' when there is nothing to say. */
  passes(context: InvoiceContext): string;
}

/** Stages of the ladder only. */
const LADDER: readonly PolicyAnchor[] = ['due'];
/** A statement keeps an account and asks for nothing; all else asks for money. */
const ASKING: readonly PolicyAnchor[] = ANCHORS.filter((anchor) => anchor !== 'month');

const NOTHING_DONE: readonly CompletedStage[] = [];

/** The context of an invoice before the next stage of its customer's ladder. */
export function beforeStage(customer: CustomerContext, invoice: Invoice): InvoiceContext {
  const { facts, steps, segment, key } = customer;
  const completed = facts.history.completed.get(invoice.key) ?? NOTHING_DONE;
  const next =
    invoice.due === null || invoice.open <= 0
      ? null
      : nextStage(invoice.due, facts.asOf, openLadder(steps.due, facts.customers.get(key)), segment, completed);
  return { customer, invoice, anchor: 'due', step: next && afterPaymentRun(customer, invoice, next) };
}

/** The context of an invoice before a step around another day. */
export function beforeStep(customer: CustomerContext, invoice: Invoice, step: Step): InvoiceContext {
  return { customer, invoice, anchor: step.row.anchor, step };
}

/** A customer who pays on certain days is not reminded before the first of them after the due date has passed. */
function afterPaymentRun({ facts, key, closed }: CustomerContext, { due }: Invoice, next: Step): Step {
  const written = facts.customers.get(key)?.paymentRun ?? '';
  const run = written === '' ? null : parsePaymentRun(written);
  if (run === null || 'fault' in run || due === null || next.row.days < 0) return next;
  const paidBy = nextPaymentRun(run, due, (day) => nextBusinessDay(day, closed) === day);
  if (paidBy < next.dueOn) return next;
  const waits = `They pay ${paymentRunInWords(run)}: the first run after the due date is ${shortDay(paidBy, facts.asOf)}.`;
  return { ...next, dueOn: paidBy + 1, waits };
}

/** What a collector would say of a stage. */
function stageInWords({ customer: { steps, segment }, step }: InvoiceContext): string {
  return step
    ? `Stage ${step.row.stage} of ${steps.due.length} for ${segment} (${step.row.tone}, ${step.row.channel})`
    : '';
}

function keptBack(until: Day | null, asOf: Day): Verdict {
  const message =
    until === null
      ? 'The customer keeps it back, and the sheet does not say until when.'
      : `The customer keeps it back until ${shortDay(until, asOf)}; from then on it is owed.`;
  return verdict('not-chased', 'retention', message, until);
}

const OWED: Rule = {
  name: 'It is owed',
  anchors: ANCHORS,
  isOfInvoice: true,
  check: ({ customer: { facts }, invoice }) => {
    if (invoice.status === 'draft') return verdict('not-chased', 'draft', 'A draft is not owed yet.');
    if (invoice.status === 'void') return verdict('not-chased', 'void', 'The invoice was voided.');
    if (invoice.status === 'retained') return keptBack(invoice.due, facts.asOf);
    if (invoice.open < 0) return verdict('not-chased', 'credit', 'A credit: it reduces what is asked for.');
    if (invoice.open === 0) return verdict('not-chased', 'paid', 'Nothing is open any more.');
    if (!isWithinTolerance(facts, invoice)) return null;
    const message = () => `${formatMoney(invoice.open, invoice.currency)} is within the tolerance.`;
    return verdict('not-chased', 'below-minimum', message);
  },
  passes: ({ invoice }) => `${formatMoney(invoice.open, invoice.currency)} is open.`,
};

const WITH_US: Rule = {
  name: 'It is still with us',
  anchors: ANCHORS,
  isOfInvoice: true,
  // What was paid too much stays the customer's money with us, whoever collected the invoice.
  check: ({ customer: { facts }, invoice }) =>
    invoice.open > 0 && isHandedOver(facts, invoice)
      ? verdict('not-chased', 'handed-over', 'It was handed over.')
      : null,
  passes: () => 'It was not handed over.',
};

/**
 * A sum below the minimum is not worth a reminder on the day after a missed promise either: what a customer said about
 * it makes it no larger. A statement asks for nothing, so no minimum and no credit keeps it back.
 */
const WORTH_ASKING: Rule = {
  name: 'Enough is overdue to ask for',
  anchors: ASKING,
  check: ({ customer, invoice }) => netCredit(customer, invoice) ?? belowMinimum(customer, invoice),
  passes: ({ customer: { overdue }, invoice: { currency } }) =>
    overdue[currency]
      ? `${formatMoney(overdue[currency] ?? 0, currency)} of this customer is overdue, more than credits and minimum.`
      : 'Nothing is overdue that credits could be set against.',
};

/** Why nothing is asked for where a customer's credits cover all that is overdue. */
function netCredit(customer: CustomerContext, invoice: Invoice): Verdict | null {
  const credits = customer.credits[invoice.currency] ?? 0;
  const overdue = customer.overdue[invoice.currency] ?? 0;
  if (credits === 0 || !isOverdue(invoice) || credits < overdue) return null;
  const message = () =>
    `Credits of ${formatMoney(credits, invoice.currency)} cover all that is overdue (${formatMoney(overdue, invoice.currency)}); allocate them first.`;
  return verdict('not-chased', 'net-credit', message);
}

function belowMinimum(customer: CustomerContext, invoice: Invoice): Verdict | null {
  const minimum = customer.facts.settings.minimums[invoice.currency];
  if (minimum === undefined || !isOverdue(invoice)) return null;
  const overdue = customer.overdue[invoice.currency] ?? 0;
  if (overdue >= toMinor(minimum, invoice.currency)) return null;
  const message = () => `${formatMoney(overdue, invoice.currency)} overdue is below the minimum for a reminder.`;
  return verdict('not-chased', 'below-minimum', message);
}

const MAY_BE_CONTACTED: Rule = {
  name: 'The customer may be contacted',
  anchors: ANCHORS,
  check: ({ customer }) => customer.stops.contact,
  passes: () => 'Nothing in AR Customers forbids it.',
};

const OUTCOME_KNOWN: Rule = {
  name: 'It is known what became of the last mail',
  anchors: ANCHORS,
  check: ({ customer }) => customer.stops.outcome,
  passes: () => 'No mail is unconfirmed.',
};

const NOT_ON_HOLD: Rule = {
  name: 'Reminders are not paused',
  anchors: ANCHORS,
  isOfInvoice: true,
  check: ({ customer, invoice }) => customer.stops.hold ?? customer.blocks.hold(invoice),
  passes: () => 'AR Holds has no pause for it.',
};

const STATUS_LETS_IT: Rule = {
  name: 'Its status does not stop it',
  anchors: ANCHORS,
  isOfInvoice: true,
  check: ({ customer: { facts }, invoice }) => statusStop(invoice, facts.asOf),
  passes: ({ invoice: { statusText } }) =>
    statusText
      ? `The status “${statusText}” is not known; a person reads it before anything leaves.`
      : 'No word in its status says stop.',
};

const NO_REPLY: Rule = {
  name: 'No answer of theirs waits for ours',
  anchors: ANCHORS,
  check: ({ customer }) => customer.stops.reply,
  passes: () => 'They have not replied within the last days.',
};

const ADDRESS_WORKS: Rule = {
  name: 'Mail reaches them',
  anchors: ANCHORS,
  check: ({ customer }) => customer.stops.bounce,
  passes: () => 'No mail came back from their address.',
};

const NOT_DISPUTED: Rule = {
  name: 'It is not disputed',
  anchors: ANCHORS,
  isOfInvoice: true,
  check: ({ customer: { blocks }, invoice }) => blocks.dispute(invoice),
  passes: ({ customer: { blocks }, invoice }) => {
    const part = blocks.disputedPart(invoice);
    return part > 0
      ? `Only ${formatMoney(part, invoice.currency)} of it is disputed, and not asked for.`
      : 'No dispute is open.';
  },
};

/** A word before a promised day is about the promise, so a running promise does not stop it; one that cannot be read does. */
const NOT_PROMISED: Rule = {
  name: 'No promise is running',
  anchors: ANCHORS,
  isOfInvoice: true,
  check: (context) => {
    const stop = context.customer.blocks.promise(context.invoice);
    return isBeforePromise(context) && stop?.reasons[0]?.code === 'promised' ? null : stop;
  },
  passes: (context) =>
    isBeforePromise(context) ? 'A promise runs, and this is a word about it.' : 'No promise to pay protects it.',
};

function isBeforePromise({ anchor, step }: InvoiceContext): boolean {
  return anchor === 'promise' && step !== null && step.row.days < 0;
}

const READABLE: Rule = {
  name: 'Its row can be read',
  anchors: ANCHORS,
  isOfInvoice: true,
  check: ({ invoice: { unreadable = [], row } }) => {
    if (unreadable.length === 0) return null;
    const cells = unreadable.map((header) => `"${header}"`).join(', ');
    const message = `${cells} in row ${row} of the invoice sheet cannot be read; nothing is sent about it until it is mended.`;
    return verdict('needs-fix', 'unreadable-block', message);
  },
  passes: () => 'Every cell that counts can be read.',
};

const HAS_DUE_DATE: Rule = {
  name: 'It has a due date',
  anchors: LADDER,
  check: ({ invoice }) => {
    if (invoice.due !== null) return null;
    const message = 'It has no due date, so it is not known when to remind. Fill in the due date in the invoice sheet.';
    return verdict('needs-fix', 'no-due-date', message);
  },
  passes: ({ customer: { facts }, invoice }) => `Due ${shortDay(invoice.due ?? facts.asOf, facts.asOf)}.`,
};

const HAS_POLICY: Rule = {
  name: 'There are stages for its segment',
  anchors: LADDER,
  check: ({ customer: { steps, segment } }) =>
    steps.due.length === 0 ? verdict('not-chased', 'no-policy', `AR Policy has no active stage for ${segment}.`) : null,
  passes: ({ customer }) => `${segmentInWords(customer)} ${customer.steps.due.length} stages.`,
};

const STAGE_LEFT: Rule = {
  name: 'A stage is left',
  anchors: LADDER,
  check: ({ step }) =>
    step ? null : verdict('not-chased', 'ladder-finished', 'All stages are done; a person decides what is next.'),
  passes: (context) => `${stageInWords(context)} is next.`,
};

const STAGE_DAY: Rule = {
  name: 'The day of the stage has come',
  anchors: ANCHORS,
  check: ({ customer, step }) => {
    const { facts, key } = customer;
    if (!step || step.dueOn <= facts.asOf) return null;
    const last = facts.history.lastContact.get(key)?.on ?? null;
    const day = firstDayFor(customer, step.row, step.dueOn);
    const { asOf } = facts;
    const waits = () => [waitingUntil(day, step.row.tone, last, asOf), ...(step.waits ? [step.waits] : [])].join(' ');
    return verdict('wait', 'not-due-yet', waits, day);
  },
  passes: ({ customer: { facts }, step }) => (step ? `It is due since ${shortDay(step.dueOn, facts.asOf)}.` : ''),
};

const CONTACT_GAP: Rule = {
  name: 'The last contact is long enough ago',
  anchors: ASKING,
  check: ({ customer, step }) => {
    if (!step || !isContact(step.row.channel)) return null;
    const { facts, key } = customer;
    const last = facts.history.lastContact.get(key);
    const gap = Math.max(1, step.row.minimumGap);
    const isInGap = last !== undefined && last.on + gap > facts.asOf;
    if (!isInGap && !isSpokenToday(customer)) return null;
    const day = firstDayFor(customer, step.row, isInGap ? last.on + gap : facts.asOf + 1);
    const lastOn = isInGap ? last.on : null;
    const message = () => {
      const waits = waitingUntil(day, step.row.tone, lastOn, facts.asOf);
      return lastOn === null
        ? `${waits} Their statement went out today: one mail a day.`
        : `${waits} At least ${step.row.minimumGap} days lie between contacts.`;
    };
    return verdict('wait', 'gap', message, day);
  },
  passes: ({ customer: { facts, key } }) => {
    const last = facts.history.lastContact.get(key);
    return last ? `The last contact was ${shortDay(last.on, facts.asOf)}.` : 'There was no contact yet.';
  },
};

/** Whatever the gaps: so often in thirty days, and no oftener. What is said of a promise is part of that promise. */
const CONTACT_LIMIT: Rule = {
  name: 'They have not heard from us too often',
  anchors: ASKING.filter((anchor) => anchor !== 'promise'),
  check: ({ customer, step }) => {
    const { facts, key } = customer;
    const { contactRules } = facts.settings;
    if (!contactRules || !step || !isContact(step.row.channel)) return null;
    const last = facts.history.lastContact.get(key)?.on ?? null;
    // Of most customers nobody needs to count anything.
    if (last === null || last <= facts.asOf - CONTACT_WINDOW) return null;
    const free = freeFrom(facts.history.contacts.get(key) ?? [], contactRules.most, facts.asOf);
    if (free <= facts.asOf) return null;
    const day = firstDayFor(customer, step.row, free);
    const message = () =>
      `${waitingUntil(day, step.row.tone, last, facts.asOf)} They heard from us ${contactRules.most} times within ${CONTACT_WINDOW} days, and no customer hears from us oftener.`;
    return verdict('wait', 'contact-limit', message, day);
  },
  passes: ({ customer: { facts } }) =>
    facts.settings.contactRules
      ? `Fewer than ${facts.settings.contactRules.most} contacts reached them within ${CONTACT_WINDOW} days.`
      : '',
};

const EARLIER_FINAL_DONE: Rule = {
  name: 'What an earlier final reminder announced was done',
  anchors: LADDER,
  check: ({ customer, invoice, step }) => step && earlierFinal(customer, invoice, step.row),
  passes: ({ step }) => (step && isFinal(step.row.tone) ? 'No task behind an earlier one is left undone.' : ''),
};

/** A statement is account-keeping: it keeps no gap, but two mails on one day are one too many. */
const NOT_WRITTEN_TO_TODAY: Rule = {
  name: 'Nothing went out to them today',
  anchors: ['month'],
  check: ({ customer }) => {
    if (!isSpokenToday(customer)) return null;
    const day = nextBusinessDay(customer.facts.asOf + 1, customer.closed);
    return verdict('wait', 'gap', 'They heard from us today: one mail a day.', day);
  },
  passes: () => 'They did not hear from us today.',
};

/** Whether a word reached the customer today, a statement included. */
function isSpokenToday({ facts: { history, asOf }, key }: CustomerContext): boolean {
  return (
    history.contacts
      .get(key)
      ?.some(({ on, reached, channel }) => on === asOf && (reached || CHANNELS[channel].reaches === 'surely')) ?? false
  );
}

const BUSINESS_DAY: Rule = {
  name: 'It is a business day',
  anchors: ANCHORS,
  check: ({ customer: { facts, closed } }) => {
    const next = nextBusinessDay(facts.asOf, closed);
    if (next === facts.asOf) return null;
    const message = () => `Not a business day; due again on ${shortDay(next, facts.asOf)}.`;
    return verdict('wait', 'not-a-business-day', message, next);
  },
  passes: () => 'Mail goes out to them today.',
};

const FIRM_DAY: Rule = {
  name: 'It is a day for such a word',
  anchors: ASKING,
  check: ({ customer, step }) => {
    const { asOf } = customer.facts;
    const next = step ? firstDayFor(customer, step.row, asOf) : asOf;
    if (next === asOf) return null;
    const message = () =>
      `${whyNoFirmDay(asOf)}, and firm words go out when somebody is there to answer: on ${shortDay(next, asOf)}.`;
    return verdict('wait', 'firm-day', message, next);
  },
  passes: () => '',
};

/** The rules about an invoice in the order in which they count. */
const RULES: readonly Rule[] = [
  OWED,
  WITH_US,
  WORTH_ASKING,
  MAY_BE_CONTACTED,
  OUTCOME_KNOWN,
  NOT_ON_HOLD,
  STATUS_LETS_IT,
  NO_REPLY,
  ADDRESS_WORKS,
  NOT_DISPUTED,
  NOT_PROMISED,
  READABLE,
  HAS_DUE_DATE,
  HAS_POLICY,
  STAGE_LEFT,
  STAGE_DAY,
  CONTACT_GAP,
  CONTACT_LIMIT,
  EARLIER_FINAL_DONE,
  NOT_WRITTEN_TO_TODAY,
  BUSINESS_DAY,
  FIRM_DAY,
];

const BY_ANCHOR: ReadonlyMap<PolicyAnchor, readonly Rule[]> = new Map(
  ANCHORS.map((anchor) => [anchor, RULES.filter(({ anchors }) => anchors.includes(anchor))]),
);

/** The rules that steps around a day are judged by, in order. @example rulesFor('month')[0].name // 'It is owed' */
export function rulesFor(anchor: PolicyAnchor): readonly Rule[] {
  return BY_ANCHOR.get(anchor) ?? [];
}

/** The verdict of the first rule that does not hold; of two waits for a day the longer one. */
export function judge(context: InvoiceContext): Verdict {
  for (const rule of rulesFor(context.anchor)) {
    const found = rule.check(context);
    if (!found) continue;
    return WAITS.includes(rule) ? longestWait(context, found) : found;
  }
  const { customer, invoice, step } = context;
  return verdict('remind', 'stage-due', step?.reason ?? (() => stageDue(invoice, step)), customer.facts.asOf);
}

/** What waits for a day alone. */
const WAITS: readonly Rule[] = [STAGE_DAY, CONTACT_GAP, CONTACT_LIMIT];

function longestWait(context: InvoiceContext, first: Verdict): Verdict {
  const own = WAITS.filter(({ anchors }) => anchors.includes(context.anchor));
  return own.reduce((longest, rule) => {
    const found = rule.check(context);
    return found && (found.nextDate ?? 0) > (longest.nextDate ?? 0) ? found : longest;
  }, first);
}

function stageDue({ daysPastDue }: Invoice, step: Step | null): string {
  const age = daysPastDue === null ? '' : ageInWords(daysPastDue);
  return step ? `Stage ${step.row.stage} (${step.row.tone}) is due: ${age}.` : '';
}

/**
 * Whether a mail shows an invoice that it does not ask for: by the same rules, as far as they look at the invoice alone.
 * A reminder shows what is overdue, credits, and what is in open dispute apart; one closed lately protects it up to a day.
 * A statement shows the whole account, blocked or small. Neither shows what is with somebody else, or cannot be read.
 */
export function isShown(context: InvoiceContext): boolean {
  const { anchor, invoice } = context;
  const isStatement = anchor === 'month';
  if (!isStatement && invoice.open > 0 && !isOverdue(invoice)) return false;
  let block: Verdict | null = null;
  for (const rule of rulesFor(anchor)) {
    const found = rule.isOfInvoice ? rule.check(context) : null;
    if (!found) continue;
    const code = found.reasons[0]?.code;
    if (found.decision === 'blocked') block ??= found;
    else if (code !== 'credit' && !(isStatement && code === 'below-minimum')) return false;
  }
  // A block stops asking: what asks for nothing is shown all the same.
  if (!block || isStatement || invoice.open < 0) return true;
  return block.reasons[0]?.code === 'disputed' && block.nextDate === null;
}
