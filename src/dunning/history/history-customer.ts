// What the log says about a customer beside reminders: segment, replies, bounces, hand-overs, promises, onboarding.
import { type Day, dayFromIso } from '../../receivables/day';
import { numberStem } from '../../receivables/invoice-number';
import { isReadByCustomer, MAIL } from '../policy/channels';
import { decideAnswer, takeAnswer } from './answers';
import type { LogEvent } from './events';
import { followInvoices, noteInvoices } from './followed-invoices';
import { addCompleted, type History } from './history-state';
import { noteNoticed, takeBackNoticed } from './mail-threads';
import { takePayment } from './payments';

/** Takes an event about a customer, or about the beginning of the work, into the history; others leave it as it is. */
export function recordCustomerEvent(history: History, event: LogEvent): void {
  const record = RECORDERS[event.kind];
  const on = record ? dayFromIso(event.at.slice(0, 10)) : null;
  if (!record || on === null) return;
  const told = event.facts.customerKey ?? '';
  const key = history.aliases.get(told) ?? told;
  noteNoticed(history, event, key, on);
  record(history, event, key, on);
}

type Recorder = (history: History, event: LogEvent, key: string, on: Day) => void;

const RECORDERS: Partial<Record<LogEvent['kind'], Recorder>> = {
  segments: recordFirstSegments,
  'segment-pending': (history, { facts }, key, on) => {
    const standing = history.segments.get(key);
    if (standing) history.segments.set(key, { ...standing, pending: facts.segment ?? '', since: on });
  },
  'segment-kept': (history, _, key, on) => {
    const standing = history.segments.get(key);
    if (standing) history.segments.set(key, { ...standing, pending: '', since: on });
  },
  'segment-changed': (history, { facts }, key, on) => {
    history.segments.set(key, { segment: facts.segment ?? '', pending: '', since: on });
  },
  replied: (history, { kind }, key, on) => {
    history.replied.set(key, on);
    cameOf(history, key, kind);
  },
  bounced: (history, { kind, facts }, key, on) => {
    const before = history.bounced.get(key)?.addresses ?? [];
    history.bounced.set(key, { on, addresses: [...before, ...(facts.addresses ?? [])] });
    cameOf(history, key, kind);
  },
  noticed: () => {},
  // A pause is a row of its tab; of the log only the message counts that brought it.
  'hold-added': () => {},
  'hold-lifted': () => {},
  resumed: (history, { facts: { addresses = [], noticed, until = '' } }, key) => {
    const mark = noticed && history.noticed.get(noticed.id);
    if (mark) return takeBackNoticed(history, mark, key, dayFromIso(until));
    history.replied.delete(key);
    history.bounced.delete(key);
    // The mailbox works again, for whoever shares it.
    for (const [other, back] of addresses.length > 0 ? history.bounced : []) {
      history.bounced.set(other, { ...back, addresses: back.addresses.filter((one) => !addresses.includes(one)) });
    }
  },
  'contact-changed': (history, { facts }, key) => {
    if (facts.addresses) history.keptAddresses.set(key, facts.addresses);
  },
  insolvency: (history, { facts }, key) => {
    const since = dayFromIso(facts.until ?? '');
    if (since === null) history.insolvent.delete(key);
    else history.insolvent.set(key, since);
  },
  assignment: (history, { facts: { assignee = '' } }, key) => {
    if (assignee === '') history.assigned.delete(key);
    else history.assigned.set(key, assignee);
  },
  'handed-over': (history, { facts }, _, on) => {
    for (const invoice of facts.keys ?? []) history.handedOver.set(numberStem(invoice), on);
  },
  'taken-back': (history, { facts }) => {
    for (const invoice of facts.keys ?? []) takeBack(history, invoice);
  },
  'invoices-noted': noteInvoices,
  'marks-followed': followInvoices,
  'customers-joined': settle,
  'customers-apart': settle,
  'promise-noted': recordPromise,
  'promise-ended': (history, { facts }, key, on) => {
    const noted = history.promises.get(promiseOfToday(facts, key));
    if (noted) history.promises.set(noted.id, { ...noted, ended: facts.code ?? '', endedOn: on });
  },
  answered: ({ answers }, event, key, on) => takeAnswer(answers, event, key, on),
  'answer-decided': ({ answers }, event, _, on) => decideAnswer(answers, event, on),
  onboarded: recordTakenOver,
  'ask-first': (history, _, key) => history.askFirst.add(key),
  'heads-up': (history, { reminder, at, facts }) => {
    history.headsUp.add(reminder);
    if (facts.recipients) history.recipients.push([at, facts.recipients]);
  },
  'weekly-note': (history, { at, facts }) => {
    history.recipients.push([at, facts.recipients ?? 1]);
  },
  erased: (history, { facts }) => {
    history.silenced.push(...(facts.silenced ?? []));
  },
  'lines-read': takeMoney,
  'line-decided': takeMoney,
  'line-undone': takeMoney,
  'payer-forgotten': takeMoney,
  booked: takeMoney,
  'difference-asked': takeMoney,
  'difference-settled': takeMoney,
  live: (history, { facts }, _, on) => {
    if (facts.code === 'onboarding') history.calmOn = on;
  },
};

