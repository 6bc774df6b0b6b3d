// What the sidebar and the command line ask for in an audit: whether the log is sound, and the export for auditors.
import * as v from 'valibot';
import { asked } from '../google/asked';
import { showExport, writeExport } from '../usecases/audit/export';
import { showAudit } from '../usecases/audit/show-audit';
import { type AuditView, type ExportRequest, type ExportView, exportRequest } from '../usecases/audit/view';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** What an audit of the log finds; changes nothing. */
export function getAudit(): Result<AuditView> {
  return asked([], [], showAudit);
}

/** What an export for auditors would hold; changes nothing. */
export function getExport(request?: ExportRequest): Result<ExportView> {
  return asked([request], [v.nullish(exportRequest, {})], showExport);
}

/** Writes an export for auditors into a new tab. */
export function writeAuditExport(request: ExportRequest): Result<ChangeResult> {
  return asked([request], [exportRequest], writeExport);
}
