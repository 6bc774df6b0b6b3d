// What an audit of the log shows, and the export of contacts for auditors.
import type { Audit } from '../../dunning/history/audit/audit';

/** The audit of AR Log. */
export interface AuditView extends Audit {
  /** Names of the tabs that were read. */
  tabs: string[];
}
