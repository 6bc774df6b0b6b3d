// Invoices under another key than before: what was noted and done about them goes with them, and with their customer.
import { type Day, dayFromIso, isoOf } from '../../receivables/day';
import { numberStem } from '../../receivables/invoice-number';
import { followAnswers } from './answers';
import { partsForCells } from './cell-parts';
import { customerEvent, type LogEvent, type NewEvent, type NotedInvoice, workbookEvent } from './events';
import { anchoredStepKey, type History } from './history-state';
import type { InvoiceTrace } from './moved-invoices';
import { PackedMap } from './packed/packed-map';
import { followPayments } from './payments';
import { type Reminder, WAITING } from './reminder';

/** What an event that marks follow is about. */
export type Following =
  /** The customer stands under another name or number. */
  | 'renamed'
  /** Single invoices came from another customer, who is still one. */
  | 'moved'
  /** The customer, or invoices of theirs, have another number, or other dates. */
  | 'renumbered';

/** The events that note by what invoices are found again; several where one does not fit a cell. */
export function invoicesNoted(traces: readonly InvoiceTrace[], actor: string): NewEvent[] {
  const note =
    'Noted by what they are found again under another name or number: what stops a reminder stays with them.';
  return partsForCells(traces.map(packTrace)).map((noted) => ({
    ...workbookEvent('invoices-noted', actor, note, { noted }),
    invoices: noted.map(({ 2: invoice }) => invoice).join(', '),
  }));
}

function packTrace({ key, customerKey, invoice, issued, due, amount, currency }: InvoiceTrace): NotedInvoice {
  const short = key === `${customerKey}|${invoice}` ? '' : key;
  return [short, customerKey, invoice, isoOrBlank(issued), isoOrBlank(due), amount, currency];
}

function isoOrBlank(day: Day | null): string {
  return day === null ? '' : isoOf(day);
}

/**
 * The events by which marks follow invoices and their customer.
 * @param customer who has them now
 * @param before the customer's other keys; none where only the invoices changed
 * @param moved keys of the invoices, before and now
 */
export function marksFollowed(
  code: Following,
  customer: { key: string; name: string },
  before: readonly string[],
  moved: readonly [from: string, to: string][],
  actor: string,
  note: string,
): NewEvent[] {
  const parts = moved.length > 0 ? partsForCells(moved) : [[]];
  return parts.map((part) =>
    customerEvent('marks-followed', customer, actor, note, { code, keys: [...before], moved: part }),
  );
}

/** Takes down by what invoices are found again, and since when a payment of them is under way. */
export function noteInvoices(history: History, { facts }: LogEvent, _: string, on: Day): void {
  for (const key of facts.code === 'in-process' ? (facts.keys ?? []) : []) history.inProcess.set(key, on);
  for (const key of facts.code === 'not-in-process' ? (facts.keys ?? []) : []) history.inProcess.delete(key);
  facts.noted?.forEach((noted) => {
    noteOne(history, noted);
  });
}

function noteOne({ aliases, traces }: History, noted: NotedInvoice): void {
  // Thousands of them: taken out of the list by their places, which costs less than one after the other.
  const { 0: short, 1: told, 2: invoice, 3: issued, 4: due, 5: amount, 6: currency } = noted;
  const key = short || `${told}|${invoice}`;
  const customerKey = aliases.get(told) ?? told;
  traces.set(key, {
    key,
    customerKey,
    invoice,
    issued: dayFromIso(issued),
    due: dayFromIso(due),
    amount,
    currency,
  });
}

/** Lets what is known of invoices follow them. */
export function followInvoices(history: History, { facts }: LogEvent, key: string, on: Day): void {
  const { code, keys = [], moved = [] } = facts;
  const before = keys.map((one) => history.aliases.get(one) ?? one);
  for (const [from, to] of moved) followOne(history, from, to, [key, ...before]);
  if (moved.length > 0) followReminders(history, new Map(moved));
  if (code === 'renamed') history.renamed.set(key, { on, keys });
  if (code !== 'moved') return;
  for (const other of before) {
    for (const [, to] of moved) history.cameFrom.set(to, other);
    bringContact(history, other, key);
    bringEpisode(history, other, key, moved);
  }
}

