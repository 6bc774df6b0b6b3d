// What is derived from the log: reminders, completed stages, contacts, episodes, and what is known of customers.

import type { Day } from '../../receivables/day';
import type { Channel } from '../policy/channels';
import { isOwnWork } from '../policy/policy';
import type { Purpose } from '../policy/purposes';
import type { Answer } from './answers';
import type { EventKind, NotedPromise, ReminderFacts, ReminderLineFacts } from './events';
import type { InvoiceTrace } from './moved-invoices';
import { noPayments, type Payments } from './payments';
import type { Reminder } from './reminder';

/** A stage of an invoice that was completed: sent, done or treated as done. */
export interface CompletedStage {
  segment: string;
  stage: number;
  days: number;
  on: Day;
  template: string;
  /** What its row was for, where that was more than a reminder and is known: earlier versions did not write it down. */
  purpose?: Purpose;
}

/** The dunning of a customer from the first reminder until nothing is overdue any more. */
export interface Episode {
  segment: string;
  since: Day;
  /** Rank of the strongest tone used so far. */
  toneRank: number;
  tone: string;
  /** Invoices reminded in it. */
  keys: Set<string>;
}

/** A contact or task as a collector looks back on it. */
export interface Contact {
  on: Day;
  channel: Channel;
  template: string;
  tone: string;
  outcome: string;
  /** Whether it reached the customer: tasks and unanswered calls do not. */
  reached: boolean;
  /** Whether it was about a promise of theirs: such a word does not count among those of a month. */
  isOfPromise?: true;
}

/** The segment a customer counts as, and the one that is computed since a day and does not count yet. */
export interface StandingSegment {
  segment: string;
  /** '' when none is. */
  pending: string;
  /** The day it was first computed. */
  since: Day;
}

/** A thread of the sender's mailbox in which mails to a customer stand. */
export interface MailThread {
  customerKey: string;
  /** The last reminder in it, and when that left: `YYYY-MM-DD HH:mm:ss`. */
  reminder: string;
  at: string;
  /** In whose mailbox it is. */
  by: string;
  /** Everybody a mail of it went to. */
  to: readonly string[];
  subject: string;
  /** Gmail's ids of mails that may be answered by a later one of ours, and whose header Message-ID nobody has read yet. */
  unread: readonly string[];
  /** Those headers, oldest first, as far as they are known. */
  mailIds: readonly string[];
}

/** What a message that was noticed brought, so that it is brought once, and can be taken back. */
export interface NoticedMark {
  on: Day;
  customerKey: string;
  kind: EventKind;
  /** Of a bounce: the addresses it says are dead. */
  addresses: readonly string[];
  isUndone: boolean;
}

