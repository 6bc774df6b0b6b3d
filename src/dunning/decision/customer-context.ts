// A customer's side of the decision: its invoices, segment, ladder, sums, and the round of reminders it is in.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { addTo, type Totals } from '../../receivables/money';
import type { Episode } from '../history/history-state';
import type { PolicyRow } from '../policy/policy';
import type { Facts } from './facts';
import { byCustomer, isChaseable, isOverdue, isWithinTolerance } from './owed';
import { ladderOf } from './stage';
import { type SegmentNow, standingSegment } from './standing-segment';

/** A customer's side of the decision: invoices, segment, ladder, sums. */
export interface CustomerContext {
  key: string;
  name: string;
  invoices: readonly Invoice[];
  segment: string;
  segmentReason: string;
  ladder: PolicyRow[];
  /** Days on which nothing is sent to this customer, weekends apart: holidays here and there, quiet periods. */
  closed: ReadonlySet<Day>;
  episode: Episode | null;
  /** Open, positive and past due, disputed parts and blocked ones included; minor units by currency. */
  overdue: Totals;
  /** Open credits and unapplied payments as positive numbers, minor units by currency. */
  credits: Totals;
}

/** An invoice on its way to a reminder: its own next stage is due. */
export interface DueInvoice {
  invoice: Invoice;
  stage: PolicyRow;
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
      isChaseable(invoice) &&
      !isWithinTolerance(facts, invoice) &&
      (isOverdue(invoice) || episode.keys.has(invoice.key)),
  );
}

/**
 * Puts together what is known of a customer.
 * @param closed days on which nothing is sent to this customer, weekends apart
 */
export function contextOfCustomer(
  facts: Facts,
  key: string,
  invoices: readonly Invoice[],
  closed: ReadonlySet<Day>,
): CustomerContext {
  const customer = facts.customers.get(key);
  const computed = standingSegment(facts, key);
  const kept = facts.history.episodes.get(key);
  const episode = kept && isRunning(facts, kept, invoices) ? kept : null;
  const override = customer?.segmentOverride ?? '';
  const segment = override || (episode?.segment ?? computed.segment);
  const overdue: Totals = {};
  const credits: Totals = {};
  for (const invoice of invoices) {
    if (isChaseable(invoice) && isOverdue(invoice)) addTo(overdue, invoice.currency, invoice.open);
    if (invoice.open < 0 && invoice.status !== 'draft' && invoice.status !== 'void')
      addTo(credits, invoice.currency, -invoice.open);
  }
  return {
    key,
    name: customer?.name ?? invoices[0]?.customer ?? key,
    invoices,
    segment,
    segmentReason: reasonOfSegment(override, episode, computed),
    ladder: ladderOf(facts.policy, segment),
    closed,
    episode,
    overdue,
    credits,
  };
}

function reasonOfSegment(override: string, episode: Episode | null, computed: SegmentNow): string {
  if (override) return 'Segment set by hand in AR Customers.';
  if (episode && episode.segment !== computed.segment) {
    return `Kept for this round of reminders; computed today: ${computed.segment}. ${computed.reason}`;
  }
  return computed.reason;
}
