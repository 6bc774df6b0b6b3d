// The Calls page: the calls that wait, in the order in which they are made, and what came of those of today.
import type { Facts } from '../../dunning/decision/facts';
import { promiseStandings } from '../../dunning/decision/promises';
import type { LogEvent } from '../../dunning/history/events';
import type { Contact, History } from '../../dunning/history/history';
import { askedInWords, askedOn, daysLateOf } from '../../dunning/letter/headline';
import { isSpoken } from '../../dunning/policy/channels';
import { type Day, isoOf } from '../../receivables/day';
import { addTo, formatTotals, NO_CURRENCY, type Totals, toMinor } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { invoiceLines } from '../review/invoice-lines';
import type { CallsView } from '../waiting/view';
import { callColumns } from './call-columns';
import { inCallOrder } from './call-order';

/** A promise that was missed longer ago says little of today. */
const MISSED_DAYS = 60;

/** The Calls page. @param withInvoices whether each call comes with its invoices @throws Refusal as `openForShowing` */
export function showCalls(ports: Ports, withInvoices = false): CallsView {
  const { ws, book, gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const { history, customers } = facts;
  const missed = missedLately(facts);
  const waiting = [...history.waiting.values()].filter(
    ({ state, facts: { channel } }) => isSpoken(channel) && (state === 'planned' || state === 'approved'),
  );
  const candidates = waiting.map((reminder) => ({
    reminder,
    id: reminder.id,
    name: reminder.facts.customer,
    asked: askedOn(reminder.facts, day),
    daysLate: daysLateOf(reminder, day),
    missed: missed.get(reminder.facts.customerKey) ?? null,
    hasPhone: /\d{3}/.test((customers.get(reminder.facts.customerKey)?.phone ?? '').replace(/\D/g, '')),
    ...callsBefore(history.contacts.get(reminder.facts.customerKey) ?? []),
  }));
  const chosen = ws.settings().callColumns;
  const { offered, of: more } = callColumns(book, chosen, day);
  const rows = new Map(withInvoices ? facts.invoices.map((invoice) => [invoice.key, invoice]) : []);
  return {
    asOf: isoOf(day),
    instant: ports.clock.instant(),
    columns: { chosen: [...chosen], offered },
    calls: inCallOrder(candidates, day).map(({ call: { id, reminder }, why }) => {
      const { customerKey, customer } = reminder.facts;
      const { contact = '', phone = '', owner = '' } = customers.get(customerKey) ?? {};
      const line = { id, customerKey, customer, contact, phone, owner, amounts: askedInWords(reminder, day), why };
      return withInvoices ? { ...line, invoices: invoiceLines(reminder, day, rows, more) } : line;
    }),
    tally: tallyOf(history, ws.log.events, isoOf(day)),
  };
}

/** The day of the promise that each customer missed last, within two months. @example missedLately(facts).get('acme') */
export function missedLately(facts: Facts): ReadonlyMap<string, Day> {
  const missed = new Map<string, Day>();
  for (const { customerKey, state, promise } of promiseStandings(facts)) {
    const on = promise.promisedOn;
    if ((state !== 'broken' && state !== 'partly kept') || on === null || facts.asOf - on > MISSED_DAYS) continue;
    missed.set(customerKey, Math.max(on, missed.get(customerKey) ?? on));
  }
  return missed;
}

/** When somebody answered last, and the calls since then that nobody answered. */
function callsBefore(contacts: readonly Contact[]): { reached: Day | null; unanswered: number } {
  let reached: Day | null = null;
  let unanswered = 0;
  for (const { on, channel, reached: isReached } of contacts) {
    if (!isSpoken(channel)) continue;
    reached = isReached ? on : reached;
    unanswered = isReached ? 0 : unanswered + 1;
  }
  return { reached, unanswered };
}

/**
 * What came of the calls of a day, by the log; those that were taken back do not count.
 * @param events in order
 * @param today ISO day
 */
function tallyOf(
  { reminders }: Pick<History, 'reminders'>,
  events: readonly LogEvent[],
  today: string,
): CallsView['tally'] {
  const outcomes = new Map<string, number>();
  const promisedBy = new Set<string>();
  let calls = 0;
  for (const { state, facts, outcome, updated } of reminders.values()) {
    if (state !== 'done' || !isSpoken(facts.channel) || !updated.startsWith(today)) continue;
    calls += 1;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (outcome === 'promised') promisedBy.add(facts.customerKey);
  }
  return { calls, outcomes: Object.fromEntries(outcomes), promised: promisedOn(events, today, promisedBy) };
}

/** The sums that customers promised on a day, in words: as noted in the log, what was cancelled since left out. */
function promisedOn(events: readonly LogEvent[], today: string, by: ReadonlySet<string>): string {
  const noted = new Map<string, Totals>();
  for (const { at, kind, facts } of events) {
    const { promise, customerKey = '' } = facts;
    if (!at.startsWith(today) || promise === undefined) continue;
    if (kind === 'promise-ended') noted.delete(promise.id);
    if (kind !== 'promise-noted' || !by.has(customerKey)) continue;
    // The id ends with the amount as it was promised, nothing for all that was open.
    const amount = promise.id.slice(promise.id.lastIndexOf('|') + 1);
    const totals: Totals = {};
    const currency = promise.lines[0]?.[1] ?? NO_CURRENCY;
    if (amount === '') for (const [, code, open] of promise.lines) addTo(totals, code, open);
    else addTo(totals, currency, toMinor(Number(amount), currency));
    noted.set(promise.id, totals);
  }
  const sum: Totals = {};
  for (const totals of noted.values())
    for (const [currency, minor] of Object.entries(totals)) addTo(sum, currency, minor);
  return Object.keys(sum).length === 0 ? '' : formatTotals(sum);
}
