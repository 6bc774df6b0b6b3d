// The export for auditors: contacts, approvals, changes and stops of chosen customers or invoices, shown, as CSV, or in a new tab.
import { onceEach } from '../../dunning/history/audit/audit';
import { foldHistory } from '../../dunning/history/history';
import { dayFromIso, isoOf } from '../../receivables/day';
import type { Cell } from '../../sheet/grid';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB, type TabColumn } from '../../workbook/tab-specs';
import { readAliases, splitNames } from '../../workbook/tabs/customers';
import type { ChangeResult } from '../waiting/change-result';
import { exportRows } from './export-rows';
import { readLogTabs } from './log-tabs';
import type { ExportRequest, ExportRow, ExportView } from './view';

/** So many rows are shown; so many go into a page as CSV. */
const SHOWN = 40;
const MOST_CSV = 3_000;

const column = (header: string, width: number, kind: TabColumn['kind'] = 'text'): TabColumn => ({
  header,
  kind,
  width,
});

const COLUMNS: readonly [keyof ExportRow, TabColumn][] = [
  ['day', column('Day', 90, 'date')],
  ['time', column('Time', 60)],
  ['what', column('What', 150)],
  ['customer', column('Customer', 200)],
  ['channel', column('Channel', 80)],
  ['to', column('To', 220)],
  ['stage', column('Stage', 160)],
  ['tone', column('Tone', 90)],
  ['invoices', column('Invoices', 200)],
  ['amounts', column('Amounts', 180)],
  ['subject', column('Subject', 280)],
  ['reference', column('Reference', 110)],
  ['outcome', column('Outcome', 200)],
  ['approvedBy', column('Approved by', 200)],
  ['approvedOn', column('Approved on', 130)],
  ['editedBy', column('Edited by', 200)],
  ['by', column('By', 200)],
  ['note', column('Note', 320)],
  ['entry', column('Entry in AR Log', 110, 'number')],
];

/**
 * Shows what an export would hold; changes nothing.
 * @throws Refusal `no-log`, `date-unreadable`, `period-backwards`
 */
export function showExport(ports: Ports, request: ExportRequest): ExportView {
  const rows = rowsOf(ports, request);
  return {
    asOf: isoOf(ports.clock.now().day),
    rows: rows.length,
    contacts: rows.filter(({ what }) => what === 'Contact').length,
    customers: new Set(rows.map(({ customer }) => customer).filter((customer) => customer !== '')).size,
    latest: rows.slice(-SHOWN).reverse(),
    csv: rows.length > MOST_CSV ? '' : csvOf(rows),
  };
}

/**
 * Writes an export into a new tab of the workbook; everything else stays as it is, and no entry of the log tells of it.
 * @throws Refusal as `showExport`, and `nothing-open` where there is nothing to export
 */
export function writeExport(ports: Ports, request: ExportRequest): ChangeResult {
  return underLock(ports, () => {
    const rows = rowsOf(ports, request);
    if (rows.length === 0) throw new Refusal('nothing-open', 'Nothing in AR Log fits this choice, so no tab was made.');
    const name = freeName(ports);
    const columns = COLUMNS.map(([, spec]) => spec);
    ports.workbook.createTabs([
      { name, columns, rows: rows.map((row) => COLUMNS.map(([field]) => cellOf(row, field))) },
    ]);
    return {
      changed: rows.length,
      message: `${rows.length === 1 ? '1 row' : `${rows.length} rows`} in the new tab "${name}".`,
    };
  });
}

function rowsOf(ports: Ports, request: ExportRequest): ExportRow[] {
  const [from, to] = [isoDay(request.from), isoDay(request.to)];
  if (from !== '' && to !== '' && from > to)
    throw new Refusal('period-backwards', 'The last day of the period lies before the first one.');
  const ws = new WorkbookSession(ports);
  const events = onceEach([...readLogTabs(ws).rows].sort((a, b) => a.seq - b.seq));
  const history = foldHistory(events, readAliases(ws.tabs.table(CUSTOMERS_TAB)));
  const choice = { customers: splitNames(request.customers), invoices: splitNames(request.invoices), from, to };
  return exportRows(events, history, choice);
}

function isoDay(text: string): string {
  if (text === '') return '';
  if (dayFromIso(text) !== null) return text;
  throw new Refusal('date-unreadable', `"${text}" is not a date. Choose a day, or leave it empty.`);
}

/** A tab of an earlier export is never written over. */
function freeName(ports: Ports): string {
  const name = `AR Export ${isoOf(ports.clock.now().day)}`;
  const taken = new Set(ports.workbook.sheets().map((sheet) => sheet.name.trim().toLowerCase()));
  for (let number = 2; ; number += 1) {
    const next = number === 2 && !taken.has(name.toLowerCase()) ? name : `${name} (${number})`;
    if (!taken.has(next.toLowerCase())) return next;
  }
}

function cellOf(row: ExportRow, field: keyof ExportRow): Cell {
  const value = row[field];
  const day = field === 'day' ? dayFromIso(row.day) : null;
  return day === null ? value : { day };
}

/** Rows as CSV with headers, parted by commas. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvOf(rows: readonly ExportRow[]): string {
  const headers = COLUMNS.map(([, { header }]) => header);
  const lines = rows.map((row) => COLUMNS.map(([field]) => csvText(String(row[field]))));
  return `${[headers, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
