// The fold of a log as one text, by which the next run goes on without reading what lies behind: small, and unpacked by need.
import { dayFromIso, isoOf } from '../../receivables/day';
import { type PackedLine, packed, packLine, type StoredFacts, unpacked, unpackLine } from './event-text';
import type { LogEvent, NotedPromise, ReminderLineFacts } from './events';
import { foldInto } from './history';
import type { CompletedStage, Contact, Episode, History, StandingSegment } from './history-state';
import type { LogFold } from './log-fold';
import type { InvoiceTrace } from './moved-invoices';
import { PackedLines, packLines, plainJson } from './packed-lines';
import { type Packed, PackedMap, PackedSet } from './packed-map';
import { type Reminder, WAITING } from './reminder';
import type { StandingStop } from './stops';

/** Recipients count for 24 hours: those of so many days before the last event are kept, whatever a clock does. */
const RECIPIENT_DAYS = 8;

type PackedReminder = Omit<Reminder, 'facts'> & { facts: NonNullable<StoredFacts['reminder']> };
type Entries<V> = [string, V][];

/** What is unpacked at once; the rest stands in lines. */
interface Head {
  /** Reminders that wait, in the order in which they were planned. */
  waiting: PackedReminder[];
  lastContact: Entries<{ on: number; by: string; tone: string }>;
  firstContact: Entries<number>;
  segments: Entries<StandingSegment>;
  replied: Entries<number>;
  bounced: Entries<{ on: number; addresses: readonly string[] }>;
  handedOver: Entries<number>;
  moved: Entries<string>;
  cameFrom: Entries<string>;
  renamed: Entries<{ on: number; keys: readonly string[] }>;
  keptAddresses: Entries<readonly string[]>;
  inProcess: Entries<number>;
  promises: NotedPromise[];
  askFirst: string[];
  headsUp: string[];
  calmOn: number | null;
  recipients: [string, number][];
  acceptedOn: number | null;
  silenced: [string, string][];
  stops: Entries<StandingStop>;
  decisions: LogEvent[];
  lastActs: Entries<string>;
  /** What completed stages, and contacts, have in common but for their day. */
  stages: Omit<CompletedStage, 'on'>[];
  contacts: Omit<Contact, 'on'>[];
}

/**
 * What was last open of an invoice (null where nothing was noted), then of each completed stage its kind and its day; a
 * lone -1 where all were taken back.
 */
type PackedInvoice = [open: number | null, ...stages: number[]];
type PackedTrace = [string, string, number | null, number | null, number | null, string];
type PackedEpisode = [segment: string, since: number, toneRank: number, tone: string, keys: string[]];

/**
 * Packs a fold. Ended reminders are left out but for their references: their stages and contacts are what counts of them.
 * @param last `YYYY-MM-DD HH:mm:ss` of the last event
 */
export function packFold({ history, stops, decisions, lastActs }: LogFold, last: string): string {
  const stages = new Kinds<Omit<CompletedStage, 'on'>>();
  const contacts = new Kinds<Omit<Contact, 'on'>>();
  const waiting = [...history.reminders.values()].filter(({ state }) => WAITING.includes(state));
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const invoices = new Set([...history.completed.keys(), ...history.lastOpen.keys()]);
  const lines = [
    packLines([...history.reminders.keys()].filter((id) => !isWaiting.has(id)).map((id) => [id, 0])),
    packLines([...invoices].map((key) => [key, packedInvoice(history, key, stages)])),
    packLines(
      [...history.contacts].map(([key, all]) => [key, all.flatMap(({ on, ...kind }) => [contacts.of(kind), on])]),
    ),
    packLines([...history.lastAsked].map(([key, asked]) => [key, asked.map((line) => packLine(line, key))])),
    packLines(
      [...history.episodes].map(([key, { segment, since, toneRank, tone, keys }]) => [
        key,
        [segment, since, toneRank, tone, [...keys].map((one) => tailOf(one, key))] satisfies PackedEpisode,
      ]),
    ),
    packLines([...history.traces].map(([key, trace]) => [key, packedTrace(trace)])),
  ];
  const from = isoOf((dayFromIso(last.slice(0, 10)) ?? 0) - RECIPIENT_DAYS);
  const head: Head = {
    waiting: waiting.map((reminder) => ({ ...reminder, facts: packedFacts(reminder) })),
    lastContact: [...history.lastContact],
    firstContact: [...history.firstContact],
    segments: [...history.segments],
    replied: [...history.replied],
    bounced: [...history.bounced],
    handedOver: [...history.handedOver],
    moved: [...history.moved],
    cameFrom: [...history.cameFrom],
    renamed: [...history.renamed],
    keptAddresses: [...history.keptAddresses],
    inProcess: [...history.inProcess],
    promises: [...history.promises.values()],
    askFirst: [...history.askFirst],
    // Of what is over nobody is told ahead again.
    headsUp: [...history.headsUp].filter((id) => isWaiting.has(id) || !history.reminders.has(id)),
    calmOn: history.calmOn,
    recipients: history.recipients.filter(([at]) => at >= from),
    acceptedOn: history.acceptedOn,
    silenced: history.silenced,
    stops: [...stops],
    decisions: decisions.map(withoutText),
    lastActs: [...lastActs],
    stages: stages.all,
    contacts: contacts.all,
  };
  const parts = [plainJson(head), ...lines];
  return `${parts.map(({ length }) => length).join(',')};${parts.join('')}`;
}

