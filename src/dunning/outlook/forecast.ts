// The next days if nobody pays: the decision of each day on a copy of the history, everything planned done on its day.
import { isBusinessDay } from '../../receivables/day';
import type { Facts } from '../decision/facts';
import { segmentEvents } from '../decision/standing-segment';
import { type Crowd, crowdsOf } from './forecast-crowds';
import { Roster } from './forecast-roster';
import { copyHistory } from './history-copy';
import { type ForecastContact, type ForecastDay, type ForecastFix, type ForecastOptions, Rehearsal } from './rehearsal';

/** What would happen. */
export interface Forecast {
  /** The business days, none left out. */
  days: ForecastDay[];
  /** In order of their days. */
  contacts: ForecastContact[];
  /** Customers who cannot be reached, each once. */
  fixes: ForecastFix[];
  /** Who is contacted most within seven days; null when nobody is. */
  busiest: Crowd | null;
  /** Customers with more than two contacts within seven days, the most contacted first. */
  crowded: Crowd[];
}

/**
 * What would happen in the coming days if nobody paid and everything planned were approved and done on its day. Invoices
 * age, the stages go on; stops, segments and amounts stay as they are. The given facts are not changed.
 * @param facts of the first day
 * @param count how many calendar days, the first included
 * @example forecast(facts, 30, { mailsPerDay: null }).days[0]?.mails
 */
export function forecast(facts: Facts, count: number, options: ForecastOptions): Forecast {
  const rehearsal = new Rehearsal(copyHistory(facts.history), options);
  const { history } = rehearsal;
  const roster = new Roster(facts, history);
  const closed = new Set([...facts.settings.holidays, ...facts.settings.quiet]);
  for (let day = facts.asOf; day < facts.asOf + count; day += 1) {
    if (!isBusinessDay(day, closed)) continue;
    const noting: Facts = { ...facts, asOf: day, history };
    // Where nobody pays, rounds of reminders end and promises appear on the first day only.
    if (rehearsal.days.length === 0) rehearsal.note(noting);
    else if ([...history.segments.values()].some(({ pending }) => pending !== ''))
      rehearsal.happens(day, segmentEvents(noting, ''));
    const beside = roster.proposedAsleep(day);
    rehearsal.play(
      { ...noting, invoices: roster.invoicesOn(day) },
      (context, plan) => roster.settle(context, plan),
      beside,
    );
  }
  const { days, contacts, fixes } = rehearsal;
  const crowds = crowdsOf(contacts, facts.history.contacts, facts.asOf);
  return { days, contacts, fixes: [...fixes.values()], busiest: crowds[0] ?? null, crowded: crowds.filter(isCrowded) };
}

/** More than two contacts in a week are more than a customer takes kindly. */
function isCrowded({ days }: Crowd): boolean {
  return days.length > 2;
}
