// The tabs of the log: AR Log and those of closed years, read as an audit takes them.
import type { LogRow } from '../../dunning/history/audit/gaps';
import type { SheetInfo } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { LOG_TAB } from '../../workbook/tab-specs';
import { auditedRows } from '../../workbook/tabs/audited-rows';
import { readTab, type TabTable } from '../../workbook/tabs/records';

/** Closed years of the log stand in tabs of their own: `AR Log 2025`. */
const CLOSED_YEAR = /^AR Log \d{4}\b/i;

/** The log as found. */
export interface LogTabs {
  /** Names of the tabs, the oldest first. */
  tabs: string[];
  tables: TabTable[];
  rows: LogRow[];
}

/**
 * Reads the log, closed years included.
 * @throws Refusal `no-log`
 */
export function readLogTabs(ws: WorkbookSession): LogTabs {
  const sheets = logSheets(ws);
  const tables = sheets.map((sheet) => readTab(LOG_TAB, ws.ports.workbook.read(sheet)));
  return { tabs: sheets.map(({ name }) => name), tables, rows: tables.flatMap(auditedRows) };
}

function logSheets(ws: WorkbookSession): SheetInfo[] {
  const log = ws.tabs.find(LOG_TAB);
  const closed = ws.tabs.sheets.filter(({ name, id }) => CLOSED_YEAR.test(name.trim()) && id !== log?.id);
  if (!log && closed.length === 0) {
    throw new Refusal(
      'no-log',
      'There is no tab AR Log here, so there is nothing to audit. Take a workbook in which Duesheet was set up.',
    );
  }
  return [...closed.sort((a, b) => (a.name < b.name ? -1 : 1)), ...(log ? [log] : [])];
}
