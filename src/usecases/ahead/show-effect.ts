// The contacts that were made, for the page Effect: it holds them against the book in the browser.
import { hasReached } from '../../dunning/history/history';
import { type Day, dayFromIso, isoOf } from '../../receivables/day';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import type { EffectView } from './view';

/** What one answer holds: the latest. */
const MOST_CONTACTS = 5_000;

/** The contacts that reached customers, with what they asked for. @throws Refusal as `openForShowing` */
export function showEffect(ports: Ports): EffectView {
  const { facts } = openForShowing(ports).gathered;
  const { history, invoices } = facts;
  const rows = new Map(invoices.map(({ key, row, customerKey }) => [key, { row, customerKey }]));
  let first: Day | null = null;
  const contacts: EffectView['contacts'] = [];
  for (const { state, facts: about, startedAt, updated, outcome } of history.reminders.values()) {
    if ((state !== 'sent' && state !== 'done') || !hasReached(about, outcome)) continue;
    const on = dayFromIso(((state === 'sent' && startedAt) || updated).slice(0, 10));
    if (on === null) continue;
    first = first === null ? on : Math.min(first, on);
    // Whom an invoice counts under by now, whatever the customer was called then.
    const asked = about.lines.flatMap(({ key, open }) => (open > 0 ? (rows.get(key) ?? []) : []));
    const [lead] = asked;
    if (lead) contacts.push([isoOf(on), about.template, lead.customerKey, asked.map(({ row }) => row)]);
  }
  contacts.sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
  return {
    contacts: contacts.slice(0, MOST_CONTACTS),
    leftOut: Math.max(0, contacts.length - MOST_CONTACTS),
    firstOn: first === null ? '' : isoOf(first),
    bounces: [...history.bounced.values()].map(({ on }) => isoOf(on)),
  };
}
