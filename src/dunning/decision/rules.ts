// The ordered rules of the decision about an invoice: the first that does not hold decides; each says what it found.
import { nextBusinessDay, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import { nextPaymentRun, parsePaymentRun, paymentRunInWords } from '../../receivables/payment-run';
import { segmentWords } from '../../receivables/segment-words';
import type { CompletedStage } from '../history/history-state';
import { CHANNELS, channelSpec, isContact, MAIL } from '../policy/channels';
import { CONTACT_WINDOW } from '../policy/contact-rules';
import { ALL_ANCHORS, type PolicyAnchor, type PolicyRow } from '../policy/policy';
import { isFinal, toneAndChannel, toneInWords } from '../policy/tones';
import { notDelivered } from './contact/deliveries';
import { firstDayFor, whyNoFirmDay } from './contact/firm-days';
import { type CustomerContext, segmentInWords } from './customer-context';
import { earlierFinal } from './debtor/finals';
import { stagesTaken, whyPassed } from './debtor/passed-stages';
import { isOverdue } from './owed';
import { ageInWords, type Verdict, verdict, waitingUntil } from './reasons';
import { NOT_PAID_ANYWAY, soonerForRisk } from './rules/near-payment';
import {
  ASKING,
  DEBTOR_MAY_BE_ASKED,
  type InvoiceContext,
  isBeforePromise,
  isClear,
  isOfInvoice,
  MAY_BE_ASKED,
  MONEY_DECIDED,
  NOT_COLLECTED,
  NOT_DISPUTED,
  NOT_ON_HOLD,
  NOT_PROMISED,
  OURS_TO_ASK,
  OWED,
  payableBy,
  READABLE,
  type Rule,
  STATUS_LETS_IT,
  TO_CUSTOMER,
  WITH_US,
} from './rules/of-invoice';
import { belowMinimum, isLarge } from './rules/small-sums';
import { nextStage, type Step } from './stage';

/** Stages of the ladder only. */
const LADDER: readonly PolicyAnchor[] = ['due'];
const NOTHING_DONE: readonly CompletedStage[] = [];

/** The context of an invoice before the next stage of its customer's ladder. */
export function beforeStage(customer: CustomerContext, invoice: Invoice): InvoiceContext {
  const { facts, segment } = customer;
  const completed = facts.history.completed.get(invoice.key) ?? NOTHING_DONE;
  const due = payableBy(customer, invoice);
  const next =
    due === null || invoice.open <= 0
      ? null
      : nextStage(due, facts.asOf, ladderFor(customer, invoice), segment, completed);
  return {
    customer,
    invoice,
    anchor: 'due',
    step: next && soonerForRisk(customer, invoice, afterPaymentRun(customer, invoice, next)),
  };
}

/** The ladders of a day, of a customer's steps, by whether much is asked for and by what bars a stage. */
const ladders = new WeakMap<readonly PolicyRow[], Map<string, readonly PolicyRow[]>>();

/** The stages that are gone through about an invoice: the same for all whose steps, kind and sums are alike. */
function ladderFor(customer: CustomerContext, invoice: Invoice): readonly PolicyRow[] {
  const { steps, known } = customer;
  const ofSteps = ladders.get(steps.due) ?? new Map<string, readonly PolicyRow[]>();
  if (ofSteps.size === 0) ladders.set(steps.due, ofSteps);
  const isMuch = isLarge(customer, invoice);
  const alike = `${isMuch} ${known?.kind ?? ''} ${known?.creditHold ?? ''}`;
  const made = ofSteps.get(alike);
  if (made) return made;
  const ladder = stagesTaken(stagesOf(customer, invoice), known, isMuch);
  ofSteps.set(alike, ladder);
  return ladder;
}

/** The stages of the ladder for an invoice: a mail that is preferred as a call is none that is passed for little money. */
function stagesOf(customer: CustomerContext, invoice: Invoice): readonly PolicyRow[] {
  const { facts, steps, known } = customer;
  const isPassed = (row: PolicyRow): boolean => whyPassed(row, known, isLarge(customer, invoice)) !== '';
  const written = ({ segment, stage }: PolicyRow): PolicyRow | undefined =>
    facts.policy.find((row) => row.active && row.anchor === 'due' && row.segment === segment && row.stage === stage);
  return steps.due.map((row) => (row.instead === MAIL && isPassed(row) ? (written(row) ?? row) : row));
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
    ? `Step ${step.row.stage} of ${steps.due.length} for ${segmentWords(segment)} (${toneAndChannel(step.row.tone, step.row.channel)})`
    : '';
}

/**
 * A sum below the minimum is not worth a reminder on the day after a missed promise either: what a customer said about
 * it makes it no larger. A statement asks for nothing, so no minimum and no credit keeps it back.
 */
const WORTH_ASKING: Rule = {
  name: 'Enough is overdue to ask for',
  // What is owed to somebody else stands in none of these sums.
  anchors: ASKING.filter((anchor) => anchor !== 'assigned'),
  check: ({ customer, invoice }) => netCredit(customer, invoice) ?? belowMinimum(customer, invoice),
  passes: ({ customer: { overdue }, invoice: { currency } }) =>
    overdue[currency]
      ? `${formatMoney(overdue[currency] ?? 0, currency)} of this customer is overdue, more than credits and minimum.`
      : 'Nothing is overdue that credits could be set against.',
};

/** Whether a customer's credits cover all that is overdue in a currency. */
export function isCovered({ credits, overdue }: CustomerContext, currency: string): boolean {
  return (credits[currency] ?? 0) > 0 && (credits[currency] ?? 0) >= (overdue[currency] ?? 0);
}

/** Why nothing is asked for where a customer's credits cover all that is overdue. */
function netCredit(customer: CustomerContext, invoice: Invoice): Verdict | null {
  const credits = customer.credits[invoice.currency] ?? 0;
  const overdue = customer.overdue[invoice.currency] ?? 0;
  if (!isOverdue(invoice) || !isCovered(customer, invoice.currency)) return null;
  const message = () => {
    const money = (minor: number): string => formatMoney(minor, invoice.currency);
    const covered = `Credits of ${money(credits)} cover all that is overdue (${money(overdue)}); allocate them first.`;
    return credits > overdue
      ? `${covered} The other ${money(credits - overdue)} we owe them: set it against later invoices, or pay it back.`
      : covered;
  };
  return verdict('not-chased', 'net-credit', message);
}

/** No step beside the ladder takes a person's time for little; a stage of the ladder is passed. */
const WORTH_THE_TIME: Rule = {
  name: 'Enough is asked for',
  anchors: ASKING,
  check: ({ customer, invoice, step }) => {
    if (!step || !channelSpec(step.row.channel).isForLargeSums || isLarge(customer, invoice)) return null;
    const message = `Too little is asked for a ${channelSpec(step.row.channel).noun}.`;
    return verdict('not-chased', 'below-minimum', message);
  },
  passes: () => '',
};

const MAY_BE_CONTACTED: Rule = {
  name: 'The customer may be contacted',
  anchors: TO_CUSTOMER,
  check: ({ customer }) => customer.stops.contact,
  passes: () => 'Nothing in AR Customers forbids it.',
};

const OUTCOME_KNOWN: Rule = {
  name: 'The last mail is accounted for',
  anchors: TO_CUSTOMER,
  check: ({ customer }) => customer.stops.outcome,
  passes: () => 'No mail is left of which nobody knows whether it went out.',
};

const NO_REPLY: Rule = {
  name: 'They are not waiting for our answer',
  anchors: TO_CUSTOMER,
  check: (context) => {
    const { stops, blocks, key } = context.customer;
    // A word before a promised day is what they were told to expect.
    return stops.reply ?? (isBeforePromise(context) ? null : blocks.answers.customer(key));
  },
  passes: () => 'They have not replied within the last days.',
};

const ADDRESS_WORKS: Rule = {
  name: 'Mail reaches them',
  anchors: TO_CUSTOMER,
  check: ({ customer }) => customer.stops.bounce,
  passes: () => 'No mail came back from their address.',
};

const DELIVERED: Rule = {
  name: 'The invoice arrived',
  anchors: LADDER,
  check: ({ customer, invoice }) => notDelivered(customer, invoice),
  passes: () => '',
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
  name: 'AR Policy has steps for this customer',
  anchors: LADDER,
  check: ({ customer: { steps, segment } }) =>
    steps.due.length === 0 ? verdict('not-chased', 'no-policy', `AR Policy has no active step for ${segment}.`) : null,
  passes: ({ customer }) => `${segmentInWords(customer)} ${customer.steps.due.length} steps.`,
};

const STAGE_LEFT: Rule = {
  name: 'There is a next step',
  anchors: LADDER,
  check: ({ step }) =>
    step ? null : verdict('not-chased', 'ladder-finished', 'All steps are done; a person decides what is next.'),
  passes: (context) => `${stageInWords(context)} is next.${passedBefore(context)}`,
};

/** The stages that are passed on the way to the next one, and why. */
function passedBefore({ customer, invoice, step }: InvoiceContext): string {
  const done = customer.facts.history.completed.get(invoice.key) ?? NOTHING_DONE;
  const last = Math.max(0, ...done.map(({ stage }) => stage));
  const why = stagesOf(customer, invoice).flatMap((row) => {
    if (!step || row.stage >= step.row.stage || row.stage <= last) return [];
    const clause = whyPassed(row, customer.known, isLarge(customer, invoice));
    return clause === '' ? [] : [` Step ${row.stage} is passed over: ${clause}.`];
  });
  return why.join('');
}

const STAGE_DAY: Rule = {
  name: 'The day of that step has come',
  anchors: TO_CUSTOMER,
  check: ({ customer, step }) => {
    const { facts, last } = customer;
    if (!step || step.dueOn <= facts.asOf) return null;
    const lastOn = last?.on ?? null;
    const day = firstDayFor(customer, step.row, step.dueOn);
    const { asOf } = facts;
    const waits = () => [waitingUntil(day, step.row.tone, lastOn, asOf), ...(step.waits ? [step.waits] : [])].join(' ');
    return verdict('wait', 'not-due-yet', waits, day);
  },
  passes: ({ customer: { facts }, step }) =>
    step ? `It has been due since ${shortDay(step.dueOn, facts.asOf)}.${step.sooner ? ` ${step.sooner}` : ''}` : '',
};

const CONTACT_GAP: Rule = {
  name: 'The last contact is long enough ago',
  anchors: ASKING,
  check: ({ customer, step }) => {
    if (!step || !isContact(step.row.channel)) return null;
    const { facts, last } = customer;
    const gap = Math.max(1, step.row.minimumGap);
    const isInGap = last !== null && last.on + gap > facts.asOf;
    if (!isInGap && !isSpokenToday(customer)) return null;
    const day = firstDayFor(customer, step.row, isInGap ? last.on + gap : facts.asOf + 1);
    const lastOn = isInGap ? last.on : null;
    const message = () => {
      const waits = waitingUntil(day, step.row.tone, lastOn, facts.asOf);
      return lastOn === null
        ? `${waits} Another mail went out to them today: one mail a day.`
        : `${waits} At least ${step.row.minimumGap} days lie between contacts.`;
    };
    return verdict('wait', lastOn === null ? 'one-a-day' : 'gap', message, day);
  },
  passes: ({ customer: { facts, last } }) => {
    return last ? `The last contact was ${shortDay(last.on, facts.asOf)}.` : 'There was no contact yet.';
  },
};

/** Whatever the gaps: so often in thirty days, and no oftener. What is said of a promise is part of that promise. */
const CONTACT_LIMIT: Rule = {
  name: 'They have not heard from us too often',
  anchors: ASKING.filter((anchor) => anchor !== 'promise'),
  check: ({ customer, step }) => {
    const { facts, key, roomFrom } = customer;
    if (roomFrom === null || !step || !isContact(step.row.channel)) return null;
    const day = firstDayFor(customer, step.row, roomFrom);
    const message = () => {
      const last = facts.history.lastContact.get(key)?.on ?? null;
      const most = facts.settings.contactRules?.most;
      return `${waitingUntil(day, step.row.tone, last, facts.asOf)} They heard from us ${most} times within ${CONTACT_WINDOW} days, and no customer hears from us oftener.`;
    };
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
  anchors: ['month', 'issue'],
  check: ({ customer }) => {
    if (!isSpokenToday(customer)) return null;
    const day = nextBusinessDay(customer.facts.asOf + 1, customer.closed);
    return verdict('wait', 'one-a-day', 'They heard from us today: one mail a day.', day);
  },
  passes: () => 'They did not hear from us today.',
};

/** Whether a word reached the customer today, a statement included. */
function isSpokenToday({ facts: { history, asOf }, key, last }: CustomerContext): boolean {
  if (last?.on === asOf) return true;
  return (
    history.contacts
      .get(key)
      ?.some(({ on, reached, channel }) => on === asOf && (reached || CHANNELS[channel].reaches === 'surely')) ?? false
  );
}

const BUSINESS_DAY: Rule = {
  name: 'It is a business day',
  anchors: TO_CUSTOMER,
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
  OURS_TO_ASK,
  WORTH_ASKING,
  MAY_BE_CONTACTED,
  DEBTOR_MAY_BE_ASKED,
  OUTCOME_KNOWN,
  NOT_ON_HOLD,
  STATUS_LETS_IT,
  MONEY_DECIDED,
  NOT_COLLECTED,
  MAY_BE_ASKED,
  NO_REPLY,
  ADDRESS_WORKS,
  DELIVERED,
  NOT_DISPUTED,
  NOT_PROMISED,
  READABLE,
  HAS_DUE_DATE,
  HAS_POLICY,
  STAGE_LEFT,
  WORTH_THE_TIME,
  STAGE_DAY,
  CONTACT_GAP,
  CONTACT_LIMIT,
  EARLIER_FINAL_DONE,
  NOT_WRITTEN_TO_TODAY,
  BUSINESS_DAY,
  FIRM_DAY,
  NOT_PAID_ANYWAY,
];

const BY_ANCHOR: ReadonlyMap<PolicyAnchor, readonly Rule[]> = new Map(
  ALL_ANCHORS.map((anchor) => [anchor, RULES.filter(({ anchors }) => anchors.includes(anchor))]),
);

/** The rules that steps around a day are judged by, in order. @example rulesFor('month')[0].name // 'It is owed' */
export function rulesFor(anchor: PolicyAnchor): readonly Rule[] {
  return BY_ANCHOR.get(anchor) ?? [];
}

/** What is left to ask about an invoice before a step of the ladder where every rule about itself holds. */
const BESIDE_INVOICE = rulesFor('due').filter((rule) => !isOfInvoice(rule));

/** The verdict of the first rule that does not hold; of two waits for a day the longer one. */
export function judge(context: InvoiceContext): Verdict {
  const isPlain = context.anchor === 'due' && isClear(context.customer, context.invoice);
  for (const rule of isPlain ? BESIDE_INVOICE : rulesFor(context.anchor)) {
    const found = rule.check(context);
    if (!found) continue;
    return WAITS.includes(rule) ? longestWait(context, rule, found) : found;
  }
  const { customer, invoice, step } = context;
  return verdict('remind', 'stage-due', step?.reason ?? (() => stageDue(invoice, step)), customer.facts.asOf);
}

/** What waits for a day alone. */
const WAITS: readonly Rule[] = [STAGE_DAY, CONTACT_GAP, CONTACT_LIMIT];

/** @param since the rule that gave the first one: those before it hold */
function longestWait(context: InvoiceContext, since: Rule, first: Verdict): Verdict {
  let longest = first;
  for (const rule of WAITS.slice(WAITS.indexOf(since) + 1)) {
    const found = rule.anchors.includes(context.anchor) ? rule.check(context) : null;
    if (found && (found.nextDate ?? 0) > (longest.nextDate ?? 0)) longest = found;
  }
  return longest;
}

function stageDue({ daysPastDue }: Invoice, step: Step | null): string {
  const age = daysPastDue === null ? '' : ageInWords(daysPastDue);
  const tone = toneInWords(step?.row.tone ?? '');
  return step ? `Step ${step.row.stage}${tone && ` (${tone})`} is due: ${age}.` : '';
}
