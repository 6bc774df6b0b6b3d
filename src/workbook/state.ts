// What the script remembers of a workbook beside its tabs: switches, sender, end of the log, last good read.
import * as v from 'valibot';
import { EMPTY_LOG } from '../dunning/history/event-chain';
import type { Properties } from './ports';

/** What the last hourly run did. */
const heartbeat = v.object({
  /** `YYYY-MM-DD HH:mm:ss`. */
  at: v.string(),
  by: v.string(),
  did: v.string(),
  wrong: v.string(),
});

/** The test by which a person finds out whether Gmail lets mails leave from a shared address. */
const sendAs = v.object({
  /** The shared address, and the account it was tested from: another one of either is another test. */
  address: v.string(),
  sender: v.string(),
  /** The number in the subject of the test mail. */
  number: v.string(),
  confirmed: v.boolean(),
});

/** The last hour in which a run found nothing to do, by fingerprints: an hour like it has nothing to do either. */
const quiet = v.object({
  version: v.literal(1),
  day: v.number(),
  /** Of what is remembered, of who ran which build, and of the list of tabs. */
  state: v.string(),
  /** Of the cells of our tabs and of the invoice sheet. */
  cells: v.string(),
  /** Sheet id of the invoice sheet. */
  invoices: v.number(),
  /** From and to which minute of the day something that waits could leave; null when nothing waits. */
  opens: v.nullable(v.tuple([v.number(), v.number()])),
});

/** Up to where the log was read and found whole on a day: what lies behind is kept folded, and only the rest is read. */
const checkpoint = v.object({
  version: v.literal(1),
  /** The build that folded it: another one may see something else in the same events. */
  build: v.string(),
  /** ISO day. */
  day: v.string(),
  /** The last event that is folded, and its seal. */
  seq: v.number(),
  hash: v.string(),
  /** 1-based: the last row in use then, the row from which the end is read, and that of the headers. */
  row: v.number(),
  from: v.number(),
  headerRow: v.number(),
  /** The seal that stands in the last row; another one where people sorted the tab. */
  anchor: v.string(),
  /** 0-based places of the columns of AR Log, in their order; -1 for none. */
  columns: v.array(v.number()),
  /** Of the other keys customers had. */
  aliases: v.string(),
  /** Over the digests of the fold's blocks: who can write into the workbook cannot write here. */
  seal: v.string(),
});

/** Up to where the sender's mailbox was looked through for replies and bounces. */
const lookedThrough = v.object({
  /** Whose mailbox, and the place in its history; '' before the first look. */
  user: v.string(),
  place: v.string(),
  /** Of a search through the threads of the last weeks: the last one that was looked at; '' where none is under way. */
  left: v.string(),
  /** Why it could not be looked through in the last hour, a sentence; '' where it could. */
  fault: v.string(),
  /** ISO day of the last look. */
  day: v.string(),
});

