// What is overdue and nobody wrote or called about since it fell due, and why.

import { isApart } from '../decision/debtor/whose-debt';
import type { InvoiceDecision } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { isChaseable, isOverdue, isWithinTolerance } from '../decision/owed';
import { type ReasonCode, reasonInShort } from '../decision/reasons';
import { CHANNELS } from '../policy/channels';

/** Overdue money of a customer that nobody asked for, for one reason. */
export interface NeverAsked {
  customerKey: string;
  currency: string;
  /** Minor units. */
  amount: number;
  invoices: number;
  /** A few words. */
  why: string;
}

/** What only looks like a reason: the plan has its first word, or will have it. */
const PLANNED = 'a first reminder is planned';
const TO_COME = 'its first step is still to come';
const COMES: readonly ReasonCode[] = ['not-due-yet', 'not-a-business-day', 'outside-window'];

/**
 * What is overdue and was never asked for: no mail, message, letter or call to its customer since it fell due, and no step done with it, the
 * steps taken over when the work began among them. An unanswered call counts as one, an internal task does not.
 * @param decisions of the day
 * @example neverAskedOf(decide(facts).decisions, facts)[0]?.why // 'no address'
 */
export function neverAskedOf(decisions: readonly InvoiceDecision[], facts: Facts): NeverAsked[] {
  const { contacts, completed } = facts.history;
  const found = new Map<string, NeverAsked>();
  for (const { invoice, decision, reasons } of decisions) {
    const { key, customerKey, debtorKey = '', currency, due, open } = invoice;
    const code = reasons[0]?.code;
    if (!isChaseable(invoice) || !isOverdue(invoice) || isWithinTolerance(facts, invoice) || isApart(code)) continue;
    const isAsked = [customerKey, debtorKey].some((one) =>
      contacts.get(one)?.some(({ on, channel }) => on > (due ?? 0) && CHANNELS[channel].reaches !== 'never'),
    );
    if (isAsked || completed.has(key)) continue;
    const why = decision === 'remind' ? PLANNED : code && COMES.includes(code) ? TO_COME : reasonInShort(code ?? '');
    const place = `${customerKey}|${currency}|${why}`;
    const part = found.get(place) ?? { customerKey, currency, amount: 0, invoices: 0, why };
    found.set(place, part);
    part.amount += open;
    part.invoices += 1;
  }
  return [...found.values()];
}
