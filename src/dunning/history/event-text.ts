// An event as the text of its cell Facts (JSON): a head, and behind it the words, in which persons may be named.
import { digest } from './digest';
import type { EventFacts, NewEvent, ReminderFacts, ReminderLineFacts } from './events';

/** An event that has its place in the log. */
export type PlacedEvent = NewEvent & { seq: number; at: string };

// [key, invoice, currency, open, disputed, due, stage, days]: a customer with hundreds of invoices still fits a cell.
export type PackedLine = [string, string, string, number, number, string, number?, number?];

/** The facts as a cell holds them: the lines of a reminder packed. */
export type StoredFacts = Omit<EventFacts, 'reminder'> & {
  reminder?: Omit<ReminderFacts, 'lines'> & { lines: PackedLine[] };
};

/** A line as a cell holds it. @param customerKey whose reminder it is: most keys begin with it */
export function packLine(line: ReminderLineFacts, customerKey: string): PackedLine {
  const own = `${customerKey}|`;
  const tail = line.key.startsWith(own) ? `~${line.key.slice(own.length)}` : line.key;
  const key = tail === `~${line.invoice}` ? '~' : tail;
  const { invoice, currency, open, disputed, due, stage } = line;
  if (!stage) return [key, invoice, currency, open, disputed, due];
  return [key, invoice, currency, open, disputed, due, stage.stage, stage.days];
}

/** A line from what a cell holds. */
export function unpackLine(packed: PackedLine, customerKey: string): ReminderLineFacts {
  const [short, invoice, currency, open, disputed, due, stage, days] = packed;
  const key =
    short === '~' ? `${customerKey}|${invoice}` : short.startsWith('~') ? `${customerKey}|${short.slice(1)}` : short;
  return {
    key,
    invoice,
    currency,
    open,
    disputed,
    due,
    stage: stage === undefined ? null : { stage, days: days ?? 0 },
  };
}

/** Facts as a cell holds them. */
export function packed(facts: EventFacts): StoredFacts {
  if (!facts.reminder) {
    const { reminder: _none, ...rest } = facts;
    return rest;
  }
  const { reminder } = facts;
  return {
    ...facts,
    reminder: { ...reminder, lines: reminder.lines.map((line) => packLine(line, reminder.customerKey)) },
  };
}

/** The facts of an event from what its cell holds. */
export function unpacked({ reminder, ...rest }: StoredFacts): EventFacts {
  if (!reminder) return rest;
  const lines = reminder.lines.map((line) => unpackLine(line, reminder.customerKey));
  return { ...rest, reminder: { ...reminder, lines } };
}

/** What of an event may name a person. It is sealed by a digest, so that it can be erased while the chain stays whole. */
export interface EventWords {
  /** Makes the digest tell nothing about words that were erased. */
  salt?: string;
  /** Digest of what stood here before words were erased. */
  was?: string;
  customer?: string;
  invoices?: string;
  stage?: string;
  amounts?: string;
  to?: string;
  note?: string;
  facts?: StoredFacts;
}

const WORDS = ',"words":';

/**
 * The text of an event and its head: `{"v":2,"seq":..,"at":..,"event":..,"reminder":..,"actor":..,"digest":..,"words":{..}}`. No format of
 * a cell turns it into anything else.
 * @param salt a text nobody can guess
 */
export function eventText(event: PlacedEvent, salt: string): { text: string; head: string } {
  const { seq, at, kind, reminder, actor, customer, invoices, stage, amounts, to, note } = event;
  const facts = Object.keys(event.facts).length > 0 ? packed(event.facts) : undefined;
  const words = JSON.stringify({
    salt: filled(salt),
    customer: filled(customer),
    invoices: filled(invoices),
    stage: filled(stage),
    amounts: filled(amounts),
    to: filled(to),
    note: filled(note),
    facts,
  });
  const head = headText(2, { seq, at, kind, reminder, actor }, digest(words));
  return { text: joined(head, words), head };
}

function headText(
  v: number,
  { seq, at, kind, reminder, actor }: Pick<PlacedEvent, 'seq' | 'at' | 'kind' | 'reminder' | 'actor'>,
  digestOfWords?: string,
): string {
  const head = {
    v,
    seq,
    at: filled(at),
    event: filled(kind),
    reminder: filled(reminder),
    actor: filled(actor),
    digest: digestOfWords,
  };
  return JSON.stringify(head).slice(0, -1);
}

/** Nothing in place of what is blank, for JSON: that leaves out what is undefined. */
function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function joined(head: string, words: string): string {
  return `${head}${WORDS}${words}}`;
}

/** Head and words of a text, as texts; null for an event of a version that had none. */
export function partsOf(text: string): { head: string; words: string } | null {
  if (!text.startsWith('{"v":')) return null;
  // A quote inside a value stands behind a backslash, so that this can be nothing but the key.
  const at = text.indexOf(WORDS);
  return at < 0 ? null : { head: text.slice(0, at), words: text.slice(at + WORDS.length, -1) };
}

/** The digest of the words that a head holds. */
export function wordsDigestIn(head: string): string {
  return /"digest":"([0-9a-f]+)"$/.exec(head)?.[1] ?? '';
}

/**
 * The text with other words in place of those that named a person.
 * @param event as it stands; of a version that had no head it gets one
 * @param words what may stay
 * @param was digest of what the event said before
 */
export function erasedText(event: PlacedEvent & { text: string }, words: EventWords, was: string): string {
  const head = partsOf(event.text)?.head ?? headText(1, event);
  return joined(head, JSON.stringify({ was, ...words }));
}
