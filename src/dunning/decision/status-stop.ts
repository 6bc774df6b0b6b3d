// What the status column of the invoice sheet stops: words that say so, and a "paid" that the figures deny.
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { formatMoney } from '../../receivables/money';
import { partsForCells } from '../history/cell-parts';
import { type NewEvent, workbookEvent } from '../history/events';
import type { Facts } from './facts';
import { type Verdict, verdict } from './reasons';

/**
 * Why nothing is sent about an invoice because of its status.
 * @param invoice open on the day
 * @param today the day on which the sheet was read: a payment on a later one has not happened, whatever the sheet says
 * @param awaited the day up to which a payment that is under way is waited for; then a person reads the reminder
 * @returns null where the status stops nothing
 * @example statusStop(onHold, today, () => today)?.reasons[0]?.code // 'held'
 */
export function statusStop(
  invoice: Pick<Invoice, 'status' | 'statusText' | 'open' | 'currency' | 'paidOn' | 'row'>,
  asOf: Day,
  awaited: () => Day,
  today = asOf,
): Verdict | null {
  const { status, statusText = '', row } = invoice;
  // Asked of every invoice again and again, and most have no such word.
  if (status !== 'stopped' && status !== 'in-process' && status !== 'paid') return null;
  const says = `The status in row ${row} of the invoice sheet says “${statusText}”`;
  if (status === 'stopped') return verdict('blocked', 'held', `${says}: no reminders while it stands there.`);
  if (status === 'in-process') {
    const until = awaited();
    if (until <= asOf) return null;
    const message = `${says}: a payment is under way. If none comes, a person is asked on ${shortDay(until, asOf)}.`;
    return verdict('blocked', 'payment-in-process', message, until);
  }
  const paidOn = invoice.paidOn ?? asOf;
  // As of a past day the payments of later ones have not happened yet.
  if (status !== 'paid' || (paidOn > asOf && paidOn <= today)) return null;
  return paidOn > today ? paidInFuture(invoice, paidOn, asOf) : contradiction(invoice);
}

/** Paid on a day that is to come: the day is a slip, or the payment was only announced. */
function paidInFuture({ open, row }: Pick<Invoice, 'open' | 'row'>, on: Day, asOf: Day): Verdict | null {
  if (open <= 0) return null;
  const message = `The status in row ${row} of the invoice sheet says paid, and the payment date, ${shortDay(on, asOf)}, is to come. Correct the one that is wrong.`;
  return verdict('blocked', 'contradiction', message, on);
}

/** One of the two is wrong, and only a person can tell which. */
function contradiction({ open, currency, row }: Pick<Invoice, 'open' | 'currency' | 'row'>): Verdict | null {
  if (open <= 0) return null;
  const message = () =>
    `The status in row ${row} of the invoice sheet says paid, but by its figures ${formatMoney(open, currency)} is open. Correct the one that is wrong.`;
  return verdict('blocked', 'contradiction', message);
}

/** Business days in which a payment that is under way comes in. */
const DAYS = 5;

/** The status, and the codes of the events that tell of it. */
const IN_PROCESS = 'in-process';
const NOT_IN_PROCESS = 'not-in-process';

/**
 * The first day on which a person is asked, as no payment came. A status that is seen for the first time begins today.
 * @example awaitedUntil(facts, invoice) // five business days after the status was first seen
 */
export function awaitedUntil({ history, asOf, settings }: Facts, { key }: Pick<Invoice, 'key'>): Day {
  return plusBusinessDays(history.inProcess.get(key) ?? asOf, DAYS, settings.holidays);
}

/** The events that note since when payments are under way, and of which the status says so no more. */
export function processNoted({ history, invoices }: Facts, actor: string): NewEvent[] {
  const seen = invoices.filter(({ key, status }) => status === IN_PROCESS && !history.inProcess.has(key));
  const over = invoices.filter(
    (invoice) => history.inProcess.has(invoice.key) && (invoice.status !== IN_PROCESS || !isOwed(invoice)),
  );
  const told = (those: readonly Invoice[], code: string, note: string): NewEvent[] =>
    partsForCells(those.map(({ key }) => key)).map((keys) => ({
      ...workbookEvent('invoices-noted', actor, note, { code, keys }),
      invoices: those
        .filter(({ key }) => keys.includes(key))
        .map(({ invoice }) => invoice)
        .join(', '),
    }));
  return [
    ...told(seen.filter(isOwed), IN_PROCESS, 'A payment is under way, says the invoice sheet.'),
    ...told(over, NOT_IN_PROCESS, 'No payment is under way any more, says the invoice sheet.'),
  ];
}
