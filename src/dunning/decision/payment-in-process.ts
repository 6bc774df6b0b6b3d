// A payment that is under way by the status of an invoice: since when that stands there, and up to when it is waited for.
import { type Day, plusBusinessDays } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { partsForCells } from '../history/cell-parts';
import { type NewEvent, workbookEvent } from '../history/events';
import type { Facts } from './facts';

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
