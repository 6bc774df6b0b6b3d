// The fold of a log as one text, by which the next run goes on without reading what lies behind: small, and unpacked by need.
import { type Day, dayFromIso, isoOf } from '../../../receivables/day';
import { type Answer, answersToKeep } from '../answers';
import { digest } from '../digest';
import { type PackedLine, packed, packLine, type StoredFacts, unpacked, unpackLine } from '../event-text';
import type { LogEvent, NotedPromise, ReminderLineFacts } from '../events';
import { foldInto } from '../history';
import type {
  CompletedStage,
  Contact,
  Episode,
  History,
  MailThread,
  NoticedMark,
  StandingSegment,
} from '../history-state';
import type { LogFold } from '../log-fold';
import { dayOfMoment } from '../mail-threads';
import type { InvoiceTrace } from '../moved-invoices';
import type { PaymentLine, Payments } from '../payments';
import { type Reminder, WAITING } from '../reminder';
import { blockDigests, SealedText, TornText } from '../sealed-text';
import type { StandingStop } from '../stops';
import { PackedLines, packLines, plainJson } from './packed-lines';
import { type Packed, PackedMap, PackedSet } from './packed-map';

/** Recipients count for 24 hours: those of so many days before the last event are kept, whatever a clock does. */
const RECIPIENT_DAYS = 8;
/** Whoever answers a mail answers it within so many days; a thread that rested longer is not looked for in the mailbox. */
const THREAD_DAYS = 180;

type PackedReminder = Omit<Reminder, 'facts'> & { facts: NonNullable<StoredFacts['reminder']> };
type Entries<V> = [string, V][];
type MapValue<M> = M extends Map<string, infer V> ? V : never;

