// A customer's side of the decision: its invoices, segment, ladder, sums, and the round of reminders it is in.
import type { Invoice } from '../receivables/invoice';
import { addTo, type Totals, toMinor } from '../receivables/money';
import type { PolicyRow } from './default-policy';
import type { Facts } from './facts';
import type { Episode } from './history';
import { ladderOf } from './stage';

/** A customer's side of the decision: invoices, segment, ladder, sums. */
export interface CustomerCase {
  key: string;
  name: string;
  invoices: readonly Invoice[];
  segment: string;
  segmentReason: string;
  ladder: PolicyRow[];
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

/** Whether so little is open that nobody is asked for it. */
export function isWithinTolerance(facts: Facts, invoice: Invoice): boolean {
  return Math.abs(invoice.open) <= toMinor(facts.settings.tolerance, invoice.currency);
}

/** Whether a person has handed an invoice over: the stage with that text is done. */
export function isHandedOver(facts: Facts, invoice: Invoice): boolean {
  return (facts.history.completed.get(invoice.key) ?? []).some(({ template }) => /hand.?over/i.test(template));
}

/** Whether an invoice is owed: open, positive, neither draft nor void. */
export function isChaseable(invoice: Invoice): boolean {
  return invoice.open > 0 && invoice.status !== 'draft' && invoice.status !== 'void';
}

/** Whether the due date has passed. */
export function isOverdue(invoice: Invoice): boolean {
  return invoice.daysPastDue !== null && invoice.daysPastDue > 0;
}

/** The invoices grouped by customer, customers in the order of their first invoice. */
export function byCustomer(invoices: readonly Invoice[]): Map<string, Invoice[]> {
  const groups = new Map<string, Invoice[]>();
  for (const invoice of invoices) {
    const group = groups.get(invoice.customerKey);
    if (group) group.push(invoice);
    else groups.set(invoice.customerKey, [invoice]);
  }
  return groups;
}

/** Puts together what is known of a customer. */
export function caseOf(facts: Facts, key: string, invoices: readonly Invoice[]): CustomerCase {
  const customer = facts.customers.get(key);
  const computed = facts.segments.get(key) ?? { segment: 'New', reason: 'No payment history yet.' };
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
    episode,
    overdue,
    credits,
  };
}

function reasonOfSegment(
  override: string,
  episode: Episode | null,
  computed: { segment: string; reason: string },
): string {
  if (override) return 'Segment set by hand in AR Customers.';
  if (episode && episode.segment !== computed.segment) {
    return `Kept for this round of reminders; computed today: ${computed.segment}. ${computed.reason}`;
  }
  return computed.reason;
}
