// The rules that look at the invoice alone: they also say whether a mail about others shows it.
import { type Day, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { formatMoney } from '../../../receivables/money';
import { ALL_ANCHORS, isOwnWork, type PolicyAnchor } from '../../policy/policy';
import type { CustomerContext } from '../customer-context';
import { type CustomerKind, kindSpec } from '../debtor/kinds';
import { apart, directDebit } from '../debtor/whose-debt';
import { newDateInWords } from '../disputes';
import { paidAtBank } from '../money/money-stops';
import { isHandedOver, isOverdue, isWithinTolerance, nameOf } from '../owed';
import { type Verdict, verdict } from '../reasons';
import type { Step } from '../stage';
import { awaitedUntil, statusStop } from '../status-stop';

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
  /** Why nothing is sent, where the rule does not hold; null where it does. */
  check(context: InvoiceContext): Verdict | null;
  /** What was found, where the rule holds; '' when there is nothing to say. */
  passes(context: InvoiceContext): string;
}

/** All that a customer reads. */
export const TO_CUSTOMER: readonly PolicyAnchor[] = ALL_ANCHORS.filter((anchor) => !isOwnWork(anchor));

/** A statement keeps an account, and an invoice that goes out is not due yet: neither asks; all else asks for money. */
export const ASKING: readonly PolicyAnchor[] = TO_CUSTOMER.filter((anchor) => anchor !== 'month' && anchor !== 'issue');

/** What kind of debtor owes an invoice. */
function kindOf({ facts, key }: CustomerContext, { debtorKey }: Invoice): CustomerKind {
  return facts.customers.get(debtorKey ?? key)?.kind ?? 'business';
}

/** The day up to which an invoice may be paid: its due date, for some debtors or by agreement later. */
export function payableBy(customer: CustomerContext, invoice: Invoice): Day | null {
  const { due } = invoice;
  return due === null ? null : Math.max(due, byLaw(customer, invoice), customer.blocks.newDate(invoice) ?? 0);
}

function byLaw(customer: CustomerContext, invoice: Invoice): Day {
  return invoice.issued === null ? 0 : invoice.issued + kindSpec(kindOf(customer, invoice)).days;
}

/** What was agreed when a dispute was closed, a sentence; '' where the due date stands. */
export function agreedInWords({ blocks, facts }: CustomerContext, invoice: Invoice): string {
  const day = blocks.newDate(invoice);
  return day === null ? '' : newDateInWords(day, facts.asOf);
}

function keptBack(until: Day | null, asOf: Day): Verdict {
  const message =
    until === null
      ? 'The customer keeps it back, and the sheet does not say until when.'
      : `The customer keeps it back until ${shortDay(until, asOf)}; from then on it is owed.`;
  return verdict('not-chased', 'retention', message, until);
}

export const OWED: Rule = {
  name: 'It is owed',
  anchors: TO_CUSTOMER,
  check: ({ customer: { facts }, invoice }) => {
    if (invoice.status === 'draft') return verdict('not-chased', 'draft', 'A draft is not owed yet.');
    if (invoice.status === 'void') return verdict('not-chased', 'void', 'The invoice was voided.');
    if (invoice.status === 'retained') return keptBack(invoice.due, facts.asOf);
    if (invoice.open < 0) return verdict('not-chased', 'credit', 'A credit: it reduces what is asked for.');
    if (invoice.open === 0)
      return paidAtBank(invoice, facts.asOf) ?? verdict('not-chased', 'paid', 'Nothing is open any more.');
    if (!isWithinTolerance(facts, invoice)) return null;
    const message = () => `${formatMoney(invoice.open, invoice.currency)} is within the tolerance.`;
    return verdict('not-chased', 'below-minimum', message);
  },
  passes: ({ invoice }) => `${formatMoney(invoice.open, invoice.currency)} is open.${besideBank(invoice)}`,
};

/** The three figures side by side, where they differ. */
function besideBank({ bank, currency, open }: Invoice): string {
  if (!bank) return '';
  const figures = [bank.inSheet, bank.accepted, open].map((minor) => formatMoney(minor, currency));
  return ` In the sheet ${figures[0]}; bank, not yet booked ${figures[1]}; asked for ${figures[2]}.`;
}

