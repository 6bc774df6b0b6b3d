// What is overdue and on no ladder: nobody is reminded of it by itself, however long it stays open.
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import { isApart } from '../decision/debtor/whose-debt';
import type { InvoiceDecision } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { isChaseable, isOverdue, isWithinTolerance } from '../decision/owed';
import { type ReasonCode, reasonInShort } from '../decision/reasons';

/** A customer of whom something overdue is chased by nobody. */
export interface Unchased {
  customerKey: string;
  customer: string;
  /** Why, by the first of these invoices: a few words, and the whole sentence. */
  why: string;
  message: string;
  /** What of theirs is overdue and on no ladder, minor units by currency. */
  totals: Totals;
}

/** What somebody else or a person sees to already: it is on no ladder, and not forgotten. */
const SEEN_TO: readonly ReasonCode[] = ['handed-over', 'disputed', 'unconfirmed'];

/**
 * The customers with something overdue that no stage and no day will ever bring up, in the order of the decisions.
 * @param decisions of the day
 * @param facts the facts they were made from
 * @example unchasedOf(decide(facts).decisions, facts)[0]?.why // 'no address'
 */
export function unchasedOf(decisions: readonly InvoiceDecision[], facts: Facts): Unchased[] {
  const found = new Map<string, Unchased>();
  for (const { invoice, decision, reasons, nextDate } of decisions) {
    const [reason] = reasons;
    if (!reason || decision === 'remind' || decision === 'wait' || nextDate !== null) continue;
    if (!isChaseable(invoice) || !isOverdue(invoice) || isWithinTolerance(facts, invoice)) continue;
    if (isApart(reason.code) || SEEN_TO.includes(reason.code)) continue;
    const { customerKey } = invoice;
    const known = found.get(customerKey);
    const customer = known ?? {
      customerKey,
      customer: facts.customers.get(customerKey)?.name || invoice.customer || customerKey,
      why: reasonInShort(reason.code),
      message: reason.message,
      totals: {},
    };
    addTo(customer.totals, invoice.currency, invoice.open);
    if (!known) found.set(customerKey, customer);
  }
  return [...found.values()];
}

/**
 * The same in one sentence; '' where there is nobody.
 * @example unchasedInWords(found) // '4 customers with 8,200.00 EUR overdue are chased by nobody: no address 3, paused 1.'
 */
export function unchasedInWords(found: readonly Unchased[]): string {
  if (found.length === 0) return '';
  const totals: Totals = {};
  const reasons = new Map<string, number>();
  for (const one of found) {
    for (const [currency, minor] of Object.entries(one.totals)) addTo(totals, currency, minor);
    reasons.set(one.why, (reasons.get(one.why) ?? 0) + 1);
  }
  const who = found.length === 1 ? '1 customer' : `${found.length} customers`;
  const verb = found.length === 1 ? 'is' : 'are';
  const why = [...reasons].sort(([, a], [, b]) => b - a).map(([words, number]) => `${words} ${number}`);
  return `${who} with ${formatTotals(totals)} overdue ${verb} chased by nobody: ${why.join(', ')}.`;
}
