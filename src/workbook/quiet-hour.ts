// An hour in which a run found nothing to do is remembered by fingerprints: until something differs, the next ones do nothing.
import { SCRIPT_BYTES, VERSION } from '../dunning/history/version';
import type { Day } from '../receivables/day';
import { KEPT_LOG_NAME } from '../sheet/detect/own-tab-names';
import type { Cell } from '../sheet/grid';
import { rememberedTabs } from './answer-tabs';
import { Fingerprint, fingerprintOf } from './fingerprint';
import type { Moment, SheetInfo } from './ports';
import type { WorkbookSession } from './session';
import { LOG_TAB, TABS, TABS_OF_USE, type TabSpec } from './tab-specs';
import { AS_OF_SETTING } from './tabs/settings/settings';

/** When something that waits could leave by itself: from and to which minute of the day. Null when nothing waits. */
export type Opens = [from: number, to: number] | null;

/**
 * Remembers that nothing was to be done: with the same cells on the same day a plan comes to nothing again.
 * @param ws after a run that wrote nothing and was not kept from planning
 * @param invoices the invoice sheet
 * @param day that was planned: midnight may have passed since
 */
export function rememberQuiet(ws: WorkbookSession, invoices: SheetInfo, day: Day, opens: Opens): void {
  const { state, tabs, watched } = ws;
  state.quiet = null;
  const read: [SheetInfo, readonly (readonly Cell[])[]][] = [];
  for (const spec of tabsOf(ws)) {
    const sheet = tabs.find(spec);
    // Such a tab is read where something hangs on it only, and is a part of what is remembered all the same.
    const seen = sheet && (watched.seen(sheet) ?? (TABS_OF_USE.includes(spec) ? tabs.grid(sheet) : null));
    const cells = spec === LOG_TAB ? ws.log.endCells() : seen?.values;
    if (!sheet || !cells) return;
    read.push([sheet, cells]);
  }
  for (const sheet of rememberedTabs(ws)) {
    const seen = watched.seen(sheet);
    if (!seen) return;
    read.push([sheet, seen.values]);
  }
  const book = watched.seen(invoices);
  if (!book || watched.isWritten || ws.log.fault !== '') return;
  const cells = ofSheets([...read, [invoices, book.values]]);
  state.quiet = { version: 1, day, state: stateMark(ws), cells, invoices: invoices.id, opens };
}

/**
 * Whether this hour is like the one that is remembered, so that a run would do nothing: the same day, build, person,
 * permission, switches and tabs, the same cells, and nothing that waits could leave now. Reads each tab once; what is read
 * is there for the plan where the answer is no.
 */
export function isQuietHour(ws: WorkbookSession): boolean {
  const { state, ports, tabs } = ws;
  const { quiet } = state;
  const now = ports.clock.now();
  if (!quiet || quiet.day !== now.day || isOpen(quiet.opens, now) || quiet.state !== stateMark(ws)) return false;
  const invoices = tabs.sheets.find(({ id }) => id === quiet.invoices);
  if (!invoices || ports.schedule.missingPermission() !== '') return false;
  const read: [SheetInfo, readonly (readonly Cell[])[]][] = [];
  for (const spec of tabsOf(ws)) {
    const sheet = tabs.find(spec);
    if (!sheet) return false;
    const cells = spec === LOG_TAB ? ws.log.endCells() : tabs.grid(sheet).values;
    read.push([sheet, cells]);
  }
  for (const sheet of rememberedTabs(ws)) read.push([sheet, tabs.grid(sheet).values]);
  return ofSheets([...read, [invoices, tabs.grid(invoices).values]]) === quiet.cells;
}

/** The tabs that a run reads. */
function tabsOf({ tabs }: WorkbookSession): readonly TabSpec[] {
  return [...TABS, ...TABS_OF_USE.filter((spec) => tabs.find(spec) !== null)];
}

function isOpen(opens: Opens, { minute }: Moment): boolean {
  return opens !== null && minute >= opens[0] && minute < opens[1];
}

function ofSheets(sheets: readonly [SheetInfo, readonly (readonly Cell[])[]][]): string {
  const mark = new Fingerprint();
  for (const [{ id }, cells] of sheets) mark.text(`${id} ${fingerprintOf(cells)}`);
  return mark.toString();
}

/** Of everything but cells that a run goes by. What each run notes of itself is left out. */
function stateMark({ state, ports, tabs }: WorkbookSession): string {
  const {
    heartbeat: _,
    scheduleSeen: _seen,
    notifiedOn: _told,
    weeklyNote: _note,
    quiet: _quiet,
    checkpoint: _log,
    mailbox: _mail,
    ...rest
  } = state;
  const sheets = tabs.sheets.filter(({ name }) => name !== KEPT_LOG_NAME).map(({ id, name }) => [id, name]);
  const { workbook, session } = ports;
  const known = [VERSION, SCRIPT_BYTES, session.user(), workbook.id(), sheets, workbook.named(AS_OF_SETTING), rest];
  return new Fingerprint().text(JSON.stringify(known)).toString();
}
