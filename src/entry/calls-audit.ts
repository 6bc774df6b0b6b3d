// What the sidebar and the command line ask for in an audit: whether the log is whole and free of contradictions.
import { asked } from '../google/asked';
import { showAudit } from '../usecases/audit/show-audit';
import type { AuditView } from '../usecases/audit/view';
import type { Result } from '../usecases/result';

/** What an audit of the log finds; changes nothing. */
export function getAudit(): Result<AuditView> {
  return asked([], [], showAudit);
}
