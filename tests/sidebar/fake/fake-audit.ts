// The audit and the export that the sidebar's fake server shows, as much of each as a scenario asks for.
import type { LogRow } from '../../../src/dunning/history/audit/gaps';
import type { ExportRow, ExportView } from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';
import { BEGIN, logOf, mail, reminder, rowOf } from '../../dunning/history/audit/a-log';

/** So many rows are in an answer. */
const PART = 5;
const SOUND = logOf([...BEGIN, ...mail('DS-1', reminder(1)), ...mail('DS-2', reminder(2))]).map(rowOf);

/** What a test changes of this page. */
export interface AuditScenario {
  /** The rows of the log; a sound one when left out. */
  log?: LogRow[];
  /** The rows of an export, the oldest first. */
  exported?: ExportRow[];
}

/** A contact of an export. */
export function contactNumber(at: number, changes: Partial<ExportRow> = {}): ExportRow {
  return {
    day: `2026-11-${String((at % 20) + 1).padStart(2, '0')}`,
    time: '09:30',
    what: 'Contact',
    customer: `Customer ${at}`,
    channel: 'Mail',
    to: `billing@customer${at}.example`,
    stage: 'Timely 2 (personal)',
    tone: 'personal',
    invoices: `INV-${at}`,
    amounts: '1,200.00 EUR',
    subject: `Invoice INV-${at}`,
    reference: `DS-${at}`,
    outcome: 'Sent',
    approvedBy: 'ann@ourfirm.example',
    approvedOn: '2026-11-20 09:00',
    editedBy: '',
    by: 'ann@ourfirm.example',
    note: '',
    entry: at + 1,
    ...changes,
  };
}

/** The calls behind the page. */
export function auditCalls({
  log = SOUND,
  exported = [],
}: AuditScenario): Pick<SidebarCalls, 'getAudit' | 'getExport' | 'writeAuditExport'> {
  const chosen = (customers: string | null | undefined): ExportRow[] =>
    exported.filter(({ customer }) => customer.includes(customers ?? ''));
  return {
    getAudit: (from) => ({
      tabs: ['AR Log'],
      lastSeq: 0,
      faults: [],
      rows: log.slice(from ?? 0, (from ?? 0) + PART),
      size: log.length,
    }),
    getExport: (request) => {
      const rows = chosen(request?.customers);
      const view: ExportView = {
        asOf: '2026-11-23',
        rows: rows.length,
        contacts: rows.filter(({ what }) => what === 'Contact').length,
        customers: new Set(rows.map(({ customer }) => customer)).size,
        latest: rows.slice(-40).reverse(),
        csv:
          rows.length > 100
            ? ''
            : `Day,Customer\r\n${rows.map(({ day, customer }) => `${day},${customer}`).join('\r\n')}`,
      };
      return view;
    },
    writeAuditExport: (request) => {
      const { length } = chosen(request.customers);
      return {
        changed: length,
        message: `${length === 1 ? '1 row' : `${length} rows`} in the new tab "AR Export 2026-11-23".`,
      };
    },
  };
}
