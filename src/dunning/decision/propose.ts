// One reminder for one customer: which invoice leads it, what it lists, whom it goes to, what a person should look at.
import { type Day, isoOf, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, minorDigits } from '../../receivables/money';
import { askedTotals, type ReminderFacts, type ReminderLineFacts } from '../history/events';
import { isReadByCustomer, MAIL } from '../policy/channels';
import type { PolicyRow } from '../policy/policy';
import { asks, needsLook, TONES, toneRank } from '../policy/tones';
import type { AnchoredStep } from './anchored-steps';
import { type Blocks, invoiceStop } from './blocks';
import type { CustomerContext, DueInvoice } from './customer-context';
import type { Facts } from './facts';
import { leadOf } from './lead';
import { languageOf, ownLanguage } from './letter-language';
import { isHandedOver, isWithinTolerance } from './owed';
import { ageInWords } from './reasons';
import { recipientsOf } from './recipients';
import { segmentInWords } from './rules';

/** From this amount on, in whole units of the currency, a person should look before it goes out. */
const LARGE_AMOUNT = 10_000;
/** A payment this many days old or younger is worth a look. */
const RECENT_PAYMENT_DAYS = 5;
/** A mail lists so many invoices at most, the oldest first: more fit neither a reader nor a cell of the log. */
const MAX_LINES = 300;
/** What the lines may take of a cell, and what the figures of one take beside its key and number, in characters. */
const MOST_CHARACTERS = 40_000;
const LINE_FIGURES = 60;

/** What may be asked for now, beside what else is overdue. */
export interface Claims {
  /** Invoices whose own next stage is due; at least one. */
  due: readonly DueInvoice[];
  /** All that is overdue and not given up. */
  chased: readonly Invoice[];
}

/** What the two kinds of reminder differ in. */
interface Draft {
  anchor: PolicyRow['anchor'];
  subject: string;
  row: PolicyRow;
  /** The row whose words are used: a stronger one where the tone must not fall. */
  spoken: PolicyRow;
  stages: number;
  lead: Invoice;
  lines: ReminderLineFacts[];
  reasons: string[];
  look: string[];
}

/**
 * Proposes the reminder of a customer whose invoices are due for their next stage.
 * @param subject the customer's case
 * @param claims what is due, and what else is overdue
 * @returns null when what is due is too little to lead: it waits for the rest
 */
export function proposeReminder(
  facts: Facts,
  subject: CustomerContext,
  blocks: Blocks,
  { due, chased }: Claims,
): ReminderFacts | null {
  const lead = leadOf(due, chased, facts.history);
  if (!lead) return null;
  const asksFirst = facts.history.askFirst.has(subject.key);
  const spoken = asksFirst ? oldBalance(lead.stage) : raisedTo(facts, subject, lead.stage);
  // Asking whether a balance is right completes no stage: the ladder begins behind it.
  const lines = linesOf(facts, subject, blocks, asksFirst ? [] : due, lead.invoice.key);
  return assemble(facts, subject, {
    anchor: 'due',
    subject: '',
    row: asksFirst ? spoken : lead.stage,
    spoken,
    stages: subject.ladder.length,
    lead: lead.invoice,
    lines,
    reasons: reasonsOf(facts, subject, lead, spoken, due, asksFirst),
    look: asksFirst
      ? ['an old balance: ask first', ...lookOf(facts, subject, spoken, lines)]
      : lookOf(facts, subject, spoken, lines),
  });
}

/** The first word about an old balance is a question, whatever stage is due. */
function oldBalance(stage: PolicyRow): PolicyRow {
  return {
    ...stage,
    channel: MAIL,
    template: 'Old balance',
    to: ['billing'],
    cc: [],
    sending: 'review',
    tone: 'neutral',
  };
}

/** Proposes a step around a promise, a month or a discount. */
export function proposeOccasion(
  facts: Facts,
  subject: CustomerContext,
  blocks: Blocks,
  occasion: AnchoredStep,
): ReminderFacts {
  const { row, invoices } = occasion;
  const [lead] = invoices;
  if (!lead) throw new Error('an occasion is about at least one invoice');
  const shown = row.anchor === 'month' ? subject.invoices.filter((one) => isStatementLine(facts, one)) : invoices;
  const lines = cutLines(shown.map((invoice) => lineOf(invoice, blocks, null)).sort(byDueDate), lead.key);
  return assemble(facts, subject, {
    anchor: row.anchor,
    subject: occasion.subject,
    row,
    spoken: row,
    stages: occasion.steps,
    lead,
    lines,
    reasons: [occasion.reason, segmentInWords(subject)],
    look: [...(occasion.look ? [occasion.look] : []), ...lookOf(facts, subject, row, lines)],
  });
}

