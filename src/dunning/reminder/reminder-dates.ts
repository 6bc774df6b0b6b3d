// Which earlier reminders of an invoice a mail may speak of, by the log, and whether anything came back since.
import { paymentsOf } from '../../receivables/dated-payments';
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import type { Facts } from '../decision/facts';
import { isReadByCustomer } from '../policy/channels';
import { UNREACHED } from '../policy/outcomes';
import { asks } from '../policy/tones';

/** What may come of a contact that was no answer of theirs. */
const NO_ANSWER: readonly string[] = ['', 'done', 'bounced', ...UNREACHED];

/** Reminders that a mail may say were sent. */
export interface EarlierReminders {
  /** The days, the oldest first. */
  days: Day[];
  /** Whether neither word nor money has come since the first of them. */
  unanswered: boolean;
}

/**
 * The written reminders of an invoice since it fell due that went out and did not come back, each on the day a stage of
 * its own was completed: what was treated as done, or taken over when the work began, was no reminder.
 * @example earlierReminders(facts, invoice) // { days: [6 Nov, 16 Nov], unanswered: true }
 */
export function earlierReminders(facts: Facts, { key, customerKey, due }: Invoice): EarlierReminders {
  const { contacts, completed } = facts.history;
  const all = contacts.get(customerKey) ?? [];
  const written = new Set(
    all
      .filter(({ channel, tone, reached, outcome }) => {
        return reached && isReadByCustomer(channel) && asks(tone) && outcome !== 'bounced';
      })
      .map(({ on }) => on),
  );
  const stages = (completed.get(key) ?? []).map(({ on }) => on).filter((on) => on > (due ?? on) && written.has(on));
  const days = [...new Set(stages)].sort((a, b) => a - b);
  const [first] = days;
  if (first === undefined) return { days, unanswered: false };
  const words = all.some(({ on, outcome }) => on >= first && !NO_ANSWER.includes(outcome));
  return { days, unanswered: !words && !heardSince(facts, customerKey, first) };
}

/** Whether a promise, a dispute or money came from a customer on a day or later. */
function heardSince({ promises, disputes, invoices, asOf }: Facts, customerKey: string, since: Day): boolean {
  const own = invoices.filter((invoice) => invoice.customerKey === customerKey);
  const numbers = new Set(own.map(({ invoice }) => invoice));
  const isTheirs = (row: { customerKey: string; invoice: string }): boolean =>
    row.customerKey === customerKey || (row.customerKey === '' && numbers.has(row.invoice));
  return (
    promises.some((promise) => isTheirs(promise) && (promise.recorded ?? since) >= since) ||
    disputes.some((dispute) => isTheirs(dispute) && (dispute.opened ?? since) >= since) ||
    own.some((invoice) => paymentsOf(invoice, asOf).some(({ on }) => on >= since))
  );
}
