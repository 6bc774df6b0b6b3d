// What the status column of the invoice sheet stops: words that say so, and a "paid" that the figures deny.
import { type Day, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import { type Verdict, verdict } from './reasons';

/**
 * Why nothing is sent about an invoice because of its status.
 * @param invoice open on the day
 * @param awaited the day up to which a payment that is under way is waited for; then a person reads the reminder
 * @returns null where the status stops nothing
 * @example statusStop(onHold, today, () => today)?.reasons[0]?.code // 'held'
 */
export function statusStop(
  invoice: Pick<Invoice, 'status' | 'statusText' | 'open' | 'currency' | 'paidOn' | 'row'>,
  asOf: Day,
  awaited: () => Day,
): Verdict | null {
  const { status, statusText = '', row } = invoice;
  const says = `The status in row ${row} of the invoice sheet says “${statusText}”`;
  if (status === 'stopped') return verdict('blocked', 'held', `${says}: no reminders while it stands there.`);
  if (status === 'in-process') {
    const until = awaited();
    if (until <= asOf) return null;
    const message = `${says}: a payment is under way. If none comes, a person is asked on ${shortDay(until, asOf)}.`;
    return verdict('blocked', 'payment-in-process', message, until);
  }
  return status === 'paid' && (invoice.paidOn ?? asOf) <= asOf ? contradiction(invoice) : null;
}

/** One of the two is wrong, and only a person can tell which. A payment on a later day is none: up to it the invoice is open. */
function contradiction({ open, currency, row }: Pick<Invoice, 'open' | 'currency' | 'row'>): Verdict | null {
  if (open <= 0) return null;
  const message = () =>
    `The status in row ${row} of the invoice sheet says paid, but by its figures ${formatMoney(open, currency)} is open. Correct the one that is wrong.`;
  return verdict('blocked', 'contradiction', message);
}
