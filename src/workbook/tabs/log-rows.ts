// The tab AR Log: events as rows and back. Facts travel as JSON, with the lines of a reminder kept short.
import * as v from 'valibot';
import type {
  EventFacts,
  EventKind,
  LogEvent,
  NewEvent,
  ReminderFacts,
  ReminderLineFacts,
} from '../../dunning/history/events';
import { CHANNEL_NAMES } from '../../dunning/policy/channels';
import { ANCHORS } from '../../dunning/policy/policy';
import type { Cell } from '../../sheet/grid';
import { amountOfCell } from '../../sheet/read/typed-cells';
import type { TabRow, TabTable } from './records';

// [key, invoice, currency, open, disputed, due, stage, days]: a customer with hundreds of invoices still fits a cell.
type PackedLine = [string, string, string, number, number, string, number?, number?];

function packLine(line: ReminderLineFacts, customerKey: string): PackedLine {
  const own = `${customerKey}|`;
  const tail = line.key.startsWith(own) ? `~${line.key.slice(own.length)}` : line.key;
  const key = tail === `~${line.invoice}` ? '~' : tail;
  const { invoice, currency, open, disputed, due, stage } = line;
  if (!stage) return [key, invoice, currency, open, disputed, due];
  return [key, invoice, currency, open, disputed, due, stage.stage, stage.days];
}

function unpackLine(packed: PackedLine, customerKey: string): ReminderLineFacts {
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

/** Facts as the text of a cell. @example factsText({ code: 'paid' }) // '{"code":"paid"}' */
function factsText(facts: EventFacts): string {
  if (Object.keys(facts).length === 0) return '';
  const { reminder } = facts;
  if (!reminder) return JSON.stringify(facts);
  return JSON.stringify({
    ...facts,
    reminder: { ...reminder, lines: reminder.lines.map((line) => packLine(line, reminder.customerKey)) },
  });
}

/** The facts as a cell holds them: the lines of a reminder packed. */
type StoredFacts = Omit<EventFacts, 'reminder'> & {
  reminder?: Omit<ReminderFacts, 'lines'> & { lines: PackedLine[] };
};

const texts = v.array(v.string());
const packedLine: v.GenericSchema<unknown, PackedLine> = v.union([
  v.tuple([v.string(), v.string(), v.string(), v.number(), v.number(), v.string()]),
  v.tuple([v.string(), v.string(), v.string(), v.number(), v.number(), v.string(), v.number(), v.number()]),
]);
/** What is read of a reminder; a later version may have written more, which is left as it is. */
const storedReminder = v.object({
  ...v.entriesFromList(
    [
      'customerKey',
      'customer',
      'segment',
      'subject',
      'tone',
      'template',
      'language',
      'leadKey',
      'look',
      'fix',
      'fixCode',
    ],
    v.string(),
  ),
  ...v.entriesFromList(['stage', 'days', 'stages'], v.number()),
  anchor: v.picklist(ANCHORS),
  channel: v.picklist(CHANNEL_NAMES),
  purpose: v.optional(v.string()),
  sending: v.picklist(['review', 'auto']),
  to: texts,
  cc: texts,
  reasons: texts,
  lines: v.array(packedLine),
});
const storedFacts = v.partial(
  v.object({
    reminder: storedReminder,
    edit: v.object({
      to: v.string(),
      cc: v.string(),
      subject: v.string(),
      body: v.string(),
      text: v.optional(v.string()),
    }),
    ...v.entriesFromList(
      ['code', 'until', 'outcome', 'messageId', 'threadId', 'customerKey', 'segment', 'digest', 'version'],
      v.string(),
    ),
    recipients: v.number(),
    keys: texts,
    addresses: texts,
    promise: v.object({ id: v.string(), lines: v.array(v.tuple([v.string(), v.string(), v.number()])) }),
    steps: v.array(v.object({ key: v.string(), stage: v.number(), days: v.number(), on: v.string() })),
    segments: v.record(v.string(), texts),
  }),
);

/** @throws Error when the text holds no facts of ours */
function factsOf(text: string): EventFacts {
  if (text === '') return {};
  const facts: unknown = JSON.parse(text);
  if (!isFacts(facts)) throw new Error('no facts of an event');
  const { reminder } = facts;
  if (!reminder) return facts as EventFacts;
  const lines = reminder.lines.map((line) => unpackLine(line, reminder.customerKey));
  return { ...facts, reminder: { ...reminder, lines } };
}

/** Looks only: the seal is over the facts as they stand, in their order. */
function isFacts(facts: unknown): facts is StoredFacts {
  return v.is(storedFacts, facts);
}

/** A cell holds 50,000 characters; what people read of an event is cut long before. */
const MAX_WORDS = 5_000;

/**
 * An event whose texts come back from their cells as they were written, since the chain is over the texts: not too long,
 * line breaks of one kind, no halves of a character, no apostrophe in front (a spreadsheet takes that for a mark).
 */
export function fitted(event: NewEvent): NewEvent {
  const { reminder, customer, invoices, stage, amounts, to, actor, note } = event;
  const texts = { reminder, customer, invoices, stage, amounts, to, actor, note };
  for (const [name, text] of Object.entries(texts)) Object.assign(texts, { [name]: cellText(text) });
  return { ...event, ...texts };
}

function cellText(text: string): string {
  const cut = text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text;
  return cut
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/^'/, '’');
}

/** An event as the cells of its row, by header. */
export function rowOfEvent(event: LogEvent): Record<string, Cell> {
  return {
    Seq: event.seq,
    At: event.at,
    Event: event.kind,
    Reminder: event.reminder,
    Customer: event.customer,
    Invoices: event.invoices,
    Stage: event.stage,
    Amounts: event.amounts,
    To: event.to,
    Actor: event.actor,
    Note: event.note,
    'Facts (JSON)': factsText(event.facts),
    Hash: event.hash,
  };
}

/** The events of the tab, or the row that is none. A row people added below is no event and stops nothing. */
export function readLog(table: TabTable): { events: LogEvent[]; fault: string } {
  const events: LogEvent[] = [];
  for (const row of table.rows) {
    const seq = amountOfCell(row.cell('Seq')).amount;
    if (seq === null || row.text('Event') === '') continue;
    try {
      events.push(eventOf(row, seq));
    } catch {
      return { events, fault: `The log's entry ${seq} was changed by hand: its facts cannot be read.` };
    }
  }
  events.sort((a, b) => a.seq - b.seq);
  return { events, fault: table.problems[0]?.message ?? '' };
}

function eventOf(row: TabRow, seq: number): LogEvent {
  const plain = (header: string): string => String(row.cell(header));
  return {
    seq,
    at: plain('At'),
    kind: plain('Event') as EventKind,
    reminder: plain('Reminder'),
    customer: plain('Customer'),
    invoices: plain('Invoices'),
    stage: plain('Stage'),
    amounts: plain('Amounts'),
    to: plain('To'),
    actor: plain('Actor'),
    note: plain('Note'),
    facts: factsOf(plain('Facts (JSON)')),
    hash: plain('Hash'),
  };
}
