// The log as an execution knows it: read whole and checked from its first event, or from a checkpoint on.
import { digest } from '../../dunning/history/digest';
import { type LogHead, logFault } from '../../dunning/history/event-chain';
import type { SealedEvent } from '../../dunning/history/events';
import { foldHistory, type History } from '../../dunning/history/history';
import { emptyFold, foldOn, type LogFold } from '../../dunning/history/log-fold';
import { sealOf, unpackFold } from '../../dunning/history/packed/packed-fold';
import { SCRIPT_BYTES, VERSION } from '../../dunning/history/version';
import type { Cell } from '../../sheet/grid';
import type { Checkpoint } from '../state';
import { CUSTOMERS_TAB, LOG_TAB } from '../tab-specs';
import { readAliases } from '../tabs/customers';
import { type LogRows, readLog } from '../tabs/log-rows';
import { readLogTabs } from '../tabs/log-tabs';
import { lastRowOf, type OwnTabs } from '../tabs/own-tabs';
import { rowsFrom, type TabRow } from '../tabs/records';

/** The log as read, and its end. */
export interface OpenedLog extends Pick<LogRows, 'unread' | 'shownOtherwise'> {
  /** Where its columns stand, 0-based, and its 1-based header row. */
  columns: ReadonlyMap<string, number>;
  headerRow: number;
  /** The event that `events` follow; of a log read whole the beginning. */
  start: Pick<LogHead, 'seq' | 'hash'>;
  events: SealedEvent[];
  /** What stands in the rows just before them, where they do not begin with the first. */
  above: readonly SealedEvent[];
  /** Seals of the events that stand in tabs of closed years, as far as these were read. */
  closed: ReadonlySet<string>;
  fold: LogFold;
  /** The checkpoint whose kept fold it goes on from, of a log that was read whole; null where all of it was folded. */
  goesOn: Checkpoint | null;
  fault: string;
  /** 1-based row below the last one in use when it was read, and what was added since. */
  nextRow: number;
  /** The end that the cells vouch for; what is remembered runs ahead of it while events are held. */
  end: LogHead;
}

/** Which build folds a log. */
export const BUILD = `${VERSION} ${SCRIPT_BYTES}`;

/** So many rows before the end are looked at again. */
export const ROWS_ABOVE = 20;

/** What tells aliases from others. */
export function aliasMark(aliases: ReadonlyMap<string, string>): string {
  return digest(JSON.stringify([...aliases]));
}

/** The other keys customers had. */
export function aliasesIn(tabs: OwnTabs): ReadonlyMap<string, string> {
  return readAliases(tabs.table(CUSTOMERS_TAB));
}

/** What people are told of a log that is not as it was left. */
export function mismatch(fault: string): string {
  return `AR Log is not as Duesheet left it: ${fault} Nothing is sent. Bring the rows back with Undo or File > Version history, or accept the log as it is.`;
}

/** More events than that are folded anew with all others, and the checkpoint moves up to them: each hour of a day reads them. */
export const MOST_SINCE = 300;

/**
 * Reads the log whole, closed years included, and checks it from its first event.
 * @param head its remembered end
 * @param last the checkpoint of an earlier day; null where nothing is to be taken from there
 * @param kept the text of the fold
 */
export function openWhole(tabs: OwnTabs, head: LogHead, last: Checkpoint | null, kept: EndSources['kept']): OpenedLog {
  const table = tabs.needTable(LOG_TAB);
  const { columns, headerRow } = table;
  const { events, unread, shownOtherwise, fault: ofTabs, closed } = readLogTabs(tabs);
  const aliases = aliasesIn(tabs);
  const fault = ofTabs || logFault(events, head, unread) || '';
  const fold = last && fault === '' && unread.length === 0 ? foldFrom(last, events, aliases, kept) : null;
  return {
    ...{ columns, headerRow, unread, shownOtherwise, closed, events, above: [], start: { seq: 0, hash: '' } },
    fold: fold ?? foldSafely(events, aliases),
    goesOn: fold ? last : null,
    fault,
    nextRow: lastRowOf(table) + 1,
    end: head,
  };
}

/**
 * The fold of a log that was found whole just now, from what was kept of it on an earlier day: the seals up to the checkpoint are
 * the same, so what they stand for is too. Null where that cannot be said, or much came since.
 */
