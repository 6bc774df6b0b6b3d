// The tab AR Log: events as rows and back. What counts is the text of Facts (JSON); the other columns show it to people.
import * as v from 'valibot';
import type { UnreadRow } from '../../dunning/history/event-chain';
import {
  type EventWords,
  type PackedLine,
  partsOf,
  type StoredFacts,
  unpacked,
} from '../../dunning/history/event-text';
import type { EventFacts, EventKind, NewEvent, NotedInvoice, SealedEvent } from '../../dunning/history/events';
import { CHANNEL_NAMES } from '../../dunning/policy/channels';
import { ALL_ANCHORS } from '../../dunning/policy/policy';
import { type Cell, isBlank } from '../../sheet/grid';
import { amountOfCell } from '../../sheet/read/typed-cells';
import type { TabSpec } from '../tab-specs';
import type { TabRow, TabTable } from './records';

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
  anchor: v.picklist(ALL_ANCHORS),
  channel: v.picklist(CHANNEL_NAMES),
  ...v.entriesFromList(['purpose', 'payTo'], v.optional(v.string())),
  ...v.entriesFromList(['attach', 'files'], v.optional(texts)),
  sending: v.picklist(['review', 'auto']),
  to: texts,
  cc: texts,
  reasons: texts,
  lines: v.array(packedLine),
});
const notedInvoice: v.GenericSchema<unknown, NotedInvoice> = v.tuple([
  ...([v.string(), v.string(), v.string(), v.string(), v.string()] as const),
  v.nullable(v.number()),
  v.string(),
]);
/** What each of the facts must be, where an event has it. */
const STORED_FACTS = new Map<string, v.GenericSchema>(
  Object.entries({
    reminder: storedReminder,
    edit: v.object({
      to: v.string(),
      cc: v.string(),
      subject: v.string(),
      body: v.string(),
      text: v.optional(v.string()),
    }),
    ...v.entriesFromList(
      [
        'code',
        'until',
        'outcome',
        'messageId',
        'threadId',
        'mailId',
        'reference',
        'customerKey',
        'segment',
        'digest',
        'version',
        'assignee',
      ],
      v.string(),
    ),
    noticed: v.object({ id: v.string(), class: v.string(), undone: v.optional(v.literal(true)) }),
    talk: v.literal(true),
    recipients: v.number(),
    keys: texts,
    addresses: texts,
    promise: v.object({ id: v.string(), lines: v.array(v.tuple([v.string(), v.string(), v.number()])) }),
    noted: v.array(notedInvoice),
    moved: v.array(v.tuple([v.string(), v.string()])),
    steps: v.array(v.object({ key: v.string(), stage: v.number(), days: v.number(), on: v.string() })),
    segments: v.record(v.string(), texts),
    content: v.record(v.string(), v.string()),
    erased: v.array(v.tuple([v.number(), v.string()])),
    silenced: v.array(v.tuple([v.string(), v.string()])),
  }),
);

