// What a person needs to know for a call: whom to ask for, what was said before, which day to propose.
import { closedDays } from '../../dunning/decision/calendar';
import { promiseStandings } from '../../dunning/decision/promises';
import type { Reminder } from '../../dunning/history/reminder';
import { letterValues, objectionsIn } from '../../dunning/letter/letter-values';
import { type LetterWords, wordsOf } from '../../dunning/letter/letter-words';
import { isContact, isSpoken } from '../../dunning/policy/channels';
import { isoOf, nextBusinessDay } from '../../receivables/day';
import { contactLine, promiseLine } from '../letters/contact-lines';
import { type LetterSources, letterInput } from '../letters/letter-of-reminder';
import type { CallFacts } from '../waiting/view';

/** So many contacts and promises are told. */
const LAST = 5;
/** A week: long enough for a payment run, short enough to be remembered. */
const PROMISE_DAYS = 7;

/** The facts of a reminder that is a call; null for any other. */
export function callFacts(reminder: Reminder, sources: LetterSources): CallFacts | null {
  const { channel, customerKey, language, leadKey } = reminder.facts;
  if (!isSpoken(channel)) return null;
  const { facts } = sources;
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
    objections: words ? objectionsOf(reminder, sources, words) : [],
    promiseOn: isoOf(nextBusinessDay(facts.asOf + PROMISE_DAYS, closedDays(facts.settings)(known?.country ?? ''))),
  };
}

/** What one may hear, filled in for this call. */
function objectionsOf(reminder: Reminder, sources: LetterSources, words: LetterWords): CallFacts['objections'] {
  const made = letterInput(reminder, sources);
  return 'problem' in made ? [] : objectionsIn(made.input, letterValues(made.input, words));
}
