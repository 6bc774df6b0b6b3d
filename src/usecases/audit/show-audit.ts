// The audit of a workbook's log: replays AR Log alone, in the workbook itself or in a file of it, and changes nothing.
import { auditOf } from '../../dunning/history/audit/audit';
import type { Finding } from '../../dunning/history/audit/finding';
import type { Ports, SheetInfo } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { WorkbookSession } from '../../workbook/session';
import { LOG_TAB } from '../../workbook/tab-specs';
import { auditedRows } from '../../workbook/tabs/audited-rows';
import { readTab, type TabTable } from '../../workbook/tabs/records';
import type { AuditView } from './view';

/** Closed years of the log stand in tabs of their own: `AR Log 2025`. */
const CLOSED_YEAR = /^AR Log \d{4}\b/i;

/**
 * Audits the log.
 * @throws Refusal `no-log` where there is none
 */
export function showAudit(ports: Ports): AuditView {
  const ws = new WorkbookSession(ports);
  const sheets = logSheets(ws);
  const tables = sheets.map((sheet) => readTab(LOG_TAB, ports.workbook.read(sheet)));
  // In a copy, or in a file, nobody remembers where the log ended: it is judged from within.
  const lastSeq = ws.isCopy() ? 0 : ws.state.log.seq;
  const audit = auditOf(tables.flatMap(auditedRows), lastSeq);
  return { ...audit, gaps: [...tables.flatMap(missingColumns), ...audit.gaps], tabs: sheets.map(({ name }) => name) };
}

function logSheets(ws: WorkbookSession): SheetInfo[] {
  const log = ws.tabs.find(LOG_TAB);
  const closed = ws.tabs.sheets.filter(({ name, id }) => CLOSED_YEAR.test(name.trim()) && id !== log?.id);
  if (!log && closed.length === 0) {
    throw new Refusal(
      'no-log',
      'There is no tab AR Log here, so there is nothing to audit. Give a workbook in which Duesheet was set up.',
    );
  }
  return [...closed.sort((a, b) => (a.name < b.name ? -1 : 1)), ...(log ? [log] : [])];
}

function missingColumns({ problems }: TabTable): Finding[] {
  return problems.map(({ message }) => ({
    code: 'column-missing',
    seq: [],
    reminder: '',
    customer: '',
    at: '',
    message,
  }));
}