/** A statement shows the whole account, open invoices and credits; not what is with somebody else, or cannot be read. */
function isStatementLine(facts: Facts, invoice: Invoice): boolean {
  const { open, status, unreadable = [] } = invoice;
  return (
    open !== 0 && status !== 'draft' && status !== 'void' && unreadable.length === 0 && !isHandedOver(facts, invoice)
  );
}

function assemble(facts: Facts, subject: CustomerContext, draft: Draft): ReminderFacts {
  const { row, spoken, lead } = draft;
  const customer = facts.customers.get(subject.key);
  const doubts = doubtsAbout(facts, subject);
  const recipients = recipientsOf(customer, lead, spoken, facts.settings.ownAddress);
  const ours = ownLanguage(facts);
  const language = isReadByCustomer(row.channel) ? languageOf(customer, lead, ours) : ours;
  const allocate = draft.anchor === 'due' ? allocateFirst(subject, lead) : null;
  const fix = recipients.fix ?? allocate ?? facts.checkTemplate(spoken.template, language);
  return {
    customerKey: subject.key,
    customer: subject.name,
    segment: subject.segment,
    anchor: draft.anchor,
    subject: draft.subject,
    stage: row.stage,
    days: row.days,
    stages: draft.stages,
    tone: spoken.tone,
    channel: row.channel,
    template: spoken.template,
    language,
    // Of two spellings of one customer only a person may write to both.
    sending: spoken === row && doubts.length === 0 ? row.sending : 'review',
    to: recipients.to,
    cc: recipients.cc,
    leadKey: lead.key,
    lines: draft.lines,
    reasons: [...draft.reasons, ...recipients.notes],
    look: [...doubts, ...draft.look].join(', '),
    fix: fix?.message ?? '',
    fixCode: fix?.code ?? '',
  };
}

/**
 * Within an episode tone never goes down: a milder stage speaks through the first text of its channel that is as strong
 * as what was said before, in its own ladder or, with its own recipients, in another segment's.
 */
function raisedTo(facts: Facts, subject: CustomerContext, stage: PolicyRow): PolicyRow {
  const reached = subject.episode?.toneRank ?? 0;
  if (!asks(stage.tone) || toneRank(stage.tone) >= reached) return stage;
  const isStrong = (row: PolicyRow): boolean => row.channel === stage.channel && toneRank(row.tone) >= reached;
  const own = subject.ladder.find(isStrong);
  if (own) return own;
  const other = facts.policy.find((row) => row.active && row.anchor === 'due' && isStrong(row));
  return { ...stage, template: other?.template ?? stage.template, tone: other?.tone ?? TONES[reached] ?? stage.tone };
}

/** What keeps a reminder from ever going by itself, whatever the policy says. */
function doubtsAbout(facts: Facts, subject: CustomerContext): string[] {
  const other = facts.lookalikes.get(subject.key);
  return [
    ...(isAfterGap(facts, subject) ? ['the log had gaps: look in Sent first'] : []),
    ...(other === undefined ? [] : [`may be the same customer as ${other}: see Data check`]),
  ];
}

/** Whether nobody knows what this customer was sent: the log was accepted with gaps, and no contact is known since. */
function isAfterGap({ history }: Facts, subject: CustomerContext): boolean {
  if (history.acceptedOn === null) return false;
  const last = history.lastContact.get(subject.key);
  return last === undefined || last.on <= history.acceptedOn;
}

/** Every open overdue invoice, the due ones that fall due later, and the credits; not what is held or promised. */
function linesOf(
  facts: Facts,
  subject: CustomerContext,
  blocks: Blocks,
  due: readonly DueInvoice[],
  leadKey: string,
): ReminderLineFacts[] {
  const stages = new Map(due.map(({ invoice, stage }) => [invoice.key, { stage: stage.stage, days: stage.days }]));
  const lines = subject.invoices
    .filter((invoice) => stages.has(invoice.key) || invoice.key === leadKey || isListed(facts, invoice, blocks))
    .map((invoice) => lineOf(invoice, blocks, stages.get(invoice.key) ?? null));
  return cutLines(lines.sort(byDueDate), leadKey);
}

function lineOf(invoice: Invoice, blocks: Blocks, stage: ReminderLineFacts['stage']): ReminderLineFacts {
  return {
    key: invoice.key,
    invoice: invoice.invoice,
    currency: invoice.currency,
    open: invoice.open,
    disputed: invoice.open > 0 ? disputedOf(invoice, blocks) : 0,
    due: invoice.due === null ? '' : isoOf(invoice.due),
    stage,
  };
}

function byDueDate(a: ReminderLineFacts, b: ReminderLineFacts): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1;
}

function cutLines(lines: ReminderLineFacts[], leadKey: string): ReminderLineFacts[] {
  const most = linesThatFit(lines);
  if (lines.length <= most) return lines;
  // The lead may be younger than hundreds of residues.
  const lead = lines.findIndex(({ key }) => key === leadKey);
  return lead < most ? lines.slice(0, most) : [...lines.slice(0, most - 1), ...lines.slice(lead, lead + 1)];
}