export const OURS_TO_ASK: Rule = {
  name: 'It is ours to ask for',
  anchors: TO_CUSTOMER,
  check: ({ customer: { facts }, invoice, anchor }) => apart(facts, invoice, anchor === 'assigned'),
  passes: () => 'AR Customers names no insolvency from before it, and nobody it was assigned to.',
};

export const WITH_US: Rule = {
  name: 'It was not handed over',
  anchors: TO_CUSTOMER,
  // What was paid too much stays the customer's money with us, whoever collected the invoice.
  check: ({ customer: { facts }, invoice }) =>
    invoice.open > 0 && isHandedOver(facts, invoice)
      ? verdict('not-chased', 'handed-over', 'It was handed over.')
      : null,
  passes: () => 'No lawyer or agency collects it.',
};

export const DEBTOR_MAY_BE_ASKED: Rule = {
  name: 'Nothing keeps back the customer that owes it',
  anchors: TO_CUSTOMER,
  check: ({ customer, invoice }) => customer.blocks.debtor(invoice),
  passes: ({ customer, invoice: { debtorKey } }) =>
    debtorKey === undefined ? '' : `${nameOf(customer.facts, debtorKey)} owes it, and ${customer.name} pays.`,
};

export const NOT_ON_HOLD: Rule = {
  name: 'Reminders are not paused',
  anchors: TO_CUSTOMER,
  check: ({ customer: { stops, blocks }, invoice }) =>
    stops.hold ?? blocks.hold(invoice) ?? blocks.answers.stop(invoice),
  passes: () => 'Neither AR Holds nor a reply pauses it.',
};

export const STATUS_LETS_IT: Rule = {
  name: 'Its status does not stop it',
  anchors: TO_CUSTOMER,
  check: ({ customer: { facts }, invoice }) =>
    statusStop(invoice, facts.asOf, () => awaitedUntil(facts, invoice), facts.today),
  passes: ({ invoice: { status, statusText } }) =>
    statusText
      ? `The status “${statusText}” ${status === 'in-process' ? 'has stood there for five business days' : 'is not known'}; a person reads it before anything leaves.`
      : 'No word in its status says stop.',
};

