// Why this invoice: for the row under the cursor, or one that was searched for, every rule in order and what happens next.
import { type DecisionContext, decisionContext } from '../../dunning/decision/customer-context';
import { decide, type InvoiceDecision } from '../../dunning/decision/decide';
import { type Explainer, explainerOf, type RuleLine } from '../../dunning/decision/explain';
import { numberKey } from '../../dunning/decision/promises';
import type { Reminder } from '../../dunning/history/reminder';
import { stepInWords } from '../../dunning/letter/headline';
import { CHANNELS } from '../../dunning/policy/channels';
import { type Day, isoOf, shortDay } from '../../receivables/day';
import { segmentWords } from '../../receivables/segment-words';
import { workbookHalts } from '../../workbook/halts';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { sendingTimes } from '../sending/sending-time';
import type { InvoiceLink } from '../waiting/view';
import { underCursor } from './under-cursor';
import type { ExplainedInvoice, FoundInvoices, RuleView, WaitingView, WhyView } from './view';
import { linkOf } from './without-reminder';

const OTHERS_LISTED = 100;
const FOUND_LISTED = 20;

/** Explains the invoice that the cursor stands on, or says in a sentence why there is none. */
export function showWhy(ports: Ports): WhyView {
  const opened = openForShowing(ports);
  const at = ports.workbook.cursor();
  if (!at) return nothing(opened, '', 'No row is selected. Click into a row of the invoice sheet, then press again.');
  const place = `${at.sheet.name}, row ${at.row}`;
  const under = underCursor(opened, at);
  if (under.kind === 'nothing') return nothing(opened, place, under.hint);
  const context = decisionContext(opened.gathered.facts);
  const { decisions } = decide(context.facts, context);
  if (under.kind === 'invoice') return explain(opened, place, context, decisions, under.key);
  const first = firstOf(decisions.filter(({ invoice }) => invoice.customerKey === under.key));
  if (first) return explain(opened, place, context, decisions, first.invoice.key);
  return nothing(opened, place, 'This customer has no invoice in the invoice sheet, so there is nothing to remind of.');
}

/** Explains an invoice by its key. @throws Refusal `invoice-unknown` when it is no longer in the sheet */
export function showWhyOf(ports: Ports, key: string): WhyView {
  const opened = openForShowing(ports);
  const context = decisionContext(opened.gathered.facts);
  const { decisions } = decide(context.facts, context);
  if (decisions.some(({ invoice }) => invoice.key === key)) return explain(opened, '', context, decisions, key);
  throw new Refusal('invoice-unknown', 'This invoice is no longer in the invoice sheet. Search for it by its number.');
}

/**
 * Finds invoices by number, the same number first, then numbers and customers that contain the words.
 * @param words what a person typed
 */
export function findInvoices(ports: Ports, words: string): FoundInvoices {
  const wanted = numberKey(words);
  if (wanted === '') throw new Refusal('search-empty', 'Type an invoice number, or a part of it.');
  const { gathered, book } = openForShowing(ports);
  const { decisions } = decide(gathered.facts);
  const same = decisions.filter(({ invoice }) => numberKey(invoice.invoice) === wanted);
  const alike = decisions.filter(
    ({ invoice }) =>
      numberKey(invoice.invoice) !== wanted &&
      [invoice.invoice, invoice.customer, invoice.customerId].some((text) => numberKey(text).includes(wanted)),
  );
  const found = [...same, ...alike];
  return {
    links: found.slice(0, FOUND_LISTED).map((decision) => linkOf(decision, book.sheet.name)),
    more: Math.max(0, found.length - FOUND_LISTED),
  };
}

function nothing({ day }: Opened, place: string, hint: string): WhyView {
  return { asOf: isoOf(day), place, hint, invoice: null, others: [] };
}

/** Of a customer's invoices the one a person means: due for a reminder, else the longest overdue, else the next due. */
function firstOf(decisions: readonly InvoiceDecision[]): InvoiceDecision | undefined {
  const weight = ({ decision, invoice }: InvoiceDecision): number =>
    (decision === 'remind' ? 2_000_000 : 0) + (invoice.open > 0 ? 1_000_000 : 0) + (invoice.daysPastDue ?? -100_000);
  return [...decisions].sort((a, b) => weight(b) - weight(a) || a.invoice.row - b.invoice.row)[0];
}