function foldFrom(
  last: Checkpoint,
  events: readonly SealedEvent[],
  aliases: ReadonlyMap<string, string>,
  kept: EndSources['kept'],
): LogFold | null {
  if (last.build !== BUILD || aliasMark(aliases) !== last.aliases) return null;
  const upTo = events.findIndex(({ hash }) => hash === last.hash) + 1;
  const since = events.slice(upTo);
  if (upTo === 0 || since.length > MOST_SINCE || !since.every(isPlain)) return null;
  return foldKept(kept(), last, aliases, () => foldHistory(events.slice(0, upTo), aliases), since);
}

/** Whether an event changes nothing about what stands before it. */
function isPlain({ kind }: SealedEvent): boolean {
  return kind !== 'log-accepted' && kind !== 'erased';
}

/** Folds events; facts that were altered by hand may have any shape, and nothing is derived from them. */
export function foldSafely(events: readonly SealedEvent[], aliases: ReadonlyMap<string, string>): LogFold {
  try {
    return foldOn(emptyFold(aliases), events);
  } catch {
    return emptyFold();
  }
}

/** Where a checkpoint found the columns. */
function columnsOf({ columns }: Checkpoint): ReadonlyMap<string, number> {
  const places = LOG_TAB.columns.map(({ header }, index): [string, number] => [header, columns[index] ?? -1]);
  return new Map(places.filter(([, column]) => column >= 0));
}

/** What of a log's end counts from the checkpoint on. */
interface End {
  rows: TabRow[];
  isWhole: boolean;
}

/** The rows of the end, and whether the last one the checkpoint knew is where it was. */
export function endOf(checkpoint: Checkpoint, cells: readonly (readonly Cell[])[]): End {
  const rows = rowsFrom(cells, checkpoint.from, columnsOf(checkpoint));
  const anchor = rows.find(({ row }) => row === checkpoint.row);
  return { rows, isWhole: anchor !== undefined && String(anchor.cell('Hash')) === checkpoint.anchor };
}

/** What `openEnd` goes by. */
export interface EndSources {
  checkpoint: Checkpoint;
  /** The cells from the row `checkpoint.from` on. */
  cells: readonly (readonly Cell[])[];
  /** The remembered end of the log. */
  head: LogHead;
  /** The text of the fold; null where there is none any more. */
  kept: () => string | null;
  /** The history up to the checkpoint, from the log itself. */
  whole: () => History;
}

/**
 * Opens the log by its end: what lies behind the checkpoint was found whole today, and goes by its fold.
 * @returns null where anything about end or fold is not as it was left; then the log is to be read whole
 */
export function openEnd(tabs: OwnTabs, { checkpoint, cells, head, kept, whole }: EndSources): OpenedLog | null {
  const { seq, hash, row, headerRow } = checkpoint;
  const aliases = aliasesIn(tabs);
  const { rows, isWhole } = endOf(checkpoint, cells);
  if (!isWhole || aliasMark(aliases) !== checkpoint.aliases || head.seq < seq) return null;
  const columns = columnsOf(checkpoint);
  const table = { spec: LOG_TAB, headerRow, columns: new Map(columns), headers: [], problems: [] };
  const read = readLog({ ...table, rows: rows.filter((one) => one.row > row) });
  const above = readLog({ ...table, rows: rows.filter((one) => one.row <= row) }).events;
  const isEdited = read.shownOtherwise.some(({ isConverted }) => !isConverted);
  if (read.unread.length > 0 || isEdited || !read.events.every(isPlain)) return null;
  if (head.seq === seq && head.hash !== hash) return null;
  if (logFault(read.events, head, [], { seq, hash }) !== null) return null;
  const fold = foldKept(kept(), checkpoint, aliases, whole, read.events);
  if (!fold) return null;
  return {
    ...{ columns, headerRow, above, start: { seq, hash }, events: read.events, unread: [] },
    shownOtherwise: read.shownOtherwise,
    closed: new Set(),
    fold,
    goesOn: null,
    fault: '',
    nextRow: (rows[rows.length - 1]?.row ?? row) + 1,
    end: head,
  };
}

/** A fold counts by its seal, which nobody can write who writes into cells; null where it is another one. */
function foldKept(
  text: string | null,
  { seal }: Checkpoint,
  aliases: ReadonlyMap<string, string>,
  whole: EndSources['whole'],
  since: readonly SealedEvent[],
): LogFold | null {
  if (text === null || sealOf(text) !== seal) return null;
  try {
    return foldOn(unpackFold(text, aliases, whole), since);
  } catch {
    return null;
  }
}
