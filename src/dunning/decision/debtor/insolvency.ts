// An insolvency that was noted: it counts on where its cell is emptied or says an earlier day, until a person answers.
import { type Day, isoOf, shortDay } from '../../../receivables/day';
import { customerEvent, type NewEvent } from '../../history/events';
import type { History } from '../../history/history';
import type { Customer, Facts } from '../facts';

/**
 * The customers with every insolvency that was noted and not answered.
 * @param written as AR Customers and the invoice sheet say
 */
export function stillInsolvent(written: ReadonlyMap<string, Customer>, { insolvent }: History): Map<string, Customer> {
  const all = new Map(written);
  for (const [key, noted] of insolvent) {
    const one = all.get(key);
    if (one && noted > (one.insolventSince ?? Number.NEGATIVE_INFINITY))
      all.set(key, { ...one, insolventSince: noted, insolventWritten: one.insolventSince });
  }
  return all;
}

/** What a plan notes of insolvencies that are written now, so that no slip of a cell takes a stop away. */
export function insolvenciesNoted({ customers, history, asOf }: Facts, actor: string): NewEvent[] {
  return [...customers.values()].flatMap((customer) => {
    const { key, insolventSince: since } = customer;
    if (since === null || history.insolvent.get(key) === since) return [];
    const note = `Insolvent since ${shortDay(since, asOf)}: noted.`;
    return [insolvency(customer, since, actor, note)];
  });
}

/** The event by which a customer counts as insolvent since a day, or, with null, no more. */
export function insolvency(
  customer: Pick<Customer, 'key' | 'name'>,
  since: Day | null,
  actor: string,
  note: string,
): NewEvent {
  return customerEvent('insolvency', customer, actor, note, { until: since === null ? '' : isoOf(since) });
}

/** What a person is asked of a customer whose insolvency is no longer written as it was noted; '' where nothing is. */
export function askedOfInsolvency({ name, insolventSince, insolventWritten }: Customer, asOf: Day): string {
  if (insolventWritten === undefined || insolventSince === null) return '';
  const now = insolventWritten === null ? 'is empty' : `says ${shortDay(insolventWritten, asOf)}`;
  return `${name} was noted as insolvent since ${shortDay(insolventSince, asOf)}, and Insolvent since ${now} now. Nothing from before is asked for until you say which.`;
}
