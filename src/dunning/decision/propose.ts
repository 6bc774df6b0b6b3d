// One reminder for one customer: which invoice leads it, what it lists, whom it goes to, what a person should look at.
import { isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { addTo, formatMoney, type Totals } from '../../receivables/money';
import { needsTwo, TWO_PEOPLE } from '../approval/second-approval';
import type { ReminderFacts, ReminderLineFacts } from '../history/events';
import { AFTER_GAP } from '../history/history';
import { askedOn } from '../letter/headline';
import { CHANNELS, isContact, isReadByCustomer, isSentByUs, MAIL } from '../policy/channels';
import type { PolicyRow } from '../policy/policy';
import { type PurposeTexts, wordOf } from '../policy/purposes';
import { isFinal } from '../policy/tones';
import type { AnchoredStep } from './anchored-steps';
import { comesAlong } from './contact/comes-along';
import { cutToFit } from './contact/cut-to-fit';
import { withoutDocument } from './contact/deliveries';
import { silentMailbox } from './contact/silent-mailbox';
import { insteadOf, type SpokenStage, spokenStage } from './contact/spoken';
import { lookOf, reasonsOf, said } from './contact/why-and-look';
import { type CustomerContext, type DueInvoice, segmentInWords } from './customer-context';
import { missingForFinal } from './debtor/finals';
import { isBarred } from './debtor/kinds';
import { ORDER_NUMBER_FIRST, orderNumberFirst } from './debtor/order-number';
import { otherAddress } from './identity/other-address';
import { renamedStop } from './identity/renamed';
import { leadOf } from './lead';
import { languageOf, ownLanguage } from './letter-language';
import { callFirst } from './money/call-first';
import { loweredBy } from './money/money-stops';
import { isOverdue, nameOf } from './owed';
import type { Reason } from './reasons';
import { type Recipients, recipientsOf } from './recipients';
import { beforeStep, isCovered } from './rules';
import { isShown } from './rules/of-invoice';

/** What may be asked for now, beside what else is overdue. */
export interface Claims {
  /** Invoices whose own next stage is due; at least one. */
  due: readonly DueInvoice[];
  /** All that is overdue and not given up. */
  chased: readonly Invoice[];
  /** Those that wait for their day alone: every rule about the invoice itself holds. */
  waiting: ReadonlySet<Invoice>;
}

/** What must be mended before a reminder can leave. */
export interface Fix {
  code: string;
  message: string;
}

/** A reminder that is found and not yet composed: many are only counted, and wait for another day. */
export interface Prospect {
  customerKey: string;
  anchor: PolicyRow['anchor'];
  channel: PolicyRow['channel'];
  /** Why it is spoken otherwise than its row says. */
  otherwise: readonly Reason[];
  /** Null when nothing keeps it from leaving. */
  fix: Fix | null;
  /** The invoices it shows, the oldest first. */
  listed(): readonly Invoice[];
  /** What it asks for, minor units by currency. */
  asked(): Totals;
  /** @param inBrief without what only people read of it: reasons, and what to look at */
  compose(inBrief?: boolean): ReminderFacts;
}

/** What the two kinds of reminder differ in. */
interface Draft {
  anchor: PolicyRow['anchor'];
  subject: string;
  row: PolicyRow;
  /** The row whose words are used: a stronger one where the tone must not fall. */
  spoken: PolicyRow;
  otherwise: readonly Reason[];
  stages: number;
  lead: Invoice;
  /** What it shows beside the lead, in any order and number. */
  shown(): Invoice[];
  /** The stage an invoice on it goes through. */
  stageOf(key: string): ReminderLineFacts['stage'];
  /** Which of the invoices go through a stage that they went through before. */
  again(): string[];
  /** @param asks what its mail asks for, net of credits it sets off, minor units by currency */
  words(lines: readonly ReminderLineFacts[], asks: Totals): Pick<ReminderFacts, 'reasons'> & { look: string[] };
}

/**
 * Proposes the reminder of a customer whose invoices are due for their next stage.
 * @param claims what is due, and what else is overdue
 * @returns null when what is due is too little to lead: it waits for the rest
 */
export function proposeReminder(customer: CustomerContext, { due, chased, waiting }: Claims): Prospect | null {
  const { facts, key } = customer;
  const lead = leadOf(due, chased, facts.history);
  if (!lead) return null;
  const asksFirst = facts.history.askFirst.has(key);
  const told: SpokenStage = asksFirst
    ? { row: oldBalance(lead.stage, facts.purposeTexts), standsIn: true, completes: () => false, reasons: [] }
    : (callFirst(customer, lead) ?? spokenStage(customer, lead));
  const orderNumber = asksFirst || told.row !== lead.stage ? null : orderNumberFirst(customer, lead);
  const spoken: SpokenStage = orderNumber
    ? { ...told, row: orderNumber, reasons: [...told.reasons, NO_ORDER_NUMBER], look: ORDER_NUMBER_FIRST }
    : told;
  // Asking whether a balance is right completes no stage: the ladder begins behind it. Nor does a word before a firmer one.
  const completes = due.filter(({ stage }) => spoken.completes(stage));
  const about = new Set(asksFirst ? [lead.invoice] : due.map(({ invoice }) => invoice));
  // Nothing is asked for in another currency in which credits cover all: its credits are allocated first.
  const isOther = ({ currency }: Invoice): boolean =>
    currency !== lead.invoice.currency && isCovered(customer, currency);
  return prospectOf(customer, {
    anchor: 'due',
    subject: '',
    row: spoken.standsIn ? spoken.row : lead.stage,
    spoken: spoken.row,
    otherwise: spoken.reasons,
    stages: customer.steps.due.length,
    lead: lead.invoice,
    shown: () =>
      withOwnCredits(
        customer,
        customer.invoices.filter(
          (one) =>
            about.has(one) ||
            (waiting.has(one)
              ? isOverdue(one)
              : !isOther(one) && isShown({ customer, invoice: one, anchor: 'due', step: null })),
        ),
      ),
    stageOf: (key) => {
      const one = completes.find(({ invoice }) => invoice.key === key);
      return one ? { stage: one.stage.stage, days: one.stage.days } : null;
    },
    again: () => completes.filter((one) => comesAgain(customer, one)).map(({ invoice }) => invoice.key),
    words: (lines, asks) => ({
      reasons: reasonsOf(customer, lead, due, asksFirst),
      look: [
        said(spoken.look || null, asksFirst && 'an old balance: ask first'),
        lookOf(customer, spoken.row, asks, lines),
      ].flat(),
    }),
  });
}

/**
 * What a mail shows without the credits of a firm that it asks for less than those: who pays for several firms does not
 * set a credit of one against what another owes.
 */
function withOwnCredits({ blocks }: CustomerContext, shown: Invoice[]): Invoice[] {
  if (shown.every(({ debtorKey }) => debtorKey === undefined)) return shown;
  const firmOf = ({ debtorKey, customerKey, currency }: Invoice): string => `${debtorKey ?? customerKey}|${currency}`;
  const left: Totals = {};
  for (const one of shown) {
    if (one.open < 0) addTo(left, firmOf(one), one.open);
    else if (isOverdue(one)) addTo(left, firmOf(one), one.open - Math.max(0, blocks.disputedPart(one)));
  }
  return shown.filter((one) => one.open >= 0 || (left[firmOf(one)] ?? 0) >= 0);
}

const NO_ORDER_NUMBER: Reason = {
  code: 'stage-due',
  message: 'It is paid against an order number, and the invoice sheet has none: that is asked for first.',
};

/** The first word about an old balance is a question, whatever stage is due. */
function oldBalance(stage: PolicyRow, texts: PurposeTexts): PolicyRow {
  return {
    ...stage,
    channel: MAIL,
    purpose: 'old balance',
    template: texts['old balance'],
    to: ['billing'],
    cc: [],
    sending: 'review',
    tone: 'neutral',
  };
}

/**
 * Proposes a step around a promise, a month or a discount.
 * @param asked what it asks for, the oldest first; a statement shows the rest of the account beside it
 */
export function proposeStep(
  customer: CustomerContext,
  step: AnchoredStep,
  asked: readonly [Invoice, ...Invoice[]],
): Prospect {
  const { row } = step;
  const [lead] = asked;
  return prospectOf(customer, {
    anchor: row.anchor,
    subject: step.subject,
    row,
    spoken: row,
    otherwise: insteadOf(row),
    stages: step.steps,
    lead,
    shown: () =>
      row.anchor === 'month'
        ? customer.invoices.filter((one) => isShown(beforeStep(customer, one, step)))
        : [...(wordOf(step) ? step.invoices : asked)],
    stageOf: () => null,
    again: () => [...(step.again ?? [])],
    words: (lines, asks) => ({
      reasons: [step.reason, segmentInWords(customer)],
      look: [
        said(step.look || null),
        isContact(row.channel) && row.anchor !== 'issue' ? lookOf(customer, row, asks, lines) : [],
      ].flat(),
    }),
  });
}

function prospectOf(context: CustomerContext, draft: Draft): Prospect {
  const { facts, key: customerKey } = context;
  const { row, spoken, lead } = draft;
  const customer = context.known;
  const recipients = recipientsOf(customer, lead, spoken, facts.settings.ownAddress);
  const ours = ownLanguage(facts);
  const language = isReadByCustomer(row.channel) ? languageOf(customer, lead, ours) : ours;
  const allocate = draft.anchor === 'due' ? allocateFirst(context, lead) : null;
  const renamed = isSentByUs(row.channel) ? null : renamedStop(facts, customerKey);
  const final = draft.anchor === 'due' ? missingForFinal(context, spoken, language) : null;
  const unlinked = draft.anchor === 'issue' && isSentByUs(row.channel) ? withoutDocument(lead) : null;
  const isToUs = CHANNELS[row.channel].form === 'letter' && draft.anchor !== 'assigned';
  const unpayable = (): Fix | null => (isToUs ? notPayable(context, listed()) : null);
  let shown: readonly Invoice[] | null = null;
  const listed = (): readonly Invoice[] => {
    shown ??= cutToFit(draft.shown().sort(byDueDate), lead.key);
    return shown;
  };
  const asked = (): Totals => {
    const totals: Totals = {};
    for (const invoice of listed()) {
      const part = askedPart(context, invoice);
      if (part > 0) addTo(totals, invoice.currency, part);
    }
    return totals;
  };
  const fix =
    renamed ??
    recipients.fix ??
    unlinked ??
    allocate ??
    final ??
    facts.checkTemplate(spoken.template, language) ??
    unpayable();
  const compose = (inBrief = false): ReminderFacts =>
    (inBrief ? inShort : assemble)(context, draft, { listed: listed(), recipients, language, fix });
  const { otherwise, anchor } = draft;
  return { customerKey, anchor, channel: row.channel, otherwise, fix, listed, asked, compose };
}

/** What is asked for of an invoice, minor units: what is in dispute is not. */
function askedPart({ blocks }: CustomerContext, invoice: Invoice): number {
  const disputed = blocks.disputedPart(invoice);
  return invoice.open > Math.max(0, disputed) ? invoice.open - disputed : 0;
}

/** Where mails say of one currency how it is paid, those that ask for another wait: its account would be taken for this one's. */
function notPayable(context: CustomerContext, listed: readonly Invoice[]): Fix | null {
  const { payable } = context.facts.settings;
  const isUnsaid = (one: Invoice): boolean => !payable?.has(one.currency) && !one.paymentLink;
  const missing = payable && listed.find((one) => isUnsaid(one) && askedPart(context, one) > 0)?.currency;
  if (!missing) return null;
  const message = `Mails that ask for ${missing} do not say how to pay. Fill in IBAN: ${missing} or Payment instructions: ${missing} in AR Settings.`;
  return { code: 'no-payment-details', message };
}

/** What a reminder is put together from beside its draft. */
interface Parts {
  listed: readonly Invoice[];
  recipients: Recipients;
  language: string;
  fix: Fix | null;
}

/** What a reminder is, without a word of why: what is sent and what is completed by it follow from that. */
function inShort(context: CustomerContext, draft: Draft, { listed, recipients, language, fix }: Parts): ReminderFacts {
  const { row, spoken } = draft;
  const again = draft.again();
  const { attach, files } = comesAlong({ attach: spoken.attach, channel: row.channel, anchor: draft.anchor }, listed);
  // What it has not is left out where it is written: all reminders are alike, so that they are quickly read.
  return {
    customerKey: context.key,
    customer: context.name,
    segment: context.segment,
    anchor: draft.anchor,
    subject: draft.subject,
    stage: row.stage,
    days: row.days,
    stages: draft.stages,
    tone: spoken.tone,
    channel: row.channel,
    template: spoken.template,
    purpose: row.purpose === 'reminder' ? undefined : row.purpose,
    attach,
    files,
    language,
    sending: row.sending,
    to: [...recipients.to],
    cc: [...recipients.cc],
    leadKey: draft.lead.key,
    lines: linesOf(context, draft, listed),
    again: again.length === 0 ? undefined : again,
    reasons: [],
    look: '',
    fix: fix?.message ?? '',
    fixCode: fix?.code ?? '',
  };
}

function assemble(context: CustomerContext, draft: Draft, parts: Parts): ReminderFacts {
  const { row, spoken } = draft;
  const { settings, asOf } = context.facts;
  const reminder = inShort(context, draft, parts);
  const asks = askedOn(reminder, asOf);
  const told = draft.words(reminder.lines, asks);
  const doubts = doubtsOf(context, draft, parts);
  const second = needsTwo(spoken, asks, settings.secondApproval);
  if (second) reminder.second = second;
  // Of two spellings of one customer only a person may write to both.
  const isUnread = spoken === row && doubts.length === 0 && !second && mayGoUnread(context, spoken);
  reminder.sending = isUnread ? row.sending : 'review';
  reminder.reasons = withOtherReasons(context, draft, parts, told.reasons);
  reminder.look = [doubts, second ? TWO_PEOPLE : [], told.look].flat().join(', ');
  return reminder;
}

function doubtsOf(context: CustomerContext, draft: Draft, { listed, recipients }: Parts): string[] {
  return [
    doubtsAbout(context),
    silentMailbox(context.facts, context.key, recipients),
    unknownStatuses(listed),
    undecided(context, draft, listed),
  ].flat();
}

function withOtherReasons(
  context: CustomerContext,
  { otherwise }: Draft,
  { listed, recipients }: Parts,
  reasons: readonly string[],
): string[] {
  return [
    reasons,
    otherwise.map(({ message }) => message),
    paidFor(context, listed),
    moneyCame(context, listed),
    recipients.notes,
  ].flat();
}

/** For whom a reminder's customer pays, by what stands on it. */
function paidFor({ facts, name }: CustomerContext, listed: readonly Invoice[]): string[] {
  const keys = new Set(listed.flatMap(({ debtorKey }) => (debtorKey === undefined ? [] : debtorKey)));
  if (keys.size === 0) return [];
  const names = [...keys].map((key) => nameOf(facts, key)).sort();
  return [`${name} pays for ${names.join(', ')}: one reminder, with a table for each.`];
}

/** Money at the bank and answers that nobody decided about, or a debit that came back: a person reads such a reminder. */
function undecided({ blocks, invoices }: CustomerContext, { anchor }: Draft, listed: readonly Invoice[]): string[] {
  const all = anchor === 'month' ? invoices : listed;
  return [
    ...new Set(all.flatMap((one) => (one.open > 0 ? [...blocks.money.look(one), ...blocks.answers.look(one)] : []))),
  ];
}

function moneyCame({ facts }: CustomerContext, listed: readonly Invoice[]): string[] {
  return listed.map((one) => loweredBy(one, facts.asOf)).filter((text) => text !== '');
}

/** Whether the kind of debtor lets a text go out unread where AR Policy says so. */
function mayGoUnread({ known }: CustomerContext, { tone }: PolicyRow): boolean {
  return !known || !isFinal(tone) || !isBarred(known.kind, 'final by itself');
}

/** Whether a stage was gone through before: AR Policy lets it come several times. */
function comesAgain({ facts, segment }: CustomerContext, { invoice, stage: row }: DueInvoice): boolean {
  const completed = facts.history.completed.get(invoice.key) ?? [];
  return completed.some((one) => one.segment === segment && one.stage === row.stage);
}

/** A status that is no known word may say anything, stop included. */
function unknownStatuses(listed: readonly Invoice[]): string[] {
  const asked = listed.filter(({ open, statusText }) => open > 0 && statusText !== undefined);
  const late = asked.find(({ status }) => status === 'in-process');
  const words = new Set(asked.flatMap(({ status, statusText = '' }) => (status === 'in-process' ? [] : [statusText])));
  const [first] = words;
  const awaited = late ? [`“${late.statusText}” says the sheet, and no payment came`] : [];
  if (first === undefined) return awaited;
  return [
    ...awaited,
    words.size === 1
      ? `the status “${first}” is not known`
      : `${words.size} status words are not known, such as “${first}”`,
  ];
}

/** What keeps a reminder from ever going by itself, whatever the policy says. */
function doubtsAbout(customer: CustomerContext): string[] {
  const { lookalikes, strayStop, customers, history } = customer.facts;
  const other = lookalikes.get(customer.key);
  const address = otherAddress(customers.get(customer.key), customer.invoices, history);
  return said(
    renamedStop(customer.facts, customer.key) && '"Do not contact" is set',
    isAfterGap(customer) && AFTER_GAP,
    strayStop !== '' && `a stop names nobody known: ${strayStop}`,
    address.length > 0 && `the invoice sheet has another address: ${address.join(' and ')}`,
    other !== undefined && `may be the same customer as ${other}: see Data check`,
  );
}

/** Whether nobody knows what this customer was sent: the log was accepted with gaps, and no contact is known since. */
function isAfterGap({ facts, last }: CustomerContext): boolean {
  const { acceptedOn } = facts.history;
  return acceptedOn !== null && (last === null || last.on <= acceptedOn);
}

function linesOf(context: CustomerContext, draft: Draft, listed: readonly Invoice[]): ReminderLineFacts[] {
  const lines: ReminderLineFacts[] = [];
  for (const invoice of listed) lines.push(lineOf(context, invoice, draft.stageOf(invoice.key)));
  return lines;
}

function lineOf({ blocks }: CustomerContext, invoice: Invoice, stage: ReminderLineFacts['stage']): ReminderLineFacts {
  return {
    key: invoice.key,
    invoice: invoice.invoice,
    currency: invoice.currency,
    open: invoice.open,
    disputed: blocks.disputedPart(invoice),
    due: invoice.due === null ? '' : isoOf(invoice.due),
    stage,
  };
}

function byDueDate(a: Invoice, b: Invoice): number {
  return (a.due ?? Number.NEGATIVE_INFINITY) - (b.due ?? Number.NEGATIVE_INFINITY) || (a.key < b.key ? -1 : 1);
}

function allocateFirst(customer: CustomerContext, lead: Invoice): Fix | null {
  const credits = customer.credits[lead.currency] ?? 0;
  if (credits < lead.open) return null;
  const message = `Credits of ${formatMoney(credits, lead.currency)} reach the balance of invoice ${lead.invoice || lead.key}; allocate them in your books first.`;
  return { code: 'allocate-first', message };
}
