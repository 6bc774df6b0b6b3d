// One reminder for one customer: which invoice leads it, what it lists, whom it goes to, what a person should look at.
import { type Day, isoOf, shortDay } from '../receivables/day';
import type { Invoice } from '../receivables/invoice';
import { addTo, formatMoney, minorDigits, type Totals } from '../receivables/money';
import { checkAddress, isOwnDomain, splitAddresses } from './address';
import type { Stops } from './blocks';
import { type CustomerCase, type DueInvoice, isHandedOver, isWithinTolerance } from './case';
import { type PolicyRow, type Recipient, TONES, toneRank } from './default-policy';
import { askedTotals, type ReminderFacts, type ReminderLineFacts } from './events';
import type { Customer, Facts } from './facts';
import { ageInWords } from './reasons';

/** Invoices below this share of what the customer owes overdue in their currency do not set the tone. */
export const LEAD_FLOOR = 0.05;
/** From this amount on, in whole units of the currency, a person should look before it goes out. */
const LARGE_AMOUNT = 10_000;
/** A payment this many days old or younger is worth a look. */
const RECENT_PAYMENT_DAYS = 5;
/** A mail lists so many invoices at most, the oldest first: more fit neither a reader nor a cell of the log. */
const MAX_LINES = 300;

/** What may be asked for now, beside what else is overdue. */
export interface Claims {
  /** Invoices whose own next stage is due; at least one. */
  due: readonly DueInvoice[];
  /** All that is overdue and not given up, minor units by currency. */
  chased: Totals;
}

/**
 * Proposes the reminder of a customer whose invoices are due for their next stage.
 * @param subject the customer's case
 * @param claims what is due, and what else is overdue
 * @returns null when what is due is too little to lead: it waits for the rest
 */
export function proposeReminder(
  facts: Facts,
  subject: CustomerCase,
  stops: Stops,
  { due, chased }: Claims,
): ReminderFacts | null {
  const lead = leadOf(due, chased);
  if (!lead) return null;
  const spoken = raisedTo(facts, subject, lead.stage);
  const customer = facts.customers.get(subject.key);
  const lines = linesOf(facts, subject, stops, due, lead.invoice.key);
  const unsure = isAfterGap(facts, subject);
  const recipients = recipientsOf(customer, lead.invoice, spoken, facts.settings.ownAddress);
  const language = customer?.language || 'en';
  const fix =
    recipients.fix ?? allocateFirst(subject, lead.invoice) ?? facts.checkTemplate(spoken.template, language) ?? null;
  return {
    customerKey: subject.key,
    customer: subject.name,
    segment: subject.segment,
    stage: lead.stage.stage,
    days: lead.stage.days,
    stages: subject.ladder.length,
    tone: spoken.tone,
    channel: lead.stage.channel,
    template: spoken.template,
    language,
    sending: spoken === lead.stage && !unsure ? lead.stage.sending : 'review',
    to: recipients.to,
    cc: recipients.cc,
    leadKey: lead.invoice.key,
    lines,
    reasons: reasonsOf(facts, subject, lead, spoken, due, recipients.notes),
    look: [...(unsure ? ['the log had gaps: look in Sent first'] : []), ...lookOf(facts, subject, spoken, lines)].join(
      ', ',
    ),
    fix: fix?.message ?? '',
    fixCode: fix?.code ?? '',
  };
}

/**
 * The due invoice with the earliest due date among those that matter; of equals the largest. Many small ones may matter
 * together though none does alone.
 */
function leadOf(due: readonly DueInvoice[], chased: Totals): DueInvoice | null {
  const floor = (currency: string): number => LEAD_FLOOR * (chased[currency] ?? 0);
  const single = due.filter(({ invoice }) => invoice.open >= floor(invoice.currency));
  return earliest(single.length > 0 ? single : mattering(due, floor));
}

/** Of currencies whose due invoices together reach the floor, those that are no residue beside the largest of them. */
function mattering(due: readonly DueInvoice[], floor: (currency: string) => number): DueInvoice[] {
  const sums: Totals = {};
  const largest: Totals = {};
  for (const { invoice } of due) {
    addTo(sums, invoice.currency, invoice.open);
    largest[invoice.currency] = Math.max(largest[invoice.currency] ?? 0, invoice.open);
  }
  return due.filter(({ invoice: { currency, open } }) => {
    return (sums[currency] ?? 0) >= floor(currency) && open >= LEAD_FLOOR * (largest[currency] ?? 0);
  });
}