/** The facts that a JSON value holds; it is looked at only, as the seal is over the text. @throws Error when it holds none */
function factsOf(value: unknown): EventFacts {
  // Most events have two or three of them: what is there is looked at, as a long log asks a hundred thousand times.
  const isStored = ([name, fact]: [string, unknown]): boolean => {
    const schema = STORED_FACTS.get(name);
    return schema === undefined || v.is(schema, fact);
  };
  if (!isObject(value) || !Object.entries(value).every(isStored)) throw new Error('no facts of an event');
  return unpacked(value as StoredFacts);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A cell holds 50,000 characters; what people read of an event is cut long before. */
const MAX_WORDS = 5_000;

/**
 * An event whose texts come back from their cells as they were written, since the chain is over the texts: not too long,
 * line breaks of one kind, no halves of a character, no apostrophe in front (a spreadsheet takes that for a mark).
 */
export function fitted(event: NewEvent): NewEvent {
  const { kind, facts } = event;
  return {
    kind,
    reminder: cellText(event.reminder),
    customer: cellText(event.customer),
    invoices: cellText(event.invoices),
    stage: cellText(event.stage),
    amounts: cellText(event.amounts),
    to: cellText(event.to),
    actor: cellText(event.actor),
    note: cellText(event.note),
    facts,
  };
}

/** What a cell would not give back as it is: nearly no text has any of it. */
const NOT_KEPT = /[\r\ud800-\udfff]|^'/;

function cellText(text: string): string {
  if (text.length <= MAX_WORDS && !NOT_KEPT.test(text)) return text;
  const cut = text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text;
  return cut
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/^'/, '’');
}

/** The columns that show people what the text of an event says. */
const SHOWN: readonly [header: string, field: Exclude<keyof SealedEvent, 'facts' | 'text' | 'hash' | 'seq'>][] = [
  ['At', 'at'],
  ['Event', 'kind'],
  ['Reminder', 'reminder'],
  ['Customer', 'customer'],
  ['Invoices', 'invoices'],
  ['Stage', 'stage'],
  ['Amounts', 'amounts'],
  ['To', 'to'],
  ['Actor', 'actor'],
  ['Note', 'note'],
];

/** An event as the cells of its row, by header. */
export function rowOfEvent(event: SealedEvent): Record<string, Cell> {
  const row: Record<string, Cell> = { Seq: event.seq };
  for (const [header, field] of SHOWN) row[header] = event[field];
  row['Facts (JSON)'] = event.text;
  row['Hash'] = event.hash;
  return row;
}

/** A row of the log in which a cell does not show what was written down. */
export interface ShownOtherwise {
  spec: TabSpec;
  /** 1-based sheet row. */
  row: number;
  event: SealedEvent;
  header: string;
  /** Whether another format turned the text into a number or a date, rather than a person changing it. */
  isConverted: boolean;
}

/** What a tab of the log holds. */
export interface LogRows {
  events: SealedEvent[];
  unread: UnreadRow[];
  shownOtherwise: ShownOtherwise[];
  /** Where each seal stands: the tab, and its 1-based row. */
  rows: Map<string, { spec: TabSpec; row: number }>;
  /** What is wrong with the tab as a whole, a sentence; '' when nothing is. */
  fault: string;
}

/** Reads the tab. A row people added below is no event and stops nothing. */
export function readLog(table: TabTable): LogRows {
  const fault = table.problems[0]?.message ?? '';
  const read: LogRows = { events: [], unread: [], shownOtherwise: [], rows: new Map(), fault };
  for (const row of table.rows) {
    const cell = row.cell('Seq');
    // A row that was written in part only has no number yet.
    if (isBlank(cell)) continue;
    read.rows.set(String(row.cell('Hash')), { spec: table.spec, row: row.row });
    const seq = amountOfCell(cell).amount;
    const text = String(row.cell('Facts (JSON)'));
    try {
      if (partsOf(text)) {
        const event = eventOfText(text, row);
        read.events.push(event);
        const other = shownOtherwise(event, row);
        if (other) read.shownOtherwise.push({ ...other, spec: table.spec });
      } else if (seq !== null && row.text('Event') !== '') read.events.push(eventOfCells(text, seq, row));
    } catch {
      if (seq !== null) read.unread.push({ seq, text });
    }
  }
  read.events.sort((a, b) => a.seq - b.seq);
  return read;
}

/** An event of the first version: its cells are what was sealed. */
function eventOfCells(text: string, seq: number, row: TabRow): SealedEvent {
  const cells = Object.fromEntries(SHOWN.map(([header, field]) => [field, String(row.cell(header))]));
  const facts = text === '' ? {} : factsOf(JSON.parse(text));
  return { ...NOTHING, ...cells, seq, facts, text, hash: String(row.cell('Hash')) };
}

const NOTHING = {
  at: '',
  kind: 'set-up' as EventKind,
  reminder: '',
  customer: '',
  invoices: '',
  stage: '',
  amounts: '',
  to: '',
  actor: '',
  note: '',
};

/** The text of an event; what is blank is left out. */
type WrittenEvent = Pick<SealedEvent, 'seq' | 'at'> &
  Partial<Pick<SealedEvent, 'reminder' | 'actor'>> & { event: EventKind; words: EventWords };

/** @throws Error when the text is none of an event */
function eventOfText(text: string, row: TabRow): SealedEvent {
  const { seq, at, event: kind, reminder = '', actor = '', words } = JSON.parse(text) as WrittenEvent;
  const { customer = '', invoices = '', stage = '', amounts = '', to = '', note = '', facts } = words;
  const shown = { at, kind, reminder, actor, customer, invoices, stage, amounts, to, note };
  const areTexts = Object.values(shown).every((one: unknown) => typeof one === 'string');
  if (typeof seq !== 'number' || !isObject(words) || !areTexts) throw new Error('no event');
  return { seq, ...shown, facts: factsOf(facts ?? {}), text, hash: String(row.cell('Hash')) };
}

/** The first cell that does not show what was written down; null when all do. */
function shownOtherwise(event: SealedEvent, row: TabRow): Omit<ShownOtherwise, 'spec'> | null {
  const differs = (header: string, written: string): Omit<ShownOtherwise, 'spec'> | null => {
    const cell = row.cell(header);
    if (typeof cell === 'string' && cell.trim() === written.trim()) return null;
    const isConverted = typeof cell !== 'string' || cell.startsWith('#');
    return { row: row.row, event, header, isConverted };
  };
  let converted: Omit<ShownOtherwise, 'spec'> | null = null;
  for (const [header, field] of SHOWN) {
    const other = differs(header, event[field]);
    if (other && !other.isConverted) return other;
    converted ??= other;
  }
  const seq = amountOfCell(row.cell('Seq')).amount;
  if (seq !== null && seq !== event.seq) return { row: row.row, event, header: 'Seq', isConverted: false };
  return converted;
}
