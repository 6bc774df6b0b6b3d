// What a day is decided on: the facts and blocks prepared once, and each customer's side with segment, ladder and sums.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOpenCredit, isOwed } from '../../receivables/invoice-status';
import { addTo, type Totals } from '../../receivables/money';
import { isComputedSegment, segmentAtStart } from '../../receivables/segment-words';
import type { Episode } from '../history/history-state';
import { eachKey, since } from '../history/packed/packed-map';
import { CONTACT_WINDOW } from '../policy/contact-rules';
import { ANCHORS, type PolicyRow } from '../policy/policy';
import { type Blocks, blocksOf } from './blocks';
import { closedDays } from './calendar';
import { freeFrom } from './contact/contact-limit';
import { type Reach, reachedBy, reachOf } from './contact/reach';
import { isBarred, strictest } from './debtor/kinds';
import { apart } from './debtor/whose-debt';
import type { Customer, Facts } from './facts';
import { byCustomer, byPayerAndDebtor, isOverdue, isWithinTolerance } from './owed';
import type { Verdict } from './reasons';
import { ladderOf, rowsOf, stepsAround } from './stage';
import { type SegmentNow, standingSegment } from './standing-segment';

/** Everything a day is decided on: the facts, prepared once for whoever asks about them. */
export interface DecisionContext {
  facts: Facts;
  blocks: Blocks;
  /** Keys of the customers with an invoice, in the order of their first one. */
  keys: readonly string[];
  /** A customer's side; of one without an invoice what the facts tell all the same. */
  customer(key: string): CustomerContext;
}

/** A customer's side of the decision: invoices, segment, ladder, sums, beside the facts and blocks of the day. */
export interface CustomerContext {
  facts: Facts;
  blocks: Blocks;
  key: string;
  /** As AR Customers tells; undefined where it tells nothing. */
  known: Customer | undefined;
  name: string;
  invoices: readonly Invoice[];
  segment: string;
  segmentReason: string;
  /** The steps of the segment by what they count from, in order; those around the due date are its ladder. */
  steps: Steps;
  /** Days on which nothing is sent to this customer, weekends apart: holidays here and there, quiet periods. */
  closed: ReadonlySet<Day>;
  episode: Episode | null;
  /** Open, positive and past due, disputed parts and blocked ones included, what is not ours to ask for apart; minor units by currency. */
  overdue: Totals;
  /** What stops every word to the customer, by what is asked; null where nothing does. */
  /** The last contact that reached them, or, before they paid for it, one of those they pay for; null where none did. */
  last: LastContact | null;
  /** The first day on which one more contact keeps to the limit of them; null where there is room today. */
  roomFrom: Day | null;
  stops: Readonly<Record<'contact' | 'outcome' | 'hold' | 'reply' | 'bounce', Verdict | null>>;
  /** Open credits and unapplied payments as positive numbers, minor units by currency. */
  credits: Totals;
}

/** A contact that reached a customer. */
type LastContact = { on: Day; by: string; tone: string };

type Steps = Readonly<Record<(typeof ANCHORS)[number], readonly PolicyRow[]>>;

/** An invoice on its way to a reminder: its own next stage is due. */
export interface DueInvoice {
  invoice: Invoice;
  stage: PolicyRow;
}

/**
 * Prepares a day. Customers and segments are put together when they are first asked for, once.
 * @example decisionContext(facts).customer('acme').segment // 'Timely'
 */
export function decisionContext(facts: Facts): DecisionContext {
  const blocks = blocksOf(facts);
  const closed = closedDays(facts.settings);
  const owned = byCustomer(facts.invoices);
  const keys = [...owned.keys()];
  const invoices = byPayerAndDebtor(facts.invoices, owned);
  const steps = stepsFor(facts);
  const customer = remembering((key: string) => {
    const days = closed(facts.customers.get(key)?.country ?? '');
    return customerContext({ facts, blocks, key, invoices: invoices.get(key) ?? [], closed: days }, steps);
  });
  return { facts, blocks, keys, customer };
}

function remembering<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** The steps of a segment for a customer. */
type StepsFor = (segment: string, customer: Customer | undefined) => Steps;