function followOne(history: History, from: string, to: string, customers: readonly string[]): void {
  const { completed, lastOpen, firstDue, inProcess, handedOver, traces, promises, episodes } = history;
  for (const [old, now] of [
    [from, to],
    [anchoredStepKey('discount', '', from), anchoredStepKey('discount', '', to)],
    [anchoredStepKey('issue', '', from), anchoredStepKey('issue', '', to)],
  ] as const) {
    const stages = completed.get(old);
    if (!stages) continue;
    completed.set(now, [...(completed.get(now) ?? []), ...stages]);
    completed.delete(old);
  }
  const open = lastOpen.get(from);
  if (open !== undefined) lastOpen.set(to, open);
  lastOpen.delete(from);
  const due = firstDue.get(from);
  if (due !== undefined) firstDue.set(to, Math.min(due, firstDue.get(to) ?? due));
  firstDue.delete(from);
  const since = inProcess.get(from);
  if (since !== undefined) inProcess.set(to, since);
  inProcess.delete(from);
  const away = handedOver.get(numberStem(from));
  if (away !== undefined) handedOver.set(numberStem(to), away);
  followPayments(history.payments, from, to);
  followAnswers(history.answers, from, to);
  const trace = traces.get(from);
  if (trace) traces.set(to, { ...trace, key: to });
  traces.delete(from);
  for (const [id, promise] of promises) {
    if (!promise.lines.some(([key]) => key === from)) continue;
    const lines = promise.lines.map(([key, ...rest]): (typeof promise.lines)[number] => [
      key === from ? to : key,
      ...rest,
    ]);
    promises.set(id, { ...promise, lines });
  }
  for (const customer of customers) {
    const episode = episodes.get(customer);
    if (episode?.keys.has(from)) episode.keys.add(to);
  }
  history.moved.set(from, to);
}

/** What waits, or may have left without anybody knowing, is about the invoices under their keys of today. */
function followReminders({ reminders }: History, moved: ReadonlyMap<string, string>): void {
  const now = (key: string): string => moved.get(key) ?? key;
  const lively: Iterable<Reminder> = reminders instanceof PackedMap ? reminders.atHand() : reminders.values();
  for (const reminder of [...lively]) {
    const { leadKey, lines } = reminder.facts;
    if (!WAITING.includes(reminder.state) || !lines.some(({ key }) => moved.has(key))) continue;
    const followed = lines.map((line) => ({ ...line, key: now(line.key) }));
    const facts = { ...reminder.facts, leadKey: now(leadKey), lines: followed };
    reminders.set(reminder.id, { ...reminder, facts });
  }
}

/** Who was written to under another name lately is not written to again so soon. */
function bringContact({ lastContact, firstContact, replied }: History, from: string, to: string): void {
  const last = lastContact.get(from);
  if (last && last.on > (lastContact.get(to)?.on ?? Number.NEGATIVE_INFINITY)) lastContact.set(to, last);
  const first = firstContact.get(from);
  if (first !== undefined && !firstContact.has(to)) firstContact.set(to, first);
  const reply = replied.get(from);
  if (reply !== undefined && reply > (replied.get(to) ?? Number.NEGATIVE_INFINITY)) replied.set(to, reply);
}

/** A round of reminders that goes on under another customer speaks no milder there. */
function bringEpisode(
  { episodes }: History,
  from: string,
  to: string,
  moved: readonly (readonly [from: string, to: string])[],
): void {
  const episode = episodes.get(from);
  if (!episode || episodes.has(to)) return;
  const keys = moved.filter(([old]) => episode.keys.has(old)).map(([, now]) => now);
  if (keys.length > 0) episodes.set(to, { ...episode, keys: new Set(keys) });
}
