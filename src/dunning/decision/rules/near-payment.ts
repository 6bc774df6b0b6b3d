// What the payment curve changes of the ladder: a mail that payment overtakes waits, a step about what may be very late comes sooner.
import { nextBusinessDay, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { isSentByUs } from '../../policy/channels';
import type { CustomerContext } from '../customer-context';
import { isBarred } from '../debtor/kinds';
import { verdict } from '../reasons';
import type { Step } from '../stage';
import type { Rule } from './of-invoice';

/** Half of such invoices are paid within so many days anyway: then a mail says nothing that they do not know. */
const ANYWAY_DAYS = 3;
const HALF = 0.5;
/** From this chance of being over 30 days late on the risk is high. */
const HIGH = 0.3;

export const NOT_PAID_ANYWAY: Rule = {
  name: 'It does not come by itself within days',
  anchors: ['due'],
  check: ({ customer, invoice, step }) => {
    const chance = step && chanceOf(customer, invoice, step);
    if (chance === null || chance < HALF) return null;
    const { asOf } = customer.facts;
    const next = nextBusinessDay(asOf + 1, customer.closed);
    const message = () =>
      `Half of such invoices are paid within ${ANYWAY_DAYS} days anyway, so this mail waits; looked at again on ${shortDay(next, asOf)}.`;
    return verdict('wait', 'paid-anyway', message, next);
  },
  passes: ({ customer, invoice, step }) => {
    const chance = step && chanceOf(customer, invoice, step);
    return chance === null ? '' : `Fewer than half of such invoices are paid within ${ANYWAY_DAYS} days.`;
  },
};

/** The chance that payment overtakes a mail; null for a step that does not wait for it, and where nothing can be said. */
function chanceOf({ facts }: CustomerContext, invoice: Invoice, { row }: Pick<Step, 'row'>): number | null {
  const { nearPayment = 'never' } = facts.settings;
  if (nearPayment === 'never' || !facts.habits || !isSentByUs(row.channel)) return null;
  if (row.days >= 0 && !(nearPayment === 'friendly too' && row.tone === 'friendly')) return null;
  return facts.habits.paidBy(invoice, facts.asOf, facts.asOf + ANYWAY_DAYS);
}

/** Whether the mail of a step waits where payment overtakes it, and the chance of that is known: it is another one each day. */
export function mayBeOvertaken(customer: CustomerContext, invoice: Invoice, row: Step['row']): boolean {
  return chanceOf(customer, invoice, { row }) !== null;
}

/** The step, sooner where that is set and the risk is high; never before the day after the due date, and for no natural person. */
export function soonerForRisk({ facts, key }: CustomerContext, invoice: Invoice, step: Step): Step {
  const { earlierForRisk: days = 0 } = facts.settings;
  const { due, debtorKey } = invoice;
  if (days <= 0 || !facts.habits || due === null || step.row.days <= 0 || step.dueOn <= facts.asOf) return step;
  if (isBarred(facts.customers.get(debtorKey ?? key)?.kind ?? 'business', 'firmer ladder')) return step;
  const risk = facts.habits.lateRisk(invoice, facts.asOf);
  const dueOn = Math.max(due + 1, step.dueOn - days);
  if (risk === null || risk < HIGH || dueOn >= step.dueOn) return step;
  const sooner = `${step.dueOn - dueOn} days sooner: about ${Math.round(risk * 10)} in 10 such invoices were over 30 days late.`;
  return { ...step, dueOn, sooner };
}