/** The steps of a segment as they are for a customer: by the channels they may be, and want to be, reached by. */
function stepsFor({ policy, asOf, settings }: Facts): StepsFor {
  const written = remembering((segment: string) => stepsOf(policy, segment));
  if (!settings.contactRules) return written;
  const known = new Map<string, Steps>();
  return (segment, customer) => {
    const reach = reachOf(customer, asOf);
    const kind = `${Object.values(reach).join(' ')} ${segment}`;
    const steps = known.get(kind) ?? stepsReachedBy(written(segment), policy, reach);
    known.set(kind, steps);
    return steps;
  };
}

function stepsReachedBy(steps: Steps, policy: readonly PolicyRow[], reach: Reach): Steps {
  const reached = ANCHORS.map((anchor) => [anchor, reachedBy(steps[anchor], policy, reach)]);
  // Nobody is read an invoice on the telephone.
  return { ...(Object.fromEntries(reached) as Steps), issue: steps.issue };
}

function stepsOf(policy: readonly PolicyRow[], segment: string): Steps {
  const around = ANCHORS.map((anchor) => {
    const steps = anchor === 'due' ? ladderOf(policy, segment) : stepsAround(policy, segment, anchor);
    return [anchor, isUnheardOf(policy, segment) ? steps.map(readByPerson) : steps];
  });
  return Object.fromEntries(around) as Steps;
}

/** Whether somebody named a segment, by a rule or by hand, that AR Policy says nothing of: what was meant is not known. */
function isUnheardOf(policy: readonly PolicyRow[], segment: string): boolean {
  return !isComputedSegment(segment) && rowsOf(policy, segment).length === 0;
}

function readByPerson(step: PolicyRow): PolicyRow {
  return { ...step, sending: 'review' };
}

type Given = Pick<CustomerContext, 'facts' | 'blocks' | 'key' | 'invoices' | 'closed'>;

function customerContext(given: Given, steps: StepsFor): CustomerContext {
  const { facts, blocks, key, invoices, closed } = given;
  const debtors = debtorsOf(invoices);
  const customer = strictestOf(facts, key, debtors);
  const computed = standingSegment(facts, key);
  const kept = facts.history.episodes.get(key);
  const episode = kept && isRunning(facts, () => kept, invoices) ? kept : null;
  const override = customer?.segmentOverride ?? '';
  const now = milder(customer, override || (episode?.segment ?? computed.segment), override);
  const everyone = [key].concat(debtors);
  const { overdue, credits } = sumsOf(facts, invoices);
  return {
    facts,
    blocks,
    key,
    known: customer,
    invoices,
    closed,
    name: customer?.name ?? invoices[0]?.customer ?? key,
    segment: now.segment,
    segmentReason: `${reasonOfSegment(override, episode, computed)}${now.why}`,
    steps: steps(now.segment, customer),
    episode,
    overdue,
    stops: stopsOf(blocks, key, everyone),
    credits,
    last: lastContactOf(facts, everyone),
    roomFrom: roomFrom(facts, key),
  };
}

function roomFrom({ settings: { contactRules }, history, asOf }: Facts, key: string): Day | null {
  const last = history.lastContact.get(key)?.on ?? null;
  // Of most customers nobody needs to count anything.
  if (!contactRules || last === null || last <= asOf - CONTACT_WINDOW) return null;
  const free = freeFrom(since(history.contacts, key, asOf - CONTACT_WINDOW) ?? [], contactRules.most, asOf);
  return free > asOf ? free : null;
}

function sumsOf(facts: Facts, invoices: readonly Invoice[]): Pick<CustomerContext, 'overdue' | 'credits'> {
  const overdue: Totals = {};
  const credits: Totals = {};
  for (const invoice of invoices) {
    if (apart(facts, invoice)) continue;
    if (isOwed(invoice) && isOverdue(invoice)) addTo(overdue, invoice.currency, invoice.open);
    if (isOpenCredit(invoice)) addTo(credits, invoice.currency, -invoice.open);
  }
  return { overdue, credits };
}

function stopsOf(blocks: Blocks, key: string, everyone: readonly string[]): CustomerContext['stops'] {
  return {
    contact: blocks.everybody ?? blocks.contact(key),
    outcome: firstFound(everyone, blocks.outcome),
    hold: blocks.customerHold(key),
    reply: blocks.reply(key),
    bounce: blocks.bounce(key),
  };
}