/** What is unpacked at once; the rest stands in lines. */
interface Head {
  /** Reminders that wait, in the order in which they were planned. */
  waiting: PackedReminder[];
  lastContact: Entries<{ on: number; by: string; tone: string }>;
  firstContact: Entries<number>;
  segments: Entries<StandingSegment>;
  replied: Entries<number>;
  bounced: Entries<{ on: number; addresses: readonly string[]; againOn?: number }>;
  talks: Entries<string>;
  handedOver: Entries<number>;
  moved: Entries<string>;
  cameFrom: Entries<string>;
  renamed: Entries<{ on: number; keys: readonly string[] }>;
  keptAddresses: Entries<readonly string[]>;
  insolvent?: Entries<number>;
  assigned?: Entries<string>;
  inProcess: Entries<number>;
  promises: NotedPromise[];
  answers: Answer[];
  live: string[];
  bases: Entries<number>;
  asked: Entries<MapValue<Payments['asked']>>;
  returned: Entries<MapValue<Payments['returned']>>;
  ends: Entries<MapValue<Payments['ends']>>;
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
 * What was last open of an invoice and when it was first due (null where nothing was noted), then of each completed stage its
 * kind and its day; a lone -1 where all were taken back.
 */
type PackedInvoice = [open: number | null, firstDue: number | null, ...stages: number[]];
type PackedTrace = [string, string, number | null, number | null, number | null, string];
type PackedThread = [
  ...[customerKey: string, reminder: string, at: string, by: string, subject: string],
  ...[to: readonly string[], unread: readonly string[], mailIds: readonly string[]],
];
type PackedEpisode = [segment: string, since: number, toneRank: number, tone: string];

/**
 * Packs a fold. Ended reminders are left out but for their references: their stages and contacts are what counts of them.
 * @param last `YYYY-MM-DD HH:mm:ss` of the last event
 */
export function packFold({ history, stops, decisions, lastActs }: LogFold, last: string): string {
  const stages = new Kinds<Omit<CompletedStage, 'on'>>();
  const contacts = new Kinds<Omit<Contact, 'on'>>();
  const waiting = [...history.reminders.values()].filter(({ state }) => WAITING.includes(state));
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const invoices = new Set([...history.completed.keys(), ...history.lastOpen.keys(), ...history.firstDue.keys()]);
  const lastDay = dayOfMoment(last);
  const threads = new Map([...history.threads].filter(([, { at }]) => dayOfMoment(at) > lastDay - THREAD_DAYS));
  const lines = [
    packLines([...history.reminders.keys()].filter((id) => !isWaiting.has(id)).map((id) => [id, 0])),
    packLines([...invoices].map((key) => [key, packedInvoice(history, key, stages)])),
    packLines([...history.contacts].map(([key, all]) => [key, pairsOf(all, contacts)])),
    packLines([...history.lastAsked].map(([key, asked]) => [key, asked.map((line) => packLine(line, key))])),
    packLines(
      [...history.episodes].map(([key, { segment, since, toneRank, tone }]) => [
        key,
        [segment, since, toneRank, tone] satisfies PackedEpisode,
      ]),
    ),
    packLines([...history.traces].map(([key, trace]) => [key, packedTrace(trace)])),
    packLines(history.payments.lines),
    packLines([...threads].map(([id, thread]) => [id, packedThread(thread)])),
    packLines([...history.noticed].filter(([, { on }]) => on > lastDay - THREAD_DAYS)),
    // Apart from the episodes: whether one goes on is mostly known without its invoices, and of years these are many.
    packLines([...history.episodes].map(([key, { keys }]) => [key, [...keys].map((one) => tailOf(one, key))])),
  ];
  const from = isoOf(lastDay - RECIPIENT_DAYS);
  const head: Head = {
    waiting: waiting.map((reminder) => ({ ...reminder, facts: packedFacts(reminder) })),
    lastContact: [...history.lastContact],
    firstContact: [...history.firstContact],
    segments: [...history.segments],
    replied: [...history.replied],
    bounced: [...history.bounced],
    talks: [...history.talks].filter(([, thread]) => threads.has(thread)),
    handedOver: [...history.handedOver],
    moved: [...history.moved],
    cameFrom: [...history.cameFrom],
    renamed: [...history.renamed],
    keptAddresses: [...history.keptAddresses],
    insolvent: [...history.insolvent],
    assigned: [...history.assigned],
    inProcess: [...history.inProcess],
    promises: [...history.promises.values()],
    answers: answersToKeep(history.answers, dayFromIso(last.slice(0, 10)) ?? 0),
    live: [...history.payments.live],
    bases: [...history.payments.bases],
    asked: [...history.payments.asked],
    returned: [...history.payments.returned],
    ends: [...history.payments.ends],
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
  const body = parts.join('');
  return `${parts.map(({ length }) => length).join(',')};${blockDigests(body)};${body}`;
}

/** What proves a packed fold: a digest over those of its blocks, each of which proves what is read of it. */
export function sealOf(text: string): string {
  return digest(text.slice(0, bodyAt(text)));
}

/** Where the lengths and digests end. */
function bodyAt(text: string): number {
  return text.indexOf(';', text.indexOf(';') + 1) + 1;
}

/**
 * The fold as it was packed; what happened since is folded on by `foldOn`.
 * @param text whose `sealOf` is known to be right; a block of it that was changed since is not believed
 * @param aliases as when it was packed
 * @param whole the history up to there from the log itself: asked for only when an ended reminder is looked up, or a block
 * is not as it was
 * @throws Error when the text is none that `packFold` made
 */
export function unpackFold(text: string, aliases: ReadonlyMap<string, string>, whole: () => History): LogFold {
  const { sealed, ends } = partsOf(text);
  const [headEnd = 0] = ends;
  const lines = (part: number): PackedLines => new PackedLines(sealed, ends[part - 1] ?? 0, ends[part] ?? 0);
  const head = JSON.parse(sealed.read(0, headEnd)) as Head;
  const known = linesAs<PackedInvoice>(lines(2));
  const contacts = linesAs<number[]>(lines(3));
  const map = <V>(packed: Packed<V>, of: (history: History) => ReadonlyMap<string, V>): PackedMap<V> =>
    new PackedMap(believed(packed, () => of(whole())));
  const reminded = believed(
    converted(linesAs<string[]>(lines(10)), (tails, customer): readonly string[] =>
      tails.map((tail) => (tail.startsWith('~') ? `${customer}|${tail.slice(1)}` : tail)),
    ),
    () => new Map([...whole().episodes].map(([customer, { keys }]) => [customer, [...keys]])),
  );
  const history: History = {
    reminders: map(endedReminders(lines(1), whole), ({ reminders }) => reminders),
    waiting: new Map(),
    doubles: [],
    completed: map(
      found(known, ([, , ...all]) => ofPairs(all, head.stages)),
      ({ completed }) => completed,
    ),
    lastOpen: map(
      found(known, ([open]) => open ?? undefined),
      ({ lastOpen }) => lastOpen,
    ),
    firstDue: map(
      found(known, ([, due]) => due ?? undefined),
      ({ firstDue }) => firstDue,
    ),
    contacts: map(
      {
        ...converted(contacts, (all) => ofPairs(all, head.contacts)),
        since: (key, day) => ofPairs(contacts.get(key) ?? [], head.contacts, day),
      },
      ({ contacts }) => contacts,
    ),
    lastAsked: map(
      converted(linesAs<PackedLine[]>(lines(4)), (all, key): readonly ReminderLineFacts[] =>
        all.map((line) => unpackLine(line, key)),
      ),
      ({ lastAsked }) => lastAsked,
    ),
    episodes: map(
      converted(linesAs<PackedEpisode>(lines(5)), ([segment, since, toneRank, tone], customer): Episode => {
        const keys = new PackedSet(() => reminded.get(customer) ?? []);
        return { segment, since, toneRank, tone, keys };
      }),
      ({ episodes }) => episodes,
    ),
    lastContact: new Map(head.lastContact),
    firstContact: new Map(head.firstContact),
    segments: new Map(head.segments),
    replied: new Map(head.replied),
    bounced: new Map(head.bounced),
    threads: map(converted(linesAs<PackedThread>(lines(8)), threadFrom), ({ threads }) => threads),
    talks: new Map(head.talks),
    noticed: map(linesAs<NoticedMark>(lines(9)), ({ noticed }) => noticed),
    handedOver: new Map(head.handedOver),
    traces: map(converted(linesAs<PackedTrace>(lines(6)), traceFrom), ({ traces }) => traces),
    moved: new Map(head.moved),
    cameFrom: new Map(head.cameFrom),
    renamed: new Map(head.renamed),
    keptAddresses: new Map(head.keptAddresses),
    insolvent: new Map(head.insolvent),
    assigned: new Map(head.assigned),
    inProcess: new Map(head.inProcess),
    promises: new Map(head.promises.map((promise) => [promise.id, promise])),
    answers: new Map(head.answers.map((answer) => [answer.row, answer])),
    payments: {
      lines: map(linesAs<PaymentLine>(lines(7)), ({ payments }) => payments.lines),
      live: new Set(head.live),
      bases: new Map(head.bases),
      asked: new Map(head.asked),
      returned: new Map(head.returned),
      ends: new Map(head.ends),
    },
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

/** The text as one that is checked where it is read, and where each of its parts ends. */
function partsOf(text: string): { sealed: SealedText; ends: readonly number[] } {
  const body = text.slice(bodyAt(text));
  const [lengths = '', digests = ''] = text.slice(0, text.length - body.length).split(';');
  let at = 0;
  const ends = lengths.split(',').map((length) => {
    at += Number(length);
    return at;
  });
  if (ends.length !== 11 || at !== body.length) throw new Error('no fold of a log');
  return { sealed: new SealedText(body, digests), ends };
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
  const stages = all?.length === 0 ? [-1] : pairsOf(all ?? [], kinds);
  return [history.lastOpen.get(key) ?? null, history.firstDue.get(key) ?? null, ...stages];
}

/** Pairs of kind and day; of the days how far they lie behind the one before: years of contacts stay short. */
function pairsOf<T extends { on: Day }>(all: readonly T[], kinds: Kinds<Omit<T, 'on'>>): number[] {
  let before = 0;
  return all.flatMap(({ on, ...kind }) => {
    const days = on - before;
    before = on;
    return [kinds.of(kind), days];
  });
}

/** What `pairsOf` packed, of later than `after`; undefined where there are no pairs. */
function ofPairs<T>(
  pairs: readonly number[],
  kinds: readonly T[],
  after = Number.NEGATIVE_INFINITY,
): (T & { on: Day })[] | undefined {
  if (pairs.length === 0) return undefined;
  const all: (T & { on: Day })[] = [];
  let on = 0;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const kind = kinds[pairs[at] ?? -1];
    if (kind === undefined) throw new Error('no fold of a log');
    on += pairs[at + 1] ?? 0;
    if (on > after) all.push({ ...kind, on });
  }
  return all;
}

function packedTrace({ customerKey, invoice, issued, due, amount, currency }: InvoiceTrace): PackedTrace {
  return [customerKey, invoice, issued, due, amount, currency];
}

function traceFrom([customerKey, invoice, issued, due, amount, currency]: PackedTrace, key: string): InvoiceTrace {
  return { key, customerKey, invoice, issued, due, amount, currency };
}

function packedThread({ customerKey, reminder, at, by, subject, to, unread, mailIds }: MailThread): PackedThread {
  return [customerKey, reminder, at, by, subject, to, unread, mailIds];
}

function threadFrom([customerKey, reminder, at, by, subject, to, unread, mailIds]: PackedThread): MailThread {
  return { customerKey, reminder, at, by, subject, to, unread, mailIds };
}

/** A key that begins with its customer's, without that; one that begins with the sign for it never does. */
function tailOf(key: string, customer: string): string {
  return key.startsWith(`${customer}|`) ? `~${key.slice(customer.length + 1)}` : key;
}

function linesAs<T>(lines: PackedLines): Packed<T> {
  return {
    get: (key) => {
      const json = lines.find(key);
      return json === null ? undefined : (JSON.parse(json) as T);
    },
    has: (key) => lines.find(key) !== null,
    keys: () => lines.keys(),
    *entries() {
      for (const [key, json] of lines.entries()) yield [key, JSON.parse(json) as T] as const;
    },
  };
}

/** Packed values as far as their blocks are as they were; where one is not, those of the log itself. */
function believed<V>(packed: Packed<V>, whole: () => ReadonlyMap<string, V>): Packed<V> {
  const { since } = packed;
  const either = <T>(ask: () => T, instead: () => T): T => {
    try {
      return ask();
    } catch (error) {
      if (error instanceof TornText) return instead();
      throw error;
    }
  };
  return {
    get: (key) =>
      either(
        () => packed.get(key),
        () => whole().get(key),
      ),
    has: (key) =>
      either(
        () => packed.has(key),
        () => whole().has(key),
      ),
    keys: () =>
      either(
        () => [...packed.keys()],
        () => [...whole().keys()],
      ),
    entries: () =>
      either(
        () => [...packed.entries()],
        () => [...whole()],
      ),
    ...(since && {
      since: (key, day) =>
        either(
          () => since(key, day),
          () => whole().get(key),
        ),
    }),
  };
}

/** Packed values as something else, each of them. */
function converted<T, V>(from: Packed<T>, to: (value: T, key: string) => V | undefined): Packed<V> {
  return { ...found(from, to), has: from.has, keys: from.keys };
}

/** Packed values as something else; where that is undefined there is no value. */
function found<T, V>(from: Packed<T>, to: (value: T, key: string) => V | undefined): Packed<V> {
  const get = (key: string): V | undefined => {
    const value = from.get(key);
    return value === undefined ? undefined : to(value, key);
  };
  return {
    get,
    has: (key) => get(key) !== undefined,
    *keys() {
      for (const key of from.keys()) if (get(key) !== undefined) yield key;
    },
    *entries() {
      for (const [key, value] of from.entries()) {
        const made = to(value, key);
        if (made !== undefined) yield [key, made] as const;
      }
    },
  };
}

function endedReminders(lines: PackedLines, whole: () => History): Packed<Reminder> {
  const has = (id: string): boolean => lines.find(id) !== null;
  return {
    get: (id) => (has(id) ? whole().reminders.get(id) : undefined),
    has,
    keys: () => lines.keys(),
    *entries() {
      for (const [id, reminder] of whole().reminders) if (has(id)) yield [id, reminder] as const;
    },
  };
}

function packedFacts({ facts }: Reminder): PackedReminder['facts'] {
  const { reminder } = packed({ reminder: facts });
  if (!reminder) throw new Error('facts are missing');
  return reminder;
}

function factsOf({ facts }: PackedReminder): Reminder['facts'] {
  const { reminder } = unpacked({ reminder: facts });
  if (!reminder) throw new Error('facts are missing');
  return reminder;
}

/** A sealed event carries its text, which says the same once more. */
function withoutText(event: LogEvent): LogEvent {
  const { seq, at, hash, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts } = event;
  return { seq, at, hash, kind, reminder, customer, invoices, stage, amounts, to, actor, note, facts };
}