/** How many of the first lines fit a mail and a cell; some people write a whole sentence as an invoice number. */
function linesThatFit(lines: readonly ReminderLineFacts[]): number {
  let size = 0;
  const end = lines.findIndex(({ key, invoice }) => {
    size += JSON.stringify([key, invoice]).length + LINE_FIGURES;
    return size > MOST_CHARACTERS;
  });
  return Math.max(1, Math.min(MAX_LINES, end < 0 ? lines.length : end));
}

function disputedOf(invoice: Invoice, blocks: Blocks): number {
  const wholly = invoice.disputed || invoice.status === 'disputed';
  return wholly ? invoice.open : blocks.disputedPart(invoice);
}

function isListed(facts: Facts, invoice: Invoice, blocks: Blocks): boolean {
  if (invoice.status === 'draft' || invoice.status === 'void' || invoice.open === 0) return false;
  if (invoice.unreadable && invoice.unreadable.length > 0) return false;
  if (invoice.open < 0) return true;
  if (invoice.daysPastDue === null || invoice.daysPastDue <= 0) return false;
  if (isWithinTolerance(facts, invoice) || isHandedOver(facts, invoice)) return false;
  const stop = invoiceStop(blocks, invoice);
  // An open dispute is shown apart; one that was closed lately protects the invoice up to a day.
  return stop === null || (stop.reasons[0]?.code === 'disputed' && stop.nextDate === null);
}

function allocateFirst(subject: CustomerContext, lead: Invoice): { code: string; message: string } | null {
  const credits = subject.credits[lead.currency] ?? 0;
  if (credits < lead.open) return null;
  const message = `Credits of ${formatMoney(credits, lead.currency)} reach the balance of invoice ${lead.invoice || lead.key}; allocate them in your books first.`;
  return { code: 'allocate-first', message };
}

function reasonsOf(
  facts: Facts,
  subject: CustomerContext,
  lead: DueInvoice,
  spoken: PolicyRow,
  due: readonly DueInvoice[],
  asksFirst: boolean,
): string[] {
  const { invoice, stage } = lead;
  const age = invoice.daysPastDue === null ? '' : `, ${ageInWords(invoice.daysPastDue)}`;
  const last = facts.history.lastContact.get(subject.key);
  return [
    `Invoice ${invoice.invoice || invoice.key} (${formatMoney(invoice.open, invoice.currency)}${age}) leads: stage ${stage.stage} of ${subject.ladder.length} for ${subject.segment}, ${stage.tone}.`,
    ...(due.length > 1 ? [`${due.length} invoices have a stage due.`] : []),
    segmentInWords(subject),
    contactReason(last?.on ?? null, last?.tone ?? '', stage, facts.asOf),
    ...(asksFirst ? ['Chosen at the beginning: first ask whether the old balance is right.'] : []),
    ...(spoken === stage || asksFirst
      ? []
      : [`The tone stays ${spoken.tone}: it never falls within one round of reminders.`]),
  ];
}

function contactReason(last: Day | null, tone: string, stage: PolicyRow, today: Day): string {
  if (last === null) return 'First contact about overdue invoices.';
  return `Last contact ${shortDay(last, today)}${tone ? ` (${tone})` : ''}; the minimum gap of ${stage.minimumGap} days has passed.`;
}

function lookOf(
  facts: Facts,
  subject: CustomerContext,
  stage: PolicyRow,
  lines: readonly ReminderLineFacts[],
): string[] {
  const asked = askedTotals(lines);
  const large = Object.keys(asked).some(
    (currency) => (asked[currency] ?? 0) >= LARGE_AMOUNT * 10 ** minorDigits(currency),
  );
  const paidLately = subject.invoices.some(
    ({ paidOn }) => paidOn !== null && paidOn <= facts.asOf && facts.asOf - paidOn <= RECENT_PAYMENT_DAYS,
  );
  const marks = [
    ...(facts.history.lastContact.has(subject.key) ? [] : ['first contact']),
    ...(lastOutcome(facts, subject) === 'wrong contact' ? ['the last call reached the wrong person'] : []),
    ...(needsLook(stage.tone) ? ['firm or above'] : []),
    ...(stage.to.includes('senior') ? ['goes to the senior contact'] : []),
    ...(large ? ['above 10,000'] : []),
    ...(paidLately ? ['a payment came lately'] : []),
    ...(lines.some(({ disputed }) => disputed > 0) ? ['part of it is disputed'] : []),
  ];
  return marks;
}

function lastOutcome({ history }: Facts, { key }: CustomerContext): string {
  const contacts = history.contacts.get(key) ?? [];
  return contacts[contacts.length - 1]?.outcome ?? '';
}
