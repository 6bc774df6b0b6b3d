// Why an invoice is reminded of, or why not: every rule in order, whether it holds, and on which day that changes.
import type { Day } from '../../receivables/day';
import { type Blocks, blocksOf } from './blocks';
import { closedDays } from './calendar';
import { type CustomerContext, contextOfCustomer } from './customer-context';
import type { InvoiceDecision } from './decide';
import type { Facts } from './facts';
import { byCustomer } from './owed';
import { contextOfInvoice, RULES } from './rules';

/** What one rule says of an invoice. */
export interface RuleLine {
  /** What the rule asks for: `It is not disputed`. */
  rule: string;
  holds: boolean;
  /** What was found, in a collector's sentence. */
  message: string;
  /** The day on which that changes by itself; null when it does not, or when the rule holds. */
  nextDate: Day | null;
}

/** What is said at the end, once every rule about the invoice itself holds. */
const OUTCOME = 'A reminder can go out today';

/** Explains decisions of a plan. The blocks of the day are prepared once. */
export interface Explainer {
  /** The rules of an invoice in order; a rule that cannot be asked (no stage, nothing owed) is left out. */
  rulesOf(decision: InvoiceDecision): RuleLine[];
}

/**
 * Prepares the explanations of a day.
 * @param facts what the plan was made from
 * @example explainerOf(facts).rulesOf(plan.decisions[0]).find(({ holds }) => !holds)?.message
 */
export function explainerOf(facts: Facts): Explainer {
  const blocks = blocksOf(facts);
  const closed = closedDays(facts.settings);
  const invoices = byCustomer(facts.invoices);
  const cases = new Map<string, CustomerContext>();
  const subjectOf = (key: string): CustomerContext => {
    const known = cases.get(key);
    if (known) return known;
    const made = contextOfCustomer(
      facts,
      key,
      invoices.get(key) ?? [],
      closed(facts.customers.get(key)?.country ?? ''),
    );
    cases.set(key, made);
    return made;
  };
  return { rulesOf: (decision) => rulesOf(facts, blocks, subjectOf(decision.invoice.customerKey), decision) };
}

function rulesOf(facts: Facts, blocks: Blocks, subject: CustomerContext, decision: InvoiceDecision): RuleLine[] {
  const context = contextOfInvoice(facts, subject, blocks, decision.invoice);
  const lines: RuleLine[] = [];
  for (const rule of RULES) {
    const found = rule.check(context);
    const message = found ? (found.reasons[0]?.message ?? '') : rule.passes(context);
    if (message === '') continue;
    lines.push({ rule: rule.name, holds: found === null, message, nextDate: found?.nextDate ?? null });
    // What is not owed, or no longer ours to ask for, needs no further question.
    if (found?.decision === 'not-chased') return lines;
  }
  if (lines.some(({ holds }) => !holds)) return lines;
  const reminds = decision.decision === 'remind';
  const message = decision.reasons[0]?.message ?? '';
  lines.push({ rule: OUTCOME, holds: reminds, message, nextDate: reminds ? null : decision.nextDate });
  return lines;
}
