// `audit`: replays the log of a workbook file by itself and names gaps, duplicates and contradictions.
import { type AuditReport, auditText, foundAnything } from './audit-text';
import { builtPart } from './built-project';
import { readArguments, required } from './command-line';
import { openSession, type Session } from './session';
import { machineZone } from './wall-clock';
import { loadBook } from './workbook-file';

/**
 * Runs the verb.
 *
 * @param words after the verb, e.g. `['--book', 'receivables.xlsx', '--json']`
 * @returns what goes to stdout, and the exit code: 1 when anything was found
 */
export async function auditVerb(words: readonly string[]): Promise<{ out: string; exit: number }> {
  const read = readArguments(words, { book: 'value', json: 'flag' }, [0, 0]);
  const session = openSession(await loadBook(required(read, 'book'), machineZone()), { now: Date.now() });
  const report = await auditOfLog(session);
  const out = read.flags.has('json') ? `${JSON.stringify(report)}\n` : auditText(report);
  return { out, exit: foundAnything(report) ? 1 : 0 };
}

/** A part of the log, as `getAudit` answers it. */
interface LogPart {
  rows: unknown[];
  size: number;
}

/**
 * Audits the log of an opened workbook.
 *
 * @throws HostFailure `no-log` where it has none
 */
export async function auditOfLog(session: Pick<Session, 'ask'>): Promise<AuditReport> {
  const { auditOf } = await builtPart<{ auditOf(log: LogPart): AuditReport }>('audit');
  const log = session.ask<LogPart>('getAudit');
  while (log.rows.length < log.size) log.rows.push(...session.ask<LogPart>('getAudit', log.rows.length).rows);
  return auditOf(log);
}
