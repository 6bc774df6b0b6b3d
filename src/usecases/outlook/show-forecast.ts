// The next days if nobody pays, as the sidebar shows them: days, who hears from us too often, who cannot be reached.

import { type Forecast, forecast } from '../../dunning/outlook/forecast';
import type { ForecastContact } from '../../dunning/outlook/rehearsal';
import { CHANNELS, countsOf } from '../../dunning/policy/channels';
import { type Day, isoOf, shortDay } from '../../receivables/day';
import { formatTotals } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { ForecastDayView, ForecastView } from './view';

/** What crosses to the sidebar of one day, and of the lists beside it. */
const NAMED_A_DAY = 100;
const NAMED = 50;

/** The longest view ahead. */
const MOST_DAYS = 90;

/** The next days. @throws Refusal `days-out-of-range` */
export function showForecast(ports: Ports, days: number): ForecastView {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new Refusal('days-out-of-range', `Choose between 1 and ${MOST_DAYS} days.`);
  const { ws, gathered, day } = openForShowing(ports);
  const { mailsPerDay } = ws.settings();
  return forecastView(forecast(gathered.facts, days, { mailsPerDay }), day);
}

/** A forecast in words. */
export function forecastView(found: Forecast, asOf: Day): ForecastView {
  const contacts = new Map<Day, ForecastContact[]>();
  for (const contact of found.contacts) {
    const own = contacts.get(contact.day) ?? [];
    own.push(contact);
    contacts.set(contact.day, own);
  }
  return {
    asOf: isoOf(asOf),
    totals: totalsOf(found),
    days: found.days.map(({ day, ...counts }): ForecastDayView => {
      const own = contacts.get(day) ?? [];
      return { day: isoOf(day), ...counts, contacts: own.slice(0, NAMED_A_DAY).map(lineOf) };
    }),
    crowded: found.crowded.slice(0, NAMED).map(({ customer, days }) => ({ customer, days: days.map(isoOf) })),
    crowdedCount: found.crowded.length,
    busiest: busiestInWords(found, asOf),
    fixes: found.fixes.slice(0, NAMED).map(({ customer, message }) => ({ customer, message })),
    fixesCount: found.fixes.length,
  };
}

function lineOf({ customer, channel, stage, amounts }: ForecastContact): ForecastDayView['contacts'][number] {
  return { customer, channel, stage, amounts: formatTotals(amounts) };
}

/** How many contacts there are in all, and with how many customers. */
export function totalsOf({ days, contacts }: Pick<Forecast, 'days' | 'contacts'>): ForecastView['totals'] {
  const totals = countsOf((channel) => days.reduce((sum, day) => sum + day[CHANNELS[channel].counted], 0));
  return { ...totals, customers: new Set(contacts.map(({ customerKey }) => customerKey)).size };
}

function busiestInWords({ busiest }: Forecast, asOf: Day): string {
  if (!busiest) return '';
  const { customer, days } = busiest;
  const named = days.map((day) => shortDay(day, asOf)).join(', ');
  const count = days.length === 1 ? 'one contact' : `${days.length} contacts`;
  return `The most within seven days: ${count} to ${customer} (${named}).`;
}