function earliest(due: readonly DueInvoice[]): DueInvoice | null {
  const [lead] = [...due].sort(
    (a, b) =>
      (a.invoice.due ?? 0) - (b.invoice.due ?? 0) ||
      b.invoice.open - a.invoice.open ||
      (a.invoice.key < b.invoice.key ? -1 : 1),
  );
  return lead ?? null;
}

/**
 * Within an episode tone never goes down: a milder stage speaks through the first text of its channel that is as strong
 * as what was said before, in its own ladder or, with its own recipients, in another segment's.
 */
function raisedTo(facts: Facts, subject: CustomerCase, stage: PolicyRow): PolicyRow {
  const reached = subject.episode?.toneRank ?? 0;
  if (toneRank(stage.tone) === 0 || toneRank(stage.tone) >= reached) return stage;
  const isStrong = (row: PolicyRow): boolean => row.channel === stage.channel && toneRank(row.tone) >= reached;
  const own = subject.ladder.find(isStrong);
  if (own) return own;
  const other = facts.policy.find((row) => row.active && row.anchor === 'due' && isStrong(row));
  return { ...stage, template: other?.template ?? stage.template, tone: other?.tone ?? TONES[reached] ?? stage.tone };
}

/** Whether nobody knows what this customer was sent: the log was accepted with gaps, and no contact is known since. */
function isAfterGap({ history }: Facts, subject: CustomerCase): boolean {
  if (history.acceptedOn === null) return false;
  const last = history.lastContact.get(subject.key);
  return last === undefined || last.on <= history.acceptedOn;
}

