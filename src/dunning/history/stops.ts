// The stops of reminders that stand by the log alone: pauses, disputes, promises, "Do not contact", until an event ends them.
import { dayFromIso, isoOf } from '../../receivables/day';
import { numberKey } from '../../receivables/invoice-number';
import { customerEvent, type LogEvent, type NewEvent } from './events';

/** A stop that an event set and none has ended. */
export interface StandingStop {
  kind: 'hold' | 'do-not-contact' | 'dispute' | 'promise';
  /** The event that set it. */
  seq: number;
  at: string;
  actor: string;
  customerKey: string;
  customer: string;
  /** Invoice number as written; '' for all of the customer. */
  invoice: string;
  /** ISO day of the last protected day as far as the log tells; '' until somebody ends it. */
  until: string;
  /** Of a promise: by what it is known again, and the keys of the invoices it covers. */
  promiseId: string;
  covers: readonly string[];
}

/** The stops that stand, by what each is about. */
export type Stops = Map<string, StandingStop>;

/** The code of the event that forbids or allows contact with a customer. */
const FORBIDDEN = 'do-not-contact';
const ALLOWED = 'may-contact';

/** The event by which a customer may not be contacted, or may be again. @example contactForbidden(acme, 'ann@firm.example', true) */
export function contactForbidden(customer: { key: string; name: string }, actor: string, on: boolean): NewEvent {
  const note = `Do not contact: ${on ? 'yes' : 'no'}.`;
  return customerEvent('contact-changed', customer, actor, note, { code: on ? FORBIDDEN : ALLOWED });
}

/**
 * The stops that stand at the end of a log.
 * @param events in order
 * @example standingStops([]).size // 0
 */
export function standingStops(events: readonly LogEvent[]): Stops {
  const stops: Stops = new Map();
  for (const event of events) applyToStops(stops, event);
  return stops;
}

/** Takes one event more into the stops; most change nothing. */
export function applyToStops(stops: Stops, event: LogEvent): void {
  const key = event.facts.customerKey ?? '';
  switch (event.kind) {
    case 'hold-added':
      stops.set(aboutKey('hold', key, event.invoices), { ...stopOf('hold', event), until: endOfHold(event) });
      return;
    case 'hold-lifted':
      stops.delete(aboutKey('hold', key, event.invoices));
      return;
    case 'dispute-added':
      // Where only a part is disputed the rest is asked for as before.
      // A query pauses all of it, up to a day.
      if (event.amounts === '' || event.facts.until !== undefined)
        stops.set(aboutKey('dispute', key, event.invoices), {
          ...stopOf('dispute', event),
          until: event.facts.until ?? '',
        });
      else stops.delete(aboutKey('dispute', key, event.invoices));
      return;
    case 'dispute-resolved':
      stops.delete(aboutKey('dispute', key, event.invoices));
      return;
    case 'contact-changed':
      if (isContact(event, true)) stops.set(aboutKey('do-not-contact', key, ''), stopOf('do-not-contact', event));
      if (isContact(event, false)) stops.delete(aboutKey('do-not-contact', key, ''));
      return;
    case 'promise-noted':
      notePromise(stops, event);
      return;
    case 'promise-ended':
      endPromise(stops, event);
      return;
    default:
  }
}

function aboutKey(kind: StandingStop['kind'], customerKey: string, invoice: string): string {
  return `${kind}|${customerKey}|${numberKey(invoice)}`;
}

function stopOf(kind: StandingStop['kind'], event: LogEvent): StandingStop {
  const { seq, at, actor, customer, facts } = event;
  const invoice = kind === 'promise' ? '' : event.invoices;
  const customerKey = facts.customerKey ?? '';
  return { kind, seq, at, actor, customerKey, customer, invoice, until: '', promiseId: '', covers: [] };
}

/** Earlier versions wrote the last day of a pause in words only: of those the day it was set is known to be protected. */
function endOfHold({ facts, note, at }: LogEvent): string {
  return facts.until ?? (note.startsWith('Reminders paused until you end it') ? '' : at.slice(0, 10));
}

/** Earlier versions wrote it as a note only. */
function isContact({ facts, note }: LogEvent, forbidden: boolean): boolean {
  if (facts.code !== undefined) return facts.code === (forbidden ? FORBIDDEN : ALLOWED);
  return note === `Do not contact: ${forbidden ? 'yes' : 'no'}.`;
}

/** A long promise is noted in parts. */
function notePromise(stops: Stops, event: LogEvent): void {
  const { promise } = event.facts;
  if (!promise) return;
  const about = `promise|${promise.id}`;
  const covers = [...(stops.get(about)?.covers ?? []), ...promise.lines.map(([key]) => key)];
  stops.set(about, { ...stopOf('promise', event), until: promisedDay(promise.id), promiseId: promise.id, covers });
}

/** The promised day as its name tells, `customer|invoice|day|amount`. The days of grace after it are a setting, not in the log. */
function promisedDay(id: string): string {
  const day = /\|(\d+)\|[^|]*$/.exec(id)?.[1];
  return day === undefined ? '' : isoOf(Number(day));
}

/** Earlier versions did not write which of a customer's promises was cancelled: then all about that invoice count as ended. */
function endPromise(stops: Stops, { facts, invoices }: LogEvent): void {
  if (facts.promise) {
    stops.delete(`promise|${facts.promise.id}`);
    return;
  }
  const begin = `${facts.customerKey ?? ''}|${invoices.trim().toLowerCase()}|`;
  for (const [about, stop] of stops) if (stop.promiseId.startsWith(begin)) stops.delete(about);
}

/** Whether a stop protects on a day as far as the log tells. @param isoDay `YYYY-MM-DD` */
export function protects({ until }: StandingStop, isoDay: string): boolean {
  return until === '' || dayFromIso(until) === null || isoDay <= until;
}
