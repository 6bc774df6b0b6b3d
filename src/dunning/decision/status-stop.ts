// What the status column of the invoice sheet stops: words that say so, and a "paid" that the figures deny.
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney } from '../../receivables/money';
import { type Verdict, verdict } from './reasons';

/**
 * Why nothing is sent about an invoice because of its status.
 * @param invoice open on the day
 * @returns null where the status stops nothing
 * @example statusStop(onHold, today)?.reasons[0]?.code // 'held'
 */
export function statusStop(
  invoice: Pick<Invoice, 'status' | 'statusText' | 'open' | 'currency' | 'paidOn' | 'row'>,
  asOf: Day,
): Verdict | null {
  const { status, statusText = '', row } = invoice;
  const says = `The status in row ${row} of the invoice sheet says “${statusText}”`;
  if (status === 'stopped') return verdict('blocked', 'held', `${says}: no reminders while it stands there.`);
  if (status === 'in-process')
    return verdict('blocked', 'payment-in-process', `${says}: a payment is under way. Change the word if none comes.`);
  return status === 'paid' && (invoice.paidOn ?? asOf) <= asOf ? contradiction(invoice) : null;
}

/** One of the two is wrong, and only a person can tell which. A payment on a later day is none: up to it the invoice is open. */
function contradiction({ open, currency, row }: Pick<Invoice, 'open' | 'currency' | 'row'>): Verdict | null {
  if (open <= 0) return null;
  const message = () =>
    `The status in row ${row} of the invoice sheet says paid, but by its figures ${formatMoney(open, currency)} is open. Correct the one that is wrong.`;
  return verdict('blocked', 'contradiction', message);
}