/** Every open overdue invoice, the due ones that fall due later, and the credits; not what is held or promised. */
function linesOf(
  facts: Facts,
  subject: CustomerCase,
  stops: Stops,
  due: readonly DueInvoice[],
  leadKey: string,
): ReminderLineFacts[] {
  const stages = new Map(due.map(({ invoice, stage }) => [invoice.key, { stage: stage.stage, days: stage.days }]));
  const lines = subject.invoices
    .filter((invoice) => stages.has(invoice.key) || isListed(facts, invoice, stops))
    .map((invoice) => ({
      key: invoice.key,
      invoice: invoice.invoice,
      currency: invoice.currency,
      open: invoice.open,
      disputed: invoice.open > 0 ? disputedOf(invoice, stops) : 0,
      due: invoice.due === null ? '' : isoOf(invoice.due),
      stage: stages.get(invoice.key) ?? null,
    }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
  if (lines.length <= MAX_LINES) return lines;
  // The lead may be younger than hundreds of residues.
  const lead = lines.findIndex(({ key }) => key === leadKey);
  return lead < MAX_LINES
    ? lines.slice(0, MAX_LINES)
    : [...lines.slice(0, MAX_LINES - 1), ...lines.slice(lead, lead + 1)];
}

function disputedOf(invoice: Invoice, stops: Stops): number {
  const wholly = invoice.disputed || invoice.status === 'disputed';
  return wholly ? invoice.open : stops.disputedPart(invoice);
}

function isListed(facts: Facts, invoice: Invoice, stops: Stops): boolean {
  if (invoice.status === 'draft' || invoice.status === 'void' || invoice.open === 0) return false;
  if (invoice.unreadable && invoice.unreadable.length > 0) return false;
  if (invoice.open < 0) return true;
  if (invoice.daysPastDue === null || invoice.daysPastDue <= 0) return false;
  if (isWithinTolerance(facts, invoice) || isHandedOver(facts, invoice)) return false;
  const stop = stops.ofInvoice(invoice);
  // An open dispute is shown apart; one that was closed lately protects the invoice up to a day.
  return stop === null || (stop.reasons[0]?.code === 'disputed' && stop.nextDate === null);
}

interface Recipients {
  to: string[];
  cc: string[];
  notes: string[];
  fix: { code: string; message: string } | null;
}

function recipientsOf(customer: Customer | undefined, lead: Invoice, stage: PolicyRow, ownAddress: string): Recipients {
  const notes: string[] = [];
  const addresses = (role: Recipient): string[] => {
    if (role === 'owner')
      return splitAddresses(customer?.owner ?? '').filter((address) => checkAddress(address) === null);
    const billing = splitAddresses(customer?.email || lead.email);
    if (role === 'billing') return billing;
    const senior = splitAddresses(customer?.escalationEmail ?? '');
    if (senior.length === 0) notes.push('No escalation address is known, so it goes to the billing contact.');
    return senior.length > 0 ? senior : billing;
  };
  const to = distinct(stage.to.flatMap(addresses));
  const ownCc = stage.to.includes('owner') ? [] : splitAddresses(customer?.cc ?? '');
  const cc = distinct([...to, ...stage.cc.flatMap(addresses), ...ownCc]).slice(to.length);
  return { to, cc, notes, fix: addressFault(customer, stage, to, cc, ownAddress) };
}

/** Each address once, however it is capitalised. */
function distinct(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

function addressFault(
  customer: Customer | undefined,
  stage: PolicyRow,
  to: readonly string[],
  cc: readonly string[],
  ownAddress: string,
): Recipients['fix'] {
  const name = customer?.name ?? 'the customer';
  if (stage.channel === 'whatsapp' && !customer?.phone) {
    return { code: 'no-address', message: `${name} has no phone number. Fill in Phone in AR Customers.` };
  }
  if (stage.channel !== 'email') return null;
  if (to.length === 0) {
    const column = stage.to.includes('billing') || stage.to.includes('senior') ? 'Email' : 'Owner';
    const what = column === 'Email' ? 'e-mail address' : 'account owner with an address';
    return { code: 'no-address', message: `${name} has no ${what}. Fill in ${column} in AR Customers.` };
  }
  for (const address of [...to, ...cc]) {
    const fault = checkAddress(address);
    if (fault) return { code: 'bad-address', message: `${name}: ${fault.message}` };
  }
  const owners = stage.to.includes('owner') ? splitAddresses(customer?.owner ?? '') : [];
  const own = to.find((address) => isOwnDomain(address, ownAddress) && !owners.includes(address));
  if (!own) return null;
  return {
    code: 'bad-address',
    message: `${own} is an address of your own firm, not of ${name}. Correct Email in AR Customers.`,
  };
}

function allocateFirst(subject: CustomerCase, lead: Invoice): Recipients['fix'] {
  const credits = subject.credits[lead.currency] ?? 0;
  if (credits < lead.open) return null;
  const message = `Credits of ${formatMoney(credits, lead.currency)} reach the balance of invoice ${lead.invoice || lead.key}; allocate them in your books first.`;
  return { code: 'allocate-first', message };
}

/** The reason of a computed segment begins with its name; the others do not. */
function segmentInWords({ segment, segmentReason }: CustomerCase): string {
  return segmentReason.startsWith(`${segment}:`) ? segmentReason : `${segment}: ${segmentReason}`;
}

function reasonsOf(
  facts: Facts,
  subject: CustomerCase,
  lead: DueInvoice,
  spoken: PolicyRow,
  due: readonly DueInvoice[],
  notes: readonly string[],
): string[] {
  const { invoice, stage } = lead;
  const age = invoice.daysPastDue === null ? '' : `, ${ageInWords(invoice.daysPastDue)}`;
  const last = facts.history.lastContact.get(subject.key);
  return [
    `Invoice ${invoice.invoice || invoice.key} (${formatMoney(invoice.open, invoice.currency)}${age}) leads: stage ${stage.stage} of ${subject.ladder.length} for ${subject.segment}, ${stage.tone}.`,
    ...(due.length > 1 ? [`${due.length} invoices have a stage due.`] : []),
    segmentInWords(subject),
    contactReason(last?.on ?? null, last?.tone ?? '', stage, facts.asOf),
    ...(spoken === stage ? [] : [`The tone stays ${spoken.tone}: it never falls within one round of reminders.`]),
    ...notes,
  ];
}

function contactReason(last: Day | null, tone: string, stage: PolicyRow, today: Day): string {
  if (last === null) return 'First contact about overdue invoices.';
  return `Last contact ${shortDay(last, today)}${tone ? ` (${tone})` : ''}; the minimum gap of ${stage.minimumGap} days has passed.`;
}

function lookOf(facts: Facts, subject: CustomerCase, stage: PolicyRow, lines: readonly ReminderLineFacts[]): string[] {
  const asked = askedTotals(lines);
  const large = Object.keys(asked).some(
    (currency) => (asked[currency] ?? 0) >= LARGE_AMOUNT * 10 ** minorDigits(currency),
  );
  const paidLately = subject.invoices.some(
    ({ paidOn }) => paidOn !== null && paidOn <= facts.asOf && facts.asOf - paidOn <= RECENT_PAYMENT_DAYS,
  );
  const marks = [
    ...(facts.history.lastContact.has(subject.key) ? [] : ['first contact']),
    ...(toneRank(stage.tone) >= toneRank('firm') ? ['firm or above'] : []),
    ...(stage.to.includes('senior') ? ['goes to the senior contact'] : []),
    ...(large ? ['above 10,000'] : []),
    ...(paidLately ? ['a payment came lately'] : []),
    ...(lines.some(({ disputed }) => disputed > 0) ? ['part of it is disputed'] : []),
  ];
  return marks;
}
