// What disputes stop: the disputed amount only, where one is given, and a few days after they are closed.
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOwed, isWhollyDisputed } from '../../receivables/invoice-status';
import { toMinor } from '../../receivables/money';
import type { Dispute, Facts } from './facts';
import { byDue, byPayerAndDebtor } from './owed';
import { isOtherCurrency } from './promises';
import { type Verdict, verdict } from './reasons';

/** Business days without reminders after a dispute was closed, so that the customer can act on the outcome. */
const DAYS_AFTER_DISPUTE = 5;

/** What of a dispute that names no invoice lies on each: the oldest first, until its amount is used up. Minor units. */
export type Shares = ReadonlyMap<Dispute, ReadonlyMap<string, number>>;

/** The shares of every open dispute about a customer that has an amount. */
export function sharesOfCustomerWide(facts: Facts): Shares {
  const wide = facts.disputes.filter(
    ({ invoice, amount, resolved, unreadable, query }) =>
      !query && !invoice && amount !== null && resolved === null && !unreadable,
  );
  if (wide.length === 0) return new Map();
  const invoices = byPayerAndDebtor(facts.invoices);
  return new Map(wide.map((dispute) => [dispute, sharesOf(dispute, invoices.get(dispute.customerKey) ?? [])]));
}

function sharesOf({ amount, currency }: Dispute, invoices: readonly Invoice[]): Map<string, number> {
  const oldest = invoices.filter((invoice) => isOwed(invoice) && !isOtherCurrency(currency, invoice)).sort(byDue);
  const shares = new Map<string, number>();
  const [first] = oldest;
  let left = first ? Math.abs(toMinor(amount ?? 0, first.currency)) : 0;
  for (const invoice of oldest) {
    // Without a currency the amount is meant in that of the oldest invoice.
    if (left <= 0 || invoice.currency !== first?.currency) continue;
    const share = Math.min(left, invoice.open);
    shares.set(invoice.key, share);
    left -= share;
  }
  return shares;
}

/** Why a dispute stops an invoice: all of it is disputed, it cannot be read, or it was closed lately. */
export function disputed(invoice: Invoice, disputes: readonly Dispute[], shares: Shares, facts: Facts): Verdict | null {
  if (disputes.length === 0 && !isWhollyDisputed(invoice)) return null;
  const unreadable = disputes.find((row) => row.unreadable !== '');
  if (unreadable) {
    return verdict(
      'blocked',
      'unreadable-block',
      `AR Disputes row ${unreadable.row} cannot be read: ${unreadable.unreadable}.`,
    );
  }
  if (isWhollyDisputed(invoice)) return verdict('blocked', 'disputed', 'Marked as disputed in the invoice sheet.');
  const open = disputes.filter((row) => row.resolved === null && !row.query);
  if (open.length > 0 && disputedPart(invoice, disputes, shares) >= invoice.open) {
    const reason = open[0]?.reason ? `: ${open[0].reason}` : '';
    return verdict('blocked', 'disputed', `In dispute${reason}.`);
  }
  return queried(disputes, facts) ?? recentlyClosed(disputes, facts);
}

/** Why a query pauses an invoice: up to its last day, or until somebody settles it where none is known. */
function queried(disputes: readonly Dispute[], { asOf }: Facts): Verdict | null {
  const runs = disputes.filter((row) => isPausing(row, asOf));
  const [first] = runs;
  if (!first) return null;
  const reason = first.reason ? `: ${first.reason}` : '';
  const ends = runs.map(({ query }) => query?.until ?? null);
  if (ends.includes(null))
    return verdict('blocked', 'queried', `They asked something${reason}. Paused until it is settled.`);
  const until = Math.max(...ends.flatMap((day) => day ?? []));
  const message = `They asked something${reason}. Paused up to and including ${shortDay(until, asOf)}.`;
  return verdict('blocked', 'queried', message, until + 1);
}

/** Whether a row is a query that pauses on a day. */
export function isPausing({ resolved, query }: Dispute, asOf: Day): boolean {
  return resolved === null && query !== undefined && (query.until === null || query.until >= asOf);
}

function recentlyClosed(disputes: readonly Dispute[], facts: Facts): Verdict | null {
  let protectedTo: Day | null = null;
  for (const { resolved } of disputes) {
    if (resolved === null) continue;
    const end = plusBusinessDays(resolved, DAYS_AFTER_DISPUTE, facts.settings.holidays);
    if (end > facts.asOf && (protectedTo === null || end > protectedTo)) protectedTo = end;
  }
  if (protectedTo === null) return null;
  return verdict(
    'blocked',
    'disputed',
    `Its dispute was closed lately; nothing is sent before ${shortDay(protectedTo, facts.asOf)}.`,
    protectedTo,
  );
}

/**
 * The latest day that a person agreed to when a dispute about an invoice was closed; null where the due date stands.
 * @param disputes about that invoice
 */
export function agreedDate({ issued }: Invoice, disputes: readonly Dispute[]): Day | null {
  let day: Day | null = null;
  for (const { resolved, newDate, unreadable } of disputes) {
    if (resolved === null || newDate === null || unreadable !== '' || (issued ?? resolved) > resolved) continue;
    day = Math.max(day ?? newDate, newDate);
  }
  return day;
}

/** What was agreed, a sentence without its full stop. @example 'New date agreed: Sat 12 Dec' */
export function newDateInWords(day: Day, asOf: Day): string {
  return `New date agreed: ${shortDay(day, asOf)}`;
}

/** The part of an invoice's open amount that is under dispute, minor units; all of it where the sheet itself says so. */
export function disputedPart(invoice: Invoice, disputes: readonly Dispute[], shares: Shares): number {
  if (isWhollyDisputed(invoice)) return Math.max(0, invoice.open);
  let part = 0;
  for (const dispute of disputes) {
    if (dispute.resolved !== null || dispute.unreadable || dispute.query) continue;
    const isOther = isOtherCurrency(dispute.currency, invoice);
    const share = shares.get(dispute);
    if (share) {
      part += share.get(invoice.key) ?? 0;
      continue;
    }
    if (isOther && !dispute.invoice) continue;
    // An amount in another currency than the invoice's says nothing about how much of it: then it is all of it.
    if (dispute.amount === null || isOther) return Math.max(0, invoice.open);
    part += Math.abs(toMinor(dispute.amount, invoice.currency));
  }
  return Math.min(Math.max(0, part), Math.max(0, invoice.open));
}
