// The tabs of the log: AR Log and those of closed years, read as an audit takes them.
import type { LogRow } from '../../dunning/history/audit/gaps';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { LOG_TAB } from '../../workbook/tab-specs';
import { auditedRows } from '../../workbook/tabs/audited-rows';
import type { TabTable } from '../../workbook/tabs/records';

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
  const specs = [...ws.tabs.closedYears(), ...(ws.tabs.find(LOG_TAB) ? [LOG_TAB] : [])];
  if (specs.length === 0) {
    throw new Refusal(
      'no-log',
      'There is no tab AR Log here, so there is nothing to audit. Take a workbook in which Duesheet was set up.',
    );
  }
  const tables = specs.map((spec) => ws.tabs.needTable(spec));
  return { tabs: specs.map((spec) => ws.tabs.needSheet(spec).name), tables, rows: tables.flatMap(auditedRows) };
}
