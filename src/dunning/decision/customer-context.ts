// What a day is decided on: the facts and blocks prepared once, and each customer's side with segment, ladder and sums.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOpenCredit, isOwed } from '../../receivables/invoice-status';
import { addTo, type Totals } from '../../receivables/money';
import type { Episode } from '../history/history-state';
import { ANCHORS, type PolicyAnchor, type PolicyRow } from '../policy/policy';
import { type Blocks, blocksOf } from './blocks';
import { closedDays } from './calendar';
import { type Reach, reachedBy, reachOf } from './contact/reach';
import { isBarred } from './debtor/kinds';
import { apart } from './debtor/whose-debt';
import type { Customer, Facts } from './facts';
import { byCustomer, isOverdue, isWithinTolerance } from './owed';
import type { Verdict } from './reasons';
import { ladderOf, stepsAround } from './stage';
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
  stops: Readonly<Record<'contact' | 'outcome' | 'hold' | 'reply' | 'bounce', Verdict | null>>;
  /** Open credits and unapplied payments as positive numbers, minor units by currency. */
  credits: Totals;
}

type Steps = Readonly<Record<PolicyAnchor, readonly PolicyRow[]>>;

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
  const invoices = byCustomer(facts.invoices);
  const steps = stepsFor(facts);
  const customer = remembering((key: string) => {
    const days = closed(facts.customers.get(key)?.country ?? '');
    return customerContext({ facts, blocks, key, invoices: invoices.get(key) ?? [], closed: days }, steps);
  });
  return { facts, blocks, keys: [...invoices.keys()], customer };
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

/** The steps of a segment as they are for a customer: by the channels they may be, and want to be, reached by. */
function stepsFor({ policy, customers, asOf, settings }: Facts): (segment: string, key: string) => Steps {
  const written = remembering((segment: string) => stepsOf(policy, segment));
  if (!settings.contactRules) return written;
  const known = new Map<string, Steps>();
  return (segment, key) => {
    const reach = reachOf(customers.get(key), asOf);
    const kind = `${Object.values(reach).join(' ')} ${segment}`;
    const steps = known.get(kind) ?? stepsReachedBy(written(segment), policy, reach);
    known.set(kind, steps);
    return steps;
  };
}

function stepsReachedBy(steps: Steps, policy: readonly PolicyRow[], reach: Reach): Steps {
  return Object.fromEntries(ANCHORS.map((anchor) => [anchor, reachedBy(steps[anchor], policy, reach)])) as Steps;
}

function stepsOf(policy: readonly PolicyRow[], segment: string): Steps {
  const around = ANCHORS.map((anchor) => [
    anchor,
    anchor === 'due' ? ladderOf(policy, segment) : stepsAround(policy, segment, anchor),
  ]);
  return Object.fromEntries(around) as Steps;
}

type Given = Pick<CustomerContext, 'facts' | 'blocks' | 'key' | 'invoices' | 'closed'>;

function customerContext(given: Given, steps: (segment: string, key: string) => Steps): CustomerContext {
  const { facts, blocks, key, invoices, closed } = given;
  const customer = facts.customers.get(key);
  const computed = standingSegment(facts, key);
  const kept = facts.history.episodes.get(key);
  const episode = kept && isRunning(facts, kept, invoices) ? kept : null;
  const override = customer?.segmentOverride ?? '';
  const now = milder(customer, override || (episode?.segment ?? computed.segment), override);
  const overdue: Totals = {};
  const credits: Totals = {};
  for (const invoice of invoices) {
    if (apart(customer, invoice, facts.asOf)) continue;
    if (isOwed(invoice) && isOverdue(invoice)) addTo(overdue, invoice.currency, invoice.open);
    if (isOpenCredit(invoice)) addTo(credits, invoice.currency, -invoice.open);
  }
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
    steps: steps(now.segment, key),
    episode,
    overdue,
    stops: {
      contact: blocks.everybody ?? blocks.contact(key),
      outcome: blocks.outcome(key),
      hold: blocks.customerHold(key),
      reply: blocks.reply(key),
      bounce: blocks.bounce(key),
    },
    credits,
  };
}

/** The customers whose episode is over: nothing of theirs is overdue and no invoice reminded in it is open any more. */
export function endedEpisodes(facts: Facts): string[] {
  const invoices = byCustomer(facts.invoices);
  return [...facts.history.episodes.entries()]
    .filter(([key, episode]) => !isRunning(facts, episode, invoices.get(key) ?? []))
    .map(([key]) => key);
}

/** Whether a round of reminders goes on: something is overdue, or an invoice reminded in it is still open. */
function isRunning(facts: Facts, episode: Episode, invoices: readonly Invoice[]): boolean {
  return invoices.some(
    (invoice) =>
      isOwed(invoice) &&
      !isWithinTolerance(facts, invoice) &&
      (isOverdue(invoice) || episode.keys.has(invoice.key)) &&
      !apart(facts.customers.get(invoice.customerKey), invoice, facts.asOf),
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
  if (override) return 'Segment set by hand in AR Customers.';
  if (episode && episode.segment !== computed.segment) {
    return `Kept for this round of reminders; computed today: ${computed.segment}. ${computed.reason}`;
  }
  return computed.reason;
}

/** A segment with its reason; the reason of a computed segment begins with its name. */
export function segmentInWords({ segment, segmentReason }: CustomerContext): string {
  return segmentReason.startsWith(`${segment}:`) ? segmentReason : `${segment}: ${segmentReason}`;
}
