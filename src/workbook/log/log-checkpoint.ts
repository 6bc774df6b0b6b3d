// The checkpoint of a long log: up to where it was found whole today, and what it comes to there, kept in a hidden tab.
import { packFold, sealOf } from '../../dunning/history/packed/packed-fold';
import { KEPT_LOG_NAME } from '../../sheet/detect/own-tab-names';
import { type Cell, isBlank } from '../../sheet/grid';
import type { Workbook } from '../ports';
import type { Checkpoint, WorkbookState } from '../state';
import { LOG_TAB } from '../tab-specs';
import type { OwnTabs } from '../tabs/own-tabs';
import { rowsFrom } from '../tabs/records';
import { aliasMark, BUILD, endOf, foldSafely, MOST_SINCE, type OpenedLog, ROWS_ABOVE } from './opened-log';

/** A shorter log is read whole each time: keeping what it comes to would cost more than it saves. */
const LONG = 1_000;

/** A cell holds 50,000 characters. */
const CELL_CHARACTERS = 45_000;

/** The checkpoint, where it is one of today and of this build; else null, and the log is read whole. */
export function usableCheckpoint({ checkpoint }: Pick<WorkbookState, 'checkpoint'>, today: string): Checkpoint | null {
  return checkpoint?.day === today && checkpoint.build === BUILD ? checkpoint : null;
}

/** How many columns have to be read to see all of ours. */
export function widthOf({ columns }: Checkpoint): number {
  return Math.max(...columns) + 1;
}

/** The text that was kept; null where there is none. */
export function keptText(workbook: Workbook): string | null {
  return workbook.kept(KEPT_LOG_NAME)?.join('') ?? null;
}

/** Empties the hidden tab, where there is one. */
export function forgetKept({ workbook, sheets }: OwnTabs): void {
  if (sheets.some(({ name }) => name === KEPT_LOG_NAME)) workbook.keep(KEPT_LOG_NAME, []);
}

/**
 * Keeps what a log comes to.
 * @param log read whole, nothing wrong with it
 * @param day ISO, today
 * @returns the checkpoint and the cells of its end; null for a short log, or one whose end is not found again
 */
export function keepCheckpoint(tabs: OwnTabs, log: OpenedLog, day: string): KeptEnd | null {
  const last = log.events[log.events.length - 1];
  if (!last || log.events.length < LONG) return null;
  const further = log.goesOn && stillGood(tabs, log, log.goesOn, day);
  if (further) return further;
  const end = endNow(tabs, log);
  if (!end) return null;
  const { aliases } = log.fold.history;
  // What was unpacked from an earlier text is not packed again: all of it would have to be.
  const text = packFold(log.goesOn ? foldSafely(log.events, aliases) : log.fold, last.at);
  tabs.workbook.keep(KEPT_LOG_NAME, inCells(text));
  const checkpoint: Checkpoint = {
    ...{ version: 1, build: BUILD, day, seq: last.seq, hash: last.hash },
    ...{ row: end.row, from: end.from, headerRow: log.headerRow, anchor: end.anchor },
    columns: placesOf(log),
    aliases: aliasMark(aliases),
    seal: sealOf(text),
  };
  return { checkpoint, cells: end.cells };
}

/** A checkpoint, and the cells from its row `from` on. */
interface KeptEnd {
  checkpoint: Checkpoint;
  cells: readonly (readonly Cell[])[];
}

function placesOf({ columns }: OpenedLog): number[] {
  return LOG_TAB.columns.map(({ header }) => columns.get(header) ?? -1);
}

/** The checkpoint of an earlier day for today: its text stays as it is while little came since, and that stands below it. */
function stillGood(tabs: OwnTabs, log: OpenedLog, before: Checkpoint, day: string): KeptEnd | null {
  const { workbook } = tabs;
  if (before.headerRow !== log.headerRow || String(before.columns) !== String(placesOf(log))) return null;
  workbook.flush();
  const cells = workbook.readFrom(tabs.needSheet(LOG_TAB), before.from, widthOf(before));
  const { rows, isWhole } = endOf(before, cells);
  const below = rows.filter((row) => row.row > before.row && !isBlank(row.cell('Seq'))).length;
  const since = log.events.filter(({ seq }) => seq > before.seq).length;
  return isWhole && below === since && since <= MOST_SINCE ? { checkpoint: { ...before, day }, cells } : null;
}

function inCells(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += CELL_CHARACTERS) parts.push(text.slice(at, at + CELL_CHARACTERS));
  return parts;
}

/** Where the log ends in this moment, with everything written; null where another seal stands there. */
function endNow(tabs: OwnTabs, { columns, headerRow, nextRow, events }: OpenedLog) {
  const { workbook } = tabs;
  workbook.flush();
  const from = Math.max(headerRow + 1, nextRow - ROWS_ABOVE);
  const cells = workbook.readFrom(tabs.needSheet(LOG_TAB), from, Math.max(...columns.values()) + 1);
  const rows = rowsFrom(cells, from, columns).filter((row) => !isBlank(row.cell('Seq')));
  const last = rows[rows.length - 1];
  const anchor = String(last?.cell('Hash') ?? '');
  if (!last || !events.some(({ hash }) => hash === anchor)) return null;
  return { row: last.row, from, anchor, cells };
}
