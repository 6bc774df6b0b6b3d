// The work of a team: what waits, what the next days bring, what was done in time, and whose customers it is about.
import { isBarred } from '../../dunning/decision/debtor/kinds';
import type { Facts } from '../../dunning/decision/facts';
import { isOverdue } from '../../dunning/decision/owed';
import type { Reminder } from '../../dunning/history/reminder';
import { askedOn, daysLateOf } from '../../dunning/letter/headline';
import { forecast } from '../../dunning/outlook/forecast';
import { type Channel, isSentByUs } from '../../dunning/policy/channels';
import { type Day, dayFromIso, isoOf, plusBusinessDays } from '../../receivables/day';
import type { Opened } from '../../workbook/opening';
import { missedLately } from '../calls/show-calls';
import type { WaitingWork, WorkView } from './view';

/** A week: five business days. */
const AHEAD_DAYS = 7;
/** What is done so many business days after it was planned is done in time. */
const IN_TIME = 2;
/** So far back it is counted what was done in time. */
const COUNTED_DAYS = 30;

/** The work of a team on a day. @example workOf(openForShowing(ports)).waiting.length */
export function workOf({ ws, gathered, day }: Opened): WorkView {
  const { facts } = gathered;
  const { history } = facts;
  const { mailsPerDay, workMinutes, weekHours, collectingShare } = ws.settings();
  const waiting = [...history.waiting.values()].filter(({ state }) => state === 'planned' || state === 'approved');
  const { contacts } = forecast(facts, AHEAD_DAYS, { mailsPerDay });
  const coming = countedBy(contacts, ({ customerKey, channel }) => `${channel} ${customerKey}`);
  const disputes = countedBy(
    facts.disputes.filter(({ resolved, customerKey }) => resolved === null && customerKey !== ''),
    ({ customerKey }) => customerKey,
  );
  const keys = new Set([
    ...facts.invoices.filter(({ open }) => open > 0).map(({ customerKey }) => customerKey),
    ...waiting.map((one) => one.facts.customerKey),
    ...contacts.map(({ customerKey }) => customerKey),
    ...disputes.keys(),
  ]);
  const oldest = new Map<string, string>();
  for (const { plannedOn, facts: about } of waiting) {
    const known = oldest.get(about.customerKey);
    if (known === undefined || plannedOn < known) oldest.set(about.customerKey, plannedOn);
  }
  return {
    customers: [...keys].map((key) => {
      const { name = key, owner = '', kind = 'business' } = facts.customers.get(key) ?? {};
      return { key, name, owner, isPerson: isBarred(kind, 'firmer ladder') };
    }),
    minutes: workMinutes,
    weekMinutes: Math.round(weekHours * 60 * collectingShare),
    waiting: waitingWork(waiting, facts, day),
    coming: [...coming].map(([id, number]) => {
      const [channel = '', ...key] = id.split(' ');
      return [key.join(' '), channel as Channel, number];
    }),
    disputes: [...disputes],
    kept: keptBy(history.reminders.values(), facts, day),
    oldest: [...oldest],
  };
}

/** Calls and tasks, what is overdue on them named by its rows. */
function waitingWork(waiting: readonly Reminder[], facts: Facts, day: Day): WaitingWork[] {
  const missed = missedLately(facts);
  const rows = new Map(facts.invoices.map((invoice) => [invoice.key, { row: invoice.row, late: isOverdue(invoice) }]));
  return waiting
    .filter((one) => !isSentByUs(one.facts.channel))
    .map((one) => {
      const { customerKey, channel, template, lines } = one.facts;
      const on = missed.get(customerKey);
      const named = lines.filter(({ open }) => open > 0).flatMap(({ key }) => rows.get(key) ?? []);
      const late = named.filter((line) => line.late);
      return {
        ...{ id: one.id, key: customerKey, channel, template },
        ...{ asked: askedOn(one.facts, day), daysLate: daysLateOf(one, day), plannedOn: one.plannedOn },
        rows: (late.length > 0 ? late : named).map(({ row }) => row),
        missed: on === undefined ? '' : isoOf(on),
      };
    });
}

/** By customer, of what was planned within the last thirty days and had its two days: how much was done within them. */
function keptBy(reminders: Iterable<Reminder>, { settings }: Facts, day: Day): WorkView['kept'] {
  const counts = new Map<string, { due: number; done: number }>();
  for (const { state, plannedOn, updated, facts } of reminders) {
    const planned = dayFromIso(plannedOn);
    if (planned === null || planned < day - COUNTED_DAYS || state === 'cancelled' || state === 'snoozed') continue;
    const until = plusBusinessDays(planned, IN_TIME, settings.holidays);
    if (until >= day) continue;
    const count = counts.get(facts.customerKey) ?? { due: 0, done: 0 };
    counts.set(facts.customerKey, count);
    count.due += 1;
    const isDone = state === 'sent' || state === 'done' || state === 'skipped';
    if (isDone && (dayFromIso(updated.slice(0, 10)) ?? day) <= until) count.done += 1;
  }
  return [...counts].map(([key, { due, done }]) => [key, due, done]);
}

function countedBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}
