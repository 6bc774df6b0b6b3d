// How often a customer hears from us within thirty days, and from which day on there is room again.
import type { Day } from '../../../receivables/day';
import type { Contact } from '../../history/history-state';
import { CONTACT_WINDOW } from '../../policy/contact-rules';

/**
 * The first day on which one more contact keeps to the limit; today where there is room. What did not reach them, texts
 * about a promise and statements do not count.
 * @param contacts of a customer, in any order
 * @param most so many in any 30 days
 * @example freeFrom(four contacts of 2, 9, 16 and 20 Nov, 4, 23 Nov) // 2 Dec
 */
export function freeFrom(contacts: readonly Contact[], most: number, asOf: Day): Day {
  if (contacts.length < most) return asOf;
  const from = asOf - CONTACT_WINDOW;
  const days: Day[] = [];
  // Of years of contacts nearly all lie before the window.
  for (const { on, reached, isOfPromise } of contacts)
    if (on > from && on <= asOf && reached && !isOfPromise) days.push(on);
  days.sort((a, b) => b - a);
  const oldest = days[most - 1];
  return oldest === undefined ? asOf : oldest + CONTACT_WINDOW;
}