/** Everything that is derived from the log. */
export interface History {
  reminders: Map<string, Reminder>;
  /** What waits, by `placeOf`: of a customer at most one reminder, beside what is about a claim or assigned invoices. */
  waiting: Map<string, Reminder>;
  /** Further waiting reminders of a customer who was two until a person said that they are one. */
  doubles: Reminder[];
  /** Completed stages per invoice key, oldest first. */
  completed: Map<string, CompletedStage[]>;
  /** Last contact that reached the customer. */
  lastContact: Map<string, { on: Day; by: string; tone: string }>;
  /** Day of the first contact that reached a customer. */
  firstContact: Map<string, Day>;
  /** All contacts and tasks of a customer, oldest first. */
  contacts: Map<string, Contact[]>;
  /** What a customer was last asked for: the lines of the last reminder that reached them. */
  lastAsked: Map<string, readonly ReminderLineFacts[]>;
  /** What was open of an invoice when a reminder with it was last sent, done or treated as done, by invoice key. */
  lastOpen: Map<string, number>;
  /** When an invoice was due as the first reminder that reached its customer said it, by invoice key: the date it ages from, whatever is agreed since. */
  firstDue: Map<string, Day>;
  segments: Map<string, StandingSegment>;
  /** Customers who answered, and when. */
  replied: Map<string, Day>;
  /** Addresses mail came back from, in small letters, by customer, each as often as it was said; and when an invoice went out again after that. */
  bounced: Map<string, { on: Day; addresses: readonly string[]; againOn?: Day }>;
  /** The threads our mails stand in, by Gmail's id, and by customer the one that a friendly word goes on in. */
  threads: Map<string, MailThread>;
  talks: Map<string, string>;
  /** Messages that were noticed in them, by Gmail's id. */
  noticed: Map<string, NoticedMark>;
  /** Invoices handed over to somebody else, by `numberStem` of their keys, and since when. */
  handedOver: Map<string, Day>;
  /** Invoices of customers about whom something is noted, as they were last seen, by key: by that they are found again. */
  traces: Map<string, InvoiceTrace>;
  /** Keys of invoices that stand under another one since. */
  moved: Map<string, string>;
  /** Invoices that came from another customer who is still one, by their key now: the key of that customer. */
  cameFrom: Map<string, string>;
  /** Customers who stand under another name or number since a day, and under which keys before; until a person says whether they are one. */
  renamed: Map<string, { on: Day; keys: readonly string[] }>;
  /** Invoices of which the sheet says that a payment is under way, by key, and since when. */
  inProcess: Map<string, Day>;
  /** Addresses of the invoice sheet beside which a person kept those of AR Customers, in small letters, by customer. */
  keptAddresses: Map<string, readonly string[]>;
  /** Since when a customer is insolvent, as it was noted: only a person's answer ends it. */
  insolvent: Map<string, Day>;
  /** To whom a customer's invoices are assigned, as it was noted: only a person's answer ends it. */
  assigned: Map<string, string>;
  /** Promises as they were first seen, by `promiseId`. */
  promises: Map<string, NotedPromise>;
  /** What customers said by the form, by the digest of its row. */
  answers: Map<string, Answer>;
  /** Money in: lines of the bank and what became of them. */
  payments: Payments;
  /** Customers who are asked to confirm an old balance before anything else. */
  askFirst: Set<string>;
  /** Reminders whose account owner was told ahead. */
  headsUp: Set<string>;
  /** The day work with customers began: no first contact on that very day. Null when it did not begin that way. */
  calmOn: Day | null;
  episodes: Map<string, Episode>;
  /** Recipients of mails by time, for the rolling budget: `[at, count]`. */
  recipients: [string, number][];
  /** The day a log with gaps was last accepted: what happened before is not wholly known. Null when that never was. */
  acceptedOn: Day | null;
  /** Addresses of erased persons that nobody may write to: a salt, and the digest of salt and address. */
  silenced: [salt: string, digest: string][];
  /** Other keys a customer had: key then to key now. */
  aliases: ReadonlyMap<string, string>;
}

/** A history in which nothing has happened yet. */
export function emptyHistory(aliases: ReadonlyMap<string, string> = new Map()): History {
  return {
    reminders: new Map(),
    waiting: new Map(),
    doubles: [],
    completed: new Map(),
    lastContact: new Map(),
    firstContact: new Map(),
    contacts: new Map(),
    lastAsked: new Map(),
    lastOpen: new Map(),
    firstDue: new Map(),
    segments: new Map(),
    replied: new Map(),
    bounced: new Map(),
    threads: new Map(),
    talks: new Map(),
    noticed: new Map(),
    handedOver: new Map(),
    traces: new Map(),
    moved: new Map(),
    cameFrom: new Map(),
    renamed: new Map(),
    inProcess: new Map(),
    keptAddresses: new Map(),
    insolvent: new Map(),
    assigned: new Map(),
    promises: new Map(),
    answers: new Map(),
    payments: noPayments(),
    askFirst: new Set(),
    headsUp: new Set(),
    calmOn: null,
    episodes: new Map(),
    recipients: [],
    acceptedOn: null,
    silenced: [],
    aliases,
  };
}

/**
 * Under which key the steps of a promise, a month or a discount count as completed: whatever the customer was called
 * then, and however the amount or the invoices of a promise were corrected since. Promises for one day are one.
 * @param subject as in the reminder: `promiseId`, customer and month, or the invoice key
 * @example occasionKey('promise', 'acme', 'acme|inv 1|20770|100') // 'promise:acme|20770'
 */
export function anchoredStepKey(anchor: string, customerKey: string, subject: string): string {
  const day = anchor === 'promise' ? /\|(\d*)\|[^|]*$/.exec(subject)?.[1] : undefined;
  const month = anchor === 'month' ? /\|(\d+-\d+)$/.exec(subject)?.[1] : undefined;
  const about = day ?? month ?? (isOwnWork(anchor) ? subject : undefined);
  return about === undefined ? `${anchor}:${subject}` : `${anchor}:${customerKey}|${about}`;
}

/** What a reminder around another day than the due date completes: of invoices that go out each one, of all else its one occasion. */
export function subjectsOf({ anchor, subject, lines }: Pick<ReminderFacts, 'anchor' | 'subject' | 'lines'>): string[] {
  return anchor === 'issue' ? lines.map(({ key }) => key) : [subject];
}

/** Notes a stage as completed. */
export function addCompleted(history: History, key: string, stage: CompletedStage): void {
  const stages = history.completed.get(key);
  if (stages) stages.push(stage);
  else history.completed.set(key, [stage]);
}