function explain(
  opened: Opened,
  place: string,
  context: DecisionContext,
  decisions: readonly InvoiceDecision[],
  key: string,
): WhyView {
  const { book, day } = opened;
  const decision = decisions.find(({ invoice }) => invoice.key === key);
  if (!decision) return nothing(opened, place, 'This row is not part of what Duesheet decides about.');
  const { customerKey } = decision.invoice;
  const others = decisions
    .filter(({ invoice }) => invoice.customerKey === customerKey && invoice.key !== key && invoice.open !== 0)
    .sort((a, b) => (b.invoice.daysPastDue ?? -Infinity) - (a.invoice.daysPastDue ?? -Infinity));
  const sheet = book.sheet.name;
  return {
    asOf: isoOf(day),
    place,
    hint: '',
    invoice: explained(opened, decision, linkOf(decision, sheet), explainerOf(context.facts, context)),
    others: others.slice(0, OTHERS_LISTED).map((one) => linkOf(one, sheet)),
  };
}

function explained(
  opened: Opened,
  decision: InvoiceDecision,
  link: InvoiceLink,
  explainer: Explainer,
): ExplainedInvoice {
  const { invoice } = decision;
  const waiting = opened.gathered.facts.history.waiting.get(invoice.customerKey);
  const shown = waiting ? waitingOf(opened, waiting, invoice.key) : null;
  return {
    ...link,
    customerKey: invoice.customerKey,
    due: invoice.due === null ? '' : isoOf(invoice.due),
    segment: decision.segment,
    decision: decision.decision,
    sentence: sentenceOf(decision),
    rules: explainer.rulesOf(decision).map(ruleOf),
    beside: explainer.besideOf(decision).map(({ step, rules }) => ({ step, rules: rules.map(ruleOf) })),
    waiting: shown,
    next: nextOf(decision, shown, waiting?.state ?? 'planned', opened.day),
  };
}

function ruleOf({ rule, holds, message, nextDate }: RuleLine): RuleView {
  return { rule, holds, message, nextDate: nextDate === null ? '' : isoOf(nextDate) };
}

const LEADS: Record<InvoiceDecision['decision'], string> = {
  remind: 'A reminder is due.',
  wait: 'No reminder today.',
  blocked: 'Nothing is sent.',
  'not-chased': 'It is not chased.',
  'needs-fix': 'Something must be corrected first.',
};

function sentenceOf({ decision, reasons }: InvoiceDecision): string {
  return `${LEADS[decision]} ${reasons[0]?.message ?? ''}`.trim();
}

const STATES: Partial<Record<Reminder['state'], string>> = {
  planned: 'waits for review',
  approved: 'is approved',
  snoozed: 'is put off',
  'needs-fix': 'needs fixing',
  sending: 'is being sent',
  failed: 'could not be sent',
  unconfirmed: 'may have left: its outcome is not known',
};

function waitingOf({ ws, gathered, day }: Opened, reminder: Reminder, key: string): WaitingView {
  const { facts, state, id } = reminder;
  const leaves = sendingTimes(ws, gathered.facts, workbookHalts(ws, day), ws.ports.clock.now());
  const stage = `${segmentWords(facts.segment)}, ${stepInWords(facts)}`;
  return {
    id,
    text: `A ${CHANNELS[facts.channel].noun} (${stage}) ${STATES[state] ?? state}.`,
    leaves: leaves(reminder),
    listsIt: facts.lines.some((line) => line.key === key),
  };
}

function nextOf(
  { decision, nextDate }: InvoiceDecision,
  waiting: WaitingView | null,
  state: Reminder['state'],
  today: Day,
): string {
  if (waiting?.listsIt) return nextOfWaiting(waiting.leaves, state);
  if (decision === 'remind') return 'Its reminder comes into Review within the hour.';
  if (decision === 'needs-fix') return 'Once that is corrected, it is taken up within the hour.';
  if (nextDate === null) return 'Nothing by itself: it changes when the sheet or the AR tabs change.';
  return nextDate <= today
    ? 'It is looked at again within the hour.'
    : `It is looked at again on ${shortDay(nextDate, today)}, unless something changes before.`;
}

/** The time in words begins with a verb, or with `once` and `not before`, and is told here of a mail that lies in Review. */
function nextOfWaiting(leaves: string, state: Reminder['state']): string {
  if (state === 'unconfirmed') return 'Nothing more is sent before you say under Problems whether it left.';
  if (leaves === '') return 'Somebody does it, and notes in Review what came of it.';
  const told = leaves
    .replace(/^stays here\b/, 'stays in Review')
    .replace(/^not /, 'does not leave ')
    .replace(/^once /, 'leaves once ');
  const approved =
    state === 'planned' && told.startsWith('leaves') && !told.includes('by itself') ? ', once approved' : '';
  return `The mail ${told}${approved}. Just before, all of this is asked again.`;
}