/**
 * The fold as it was packed; what happened since is folded on by `foldOn`.
 * @param aliases as when it was packed
 * @param ended the reminders that have ended, in full: asked for only when one of them is looked up
 * @throws Error when the text is none that `packFold` made
 */
export function unpackFold(
  text: string,
  aliases: ReadonlyMap<string, string>,
  ended: () => ReadonlyMap<string, Reminder>,
): LogFold {
  const [headText = '', ids = '', invoices = '', contacts = '', asked = '', episodes = '', traces = ''] = partsOf(text);
  const head = JSON.parse(headText) as Head;
  const known = linesAs<PackedInvoice>(invoices);
  const history: History = {
    reminders: new PackedMap(endedReminders(ids, ended)),
    waiting: new Map(),
    doubles: [],
    completed: new PackedMap(converted(known, ([, ...all]) => stagesOf(all, head.stages))),
    lastOpen: new PackedMap(converted(known, ([open]) => open ?? undefined)),
    contacts: new PackedMap(converted(linesAs<number[]>(contacts), (all) => stagesOf(all, head.contacts))),
    lastAsked: new PackedMap(
      converted(linesAs<PackedLine[]>(asked), (all, key): readonly ReminderLineFacts[] =>
        all.map((line) => unpackLine(line, key)),
      ),
    ),
    episodes: new PackedMap(converted(linesAs<PackedEpisode>(episodes), episodeOf)),
    lastContact: new Map(head.lastContact),
    firstContact: new Map(head.firstContact),
    segments: new Map(head.segments),
    replied: new Map(head.replied),
    bounced: new Map(head.bounced),
    handedOver: new Map(head.handedOver),
    traces: new PackedMap(converted(linesAs<PackedTrace>(traces), traceFrom)),
    moved: new Map(head.moved),
    cameFrom: new Map(head.cameFrom),
    renamed: new Map(head.renamed),
    keptAddresses: new Map(head.keptAddresses),
    inProcess: new Map(head.inProcess),
    promises: new Map(head.promises.map((promise) => [promise.id, promise])),
    askFirst: new Set(head.askFirst),
    headsUp: new Set(head.headsUp),
    calmOn: head.calmOn,
    recipients: head.recipients,
    acceptedOn: head.acceptedOn,
    silenced: head.silenced,
    aliases,
  };
  for (const reminder of head.waiting) history.reminders.set(reminder.id, { ...reminder, facts: factsOf(reminder) });
  return {
    // Which of them waits for whom is told by the reminders.
    history: foldInto(history, []),
    stops: new Map(head.stops),
    decisions: head.decisions,
    lastActs: new Map(head.lastActs),
  };
}

function partsOf(text: string): string[] {
  const end = text.indexOf(';');
  const lengths = text.slice(0, Math.max(0, end)).split(',').map(Number);
  let at = end + 1;
  const parts = lengths.map((length) => {
    at += length;
    return text.slice(at - length, at);
  });
  if (end < 0 || parts.length !== 7 || at !== text.length) throw new Error('This is no fold of a log.');
  return parts;
}