/** What a property holds; what an earlier version did not note yet is as in a new workbook: '' and 0 mean "not yet". */
const stored = v.object({
  /** Id of the workbook that was set up; another id means that this one is a copy. */
  workbook: v.optional(v.string(), ''),
  /** Digest of what our tabs held when Duesheet looked at them last: columns and settings by name. */
  layout: v.optional(v.string(), ''),
  /** Sheet id of each of our tabs, and of the invoice sheet. */
  tabs: v.optional(v.record(v.string(), v.number()), () => ({})),
  invoiceSheet: v.optional(v.number(), -1),
  sender: v.optional(v.string(), ''),
  live: v.optional(v.boolean(), false),
  automatic: v.optional(v.boolean(), false),
  log: v.optional(v.object({ seq: v.number(), hash: v.string(), rows: v.number() }), EMPTY_LOG),
  checkpoint: v.optional(v.fallback(v.nullable(checkpoint), null), null),
  heartbeat: v.optional(v.nullable(heartbeat), null),
  /** Moment of the last hourly run in the sender's name, or since when one is expected (take-over, Automatic turned on). */
  scheduleSeen: v.optional(v.string(), ''),
  /** Whose sending was taken over, until the new sender said whether a schedule of theirs runs; '' when nobody's was. */
  takenFrom: v.optional(v.string(), ''),
  sendAs: v.optional(v.nullable(sendAs), null),
  /** Payment instructions and Reply-to as they were confirmed, each as a short digest; null before the first time live. */
  details: v.optional(v.nullable(v.record(v.string(), v.string())), null),
  /** Sites of links in mails that were confirmed; then those found that nobody confirmed. */
  sites: v.optional(v.array(v.string()), () => []),
  newSites: v.optional(v.array(v.string()), () => []),
  mailbox: v.optional(v.fallback(v.nullable(lookedThrough), null), null),
  /** What another version wrote in a form of its own counts as nothing. */
  quiet: v.optional(v.fallback(v.nullable(quiet), null), null),
  /** Of AR Policy and AR Templates as the last plan found them, and of each row, a short digest; empty before the first. */
  rules: v.optional(v.array(v.string()), () => []),
  /** Whether past days are lived through again: what the sheet dates later is to come and no slip. */
  replayed: v.optional(v.boolean(), false),
  /** The last day of which AR History has the figures, or before which nothing was lived here; 0 before the first plan. */
  closedDay: v.optional(v.number(), 0),
  /** Why the figures of the last day could not be written; '' where they were. */
  figuresFault: v.optional(v.string(), ''),
  /** The charts of AR Dashboard that we made, by picture: their ids. */
  charts: v.optional(v.record(v.string(), v.number()), () => ({})),
  /** Tabs that a form writes answers into, by id, and when and among which tabs they were last looked for. */
  answerTabs: v.optional(v.array(v.number()), () => []),
  answersSought: v.optional(v.string(), ''),
  /** The tab of the month that is being closed: a run that was cut off left it half made. '' when none is. */
  closing: v.optional(v.string(), ''),
  /** In which currencies the forecast was nearer than due dates up to the first of a month; the columns and the tolerance it was tested with. */
  proven: v.optional(
    v.fallback(v.nullable(v.object({ month: v.number(), read: v.string(), currencies: v.array(v.string()) })), null),
    null,
  ),
  /** Mails whose documents Google Drive does not give out, by reminder: since when. */
  silentFiles: v.optional(v.record(v.string(), v.string()), () => ({})),
  /** ISO day on which the owner was last told that a person is needed. */
  notifiedOn: v.optional(v.string(), ''),
  /** ISO day of the Monday whose weekly note left last. */
  weeklyNote: v.optional(v.string(), ''),
});
const openKeys = v.array(v.string());

/** See `checkpoint`. */
export type Checkpoint = v.InferOutput<typeof checkpoint>;

/** See `lookedThrough`. */
export type LookedThrough = v.InferOutput<typeof lookedThrough>;

/** The remembered state. */
export interface WorkbookState extends v.InferOutput<typeof stored> {
  /** Keys of the invoices that were open at the last run, of many a sample: found again, they show that the sheet is whole. */
  openKeys: string[];
  /** By what the links of our mails are signed; '' before the first plan. It stands nowhere else, and outlasts all else that is remembered. */
  answerSecret: string;
  /** Whether a property could not be read: then nothing is known, and a person says how it goes on. */
  isDamaged: boolean;
}

const KEY = 'duesheet';
const OPEN_KEY = 'duesheet.open';
const ANSWER_KEY = 'duesheet.answers';

/** Reads the state: one service call. What cannot be read counts as nothing, so that nothing is sent. */
export function readState(properties: Properties): WorkbookState {
  const texts = properties.readAll();
  const state = v.safeParse(stored, parsed(texts[KEY] ?? '{}'));
  const open = v.safeParse(openKeys, parsed(texts[OPEN_KEY] ?? '[]'));
  const isDamaged = !state.success || !open.success;
  const answerSecret = texts[ANSWER_KEY] ?? '';
  const found = isDamaged ? v.parse(stored, {}) : state.output;
  return { ...found, openKeys: isDamaged ? [] : open.output, answerSecret, isDamaged };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Writes the state: one service call. The keys stand apart, because a property holds 9 KB at most. */
export function writeState(properties: Properties, state: WorkbookState): void {
  const { openKeys: open, answerSecret, isDamaged: _, ...rest } = state;
  const texts: Record<string, string> = { [KEY]: JSON.stringify(rest), [OPEN_KEY]: JSON.stringify(open) };
  if (answerSecret !== '') texts[ANSWER_KEY] = answerSecret;
  properties.write(texts);
}

/**
 * Forgets everything: what is remembered of a workbook, by whichever version. Which workbook it is goes last, so that one
 * that was cut off can be done again.
 */
export function forgetState(properties: Properties): void {
  const others = Object.keys(properties.readAll()).filter((name) => name.startsWith(`${KEY}.`));
  properties.remove([...others, KEY]);
}
