// What a person needs to know for a call: whom to ask for, what was said before, which day to propose.
import { closedDays } from '../../dunning/decision/calendar';
import type { Facts } from '../../dunning/decision/facts';
import { promiseStandings } from '../../dunning/decision/promises';
import type { Reminder } from '../../dunning/history/reminder';
import { wordsOf } from '../../dunning/letter/letter-words';
import { isContact, isSpoken } from '../../dunning/policy/channels';
import { isoOf, nextBusinessDay } from '../../receivables/day';
import { contactLine, promiseLine } from '../letters/contact-lines';
import type { CallFacts } from '../waiting/view';

/** So many contacts and promises are told. */
const LAST = 5;
/** A week: long enough for a payment run, short enough to be remembered. */
const PROMISE_DAYS = 7;

/** The facts of a reminder that is a call; null for any other. */
export function callFacts(
  { facts: { channel, customerKey, language, leadKey } }: Reminder,
  facts: Facts,
): CallFacts | null {
  if (!isSpoken(channel)) return null;
  const known = facts.customers.get(customerKey);
  const words = wordsOf(language);
  const contacts = (facts.history.contacts.get(customerKey) ?? []).filter((one) => isContact(one.channel));
  const promises = promiseStandings(facts).filter((standing) => standing.customerKey === customerKey);
  const lead = facts.invoices.find(({ key }) => key === leadKey);
  return {
    contact: known?.contact ?? '',
    phone: known?.phone ?? '',
    email: known?.email || lead?.email || '',
    country: known?.country ?? '',
    contacts: words
      ? contacts
          .slice(-LAST)
          .reverse()
          .map((one) => contactLine(one, words))
      : [],
    promises: words
      ? promises
          .slice(-LAST)
          .reverse()
          .map((one) => promiseLine(one, words))
      : [],
    promiseOn: isoOf(nextBusinessDay(facts.asOf + PROMISE_DAYS, closedDays(facts.settings)(known?.country ?? ''))),
  };
}
