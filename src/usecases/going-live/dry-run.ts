// What would happen if the workbook went live now: played on a copy, told in a sentence, nothing written.

import type { Facts } from '../../dunning/decision/facts';
import { isChaseable, isHandedOver, isOverdue } from '../../dunning/decision/owed';
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { applyEvent } from '../../dunning/history/history';
import { type Forecast, forecast } from '../../dunning/outlook/forecast';
import { copyHistory } from '../../dunning/outlook/history-copy';
import type { ForecastContact } from '../../dunning/outlook/rehearsal';
import { countsInWords } from '../../dunning/policy/channels';
import { type Day, isoOf, shortDay } from '../../receivables/day';
import { formatTotals } from '../../receivables/money';
import { forecastView, totalsOf } from '../outlook/show-forecast';
import type { DryRunView } from './view';

/** First contacts are followed so far at most. */
const MOST_DAYS = 60;
/** So long a stage that was taken over may wait for its difference of days. */
const WAITING_DAYS = 21;
const LARGEST = 10;

/**
 * Plays the days after going live.
 * @param events what the choices would write
 * @param isLive whether the workbook is live already
 */
export function dryRun(
  facts: Facts,
  events: readonly NewEvent[],
  mailsPerDay: number | null,
  isLive: boolean,
): DryRunView {
  const history = copyHistory(facts.history);
  const at = `${isoOf(facts.asOf)} 00:00:00`;
  for (const event of [...events, workbookEvent('live', '', '', { code: 'onboarding' })])
    applyEvent(history, { ...event, seq: 0, at, hash: '' });
  const ahead: Facts = { ...facts, history };
  const overdue = overdueIn(ahead);
  const whole = forecast(ahead, daysFor(facts, overdue.size, mailsPerDay), { mailsPerDay });
  const firsts = whole.contacts.filter(({ isFirst, customerKey }) => isFirst && overdue.has(customerKey));
  const last = firsts[firsts.length - 1]?.day ?? facts.asOf;
  const begun = until(whole, last);
  const view = forecastView(begun, facts.asOf);
  return {
    sentence: inWords(begun, isLive),
    notes: [...notes(facts, begun, last, view.fixesCount), ...leftOut(ahead, overdue, whole)],
    days: view.days,
    largest: largest(firsts),
    fixes: view.fixes,
    fixesCount: view.fixesCount,
  };
}

/** Customers with something overdue that was not handed over. */
function overdueIn(facts: Facts): ReadonlySet<string> {
  const chased = facts.invoices.filter((one) => isChaseable(one) && isOverdue(one) && !isHandedOver(facts, one));
  return new Set(chased.map(({ customerKey }) => customerKey));
}

/** So many who hear nothing are named. */
const NAMED = 5;

/** Who is overdue and yet hears nothing in these days. */
function leftOut({ customers }: Facts, overdue: ReadonlySet<string>, { contacts, fixes }: Forecast): string[] {
  const reached = new Set([...contacts, ...fixes].map(({ customerKey }) => customerKey));
  const left = [...overdue].filter((key) => !reached.has(key)).map((key) => customers.get(key)?.name ?? key);
  if (left.length === 0) return [];
  const names = [...left.slice(0, NAMED), ...(left.length > NAMED ? [`${left.length - NAMED} more`] : [])].join(', ');
  const who = count(left.length, 'overdue customer');
  return [`${who} would hear nothing in these days: ${names}. More > Why tells the reason for each invoice.`];
}

/** How many calendar days it takes until everybody overdue was contacted once, the cap a day kept. */
function daysFor({ settings }: Facts, customers: number, mailsPerDay: number | null): number {
  const most = Math.max(1, Math.min(settings.newCustomersPerDay ?? customers, mailsPerDay ?? customers));
  return Math.min(MOST_DAYS, Math.ceil((customers / most) * (7 / 5)) + WAITING_DAYS);
}

function until({ days, contacts, ...rest }: Forecast, last: Day): Forecast {
  return { ...rest, days: days.filter(({ day }) => day <= last), contacts: contacts.filter(({ day }) => day <= last) };
}

function inWords(begun: Forecast, isLive: boolean): string {
  const when = isLive ? 'With these choices' : 'If you went live now';
  const { customers, ...counts } = totalsOf(begun);
  const parts = countsInWords(counts);
  if (parts.length === 0) return `${when}, nobody would be contacted.`;
  const list = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
  const days = begun.days.filter((day) => day.customers > 0).length;
  return `${when}: ${list} to ${count(customers, 'customer')} on ${count(days, 'business day')}.`;
}

/** @example count(2, 'mail') // '2 mails'; '' for none */
function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function notes(facts: Facts, { days, contacts }: Forecast, last: Day, fixes: number): string[] {
  const today = days.find(({ day }) => day === facts.asOf)?.customers ?? 0;
  const most = facts.settings.newCustomersPerDay;
  const firstDay = contacts.find(({ isFirst }) => isFirst)?.day;
  return [
    ...(today === 0 ? ['Nobody is contacted today.'] : []),
    ...(firstDay === undefined
      ? []
      : [`First contacts run from ${shortDay(firstDay, facts.asOf)} to ${shortDay(last, facts.asOf)}.`]),
    ...(most === null
      ? []
      : [
          `At most ${count(most, 'customer') || 'no customer'} a day ${most === 1 ? 'is' : 'are'} contacted for the first time, for five business days; then three times as many.`,
        ]),
    ...(fixes > 0 ? [`${count(fixes, 'customer')} cannot be reached before something is mended.`] : []),
  ];
}

/** Who is asked for the most, each once. An order, not a sum: the figure may be of any currency. */
function largest(firsts: readonly ForecastContact[]): DryRunView['largest'] {
  const size = ({ amounts }: ForecastContact): number => Math.max(0, ...Object.values(amounts));
  return [...firsts]
    .sort((a, b) => size(b) - size(a) || a.day - b.day)
    .slice(0, LARGEST)
    .map(({ customer, day, channel, amounts }) => ({
      customer,
      day: isoOf(day),
      channel,
      amounts: formatTotals(amounts),
    }));
}