/** A statement shows the whole account: it waits for every line of its customer. */
export const MONEY_DECIDED: Rule = {
  name: 'No payment at the bank may be for it',
  anchors: TO_CUSTOMER,
  check: ({ customer: { blocks, invoices }, invoice, anchor }) => {
    const own = blocks.money.stop(invoice);
    if (own || anchor !== 'month') return own;
    for (const one of invoices) {
      const found = one.open > 0 ? blocks.money.stop(one) : null;
      if (found) return found;
    }
    return null;
  },
  passes: ({ customer: { blocks }, invoice }) => {
    const [first = ''] = blocks.money.look(invoice);
    return first === '' ? '' : `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
  },
};

export const NOT_COLLECTED: Rule = {
  name: 'No direct debit is on its way',
  anchors: TO_CUSTOMER.filter((anchor) => anchor !== 'issue'),
  check: ({ customer: { facts }, invoice }) => directDebit(facts, invoice),
  passes: ({ customer: { known } }) =>
    known?.paymentMethod ? `Pays by ${known.paymentMethod}: no debit is waited for.` : '',
};

/** Some debtors may pay later than the invoice says, and to some a person gave a new date. */
export const MAY_BE_ASKED: Rule = {
  name: 'The time they were given is over',
  anchors: ASKING,
  check: ({ customer, invoice }) => {
    const until = payableBy(customer, invoice);
    const { asOf } = customer.facts;
    if (until === null || until === invoice.due || until < asOf) return null;
    if (until === customer.blocks.newDate(invoice)) {
      const agreed = () => `${agreedInWords(customer, invoice)}; nothing is asked for before that day has passed.`;
      return verdict('blocked', 'not-due-yet', agreed, until + 1);
    }
    if (!isOverdue(invoice)) return null;
    const kind = kindOf(customer, invoice);
    const message = () =>
      `A ${kind} has ${kindSpec(kind).days} days from the invoice date, up to ${shortDay(until, asOf)}; nothing is asked for before.`;
    return verdict('blocked', 'not-due-yet', message, until + 1);
  },
  passes: ({ customer, invoice }) => {
    const agreed = agreedInWords(customer, invoice);
    return agreed && `${agreed}; reminders count from it, the age from the due date.`;
  },
};

export const NOT_DISPUTED: Rule = {
  name: 'It is not disputed',
  anchors: TO_CUSTOMER,
  check: ({ customer: { blocks }, invoice }) => blocks.dispute(invoice),
  passes: ({ customer: { blocks }, invoice }) => {
    const part = blocks.disputedPart(invoice);
    return part > 0
      ? `Only ${formatMoney(part, invoice.currency)} of it is disputed, and not asked for.`
      : 'No dispute is open.';
  },
};

/** A word before a promised day is about the promise, so a running promise does not stop it; one that cannot be read does. */
export const NOT_PROMISED: Rule = {
  name: 'No promise is running',
  anchors: TO_CUSTOMER,
  check: (context) => {
    const stop = context.customer.blocks.promise(context.invoice);
    return isBeforePromise(context) && stop?.reasons[0]?.code === 'promised' ? null : stop;
  },
  passes: (context) =>
    isBeforePromise(context) ? 'A promise runs, and this is a word about it.' : 'No promise to pay protects it.',
};

/** Whether it is a word ahead of a promised day. */
export function isBeforePromise({ anchor, step }: InvoiceContext): boolean {
  return anchor === 'promise' && step !== null && step.row.days < 0;
}

export const READABLE: Rule = {
  name: 'Its row can be read',
  anchors: TO_CUSTOMER,
  check: ({ invoice: { unreadable = [], row } }) => {
    if (unreadable.length === 0) return null;
    const cells = unreadable.map((header) => `"${header}"`).join(', ');
    const message = `${cells} in row ${row} of the invoice sheet cannot be read; nothing is sent about it until it is mended.`;
    return verdict('needs-fix', 'unreadable-block', message);
  },
  passes: () => 'Every cell that counts can be read.',
};

/** All of them, in the order in which they count. */
const OF_INVOICE: readonly Rule[] = [
  OWED,
  WITH_US,
  OURS_TO_ASK,
  DEBTOR_MAY_BE_ASKED,
  NOT_ON_HOLD,
  STATUS_LETS_IT,
  MONEY_DECIDED,
  NOT_COLLECTED,
  MAY_BE_ASKED,
  NOT_DISPUTED,
  NOT_PROMISED,
  READABLE,
];

const BY_ANCHOR: ReadonlyMap<PolicyAnchor, readonly Rule[]> = new Map(
  ALL_ANCHORS.map((anchor) => [anchor, OF_INVOICE.filter(({ anchors }) => anchors.includes(anchor))]),
);

/** By customer: whether nothing in these rules keeps an invoice from a step of the ladder. */
const clear = new WeakMap<CustomerContext, Map<Invoice, boolean>>();

/**
 * Whether every rule about the invoice alone holds for a step of the ladder, whichever it is: the decision, the sums and what
 * a mail shows all ask, of each invoice, and it is looked up once.
 */
export function isClear(customer: CustomerContext, invoice: Invoice): boolean {
  const ofCustomer = clear.get(customer) ?? new Map<Invoice, boolean>();
  if (ofCustomer.size === 0) clear.set(customer, ofCustomer);
  const known = ofCustomer.get(invoice);
  if (known !== undefined) return known;
  const context: InvoiceContext = { customer, invoice, anchor: 'due', step: null };
  const found = (BY_ANCHOR.get('due') ?? []).every((rule) => rule.check(context) === null);
  ofCustomer.set(invoice, found);
  return found;
}

/** Whether a rule is one of those. */
export function isOfInvoice(rule: Rule): boolean {
  return OF_INVOICE.includes(rule);
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
  if (anchor === 'due' && isClear(context.customer, invoice)) return true;
  let block: Verdict | null = null;
  for (const rule of BY_ANCHOR.get(anchor) ?? []) {
    const found = rule.check(context);
    if (!found) continue;
    const code = found.reasons[0]?.code;
    if (found.decision === 'blocked') block ??= found;
    else if (code !== 'credit' && !(isStatement && code === 'below-minimum')) return false;
  }
  // A block stops asking: what asks for nothing is shown all the same.
  if (!block || isStatement || invoice.open < 0) return true;
  return block.reasons[0]?.code === 'disputed' && block.nextDate === null;
}
