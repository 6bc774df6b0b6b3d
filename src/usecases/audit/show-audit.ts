// The audit of a workbook's log: replays AR Log alone, in the workbook itself or in a file of it, and changes nothing.
import { auditOf } from '../../dunning/history/audit/audit';
import type { Finding } from '../../dunning/history/audit/finding';
import type { Ports } from '../../workbook/ports';
import { WorkbookSession } from '../../workbook/session';
import type { TabTable } from '../../workbook/tabs/records';
import { readLogTabs } from './log-tabs';
import type { AuditView } from './view';

/**
 * Audits the log.
 * @throws Refusal `no-log` where there is none
 */
export function showAudit(ports: Ports): AuditView {
  const ws = new WorkbookSession(ports);
  const { rows, tables, tabs } = readLogTabs(ws);
  // In a copy, or in a file, nobody remembers where the log ended: it is judged from within.
  const audit = auditOf(rows, ws.isCopy() ? 0 : ws.state.log.seq);
  return { ...audit, gaps: [...tables.flatMap(missingColumns), ...audit.gaps], tabs };
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
