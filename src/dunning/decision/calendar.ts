// On which days a customer is written to: business days here and there, outside quiet periods.
import { type Day, isBusinessDay } from '../../receivables/day';
import { countryCode } from '../letter/languages';
import { CHANNELS } from '../policy/channels';
import type { DunningSettings, Facts } from './facts';

/**
 * The days, weekends apart, on which nothing is sent: our holidays, quiet periods, and the holidays of a customer's
 * country. Each country is put together once.
 * @returns the closed days for a country as written; '' or an unknown one gives our own
 * @example closedDays(settings)('Germany').has(day)
 */
export function closedDays(settings: DunningSettings): (country: string) => ReadonlySet<Day> {
  const own: ReadonlySet<Day> =
    settings.quiet.size === 0 ? settings.holidays : new Set([...settings.holidays, ...settings.quiet]);
  const known = new Map<string, ReadonlySet<Day>>();
  return (country) => {
    const cached = known.get(country);
    if (cached) return cached;
    const theirs = country === '' ? undefined : settings.countryHolidays.get(countryCode(country));
    const closed = theirs ? new Set([...own, ...theirs]) : own;
    known.set(country, closed);
    return closed;
  };
}

/** Whether nothing is sent to a customer today, whatever is due. @example isClosedFor(facts, 'acme') // true on a Sunday */
export function isClosedFor(facts: Facts, customerKey: string): boolean {
  const country = facts.customers.get(customerKey)?.country ?? '';
  return !isBusinessDay(facts.asOf, closedDays(facts.settings)(country));
}

/**
 * Whether a statement or an invoice went out to them today, beside which no other mail leaves: what waits goes on waiting.
 * @example isWrittenToToday(facts, 'acme') // true on the day of a statement
 */
export function isWrittenToToday({ history, asOf }: Facts, customerKey: string): boolean {
  const contacts = history.contacts.get(customerKey) ?? [];
  return contacts.some(({ on, reached, channel }) => on === asOf && !reached && CHANNELS[channel].reaches === 'surely');
}
