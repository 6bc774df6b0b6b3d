// How often somebody hears from us: the most contacts of each customer within any seven days.

import type { Day } from '../../receivables/day';
import type { Contact } from '../history/history-state';
import { type Channel, isContact } from '../policy/channels';

/** The most contacts of a customer within seven days. */
export interface Crowd {
  customerKey: string;
  customer: string;
  /** The days of those contacts, in order; a day stands once for each contact. */
  days: Day[];
}

/** A contact to come. */
interface Coming {
  customerKey: string;
  customer: string;
  channel: Channel;
  day: Day;
}

const WEEK = 7;

/**
 * For each customer to be contacted the seven days with the most contacts, the most contacted first; tasks reach nobody.
 * @param coming contacts to come, in order of their days
 * @param past what a customer heard from us so far: the last days count, where contacts to come follow closely
 * @param from the first day to come
 */
export function crowdsOf(coming: readonly Coming[], past: ReadonlyMap<string, readonly Contact[]>, from: Day): Crowd[] {
  const byCustomer = new Map<string, Crowd>();
  for (const { customerKey, customer, channel, day } of coming) {
    if (!isContact(channel)) continue;
    const known = byCustomer.get(customerKey) ?? { customerKey, customer, days: recent(past.get(customerKey), from) };
    known.days.push(day);
    byCustomer.set(customerKey, known);
  }
  return [...byCustomer.values()]
    .map((crowd) => ({ ...crowd, days: densest(crowd.days, from) }))
    .sort(
      (a, b) =>
        b.days.length - a.days.length ||
        (a.days[0] ?? 0) - (b.days[0] ?? 0) ||
        (a.customerKey < b.customerKey ? -1 : 1),
    );
}

function recent(past: readonly Contact[] | undefined, from: Day): Day[] {
  return (past ?? [])
    .filter(({ on, reached }) => reached && on <= from && on > from - WEEK)
    .map(({ on }) => on)
    .sort((a, b) => a - b);
}

/** The most days within a week of which the last is still to come, the earliest of equals. */
function densest(days: readonly Day[], from: Day): Day[] {
  let best: Day[] = [];
  days.forEach((last, index) => {
    if (last < from) return;
    const within = days.slice(0, index + 1).filter((day) => day > last - WEEK);
    if (within.length > best.length) best = within;
  });
  return best;
}