function takeMoney({ payments, aliases }: History, event: LogEvent, _: string, on: Day): void {
  takePayment(payments, event, on, aliases);
}

/** A person said whether customers are one: it is not asked any more. */
function settle(history: History, { facts }: LogEvent, key: string): void {
  for (const one of [key, ...(facts.keys ?? [])]) history.renamed.delete(one);
}

/** What came of the last message that was written to them: a mark that is taken off later leaves it as it was. */
function cameOf(history: History, key: string, outcome: string): void {
  const contacts = history.contacts.get(key) ?? [];
  const last = contacts.map(({ channel }) => isReadByCustomer(channel)).lastIndexOf(true);
  const contact = contacts[last];
  if (contact) contacts[last] = { ...contact, outcome };
  if (contact) history.contacts.set(key, contacts);
}

/** A long promise is noted in parts; one noted under another spelling is known under the name of today. */
function recordPromise(history: History, { facts }: LogEvent, key: string, on: Day): void {
  if (!facts.promise) return;
  const { lines } = facts.promise;
  const id = promiseOfToday(facts, key);
  const noted = history.promises.get(id);
  // Its parts are noted at once; another day tells of another promise.
  const before = noted && noted.ended === undefined && noted.on === on ? noted.lines : [];
  const known = new Set(before.map(([invoice]) => invoice));
  const isAfterReturn = lines.some(([invoice]) => history.payments.returned.has(invoice));
  history.promises.set(id, {
    ...{ id, on, lines: [...before, ...lines.filter(([invoice]) => !known.has(invoice))] },
    ...(isAfterReturn ? { afterReturn: true } : {}),
  });
}

function promiseOfToday({ customerKey = '', promise }: LogEvent['facts'], key: string): string {
  const written = promise?.id ?? '';
  const told = `${customerKey}|`;
  return written.startsWith(told) ? `${key}|${written.slice(told.length)}` : written;
}

function recordFirstSegments(history: History, { facts }: LogEvent, _: string, on: Day): void {
  for (const [segment, keys] of Object.entries(facts.segments ?? {})) {
    for (const key of keys) history.segments.set(history.aliases.get(key) ?? key, { segment, pending: '', since: on });
  }
}

/** Stages that were completed before the work with us began: the next one counts from the day they were taken over. */
function recordTakenOver(history: History, { facts }: LogEvent, customerKey: string): void {
  for (const { key, stage, days, on } of facts.steps ?? []) {
    const day = dayFromIso(on);
    if (day !== null) addCompleted(history, key, { segment: facts.segment ?? '', stage, days, on: day, template: '' });
  }
  const on = dayFromIso(facts.until ?? '');
  // Whom our own people wrote to lately is not written to before the least days between two contacts are over.
  if (on !== null && (history.lastContact.get(customerKey)?.on ?? on) <= on)
    history.lastContact.set(customerKey, { on, by: MAIL, tone: '' });
}

/** Whoever handed the invoice over, a person or a completed stage with that text: it is with us again. */
function takeBack(history: History, invoice: string): void {
  history.handedOver.delete(numberStem(invoice));
  const stages = history.completed.get(invoice) ?? [];
  if (stages.length > 0)
    history.completed.set(
      invoice,
      stages.map((stage) => ({ ...stage, template: '' })),
    );
}
