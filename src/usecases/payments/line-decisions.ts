// Decisions about lines of the bank as entries of the log, each checked on what is open in this moment.

import { isCollected } from '../../dunning/decision/debtor/whose-debt';
import type { Facts } from '../../dunning/decision/facts';
import type { NewEvent } from '../../dunning/history/events';
import { lineDecided } from '../../dunning/history/payment-events';
import type { AllocationFacts, LineDecisionFacts } from '../../dunning/history/payment-facts';
import { type PaymentLine, undecidedLines } from '../../dunning/history/payments';
import { decisionFault } from '../../dunning/payments/decision-fault';
import { returnReasonOf } from '../../receivables/cash/return-reason';
import { Refusal } from '../../workbook/refusal';
import { isSameProposal, matched } from './matching';

/** What a decision is made on, and by whom. */
export interface Deciding {
  facts: Facts;
  user: string;
}

/** The entry of a decision, or why it cannot be. */
export type Decided = { event: NewEvent } | { code: string; message: string };

/** Decides about a line. */
export function decided({ facts, user }: Deciding, line: PaymentLine, decision: LineDecisionFacts): Decided {
  const fault = decisionFault(line, decision, (key) => facts.invoices.find((one) => one.key === key));
  if (fault) return fault;
  const [first] = decision.parts;
  const back = decision.as === 'returned' ? { reason: returnReasonOf(`${line.payer} ${line.text}`) } : {};
  const payer = facts.customers.get(first?.customerKey ?? '');
  // Between firms (B2B) nothing is refunded without a reason.
  const isDebit = decision.as === 'applied' && isCollected(payer?.paymentMethod ?? '') && !/\bB2B\b/.test(line.text);
  const all = { ...decision, ...back, ...(isDebit ? { collected: true as const } : {}) };
  return { event: lineDecided(line, all, first ? nameOf(facts, first.customerKey) : '', user) };
}

/** The entry of a decision. @throws Refusal with the reason why it cannot be */
export function decidedOrRefused(open: Deciding, line: PaymentLine, decision: LineDecisionFacts): NewEvent {
  const made = decided(open, line, decision);
  if ('event' in made) return made.event;
  throw Refusal.of(made);
}

/** Name of a customer as people read it. */
export function nameOf({ customers }: Facts, key: string): string {
  return customers.get(key)?.name ?? key;
}

/**
 * Accepts what is proposed for lines, each matched once more with what is open now.
 * @returns by id in the order asked for: entries, and of what changed since it was proposed the reason
 */
export function accepting(open: Deciding, ids: readonly string[]): Map<string, Decided> {
  const { payments } = open.facts.history;
  const waiting = undecidedLines(payments);
  const now = new Map(
    ids.length === 0 ? [] : matched(waiting, { facts: open.facts, doubles: new Set() }).map((line) => [line.id, line]),
  );
  const accept = (id: string): Decided => {
    const [line, fresh] = [payments.lines.get(id), now.get(id)];
    const passed = (message: string): Decided => ({ code: 'state-changed', message });
    if (!line || !fresh) return passed('Somebody decided about it already.');
    const { proposal } = line;
    if (proposal.length === 0 || !isSameProposal(fresh, { ...line, parts: proposal }))
      return passed(fresh.parts.length > 0 || proposal.length === 0 ? line.why : fresh.why);
    const as = line.amount < 0 && fresh.parts.some(({ amount }) => amount < 0) ? 'returned' : 'applied';
    return decided(open, line, { id, as, parts: fresh.parts, proposed: true });
  };
  return new Map([...new Set(ids)].map((id) => [id, accept(id)]));
}

/** Money on a customer's account. @param amount minor units */
export function onAccountOf(customerKey: string, currency: string, amount: number): AllocationFacts {
  return { key: '', invoice: '', customerKey, currency, amount, open: 0 };
}

/** All of a line on a customer's account. */
export function accounting({ id, currency, amount }: PaymentLine, customerKey: string): LineDecisionFacts {
  return { id, as: 'on account', parts: [onAccountOf(customerKey, currency, amount)] };
}
