// What the sidebar and the command line ask for in an audit: the log to be replayed, and the export for auditors.
import * as v from 'valibot';
import { asked } from '../google/asked';
import { showExport, writeExport } from '../usecases/audit/export';
import { showLog } from '../usecases/audit/show-log';
import { type ExportRequest, type ExportView, exportRequest, type LogPart, partBegin } from '../usecases/audit/view';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** The log as an audit takes it, from a row on; changes nothing. */
export function getAudit(from?: number): Result<LogPart> {
  return asked([from], [partBegin], showLog);
}

/** What an export for auditors would hold; changes nothing. */
export function getExport(request?: ExportRequest): Result<ExportView> {
  return asked([request], [v.nullish(exportRequest, {})], showExport);
}

/** Writes an export for auditors into a new tab. */
export function writeAuditExport(request: ExportRequest): Result<ChangeResult> {
  return asked([request], [exportRequest], writeExport);
}