/** Kinds that occur again and again, each once. */
class Kinds<T> {
  readonly all: T[] = [];
  private readonly places = new Map<string, number>();

  of(kind: T): number {
    const name = JSON.stringify(kind);
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.all.length);
    return this.all.push(kind) - 1;
  }
}

function packedInvoice(history: History, key: string, kinds: Kinds<Omit<CompletedStage, 'on'>>): PackedInvoice {
  const all = history.completed.get(key);
  const stages = all?.length === 0 ? [-1] : (all ?? []).flatMap(({ on, ...kind }) => [kinds.of(kind), on]);
  return [history.lastOpen.get(key) ?? null, ...stages];
}

/** Pairs of kind and day; undefined where there are none. */
function stagesOf<T>(pairs: readonly number[], kinds: readonly T[]): (T & { on: number })[] | undefined {
  if (pairs.length === 0) return undefined;
  const all: (T & { on: number })[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const kind = kinds[pairs[at] ?? -1];
    if (kind === undefined) throw new Error('This is no fold of a log.');
    all.push({ ...kind, on: pairs[at + 1] ?? 0 });
  }
  return all;
}

function episodeOf([segment, since, toneRank, tone, tails]: PackedEpisode, customer: string): Episode {
  const keys = () => tails.map((tail) => (tail.startsWith('~') ? `${customer}|${tail.slice(1)}` : tail));
  return { segment, since, toneRank, tone, keys: new PackedSet(keys) };
}

function packedTrace({ customerKey, invoice, issued, due, amount, currency }: InvoiceTrace): PackedTrace {
  return [customerKey, invoice, issued, due, amount, currency];
}

function traceFrom([customerKey, invoice, issued, due, amount, currency]: PackedTrace, key: string): InvoiceTrace {
  return { key, customerKey, invoice, issued, due, amount, currency };
}

/** A key that begins with its customer's, without that; one that begins with the sign for it never does. */
function tailOf(key: string, customer: string): string {
  return key.startsWith(`${customer}|`) ? `~${key.slice(customer.length + 1)}` : key;
}

function linesAs<T>(text: string): Packed<T> {
  const lines = new PackedLines(text);
  return {
    get: (key) => {
      const json = lines.find(key);
      return json === null ? undefined : (JSON.parse(json) as T);
    },
    has: (key) => lines.find(key) !== null,
    *entries() {
      for (const [key, json] of lines.entries()) yield [key, JSON.parse(json) as T] as const;
    },
  };
}

/** Packed values as something else; where that is undefined there is no value. */
function converted<T, V>(from: Packed<T>, to: (value: T, key: string) => V | undefined): Packed<V> {
  const get = (key: string): V | undefined => {
    const value = from.get(key);
    return value === undefined ? undefined : to(value, key);
  };
  return {
    get,
    has: (key) => get(key) !== undefined,
    *entries() {
      for (const [key, value] of from.entries()) {
        const made = to(value, key);
        if (made !== undefined) yield [key, made] as const;
      }
    },
  };
}

function endedReminders(ids: string, ended: () => ReadonlyMap<string, Reminder>): Packed<Reminder> {
  const lines = new PackedLines(ids);
  const has = (id: string): boolean => lines.find(id) !== null;
  return {
    get: (id) => (has(id) ? ended().get(id) : undefined),
    has,
    *entries() {
      for (const [id, reminder] of ended()) if (has(id)) yield [id, reminder] as const;
    },
  };
}

function packedFacts({ facts }: Reminder): PackedReminder['facts'] {
  const { reminder } = packed({ reminder: facts });
  if (!reminder) throw new Error('A reminder lost its facts.');
  return reminder;
}

function factsOf({ facts }: PackedReminder): Reminder['facts'] {
  const { reminder } = unpacked({ reminder: facts });
  if (!reminder) throw new Error('A reminder lost its facts.');
  return reminder;
}

/** A sealed event carries its text, which says the same once more. */
function withoutText(event: LogEvent): LogEvent {
  const { seq, at, hash, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts } = event;
  return { seq, at, hash, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts };
}
