// Why an invoice is reminded of, or why not: every rule in order, whether it holds, and on which day that changes.
import type { Day } from '../../receivables/day';
import { missedPromises, stepsBesideLadder } from './anchored-steps';
import { decisionContext } from './customer-context';
import type { InvoiceDecision } from './decide';
import type { Facts } from './facts';
import { beforeStage, beforeStep, rulesFor } from './rules';
import type { InvoiceContext } from './rules/of-invoice';

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

/** A step around another day than the due date that stands today, and what the rules say of it for an invoice. */
export interface StepLines {
  /** What the step is: `A payment is promised for Fri 13 Nov.` */
  step: string;
  rules: RuleLine[];
}

/** What is said at the end, once every rule about the invoice itself holds. */
const OUTCOME = 'A reminder can go out today';

/** Explains decisions of a plan. The facts of the day are prepared once. */
export interface Explainer {
  /** The rules of what decided, in order; a rule that cannot be asked (no stage, nothing owed) is left out. */
  rulesOf(decision: InvoiceDecision): RuleLine[];
  /** The same for steps around a promise, a discount or the month that are about the invoice and did not decide. */
  besideOf(decision: InvoiceDecision): StepLines[];
}

/**
 * Prepares the explanations of a day.
 * @param facts what the plan was made from
 * @param context the same, prepared already
 * @example explainerOf(facts).rulesOf(plan.decisions[0]).find(({ holds }) => !holds)?.message
 */
export function explainerOf(facts: Facts, context = decisionContext(facts)): Explainer {
  return {
    rulesOf: (decision) => {
      const { invoice, around } = decision;
      const customer = context.customer(invoice.customerKey);
      const lines = linesOf(around ? beforeStep(customer, invoice, around) : beforeStage(customer, invoice));
      return lines.every(({ holds }) => holds) ? [...lines, outcomeOf(decision)] : lines;
    },
    besideOf: ({ invoice, around }) => {
      const customer = context.customer(invoice.customerKey);
      return [...missedPromises(customer), ...stepsBesideLadder(customer)]
        .filter(({ subject, invoices }) => subject !== around?.subject && invoices.includes(invoice))
        .map((step) => ({ step: step.reason, rules: linesOf(beforeStep(customer, invoice, step)) }));
    },
  };
}

function linesOf(context: InvoiceContext): RuleLine[] {
  const lines: RuleLine[] = [];
  for (const rule of rulesFor(context.anchor)) {
    const found = rule.check(context);
    const message = found ? (found.reasons[0]?.message ?? '') : rule.passes(context);
    if (message === '') continue;
    lines.push({ rule: rule.name, holds: found === null, message, nextDate: found?.nextDate ?? null });
    // What is not owed, or no longer ours to ask for, needs no further question.
    if (found?.decision === 'not-chased') return lines;
  }
  return lines;
}

function outcomeOf({ decision, reasons, nextDate }: InvoiceDecision): RuleLine {
  const reminds = decision === 'remind';
  // How it is spoken, where that is not as its stage says, stands behind.
  const message = (reminds ? reasons : reasons.slice(0, 1)).map((reason) => reason.message).join(' ');
  return { rule: OUTCOME, holds: reminds, message, nextDate: reminds ? null : nextDate };
}