/** Keys of the customers whose invoices another one pays. */
function debtorsOf(invoices: readonly Invoice[]): readonly string[] {
  // Most customers pay what they owe themselves.
  if (invoices.every(({ debtorKey }) => debtorKey === undefined)) return NOBODY;
  return [...new Set(invoices.flatMap(({ debtorKey }) => (debtorKey === undefined ? [] : debtorKey)))];
}

const NOBODY: readonly string[] = [];

/** A customer as AR Customers tells; of the kinds of those it pays for the strictest, as the mail is about them too. */
function strictestOf({ customers }: Facts, key: string, debtors: readonly string[]): Customer | undefined {
  const customer = customers.get(key);
  if (!customer || debtors.length === 0) return customer;
  return { ...customer, kind: strictest([key, ...debtors].map((one) => customers.get(one)?.kind)) };
}

function firstFound(keys: readonly string[], find: (key: string) => Verdict | null): Verdict | null {
  for (const key of keys) {
    const found = find(key);
    if (found) return found;
  }
  return null;
}

function lastContactOf({ history }: Facts, keys: readonly string[]): LastContact | null {
  let last: LastContact | null = null;
  for (const key of keys) {
    const contact = history.lastContact.get(key);
    if (contact && (last === null || contact.on > last.on)) last = contact;
  }
  return last;
}

/** The customers whose episode is over: nothing of theirs is overdue and no invoice reminded in it is open any more. */
export function endedEpisodes(facts: Facts): string[] {
  const { episodes } = facts.history;
  // Counting them would unpack those of all the years.
  const begun = [...eachKey(episodes)];
  if (begun.length === 0) return [];
  const invoices = byCustomer(facts.invoices);
  const isOver = (customer: string): boolean =>
    !isRunning(facts, () => episodes.get(customer), invoices.get(customer) ?? []);
  return begun.filter(isOver);
}

/** Whether a round of reminders goes on: something is overdue, or an invoice reminded in it is still open. */
function isRunning(facts: Facts, round: () => Episode | undefined, invoices: readonly Invoice[]): boolean {
  const { completed, moved } = facts.history;
  // What was reminded completed a step then, whatever key it has by now; asking that first unpacks no round of years.
  const wasReminded = ({ key }: Invoice): boolean =>
    (completed.has(key) || moved.has(key)) && (round()?.keys.has(key) ?? false);
  return invoices.some(
    (invoice) =>
      isOwed(invoice) &&
      !isWithinTolerance(facts, invoice) &&
      (isOverdue(invoice) || wasReminded(invoice)) &&
      !apart(facts, invoice),
  );
}

/** The ladder of people of whom nothing firmer was chosen by hand. */
const MILD_SEGMENT = 'Default';
const FIRM_SEGMENTS = /^(?:delinquent|doubtful)\b/i;

/** A natural person comes onto a firmer ladder by hand alone. */
function milder(customer: Customer | undefined, segment: string, override: string): { segment: string; why: string } {
  if (!customer || override !== '' || !isBarred(customer.kind, 'firmer ladder') || !FIRM_SEGMENTS.test(segment))
    return { segment, why: '' };
  const why = ` A ${customer.kind} comes onto a firmer ladder only by Segment override in AR Customers.`;
  return { segment: MILD_SEGMENT, why };
}

function reasonOfSegment(override: string, episode: Episode | null, computed: SegmentNow): string {
  if (override) return 'Set by hand in AR Customers.';
  if (episode && episode.segment !== computed.segment) {
    const says = computed.rule ? 'By AR Segments' : 'By today’s figures (as the formula SEGMENT says)';
    return `${segmentAtStart(episode.segment)}, kept for this round of reminders. ${says}: ${computed.reason}`;
  }
  return computed.reason;
}

/** A segment with its reason; the reason of a computed segment begins with its name. */
export function segmentInWords({ segment, segmentReason }: CustomerContext): string {
  const name = segmentAtStart(segment);
  return segmentReason.startsWith(name) ? segmentReason : `${name}: ${segmentReason}`;
}
