// What is counted beside the invoices since the first of a month: promises that came to their day, mails and calls.

import type { DecisionContext } from '../../dunning/decision/customer-context';
import { CHANNELS } from '../../dunning/policy/channels';
import { type Day, startOfMonth } from '../../receivables/day';
import type { Beside } from '../../receivables/figures/day-figures';
import type { FiguresFacts } from './figures-facts';

/** The counts of one currency, of everybody ('') or of a segment. */
export type BesideOf = (currency: string, segment: string) => Beside;

const NOTHING: Beside = { promisesDue: 0, promisesKept: 0, mails: 0, calls: 0 };

/**
 * Counts, month to date. Promises, mails and calls are of a customer: they count in each currency in which that customer has invoices.
 * @param day the last day that counts
 */
export function besideOf({ rows, segmentOf, promises }: FiguresFacts, { facts }: DecisionContext, day: Day): BesideOf {
  const from = startOfMonth(day);
  const currencies = new Map<string, Set<string>>();
  for (const { customerKey, currency } of rows) {
    const known = currencies.get(customerKey);
    if (known) known.add(currency);
    else currencies.set(customerKey, new Set([currency]));
  }
  const counts = new Map<string, Beside>();
  const add = (customerKey: string, what: keyof Beside): void => {
    for (const currency of currencies.get(customerKey) ?? [])
      for (const segment of ['', segmentOf(customerKey)]) {
        const place = `${currency}|${segment}`;
        const sum = counts.get(place) ?? { ...NOTHING };
        counts.set(place, sum);
        sum[what] = (sum[what] ?? 0) + 1;
      }
  };
  for (const { customerKey, on, isKept } of promises) {
    if (on < from || on > day) continue;
    add(customerKey, 'promisesDue');
    if (isKept) add(customerKey, 'promisesKept');
  }
  for (const [customerKey, contacts] of facts.history.contacts)
    for (const { on, channel } of contacts) {
      if (on < from || on > day) continue;
      const { counted } = CHANNELS[channel];
      if (counted === 'mails' || counted === 'calls') add(customerKey, counted);
    }
  return (currency, segment) => counts.get(`${currency}|${segment}`) ?? NOTHING;
}
