// Whether a customer heard from us already in this round of reminders.
import type { CustomerContext } from '../customer-context';

/** Whether nothing of this round of reminders reached the customer yet. */
export function isFirstWord({ facts: { history }, key, episode }: CustomerContext): boolean {
  if (episode === null) return true;
  return !(history.contacts.get(key) ?? []).some(({ on, reached }) => reached && on >= episode.since);
}
